"""A known name printed again without the words on what it is about."""

from __future__ import annotations

import pytest
from tests.worded import resolved, worded

from recalling.model import Language

_MANILA = "إعلان مانيلا بشأن تسوية المنازعات الدولية بالوسائل السلمية"


@pytest.mark.parametrize(
    ("language", "text", "key"),
    [
        # A/RES/76/116
        ("ar", f"إذ تشير إلى {_MANILA}، وإذ تشير إلى أن إعلان مانيلا كان أول صك،", "manila"),
        # A/RES/76/5
        (
            "ar",
            "إذ تشير إلى اتفاق العلاقة بين الأمم المتحدة والمحكمة الجنائية الدولية"
            " وتنفيذ اتفاق العلاقة،",
            "relationship-agreement-icc",
        ),
        (
            "en",
            "Recalling the Manila Declaration on the Peaceful Settlement of International "
            "Disputes, noting that the Manila Declaration was the first instrument,",
            "manila",
        ),
    ],
)
def test_what_is_left_is_the_same(language: Language, text: str, key: str) -> None:
    full, short = resolved(worded(text, language)).citations
    assert key in full.instrument.key
    assert short.instrument.key == full.instrument.key


def test_words_on_another_subject_make_another_name() -> None:
    text = f"إذ تشير إلى {_MANILA} وإعلان مانيلا بشأن العدالة الإصلاحية،"
    (full,) = resolved(worded(text, "ar")).citations
    assert full.mention.surface == _MANILA
