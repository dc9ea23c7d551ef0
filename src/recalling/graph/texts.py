"""The head of a graph, the expression, its paragraphs and footnotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from recalling import __version__
from recalling.graph.instruments import Things
from recalling.graph.places import Places
from recalling.graph.terms import TYPE, Triple, day, integer, iri, literal
from recalling.graph.vocabulary import (
    CITO,
    DCAT,
    DCTERMS,
    FRBR,
    LANG,
    OA,
    PROV,
    RDFS,
    REC,
    SCHEMA,
    SKOS,
    SOFTWARE,
    VOID,
)
from recalling.model import Clause, NoteCall, Paragraph

_LANGUAGE_NAMES = {
    "ar": "Arabic",
    "zh": "Chinese",
    "en": "English",
    "fr": "French",
    "ru": "Russian",
    "es": "Spanish",
}
_VOCABULARIES = (REC.rstrip("#"), CITO, DCTERMS, FRBR, OA, PROV, SKOS)

PARAGRAPH, FOOTNOTE = iri(REC + "Paragraph"), iri(REC + "Footnote")
IS_PART_OF, LABEL, ROLE = iri(DCTERMS + "isPartOf"), iri(REC + "label"), iri(REC + "role")
NUMBER, ORDER, POINT_OF = iri(REC + "number"), iri(REC + "order"), iri(REC + "pointOf")
TEXT, START, END = iri(REC + "text"), iri(REC + "start"), iri(REC + "end")
HAS_NOTE, VERB, FUNCTION = iri(REC + "hasNote"), iri(REC + "verb"), iri(REC + "function")


def head_triples(places: Places) -> Iterator[Triple]:
    """What the file is, and the activity and version that made its statements (VoID, DCAT, PROV).

    No time is stated: the same input gives the same bytes.
    """
    graph, software = places.at("graph"), iri(SOFTWARE + __version__)
    document = places.document
    name = document.cover.symbol or document.name
    title = f"What {name} cites, read from its text in {_LANGUAGE_NAMES[document.language]}"
    yield graph, TYPE, iri(VOID + "Dataset")
    yield graph, TYPE, iri(DCAT + "Dataset")
    yield graph, iri(DCTERMS + "title"), literal(title, "en")
    yield graph, iri(DCTERMS + "subject"), places.work
    yield graph, iri(DCTERMS + "source"), places.text
    yield graph, iri(DCTERMS + "creator"), software
    yield graph, iri(VOID + "rootResource"), places.work
    for vocabulary in _VOCABULARIES:
        yield graph, iri(VOID + "vocabulary"), iri(vocabulary)
    yield graph, iri(PROV + "wasGeneratedBy"), places.made
    yield places.made, TYPE, iri(PROV + "Activity")
    yield places.made, iri(PROV + "used"), places.text
    yield places.made, iri(PROV + "wasAssociatedWith"), software
    yield software, TYPE, iri(PROV + "SoftwareAgent")
    yield software, iri(RDFS + "label"), literal(f"Recalling {__version__}", "en")


def expression_triples(places: Places) -> Iterator[Triple]:
    """The text in its language: what it realizes, its format, what could not be read of it."""
    document, text = places.document, places.text
    yield places.work, iri(FRBR + "realization"), text
    yield text, TYPE, iri(FRBR + "Expression")
    yield text, iri(FRBR + "realizationOf"), places.work
    yield text, iri(DCTERMS + "language"), iri(LANG + document.language)
    yield text, iri(SCHEMA + "inLanguage"), literal(document.language)
    if document.cover.adopted:  # of the work as well, where six texts may give two
        yield text, iri(DCTERMS + "date"), day(document.cover.adopted)
    if places.detail.apparatus:
        yield text, iri(DCTERMS + "format"), literal(document.media_type)
        yield text, iri(PROV + "wasGeneratedBy"), places.made
    if document.digest:
        yield text, iri(REC + "digest"), literal(document.digest)
    for sentence in document.trouble:
        yield text, iri(REC + "trouble"), literal(sentence, "en")


def paragraph_triples(
    places: Places, clauses: Sequence[Clause], calls: Sequence[NoteCall], things: Things
) -> Iterator[Triple]:
    """Each wanted paragraph and footnote: label, role, place, words, verb, its notes.

    The verb is the leading one; a footnote's that in whose clause its marker stands.
    """
    kept, apparatus = places.detail.paragraphs, places.detail.apparatus
    leading = {c.paragraph: c for c in clauses if c.leading}
    leading.update((call.note, call.clause) for call in calls)
    for order, paragraph in enumerate(places.document.paragraphs):
        if kept is not None and paragraph.label not in kept:
            continue
        node = places.paragraph(paragraph.label)
        yield node, TYPE, FOOTNOTE if paragraph.role == "note" else PARAGRAPH
        yield node, IS_PART_OF, places.text
        yield node, LABEL, literal(paragraph.label)
        yield node, ROLE, literal(paragraph.role)
        if apparatus:
            yield node, ORDER, integer(order)
        yield node, TEXT, literal(paragraph.flow.text, places.language)
        if apparatus:
            yield from _surroundings(places, node, paragraph)
        clause = leading.get(paragraph.label)
        if clause is not None:
            yield node, VERB, literal(clause.verb, places.language)
            if clause.function is not None:
                yield node, FUNCTION, things.function(clause.function)


def _surroundings(places: Places, node: str, paragraph: Paragraph) -> Iterator[Triple]:
    """A paragraph's place in the text as given, its number, what it is a point of, its notes."""
    yield node, START, integer(paragraph.span.start)
    yield node, END, integer(paragraph.span.end)
    if paragraph.number:
        yield node, NUMBER, literal(paragraph.number)
    if paragraph.parent:
        yield node, POINT_OF, places.paragraph(paragraph.parent)
    for marker in paragraph.markers:
        note = places.note(paragraph.label, marker.note)
        if note is not None:
            yield node, HAS_NOTE, note
