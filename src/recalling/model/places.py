"""Places in a text, and mended text that knows the way back to them.

All offsets are Unicode code points into the text as it was given, half-open, as in the Web
Annotation model's TextPositionSelector.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

import msgspec


class Span(msgspec.Struct, frozen=True, gc=False, order=True):
    """A half-open stretch of the text as given, in Unicode code points.

    >>> Span(3, 7).overlaps(Span(6, 9))
    True
    """

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two stretches share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this stretch."""
        return self.start <= other.start and other.end <= self.end


class Flow(msgspec.Struct, frozen=True, gc=False):
    """Mended text of one paragraph or note, and the way back to the text as given.

    `text` is what extractors read: one line, markers and mark-up gone, signs of one width.
    It falls into runs; run i begins at `starts[i]` in `text` and at `sources[i]` in the text as
    given, and within a run characters correspond one to one. `starts[0]` is 0.

    >>> flow = Flow("70/125 号决议", (0, 7), (10, 90))   # a page break after "号" was cut out
    >>> flow.span(0, 9)
    Span(start=10, end=92)
    """

    text: str
    starts: tuple[int, ...] = (0,)
    sources: tuple[int, ...] = (0,)

    def source(self, at: int) -> int:
        """Offset in the text as given of the character at `at` in `text`."""
        run = bisect_right(self.starts, at) - 1
        return self.sources[run] + at - self.starts[run]

    def span(self, start: int, end: int) -> Span:
        """The stretch of the text as given from which `text[start:end]` was read."""
        if len(self.starts) == 1:  # most paragraphs are in one piece
            shift = self.sources[0]
            return Span(shift + start, shift + max(start, end))
        if end <= start:
            at = self.source(start)
            return Span(at, at)
        return Span(self.source(start), self.source(end - 1) + 1)

    def longest(self, start: int, end: int) -> Span:
        """The longest stretch of the text as given that `text[start:end]` has in one piece.

        >>> flow = Flow("Sustainable Development", (0, 12), (10, 90))  # cut by a block of notes
        >>> flow.longest(0, 23)
        Span(start=10, end=22)
        """
        first = bisect_right(self.starts, start) - 1
        cuts = [start, *(s for s in self.starts[first + 1 :] if s < end), end]
        at, until = max(pairwise(cuts), key=lambda piece: piece[1] - piece[0])
        return self.span(at, until)


class Marker(msgspec.Struct, frozen=True, gc=False):
    """A footnote marker: which note it calls, where it stood.

    `at` is the offset in the paragraph's flow behind which it stood (the flow itself no longer
    holds it); `span` is its place in the text as given.
    """

    note: str
    at: int
    span: Span
