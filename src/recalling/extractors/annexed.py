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

from recalling.extractors.clauses import leading_verb_end
from recalling.extractors.context import Context
from recalling.extractors.locators import Item, load_locators
from recalling.extractors.name_grammar import NamePatterns, load_names
from recalling.extractors.name_kinds import kind_in_text
from recalling.extractors.names import SILENT_ROLES, bare, in_title, mention, of_body
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
    r"(?<![A-Za-z\d/.])(?:[A-Z]{1,3}(?:/[A-Z]{2,5})?/|(?:[^\W\d_] ?){1,3}-)?\d{1,4}/\d{1,3}"
    r"(?![\d/])"
)
#: how far behind a name its marker may stand, and where something else is spoken of
_SAID, _SAID_BEHIND = 220, 12
_CLAUSE = re.compile(r"[,，、،;；؛。]|\. ")
_SENTENCE = re.compile(r"[;；؛。]|\. ")
_COMMA = re.compile("[,،，]")
#: claims behind which what they are about may be said
_NUMBERS = (NumberClaim, SymbolClaim)


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
        stretch = max(start, marker.at - _REACH), marker.at
        place = None
        if marker.note in annexes:
            place = _named(paragraph, stretch, note, patterns, context)
        if place is None:
            place = _come_to(paragraph, stretch, note, patterns, context)
        if place is None:
            continue
        at, until = place
        surface = paragraph.flow.text[at:until]
        claim = NameClaim(bare(surface), (), kind_in_text(surface, patterns))
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
        numbers = _numbers(claim, context)
        if not numbers or any(number in note for number in numbers):
            return True
    return False


def _numbers(claim: NameClaim, context: Context) -> list[str]:
    """The numbers of the documents that a known name may mean, as a note prints them.

    Without the session, which languages print in their own way: "2625" for "2625 (XXV)".
    """
    entries = [context.authority.entry(key) for key in claim.candidates]
    symbols = [entry.symbol for entry in entries if entry is not None and entry.symbol]
    return [symbol.rpartition("/RES/")[2].partition("(")[0].rstrip() for symbol in symbols]


def _annexing(context: Context) -> dict[str, str]:
    """The notes that name an annex: their labels and words.

    A note that names what stands there itself places nothing for the words at its marker: "See the
    joint statement on open markets (A/74/863, annex)".
    """
    locators = load_locators(context.language)
    return {
        label: note.flow.text
        for label, note in context.sheet.notes.items()
        if locators.annexes.by(note.flow.text)
        and any(_is_annex(item, note.flow.text) for item in locators.items(note.flow.text))
    }


def _is_annex(item: Item, note: str) -> bool:
    """Whether a locator names an annex, and stands in no bracket."""
    if item.unit != "annex":
        return False
    opened = max(note.rfind(sign, 0, item.at) for sign in "(（")
    return opened < 0 or max(note.rfind(sign, opened, item.at) for sign in ")）") >= 0


def _placing(context: Context) -> dict[str, str]:
    """The notes that give one document or resolution and no annex: their labels and words."""
    annexes = context.once(_annexing)
    return {
        label: note.flow.text
        for label, note in context.sheet.notes.items()
        if label not in annexes and len(_DOCUMENT.findall(note.flow.text)) == 1
    }


def _come_to(
    paragraph: Paragraph,
    stretch: tuple[int, int],
    note: str,
    patterns: NamePatterns,
    context: Context,
) -> tuple[int, int] | None:
    """The place of the last words before a marker that name what a meeting comes to."""
    text, (start, end) = paragraph.flow.text, stretch
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
    if end - until > most or _CLAUSE.search(text, head.end(), until) is not None:
        return None
    named = _until(text, head, until, note, patterns, context)
    if named is None:
        return None
    if named < until and patterns.annexed_joint.search(text, head.end(), named + 1):
        return None  # "Political Declaration and Madrid International Plan of Action" is one name
    return head.start(), named


def _named(
    paragraph: Paragraph,
    stretch: tuple[int, int],
    note: str,
    patterns: NamePatterns,
    context: Context,
) -> tuple[int, int] | None:
    """The place of the words before a marker that name what the annex is.

    From the last noun that begins a member of a list, else from the first; where the noun ends a
    name, from the one that ends at the marker.
    """
    text = paragraph.flow.text
    start, end = _words(paragraph, stretch, context)
    behind = any(m.until == start and isinstance(m.claim, _NUMBERS) for m in context.found)
    subject = patterns.titled.match(text, start) if behind else None
    chosen: tuple[int, int] | None = None
    last = -1
    for head in patterns.annexed.finditer(text, start, end):
        first, last = head.start() != last, head.end()  # “战略” of “战略框架”
        ends = _end(text, head.end(), end, patterns)
        until = None if ends is None else _until(text, head, ends, note, patterns, context)
        if until is None or (subject and head.start() > subject.end()):
            continue  # what a decision is about: "decision X/3 on the review of the strategy,⁴"
        closing = first and last == end and not patterns.grammar.spaced
        window = max(start, head.start() - 24), head.start()
        if chosen is None or closing or patterns.annexed_joint.search(text, *window):
            chosen = (head.start(), until)
    return chosen


def _words(paragraph: Paragraph, stretch: tuple[int, int], context: Context) -> tuple[int, int]:
    """What of a stretch before a marker may name: without other sentences, numbers and verbs."""
    text, (start, end) = paragraph.flow.text, stretch
    end = start + len(text[start:end].rstrip(_CLOSING))
    breaks = [found.end() for found in _SENTENCE.finditer(text, start, end)]
    numbers = [m.until for m in context.found if m.until <= end and isinstance(m.claim, _NUMBERS)]
    return max([start, leading_verb_end(paragraph, context.language), *breaks, *numbers]), end


def _until(
    text: str,
    head: re.Match[str],
    until: int,
    note: str,
    patterns: NamePatterns,
    context: Context,
) -> int | None:
    """Where the name with a noun ends, `until` at the latest.

    None when the noun names nothing that a note may place.
    """
    cut = _cut(head.start(), until, head.end(), note, context)
    if cut is None or cut - head.start() > _LONGEST:
        return None
    if cut < until and _COMMA.search(text, head.end(), cut):
        return None
    if of_body(text, head.start(), cut, patterns):
        return None
    quotes = patterns.grammar.quotes
    opened = head.start() - any(text.startswith(opening, head.start() - 1) for opening, _ in quotes)
    if in_title(text, opened, head.end(), quotes):
        return None  # "… and implementation of the political declaration …” is a report's title
    return len(text[:cut].rstrip())


def _cut(at: int, until: int, least: int, note: str, context: Context) -> int | None:
    """Where a name ends before other mentions in it; None when its noun is one of theirs.

    Nor has it the marker when one of them does: "the regional plan of action for the Sendai
    Framework 2015–2030³" with a note that gives the place of the Framework.
    """
    inside = [m for m in context.found if m.at < until and m.until > at]
    if any(m.at < least for m in inside):
        return None
    names = [m.claim for m in inside if isinstance(m.claim, NameClaim)]
    if any(number in note for claim in names for number in _numbers(claim, context)):
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
