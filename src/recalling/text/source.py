"""A text as it was given, levelled once, from which paragraphs are mended."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable, Sequence

import msgspec

from recalling.model.places import Flow, Span
from recalling.text.signs import HAS_CJK, IRREGULAR, IRREGULAR_CJK, LEVEL, compose

_Cut = tuple[int, int, str]  # what stands at start..end, and what takes its place


class Source(msgspec.Struct, frozen=True):
    """A text as given and its levelled form, which has the same length and the same offsets.

    `level` has signs of one width, plain spaces, hyphens and digits, and "\\n" for every line
    end. `cuts` are the places, in order, where mending drops or shortens something.

    >>> source = read_source("第\u3000７０／１\u3000号")
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
    level = text.translate(LEVEL)
    if "\r" in text and "\r\n" not in text:
        level = text.replace("\r", "\n").translate(LEVEL)
    ideographic = HAS_CJK.search(level) is not None
    irregular = IRREGULAR_CJK if ideographic else IRREGULAR
    cuts: list[_Cut] = []
    for found in irregular.finditer(level):
        place = ""
        if found.lastindex == 1:
            place = " "
        elif found.lastindex == 2:
            place = compose(found[0])
        cuts.append((found.start(), found.end(), place))
    return Source(text, level, tuple(cuts), tuple(cut[0] for cut in cuts), ideographic)


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
    pieces: list[str] = []
    starts: list[int] = []
    sources: list[int] = []
    gone = [(mark.start, mark.end, "") for mark in markers]
    places: dict[int, int] = {}
    at, due = 0, -1
    level = source.level

    def add(piece: str, origin: int) -> None:
        nonlocal at, due
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
        if at and place not in tight and _needs_space(
            pieces[-1], level[place], source.ideographic
        ):
            add(" ", due)
        cuts: Sequence[_Cut] = source.cuts[
            bisect_left(source.starts, place) : bisect_left(source.starts, end)
        ]
        if gone:
            cuts = sorted([*cuts, *(cut for cut in gone if place <= cut[0] < end)])
        marked = {cut[0] for cut in gone}
        for start, stop, new in cuts:
            if start > place:
                add(level[place:start], place)
            if start in marked and not new:
                places.setdefault(start, at)
            if start < place:
                continue
            for offset, letter in enumerate(new):
                if letter != " " or not pieces or pieces[-1][-1] != " ":
                    add(letter, min(start + offset, stop - 1))
            place = reach = max(place, stop)
        if place < end:
            add(level[place:end], place)
    text = "".join(pieces)
    return _trimmed(text, starts, sources), tuple(places.get(cut[0], len(text)) for cut in gone)


def _needs_space(before: str, after: str, ideographic: bool) -> bool:
    last = before[-1]
    if last in " -/" or after == " ":
        return False
    if ideographic and last.isdigit() and after.isdigit():
        return False  # where nothing but the column's width breaks lines, numbers break too
    return not (HAS_CJK.match(last) or HAS_CJK.match(after))


def _trimmed(text: str, starts: list[int], sources: list[int]) -> Flow:
    """A flow without spaces at its end; a flow never begins with one, as spans are stripped."""
    return Flow(text.rstrip(), tuple(starts) or (0,), tuple(sources) or (0,))
