"""What a reader makes of a file: cover, paragraphs, footnotes, each with its place.

Structure follows the United Nations Editorial Manual (resolutions: cover, preambular paragraphs,
operative paragraphs, annexes, footnotes).
"""

from __future__ import annotations

from typing import Literal

import msgspec

from recalling.model.places import Flow, Marker, Span

Language = Literal["ar", "zh", "en", "fr", "ru", "es"]
LANGUAGES: tuple[Language, ...] = ("ar", "zh", "en", "fr", "ru", "es")

Role = Literal[
    "cover", "title", "formula", "pp", "op", "heading", "para", "table", "note", "closing"
]
Organ = Literal["ga", "sc", "hrc", "ecosoc"]


class Paragraph(msgspec.Struct, frozen=True, gc=False):
    """One paragraph, point, heading or footnote.

    `label` is unique in the document: `pp2`, `op4`, `op4(b)(ii)`, `opu1`, `note7`,
    `annex1:p3`, `B:op1`, `s2.op1`, `cover`, `title`. `parent` is the label of the paragraph of
    which this is a point, and whose verb governs it. `number` is the number or letter as printed
    ("4", "(b)"), for a note its number. `span` runs from the first to the last code point of the
    paragraph in the text as given, also where notes or a page break cut it.
    """

    label: str
    role: Role
    span: Span
    flow: Flow
    markers: tuple[Marker, ...] = ()
    parent: str | None = None
    number: str | None = None


class PlacedSymbol(msgspec.Struct, frozen=True):
    """A document symbol printed on the cover or in the closing lines, with its place."""

    symbol: str
    span: Span
    label: str = "cover"


class AgendaItem(msgspec.Struct, frozen=True):
    """One agenda item of the cover: its number as printed ("13", "74 (b)") and its title."""

    number: str
    title: str | None = None


class Subject(msgspec.Struct, frozen=True):
    """A thesaurus concept, goal or tag that the publisher attached, with its IRI if it has one."""

    label: str
    iri: str | None = None


class Vote(msgspec.Struct, frozen=True):
    """How a text was adopted: `without a vote` or the count and the states on each side."""

    outcome: str
    in_favour: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    abstaining: tuple[str, ...] = ()


class Cover(msgspec.Struct, frozen=True, kw_only=True):
    """What the cover, the title and the closing lines say of the document itself.

    `symbol` is the full symbol (`A/RES/78/265`), `type` is "resolution", "decision" or
    "statement", dates are ISO 8601, `committee` is the name as printed, `plenary` is true for
    "without reference to a Main Committee", `meeting` is the symbol of the meeting record
    (`A/78/PV.63`). `drafts` are those that the cover prints, `proposals` those that only the file's
    metadata name.
    """

    symbol: str | None = None
    organ: Organ | None = None
    type: str = "resolution"
    session: str | None = None
    agenda_items: tuple[AgendaItem, ...] = ()
    title: str | None = None
    adopted: str | None = None
    issued: str | None = None
    drafts: tuple[PlacedSymbol, ...] = ()
    proposals: tuple[str, ...] = ()
    committee: str | None = None
    plenary: bool = False
    meeting: str | None = None
    meeting_number: int | None = None
    sponsors: tuple[str, ...] = ()
    subjects: tuple[Subject, ...] = ()
    goals: tuple[Subject, ...] = ()
    vote: Vote | None = None


class Link(msgspec.Struct, frozen=True, gc=False):
    """An editors' hyperlink in the source: evidence beside what the text says, never the answer."""

    span: Span
    href: str
    symbol: str | None
    paragraph: str


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One expression (a work in one language) as read from one file.

    `text` is the input text into which all spans point; for XML, PDF and DOCX it is the plain
    text the reader took from the file. Footnotes are the paragraphs whose role is "note".
    `trouble` holds sentences, without the file's name, on what could not be read or trusted.
    """

    name: str
    text: str
    language: Language
    cover: Cover
    paragraphs: tuple[Paragraph, ...]
    links: tuple[Link, ...] = ()
    media_type: str = "text/plain"
    digest: str = ""
    trouble: tuple[str, ...] = ()

    @property
    def notes(self) -> dict[str, Paragraph]:
        """Footnotes by label (`note7`, `annex1:note2`)."""
        return {p.label: p for p in self.paragraphs if p.role == "note"}
