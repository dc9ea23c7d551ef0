"""Lines of a PDF that run from right to left, in the order in which they are read.

A PDF keeps what is drawn and where; which way it is read must be told from the signs themselves,
after the Unicode bidirectional algorithm (UAX #9), here on its one simple level: words run from
right to left, and in them numbers, symbols and Latin words from left to right.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from statistics import median
from typing import Protocol

RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_CUT_GAP = 0.1  # of the size: a gap this wide parts words that were drawn apart
_WORD_GAP = 0.2  # of the size: and one this wide any two
_LAM, _ALEFS = "ل", "اأإآٱ"
_NEAR = 0.2  # points: so far the boxes of one ligature may lie apart
_LATIN = re.compile("[A-Za-z]")
#: a run of Latin signs as it reads from the right; its first form is a symbol whose own brackets
#: run with it: "1.ddA/)3 .tceS( 6/57/A", ")0002( 5231/SER/S", ")82(0901.A"
_LTR_RUN = re.compile(
    r"(?P<tail>(?:[A-Za-z0-9.]{1,20}/)?)[()]"
    r"(?P<inside>[A-Za-z0-9. ]{0,20}[A-Za-z]|\d{4}|\d{1,3}(?=[()]\d))[()]"
    r"(?P<head> ?[A-Za-z0-9-]{1,12}[/.][A-Za-z0-9./-]{0,40}[A-Z])(?![A-Za-z0-9/])"
    r"|[A-Za-z0-9](?:[A-Za-z0-9/.,:%&+_’'@? -]{0,400}[A-Za-z0-9])?"
)
_NUMBER = re.compile(r"\d(?:[\d/.,:%&+-]{0,60}\d)?")
#: a note's number in brackets with a symbol behind it, both as drawn: ")4( 382/37/A"
_FIRST_CALL = re.compile(
    r"[()]\d{1,3}[()](?= ?[A-Za-z0-9.]{1,40}/[A-Za-z0-9./-]{0,60}[A-Z](?![\w/]))"
)
_SUPERSCRIPTS = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_CALL = re.compile(r"[(⁽]([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})[)⁾]")
#: brackets of a left-to-right run, while those around it are turned; no PDF text holds these signs
_OWN = {"\x01": "(", "\x02": ")"}
_LOOSE = re.compile(r"(?<=\S) [)\]»“]|[(\[«”] ")
_KINDS = (("(⁽", ")⁾"), ("[", "]"), ("«", "»"), ("”", "“"))


class Drawn(Protocol):
    """A sign as it was drawn; a size of 0 says that the engine put a space in by itself."""

    @property
    def sign(self) -> str: ...  # noqa: D102
    @property
    def size(self) -> float: ...  # noqa: D102
    @property
    def left(self) -> float: ...  # noqa: D102
    @property
    def right(self) -> float: ...  # noqa: D102


def typical_widths(glyphs: Sequence[Drawn]) -> dict[str, float]:
    """The usual width of every right-to-left letter of a page, from those that bear no mark."""
    widths: dict[str, list[float]] = {}
    for glyph, behind in pairwise([*glyphs, glyphs[-1]] if glyphs else []):
        if RTL.match(glyph.sign) and not unicodedata.combining(behind.sign):
            widths.setdefault(glyph.sign, []).append((glyph.right - glyph.left) / glyph.size)
    return {sign: median(found) for sign, found in widths.items()}


def reading_order(
    column: Sequence[Drawn], signs: Sequence[str], size: float, widths: Mapping[str, float]
) -> str:
    """The words of one line from right to left, brackets still as they are coded.

    `column` is in the order of drawing, `signs` what each sign says (a superscript, say), `size`
    the line's size of type, `widths` the usual widths of letters as shares of it: a letter with a
    vowel sign may be drawn with the sign's box.
    """
    marked = {
        id(glyph): widths.get(glyph.sign, 0.0)
        for glyph, behind in pairwise(column)
        if unicodedata.combining(behind.sign)
    }
    pieces: list[str] = []
    edge: float | None = None
    last_run = 0
    for run, glyph, sign in _by_place(list(_in_runs(column, signs))):
        arabic = RTL.match(glyph.sign) is not None
        if unicodedata.combining(glyph.sign):
            pieces.append(sign)
            edge = glyph.left if edge is None else min(glyph.left, edge)
            continue
        if edge is not None:
            gap = edge - max(glyph.right, glyph.left + marked.get(id(glyph), 0.0) * size)
            if gap > (_CUT_GAP if run != last_run else _WORD_GAP) * size:
                pieces.append(" ")
        pieces.append(unicodedata.normalize("NFKC", sign) if arabic else sign)
        if not glyph.sign.isspace():
            edge = glyph.left if edge is None else min(glyph.left, edge)
            last_run = run
    text = " ".join("".join(pieces).split())
    call = _FIRST_CALL.match(text)  # "(4)" before a symbol is no part of it at a note's beginning
    begin = call.end() if call else 0
    lead = f"{_LTR_RUN.sub(_turned, text[:begin])} " if call else ""
    text = lead + _LTR_RUN.sub(_turned, text[begin:].lstrip())
    return _SUPERSCRIPTS.sub(lambda run: run[0][::-1], text)


def _by_place(drawn: list[tuple[int, Drawn, str]]) -> list[tuple[int, Drawn, str]]:
    """Signs from right to left; the two of a ligature share a place, where lam comes before alef.

    A ligature with a vowel sign may say its alef twice, each time inside the box of the lam.
    """
    lams = sorted((glyph.left, glyph.right) for _, glyph, _ in drawn if glyph.sign == _LAM)
    alefs: set[float] = set()
    placed: list[tuple[tuple[float, int], tuple[int, Drawn, str]]] = []
    for each in drawn:
        glyph, rank = each[1], 2 if each[1].sign.isspace() else 0
        left = round(glyph.left, 1)
        if glyph.sign in _ALEFS:
            before = bisect_right(lams, (glyph.left + _NEAR, glyph.right))
            begin, end = lams[before - 1] if before else (0.0, 0.0)
            if before and (glyph.left - begin <= _NEAR or glyph.right <= end + _NEAR):
                left, rank = round(begin, 1), 1
                if left in alefs:
                    continue
                alefs.add(left)
        placed.append(((-left, rank), each))
    return [each for _, each in sorted(placed, key=lambda found: found[0])]


def _in_runs(column: Sequence[Drawn], signs: Sequence[str]) -> Iterable[tuple[int, Drawn, str]]:
    """Every sign with the number of its run: what is drawn between two spaces."""
    run = 0
    for glyph, sign in zip(column, signs, strict=True):
        if glyph.size:
            yield run, glyph, sign
        else:
            run += 1


def _turned(run: re.Match[str]) -> str:
    """A Latin run as a whole, numbers side by side each for itself."""
    if run["head"]:
        return f"{run['head'][::-1]}\x01{run['inside'][::-1]}\x02{run['tail'][::-1]}"
    if _LATIN.search(run[0]):
        return run[0][::-1]
    return _NUMBER.sub(_number, run[0])


def _number(drawn: re.Match[str]) -> str:
    """A number turned round; a range whose halves were drawn from right to left rises again."""
    number = drawn[0][::-1]
    halves = re.fullmatch(r"(\d{1,3})-(\d{1,3})|(\d{4})-(\d{4})", number)
    if halves is None:
        return number
    first, last = (half for half in halves.groups() if half)
    return f"{last}-{first}" if int(first) > int(last) else number


def turn_brackets(lines: Sequence[str]) -> list[str]:
    """The lines of a page with brackets that open where one opens.

    In a right-to-left line the code of a bracket may name its meaning or its shape, which is the
    other one, and engines mirror some and not others. Where the codes of a page do not pair off,
    the signs beside a bracket tell.

    >>> turn_brackets(["القرار )د-15( المعنون", "(أ) ما ورد", "بالقرار )د-3("])
    ['القرار (د-15) المعنون', '(أ) ما ورد', 'بالقرار (د-3)']
    """
    text = "\n".join(lines)
    for opening, closing in _KINDS:
        text = _turn_kind(text, opening, closing)
    for own, bracket in _OWN.items():
        text = text.replace(own, bracket)
    text = _LOOSE.sub(lambda found: found[0].strip(" "), text)
    return [_CALL.sub(r"⁽\1⁾", line) for line in text.split("\n")]


def _turn_kind(text: str, opening: str, closing: str) -> str:
    brackets = re.findall(f"[{re.escape(opening + closing)}]", text)
    if not _unpaired([bracket in opening for bracket in brackets]):
        return text
    if not _unpaired([bracket in closing for bracket in brackets]):
        return text.translate(str.maketrans(opening + closing, closing + opening))
    return _paired(text, opening, closing)


def _unpaired(opens: Sequence[bool]) -> int:
    depth = alone = 0
    for is_open in opens:
        depth += 1 if is_open else -1
        if depth < 0:
            alone, depth = alone + 1, 0
    return alone + depth


def _paired(text: str, opening: str, closing: str) -> str:
    """Brackets whose codes say nothing: what stands on either side tells, else they take turns."""
    signs = re.escape(opening + closing)
    one_word = f"[{signs}](?=[^{signs}\\s]{{0,12}}\\w)[^{signs}\\s]{{1,13}}[{signs}]"
    opens = str.maketrans(closing, opening)
    closes = str.maketrans(opening, closing)
    is_open = False

    def turn(found: re.Match[str]) -> str:
        nonlocal is_open
        printed = found[0]
        if len(printed) > 1:
            return printed[0].translate(opens) + printed[1:-1] + printed[-1].translate(closes)
        before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
        spaced = not before.strip(), not after.strip()
        is_open = not is_open if spaced[0] == spaced[1] else spaced[0]
        return printed.translate(opens if is_open else closes)

    return re.sub(f"{one_word}|[{signs}]", turn, text)
