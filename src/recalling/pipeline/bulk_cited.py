"""Which things a store knows from citations only: that hangs on all its files, not on one."""

from __future__ import annotations

import pyoxigraph as ox

from recalling.graph import BASE
from recalling.graph.terms import TYPE, iri
from recalling.graph.vocabulary import CITO, FRBR, REC
from recalling.store.embedded import Generation

_REALIZATION = ox.NamedNode(FRBR + "realization")
_NAMED = ox.NamedNode(REC + "NamedInstrument")
_KNOWN = iri(REC + "KnownFromCitation")
#: what leads from one thing to another that may have no text here
_LEADS = tuple(
    ox.NamedNode(name)
    for name in (CITO + "cites", REC + "containedIn", REC + "adoptedFrom", REC + "meeting")
)


def cited_graph(base: str = BASE) -> str:
    """IRI of the named graph that marks what is known from citations only."""
    return f"{base}graph/known-from-citations"


def mark_cited(generation: Generation, base: str) -> None:
    """Mark again, in place of the last marks, what has no text here and no entry of the authority.

    Raises OutputError when there is no room.
    """
    store = generation.store
    said = ox.DefaultGraph()  # by texts; the authority's graph knows of more than is cited
    led_to = {
        quad.object for lead in _LEADS for quad in store.quads_for_pattern(None, lead, None, said)
    }
    led_to -= {quad.subject for quad in store.quads_for_pattern(None, _REALIZATION, None)}
    led_to -= {quad.subject for quad in store.quads_for_pattern(None, None, _NAMED)}
    names = sorted(thing.value for thing in led_to if isinstance(thing, ox.NamedNode))
    lines = "".join(f"{iri(name)} {TYPE} {_KNOWN} .\n" for name in names)
    generation.forget([cited_graph(base)])
    generation.load(lines.encode(), ox.RdfFormat.N_TRIPLES, cited_graph(base))
