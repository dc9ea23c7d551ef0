"""Decisions of one session of the parties, of which only the last number prints the session."""

from __future__ import annotations

import pytest

from recalling.model import Language
from worded import resolved, worded

SAID: list[tuple[Language, str]] = [
    ("ar", "وإذ تشير إلى المقررين 2 و 3/CMA.5،"),
    ("en", "Recalling decisions 2 and 3/CMA.5,"),
    ("es", "Recordando las decisiones 2 y 3/CMA.5,"),
    ("fr", "Rappelant les décisions 2 et 3/CMA.5,"),
    ("ru", "ссылаясь на решения 2 и 3/CMA.5,"),
    ("zh", "回顾第2和第3/CMA.5号决定，"),
]


def keys(text: str, language: Language) -> list[str]:
    return [c.instrument.key for c in resolved(worded(text, language)).citations]


@pytest.mark.parametrize(("language", "text"), SAID)
def test_both_are_of_the_session(language: Language, text: str) -> None:
    assert keys(text, language) == [f"other/unfccc/decision/{n}-CMA.5" for n in (2, 3)]


def test_each_list_has_its_own_session() -> None:
    """A number that prints its session lends none to what stands behind it."""
    text = "Recalling decisions 2 and 3/CMA.5 and 1/CP.26,"
    assert keys(text, "en")[-1] == "other/unfccc/decision/1-CP.26"


def test_a_number_alone_is_no_decision() -> None:
    assert keys("Recalling decisions 2 and 3 of the Bureau,", "en") == []
