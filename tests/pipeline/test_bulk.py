"""Building many files into a store: what it says, what a second run touches, what a kill leaves."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pyoxigraph as ox
import pytest
from bulk_texts import EXAMPLE, edges, everything, write_text

from recalling.model.errors import GraphError, OutputError
from recalling.pipeline import Options, build_store, find_inputs, local_processes
from recalling.pipeline.bulk_executors import SchedulerError, dask_cluster
from recalling.pipeline.bulk_work import Row, Shard, finished_shards, shard_name
from recalling.store import packaged_queries, run_query, statements_folder
from recalling.store.embedded import kept_files

GOALS = "https://w3id.org/recalling/doc/A/RES/70/1"


@contextmanager
def threads():
    with ThreadPoolExecutor(1) as pool:
        yield pool


def build(folder: Path, store: Path, **how):
    how.setdefault("executors", threads)
    return build_store(store, find_inputs([folder]), Options(), **how)


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    for number in range(1, 6):
        write_text(folder, number)
    return folder


def test_a_store_answers_for_all_files(texts: Path, tmp_path: Path) -> None:
    report = build(texts, tmp_path / "store")
    assert (report.worked, report.totals.works, report.totals.files) == (5, 5, 5)
    assert edges(tmp_path / "store") == {(f"A/RES/79/{n}", "A/RES/70/1") for n in range(1, 6)}


def test_processes_make_the_same_store(texts: Path, tmp_path: Path) -> None:
    build(texts, tmp_path / "one")
    build(texts, tmp_path / "two", executors=local_processes(2))
    assert everything(tmp_path / "one") == everything(tmp_path / "two")


def test_language_versions_are_one_work_and_keep_apart(texts: Path, tmp_path: Path) -> None:
    (texts / "other.txt").write_bytes(EXAMPLE.read_bytes())
    (texts / "1.zh.txt").write_text(
        EXAMPLE.read_text(encoding="utf-8").replace("78/265", "79/1"), encoding="utf-8"
    )
    report = build(texts, tmp_path / "store")
    assert (report.totals.works, report.totals.expressions) == (6, 7)
    rows = run_query(
        "SELECT ?text (COUNT(DISTINCT ?citation) AS ?n) { "
        '?work dcterms:identifier "A/RES/79/1" ; frbr:realization ?text . '
        "?citation cito:hasCitingEntity ?work ; rec:inParagraph/dcterms:isPartOf ?text } "
        "GROUP BY ?text",
        statements_folder(tmp_path / "store"),
    ).texts()
    counts = {text.rpartition("/")[2]: int(n) for text, n in rows}
    assert counts["en"] == 1
    assert counts["zh"] > 40


def test_what_several_texts_say_stands_there_once(texts: Path, tmp_path: Path) -> None:
    """Statements and answers."""
    for number in (1, 2):
        (texts / f"{number}.zh.txt").write_text(
            EXAMPLE.read_text(encoding="utf-8").replace("78/265", f"79/{number}"), encoding="utf-8"
        )
    build(texts, tmp_path / "store")
    for query in packaged_queries():
        rows = run_query(query.text, statements_folder(tmp_path / "store")).rows
        assert len(rows) == len(set(rows)), query.name
    store = ox.Store.read_only(str(statements_folder(tmp_path / "store")))
    kind = ox.NamedNode("https://w3id.org/recalling/ontology#kind")
    assert (
        len(list(store.quads_for_pattern(ox.NamedNode(GOALS), kind, None, ox.DefaultGraph()))) == 1
    )


def test_names_of_what_is_cited_are_there_once(texts: Path, tmp_path: Path) -> None:
    build(texts, tmp_path / "store")
    rows = run_query(
        'SELECT ?label { ?x dcterms:identifier "A/RES/70/1" ; skos:prefLabel ?label '
        'FILTER(LANG(?label) = "zh") } GROUP BY ?label',
        statements_folder(tmp_path / "store"),
    ).texts()
    assert list(rows) == [("2030年可持续发展议程",)]


def test_nothing_new_is_nothing_done(texts: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    build(texts, store)
    before = {p: p.stat().st_mtime_ns for p in store.rglob("*") if p.is_file()}
    report = build(texts, store)
    assert (report.worked, report.unchanged) == (0, 5)
    after = {p: p.stat().st_mtime_ns for p in store.rglob("*") if p.is_file()}
    assert after.keys() == before.keys()
    assert {p.name for p in after if after[p] != before[p]} <= {"lock"}


def test_a_changed_file_replaces_exactly_its_own(texts: Path, tmp_path: Path) -> None:
    """The store is then what a build of the changed folder from nothing gives."""
    build(texts, tmp_path / "store")
    write_text(texts, 2, said=" and its resolution 71/256 of 23 December 2016")
    report = build(texts, tmp_path / "store")
    assert (report.worked, report.unchanged) == (1, 4)
    assert ("A/RES/79/2", "A/RES/71/256") in edges(tmp_path / "store")
    build(texts, tmp_path / "anew")
    assert everything(tmp_path / "store") == everything(tmp_path / "anew")


def test_two_files_that_claim_to_be_one_text_are_taken_out_apart(
    texts: Path, tmp_path: Path
) -> None:
    """What both say stays until neither is there."""
    store = tmp_path / "store"
    twin = write_text(tmp_path / "more", 2, said=" and its resolution 71/256 of 23 December 2016")
    twin.rename(texts / "twin.txt")
    report = build(texts, store)
    assert (report.totals.works, report.totals.repeated) == (5, 1)
    assert ("A/RES/79/2", "A/RES/71/256") in edges(store)
    (texts / "twin.txt").unlink()
    assert build(texts, store, prune=True).forgotten == 1
    build(texts, tmp_path / "anew")
    assert everything(store) == everything(tmp_path / "anew")


def test_shards_stay_as_long_as_a_file_needs_them(texts: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    build(texts, store)
    (first,) = kept_files(store).iterdir()
    write_text(texts, 2, said=" and its resolution 71/256 of 23 December 2016")
    build(texts, store)
    assert first.name in {file.name for file in kept_files(store).iterdir()}
    for number in (1, 3, 4, 5):
        write_text(texts, number, said=" and its resolution 71/256 of 23 December 2016")
    build(texts, store)
    assert first.name not in {file.name for file in kept_files(store).iterdir()}
    build(texts, tmp_path / "anew")
    assert everything(store) == everything(tmp_path / "anew")


def test_what_is_gone_stays_until_it_is_pruned(texts: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    build(texts, store)
    (texts / "3.txt").unlink()
    report = build(texts, store)
    assert (report.vanished, report.forgotten) == (1, 0)
    assert ("A/RES/79/3", "A/RES/70/1") in edges(store)
    report = build(texts, store, prune=True)
    assert (report.vanished, report.forgotten) == (0, 1)
    build(texts, tmp_path / "anew")
    assert everything(store) == everything(tmp_path / "anew")


def test_a_moved_file_is_not_read_again(texts: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    build(texts, store)
    before = everything(store)
    texts.rename(tmp_path / "moved")
    report = build(tmp_path / "moved", store, prune=True)
    assert (report.worked, report.unchanged, report.forgotten) == (0, 5, 5)
    assert everything(store) == before


def test_a_copy_is_read_once_and_outlives_its_twin(texts: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    (texts / "copy.txt").write_bytes((texts / "1.txt").read_bytes())
    report = build(texts, store)
    assert (report.worked, report.totals.files, report.totals.repeated) == (5, 6, 1)
    (texts / "1.txt").unlink()
    build(texts, store, prune=True)
    assert ("A/RES/79/1", "A/RES/70/1") in edges(store)


def test_a_bad_file_is_reported_each_time_and_stops_nothing(texts: Path, tmp_path: Path) -> None:
    (texts / "bad.xml").write_text("<akomaNtoso>", encoding="utf-8")
    for _ in range(2):
        report = build(texts, tmp_path / "store")
        assert [Path(f.path).name for f in report.failed] == ["bad.xml"]
        assert "bad.xml" in report.failed[0].sentence
        assert report.totals.files == 5


def test_what_could_not_be_read_of_a_file_is_reported_each_time(
    texts: Path, tmp_path: Path
) -> None:
    (texts / "half.xml").write_text(
        '<akomaNtoso><statement><meta><FRBRlanguage language="eng"/></meta><preamble>\n'
        "<container><p>Recalling resolution 70/1,</p>"
        "</container>\n</preamble></wrong></statement></akomaNtoso>",
        encoding="utf-8",
    )
    half = texts / "half.xml"
    for _ in range(2):
        report = build(texts, tmp_path / "store")
        assert [f.path for f in report.partly] == [str(half)]
        assert report.partly[0].sentence.startswith(f"{half}: line 3, column ")
        assert (report.totals.partly, report.failed) == (1, ())
    moved = half.rename(texts / "moved.xml")
    assert [f.path for f in build(texts, tmp_path / "store", prune=True).partly] == [str(moved)]


def test_a_new_program_reads_everything_again(texts: Path, tmp_path: Path) -> None:
    """Another base is another program, as another version would be."""
    store = tmp_path / "store"
    build(texts, store)
    base = "https://example.org/"
    report = build_store(store, find_inputs([texts]), Options(base=base), executors=threads)
    assert report.worked == 5
    assert not any("<https://w3id.org/recalling/doc/" in line for line in everything(store))


def test_two_builds_do_not_meet(texts: Path, tmp_path: Path) -> None:
    """The second is refused while the first runs."""
    met: list[str] = []

    def step(_done: int, _all: int) -> None:
        with pytest.raises(OutputError, match="another process") as refused:
            build(texts, tmp_path / "store")
        met.append(str(refused.value))

    build(texts, tmp_path / "store", step=step)
    assert met


def test_a_folder_of_other_things_is_no_store(texts: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("Dear", encoding="utf-8")
    with pytest.raises(OutputError, match=r"letter\.txt"):
        build(texts, tmp_path / "mine")
    assert [p.name for p in (tmp_path / "mine").iterdir()] == ["letter.txt"]


def test_an_absent_scheduler_is_one_sentence(texts: Path, tmp_path: Path) -> None:
    with pytest.raises(SchedulerError, match="Dask"):
        build(texts, tmp_path / "store", executors=dask_cluster("tcp://127.0.0.1:1"))


def test_killed_at_many_moments_a_build_goes_on(texts: Path, tmp_path: Path) -> None:
    """The store answers as before or as after each kill, and in the end as if never killed."""
    store = tmp_path / "store"
    build(texts, store)
    before = edges(store)
    for number in range(6, 60):
        write_text(texts, number)
    after = before | {(f"A/RES/79/{n}", "A/RES/70/1") for n in range(6, 60)}
    command = [sys.executable, "-m", "recalling", "build", str(texts), "--store", str(store)]
    began = time.monotonic()
    subprocess.run(
        [*command[:-1], str(tmp_path / "whole"), "--jobs", "2"], check=True, capture_output=True
    )
    whole = time.monotonic() - began
    for moment in range(1, 9):
        process = subprocess.Popen(
            [*command, "--jobs", "2"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        time.sleep(whole * moment / 7)
        process.kill()
        process.wait()
        assert edges(store) in (before, after)
        _until_alone(process.pid)
    subprocess.run([*command, "--jobs", "2"], check=True, capture_output=True)
    assert edges(store) == after
    assert everything(store) == everything(tmp_path / "whole")
    assert sorted(p.name for p in store.iterdir() if p.name.startswith("generation")) == [
        (store / "CURRENT").read_text().strip()
    ]


def _until_alone(group: int) -> None:
    """Wait until the workers of a killed build have ended by themselves."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    os.killpg(group, signal.SIGKILL)
    pytest.fail("workers outlived the build that was killed")


def test_a_half_made_generation_is_swept(texts: Path, tmp_path: Path) -> None:
    """As a kill between the rename and the pointer leaves it."""
    store = tmp_path / "store"
    build(texts, store)
    before = everything(store)
    (store / "generation-2").mkdir()
    (store / "generation-3.part").mkdir()
    assert everything(store) == before
    build(texts, store)
    assert sorted(p.name for p in store.glob("generation*")) == ["generation-1"]


def test_a_pointer_to_nothing_is_said_so(texts: Path, tmp_path: Path) -> None:
    build(texts, tmp_path / "store")
    (tmp_path / "store" / "CURRENT").write_text("generation-9\n")
    with pytest.raises(GraphError, match="without its statements"):
        statements_folder(tmp_path / "store")


def test_what_a_killed_build_left_half_is_not_taken_up(tmp_path: Path) -> None:
    """A shard counts with both its files, made by this program, of contents still wanted."""

    def shard(key: str, digest: str, program: str = "this", whole: bool = True) -> None:
        made = Shard(key, program, (Row(f"{key}.txt", digest, key),), {})
        (tmp_path / f"{key}.rows").write_bytes(msgspec.msgpack.encode(made))
        if whole:
            (tmp_path / shard_name(key)).write_text("")

    shard("good", "a")
    shard("half", "b", whole=False)
    shard("older", "c", program="another")
    shard("gone", "d")
    shard("same", "a")
    (tmp_path / "broken.rows").write_bytes(b"no shard")
    found = finished_shards(tmp_path, "this", frozenset("abc"))
    assert [one.key for one in found] == ["good"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["good.rows", "good.ttl"]
    assert finished_shards(tmp_path / "none", "this", frozenset("abc")) == []
