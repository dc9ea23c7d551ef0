"""Locators: which part of a document is meant ("chap. III, sect. A", 附件二, «пп. 31–32»).

A locator is printed in the document's language and kept in English, as the Editorial Manual
abbreviates it, so that the same citation has the same part in six languages. The words are data
(`grammar/records/<language>.toml`, `[units]`); here is how they are read and put together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from recalling.extractors.numerals import Numbers
from recalling.extractors.phrases import load_phrases
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


_COMMAS = frozenset(",،，、")


class Item(NamedTuple):
    """One step of a locator, already in English: `Item("annex II", 7, 16)`."""

    text: str
    at: int
    until: int
    unit: str


class Locators:
    """One language's locators, compiled."""

    def __init__(self, language: Language) -> None:
        phrases = load_phrases(language)
        self.numbers = Numbers(phrases.numerals)
        # in a form: {n} numbers, {w} numbers as words, {d} designations, {l} the letter of a point
        places = {
            "n": self.numbers.row,
            "w": self.numbers.words,
            "d": self.numbers.designations,
            "l": self.numbers.letter,
        }
        self._forms: list[tuple[str, re.Pattern[str]]] = []
        plain = []
        for unit, forms in phrases.units.items():
            for form in forms:
                unnamed, named = form, form
                for sign, pattern in places.items():
                    unnamed = unnamed.replace(f"{{{sign}}}", f"(?:{pattern})")
                    named = named.replace(f"{{{sign}}}", f"(?P<{sign}>{pattern})")
                plain.append(unnamed)
                self._forms.append((unit, re.compile(named)))
        self._any = re.compile("|".join(plain))
        words = phrases.locator
        self.joint = re.compile(words["joint"])
        self.glue = re.compile(words["glue"])
        self.of = re.compile(words["of"])
        self.link = re.compile(words["link"])
        self.hint = re.compile(words["hint"])

    def items(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Item]:
        """All locator items in a stretch of a flow, in order of place."""
        for hit in self._any.finditer(text, start, len(text) if end is None else end):
            yield self._item(text, hit)

    def item_at(self, text: str, at: int) -> Item | None:
        """The item that begins exactly at an offset."""
        hit = self._any.match(text, at)
        return None if hit is None else self._item(text, hit)

    def _item(self, text: str, hit: re.Match[str]) -> Item:
        for unit, pattern in self._forms:
            found = pattern.match(text, hit.start())
            if found is None:
                continue
            return Item(self._english(unit, found.groupdict()), *found.span(), unit)
        raise AssertionError("the union matched where none of its members does")

    def _english(self, unit: str, printed: dict[str, str | None]) -> str:
        one, many, as_roman = ENGLISH[unit]
        letter = printed.get("l")
        if letter:
            return f"({self.numbers.point(letter)})"
        designation = printed.get("d")
        row = designation or printed.get("n") or printed.get("w")
        if not row:
            return one
        number, several = self.numbers.english(
            row, as_roman=as_roman, designation=designation is not None
        )
        return f"{many if several else one} {number}"

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

    def chain(self, text: str, at: int) -> list[Item]:
        """The items of the locator that begins exactly at an offset; empty when none does."""
        items: list[Item] = []
        while len(items) < _LONGEST:
            nested = self._nested(text, at)
            if not nested or self.of.match(text, nested[0].until):
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
    for item in items:
        if item.unit == "point":
            out += f" {item.text}" if out else f"subpara. {item.text}"
        else:
            out += f", {item.text}" if out else item.text
    return out


@cache
def load_locators(language: Language) -> Locators:
    """The locators of one language. Raises DataError when its grammar does not fit."""
    return Locators(language)
