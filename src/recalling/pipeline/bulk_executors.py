"""Who does the work of a build of many: processes of this machine, or a Dask cluster.

Anything that gives a `concurrent.futures.Executor` fits.
"""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager
from importlib import import_module
from multiprocessing import connection, get_context, parent_process
from multiprocessing.forkserver import ensure_running

from recalling.model.errors import RecallingError, SchedulerError
from recalling.pipeline.bulk_work import Chunk, Row, Shard, work_on

Executors = Callable[[], AbstractContextManager[Executor]]
"""Gives a fresh executor each time it is called; leaving the context ends it."""

_AHEAD = 4  # chunks that wait for each worker


def local_processes(jobs: int, *, soon: bool = False) -> Executors:
    """Processes of this machine, each ended when this one ends, however that happens.

    With `soon`, the process from which they are forked starts getting ready at once.
    """
    # not forked from this process, whose store and progress bar have threads of their own
    context = get_context("spawn" if os.name == "nt" else "forkserver")
    if os.name != "nt":
        context.set_forkserver_preload(["recalling.pipeline.bulk_warm"])
        if soon:
            ensure_running()

    @contextmanager
    def start() -> Iterator[Executor]:
        pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_end_with_parent)
        try:
            yield pool
        finally:
            pool.shutdown(wait=True, cancel_futures=True)

    return start


def dask_cluster(address: str) -> Executors:
    """The workers of the Dask scheduler at `address`; they must see the same folders.

    Raises SchedulerError when Dask is not installed or the scheduler does not answer.
    """
    try:
        distributed = import_module("distributed")
    except ImportError as error:
        raise SchedulerError(
            "--scheduler needs Dask, which is not installed: install recalling[cluster]."
        ) from error

    @contextmanager
    def start() -> Iterator[Executor]:
        try:
            client = distributed.Client(address, timeout="20s")
        except (OSError, ValueError) as error:
            raise SchedulerError(
                f"{address} does not answer as a Dask scheduler ({error}): start one with "
                "`dask scheduler`, and workers with `dask worker`."
            ) from error
        with client:
            yield client.get_executor(pure=False, retries=3)

    return start


def _end_with_parent() -> None:
    """Watch the process that started the build; a worker whose build was killed ends too."""
    parent = parent_process()
    if parent is not None:
        watch = threading.Thread(target=_watch, args=(parent.sentinel,), daemon=True)
        watch.start()


def _watch(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)


def shards_of(
    work: Sequence[Chunk], folder: str, executors: Executors, ahead: int
) -> Iterator[Shard]:
    """Each chunk's shard, as they are finished.

    When a process dies at its work, the files it may have had are worked on one by one, so that
    the one that kills its process is reported like any other that cannot be read.
    """
    waiting = deque(work)
    while waiting:
        suspects: list[Chunk] = []
        with executors() as executor:
            yield from _run(waiting, suspects, folder, executor, ahead * _AHEAD)
        for chunk in suspects:
            for file in chunk.files:
                yield _alone(Chunk((file,), chunk.program, chunk.options), folder, executors)


def _run(
    waiting: deque[Chunk], suspects: list[Chunk], folder: str, executor: Executor, most: int
) -> Iterator[Shard]:
    """Work through `waiting` until it is empty or the executor breaks."""
    running: dict[Future[Shard], Chunk] = {}
    while waiting or running:
        try:
            while waiting and len(running) < most and not suspects:
                running[executor.submit(work_on, waiting[0], folder)] = waiting[0]
                waiting.popleft()
        except BrokenProcessPool:
            suspects.extend(running.values())
            return
        if not running:
            return
        done, _ = wait(running, return_when=FIRST_COMPLETED)
        for future in done:
            chunk = running.pop(future)
            try:
                yield future.result()
            except RecallingError:
                raise
            except Exception:  # its process died; the file that did it must be found
                suspects.append(chunk)


def _alone(chunk: Chunk, folder: str, executors: Executors) -> Shard:
    """One file in an executor of its own."""
    with executors() as executor:
        try:
            return executor.submit(work_on, chunk, folder).result()
        except RecallingError:
            raise
        except Exception as error:
            ((path, digest),) = chunk.files
            why = f"{path} ended the process that read it ({type(error).__name__}): leave it out."
            return Shard("", chunk.program, (Row(path, digest, failed=why),), {})
