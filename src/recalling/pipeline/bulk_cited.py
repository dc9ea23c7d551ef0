"""What a store knows from citations only, and what they say of it: that hangs on all its files."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Set

import pyoxigraph as ox

from recalling.graph import BASE
from recalling.graph.terms import TYPE, iri, literal
from recalling.graph.vocabulary import CITO, FRBR, REC
from recalling.model.symbols import part_letter
from recalling.store.embedded import Generation

_NAMED = ox.NamedNode(REC + "NamedInstrument")
_KNOWN, _TITLE = iri(REC + "KnownFromCitation"), iri(REC + "statedTitle")
#: what leads from one thing to another that may have no text here
_LEADS = (CITO + "cites", REC + "containedIn", REC + "adoptedFrom", REC + "meeting")

# What texts say is asked, in the default graph: the authority's knows of more than is cited.
_WAYS = " UNION ".join(f"{{ ?by {iri(lead)} ?thing }}" for lead in _LEADS)
_LED_TO = f"SELECT DISTINCT ?thing {{ {_WAYS} }}"
_WITH_TEXT = f"SELECT DISTINCT ?thing {{ ?thing {iri(FRBR + 'realization')} ?text }}"
_STATED = f"""
    SELECT ?citation ?thing ?title {{
        ?citation {_TITLE} ?title ; {iri(CITO + "hasCitedEntity")} ?thing
    }}
"""
_PARTS = f"SELECT ?citation ?part {{ ?citation {_TITLE} ?any ; {iri(REC + 'citedPart')} ?part }}"


def cited_graph(base: str = BASE) -> str:
    """IRI of the named graph that marks what is known from citations only."""
    return f"{base}graph/known-from-citations"


def mark_cited(generation: Generation, base: str) -> None:
    """Mark again, in place of the last marks, what has no text here and no entry of the authority.

    Each with the title that most citations state in a language. Raises OutputError when there is
    no room.
    """
    named = {quad.subject for quad in generation.store.quads_for_pattern(None, None, _NAMED)}
    led_to = _things(generation, _LED_TO) - _things(generation, _WITH_TEXT) - named
    known = {thing.value for thing in led_to if isinstance(thing, ox.NamedNode)}
    lines = [f"{iri(name)} {TYPE} {_KNOWN} .\n" for name in sorted(known)]
    lines += _titles(_stated(generation, known))
    generation.forget([cited_graph(base)])
    generation.load("".join(lines).encode(), ox.RdfFormat.N_TRIPLES, cited_graph(base))


def _things(generation: Generation, query: str) -> set[object]:
    return {row["thing"] for row in generation.select(query)}


_Titles = Mapping[tuple[str, str], Counter[str]]


def _stated(generation: Generation, known: Set[str]) -> _Titles:
    """How many citations state which title of a thing, by thing and language.

    The title of 49/75 C is not that of 49/75, which has twenty parts.
    """
    of_parts = {
        citation
        for citation, part in generation.select(_PARTS)
        if isinstance(part, ox.Literal) and part_letter(part.value)
    }
    found: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for citation, thing, title in generation.select(_STATED):
        if not isinstance(thing, ox.NamedNode) or not isinstance(title, ox.Literal):
            continue
        if thing.value in known and citation not in of_parts:
            found[thing.value, title.language or ""][title.value] += 1
    return found


def _titles(stated: _Titles) -> Iterator[str]:
    for (thing, language), counts in sorted(stated.items()):
        title = min(counts, key=lambda words: (-counts[words], words))
        yield f"{iri(thing)} {_TITLE} {literal(title, language)} .\n"
