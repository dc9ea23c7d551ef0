"""Conventions and recommendations of the International Labour Organization, by their numbers.

Each has one number for good: "ILO Convention No. 190" needs no name, and a name that the authority
does not know is told by the number behind it, "Convention, 1958 (No. 111)". Only where the
paragraph names the Organization: others number their conventions too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from recalling.extractors.context import Context
from recalling.extractors.name_grammar import NamePatterns, load_names
from recalling.extractors.needs import Needs
from recalling.extractors.phrases import load_phrases
from recalling.extractors.place import mention_at
from recalling.extractors.taken import Stretches, marker_behind
from recalling.model import Language, Mention, NumberClaim, Paragraph

BODY = "ilo"
_NUMBER = r"(?P<number>\d{1,3})(?![\d/-])"
_SILENT_ROLES = frozenset({"cover", "title", "formula", "closing", "heading"})


#: a space, a bracket and the end of the name before them
_BRACKET = 3
#: how far before a convention the name of a protocol to it may begin
_TITLE = 120


class _Patterns(NamedTuple):
    hints: tuple[str, ...]
    numbered: tuple[re.Pattern[str], ...]
    member: re.Pattern[str]
    organization: re.Pattern[str]


@cache
def _patterns(language: Language) -> _Patterns:
    phrases = load_phrases(language)
    words = phrases.labour
    noun = (
        f"(?:(?P<convention>{words['convention']})|(?P<recommendation>{words['recommendation']}))"
    )
    return _Patterns(
        tuple(phrases.hints["labour"]),
        tuple(
            re.compile(words[form].replace("{noun}", noun).replace("{n}", _NUMBER))
            for form in ("numbered", "reversed")
        ),
        re.compile(words["member"].replace("{n}", _NUMBER)),
        re.compile(f"{phrases.agencies[BODY]}|{words['conference']}"),
    )


def needed_labour(language: Language) -> Needs:
    """Strings of which one stands wherever a convention is cited by its number."""
    return frozenset(_patterns(language).hints)


def find_labour(paragraph: Paragraph, context: Context) -> Iterator[Mention]:
    """Mentions of labour conventions and recommendations by number, in order of place."""
    text = paragraph.flow.text
    patterns = _patterns(context.language)
    if paragraph.role in _SILENT_ROLES or patterns.organization.search(text) is None:
        return
    named = Stretches((at, until) for at, until, _ in context.sheet.instruments(paragraph))
    names = load_names(context.language)
    for head in _heads(text, patterns):
        # "Work in Fishing Convention, 2007 (Convention No. 188)" is named once
        bracketed = text.startswith("(", head.start() - 1)
        at = max(0, head.start() - (_BRACKET if bracketed else 0))
        if named.meets(at, head.end()) or _nested(text, head.start(), names):
            continue  # the authority knows it, or it is in the name of a protocol
        unit = _unit(head)
        at, number = head.start(), head
        while True:
            until = number.end()
            marker = marker_behind(paragraph.markers, until, 2)
            claim = NumberClaim(number["number"], BODY, unit)
            note = marker.note if marker else None
            yield mention_at(paragraph, at, until, claim, "labour.number", note=note)
            following = patterns.member.match(text, until)
            if following is None:
                break
            at, number = following.start("number"), following


def _nested(text: str, at: int, names: NamePatterns) -> bool:
    """Whether a name goes on here: "Protocol of 2014 to the Convention, 1958 (No. 111)"."""
    return names.nested_before.search(text, max(0, at - _TITLE), at) is not None


def labour_number(label: str, language: Language) -> tuple[str, str] | None:
    """The type and the number in a name that begins with its noun; None where there are none.

    A protocol to a convention has the convention's number in its name.

    >>> labour_number("Convention de 1930 sur le travail forcé (no 29)", "fr")
    ('convention', '29')
    """
    found = next(_heads(label, _patterns(language)), None)
    return None if found is None or found.start() else (_unit(found), found["number"])


def _heads(text: str, patterns: _Patterns) -> Iterator[re.Match[str]]:
    """Each noun with its number, first those that have the noun before the number."""
    for form in patterns.numbered:
        yield from form.finditer(text)


def _unit(found: re.Match[str]) -> str:
    return "convention" if found["convention"] else "recommendation"
