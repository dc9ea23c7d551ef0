"""The packaged queries on the two documents of sample.ttl: expected rows, read off it by hand.

A/RES/99/1 (in Chinese) cites A/RES/98/7 (in English), which cites A/RES/70/1.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib

from recalling.graph import BASE
from recalling.store import load_graph, packaged_queries, packaged_query, run_query, to_rdflib
from recalling.store.packaged import bind

SAMPLE = Path(__file__).parents[1] / "graph" / "sample.ttl"
GUIDING = "instrument/guiding-principles-on-business-and-human-rights"
GENEVA = "instrument/geneva-declaration-of-principles"
UDHR = "instrument/universal-declaration-of-human-rights"
CHARTER = "instrument/charter-of-the-united-nations"

Case = tuple[str, dict[str, str], tuple[str, ...], list[tuple[str, ...]]]

# query, parameters, columns, expected rows in order
CASES: list[Case] = [
    (
        "cites",
        {"document": "A/RES/98/7"},
        ("symbol", "name", "kind", "citations"),
        [
            ("A/DEC/77/568", "", "decision", "1"),
            ("A/RES/70/1", "2030 Agenda for Sustainable Development", "resolution", "1"),
        ],
    ),
    (
        "cites",
        {"document": "A/RES/98/7", "language": "zh"},
        ("name", "kind"),
        [("", "决定"), ("2030年可持续发展议程", "决议")],
    ),
    (
        "cited-by",
        {"instrument": "A/RES/70/1"},
        ("document", "paragraph", "verb", "function", "quote"),
        [
            (
                "A/RES/98/7",
                "pp1",
                "Guided by",
                "guided by",
                "2030 Agenda for Sustainable Development",
            ),
            ("A/RES/99/1", "pp2", "又重申", "reaffirms", "第70/1号决议"),
            ("A/RES/99/1", "op4(b)", "促请", "calls upon", "《2030年议程》"),
        ],
    ),
    (
        "cited-by",
        {"instrument": "2030年议程"},
        ("document", "paragraph"),
        [("A/RES/98/7", "pp1"), ("A/RES/99/1", "pp2"), ("A/RES/99/1", "op4(b)")],
    ),
    (
        "cited-by",
        {"instrument": "charter-of-the-united-nations"},
        ("document", "paragraph", "cited"),
        [("A/RES/99/1", "pp1", CHARTER)],
    ),
    (
        "cited-by",
        {"instrument": "A/C.2/59/3"},
        ("paragraph", "cited", "function"),
        [("pp2", GENEVA, "recalls"), ("note2", "doc/A/C.2/59/3", "")],
    ),
    (
        "by-verb",
        {"function": "recalls"},
        ("document", "paragraph", "verb", "symbol"),
        [
            ("A/RES/98/7", "pp1", "recalling", "A/DEC/77/568"),
            ("A/RES/99/1", "pp1", "回顾", "A/RES/217(III)"),
            ("A/RES/99/1", "pp2", "回顾", "A/RES/98/7"),
            ("A/RES/99/1", "pp2", "回顾", "A/C.2/59/3"),
        ],
    ),
    (
        "by-verb",
        {"document": "A/RES/98/7"},
        ("function", "symbol"),
        [("guided by", "A/RES/70/1"), ("recalls", "A/DEC/77/568")],
    ),
    (
        "by-kind",
        {"kind": "resolution", "organ": "General Assembly"},
        ("symbol", "citations"),
        [("A/RES/70/1", "3"), ("A/RES/78/1", "1"), ("A/RES/98/7", "1")],
    ),
    (
        "by-kind",
        {"kind": "resolution", "organ": "Human Rights Council"},
        ("symbol",),
        [("A/HRC/RES/17/4",)],
    ),
    (
        "by-kind",
        {"kind": "条约", "language": "zh"},
        ("organ", "name"),
        [("联合国", "联合国宪章")],
    ),
    (
        "words",
        {"document": "A/RES/99/1", "instrument": "A/RES/217(III)"},
        ("paragraph", "quote", "verb", "text", "note"),
        [
            (
                "pp1",
                "《世界人权宣言》",
                "回顾",
                "重申国际法、特别是《联合国宪章》，并回顾《世界人权宣言》，",
                "第217 A (III)号决议。",
            ),
            ("note1", "第217 A (III)号决议", "", "第217 A (III)号决议。", ""),
        ],
    ),
    (
        "anticipated",
        {},
        ("document", "paragraph", "verb", "quote", "cited"),
        [("A/RES/99/1", "pp3", "期待", "最后报告", "report/hlab-ai/final")],
    ),
    (
        "only-in-footnotes",
        {},
        ("document", "symbol", "paragraph", "cited"),
        [("A/RES/99/1", "A/C.2/59/3", "note2", "doc/A/C.2/59/3")],
    ),
    (
        "rests-on",
        {"document": "A/RES/98/7"},
        ("through", "symbol"),
        [("A/RES/98/7", "A/DEC/77/568"), ("A/RES/98/7", "A/RES/70/1")],
    ),
    (
        "rests-on",
        {"document": "A/RES/99/1"},
        ("through", "cited"),
        [
            ("A/RES/98/7", "doc/A/DEC/77/568"),
            ("A/RES/98/7", "doc/A/RES/70/1"),
            ("A/RES/99/1", CHARTER),
            ("A/RES/99/1", "report/hlab-ai/final"),
            ("A/RES/99/1", "doc/A/C.2/59/3"),
            ("A/RES/99/1", GENEVA),
            ("A/RES/99/1", GUIDING),
            ("A/RES/99/1", "doc/A/HRC/RES/17/4"),
            ("A/RES/99/1", UDHR),
            ("A/RES/99/1", "doc/A/RES/70/1"),
            ("A/RES/99/1", "doc/A/RES/78/1"),
            ("A/RES/99/1", "doc/A/RES/98/7"),
        ],
    ),
    (
        "cited-together",
        {"instrument": "A/RES/70/1"},
        ("symbol", "paragraphs", "documents"),
        [
            ("A/C.2/59/3", "1", "1"),
            ("A/DEC/77/568", "1", "1"),
            ("A/RES/78/1", "1", "1"),
            ("A/RES/98/7", "1", "1"),
        ],
    ),
    (
        "reaffirmed",
        {},
        ("document", "paragraph", "verb", "cited"),
        [
            ("A/RES/99/1", "pp1", "重申", CHARTER),
            ("A/RES/99/1", "pp2", "又重申", "doc/A/RES/70/1"),
            ("A/RES/99/1", "pp2", "又重申", "doc/A/RES/78/1"),
        ],
    ),
    (
        "unresolved",
        {},
        ("document", "paragraph", "quote", "reason", "verb", "start", "end"),
        [("A/RES/99/1", "pp3", "《样例框架》", "unknown-name", "期待", "312", "318")],
    ),
    ("unresolved", {"document": "A/RES/98/7"}, ("quote",), []),
    (
        "named",
        {},
        ("document", "name", "kind", "paragraph", "quote"),
        [("A/RES/99/1", "AI for Good", "platform", "pp3", "人工智能造福人类")],
    ),
    (
        "relations",
        {},
        ("document", "paragraph", "subject", "relation", "object"),
        [("A/RES/99/1", "pp3", "doc/A/HRC/RES/17/4", "endorses", GUIDING)],
    ),
]
IDS = [f"{name}-{'-'.join(parameters.values()) or 'all'}" for name, parameters, _, _ in CASES]


def _short(value: object) -> str:
    return "" if value is None else str(value).removeprefix(BASE)


@pytest.fixture(scope="module")
def store():
    return load_graph(SAMPLE)


@pytest.fixture(scope="module")
def graph() -> rdflib.Graph:
    return to_rdflib(SAMPLE)


@pytest.mark.parametrize(("name", "parameters", "columns", "expected"), CASES, ids=IDS)
def test_oxigraph_answers(store, name, parameters, columns, expected):
    found = run_query(packaged_query(name).text, store, parameters)
    picked = [found.variables.index(column) for column in columns]
    assert [tuple(_short(row[i]) for i in picked) for row in found.rows] == expected


@pytest.mark.parametrize(("name", "parameters", "columns", "expected"), CASES, ids=IDS)
def test_rdflib_answers_the_same(graph, name, parameters, columns, expected):
    found = graph.query(bind(packaged_query(name).text, parameters))
    rows = [tuple(_short(row[column]) for column in columns) for row in found]
    assert sorted(rows) == sorted(expected)


def test_every_packaged_query_is_tested():
    """Here on one document or two, in test_many_documents.py on a small corpus."""
    others = Path(__file__).with_name("test_many_documents.py").read_text(encoding="utf-8")
    here = {name for name, *_ in CASES}
    names = {query.name for query in packaged_queries()}
    assert {name for name in names - here if f'"{name}"' not in others} == set()
    assert here <= names
