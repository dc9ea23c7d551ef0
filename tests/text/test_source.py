"""Mending keeps the way back: what the flow says is what stands at its offsets."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recalling.model import Span
from recalling.text import mend, read_source


def mended(text: str) -> str:
    return mend(read_source(text), [Span(0, len(text))])[0].text


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("第 ７０／１ 号决议", "第70/1号决议"),
        ("2015 年 9 月 25 日题为", "2015年9月25日题为"),
        ("第 217 A (III) 号决议。", "第217 A (III)号决议。"),
        ("见 [A/C.2/59/3](#)，附件。", "见A/C.2/59/3，附件。"),
        ("1. **决心**弥合", "1. 决心弥合"),
        ("A/RES/77\u20111 of 15\u00a0December", "A/RES/77-1 of 15 December"),
        ("res\u00adolution", "resolution"),
        ("\u200fالقرار\u200f ٧٠/١", "القرار 70/1"),
        ("الأمــم المتحـدة يُطلب", "الأمم المتحدة يطلب"),
        ("Assemble\u0301e ge\u0301ne\u0301rale", "Assemblée générale"),
        ("the  General\n Assembly", "the General Assembly"),
        ("\n## 77/1. The *Treaty Series*", "77/1. The Treaty Series"),
        ("\n_Recalling_ it,[^12] and", "Recalling it,¹² and"),
        ("\n1\\. *Decides* to co\\-operate", "1. Decides to co-operate"),
        ("\n> *The General Assembly*,", "The General Assembly,"),
        ("\n* A (Ghana)*, B (Chile)*, C (Fiji)*", "* A (Ghana)*, B (Chile)*, C (Fiji)*"),
        ("\n**大会**又*重申*其决议", "大会又重申其决议"),
        (
            "\n* Reissued on 3 May*. See A/77/50* and L.1*.",
            "* Reissued on 3 May*. See A/77/50* and L.1*.",
        ),
    ],
)
def test_signs_of_one_form(given_text: str, expected: str) -> None:
    assert mended(given_text) == expected


def test_the_offsets_lead_back_across_a_page_break() -> None:
    text = "第 70/125 号\n\n¹ 第 217 A (III) 号决议。\n\n决议，包括"
    first = Span(0, text.index("号\n") + 1)
    second = Span(text.index("决议，包括"), len(text))
    flow, _ = mend(read_source(text), [first, second])
    assert flow.text == "第70/125号决议，包括"
    place = flow.text.index("70/125号决议")
    span = flow.span(place, place + len("70/125号决议"))
    assert text[span.start : span.start + 6] == "70/125"
    assert text[span.end - 2 : span.end] == "决议"


def test_markers_leave_the_flow_and_say_where_they_stood() -> None:
    text = "《突尼斯承诺》⁴和《信息社会突尼斯议程》，⁵以及"
    marks = [Span(text.index("⁴"), text.index("⁴") + 1), Span(text.index("⁵"), text.index("⁵") + 1)]
    flow, places = mend(read_source(text), [Span(0, len(text))], marks)
    assert flow.text == "《突尼斯承诺》和《信息社会突尼斯议程》，以及"
    assert [flow.text[:place][-1] for place in places] == ["》", "，"]


def test_a_word_cut_in_two_is_joined_without_a_space() -> None:
    text = "18. A\n\nlso emphasizes"
    second = text.index("lso")
    flow, _ = mend(
        read_source(text), [Span(0, 5), Span(second, len(text))], tight=frozenset({second})
    )
    assert flow.text == "18. Also emphasizes"


@given(st.text(max_size=200))
def test_any_text_keeps_its_length_when_levelled(text: str) -> None:
    source = read_source(text)
    assert len(source.level) == len(text)
    assert source.text == text


@given(st.text(alphabet="ab １²é[](#)*\u00ad\u200f第决，\u0301", max_size=60))
def test_every_sign_of_the_flow_leads_into_the_text(text: str) -> None:
    flow, _ = mend(read_source(text), [Span(0, len(text))])
    places = [flow.source(at) for at in range(len(flow.text))]
    assert all(0 <= place < len(text) for place in places)
    assert places == sorted(places)


@pytest.mark.parametrize(
    "hostile", ["[", "[a](", "**a ", "\n*a ", "*a*", "\n[^1]", "\\.", " ", "\n ", "第 ", "e\u0301"]
)
def test_hostile_text_is_levelled_in_linear_time(hostile: str) -> None:
    def seconds(count: int) -> float:
        text = hostile * count
        begin = time.process_time()
        read_source(text)
        return time.process_time() - begin

    seconds(10_000)
    once, twice = (min(seconds(count), seconds(count)) for count in (60_000, 120_000))
    assert twice < 3.5 * once + 0.05  # four times would be quadratic


def test_a_dash_at_a_line_end_stands_apart_and_a_hyphen_does_not() -> None:
    """A/RES/75/239 in Arabic: "37 -" alone on a line, and "peace-" at the end of another."""
    dash, hyphen = read_source("37 -\nتشجع"), read_source("peace-\nkeeping")
    assert mend(dash, [Span(0, 4), Span(5, 9)])[0].text == "37 - تشجع"
    assert mend(hyphen, [Span(0, 6), Span(7, 14)])[0].text == "peace-keeping"
