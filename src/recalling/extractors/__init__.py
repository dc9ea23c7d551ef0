"""Floor 2: what a document says it cites. `find` is the door.

Each finder reads one paragraph's flow and yields mentions; `find` runs them all and settles
overlaps, so that one place in the text is one mention.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import NamedTuple

import msgspec

from recalling.authority import Authority
from recalling.extractors import number_bare, number_codes, number_tokens, symbols
from recalling.extractors.annexed import annexed_places, find_annexed
from recalling.extractors.back_references import find_back_references, needed_references
from recalling.extractors.clauses import find_clauses, governing_labels
from recalling.extractors.context import Context, context_of
from recalling.extractors.court import find_court, needed_court
from recalling.extractors.described import find_described, needed_descriptions
from recalling.extractors.entities import find_entities
from recalling.extractors.general_comments import find_general_comments, needed_comments
from recalling.extractors.labour import find_labour, needed_labour
from recalling.extractors.name_repeated import introduced_names
from recalling.extractors.names import (
    NAME_FORM,
    find_names,
    find_titles,
    named_places,
    needed_names,
    needed_titles,
)
from recalling.extractors.needs import Needs
from recalling.extractors.number_bare import find_bare_numbers, needed_bare_numbers
from recalling.extractors.number_codes import find_codes, needed_codes
from recalling.extractors.number_tokens import needed_numbers
from recalling.extractors.numbers import find_numbers
from recalling.extractors.own_rules import find_own_rules, needed_own_rules
from recalling.extractors.provisions import attach_provisions, needed_locators
from recalling.extractors.records import (
    find_agency_documents,
    find_records,
    needed_documents,
    needed_records,
)
from recalling.extractors.relations import find_relations
from recalling.extractors.series import find_series, needed_series
from recalling.extractors.sheet import Watch
from recalling.extractors.short_forms import (
    find_short_forms,
    is_short_form,
    needed_short_forms,
)
from recalling.extractors.symbols import find_symbols, needed_symbols
from recalling.extractors.taken import Stretches
from recalling.extractors.told_reports import find_told_reports, needed_reports
from recalling.model import (
    Document,
    EntityMention,
    Finding,
    Language,
    Mention,
    Paragraph,
    StatedRelation,
)

Finder = Callable[[Paragraph, Context], Iterable[Mention]]

#: in order of precedence where two finders claim the same words, each with what says which strings
#: a paragraph needs to be worth its while; None for those whose places only `_due` looks up
FINDERS: tuple[tuple[Finder, Callable[[Language], Needs] | None], ...] = (
    (find_agency_documents, needed_documents),
    (find_symbols, needed_symbols),
    (find_series, needed_series),
    (find_back_references, needed_references),
    (find_records, needed_records),
    (find_court, needed_court),
    (find_general_comments, needed_comments),
    (find_numbers, needed_numbers),
    (find_bare_numbers, needed_bare_numbers),
    (find_codes, needed_codes),
    (find_described, needed_descriptions),
    (find_told_reports, needed_reports),
    (find_labour, needed_labour),
    (find_names, needed_names),
    (find_titles, needed_titles),
    (find_own_rules, needed_own_rules),
    (find_short_forms, needed_short_forms),
    (find_annexed, None),
)

#: markers and mark-up inside a mention do not cut it
_MARKS = 12


def find(document: Document, authority: Authority, *, governing: bool = False) -> Finding:
    """All clauses, mentions, entities and stated relations of a document, in order of place.

    With `governing`, of the clauses only those of paragraphs that mention something or call a note
    that does, and of what these are points of: all that identifying asks for.
    """
    context = context_of(document, authority)
    mentions: list[Mention] = []
    entities: list[EntityMention] = []
    relations: list[StatedRelation] = []
    naming = context.sheet.with_entities()
    for place, found in enumerate(_found(context)):
        paragraph = context.sheet.paragraphs[place]
        if len(found) > 1:
            relations.extend(find_relations(paragraph, found, len(mentions), context))
        mentions += found
        if place in naming:
            entities.extend(find_entities(paragraph, context.having(found)))
    within = governing_labels(_speaking(document, mentions)) if governing else None
    return Finding(
        clauses=find_clauses(document, within),
        mentions=tuple(mentions),
        entities=tuple(entities),
        relations=tuple(relations),
    )


def _speaking(document: Document, mentions: Iterable[Mention]) -> set[str]:
    """The labels of the paragraphs that mention something, and of those that call such a note."""
    labels = {mention.paragraph for mention in mentions}
    calling = {
        paragraph.label
        for paragraph in document.paragraphs
        if any(marker.note in labels for marker in paragraph.markers)
    }
    return labels | calling


def _found(context: Context) -> list[list[Mention]]:
    """The mentions of each paragraph.

    Those that print a name again which only a note of another told are read once more.
    """
    sheet, due = context.sheet, _due(context)
    found = [
        _read(paragraph, work, context) if work.finders else []
        for paragraph, work in zip(sheet.paragraphs, due, strict=True)
    ]
    told = (
        (place, mention)
        for place, mentions in enumerate(found)
        for mention in mentions
        if mention.rule == NAME_FORM
        and mention.note is not None
        and not is_short_form(sheet.paragraphs[place].flow.text, mention.at, context.language)
    )
    introduced = introduced_names(told, context.language)
    for place in sheet.learn(introduced) if introduced else ():
        found[place] = _read(sheet.paragraphs[place], due[place].with_names(), context)
    return found


class Work(NamedTuple):
    """What a paragraph is worth while for: finders, and locators beside what they find."""

    finders: tuple[Finder, ...]
    locators: bool = True

    def with_names(self) -> Work:
        """The same where names are worth while too."""
        return _chosen(sum(_BITS[each] for each in {*self.finders, find_names}) | _LOCATORS)


def _due(context: Context) -> list[Work]:
    """The work that each paragraph is worth while for."""
    sheet = context.sheet
    masks = _watch(context.language).masks(sheet)
    places = {
        find_symbols: sheet.matching(symbols.HINT),
        find_numbers: sheet.matching(*number_tokens.HINTS),
        find_bare_numbers: sheet.matching(number_bare.CHAIN_HINT),
        find_codes: sheet.matching(*number_codes.HINTS),
        find_names: named_places(sheet),
        find_annexed: annexed_places(context),
    }
    for finder, found in places.items():
        bit = _BITS[finder]
        for place in found:
            masks[place] |= bit
    return [_chosen(mask) for mask in masks]


_BITS = {finder: 1 << place for place, (finder, _) in enumerate(FINDERS)}
_LOCATORS = 1 << len(FINDERS)


@cache
def _chosen(mask: int) -> Work:
    finders = tuple(finder for finder, bit in _BITS.items() if mask & bit)
    return Work(finders, bool(mask & _LOCATORS))


@cache
def _watch(language: Language) -> Watch:
    needed = {_BITS[finder]: told(language) for finder, told in FINDERS if told is not None}
    needed[_LOCATORS] = needed_locators(language)
    return Watch(needed)


def _read(paragraph: Paragraph, work: Work, context: Context) -> list[Mention]:
    """The mentions of one paragraph; what an earlier finder took is not read again."""
    found: list[Mention] = []
    here = context
    for finder in work.finders:
        new = list(finder(paragraph, here))
        if found and new:
            taken = Stretches((m.at, m.until) for m in found)
            new = [m for m in new if not taken.meets(m.at, m.until)]
        if new:
            found = sorted(found + new, key=_place)
            here = context.having(found)
    if not found:
        return found
    found = attach_provisions(paragraph, found, context, worth=work.locators)
    return [_in_one_piece(mention, paragraph) for mention in found]


def _in_one_piece(mention: Mention, paragraph: Paragraph) -> Mention:
    """A mention that notes or a page break cut in two stands where its longer part stands.

    Its surface keeps all its words, its extent runs from the first to the last of them.
    """
    span = mention.span
    if span.end - span.start <= mention.until - mention.at + _MARKS:
        return mention
    return msgspec.structs.replace(
        mention,
        span=paragraph.flow.longest(mention.at, mention.until),
        extent=mention.extent or span,
    )


def _place(mention: Mention) -> tuple[int, int]:
    return mention.at, mention.until
