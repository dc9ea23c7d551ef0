"""Footnotes whose numbers came down to the line, as most programs write a PDF's text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from recalling.readers.text_grammar import Structure
from recalling.readers.text_lines import RULE, Line
from recalling.text import CJK

# A note whose number came down to the line: "1 Resolution 217 A (III).", "1第217A(III)号决议",
# "(1) القرار"
_NOTE = re.compile(
    rf"(?:\((?=\d{{1,3}}\)))?(\d{{1,3}})(?:\) ?(?=\S)| (?=[^\s.)–—-])|(?=[{CJK}A-Z]))"
    r"(?![年月日届次条段至])"
)
# Its marker, glued to what it stands behind: "Declaration,1 and", "》，1", "决议7核可"
_DIGITS = re.compile(r"\d+")
_GLUED_TO = re.compile(r"(?!第)[^\W\dA-Z_]|[》」』”’»)\],，、；;。.]")
_LETTER = re.compile(r"[^\W\d_]|[”“»]")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_YEAR_AND = re.compile(r"(?:19|20)\d\d\d{1,2}$")
_NOT_BEHIND = re.compile(r"[./]\d|[年月日号條条段次届个項项名國国%％/]")
# The same parted by a space, which tells it from a count behind a stop or before two spaces
# ("Rights, 1 the", "Development 11  and") and needs its neighbours elsewhere ("Action 9 and")
_PARTED = re.compile(
    r"(?:(?P<stop>(?<=[》」』”’»)\],，、；;。.]))|(?<=[^\W\d_])) {1,2}(?P<number>\d{1,3})"
    r"(?:(?P<wide>  )|(?=[ ,;.]|$))",
    re.MULTILINE,
)

Heads = dict[int, re.Match[str]]
Mark = tuple[int, int, str]


@dataclass(slots=True)
class _Page:
    """A stretch of the body and what stands under the rule below it: places of lines."""

    first: int
    rule: int
    notes: list[int]


def plain_notes(
    level: str, lines: list[Line], grammar: Structure
) -> tuple[Heads, list[Mark], set[int]]:
    """The lines that begin such notes, by place, the markers that call them, and the rules.

    Notes under a rule are believed in their order, and called from the page above the rule. Others
    are believed only together with their markers: line "n …" is a note when a number n is glued to
    a word of the body behind the marker of note n - 1.
    """
    opened = next((n for n, line in enumerate(lines) if grammar.formula.match(line.head)), 0)
    candidates = {
        place: found
        for place, line in enumerate(lines[opened + 1 :], opened + 1)
        if (found := _NOTE.match(line.head))
        and found[0].startswith("(") == (")" in found[0])
        and not grammar.date.match(line.head)
    }
    if not any(found[1] == "1" for found in candidates.values()):
        return {}, [], set()
    pages = _pages(lines, candidates, opened)
    if pages:
        rules = {page.rule for page in pages}
        return *_under_rules(level, lines, candidates, pages, grammar), rules
    return *_by_markers(level, lines, candidates, opened, grammar), set()


def _pages(lines: list[Line], candidates: Heads, opened: int) -> list[_Page]:
    """The pages that end in notes under a rule, the notes' numbers in one row."""
    pages: list[_Page] = []
    first, number = opened, 1
    for rule, line in enumerate(lines[opened:], opened):
        if rule < first or not RULE.match(line.head):
            continue
        notes: list[int] = []
        place = rule + 1
        while place < len(lines):
            found = candidates.get(place)
            if found and found[1] == str(number):
                notes.append(place)
                number += 1
            elif not notes or lines[place].gap:
                break
            place += 1
        if notes:
            pages.append(_Page(first, rule, notes))
            first = place
    return pages


def _under_rules(
    level: str, lines: list[Line], candidates: Heads, pages: list[_Page], grammar: Structure
) -> tuple[Heads, list[Mark]]:
    heads = {place: candidates[place] for page in pages for place in page.notes}
    marks: list[Mark] = []
    for page in pages:
        body = [line for line in lines[page.first : page.rule] if not line.tabbed]
        numbers = [candidates[place][1] for place in page.notes]
        marks += _calls(level, body, numbers, grammar)
    return heads, marks


def _calls(level: str, body: list[Line], numbers: list[str], grammar: Structure) -> list[Mark]:
    """The markers of a page's notes, in their order: those glued first, the others between them."""
    known: dict[str, Mark] = {}
    reach = 0
    glued = [mark for line in body for mark in _glued(level, line)]
    for number in numbers:
        behind = [mark for mark in glued if mark[2] == number and mark[0] >= reach]
        if behind:
            known[number] = behind[0]
            reach = behind[0][1]
    parted = [each for line in body for each in _parted(level, line, grammar)]
    for sure in (True, False):
        for place, number in enumerate(numbers):
            if number in known:
                continue
            before = next((known[n] for n in reversed(numbers[:place]) if n in known), None)
            after = next((known[n] for n in numbers[place + 1 :] if n in known), None)
            between = [
                mark
                for mark, told in parted
                if mark[2] == number
                and (before is None or mark[0] >= before[1])
                and (after is None or mark[1] <= after[0])
                and (told if sure else before and after)
            ]
            if len(between) == 1:
                known[number] = between[0]
    return sorted(known.values())


def _by_markers(
    level: str, lines: list[Line], candidates: Heads, opened: int, grammar: Structure
) -> tuple[Heads, list[Mark]]:
    glued: dict[str, list[Mark]] = {}
    parted: dict[str, list[Mark]] = {}
    for place, line in enumerate(lines[opened:], opened):
        if place not in candidates and not line.tabbed:
            for mark in _glued(level, line):
                glued.setdefault(mark[2], []).append(mark)
            for mark, told in _parted(level, line, grammar):
                if told:
                    parted.setdefault(mark[2], []).append(mark)
    heads: Heads = {}
    marks: list[Mark] = []
    expected, reach = 1, 0
    for place, found in candidates.items():
        if found[1] != str(expected):
            continue
        behind = [mark for mark in glued.get(found[1], ()) if mark[0] >= reach]
        if not behind and lines[place].gap:
            end = lines[place].start
            behind = [mark for mark in parted.get(found[1], ()) if reach <= mark[0] < end]
            behind = behind if len(behind) == 1 else []
        if behind:
            heads[place] = found
            marks.append(behind[0])
            expected, reach = expected + 1, behind[0][1]
    return heads, marks


def _glued(level: str, line: Line) -> Iterator[Mark]:
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
                yield start - 1, end + 1, level[start:end]
            continue
        else:
            separates = level[start - 1] in ",，、." and level[start - 2].isdigit()  # "1,200"
            year = separates and _YEAR.match(level, start - 5, start - 1)  # "in 2024,1 which"
            if (separates and not year) or end - start > 3 or not _GLUED_TO.match(level, start - 1):
                continue
        if not _NOT_BEHIND.match(level, end):
            yield start, end, level[start:end]


def _parted(level: str, line: Line, grammar: Structure) -> Iterator[tuple[Mark, bool]]:
    """Numbers behind a space that are no dates, and whether the place alone tells a marker."""
    for found in _PARTED.finditer(level, line.start, line.end):
        start, end = found.span("number")
        if not (_NOT_BEHIND.match(level, end) or grammar.date.match(level, start)):
            told = found["stop"] is not None or found["wide"] is not None
            yield (start, end, found["number"]), told
