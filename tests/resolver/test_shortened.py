"""Names of which a text leaves some words out mean the whole name of the same document."""

from __future__ import annotations

import pytest

from recalling.model import Citation, Language
from recalling.resolver.shortened import shortens
from worded import resolved, worded

DURBAN = "instrument/durban-declaration-and-programme-of-action"
TRAFFICKING = "doc/A/RES/64/293"
CORRUPTION = "instrument/un-convention-against-corruption"


def cited(text: str, language: Language) -> list[Citation]:
    """What the only paragraph of a resolution cites, in order of place."""
    return list(resolved(worded(text, language)).citations)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Recalling the Durban Declaration and Programme of Action, and the Durban "
         "Declaration,"),
        ("fr", "Rappelant la Déclaration et le Programme d’action de Durban, et la Déclaration de "
         "Durban,"),
        ("es", "Recordando la Declaración y el Programa de Acción de Durban, y la Declaración de "
         "Durban,"),
        ("ru", "ссылаясь на Дурбанскую декларацию и Программу действий и подтверждая Дурбанскую "
         "декларацию,"),
        ("ar", "وإذ تشير إلى إعلان وبرنامج عمل ديربان وإذ تؤكد من جديد إعلان ديربان،"),
        ("zh", "回顾《德班宣言和行动纲领》并重申《德班宣言》，"),
    ],
)  # fmt: skip
def test_the_durban_declaration(language: Language, text: str) -> None:
    assert [c.instrument.key for c in cited(text, language)] == [DURBAN, DURBAN]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Recalling the United Nations Global Plan of Action to Combat Trafficking in "
         "Persons, and the Global Plan of Action,"),
        ("fr", "Rappelant le Plan d’action mondial des Nations Unies pour la lutte contre la "
         "traite des personnes, et le Plan d’action mondial,"),
        ("es", "Recordando el Plan de Acción Mundial de las Naciones Unidas para Combatir la Trata "
         "de Personas, y el Plan de Acción Mundial,"),
        ("ru", "ссылаясь на Глобальный план действий Организации Объединенных Наций по борьбе с "
         "торговлей людьми, подтверждая Глобальный план действий,"),
        ("zh", "回顾《联合国打击贩运人口的全球行动计划》，又回顾《全球行动计划》，"),
    ],
)  # fmt: skip
def test_the_global_plan_of_action(language: Language, text: str) -> None:
    """As A/RES/76/186 speaks of the Plan of Action of resolution 64/293."""
    assert [c.instrument.key for c in cited(text, language)] == [TRAFFICKING, TRAFFICKING]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the United Nations Convention against Transnational Organized Crime and the "
         "Organized Crime Convention"),
        ("zh", "《联合国打击跨国有组织犯罪公约》，又回顾《打击有组织犯罪公约》"),
    ],
)  # fmt: skip
def test_words_left_out_in_the_middle(language: Language, text: str) -> None:
    crime = "instrument/un-convention-against-transnational-organized-crime"
    assert [c.instrument.key for c in cited(text, language)] == [crime, crime]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the United Nations Convention against Corruption, and article 57 of the Convention "
         "against Corruption,"),
        ("fr", "la Convention des Nations Unies contre la corruption, et l’article 57 de la "
         "Convention contre la corruption,"),
        ("es", "la Convención de las Naciones Unidas contra la Corrupción, y el artículo 57 de la "
         "Convención contra la Corrupción,"),
        ("ru", "Конвенции Организации Объединенных Наций против коррупции и статьи 57 Конвенции "
         "против коррупции,"),
        ("ar", "اتفاقية الأمم المتحدة لمكافحة الفساد، والمادة 57 من اتفاقية مكافحة الفساد،"),
        ("zh", "《联合国反腐败公约》和《反腐败公约》第五十七条，"),
    ],
)  # fmt: skip
def test_the_name_without_the_organization(language: Language, text: str) -> None:
    """A/RES/76/181, annex, para. 68; French and Spanish do not tell such a title by its form."""
    found = cited(text, language)
    assert {c.instrument.key for c in found} == {CORRUPTION}
    if language not in ("fr", "es"):
        assert found[-1].part == "art. 57"


def test_without_the_whole_name_it_is_not_known() -> None:
    assert cited("Recalling the Durban Declaration,", "en") == []


@pytest.mark.parametrize(
    "text",
    [
        "the Durban Declaration and Programme of Action, and the Ministerial Declaration,",
        "the Durban Declaration and Programme of Action, and the Abuja Declaration,",
    ],
)
def test_another_declaration_is_another(text: str) -> None:
    assert [c.instrument.key for c in cited(text, "en")] == [DURBAN]


def test_words_in_order() -> None:
    full = "United Nations Convention against Corruption"
    assert shortens("Convention against Corruption", full, "en")
    assert shortens("Corruption Convention", full, "en")
    assert not shortens("Corruption against Convention", full, "en")
    assert shortens("反腐败公约", "联合国反腐败公约", "zh")


def test_a_half_with_a_longer_name_of_its_own_stays_open() -> None:
    """The Copenhagen Declaration on Social Development is not the Programme of Action."""
    assert [
        c.instrument.key for c in cited("《哥本哈根宣言》和《行动纲领》，《哥本哈根宣言》，", "zh")
    ] == ["instrument/copenhagen-programme-of-action"]
