"""Recalling: what United Nations resolutions cite, in six languages, as a knowledge graph.

>>> import recalling
>>> result = recalling.extract("A_RES_79_1.en.txt")      # doctest: +SKIP
>>> [record.symbol for record in result.records]         # doctest: +SKIP

`Result` holds one text with all that was found in it and goes on from there as an `rdflib.Graph`
(`result.graph()`) or a `networkx.MultiDiGraph` (`result.network()`). What is offered here is
loaded when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from recalling.api import (
        Accepted,
        Around,
        Built,
        Candidate,
        Difference,
        Failed,
        Lineage,
        OutlineRecord,
        PackagedQuery,
        Ranking,
        RecallingError,
        Record,
        Report,
        Result,
        Results,
        Statistics,
        StoreReport,
        Suspicion,
        accept_candidates,
        build,
        build_store,
        check,
        compare,
        export,
        export_store,
        extract,
        harvest_candidates,
        lineage,
        outline,
        queries,
        query,
        rank,
        read,
        read_candidates,
        read_graph,
        read_network,
        review,
        stats,
        view,
    )

__version__ = "0.1.0"

__all__ = [
    "Accepted",
    "Around",
    "Built",
    "Candidate",
    "Difference",
    "Failed",
    "Lineage",
    "OutlineRecord",
    "PackagedQuery",
    "Ranking",
    "RecallingError",
    "Record",
    "Report",
    "Result",
    "Results",
    "Statistics",
    "StoreReport",
    "Suspicion",
    "accept_candidates",
    "build",
    "build_store",
    "check",
    "compare",
    "export",
    "export_store",
    "extract",
    "harvest_candidates",
    "lineage",
    "outline",
    "queries",
    "query",
    "rank",
    "read",
    "read_candidates",
    "read_graph",
    "read_network",
    "review",
    "stats",
    "view",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 (each name has its own type above)
    if name in __all__:
        return getattr(import_module("recalling.api"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
