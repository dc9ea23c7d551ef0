"""From a text to candidates, to a list, to the authority, as a user goes."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from recalling.model.resources import resource

EXAMPLE = Path(__file__).resolve().parents[2] / "src/recalling/examples/A_RES_78_265.zh.txt"
Run = Callable[..., Any]


@pytest.fixture(scope="module")
def candidates(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Candidates of the bundled resolution: one document, so `--least 1`."""
    path = tmp_path_factory.mktemp("harvest") / "candidates.ttl"
    done = run("authority", "harvest", EXAMPLE, "--least", "1", "-o", path)
    assert done.code == 0
    assert "candidates: " in done.err
    return path


def test_a_store_and_its_texts_give_the_same(run: Run, candidates: Path, tmp_path: Path) -> None:
    run("build", EXAMPLE, "--store", tmp_path / "store")
    done = run("authority", "harvest", tmp_path / "store", "--least", "1")
    assert done.code == 0
    assert done.out == candidates.read_text("utf-8")


def test_the_footnotes_of_78_265_are_known(run: Run, candidates: Path) -> None:
    """Its note 2 says that 《日内瓦原则宣言》 and 《日内瓦行动计划》 stand in A/C.2/59/3, annex."""
    done = run("authority", "review", candidates, "--format", "csv")
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(done.out))}
    assert rows["geneva-plan-of-action"]["zh"] == "日内瓦行动计划"
    assert rows["geneva-plan-of-action"]["status"] == "known"
    (agenda,) = (row for row in rows.values() if row["stands for"] == "A/RES/70/1")
    assert agenda["zh"] == "2030年可持续发展议程"


def test_a_table_has_the_languages_that_are_asked_for(run: Run, candidates: Path) -> None:
    done = run("authority", "review", candidates, "--language", "zh")
    assert done.code == 0
    assert "zh" in done.out.splitlines()[0].split()
    assert "fr" not in done.out.splitlines()[0].split()
    assert "日内瓦行动计划" in done.out


def test_filters_leave_what_fits(run: Run, candidates: Path) -> None:
    everything = run("authority", "review", candidates, "--format", "json")
    assert len(json.loads(everything.out)) > 5
    for option in (("--new",), ("--conflicts",), ("--at-least", "2"), ("--language", "en")):
        done = run("authority", "review", candidates, *option, "--format", "json")
        assert json.loads(done.out) == []
    known = run("authority", "review", candidates, "--status", "known", "--format", "json")
    assert known.out == everything.out


@pytest.mark.parametrize(("option", "value"), [("--status", "fresh"), ("--language", "de")])
def test_a_filter_that_there_is_not_is_said(
    run: Run, candidates: Path, option: str, value: str
) -> None:
    done = run("authority", "review", candidates, option, value)
    assert done.code == 2
    assert f"'{value}' is none of" in done.err


def test_what_is_no_file_of_candidates_is_said(run: Run) -> None:
    done = run("authority", "review", EXAMPLE)
    assert done.code == 2
    assert "cannot be read as candidates" in done.err
    assert len(done.err.splitlines()) == 1


def test_what_is_known_is_accepted_without_a_change(
    run: Run, candidates: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "authority"
    shutil.copytree(resource("ontology", "authority"), folder)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    done = run("authority", "accept", candidates, "geneva-plan-of-action", "--into", folder)
    assert done.code == 0
    assert "instrument/geneva-plan-of-action: there already" in done.err
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_an_unknown_candidate_is_said(run: Run, candidates: Path, tmp_path: Path) -> None:
    folder = tmp_path / "authority"
    shutil.copytree(resource("ontology", "authority"), folder)
    done = run("authority", "accept", candidates, "no-such-thing", "--into", folder)
    assert done.code == 2
    assert "'no-such-thing' is no candidate of this file" in done.err
