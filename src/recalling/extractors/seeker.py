"""Patterns that are tried only where they can match."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from recalling.extractors.needs import needs, openings

#: signs of a beginning that are looked for: more would tell hardly more, and take memory
_ENOUGH = 12


class Seeker:
    """A pattern with many branches, tried only where a match of one of them may begin.

    It finds what `re` finds. The places come from an automaton of the strings with which matches
    begin; branches of which none can be told are looked for by `re`, where what they need stands.
    """

    def __init__(self, branches: Iterable[str], before: str = "", behind: str = "") -> None:
        """The pattern is `before`, which has no width, then a branch, then `behind`."""
        every = list(branches)
        self.pattern = re.compile(f"{before}(?:{'|'.join(every)}){behind}")
        beginnings = {branch: openings(branch) for branch in every}
        told = sorted({s[:_ENOUGH] for strings in beginnings.values() for s in strings or ()})
        untold = [branch for branch, strings in beginnings.items() if strings is None]
        needed = needs(*untold) if untold else frozenset()
        self._untold = re.compile(f"{before}(?={'|'.join(untold)})") if untold else None
        self._always = needed is None
        self._beginnings = len(told)
        #: the strings with which matches begin, then those that the other branches need
        strings = [*told, *sorted(needed or ())]
        self._search = _automaton(strings) if strings else None

    def finditer(self, text: str, at: int, until: int) -> Iterator[re.Match[str]]:
        """The matches in a stretch of a text, from left to right, none in another."""
        if not self._beginnings:
            yield from self.pattern.finditer(text, at, until)
            return
        for start in self.places(text, at, until):
            if start >= at:
                found = self.pattern.match(text, start, until)
                if found is not None:
                    at = found.end()
                    yield found

    def search(self, text: str, at: int, until: int) -> re.Match[str] | None:
        """The first match in a stretch of a text."""
        return next(self.finditer(text, at, until), None)

    def places(self, text: str, at: int, until: int) -> list[int]:
        """Where in a stretch a match may begin, from left to right."""
        starts: set[int] = set()
        untold = self._always
        if self._search is not None:
            piece = text[at:until]
            for string, start, _ in self._search.find_matches_as_indexes(piece, overlapping=True):
                if string < self._beginnings:
                    starts.add(at + start)
                else:
                    untold = True
        if untold and self._untold is not None:
            starts.update(found.start() for found in self._untold.finditer(text, at, until))
        return sorted(starts)


class Holding:
    """Whether a text holds a string that patterns need: where not, none of them can match."""

    def __init__(self, patterns: Iterable[str]) -> None:
        every = list(patterns)
        self._needs = needs(*every) if every else frozenset()
        self._search = _automaton(sorted(self._needs)) if self._needs else None

    def by(self, text: str) -> bool:
        """Whether it does; True where the patterns need nothing that can be told."""
        if self._search is None:
            return self._needs is None
        return bool(self._search.find_matches_as_indexes(text))

    def places(self, text: str) -> list[tuple[int, int]] | None:
        """Where the strings stand; None where the patterns need nothing that can be told."""
        if self._search is None:
            return None if self._needs is None else []
        found = self._search.find_matches_as_indexes(text, overlapping=True)
        return [(start, end) for _, start, end in found]


def _automaton(strings: list[str]) -> AhoCorasick:
    return AhoCorasick(strings, matchkind=MatchKind.Standard, implementation=Implementation.DFA)
