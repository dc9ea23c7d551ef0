"""How one language prints numbers of resolutions: `grammar/numbers/<language>.toml`, compiled."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal, NamedTuple

import msgspec

from recalling.extractors.needs import endings
from recalling.extractors.seeker import Seeker
from recalling.grammar import load_grammar
from recalling.model import LANGUAGES, Language

#: Cyrillic capitals that look Latin, as typed in symbols and part letters
_LOOKALIKES = tuple(zip("АВЕЅКМНОРСТХІ", "ABESKMHOPCTXI", strict=True))
#: a Security Council number without its year ("resolution 2391"), or several that make up a
#: regime's name: 1267/1989/2253
_BARE = r"(?P<number>\d{3,4}(?: ?/ ?\d{4}){0,3})(?![\d/]|[.,]\d| ?\(\w*\d| ?-\d)"
_HAN = "\u3400-\u9fff"
#: how far a cue's pattern looks ahead: 其 is "its" where a number follows
_LOOK = 90
#: how far before a number the words of its sign reach
_SIGN = 16
#: between two names of a month: "تشرين الثاني/نوفمبر"
_SLASH = re.compile(r"\s*/\s*")
_DASHES = "-‑‐–—−"


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A cue: a pattern that says a type ("resolution"), a body ("hrc") or the speaker ("its").

    `match` holds phrases in which the cue must be read so, `reject` phrases in which it must not;
    `seen` is the symbol of a document that has it.
    """

    id: str
    kind: Literal["type", "body", "self"]
    value: str
    pattern: str
    match: list[str]
    reject: list[str]
    seen: str


class NumberGrammar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One language's data. Patterns are for `re`; `{day}`, `{month}`, `{year}` are filled in."""

    #: whether the type stands before its numbers ("resolutions 70/1 and 70/2") or behind them
    #: (第70/1号和第70/2号决议)
    order: Literal["type-first", "type-last"]
    #: whether a number is printed now and then from its other side ("98/73" for 73/98), as may
    #: happen where writing goes to the left
    mirrored: bool
    #: marks of special and emergency special sessions before a number: `S`, `دإ`
    special: list[str]
    emergency: list[str]
    #: marks of a session in Arabic figures where others have Roman ones: `د` in "1514 (د-15)"
    ordinal_session: list[str]
    #: between two part letters, between two numbers, and between the ends of a range
    letter_join: str
    join: str
    through: str
    #: the number sign, before what is no resolution: "No. 38 (2020)"
    numero: str
    #: the names of the twelve months
    months: list[list[str]]
    #: a date behind a number, before it, and before the bracket that holds a symbol
    date_after: str
    date_before: str
    date_of_symbol: str
    #: a word behind which a possessive owns no number: "its report and pursuant to resolution 1/2"
    self_ends: str
    #: gaps, which must match whole for the words on either side to belong together
    body_to_self: str
    before_type: str
    name_goes_on: str
    type_to_body: str
    body_to_number: str
    number_to_body: str
    #: how a cue begins that begins something new: "and" where it is written as one word, or a
    #: nominative where owners have another case
    joined_on: str
    #: words by which such a cue is the numbers' own: «в своей резолюции 5/14 Ассамблея …»
    of_subject: str
    #: the end of the words between a number and a body behind it that adopted it
    adopted_by: str
    #: before "its": what opens a clause whose subject stands behind the number ("that, in its
    #: resolution 42/22, the Council decided"), and what parts the number from that subject
    clause_opens: str
    number_to_subject: str
    #: a type with a number without its year, which is the Security Council's
    bare: str
    #: what opens a quoted title behind a number
    title_after: str
    #: what stands before a number and holds its title, or the subject that is no title
    title_before: str
    #: a word in that by which several numbers share it: intitulées
    title_of_all: str
    #: what stands between numbers that share a title before them
    title_covers: str
    cue: list[Rule]
    #: part letters with their Latin counterparts
    letters: dict[str, str] = {}
    #: numbers printed in words: 第一㈠号 is 1 (I)
    spelled: dict[str, str] = {}


def latin_capitals(text: str) -> str:
    """A text in which Cyrillic capitals that look Latin are Latin; every offset stays.

    >>> latin_capitals("А/70/1, принятый") == "A/70/1, принятый"
    True
    """
    if text.isascii():
        return text
    for cyrillic, latin in _LOOKALIKES:  # `str.translate` looks every sign up
        text = text.replace(cyrillic, latin)
    return text


class Cue(NamedTuple):
    """A word that says type, body or speaker, and its place."""

    at: int
    until: int
    kind: str
    value: str
    rule: str


class Compiled:
    """A language's patterns, compiled once."""

    def __init__(self, grammar: NumberGrammar) -> None:
        self.data = grammar
        self._rules = [(rule, re.compile(rule.pattern)) for rule in grammar.cue]
        bounded = "" if grammar.order == "type-last" else r"(?<![^\W\d_])"
        ended = "" if grammar.order == "type-last" else r"(?![^\W\d_])"
        self.cue = Seeker((r.pattern for r in grammar.cue), bounded, ended)
        self.number = re.compile(_number_pattern(grammar))
        self.parts = re.compile(_parts_pattern(grammar))
        self.range = re.compile(grammar.through)
        self.join = re.compile(grammar.join)
        self.numero = re.compile(grammar.numero)
        self.self_ends = re.compile(grammar.self_ends)
        ends = endings(grammar.numero)
        self._numero_ends = None if ends is None else tuple(sorted(ends))
        self.joined_on = re.compile(grammar.joined_on)
        self.of_subject = re.compile(grammar.of_subject)
        self.adopted_by = re.compile(grammar.adopted_by)
        self.clause_opens = re.compile(grammar.clause_opens)
        self.title_after = re.compile(grammar.title_after)
        self.title_before = re.compile(_date_pattern(grammar, grammar.title_before) + "$")
        self.title_of_all = re.compile(grammar.title_of_all or "(?!)")
        self.title_covers = re.compile(grammar.title_covers or "(?!)")
        self.bare = re.compile(grammar.bare.replace("{n}", _BARE))
        self.bare_before = re.compile(rf"(?<!\d){_BARE} ?(?:{grammar.join})$")
        self.bare_behind = re.compile(f"(?:{grammar.join}) ?{_BARE}")
        self.gaps = {
            name: re.compile(getattr(grammar, name))
            for name in (
                "body_to_self", "before_type", "name_goes_on", "type_to_body",
                "body_to_number", "number_to_body", "number_to_subject",
            )
        }  # fmt: skip
        self.date_after = re.compile(_date_pattern(grammar, grammar.date_after))
        self.date_before = re.compile(_date_pattern(grammar, grammar.date_before) + "$")
        self.date_of_symbol = re.compile(_date_pattern(grammar, grammar.date_of_symbol) + "$")
        self._months = {name: i for i, names in enumerate(grammar.months, 1) for name in names}
        self.classify = lru_cache(maxsize=2048)(self._classify)

    def cues(self, text: str, at: int, until: int) -> list[Cue]:
        """The cues of a stretch, in order of place; a pattern may look beyond its end."""
        found = []
        for m in self.cue.finditer(text, at, until + _LOOK):
            if m.end() > until:
                break
            rule = self.classify(m[0]) or self._classify_there(text, m)
            if rule is not None:
                found.append(Cue(m.start(), m.end(), rule.kind, rule.value, rule.id))
        return found

    def _classify(self, surface: str) -> Rule | None:
        return next((rule for rule, pattern in self._rules if pattern.fullmatch(surface)), None)

    def _classify_there(self, text: str, m: re.Match[str]) -> Rule | None:
        """The rule of a cue whose pattern looks at what stands around it."""
        for rule, pattern in self._rules:
            here = pattern.match(text, m.start())
            if here and here.end() == m.end():
                return rule
        return None

    def numbered(self, text: str, at: int) -> bool:
        """Whether a number sign stands right before a place: "No. 38 (2020)"."""
        start, ends = max(0, at - _SIGN), self._numero_ends
        if not self.data.numero or (ends is not None and not text.endswith(ends, start, at)):
            return False
        return self.numero.search(text[start:at]) is not None

    def fills(self, name: str, gap: str) -> bool:
        """Whether the words between two cues let them belong together."""
        return self.gaps[name].fullmatch(gap) is not None

    def iso(self, m: re.Match[str]) -> str | None:
        """ISO date of a match of one of the date patterns."""
        printed = m["month"]
        month = self._months.get(_SLASH.sub("/", printed) if "/" in printed else printed)
        if month is None:
            return None
        day = int(m["day"])
        return f"{m['year']}-{month:02}-{day:02}" if 1 <= day <= 31 else None


def _any(words: list[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


def _number_pattern(g: NumberGrammar) -> str:
    dash = f"[{_DASHES}]"
    special = _any(g.emergency + g.special)
    # Chinese may print "1874(S IV)"
    session = rf"(?:(?:{special}|E?S)(?: ?{dash} ?| ))?[IVXLC]{{1,7}}"
    if g.ordinal_session:
        session += rf"|(?:{_any(g.ordinal_session)}|{special}) ?{dash} ?\d{{1,2}}"
    letter = r"[A-Z]{1,2}" + (f"|{_any(list(g.letters))}" if g.letters else "")
    return (
        rf"(?<![A-Za-z0-9/.:$€№%])(?:(?P<mark>{special}|E?S) ?{dash} ?)?"
        rf"(?P<head>\d{{1,4}})(?:/(?P<count>\d{{1,4}})(?!/|\.\d|\d|%)"
        rf"|(?: ?(?P<letter>{letter}))? ?\((?P<session>{session})\)"
        rf"| ?\((?P<year>(?:19|20)\d\d)[()])"
    )


def _parts_pattern(g: NumberGrammar) -> str:
    names = f"|{_any(list(g.letters))}" if g.letters else ""
    letter = rf"(?:[A-Z]{{1,2}}{names})(?![^\W\d_{_HAN}]|[\d’'])(?!\.[A-Z])"
    return rf" ?(?P<first>{letter})(?:(?:[{_DASHES}]|{g.letter_join})(?:{letter}))*"


def _date_pattern(g: NumberGrammar, pattern: str) -> str:
    months = "|".join(
        re.escape(n).replace("/", r" ?/ ?")
        for n in sorted((n for names in g.months for n in names), key=len, reverse=True)
    )
    slots = {
        "{day}": r"(?P<day>\d{1,2})",
        "{month}": f"(?P<month>{months})",
        "{year}": r"(?P<year>(?:19|20)\d\d)",
    }
    for slot, fill in slots.items():
        pattern = pattern.replace(slot, fill)
    return pattern


@cache
def number_grammar(language: Language) -> Compiled:
    """The compiled grammar of one language. Raises DataError when its file does not fit."""
    return Compiled(load_grammar("numbers", language, NumberGrammar))


def all_rules() -> dict[Language, list[Rule]]:
    """Every cue rule by language, for the tests that hold rules to their examples."""
    return {language: number_grammar(language).data.cue for language in LANGUAGES}
