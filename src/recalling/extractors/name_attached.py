"""Protocols that a text calls by their noun alone, behind the treaty to which they belong.

"the Convention on the Rights of the Child and the Optional Protocols thereto"
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from recalling.authority import Authority
from recalling.extractors.name_grammar import NamePatterns

#: how the English name of a protocol begins
_PROTOCOL = re.compile(r"(?:Second )?(?P<optional>Optional )?Protocol ")


class Attached(NamedTuple):
    """The place of such a noun, and the protocols that it means."""

    at: int
    until: int
    keys: tuple[str, ...]


def attached_protocols(
    text: str, until: int, treaty: str, patterns: NamePatterns, authority: Authority
) -> Attached | None:
    """What stands behind a known treaty's name that ends at `until` and surely means its protocols.

    One protocol is meant where only one is known, all of them by a noun in the plural.
    """
    found = patterns.attached.match(text, until)
    if found is None:
        return None
    keys = [
        key
        for key, optional in _protocols(authority).get(treaty, ())
        if optional or not found["optional"]
    ]
    sure = len(keys) == 1 or (keys and found["many"])
    return Attached(*found.span("name"), tuple(keys)) if sure else None


@cache
def _protocols(authority: Authority) -> Mapping[str, list[tuple[str, bool]]]:
    """The protocols to each treaty, by their titles; whether they are called optional."""
    treaties = {
        title: entry.key
        for entry in authority.entries.values()
        if entry.kind == "treaty" and (title := entry.label("en")) is not None
    }
    protocols: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    for title, key in sorted(treaties.items()):
        head = _PROTOCOL.match(title)
        for treaty in treaties if head else ():
            if head and treaty in title[head.end() :]:
                protocols[treaties[treaty]].append((key, head["optional"] is not None))
    return protocols
