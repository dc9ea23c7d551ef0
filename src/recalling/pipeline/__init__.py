"""Floor 6: the composition. read → find → resolve → assemble → write, one document at a time."""

from recalling.pipeline.build import Built, Report, build_into, document_triples, store_of
from recalling.pipeline.bulk import StoreReport, Totals, build_store, knowledge_graph
from recalling.pipeline.bulk_executors import Executors, dask_cluster, local_processes
from recalling.pipeline.inputs import STANDARD_INPUT, find_inputs, output_names
from recalling.pipeline.process import (
    Failed,
    Options,
    Processed,
    process,
    process_each,
    read_input,
    require_citations,
    standard_input,
)
from recalling.pipeline.records import (
    OutlineRecord,
    Record,
    citation_records,
    outline_records,
)

__all__ = [
    "STANDARD_INPUT",
    "Built",
    "Executors",
    "Failed",
    "Options",
    "OutlineRecord",
    "Processed",
    "Record",
    "Report",
    "StoreReport",
    "Totals",
    "build_into",
    "build_store",
    "citation_records",
    "dask_cluster",
    "document_triples",
    "find_inputs",
    "knowledge_graph",
    "local_processes",
    "outline_records",
    "output_names",
    "process",
    "process_each",
    "read_input",
    "require_citations",
    "standard_input",
    "store_of",
]
