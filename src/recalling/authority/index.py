"""The authority as one object with the look-ups that identification needs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TypeVar

from recalling.authority.entries import Body, Entity, Entry, Label
from recalling.model import Language

T = TypeVar("T", Entry, Body, Entity)


class Authority:
    """The named instruments, bodies and entities, indexed; never changed after it is made."""

    def __init__(
        self,
        entries: Iterable[Entry] = (),
        bodies: Iterable[Body] = (),
        entities: Iterable[Entity] = (),
    ) -> None:
        """Index what is given; keys must be unique within each of the three kinds."""
        self.entries: Mapping[str, Entry] = MappingProxyType(_by_key(entries))
        self.bodies: Mapping[str, Body] = MappingProxyType(_by_key(bodies))
        self.entities: Mapping[str, Entity] = MappingProxyType(_by_key(entities))
        self._symbols: dict[tuple[str, str | None], list[Entry]] = defaultdict(list)
        self._inside: dict[str, list[Entry]] = defaultdict(list)
        self._registrations: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for entry in self.entries.values():
            if entry.symbol is not None and (entry.part is not None or not entry.contained):
                self._symbols[entry.symbol, entry.part].append(entry)
            if entry.symbol is not None and entry.contained:
                self._inside[entry.symbol].append(entry)
            for registration in entry.registrations:
                self._registrations[registration.series, registration.number].append(entry)

    def entry(self, key: str) -> Entry | None:
        """The instrument with this key (`instrument/paris-agreement`, `doc/A/RES/70/1`)."""
        return self.entries.get(key)

    def by_symbol(self, symbol: str, part: str | None = None) -> tuple[Entry, ...]:
        """Instruments that are this part of this document; without a part, the whole of it.

        `("A/RES/217(III)", "A")` is the Universal Declaration; `("A/RES/70/1", None)` the 2030
        Agenda; `("A/C.2/59/3", "annex")` two instruments, printed in one annex.
        """
        return tuple(self._symbols.get((symbol, part), ()))

    def inside(self, symbol: str) -> tuple[Entry, ...]:
        """Instruments that stand somewhere in this document without being the whole of it."""
        return tuple(self._inside.get(symbol, ()))

    def by_registration(
        self, series: str, volume: str | None, number: str | None
    ) -> tuple[Entry, ...]:
        """Treaties under a number of a series, the convention and its protocols alike.

        `volume` narrows the choice where the entries name other volumes, and stands alone when
        there is no number (the League of Nations Treaty Series is cited both ways).
        """
        if number is not None:
            found = self._registrations.get((series, number), [])
        else:
            found = [
                entry
                for entry in self.entries.values()
                if any(r.series == series and volume in r.volumes for r in entry.registrations)
            ]
        if volume is None:
            return tuple(found)
        return tuple(
            entry
            for entry in found
            if any(
                r.series == series and (not r.volumes or volume in r.volumes)
                for r in entry.registrations
            )
        )

    def labels(self, language: Language) -> tuple[tuple[Label, str], ...]:
        """All labels of instruments in one language, each with the key of what bears it."""
        return _labels(self.entries.values(), language)

    def entity_labels(self, language: Language) -> tuple[tuple[Label, str], ...]:
        """All labels of entities in one language, each with the key of what bears it."""
        return _labels(self.entities.values(), language)


def _by_key(things: Iterable[T]) -> dict[str, T]:
    return {thing.key: thing for thing in things}


def _labels(
    things: Iterable[Entry] | Iterable[Body] | Iterable[Entity], language: Language
) -> tuple[tuple[Label, str], ...]:
    return tuple(
        (label, thing.key)
        for thing in things
        for label in thing.labels
        if label.language == language
    )
