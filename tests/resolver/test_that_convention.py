"""A noun in small letters behind "that" means what was named right before it, and nothing else."""

from __future__ import annotations

import pytest
from tests.worded import resolved, worded

from recalling.model import Language

_CHILD = "instrument/convention-on-the-rights-of-the-child"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Recalling the Convention on the Rights of the Child and that convention,",
        ),
        (
            "fr",
            "Rappelant la Convention relative aux droits de l’enfant et cette convention,",
        ),
        (
            "es",
            "Recordando la Convención sobre los Derechos del Niño y esa convención,",
        ),
        ("ru", "ссылаясь на Конвенцию о правах ребенка и призывая участников этой конвенции,"),
    ],
)
def test_what_was_named_right_before(language: Language, text: str) -> None:
    first, second = resolved(worded(text, language)).citations
    assert first.instrument.key == second.instrument.key == _CHILD
    assert second.mention.surface.islower()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Recalling the Arms Trade Treaty, and awaiting a treaty banning the production of "
            "fissile material and the entry into force of that treaty,",
        ),
        (
            "ru",
            "ссылаясь на Договор о торговле оружием и ожидая договора о запрещении производства "
            "расщепляющегося материала и вступления в силу этого договора,",
        ),
    ],
)
def test_not_a_treaty_that_stands_farther_away(language: Language, text: str) -> None:
    resolution = resolved(worded(text, language))
    assert [c.instrument.key for c in resolution.citations] == ["instrument/arms-trade-treaty"]
    assert not resolution.unresolved


@pytest.mark.parametrize(
    "text",
    [
        # A/RES/77/62
        "ссылаясь на Договор о торговле оружием, приветствуя принятие Договора Филиппинами и",
        "ссылаясь на Договор о торговле оружием и открытие Договора для подписания,",
    ],
)
def test_words_behind_a_russian_short_form_that_are_no_title(text: str) -> None:
    assert [c.mention.surface for c in resolved(worded(text, "ru")).citations][1:] == ["Договора"]
