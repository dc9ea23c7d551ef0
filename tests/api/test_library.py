"""`import recalling`: the doors as a library, from a text to a graph, a network, an answer."""

from __future__ import annotations

import typing
from pathlib import Path

import networkx
import pytest
import rdflib

import recalling

EXAMPLE = Path(__file__).resolve().parents[2] / "src/recalling/examples/A_RES_78_265.zh.txt"
WORK = "https://w3id.org/recalling/doc/A/RES/78/265"


@pytest.fixture(scope="module")
def result() -> recalling.Result:
    return recalling.extract(EXAMPLE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("graphs")
    recalling.build(output=folder)
    return folder


def test_a_document_has_its_cover(result: recalling.Result) -> None:
    """As the first page of the text says."""
    cover = recalling.read(EXAMPLE).cover
    assert result.document.cover == cover
    assert (cover.symbol, cover.session, cover.adopted) == ("A/RES/78/265", "78", "2024-03-21")
    assert [item.number for item in cover.agenda_items] == ["13"]
    assert [draft.symbol for draft in cover.drafts] == ["A/78/L.49"]
    assert (cover.plenary, cover.meeting) == (True, "A/78/PV.63")


def test_what_is_given_wins_over_what_is_recognised() -> None:
    """Symbol and base."""
    result = recalling.extract(EXAMPLE, symbol="A/RES/78/999", base="https://example.org/")
    assert {r.document for r in result.records} == {"A/RES/78/999"}
    assert all(r.instrument.startswith("https://example.org/") for r in result.records)


def test_a_result_goes_on_as_a_graph_and_as_a_network(
    result: recalling.Result, folder: Path
) -> None:
    """The graph of a result is the one that `build` writes; the network has its citations."""
    graph = result.graph()
    assert isinstance(graph, rdflib.Graph)
    assert set(graph) == set(recalling.read_graph(folder / "A_RES_78_265.ttl"))
    assert result.turtle() == (folder / "A_RES_78_265.ttl").read_text(encoding="utf-8")
    network = result.network()
    assert isinstance(network, networkx.MultiDiGraph)
    assert network.has_edge(WORK, "https://w3id.org/recalling/doc/A/RES/69/313")
    again = recalling.read_network(folder)
    assert sorted(again.edges(keys=True)) == sorted(network.edges(keys=True))


def test_a_result_shows_itself_in_a_notebook(result: recalling.Result) -> None:
    """As a table whose words are escaped, and in a shell as one line."""
    shown = result._repr_html_()
    assert "A/RES/69/313" in shown
    assert "<script" not in shown
    assert repr(result).startswith("<Result A/RES/78/265 zh: ")


def test_outline_is_that_of_the_result(result: recalling.Result) -> None:
    """The same rows by both doors."""
    assert recalling.outline(EXAMPLE) == result.outline


def test_a_question_has_an_answer(folder: Path) -> None:
    """By the name of a packaged query with a parameter, and as text."""
    answer = recalling.query("cited-by", folder, {"instrument": "A/RES/69/313"})
    assert "pp2" in answer.column("paragraph")
    count = "SELECT (COUNT(*) AS ?n) WHERE { ?c a cito:Citation }"
    (row,) = recalling.query(count, folder).texts()
    assert int(row[0]) == sum(r.paragraph != "cover" for r in recalling.extract(EXAMPLE).records)


def test_a_graph_fits_the_shapes(folder: Path) -> None:
    """What `build` makes has no findings."""
    assert recalling.check(folder) == ()


def test_one_class_catches_every_error(tmp_path: Path) -> None:
    """Missing file, no graph, bad query."""
    for door in (
        lambda: recalling.extract(tmp_path / "missing.txt"),
        lambda: recalling.read_graph(tmp_path),
        lambda: recalling.query("no-such-query", tmp_path),
        lambda: recalling.build(tmp_path / "missing.txt", tmp_path),
    ):
        with pytest.raises(recalling.RecallingError):
            door()
    assert list(tmp_path.iterdir()) == []


def test_a_text_that_cites_nothing_is_a_value(tmp_path: Path) -> None:
    """The library hands it over without a complaint."""
    text = EXAMPLE.read_text(encoding="utf-8")
    head, _, _ = text.partition("重申国际法")
    quiet = tmp_path / "quiet.txt"
    quiet.write_text(
        head.replace("[未经发交主要委员会而通过(A/78/L.49)]\n", "") + "认识到安静的价值，\n\n"
        "1. **决心**保持安静；\n\n2. **鼓励**会员国保持安静。\n",
        encoding="utf-8",
    )
    assert recalling.extract(quiet).records == ()


def test_what_is_offered_is_typed() -> None:
    """Every function says what goes in and what comes out."""
    later = {"networkx": networkx, "rdflib": rdflib}  # loaded when they are used, not before
    for name in recalling.__all__:
        offered = getattr(recalling, name)
        if callable(offered) and not isinstance(offered, type):
            hints = typing.get_type_hints(offered, localns=later)
            assert "return" in hints, name
    with pytest.raises(AttributeError):
        _ = recalling.no_such_door
    assert set(recalling.__all__) <= set(dir(recalling))
