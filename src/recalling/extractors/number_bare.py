"""Numbers without their year: "resolution 2391", "the 1267/1989/2253 … Sanctions Committee".

The year is the one that the same document prints elsewhere, 2391 (2017), or the one in which the
Security Council, which counts through all years, gave the number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from recalling.extractors.context import Context
from recalling.extractors.needs import Needs, needs
from recalling.extractors.number_grammar import Compiled, number_grammar
from recalling.extractors.place import mention_at
from recalling.model import Language, Mention, NumberClaim, Paragraph
from recalling.model.council import council_year

_YEAR = re.compile(r"\(((?:19|20)\d\d)\)")
_NUMBER = re.compile(r"(?<!\d)(\d{3,4})[\s\u00a0]?\Z")
_DIGITS = re.compile(r"\d+")
_LONGEST = 5
#: room for a number and what joins it to the next
_JOINED = 24
#: how far from a number the body that gave it is looked for
_NEAR = 90
#: the sanctions that the Council imposed by three resolutions or more: "1267/1989/2253"
_CHAIN = re.compile(r"(?<![\d/.(-])\d{3,4}(?:/\d{3,4}){2,4}(?![\d/])")
#: the first slash of such a row
CHAIN_HINT = re.compile(r"/(?<=\d{3}/)(?=\d{3,4}/\d{3,4}(?!\d))")
#: what may as well be years in a row: 2012/2013/2014
_YEARS_OF_OURS = range(1900, 2100)

Place = tuple[int, int]


@lru_cache(maxsize=1)
def _years(text: str) -> dict[str, str]:
    """The numbers that a text gives with one year, and one only; its paragraphs come in a row."""
    found: dict[str, set[str]] = {}
    for year in _YEAR.finditer(text):
        number = _NUMBER.search(text, max(0, year.start() - _LONGEST), year.start())
        if number is not None:
            found.setdefault(number[1], set()).add(year[1])
    return {number: min(given) for number, given in found.items() if len(given) == 1}


def needed_bare_numbers(language: Language) -> Needs:
    """Strings of which one stands wherever a number without its year is found."""
    return needs(number_grammar(language).bare.pattern)


def find_bare_numbers(paragraph: Paragraph, context: Context) -> Iterator[Mention]:
    """Security Council resolutions cited by their number alone, in order of place.

    Read is what the document elsewhere gives with one year, and one only; and where the Council
    speaks or is named as the body, what it can have given in one year only.
    """
    flow, grammar = paragraph.flow, number_grammar(context.language)
    known = _years(context.document.text)
    years = dict(_chained(flow.text, known))
    extents: dict[int, Place] = {}
    for m in grammar.bare.finditer(flow.text):
        places = _listed(flow.text, *m.span("number"), grammar)
        start, end = min(m.start(), places[0][0]), max(m.end(), places[-1][1])
        council = _of_council(flow.text, start, end, grammar, context)
        for place in places:
            years.update(_each(flow.text, place, known, council, context.latest))
        extents[m.start("number")] = m.span()
    for (at, until), year in sorted(years.items()):
        claim = NumberClaim(f"{flow.text[at:until]} ({year})", "sc", "resolution")
        extent = flow.span(*extents.get(at, (at, until)))
        yield mention_at(paragraph, at, until, claim, "number.without-year", extent=extent)


def _each(
    text: str, place: Place, known: Mapping[str, str], council: bool, latest: int | None
) -> Iterator[tuple[Place, str]]:
    """A number of a list and its year; of several with a stroke between them all must have one.

    "resolutions 1267/1989/2253" are three, as the name of the regime says.
    """
    places = [found.span() for found in _DIGITS.finditer(text, *place)]
    numbers = [text[at:until] for at, until in places]
    years = [known.get(n) or (_year(n, latest) if council else None) for n in numbers]
    for each, year in zip(places, years, strict=True):
        if year is not None and None not in years:
            yield each, year


def _year(number: str, latest: int | None) -> str | None:
    """The year in which the Council gave a number, by the year of the citing document."""
    year = council_year(int(number))
    return str(year) if year and year <= (latest or year) else None


def _of_council(text: str, at: int, until: int, grammar: Compiled, context: Context) -> bool:
    """Whether numbers are the Security Council's: it is named beside them, or speaks itself."""
    near = max(0, at - _NEAR), min(len(text), until + _NEAR)
    bodies = [c for c in grammar.cues(text, *near) if c.kind == "body"]
    before, behind = ("before_type", "number_to_body")
    if grammar.data.order == "type-last":
        before = "body_to_number"
    named = {
        cue.value
        for cue in bodies
        if (at <= cue.at and cue.until <= until)
        or (cue.until <= at and grammar.fills(before, text[cue.until : at]))
        or (cue.at >= until and grammar.fills(behind, text[until : cue.at]))
    }
    return "sc" in named or (not named - {"council"} and context.organ == "sc")


def _chained(text: str, known: Mapping[str, str]) -> Iterator[tuple[Place, str]]:
    """The members of rows that can be nothing but the Council's numbers, each with its year."""
    if CHAIN_HINT.search(text) is None:
        return
    for row in _CHAIN.finditer(text):
        numbers = [int(number) for number in row[0].split("/")]
        years = [known.get(str(n)) or council_year(n) for n in numbers]
        rising = numbers == sorted(set(numbers))
        if not rising or None in years or all(n in _YEARS_OF_OURS for n in numbers):
            continue
        for member, year in zip(_DIGITS.finditer(text, *row.span()), years, strict=True):
            yield member.span(), str(year)


def _listed(text: str, at: int, until: int, grammar: Compiled) -> list[Place]:
    """A number and those that share its word: "resolutions 1325 and 2250", 第1325和2250号决议."""
    places = [(at, until)]
    if grammar.data.order == "type-last":
        while m := grammar.bare_before.search(text, max(0, at - _JOINED), at):
            at = m.start("number")
            places.append(m.span("number"))
        places.reverse()
    else:
        while m := grammar.bare_behind.match(text, places[-1][1]):
            places.append(m.span("number"))
    return places
