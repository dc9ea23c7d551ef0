"""IRIs: one spelling for one thing, whatever a symbol or label holds."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from recalling.graph.identifiers import document_link, fragment, instrument_iri, slug


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("doc/A/RES/70/1", "doc/A/RES/70/1"),
        ("doc/S/RES/1325(2000)", "doc/S/RES/1325(2000)"),
        ("doc/A/CONF.151/26/Rev.1(Vol.I)", "doc/A/CONF.151/26/Rev.1(Vol.I)"),
        ("doc/A/78/6 (Sect. 3)/Add.1", "doc/A/78/6%20(Sect.%203)/Add.1"),
        ("doc/A/RES/78/1#annex", "doc/A/RES/78/1#annex"),
        ("text/../../x", "text/%2E./%2E./x"),
        ("text/répété", "text/r%C3%A9p%C3%A9t%C3%A9"),
    ],
)
def test_an_instrument_is_addressed_by_its_key(key, expected):
    assert instrument_iri(key) == "https://w3id.org/recalling/" + expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("pp2", "pp2"),
        ("op4(b)", "op4-b"),
        ("op4(b)(ii)", "op4-b-ii"),
        ("annex1:p3", "annex1:p3"),
        ("s2.op1", "s2.op1"),
        ("B:op1", "B:op1"),
    ],
)
def test_a_label_becomes_a_fragment(label, expected):
    assert fragment(label) == expected


def test_a_document_is_looked_up_at_the_united_nations():
    assert document_link("A/RES/217(III)", "en") == "https://docs.un.org/en/A/RES/217(III)"


def test_a_slug_is_never_empty():
    assert slug("doc/A/RES/74/1") == "A-RES-74-1"
    assert slug("中") == "it"


@given(st.text(max_size=30))
def test_any_key_gives_an_iri_that_rdflib_and_oxigraph_take(key):
    key = key.encode("utf-8", "ignore").decode()
    iri = instrument_iri("doc/" + key)
    assert iri.isascii()
    line = f"<{iri}> <http://x/p> <{iri}> ."
    (quad,) = ox.parse(line, format=ox.RdfFormat.N_TRIPLES)
    assert quad.subject.value == iri
    (read,) = rdflib.Graph().parse(data=line, format="nt").subjects()
    assert str(read) == iri
