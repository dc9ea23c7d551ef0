"""Floor 7: the doors of the house as a library. `import recalling` offers what stands here.

Paths are strings or `Path`s; `-` is standard input. Every function raises a subclass of
`recalling.RecallingError`, whose text is one sentence on what is wrong, where, and what to do.
"""

from recalling.analysis import (
    REVIEWS,
    Difference,
    Lineage,
    Ranking,
    Statistics,
    Suspicion,
)
from recalling.analysis.harvesting import STATUSES, Accepted, Candidate
from recalling.api.analyses import (
    AnalysisFormat,
    compare,
    encode_analysis,
    lineage,
    rank,
    review,
    stats,
)
from recalling.api.authority import (
    CandidateFormat,
    accept_candidates,
    candidate_row,
    encode_candidates,
    harvest_candidates,
    read_candidates,
    select_candidates,
)
from recalling.api.doors import (
    Around,
    ExportFormat,
    build,
    build_store,
    check,
    citation_table,
    export,
    export_store,
    extract,
    extract_each,
    outline,
    queries,
    query,
    read,
    read_graph,
    read_network,
    view,
)
from recalling.api.result import Result
from recalling.api.rows import RowFormat, encode_rows, record_rows
from recalling.graph import BASE, ShapeFinding
from recalling.model.errors import RecallingError
from recalling.pipeline import (
    Built,
    Failed,
    Options,
    OutlineRecord,
    Record,
    Report,
    StoreReport,
    find_inputs,
    output_names,
)
from recalling.render import record_table
from recalling.store import WRITERS, PackagedQuery, Parameter, Results, is_store

__all__ = [
    "BASE",
    "REVIEWS",
    "STATUSES",
    "WRITERS",
    "Accepted",
    "AnalysisFormat",
    "Around",
    "Built",
    "Candidate",
    "CandidateFormat",
    "Difference",
    "ExportFormat",
    "Failed",
    "Lineage",
    "Options",
    "OutlineRecord",
    "PackagedQuery",
    "Parameter",
    "Ranking",
    "RecallingError",
    "Record",
    "Report",
    "Result",
    "Results",
    "RowFormat",
    "ShapeFinding",
    "Statistics",
    "StoreReport",
    "Suspicion",
    "accept_candidates",
    "build",
    "build_store",
    "candidate_row",
    "check",
    "citation_table",
    "compare",
    "encode_analysis",
    "encode_candidates",
    "encode_rows",
    "export",
    "export_store",
    "extract",
    "extract_each",
    "find_inputs",
    "harvest_candidates",
    "is_store",
    "lineage",
    "outline",
    "output_names",
    "queries",
    "query",
    "rank",
    "read",
    "read_candidates",
    "read_graph",
    "read_network",
    "record_rows",
    "record_table",
    "review",
    "select_candidates",
    "stats",
    "view",
]
