"""Numbers that only other bodies give: "decision 1/CP.21", "resolution MEPC.377(80)", XIII/5."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recalling.extractors.context import Context
from recalling.extractors.locators import Item, load_locators
from recalling.extractors.taken import marker_behind
from recalling.model import Mention, NumberClaim, Paragraph
from recalling.model.sessions import parse_number

#: something in a paragraph that such a number must have; Arabic prints CP as "م أ"
#: (each begins with a plain sign, from one of which `re` runs to the next)
HINTS = (
    re.compile(r"/(?:(?:CP|CMA|CMP|COP|MOP)\.|(?<=[IVX]/)\d| ?م| ?ا ?ت)"),
    re.compile(r"\((?:Cg|(?:(?<=\d\()|(?<=\d \())\d{1,3}\))"),
    re.compile(
        r"\((?:(?<=[A-Z]\.\d\()|(?<=[A-Z]\.\d\d\()|(?<=[A-Z]\.\d{3}\()|(?<=[A-Z]\.\d{4}\())"
    ),
    re.compile(r"WHA ?\d"),
)
_UNITS = ("resolution", "decision", "recommendation")
_ONE = re.compile(r"(?P<unit>[a-z]+?)s? (?P<number>\S[^;]{0,80})")
_JOIN = re.compile(r",? and |, ")
#: whose style a number has
_BODIES = (
    (re.compile(r"/(?:CP|CMA|CMP|COP|MOP)\."), "parties"),
    (re.compile(r"^(?:A|MSC|MEPC|FAL|LEG|LC|LP|LC-LP)\.\d"), "imo"),
    (re.compile(r"^WHA ?\d"), "who"),
)


def find_codes(paragraph: Paragraph, context: Context) -> Iterator[Mention]:
    """Mentions of decisions and resolutions by a number in another body's style, in order."""
    flow = paragraph.flow
    if not any(hint.search(flow.text) for hint in HINTS):
        return
    for item in load_locators(context.language).items(flow.text):
        found = _ONE.fullmatch(item.text) if item.unit in _UNITS else None
        if found is None:
            continue
        numbers = _JOIN.split(found["number"])
        for number, at, until in _places(numbers, item, flow.text):
            if (
                re.search(r"\d", number)
                and re.search(r"[A-Z(.]", number)
                and not parse_number(number)
            ):
                yield _mention(paragraph, number, item.unit, at, until)


def _places(numbers: list[str], item: Item, text: str) -> Iterator[tuple[str, int, int]]:
    """Each number with its place; the first has the type word with it.

    Where the English form is not as printed (Arabic letters), the whole stands for the first.
    """
    at = item.at
    for number in numbers:
        found = text.find(number, at, item.until)
        if found < 0:
            if number == numbers[0]:
                yield number, item.at, item.until
            return
        until = found + len(number)
        yield number, item.at if number == numbers[0] else found, until
        at = until


def _mention(paragraph: Paragraph, number: str, unit: str, at: int, until: int) -> Mention:
    flow = paragraph.flow
    marker = marker_behind(paragraph.markers, until, 2)
    body = next((body for pattern, body in _BODIES if pattern.search(number)), None)
    return Mention(
        paragraph=paragraph.label,
        at=at,
        until=until,
        span=flow.span(at, until),
        surface=flow.text[at:until],
        claim=NumberClaim(number, body, unit),
        rule="number.code",
        note=marker.note if marker else None,
    )
