"""What an editor should look at: places in official texts that disagree with themselves.

A false alarm is worse than a miss, so each kind asks for a second witness: a date, the other
languages of the same text, the other documents that cite the same thing, or the rules by which the
organs number their texts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import pyoxigraph as ox

from recalling.analysis.corpus import Corpus
from recalling.analysis.review_languages import differing_dates, missing_languages
from recalling.analysis.review_numbers import impossible_numbers, wrong_links, wrong_years
from recalling.analysis.review_texts import (
    broken_notes,
    differing_covers,
    repeated_texts,
    wrong_dates,
)
from recalling.analysis.suspicion import Suspicion
from recalling.graph import fragment, instrument_iri
from recalling.graph.terms import TYPE, iri, literal
from recalling.graph.vocabulary import BASE, RDFS, REC, SCHEMA
from recalling.store import replace_graph

Review = Callable[[Corpus], Iterator[Suspicion]]


def _dates(corpus: Corpus) -> Iterator[Suspicion]:
    """A date that is not the document's own, or that its other languages state otherwise."""
    yield from wrong_dates(corpus)
    yield from differing_dates(corpus)
    yield from differing_covers(corpus)


REVIEWS: Mapping[str, Review] = {
    "link": wrong_links,
    "year": wrong_years,
    "language": missing_languages,
    "impossible": impossible_numbers,
    "date": _dates,
    "note": broken_notes,
    "repeated": repeated_texts,
}
"""The kinds of suspicion, each with the function that finds them."""


def review(corpus: Corpus, kinds: Iterable[str] = ()) -> tuple[Suspicion, ...]:
    """Every suspicion of the given kinds, by default of all, in the order of the documents."""
    found = {one for kind in list(kinds) or REVIEWS for one in REVIEWS[kind](corpus)}
    return tuple(
        sorted(
            found,
            key=lambda s: (s.document, s.language, s.paragraph, s.kind, s.words, s.sentence),
        )
    )


def review_graph(base: str = BASE) -> str:
    """IRI of the named graph into which suspicions are written."""
    return f"{base}graph/review"


def write_review(folder: Path, found: Iterable[Suspicion], base: str = BASE) -> None:
    """Write suspicions into the store in `folder`, in place of the last ones, in one step.

    Each is a `rec:Suspicion` that leads to its paragraph. Raises GraphError for a folder without
    a store, and OutputError.
    """
    lines = [
        f"{subject} {predicate} {object_} .\n"
        for at, one in enumerate(found, 1)
        for subject, predicate, object_ in _triples(f"{review_graph(base)}#{at}", one, base)
    ]
    replace_graph(folder, review_graph(base), "".join(lines).encode(), ox.RdfFormat.N_TRIPLES)


def _triples(node: str, one: Suspicion, base: str) -> Iterator[tuple[str, str, str]]:
    text = f"{instrument_iri(f'doc/{one.document}', base)}/{one.language}"
    yield iri(node), TYPE, iri(REC + "Suspicion")
    yield iri(node), iri(REC + "check"), literal(one.kind)
    yield iri(node), iri(REC + "symbol"), literal(one.document)
    yield iri(node), iri(SCHEMA + "inLanguage"), literal(one.language)
    yield iri(node), iri(REC + "inParagraph"), iri(f"{text}#{fragment(one.paragraph)}")
    yield iri(node), iri(REC + "label"), literal(one.paragraph)
    yield iri(node), iri(REC + "quote"), literal(one.words, one.language)
    yield iri(node), iri(RDFS + "comment"), literal(one.sentence, "en")
