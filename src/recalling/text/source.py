"""A text as it was given, levelled once, from which paragraphs are mended."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence

import msgspec

from recalling.model.places import Flow, Span
from recalling.text.signs import (
    BOLD,
    COMBINING,
    HAS_CJK,
    HAS_SPECIAL,
    LIGATURE,
    LINK,
    SPACES,
    UNSEEN,
    compose,
    level_signs,
)

_BLANK = ("\t", "\n", " ")
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
    special = not level.isascii() and HAS_SPECIAL.search(level) is not None
    ideographic = special and HAS_CJK.search(level) is not None
    cuts = [*_vanishing(level, special), *_spaces(level, ideographic)]
    if special:
        cuts.extend(_letters(level))
    cuts.sort()
    return Source(text, level, tuple(cuts), tuple(cut[0] for cut in cuts), ideographic)


def _vanishing(level: str, special: bool) -> Iterator[_Cut]:
    """Marks without width, and the mark-up of links and bold type."""
    patterns = [UNSEEN] if special else []
    if "](" in level or "]\n(" in level:
        patterns.append(LINK)
    if "**" in level:
        patterns.append(BOLD)
    for pattern in patterns:
        for found in pattern.finditer(level):
            yield found.start(), found.end(), ""


def _spaces(level: str, ideographic: bool) -> Iterator[_Cut]:
    """Runs of spaces and line ends, of which one space stays, or none beside an ideograph."""
    for start, end in _runs(level):
        yield start, end, "" if ideographic and _beside_cjk(level, start, end) else " "
    if ideographic:
        end = 0
        while (start := level.find(" ", end)) >= 0:
            end = start + 1
            alone = level[start - 1 : start] not in _BLANK and level[end : end + 1] not in _BLANK
            if alone and _beside_cjk(level, start, end):
                yield start, end, ""


def _beside_cjk(level: str, start: int, end: int) -> bool:
    """Whether an ideograph stands right before `start` or at `end`."""
    before = start > 0 and HAS_CJK.match(level, start - 1) is not None
    return before or HAS_CJK.match(level, end) is not None


def _runs(level: str) -> Iterator[tuple[int, int]]:
    """Each tab or line end with what is blank around it, and each run of several spaces."""
    if any(sign in level for sign in ("\t", "  ", " \n")):
        for found in SPACES.finditer(level):
            yield found.span()
        return
    end = 0  # line ends only, which are few: a search for one sign is ten times quicker
    while (start := level.find("\n", end)) >= 0:
        end = start + 1
        while level.startswith(("\n", " "), end):
            end += 1
        yield start, end


def _letters(level: str) -> Iterator[_Cut]:
    """Letters written in two signs, or two in one."""
    for found in COMBINING.finditer(level):
        start = found.start() - 1
        if start >= 0 and level[start].isalpha():
            yield start, found.end(), compose(level[start : found.end()])
    for found in LIGATURE.finditer(level):
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
    pieces: list[str] = []
    starts: list[int] = []
    sources: list[int] = []
    marked = {cut[0] for cut in gone}
    places: dict[int, int] = {}
    at, due = 0, -1
    level = source.level

    def add(piece: str, origin: int) -> None:
        nonlocal at, due
        if piece[0] == " " and (not at or _swallows_space(pieces[-1][-1], source.ideographic)):
            bare = piece.lstrip(" ")
            origin += len(piece) - len(bare)
            piece = bare
            if not piece:
                return
        if origin != due:
            starts.append(at)
            sources.append(origin)
        pieces.append(piece)
        at += len(piece)
        due = origin + len(piece)

    reach = 0
    for span in spans:
        place, end = max(span.start, reach), span.end
        if place >= end:
            continue
        if at and place not in tight and _needs_space(pieces[-1], level[place], source.ideographic):
            add(" ", due)
        cuts: Sequence[_Cut] = source.cuts[
            bisect_left(source.starts, place) : bisect_left(source.starts, end)
        ]
        if gone:
            cuts = sorted([*cuts, *(cut for cut in gone if place <= cut[0] < end)])
        for start, stop, new in cuts:
            if start > place:
                add(level[place:start], place)
            if start in marked and not new:
                places.setdefault(start, at)
            if start < place:
                continue
            for offset, letter in enumerate(new):
                add(letter, min(start + offset, stop - 1))
            place = reach = max(place, stop)
        if place < end:
            add(level[place:end], place)
    text = "".join(pieces)
    return _trimmed(text, starts, sources), tuple(places.get(cut[0], len(text)) for cut in gone)


def _swallows_space(last: str, ideographic: bool) -> bool:
    """Whether no space may follow a sign: a marker that was cut left one on either side."""
    return last == " " or (ideographic and HAS_CJK.match(last) is not None)


def _needs_space(before: str, after: str, ideographic: bool) -> bool:
    last = before[-1]
    if last in " -/" or after == " ":
        return before.endswith(" -") and after != " "  # a dash stands apart, a hyphen does not
    if ideographic and last.isdigit() and after.isdigit():
        return False  # where nothing but the column's width breaks lines, numbers break too
    return not (HAS_CJK.match(last) or HAS_CJK.match(after))


def _trimmed(text: str, starts: list[int], sources: list[int]) -> Flow:
    """A flow without spaces at its end; a flow never begins with one, as spans are stripped."""
    return Flow(text.rstrip(), tuple(starts) or (0,), tuple(sources) or (0,))
