"""The network holds what the graph says, and leaves whole for other tools."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph, Literal, URIRef

from recalling.model.errors import OutputError
from recalling.render import csv_text, jsonl_text, to_csv, to_graphml, to_networkx, write_csv
from recalling.render.rows import safe_cell

DOC = "https://w3id.org/recalling/doc/"
TITLE = URIRef("http://purl.org/dc/terms/title")


def test_edges_say_verb_and_place(sample: Graph) -> None:
    network = to_networkx(sample)
    edges = network.get_edge_data(DOC + "A/RES/99/1", DOC + "A/RES/70/1")
    assert {e["function"] for e in edges.values()} == {"reaffirms", "calls-upon"}
    edge = edges[DOC + "A/RES/99/1/zh#op4-b-352-360"]
    assert (edge["paragraph"], edge["verb"], edge["quote"]) == ("op4(b)", "促请", "《2030年议程》")
    assert edge["text"] == "执行《2030年议程》；"
    assert network.nodes[DOC + "A/RES/70/1"]["label"] == "2030 Agenda for Sustainable Development"
    assert network.nodes[DOC + "A/RES/70/1"]["cited"] == 3


def test_chains_can_be_walked(sample: Graph) -> None:
    network = to_networkx(sample)
    path = nx.shortest_path(network, DOC + "A/RES/99/1", DOC + "A/DEC/77/568")
    assert path == [DOC + "A/RES/99/1", DOC + "A/RES/98/7", DOC + "A/DEC/77/568"]


def test_graphml_comes_back_the_same(sample: Graph) -> None:
    network = to_networkx(sample)
    again = nx.parse_graphml(to_graphml(sample), force_multigraph=True)
    assert dict(again.nodes(data=True)) == dict(network.nodes(data=True))
    assert {k: d for _, _, k, d in again.edges(keys=True, data=True)} == {
        k: d for _, _, k, d in network.edges(keys=True, data=True)
    }


def test_graphml_leaves_out_what_xml_cannot_hold(sample: Graph) -> None:
    graph = Graph() + sample
    graph.add((URIRef(DOC + "A/RES/98/7"), TITLE, Literal("a\x00b\x1bc\ufffe", lang="fr")))
    node = nx.parse_graphml(to_graphml(graph), force_multigraph=True).nodes[DOC + "A/RES/98/7"]
    assert node["label_fr"] == "abc"


def test_csv_has_a_row_for_each_edge(sample: Graph) -> None:
    rows = list(csv.DictReader(io.StringIO(to_csv(sample))))
    assert len(rows) == to_networkx(sample).number_of_edges()
    row = next(r for r in rows if r["quote"] == "第217 A (III)号决议")
    assert (row["paragraph"], row["verb"], row["symbol"], row["part"]) == (
        "note1", "", "A/RES/217(III)", "A",
    )  # fmt: skip


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", "  =cmd|x", "\n=1"]
)
def test_no_cell_is_a_formula(cell: str) -> None:
    text = csv_text([{"a": cell}])
    assert next(csv.DictReader(io.StringIO(text)))["a"] == "'" + cell


def test_numbers_stay_numbers() -> None:
    assert safe_cell(-3) == -3
    assert csv_text([{"start": 12, "note": None}]) == "start,note\r\n12,\r\n"


@given(st.lists(st.fixed_dictionaries({"a": st.text(), "b": st.integers() | st.none()})))
def test_rows_come_back(rows: list[dict[str, object]]) -> None:
    """What a spreadsheet reads is what was written, but for the sign that disarms a formula."""
    storable = [r for r in rows if "\x00" not in str(r["a"])]
    back = list(csv.DictReader(io.StringIO(csv_text(storable, ["a", "b"]), newline="")))
    assert [r["a"].removeprefix("'") for r in back] == [
        str(r["a"]).removeprefix("'") for r in storable
    ]


def test_json_lines_keep_order_and_script() -> None:
    assert jsonl_text([{"text": "联合国宪章", "symbol": None}]) == (
        '{"text":"联合国宪章","symbol":null}\n'
    )


def test_a_file_is_written_whole_or_not_at_all(sample: Graph, tmp_path: Path) -> None:
    target = tmp_path / "graph.csv"
    write_csv(sample, target)
    assert target.read_bytes().startswith(b"citing,cited,tie,function")
    assert [p.name for p in tmp_path.iterdir()] == ["graph.csv"]
    with pytest.raises(OutputError, match="cannot be written"):
        write_csv(sample, target / "graph.csv")
