"""Footnotes of a text: which lines are notes, and the markers that call them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from recalling.model import Span
from recalling.readers.text_layout import Layout
from recalling.readers.text_lines import NOTE, Line
from recalling.text import SUPERSCRIPT, SUPERSCRIPT_DIGITS, Source

MARK = re.compile(rf"[⁽]?([{SUPERSCRIPT}]{{1,4}})[⁾]?")
_CLOSED = re.compile(r"[.。]\s*$")


@dataclass(slots=True)
class Note:
    """A footnote as found: its number, where its text begins behind the number, its stretches."""

    number: str
    text_start: int
    pieces: list[Span] = field(default_factory=list)


def split_notes(
    source: Source, lines: list[Line], layout: Layout
) -> tuple[list[Line], list[Note]]:
    """Part the lines of the body from the footnotes, which may stand anywhere between them.

    Each line of the body behind a note has `cut` set.
    """
    _refuse_stray_marks(source, lines)
    body: list[Line] = []
    notes: list[Note] = []
    open_note: Note | None = None
    cut = False
    for line in lines:
        if line.note is not None:
            found = NOTE.match(source.level, line.start)
            begins = found.end() if found else line.start
            open_note = Note(line.note, begins, [Span(line.start, line.end)])
            notes.append(open_note)
            before = line
            cut = True
            continue
        if open_note is not None and not line.gap and (
            not _CLOSED.search(source.level, max(0, before.end - 3), before.end)
            or layout.was_full(before, line)
        ):
            open_note.pieces.append(Span(line.start, line.end))
            before = line
            continue
        open_note = None
        line.cut = cut
        cut = False
        body.append(line)
    return body, notes


def _refuse_stray_marks(source: Source, lines: list[Line]) -> None:
    """A line that begins with a marker may be a sentence that goes on after a page's notes.

    It is when its number begins another line too and the body has no other marker of that number.
    """
    numbers = Counter(line.note for line in lines if line.note is not None)
    twice = {number for number, count in numbers.items() if count > 1}
    if not twice:
        return
    inside = {
        found[1].translate(SUPERSCRIPT_DIGITS)
        for line in lines
        for found in MARK.finditer(source.level, line.start + 1, line.end)
        if line.note is None or found.start() > line.start + 5
    }
    for line in lines:
        if line.note in twice and line.note not in inside:
            twice.discard(line.note)
            line.note = None


def find_markers(
    source: Source, spans: list[Span], known: frozenset[str]
) -> list[tuple[str, Span]]:
    """The footnote markers in a paragraph: the note's number and the place."""
    found = []
    for span in spans:
        for mark in MARK.finditer(source.level, span.start, span.end):
            number = mark[1].translate(SUPERSCRIPT_DIGITS)
            if number in known:
                found.append((number, Span(mark.start(), mark.end())))
    return found
