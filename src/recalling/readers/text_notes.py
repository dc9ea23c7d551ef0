"""Footnotes of a text: which lines are notes, and the markers that call them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from recalling.model import Span
from recalling.readers.text_grammar import Structure
from recalling.readers.text_layout import Layout
from recalling.readers.text_lines import Line
from recalling.readers.text_plain_notes import plain_notes
from recalling.text import SUPERSCRIPT, SUPERSCRIPT_DIGITS, Source

# How markers are written: the marker in a sentence, and at the beginning of its note.
# "¹", "⁽¹⁾" (Arabic), "[^1]" (Markdown), "<sup>1</sup>", "[1]"
_STYLES = (
    ("⁽?", rf"([{SUPERSCRIPT[1:]}][{SUPERSCRIPT}]{{0,3}})(?![{SUPERSCRIPT}])⁾?", r"\s?"),
    ("", r"\[\^(\d{1,4})\]", r"\s?:\s?"),
    ("", r"<sup>\s?\[?(\d{1,4})\]?\s?</sup>", r"\s?"),
    ("", r"\[(\d{1,4})\]", r"\s?"),
)
_SIGNS = 24  # code points enough to see how a paragraph ends
_CLOSED = re.compile(r"[.。]\s*$")


@dataclass(slots=True)
class Note:
    """A footnote as found: its number, where its text begins behind the number, its stretches."""

    number: str
    text_start: int
    pieces: list[Span] = field(default_factory=list)


class Markers:
    """All footnote markers of a text, by place."""

    def __init__(self, found: Sequence[tuple[int, int, str]]) -> None:
        self._found = found
        self._starts = [start for start, _, _ in found]
        self._ends = {end: start for start, end, _ in found}

    def within(self, spans: list[Span]) -> list[tuple[str, Span]]:
        """The markers in a paragraph: the note's number and the place."""
        if not self._starts:
            return []
        return [
            (number, Span(start, end))
            for span in spans
            for start, end, number in self._found[
                bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)
            ]
        ]

    def last_signs(self, source: Source, spans: Sequence[Span]) -> str:
        """The last signs of a paragraph, the markers behind it left out."""
        for span in reversed(spans):
            end = span.end
            while True:
                bare = source.level[max(span.start, end - _SIGNS) : end].rstrip()
                end = min(
                    end, end - len(source.level[max(span.start, end - _SIGNS) : end]) + len(bare)
                )
                if bare and end in self._ends and self._ends[end] >= span.start:
                    end = self._ends[end]
                    continue
                break
            if bare:
                return bare
        return ""


def split_notes(
    source: Source, lines: list[Line], layout: Layout, grammar: Structure
) -> tuple[list[Line], list[Note], Markers]:
    """Part the lines of the body from the footnotes, which may stand anywhere between them.

    Each line of the body behind a note has `cut` set.
    """
    for before, mark, behind in _STYLES:
        marked = re.compile(mark)
        if not marked.search(source.level):
            continue
        begins = re.compile(f"{before}{mark}{behind}")
        heads = {
            place: found
            for place, found in _heads(lines, begins)
            if found and (found.end() < len(lines[place].head) or _stands_alone(lines, place))
        }
        if heads:
            heads = _without_strays(source, lines, heads, marked, layout)
        if heads:
            body, notes = _part(source, lines, heads, layout)
            return body, notes, Markers(_marks(source, body, marked, notes))
    heads, glued, rules = plain_notes(source.level, lines, grammar)
    body, notes = _part(source, lines, heads, layout, rules)
    return body, notes, Markers(glued)


def _stands_alone(lines: list[Line], place: int) -> bool:
    """Whether a marker alone on its line begins a note whose text a column put on the next."""
    return lines[place].gap and place + 1 < len(lines) and not lines[place + 1].gap


def _heads(lines: list[Line], begins: re.Pattern[str]) -> list[tuple[int, re.Match[str] | None]]:
    return [(place, begins.match(line.head)) for place, line in enumerate(lines)]


def _number(found: re.Match[str]) -> str:
    return found[1].translate(SUPERSCRIPT_DIGITS)


def _without_strays(
    source: Source,
    lines: list[Line],
    heads: dict[int, re.Match[str]],
    marked: re.Pattern[str],
    layout: Layout,
) -> dict[int, re.Match[str]]:
    """Note beginnings without those that are a sentence going on behind its marker.

    A line that begins with a marker is one when a narrow column broke there, or when its number
    begins another line too and the body has no other marker of that number.
    """
    kept: dict[int, re.Match[str]] = {}
    for place, found in heads.items():
        line = lines[place]
        below_body = place > 0 and place - 1 not in kept and not (line.gap or layout.dense)
        if not (below_body and not _goes_on_note(source, lines, place, kept)):
            kept[place] = found
    numbers = Counter(_number(found) for found in kept.values())
    twice = {number for number, count in numbers.items() if count > 1}
    if twice:
        twice -= {
            _number(found)
            for place, line in enumerate(lines)
            for found in marked.finditer(source.level, line.start + 1, line.end)
            if place not in kept or found.start() > line.start + 5
        }
    for place in sorted(kept):
        number = _number(kept[place])
        if number in twice:
            twice.discard(number)
            del kept[place]
    return kept


def _goes_on_note(
    source: Source, lines: list[Line], place: int, kept: dict[int, re.Match[str]]
) -> bool:
    """Whether the line above belongs to a note that began further up without a gap between."""
    above = place - 1
    while above > 0 and above not in kept and not lines[above].gap:
        above -= 1
    del source
    return above in kept


def _part(
    source: Source,
    lines: list[Line],
    heads: dict[int, re.Match[str]],
    layout: Layout,
    rules: Container[int] = (),
) -> tuple[list[Line], list[Note]]:
    body: list[Line] = []
    notes: list[Note] = []
    before: Line | None = None  # the line of a note above, while the note may go on
    cut = False
    for place, line in enumerate(lines):
        span = Span(line.start, line.end)
        found = heads.get(place)
        if place in rules:
            before, cut = None, True
        elif found:
            hidden = (
                line.start + source.level[line.start : line.end].find(found[1]) - found.start(1)
            )
            notes.append(Note(_number(found), hidden + found.end(), [span]))
            before, cut = line, True
        elif (
            before is not None
            and not line.gap
            and (
                not _CLOSED.search(source.level, max(0, before.end - 3), before.end)
                or layout.was_full(before, line)
            )
        ):
            notes[-1].pieces.append(span)
            before = line
        else:
            before = None
            line.cut, cut = cut, False
            body.append(line)
    return body, notes


def _marks(
    source: Source, body: list[Line], marked: re.Pattern[str], notes: list[Note]
) -> list[tuple[int, int, str]]:
    known = {note.number for note in notes}
    level = source.level
    lines = iter(body)
    line = next(lines, None)
    marks = []
    for found in marked.finditer(level):
        start, end = found.span()
        while line is not None and line.end < end:
            line = next(lines, None)
        if line is None:
            break
        if start >= line.start and _number(found) in known:
            marks.append((start - (level[start - 1 : start] == "⁽"), end, _number(found)))
    return marks
