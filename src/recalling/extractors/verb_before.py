"""The words that stand before a verb's key and belong to it: "while also strongly <supports>"."""

from __future__ import annotations

import re


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
