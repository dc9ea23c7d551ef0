"""The size and shape of a graph of many documents, and where its knowledge ends."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

import msgspec

from recalling.analysis.corpus import Corpus, function_name
from recalling.graph.vocabulary import BODY

_UNRESOLVED = """
SELECT ?mention ?work ?quote ?reason WHERE {
  ?mention a rec:Unresolved ; rec:citingWork ?work ; rec:quote ?quote ; rec:reason ?reason }
"""
_UNKNOWN_NAME = "unknown-name"


class Count(msgspec.Struct, frozen=True):
    """A thing with a number: `example` is a document where it can be seen."""

    what: str
    count: int
    example: str = ""


class Statistics(msgspec.Struct, frozen=True, kw_only=True):
    """What a corpus holds. Documents are counted once whatever the number of their languages.

    `size` names the totals; `coverage` how many cited instruments have their own text here, and
    how many ties go to them; the rest are ranked, the greatest first. `most_cited` counts citing
    documents, `verbs` citations by what the verb does, `unresolved` the names that the authority
    does not know, by citing documents.
    """

    size: tuple[Count, ...]
    coverage: tuple[Count, ...]
    most_cited: tuple[Count, ...]
    most_reaffirmed: tuple[Count, ...]
    years: tuple[Count, ...]
    organs: tuple[Count, ...]
    verbs: tuple[Count, ...]
    languages: tuple[Count, ...]
    reasons: tuple[Count, ...]
    unresolved: tuple[Count, ...]


def statistics(corpus: Corpus, most: int = 20) -> Statistics:
    """Count a corpus; lists are cut at `most`."""
    cited_by: dict[str, list[str]] = defaultdict(list)
    for citing, every in corpus.edges.items():
        for cited in every:
            cited_by[cited].append(citing)
    reaffirmed_by: dict[str, list[str]] = defaultdict(list)
    for cited, citing in corpus.rows("SELECT DISTINCT ?b ?a { ?a rec:reaffirms ?b }"):
        reaffirmed_by[cited].append(citing)
    left = {row[0]: row[1:] for row in corpus.rows(_UNRESOLVED)}
    return Statistics(
        size=_size(corpus, cited_by, len(left)),
        coverage=_coverage(corpus, cited_by),
        most_cited=_ranked(corpus, cited_by, most),
        most_reaffirmed=_ranked(corpus, reaffirmed_by, most),
        years=tuple(sorted(_counted(_years(corpus)), key=lambda one: one.what)),
        organs=_counted(_organs(corpus)),
        verbs=_verbs(corpus, most),
        languages=_counted(one for every in corpus.works.values() for one in every),
        reasons=_counted(reason for *_, reason in left.values()),
        unresolved=_unknown(corpus, left.values(), most),
    )


def _size(corpus: Corpus, cited_by: dict[str, list[str]], unresolved: int) -> tuple[Count, ...]:
    citations = next(corpus.rows("SELECT (COUNT(DISTINCT ?c) AS ?n) { ?c a cito:Citation }"))
    return (
        Count("documents with their text", len(corpus.works)),
        Count("texts in a language", sum(map(len, corpus.works.values()))),
        Count("instruments cited", len(cited_by)),
        Count("ties between documents", sum(map(len, cited_by.values()))),
        Count("citations identified", int(citations[0])),
        Count("mentions unresolved", unresolved),
    )


def _coverage(corpus: Corpus, cited_by: dict[str, list[str]]) -> tuple[Count, ...]:
    here = [cited for cited in cited_by if cited in corpus.works]
    return (
        Count("cited instruments whose text is here", len(here)),
        Count("ties that lead to them", sum(len(cited_by[cited]) for cited in here)),
        Count("documents in all six languages", sum(len(x) == 6 for x in corpus.works.values())),
    )


def _ranked(corpus: Corpus, by: dict[str, list[str]], most: int) -> tuple[Count, ...]:
    """The things that most documents stand behind; an example is the latest of them."""
    order = sorted(by, key=lambda iri: (-len(by[iri]), iri))[:most]
    return tuple(
        Count(corpus.shown(iri), len(by[iri]), corpus.shown(_latest(corpus, by[iri])))
        for iri in order
    )


def _latest(corpus: Corpus, works: list[str]) -> str:
    return max(works, key=lambda work: (corpus.dates.get(work, ""), work))


def _years(corpus: Corpus) -> Iterable[str]:
    return (corpus.own_dates[work][:4] for work in corpus.works if work in corpus.own_dates)


def _organs(corpus: Corpus) -> Iterable[str]:
    names = corpus.names
    for _, organ in corpus.rows("SELECT DISTINCT ?x ?o { ?x rec:organ ?o }"):
        yield names.get(organ, organ.removeprefix(BODY))


def _verbs(corpus: Corpus, most: int) -> tuple[Count, ...]:
    """Functions of verbs by number of citations: counted in the store, which is twice as fast."""
    counted = corpus.rows(
        "SELECT ?f (COUNT(DISTINCT ?c) AS ?n) { ?c rec:function ?f ; a cito:Citation } GROUP BY ?f"
    )
    counts = [Count(function_name(function), int(count)) for function, count in counted]
    return tuple(sorted(counts, key=lambda one: (-one.count, one.what))[:most])


def _unknown(corpus: Corpus, rows: Iterable[tuple[str, ...]], most: int) -> tuple[Count, ...]:
    """Names that the authority does not know, ranked, so that it can grow where it matters.

    Not "the Convention" in a text that names several: no entry of the authority would tell which.
    """
    by: dict[str, set[str]] = defaultdict(set)
    for work, quote, reason in rows:
        if reason == _UNKNOWN_NAME:
            by[" ".join(quote.split())].add(work)
    order = sorted(by, key=lambda words: (-len(by[words]), words))[:most]
    return tuple(
        Count(words, len(by[words]), corpus.shown(_latest(corpus, sorted(by[words]))))
        for words in order
    )


def _counted(values: Iterable[str]) -> tuple[Count, ...]:
    counts = sorted(Counter(values).items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Count(what, count) for what, count in counts)
