"""Where a quotation stands in its passage.

The graph gives a mention's place in the text as it was given, which the passage's mended text has
left behind: page breaks, notes and double spaces are gone from it. The words themselves say where
they are, and where they occur more than once, their neighbours do.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping

Mark = tuple[int, int]
Mention = tuple[str, str, str, "int | None", str]
"""A mention's id, its passage, its words, its start in the text as given, the words before it."""


def place_marks(
    mentions: Iterable[Mention], passages: Mapping[str, tuple[str, int | None, int | None]]
) -> dict[str, Mark]:
    """Half-open place of each mention's words in its passage's text, in code points.

    `passages` gives text, start and end by id. A mention whose words are not in its passage is
    left out. Words that occur once anchor the others: an ambiguous mention takes the occurrence
    nearest to where its neighbours' offsets say that it stands.
    """
    by_passage: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention[2] and mention[1] in passages:
            by_passage[mention[1]].append(mention)
    marks: dict[str, Mark] = {}
    for passage, group in by_passage.items():
        text, start, end = passages[passage]
        marks.update(_in_one(group, text, start or 0, end or (start or 0) + len(text)))
    return marks


def _in_one(group: list[Mention], text: str, start: int, end: int) -> dict[str, Mark]:
    found: dict[str, Mark] = {}
    anchors = [(start, 0), (end, len(text))]
    open_: list[tuple[Mention, list[int]]] = []
    for mention in group:
        iri, _, quote, at, prefix = mention
        places = _occurrences(text, quote)
        fitting = [p for p in places if prefix and text[:p].endswith(prefix)] or places
        if len(fitting) == 1:
            found[iri] = (fitting[0], fitting[0] + len(quote))
            if at is not None:
                anchors.append((at, fitting[0]))
        elif fitting:
            open_.append((mention, fitting))
    anchors.sort()
    for (iri, _, quote, at, _), places in open_:
        expected = _between(anchors, at if at is not None else start)
        best = min(places, key=lambda place: (abs(place - expected), place))
        found[iri] = (best, best + len(quote))
    return found


def _occurrences(text: str, quote: str) -> list[int]:
    places: list[int] = []
    at = text.find(quote)
    while at >= 0 and len(places) < 200:  # a bound: nobody quotes one thing oftener in a paragraph
        places.append(at)
        at = text.find(quote, at + 1)
    return places


def _between(anchors: list[tuple[int, int]], at: int) -> float:
    """Place in the mended text that the nearest anchors on both sides give for `at`."""
    right = min(max(bisect_right(anchors, (at, -1)), 1), len(anchors) - 1)
    (a, x), (b, y) = anchors[right - 1], anchors[right]
    return x + (y - x) * (at - a) / (b - a) if b > a else float(x)
