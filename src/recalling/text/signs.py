"""Signs that mean the same: widths, spaces, hyphens and digits, each brought to one form.

`LEVEL` maps one code point to one code point, so a levelled text keeps every offset. What must
vanish or shrink (`IRREGULAR`) is found in the levelled text and cut while paragraphs are mended.
"""

from __future__ import annotations

import re
import unicodedata

SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹"
SUPERSCRIPT_DIGITS = str.maketrans(SUPERSCRIPT, "0123456789")

# Ideographs and their punctuation: no space belongs beside them.
CJK = "\u2e80-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff65"

# Marks without width: soft hyphen, joiners, direction marks, byte order mark.
INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
# Arabic tatweel and vowel signs: "الأمــم المتحـدة", "يُطلب", printed or not at will.
ARABIC_SIGNS = "\u0640\u064b-\u0652\u0670"

# Chinese punctuation that the full-width block holds and Chinese text keeps.
_KEPT_WIDE = "，：；！？"


def _level_table() -> dict[int, int]:
    table = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code) not in _KEPT_WIDE}
    table.update({0x0660 + digit: 0x30 + digit for digit in range(10)})
    table.update({0x06F0 + digit: 0x30 + digit for digit in range(10)})
    table.update(dict.fromkeys((0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), 0x20))
    table.update(dict.fromkeys((0x2010, 0x2011, 0xFE63), 0x2D))
    table.update(dict.fromkeys((0x0B, 0x0C, 0x1C, 0x1D, 0x1E, 0x85, 0x2028, 0x2029), 0x0A))
    table.update({0xFF61: 0x3002, 0xFF64: 0x3001, 0xFF62: 0x300C, 0xFF63: 0x300D, 0x0D: 0x20})
    for code in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFF)):  # Arabic letters by their shape
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1 and unicodedata.category(plain) == "Lo":
            table[code] = ord(plain)
    return table


LEVEL = _level_table()

_SPACES = r"[\t\n][ \t\n]*| [ \t\n]+"
_UNSEEN = rf"[{INVISIBLE}{ARABIC_SIGNS}]+"
_TARGET = r"\]\s?\(\s?(?:#|https?:|/)[^()\s]{0,400}\s?\)"  # the "](#)" of "[A/C.2/59/3](#)"
_LINK = rf"\[(?=[^\[\]]{{1,200}}{_TARGET})|(?<=[^\[\n]){_TARGET}"
_BOLD = r"\*\*(?=[^\s*][^*\n]{0,300}\*\*)|(?<=[^\s*])\*\*(?![*])"
_COMPOSED = r"[^\W\d_][\u0300-\u0333]+|[\ufb00-\ufb06\ufefb\ufef5-\ufefa\ufefc]"

# Group 1: spaces (one space stays, unless they stand beside an ideograph);
# group 2: letters that become others; no group: what vanishes.
IRREGULAR = re.compile(rf"({_SPACES})|({_COMPOSED})|{_UNSEEN}|{_LINK}|{_BOLD}")
IRREGULAR_CJK = re.compile(
    rf"(?<=[{CJK}])[ \t\n]+|[ \t\n]+(?=[{CJK}])|({_SPACES})|({_COMPOSED})|{_UNSEEN}|{_LINK}|{_BOLD}"
)
HAS_CJK = re.compile(f"[{CJK}]")


def compose(letters: str) -> str:
    """A letter with its combining signs, or a ligature, as the usual letters: "é" for "é"."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", letters))
