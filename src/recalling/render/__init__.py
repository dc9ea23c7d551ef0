"""Floor 5: what a person sees of a graph: network, page, tables, CSV, GraphML."""

from recalling.render.network import to_csv, to_graphml, to_networkx, write_csv, write_graphml
from recalling.render.notebook import graph_html
from recalling.render.page import page, write_page
from recalling.render.rows import csv_text, jsonl_text
from recalling.render.tables import citation_table, record_table
from recalling.render.view import View, read_view

__all__ = [
    "View", "citation_table", "csv_text", "graph_html", "jsonl_text", "page", "read_view",
    "record_table", "to_csv", "to_graphml", "to_networkx", "write_csv", "write_graphml",
    "write_page",
]  # fmt: skip
