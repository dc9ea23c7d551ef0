"""Reports cited again by their issuer alone: "paragraph 21 of the report of the Committee".

A document tells a report once, by a note behind it ("and the related report of the Advisory
Committee on Administrative and Budgetary Questions³"), and cites it again without the note. That is
a reference back to that note, where nothing else in the document can be meant: one note tells a
report whose issuer's name begins with the same words (in Chinese: ends with the same signs, or is
shortened by their first ones), and what stands around the words says that the report is at hand.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

import msgspec

from recalling.extractors.back_references import reference_to_note
from recalling.extractors.context import Context
from recalling.extractors.names import SILENT_ROLES, note_behind
from recalling.extractors.needs import Needs, needs
from recalling.grammar import load_grammar
from recalling.model import Language, Mention, Paragraph

#: how far behind a report's noun its note is looked for, and how far before what says it is at hand
_REACH, _BEFORE = 300, 90
#: where no spaces part words, the longest name of an issuer, and the shortest short form of one
_LONGEST, _SHORTEST, _ACRONYM, _NAMED = 80, 3, 4, 24
_ENDS = re.compile(r"[;；؛。]")
_CLAUSE = re.compile(r"[，、；：。]")
_PUNCTUATION = ",;:.،؛"
#: reports that notes of one text tell; where there are more it is no resolution, and none is read
_MOST = 500
TOLD_REPORT = "report.told"


class ReportWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One language's words around reports, `grammar/reports/<language>.toml`."""

    issuer_first: bool
    report: str
    many: str
    lead: str
    behind: str
    opening: str
    other: str


class _Patterns:
    """One language's words around reports, compiled."""

    def __init__(self, language: Language) -> None:
        self.words = load_grammar("reports", language, ReportWords)
        self.issuer_first = self.words.issuer_first
        self.report = re.compile(self.words.report)
        self.many = re.compile(self.words.many)
        self.lead = re.compile(self.words.lead)
        self.behind = re.compile(self.words.behind)
        self.opening = re.compile(self.words.opening)
        self.other = re.compile(self.words.other)


@cache
def _load(language: Language) -> _Patterns:
    return _Patterns(language)


class Told(NamedTuple):
    """What a note tells: the paragraph that calls it, whose report as printed, the note's label.

    `many` where several reports are told at once, so that none of them is "the report".
    """

    paragraph: str
    issuer: str
    note: str
    many: bool


def needed_reports(language: Language) -> Needs:
    """Strings of which one stands wherever a report told elsewhere is found."""
    return needs(_load(language).words.report)


def find_told_reports(paragraph: Paragraph, context: Context) -> Iterator[Mention]:
    """The reports in one paragraph that a note of the document tells elsewhere."""
    if paragraph.role in SILENT_ROLES or paragraph.role == "note":
        return
    patterns = _load(context.language)
    text = paragraph.flow.text
    for found in patterns.report.finditer(text):
        if patterns.many.match(found[0]):
            continue
        located = _at_hand(text, found, patterns)
        cited = None if located is None else _cited(paragraph, found, located, context)
        if cited is not None:
            at, until, note = cited
            yield reference_to_note(paragraph, context, at, until, note, TOLD_REPORT)


def _at_hand(text: str, found: re.Match[str], patterns: _Patterns) -> bool | None:
    """Whether a locator says that a report is at hand; None where nothing says so."""
    if patterns.issuer_first:
        said = patterns.behind.match(text, found.end())
    else:
        said = patterns.lead.search(text, max(0, found.start() - _BEFORE), found.start())
    return None if said is None else said["locator"] is not None


def _cited(
    paragraph: Paragraph, found: re.Match[str], located: bool, context: Context
) -> tuple[int, int, str] | None:
    """Where a report with its issuer stands, and the one note that tells it."""
    places: dict[str, list[tuple[Told, tuple[int, int]]]] = defaultdict(list)
    for told in context.once(_told):
        place = _same_issuer(paragraph.flow.text, found, told.issuer, context.language)
        if place is not None and _text_of(told.paragraph) == _text_of(paragraph.label):
            places[told.note].append((told, place))
    sections = context.once(_sections)
    here = sections[paragraph.label]
    near = {
        note: every
        for note, every in places.items()
        if any(sections[told.paragraph] == here for told, _ in every)
    }
    meant = near or places
    if not meant:
        return None
    at, until = max(place for every in meant.values() for _, place in every)
    own = note_behind(paragraph, until) or _behind_locator(paragraph, until, context.language)
    if own is not None:  # a locator is the citation's own, else the note alone is one
        return (at, until, own) if located else None
    if len(meant) > 1 or any(told.many for every in meant.values() for told, _ in every):
        return None
    return at, until, next(iter(meant))


def _behind_locator(paragraph: Paragraph, until: int, language: Language) -> str | None:
    """The label of the note whose marker stands behind the locator of a report: 报告第50段¹."""
    behind = _load(language).behind.match(paragraph.flow.text, until)
    if behind is None or not behind.groupdict().get("locator"):
        return None
    return note_behind(paragraph, behind.end())


def _text_of(label: str) -> str:
    """The text of a document to which a label belongs: an annex has notes of its own."""
    return label.rpartition(":")[0]


def _sections(context: Context) -> dict[str, str]:
    """The section in which each paragraph stands: "s2" for "s2.op5" and for its preamble before."""
    sections: dict[str, str] = {}
    section = ""
    for paragraph in reversed(context.document.paragraphs):
        if "." in paragraph.label or paragraph.role == "op":
            section = paragraph.label.rpartition(".")[0]
        sections[paragraph.label] = section
    return sections


def _same_issuer(
    text: str, found: re.Match[str], issuer: str, language: Language
) -> tuple[int, int] | None:
    """Where the report of this issuer stands; None where another's is meant, or may be."""
    patterns = _load(language)
    if patterns.issuer_first:
        start = _short_before(text, found.start(), issuer, patterns)
        return None if start is None else (start, found.end())
    until = found.end()
    for told, printed in zip(
        issuer.split(" "), text[until : until + _REACH].split(" "), strict=False
    ):
        if printed.rstrip(_PUNCTUATION) != told.rstrip(_PUNCTUATION):
            break
        until += len(printed) + 1
    end = found.end() + len(text[found.end() : until].rstrip(_PUNCTUATION + " "))
    named = end > found.end() and patterns.behind.match(text, end) is not None
    return (found.start(), end) if named else None


def _short_before(text: str, end: int, issuer: str, patterns: _Patterns) -> int | None:
    """Where the shortest name of an issuer begins that ends at an offset and is one as a whole.

    行预咨委会 is 行政和预算问题咨询委员会 by signs of its parts, in their order.
    """
    for start in range(end - _SHORTEST, max(-1, end - _LONGEST), -1):
        short = text[start:end]
        named = issuer.startswith(short) or issuer.endswith(short) or _shortens(short, issuer)
        if named and patterns.lead.search(text, max(0, start - _SHORTEST), start):
            return None if patterns.other.search(short) else start
    return None


def _shortens(short: str, issuer: str) -> bool:
    """Whether the signs of a short form stand in a name in their order, the last at its end."""
    if not _ACRONYM <= len(short) < len(issuer) or short[-1] != issuer[-1]:
        return False
    rest = iter(issuer[max(0, issuer.find(short[0], len(issuer) - _NAMED)) :])
    return all(sign in rest for sign in short)


def _told(context: Context) -> tuple[Told, ...]:
    """The reports that notes of a document tell, in order of place.

    Each mention is compared with all of them, so that there must not be any number of them.
    """
    told = (
        each
        for paragraph in context.document.paragraphs
        if paragraph.markers and paragraph.role not in SILENT_ROLES
        for each in _told_in(paragraph, context.language)
    )
    found = tuple(islice(told, _MOST + 1))
    return found if len(found) <= _MOST else ()


def _told_in(paragraph: Paragraph, language: Language) -> Iterator[Told]:
    """The reports between each marker of a paragraph and the one before; the last is the note's."""
    patterns = _load(language)
    text = paragraph.flow.text
    nouns = list(patterns.report.finditer(text))
    starts = [noun.start() for noun in nouns]
    floor = 0
    for marker in paragraph.markers:
        among = nouns[bisect_left(starts, floor) : bisect_left(starts, marker.at)]
        before = [noun for noun in among if noun.end() <= marker.at]
        for noun in before:
            issuer = _issuer(text, noun, (floor, marker.at), patterns)
            if issuer:
                many = noun is not before[-1] or patterns.many.match(noun[0]) is not None
                yield Told(paragraph.label, issuer, marker.note, many)
        floor = marker.at


def _issuer(text: str, noun: re.Match[str], markers: tuple[int, int], patterns: _Patterns) -> str:
    """The words between two markers that say whose a report is, with those that stand beside.

    Empty where the second marker is not that report's.
    """
    former, marker = markers
    if patterns.issuer_first:
        if marker > noun.end() + 1:
            return ""
        ends = (each.end() for each in _CLAUSE.finditer(text, former, noun.start()))
        start = max(ends, default=former)
        opening = patterns.opening.match(text, start, noun.start())
        return text[start if opening is None else opening.end() : noun.start()]
    if marker - noun.end() > _REACH or _ENDS.search(text, noun.end(), marker):
        return ""
    return text[noun.end() : marker]
