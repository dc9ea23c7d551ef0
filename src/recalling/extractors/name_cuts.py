"""Names that a date or the Organization's name cuts in two.

«Конвенция 1951 года о статусе беженцев» is printed for «Конвенция о статусе беженцев».
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from recalling.extractors.name_index import Found, NameIndex

Cut = tuple[int, int]


def with_cut_names(
    text: str, found: Sequence[Found], cuts: Sequence[Cut], index: NameIndex
) -> list[Found]:
    """The labels in a text, those among them that something stands in, in order of place.

    `found` are the labels as they stand, `cuts` the places that may stand inside one; a label
    around a cut takes the place of what it meets, unless that is the longer name: a protocol's
    "…, que complementa la Convención de las Naciones Unidas contra la Delincuencia Organizada".
    """
    kept = list(found)
    edges = [0, *chain.from_iterable(cuts), len(text)]
    whole = "".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))
    for start, end, keys in index.find(whole):
        at, until = _before_cuts(start, cuts), _before_cuts(end - 1, cuts) + 1
        met = [hit for hit in kept if hit[0] < until and at < hit[1]]
        longest = max((hit[1] - hit[0] for hit in met), default=0)
        if until - at > max(end - start, longest):
            kept = [hit for hit in kept if hit not in met]
            kept.append((at, until, keys))
    return sorted(kept, key=lambda hit: hit[0])


def _before_cuts(at: int, cuts: Sequence[Cut]) -> int:
    """Where a character stood before the cuts were made."""
    for start, end in cuts:
        if at < start:
            break
        at += end - start
    return at
