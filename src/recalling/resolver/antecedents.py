"""What short forms may stand for, asked once a document and noun instead of once a short form."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from recalling.extractors.short_forms import nouns_of
from recalling.model import Instrument, Language, Mention, NameClaim


class Antecedent(NamedTuple):
    """A full name that was identified: its place in the finding, its mention, what it cites."""

    place: int
    mention: Mention
    instrument: Instrument


class Antecedents:
    """The identified names that one noun may stand for, in order of place."""

    def __init__(self, known: Sequence[Antecedent]) -> None:
        self.known = known
        self.one = one(known)
        self._places = [each.place for each in known]
        self._by_paragraph: dict[str, list[Antecedent]] = defaultdict(list)
        for each in known:
            self._by_paragraph[each.mention.paragraph].append(each)

    def before(self, place: int) -> Sequence[Antecedent]:
        """Those that stand before a mention of the finding."""
        return self.known[: bisect_left(self._places, place)]

    def within(self, paragraphs: set[str], place: int) -> list[Antecedent]:
        """Those of some paragraphs that stand before a mention of the finding."""
        found = [
            each
            for label in paragraphs
            for each in self._by_paragraph.get(label, ())
            if each.place < place
        ]
        return sorted(found, key=lambda each: each.place)


def one(known: Sequence[Antecedent]) -> bool:
    """Whether all are one instrument, and there is one at all."""
    if not known:
        return False
    first = known[0].instrument.key
    return all(each.instrument.key == first for each in known)


def names_by_noun(
    mentions: Sequence[Mention], language: Language
) -> dict[str, list[tuple[int, Mention]]]:
    """The full names of a finding with their places in it, by each noun that may stand for them."""
    names: dict[str, list[tuple[int, Mention]]] = defaultdict(list)
    for index, mention in enumerate(mentions):
        if isinstance(mention.claim, NameClaim):
            for noun in nouns_of(mention.surface, language):
                names[noun].append((index, mention))
    return names
