"""Entries of the authority as instruments, for every step that finds one."""

from __future__ import annotations

from recalling.authority import Entry
from recalling.model import Instrument
from recalling.resolver.state import State


def plain(entry: Entry, *, anticipated: bool = False) -> Instrument:
    """An entry of the authority as what is cited.

    What is still to come has no place in a document yet: the Global Digital Compact that a text of
    March 2024 looks forward to is annex I to nothing.
    """
    placed = not (anticipated and entry.contained)
    return Instrument(
        key=entry.key,
        kind=entry.kind,
        symbol=entry.symbol if placed else None,
        part=entry.part if placed else None,
        container=entry.container if placed else None,
        body=entry.body,
        anticipated=anticipated,
    )


def instrument_of(entry: Entry, state: State) -> Instrument:
    """The same, anticipated if it came after the document."""
    return plain(entry, anticipated=entry.anticipated(state.document.cover.adopted))
