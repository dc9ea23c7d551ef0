"""Floor 2: what a document says it cites. `find` is the door.

Each finder reads one paragraph's flow and yields mentions; `find` runs them all and settles
overlaps, so that one place in the text is one mention.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from recalling.authority import Authority
from recalling.extractors.context import Context
from recalling.model import Document, Finding, Mention, Paragraph

Finder = Callable[[Paragraph, Context], Iterable[Mention]]

#: in order of precedence where two finders claim the same words
FINDERS: tuple[Finder, ...] = ()


def find(document: Document, authority: Authority) -> Finding:
    """All clauses, mentions, entities and stated relations of a document, in order of place."""
    raise NotImplementedError
