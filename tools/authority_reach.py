"""How far the authority reaches: its languages, and the names in a corpus that it knows or not.

    authority_reach.py [CORPUS] [--least 10] [--language en] [--show N]

Without a folder: how many instruments have a label in each language, and in all six. With one:
the names that at least so many documents print, how many of them always resolve, and those that
do not, the most frequent first. A name is what stands in the text, in lower case, so that two
spellings or cases of one name count apart.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from recalling.authority import Authority, load_authority
from recalling.extractors import find
from recalling.model import LANGUAGES, Language, NameClaim
from recalling.model.errors import RecallingError
from recalling.readers import read_document
from recalling.resolver import resolve


class Named(NamedTuple):
    """A name in one document, and whether it could be identified there."""

    name: str
    document: str
    resolved: bool


def languages(authority: Authority) -> None:
    """Print how many instruments have a label in each language."""
    entries = authority.entries.values()
    complete = sum(all(e.label(language) for language in LANGUAGES) for e in entries)
    print(f"{len(entries)} instruments, {complete} with labels in six languages")
    for language in LANGUAGES:
        bearers = sum(entry.label(language) is not None for entry in entries)
        print(f"  {language}  {bearers} instruments, {len(authority.labels(language))} labels")


def names(corpus: Path, language: Language, authority: Authority) -> Iterator[Named]:
    """The names in the texts of one language; files that cannot be read are passed over."""
    for path in sorted(corpus.rglob("*.xml")):
        try:
            document = read_document(path)
        except RecallingError:
            continue
        symbol = document.cover.symbol
        if document.language != language or symbol is None:
            continue
        resolution = resolve(document, find(document, authority), authority)
        cited = [citation.mention for citation in resolution.citations]
        unknown = [unresolved.mention for unresolved in resolution.unresolved]
        for mentions, resolved in ((cited, True), (unknown, False)):
            for mention in mentions:
                if isinstance(mention.claim, NameClaim):
                    yield Named(mention.claim.name.lower(), symbol, resolved)


def reach(found: Iterator[Named], least: int, show: int) -> None:
    """Print how many frequent names resolve wherever they stand, and those that do not."""
    printed: dict[str, set[str]] = defaultdict(set)
    unknown: dict[str, set[str]] = defaultdict(set)
    for one in found:
        printed[one.name].add(one.document)
        if not one.resolved:
            unknown[one.name].add(one.document)
    frequent = [name for name, documents in printed.items() if len(documents) >= least]
    open_ones = sorted((-len(unknown[n]), n) for n in frequent if unknown[n])
    known = len(frequent) - len(open_ones)
    print(f"{len(frequent)} names in {least} documents or more: {known} always resolve")
    for count, name in open_ones[:show]:
        print(f"  {-count} of {len(printed[name])}  {name}")


def main() -> None:
    """Print the authority's languages, and its reach in a corpus."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", nargs="?", type=Path)
    parser.add_argument("--least", type=int, default=10, metavar="N", help="documents")
    parser.add_argument("--language", choices=LANGUAGES, default="en")
    parser.add_argument("--show", type=int, default=40, metavar="N", help="names that do not")
    args = parser.parse_args()
    authority = load_authority()
    languages(authority)
    if args.corpus is not None:
        reach(names(args.corpus, args.language, authority), args.least, args.show)


if __name__ == "__main__":
    main()
