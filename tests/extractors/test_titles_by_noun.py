"""Titles that their own words tell, without a note and though the authority does not know them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recalling.authority import load_authority
from recalling.extractors.context import context_of
from recalling.extractors.names import find_names, find_titles
from recalling.model import Document, Language

Maker = Callable[..., Document]


def titles(paragraph: Maker, text: str, language: Language) -> list[str]:
    """The titles in one paragraph that are neither known nor noted."""
    document = paragraph(text, language)
    context = context_of(document, load_authority())
    names = find_names(document.paragraphs[0], context)
    found = find_titles(document.paragraphs[0], context.having(list(names)))
    return [m.surface for m in found]


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        # S/RES/2562(2021) pp6, A/RES/75/239 op144, A/RES/77/101 op4
        ("zh", "并欢迎《宪法文件》中关于过渡期正义的规定，", "《宪法文件》"),
        (
            "zh",
            "注意到《协助调查海盗和武装抢劫船只罪行准则》，",
            "《协助调查海盗和武装抢劫船只罪行准则》",
        ),
        ("zh", "并积极考虑使用《电子签名示范法》，", "《电子签名示范法》"),
        # A/RES/75/264 op28, S/RES/2514(2020) pp17, A/RES/75/291
        (
            "ru",
            "напоминает, что Конвенция Совета Европы о киберпреступности,",
            "Конвенция Совета Европы о киберпреступности",
        ),
        ("ru", "нарушения правительством Соглашения о статусе сил,", "Соглашения о статусе сил"),
        (
            "ru",
            "приветствуя План действий по охране лунных кратеров,",
            "План действий по охране лунных кратеров",
        ),
        # A/RES/76/11 op3, A/RES/76/298 op14, A/RES/77/12
        ("ar", "الأنظمة المرفقة باتفاقية لاهاي لعام 1907،", "باتفاقية لاهاي لعام 1907"),
        (
            "ar",
            "وهي خطة عمل الاتحاد الأفريقي المتعلقة بمنع الإرهاب،",
            "خطة عمل الاتحاد الأفريقي المتعلقة بمنع الإرهاب",
        ),
        ("ar", "تنفيذ خطة عمل بالي،", "خطة عمل بالي"),
    ],
)
def test_a_title_of_its_own_form(
    paragraph: Maker, language: Language, text: str, title: str
) -> None:
    assert titles(paragraph, text, language) == [title]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "落实《行动计划》的情况，"),  # a short form, if the document names one
        ("zh", "其《议事规则》第一五三条，"),  # the speaker's rules have a finder of their own
        ("zh", "驳回根据美国《宪法》提起的诉讼，"),  # a state's own law
        ("ru", "Организации Договора о коллективной безопасности,"),  # a body
        ("ru", "положений Конвенции по рассмотрению хода ее действия,"),
        ("ar", "منظمة معاهدة الأمن الجماعي،"),  # the same body
        ("ar", "إبرام اتفاقية دولية ملزمة،"),  # one that is not there yet
        ("ar", "وفقا للاتفاقية وأحكامها،"),  # a short form
    ],
)
def test_what_is_no_title(paragraph: Maker, language: Language, text: str) -> None:
    assert titles(paragraph, text, language) == []


def test_a_protocol_to_a_title_is_another_title(paragraph: Maker) -> None:
    """The longer name counts: A/RES/77/230 names an additional protocol to a memorandum."""
    text = "ссылается на Дополнительный протокол к Меморандуму о стабилизации обстановки,"
    assert titles(paragraph, text, "ru") == [
        "Дополнительный протокол к Меморандуму о стабилизации обстановки"
    ]
