"""What a step of identification may know beside the mention it looks at."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

import msgspec

from recalling.authority import Authority
from recalling.extractors.name_grammar import load_names
from recalling.extractors.name_index import instrument_index
from recalling.extractors.number_grammar import number_grammar
from recalling.model import (
    Document,
    Evidence,
    Finding,
    Instrument,
    Mention,
    NameClaim,
    NumberClaim,
    Paragraph,
    SymbolClaim,
)
from recalling.model.sessions import latest_year
from recalling.resolver.antecedents import Antecedent, Antecedents, names_by_noun
from recalling.resolver.organs import TOLD, apart, turned_by_date

#: what the principal organs print as supplements: A/66/53, E/2015/27
_PRINCIPAL = re.compile(r"[AES]/(?:E?S-)?\d{1,4}/\d{1,3}(?:/|$)")


class Identified(msgspec.Struct, frozen=True, gc=False):
    """A mention's identity: what it cites, by which route, and why.

    `instruments` has more than one member only where the words themselves name several
    ("resolutions 74/1 to 74/5"). `part` replaces the mention's own locator when not None.
    """

    instruments: tuple[Instrument, ...]
    how: str
    part: str | None = None
    evidence: tuple[Evidence, ...] = ()


class Unidentified(msgspec.Struct, frozen=True, gc=False):
    """Why a mention cannot be identified: a reason's id and the sentence for a person."""

    reason: str
    sentence: str


Outcome = Identified | Unidentified


_REACH = 400  # how many mentions back an omitted series or session is looked for


class State:
    """The identifications made so far in one document; mentions are known by their index.

    A step reads it; only `resolve` writes to it.
    """

    def __init__(self, document: Document, finding: Finding, authority: Authority) -> None:
        self.document = document
        self.authority = authority
        self.mentions: tuple[Mention, ...] = finding.mentions
        self.paragraphs: dict[str, Paragraph] = {p.label: p for p in document.paragraphs}
        self._outcomes: dict[int, Outcome] = {}
        self._antecedents: dict[str, Antecedents] = {}
        self._awaited: dict[str, Mention] = {}
        self.latest = latest_year(document.cover.symbol, document.cover.adopted)
        self.speaker: str = document.cover.organ or "ga"
        self.mirrors = number_grammar(document.language).data.mirrored
        self._said: dict[str, frozenset[str]] | None = None
        self._index = {id(m): i for i, m in enumerate(finding.mentions)}
        self._by_paragraph: dict[str, list[Mention]] = {}
        notes = [p.label for p in document.paragraphs if p.role == "note"]
        self._note_before = dict(zip(notes[1:], notes, strict=False))
        self._calling: dict[str, list[Mention]] | None = None
        self._noting: dict[str, list[Mention]] | None = None
        for mention in finding.mentions:
            self._by_paragraph.setdefault(mention.paragraph, []).append(mention)

    def settle(self, mention: Mention, outcome: Outcome) -> None:
        """Record what a mention is."""
        self._outcomes[id(mention)] = outcome

    def index(self, mention: Mention) -> int:
        """The place of a mention of this finding in the order of the finding."""
        return self._index[id(mention)]

    def outcome(self, mention: Mention) -> Outcome | None:
        """What has been settled for a mention, None so far."""
        return self._outcomes.get(id(mention))

    def identified(self, mention: Mention) -> Identified | None:
        """The identity of a mention, None when it has none (yet)."""
        outcome = self.outcome(mention)
        return outcome if isinstance(outcome, Identified) else None

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of each paragraph in the document, by its label."""
        return {label: place for place, label in enumerate(self.paragraphs)}

    @cached_property
    def known_names(self) -> dict[str, Mention]:
        """The first mention of each name that the authority knows, by the name as printed."""
        names: dict[str, Mention] = {}
        for mention in self.mentions:
            if isinstance(mention.claim, NameClaim) and mention.claim.candidates:
                names.setdefault(mention.claim.name, mention)
        return names

    @cached_property
    def _names(self) -> dict[str, list[tuple[int, Mention]]]:
        return names_by_noun(self.mentions, self.document.language, self._titles)

    def _titles(self, mention: Mention) -> list[str]:
        """The names in a number's stated title that the authority knows as names of that number."""
        if not isinstance(mention.claim, NumberClaim) or mention.title is None:
            return []
        ending = f"/{mention.claim.number.replace(' ', '')}"
        index = instrument_index(self.authority, self.document.language)
        return [
            mention.title[start:end]
            for start, end, keys in index.find(mention.title)
            if any(key.startswith("doc/") and key.endswith(ending) for key in keys)
        ]

    def antecedents(self, noun: str) -> Antecedents | None:
        """What a noun may stand for in this document; None while one of the names is not settled.

        What is settled stays, so the answer is kept.
        """
        known = self._antecedents.get(noun)
        if known is not None:
            return known
        awaited = self._awaited.get(noun)
        if awaited is not None and self.outcome(awaited) is None:
            return None
        full: list[Antecedent] = []
        for index, mention in self._names.get(noun, ()):
            outcome = self.outcome(mention)
            if outcome is None:
                self._awaited[noun] = mention
                return None
            full.append(Antecedent(index, mention, self._meant(noun, outcome)))
        known = self._antecedents[noun] = Antecedents(full)
        return known

    def _meant(self, noun: str, outcome: Outcome) -> Instrument | None:
        """What a full name with a noun is; None also where only its document is known.

        The note behind a treaty's name that gives a report says where it is printed.
        """
        if not isinstance(outcome, Identified) or len(outcome.instruments) > 1:
            return None
        instrument = outcome.instruments[0]
        kind = load_names(self.document.language).grammar.kinds.get(noun)
        printed = outcome.how == "note" and kind == "treaty" and instrument.kind != "treaty"
        return None if printed else instrument

    def inside(self, paragraph: str) -> Sequence[Mention]:
        """The mentions of one paragraph or note by its label, in order of place."""
        return self._by_paragraph.get(paragraph, ())

    def before(self, mention: Mention) -> Sequence[Mention]:
        """The mentions of the document before this one, nearest last."""
        return self.mentions[: self.index(mention)]

    @cached_property
    def records(self) -> frozenset[str]:
        """Symbols that close a phrase of Official Records somewhere in the document."""
        return frozenset(
            m.claim.symbol
            for m in self.mentions
            if isinstance(m.claim, SymbolClaim)
            and m.extent is not None
            and m.extent.start < m.span.start
            and self.document.text[m.span.start - 1] in "([（"  # "Supplement No. 53 (A/66/53)"
            and m.title is None
            and _PRINCIPAL.match(m.claim.symbol)
        )

    @cached_property
    def titled(self) -> frozenset[str]:
        """Keys of the instruments that the document's title names, in any grammatical case."""
        title = self.document.cover.title
        if title is None:
            return frozenset()
        index = instrument_index(self.authority, self.document.language)
        return frozenset(key for _, _, keys in index.find(title) for key in keys)

    def said_of(self, number: str) -> frozenset[str]:
        """The bodies that the document elsewhere names as those who gave a number."""
        if self._said is None:
            said: dict[str, set[str]] = {}
            for mention in self.mentions:
                claim = mention.claim
                if isinstance(claim, NumberClaim) and claim.body not in (None, "self", "council"):
                    said.setdefault(claim.number, set()).add(str(claim.body))
            self._said = {n: frozenset(bodies) for n, bodies in said.items()}
        return self._said.get(number, frozenset())

    @cached_property
    def _numbered(self) -> dict[str, list[Mention]]:
        numbered: dict[str, list[Mention]] = {}
        for mention in self.mentions:
            if isinstance(mention.claim, NumberClaim):
                numbered.setdefault(mention.claim.number, []).append(mention)
        return numbered

    def numbered(self, number: str) -> Sequence[Mention]:
        """The mentions of a number anywhere in the document, in order of place."""
        return self._numbered.get(number, ())

    @cached_property
    def turns(self) -> bool:
        """Whether some number of the text is printed from the other side for sure."""
        return self.mirrors and any(
            m.date
            and apart(m.claim.number) > 1
            and m.claim.body in TOLD
            and turned_by_date(m.claim, m.claim.number, m.date, self.speaker, self.latest)
            for m in self.mentions
            if isinstance(m.claim, NumberClaim)
        )

    def note_label(self, mention: Mention) -> str | None:
        """Label of the note whose marker the mention carries (`note7`, `annex1:note2`)."""
        return mention.note if mention.note in self.paragraphs else None

    def note_before(self, note: str) -> str | None:
        """Label of the note before a note, None for the first."""
        return self._note_before.get(note)

    def nearest(self, mention: Mention) -> Iterator[Mention]:
        """The mentions before this one, nearest first, no more than `_REACH` of them."""
        index = self.index(mention)
        return (self.mentions[i] for i in range(index - 1, max(-1, index - _REACH), -1))

    def calling(self, note: str) -> Sequence[Mention]:
        """The mentions that carry the marker of a note, by the note's label."""
        if self._calling is None:
            self._calling = {}
            for mention in self.mentions:
                label = self.note_label(mention)
                if label is not None:
                    self._calling.setdefault(label, []).append(mention)
        return self._calling.get(note, ())

    def noting(self, key: str) -> Sequence[Mention]:
        """The mentions of one named instrument that carry a note, by the instrument's key."""
        if self._noting is None:
            self._noting = {}
            for mention in self.mentions:
                if isinstance(mention.claim, NameClaim) and self.note_label(mention) is not None:
                    for candidate in mention.claim.candidates:
                        self._noting.setdefault(candidate, []).append(mention)
        return self._noting.get(key, ())

    def noted(self, mention: Mention) -> Sequence[tuple[Mention, Identified]]:
        """What the note of a mention cites, as far as identified, in order of place."""
        label = self.note_label(mention)
        if label is None:
            return []
        pairs = ((m, self.identified(m)) for m in self.inside(label))
        return [(m, found) for m, found in pairs if found is not None]


#: A step looks at one mention and says what it is, why it cannot be said, or nothing (not mine,
#: or not yet: it is asked again in the second round).
Step = Callable[[Mention, State], Outcome | None]
