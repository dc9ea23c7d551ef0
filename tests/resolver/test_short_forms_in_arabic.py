"""Arabic has no capitals: gender, articles and what stands before tell a short form."""

from __future__ import annotations

import pytest
from tests.worded import resolved, worded

_PLAN = "وإذ تشير إلى خطة عام 2030، وإذ تشدد على "
_STRATEGY = "وإذ تشير إلى استراتيجية الأمم المتحدة العالمية لمكافحة الإرهاب و"


def _cited(text: str) -> list[tuple[str, str, str | None]]:
    """The words of each citation but the first, what it cites, and the part."""
    citations = resolved(worded(text, "ar")).citations
    return [(c.mention.surface, c.instrument.key, c.part) for c in citations[1:]]


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        # A/RES/77/109: the provisions, not the Charter, are "related to"
        (
            "إذ تشير إلى ميثاق الأمم المتحدة وأحكام الميثاق المتصلة بتقديم المساعدة إلى الدول،",
            [("الميثاق", "instrument/charter-of-the-united-nations", None)],
        ),
        # A/RES/76/262
        (
            "إذ تشير إلى ميثاق الأمم المتحدة وإلى المادة 27 من الميثاق التي تتعلق بالتصويت،",
            [("الميثاق", "instrument/charter-of-the-united-nations", "art. 27")],
        ),
        # A/HRC/RES/54/14: an effect is positive
        (
            "وإذ يشير إلى اتفاقية حقوق الطفل وإلى أثر الاتفاقية الإيجابي،",
            [("الاتفاقية", "instrument/convention-on-the-rights-of-the-child", None)],
        ),
        # an attribute of the noun's own gender makes it another's name
        ("وإذ يشير إلى اتفاقية حقوق الطفل وإلى الاتفاقية الإقليمية،", []),
        ("إذ تشير إلى ميثاق الأمم المتحدة وإلى الميثاق الأفريقي،", []),
    ],
)
def test_an_attribute_of_another_gender_is_not_the_short_forms(
    text: str, cited: list[tuple[str, str, str | None]]
) -> None:
    assert _cited(text) == cited


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        (_PLAN + "تحقيق الخطة بالكامل،", [("الخطة", "doc/A/RES/70/1", None)]),
        (_PLAN + "تحقيق الخطة الوطنية،", []),
        (_STRATEGY + "تنفيذ الاستراتيجية،", [("الاستراتيجية", "doc/A/RES/60/288", None)]),
        (_STRATEGY + "الأهداف الاستراتيجية لبعض الجماعات،", []),
    ],
)
def test_the_plan_and_the_strategy_that_a_paragraph_names(
    text: str, cited: list[tuple[str, str, str | None]]
) -> None:
    assert _cited(text) == cited


def test_the_global_plan_of_action_is_that_of_the_united_nations() -> None:
    text = (
        "وإذ تشير إلى خطة عمل الأمم المتحدة العالمية لمكافحة الاتجار بالأشخاص "
        "وإلى تنفيذ خطة العمل العالمية،"
    )
    assert _cited(text) == [("خطة العمل العالمية", "doc/A/RES/64/293", None)]


def test_recent_is_no_covenant() -> None:
    text = "وإذ تشير إلى العهد الدولي الخاص بالحقوق المدنية والسياسية والتشريعات الحديثة العهد،"
    resolution = resolved(worded(text, "ar"))
    assert len(resolution.citations) == 1
    assert not resolution.unresolved
