"""The draft that a resolution was adopted from: a tie of its own, never a citation."""

from __future__ import annotations

from collections.abc import Iterator

from recalling.model import Citation, Document, Evidence, Mention, PlacedSymbol, SymbolClaim
from recalling.model.symbols import parse_symbol
from recalling.resolver.by_number import plain_document


def adopted_from(document: Document) -> Iterator[Citation]:
    """One citation with the property "adopted-from" for each draft that the cover prints."""
    for draft in document.cover.drafts:
        symbol = parse_symbol(draft.symbol)
        mention = _mention(document, draft, SymbolClaim(symbol.base, symbol.also))
        yield Citation(
            mention=mention,
            instrument=plain_document(symbol.base, symbol.also),
            how="cover",
            property="adopted-from",
            evidence=(Evidence("cover", draft.label, mention.surface),),
        )


def _mention(document: Document, draft: PlacedSymbol, claim: SymbolClaim) -> Mention:
    surface = document.text[draft.span.start : draft.span.end]
    paragraph = next(
        (p for p in document.paragraphs if p.span.contains(draft.span) and p.label == draft.label),
        None,
    )
    at = max(paragraph.flow.text.find(surface), 0) if paragraph else 0
    return Mention(
        paragraph=draft.label,
        at=at,
        until=at + len(surface),
        span=draft.span,
        surface=surface,
        claim=claim,
        rule="cover.draft",
    )
