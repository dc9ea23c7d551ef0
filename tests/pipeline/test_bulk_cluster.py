"""The same build on a real Dask cluster of two workers, one of which dies in the middle."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from bulk_texts import everything, write_text

from recalling.pipeline import Options, build_store, dask_cluster, find_inputs, local_processes

distributed = pytest.importorskip("distributed", reason="the extra `cluster` is not installed")


@pytest.fixture
def cluster():
    """Two workers, each a process of its own, behind a scheduler at tcp://…"""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as made:
        yield made


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    for number in range(1, 150):
        write_text(tmp_path / "texts", number)
    return tmp_path / "texts"


def test_a_cluster_makes_the_same_store(cluster, texts: Path, tmp_path: Path) -> None:
    executors = dask_cluster(cluster.scheduler_address)
    report = build_store(
        tmp_path / "store", find_inputs([texts]), Options(), executors=executors, jobs=2
    )
    assert (report.worked, report.failed) == (149, ())
    here = local_processes(1)
    build_store(tmp_path / "here", find_inputs([texts]), Options(), executors=here, jobs=1)
    assert everything(tmp_path / "store") == everything(tmp_path / "here")


def test_a_worker_that_dies_costs_nothing(cluster, texts: Path, tmp_path: Path) -> None:
    """It is killed when the first chunk is done; the others take over its work."""
    killed: list[int] = []

    def step(done: int, _all: int) -> None:
        if done and not killed:
            killed.append(cluster.workers[0].pid)
            os.kill(killed[0], signal.SIGKILL)

    report = build_store(
        tmp_path / "store",
        find_inputs([texts]),
        Options(),
        executors=dask_cluster(cluster.scheduler_address),
        jobs=2,
        step=step,
    )
    assert killed
    assert (report.worked, report.failed) == (149, ())
    assert report.totals.works == 149
