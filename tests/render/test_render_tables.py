"""Tables for a terminal and a notebook: the words of the graph, and nothing that acts."""

from __future__ import annotations

import io

from rdflib import Graph, Literal, URIRef
from rich.console import Console
from rich.table import Table

from recalling.render import citation_table, graph_html, record_table

TITLE = URIRef("http://purl.org/dc/terms/title")
WORK = URIRef("https://w3id.org/recalling/doc/A/RES/98/7")


def _shown(table: Table) -> str:
    out = io.StringIO()
    Console(file=out, width=220, color_system=None).print(table)
    return out.getvalue()


def test_what_is_cited_under_which_verb_where(sample: Graph) -> None:
    lines = _shown(citation_table(sample, "zh")).splitlines()
    row = next(line for line in lines if "日内瓦原则宣言" in line)
    for part in ("A/RES/99/1", "回顾", "A/C.2/59/3", "pp2"):
        assert part in row


def test_a_thing_without_name_is_called_as_the_text_calls_it(sample: Graph) -> None:
    lines = _shown(citation_table(sample)).splitlines()
    assert any("最后报告" in line and "looks forward to" in line for line in lines)
    assert any("A/C.2/59/3, annex" in line for line in lines)


def test_mentioned_things_are_not_in_the_table(sample: Graph) -> None:
    assert "AI for Good" not in _shown(citation_table(sample))


def test_a_terminal_is_not_obeyed() -> None:
    shown = _shown(record_table([{"text": "\x1b]0;owned\x07 [bold]x[/bold] \u202eabc"}]))
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "[bold]x[/bold]" in shown


def test_notebook_html_escapes_every_text(sample: Graph) -> None:
    graph = Graph() + sample
    graph.add((WORK, TITLE, Literal("<script>alert(1)</script>", lang="en")))
    graph.set((WORK, TITLE, Literal('<img src=x onerror="alert(1)">', lang="en")))
    shown = graph_html(graph)
    assert "&lt;img src=x" in shown
    assert "<img" not in shown
    assert "<script" not in shown
    assert "14 citations of 11 instruments, 1 unresolved" in shown
