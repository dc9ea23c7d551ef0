"""Each command as the contract has it: its shapes, its defaults, its exit codes."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import rdflib
from pytest_httpserver import HTTPServer

import recalling
from recalling.cli.console import progress

Run = Callable[..., Any]


def rows(jsonl: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in jsonl.splitlines()]


def test_build_without_a_path_builds_the_bundled_resolution(run: Run, tmp_path: Path) -> None:
    """Graph, page and manifest; on standard output what is cited, under which verb, where."""
    outcome = run("build", "-o", tmp_path)
    assert outcome.code == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        "A_RES_78_265.html",
        "A_RES_78_265.ttl",
        "MANIFEST.toml",
    ]
    line = next(x for x in outcome.out.splitlines() if "A/RES/76/307" in x)
    assert "recalls" in line
    assert "回顾" in line
    assert "op11" in line
    assert str(tmp_path / "A_RES_78_265.ttl") in outcome.err


def test_build_writes_into_graphs_by_default(tmp_path: Path) -> None:
    """The folder of the contract, below the folder where one stands."""
    subprocess.run(
        [sys.executable, "-m", "recalling", "build"],
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    assert (tmp_path / "graphs" / "A_RES_78_265.ttl").stat().st_size > 0


def test_build_of_many_says_how_much(run: Run, tmp_path: Path, example: Path) -> None:
    """More documents than a screen holds get a line each."""
    texts = tmp_path / "texts"
    texts.mkdir()
    text = example.read_text(encoding="utf-8")
    for number in range(301, 308):
        (texts / f"{number}.txt").write_text(text.replace("78/265. ", f"78/{number}. "))
    outcome = run("build", texts, "-o", tmp_path / "out")
    assert outcome.code == 0
    assert len(list((tmp_path / "out").glob("*.ttl"))) == 7
    assert "A/RES/78/301" in outcome.out
    assert "A/RES/76/307" not in outcome.out


def test_extract_prints_a_table_by_default(run: Run, example: Path) -> None:
    """Paragraph, verb, what is cited, words."""
    outcome = run("extract", example)
    assert outcome.code == 0
    assert "A/HRC/RES/17/4" in outcome.out


def test_extract_jsonl_has_a_record_a_line(run: Run, example: Path) -> None:
    """With the document's symbol and language in each."""
    records = rows(run("extract", example, "--format", "jsonl").out)
    assert {(r["document"], r["language"]) for r in records} == {("A/RES/78/265", "zh")}
    assert "A/DEC/77/568" in {r["symbol"] for r in records}


def test_extract_csv_has_the_same_rows(run: Run, example: Path) -> None:
    """Under a head line with the names of the fields."""
    records = rows(run("extract", example, "--format", "jsonl").out)
    table = list(csv.DictReader(io.StringIO(run("extract", example, "--format", "csv").out)))
    assert list(table[0]) == list(records[0])
    assert [r["symbol"] for r in table] == [r["symbol"] or "" for r in records]


def test_extract_writes_a_file_an_input(run: Run, tmp_path: Path, example: Path) -> None:
    """`<stem>.jsonl`, whatever the format of the terminal would have been."""
    for name in ("a.zh.txt", "b.zh.paged.txt"):
        (tmp_path / name).write_bytes(example.read_bytes())
    out = tmp_path / "out"
    outcome = run("extract", tmp_path / "a.zh.txt", tmp_path / "b.zh.paged.txt", "-o", out)
    assert (outcome.code, outcome.out) == (0, "")
    assert sorted(p.name for p in out.iterdir()) == ["a.zh.jsonl", "b.zh.paged.jsonl"]
    assert rows((out / "a.zh.jsonl").read_text(encoding="utf-8"))


def test_extract_reads_standard_input(run: Run, example: Path) -> None:
    """`-`, and language and symbol as given."""
    text = example.read_text(encoding="utf-8")
    options = ("--format", "jsonl", "--language", "zh", "--symbol", "A/RES/78/999")
    records = rows(run("extract", "-", *options, stdin=text).out)
    assert {r["document"] for r in records} == {"A/RES/78/999"}


def test_the_base_of_identifiers(run: Run, example: Path) -> None:
    """`--base` stands before every instrument."""
    options = ("--format", "jsonl", "--base", "https://example.org/un/")
    records = rows(run("extract", example, *options).out)
    assert all(r["instrument"].startswith("https://example.org/un/") for r in records)


def test_outline(run: Run, tmp_path: Path, example: Path) -> None:
    """The same rows printed and written as `<stem>.outline.jsonl`; a table by default."""
    printed = run("outline", example, "--format", "jsonl").out
    run("outline", example, "-o", tmp_path)
    written = (tmp_path / "A_RES_78_265.zh.outline.jsonl").read_text(encoding="utf-8")
    assert printed == written
    (row,) = [r for r in rows(written) if r["label"] == "op4"]
    assert list(row) == ["label", "role", "start", "end", "verb", "function", "notes"]
    text = example.read_text(encoding="utf-8")
    assert text[row["start"] : row["end"]].startswith("4. **促请**会员国")
    assert "op4(b)" in run("outline", example).out


def test_query_list_says_what_each_answers(run: Run) -> None:
    """In English and Chinese, with the parameters."""
    outcome = run("query", "--list")
    assert outcome.code == 0
    for packaged in recalling.queries():
        assert packaged.name in outcome.out
    assert "--instrument" in outcome.out


def test_query_with_a_parameter(run: Run, graphs: Path) -> None:
    """Both ways of giving it; names with a hyphen are those with an underscore."""
    asked = run("query", "cited-by", "--instrument", "A/RES/70/1", "--on", graphs)
    assert asked.code == 0
    assert "op4(b)" in asked.out
    again = run("query", "cited-by", "--instrument=A/RES/70/1", "--on", graphs)
    assert again.out == asked.out


@pytest.mark.parametrize("form", ["csv", "tsv", "json"])
def test_query_formats(run: Run, graphs: Path, form: str) -> None:
    """SPARQL 1.1's own formats, all with the same words."""
    outcome = run("query", "cites", "--on", graphs, "--format", form)
    assert outcome.code == 0
    assert "A/RES/69/313" in outcome.out
    if form == "json":
        assert json.loads(outcome.out)["results"]["bindings"]


def test_query_from_a_file_and_from_standard_input(run: Run, tmp_path: Path, graphs: Path) -> None:
    """SELECT, ASK and CONSTRUCT."""
    ask = "ASK { ?work dcterms:identifier 'A/RES/78/265' }"
    assert run("query", "-", "--on", graphs, stdin=ask).out == "yes\n"
    assert run("query", "-", "--on", graphs, stdin=ask.replace("265", "266")).out == "no\n"
    file = tmp_path / "draft.rq"
    file.write_text("CONSTRUCT { ?a rec:adoptedFrom ?b } WHERE { ?a rec:adoptedFrom ?b }")
    turtle = run("query", file, "--on", graphs / "A_RES_78_265.ttl", "--format", "ttl").out
    assert len(rdflib.Graph().parse(data=turtle)) == 1


def test_query_on_an_endpoint(run: Run, httpserver: HTTPServer) -> None:
    """The answer of a remote endpoint in the same table."""
    answer = {
        "head": {"vars": ["symbol"]},
        "results": {"bindings": [{"symbol": {"type": "literal", "value": "A/RES/1/1"}}]},
    }
    httpserver.expect_request("/sparql").respond_with_json(
        answer, content_type="application/sparql-results+json"
    )
    outcome = run("query", "cites", "--on", httpserver.url_for("/sparql"), "--format", "csv")
    assert outcome.code == 0, outcome
    assert "A/RES/1/1" in outcome.out


def test_view(run: Run, tmp_path: Path, graphs: Path) -> None:
    """Where it is told to, beside a graph, and for a folder of graphs."""
    graph = tmp_path / "x.ttl"
    graph.write_bytes((graphs / "A_RES_78_265.ttl").read_bytes())
    assert run("view", graph).code == 0
    assert run("view", tmp_path).code == 0
    assert run("view", graph, "-o", tmp_path / "page.html").code == 0
    for name in ("x.html", "index.html", "page.html"):
        page = (tmp_path / name).read_text(encoding="utf-8")
        assert page.lstrip().lower().startswith("<!doctype html>")
        assert "A/RES/78/265" in page


RDF_FORMATS = {"ttl": "turtle", "nt": "nt", "jsonld": "json-ld", "rdfxml": "xml", "trig": "trig"}


@pytest.mark.parametrize("to", RDF_FORMATS)
def test_export_to_rdf_keeps_every_triple(run: Run, graphs: Path, to: str) -> None:
    """Another parser reads from each what the Turtle says."""
    source = graphs / "A_RES_78_265.ttl"
    outcome = run("export", source, "--to", to)
    assert outcome.code == 0
    parsed = rdflib.Dataset(default_union=True)
    parsed.parse(data=outcome.out, format=RDF_FORMATS[to])
    said = {(s, p, o) for s, p, o, _ in parsed.quads()}
    assert said == set(rdflib.Graph().parse(source))


@pytest.mark.parametrize(("to", "beginning"), [("graphml", "<?xml"), ("csv", "citing,cited")])
def test_export_of_the_network(
    run: Run, tmp_path: Path, graphs: Path, to: str, beginning: str
) -> None:
    """Into a file as onto standard output."""
    printed = run("export", graphs, "--to", to).out
    assert printed.startswith(beginning)
    assert run("export", graphs, "--to", to, "-o", tmp_path / "out").code == 0
    assert (tmp_path / "out").read_bytes().decode().splitlines() == printed.splitlines()


def test_check(run: Run, tmp_path: Path, graphs: Path) -> None:
    """0 when the graph fits, 1 with words on what does not."""
    fits = run("check", graphs)
    assert (fits.code, fits.out) == (0, "")
    turtle = (graphs / "A_RES_78_265.ttl").read_text(encoding="utf-8")
    broken = tmp_path / "broken.ttl"
    broken.write_text("\n".join(x for x in turtle.split("\n") if "cito:hasCitedEntity" not in x))
    findings = run("check", broken)
    assert findings.code == 1
    assert "must cite" in findings.out


def test_data_and_words_keep_apart(tmp_path: Path, example: Path) -> None:
    """In a pipe there is no progress, no colour, and nothing but data on standard output."""
    done = subprocess.run(
        [sys.executable, "-m", "recalling", "extract", "--format", "jsonl", str(example.parent)],
        cwd=tmp_path,
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert done.stderr == b""
    assert all(line.startswith(b"{") for line in done.stdout.splitlines())
    assert "《联合国宪章》".encode() in done.stdout


def test_a_closed_pipe_ends_quietly(example: Path) -> None:
    """`recalling extract … | head -1` leaves no traceback."""
    command = f'"{sys.executable}" -m recalling extract "{example}" --format jsonl | head -c 10'
    done = subprocess.run(command, shell=True, capture_output=True, check=True)
    assert b"Traceback" not in done.stderr


def test_version_and_completion(run: Run) -> None:
    """The version of the package; a script for the shell."""
    assert run("--version").out == f"recalling {recalling.__version__}\n"
    completing = subprocess.run(
        [sys.executable, "-m", "recalling"],
        env={
            **os.environ,
            "_RECALLING_COMPLETE": "complete_bash",
            "COMP_WORDS": "recalling query cited",
            "COMP_CWORD": "2",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert completing.stdout.split() == ["cited-by", "cited-together"]


def test_a_store_says_what_it_holds(run: Run, example: Path, tmp_path: Path) -> None:
    """What was read now and what is known already, each a row of its own."""
    store = tmp_path / "un"
    counts = []
    for _ in range(2):
        outcome = run("build", example, "--store", store, "--jobs", "1")
        assert outcome.code == 0
        rows = [line.rsplit(maxsplit=1) for line in outcome.out.splitlines() if line.strip()]
        said = {name.strip(): value for name, value in rows}
        counts.append((said["works"], said["files read now"], said["files known by their content"]))
    assert counts == [("1", "1", "0"), ("1", "0", "1")]


@pytest.mark.parametrize(
    ("terminal", "total", "shown"), [(1, 2, True), (0, 2, False), (1, 1, False)]
)
def test_a_bar_shows_progress_on_a_terminal_only(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    terminal: int,
    total: int,
    shown: bool,
) -> None:
    """And for more than one file only; a log file gets no control signs."""
    monkeypatch.setenv("TTY_COMPATIBLE", str(terminal))
    with progress("reading", total) as step:
        step()
    assert ("reading" in capsys.readouterr().err) == shown


def test_a_table_shows_the_first_thousand_rows_and_csv_has_all(
    run: Run, graphs: Path, tmp_path: Path
) -> None:
    query = tmp_path / "pairs.rq"
    query.write_text("SELECT ?s { ?s ?p ?o . ?a a rec:Resolution } LIMIT 1500")
    table, whole = (
        run("query", query, "--on", graphs),
        run("query", query, "--on", graphs, "--format", "csv"),
    )
    assert len(table.out.splitlines()) < 1100
    assert "the first 1,000 rows of 1,500" in table.err
    assert "--format csv" in table.err
    assert (len(whole.out.splitlines()), whole.err) == (1501, "")
