"""General comments and general recommendations of the committees under human rights treaties.

"General comment No. 16 of the Human Rights Committee" is told by its committee and its number. The
committee stands behind the number, right before the words, or before a whole list; a draft cites
nothing, and a number without a committee is this document's own until a note places it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from recalling.extractors.context import Context
from recalling.extractors.needs import Needs
from recalling.extractors.phrases import load_phrases
from recalling.extractors.place import mention_at
from recalling.model import Language, Mention, NumberClaim, Paragraph

_NUMBER = r"(?P<number>\d{1,2})(?:\s?\((?:19|20)\d\d\))?"
_SILENT_ROLES = frozenset({"cover", "title", "formula", "closing", "heading"})
_UNSAID = "treaty-body"
_NEAR = 40  # "adopted by the Committee … in December 2010 general comment No. 1"
_NEXT = 12  # "in its general comment No. 16, the Committee"
_LEAD = 70  # how far before the words a draft or a possessive is looked for
_REACH = 900  # how far from the number a committee is looked for
_LONGEST = 200  # signs in the name of a committee
_COMMA = re.compile(r"[,;،؛，；。]")
_STOP = re.compile(r"[;؛；。]|\.\s(?=[^\W\d_a-zà-ÿа-я])")  # not the one in "No. 32"


class _Patterns(NamedTuple):
    hints: tuple[str, ...]
    words: re.Pattern[str]
    head: re.Pattern[str]
    member: re.Pattern[str]
    behind: re.Pattern[str]
    its: re.Pattern[str]
    draft: re.Pattern[str]
    committee: re.Pattern[str]


class _Committee(NamedTuple):
    body: str
    start: int
    end: int


@cache
def _patterns(language: Language) -> _Patterns:
    phrases = load_phrases(language)
    words = phrases.comments
    committee = "|".join(f"(?P<{body}>{said})" for body, said in phrases.committees.items())
    plain = "|".join(phrases.committees.values())
    return _Patterns(
        tuple(phrases.hints["comments"]),
        re.compile(words["words"]),
        re.compile(words["head"].replace("{n}", _NUMBER)),
        re.compile(words["member"].replace("{n}", _NUMBER)),
        re.compile(words["behind"].replace("{body}", f"(?:{plain})")),
        re.compile(words["its"].replace("{words}", words["words"])),
        re.compile(words["draft"]),
        re.compile(committee),
    )


def needed_comments(language: Language) -> Needs:
    """Strings of which one stands wherever a general comment is found."""
    return frozenset(_patterns(language).hints)


def find_general_comments(paragraph: Paragraph, context: Context) -> Iterator[Mention]:
    """Mentions of general comments and recommendations, in order of place.

    Each number is a mention of its own: "general comments No. 13 (2011) on …, and No. 24 (2019)".
    """
    text = paragraph.flow.text
    patterns = _patterns(context.language)
    if paragraph.role in _SILENT_ROLES or not any(hint in text for hint in patterns.hints):
        return
    committees = [
        _Committee(hit.lastgroup or "", *hit.span()) for hit in patterns.committee.finditer(text)
    ]
    said = [hit.start() for hit in patterns.words.finditer(text)]
    before: tuple[str, int] | None = None
    for head in patterns.head.finditer(text):
        if patterns.draft.search(text, max(0, head.start() - _LEAD), head.start()):
            continue
        following = bisect_left(said, head.end())
        limit = said[following] if following < len(said) else len(text)
        body = (
            _inside(head, committees)
            or _behind(head, limit, committees, patterns)
            or _subject(head, committees, patterns)
            or _before(head, said, committees, patterns, before)
        )
        before = None if body is None else (body, head.end())
        for number in (head, *patterns.member.finditer(text, head.end(), limit)):
            claim = NumberClaim(number["number"], body or _UNSAID, "general-comment")
            yield mention_at(paragraph, *number.span(), claim, "general-comment")


def _between(committees: list[_Committee], start: int, end: int) -> list[_Committee]:
    """The committees whose names begin between two offsets."""
    first = bisect_left(committees, start, key=lambda each: each.start)
    return committees[first : bisect_left(committees, end, key=lambda each: each.start)]


def _inside(head: re.Match[str], committees: list[_Committee]) -> str | None:
    """The committee between the words and the number, or right before the words."""
    text = head.string
    for committee in _between(committees, head.start() - _NEAR - _LONGEST, head.end()):
        if head.start() <= committee.start and committee.end <= head.end():
            return committee.body
        gap = head.start() - committee.end
        if 0 <= gap <= _NEAR and not _COMMA.search(text, committee.end, head.start()):
            return committee.body
    return None


def _behind(
    head: re.Match[str], limit: int, committees: list[_Committee], patterns: _Patterns
) -> str | None:
    """The committee that a preposition ties to the words: "of the Committee", "adopted by the"."""
    until = min(limit, head.end() + _REACH)
    stop = _STOP.search(head.string, head.end(), until)
    tied = patterns.behind.search(head.string, head.end(), stop.start() if stop else until)
    if tied is None:
        return None
    return next((c.body for c in _between(committees, tied.start(), tied.end())), None)


def _subject(head: re.Match[str], committees: list[_Committee], patterns: _Patterns) -> str | None:
    """The committee that speaks: "In its general comment No. 16, the Committee recommends"."""
    near = _between(committees, head.end(), head.end() + _NEXT + 1)
    return near[0].body if near and _its(head, patterns) else None


def _its(head: re.Match[str], patterns: _Patterns) -> bool:
    """Whether the words are a committee's that is named elsewhere in the sentence."""
    start = max(0, head.start() - _LEAD)
    return patterns.its.search(head.string, start, head.end()) is not None


def _before(
    head: re.Match[str],
    said: list[int],
    committees: list[_Committee],
    patterns: _Patterns,
    carried: tuple[str, int] | None,
) -> str | None:
    """The last committee of the sentence before the words, where they look back to it.

    They do so with a possessive ("its general comment"), in a list that a committee heads, in a
    language that puts the body first, and next to another of the same committee.
    """
    text = head.string
    place = bisect_right(committees, head.start(), key=lambda each: each.end) - 1
    last = committees[place] if place >= 0 else None
    if carried is not None and (last is None or last.end <= carried[1]):
        return None if _STOP.search(text, carried[1], head.start()) else carried[0]
    if last is None or head.start() - last.end > _REACH:
        return None
    if _STOP.search(text, last.end, head.start()):
        return None
    heads = bisect_left(said, last.start - _LEAD) < bisect_left(said, last.start)
    joined = not _COMMA.search(text, last.end, head.start())
    return last.body if heads or joined or _its(head, patterns) else None
