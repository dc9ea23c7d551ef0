"""Packaged queries: heads, parameters, and values that cannot become anything but values."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recalling.graph import PREFIXES
from recalling.model.errors import QueryError
from recalling.store import packaged_queries, packaged_query, run_query
from recalling.store.packaged import bind

QUERY = """\
SELECT ?wanted ?most {
  VALUES ?wanted { "default" }  # parameter
  VALUES ?most { 3 }  # parameter
  VALUES ?any { UNDEF }  # parameter
}
"""


def values(query: str) -> tuple[str | None, ...]:
    (row,) = ox.Store().query(query.replace("SELECT ?wanted ?most", "SELECT *"))
    return tuple(None if row[v] is None else row[v].value for v in ("wanted", "most", "any"))


def test_without_values_the_defaults_stand():
    assert bind(QUERY, {}) == QUERY
    assert values(QUERY) == ("default", "3", None)


def test_values_replace_defaults():
    assert values(bind(QUERY, {"wanted": "A/RES/70/1", "most": "5", "any": "x"})) == (
        "A/RES/70/1",
        "5",
        "x",
    )


def test_the_empty_value_means_any():
    assert values(bind(QUERY, {"wanted": ""})) == (None, "3", None)


@pytest.mark.parametrize(
    "value",
    [
        '" } ?s ?p ?o VALUES ?x { "',
        "'''",
        "\\",
        '\\"',
        "\\u0022 } SERVICE <http://e/> { } #",
        "line\nVALUES ?most { 9 }  # parameter",
        "\x00",
        "}",
        "# parameter",
    ],
)
def test_a_value_is_never_anything_but_a_value(value):
    assert values(bind(QUERY, {"wanted": value})) == (value, "3", None)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))
def test_any_text_is_a_value(value):
    assert values(bind(QUERY, {"wanted": value, "any": value})) == (value, "3", value)


@pytest.mark.parametrize("value", ["x", "1 } #", "1.5", "٣", "9" * 30])
def test_a_number_is_a_number(value):
    with pytest.raises(QueryError, match="is a number"):
        bind(QUERY, {"most": value})


def test_a_parameter_that_is_not_there_is_said_so():
    with pytest.raises(QueryError, match="no parameter colour: its parameters are wanted"):
        bind(QUERY, {"colour": "red"})


def test_an_unknown_query_is_answered_with_those_there_are():
    with pytest.raises(QueryError, match="cited-by"):
        packaged_query("nonsense")


def test_every_question_is_asked_in_english_and_chinese():
    queries = packaged_queries()
    assert len(queries) >= 11
    for query in queries:
        assert query.question.endswith("?")
        assert query.question_zh.endswith("？")
        assert all(parameter.meaning for parameter in query.parameters)


@pytest.mark.parametrize("query", packaged_queries(), ids=lambda query: query.name)
def test_a_query_declares_its_prefixes_and_runs_as_it_stands(query):
    ox.Store().query(query.text)  # a prefix that is not declared would not parse
    for prefix, namespace in PREFIXES.items():
        if f"PREFIX {prefix}:" in query.text:
            assert f"PREFIX {prefix}: <{namespace}>" in query.text


def test_a_name_with_quotation_marks_can_be_asked_for():
    query = packaged_query("cited-by").text
    assert len(run_query(query, ox.Store(), {"instrument": 'the "Protect" } framework'})) == 0
