"""Records: what `extract` and `outline` write of the bundled resolution, by hand from its text."""

from __future__ import annotations

from pathlib import Path

import pytest

from recalling import pipeline
from recalling.pipeline import records

EXAMPLE = Path(__file__).resolve().parents[2] / "src/recalling/examples/A_RES_78_265.zh.txt"
FIELDS = (
    "document language paragraph start end text symbol part instrument kind verb function note "
    "how date title unresolved"
)
OUTLINE_FIELDS = ("label", "role", "start", "end", "verb", "function", "notes")


@pytest.fixture(scope="module")
def processed() -> pipeline.Processed:
    return pipeline.process(pipeline.read_input(str(EXAMPLE), pipeline.Options()))


@pytest.fixture(scope="module")
def rows(processed: pipeline.Processed) -> tuple[records.Record, ...]:
    return records.citation_records(processed.document, processed.resolution)


def test_the_fields_are_those_of_the_contract() -> None:
    """Other tools read these names."""
    assert records.Record.__struct_fields__ == tuple(FIELDS.split())
    assert records.OutlineRecord.__struct_fields__ == OUTLINE_FIELDS


def test_text_is_what_stands_at_the_offsets(rows: tuple[records.Record, ...]) -> None:
    """Code points of the file as it is, except where a page break cuts a mention."""
    text = EXAMPLE.read_text(encoding="utf-8")
    for row in rows:
        if row.symbol != "A/RES/70/125":
            assert text[row.start : row.end] == row.text


def test_a_mention_cut_by_a_page_break_is_whole(rows: tuple[records.Record, ...]) -> None:
    """第 70/125 号 ‖ 决议: footnote 1 stands between the two halves in the file."""
    (row,) = [r for r in rows if r.symbol == "A/RES/70/125"]
    assert "217" not in row.text
    assert row.paragraph == "pp3"


def test_a_record_of_a_resolution(rows: tuple[records.Record, ...]) -> None:
    """pp11 of the text: 其题为“未来峰会的方式和范围”的 2022 年 9 月 8 日第 76/307 号决议."""
    (row,) = [r for r in rows if r.symbol == "A/RES/76/307"]
    assert (row.document, row.language, row.paragraph) == ("A/RES/78/265", "zh", "op11")
    assert row.instrument == "https://w3id.org/recalling/doc/A/RES/76/307"
    assert (row.kind, row.verb, row.function) == ("resolution", "回顾", "recalls")
    assert (row.date, row.title) == ("2022-09-08", "未来峰会的方式和范围")
    assert row.unresolved is None


def test_the_footnote_of_a_mention_is_a_number(rows: tuple[records.Record, ...]) -> None:
    """人权理事会 2011 年 6 月 16 日第 17/4 号决议⁷."""
    (row,) = [r for r in rows if r.symbol == "A/HRC/RES/17/4"]
    assert row.note == 7


def test_rows_stand_in_the_order_of_the_text(rows: tuple[records.Record, ...]) -> None:
    """By their place in the file, which puts notes where they stand."""
    assert [r.start for r in rows] == sorted(r.start for r in rows)


def test_the_outline_has_every_paragraph_and_note(processed: pipeline.Processed) -> None:
    """9 preambular and 13 operative paragraphs, 10 footnotes; op6 has the points (a) to (q)."""
    outline = records.outline_records(processed.document, processed.finding)
    labels = [row.label for row in outline]
    assert [x for x in labels if x.startswith("pp")] == [f"pp{n}" for n in range(1, 10)]
    assert {f"op{n}" for n in range(1, 14)} <= set(labels)
    assert {f"op6({letter})" for letter in "abcdefghijklmnopq"} <= set(labels)
    assert {x for x in labels if x.startswith("note")} == {f"note{n}" for n in range(1, 11)}
    by_label = {row.label: row for row in outline}
    assert by_label["pp4"].notes == ("note6", "note7", "note8")
    assert (by_label["pp2"].verb, by_label["pp2"].function) == ("又重申", "reaffirms")
    assert (by_label["op4"].verb, by_label["op4"].function) == ("促请", "calls upon")
    assert by_label["op4(b)"].verb is None


def test_labels_of_functions_are_those_of_the_scheme() -> None:
    """The English label of each concept of ontology/functions.ttl is what records say."""
    import rdflib

    from recalling.model.resources import resource

    scheme = rdflib.Graph().parse(resource("ontology", "functions.ttl"))
    concepts = list(scheme.subjects(rdflib.RDF.type, rdflib.SKOS.Concept))
    assert len(concepts) > 20
    for concept in concepts:
        (label,) = (o for o in scheme.objects(concept, rdflib.SKOS.prefLabel) if o.language == "en")
        assert records.function_label(concept.rpartition("/")[2]) == str(label)
