"""What a finder may know beside the paragraph it reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar, cast

import msgspec

from recalling.authority import Authority
from recalling.extractors.sheet import Sheet
from recalling.model import Document, Language, Mention, Organ
from recalling.model.sessions import latest_year

_T = TypeVar("_T")


class Context(msgspec.Struct, frozen=True):
    """One document's circumstances: its language, who speaks, when, and the named instruments.

    `sheet` holds all its paragraphs and the labels printed in them. `adopted` is the ISO date of
    adoption, None when the cover does not give it; `latest` the year after which nothing can be
    cited. `found` holds what the finders before this one found in the same paragraph, in order of
    place: a finder of names sees there the numbers and their stated titles.
    """

    document: Document
    language: Language
    organ: Organ | None
    adopted: str | None
    authority: Authority
    sheet: Sheet
    found: tuple[Mention, ...] = ()
    latest: int | None = None

    def having(self, found: Iterable[Mention]) -> Context:
        """The same for a finder that comes after those that found these mentions."""
        return Context(
            self.document,
            self.language,
            self.organ,
            self.adopted,
            self.authority,
            self.sheet,
            tuple(found),
            self.latest,
        )

    def once(self, make: Callable[[Context], _T]) -> _T:
        """What `make` tells of the document: made when the first paragraph asks, then kept."""
        told = self.sheet.told
        if make not in told:
            told[make] = make(self)
        return cast("_T", told[make])


def context_of(document: Document, authority: Authority) -> Context:
    """The circumstances that a document's own cover states."""
    cover = document.cover
    return Context(
        document=document,
        language=document.language,
        organ=cover.organ,
        adopted=cover.adopted,
        authority=authority,
        sheet=Sheet(document, authority),
        latest=latest_year(cover.symbol, cover.adopted),
    )
