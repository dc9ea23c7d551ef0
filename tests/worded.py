"""A resolution of one paragraph made of words, with the notes that its markers call."""

from __future__ import annotations

from collections.abc import Sequence

from recalling.authority import load_authority
from recalling.extractors import find
from recalling.model import (
    Cover,
    Document,
    Flow,
    Language,
    Marker,
    Organ,
    Paragraph,
    Resolution,
    Span,
)
from recalling.resolver import resolve


def worded(
    text: str,
    language: Language,
    notes: Sequence[str] = (),
    *,
    organ: Organ = "ga",
    symbol: str = "A/RES/78/999",
    adopted: str = "2024-03-21",
) -> Document:
    """A preambular paragraph, its markers written ^, and its notes in their order."""
    pieces = text.split("^")
    markers, plain = [], ""
    for number, piece in enumerate(pieces[:-1], 1):
        plain += piece
        markers.append(Marker(f"note{number}", len(plain), Span(len(plain), len(plain))))
    plain += pieces[-1]
    paragraphs = [Paragraph("pp1", "pp", Span(0, len(plain)), Flow(plain), tuple(markers))]
    whole = plain
    for number, note in enumerate(notes, 1):
        start = len(whole) + 1
        whole += f"\n{note}"
        span = Span(start, start + len(note))
        paragraphs.append(Paragraph(f"note{number}", "note", span, Flow(note, (0,), (start,))))
    return Document(
        name="one",
        text=whole,
        language=language,
        cover=Cover(symbol=symbol, organ=organ, adopted=adopted),
        paragraphs=tuple(paragraphs),
    )


def resolved(document: Document) -> Resolution:
    """All that a document cites, by the authority of the package."""
    authority = load_authority()
    return resolve(document, find(document, authority), authority)
