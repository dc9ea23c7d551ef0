"""The network of citations ranked by networkx: PageRank, co-citation, communities."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pyoxigraph as ox

from recalling.analysis.corpus import Corpus
from recalling.graph.terms import TYPE, iri
from recalling.graph.vocabulary import BASE, REC, XSD
from recalling.store import replace_graph

if TYPE_CHECKING:
    import networkx as nx

_MOST_PAIRED = 200  # instruments, the most cited ones, among which pairs are counted


class Ranked(msgspec.Struct, frozen=True):
    """A document with its rank, the number of documents that cite it, and its community."""

    document: str
    rank: float
    cited_by: int
    community: int


class Pair(msgspec.Struct, frozen=True):
    """Two instruments and the number of documents that cite both."""

    first: str
    second: str
    documents: int


class Ranking(msgspec.Struct, frozen=True):
    """Documents by PageRank, the pairs most cited together; `things` and `pairs` hold IRIs."""

    things: tuple[Ranked, ...]
    pairs: tuple[Pair, ...]


def rank(corpus: Corpus) -> Ranking:
    """Rank everything that cites or is cited.

    PageRank flows from the citing to the cited. Communities are those of the undirected network
    (greedy modularity by label propagation in a fixed order), numbered by size, the largest 1.
    """
    import networkx as nx  # here: it takes half a second, which no other analysis needs

    network: nx.DiGraph[str] = nx.DiGraph()
    for citing, every in sorted(corpus.edges.items()):
        network.add_edges_from((citing, cited) for cited in every)
    ranks = nx.pagerank(network) if network else {}
    communities = _communities(network)
    things = [
        Ranked(one, round(ranks[one], 9), network.in_degree(one), communities[one])
        for one in network
    ]
    return Ranking(
        tuple(sorted(things, key=lambda t: (-t.rank, t.document))), _pairs(corpus, network)
    )


def _communities(network: nx.DiGraph[str]) -> dict[str, int]:
    """The number of each document's community."""
    if not network:
        return {}
    from networkx.algorithms.community import louvain_communities

    found = louvain_communities(network.to_undirected(), seed=1)
    order = sorted(found, key=lambda members: (-len(members), min(members)))
    return {one: at for at, members in enumerate(order, 1) for one in members}


def _pairs(corpus: Corpus, network: nx.DiGraph[str]) -> tuple[Pair, ...]:
    """Pairs of the most cited instruments, by the number of documents that cite both."""
    order = sorted(network, key=lambda one: (-network.in_degree(one), one))
    known = set(order[:_MOST_PAIRED])
    counts: Counter[tuple[str, str]] = Counter()
    for every in corpus.edges.values():
        counts.update(combinations(sorted(known.intersection(every)), 2))
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Pair(a, b, n) for (a, b), n in ranked if n > 1)


def ranking_graph(base: str = BASE) -> str:
    """IRI of the named graph into which a ranking is written."""
    return f"{base}graph/ranking"


def write_ranking(folder: Path, ranking: Ranking, base: str = BASE) -> None:
    """Write a ranking into the store in `folder`, in place of the last one, in one step.

    Each document gets `rec:rank`, `rec:citedByDocuments` and `rec:community`; each pair is a
    `rec:CoCitation`. Raises GraphError for a folder without a store, and OutputError.
    """
    lines: list[str] = []
    for one in ranking.things:
        thing = iri(one.document)
        lines += (
            f'{thing} {iri(REC + "rank")} "{one.rank:.9f}"^^<{XSD}decimal> .',
            f'{thing} {iri(REC + "citedByDocuments")} "{one.cited_by}"^^<{XSD}integer> .',
            f'{thing} {iri(REC + "community")} "{one.community}"^^<{XSD}integer> .',
        )
    for at, pair in enumerate(ranking.pairs, 1):
        node = iri(f"{base}graph/ranking#pair-{at}")
        lines += (
            f"{node} {TYPE} {iri(REC + 'CoCitation')} .",
            f"{node} {iri(REC + 'pairs')} {iri(pair.first)} .",
            f"{node} {iri(REC + 'pairs')} {iri(pair.second)} .",
            f'{node} {iri(REC + "citedByDocuments")} "{pair.documents}"^^<{XSD}integer> .',
        )
    data = "".join(line + "\n" for line in lines).encode()
    replace_graph(folder, ranking_graph(base), data, ox.RdfFormat.N_TRIPLES)
