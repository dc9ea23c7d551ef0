"""What leaves the house as rows: one record a mention, one record a paragraph.

The field names are a contract: measurements and other tools read them.
"""

from __future__ import annotations

import re

import msgspec

from recalling.graph import BASE, instrument_iri
from recalling.model import (
    Citation,
    Clause,
    Document,
    Finding,
    Mention,
    Paragraph,
    Resolution,
    Unresolved,
)

_CUT = re.compile(r"\f|\n[^\S\n]{0,80}\n")


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """One mention as `recalling extract` writes it.

    `start` and `end` are code points of the input text, half-open, and `text` is what stands
    there; where a note or a page break cuts the mention in two, `text` is the words without it.
    `symbol`, `instrument`, `kind` and `how` are null in a record whose `unresolved` says why
    nothing was identified. `note` is the footnote that the mention carries, its number or, where
    notes are not numbered, its sign. `date` and `title` are as the text states them.
    """

    document: str | None
    language: str
    paragraph: str
    start: int
    end: int
    text: str
    symbol: str | None
    part: str | None
    instrument: str | None
    kind: str | None
    verb: str | None
    function: str | None
    note: int | str | None
    how: str | None
    date: str | None
    title: str | None
    unresolved: str | None


class OutlineRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One paragraph or footnote as `recalling outline` writes it.

    `verb` is the leading verb as printed and `function` what it does; `notes` are the labels of
    the footnotes whose markers stand in the paragraph, in order.
    """

    label: str
    role: str
    start: int
    end: int
    verb: str | None
    function: str | None
    notes: tuple[str, ...]


def citation_records(
    document: Document, resolution: Resolution, base: str = BASE
) -> tuple[Record, ...]:
    """One record for each citation and each unresolved mention, in order of place."""
    rows = [_cited(document, citation, base) for citation in resolution.citations]
    rows += [_unresolved(document, left) for left in resolution.unresolved]
    return tuple(sorted(rows, key=lambda r: (r.start, r.end, r.symbol or "", r.instrument or "")))


def outline_records(document: Document, finding: Finding) -> tuple[OutlineRecord, ...]:
    """One record for each paragraph and footnote, in the order of the document."""
    leading = {clause.paragraph: clause for clause in finding.clauses if clause.leading}
    return tuple(_outlined(p, leading.get(p.label)) for p in document.paragraphs)


def function_label(function: str | None) -> str | None:
    """The English label of a concept of the scheme of functions.

    >>> function_label("takes-note-of")
    'takes note of'
    """
    return None if function is None else function.replace("-", " ")


def _outlined(paragraph: Paragraph, clause: Clause | None) -> OutlineRecord:
    return OutlineRecord(
        label=paragraph.label,
        role=paragraph.role,
        start=paragraph.span.start,
        end=paragraph.span.end,
        verb=clause.verb if clause else None,
        function=function_label(clause.function) if clause else None,
        notes=tuple(marker.note for marker in paragraph.markers),
    )


def _cited(document: Document, citation: Citation, base: str) -> Record:
    instrument = citation.instrument
    parts = dict.fromkeys(part for part in (instrument.part, citation.part) if part)
    return _record(
        document,
        citation.mention,
        citation.clause,
        symbol=instrument.symbol,
        part=", ".join(parts) or None,
        instrument=instrument_iri(instrument.key, base),
        kind=instrument.kind.replace("-", " "),
        how=citation.how,
        unresolved=None,
    )


def _unresolved(document: Document, left: Unresolved) -> Record:
    return _record(
        document,
        left.mention,
        left.clause,
        symbol=None,
        part=left.mention.part,
        instrument=None,
        kind=None,
        how=None,
        unresolved=left.reason,
    )


def _record(
    document: Document,
    mention: Mention,
    clause: Clause | None,
    *,
    symbol: str | None,
    part: str | None,
    instrument: str | None,
    kind: str | None,
    how: str | None,
    unresolved: str | None,
) -> Record:
    return Record(
        document=document.cover.symbol,
        language=document.language,
        paragraph=mention.paragraph,
        start=mention.span.start,
        end=mention.span.end,
        text=_words(document, mention),
        symbol=symbol,
        part=part,
        instrument=instrument,
        kind=kind,
        verb=clause.verb if clause else None,
        function=function_label(clause.function) if clause else None,
        note=_number(mention.note),
        how=how,
        date=mention.date,
        title=mention.title,
        unresolved=unresolved,
    )


def _number(note: str | None) -> int | str | None:
    """A note's number from its label: `note7` and `annex1:note7` are 7, `note*` is `*`."""
    sign = note and note.rpartition("note")[2]
    return int(sign) if sign and sign.isdecimal() else sign


def _words(document: Document, mention: Mention) -> str:
    """The input's words at the mention; the mended ones where a note or page break cuts it."""
    printed = document.text[mention.span.start : mention.span.end]
    cut = len(printed) < mention.until - mention.at or _CUT.search(printed)
    return mention.surface if cut else printed
