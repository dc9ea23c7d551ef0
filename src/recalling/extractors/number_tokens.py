"""The shapes of numbers: 70/1, 75/290 B, 217 A (III), S-27/2, 1325 (2000), 2023/31."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from recalling.extractors.needs import Needs
from recalling.extractors.number_grammar import Compiled, number_grammar
from recalling.extractors.taken import Stretches
from recalling.model import Language
from recalling.model.sessions import roman_numeral

#: "document LC 30/16", "IOC/A-31/3", "Assembly/AU/Decl. 8 (XXXII)": an agency's code, no session
_CODE_BEFORE = re.compile(r"(?:^|[^A-Za-z])[A-Z]{1,5}[ -]$|[/A-Za-z][A-Z]-$|/Decl?\. $")
#: the slash or bracket that every number has, with a figure before it: "A/70/1" is no number, nor
#: is "2015 (see above)"; each begins with a plain sign, from one of which `re` runs to the next
HINTS = (
    re.compile(
        r"/(?=\d)(?:"
        + "|".join(rf"(?<=(?<![0-9/.:])\d{{{length}}}/)" for length in range(1, 5))
        + ")"
    ),
    re.compile(
        r"\((?=[^()\na-z]{1,20}[()])(?:"
        + "|".join(rf"(?<=\d{'.' * gap}\()" for gap in range(9))
        + ")"
    ),
)
#: the figure before that sign, and how far from it the figure may begin
_FIGURE = re.compile(r"\d{1,4}[^\d\n]{0,8}\Z")
_REACH = 12
#: how far before its figure a number may begin: the mark of a special session
_AHEAD = 24
#: "1267/1988": two resolutions in the name of a regime, no session has so many; 250/2002 has a year
_REGIME = re.compile(r"\d{4}/\d{4}|\d{3}/(?!19[4-9]|20[0-4])\d{4}")
_DASHES = frozenset("-‑‐–—−")
_DASH = re.compile(r" ?[-‑‐–—−] ?| ")
#: what cannot follow "70/1": it is part of a longer code then, or a fraction of a date
_GOES_ON = re.compile(r"[a-z]|-\d|[A-Z][a-z]")


class Token(msgspec.Struct, frozen=True, gc=False):
    """A number in a text: `number` canonical and without part letter, `part` its letter or letters.

    `last` is the last number of a range ("74/1 to 74/5"), `numbered` says that a number sign
    stands before it ("No. 38 (2020)").
    """

    at: int
    until: int
    number: str
    part: str | None
    last: str | None = None
    numbered: bool = False


def needed_numbers(language: Language) -> Needs:
    """The numbers printed in words, in which none of the hints is found."""
    return frozenset(number_grammar(language).data.spelled)


def tokens(text: str, grammar: Compiled, taken: Stretches) -> Iterator[Token]:
    """Every number of a text outside the places that are taken: words first, then figures."""
    yield from _spelled(text, grammar, taken)
    place = 0
    for m in candidates(text, grammar):
        at, until = m.span()
        if at < place or taken.meets(at, until) or _REGIME.fullmatch(m[0]):
            continue
        before = text[max(0, at - 8) : at]
        if (before[-2:-1].isupper() or before[-2:] == ". ") and _CODE_BEFORE.search(before):
            continue
        number, part = _canonical(m, grammar)
        if m["count"]:
            if _GOES_ON.match(text, until):
                continue
            letters = grammar.parts.match(text, until)
            if letters:
                until, part = letters.end(), _letters(letters[0], grammar)
        last, until = _range(text, m, until, grammar)
        place = until
        yield Token(at, until, number, part, last, grammar.numbered(text, at))


def _spelled(text: str, grammar: Compiled, taken: Stretches) -> Iterator[Token]:
    """The numbers that a language prints in words: 第一㈠号 is 1 (I)."""
    for words, number in grammar.data.spelled.items():
        for m in re.finditer(re.escape(words), text) if words in text else ():
            if not taken.meets(*m.span()):
                yield Token(*m.span(), number, None, None, numbered=True)


def candidates(text: str, grammar: Compiled) -> Iterator[re.Match[str]]:
    """All matches of the pattern of numbers; what lies between their signs is passed over."""
    at = 0
    for sign in sorted(found.start() for hint in HINTS for found in hint.finditer(text)):
        figure = _FIGURE.search(text, max(at, sign - _REACH), sign) if sign >= at else None
        if figure is None:
            continue
        start = figure.start()
        ahead = text[max(at, start - 2) : start].removesuffix(" ")
        if ahead[-1:] in _DASHES:  # a special session's: "S-27/2"
            found = grammar.number.search(text, max(at, start - _AHEAD), sign + _AHEAD)
        else:
            found = grammar.number.match(text, start)
        if found is not None and found.start() <= start:
            yield found
            at = found.end()


def _canonical(m: re.Match[str], grammar: Compiled) -> tuple[str, str | None]:
    data = grammar.data
    printed, head, count = m.group("mark", "head", "count")
    if count:
        mark = ""
        if printed:
            mark = "ES-" if printed in (*data.emergency, "ES") else "S-"
        return f"{mark}{int(head)}/{int(count)}", None
    if m["year"]:
        return f"{int(m['head'])} ({m['year']})", None
    letter = m["letter"]
    part = data.letters.get(letter, letter) if letter else None
    return f"{int(m['head'])} ({_session(m['session'], grammar)})", part


def _session(printed: str, grammar: Compiled) -> str:
    """Session numerals in Roman, also where the language prints figures: "د-15" is XV."""
    *marks, numeral = _DASH.split(printed)
    if numeral.isdigit():
        numeral = roman_numeral(int(numeral))
    mark = marks[0] if marks else ""
    if mark in grammar.data.emergency or mark == "ES":
        return f"ES-{numeral}"
    return f"S-{numeral}" if mark in grammar.data.special or mark == "S" else numeral


def _letters(printed: str, grammar: Compiled) -> str:
    """Part letters in Latin: "ألف وباء" is "A and B"."""
    if grammar.data.letters:
        names = "|".join(sorted(grammar.data.letters, key=len, reverse=True))
        found = [
            grammar.data.letters.get(w, w) for w in re.findall(rf"[A-Z]{{1,2}}|{names}", printed)
        ]
    else:
        found = re.findall(r"[A-Z]{1,2}", printed)
    if len(found) == 2 and re.search(r"[-‑‐–—−]", printed):
        return f"{found[0]}-{found[1]}"
    return " and ".join([", ".join(found[:-1]), found[-1]]) if len(found) > 1 else found[0]


def _range(text: str, m: re.Match[str], until: int, grammar: Compiled) -> tuple[str | None, int]:
    """The end of "74/1 to 74/5", and where it stands; (None, until) for a single number."""
    through = grammar.range.match(text, until) if m["count"] else None
    following = grammar.number.match(text, through.end()) if through else None
    if not following or not following["count"] or following["head"] != m["head"]:
        return None, until
    if not int(m["count"]) < int(following["count"]) <= int(m["count"]) + 60:
        return None, until
    return _canonical(following, grammar)[0], following.end()
