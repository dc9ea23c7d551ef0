"""How a graph shows itself in a notebook."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from recalling.render.view import View, read_view

if TYPE_CHECKING:
    from rdflib import Graph

_MOST = 60


def graph_html(graph: Graph | View, language: str = "en") -> str:
    """A small table of what a graph cites, as HTML that is safe wherever it is put.

    The `_repr_html_` of a graph: no script, no style sheet, nothing loaded; every text escaped.
    """
    view = graph if isinstance(graph, View) else read_view(graph)
    nodes = {node.iri: node for node in view.nodes}
    citations = [tie for tie in view.ties if tie.tie == "cites"]
    works = sum(node.role == "citing" for node in view.nodes)
    instruments = len({tie.cited for tie in citations})
    head = (
        f"<p><b>Recalling</b>: {works} document(s), {len(citations)} citations of "
        f"{instruments} instruments, {len(view.unresolved)} unresolved</p>"
    )
    rows = []
    for tie in citations[:_MOST]:
        cited = nodes[tie.cited]
        names = {**cited.titles, **cited.labels}
        name = names.get(language) or names.get("en") or next(iter(names.values()), "")
        label = name or cited.symbol or cited.iri
        symbol = html.escape(cited.symbol)
        if cited.link.startswith("https://docs.un.org/") and cited.symbol:
            symbol = f'<a href="{html.escape(cited.link, quote=True)}">{symbol}</a>'
        cells = (
            html.escape(nodes[tie.citing].symbol), html.escape(tie.label),
            html.escape(tie.function.replace("-", " ")), html.escape(tie.verb),
            html.escape(label), symbol,
        )  # fmt: skip
        rows.append("<tr>" + "".join(f'<td dir="auto">{cell}</td>' for cell in cells) + "</tr>")
    titles = ("document", "paragraph", "function", "verb", "cites", "symbol")
    heads = "".join(f"<th>{title}</th>" for title in titles)
    more = len(citations) - _MOST
    foot = f"<p>… and {more} more</p>" if more > 0 else ""
    table = f"<table><thead><tr>{heads}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    return head + table + foot
