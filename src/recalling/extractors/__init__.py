"""Floor 2: what a document says it cites. `find` is the door.

Each finder reads one paragraph's flow and yields mentions; `find` runs them all and settles
overlaps, so that one place in the text is one mention.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec

from recalling.authority import Authority
from recalling.extractors.back_references import find_back_references
from recalling.extractors.clauses import find_clauses
from recalling.extractors.context import Context, context_of
from recalling.extractors.court import find_court
from recalling.extractors.described import find_described
from recalling.extractors.entities import find_entities
from recalling.extractors.names import find_names
from recalling.extractors.number_bare import find_bare_numbers
from recalling.extractors.number_codes import find_codes
from recalling.extractors.numbers import find_numbers
from recalling.extractors.provisions import attach_provisions
from recalling.extractors.records import find_agency_documents, find_records
from recalling.extractors.relations import find_relations
from recalling.extractors.series import find_series
from recalling.extractors.short_forms import find_short_forms
from recalling.extractors.symbols import find_symbols
from recalling.extractors.taken import Taken
from recalling.model import (
    Document,
    EntityMention,
    Finding,
    Mention,
    Paragraph,
    Role,
    StatedRelation,
)

Finder = Callable[[Paragraph, Context], Iterable[Mention]]

#: in order of precedence where two finders claim the same words
FINDERS: tuple[Finder, ...] = (
    find_agency_documents,
    find_symbols,
    find_series,
    find_back_references,
    find_records,
    find_court,
    find_numbers,
    find_bare_numbers,
    find_codes,
    find_described,
    find_names,
    find_short_forms,
)

#: markers and mark-up inside a mention do not cut it
_MARKS = 12

#: what only tells of the document itself cites nothing
_SILENT: frozenset[Role] = frozenset({"cover", "title", "formula", "closing"})


def find(document: Document, authority: Authority) -> Finding:
    """All clauses, mentions, entities and stated relations of a document, in order of place."""
    context = context_of(document, authority)
    mentions: list[Mention] = []
    entities: list[EntityMention] = []
    relations: list[StatedRelation] = []
    for paragraph in document.paragraphs:
        if paragraph.role in _SILENT:
            continue
        found = _read(paragraph, context)
        relations.extend(find_relations(paragraph, found, len(mentions), context))
        mentions.extend(found)
        entities.extend(find_entities(paragraph, with_found(context, found)))
    return Finding(
        clauses=find_clauses(document),
        mentions=tuple(mentions),
        entities=tuple(entities),
        relations=tuple(relations),
    )


def with_found(context: Context, found: list[Mention]) -> Context:
    """The context of a finder that comes after those that found these mentions."""
    return msgspec.structs.replace(context, found=tuple(found)) if found else context


def _read(paragraph: Paragraph, context: Context) -> list[Mention]:
    """The mentions of one paragraph; what an earlier finder took is not read again."""
    found: list[Mention] = []
    here = context
    for finder in FINDERS:
        new = list(finder(paragraph, here))
        if found and new:
            taken = Taken((m.at, m.until) for m in found)
            new = [m for m in new if not taken.meets(m.at, m.until)]
        if new:
            found = sorted(found + new, key=_place)
            here = with_found(context, found)
    if not found:
        return found
    return [_in_one_piece(m, paragraph) for m in attach_provisions(paragraph, found, context)]


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
