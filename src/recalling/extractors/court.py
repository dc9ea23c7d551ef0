"""Judgments, orders and advisory opinions of courts.

"The advisory opinion rendered on 9 July 2004 by the International Court of Justice" is told by its
court and its date. A request for an opinion still to be given cites nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from recalling.extractors.context import Context
from recalling.extractors.needs import Needs
from recalling.extractors.number_grammar import NumberGrammar
from recalling.extractors.phrases import load_phrases
from recalling.extractors.place import mention_at
from recalling.extractors.records import last_match
from recalling.grammar import load_grammar
from recalling.model import Language, Mention, Paragraph, RecordClaim

_BEFORE, _BEHIND = 110, 230  # how far a court's name may stand from the word
_DATE_BEFORE, _DATE_BEHIND = 45, 200
_SILENT_ROLES = frozenset({"cover", "title", "formula", "closing", "heading"})


class _Patterns(NamedTuple):
    hints: tuple[str, ...]
    word: re.Pattern[str]
    opinion: re.Pattern[str]
    request: re.Pattern[str]
    courts: tuple[tuple[str, re.Pattern[str]], ...]
    the_court: re.Pattern[str]
    date: re.Pattern[str]
    stop: re.Pattern[str]
    months: dict[str, int]


@cache
def _patterns(language: Language) -> _Patterns:
    words = load_phrases(language).court
    numbers = load_grammar("numbers", language, NumberGrammar)
    months = {name: i for i, names in enumerate(numbers.months, 1) for name in names}
    month = "|".join(
        re.escape(name).replace("/", r"\s?/\s?") for name in sorted(months, key=len, reverse=True)
    )
    date = words["date"].replace("{day}", r"(?P<day>\d{1,2})")
    date = date.replace("{month}", f"(?P<month>{month})")
    return _Patterns(
        tuple(load_phrases(language).hints["court"]),
        re.compile(f"{words['opinion']}|{words['judgment']}"),
        re.compile(words["opinion"]),
        re.compile(f"(?:{words['request']})$"),
        tuple((name, re.compile(words[name])) for name in ("itlos", "iacthr", "icj")),
        re.compile(words["court"]),
        re.compile(date.replace("{year}", r"(?P<year>(?:19|20)\d\d)")),
        re.compile(words["stop"]),
        months,
    )


def needed_court(language: Language) -> Needs:
    """Strings of which one stands wherever a court's decision is found."""
    return frozenset(_patterns(language).hints)


def find_court(paragraph: Paragraph, context: Context) -> Iterator[Mention]:
    """Mentions of judgments and advisory opinions of a named court, in order of place.

    The mention is the word itself; its extent reaches to the court and the date.
    """
    text = paragraph.flow.text
    patterns = _patterns(context.language)
    if paragraph.role in _SILENT_ROLES or not any(hint in text for hint in patterns.hints):
        return
    # a request for an opinion bounds nothing: "the advisory opinion … on the request for an
    # advisory opinion submitted by …, issued on 2 April 2015"
    hits = [
        hit
        for hit in patterns.word.finditer(text)
        if not patterns.request.search(text, max(0, hit.start() - 30), hit.start())
    ]
    for i, hit in enumerate(hits):
        floor = hits[i - 1].end() if i else 0
        ceiling = hits[i + 1].start() if i + 1 < len(hits) else len(text)
        court = _court(text, hit, floor, ceiling, context, patterns)
        if court is None:
            continue
        date = _date(text, hit, court, (floor, ceiling), patterns)
        kind = "advisory-opinion" if patterns.opinion.match(text, hit.start()) else "judgment"
        mention = _mention(paragraph, hit, court, kind, date, patterns)
        if mention.date is not None or mention.note is not None:
            yield mention


def _court(
    text: str, hit: re.Match[str], floor: int, ceiling: int, context: Context, patterns: _Patterns
) -> tuple[str, int, int] | None:
    start, end = max(floor, hit.start() - _BEFORE), min(ceiling, hit.end() + _BEHIND)
    for name, pattern in patterns.courts:
        found = pattern.search(text, start, end)
        if found is not None:
            return name, found.start(), found.end()
    found = patterns.the_court.search(text, start, end)
    if found is not None and _names_icj(context.document.text, context.language):
        return "icj", found.start(), found.end()
    return None


@lru_cache(maxsize=8)
def _names_icj(text: str, language: Language) -> bool:
    """Whether a text names the International Court of Justice, so that "the Court" is it."""
    return dict(_patterns(language).courts)["icj"].search(text) is not None


def _date(
    text: str,
    hit: re.Match[str],
    court: tuple[str, int, int],
    bounds: tuple[int, int],
    patterns: _Patterns,
) -> re.Match[str] | None:
    """The date between word and court, else the nearest behind or before, short of a resolution."""
    start, end = min(court[1], hit.start()), max(court[2], hit.end())
    inside = patterns.date.search(text, start, end)
    if inside is not None:
        return inside
    behind = patterns.date.search(text, end, min(bounds[1], end + _DATE_BEHIND))
    if behind is not None and not patterns.stop.search(text, end, behind.end() + 14):
        return behind
    before = last_match(patterns.date, text, max(bounds[0], start - _DATE_BEFORE), start)
    if before is not None and not patterns.stop.search(text, before.end(), start):
        return before
    return None


def _mention(
    paragraph: Paragraph,
    hit: re.Match[str],
    court: tuple[str, int, int],
    kind: str,
    date: re.Match[str] | None,
    patterns: _Patterns,
) -> Mention:
    flow = paragraph.flow
    name, start, end = court
    start, end = min(start, hit.start()), max(end, hit.end())
    iso = None
    if date is not None:
        start, end = min(start, date.start()), max(end, date.end())
        month = patterns.months[re.sub(r"\s*/\s*", "/", date["month"])]
        iso = f"{date['year']}-{month:02}-{int(date['day']):02}"
    note = next((m.note for m in paragraph.markers if hit.end() <= m.at <= end + 120), None)
    return mention_at(
        paragraph,
        *hit.span(),
        RecordClaim("court", body=name, name=kind, year=None if iso is None else iso[:4]),
        "court",
        extent=flow.span(start, end),
        date=iso,
        note=note,
    )
