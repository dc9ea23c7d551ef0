"""The language is told from the script and the commonest words."""

from __future__ import annotations

import pytest

from recalling.model.errors import NotAResolution
from recalling.readers.language import recognise_language

SAMPLES = {
    "ar": "إن الجمعية العامة، إذ تشير إلى قرارها 70/1",
    "zh": "大会，回顾其2015年9月25日第70/1号决议，",
    "en": "The General Assembly, recalling its resolution on the subject and the report",
    "fr": "L’Assemblée générale, rappelant sa résolution sur la question et le rapport de la",
    "ru": "Генеральная Ассамблея, ссылаясь на свою резолюцию",
    "es": "La Asamblea General, recordando su resolución sobre el tema y el informe de la",
}


@pytest.mark.parametrize("language", sorted(SAMPLES))
def test_each_language_is_recognised(language: str) -> None:
    assert recognise_language(SAMPLES[language], "x") == language


def test_a_chinese_text_with_english_names_is_chinese() -> None:
    assert recognise_language(SAMPLES["zh"] * 3 + " Distr.: General ABBA Ltd", "x") == "zh"


@pytest.mark.parametrize(
    "text",
    [
        "O Conselho decidiu que a reunião será realizada em Nova Iorque, conforme previsto.",
        "Die Länder haben beschlossen, dass alle gleich behandelt werden sollen.",
        "x = 1\ny = 2\n",
    ],
)
def test_no_known_language(text: str) -> None:
    with pytest.raises(NotAResolution, match="none of the six languages"):
        recognise_language(text, "x")
