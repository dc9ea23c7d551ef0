"""Short forms are claims where a noun is surely an instrument's, or the document names one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recalling.authority import load_authority
from recalling.extractors.context import context_of
from recalling.extractors.short_forms import find_short_forms, nouns_of
from recalling.model import Document, Language, ShortClaim

Maker = Callable[..., Document]


def shorts(paragraph: Maker, text: str, language: Language) -> list[str]:
    document = paragraph(text, language)
    found = find_short_forms(document.paragraphs[0], context_of(document, load_authority()))
    return [m.claim.noun for m in found if isinstance(m.claim, ShortClaim)]


@pytest.mark.parametrize(
    ("language", "text", "noun"),
    [
        ("en", "States parties to the Convention shall", "Convention"),
        ("fr", "les États parties à la Convention,", "Convention"),
        ("es", "los Estados partes en la Convención,", "Convención"),
        ("ru", "государства — участники Конвенции,", "Конвенция"),
        ("ar", "الدول الأطراف في الاتفاقية،", "الاتفاقية"),
        ("zh", "《公约》缔约国，", "公约"),
    ],
)
def test_the_convention_in_six_languages(
    paragraph: Maker, language: Language, text: str, noun: str
) -> None:
    assert shorts(paragraph, text, language) == [noun]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the Convention on something else"),
        ("en", "the Conference of the Parties to the Convention"),
        ("en", "this Convention shall enter into force"),
        ("en", "the Programme of the Fund"),
        ("fr", "la Convention relative à autre chose"),
        ("ru", "Конвенция о чем-то ином"),
        ("zh", "《某某公约》"),
        ("zh", "《公约》缔约方会议"),
    ],
)
def test_what_is_no_short_form(paragraph: Maker, language: Language, text: str) -> None:
    assert shorts(paragraph, text, language) == []


def test_an_ordinary_noun_needs_a_full_name_in_the_document(paragraph: Maker) -> None:
    assert shorts(paragraph, "The Agenda is ambitious", "en") == []
    text = "the 2030 Agenda for Sustainable Development, and that the Agenda is ambitious"
    assert shorts(paragraph, text, "en") == ["Agenda"]


def test_the_nouns_of_a_name() -> None:
    assert nouns_of("Convention on the Rights of the Child", "en") == {"Convention"}
    assert nouns_of("Конвенции о правах ребенка", "ru") == {"Конвенция"}
    assert nouns_of("اتفاقية حقوق الطفل", "ar") == {"الاتفاقية"}
    assert nouns_of("儿童权利公约", "zh") == {"公约"}
