"""Floor 2: what a document says it cites. `find` is the door.

Each finder reads one paragraph's flow and yields mentions; `find` runs them all and settles
overlaps, so that one place in the text is one mention.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec

from recalling.authority import Authority
from recalling.extractors.context import Context, context_of
from recalling.extractors.numbers import find_numbers
from recalling.extractors.symbols import find_symbols
from recalling.model import Document, Finding, Mention, Paragraph

Finder = Callable[[Paragraph, Context], Iterable[Mention]]

#: in order of precedence where two finders claim the same words
FINDERS: tuple[Finder, ...] = (find_symbols, find_numbers)


def find(document: Document, authority: Authority) -> Finding:
    """All clauses, mentions, entities and stated relations of a document, in order of place."""
    context = context_of(document, authority)
    mentions: list[Mention] = []
    for paragraph in document.paragraphs:
        mentions.extend(_read(paragraph, context))
    return Finding(clauses=(), mentions=tuple(mentions))


def _read(paragraph: Paragraph, context: Context) -> list[Mention]:
    """The mentions of one paragraph; an earlier finder's words are not read again."""
    found: list[Mention] = []
    for finder in FINDERS:
        here = msgspec.structs.replace(context, found=tuple(found)) if found else context
        for mention in finder(paragraph, here):
            if not any(m.at < mention.until and mention.at < m.until for m in found):
                found.append(mention)
    found.sort(key=lambda m: (m.at, m.until))
    return found
