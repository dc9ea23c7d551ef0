"""What the authority holds: instruments, bodies, and entities that are named but never cited."""

from __future__ import annotations

from typing import Literal

import msgspec

from recalling.model import Language

Rank = Literal["preferred", "alternative", "hidden"]


class Label(msgspec.Struct, frozen=True):
    """One name of one thing in one language.

    `rank` is SKOS's: the preferred label, an alternative one, or a hidden one that is only
    good for finding (an old spelling, a form that needs its context).
    """

    text: str
    language: Language
    rank: Rank = "preferred"


class Registration(msgspec.Struct, frozen=True):
    """The place of a treaty in a series: `UNTS`, volumes 1577, number 27531."""

    series: Literal["UNTS", "LNTS"]
    volumes: tuple[str, ...]
    number: str


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One named instrument.

    `key` is `doc/A/RES/70/1` when the name is that of the whole document, else
    `instrument/<slug>`. `symbol` is the symbol under which the United Nations' links cite it,
    `part` the part of that document that it is ("A", "annex", "annex I"), `container` the key
    of that document (None for what is the whole of it). `protocol_to` is the key of the treaty
    to which a protocol belongs, and `optional` is true when its title calls it so. `date` is the
    ISO date of adoption, `body` the id of the adopting body. `not_yet_on` is the last day on which
    a source speaks of it as still to come; `quoted` is true for a plain phrase that is a name only
    between quotation marks ("The future we want"). `sources` say where its identifiers and labels
    were read.
    """

    key: str
    kind: str
    labels: tuple[Label, ...] = ()
    symbol: str | None = None
    part: str | None = None
    protocol_to: str | None = None
    optional: bool = False
    container: str | None = None
    registrations: tuple[Registration, ...] = ()
    date: str | None = None
    body: str | None = None
    not_yet_on: str | None = None
    quoted: bool = False
    scope: str | None = None
    sources: tuple[str, ...] = ()

    @property
    def contained(self) -> bool:
        """Whether it stands inside a document rather than being the whole of one."""
        return self.container is not None

    def label(self, language: Language) -> str | None:
        """Its preferred label in a language; None when no source at hand gives one."""
        return next(
            (x.text for x in self.labels if x.language == language and x.rank == "preferred"),
            None,
        )

    def anticipated(self, day: str | None) -> bool:
        """Whether it did not exist yet on an ISO day (False when the day is not known).

        >>> Entry(key="instrument/x", kind="compact", date="2024-09-22").anticipated("2024-03-21")
        True
        """
        if day is None:
            return False
        if self.date is not None:
            return day < self.date
        return self.not_yet_on is not None and day <= self.not_yet_on


class Body(msgspec.Struct, frozen=True, kw_only=True):
    """An organ, agency or conference that adopts or issues instruments.

    `key` is `body/ga`, and `id` the same without its first segment, as claims carry it.
    """

    key: str
    labels: tuple[Label, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Its id in claims: "ga", "unesco"."""
        return self.key.removeprefix("body/")


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """A body, platform, programme, tool, goal or event: named, mentioned, never cited.

    `type` is one of "body", "platform", "programme", "tool", "goal", "event".
    """

    key: str
    type: str
    labels: tuple[Label, ...] = ()
    sources: tuple[str, ...] = ()
