"""Numbers without their year: "resolution 2391", where the same document says 2391 (2017)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recalling.extractors.context import Context
from recalling.extractors.number_grammar import number_grammar
from recalling.model import Mention, NumberClaim, Paragraph

_DIGITS = re.compile(r"\d{3,4}")


def find_bare_numbers(paragraph: Paragraph, context: Context) -> Iterator[Mention]:
    """Security Council resolutions cited by their number alone, in order of place.

    Only what the document elsewhere gives with one year, and one only, is read.
    """
    flow = paragraph.flow
    if not _DIGITS.search(flow.text):
        return
    for m in number_grammar(context.language).bare.finditer(flow.text):
        number = m["number"]
        full = re.compile(rf"(?<!\d){number}[\s\u00a0]?\(((?:19|20)\d\d)\)")
        years = set(full.findall(context.document.text))
        if len(years) != 1:
            continue
        at, until = m.span("number")
        yield Mention(
            paragraph=paragraph.label,
            at=at,
            until=until,
            span=flow.span(at, until),
            surface=number,
            claim=NumberClaim(f"{number} ({years.pop()})", "sc", "resolution"),
            rule="number.without-year",
            extent=flow.span(*m.span()),
        )
