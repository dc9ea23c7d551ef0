"""Tables for a terminal: what is cited, under which verb, where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from recalling.render.view import Node, Tie, View, read_view

if TYPE_CHECKING:
    from rdflib import Graph

# Terminals obey control characters, and bidirectional overrides turn a line round (Unicode TR 36).
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def plain(value: object) -> Text:
    """A value as text that a terminal shows and never obeys: no escapes, no mark-up."""
    return Text(_CONTROL.sub(" ", "" if value is None else str(value)))


def record_table(
    rows: Iterable[Mapping[str, Any]],
    columns: Sequence[str] | None = None,
    title: str | None = None,
) -> Table:
    """A rich table of records. `columns` are the keys to show; without them those of the first."""
    rows = list(rows)
    names = list(columns if columns is not None else rows[0] if rows else ())
    table = Table(title=plain(title) if title else None, title_justify="left", box=None,
                  header_style="bold", padding=(0, 2, 0, 0))  # fmt: skip
    for name in names:
        table.add_column(plain(name), overflow="fold")
    for row in rows:
        table.add_row(*(plain(row.get(name)) for name in names))
    return table


def citation_table(graph: Graph | View, language: str = "en") -> Table:
    """What a graph's documents cite: one row for each instrument under one function.

    Columns: verb (the function's label in `language`), as printed, what is cited (in the words
    of the text when it has no name), its symbol, the paragraphs. Rows stand in
    the order of the text, grouped by citing document.
    """
    view = graph if isinstance(graph, View) else read_view(graph)
    nodes = {node.iri: node for node in view.nodes}
    citing = [node for node in view.nodes if node.role == "citing"]
    groups: dict[tuple[str, str, str], list[Tie]] = {}
    for tie in view.ties:
        if tie.tie == "cites":
            groups.setdefault((tie.citing, tie.function, tie.cited), []).append(tie)
    rows = []
    for (work, function, cited), ties in groups.items():
        rows.append(
            {
                "document": nodes[work].symbol,
                "verb": _function(view, function, language),
                "printed": ", ".join(dict.fromkeys(t.verb for t in ties if t.verb)),
                "cites": _name(nodes[cited], language) or ties[0].title or ties[0].quote,
                "symbol": _symbol(nodes[cited]),
                "where": ", ".join(dict.fromkeys(t.label for t in ties)),
            }
        )
    columns = ["verb", "printed", "cites", "symbol", "where"]
    if len(citing) != 1:
        columns.insert(0, "document")
    title = " ".join(filter(None, (citing[0].symbol, _name(citing[0], language)))) if citing else ""
    return record_table(rows, columns, title=title if len(citing) == 1 else None)


def _function(view: View, function: str, language: str) -> str:
    if not function:
        return "—"
    for iri, labels in view.labels.items():
        if iri.endswith(f"/function/{function}"):
            return labels.get(language) or labels.get("en") or function.replace("-", " ")
    return function.replace("-", " ")


def _symbol(node: Node) -> str:
    """Its own symbol, or with its part the document that it stands in: "A/C.2/59/3, annex"."""
    return ", ".join(filter(None, (node.symbol, "" if node.identified else node.part)))


def _name(node: Node, language: str) -> str:
    names = {**node.titles, **node.labels}
    return names.get(language) or names.get("en") or next(iter(names.values()), "")
