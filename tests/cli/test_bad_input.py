"""Whatever is wrong with the input: one sentence that says what, where and what to do, exit code 2,
and what was there before is as it was."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from pytest_httpserver import HTTPServer

Run = Callable[..., Any]
READING = ("build", "extract", "outline")

NO_CITATIONS = """Seventy-ninth session

Resolution adopted by the General Assembly on 3 March 2025

79/999. World Day of Quiet

The General Assembly,

Convinced of the value of quiet,

1. Decides to observe quiet;

2. Invites all Member States to be quiet.

60th plenary meeting
3 March 2025
"""


def empty(path: Path) -> None:
    path.write_bytes(b"")


def binary(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 16)


def no_known_language(path: Path) -> None:
    path.write_text(
        "Ήλθον είδον ενίκησα, και ουδέν άλλο ειπείν έχω σήμερον.\n" * 20, encoding="utf-8"
    )


def no_resolution(path: Path) -> None:
    path.write_text(
        "It is a truth universally acknowledged, that a single man in possession of a good "
        "fortune, must be in want of a wife.\n" * 20,
        encoding="utf-8",
    )


def broken_utf8(path: Path) -> None:
    path.write_bytes(NO_CITATIONS.encode() + "Déjà vu".encode("latin-1") + b"\n")


def too_large(path: Path) -> None:
    with path.open("wb") as file:
        file.write(NO_CITATIONS.encode())
        file.truncate(200_000_000)


BAD_FILES: tuple[Callable[[Path], None], ...] = (
    empty,
    binary,
    no_known_language,
    no_resolution,
    broken_utf8,
    too_large,
)


def assert_refused(outcome: Any, *places: object) -> None:
    """Exit code 2, nothing on standard output, one line that names every place."""
    assert outcome.code == 2, outcome
    assert outcome.out == ""
    assert len(outcome.err.strip().splitlines()) == 1, outcome.err
    for place in places:
        assert str(place) in outcome.err, outcome.err


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A folder in which something lies already."""
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "A_RES_78_265.ttl").write_text("what was there before")
    return folder


def assert_as_it_was(folder: Path) -> None:
    """Nothing was added to `kept` and nothing in it changed."""
    assert [p.name for p in folder.iterdir()] == ["A_RES_78_265.ttl"]
    assert (folder / "A_RES_78_265.ttl").read_text() == "what was there before"


@pytest.mark.parametrize("command", READING)
@pytest.mark.parametrize("make", BAD_FILES, ids=lambda make: make.__name__)
def test_a_file_that_cannot_be_read(
    run: Run, tmp_path: Path, kept: Path, command: str, make: Callable[[Path], None]
) -> None:
    """Each kind of bad file is refused by each command that reads texts."""
    path = tmp_path / "given.txt"
    make(path)
    assert_refused(run(command, path, "-o", kept), path)
    assert_as_it_was(kept)


@pytest.mark.parametrize("command", ["build", "extract"])
def test_a_resolution_that_cites_nothing(
    run: Run, tmp_path: Path, kept: Path, command: str
) -> None:
    """Alone it is refused: most likely it is the wrong file, or half of one."""
    path = tmp_path / "quiet.txt"
    path.write_text(NO_CITATIONS)
    assert_refused(run(command, path, "-o", kept), path.name)
    assert_as_it_was(kept)


def test_a_resolution_that_cites_nothing_has_an_outline(run: Run, tmp_path: Path) -> None:
    """Its structure is there all the same."""
    path = tmp_path / "quiet.txt"
    path.write_text(NO_CITATIONS)
    outcome = run("outline", path, "--format", "jsonl")
    assert outcome.code == 0, outcome
    assert '"op2"' in outcome.out


CUT = """<akomaNtoso><statement name="resolution"><preface><docTitle>Title</docTitle></preface>
<preamble><p>Recalling its resolution 70/1,</p></preamble>
<mainBody><paragraph><num>1.</num><content><p>Decides to ac"""


@pytest.mark.parametrize("command", READING)
def test_a_file_that_breaks_off_is_read_so_far_and_reported(
    run: Run, tmp_path: Path, command: str
) -> None:
    """What stands before the fault is a result; that it is not all is said, and exit 1."""
    path = tmp_path / "cut.xml"
    path.write_text(CUT)
    outcome = run(command, path, "--language", "en", "-o", tmp_path / "out")
    assert outcome.code == 1
    assert "cut.xml: line 3, column 60: not well-formed" in outcome.err
    assert len(list((tmp_path / "out").iterdir())) > 0


@pytest.mark.parametrize("command", READING)
def test_a_pipe_and_a_link_that_leads_nowhere(run: Run, tmp_path: Path, command: str) -> None:
    """Named, each is refused; in a folder the pipe is passed over and the link reported."""
    pipe, link = tmp_path / "pipe.txt", tmp_path / "loop.txt"
    os.mkfifo(pipe)
    link.symlink_to(link)
    assert_refused(run(command, pipe), pipe)
    assert_refused(run(command, link), link)
    assert_refused(run(command, tmp_path), link)


def test_a_name_with_a_line_end_stays_on_its_line(run: Run, tmp_path: Path) -> None:
    """And signs that would command the terminal are not sent to it."""
    path = tmp_path / "two\nlines\x1b[31m.txt"
    path.write_text("")
    outcome = run("extract", path)
    assert_refused(outcome, "two?lines?[31m.txt: the file is empty")


@pytest.mark.parametrize("command", READING)
def test_a_path_that_is_not_there(run: Run, tmp_path: Path, command: str) -> None:
    """It is named."""
    missing = tmp_path / "missing.txt"
    assert_refused(run(command, missing), missing)


@pytest.mark.parametrize("command", READING)
def test_a_folder_without_readable_files(
    run: Run, tmp_path: Path, kept: Path, command: str
) -> None:
    """A folder with a picture only holds nothing to read."""
    folder = tmp_path / "pictures"
    folder.mkdir()
    (folder / "flag.png").write_bytes(b"\x89PNG")
    assert_refused(run(command, folder, "-o", kept), folder)
    assert_as_it_was(kept)


@pytest.mark.parametrize("command", READING)
def test_a_folder_that_cannot_be_written(
    run: Run, tmp_path: Path, example: Path, command: str
) -> None:
    """A file in the way, and a place where nobody can write (even root)."""
    file = tmp_path / "a-file"
    file.write_text("mine")
    for folder in (file, file / "below", Path("/proc/recalling")):
        assert_refused(run(command, example, "-o", folder), folder)
    assert file.read_text() == "mine"


def test_a_manifest_that_is_none_of_ours(run: Run, kept: Path, example: Path) -> None:
    """A folder with somebody else's MANIFEST.toml is left alone."""
    (kept / "MANIFEST.toml").write_text("name = 'another program'\n")
    assert_refused(run("build", example, "-o", kept), kept / "MANIFEST.toml")
    (kept / "MANIFEST.toml").unlink()
    assert_as_it_was(kept)


def test_one_bad_file_does_not_stop_the_rest(run: Run, tmp_path: Path, example: Path) -> None:
    """The others are built; the bad one is reported; exit code 1."""
    folder = tmp_path / "texts"
    folder.mkdir()
    empty(folder / "a-empty.txt")
    (folder / "b.txt").write_bytes(example.read_bytes())
    for command, written in (("build", "A_RES_78_265.ttl"), ("extract", "b.jsonl")):
        outcome = run(command, folder, "-o", tmp_path / command)
        assert outcome.code == 1
        assert str(folder / "a-empty.txt") in outcome.err
        assert (tmp_path / command / written).stat().st_size > 0


@pytest.mark.parametrize(
    "command",
    [("check",), ("view",), ("export", "--to", "nt"), ("query", "cites", "--on")],
    ids=lambda c: c[0],
)
@pytest.mark.parametrize(
    "content", ["<a> <b> ", "hello, world\n", ""], ids=["cut", "prose", "empty"]
)
def test_a_graph_that_does_not_parse(
    run: Run, tmp_path: Path, command: tuple[str, ...], content: str
) -> None:
    """Every command that reads a graph names the file that is none."""
    path = tmp_path / "broken.ttl"
    path.write_text(content)
    assert_refused(run(*command, path), path)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["broken.ttl"]


@pytest.mark.parametrize("command", ["check", "view", "export", "query"])
def test_a_graph_that_is_not_there(run: Run, tmp_path: Path, command: str) -> None:
    """It is named."""
    missing = tmp_path / "missing.ttl"
    more = {"export": ("--to", "nt"), "query": ("cites", "--on")}.get(command, ())
    assert_refused(run(command, *more, missing), missing)


def test_a_query_that_does_not_parse(run: Run, tmp_path: Path, graphs: Path) -> None:
    """From a file it is named; from standard input it is called that."""
    path = tmp_path / "broken.rq"
    path.write_text("SELECT ?a WHERE { ?a ")
    assert_refused(run("query", path, "--on", graphs), path)
    assert_refused(run("query", "-", "--on", graphs, stdin="SELEKT * WHERE {}"), "standard input")


def test_a_query_that_would_change_something(run: Run, tmp_path: Path, graphs: Path) -> None:
    """Updates and remote services are refused before anything runs."""
    for number, text in enumerate(
        (
            "DELETE WHERE { ?s ?p ?o }",
            "SELECT * WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
            "SELECT * FROM <file:///etc/passwd> WHERE { ?s ?p ?o }",
        )
    ):
        path = tmp_path / f"{number}.rq"
        path.write_text(text)
        assert_refused(run("query", path, "--on", graphs))


def test_a_query_of_no_known_name(run: Run, graphs: Path) -> None:
    """A name that is neither packaged nor a file, no name, and an unknown parameter."""
    assert_refused(run("query", "no-such-query", "--on", graphs), "no-such-query")
    assert_refused(run("query", "--on", graphs))
    assert_refused(run("query", "cites", "--nonsense", "1", "--on", graphs), "nonsense")


@pytest.mark.parametrize("command", ["build", "extract"])
@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--base", "not an iri"),
        ("--base", "https://example.org/no-slash"),
        ("--base", "relative/"),
        ("--symbol", "nonsense"),
    ],
)
def test_an_identifier_that_can_be_none(
    run: Run, kept: Path, example: Path, command: str, option: str, value: str
) -> None:
    """Refused before any work, in words: the graph would not be one."""
    assert_refused(run(command, example, option, value, "-o", kept), value)
    assert_as_it_was(kept)


@pytest.mark.parametrize("command", ["extract", "query"])
def test_standard_input_that_is_closed(command: str, graphs: Path) -> None:
    """As some schedulers start their jobs."""
    more = f"--on '{graphs}'" if command == "query" else ""
    shell = f"'{sys.executable}' -m recalling {command} - {more} <&-"
    done = subprocess.run(["sh", "-c", shell], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("standard input is closed")


def test_an_endpoint_that_is_down(run: Run) -> None:
    """Nothing listens on port 9 of this machine."""
    url = "http://127.0.0.1:9/sparql"
    assert_refused(run("query", "cites", "--on", url), url)


@pytest.mark.parametrize(
    ("status", "type_"), [(200, "text/html"), (500, "text/html"), (404, "text/plain")]
)
def test_an_endpoint_that_does_not_answer_sparql(
    run: Run, httpserver: HTTPServer, status: int, type_: str
) -> None:
    """A web page, and an error, instead of results."""
    httpserver.expect_request("/sparql").respond_with_data(
        "<html><body>Welcome</body></html>", status=status, content_type=type_
    )
    url = httpserver.url_for("/sparql")
    assert_refused(run("query", "cites", "--on", url), url)


@pytest.mark.parametrize("command", ["view", "export"])
def test_a_file_that_cannot_be_written(
    run: Run, tmp_path: Path, graphs: Path, command: str
) -> None:
    """The output's folder is a file."""
    (tmp_path / "a-file").write_text("mine")
    target = tmp_path / "a-file" / "x.html"
    more = ("--to", "nt") if command == "export" else ()
    assert_refused(
        run(command, graphs / "A_RES_78_265.ttl", *more, "-o", target), tmp_path / "a-file"
    )


@pytest.mark.parametrize("at", ["page", "write_turtle", "os.replace"])
def test_an_interruption_leaves_what_was_there(
    run: Run, kept: Path, example: Path, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    """Ctrl-C while the graph or the page is made, and when the first file takes its name."""

    def interrupted(*_: object, **__: object) -> bytes:
        raise KeyboardInterrupt

    place = os if at == "os.replace" else sys.modules["recalling.pipeline.build"]
    monkeypatch.setattr(place, at.removeprefix("os."), interrupted)
    outcome = run("build", example, "-o", kept)
    assert outcome.code == 130
    assert len(outcome.err.strip().splitlines()) == 1
    assert_as_it_was(kept)


def test_a_real_interruption(tmp_path: Path, example: Path) -> None:
    """A signal to a running build: every file that has a name is whole, none is left over."""
    texts = tmp_path / "texts"
    texts.mkdir()
    for number in range(40):
        (texts / f"{number}.txt").write_bytes(example.read_bytes())
    out = tmp_path / "out"
    process = subprocess.Popen(
        [sys.executable, "-m", "recalling", "build", str(texts), "-o", str(out)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        # a shell's background jobs, and what they start, ignore the signal
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    deadline = time.monotonic() + 60
    while not (out / "MANIFEST.toml").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, words = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in words
    assert sorted(p.name for p in out.iterdir()) == [
        "A_RES_78_265.html",
        "A_RES_78_265.ttl",
        "MANIFEST.toml",
    ]
    (entry,) = tomllib.loads((out / "MANIFEST.toml").read_text())["documents"]
    assert entry["sha256"] == sha256((out / entry["turtle"]).read_bytes()).hexdigest()


def test_an_address_is_not_fetched(run: Run) -> None:
    """It is said in the words that were typed, with both strokes."""
    outcome = run("extract", "https://docs.un.org/en/A/RES/78/265")
    assert outcome.code == 2
    assert outcome.err.startswith("https://docs.un.org/en/A/RES/78/265 is an address, and nothing")


def test_a_query_that_does_not_parse_says_where(run: Run, graphs: Path, tmp_path: Path) -> None:
    """And not which of a hundred characters the parser would have taken there."""
    query = tmp_path / "q.rq"
    query.write_text("SELECT * WHERE {\n  ?s ?p\n}")
    outcome = run("query", query, "--on", graphs)
    assert outcome.code == 2
    assert outcome.err.startswith(
        f"{query}: The query does not parse: something is wrong or missing at line 3, column "
    )
    assert "expected" not in outcome.err


@pytest.mark.parametrize("into", [("-o", "out"), ("--jobs", "1", "--store", "st")])
def test_many_files_that_fail_alike_are_said_together_and_each_by_name(
    run, example, tmp_path, monkeypatch, into
):
    monkeypatch.chdir(tmp_path)
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "good.txt").write_bytes(example.read_bytes())
    (texts / "other.xml").write_text("<a><b></a>", encoding="utf-8")
    for number in range(5):
        (texts / f"empty{number}.txt").write_bytes(b"")
    outcome = run("build", texts, *into)
    alike = [line for line in outcome.err.splitlines() if "empty" in line]
    assert len(alike) == 1
    assert all(f"empty{number}.txt" in alike[0] for number in range(5))
    assert alike[0].startswith(f"{texts}: 5 files")
    assert sum("other.xml" in line for line in outcome.err.splitlines()) == 1
    assert outcome.code == 1


@pytest.mark.parametrize("into", [("-o", "out"), ("--jobs", "1", "--store", "st")])
def test_a_file_read_in_part_is_named_with_line_and_reason(run, tmp_path, monkeypatch, into):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "half.xml").write_text(
        "<akomaNtoso><statement><preamble>\n"
        "<container><p>Recalling its resolution 70/1 of 25 September 2015,</p></container>\n"
        "</preamble><mainBody>\n<paragraph></wrong>\n</mainBody></statement></akomaNtoso>\n",
        encoding="utf-8",
    )
    outcome = run("build", "half.xml", *into)
    (said,) = [line for line in outcome.err.splitlines() if "not well-formed" in line]
    assert "half.xml: line 4, column " in said
    assert said.endswith("only what stands before that place was read")
    assert outcome.code == 1
