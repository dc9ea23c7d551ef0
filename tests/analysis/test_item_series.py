"""The series of a recurring item: by title and citation, and by the rows in which texts cite."""

from __future__ import annotations

import pytest

from recalling.analysis import lineage, open_corpus

TITLE = "International trade and development"


@pytest.fixture
def item(made):
    """Two years of an item; the second recalls "74/201, 75/203", and 70/1 by name beside them."""
    made.document("A/RES/75/203", date="2020-12-21", title=TITLE)
    made.document("A/RES/76/190", date="2021-12-17", title=TITLE)
    made.cite("A/RES/76/190", "A/RES/74/201", "74/201", languages=["en"], date="2019-12-19")
    made.cite("A/RES/76/190", "A/RES/75/203", "75/203", languages=["en"], date="2020-12-21")
    made.cite("A/RES/76/190", "A/RES/70/1", "70/1", languages=["en"])
    made.lines.append(
        "<https://w3id.org/recalling/doc/A/RES/70/1> skos:prefLabel "
        '"2030 Agenda for Sustainable Development"@en .'
    )
    return made


def members(made, tmp_path, symbol="A/RES/76/190"):
    found = lineage(open_corpus(made.write(tmp_path)), symbol).series
    return [(step.document, step.through, step.evidence) for step in found]


def test_what_stands_in_a_row_with_an_earlier_one_is_of_the_series(item, tmp_path):
    assert members(item, tmp_path) == [
        ("A/RES/74/201", "A/RES/76/190", "en pp1: Recalling “74/201”"),
        ("A/RES/75/203", "", ""),
        ("A/RES/76/190", "A/RES/75/203", "en pp1: Recalling “75/203”"),
    ]


def test_it_is_the_same_series_from_each_of_its_documents(item, tmp_path):
    assert members(item, tmp_path, "A/RES/75/203") == members(item, tmp_path)


@pytest.mark.parametrize(
    ("cited", "quote", "paragraph"),
    [
        ("A/RES/74/270", "74/270", "pp5"),  # another paragraph
        ("A/HRC/RES/51/4", "51/4", "pp1"),  # another organ
        ("A/77/33", "A/77/33", "pp1"),  # no resolution
    ],
)
def test_what_does_not_stand_in_the_row_is_not(item, tmp_path, cited, quote, paragraph):
    before = members(item, tmp_path)
    item.cite("A/RES/76/190", cited, quote, languages=["en"], paragraph=paragraph)
    assert members(item, tmp_path) == before


def test_a_row_ends_where_other_words_stand_between(item, tmp_path):
    before = members(item, tmp_path)
    item._at += 100  # code points
    item.cite("A/RES/76/190", "A/RES/60/1", "60/1", languages=["en"])
    assert members(item, tmp_path) == before


def test_another_organ_has_a_series_of_its_own(item, tmp_path):
    """The Economic and Social Council's resolutions of the same title, which 76/190 cites."""
    item.document("E/RES/2021/17", organ="ecosoc", date="2021-06-25", title=TITLE)
    item.cite("A/RES/76/190", "E/RES/2021/17", "2021/17", languages=["en"], paragraph="op1")
    assert "E/RES/2021/17" not in {document for document, *_ in members(item, tmp_path)}
