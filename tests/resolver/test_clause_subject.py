"""Whose number "its" is where the subject of the clause stands behind it."""

from __future__ import annotations

import pytest

from recalling.model import Language
from worded import resolved, worded

#: pp 24 of A/RES/76/148 and its like, in texts of the Assembly
SAID: list[tuple[Language, str]] = [
    ("ar", "وإذ تشير إلى أن مجلس حقوق الإنسان قرر، في قراره 48/11، عقد حلقة نقاش،"),
    ("en", "Recalling that, in its resolution 48/11, the Human Rights Council decided to meet,"),
    ("es", "Recordando que, en su resolución 48/11, el Consejo de Derechos Humanos decidió,"),
    ("fr", "Notant que, dans sa résolution 48/11, le Conseil des droits de l’homme a décidé,"),
    ("ru", "напоминая, что в своей резолюции 48/11 Совет по правам человека постановил,"),
    ("zh", "回顾人权理事会在其第48/11号决议中决定举行讨论，"),
]


def keys(text: str, language: Language) -> list[str]:
    return [c.instrument.key for c in resolved(worded(text, language)).citations]


@pytest.mark.parametrize(("language", "text"), SAID)
def test_its_is_the_subjects(language: Language, text: str) -> None:
    assert keys(text, language) == ["doc/A/HRC/RES/48/11"]


@pytest.mark.parametrize(
    "text",
    [
        "Rappelant sa résolution 48/11, le Conseil des droits de l’homme ayant été saisi,",
        "Rappelant que, dans sa résolution 48/11, le Conseil de sécurité étant saisi,",
    ],
)
def test_no_other_clause_and_no_number_that_the_body_cannot_give(text: str) -> None:
    """Without "that" the speaker recalls; the Security Council counts in another way."""
    assert keys(text, "fr") == ["doc/A/RES/48/11"]
