"""The words in front of a footnote's mark: what the note says something of.

A note that gives a symbol, a part or a treaty number tells what a name stands for; the name are
the words before its mark. So a store in which paragraphs are left out still shows what names mean.
"""

from __future__ import annotations

from collections.abc import Iterator

from recalling.graph.places import Places
from recalling.graph.terms import Triple, iri, literal
from recalling.graph.vocabulary import REC
from recalling.model import Paragraph, Resolution

WORDS_BEFORE = iri(REC + "wordsBefore")
_WINDOW = 240  # the longest names of treaties in French have 180 signs


def note_words(places: Places, resolution: Resolution) -> Iterator[Triple]:
    """The words before each mark of a note in which something is cited, in the text's order."""
    cited_in = {citation.mention.paragraph for citation in resolution.citations}
    telling = {places.paragraph(label) for label in cited_in}
    for paragraph in places.document.paragraphs:
        for note, words in _marks(places, paragraph):
            if note in telling and words:
                yield note, WORDS_BEFORE, literal(words, places.language)


def _marks(places: Places, paragraph: Paragraph) -> Iterator[tuple[str, str]]:
    """Each note that a paragraph calls, with the words from the mark before it, 240 signs at most.

    They begin with a whole word, where words are divided by spaces.
    """
    text, floor = paragraph.flow.text, 0
    for marker in paragraph.markers:
        start = max(floor, marker.at - _WINDOW)
        if start > floor:
            space = text.find(" ", start - 1, marker.at)
            start = start if space < 0 else space
        floor = marker.at
        note = places.note(paragraph.label, marker.note)
        if note is not None:
            yield note, text[start : marker.at].strip()
