"""What a store knows from citations only, and what they say of it: that hangs on all its files."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Set

import pyoxigraph as ox

from recalling.graph import BASE
from recalling.graph.identifiers import is_lettered
from recalling.graph.terms import TYPE, iri, literal
from recalling.graph.vocabulary import CITO, FRBR, REC
from recalling.store.embedded import Generation

_REALIZATION = ox.NamedNode(FRBR + "realization")
_NAMED = ox.NamedNode(REC + "NamedInstrument")
_STATED, _CITED = ox.NamedNode(REC + "statedTitle"), ox.NamedNode(CITO + "hasCitedEntity")
_PART = ox.NamedNode(REC + "citedPart")
_KNOWN, _TITLE = iri(REC + "KnownFromCitation"), iri(REC + "statedTitle")
_SAID = ox.DefaultGraph()  # by texts; the authority's graph knows of more than is cited
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

    Each with the title that most citations state in a language. Raises OutputError when there is
    no room.
    """
    store = generation.store
    led_to = {
        quad.object for lead in _LEADS for quad in store.quads_for_pattern(None, lead, None, _SAID)
    }
    led_to -= {quad.subject for quad in store.quads_for_pattern(None, _REALIZATION, None)}
    led_to -= {quad.subject for quad in store.quads_for_pattern(None, None, _NAMED)}
    known = {thing.value for thing in led_to if isinstance(thing, ox.NamedNode)}
    lines = [f"{iri(name)} {TYPE} {_KNOWN} .\n" for name in sorted(known)]
    lines += _titles(_stated(store, known))
    generation.forget([cited_graph(base)])
    generation.load("".join(lines).encode(), ox.RdfFormat.N_TRIPLES, cited_graph(base))


_Titles = Mapping[tuple[str, str], Counter[str]]


def _stated(store: ox.Store, known: Set[str]) -> _Titles:
    """How many citations state which title of a thing, by thing and language.

    The title of 49/75 C is not that of 49/75, which has twenty parts.
    """
    found: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for said in store.quads_for_pattern(None, _STATED, None, _SAID):
        for quad in store.quads_for_pattern(said.subject, _CITED, None, _SAID):
            thing, title = quad.object, said.object
            if not isinstance(thing, ox.NamedNode) or not isinstance(title, ox.Literal):
                continue
            parts = store.quads_for_pattern(said.subject, _PART, None, _SAID)
            if thing.value in known and not any(map(_lettered, parts)):
                found[thing.value, title.language or ""][title.value] += 1
    return found


def _lettered(quad: ox.Quad) -> bool:
    return isinstance(quad.object, ox.Literal) and is_lettered(quad.object.value)


def _titles(stated: _Titles) -> Iterator[str]:
    for (thing, language), counts in sorted(stated.items()):
        title = min(counts, key=lambda words: (-counts[words], words))
        yield f"{iri(thing)} {_TITLE} {literal(title, language)} .\n"
