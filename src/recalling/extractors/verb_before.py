"""What stands before a verb's key: words that belong to it, and joints to what is before.

"…, and while also strongly <supports>": "while also strongly" is printed with the verb, "and"
joins it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

#: what may follow a joint, and what stands before one where words stand apart
_GAP = " ,،"
_BORDER = re.compile(r"[\s,;،؛—–]")


class Before:
    """Where the words before a key begin.

    A pattern tells; where words stand apart it need not look beyond the first word, seen from the
    key, that no such phrase has.
    """

    def __init__(self, pattern: str, vocabulary: frozenset[str] | None) -> None:
        """`pattern` ends with the text; `vocabulary` is None where words do not stand apart."""
        self.pattern, self.vocabulary = pattern, vocabulary
        self._compiled = re.compile(pattern)

    def begin(self, text: str, floor: int, at: int) -> int:
        """Where the words begin that belong to a key at `at`, `at` itself when there are none."""
        low = floor if self.vocabulary is None else _nearest(text, floor, at, self.vocabulary)
        found = self._compiled.search(text, low, at) if low < at else None
        return at if found is None else found.start()


class Joints:
    """The words that join a further clause to the one before, found at the end of some words."""

    def __init__(self, joints: Iterable[str], spaced: bool) -> None:
        """`spaced` says whether words stand apart: a joint is whole words then."""
        self._spaced = spaced
        #: by their last word (or sign), longest first; each with the comma that may close it
        self._by_end: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for joint in sorted(joints, key=len, reverse=True):
            bare = joint.rstrip(_GAP)
            self._by_end[self._last(bare)].append((bare, joint[len(bare) :]))

    def start(self, words: str) -> int | None:
        """Where the longest joint begins with which words end, the sign before it taken in.

        >>> Joints(["and", "and in this regard"], spaced=True).start("of all, and in this regard, ")
        7
        """
        bare = words.rstrip(_GAP) if self._spaced else words[: _without_comma(words)]
        for joint, comma in self._by_end.get(self._last(bare), ()):
            at = len(bare) - len(joint)
            if not bare.endswith(joint) or not words.startswith(comma, len(bare)):
                continue
            if not self._spaced or at == 0:
                return at
            if _BORDER.match(bare, at - 1):
                return at - 1
        return None

    def _last(self, words: str) -> str:
        """The last word, or the last sign where words do not stand apart."""
        if not self._spaced:
            return words[-1:]
        last = words[words.rfind(" ") + 1 :]
        return last if last.isalpha() else _BORDER.split(last)[-1]


def _without_comma(words: str) -> int:
    return len(words) - words.endswith(("，", "、"))


def _nearest(text: str, floor: int, at: int, vocabulary: frozenset[str]) -> int:
    """Where the last words before a place begin that are all of a vocabulary.

    A word with other signs in it is taken in, as one may begin behind them: "(strongly".
    """
    begin = at
    while begin > floor:
        start = max(floor, text.rfind(" ", floor, begin - 1) + 1)
        word = text[start : begin - 1]
        if word not in vocabulary:
            return begin if word.isalpha() else start
        begin = start
    return begin
