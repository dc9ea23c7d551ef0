"""A text as it was given, levelled once, from which paragraphs are mended."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence

import msgspec

from recalling.model.places import Flow, Span
from recalling.text.signs import (
    BOLD,
    CJK_SPACE,
    COMBINING,
    HAS_CJK,
    LIGATURE,
    LINE_ENDS,
    LINK,
    SPACES,
    SPECIAL,
    UNSEEN,
    compose,
    level_markup,
    level_signs,
)

_Cut = tuple[int, int, str]  # what stands at start..end, and what takes its place


class Source(msgspec.Struct, frozen=True):
    """A text as given and its levelled form, which has the same length and the same offsets.

    `level` has signs of one width, plain spaces, hyphens and digits, and a line feed for every
    line end. `cuts` are the places, in order, where mending drops or shortens something.

    >>> source = read_source("第 ７０／１ 号")
    >>> source.level
    '第 70/1 号'
    """

    text: str
    level: str
    cuts: tuple[_Cut, ...]
    starts: tuple[int, ...]
    ideographic: bool = False


def read_source(text: str) -> Source:
    """Level a text of any length, in linear time."""
    level = level_signs(text)
    if "\r" in text and "\r\n" not in text:
        level = level_signs(text.replace("\r", "\n"))
    level = level_markup(level)
    plain = level.isascii()
    ideographic = not plain and HAS_CJK.search(level) is not None
    cuts = [*_mark_up(level), *_spaces(level, ideographic)]
    if not plain:
        cuts.extend(_special(level))
    cuts.sort()
    return Source(text, level, tuple(cuts), tuple(cut[0] for cut in cuts), ideographic)


def _mark_up(level: str) -> Iterator[_Cut]:
    """The mark-up of links and bold type."""
    patterns = []
    if "](" in level or "]\n(" in level:
        patterns.append(LINK)
    if "**" in level:
        patterns.append(BOLD)
    for pattern in patterns:
        for found in pattern.finditer(level):
            yield found.start(), found.end(), ""


def _special(level: str) -> Iterator[_Cut]:
    """Marks without width, and letters written in two signs or two in one."""
    for place in SPECIAL.finditer(level):
        for found in UNSEEN.finditer(level, *place.span()):
            yield found.start(), found.end(), ""
        yield from _letters(level, *place.span())


def _spaces(level: str, ideographic: bool) -> Iterator[_Cut]:
    """Runs of spaces and line ends, of which one space stays, or none beside an ideograph."""
    for start, end in _runs(level):
        yield start, end, "" if ideographic and _beside_cjk(level, start, end) else " "
    if ideographic:
        for found in CJK_SPACE.finditer(level):
            yield found.start(), found.end(), ""


def _beside_cjk(level: str, start: int, end: int) -> bool:
    """Whether an ideograph stands right before `start` or at `end`."""
    before = start > 0 and HAS_CJK.match(level, start - 1) is not None
    return before or HAS_CJK.match(level, end) is not None


def _runs(level: str) -> Iterator[tuple[int, int]]:
    """Each tab or line end with what is blank around it, and each run of several spaces."""
    mixed = any(sign in level for sign in ("\t", "  ", " \n"))
    for found in (SPACES if mixed else LINE_ENDS).finditer(level):  # ten times quicker without
        yield found.span()


def _letters(level: str, at: int, until: int) -> Iterator[_Cut]:
    """Letters of a stretch written in two signs, or two in one."""
    for found in COMBINING.finditer(level, at, until):
        start = found.start() - 1
        if start >= 0 and level[start].isalpha():
            yield start, found.end(), compose(level[start : found.end()])
    for found in LIGATURE.finditer(level, at, until):
        yield found.start(), found.end(), compose(found[0])


def mend(
    source: Source,
    spans: Sequence[Span],
    markers: Iterable[Span] = (),
    tight: Container[int] = (),
) -> tuple[Flow, tuple[int, ...]]:
    """One line of text out of stretches of a source, and the way back.

    `spans` are the stretches, in order of reading; `markers` what must be taken out besides, in
    order of place. Returns the flow and, for each marker, the offset in the flow at which it
    stood. Stretches are joined by a space, or by nothing after a hyphen or slash, between
    ideographs, and where a stretch begins at one of the offsets in `tight` (a word cut in two).
    """
    gone = [(mark.start, mark.end, "") for mark in markers]
    if len(spans) == 1 and not gone and spans[0].end > spans[0].start:
        (span,) = spans
        first = bisect_left(source.starts, span.start)
        if first == len(source.starts) or source.starts[first] >= span.end:
            return Flow(source.level[span.start : span.end].rstrip(), (0,), (span.start,)), ()
    line = _Line(source.level, source.ideographic, gone)
    reach = 0
    for span in spans:
        start = max(span.start, reach)
        if start < span.end:
            cuts: Sequence[_Cut] = source.cuts[
                bisect_left(source.starts, start) : bisect_left(source.starts, span.end)
            ]
            if gone:
                cuts = sorted([*cuts, *(cut for cut in gone if start <= cut[0] < span.end)])
            reach = max(reach, line.add(start, span.end, cuts, start in tight))
    return line.flow(), tuple(line.marks.get(cut[0], line.length) for cut in gone)


class _Line:
    """A flow in the making: its pieces, and where each run of them stands in the source.

    `marks` says at which offset of the flow each marker stood, by its start in the source.
    """

    __slots__ = (
        "_due", "_ideographic", "_level", "_marked", "_pieces", "_sources", "_starts", "length",
        "marks",
    )  # fmt: skip

    def __init__(self, level: str, ideographic: bool, markers: Iterable[_Cut]) -> None:
        self._level, self._ideographic = level, ideographic
        self._marked = {cut[0] for cut in markers}
        self._pieces: list[str] = []
        self._starts: list[int] = []
        self._sources: list[int] = []
        self._due = -1  # where the source goes on if nothing is left out
        self.length = 0
        self.marks: dict[int, int] = {}

    def add(self, place: int, end: int, cuts: Iterable[_Cut], tight: bool) -> int:
        """Add a stretch of the source without its cuts; returns how far the last cut reached."""
        level = self._level
        if self.length and not tight and self._needs_space(level[place]):
            self._put(" ", self._due)
        reach = 0
        for start, stop, new in cuts:
            if start > place:
                self._put(level[place:start], place)
            if start in self._marked and not new:
                self.marks.setdefault(start, self.length)
            if start < place:
                continue
            for offset, letter in enumerate(new):
                self._put(letter, min(start + offset, stop - 1))
            place = reach = max(place, stop)
        if place < end:
            self._put(level[place:end], place)
        return reach

    def flow(self) -> Flow:
        """What was added, without spaces at its end; none begins it, as spans are stripped."""
        text = "".join(self._pieces).rstrip()
        return Flow(text, tuple(self._starts) or (0,), tuple(self._sources) or (0,))

    def _put(self, piece: str, origin: int) -> None:
        """Add signs that stand together in the source from `origin` on."""
        if piece[0] == " " and (not self.length or self._swallows_space()):
            bare = piece.lstrip(" ")
            origin += len(piece) - len(bare)
            piece = bare
            if not piece:
                return
        if origin != self._due:
            self._starts.append(self.length)
            self._sources.append(origin)
        self._pieces.append(piece)
        self.length += len(piece)
        self._due = origin + len(piece)

    def _swallows_space(self) -> bool:
        """Whether no space may follow: a marker that was cut left one on either side."""
        last = self._pieces[-1][-1]
        return last == " " or (self._ideographic and HAS_CJK.match(last) is not None)

    def _needs_space(self, after: str) -> bool:
        """Whether a space must part what is here from the next stretch, which begins so."""
        before = self._pieces[-1]
        last = before[-1]
        if last in " -/" or after == " ":
            return before.endswith(" -") and after != " "  # a dash stands apart, a hyphen does not
        if self._ideographic and last.isdigit() and after.isdigit():
            return False  # where nothing but the column's width breaks lines, numbers break too
        return not (HAS_CJK.match(last) or HAS_CJK.match(after))
