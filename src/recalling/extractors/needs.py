"""What a text must hold for a pattern to match it, read off the pattern itself.

A pattern of `re` tries every place of a text; an automaton finds thousands of plain strings in
one pass. So a finder's patterns are run only over the paragraphs, or only at the places, where a
string stands that they need.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, reduce
from itertools import product
from typing import NamedTuple

from recalling.extractors.pattern_tree import Item, Items, read_pattern

#: strings of which one stands in every match (or at its beginning, or its end); None when any may
Needs = frozenset[str] | None

_MOST = 400  # strings in one set; beyond that a set is given up
_FEW = 5  # signs of a class that are spelled out
_EMPTY = frozenset({""})


class _Said(NamedTuple):
    """What a piece of a pattern matches exactly, and else what it holds, begins and ends with."""

    exact: Needs
    inside: Needs = None
    front: Needs = None
    back: Needs = None


_ANYTHING = _Said(None)


def needs(*patterns: str) -> Needs:
    """Strings of which one stands wherever one of the patterns matches.

    >>> sorted(needs("[Cc]harter of [a-z]{3,9}") or ())
    ['Charter of ', 'charter of ']
    """
    said = [_read(pattern) for pattern in patterns]
    return _union(s.inside if s.exact is None else _proper(s.exact) for s in said)


def openings(pattern: str) -> Needs:
    """Strings with one of which every match of a pattern begins.

    >>> sorted(openings("(?:its|the) [a-z]{3,9}") or ())
    ['its ', 'the ']
    """
    said = _read(pattern)
    return _proper(said.front if said.exact is None else said.exact)


def endings(pattern: str) -> Needs:
    """Strings with one of which every match of a pattern ends.

    >>> sorted(endings("[A-Z]{2,9} (?:of|to)$") or ())
    [' of', ' to']
    """
    said = _read(pattern)
    return _proper(said.back if said.exact is None else said.exact)


@cache
def _read(pattern: str) -> _Said:
    items = read_pattern(pattern)
    return _ANYTHING if items is None else _row(items)


def _row(items: Items) -> _Said:
    """What items in a row say together. What is not known is taken to match anything."""
    run: frozenset[str] = _EMPTY  # what surely stands before the next item
    inside: Needs = None
    front: Needs = None
    whole = True
    for item in items:
        said = _item(item)
        joined = None if said.exact is None else _joined(run, said.exact)
        if joined is not None:
            run = joined
            continue
        opens = said.front if said.exact is None else said.exact
        ahead = opens if opens is None or run == _EMPTY else _joined(run, opens)
        ahead = run if ahead is None else ahead
        if whole:
            front, whole = ahead, False
        inside = _better(_better(inside, ahead), said.inside)
        run = (said.back if said.exact is None else said.exact) or _EMPTY
    return _Said(run) if whole else _Said(None, _better(inside, run), _proper(front), _proper(run))


def _item(item: Item) -> _Said:
    operation, value = str(item[0]), item[1]
    if operation == "LITERAL":
        return _Said(frozenset({chr(value)}))
    if operation == "FAILURE" or (operation == "ASSERT_NOT" and not len(value[1])):
        return _Said(frozenset())  # "(?!)" matches nowhere
    if operation in ("AT", "ASSERT", "ASSERT_NOT"):
        return _Said(_EMPTY)
    if operation == "IN":
        return _class(value)
    if operation == "BRANCH":
        return _branches([_row(branch) for branch in value[1]])
    if operation == "SUBPATTERN":
        _, added, _, inner = value
        return _ANYTHING if added & re.IGNORECASE else _row(inner)
    if operation == "ATOMIC_GROUP":
        return _row(value)
    if operation in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return _repeat(*value)
    return _ANYTHING


def _class(members: list[Item]) -> _Said:
    if len(members) > _FEW or any(str(kind) != "LITERAL" for kind, _ in members):
        return _ANYTHING
    return _Said(frozenset(chr(code) for _, code in members))


def _branches(rows: list[_Said]) -> _Said:
    exact = _union(row.exact for row in rows)
    if exact is not None and len(exact) <= _MOST:
        return _Said(exact)
    return _Said(
        None,
        _union(row.inside if row.exact is None else _proper(row.exact) for row in rows),
        _union(row.front if row.exact is None else _proper(row.exact) for row in rows),
        _union(row.back if row.exact is None else _proper(row.exact) for row in rows),
    )


def _repeat(least: int, most: int, inner: Items) -> _Said:
    said = _row(inner)
    if (least, most) == (1, 1):
        return said
    spelled = _times(said.exact, least, most)
    if spelled is not None:
        return _Said(spelled)
    if least == 0:
        return _ANYTHING
    if said.exact is None:
        return _Said(None, said.inside, said.front, said.back)
    proper = _proper(said.exact)
    return _Said(None, proper, proper, proper)


def _times(strings: Needs, least: int, most: int) -> Needs:
    """Strings one after the other, so many times; None where that makes too many."""
    if strings is None or most > _FEW:
        return None
    row: Needs = _EMPTY
    found: frozenset[str] = frozenset()
    for count in range(most + 1):
        if row is None or len(found) + len(row) > _MOST:
            return None
        found = found | row if count >= least else found
        row = _joined(row, strings)
    return found


def _union(sets: Iterable[Needs]) -> Needs:
    return reduce(lambda one, other: None if one is None or other is None else one | other, sets)


def _proper(strings: Needs) -> Needs:
    """A set of strings that says something: the empty string stands everywhere."""
    return None if strings is None or "" in strings else strings


def _joined(one: frozenset[str], other: frozenset[str]) -> Needs:
    if len(one) * len(other) > _MOST:
        return None
    return frozenset("".join(pair) for pair in product(one, other))


def _better(one: Needs, other: Needs) -> Needs:
    """The set that says more: whose shortest string is longer, then the smaller."""
    worth = [s for s in (_proper(one), _proper(other)) if s is not None]
    if not worth:
        return None
    return max(worth, key=lambda s: (min(map(len, s), default=99), -len(s)))
