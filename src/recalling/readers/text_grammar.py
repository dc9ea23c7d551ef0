"""What a language's structure file says, compiled once."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

import msgspec

from recalling.grammar import load_grammar
from recalling.model import Language, Organ
from recalling.text import CJK


class StructureFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One `grammar/structure/<language>.toml` as it stands."""

    words: tuple[str, ...]
    decision: tuple[str, ...]
    adopted: str
    issued: str
    agenda: str
    committee: str
    plenary: str
    meeting: str
    cover_meeting: str
    vote: str
    statement: str
    annex: str
    date: str
    months: tuple[str, ...]
    also: str
    letters: dict[str, str]
    ordinals: dict[str, int]
    speakers: dict[Organ, tuple[str, ...]]


class Structure:
    """Patterns and words of one language by which a reader tells what a line is."""

    def __init__(self, file: StructureFile) -> None:
        self.file = file
        self.adopted = re.compile(file.adopted)
        self.agenda = re.compile(file.agenda)
        self.committee = re.compile(file.committee)
        self.plenary = re.compile(file.plenary)
        self.meeting = re.compile(file.meeting)
        self.cover_meeting = re.compile(file.cover_meeting)
        self.vote = re.compile(file.vote)
        self.statement = re.compile(file.statement)
        self.annex = re.compile(file.annex)
        self.date = re.compile(file.date)
        self.months = {month: number for number, month in enumerate(file.months, 1)}
        self.letters = file.letters
        speakers = {name: organ for organ, names in file.speakers.items() for name in names}
        self.speakers: dict[str, Organ] = speakers
        self._unspaced = {"".join(name.split()): organ for name, organ in speakers.items()}
        # "إ ن مجلس الأمن،", "T h e  G e n e r a l": as some files and headings space their letters
        names = "|".join(
            r"\s{0,2}".join(map(re.escape, name))
            for name in sorted(self._unspaced, key=lambda name: (-len(name), name))
        )
        self.formula = re.compile(rf"(?P<name>{names})\s?(?P<comma>[,，،]?)$")
        #: the same inside a line, before what it says
        self.spoken = re.compile(rf"(?<!\w)(?:{names})\s?[,，،]\s?")
        # "…; and" ends a point of a list that goes on
        self.ended = re.compile(
            rf"(?:[.;:,!?。；：，、！？؛،؟…][\s”»“\"’)\]》」]{{0,4}}|[,;，；،؛]\s?{file.also}[,،]?)$"
        )

    def day(self, line: str) -> str | None:
        """The first date in a line, as ISO 8601; None when it names no day of the calendar."""
        found = self.date.search(line)
        month = self.months.get(found["month"].lstrip("0")) if found else None
        if found is None or month is None:
            return None
        try:
            return date(int(found["year"]), month, int(found["day"])).isoformat()
        except ValueError:  # "31 de junio"
            return None

    def speaker(self, line: str) -> Organ | None:
        """The organ that a line names as the speaker, alone or before a comma."""
        found = self.formula.match(line)
        return self._unspaced["".join(found["name"].split())] if found else None


@cache
def structure(language: Language) -> Structure:
    """The structure patterns of a language; raises DataError when its file is wrong."""
    return Structure(load_grammar("structure", language, StructureFile))


IDEOGRAPH = re.compile(f"[{CJK}]")
