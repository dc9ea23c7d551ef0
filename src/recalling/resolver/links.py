"""The editors' links beside what the words say: agreement is evidence, disagreement is reported."""

from __future__ import annotations

from bisect import bisect_left

from recalling.model import Document, Evidence, Instrument, Link, Mention


class Links:
    """The links of a document that carry a symbol, by place."""

    def __init__(self, document: Document) -> None:
        self._links = sorted((k for k in document.links if k.symbol), key=lambda k: k.span)
        self._ends = [k.span.end for k in self._links]

    def at(self, mention: Mention) -> list[Link]:
        """The links that share words with a mention."""
        found = []
        first = bisect_left(self._ends, mention.span.start + 1)
        for i in range(first, len(self._links)):
            link = self._links[i]
            if link.span.start >= mention.span.end:
                break
            found.append(link)
        return found

    def agreeing(self, mention: Mention, instrument: Instrument) -> tuple[Evidence, ...]:
        """A link to the same document, as evidence."""
        if not self._links:
            return ()
        symbols = _symbols((instrument,))
        return tuple(
            Evidence("link", mention.paragraph, link.href)
            for link in self.at(mention)
            if link.symbol and _key(link.symbol) in symbols
        )

    def disagreeing(self, mention: Mention, instruments: tuple[Instrument, ...]) -> str | None:
        """The symbol that a link names, when none of the links names what was identified."""
        if not self._links:
            return None
        symbols = _symbols(instruments)
        links = [k.symbol for k in self.at(mention) if k.symbol]
        if not symbols or not links or any(_key(symbol) in symbols for symbol in links):
            return None
        return links[0]


def _symbols(instruments: tuple[Instrument, ...]) -> set[str]:
    return {_key(s) for i in instruments for s in (i.symbol, *i.also) if s}


def _key(symbol: str) -> str:
    """A symbol without spaces, case and part letter, for comparing only."""
    key = "".join(symbol.split()).upper()
    return key[:-1] if "/RES/" in key and key[-1:].isalpha() else key
