"""One text with all that was found in it, and the ways on from there."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from recalling.graph import BASE, Triple, write_turtle
from recalling.model import Document
from recalling.pipeline import (
    OutlineRecord,
    Processed,
    Record,
    citation_records,
    document_triples,
    outline_records,
    require_citations,
    store_of,
)
from recalling.render import graph_html, page, to_networkx
from recalling.store import to_rdflib

if TYPE_CHECKING:  # annotations only: whoever uses neither need not wait for them
    import networkx
    import rdflib


class Result:
    """One text with all that was found and identified in it.

    `document` is the text with its structure; `records` has one row a mention and `outline` one
    row a paragraph or footnote, as the command line writes them.
    """

    def __init__(self, processed: Processed, base: str = BASE) -> None:
        self._processed = processed
        self._base = base

    @property
    def document(self) -> Document:
        """The text as read: cover, paragraphs, footnotes, each with its place."""
        return self._processed.document

    @property
    def name(self) -> str:
        """The document's symbol, or its file's name when it states none."""
        return self.document.cover.symbol or self.document.name

    @property
    def records(self) -> tuple[Record, ...]:
        """Every mention, identified or not, in order of place."""
        return citation_records(self.document, self._processed.resolution, self._base)

    @property
    def outline(self) -> tuple[OutlineRecord, ...]:
        """Every paragraph and footnote, in the order of the document."""
        return outline_records(self.document, self._processed.finding)

    @cached_property
    def triples(self) -> frozenset[Triple]:
        """All that the graph says, as triples of N-Triples terms."""
        return frozenset(document_triples(self._processed, self._base))

    def turtle(self) -> str:
        """The graph as `recalling build` writes it."""
        return write_turtle(self.triples, self._base)

    def graph(self) -> rdflib.Graph:
        """The graph as an rdflib graph of its own, to go on from."""
        return to_rdflib(store_of(self.triples))

    def network(self) -> networkx.MultiDiGraph:
        """The graph as a network: works, instruments and entities, an edge a citation."""
        return to_networkx(self.graph())

    def page(self) -> str:
        """The interactive page, one HTML text that needs no network."""
        return page(self.graph())

    def _repr_html_(self) -> str:
        """What is cited as a table: how a result shows itself in a notebook."""
        return graph_html(self.graph())

    def __repr__(self) -> str:
        counts = f"{len(self.records)} mentions, {len(self.outline)} paragraphs and notes"
        return f"<Result {self.name} {self.document.language}: {counts}>"

    def require_citations(self) -> None:
        """Raise InputError when the text cites nothing at all."""
        require_citations(self._processed)
