"""One page of a PDF as lines of text: words, size of type, place; superscripts told by size.

Units are PDF points, the origin at the lower left of the page. pypdfium2 is the engine: it gives
each character's baseline, box and size. Lines and the order in them are taken from where the
characters stand, not from the order in which the file draws them, which in Arabic may be either.
"""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

import msgspec
import pypdfium2 as pdfium
import pypdfium2.raw as raw

_SUPERSCRIPT = str.maketrans("0123456789()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾")
#: what pdfium gives for a hyphen at a line's end
_LINE_END_HYPHENS = "\ufffe\x02"
_RAISED = 0.82  # a note call is set at most at this share of its line's size
_SAME = 0.3  # of the size: how far the baselines of one line may lie apart
_LIFT = 0.75  # of the size: how far above the baseline a note call may stand
_COLUMN_GAP = 3.0  # of the size: a gap this wide parts columns
_WORD_GAP = 0.18  # of the size: a gap this wide parts Arabic words
_NEAR = 40  # lines searched for the one that a character belongs to
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LTR_RUN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9/.,:%&+_’'@? -]*[A-Za-z0-9])?")
_LATIN = re.compile("[A-Za-z]")
_MIRROR = str.maketrans("()[]{}«»⁽⁾", ")(][}{»«⁾⁽")
_ENDS = (".", ",", ":", ";", ")", "⁾")  # stand leftmost where a line runs from right to left
_BRACKETS = re.compile("[()⁽⁾]")
_OPENING = str.maketrans(")⁾", "(⁽")
_CLOSING = str.maketrans("(⁽", ")⁾")


class Glyph(msgspec.Struct, frozen=True):
    """A character with its size of type, baseline and horizontal stretch."""

    sign: str
    size: float
    base: float
    left: float
    right: float


class PageLine(msgspec.Struct, frozen=True):
    """One printed line or column of it: its text, the size of most of it, and its box."""

    text: str
    size: float
    left: float
    bottom: float
    right: float
    top: float


class Page(msgspec.Struct, frozen=True):
    """A page's lines from top to bottom, and its width and height."""

    lines: tuple[PageLine, ...]
    width: float
    height: float


class _Row:
    """Characters that share a baseline, and raised ones above it."""

    def __init__(self, glyph: Glyph) -> None:
        self.base, self.size = glyph.base, glyph.size
        self.glyphs = [glyph]

    def takes(self, glyph: Glyph) -> bool:
        """Whether a character stands on this line, or is raised above it, or it above that."""
        rise = glyph.base - self.base
        if abs(rise) < _SAME * max(self.size, glyph.size):
            return True
        if glyph.size <= _RAISED * self.size:
            return 0 < rise < _LIFT * self.size
        return self.size <= _RAISED * glyph.size and 0 < -rise < _LIFT * glyph.size

    def add(self, glyph: Glyph) -> None:
        """Take a character; the largest says where the line stands."""
        if glyph.size > self.size:
            self.base, self.size = glyph.base, glyph.size
        self.glyphs.append(glyph)


def read_page(page: pdfium.PdfPage) -> Page:
    """Lines of one page, from top to bottom."""
    width, height = page.get_size()
    text = page.get_textpage()
    try:
        glyphs = list(_glyphs(text))
    finally:
        text.close()
    rtl = 2 * sum(1 for g in glyphs if _RTL.match(g.sign)) > sum(
        1 for g in glyphs if g.sign.isalpha()
    )
    lines = [
        line
        for row in sorted(_rows(iter(glyphs)), key=lambda row: -row.base)
        for column in _columns(row)
        if (line := _line(column, row, rtl=rtl)) is not None
    ]
    return Page(tuple(lines), width, height)


def _glyphs(text: pdfium.PdfTextPage) -> Iterator[Glyph]:
    x, base, left, right, bottom, top = (ctypes.c_double() for _ in range(6))
    edge = 0.0
    for index in range(text.count_chars()):
        sign = chr(raw.FPDFText_GetUnicode(text, index))
        if sign in "\r\n":
            continue
        raw.FPDFText_GetCharOrigin(text, index, x, base)
        raw.FPDFText_GetCharBox(text, index, left, right, bottom, top)
        size = raw.FPDFText_GetFontSize(text, index)
        if sign in _LINE_END_HYPHENS:
            sign = "-"
        elif sign.isspace() and (size <= 1 or raw.FPDFText_IsGenerated(text, index)):
            size = 0.0  # a space that the file does not have: its place is no evidence
        begin = left.value
        if sign.isspace():  # which has no box of its own
            begin = x.value if size else edge
        edge = max(begin, right.value)
        yield Glyph(sign, size, base.value, begin, edge)


def _rows(glyphs: Iterator[Glyph]) -> list[_Row]:
    rows: list[_Row] = []
    for glyph in glyphs:
        if not glyph.size:
            if rows:
                rows[-1].glyphs.append(glyph)
            continue
        # the line drawn last is the likeliest, and is moved to the end for the next character
        for index in range(len(rows) - 1, max(-1, len(rows) - _NEAR), -1):
            if rows[index].takes(glyph):
                rows.append(rows.pop(index))
                rows[-1].add(glyph)
                break
        else:
            rows.append(_Row(glyph))
    return rows


def _columns(row: _Row) -> Iterator[list[Glyph]]:
    """A row cut where a gap as wide as a column's stands ("United Nations      A/RES/73/3")."""
    column: list[Glyph] = []
    edge: float | None = None
    for glyph in sorted(row.glyphs, key=lambda glyph: glyph.left):
        seen = not glyph.sign.isspace()
        if seen and edge is not None and glyph.left - edge > _COLUMN_GAP * max(row.size, 1.0):
            yield column
            column = []
        column.append(glyph)
        if seen:
            edge = max(glyph.right, edge or glyph.right)
    yield column


def _line(column: list[Glyph], row: _Row, *, rtl: bool) -> PageLine | None:
    seen = [glyph for glyph in column if not glyph.sign.isspace()]
    if not seen:
        return None
    size = _common_size(seen)
    text = "".join(_sign(g, row) for g in column)
    if rtl and (_RTL.search(text) or text.lstrip().startswith(_ENDS)):
        text = _right_to_left(column, row)
    text = " ".join(text.split())
    return PageLine(
        text, size, seen[0].left, row.base, max(glyph.right for glyph in seen), row.base + size
    )


def _common_size(glyphs: list[Glyph]) -> float:
    sizes = Counter(round(glyph.size * 2) / 2 for glyph in glyphs)
    return max(sizes, key=lambda size: (sizes[size], size))


def _sign(glyph: Glyph, row: _Row) -> str:
    raised = 0 < glyph.size <= _RAISED * row.size and glyph.base > row.base + 0.1 * row.size
    return glyph.sign.translate(_SUPERSCRIPT) if raised else glyph.sign


def _right_to_left(column: list[Glyph], row: _Row) -> str:
    """The words of a right-to-left line in the order in which they are read.

    Characters are taken from right to left; numbers, symbols and Latin words, which run the
    other way, are turned round again (Unicode bidirectional algorithm, on one simple level).
    """
    pieces: list[str] = []
    edge: float | None = None
    drawn = [glyph for glyph in column if glyph.size]
    spaced = any(glyph.sign.isspace() for glyph in drawn)
    for glyph in sorted(drawn, key=lambda glyph: -glyph.left):
        if not spaced and edge is not None and edge - glyph.right > _WORD_GAP * row.size:
            pieces.append(" ")
        arabic = _RTL.match(glyph.sign) is not None
        pieces.append(unicodedata.normalize("NFKC", glyph.sign) if arabic else _sign(glyph, row))
        if not glyph.sign.isspace():
            edge = glyph.left if edge is None else min(glyph.left, edge)
    text = " ".join("".join(pieces).split())
    text = _LTR_RUN.sub(_turned, text)
    text = re.sub("[⁰¹²³⁴⁵⁶⁷⁸⁹]+", lambda run: run[0][::-1], text)
    return re.sub(r"\(([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})\)", r"⁽\1⁾", _bracketed(text))


def _turned(run: re.Match[str]) -> str:
    """A Latin run as a whole, numbers side by side each for itself."""
    if _LATIN.search(run[0]):
        return run[0][::-1]
    return " ".join(number[::-1] for number in run[0].split(" "))


def _bracketed(text: str) -> str:
    """Brackets that open where one opens: their codes may name shapes or meanings, or both."""
    brackets = "".join(_BRACKETS.findall(text)).replace("⁽", "(").replace("⁾", ")")
    if not brackets or re.fullmatch(r"(?:\(\))*", brackets):
        return text
    if re.fullmatch(r"(?:\)\()*", brackets):
        return text.translate(_MIRROR)
    is_open = False

    def turn(bracket: re.Match[str]) -> str:
        nonlocal is_open
        is_open = not is_open
        return bracket[0].translate(_OPENING if is_open else _CLOSING)

    return _BRACKETS.sub(turn, text)
