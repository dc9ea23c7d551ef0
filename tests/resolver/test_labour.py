"""Labour conventions and recommendations by their numbers, as official texts print them."""

from __future__ import annotations

import pytest

from recalling.model import Language
from worded import resolved, worded


def labour(text: str, language: Language) -> list[str]:
    return [
        citation.instrument.key
        for citation in resolved(worded(text, language)).citations
        if citation.mention.rule == "labour.number"
    ]


FORMAL = "instrument/informal-to-formal-economy-recommendation"
HARASSMENT = "instrument/violence-and-harassment-convention"
#: op 12 of A/RES/77/160, op 23 of A/RES/77/188, and the number of the convention of 2019
SAID: list[tuple[Language, str, str]] = [
    ("ar", "تشجع الدول على التصديق على اتفاقية منظمة العمل الدولية رقم 190،", HARASSMENT),
    ("en", "Notes that recommendation No. 204 of the International Labour Organization can "
           "provide guidance,", FORMAL),
    ("en", "Recalling ILO Convention No. 190,", HARASSMENT),
    ("es", "Recordando la recomendación núm. 204 de la Organización Internacional del Trabajo,",
           FORMAL),
    ("es", "Recordando el Convenio núm. 190 de la OIT,", HARASSMENT),
    ("fr", "Fait observer que la Recommandation no 204 de l’Organisation internationale du "
           "Travail contient des orientations,", FORMAL),
    ("ru", "в соответствии с Рекомендацией Международной организации труда № 204,", FORMAL),
    ("zh", "根据国际劳工组织关于从非正规经济向正规经济过渡的第204号建议书，", FORMAL),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), SAID)
def test_a_number_names_what_the_authority_calls_by_it(
    language: Language, text: str, expected: str
) -> None:
    """Its names end with the number in some language: "(No. 190)"."""
    assert labour(text, language) == [expected]


def test_a_number_that_no_name_has_is_the_organizations() -> None:
    """The same key in each language."""
    english = "Recalling Convention No. 111 of the International Labour Organization,"
    french = (
        "Rappelant la Convention de 1958 concernant la discrimination (emploi et profession) "
        "(no 111) de l’Organisation internationale du Travail,"
    )
    assert labour(english, "en") == labour(french, "fr") == ["other/ilo/convention/111"]


def test_each_number_of_a_list_is_cited() -> None:
    text = "Recordando los Convenios núms. 138 y 182 de la Organización Internacional del Trabajo,"
    assert labour(text, "es") == [
        "instrument/minimum-age-convention",
        "instrument/ilo-worst-forms",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Recalling Council of Europe Convention No. 108 on the protection of individuals,",
        "Recalling the Protocol of 2014 to the Convention, 1958 (No. 111) of the International "
        "Labour Organization,",
        "Recalling the Work in Fishing Convention, 2007 (Convention No. 188) of the International "
        "Labour Organization,",
    ],
)
def test_others_numbers_protocols_and_names_are_left_alone(text: str) -> None:
    """Another organization's, the name of a protocol, and a name that stands before it."""
    assert labour(text, "en") == []
