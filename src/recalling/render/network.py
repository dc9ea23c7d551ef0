"""A graph as a networkx network, and the forms in which it leaves for other tools."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

from recalling.model.files import write_whole
from recalling.render.rows import csv_text
from recalling.render.view import View, read_view

if TYPE_CHECKING:
    import networkx as nx
    from rdflib import Graph

_TIE_ROWS = (
    "citing", "cited", "tie", "function", "verb", "language", "paragraph", "quote", "start", "end",
    "note", "date", "title", "symbol", "part", "how", "text",
)  # fmt: skip


def to_networkx(graph: Graph | View) -> nx.MultiDiGraph[str]:
    """The citation network of an RDF graph.

    A node is the IRI of a citing work, a cited instrument or an entity, with `role`, `kind`,
    `symbol`, `label` (English where there is one), `label_zh` and its like, `body`, `date`,
    `year`, `anticipated`, `cited`. An edge goes from citing to cited with the IRI of the citation
    as its key, and `tie` (cites, adopted-from, mentions, states), `function`, `verb`,
    `language`, `paragraph`, `quote`, `start`, `end`, `note`, `date`, `title`, `symbol`, `part`,
    `how` and `text`. Values are strings, numbers or booleans; what is unknown is left out.
    Order of nodes and edges is that of the citing texts.
    """
    import networkx as nx  # here: it takes half a second, which other doors need not wait for

    view = graph if isinstance(graph, View) else read_view(graph)
    passages = {passage.iri: passage for passage in view.passages}
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in view.nodes:
        names = {**node.titles, **node.labels}
        label = names.get("en") or next(iter(names.values()), "") or node.symbol or node.iri
        network.add_node(
            node.iri,
            **_known(
                label=label, role=node.role, kind=node.kind, symbol=node.symbol,
                body=node.body.rsplit("/", 1)[-1], date=node.date, year=node.year,
                container=node.container, part=node.part, link=node.link,
                **{f"label_{tag}": text for tag, text in sorted(names.items()) if tag},
            ),
            anticipated=node.anticipated,
            cited=node.cited,
        )  # fmt: skip
    for tie in view.ties:
        note = passages.get(tie.footnote)
        passage = passages.get(tie.passage)
        network.add_edge(
            tie.citing,
            tie.cited,
            key=tie.iri,
            **_known(
                tie=tie.tie, function=tie.function, verb=tie.verb, language=tie.language,
                paragraph=tie.label, quote=tie.quote, start=tie.start, end=tie.end,
                note=note.label if note else "", date=tie.date, title=tie.title,
                symbol=tie.symbol, part=tie.part, how=tie.how,
                text=passage.text if passage else "",
            ),
        )  # fmt: skip
    return network


def _known(**values: object) -> dict[str, Any]:
    """Values that say something: GraphML has no null."""
    return {key: value for key, value in values.items() if value not in ("", None)}


def to_graphml(graph: Graph | View) -> str:
    """The network as GraphML, with the IRI of each citation as the id of its edge.

    Characters that XML 1.0 cannot hold are left out of texts.
    """
    import networkx as nx

    network = to_networkx(graph)
    for attributes in (
        *(data for _, data in network.nodes(data=True)),
        *(data for *_, data in network.edges(data=True)),
    ):
        for key, value in attributes.items():
            if isinstance(value, str):
                attributes[key] = value.translate(_NOT_XML)
    out = io.BytesIO()
    nx.write_graphml(network, out, encoding="utf-8", prettyprint=True)
    return out.getvalue().decode("utf-8")


_NOT_XML = {
    point: None
    for point in (*range(0x20), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000))
    if point not in (0x09, 0x0A, 0x0D)
}


def to_csv(graph: Graph | View) -> str:
    """One row for each edge of the network: `citing`, `cited`, and what `to_networkx` says of it.

    Cells that a spreadsheet would run as a formula are made text.
    """
    network = to_networkx(graph)
    rows = [
        {**data, "citing": citing, "cited": cited}
        for citing, cited, data in network.edges(data=True)
    ]
    return csv_text(rows, _TIE_ROWS)


def write_graphml(graph: Graph | View, path: Path) -> None:
    """Writes `to_graphml` to a file, whole or not at all. Raises OutputError."""
    write_whole(Path(path), to_graphml(graph).encode())


def write_csv(graph: Graph | View, path: Path) -> None:
    """Writes `to_csv` to a file, whole or not at all. Raises OutputError."""
    write_whole(Path(path), to_csv(graph).encode())
