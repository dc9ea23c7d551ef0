"""What the text means: instruments, citations, and what could not be identified."""

from __future__ import annotations

import msgspec

from recalling.model.mention import Clause, EntityMention, Mention


class Instrument(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Something that can be cited, identified.

    `key` is its path under the base IRI: `doc/A/RES/70/1` (a document with a symbol),
    `doc/A/RES/78/1#annex` (what is contained in a document, when it has no name of its own),
    `instrument/charter-of-the-united-nations` (the authority), `treaty/I-30822`,
    `record/…` (records and publications without symbol), `report/…` (described ones).
    `symbol` is the symbol by which the UN's own links cite it, without part letter; `part` the
    part of that document that it is ("A", "annex"); `container` the key of the work it stands in.
    `kind` is a word of the kinds scheme ("resolution", "treaty", "report").
    `body` is the id of the adopting or issuing body.
    """

    key: str
    kind: str
    symbol: str | None = None
    part: str | None = None
    container: str | None = None
    body: str | None = None
    also: tuple[str, ...] = ()
    anticipated: bool = False


class Evidence(msgspec.Struct, frozen=True, gc=False):
    """One reason for an identity: the route ("number", "name", "note", "link") and where it is."""

    how: str
    paragraph: str
    surface: str


class Citation(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A fact: this mention cites that instrument, under that verb.

    `clause` is the governing clause (None in footnotes and on the cover). `property` says what
    kind of tie it is: "cites", or "adopted-from" for a draft on the cover. `how` names the rule
    or route by which it was identified. `part` is the part of the instrument that is meant.
    """

    mention: Mention
    instrument: Instrument
    how: str
    clause: Clause | None = None
    part: str | None = None
    property: str = "cites"
    evidence: tuple[Evidence, ...] = ()
    disagreement: str | None = None


class Unresolved(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A mention that could not be identified, and why.

    `reason` is an id ("no-antecedent", "unknown-name", "impossible-number", "unknown-body",
    "ambiguous"); `sentence` says it to a person.
    """

    mention: Mention
    reason: str
    sentence: str
    clause: Clause | None = None


class Relation(msgspec.Struct, frozen=True, gc=False):
    """A relation between two cited instruments that the citing text states, and where."""

    relation: str
    subject: Instrument
    object: Instrument
    paragraph: str


class NoteCall(msgspec.Struct, frozen=True, gc=False):
    """A footnote, by its label, and the clause in which its first marker stands.

    "Takes note of the report¹": what the note cites is what is taken note of.
    """

    note: str
    clause: Clause


class Resolution(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """The outcome of identification for one document.

    Every mention is in exactly one list, except that a mention may be several citations (a range
    of numbers). `calls` has the notes in which something is mentioned, where a clause calls them.
    """

    citations: tuple[Citation, ...]
    unresolved: tuple[Unresolved, ...]
    relations: tuple[Relation, ...] = ()
    entities: tuple[EntityMention, ...] = ()
    calls: tuple[NoteCall, ...] = ()
