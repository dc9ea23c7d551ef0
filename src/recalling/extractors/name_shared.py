"""Names that share one noun: "the treaties of Tlatelolco, Rarotonga, Bangkok and Pelindaba".

Each member with the noun put back is the name, or the beginning of the name, of one treaty that the
authority knows: "Treaty of Rarotonga", "Stockholm Convention on Persistent Organic Pollutants".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from recalling.authority import Authority
from recalling.extractors.name_grammar import load_names
from recalling.extractors.name_index import Found, fold, variants
from recalling.extractors.seeker import Holding
from recalling.model import Language

_NAMES, _WINDOW = 8, 240
#: how far from the noun the member beside it and what joins that to the next may reach
_BESIDE = 48


class _Shared:
    """One language's ways to let names share a noun, compiled."""

    def __init__(self, language: Language) -> None:
        shared = load_names(language).grammar.shared
        self.member = re.compile(shared.member)
        several = f"{shared.member}(?:(?:{shared.joint}){shared.member}){{1,{_NAMES}}}"
        self.forms = [
            (re.compile(f"{before}(?P<members>{several}){after}"), names)
            for before, after, names in shared.forms
        ]
        self.needed = Holding(before + after for before, after, _ in shared.forms)
        joint, member = f"(?:{shared.joint})", shared.member
        #: the noun with the member beside it, and what joins that to the next
        self.beside = [
            re.compile(f"{before}{member}{joint}" if before else f"{joint}{member}{after}")
            for before, after, _ in shared.forms
        ]


@cache
def _load(language: Language) -> _Shared:
    return _Shared(language)


def names_sharing(text: str, authority: Authority, language: Language) -> Iterator[Found]:
    """The members of such lists that are surely one treaty each, in order of place in each list."""
    shared, patterns = _load(language), load_names(language)
    windows = list(_windows(text, shared))
    if not windows:
        return
    beginnings = _beginnings(authority, language)
    for form, names in shared.forms:
        for found in (each for window in windows for each in form.finditer(text, *window)):
            start = max(0, found.start() - _WINDOW)
            if patterns.body_before.search(text, start, found.start()):
                continue  # "the Conferences of the Parties to the Basel, Rotterdam and …"
            for at, until, word in _members(found, shared.member):
                whole = (fold(name.replace("{}", word)) for name in names)
                keys = {key for name in whole for key in beginnings.get(name, ())}
                if len(keys) == 1:
                    yield at, until, tuple(keys)


def _windows(text: str, shared: _Shared) -> Iterator[tuple[int, int]]:
    """The stretches around the nouns that names share, none into another, in order of place."""
    begun, until = 0, 0
    for start, end in shared.needed.places(text) or ():
        near = max(0, start - _BESIDE), min(len(text), end + _BESIDE)
        if not any(form.search(text, *near) for form in shared.beside):
            continue
        if start - _WINDOW > until:
            if until:
                yield begun, until
            begun = start - _WINDOW
        until = max(until, min(len(text), end + _WINDOW))
    if until:
        yield begun, until


def _members(found: re.Match[str], member: re.Pattern[str]) -> Iterator[tuple[int, int, str]]:
    """The members of a list with their places; the one beside the noun has the noun with it."""
    first, last = found.span("members")
    for one in member.finditer(found.string, first, last):
        at = found.start() if one.start() == first else one.start()
        until = found.end() if one.end() == last else one.end()
        yield at, until, one[0]


@cache
def _beginnings(authority: Authority, language: Language) -> dict[str, set[str]]:
    """The keys of the treaties by their folded names, and by the beginnings of these.

    A beginning ends where the words that say what the treaty is about begin; in Chinese they stand
    before it.
    """
    bearers: dict[str, set[str]] = {}
    grammar = load_names(language).grammar
    about = re.compile(fold(grammar.around.further))
    for label, key in authority.labels(language):
        entry = authority.entry(key)
        if entry is None or entry.kind != "treaty":
            continue
        for form in variants(label.text, grammar):
            bearers.setdefault(form, set()).add(key)
            if not grammar.spaced:  # 关于汞的水俣公约
                bearers.setdefault(form.rpartition("的")[2], set()).add(key)
            for end in about.finditer(form):
                bearers.setdefault(form[: end.start()], set()).add(key)
    return bearers
