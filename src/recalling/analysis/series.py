"""The series of a recurring item: the texts that an organ adopts on it, one after the other.

"Recalling its resolutions 74/201 of 19 December 2019, 75/203 of 21 December 2020 and 76/190 of
17 December 2021": what stands in one row with a text of the series is of the series as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

import msgspec

from recalling.analysis.corpus import CitationRow, Corpus
from recalling.analysis.suspicion import number_of

_PREFERRED = "en"  # the language whose rows are read where there are several
_NEXT = 40  # code points from one number of a row to the next: no more than a date


class Member(msgspec.Struct, frozen=True):
    """A document of a series (an IRI), and the citation that ties it: (citing, cited).

    It cites an earlier one, or, where its own text is not here, a later one cites it.
    """

    document: str
    tie: tuple[str, str] | None = None


def series(corpus: Corpus, start: str) -> list[Member]:
    """The documents of the same recurring item as `start`, by date.

    Those that bear one of its titles, are of the same organ and hang together by citations, so
    that two documents that merely share a title ("Credentials") stay apart; and those that one of
    them cites in a row with another, without a name of their own.
    """
    joined = _joined(corpus, start, _alike(corpus, start))
    found = {one: Member(one, _tie(corpus, one, joined)) for one in joined}
    for work in _by_date(corpus, joined):
        for earlier in _in_rows(corpus, work, joined):
            found.setdefault(earlier, Member(earlier, (work, earlier)))
    return [found[one] for one in _by_date(corpus, found)]


def _alike(corpus: Corpus, start: str) -> set[str]:
    """The documents of its organ that bear one of its titles."""
    titled: dict[str, set[str]] = defaultdict(set)
    for work, title in corpus.rows(
        "SELECT DISTINCT ?x ?t { ?x dcterms:title ?t ; frbr:realization ?e }"
    ):
        titled[" ".join(title.split()).casefold()].add(work)
    organ = _organ(corpus, start)
    alike = {work for works in titled.values() if start in works for work in works}
    return {work for work in alike if _organ(corpus, work) == organ} | {start}


def _organ(corpus: Corpus, thing: str) -> str:
    number = number_of(corpus.symbols.get(thing, ""))
    return f"{number.organ} {number.type}" if number else ""


def _joined(corpus: Corpus, start: str, alike: Collection[str]) -> set[str]:
    """Those that hang together with `start` by citations among them."""
    ties: dict[str, set[str]] = defaultdict(set)
    for work in alike:
        for other in corpus.edges.get(work, ()):
            if other in alike:
                ties[work].add(other)
                ties[other].add(work)
    joined, waiting = {start}, [start]
    while waiting:
        fresh = ties[waiting.pop()] - joined
        joined |= fresh
        waiting += sorted(fresh)
    return joined


def _tie(corpus: Corpus, work: str, members: Collection[str]) -> tuple[str, str] | None:
    """Its citation of the latest of the others."""
    cited = [other for other in corpus.edges.get(work, ()) if other in members]
    return (work, _by_date(corpus, cited)[-1]) if cited else None


def _by_date(corpus: Corpus, things: Collection[str]) -> list[str]:
    return sorted(things, key=lambda thing: (corpus.dates.get(thing, ""), thing))


def _in_rows(corpus: Corpus, work: str, members: Collection[str]) -> Iterator[str]:
    """What a member cites in a row with another member."""
    for row in _rows(corpus, work):
        cited = {one.cited for one in row}
        if cited & set(members) - {work}:
            yield from sorted(one for one in cited if one not in corpus.labels and one != work)


def _rows(corpus: Corpus, work: str) -> Iterator[Sequence[CitationRow]]:
    """The citations that follow each other in a row, all of the work's own organ, in one text."""
    organ, languages = _organ(corpus, work), corpus.works.get(work, ())
    language = _PREFERRED if _PREFERRED in languages else next(iter(languages), "")
    order = sorted(
        (row for row in corpus.citations([work]) if row.language == language),
        key=lambda row: (row.start, row.cited),
    )
    row: list[CitationRow] = []
    for one in order:
        if _organ(corpus, one.cited) != organ:
            continue
        near = row and one.start - (row[-1].start + len(row[-1].quote)) <= _NEXT
        if row and not (near and one.paragraph == row[-1].paragraph):
            yield row
            row = []
        row.append(one)
    if row:
        yield row
