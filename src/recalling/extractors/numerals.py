"""Numbers inside locators: digits, Roman numerals, letters, and numbers printed as words.

"الثالث", "三", "third" are told by the language's table (`[numerals]`) and shown as the English
text of the same document shows them: "chap. III", "para. 3".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from recalling.extractors.phrases import Numerals

_ROMAN = (
    (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_HAN = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0}
_HAN_NUMBER = "[〇零一二三四五六七八九十百]{1,7}"
_WORD_END = r"(?![^\W\u4e00-\u9fff])"  # 节 may follow "A" at once
_NOT_A_SYMBOL = r"(?![\d/])"


def roman(value: int) -> str:
    """Roman numeral of a positive number below 400.

    >>> roman(14)
    'XIV'
    """
    out = []
    for size, sign in _ROMAN:
        count, value = divmod(value, size)
        out.append(sign * count)
    return "".join(out)


def han(text: str) -> int:
    """Value of a Chinese numeral below 1,000, or of digits read one by one (一四五).

    >>> han("七十六"), han("一四五"), han("一百零一")
    (76, 145, 101)
    """
    if not set(text) & {"十", "百"}:
        return int("".join(str(_HAN[sign]) for sign in text))
    total, digit = 0, 0
    for sign in text:
        if sign == "百":
            total, digit = total + (digit or 1) * 100, 0
        elif sign == "十":
            total, digit = total + (digit or 1) * 10, 0
        else:
            digit = _HAN[sign]
    return total + digit


#: a chapter and a paragraph of it: 第四.170段 and رابعا-177 are "IV.170" and "IV.177"
_SECTION = re.compile(r"(?P<head>[^\W\d]+)(?:\.|\s?-)(?P<figures>\d{1,3})")
#: "paragraph 15, 2322 (2016) and 70/1": what follows a row may be the next resolution's number
_NOT_CITED = r"(?!\d{1,4}(?:\s?[(（](?:19|20)\d\d[)）]|/\d))"


class Numbers:
    """The numbers of one language's locators, compiled.

    `row` and `designations` are patterns without groups: numbers in a row ("I and II", "31–32",
    第4、5和6), and numbers of resolutions and decisions ("1", "1/CP.21", "MSC.257(84)").
    """

    def __init__(self, numerals: Numerals) -> None:
        words = _alternatives(numerals.words)
        letters = _alternatives(numerals.letters)
        points = _alternatives(numerals.points)
        # "1 (a)", "8 j)", "73 b", 第七十三条(辰)
        point = (
            rf"(?:\s?\((?:[a-z]{{1,4}}|\d{{1,2}}|{points})\)|\s?(?:[a-z]|{points})\)"
            rf"|\s{numerals.bare}(?![\w.]))"
        )
        one = _number(words, numerals.compound, letters, point)
        designation = _designation(numerals)
        joint = f"(?:{numerals.range}|{numerals.list})"
        self.row = f"{one}(?:{joint}{_NOT_CITED}(?:{one})){{0,15}}"
        self.words = f"(?i:(?:{words})(?:(?:{numerals.compound})(?:{words})){{0,2}}{_WORD_END})"
        self.letter = f"[a-z]|{points}"
        self.designations = f"(?:{designation})(?:{joint}(?:{designation})){{0,15}}"
        self._one = re.compile(one)
        self._designation = re.compile(designation)
        self._range = re.compile(numerals.range)
        self._points = re.compile(point)
        self._han = re.compile(_HAN_NUMBER)
        self._word = re.compile(f"(?:{numerals.compound})?({words})")
        letter = f"{letters}|[A-Z]"
        self._branch = re.compile(
            rf"(?P<head>.+?)\s?[.–-]\s?(?P<tail>(?:{letter})(?:\.\d{{1,2}})?)"
        )
        self._numerals = numerals
        #: a text's locators are few, and the same in many places
        self.english = lru_cache(maxsize=4096)(self._english)

    def _english(self, text: str, *, as_roman: bool, designation: bool) -> tuple[str, bool]:
        """A row of numbers as the English text has it, and whether it is more than one.

        `as_roman` says how a number printed as a word is shown.
        """
        hits = list((self._designation if designation else self._one).finditer(text))
        if not hits:
            return text, False
        if designation:
            parts = [self._designated(hit.group()) for hit in hits]
        else:
            parts = [self._number(hit.group(), as_roman) for hit in hits]
        joints = []
        for i in range(1, len(parts)):
            between = self._range.match(text, hits[i - 1].end())
            if between is not None and between.end() == hits[i].start():
                joints.append(self._joint(parts[i - 1], parts[i]))
            else:
                joints.append(", ")
        if ", " in joints:
            joints[len(joints) - 1 - joints[::-1].index(", ")] = " and "
        out = parts[0] + "".join(map("".join, zip(joints, parts[1:], strict=True)))
        return out, any(joint != "." for joint in joints)

    def _joint(self, left: str, right: str) -> str:
        """A range's dash, or the point of "87-1" where that is how a language prints 87.1.

        "باء-1" is B.1 there too: no range goes from a letter to a number.
        """
        descends = left.isdigit() and right.isdigit() and int(right) < int(left)
        inside = descends or (left[-1:].isalpha() and right[:1].isdigit())
        return "." if inside and self._numerals.decimal == "-" else "–"

    def value(self, text: str) -> int:
        """Value of a number printed as words or signs ("Seventy-third" 73); 0 when unknown."""
        if self._han.fullmatch(text):
            return han(text)
        total, at = 0, 0
        lowered = text.lower()
        while at < len(lowered):
            found = self._word.match(lowered, at)
            if found is None:
                return 0
            total += self._numerals.words[found[1]]
            at = found.end()
        return total

    def _number(self, text: str, as_roman: bool) -> str:
        points = [point.strip(" ()") for point in self._points.findall(text)]
        base = self._points.sub("", text)
        branch = self._branch.fullmatch(base)
        tail = ""
        if branch is not None:
            base = branch["head"]
            letter, dot, number = branch["tail"].partition(".")
            tail = f".{self._letter(letter)}{dot}{number}"
        spelled = "".join(f" ({self.point(point)})" for point in points)
        return self._plain(base, as_roman) + tail + spelled

    def point(self, text: str) -> str:
        """The Latin letter of a point: "أ" and 子 are "a"."""
        return self._numerals.points.get(text, text)

    def _plain(self, text: str, as_roman: bool) -> str:
        if text in self._numerals.letters:
            return self._letter(text)
        section = _SECTION.fullmatch(text)
        if section is not None and (value := self.value(section["head"])):
            return f"{roman(value)}.{section['figures']}"
        value = self.value(text)
        if value == 0:
            return text
        return roman(value) if as_roman else str(value)

    def letter_of(self, printed: str) -> str:
        """The Latin letter for one printed as another alphabet's ("ألف" is "A")."""
        return self._letter(printed)

    def _letter(self, text: str) -> str:
        return self._numerals.letters.get(text, text)

    def _designated(self, text: str) -> str:
        text = re.sub(r"\s?-\s?", "-", text)
        for printed, meant in self._numerals.designations.items():
            text = text.replace(printed, meant)
        if self._numerals.decimal != ".":  # "58-3" for WHA resolution 58.3
            text = re.sub(rf"^(\d+){re.escape(self._numerals.decimal)}(\d+)$", r"\1.\2", text)
        return text


def _alternatives(words: Iterable[str]) -> str:
    # an empty table must match nothing
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w))) or "(?!)"


def _number(words: str, compound: str, letters: str, point: str) -> str:
    base = [
        rf"\d{{1,4}}(?:\.\d{{1,3}}){{0,2}}[A-Z]?{_NOT_A_SYMBOL}",
        rf"(?:[IVXLC]{{1,8}}|[A-Z])(?:\.\d{{1,3}})?{_WORD_END}",
        rf"{_HAN_NUMBER}(?:\.\d{{1,3}})?",
    ]
    base.append(
        rf"(?i:(?:{words})(?:(?:{compound})(?:{words})){{0,2}}{_WORD_END})(?:\s?-\d{{1,3}}(?!\d))?"
    )
    base.append(rf"(?:{letters}){_WORD_END}")
    letter = f"[A-Z]|{letters}"
    tail = rf"(?:(?:[.-]\s?(?:{letter})|\s?[–-]\s?(?:{letters}))(?:\.\d{{1,2}})?{_WORD_END})?"
    return rf"(?:{'|'.join(base)}){tail}{point}{{0,3}}"


def _designation(numerals: Numerals) -> str:
    # "1", "1/CP.21", "EX.CL/Dec.263 (VIII)"; with a year behind only letters: "LC-LP.2 (2010)"
    stem = r"[A-Z\d]{1,5}(?:[./-][A-Z\d][a-z]{0,3}[A-Z\d]{0,4}){0,4}"
    plain = rf"(?=[A-Z]){stem}\s?\(\d{{4}}\)|{stem}(?:\s?\((?:\d{{1,3}}|[IVX]{{1,5}})\))?"
    special = _alternatives(numerals.designations).replace(r"\-", r"\s?\-\s?")
    return rf"(?:\d{{1,3}}/)?(?:{special})\d{{1,3}}(?:/\d{{1,3}})?|{plain}"
