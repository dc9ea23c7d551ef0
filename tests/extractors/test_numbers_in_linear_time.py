"""Twice the text takes about twice the time, however hostile the text is."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from recalling.authority import Authority
from recalling.extractors.context import context_of
from recalling.extractors.numbers import find_numbers
from recalling.extractors.symbols import find_symbols
from recalling.model import Document, Language

HOSTILE: list[tuple[Language, str]] = [
    ("en", "resolution 70/1 of the General Assembly, "),
    ("en", "its " * 20 + "resolutions 70/1 A and B, "),
    ("en", "“70/1 (XV) "),
    ("en", "A/70/1/Add.1 (Part I and II "),
    ("en", "Commission on Crime and Crime and "),
    ("fr", "résolution 70/1 de l’Assemblée générale, intitulée « "),
    ("ru", "резолюции 70/1 Генеральной Ассамблеи от 1 мая 2015 "),
    ("ar", "قرار الجمعية العامة 70/1 ألف وباء "),
    ("zh", "大会2015年9月25日关于人权理事会的第70/1号、"),
    ("zh", "题为“大会第70/1号"),
    ("es", "1 (2000) y 2 (20"),
]


@pytest.mark.parametrize(("language", "text"), HOSTILE)
def test_doubling_the_text_doubles_the_time(
    paragraph: Callable[..., Document], language: Language, text: str
) -> None:
    def seconds(length: int) -> float:
        document = paragraph((text * (length // len(text) + 1))[:length], language)
        context = context_of(document, Authority())
        begun = time.process_time()
        for finder in (find_symbols, find_numbers):
            list(finder(document.paragraphs[0], context))
        return time.process_time() - begun

    seconds(2_000)
    short, long = min(seconds(30_000) for _ in range(2)), min(seconds(120_000) for _ in range(2))
    assert long < 12 * short + 0.2
