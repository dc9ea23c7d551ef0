"""A chunk of files becomes a shard: what it leaves in the process that did it."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from bulk_texts import write_text

from recalling.model import LANGUAGES
from recalling.pipeline import Options, process
from recalling.pipeline.bulk_work import Chunk, content_digest, shard_name, work_on
from recalling.readers import read_text


def chunk(*paths: Path) -> Chunk:
    return Chunk(tuple((str(path), content_digest(str(path))) for path in paths), "me", Options())


@pytest.mark.parametrize("on", [True, False])
def test_the_collector_is_left_as_it_was(tmp_path: Path, on: bool) -> None:
    """Also when a file cannot be read: a worker works on many chunks."""
    bad = tmp_path / "bad.txt"
    bad.write_text("", encoding="utf-8")
    was = gc.isenabled()
    try:
        (gc.enable if on else gc.disable)()
        work_on(chunk(write_text(tmp_path, 1), bad), str(tmp_path))
        assert gc.isenabled() is on
    finally:
        (gc.enable if was else gc.disable)()


def test_a_row_counts_the_statements_that_its_place_holds(tmp_path: Path) -> None:
    """Each shared statement is one line, and none stands there twice."""
    work = chunk(write_text(tmp_path, 1), write_text(tmp_path, 2))
    shard = work_on(work, str(tmp_path))
    said = (tmp_path / shard_name(shard.key)).read_bytes()
    for row in shard.rows:
        begin, middle, end = row.place
        shared = said[middle:end].splitlines()
        own = said[begin:middle].decode().splitlines()[1:]  # below the prefix of the text
        assert len(shared) == len(set(shared)) > 10
        assert row.statements == len(shared) + len(own)


def test_a_store_looks_for_the_clauses_that_govern_and_for_no_others() -> None:
    """Paragraph 4 cites nothing, but its verb governs its point, which does; 5 does neither."""
    text = (
        "78/265. Title\n\nThe General Assembly,\n\n"
        "Recalling its resolution 70/1 of 25 September 2015,\n\n"
        "4. Encourages all States:\n\n(a) To follow its resolution 75/176;\n\n"
        "5. Requests the Secretary-General to report to it.\n"
    )
    document = read_text(text, "text", symbol="A/RES/78/265")
    every, governing = process(document), process(document, governing=True)
    assert {clause.paragraph for clause in every.finding.clauses} >= {"pp1", "op4", "op5"}
    assert {clause.paragraph for clause in governing.finding.clauses} == {"pp1", "op4"}
    assert governing.resolution == every.resolution
    assert [c.clause and c.clause.verb for c in governing.resolution.citations] == [
        "Recalling",
        "Encourages",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_identified_hangs_on_no_other_clauses(dev: Path, language: str) -> None:
    for path in sorted(dev.glob(f"*.{language}.txt"))[::40]:
        document = read_text(path.read_text(encoding="utf-8"), path.name)
        assert process(document, governing=True).resolution == process(document).resolution
