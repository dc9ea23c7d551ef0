"""Terms as N-Triples writes them."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recalling.graph.terms import day, literal

XSD = "http://www.w3.org/2001/XMLSchema#"


@given(st.text())
def test_any_text_comes_back_from_a_literal(text):
    line = f"<http://x/s> <http://x/p> {literal(text)} ."
    (quad,) = ox.parse(line, format=ox.RdfFormat.N_TRIPLES)
    assert quad.object.value == "".join(
        "\ufffd" if "\ud800" <= sign <= "\udfff" else sign for sign in text
    )


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("2015-09-25", f"^^<{XSD}date>"),
        ("2015-09", f"^^<{XSD}gYearMonth>"),
        ("2015", f"^^<{XSD}gYear>"),
        ("2015-02-30", ""),
        ("2015-13", ""),
        ("soon", ""),
    ],
)
def test_a_date_is_as_precise_as_it_is_stated(text, type_):
    assert day(text) == f'"{text}"{type_}'
