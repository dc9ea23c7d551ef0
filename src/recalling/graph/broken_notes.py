"""Footnotes that do not hold together: a marker without a note, a note without words or marker."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

import msgspec

from recalling.graph.places import Places
from recalling.graph.terms import TYPE, Triple, iri, literal
from recalling.graph.vocabulary import REC
from recalling.model import Document, Marker, Paragraph
from recalling.text import SUPERSCRIPT, SUPERSCRIPT_DIGITS

_BROKEN = iri(REC + "BrokenNote")
_LABEL, _LACKS = iri(REC + "label"), iri(REC + "lacks")
_PARAGRAPH, _QUOTE = iri(REC + "inParagraph"), iri(REC + "quote")

_WORDS = 60  # code points before the marker that are quoted
_LONGEST_GAP = 9  # numbers; what is further off is no footnote's number
_NUMBERED = re.compile(r"note(?P<number>[0-9]{1,4})$")
_RAISED = {old: new for new, old in SUPERSCRIPT_DIGITS.items()}


class BrokenNote(msgspec.Struct, frozen=True):
    """A footnote that cannot be read where it is called, or that nothing calls.

    `lacks` is "note" (its marker stands there alone), "words" (it says nothing), "marker" (nothing
    calls it) or "both" (the numbers of the notes go on without it). `at` is the place in the flow
    of `paragraph` where its marker stands; for "both" that of the next note's.
    """

    label: str
    lacks: str
    paragraph: Paragraph
    at: int


def broken_notes(places: Places) -> tuple[BrokenNote, ...]:
    """The broken footnotes of a document, in the order of the text.

    A first note with another number than 1 is no gap: a title's note has a sign for a number, and
    the count may begin with it. A text that could be read in part only is asked nothing.
    """
    if places.document.trouble:
        return ()
    notes = {places.paragraph(label): note for label, note in places.document.notes.items()}
    calls = [
        (places.note(p.label, marker.note), p, marker)
        for p in places.document.paragraphs
        for marker in p.markers
    ]
    found = [_called(notes.get(term or ""), p, marker) for term, p, marker in calls]
    uncalled = notes.keys() - {term for term, *_ in calls}
    found += [BrokenNote(notes[term].label, "marker", notes[term], 0) for term in uncalled]
    found += _gaps(places.document)
    return tuple(
        sorted((one for one in found if one), key=lambda one: (one.paragraph.span, one.label))
    )


def _called(note: Paragraph | None, paragraph: Paragraph, marker: Marker) -> BrokenNote | None:
    """What is wrong with the note that a marker calls."""
    if note is None:
        return BrokenNote(marker.note, "note", paragraph, marker.at)
    if not any(map(str.isalnum, note.flow.text)):
        return BrokenNote(note.label, "words", paragraph, marker.at)
    return None


def _gaps(document: Document) -> Iterator[BrokenNote]:
    """Notes that the numbers of their neighbours miss; their marker may still stand there.

    Annexes may count on or begin anew, so a number that any note has is no gap.
    """
    numbered = [
        (int(m["number"]), paragraph, marker.at)
        for paragraph in document.paragraphs
        for marker in paragraph.markers
        if (m := _NUMBERED.search(marker.note))
    ]
    known = {number for number, *_ in numbered}
    known |= {int(m["number"]) for label in document.notes if (m := _NUMBERED.search(label))}
    for (before, *_), (after, paragraph, at) in pairwise(numbered):
        if before < after <= before + _LONGEST_GAP:
            for number in set(range(before + 1, after)) - known:
                there = _alone(document, number)
                yield there or BrokenNote(f"note{number}", "both", paragraph, at)


def _alone(document: Document, number: int) -> BrokenNote | None:
    """A raised number that stands in the words because the reader found no note for it."""
    raised = str(number).translate(_RAISED)
    sign = re.compile(rf"(?<![{SUPERSCRIPT}]){raised}(?![{SUPERSCRIPT}])|\[\^{number}\]")
    for paragraph in document.paragraphs:
        m = sign.search(paragraph.flow.text)
        if m is not None:
            return BrokenNote(f"note{number}", "note", paragraph, m.start())
    return None


def broken_note_triples(places: Places, notes: Iterable[BrokenNote]) -> Iterator[Triple]:
    """Each broken footnote: its label, what it lacks, where its marker stands or should."""
    for note in notes:
        node = places.paragraph(note.label)
        yield node, TYPE, _BROKEN
        yield node, _LABEL, literal(note.label)
        yield node, _LACKS, literal(note.lacks)
        yield node, _PARAGRAPH, places.paragraph(note.paragraph.label)
        flow = note.paragraph.flow.text
        words = flow[max(0, note.at - _WORDS) : note.at] or flow[:_WORDS]
        yield node, _QUOTE, literal(words.strip(), places.language)
