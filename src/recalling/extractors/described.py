"""Instruments described by what they are.

A report by its title, a body's interim or final report, what a resolution contains.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from recalling.extractors.context import Context
from recalling.extractors.name_dates import stated_date
from recalling.extractors.name_grammar import load_names
from recalling.extractors.name_index import instrument_index
from recalling.extractors.names import SILENT_ROLES, bare, mention, note_behind
from recalling.extractors.needs import Needs, needs
from recalling.extractors.place import mention_at
from recalling.extractors.seeker import Seeker
from recalling.model import (
    DescribedClaim,
    Language,
    Mention,
    NameClaim,
    NumberClaim,
    Paragraph,
    SymbolClaim,
)

_OF_THE = 12  # the words between a report and its body
_WINDOW = 260
_LONGEST = 400  # the longest titles, with the words behind them, of what a resolution contains
#: rules that say on which side of the words the containing document stands
CONTAINED_IN_FORMER = "described.contained.former"
CONTAINED_IN_LATTER = "described.contained.latter"


def needed_descriptions(language: Language) -> Needs:
    """Strings of which one stands wherever something described is found."""
    forms = load_names(language).grammar.described
    return needs(
        forms.report,
        forms.interim,
        forms.final,
        forms.contained_before + forms.contained_name,
        forms.contained_after,
    )


def find_described(paragraph: Paragraph, context: Context) -> Iterator[Mention]:
    """The described instruments in one paragraph; run before names, whose words they include."""
    if paragraph.role in SILENT_ROLES or paragraph.role == "note":
        return
    yield from _titled_reports(paragraph, context)
    yield from _reports_of_bodies(paragraph, context)
    yield from _contained(paragraph, context)


class _Patterns:
    """One language's forms of description, compiled."""

    def __init__(self, language: Language) -> None:
        forms = load_names(language).grammar.described
        self.report = re.compile(forms.report)
        self.qualified = {"interim": Seeker([forms.interim]), "final": Seeker([forms.final])}
        self.expected = re.compile(forms.expected)
        self.issued = re.compile(forms.issued)
        self.issued_before = re.compile(forms.issued_before)
        self.contained_before = re.compile(forms.contained_before + forms.contained_name)
        self.contained_head = re.compile(forms.contained_head)
        self.contained_after = re.compile(forms.contained_after)
        self.contained_other = re.compile(forms.contained_other)


@cache
def _load(language: Language) -> _Patterns:
    return _Patterns(language)


def _titled_reports(paragraph: Paragraph, context: Context) -> Iterator[Mention]:
    """Reports by their title, when a note identifies them or the authority knows the title."""
    text = paragraph.flow.text
    for found in _load(context.language).report.finditer(text):
        title = found["title"]
        keys = _titled(title, context)
        note = note_behind(paragraph, found.end())
        if not keys and note is None:
            continue
        claim = NameClaim(title, keys, "report") if keys else DescribedClaim("report", None, title)
        yield mention_at(
            paragraph,
            *found.span(),
            claim,
            "described.report",
            date=stated_date(text, *found.span(), context.language),
            title=title,
            note=note,
        )


def _titled(title: str, context: Context) -> tuple[str, ...]:
    """Keys of the authority for what bears exactly this title."""
    for start, end, keys in instrument_index(context.authority, context.language).find(title):
        if start == 0 and end == len(title):
            return keys
    return ()


def _reports_of_bodies(paragraph: Paragraph, context: Context) -> Iterator[Mention]:
    """Interim and final reports of a named body, that have a date or are still to come."""
    patterns = _load(context.language)
    text = paragraph.flow.text
    for qualifier, pattern in patterns.qualified.items():
        for found in pattern.finditer(text, 0, len(text)):
            before = (max(0, found.start() - _WINDOW), found.start())
            expected = patterns.expected.search(text, *before) is not None
            dated = patterns.issued.match(text, found.end()) or patterns.issued_before.search(
                text, *before
            )
            body = _body_of(paragraph, *found.span(), context) if expected or dated else None
            if body is None:
                continue
            yield mention_at(
                paragraph,
                *found.span(),
                DescribedClaim("report", body, qualifier, anticipated=expected),
                "described.body-report",
                date=stated_date(text, *found.span(), context.language),
                note=note_behind(paragraph, found.end()),
            )


def _body_of(paragraph: Paragraph, start: int, end: int, context: Context) -> str | None:
    """The id of the body whose report it is: named right behind it, else last before it."""
    bodies = [
        (at, until, keys[0])
        for at, until, keys in context.sheet.entities(paragraph)
        if context.authority.entities[keys[0]].type == "body"
    ]
    behind = [key for at, _, key in bodies if end <= at <= end + _OF_THE]
    before = [key for _, until, key in bodies if until <= start]
    body = next(iter(behind), None) or next(reversed(before), None)
    return None if body is None else body.removeprefix("entity/")


def _contained(paragraph: Paragraph, context: Context) -> Iterator[Mention]:
    """What a resolution contains, named by its noun alone.

    "the political declaration … contained in the annex to its resolution 78/1"
    """
    patterns = _load(context.language)
    text = paragraph.flow.text
    for document in context.found:
        if not isinstance(document.claim, NumberClaim | SymbolClaim):
            continue
        latter = patterns.contained_before.match(text, document.until)
        if latter is not None and not _known(latter["name"], context):
            whole = min(at for at in (latter.start("name"), *_starts(latter)) if at >= 0)
            title = text[whole : latter.end("name")]
            found = _inside(paragraph, latter.span("name"), CONTAINED_IN_FORMER, context, title)
            yield _annexed(found, latter)
        start = max(0, document.at - _LONGEST)
        tie = patterns.contained_after.search(text, start, document.at)
        if tie is None:
            continue
        heads = list(patterns.contained_head.finditer(text, start, tie.start()))
        if heads and not _known(text[heads[-1].start() : tie.start()], context):
            place = heads[-1].start(), tie.start()
            if patterns.contained_other.search(text[place[0] : document.at]) is not None:
                continue
            title = text[place[0] : place[1]]
            found = _inside(paragraph, place, CONTAINED_IN_LATTER, context, title)
            yield _annexed(found, tie)


def _annexed(mention: Mention, tie: re.Match[str]) -> Mention:
    """A mention with the part that the words between it and its document say: "annexed to"."""
    annexed = tie.groupdict().get("annexed")
    return mention if annexed is None else msgspec.structs.replace(mention, part="annex")


def _known(words: str, context: Context) -> bool:
    """Whether a description holds a name that the authority knows, and so needs no finding."""
    index = instrument_index(context.authority, context.language)
    return bool(index.find(words))


def _starts(found: re.Match[str]) -> tuple[int, ...]:
    """Where the words begin that say who convened the meeting, if the language sets them before.

    They belong to the title, not to the name: “大会主持召开的” in A/RES/78/265, pp 2.
    """
    return (found.start("convened"),) if "convened" in found.re.groupindex else ()


def _inside(
    paragraph: Paragraph, place: tuple[int, int], rule: str, context: Context, title: str
) -> Mention:
    name = bare(paragraph.flow.text[place[0] : place[1]])
    claim = NameClaim(name, (), "declaration")
    found = mention(paragraph, *place, claim, rule, context.language)
    return msgspec.structs.replace(found, title=bare(title))
