"""Places in a flow that are taken, and whether others run into them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from recalling.model import Marker


class Stretches:
    """Stretches without overlaps, asked by place in the time of a search.

    >>> taken = Stretches([(0, 4), (9, 12)])
    >>> taken.meets(3, 5), taken.meets(4, 9), taken.around(10)
    (True, False, (9, 12))
    """

    def __init__(self, places: Iterable[tuple[int, int]]) -> None:
        self.places = sorted(places)
        self._starts = [at for at, _ in self.places]

    def meets(self, at: int, until: int) -> bool:
        """Whether a stretch shares a character with one that is taken."""
        if not self.places:
            return False
        i = bisect_right(self._starts, at) - 1
        if i >= 0 and at < self.places[i][1]:
            return True
        return i + 1 < len(self.places) and self.places[i + 1][0] < until

    def around(self, at: int) -> tuple[int, int] | None:
        """The stretch that holds a place; None when it is free."""
        i = bisect_right(self._starts, at) - 1
        return self.places[i] if i >= 0 and at < self.places[i][1] else None


def marker_behind(markers: Sequence[Marker], place: int, reach: int) -> Marker | None:
    """The first footnote marker at a place or at most `reach` characters behind it."""
    i = bisect_right(markers, place - 1, key=lambda marker: marker.at)
    return markers[i] if i < len(markers) and markers[i].at <= place + reach else None
