"""The shapes: a graph that fits, and for each demand one that does not, in words."""

from __future__ import annotations

import tomllib
from pathlib import Path

import msgspec
import pytest
import rdflib

from recalling.graph import check_graph, ntriples
from recalling.graph.vocabulary import BASE
from recalling.model.errors import GraphError

SAMPLE = Path(__file__).with_name("sample.ttl").read_text("utf-8")


def findings(text: str) -> list[str]:
    graph = rdflib.Graph().parse(data=text, format="turtle", publicID=BASE)
    return [str(finding) for finding in check_graph(graph)]


def test_the_sample_fits():
    assert findings(SAMPLE) == []


def test_what_assemble_makes_fits(case):
    graph = rdflib.Graph().parse(data=ntriples(case.triples()), format="nt")
    assert check_graph(graph) == ()


def test_two_languages_of_one_work_fit_together(case):
    document = msgspec.structs.replace(case.document, language="ar", name="A_RES_78_265.ar.txt")
    other = msgspec.structs.replace(case, document=document)
    graph = rdflib.Graph().parse(data=ntriples(case.triples() + other.triples()), format="nt")
    assert check_graph(graph) == ()


FAULTS = tomllib.loads(Path(__file__).with_name("faults.toml").read_text("utf-8"))


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_found_and_said_in_words(fault):
    stands, instead, says = (FAULTS[fault][part] for part in ("stands", "instead", "says"))
    assert stands in SAMPLE
    found = findings(SAMPLE.replace(stands, instead, 1))
    assert any(says in sentence for sentence in found), found
    assert all(sentence.startswith("<http") and sentence.endswith(".") for sentence in found)


def test_a_graph_that_is_none_of_ours_cannot_be_checked():
    with pytest.raises(GraphError, match="no text of a resolution"):
        findings("<http://x/a> <http://x/b> <http://x/c> .")
