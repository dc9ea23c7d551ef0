"""How a text was laid out: with blank lines between paragraphs or not, in a column or not."""

from __future__ import annotations

import re
from itertools import pairwise

from recalling.readers.text_grammar import IDEOGRAPH
from recalling.readers.text_lines import Line
from recalling.text import Source

_UNBROKEN = re.compile(r"[\w/.-]*", re.ASCII)  # a word or symbol in a Chinese line
_SLACK = 2  # signs that may not begin or end a line leave it shorter
_WORD = 12  # and in scripts with spaces a word that did not fit
_FEW = 3
_SHARE = 0.15  # of all lines that go on below, so many must be full
_LOOK = 50
_WIDEST = 250


class Layout:
    """The habits of one text.

    `width` is the width in code points of the column that its paragraphs were broken into, None
    when each stands on one line; `dense` says that no blank lines part them.
    """

    def __init__(self, source: Source, lines: list[Line]) -> None:
        self.source = source
        self.ideographic = any(IDEOGRAPH.search(line.head) for line in lines[:_LOOK])
        sizes = _sizes(lines)
        self.width = _width(sizes, _SLACK if self.ideographic else _WORD)
        near = [self.width - size for size in sizes if self.width and size + _SLACK >= self.width]
        self.slack = max(near, default=0) if sum(near) > len(near) / 2 else 0
        self.dense = sum(line.gap for line in lines[1:]) * 50 <= len(lines)

    def fills(self, line: Line) -> bool:
        """Whether a line is as long as the column allows."""
        return self.width is not None and line.end - line.start >= self.width - _SLACK

    def was_full(self, before: Line, line: Line) -> bool:
        """Whether the line before had no room for the first word of this one."""
        if self.width is None or line.gap:
            return False
        if self.ideographic:
            word = max(1, _UNBROKEN.match(line.head).end())  # type: ignore[union-attr]
            return before.end - before.start + self.slack + word > self.width
        space = self.source.text.find(" ", line.start, line.end)
        word = (line.end if space < 0 else space) - line.start
        return before.end - before.start + 1 + word > self.width


def _sizes(lines: list[Line]) -> list[int]:
    """The lengths of all lines that another follows at once, in order of size."""
    return sorted(
        before.end - before.start
        for before, line in pairwise(lines)
        if not line.gap and not before.tabbed and not line.tabbed
    )


def _width(sizes: list[int], ragged: int) -> int | None:
    """The width at which a text's paragraphs were broken; none when its lines differ widely."""
    if len(sizes) < _FEW:
        return None
    width = sizes[int((len(sizes) - 1) * 0.98)]
    full = sum(width - size <= ragged for size in sizes)
    return width if width <= _WIDEST and full >= max(_FEW, len(sizes) * _SHARE) else None
