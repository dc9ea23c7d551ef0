"""What a store of many documents keeps of each: its graph without what can be had elsewhere.

A part of what `assemble` says, never anything else. Left out are

- the paragraphs in which nothing is cited; of the others order, place, number, points and notes;
- the selectors of Web Annotation (the offsets stay), routes, rules and evidence (`recalling
  extract` says them again), and the passage around the words (the paragraph's text stays);
- the cited symbol and the CiTO character, which follow from what is cited and from the function;
- the names of instruments, functions and kinds, said once for the whole store, where their treaties
  are registered, and links to the documents' addresses;
- sponsors, the text's format, the head of the file, and who made the statements;
- that something is known from citations only, which another file may change (see `bulk_cited`);
- titles and dates of what is only cited (the citations state them), so that a document's title and
  date are those of its own cover or of the authority.

Every packaged query answers alike on both.
"""

from __future__ import annotations

from collections.abc import Sequence

from recalling.authority import Authority
from recalling.graph.assemble import assemble_at
from recalling.graph.broken_notes import BrokenNote, broken_notes
from recalling.graph.places import Detail, Places
from recalling.graph.terms import Triple
from recalling.graph.vocabulary import BASE
from recalling.model import Document, Resolution


def assemble_lean(
    document: Document, resolution: Resolution, authority: Authority, *, base: str = BASE
) -> list[Triple]:
    """What a store keeps of one document's text, in the text's order, some more than once.

    Raises DataError when a file of our own vocabulary is wrong.
    """
    places = Places(document, base)
    broken = broken_notes(places)
    places.detail = Detail(_kept_paragraphs(places, resolution, broken), apparatus=False)
    return assemble_at(places, resolution, authority, broken=broken)


def _kept_paragraphs(
    places: Places, resolution: Resolution, broken: Sequence[BrokenNote]
) -> frozenset[str]:
    """The labels of those paragraphs and notes in or at which something is cited or broken."""
    document = places.document
    used = {relation.paragraph for relation in resolution.relations}
    used |= {entity.paragraph for entity in resolution.entities}
    used |= {note.paragraph.label for note in broken}
    terms: set[str | None] = set()
    mentions = [citation.mention for citation in resolution.citations]
    mentions += [left.mention for left in resolution.unresolved]
    for mention in mentions:
        used.add(mention.paragraph)
        if mention.note:
            terms.add(places.note(mention.paragraph, mention.note))
    return frozenset(
        p.label
        for p in document.paragraphs
        if p.label in used or places.paragraph(p.label) in terms
    )
