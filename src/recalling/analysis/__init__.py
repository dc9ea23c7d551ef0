"""Floor 4½: what a graph of many documents shows that no single document does.

open_corpus(path)                  a store, a graph file, or a folder of graphs, for reading
statistics(corpus)                 size, coverage, most cited, by year, organ, verb, unresolved
lineage(corpus, "A/RES/77/1")      what it rests on, what rests on it, its series
compare(corpus, "A/RES/75/1", …)   what two documents, or two languages of one, cite differently
review(corpus)                     what an editor should look at
part_around(corpus, "A/RES/70/1")  what is said of one document, as a small graph
rank(corpus)                       PageRank, co-citation and communities of the network
"""

from __future__ import annotations

from recalling.analysis.compare import Difference, compare
from recalling.analysis.corpus import Corpus, open_corpus
from recalling.analysis.lineage import Lineage, Step, lineage
from recalling.analysis.part import part_around
from recalling.analysis.ranking import Ranking, rank, write_ranking
from recalling.analysis.report import (
    AnalysisReport,
    compare_report,
    lineage_report,
    report_page,
    review_report,
    stats_report,
)
from recalling.analysis.review import REVIEWS, review, write_review
from recalling.analysis.stats import Statistics, statistics
from recalling.analysis.suspicion import Suspicion

__all__ = [
    "REVIEWS",
    "AnalysisReport",
    "Corpus",
    "Difference",
    "Lineage",
    "Ranking",
    "Statistics",
    "Step",
    "Suspicion",
    "compare",
    "compare_report",
    "lineage",
    "lineage_report",
    "open_corpus",
    "part_around",
    "rank",
    "report_page",
    "review",
    "review_report",
    "statistics",
    "stats_report",
    "write_ranking",
    "write_review",
]
