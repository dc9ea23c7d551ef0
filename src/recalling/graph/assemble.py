"""A document with its citations becomes triples.

The order is that of the text; nothing is counted, dated or left blank, so the same input gives
the same triples. What hangs on what is drawn at the head of `vocabulary`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from recalling.authority import Authority
from recalling.graph.broken_notes import BrokenNote, broken_note_triples, broken_notes
from recalling.graph.instruments import Things
from recalling.graph.mentions import mention_triples
from recalling.graph.note_words import note_words
from recalling.graph.places import Detail, Places
from recalling.graph.terms import Triple
from recalling.graph.texts import expression_triples, head_triples, paragraph_triples
from recalling.graph.vocabulary import BASE
from recalling.graph.works import work_triples
from recalling.model import Clause, Document, Resolution


def assemble(
    document: Document,
    resolution: Resolution,
    authority: Authority,
    *,
    clauses: Sequence[Clause] = (),
    detail: Detail | None = None,
    base: str = BASE,
) -> list[Triple]:
    """All that one document's text says, as triples of N-Triples terms, some more than once.

    `clauses` are those of the finding: the leading one of a paragraph gives it its verb.
    `detail` tells how much is wanted, by default all. What is
    cited or named is described from `authority` and from what the citations say of it; the words
    used (functions, kinds, bodies) carry their labels, so that the graph stands by itself.
    Raises DataError when a file of our own vocabulary is wrong.
    """
    places = Places(document, base, detail)
    return assemble_at(places, resolution, authority, clauses, broken=broken_notes(places))


def assemble_at(
    places: Places,
    resolution: Resolution,
    authority: Authority,
    clauses: Sequence[Clause] = (),
    *,
    broken: Iterable[BrokenNote],
) -> list[Triple]:
    """The same for a document whose places and broken notes are at hand, as much as is asked."""
    things = Things(places, authority)
    triples: list[Triple] = []
    if places.detail.apparatus:
        triples += head_triples(places)
    triples += work_triples(places, things)
    triples += expression_triples(places)
    triples += paragraph_triples(places, clauses, resolution.calls, things)
    triples += broken_note_triples(places, broken)
    triples += note_words(places, resolution)
    triples += mention_triples(places, resolution, things)
    triples += things.triples()
    return triples
