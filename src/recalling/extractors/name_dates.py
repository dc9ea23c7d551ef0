"""The date a text states beside a name: "…, adopted on 13 December 2006", 1949年8月12日《…》."""

from __future__ import annotations

import re
from functools import cache

from recalling.extractors.name_grammar import load_names
from recalling.extractors.number_grammar import number_grammar
from recalling.model import Language

_WINDOW = 200
_YEAR = re.compile(r"(?:19|20)\d\d")
_SLOTS = {
    "{day}": r"(?P<day>\d{1,2})",
    # "August", "12", "تشرين الثاني/نوفمبر": what is no month's name gives no date
    "{month}": r"(?P<month>[^\W_]{1,12}(?: [^\W\d_]{2,8})?(?: ?/ ?[^\W\d_]{3,9})?)",
    "{year}": r"(?P<year>(?:19|20)\d\d)",
}


def stated_date(text: str, at: int, until: int, language: Language) -> str | None:
    """The ISO date that the words right behind or before `text[at:until]` give it, or None."""
    after, before = _load(language)
    found = after.match(text, until)
    if found is None and _YEAR.search(text, max(0, at - _WINDOW), at) is not None:
        found = before.search(text, max(0, at - _WINDOW), at)
    return None if found is None else number_grammar(language).iso(found)


@cache
def dated_tail(language: Language) -> re.Pattern[str]:
    """What ends a name only because a date follows it: " on 10 June 2016", " du 27 juin 2012".

    A short word may lead to the day, and one may follow the year.
    """
    after = load_names(language).grammar.dated.after
    plain = r",?(?: \w{1,3})? (?:{day}(?:º|°|er)?) (?:\w{2} )?{month} (?:\w{2,3} )?{year}"
    named = re.compile(r"\(\?P<\w{3,5}>")
    return re.compile(f"(?:{named.sub('(?:', _filled(f'{after}|{plain}'))})(?: \\w{{1,5}})?$")


@cache
def _load(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    dated = load_names(language).grammar.dated
    return re.compile(_filled(dated.after)), re.compile(f"(?:{_filled(dated.before)})$")


def _filled(pattern: str) -> str:
    for slot, fill in _SLOTS.items():
        pattern = pattern.replace(slot, fill)
    return pattern
