"""Floor 6: the composition. read → find → resolve → assemble → write, one document at a time."""

from recalling.pipeline.build import Built, Report, build_into, document_triples, store_of
from recalling.pipeline.inputs import STANDARD_INPUT, find_inputs, output_names
from recalling.pipeline.process import (
    Failed,
    Options,
    Processed,
    process,
    process_each,
    read_input,
    require_citations,
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
    "Failed",
    "Options",
    "OutlineRecord",
    "Processed",
    "Record",
    "Report",
    "build_into",
    "citation_records",
    "document_triples",
    "find_inputs",
    "outline_records",
    "output_names",
    "process",
    "process_each",
    "read_input",
    "require_citations",
    "store_of",
]
