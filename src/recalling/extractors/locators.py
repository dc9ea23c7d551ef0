"""Locators: which part of a document is meant ("chap. III, sect. A", 附件二, «пп. 31–32»).

A locator is printed in the document's language and kept in English, as the Editorial Manual
abbreviates it, so that the same citation has the same part in six languages. The words are data
(`grammar/records/<language>.toml`, `[units]`); here is how they are read and put together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from recalling.extractors.needs import openings
from recalling.extractors.numerals import Numbers
from recalling.extractors.phrases import load_phrases
from recalling.extractors.seeker import Holding, Seeker
from recalling.model import Language

#: unit → (one, many, whether a number printed as a word is shown as a Roman numeral)
ENGLISH: dict[str, tuple[str, str, bool]] = {
    "annex": ("annex", "annexes", True),
    "appendix": ("appendix", "appendices", True),
    "attachment": ("attachment", "attachments", True),
    "enclosure": ("enclosure", "enclosures", True),
    "part": ("part", "parts", True),
    "chapter": ("chap.", "chaps.", True),
    "section": ("sect.", "sects.", True),
    "paragraph": ("para.", "paras.", False),
    "point": ("point", "points", False),
    "article": ("art.", "arts.", False),
    "rule": ("rule", "rules", False),
    "principle": ("principle", "principles", False),
    "page": ("p.", "pp.", False),
    "volume": ("vol.", "vols.", True),
    "resolution": ("resolution", "resolutions", False),
    "decision": ("decision", "decisions", False),
    "recommendation": ("recommendation", "recommendations", False),
    "opinion": ("advisory opinion", "advisory opinions", False),
}


_LONGEST = 12  # items in one locator


#: by so many of its first signs it is told which forms may begin at a place
_SIGNS = 4
_COMMAS = frozenset(",،，、")
#: kinds of numbers of which several stand in a row: figures with their points, Roman numerals
_FIGURE = r"\d[\d.]{0,8}(?: \(\w{1,4}\)){0,3}"
_ROWS = tuple(
    re.compile(f"{one}(?:(?:–|, | and ){one}){{0,15}}$").match for one in (_FIGURE, "[IVX]{1,8}")
)


class Item(NamedTuple):
    """One step of a locator, already in English: `Item("annex II", 7, 16)`."""

    text: str
    at: int
    until: int
    unit: str


class _Form(NamedTuple):
    """One way to print a unit: what leads to its number, the number's kind, what closes it."""

    unit: str
    lead: re.Pattern[str]
    slot: str | None
    tail: re.Pattern[str]


def _first_signs(form: _Form) -> tuple[str, ...] | None:
    """With which signs a form may begin; None where that cannot be told.

    Arabic articles and prefixes give some forms hundreds of beginnings, of few first signs.
    """
    told = openings(form.lead.pattern)
    return None if told is None else tuple(sorted({string[:_SIGNS] for string in told}))


_NOTHING = re.compile("")
_SLOT = re.compile(r"\{([nwdl])\}")


class Locators:
    """One language's locators, compiled."""

    def __init__(self, language: Language) -> None:
        phrases = load_phrases(language)
        self.numbers = Numbers(phrases.numerals)
        # in a form: {n} numbers, {w} numbers as words, {d} designations, {l} the letter of a point
        kinds = {
            "n": self.numbers.row,
            "w": self.numbers.words,
            "d": self.numbers.designations,
            "l": self.numbers.letter,
        }
        self._slots = {sign: re.compile(pattern) for sign, pattern in kinds.items()}
        self._forms: list[_Form] = []
        leads = []
        for unit, forms in phrases.units.items():
            for form in forms:
                slot = _SLOT.search(form)
                if slot is None:
                    self._forms.append(_Form(unit, re.compile(form), None, _NOTHING))
                    leads.append(re.sub(r"\(\?P<n>", "(?:", form))
                    continue
                lead, tail = form[: slot.start()], form[slot.end() :]
                self._forms.append(_Form(unit, re.compile(lead), slot[1], re.compile(tail)))
                # a number that leads ("première partie", S-24/2号决议) is looked for as a whole
                leads.append(lead if lead not in ("", r"\b") else f"(?:{kinds[slot[1]]}){tail}")
        self._any = Seeker(dict.fromkeys(leads))
        #: what a text must hold for an annex to be among its items
        self.annexes = Holding(form.lead.pattern for form in self._forms if form.unit == "annex")
        self._english = lru_cache(maxsize=2048)(self._spelled)  # few numbers are ever printed
        self._openings = [_first_signs(form) for form in self._forms]
        self._forms_at = lru_cache(maxsize=4096)(self._beginning)
        self._called = [(re.compile(c.of), c.unit, c.name) for c in phrases.called]
        words = phrases.locator
        self.joint = re.compile(words["joint"])
        self.glue = re.compile(words["glue"])
        self.of = re.compile(words["of"])
        self.link = re.compile(words["link"])
        self.hint = Seeker([words["hint"]])
        #: what ends one member of a list and begins the next: "(resolution 76/258, annex) and the "
        self.member = re.compile(rf"[)）](?:,|、|،| ?(?:{words['and']}))")
        #: between a document and another that the same bracket holds
        self.same_bracket = re.compile(rf"\s?(?:,|、|،|;|{words['and']}|\s|\(){{1,6}}")

    def items(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Item]:
        """All locator items in a stretch of a flow, in order of place."""
        end = len(text) if end is None else end
        at = start
        for place in self._any.places(text, start, end):
            item = self._item(text, place, end) if place >= at else None
            if item is not None:
                yield item
                at = item.until

    def item_at(self, text: str, at: int) -> Item | None:
        """The item that begins exactly at an offset."""
        if at >= len(text):
            return None
        return self._item(text, at, len(text))

    def _beginning(self, signs: str) -> tuple[_Form, ...]:
        """The forms that may begin with these signs, the first of what stands at a place."""
        return tuple(
            form
            for form, opens in zip(self._forms, self._openings, strict=True)
            if opens is None or signs.startswith(opens)
        )

    def _item(self, text: str, at: int, end: int) -> Item | None:
        for form in self._forms_at(text[at : at + _SIGNS]):
            lead = form.lead.match(text, at, end)
            if lead is None:
                continue
            if form.slot is None:
                if lead.end() == at:
                    continue
                return Item(
                    self._english(form.unit, form.slot, lead.groupdict().get("n")),
                    *lead.span(),
                    form.unit,
                )
            number = self._slots[form.slot].match(text, lead.end(), end)
            tail = None if number is None else form.tail.match(text, number.end(), end)
            if number is not None and tail is not None:
                return Item(
                    self._english(form.unit, form.slot, number[0]), at, tail.end(), form.unit
                )
        return None

    def _spelled(self, unit: str, slot: str | None, printed: str | None) -> str:
        one, many, as_roman = ENGLISH[unit]
        if not printed:
            return one
        if slot == "l":
            return f"({self.numbers.point(printed)})"
        number, several = self.numbers.english(printed, as_roman=as_roman, designation=slot == "d")
        return f"{many if several else one} {number}"

    def joins(self, text: str, at: int, until: int) -> bool:
        """Whether what stands between two items joins them; it may look at what begins behind."""
        found = self.joint.match(text, at)
        return found is not None and found.end() == until

    def called(self, item: Item, of: str) -> Item:
        """An item as English calls it, given what it is of: الجزء of a resolution is its section.

        `of` is "resolution" for a resolution's number, else the words that name the instrument.
        """
        for pattern, unit, name in self._called:
            if unit == item.unit and pattern.search(of):
                printed, _, number = item.text.partition(" ")
                one, many, _ = ENGLISH[name]
                several = printed == ENGLISH[unit][1]
                return item._replace(text=f"{many if several else one} {number}", unit=name)
        return item

    def after(self, text: str, at: int) -> tuple[str, int] | None:
        """The locator that follows a citation ending at `at`: its English form and its end.

        None when there is none, or when it belongs to what follows ("…, annex II to resolution
        70/2").
        """
        glue = self.glue.match(text, at)
        if glue is None:
            return None
        chain = self.chain(text, glue.end())
        return None if not chain else (render(chain), max(item.until for item in chain))

    def chain(self, text: str, at: int, following: int | None = None) -> list[Item]:
        """The items of the locator that begins exactly at an offset; empty when none does.

        Without those of what is named at `following`: in «принципами Устава, статьями 7 и 8
        Всеобщей декларации» the articles are the Declaration's.
        """
        items: list[Item] = []
        while len(items) < _LONGEST:
            nested = self._nested(text, at)
            if not nested or self.of.match(text, nested[0].until):
                break
            end = max(item.until for item in nested)
            if following is not None and self.link.fullmatch(text, end, following):
                break
            items.extend(nested)
            joint = self.joint.match(text, nested[0].until)
            if joint is None:
                break
            at = joint.end()
        return items

    def _nested(self, text: str, at: int) -> list[Item]:
        """An item and what it is of, outermost first: "пункте 3 статьи 1" is article 1, para. 3."""
        found: list[Item] = []
        item = self.item_at(text, at)
        while item is not None and len(found) < _LONGEST:
            found.insert(0, item)
            comma = text[item.until : item.until + 1] in _COMMAS  # "гл. III, разд. A" is no nesting
            link = None if comma else self.link.match(text, item.until)
            item = None if link is None else self.item_at(text, link.end())
        return found


def render(items: Sequence[Item]) -> str:
    """A locator's items as one string: "chap. III, sect. A"; a point clings to what it is of."""
    out = ""
    for item in _gathered(items):
        if item.unit == "point":
            out += f" {item.text}" if out else f"subpara. {item.text}"
        else:
            out += f", {item.text}" if out else item.text
    return out


def _gathered(items: Sequence[Item]) -> list[Item]:
    """Neighbours of one unit as one: 第六章和第七章 is "chaps. VI and VII", as in English.

    Only where their numbers are of one kind: section B of section III is not a row of sections.
    """
    out: list[Item] = []
    for item in items:
        last = out[-1] if out else item
        before, number = last.text.partition(" ")[2], item.text.partition(" ")[2]
        if out and last.unit == item.unit and any(k(before) and k(number) for k in _ROWS):
            numbers = f"{before.replace(' and ', ', ')}, {number.replace(' and ', ', ')}"
            row = " and ".join(numbers.rsplit(", ", 1))
            out[-1] = last._replace(text=f"{ENGLISH[item.unit][1]} {row}", until=item.until)
        else:
            out.append(item)
    return out


@cache
def load_locators(language: Language) -> Locators:
    """The locators of one language. Raises DataError when its grammar does not fit."""
    return Locators(language)
