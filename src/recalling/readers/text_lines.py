"""The lines of a text, each with its place and what its beginning says that it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from recalling.text import ARABIC_SIGNS, INVISIBLE, Source

_STRIP = (
    " \t\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2066\u2067\u2068\u2069\ufeff"
)
_UNSEEN = re.compile(rf"[{INVISIBLE}{ARABIC_SIGNS}]+|\*\*|^#{{1,6}} ")
_HEAD = 80

#: the line above the notes of a page
RULE = re.compile(r"_{5,}$|-{3,}$|—{5,}$|ـ{5,}$")
NUMBERED = re.compile(r"(\d{1,3}) ?(?:[.、](?!\d)|[-–—](?= ))\s*(?=\S)")
_LETTERS = r"[A-Za-z]{1,2}|[ivxl]{1,6}|[IVXL]{1,6}|[а-яА-Я]{1,2}|[ء-ي](?: ?[ء-ي])?|\d{1,2}"
POINT = re.compile(rf"\(?({_LETTERS})\)\s*(?=\S)")
DOTTED_POINT = re.compile(r"([a-z]|[ivx]{2,5})\. ?(?=\S)")
# "• Achieve", "– achieve", "’1‘ خلال", "㈠ 将科学", "(十一) 利用"
BULLET = re.compile(
    r"[•●▪◦\u2023*]+\s*\S|[-–—] ?[^\W\d]|[’'‘]\d{1,2}[‘'’]|[\u3220-\u3229]"
    r"|\([一二三四五六七八九十]{1,3}\)"
)
_BEFORE_DOUBLED = {"ii": "hh", "xx": "ww"}
ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})$")


def is_deeper(token: str, letter: str | None, roman: str | None) -> bool:
    """Whether a point's letter is a Roman numeral of the second level: "(i)" under "(a)".

    `letter` is the open point of the first level, `roman` the one of the second, None without.
    After "(h)" comes "(i)" of the first level, and so with "(v)" and "(x)"; after "(hh)" comes
    "(ii)".

    >>> is_deeper("i", "a", None), is_deeper("i", "h", None), is_deeper("b", "a", "ii")
    (True, False, False)
    >>> is_deeper("ii", "hh", None), is_deeper("ii", "h", "i")
    (False, True)
    """
    if letter is None or not ROMAN.match(token.lower()):
        return False
    if len(token) > 1:
        return roman is not None or letter.lower() != _BEFORE_DOUBLED.get(token.lower())
    if roman is not None and roman.lower() in ("iv", "ix"):
        return True
    return letter.lower() != {"i": "h", "v": "u", "x": "w"}[token.lower()]


@dataclass(slots=True)
class Line:
    """One line that is not blank: `start`/`end` in the text as given, without outer spaces.

    `gap` says that a blank line stands before it, `cut` that notes stood between it and the line
    of the body before it.
    """

    start: int
    end: int
    gap: bool
    head: str
    tabbed: bool
    cut: bool = False


def plain_head(body: str) -> str:
    """The first signs of a line, without what is not seen."""
    head = body[:_HEAD]
    if not head.isascii() or head.startswith(("**", "#")):
        return _UNSEEN.sub("", head)
    return head


def read_lines(source: Source) -> list[Line]:
    """All lines of a text that are not blank, in order."""
    lines: list[Line] = []
    offset = 0
    gap = True
    level = source.level
    for raw in level.split("\n"):
        body = raw.strip(_STRIP)
        if body:
            start = offset + len(raw) - len(raw.lstrip(_STRIP))
            lines.append(Line(start, start + len(body), gap, plain_head(body), "\t" in raw))
            gap = False
        else:
            gap = True
        offset += len(raw) + 1
    return lines
