"""The ontology: every term used is defined, in six languages, and every term borrowed exists."""

from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from recalling.graph.verbs import verbs_turtle
from recalling.graph.vocabulary import PREFIXES, REC, camel
from recalling.graph.words import functions

ROOT = Path(__file__).parents[2]
ONTOLOGY = ROOT / "ontology"
SIX = {"ar", "en", "es", "fr", "ru", "zh"}
RDFS = "http://www.w3.org/2000/01/rdf-schema#"


def load(path: Path) -> ox.Store:
    store = ox.Store()
    store.load(path=str(path), format=ox.RdfFormat.TURTLE)
    return store


def rec_terms(store: ox.Store) -> set[str]:
    return {
        term.value.removeprefix(REC)
        for quad in store
        for term in (quad.subject, quad.predicate, quad.object)
        if isinstance(term, ox.NamedNode) and term.value.startswith(REC)
    }


def defined() -> set[str]:
    terms = set()
    for name in ("recalling.ttl", "verbs.ttl"):
        for quad in load(ONTOLOGY / name):
            if quad.subject.value.startswith(REC):
                terms.add(quad.subject.value.removeprefix(REC))
    return terms


@pytest.mark.parametrize("property_", ["label", "comment"])
def test_every_term_is_explained_in_six_languages(property_):
    store = load(ONTOLOGY / "recalling.ttl")
    terms = {q.subject for q in store if q.subject.value.startswith(REC)}
    assert len(terms) > 70
    for term in terms:
        said = [
            q.object for q in store.quads_for_pattern(term, ox.NamedNode(RDFS + property_), None)
        ]
        assert sorted(o.language for o in said) == sorted(SIX), term
        assert all(o.value.strip() for o in said), term


def test_every_term_of_the_graph_is_defined(case):
    used = {
        match
        for triple in case.triples()
        for term in triple
        for match in re.findall(rf"^<{re.escape(REC)}([^>]+)>$", term)
    }
    assert len(used) > 40
    assert used - defined() == set()


@pytest.mark.parametrize(
    "path",
    [
        ONTOLOGY / "shapes.ttl",
        ONTOLOGY / "kinds.ttl",
        ROOT / "tests" / "graph" / "sample.ttl",
        *sorted((ONTOLOGY / "authority").glob("*.ttl")),
    ],
    ids=lambda path: path.name,
)
def test_every_term_of_a_file_is_defined(path):
    assert rec_terms(load(path)) - defined() == set()


def test_every_term_of_a_query_is_defined():
    known = defined()
    for path in sorted((ROOT / "queries").glob("*.rq")):
        assert set(re.findall(r"\brec:(\w+)", path.read_text("utf-8"))) <= known, path.name


def test_the_properties_of_verbs_are_made_from_the_functions():
    assert (ONTOLOGY / "verbs.ttl").read_text("utf-8") == verbs_turtle(), (
        "python -m recalling.graph.verbs > ontology/verbs.ttl"
    )
    assert {camel(id_) for id_ in functions()} <= defined()


BORROWED = ("cito", "fabio", "undo")


@pytest.mark.parametrize("prefix", BORROWED)
def test_every_borrowed_term_exists(prefix, shared, case):
    published = {
        q.subject.value
        for q in load(shared / "vocab" / f"{prefix}.ttl")
        if isinstance(q.subject, ox.NamedNode)
    }
    used = set()
    for name in ("recalling.ttl", "verbs.ttl", "functions.ttl"):
        for quad in load(ONTOLOGY / name):
            used |= {
                t.value for t in (quad.subject, quad.predicate, quad.object)
                if isinstance(t, ox.NamedNode)
            }  # fmt: skip
    used |= {term[1:-1] for triple in case.triples() for term in triple if term[0] == "<"}
    borrowed = {term for term in used if term.startswith(PREFIXES[prefix])}
    borrowed.discard(PREFIXES[prefix])  # the vocabulary itself
    assert borrowed
    assert borrowed - published == set()
