"""What an editor should look at: places in official texts that disagree with themselves.

A false alarm is worse than a miss, so each kind asks for a second witness: a date, the other
languages of the same text, the other documents that cite the same thing, or the rules by which the
organs number their texts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from recalling.analysis.corpus import Corpus
from recalling.analysis.review_numbers import impossible_numbers, wrong_links, wrong_years
from recalling.analysis.review_texts import (
    broken_notes,
    missing_languages,
    repeated_texts,
    wrong_dates,
)
from recalling.analysis.suspicion import Suspicion

Review = Callable[[Corpus], Iterator[Suspicion]]
REVIEWS: Mapping[str, Review] = {
    "link": wrong_links,
    "year": wrong_years,
    "language": missing_languages,
    "impossible": impossible_numbers,
    "date": wrong_dates,
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
