"""Counts, lineage, differences and ranks of a graph whose answers can be read off by hand."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from recalling.analysis import (
    Difference,
    compare,
    compare_report,
    lineage,
    lineage_report,
    open_corpus,
    rank,
    report_page,
    statistics,
    stats_report,
    write_ranking,
)
from recalling.analysis.compare import Side
from recalling.model.errors import GraphError
from recalling.pipeline import Options, build_store, find_inputs
from recalling.store import run_query, statements_folder

EXAMPLE = Path(__file__).resolve().parents[2] / "src/recalling/examples/A_RES_78_265.zh.txt"


@pytest.fixture
def corpus(made, tmp_path):
    """77/172 cites 74/227, which cites 53/24; all three are on mountains, 76/1 is not."""
    title = "Sustainable mountain development"
    made.document("A/RES/77/172", date="2022-12-14", title=title)
    made.document("A/RES/74/227", date="2019-12-19", title=title)
    made.document("A/RES/76/1", date="2021-10-01", title=title, languages=["en"])
    made.cite("A/RES/77/172", "A/RES/74/227", "74/227", function="reaffirms")
    made.cite("A/RES/77/172", "A/RES/70/1", "70/1", paragraph="pp2")
    made.cite("A/RES/74/227", "A/RES/53/24", "53/24", date="1998-11-10")
    made.cite("A/RES/74/227", "A/RES/70/1", "70/1", function="reaffirms", paragraph="pp2")
    made.lines.append(
        '<https://w3id.org/recalling/doc/A/RES/53/24> dcterms:date "1998-11-10"^^xsd:date .'
    )
    return open_corpus(made.write(tmp_path))


def test_statistics_count_documents_once(corpus):
    found = statistics(corpus)
    size = {one.what: one.count for one in found.size}
    assert size["documents with their text"] == 3
    assert size["texts in a language"] == 13
    assert size["citations identified"] == 24
    assert size["ties between documents"] == 4
    assert (found.most_cited[0].what, found.most_cited[0].count) == ("A/RES/70/1", 2)
    assert found.most_cited[0].example == "A/RES/77/172"
    assert {one.what: one.count for one in found.most_reaffirmed} == {
        "A/RES/74/227": 1, "A/RES/70/1": 1,
    }  # fmt: skip
    assert [(one.what, one.count) for one in found.years] == [("2019", 1), ("2021", 1), ("2022", 1)]
    assert {one.what: one.count for one in found.verbs} == {"recalls": 12, "reaffirms": 12}


def test_lineage_goes_back_to_the_oldest(corpus):
    found = lineage(corpus, "A/RES/77/172")
    assert [step.document for step in found.oldest] == [
        "A/RES/77/172", "A/RES/74/227", "A/RES/53/24",
    ]  # fmt: skip
    assert found.oldest[1].evidence == "en pp1: Recalling “74/227”"
    assert {(s.document, s.steps) for s in found.rests_on} == {
        ("A/RES/74/227", 1), ("A/RES/70/1", 1), ("A/RES/53/24", 2),
    }  # fmt: skip
    assert found.rested_on_by == ()


def test_lineage_says_what_rests_on_it(corpus):
    found = lineage(corpus, "A/RES/53/24", steps=2)
    assert [(s.document, s.steps, s.through) for s in found.rested_on_by] == [
        ("A/RES/74/227", 1, "A/RES/53/24"),
        ("A/RES/77/172", 2, "A/RES/74/227"),
    ]


def test_a_series_is_tied_by_citations_and_not_by_title_alone(corpus):
    series = lineage(corpus, "A/RES/77/172").series
    assert [(step.document, step.through) for step in series] == [
        ("A/RES/74/227", ""), ("A/RES/77/172", "A/RES/74/227"),
    ]  # fmt: skip


def test_two_documents_differ_in_what_and_under_which_verb(corpus):
    rows = {row.cited: row for row in compare(corpus, "A/RES/77/172", "A/RES/74/227")}
    assert {cited: row.what for cited, row in rows.items()} == {
        "A/RES/70/1": "verb",
        "A/RES/74/227": "only the first",
        "A/RES/53/24": "only the second",
    }
    assert rows["A/RES/70/1"].first.functions == ("recalls",)
    assert rows["A/RES/70/1"].second.functions == ("reaffirms",)


def test_of_a_difference_in_verbs_the_evidence_is_what_differs(made, tmp_path):
    """Both recall it; one of them reaffirms it as well."""
    for symbol in ("A/RES/76/1", "A/RES/77/1"):
        made.document(symbol, languages=["en"])
        made.cite(symbol, "A/RES/70/1", "70/1", languages=["en"])
    made.cite(
        "A/RES/77/1", "A/RES/70/1", "2030 Agenda", languages=["en"],
        function="reaffirms", paragraph="op2",
    )  # fmt: skip
    (row,) = compare(open_corpus(made.write(tmp_path)), "A/RES/76/1", "A/RES/77/1")
    assert (row.first.functions, row.first.evidence) == (("recalls",), ())
    assert row.second.functions == ("reaffirms", "recalls")
    assert row.second.evidence == ("en op2: Recalling “2030 Agenda”",)


def test_two_languages_that_cite_alike_differ_in_nothing(corpus):
    assert compare(corpus, "A/RES/77/172/en", "A/RES/77/172/zh") == ()
    same = compare(corpus, "A/RES/77/172/en", "A/RES/77/172/zh", same=True)
    assert {row.cited for row in same} == {"A/RES/74/227", "A/RES/70/1"}


@pytest.mark.parametrize(
    ("symbol", "why"),
    [
        ("A/RES/1/1", "is not in this graph"),
        ("A/RES/53/24", "from citations only"),
        ("A/RES/76/1/fr", "is here in en and not in fr"),
    ],
)
def test_what_cannot_be_compared_is_said(corpus, symbol, why):
    with pytest.raises(GraphError, match=why):
        compare(corpus, "A/RES/77/172", symbol)


def test_the_most_cited_ranks_highest(corpus):
    ranking = rank(corpus)
    assert ranking.things[0].document.endswith("A/RES/70/1")
    assert ranking.things[0].cited_by == 2
    assert sum(one.rank for one in ranking.things) == pytest.approx(1, abs=1e-6)
    sizes = Counter(one.community for one in ranking.things)
    assert sizes[1] == max(sizes.values())


def test_ranks_become_a_graph_of_their_own_and_replace_the_last(tmp_path):
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "a.txt").write_bytes(EXAMPLE.read_bytes())
    store = tmp_path / "store"
    build_store(store, find_inputs([texts]), Options(), jobs=1)
    for _ in range(2):
        write_ranking(store, rank(open_corpus(store)))
    rows = run_query(
        "SELECT (COUNT(?x) AS ?n) { GRAPH <https://w3id.org/recalling/graph/ranking> "
        "{ ?x rec:rank ?r } }",
        statements_folder(store),
    ).texts()
    assert list(rows) == [(str(len(rank(open_corpus(store)).things)),)]
    report = build_store(store, find_inputs([texts]), Options(), jobs=1)
    assert (report.worked, report.unchanged) == (0, 1)


def test_a_ranking_needs_a_store(corpus, tmp_path):
    with pytest.raises(GraphError, match="holds no store"):
        write_ranking(tmp_path / "none", rank(corpus))


def test_a_table_shows_the_evidence_of_one_language():
    """The others say the same in other words; JSON and CSV have all."""
    evidence = ("ar pp1: x", "en pp1: y", "en op3: z")
    row = Difference("A/RES/70/1", "", "verb", Side((), evidence), Side((), ("zh pp1: a",)))
    report = compare_report([row], "one", "two")
    (shown,) = report.lists[0].rows
    assert (shown["one"], shown["two"]) == ("en pp1: y; en op3: z (2 languages)", "zh pp1: a")
    assert report.flat[0]["first_evidence"] == "ar pp1: x; en pp1: y; en op3: z"


def test_a_report_names_its_lists(corpus):
    """In a spreadsheet all lists stand below each other."""
    counted = stats_report(statistics(corpus))
    assert {"list": "most_cited", "what": "A/RES/70/1", "count": 2, "example": "A/RES/77/172"} in (
        counted.flat
    )
    followed = lineage_report(lineage(corpus, "A/RES/77/172"))
    assert [row["document"] for row in followed.flat if row["list"] == "oldest"] == [
        "A/RES/77/172", "A/RES/74/227", "A/RES/53/24",
    ]  # fmt: skip


def test_every_report_is_a_page(corpus):
    for report, words in (
        (stats_report(statistics(corpus)), "most cited (3)"),
        (lineage_report(lineage(corpus, "A/RES/77/172")), "the series of its item (2)"),
        (
            compare_report(compare(corpus, "A/RES/77/172", "A/RES/74/227"), "a", "b"),
            "only the first",
        ),
        (compare_report((), "a", "b"), "Nothing was found."),
    ):
        page = report_page(report)
        assert words in page
        assert "<script" not in page


def test_a_pair_is_cited_together_by_two_documents(made, tmp_path):
    """What one document alone cites side by side is no pair."""
    for citing in ("A/RES/77/1", "A/RES/77/2"):
        made.document(citing)
        made.cite(citing, "A/RES/70/1", "resolution 70/1")
        made.cite(citing, "A/RES/69/313", "resolution 69/313")
    made.cite("A/RES/77/1", "A/RES/60/1", "resolution 60/1")
    (pair,) = rank(open_corpus(made.write(tmp_path))).pairs
    assert {one.rsplit("/doc/", 1)[-1] for one in (pair.first, pair.second)} == {
        "A/RES/69/313", "A/RES/70/1",
    }  # fmt: skip
    assert pair.documents == 2
