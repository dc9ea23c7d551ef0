"""References back to a note: "Ibid.", 同上, «Там же», "see note 3 above".

"Ibid." has three uses. Bare it means the whole earlier note. With a locator it means the same
document elsewhere. With a new volume and number, or a new session and supplement, only the series
stays: volume and number are the series finder's, a printed symbol is the symbol finder's, and
what is left, a session or supplement without symbol, is a record of the body of the note before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from recalling.extractors.context import Context
from recalling.extractors.locators import load_locators, render
from recalling.extractors.needs import Needs
from recalling.extractors.phrases import load_phrases
from recalling.extractors.place import mention_at
from recalling.extractors.records import (
    clause_end,
    mentions_between,
    read_place,
    record_patterns,
    skip_lead,
)
from recalling.model import BackClaim, Claim, Language, Mention, Paragraph, RecordClaim

_NOTE = r"\d{1,3}"
_PRINTED_NOTE = re.compile(_NOTE)


class _Patterns(NamedTuple):
    hints: tuple[str, ...]
    note_hints: tuple[str, ...]
    any: re.Pattern[str]
    note: re.Pattern[str]


@cache
def _patterns(language: Language) -> _Patterns:
    phrases = load_phrases(language)
    note = phrases.back["note"].replace("{v}", _NOTE)
    return _Patterns(
        tuple(phrases.hints["back"]),
        tuple(phrases.hints["note"]),
        re.compile(f"{note}|{phrases.back['ibid']}"),
        re.compile(note),
    )


def needed_references(language: Language) -> Needs:
    """Strings of which one stands wherever a reference back is found."""
    patterns = _patterns(language)
    return frozenset((*patterns.hints, *patterns.note_hints))


def find_back_references(paragraph: Paragraph, context: Context) -> Iterator[Mention]:
    """Mentions that refer back to a note, in order of place, each with its locator as `part`.

    "Ibid." is read in footnotes only. What names another treaty or document by volume, number or
    symbol ("Ibid., vol. 2404, No. 43425") is left to the finders of those.
    """
    text = paragraph.flow.text
    patterns = _patterns(context.language)
    in_note = paragraph.role == "note"
    hints = patterns.hints if in_note else patterns.note_hints
    if not any(hint in text for hint in hints):
        return
    for hit in (patterns.any if in_note else patterns.note).finditer(text):
        printed = patterns.note.match(text, hit.start())
        if printed is not None:
            number = _PRINTED_NOTE.search(printed[0])
            claim: Claim = BackClaim(number[0] if number else None)
            yield _mention(paragraph, context, hit.start(), printed.end(), claim, "note-above")
        else:
            yield from _ibid(paragraph, context, hit)


def reference_to_note(
    paragraph: Paragraph, context: Context, at: int, until: int, note: str, rule: str
) -> Mention:
    """Words that stand for what a note of the same text tells, with the locator behind them.

    `note` is the note's label.
    """
    number = _PRINTED_NOTE.search(note.rpartition(":")[2])
    claim = BackClaim(number[0] if number else None)
    return _mention(paragraph, context, at, until, claim, rule)


def _ibid(paragraph: Paragraph, context: Context, hit: re.Match[str]) -> Iterator[Mention]:
    text = paragraph.flow.text
    if any(m.at == hit.start() for m in mentions_between(context.found, hit.start(), hit.end())):
        return  # "Ibid., vol. 2404, No. 43425"
    until = clause_end(text, hit.end())
    place = read_place(text, hit.end(), until, context.language)
    symbols = mentions_between(context.found, hit.end(), until)
    if symbols and (place is not None or _reaches(text, hit.end(), symbols[0].at, context)):
        return
    if place is not None:
        claim: Claim = RecordClaim(
            "official-records", session=place.session, supplement=place.supplement, year=place.year
        )
        yield _mention(paragraph, context, hit.start(), place.until, claim, "ibid-record")
    else:
        yield _mention(paragraph, context, hit.start(), hit.end(), BackClaim(), "ibid")


def _reaches(text: str, start: int, symbol: int, context: Context) -> bool:
    """Whether a symbol closes what "Ibid." opens: "Ibid., vol. III (A/75/5 (Vol. III))"."""
    official = record_patterns(context.language).any_official.search(text, start, symbol)
    if official is not None and official.start() <= skip_lead(text, start):
        return True
    after = load_locators(context.language).after(text, start)
    at = start if after is None else after[1]
    return re.fullmatch(r"[\s,،，(\[（]{0,4}", text[at:symbol]) is not None


def _mention(
    paragraph: Paragraph, context: Context, at: int, until: int, claim: Claim, rule: str
) -> Mention:
    flow = paragraph.flow
    locators = load_locators(context.language)
    locator = locators.after(flow.text, until)
    if locator is None and flow.text[until : until + 1] == " ":  # "Ibid. par. 87.1"
        chain = locators.chain(flow.text, until + 1)
        locator = (render(chain), chain[-1].until) if chain else None
    part, end = (None, until) if locator is None else locator
    return mention_at(
        paragraph,
        at,
        until,
        claim,
        rule,
        extent=flow.span(at, end) if end > until else None,
        part=part,
    )
