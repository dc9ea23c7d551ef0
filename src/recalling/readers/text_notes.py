"""Footnotes of a text: which lines are notes, and the markers that call them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from recalling.model import Span
from recalling.readers.text_grammar import Structure
from recalling.readers.text_layout import Layout
from recalling.readers.text_lines import Line
from recalling.text import CJK, SUPERSCRIPT, SUPERSCRIPT_DIGITS, Source

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
# A note whose number came down to the line: "1 Resolution 217 A (III).", "1第217A(III)号决议",
# "(1) القرار"
_PLAIN_NOTE = re.compile(
    rf"(?:\((?=\d{{1,3}}\)))?(\d{{1,3}})(?:\) ?(?=\S)| (?=[^\s.)–—-])|(?=[{CJK}A-Z]))"
    r"(?![年月日届次条段至])"
)
# Its marker, glued to what it stands behind: "Declaration,1 and", "》，1", "决议7核可"
_DIGITS = re.compile(r"\d+")
_GLUED_TO = re.compile(r"(?!第)[^\W\dA-Z_]|[》」』”’»)\],，、；;。.]")
_LETTER = re.compile(r"[^\W\d_]|[”“»]")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_YEAR_AND = re.compile(r"(?:19|20)\d\d\d{1,2}$")
_NOT_BEHIND = re.compile(r"[./]\d|[年月日号條条段次届个項项名国%％/]")


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
    heads, glued = _plain(source, lines, grammar)
    body, notes = _part(source, lines, heads, layout)
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
    source: Source, lines: list[Line], heads: dict[int, re.Match[str]], layout: Layout
) -> tuple[list[Line], list[Note]]:
    body: list[Line] = []
    notes: list[Note] = []
    before: Line | None = None  # the line of a note above, while the note may go on
    cut = False
    for place, line in enumerate(lines):
        span = Span(line.start, line.end)
        found = heads.get(place)
        if found:
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


def _glued(level: str, line: Line) -> Iterator[tuple[str, int, int]]:
    """Numbers that stand right behind a word or its stop, as markers do and counts do not.

    Each with its place, brackets included ("النووية(1)"); behind a year what is over four digits.
    """
    for found in _DIGITS.finditer(level, line.start + 1, line.end):
        start, end = found.span()
        if _YEAR_AND.match(level, start, end):
            start += 4
        elif level[start - 1] == "(" and level[end : end + 1] == ")":
            behind = _LETTER.match(level, start - 2) or _YEAR.match(level, start - 5, start - 1)
            if end - start <= 3 and behind:
                yield level[start:end], start - 1, end + 1
            continue
        else:
            separates = level[start - 1] in ",，、." and level[start - 2].isdigit()  # "1,200"
            if separates or end - start > 3 or not _GLUED_TO.match(level, start - 1):
                continue
        if not _NOT_BEHIND.match(level, end):
            yield level[start:end], start, end


def _plain(
    source: Source, lines: list[Line], grammar: Structure
) -> tuple[dict[int, re.Match[str]], list[tuple[int, int, str]]]:
    """Notes whose numbers lost their height, and their markers.

    Both are believed only together and in order: line "n …" is a note when a number n is glued to
    a word of the body behind the marker of note n - 1.
    """
    opened = next((n for n, line in enumerate(lines) if grammar.formula.match(line.head)), 0)
    candidates = {
        place: found
        for place, found in _heads(lines, _PLAIN_NOTE)
        if found
        and place > opened
        and found[0].startswith("(") == (")" in found[0])
        and not grammar.date.match(lines[place].head)
    }
    if not any(found[1] == "1" for found in candidates.values()):
        return {}, []
    glued: dict[str, list[tuple[int, int]]] = {}
    for place, line in enumerate(lines[opened:], opened):
        if place not in candidates and not line.tabbed:
            for number, start, end in _glued(source.level, line):
                glued.setdefault(number, []).append((start, end))
    heads: dict[int, re.Match[str]] = {}
    marks: list[tuple[int, int, str]] = []
    expected, reach = 1, 0
    for place, found in candidates.items():
        if found[1] != str(expected):
            continue
        behind = [mark for mark in glued.get(found[1], ()) if mark[0] >= reach]
        if behind:
            heads[place] = found
            marks.append((*behind[0], found[1]))
            expected, reach = expected + 1, behind[0][1]
    return heads, marks
