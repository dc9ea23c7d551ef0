"""Titles that a text states with a number: "entitled “…”", intitulée « … », 题为“…”的第…号."""

from __future__ import annotations

from itertools import pairwise

from recalling.extractors.number_chains import Reading
from recalling.extractors.number_grammar import Compiled

#: what closes a title, by what opens it; Arabic quotations open with the sign that closes others
_CLOSING = {"“": "”", "«": "»", '"': '"', "”": "“", "《": "》"}
_LONGEST = 400


def state_titles(text: str, readings: list[Reading], grammar: Compiled) -> None:
    """Give each reading the title that the text states beside its number, and widen its extent.

    A title may be that of several: 题为“…”的2022年9月8日第76/307号决议和2023年9月1日第77/568号决定,
    "les résolutions 1994/15 et 1996/10, intitulées « … »".
    """
    if not grammar.data.title_before and not any(mark in text for mark in _CLOSING):
        return
    for reading in readings:
        if grammar.data.title_before:
            _before(text, reading, grammar)
        if grammar.data.title_after and reading.title is None:
            _after(text, reading, grammar)
    pairs = list(pairwise(readings))
    for first, second in pairs:
        if first.shares_title and second.title is None:
            gap = text[first.token.until : second.start]
            if grammar.title_covers.fullmatch(gap):
                second.title, second.shares_title = first.title, True
    for first, second in reversed(pairs):
        if second.shares_title and first.title is None:
            gap = text[max(first.token.until, first.date_end) : second.token.at]
            if grammar.join.fullmatch(gap):
                first.title, first.shares_title = second.title, True


def _before(text: str, reading: Reading, grammar: Compiled) -> None:
    found = title_before(text, reading.token.at, grammar)
    if found is None:
        return
    title, place = found
    if title:
        reading.title = title
        reading.shares_title = reading.date is None or place <= reading.date_at
    reading.start = min(reading.start, place)


def title_before(text: str, at: int, grammar: Compiled) -> tuple[str | None, int] | None:
    """The title that ends before an offset, and where its words begin.

    A subject without quotation marks has no title: 关于儿童权利的第74/133号决议.
    """
    start = max(0, at - _LONGEST)
    m = grammar.title_before.search(text[start:at])
    if m is None:
        return None
    title = m["title"]
    return title[1:-1] if title and title[0] in _CLOSING else title, start + m.start()


def _after(text: str, reading: Reading, grammar: Compiled) -> None:
    for end in {reading.date_end, reading.end, reading.token.until}:
        m = grammar.title_after.match(text, end)
        found = title_after(text, end, grammar)
        if m is None or found is None:
            continue
        reading.title, close = found
        reading.end = max(reading.end, close)
        reading.shares_title = grammar.title_of_all.search(m[0]) is not None
        date = grammar.date_after.match(text, close)
        if date is not None and reading.date is None:  # «…» от 27 июля 2015 года
            reading.date, reading.end = grammar.iso(date), date.end()
        return


def title_after(text: str, at: int, grammar: Compiled) -> tuple[str, int] | None:
    """The title that begins at an offset, in quotation marks, and where these end."""
    m = grammar.title_after.match(text, at)
    if m is None:
        return None
    close = text.find(_CLOSING[m["open"]], m.end(), m.end() + _LONGEST)
    return (text[m.end() : close].strip(), close + 1) if close > 0 else None
