"""What a candidate for the authority is: something that notes identify, with all the evidence."""

from __future__ import annotations

import msgspec

from recalling.model import Language

_SERIES = {"I": "UNTS", "LoN": "LNTS"}


class Target(msgspec.Struct, frozen=True, order=True):
    """What a note gives: the key of a document, treaty, record or named instrument, and the part.

    `volume` is where a treaty that the authority does not know stands in its series.

    >>> str(Target("doc/A/RES/71/256", "annex")), str(Target("treaty/I-30822", volume="1771"))
    ('A/RES/71/256, annex', 'UNTS 1771 / 30822')
    """

    key: str
    part: str = ""
    volume: str = ""

    @property
    def treaty(self) -> tuple[str, str]:
        """The series of a treaty and its number there; both empty for what is none."""
        head, _, number = self.key.partition("-")
        series = _SERIES.get(head.removeprefix("treaty/"), "") if "treaty/" in head else ""
        return (series, number.partition("/")[0]) if series else ("", "")

    @property
    def registration(self) -> str:
        """The place of a treaty in its series, as the authority writes it; else empty."""
        series, number = self.treaty
        return f"{series} {self.volume} / {number}" if series else ""

    @property
    def symbol(self) -> str:
        """The symbol of the document in which it stands; empty for what has none."""
        return self.key.removeprefix("doc/") if self.key.startswith("doc/") else ""

    def __str__(self) -> str:
        said = self.registration or self.key.removeprefix("doc/")
        return f"{said}, {self.part}" if self.part else said


class Name(msgspec.Struct, frozen=True, kw_only=True):
    """A name in one language, in how many documents a note explains it, and where.

    `notes` are paths of notes under the base (`doc/A/RES/76/1/en#note7`), in order; `known` is
    true for a label that the authority has for this very instrument.
    """

    language: Language
    text: str
    works: int
    notes: tuple[str, ...]
    known: bool = False


class Given(msgspec.Struct, frozen=True):
    """What some notes give for a candidate, and in how many documents they do."""

    targets: tuple[Target, ...]
    works: int

    def __str__(self) -> str:
        return " and ".join(map(str, self.targets))


class Contender(msgspec.Struct, frozen=True, order=True):
    """One of the things that a name stands for, or one of the things that stand at one place.

    `id` is a candidate's id or the key of an entry of the authority, `target` what it is, as
    people know it, `works` how many documents say so (0 where only the authority says it).
    """

    id: str
    target: str
    works: int


class Conflict(msgspec.Struct, frozen=True):
    """A name that stands for several things, with all of them, the candidate itself first."""

    language: Language
    name: str
    contenders: tuple[Contender, ...]


STATUSES = ("new", "new name", "elsewhere", "known")


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """Something that notes identify, with its names, its evidence, and what speaks against it.

    `names` has the most read name of each language first. `status` is "new", "known" (the
    authority has the instrument, under the key `known`, and all these names), "new name" (it has
    the instrument and not all of the names) or "elsewhere" (it has the names for something else).
    `targets` has two members where the notes give two documents; `given` is what notes give, in
    their own words: often less of the document. `source` quotes one note. `beside` is what stands
    at the same place under other names, `conflicts` are names that stand for something else too.
    """

    id: str
    kind: str
    targets: tuple[Target, ...]
    names: tuple[Name, ...]
    works: int
    status: str
    known: str = ""
    given: tuple[Given, ...] = ()
    source: str = ""
    beside: tuple[Contender, ...] = ()
    conflicts: tuple[Conflict, ...] = ()

    def name(self, language: Language) -> str:
        """Its most read name in a language; empty when none was read."""
        return next((name.text for name in self.names if name.language == language), "")

    @property
    def target(self) -> str:
        """What it is, as people know it."""
        return " and ".join(map(str, self.targets))
