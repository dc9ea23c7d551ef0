"""What short forms may stand for, asked once a document and noun instead of once a short form."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple

from recalling.extractors.short_forms import nouns_of
from recalling.model import Instrument, Language, Mention, NameClaim


class Antecedent(NamedTuple):
    """A full name: its place in the finding, its mention, and what it cites.

    `instrument` is None for what has the form of a name but could not be identified: it may be
    meant all the same.
    """

    place: int
    mention: Mention
    instrument: Instrument | None


class Antecedents:
    """The full names that one noun may stand for, in order of place."""

    def __init__(self, names: Sequence[Antecedent]) -> None:
        self.names = names
        self.one = one(names)
        self.keys = frozenset(each.instrument.key for each in names if each.instrument)
        self.unknown = not self.keys
        self._places = [each.place for each in names]
        self._by_paragraph: dict[str, list[Antecedent]] = defaultdict(list)
        for each in names:
            self._by_paragraph[each.mention.paragraph].append(each)

    def before(self, place: int) -> Sequence[Antecedent]:
        """Those that stand before a mention of the finding."""
        return self.names[: bisect_left(self._places, place)]

    def within(self, paragraphs: set[str], place: int) -> list[Antecedent]:
        """Those of some paragraphs that stand before a mention of the finding."""
        found = [
            each
            for label in paragraphs
            for each in self._by_paragraph.get(label, ())
            if each.place < place
        ]
        return sorted(found, key=lambda each: each.place)


def one(names: Sequence[Antecedent]) -> bool:
    """Whether all are one known instrument, and there is one at all."""
    if not names or names[0].instrument is None:
        return False
    first = names[0].instrument.key
    return all(each.instrument and each.instrument.key == first for each in names)


def names_by_noun(
    mentions: Sequence[Mention], language: Language, titled: Callable[[Mention], Sequence[str]]
) -> dict[str, list[tuple[int, Mention]]]:
    """The full names of a finding with their places in it, by each noun that may stand for them.

    `titled` gives the names by which a number's own title calls what the number is: "resolution
    70/1 …, entitled “Transforming our world: the 2030 Agenda for Sustainable Development”".
    """
    names: dict[str, list[tuple[int, Mention]]] = defaultdict(list)
    for index, mention in enumerate(mentions):
        surfaces = [mention.surface] if isinstance(mention.claim, NameClaim) else titled(mention)
        for noun in {noun for surface in surfaces for noun in nouns_of(surface, language)}:
            names[noun].append((index, mention))
    return names
