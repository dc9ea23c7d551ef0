"""Places: from the text as given back to the mended words, and from markers to notes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from recalling.graph.places import Places, _offset
from recalling.model import Cover, Document, Flow, Paragraph, Span

# "第 70/125 号" ‖ note and page break ‖ "决议" (pp3 of A/RES/78/265)
TEXT = "第 70/125 号\n\n¹ 第 217 A (III) 号决议。\n\n决议，"
FLOW = Flow("第70/125号决议，", (0, 1, 8), (0, 2, 34))


def places() -> Places:
    note = Paragraph("annex1:note2", "note", Span(12, 30), Flow("x", (0,), (12,)), number="2")
    other = Paragraph("note2", "note", Span(12, 30), Flow("x", (0,), (12,)), number="2")
    return Places(
        Document(
            name="x.txt",
            text=TEXT,
            language="zh",
            cover=Cover(symbol="A/RES/1/1"),
            paragraphs=(Paragraph("pp3", "pp", Span(0, 37), FLOW), note, other),
        )
    )


def test_words_cut_in_two_are_read_as_one():
    assert TEXT[34:36] == "决议"
    assert places().words("pp3", Span(0, 36)) == "第70/125号决议"
    assert places().words("pp3", Span(2, 8)) == "70/125"


def test_a_stretch_of_what_was_cut_out_has_no_words_of_its_own():
    assert places().words("pp3", Span(12, 20)) in {"", "决"}
    assert places().words("none", Span(0, 2)) == ""


def test_a_marker_calls_the_note_of_its_own_annex():
    annexed = "<https://w3id.org/recalling/doc/A/RES/1/1/zh#annex1:note2>"
    assert places().note("annex1:p3", "2") == annexed
    assert places().note("annex1:p3", "annex1:note2") == annexed
    assert places().note("pp3", "2") == "<https://w3id.org/recalling/doc/A/RES/1/1/zh#note2>"
    assert places().note("annex2:p1", "2") == "<https://w3id.org/recalling/doc/A/RES/1/1/zh#note2>"
    assert places().note("pp3", "9") is None


@given(st.integers(0, len(FLOW.text) - 1))
def test_the_way_to_the_text_and_back_is_the_same(at):
    assert _offset(FLOW, FLOW.source(at)) == at
