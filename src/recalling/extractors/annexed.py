"""What stands in the annex that a footnote names: "its political declaration,⁴".

The note says "Resolution 74/4, annex". Where such a marker closes words that no other finder read,
their noun says what the annex is. A translator writes the noun large or small, in quotation marks
or without: the note decides. What a meeting comes to ("the outcome document of the … Conference,⁹")
may also be a resolution as a whole, or stand in a chapter of a report: any note tells it that gives
one document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from recalling.extractors.context import Context
from recalling.extractors.locators import load_locators
from recalling.extractors.name_grammar import NamePatterns, load_names
from recalling.extractors.names import SILENT_ROLES, bare, in_title, kind_of, mention, of_body
from recalling.model import (
    Marker,
    Mention,
    NameClaim,
    NumberClaim,
    Paragraph,
    SymbolClaim,
)

#: rule of a name that is told by its noun and by a note that names an annex
ANNEXED = "name.annexed"
#: how far before a marker the noun may stand
_REACH = 320
_LONGEST = 240
_CLOSING = " ,،，、;；؛:：.。"
#: one document in a note: "Resolution 69/2.", "… (E/2020/27), chap. I, sect. A"
_DOCUMENT = re.compile(
    r"(?<![A-Za-z\d/.])(?:[A-Z]{1,3}(?:/[A-Z]{2,5})?(?:/|-)|دإ-|د إ-)?\d{1,4}/\d{1,3}(?![\d/])"
)
#: how far behind a name its marker may stand, and where something else is spoken of
_SAID, _SAID_BEHIND = 220, 12
_CLAUSE = re.compile(r"[,，、،;；؛。]|\. ")
_SENTENCE = re.compile(r"[;；؛。]|\. ")


def annexed_places(context: Context) -> Iterable[int]:
    """The paragraphs with the marker of a note that names an annex."""
    notes = {**context.once(_annexing), **context.once(_placing)}
    if not notes:
        return ()
    return (
        place
        for place, paragraph in enumerate(context.sheet.paragraphs)
        if any(marker.note in notes for marker in paragraph.markers)
    )


def find_annexed(paragraph: Paragraph, context: Context) -> Iterator[Mention]:
    """Mentions of what stands in an annex, in order of place, where nothing else has the marker."""
    if paragraph.role in SILENT_ROLES or paragraph.role == "note" or not paragraph.markers:
        return
    annexes, places = context.once(_annexing), context.once(_placing)
    patterns = load_names(context.language)
    floor = 0
    for marker in paragraph.markers:
        start, floor = floor, marker.at
        note = annexes.get(marker.note) or places.get(marker.note)
        if note is None or _carried(marker, note, context):
            continue
        start = max(start, marker.at - _REACH)
        place = None
        if marker.note in annexes:
            place = _named(paragraph, start, marker.at, patterns, context)
        if place is None:
            place = _come_to(paragraph, start, marker.at, patterns, context)
        if place is None:
            continue
        at, until = place
        surface = paragraph.flow.text[at:until]
        claim = NameClaim(bare(surface), (), kind_of(surface, patterns))
        found = mention(paragraph, at, until, claim, ANNEXED, context.language)
        yield msgspec.structs.replace(found, note=marker.note)


def _carried(marker: Marker, note: str, context: Context) -> bool:
    """Whether a number or a name has a marker as its own.

    A known name that stands before the marker by chance has not: "the programme of work of the
    Convention on Biological Diversity⁵" with a note that places the programme.
    """
    for found in context.found:
        if found.note != marker.note:
            continue
        claim = found.claim
        if not isinstance(claim, NameClaim) or not claim.candidates:
            return True
        entries = [context.authority.entry(key) for key in claim.candidates]
        numbers = [e.symbol.rpartition("/RES/")[2] for e in entries if e and e.symbol]
        if not numbers or any(number in note for number in numbers):
            return True
    return False


def _annexing(context: Context) -> dict[str, str]:
    """The notes that name an annex: their labels and words."""
    locators = load_locators(context.language)
    return {
        label: note.flow.text
        for label, note in context.sheet.notes.items()
        if locators.annexes.by(note.flow.text)
        and any(item.unit == "annex" for item in locators.items(note.flow.text))
    }


def _placing(context: Context) -> dict[str, str]:
    """The notes that give one document or resolution and no annex: their labels and words."""
    annexes = context.once(_annexing)
    return {
        label: note.flow.text
        for label, note in context.sheet.notes.items()
        if label not in annexes and len(_DOCUMENT.findall(note.flow.text)) == 1
    }


def _come_to(
    paragraph: Paragraph, start: int, end: int, patterns: NamePatterns, context: Context
) -> tuple[int, int] | None:
    """The place of the last words before a marker that name what a meeting comes to."""
    text = paragraph.flow.text
    end = start + len(text[start:end].rstrip(_CLOSING))
    heads = list(patterns.outcome.finditer(text, start, end))
    if not heads:
        return None
    head = heads[-1]
    said = patterns.outcome_held.search(text, head.end(), end)
    until = end if said is None else said.start()
    if not patterns.grammar.spaced:  # the noun ends the name, and what is said stands before it
        until = head.end()
    most = _SAID if patterns.grammar.spaced else _SAID_BEHIND
    if end - until > most or until - head.start() > _LONGEST:
        return None
    if _CLAUSE.search(text, head.end(), until) is not None:
        return None
    cut = _cut(head.start(), until, head.end(), context)
    if cut is None or of_body(text, head.start(), cut, patterns):
        return None
    if in_title(text, head.start(), head.end(), patterns.grammar.quotes):
        return None  # "… and implementation of the political declaration …” is a report's title
    if cut < until and patterns.annexed_joint.search(text, head.end(), cut):
        return None  # "Political Declaration and Madrid International Plan of Action" is one name
    return head.start(), len(text[:cut].rstrip())


def _named(
    paragraph: Paragraph, start: int, end: int, patterns: NamePatterns, context: Context
) -> tuple[int, int] | None:
    """The place of the words before a marker that name what the annex is.

    From the last noun that begins a member of a list, else from the first.
    """
    text = paragraph.flow.text
    end = start + len(text[start:end].rstrip(_CLOSING))
    breaks = list(_SENTENCE.finditer(text, start, end))
    start = breaks[-1].end() if breaks else start
    numbers = [m.until for m in context.found if isinstance(m.claim, NumberClaim | SymbolClaim)]
    start = max([start, *(until for until in numbers if until <= end)])
    subject = patterns.titled.match(text, start) if start in numbers else None
    chosen: tuple[int, int] | None = None
    for head in patterns.annexed.finditer(text, start, end):
        at, until = head.start(), _end(text, head.end(), end, patterns)
        cut = _cut(at, until, head.end(), context) if until else None
        if cut is None or cut - at > _LONGEST or of_body(text, at, cut, patterns):
            continue
        if (subject and at > subject.end()) or _in_quotation(text, start, at, patterns):
            continue  # what a decision is about: "decision X/3 on the review of the strategy,⁴"
        if chosen is None or patterns.annexed_joint.search(text, max(start, at - 24), at):
            chosen = (at, len(text[:cut].rstrip()))
    return chosen


def _in_quotation(text: str, start: int, at: int, patterns: NamePatterns) -> bool:
    """Whether a place lies inside a longer title in quotation marks."""
    for opening, closing in patterns.grammar.quotes:
        before = text.rfind(opening, start, at)
        if before >= 0 and closing not in text[before:at] and text[before + 1 : at].strip():
            return True
    return False


def _cut(at: int, until: int, least: int, context: Context) -> int | None:
    """Where a name ends before other mentions in it; None when its noun is one of theirs."""
    inside = [m for m in context.found if m.at < until and m.until > at]
    if any(m.at < least for m in inside):
        return None
    return min([until, *(m.at for m in inside)])


def _end(text: str, at: int, end: int, patterns: NamePatterns) -> int | None:
    """Where a name that begins before `at` ends; None when what follows is no part of it.

    ", adopted on that occasion" and ", entitled “…”" may stand between the name and its marker.
    """
    told = patterns.annexed_told.search(text, at, end)
    until = end if told is None else told.start()
    if patterns.annexed_stop.search(text, at, until):
        return None
    return until
