"""Titles without a note whose own words say that they are instruments: where they begin and end."""

from __future__ import annotations

import pytest

from recalling.authority import load_authority
from recalling.extractors import find
from recalling.model import Language, Mention, NameClaim
from worded import worded


def mentions(language: Language, text: str) -> tuple[Mention, ...]:
    """What is found in the only paragraph of a resolution."""
    document = worded(text, language, symbol="A/RES/80/999", adopted="2025-10-01")
    return find(document, load_authority()).mentions


def names(language: Language, text: str) -> list[str]:
    """The words of what is found there."""
    return [mention.surface for mention in mentions(language, text)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Noting the Collective Security Treaty Organization, the Amazon Cooperation Treaty "
         "Organization and the United Nations Treaty Collection,"),
        ("en", "Noting the Fifth Constitutional Convention and the Fifth Revision Convention,"),
        ("fr", "Notant l’Organisation du Traité de Lumenbourg,"),
        ("es", "Observando la Organización del Tratado de Seguridad Colectiva,"),
        ("ru", "отмечая Организацию Договора о коллективной безопасности,"),
        ("ar", "وإذ تلاحظ منظمة معاهدة الأمن الجماعي،"),
        ("zh", "注意到集体安全条约组织，"),
    ],
)  # fmt: skip
def test_organizations_and_assemblies_are_no_instruments(language: Language, text: str) -> None:
    assert names(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        ("en", "Recalling the Sharm el-Sheikh Declaration,", "Sharm el-Sheikh Declaration"),
        ("fr", "Rappelant la Déclaration de Charm el-Cheikh,", "Déclaration de Charm el-Cheikh"),
        ("es", "Recordando la Declaración de Sharm el-Sheikh,", "Declaración de Sharm el-Sheikh"),
        ("en", "Recalling the Council of Europe Convention on Lumen Data,",
         "Council of Europe Convention on Lumen Data"),
    ],
)  # fmt: skip
def test_a_title_begins_with_its_first_word(language: Language, text: str, title: str) -> None:
    assert names(language, text) == [title]


def test_two_titles_are_two() -> None:
    text = "Recalling the Lusaka Declaration on Health Data and the Maputo Convention on Fish,"
    assert names("en", text) == [
        "Lusaka Declaration on Health Data",
        "Maputo Convention on Fish",
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Welcoming the Agreement under the United Nations Convention on the Law of the Sea "
         "on the Lumen,"),
        ("fr", "Saluant l’Accord se rapportant à la Convention des Nations Unies sur le droit de "
         "la mer et portant sur la lumière,"),
        ("es", "Acogiendo con beneplácito el Acuerdo en el marco de la Convención de las Naciones "
         "Unidas sobre el Derecho del Mar relativo a la Luz,"),
        ("ru", "приветствуя Соглашение на базе Конвенции Организации Объединенных Наций по "
         "морскому праву о свете,"),
        ("ar", "وإذ ترحب بالاتفاق المبرم في إطار اتفاقية الأمم المتحدة لقانون البحار بشأن الضوء،"),
        ("zh", "欢迎《〈联合国海洋法公约〉下光的协定》，"),
    ],
)  # fmt: skip
def test_an_agreement_under_a_convention_does_not_cite_it(language: Language, text: str) -> None:
    """As the Agreement of A/CONF.232/2023/4, before the authority knew it."""
    claims = [mention.claim for mention in mentions(language, text)]
    assert all(isinstance(claim, NameClaim) and not claim.candidates for claim in claims)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("pursuant to the provisions of the Relationship Agreement and", "Relationship Agreement"),
        ("to implement the National Reconciliation Strategy,", "National Reconciliation Strategy"),
        ("the Lumen Action Plan, adopted in 2031", "Lumen Action Plan"),
    ],
)
def test_short_names_of_agreements_and_plans(text: str, title: str) -> None:
    assert names("en", text) == [title]


@pytest.mark.parametrize(
    "text", ["under the Status Agreement with the host", "the United Nations Strategy for the Moon"]
)
def test_a_short_name_whose_title_goes_on_is_none(text: str) -> None:
    assert not names("en", text)


@pytest.mark.parametrize(
    "title",
    [
        "《2015-2030年执行仙台框架行动计划》",
        "《亚洲执行仙台减少灾害风险框架行动计划》",
        "《非洲联盟毒品管制和预防犯罪行动计划(2019-2023年)》",
    ],
)
def test_a_plan_to_implement_an_instrument_is_another(title: str) -> None:
    """What stands inside a longer title is no citation of its own, and the title is one."""
    [mention] = mentions("zh", f"肯定在执行{title}方面取得的进展，")
    assert mention.surface == title
    assert isinstance(mention.claim, NameClaim)
    assert not mention.claim.candidates


def test_a_year_before_a_name_tells_no_other_instrument() -> None:
    """A/RES/75/164, pp 1."""
    [mention] = mentions("zh", "回顾《1969年非洲统一组织关于非洲难民问题某些特定方面的公约》，")
    assert isinstance(mention.claim, NameClaim)
    assert mention.claim.candidates == ("instrument/oau-refugee-convention",)


@pytest.mark.parametrize(
    "text",
    [
        "учитывая Кодекс признанных организаций,",
        "осуществлять Кодекс поведения, касающийся пресечения пиратства,",
    ],
)
def test_a_code_whose_title_goes_on_is_no_short_form(text: str) -> None:
    """As A/RES/75/239 has them, which names another code in full."""
    named = "Ссылаясь на Кодекс ведения ответственного рыболовства и "
    found = [m for m in mentions("ru", named + text) if not isinstance(m.claim, NameClaim)]
    assert not found
