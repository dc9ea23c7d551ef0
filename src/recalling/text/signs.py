"""Signs that mean the same: widths, spaces, hyphens and digits, each brought to one form.

`level_signs` maps one code point to one code point, so a levelled text keeps every offset. What
must vanish or shrink is found in the levelled text and cut while paragraphs are mended.
"""

from __future__ import annotations

import re
import unicodedata

SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹"
SUPERSCRIPT_DIGITS = str.maketrans(SUPERSCRIPT, "0123456789")

# Letters of points and agenda items as English has them: "28 (ب)", and "28 с)" with a Cyrillic с.
POINT_LETTERS = str.maketrans(
    "أبجدهوزحطيكلمنسعفصقرشتثخذضаеорсх", "abcdefghijklmnopqrstuvwxyzaeopcx"
)

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
    table.update(
        dict.fromkeys((0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), 0x20)
    )
    table.update(dict.fromkeys((0x2010, 0x2011, 0xFE63), 0x2D))
    table.update(dict.fromkeys((0x0B, 0x0C, 0x1C, 0x1D, 0x1E, 0x85, 0x2028, 0x2029), 0x0A))
    table.update({0xFF61: 0x3002, 0xFF64: 0x3001, 0xFF62: 0x300C, 0xFF63: 0x300D, 0x0D: 0x20})
    for code in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFF)):  # Arabic letters by their shape
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1 and unicodedata.category(plain) == "Lo":
            table[code] = ord(plain)
    return table


_LEVEL = {chr(old): chr(new) for old, new in _level_table().items() if new != old}
# A bracket before a note mark, both turned where writing goes to the left: "(2005(⁾¹⁴⁾".
_TURNED = re.compile(rf"\(⁾(?=[{SUPERSCRIPT}]{{1,3}}⁾)")
_UNLEVEL = re.compile("[" + "".join(map(re.escape, _LEVEL)) + "]")


def level_signs(text: str) -> str:
    """The text with every sign brought to one form; the length stays.

    (A pattern finds the few that change: `str.translate` looks every sign up, ten times slower.)

    >>> level_signs("第７０／１号"), level_signs("(2005(⁾¹⁴⁾")
    ('第70/1号', '(2005)⁽¹⁴⁾')
    """
    if text.isascii() and "\r" not in text:
        return text
    if "(⁾" in text:
        text = _TURNED.sub(")⁽", text)
    return _UNLEVEL.sub(lambda found: _LEVEL[found[0]], text)


def _run_of(signs: str) -> str:
    """The pattern of one sign of a class or several in a row."""
    return f"[{signs}][{signs}]*"


# What a text holds that was written in Markdown; its marks are looked for in no other.
_MARKED_UP = ("[^", "\\.", "\n#", "\n*", "\n_", "\n>")
_NO_WIDTH = "\u200b"
_CALL = re.compile(r"\[\^(\d{1,3})\](:?)")
# "## 77/1. Title", "> quoted", and "1\. Decides", which shall be no list
_MARK_UP = re.compile(r"^(?:#{1,6}|>) +(?=\S)|\\(?=[!-/:-@\[-`{-~])", re.MULTILINE)
# "*Recalling* its resolution", "_Decides_ to act", "又*重申*其"; in "(Germany)*, Mr. X (Ghana)*" no
# mark opens anything
_ITALIC = re.compile(
    rf"(?<![^\s(\[“\"«‘'{CJK}])([*_])(?=[^\s*_])([^*_\n]{{1,300}})(?<=[^\s*_\\])\1(?![A-Za-z0-9*_])"
)


def level_markup(level: str) -> str:
    r"""A levelled text whose marks of Markdown are marks without width; the length stays.

    Notes are called by a raised number, and begin with one: "[^1]" and "[^1]: See A/76/1."

    >>> level_markup("\n*Recalling* it,[^1]").replace("\u200b", "")
    '\nRecalling it,¹'
    """
    if level[:1] not in ("#", "*", "_", ">") and not any(sign in level for sign in _MARKED_UP):
        return level
    level = _CALL.sub(_raised, level)
    level = _ITALIC.sub(rf"{_NO_WIDTH}\2{_NO_WIDTH}", level)
    return _MARK_UP.sub(lambda mark: _NO_WIDTH * len(mark[0]), level)


def _raised(call: re.Match[str]) -> str:
    """A note's call as a raised number, as long as it was; behind a note's own, a space."""
    number = "".join(SUPERSCRIPT[int(digit)] for digit in call[1])
    return f"{_NO_WIDTH * 2}{number}{_NO_WIDTH}{' ' * len(call[2])}"


_TARGET = r"\]\s?\(\s?(?:#|https?:|/)[^()\s]{0,400}\s?\)"  # the "](#)" of "[A/C.2/59/3](#)"
_LINK = rf"\[(?=[^\[\]]{{1,200}}{_TARGET})|(?<=[^\[\n]){_TARGET}"
_BOLD = r"\*\*(?=[^\s*][^*\n]{0,300}\*\*)|(?<=[^\s*])\*\*(?![*])"

# What mending drops or shortens. Each is looked for only in a text that has its first sign, so
# that the search runs from one such sign to the next.
# (A pattern that begins with one sign of a class is searched twice as fast as one that begins with
# a run of them, so a run is written as a sign and more of them.)
UNSEEN = re.compile(_run_of(INVISIBLE + ARABIC_SIGNS))
#: in a text without tabs and double spaces: a line end and what is blank behind it
LINE_ENDS = re.compile(r"\n[\n ]*")
#: a tab or line end with what is blank behind it, or several spaces
SPACES = re.compile(r"[\t\n ](?:(?<=[\t\n])[\t\n ]*|[\t\n ]+)")
#: one space beside an ideograph
CJK_SPACE = re.compile(rf" (?![\t\n ])(?:(?<=[{CJK}] )|(?<![\t\n ] )(?=[{CJK}]))")
LINK = re.compile(_LINK)
BOLD = re.compile(_BOLD)
_COMBINING = "\u0300-\u0333"
_LIGATURES = "\ufb00-\ufb06\ufef5-\ufefc"
COMBINING = re.compile(_run_of(_COMBINING))
LIGATURE = re.compile(f"[{_LIGATURES}]")
HAS_CJK = re.compile(f"[{CJK}]")
#: a stretch in which any of these signs stands that vanish or change, which are few in any text
SPECIAL = re.compile(_run_of(f"{INVISIBLE}{ARABIC_SIGNS}{_COMBINING}{_LIGATURES}"))


def compose(letters: str) -> str:
    """A letter with its combining signs, or a ligature, as the usual letters: "é" for "é"."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", letters))
