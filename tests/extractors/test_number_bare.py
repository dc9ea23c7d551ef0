"""Numbers of the Security Council without their year."""

from collections.abc import Callable

import pytest

from recalling.extractors.number_bare import find_bare_numbers
from recalling.extractors.numbers import find_numbers
from recalling.model import Language, Mention, NumberClaim, Organ
from recalling.model.council import council_year, in_its_year

Reader = Callable[..., list[Mention]]


def numbers(read: Reader, text: str, language: Language, organ: Organ = "sc") -> list[str]:
    found = read(find_bare_numbers, text, language, organ=organ, symbol="S/RES/2654(2022)")
    return [m.claim.number for m in found if isinstance(m.claim, NumberClaim)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Recalling United Nations Security Council resolutions 1325 and 2250 and related"),
        ("fr", "Rappelant les résolutions 1325 et 2250 et les résolutions connexes"),
        ("es", "Recordando las resoluciones 1325 y 2250 y las resoluciones conexas"),
        ("ru", "ссылаясь на резолюции 1325 и 2250 и другие соответствующие резолюции"),
        ("zh", "回顾联合国安全理事会第1325和2250号决议及相关决议；"),
        ("ar", "وإذ يشير إلى قراري مجلس الأمن التابع للأمم المتحدة 1325 و 2250 والقرارات"),
    ],
)
def test_the_council_speaks_of_its_own_numbers(read: Reader, language: Language, text: str) -> None:
    """As pp24 of S/RES/2654 (2022), in which no text but the French and Spanish has the years."""
    assert numbers(read, text, language) == ["1325 (2000)", "2250 (2015)"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the implementation of Security Council resolution 2250 on youth, peace"),
        ("fr", "la mise en œuvre de la résolution 2250 du Conseil de sécurité sur les jeunes"),
        ("es", "la aplicación de la resolución 2250 del Consejo de Seguridad"),
        ("ru", "осуществления резолюции 2250 Совета Безопасности о молодежи"),
        ("zh", "执行安全理事会第2250号决议"),
        ("ar", "تنفيذ قرار مجلس الأمن 2250 بشأن الشباب"),
    ],
)
def test_another_organ_names_the_council(read: Reader, language: Language, text: str) -> None:
    assert numbers(read, text, language, "hrc") == ["2250 (2015)"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the implementation of resolution 2250 on youth, peace and security"),
        ("fr", "la mise en œuvre de la résolution 2250 sur les jeunes"),
        ("es", "la aplicación de la resolución 2250 relativa a los jóvenes"),
        ("ru", "осуществления резолюции 2250 о молодежи"),
        ("zh", "执行第2250号决议"),
        ("ar", "تنفيذ القرار 2250 بشأن الشباب"),
    ],
)
def test_another_organ_names_nobody(read: Reader, language: Language, text: str) -> None:
    assert numbers(read, text, language, "hrc") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "recalling General Assembly resolution 1514 on the granting of independence"),
        ("fr", "rappelant la résolution 1514 de l’Assemblée générale"),
        ("es", "recordando la resolución 1514 de la Asamblea General"),
        ("ru", "ссылаясь на резолюцию 1514 Генеральной Ассамблеи"),
        ("zh", "回顾大会第1514号决议"),
        ("ar", "وإذ يشير إلى قرار الجمعية العامة 1514"),
    ],
)
def test_another_organs_number_is_not_the_councils(
    read: Reader, language: Language, text: str
) -> None:
    assert numbers(read, text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "To assist the 1267/1989/2253 ISIL (Da’esh) and Al-Qaida Sanctions Committee"),
        ("fr", "Aider le Comité des sanctions 1267/1989/2253 contre l’EIIL (Daech)"),
        ("es", "Prestar asistencia al Comité de Sanciones 1267/1989/2253"),
        ("ru", "режиму санкций 1267/1989/2253 против ИГИЛ (ДАИШ)"),
        ("zh", "协助1267/1989/2253伊黎伊斯兰国(达伊沙)和基地组织制裁委员会"),
        ("ar", "نظام الجزاءات المفروضة بموجب القرارات 1267/1989/2253 بشأن"),
    ],
)
def test_a_row_of_numbers_names_a_committee(read: Reader, language: Language, text: str) -> None:
    """As op2 of S/RES/2664 (2022), where the French and Spanish texts print the years."""
    assert numbers(read, text, language, "ga") == ["1267 (1999)", "1989 (2011)", "2253 (2015)"]


def test_years_in_a_row_are_no_numbers(read: Reader) -> None:
    assert numbers(read, "the budgets of 2012/2013/2014 and 2253/1989/1267", "en") == []


def test_nothing_later_than_the_document_is_cited(read: Reader) -> None:
    text = "resolution 2600 on the matter"
    found = read(find_bare_numbers, text, "en", organ="sc", symbol="S/RES/2300(2016)")
    assert found == []


def test_a_year_of_an_agenda_is_no_number(read: Reader) -> None:
    """« Programme de développement durable à l’horizon 2030 (2018) » in S/RES/2553 (2020)."""
    text = "le Programme de développement durable à l’horizon 2030 (2018), de façon à renforcer"
    assert read(find_numbers, text, "fr") == []
    assert len(read(find_numbers, "l’appel lancé dans 2462 (2019)", "fr")) == 1


def test_years_of_the_council_rise() -> None:
    told = [year for number in range(1, 2800) if (year := council_year(number)) is not None]
    assert told == sorted(told)
    assert council_year(2532) == 2020
    assert all(in_its_year(n, y) for n in range(1, 2800) if (y := council_year(n)) is not None)
