"""Protocols that a text calls by their noun alone, behind the treaty to which they belong.

"the Convention on the Rights of the Child and the Optional Protocols thereto"
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from recalling.authority import Authority
from recalling.extractors.name_grammar import load_names
from recalling.model import Language

#: how far behind a noun the subjects of the protocols are looked for
_SUBJECTS = 240
#: so many words, or signs, at the end of a title tell the subject
_WORDS, _SIGNS = 3, 15


class Attached(NamedTuple):
    """The place of such a noun, and the protocols that it means."""

    at: int
    until: int
    keys: tuple[str, ...]


class _Protocol(NamedTuple):
    """A protocol: whether it is called optional, and whether its title says no more of it."""

    key: str
    optional: bool
    plain: bool


def attached_protocols(
    text: str, until: int, treaty: str, language: Language, authority: Authority
) -> Attached | None:
    """What stands behind a known treaty's name that ends at `until` and surely means its protocols.

    One protocol is meant where only one is known, all of them by a noun in the plural. Where the
    noun does not tell how many it means and no marks make it a title, it is all of them too, unless
    one of them has no other name. If the words go on with subjects, those on them are meant.
    """
    found = load_names(language).attached.match(text, until)
    if found is None:
        return None
    meant = [
        protocol
        for protocol in _protocols(authority).get(treaty, ())
        if protocol.optional or not found["optional"]
    ]
    if found["subject"] is not None:
        said = text[found.start("subject") : found.end() + _SUBJECTS]
        on = [p.key for p in meant if _says(said, p.key, language, authority)]
        return Attached(*found.span("name"), tuple(on)) if on else None
    uncounted = "titled" in found.re.groupindex and not found["titled"]
    several = found["many"] or (uncounted and not any(protocol.plain for protocol in meant))
    if not meant or (len(meant) > 1 and not several):
        return None
    return Attached(*found.span("name"), tuple(protocol.key for protocol in meant))


def _says(words: str, protocol: str, language: Language, authority: Authority) -> bool:
    """Whether words name the subject of a protocol, with which its titles end."""
    entry = authority.entry(protocol)
    labels = () if entry is None else entry.labels
    titles = (label.text for label in labels if label.language == language)
    return any(" ".join(title.split()[-_WORDS:])[-_SIGNS:] in words for title in titles)


@cache
def _protocols(authority: Authority) -> Mapping[str, list[_Protocol]]:
    """The protocols to each treaty, in the order of their English titles."""
    protocols: dict[str, list[tuple[str, _Protocol]]] = defaultdict(list)
    for entry in authority.entries.values():
        treaty = authority.entry(entry.protocol_to) if entry.protocol_to else None
        if treaty is not None:
            title, to = entry.label("en") or "", treaty.label("en") or ""
            protocol = _Protocol(entry.key, entry.optional, title.endswith(to))
            protocols[treaty.key].append((title, protocol))
    return {treaty: [protocol for _, protocol in sorted(of)] for treaty, of in protocols.items()}
