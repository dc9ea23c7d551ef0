"""One page of a PDF as lines of text: words, size of type, place; superscripts told by size.

Units are PDF points, the origin at the lower left of the page. pypdfium2 is the engine: it gives
each character's baseline, box and size. Lines and the order in them are taken from where the
characters stand, not from the order in which the file draws them, which in Arabic may be either.
"""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise

import msgspec
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from recalling.readers.pdf_rtl import RTL, reading_order, turn_brackets, typical_widths

_SUPERSCRIPT = str.maketrans("0123456789()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾")
#: what pdfium gives for a hyphen at a line's end
_LINE_END_HYPHENS = "\ufffe\x02"
_LAST_CALL = re.compile("\\s+([⁽⁾]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}[⁽⁾]?)$")
_RAISED = 0.82  # a note call is set at most at this share of its line's size
_SAME = 0.3  # of the size: how far the baselines of one line may lie apart
_LIFT = 0.75  # of the size: how far above the baseline a note call may stand
_SET_HIGH, _HIGH = 0.2, 0.55  # of the size: how far a call of full size is raised
_CALLING = "0123456789()"
_LONGEST_CALL = 5  # "(123)"
_SPACE = 0.15  # of the size: a gap this wide parts words
_NOTHING = (math.inf, -math.inf)
_EDGE = 0.1  # points: so far a space that stands in a sign may be drawn before it
_COLUMN_GAP = 3.0  # of the size: a gap this wide parts columns
_FEW = 2  # letters on a line of their own, which no Arabic line is
_NEAR = 40  # lines searched for the one that a character belongs to
_ENDS = (".", ",", ":", ";", ")", "⁾")  # stand leftmost where a line runs from right to left


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
    """A page's lines from top to bottom, its width and height, and whether it runs leftwards."""

    lines: tuple[PageLine, ...]
    width: float
    height: float
    rtl: bool = False


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
        if self.size <= _RAISED * glyph.size:
            return 0 < -rise < _LIFT * glyph.size
        if abs(rise) > _HIGH * self.size:
            return False
        if rise > 0:  # a call may be raised and no smaller
            return glyph.sign in _CALLING
        begun = len(self.glyphs) <= _LONGEST_CALL
        return begun and all(g.sign in _CALLING for g in self.glyphs if g.size)

    def add(self, glyph: Glyph) -> None:
        """Take a character; the largest says where the line stands."""
        lower = glyph.base < self.base - _SET_HIGH * self.size and glyph.size == self.size
        if glyph.size > self.size or lower:
            self.base, self.size = glyph.base, glyph.size
        self.glyphs.append(glyph)


def read_page(page: pdfium.PdfPage, *, in_arabic: bool = False) -> Page:
    """Lines of one page, from top to bottom.

    `in_arabic` says that the pages before ran from right to left: a last page may hold no more
    than notes in Latin letters.
    """
    width, height = page.get_size()
    text = page.get_textpage()
    try:
        glyphs = _settled(list(_glyphs(text)))
    finally:
        text.close()
    letters = sum(1 for g in glyphs if g.sign.isalpha())
    rtl = in_arabic or 2 * sum(1 for g in glyphs if RTL.match(g.sign)) > letters
    rows = _rows(iter(glyphs))
    rows = sorted(_with_strays(rows) if rtl else rows, key=lambda row: -row.base)
    columns = [(column, row) for row in rows for column in _columns(row)]
    if not rtl:
        lines = [line for column, row in columns if (line := _line(column, row))]
        return Page(tuple(lines), width, height, rtl=False)
    right_to_left = partial(_right_to_left, widths=typical_widths(glyphs))
    lines = [line for column, row in columns if (line := _line(column, row, right_to_left))]
    turned = turn_brackets([line.text for line in lines])
    return Page(
        tuple(msgspec.structs.replace(o, text=t) for o, t in zip(lines, turned, strict=True)),
        width,
        height,
        rtl=True,
    )


def _glyphs(text: pdfium.PdfTextPage) -> Iterator[Glyph]:
    x, base = ctypes.c_double(), ctypes.c_double()
    box = raw.FS_RECTF()
    matrix = raw.FS_MATRIX()
    edge = 0.0
    run = _NOTHING  # the stretch of what is drawn since the last space or line
    for index in range(text.count_chars()):
        sign = chr(raw.FPDFText_GetUnicode(text, index))
        if sign in "\r\n":
            run = _NOTHING
            continue
        raw.FPDFText_GetCharOrigin(text, index, x, base)
        raw.FPDFText_GetLooseCharBox(text, index, box)
        size = raw.FPDFText_GetFontSize(text, index)
        if size and raw.FPDFText_GetMatrix(text, index, matrix):
            size *= math.hypot(matrix.b, matrix.d)  # a file may set 1 point and enlarge it
        if sign in _LINE_END_HYPHENS:
            sign = "-"
        elif sign.isspace():
            # the engine sees one without width where LibreOffice has drawn "68/207" as two halves
            # and, later, the stroke; it stands at the left end of a half
            inside = run[0] <= x.value < run[1] and box.right - x.value < _EDGE
            if size <= 1 or inside or raw.FPDFText_IsGenerated(text, index):
                size = 0.0  # a space that the page does not show: its place is no evidence
        begin = box.left
        if sign.isspace():  # which has no box of its own
            begin = x.value if size else edge
        edge = max(begin, box.right)
        run = _NOTHING if sign.isspace() else _wider(run, box)
        yield Glyph(sign, size, base.value, begin, edge)


def _wider(run: tuple[float, float], box: raw.FS_RECTF) -> tuple[float, float]:
    """The stretch of a run with one more sign: a little before it, and not up to its end.

    A space at the left end of what runs to the right is inside; one that follows it is not.
    """
    return min(run[0], box.left - _EDGE), max(run[1], box.right - _EDGE)


def _settled(glyphs: list[Glyph]) -> list[Glyph]:
    """Signs on their lines: an Arabic letter under a vowel sign may be drawn as high as that sign.

    Such a letter and its sign take the baseline of the nearer of the letters drawn beside them.
    """
    marked = [unicodedata.combining(glyph.sign) > 0 for glyph in glyphs]
    if not any(marked):
        return glyphs
    marked = [here or behind for here, behind in pairwise([*marked, False])]
    plain = [index for index, glyph in enumerate(glyphs) if glyph.size and not marked[index]]
    out = list(glyphs)
    for index, glyph in enumerate(glyphs):
        if not marked[index]:
            continue
        place = bisect_right(plain, index)
        bases = [glyphs[near].base for near in plain[max(0, place - 1) : place + 1]]
        base = min(bases, key=lambda base: abs(base - glyph.base), default=glyph.base)
        if abs(base - glyph.base) < _LIFT * glyph.size:
            out[index] = msgspec.structs.replace(glyph, base=base)
    return out


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


def _with_strays(rows: list[_Row]) -> list[_Row]:
    """Rows of Arabic; a letter drawn as high as its vowel sign returns to the line it stands in."""
    strays = {id(row) for row in rows if all(_is_letter(glyph) for glyph in row.glyphs)}
    kept = [row for row in rows if id(row) not in strays or len(row.glyphs) > _FEW]
    for row in rows:
        if id(row) in strays and len(row.glyphs) <= _FEW:
            left = row.glyphs[0].left
            around = [
                other
                for other in kept
                if abs(other.base - row.base) < _LIFT * row.size
                and min(glyph.left for glyph in other.glyphs) < left
                and left < max(glyph.right for glyph in other.glyphs)
            ]
            if around:
                min(around, key=lambda other: abs(other.base - row.base)).glyphs += row.glyphs
            else:
                kept.append(row)
    return kept


def _is_letter(glyph: Glyph) -> bool:
    return RTL.match(glyph.sign) is not None


def _columns(row: _Row) -> Iterator[list[Glyph]]:
    """A row cut where a gap as wide as a column's stands ("United Nations      A/RES/73/3").

    The signs of each column are in the order of drawing.
    """
    cuts: list[float] = []
    edge: float | None = None
    for glyph in sorted(row.glyphs, key=lambda glyph: glyph.left):
        if glyph.sign.isspace():
            continue
        if edge is not None and glyph.left - edge > _COLUMN_GAP * max(row.size, 1.0):
            cuts.append(glyph.left)
        edge = max(glyph.right, edge or glyph.right)
    columns: list[list[Glyph]] = [[] for _ in range(len(cuts) + 1)]
    for glyph in row.glyphs:
        columns[bisect_right(cuts, glyph.left)].append(glyph)
    yield from columns


def _line(
    column: list[Glyph], row: _Row, words: Callable[[list[Glyph], _Row], str] | None = None
) -> PageLine | None:
    """A column as a line, its words by their places from left to right unless `words` knows."""
    seen = [glyph for glyph in column if not glyph.sign.isspace()]
    if not seen:
        return None
    if len(seen) < sum(not glyph.sign.isspace() for glyph in row.glyphs):
        row = _Row(seen[0])  # a date beside a heading in larger type is not raised
        for glyph in seen[1:]:
            row.add(glyph)
    text = (words or _left_to_right)(column, row)
    return PageLine(
        text,
        _common_size(seen),
        min(glyph.left for glyph in seen),
        row.base,
        max(glyph.right for glyph in seen),
        row.base + _common_size(seen),
    )


def _left_to_right(column: list[Glyph], row: _Row) -> str:
    """Signs by their places; the engine's own spaces only where the gap is as wide as one.

    A sign's place is its middle: a Chinese bracket pushed together with another begins before it.
    Type set a little apart has gaps of a tenth ("peopl e", "space -related" in A/RES/73/6).
    """
    pieces: list[str] = []
    edge: float | None = None
    for glyph in sorted(column, key=lambda glyph: glyph.left + glyph.right):
        if not glyph.size:
            continue
        spaced = edge is not None and glyph.left - edge > _SPACE * row.size
        pieces += (" ", _sign(glyph, row)) if spaced else (_sign(glyph, row),)
        edge = glyph.right if edge is None else max(edge, glyph.right)
    return " ".join("".join(pieces).split())


def _right_to_left(column: list[Glyph], row: _Row, widths: dict[str, float]) -> str:
    """A line of a page in Arabic; one without an Arabic letter may still be Latin."""
    text = _left_to_right(column, row)
    if not RTL.search(text) and not text.startswith(_ENDS):
        called = _LAST_CALL.search(text)  # a note in Latin letters, its number on the right
        return f"{called[1]} {text[: called.start()]}" if called else text
    return reading_order(column, [_sign(glyph, row) for glyph in column], row.size, widths)


def _common_size(glyphs: list[Glyph]) -> float:
    sizes = Counter(round(glyph.size * 2) / 2 for glyph in glyphs)
    return max(sizes, key=lambda size: (sizes[size], size))


def _sign(glyph: Glyph, row: _Row) -> str:
    rise = glyph.base - row.base
    smaller = 0 < glyph.size <= _RAISED * row.size and rise > 0.1 * row.size
    raised = smaller or (glyph.sign in _CALLING and rise > _SET_HIGH * row.size)
    return glyph.sign.translate(_SUPERSCRIPT) if raised else glyph.sign
