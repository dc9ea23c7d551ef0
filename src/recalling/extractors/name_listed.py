"""Instruments named in one breath: "the treaties of Tlatelolco, Rarotonga, Bangkok and Pelindaba".

Other languages give each its noun, as the authority does: 《特拉特洛尔科条约》、《拉罗通加条约》.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from recalling.extractors.context import Context
from recalling.extractors.name_grammar import load_names
from recalling.extractors.name_index import instrument_index
from recalling.extractors.names import SILENT_ROLES, mention
from recalling.extractors.needs import Needs, needs
from recalling.model import Language, Mention, NameClaim, Paragraph

_RULE = "name.listed"


class _Member(NamedTuple):
    at: int
    until: int
    name: str
    keys: tuple[str, ...]


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    listed = load_names(language).grammar.listed
    return re.compile(listed.many), re.compile(listed.member), re.compile(listed.joint)


def needed_lists(language: Language) -> Needs:
    """Strings of which one stands wherever such a list begins."""
    return needs(load_names(language).grammar.listed.many)


def find_listed(paragraph: Paragraph, context: Context) -> Iterator[Mention]:
    """The members of such lists in one paragraph, two at least that the authority knows."""
    if paragraph.role in SILENT_ROLES:
        return
    many, _, _ = _patterns(context.language)
    for head in many.finditer(paragraph.flow.text):
        members = list(_members(paragraph.flow.text, head.end(), context))
        for one in members if len(members) > 1 else ():
            claim = NameClaim(one.name, one.keys, "treaty")
            yield mention(paragraph, one.at, one.until, claim, _RULE, context.language)


def _members(text: str, at: int, context: Context) -> Iterator[_Member]:
    """The members of a list from its first place on, as long as their names are known."""
    _, member, joint = _patterns(context.language)
    one = load_names(context.language).grammar.listed.one
    index = instrument_index(context.authority, context.language)
    while (place := member.match(text, at)) is not None:
        name = one.replace("{}", place[0])
        whole = (0, len(name))
        keys = next((keys for start, end, keys in index.find(name) if (start, end) == whole), ())
        if not keys:
            return
        yield _Member(*place.span(), name, keys)
        further = joint.match(text, place.end())
        if further is None:
            return
        at = further.end()
