"""Titles that a text states with a number: "entitled “…”", intitulée « … », 题为“…”的第…号."""

from __future__ import annotations

from recalling.extractors.number_chains import Reading
from recalling.extractors.number_grammar import Compiled

#: what closes a title, by what opens it; Arabic quotations open with the sign that closes others
_CLOSING = {"“": "”", "«": "»", '"': '"', "”": "“", "《": "》"}
_LONGEST = 400


def state_title(text: str, reading: Reading, grammar: Compiled) -> None:
    """Give a reading the title that the text states beside its number, and widen its extent."""
    if grammar.data.title_before:
        _before(text, reading, grammar)
    if grammar.data.title_after and reading.title is None:
        _after(text, reading, grammar)


def _before(text: str, reading: Reading, grammar: Compiled) -> None:
    at = reading.token.at
    start = max(0, at - _LONGEST)
    m = grammar.title_before.search(text[start:at])
    if m:
        reading.title = m["title"].strip("“”《》")
        reading.start = min(reading.start, start + m.start())


def _after(text: str, reading: Reading, grammar: Compiled) -> None:
    for end in {reading.date_end, reading.end, reading.token.until}:
        m = grammar.title_after.match(text, end)
        if m is None:
            continue
        close = text.find(_CLOSING[m["open"]], m.end(), m.end() + _LONGEST)
        if close > 0:
            reading.title = text[m.end() : close].strip()
            reading.end = max(reading.end, close + 1)
            return
