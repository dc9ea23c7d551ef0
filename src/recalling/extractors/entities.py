"""Bodies, platforms, programmes, tools, goals and events: named, never cited."""

from __future__ import annotations

from collections.abc import Iterator

from recalling.extractors.context import Context
from recalling.extractors.names import SILENT_ROLES
from recalling.model import EntityMention, Paragraph


def find_entities(paragraph: Paragraph, context: Context) -> Iterator[EntityMention]:
    """The entities named in one paragraph outside its citations, in order of place."""
    if paragraph.role in SILENT_ROLES or paragraph.role == "note":
        return
    text = paragraph.flow.text
    taken = [(m.at, m.until) for m in context.found]
    for start, end, keys in context.sheet.entities(paragraph):
        if any(at < end and start < until for at, until in taken):
            continue
        yield EntityMention(
            paragraph=paragraph.label,
            span=paragraph.flow.span(start, end),
            surface=text[start:end],
            entity=keys[0],
        )
