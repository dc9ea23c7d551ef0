"""What a store of many documents keeps of each: its graph without what can be had elsewhere.

A part of what `assemble` says, never anything else. Left out are the paragraphs in which nothing
is cited, the selectors of Web Annotation (the offsets stay), routes, rules and evidence (`recalling
extract` says them again), the passage around the words (the paragraph's text stays), the cited
symbol and the CiTO character (they follow from what is cited and from the function), the names of
instruments, functions and kinds (said once for the whole store), sponsors, who made the statement,
that something is known from citations only (which another file may change, see `bulk_cited`), and
titles and dates of what is only cited (the citations state them), so that a document's title and
date are those of its own cover or of the authority. Every packaged query answers alike on both.
"""

from __future__ import annotations

from collections.abc import Iterator

from recalling.authority import Authority
from recalling.graph.assemble import assemble
from recalling.graph.broken_notes import broken_notes
from recalling.graph.places import Detail, Places
from recalling.graph.terms import Triple, iri
from recalling.graph.vocabulary import (
    BASE,
    CITO,
    DCTERMS,
    PROV,
    RDFS,
    REC,
)
from recalling.model import Document, Resolution

#: beside the apparatus, which is not made
_LEFT_OUT = frozenset(
    iri(name)
    for name in (
        RDFS + "seeAlso",
        REC + "registration",
        REC + "sponsor",
        REC + "rule",
        REC + "citedSymbol",
        REC + "order",
        REC + "pointOf",
        REC + "hasNote",
        CITO + "hasCitationCharacterization",
        DCTERMS + "format",
        PROV + "wasGeneratedBy",
    )
)
_KNOWN = iri(REC + "KnownFromCitation")  # the store as a whole tells
_DATE = iri(DCTERMS + "date")
_OF_MENTIONS = frozenset(iri(REC + name) for name in ("start", "end", "number"))


def assemble_lean(
    document: Document, resolution: Resolution, authority: Authority, *, base: str = BASE
) -> Iterator[Triple]:
    """What a store keeps of one document's text, in the text's order, each triple once.

    Raises DataError when a file of our own vocabulary is wrong.
    """
    places = Places(document, base)
    kept = _kept_paragraphs(places, resolution)
    paragraphs = set(map(places.paragraph, kept))
    said: set[Triple] = set()
    detail = Detail(kept, apparatus=False)
    for triple in assemble(document, resolution, authority, detail=detail, base=base):
        subject, predicate, object_ = triple
        if predicate in _LEFT_OUT or object_ == _KNOWN or triple in said:
            continue
        if predicate in _OF_MENTIONS and subject in paragraphs:
            continue
        if predicate == _DATE and subject != places.work:
            continue
        said.add(triple)
        yield triple


def _kept_paragraphs(places: Places, resolution: Resolution) -> frozenset[str]:
    """The labels of those paragraphs and notes in or at which something is cited or broken."""
    document = places.document
    used = {relation.paragraph for relation in resolution.relations}
    used |= {entity.paragraph for entity in resolution.entities}
    used |= {note.paragraph.label for note in broken_notes(places)}
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
