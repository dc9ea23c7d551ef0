"""A document's flows one below the other, so that one search serves all its paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Any

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from recalling.authority import Authority
from recalling.extractors.name_brackets import names_before_subjects, names_in_brackets
from recalling.extractors.name_cuts import Cut, with_cut_names
from recalling.extractors.name_grammar import load_names
from recalling.extractors.name_index import Found, NameIndex, entity_index, fold, instrument_index
from recalling.extractors.name_repeated import Introduced, Repeat, printed_again
from recalling.extractors.name_shared import names_sharing
from recalling.extractors.needs import Needs
from recalling.extractors.taken import Stretches
from recalling.model import Document, Paragraph, Role

#: what only tells of the document itself cites nothing
SILENT: frozenset[Role] = frozenset({"cover", "title", "formula", "closing"})
#: parts the flows; no name or word holds it
_PARTING = "\n"


class Sheet:
    """The paragraphs of a document that may cite something, and the labels printed in each."""

    def __init__(self, document: Document, authority: Authority) -> None:
        self._authority, self._language = authority, document.language
        self.paragraphs = tuple(p for p in document.paragraphs if p.role not in SILENT)
        texts = [paragraph.flow.text for paragraph in self.paragraphs]
        self.whole = _PARTING.join(texts)
        self.starts = list(accumulate((len(text) + 1 for text in texts[:-1]), initial=0))
        self.told: dict[object, Any] = {}  # by `Context.once`
        self._repeats: dict[int, list[Repeat]] = {}
        self._places = {id(paragraph): place for place, paragraph in enumerate(self.paragraphs)}

    def instruments(self, paragraph: Paragraph) -> Sequence[Found]:
        """The labels of instruments in a paragraph's flow: start, end and the keys that bear it.

        In order of place, those too that a date or the Organization's name cuts in two.
        """
        place = self._places.get(id(paragraph))
        return () if place is None else self._instruments.get(place, ())

    def with_entities(self) -> Collection[int]:
        """The places of the paragraphs that print a label of an entity."""
        return self._entities.keys()

    def entities(self, paragraph: Paragraph) -> Sequence[Found]:
        """The labels of entities in a paragraph's flow."""
        place = self._places.get(id(paragraph))
        return () if place is None else self._entities.get(place, ())

    def named(self) -> Iterable[int]:
        """The places of the paragraphs that print a label of an instrument."""
        return self._instruments.keys()

    def repeated(self, paragraph: Paragraph) -> Sequence[Repeat]:
        """Where a paragraph prints names again that the sheet has learnt."""
        place = self._places.get(id(paragraph))
        return () if place is None else self._repeats.get(place, ())

    def learn(self, introduced: Introduced) -> Collection[int]:
        """Remember names that a note tells; the places of the paragraphs that print one again."""
        for at, until, name in printed_again(self._folded, introduced, self._language):
            first, end = introduced[name]
            place = self.place(at)
            again = (at - self.starts[place], until - self.starts[place], name)
            behind = place > first or (place == first and again[0] >= end)
            note = self.paragraphs[place].role == "note"
            if behind and not note and not self.whole[at].islower():
                self._repeats.setdefault(place, []).append(again)
        return self._repeats.keys()

    def matching(self, *patterns: re.Pattern[str]) -> frozenset[int]:
        """The places of the paragraphs in which a pattern matches that no line feed can match."""
        whole, behind = self.whole, [*self.starts[1:], len(self.whole) + 1]
        places: set[int] = set()
        for pattern in patterns:
            found = pattern.search(whole)
            while found is not None:  # one match is enough in each paragraph
                place = bisect_right(behind, found.start())
                places.add(place)
                found = pattern.search(whole, behind[place])
        return frozenset(places)

    def place(self, at: int) -> int:
        """Which paragraph stands at an offset of the whole."""
        return bisect_right(self.starts, at) - 1

    @cached_property
    def notes(self) -> dict[str, Paragraph]:
        """The footnotes by label."""
        return {p.label: p for p in self.paragraphs if p.role == "note"}

    @cached_property
    def _folded(self) -> str:
        return fold(self.whole)

    @cached_property
    def _instruments(self) -> dict[int, list[Found]]:
        index = instrument_index(self._authority, self._language)
        spread = self._spread(index.find(self.whole, self._folded))
        for place, cuts in self._cuts().items():
            text, found = self.paragraphs[place].flow.text, spread.get(place, ())
            labels = with_cut_names(text, found, cuts, index)
            if labels:
                spread[place] = labels
        self._add_own_names(spread)
        _add(spread, self._spread(names_sharing(self.whole, self._authority, self._language)))
        return spread

    def _add_own_names(self, spread: dict[int, list[Found]]) -> None:
        """Add the names that the document itself gives, where no longer name holds them."""
        language = self._language
        own = [
            named
            for place, found in spread.items()
            for own_names in (names_in_brackets, names_before_subjects)
            for named in own_names(self.paragraphs[place].flow.text, found, language)
        ]
        if not own:
            return
        found = NameIndex(own, language).find(self.whole, self._folded)
        _add(spread, self._spread(each for each in found if not self._goes_on(*each)))

    def _goes_on(self, start: int, end: int, _: object) -> bool:
        """Whether words behind a short name say what it is about: then it is another one's."""
        about = load_names(self._language).about.match(self.whole, start)
        return about is not None and about.end("name") == end

    def _cuts(self) -> dict[int, list[Cut]]:
        """What may stand inside a name, by paragraph."""
        inserted = load_names(self._language).inserted
        cuts: dict[int, list[Cut]] = {}
        for found in inserted.finditer(self.whole) if inserted is not None else ():
            place = self.place(found.start())
            first = self.starts[place]
            cuts.setdefault(place, []).append((found.start() - first, found.end() - first))
        return cuts

    @cached_property
    def _entities(self) -> dict[int, list[Found]]:
        index = entity_index(self._authority, self._language)
        return self._spread(index.find(self.whole, self._folded))

    def _spread(self, labels: Iterable[Found]) -> dict[int, list[Found]]:
        """Labels found in the whole, by paragraph."""
        spread: dict[int, list[Found]] = {}
        for start, end, keys in labels:
            place = self.place(start)
            first = self.starts[place]
            spread.setdefault(place, []).append((start - first, end - first, keys))
        return spread


def _add(spread: dict[int, list[Found]], more: dict[int, list[Found]]) -> None:
    """Add labels to those of each paragraph, where no longer name holds them."""
    for place, found in more.items():
        labels = spread.get(place, [])
        taken = Stretches((at, until) for at, until, _ in labels)
        new = [label for label in found if not taken.meets(label[0], label[1])]
        if new:
            spread[place] = sorted(labels + new)


class Watch:
    """Strings that several finders need, all looked for at once."""

    def __init__(self, needs: Mapping[int, Needs]) -> None:
        """`needs` are the strings of each finder by its bit; None where it reads everything."""
        self._always = sum(bit for bit, strings in needs.items() if strings is None)
        told: dict[str, int] = {}
        for bit, strings in needs.items():
            for string in strings or ():
                told[string] = told.get(string, 0) | bit
        self._masks = list(told.values())
        self._search = AhoCorasick(
            list(told), matchkind=MatchKind.Standard, implementation=Implementation.DFA
        )

    def masks(self, sheet: Sheet) -> list[int]:
        """For each paragraph, the bits of those who may find something there."""
        masks = [self._always] * len(sheet.paragraphs)
        if not masks:
            return masks
        ends = [*sheet.starts[1:], len(sheet.whole) + 1]
        place, limit = 0, ends[0]
        told = self._masks
        for string, _, end in self._search.find_matches_as_indexes(sheet.whole, overlapping=True):
            while end > limit:
                place += 1
                limit = ends[place]
            masks[place] |= told[string]
        return masks
