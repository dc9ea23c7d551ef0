"""What the text says: clauses, mentions and their claims. Nothing here is yet identified.

An extractor fills these; only the resolver turns a claim into an identity.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from recalling.model.places import Span


class Clause(msgspec.Struct, frozen=True, gc=False):
    """A verb and the stretch it governs, up to the next verb of the same paragraph.

    `verb` is as printed ("又重申", "Reaffirming also"), `function` the id of a concept in
    `ontology/functions.ttl` ("reaffirms", "takes-note-of") or None when the verb is not known,
    `leading` is true for the verb that opens the paragraph. A point inherits its parent's last
    clause when it has none of its own.
    `at` and `until` are offsets in the paragraph's flow.
    """

    paragraph: str
    verb: str
    function: str | None
    at: int
    until: int
    span: Span
    leading: bool = False


class NumberClaim(msgspec.Struct, frozen=True, gc=False, tag_field="claim", tag="number"):
    """A bare number said to be a resolution, decision or statement of some body.

    `number` is canonical and without part letter: "70/1", "217 (III)", "S-27/2", "1325 (2000)",
    "2023/31", "1/CP.21". `body` is the id of the body that is said or understood to have adopted
    it ("ga", "sc", "hrc", "ecosoc", "self", or another body's id such as "unea"), None when the
    text is silent. `type` is "resolution", "decision", "declaration", "statement",
    "general-comment" or None.
    """

    number: str
    body: str | None = None
    type: str | None = None


class SymbolClaim(msgspec.Struct, frozen=True, gc=False, tag_field="claim", tag="symbol"):
    """A printed document symbol, repaired in spelling only: "A/HRC/17/31", "A/RES/70/1".

    `also` holds the other halves of a double symbol (A/76/75-E/2021/57), `through` the last symbol
    where several numbered in a row are meant (SR.12 and SR.13 in "A/C.6/56/SR.11–13").
    """

    symbol: str
    also: tuple[str, ...] = ()
    through: str | None = None


class SeriesClaim(msgspec.Struct, frozen=True, gc=False, tag_field="claim", tag="series"):
    """A treaty by its place in a series: UNTS or LNTS, volumes and registration numbers."""

    series: Literal["UNTS", "LNTS"]
    volumes: tuple[str, ...] = ()
    registration: str | None = None


class RecordClaim(msgspec.Struct, frozen=True, gc=False, tag_field="claim", tag="record"):
    """Official Records, an agency's records, a sales publication, or a judgment.

    `body` is the id of the body whose records they are ("ga", "unesco"), the rest as stated.
    """

    record: Literal["official-records", "agency-records", "sales", "court", "publication"]
    body: str | None = None
    session: str | None = None
    supplement: str | None = None
    volume: str | None = None
    sales_number: str | None = None
    year: str | None = None
    name: str | None = None


class NameClaim(msgspec.Struct, frozen=True, gc=False, tag_field="claim", tag="name"):
    """A name.

    `candidates` are ids of authority entries that bear it; empty for a name that the authority
    does not know but whose form says that it names an instrument (`kind`).
    """

    name: str
    candidates: tuple[str, ...] = ()
    kind: str | None = None


class ShortClaim(msgspec.Struct, frozen=True, gc=False, tag_field="claim", tag="short"):
    """A short form whose meaning the document fixes elsewhere: "the Convention", 《和平协议》."""

    name: str
    noun: str


class BackClaim(msgspec.Struct, frozen=True, gc=False, tag_field="claim", tag="back"):
    """A reference back to a note: Ibid., 同上 (`note` None: the one before), "see note 3 above"."""

    note: str | None = None


class DescribedClaim(msgspec.Struct, frozen=True, gc=False, tag_field="claim", tag="described"):
    """An instrument described by what it is and whose: an interim report, a compact to come.

    `head` is the noun's kind ("report"), `body` the issuing entity's authority id if known,
    `qualifier` what tells it from its siblings ("interim", "final").
    """

    head: str
    body: str | None = None
    qualifier: str | None = None
    anticipated: bool = False


Claim = (
    NumberClaim
    | SymbolClaim
    | SeriesClaim
    | RecordClaim
    | NameClaim
    | ShortClaim
    | BackClaim
    | DescribedClaim
)


class Mention(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A place in a text that cites something, and what the text says of it there.

    `at`/`until` are offsets in the flow of `paragraph`; `span` is the place in the text as given
    and `surface` the flow's words there. `extent` is the wider stretch in the text as given that
    belongs to it (date, title, organ, locator) when larger than `span`. `part` is the locator as
    normalised English ("annex", "B", "chap. III, sect. A", "art. 19"); `date` is ISO 8601; `title`
    is the title that the text states. `note` is the label of the footnote whose marker it carries
    (`note7`). `rule` is the id of the rule that found it.
    """

    paragraph: str
    at: int
    until: int
    span: Span
    surface: str
    claim: Claim
    rule: str
    extent: Span | None = None
    part: str | None = None
    date: str | None = None
    title: str | None = None
    note: str | None = None


class EntityMention(msgspec.Struct, frozen=True, gc=False):
    """A body, platform, programme, goal or event that is named but is no instrument."""

    paragraph: str
    span: Span
    surface: str
    entity: str


class StatedRelation(msgspec.Struct, frozen=True, gc=False):
    """A relation that the text itself states between two mentions, by their index in the finding.

    `relation` is one of "endorses", "contained-in", "annexed-to", "issued-by", "pursuant-to",
    "adopts", "extends", "establishes" …: the ids of `ontology/recalling.ttl`.
    """

    relation: str
    subject: int
    object: int
    paragraph: str


class Finding(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """All that the extractors found in one document, in order of place."""

    clauses: tuple[Clause, ...]
    mentions: tuple[Mention, ...]
    entities: tuple[EntityMention, ...] = ()
    relations: tuple[StatedRelation, ...] = ()
