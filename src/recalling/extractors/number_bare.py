"""Numbers without their year: "resolution 2391", where the same document says 2391 (2017)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from recalling.extractors.context import Context
from recalling.extractors.needs import Needs, needs
from recalling.extractors.number_grammar import Compiled, number_grammar
from recalling.extractors.place import mention_at
from recalling.model import Language, Mention, NumberClaim, Paragraph

_YEAR = re.compile(r"\(((?:19|20)\d\d)\)")
_NUMBER = re.compile(r"(?<!\d)(\d{3,4})[\s\u00a0]?\Z")
_DIGITS = re.compile(r"\d+")
_LONGEST = 5
#: room for a number and what joins it to the next
_JOINED = 24


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


def gives_years(context: Context) -> bool:
    """Whether the document gives numbers with their year, so that others may go without."""
    return bool(_years(context.document.text))


def find_bare_numbers(paragraph: Paragraph, context: Context) -> Iterator[Mention]:
    """Security Council resolutions cited by their number alone, in order of place.

    Only what the document elsewhere gives with one year, and one only, is read.
    """
    flow = paragraph.flow
    known = _years(context.document.text)
    if not any(number in flow.text for number in known):
        return
    grammar = number_grammar(context.language)
    for m in grammar.bare.finditer(flow.text):
        for at, until in _each(flow.text, _listed(flow.text, *m.span("number"), grammar), known):
            number = flow.text[at:until]
            alone = m.span() if at == m.start("number") else (at, until)
            yield mention_at(
                paragraph,
                at,
                until,
                NumberClaim(f"{number} ({known[number]})", "sc", "resolution"),
                "number.without-year",
                extent=flow.span(*alone),
            )


def _each(
    text: str, places: list[tuple[int, int]], known: dict[str, str]
) -> Iterator[tuple[int, int]]:
    """The known numbers of a list; of those with a stroke between them all must be known.

    "resolutions 1267/1989/2253" are three, as the name of the regime says.
    """
    for start, end in places:
        numbers = [found.span() for found in _DIGITS.finditer(text, start, end)]
        if all(text[at:until] in known for at, until in numbers):
            yield from numbers


def _listed(text: str, at: int, until: int, grammar: Compiled) -> list[tuple[int, int]]:
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
