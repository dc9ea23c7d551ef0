"""What is amended is cited; a plan to implement is not what it implements; Arabic sections."""

from __future__ import annotations

import pytest
from tests.worded import resolved, worded

from recalling.model import Language

_STATUTE = "instrument/rome-statute"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Recalling the amendments to the Rome Statute of the International Criminal Court,"),
        # A/RES/76/5, op. 24
        ("ru", "напоминая, что Конференция приняла поправки к Римскому статуту,"),
        ("ar", "وإذ تشير إلى التعديلات على نظام روما الأساسي للمحكمة الجنائية الدولية،"),
    ],
)
def test_amendments_without_a_name_cite_what_they_amend(language: Language, text: str) -> None:
    assert [c.instrument.key for c in resolved(worded(text, language)).citations] == [_STATUTE]


def test_a_named_russian_amendment_is_not_what_it_amends() -> None:
    text = "ссылаясь на Кигалийскую поправку к Римскому статуту Международного уголовного суда,"
    assert not resolved(worded(text, "ru")).citations


def test_an_arabic_plan_to_implement_the_strategy_is_not_the_strategy() -> None:
    # A/RES/77/273, pp14
    text = (
        "وإذ تشير إلى خطة العمل المشتركة من أجل تنفيذ استراتيجية الأمم المتحدة العالمية "
        "لمكافحة الإرهاب في وسط آسيا،"
    )
    assert not resolved(worded(text, "ar")).citations


@pytest.mark.parametrize(
    ("printed", "part"),
    [
        # A/RES/76/229, notes 5 and 9
        ("الفرع جيم-2", "sect. C.2"),
        ("الفصل الخامس عشر، الفرع دال-1", "chap. XV, sect. D.1"),
        ("الفقرات 12-15", "paras. 12–15"),
    ],
)
def test_a_number_behind_an_arabic_letter_is_inside_its_section(printed: str, part: str) -> None:
    series = "الوثائق الرسمية للجمعية العامة، الدورة السادسة والسبعون، الملحق رقم 17"
    note = f"{series} (A/76/17)، {printed}."
    (cited,) = resolved(worded("وإذ تحيط علما بالعمل^،", "ar", [note])).citations
    assert (cited.instrument.key, cited.part) == ("doc/A/76/17", part)
