"""Floor 4: graphs in files and stores, remote endpoints, and the queries asked of them."""

from __future__ import annotations

from recalling.store.embedded import is_store, replace_graph, statements_folder
from recalling.store.export import DUMPS, EXPORTS, dump, export, to_rdflib, triples
from recalling.store.files import graph_files, load_graph
from recalling.store.local import Limits, run_query
from recalling.store.packaged import PackagedQuery, Parameter, packaged_queries, packaged_query
from recalling.store.remote import run_remote_query
from recalling.store.results import WRITERS, Results, Value

__all__ = [
    "DUMPS",
    "EXPORTS",
    "WRITERS",
    "Limits",
    "PackagedQuery",
    "Parameter",
    "Results",
    "Value",
    "dump",
    "export",
    "graph_files",
    "is_store",
    "load_graph",
    "packaged_queries",
    "packaged_query",
    "replace_graph",
    "run_query",
    "run_remote_query",
    "statements_folder",
    "to_rdflib",
    "triples",
]
