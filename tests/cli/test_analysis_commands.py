"""The commands on many documents print alike, into a file too; an idle option is refused."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
SYMBOL = "A/RES/78/265"
ANALYSES = (("stats",), ("lineage", SYMBOL), ("compare", SYMBOL, SYMBOL, "--same"), ("review",))
FORMATS = ("table", "csv", "json", "jsonl", "html")


@pytest.mark.parametrize("command", ANALYSES, ids=lambda words: words[0])
@pytest.mark.parametrize("form", FORMATS)
def test_every_analysis_prints_every_format_and_writes_the_same(
    run: Run, graphs: Path, tmp_path: Path, command: tuple[str, ...], form: str
) -> None:
    printed = run(*command, "--on", graphs, "--format", form)
    file = tmp_path / "out"
    written = run(*command, "--on", graphs, "--format", form, "-o", file)
    assert (printed.code, written.code) == (0, 0)
    assert written.out == ""
    assert f"wrote {file}" in written.err
    text = file.read_text(encoding="utf-8")
    assert "".join(text.split()) == "".join(printed.out.split())
    assert text or command == ("review",)  # there is nothing to look at in this document


def test_rows_say_of_which_list_they_are(run: Run, graphs: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("stats", "--on", graphs, "--format", "csv").out)))
    assert {"list": "languages", "what": "zh", "count": "1", "example": ""} in rows
    lines = run("lineage", SYMBOL, "--on", graphs, "--format", "jsonl").out.splitlines()
    lists = {json.loads(line)["list"] for line in lines}
    assert {"oldest", "rests_on"} <= lists


def test_what_is_known_from_citations_only_has_no_chain_and_no_series(
    run: Run, graphs: Path
) -> None:
    """Its lists are said to be empty, not printed as tables of nothing or of itself."""
    printed = run("lineage", "A/RES/70/1", "--on", graphs).out
    lines = [line.strip() for line in printed.splitlines()]
    for title in (
        "back to the oldest instrument reached", "the series of its item", "what it rests on",
    ):  # fmt: skip
        assert f"{title}: none" in lines
    assert any(SYMBOL in line for line in lines[lines.index("what rests on it") :])


def test_a_spreadsheet_has_the_evidence_of_both_sides(run: Run, graphs: Path) -> None:
    done = run("compare", SYMBOL, SYMBOL, "--same", "--on", graphs, "--format", "csv")
    row = next(r for r in csv.DictReader(io.StringIO(done.out)) if r["cited"] == "A/RES/70/1")
    assert row["what"] == "same"
    assert row["first_evidence"] == row["second_evidence"]
    assert "zh pp2: 又重申 “70/1”" in row["first_evidence"].split("; ")


@pytest.mark.parametrize(
    ("words", "option"),
    [
        (("view", "GRAPHS", "--steps", "2"), "--steps says nothing without --around SYMBOL"),
        (("view", "GRAPHS", "--language", "zh"), "--language says nothing without --around"),
        (("export", "GRAPHS", "--to", "nt", "--steps", "1"), "--steps says nothing without"),
        (("build", "--jobs", "2"), "--jobs says nothing without --store STORE"),
        (("build", "--prune"), "--prune says nothing without --store STORE"),
        (("build", "--store", "un", "-o", "out"), "--output says nothing beside --store"),
        (("check", "STORE"), "is a store, which leaves out"),
        (("stats", "--on", "GRAPHS", "--write-ranks"), "holds no store"),
        (("review", "--on", "GRAPHS", "--write"), "holds no store"),
        (("stats", "--on", "GRAPHS", "-o", "/proc/none/x"), "cannot be written to"),
    ],
)
def test_what_would_be_ignored_is_refused_before_the_work(
    run: Run,
    graphs: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    option: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "CURRENT").write_text("generation-1\n")
    places = {"GRAPHS": graphs, "STORE": tmp_path}
    before = sorted(graphs.iterdir())
    done = run(*(places.get(word, word) for word in words))
    assert (done.code, done.out) == (2, "")
    assert option in done.err
    assert done.err.count("\n") == 1
    assert sorted(graphs.iterdir()) == before
    assert [path.name for path in tmp_path.iterdir()] == ["CURRENT"]
