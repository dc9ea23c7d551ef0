"""Numbers without their year: "resolution 2391", where the same document says 2391 (2017)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from recalling.extractors.context import Context
from recalling.extractors.number_grammar import number_grammar
from recalling.model import Mention, NumberClaim, Paragraph

_FULL = re.compile(r"(?<!\d)(\d{3,4})[\s\u00a0]?\(((?:19|20)\d\d)\)")


@lru_cache(maxsize=1)
def _years(text: str) -> dict[str, frozenset[str]]:
    """The years that a text gives with each number; its paragraphs come in a row."""
    years: dict[str, set[str]] = {}
    for number, year in _FULL.findall(text):
        years.setdefault(number, set()).add(year)
    return {number: frozenset(found) for number, found in years.items()}


def find_bare_numbers(paragraph: Paragraph, context: Context) -> Iterator[Mention]:
    """Security Council resolutions cited by their number alone, in order of place.

    Only what the document elsewhere gives with one year, and one only, is read.
    """
    flow = paragraph.flow
    years = _years(context.document.text)
    if not any(number in flow.text for number in years):
        return
    for m in number_grammar(context.language).bare.finditer(flow.text):
        number = m["number"]
        if len(years.get(number, ())) != 1:
            continue
        at, until = m.span("number")
        yield Mention(
            paragraph=paragraph.label,
            at=at,
            until=until,
            span=flow.span(at, until),
            surface=number,
            claim=NumberClaim(f"{number} ({min(years[number])})", "sc", "resolution"),
            rule="number.without-year",
            extent=flow.span(*m.span()),
        )
