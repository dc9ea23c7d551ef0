"""Treaties by their place in a series: "United Nations, Treaty Series, vol. 1771, No. 30822".

The series is the United Nations Treaty Series or the League of Nations Treaty Series. "Ibid.,
vol. 2404, No. 43425" names the series of the note before; that is said by the series finder too,
because volume and number make it another treaty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from recalling.extractors.context import Context
from recalling.extractors.needs import Needs
from recalling.extractors.numerals import han
from recalling.extractors.phrases import load_phrases
from recalling.extractors.place import mention_at
from recalling.model import Language, Mention, Paragraph, SeriesClaim

_VOLUME = r"(?:\d{1,4}|[IVXLC]{1,8}|[一二三四五六七八九十百]{1,7})(?![\d/])"
_NUMBER = r"(?:\d{1,3},\d{3}|\d{1,6}|[IVX]{1,3}-\d{1,6})(?![\d/])"  # "No. 20,378" is one
_LEADING = re.compile(r"[,，،\s()（）《》]{0,4}")
_CONTINUES = re.compile(r"\s?(?:号?决议|号?决定|号?文件|[/(])")  # 同上，第58号决议 is no treaty
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}

Series = Literal["UNTS", "LNTS"]


class _Patterns(NamedTuple):
    hints: tuple[str, ...]
    head: re.Pattern[str]
    heads: tuple[tuple[Series, re.Pattern[str]], ...]
    volumes: re.Pattern[str]
    number: re.Pattern[str]
    range: re.Pattern[str]


@cache
def _patterns(language: Language) -> _Patterns:
    phrases = load_phrases(language)
    words = phrases.series
    between = f"(?:{words['range']}|{words['joint']})"
    volumes = f"(?P<v>{_VOLUME}(?:{between}{_VOLUME}){{0,11}})"
    numbers = f"(?P<r>{_NUMBER}(?:{between}{_NUMBER}){{0,11}})"
    return _Patterns(
        tuple(phrases.hints["series"]),
        re.compile(f"{words['lnts']}|{words['unts']}|{phrases.back['ibid']}"),
        (("LNTS", re.compile(words["lnts"])), ("UNTS", re.compile(words["unts"]))),
        re.compile(words["volumes"].replace("{v}", volumes)),
        re.compile(words["number"].replace("{r}", numbers)),
        re.compile(words["range"]),
    )


def needed_series(language: Language) -> Needs:
    """Strings of which one stands wherever a place in a series is found."""
    return frozenset(_patterns(language).hints)


def find_series(paragraph: Paragraph, context: Context) -> Iterator[Mention]:
    """Mentions of treaties by volume and number, one for each number, in order of place.

    "Nos. 970–973" is one mention whose registration is "970-973"; "Nos. 17512 and 17513" are two.
    """
    text = paragraph.flow.text
    patterns = _patterns(context.language)
    if not any(hint in text for hint in patterns.hints):
        return
    for hit in patterns.head.finditer(text):
        series: Series = "UNTS"
        rule = "ibid-series"
        for name, head in patterns.heads:
            if head.match(text, hit.start()):
                series, rule = name, "series"
                break
        yield from _read(paragraph, hit, series, rule, patterns)


def _read(
    paragraph: Paragraph,
    hit: re.Match[str],
    series: Series,
    rule: str,
    patterns: _Patterns,
) -> Iterator[Mention]:
    text = paragraph.flow.text
    volumes = patterns.volumes.match(text, _skip(text, hit.end()))
    if volumes is None:
        if rule == "ibid-series":
            yield from _by_number(paragraph, hit, series, patterns)
        return
    printed = tuple(_digits(hit[0]) for hit in re.finditer(_VOLUME, volumes["v"]))
    number = patterns.number.match(text, _skip(text, volumes.end()))
    if number is None:
        if rule == "series":  # "vol. 729, p. 161": the page is no identity, the volume narrows it
            claim = SeriesClaim(series, printed, None)
            yield mention_at(paragraph, hit.start(), volumes.end(), claim, rule)
        return
    for index, (start, end, registration) in enumerate(_numbers(number, patterns)):
        claim = SeriesClaim(series, printed, registration)
        at = start if index else hit.start()  # the first carries the series and the volume
        yield mention_at(paragraph, at, end, claim, rule)


def _by_number(
    paragraph: Paragraph, hit: re.Match[str], series: Series, patterns: _Patterns
) -> Iterator[Mention]:
    """A new number in the volume named before: "Ibid., No. 973"."""
    text = paragraph.flow.text
    number = patterns.number.match(text, _skip(text, hit.end()))
    if number is None or _CONTINUES.match(text, number.end()):
        return
    for start, end, registration in _numbers(number, patterns):
        if len(registration) > 1:
            claim = SeriesClaim(series, (), registration)
            yield mention_at(paragraph, min(start, hit.start()), end, claim, rule="ibid-series")


def _skip(text: str, at: int) -> int:
    found = _LEADING.match(text, at)
    return at if found is None else found.end()


def _numbers(number: re.Match[str], patterns: _Patterns) -> Iterator[tuple[int, int, str]]:
    """Each number with its place; the ends of a range stay together."""
    offset, row = number.start("r"), number["r"]
    hits = list(re.finditer(_NUMBER, row))
    i = 0
    while i < len(hits):
        first = last = hits[i]
        if i + 1 < len(hits):
            between = patterns.range.match(row, first.end())
            if between is not None and between.end() == hits[i + 1].start():
                last = hits[i + 1]
                i += 1
        name = first[0] if first is last else f"{first[0]}-{last[0]}"
        name = name.replace(",", "")
        closes = last is hits[-1]  # 号 closes the last number
        yield offset + first.start(), number.end() if closes else offset + last.end(), name
        i += 1


def _digits(printed: str) -> str:
    """A volume in digits: "XCIV" and 九十四 are "94"."""
    if printed.isdigit():
        return printed
    if printed[0] in _ROMAN:
        total, before = 0, 0
        for sign in reversed(printed):
            value = _ROMAN[sign]
            total += value if value >= before else -value
            before = max(before, value)
        return str(total)
    return str(han(printed))
