"""What a document rests on, back to the oldest; what rests on it; the series it belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

import msgspec

from recalling.analysis.compare import evidence
from recalling.analysis.corpus import Corpus
from recalling.analysis.series import Member, series

_PREFERRED = "en"  # the language whose words are shown where there are several


class Step(msgspec.Struct, frozen=True):
    """One document on the way: how many steps away, through which, and that citation's words."""

    steps: int
    document: str
    name: str
    date: str
    through: str
    evidence: str


class Lineage(msgspec.Struct, frozen=True):
    """Where a document stands.

    `rests_on` and `rested_on_by` go outward step by step; `oldest` is the chain from the document
    back to the oldest instrument reached; `series` are the documents of the same recurring item,
    by date, each with the citation that ties it to an earlier one, or, where its own text is not
    here, with that of a later one.
    """

    document: str
    rests_on: tuple[Step, ...]
    rested_on_by: tuple[Step, ...]
    oldest: tuple[Step, ...]
    series: tuple[Step, ...]


def lineage(corpus: Corpus, symbol: str, steps: int = 3) -> Lineage:
    """Follow the citations of a document (symbol, slug or name) both ways, `steps` far.

    The oldest instrument is looked for at any distance. Only dates that are known count. Raises
    GraphError when nothing here bears the symbol.
    """
    start = corpus.find(symbol)
    back = _reached(corpus.edges, start)
    forth = _reached(_turned(corpus.edges), start)
    chain = _chain(back, _oldest(corpus, start, back))
    members = series(corpus, start)
    ties = list(pairwise(chain))
    ties += [(back[x][1], x) for x in back if 0 < back[x][0] <= 1]
    ties += [(x, forth[x][1]) for x in forth if 0 < forth[x][0] <= 1]
    ties += [one.tie for one in members if one.tie is not None]
    words = _words(corpus, ties)
    return Lineage(
        document=corpus.shown(start),
        rests_on=_steps(corpus, back, steps, words, forward=False),
        rested_on_by=_steps(corpus, forth, steps, words, forward=True),
        oldest=tuple(
            _step(corpus, at, iri, chain[at - 1] if at else "", words, forward=False)
            for at, iri in enumerate(chain)
        ),
        series=tuple(_member(corpus, one, words) for one in members),
    )


_Reached = dict[str, tuple[int, str]]


def _reached(edges: Mapping[str, Sequence[str]], start: str) -> _Reached:
    """All that can be reached: the steps it takes and the one before on a shortest way."""
    found: _Reached = {start: (0, "")}
    layer = [start]
    while layer:
        following: list[str] = []
        for one in layer:
            for other in edges.get(one, ()):
                if other not in found:
                    found[other] = (found[one][0] + 1, one)
                    following.append(other)
        layer = sorted(following)
    return found


def _turned(edges: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    turned: dict[str, list[str]] = defaultdict(list)
    for citing, every in sorted(edges.items()):
        for cited in every:
            turned[cited].append(citing)
    return turned


def _oldest(corpus: Corpus, start: str, back: _Reached) -> str:
    dated = [iri for iri in back if corpus.dates.get(iri)]
    return min(dated, key=lambda iri: (corpus.dates[iri], iri), default=start)


def _chain(back: _Reached, end: str) -> list[str]:
    """From the document to `end`."""
    chain = [end]
    while back[chain[-1]][1]:
        chain.append(back[chain[-1]][1])
    return chain[::-1]


def _words(corpus: Corpus, ties: Sequence[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """The words of each tie: in English where there is one, the first place in the text."""
    wanted = set(ties)
    found: dict[tuple[str, str], tuple[tuple[bool, bool, str, int], str]] = {}
    works = sorted({citing for citing, _ in ties})
    for row in corpus.citations(works) if works else ():
        tie = (row.citing, row.cited)
        if tie in wanted:
            order = (not row.verb, row.language != _PREFERRED, row.language, row.start)
            found[tie] = min(found.get(tie, (order, evidence(row))), (order, evidence(row)))
    return {tie: words for tie, (_, words) in found.items()}


def _steps(
    corpus: Corpus,
    reached: _Reached,
    most: int,
    words: Mapping[tuple[str, str], str],
    *,
    forward: bool,
) -> tuple[Step, ...]:
    near = [(n, iri, before) for iri, (n, before) in reached.items() if 0 < n <= most]
    near.sort(key=lambda one: (one[0], corpus.dates.get(one[1], "9"), one[1]))
    return tuple(_step(corpus, n, iri, before, words, forward=forward) for n, iri, before in near)


def _member(corpus: Corpus, one: Member, words: Mapping[tuple[str, str], str]) -> Step:
    citing, cited = one.tie or ("", "")
    through = cited if one.document == citing else citing
    return _step(corpus, 0, one.document, through, words, forward=one.document == citing)


def _step(
    corpus: Corpus,
    steps: int,
    iri: str,
    through: str,
    words: Mapping[tuple[str, str], str],
    *,
    forward: bool,
) -> Step:
    tie = (iri, through) if forward else (through, iri)
    return Step(
        steps=steps,
        document=corpus.shown(iri),
        name=corpus.names.get(iri, ""),
        date=corpus.dates.get(iri, ""),
        through=corpus.shown(through) if through else "",
        evidence=words.get(tie, ""),
    )
