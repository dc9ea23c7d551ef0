"""Numbers of resolutions and decisions are found in six languages, with their body and type."""

# ruff: noqa: E501 - official sentences stay on one line

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recalling.authority import Authority
from recalling.extractors.context import context_of
from recalling.extractors.number_bare import find_bare_numbers
from recalling.extractors.numbers import find_numbers
from recalling.model import LANGUAGES, Document, Language, Marker, Mention, NumberClaim, Span

Reader = Callable[..., list[Mention]]


def claims(
    read: Reader, text: str, language: Language, **more: Any
) -> list[tuple[str, str | None, str | None]]:
    """(number, body, type) of each number found."""
    found = read(find_numbers, text, language, **more)
    assert all(isinstance(m.claim, NumberClaim) for m in found)
    return [(m.claim.number, m.claim.body, m.claim.type) for m in found]


OWN = {
    "en": "Recalling its resolutions 41/213 of 19 December 1986 and 42/211 of 21 December 1987,",
    "fr": "Rappelant ses résolutions 41/213 du 19 décembre 1986 et 42/211 du 21 décembre 1987,",
    "es": "Recordando sus resoluciones 41/213, de 19 de diciembre de 1986, y 42/211, de 21 de diciembre de 1987,",
    "ru": "ссылаясь на свои резолюции 41/213 от 19 декабря 1986 года и 42/211 от 21 декабря 1987 года,",
    "ar": "إذ تشير إلى قراريها 41/213 المؤرخ 19 كانون الأول/ديسمبر 1986 و 42/211 المؤرخ 21 كانون الأول/ديسمبر 1987،",
    "zh": "回顾其1986年12月19日第41/213号和1987年12月21日第42/211号决议，",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_shares_its_word_and_its_speaker(language: Language, read: Reader) -> None:
    """A/RES/75/252 pp1, shortened: both are the speaker's, each with its date."""
    found = read(find_numbers, OWN[language], language)
    assert [(m.claim.number, m.claim.body, m.claim.type, m.date) for m in found] == [
        ("41/213", "self", "resolution", "1986-12-19"),
        ("42/211", "self", "resolution", "1987-12-21"),
    ]


COUNCIL = {
    "en": "recalling Human Rights Council resolutions 27/13 of 25 September 2014, 33/12 and 33/13 of 29 September 2016,",
    "fr": "rappelant les résolutions 27/13 du 25 septembre 2014, 33/12 et 33/13 du 29 septembre 2016 du Conseil des droits de l’homme,",
    "es": "recordando las resoluciones del Consejo de Derechos Humanos 27/13, de 25 de septiembre de 2014, 33/12 y 33/13, de 29 de septiembre de 2016,",
    "ru": "ссылаясь на резолюции Совета по правам человека 27/13 от 25 сентября 2014 года, 33/12 и 33/13 от 29 сентября 2016 года,",
    "ar": "وإذ تشير إلى قرارات مجلس حقوق الإنسان 27/13 المؤرخ 25 أيلول/سبتمبر 2014 و 33/12 و 33/13 المؤرخين 29 أيلول/سبتمبر 2016،",
    "zh": "并回顾人权理事会2014年9月25日第27/13号、2016年9月29日第33/12和33/13号决议，",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_body_carries_over_the_numbers_of_a_list(language: Language, read: Reader) -> None:
    """A/RES/76/148: the Council stands before, between or behind; two numbers share a date."""
    found = read(find_numbers, COUNCIL[language], language)
    assert [(m.claim.number, m.claim.body) for m in found] == [
        ("27/13", "hrc"), ("33/12", "hrc"), ("33/13", "hrc"),
    ]  # fmt: skip
    assert [m.date for m in found] == ["2014-09-25", "2016-09-29", "2016-09-29"]


TURN = {
    "en": "Recalling its resolutions 74/28 and 74/29 of 12 December 2019, as well as its decision 72/512 of 4 December 2017,",
    "fr": "Rappelant ses résolutions 74/28 et 74/29 du 12 décembre 2019, ainsi que sa décision 72/512 du 4 décembre 2017,",
    "es": "Recordando sus resoluciones 74/28 y 74/29, de 12 de diciembre de 2019, así como su decisión 72/512, de 4 de diciembre de 2017,",
    "ru": "ссылаясь на свои резолюции 74/28 и 74/29 от 12 декабря 2019 года, а также на свое решение 72/512 от 4 декабря 2017 года,",
    "ar": "إذ تشير إلى قراريها 74/28 و 74/29 المؤرخين 12 كانون الأول/ديسمبر 2019 وإلى مقررها 72/512 المؤرخ 4 كانون الأول/ديسمبر 2017،",
    "zh": "回顾其2019年12月12日第74/28和74/29号决议以及2017年12月4日第72/512号决定，",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_turns_from_resolutions_to_decisions(language: Language, read: Reader) -> None:
    """A/RES/75/32 pp1, shortened."""
    found = claims(read, TURN[language], language)
    assert [(number, type_) for number, _, type_ in found] == [
        ("74/28", "resolution"), ("74/29", "resolution"), ("72/512", "decision"),
    ]  # fmt: skip


SECURITY = {
    "en": "Security Council resolutions 1325 (2000) of 31 October 2000 and 2254 (2015)",
    "fr": "les résolutions 1325 (2000) et 2254 (2015) du Conseil de sécurité",
    "es": "las resoluciones del Consejo de Seguridad 1325 (2000), de 31 de octubre de 2000, y 2254 (2015)",
    "ru": "резолюции 1325 (2000) и 2254 (2015) Совета Безопасности",
    "ar": "قراري مجلس الأمن 1325 (2000) و 2254 (2015)",
    "zh": "安全理事会第1325(2000)和2254(2015)号决议",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_security_council_numbers_carry_their_year(language: Language, read: Reader) -> None:
    assert claims(read, SECURITY[language], language) == [
        ("1325 (2000)", "sc", "resolution"),
        ("2254 (2015)", "sc", "resolution"),
    ]


OLD = {
    "en": "General Assembly resolutions 217 A (III) and 1514 (XV)",
    "fr": "les résolutions 217 A (III) et 1514 (XV) de l’Assemblée générale",
    "es": "las resoluciones de la Asamblea General 217 A (III) y 1514 (XV)",
    "ru": "резолюции 217 А (III) и 1514 (XV) Генеральной Ассамблеи",
    "ar": "قراري الجمعية العامة 217 ألف (د-3) و 1514 (د-15)",
    "zh": "大会第217 A(III)号和第1514(XV)号决议",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_sessions_in_roman_numerals_and_part_letters(language: Language, read: Reader) -> None:
    """Arabic prints the session in figures and the letter by its name, Russian types "А"."""
    found = read(find_numbers, OLD[language], language)
    assert [(m.claim.number, m.part) for m in found] == [("217 (III)", "A"), ("1514 (XV)", None)]
    assert {m.claim.body for m in found} == {"ga"}


PARTS = {
    "en": "in its resolutions 75/290 B and 53/243 A and B",
    "fr": "dans ses résolutions 75/290 B et 53/243 A et B",
    "es": "en sus resoluciones 75/290 B y 53/243 A y B",
    "ru": "в своих резолюциях 75/290 В и 53/243 А и В",
    "ar": "في قراريها 75/290 باء و 53/243 ألف وباء",
    "zh": "在其第75/290 B号和第53/243 A和B号决议中",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_part_letters_stay_apart_from_the_number(language: Language, read: Reader) -> None:
    found = read(find_numbers, PARTS[language], language)
    assert [(m.claim.number, m.part) for m in found] == [("75/290", "B"), ("53/243", "A and B")]


SPECIAL = {
    "en": "General Assembly resolutions S-27/2 and ES-10/19",
    "fr": "les résolutions S-27/2 et ES-10/19 de l’Assemblée générale",
    "es": "las resoluciones de la Asamblea General S-27/2 y ES-10/19",
    "ru": "резолюции S-27/2 и ES-10/19 Генеральной Ассамблеи",
    "ar": "قراري الجمعية العامة دإ-27/2 و دإط-10/19",
    "zh": "大会S-27/2号和ES-10/19号决议",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_special_and_emergency_sessions(language: Language, read: Reader) -> None:
    assert [n for n, _, _ in claims(read, SPECIAL[language], language)] == ["S-27/2", "ES-10/19"]


SMALL = {
    "en": "Commission on Crime Prevention and Criminal Justice resolutions 16/1 of 27 April 2007 and 23/1 of 16 May 2014",
    "fr": "les résolutions 16/1 du 27 avril 2007 et 23/1 du 16 mai 2014 de la Commission pour la prévention du crime et la justice pénale",
    "es": "las resoluciones 16/1, de 27 de abril de 2007, y 23/1, de 16 de mayo de 2014, de la Comisión de Prevención del Delito y Justicia Penal",
    "ru": "резолюции 16/1 от 27 апреля 2007 года и 23/1 от 16 мая 2014 года Комиссии по предупреждению преступности и уголовному правосудию",
    "ar": "قراري لجنة منع الجريمة والعدالة الجنائية 16/1 المؤرخ 27 نيسان/أبريل 2007 و 23/1 المؤرخ 16 أيار/مايو 2014",
    "zh": "预防犯罪和刑事司法委员会2007年4月27日第16/1号和2014年5月16日第23/1号决议",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_small_bodies_keep_their_numbers(language: Language, read: Reader) -> None:
    """A/RES/76/185: their numbers look like the Assembly's."""
    assert [(n, b) for n, b, _ in claims(read, SMALL[language], language)] == [
        ("16/1", "commission"), ("23/1", "commission"),
    ]  # fmt: skip


ANTECEDENT = {
    "en": "as endorsed by the Human Rights Council in its resolution 17/4,",
    "fr": "approuvés par le Conseil des droits de l’homme dans sa résolution 17/4,",
    "es": "que hizo suyos el Consejo de Derechos Humanos en su resolución 17/4,",
    "ru": "одобренных Советом по правам человека в его резолюции 17/4,",
    "ar": "التي أيدها مجلس حقوق الإنسان في قراره 17/4،",
    "zh": "人权理事会在其第17/4号决议中核可的",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_is_the_body_that_the_words_tie_to_it(language: Language, read: Reader) -> None:
    assert claims(read, ANTECEDENT[language], language) == [("17/4", "hrc", "resolution")]


TITLED = {
    "en": "Recalling its resolution 70/1 of 25 September 2015, entitled “Transforming our world”, and",
    "fr": "Rappelant sa résolution 70/1 du 25 septembre 2015, intitulée « Transformer notre monde », et",
    "es": "Recordando su resolución 70/1, de 25 de septiembre de 2015, titulada “Transformar nuestro mundo”, y",
    "ru": "ссылаясь на свою резолюцию 70/1 от 25 сентября 2015 года, озаглавленную «Преобразование нашего мира», и",
    "ar": "إذ تشير إلى قرارها 70/1 المؤرخ 25 أيلول/سبتمبر 2015، المعنون ”تحويل عالمنا“، و",
    "zh": "重申其2015年9月25日题为“变革我们的世界”的第70/1号决议，",
}
TITLES = {
    "en": "Transforming our world", "fr": "Transformer notre monde",
    "es": "Transformar nuestro mundo", "ru": "Преобразование нашего мира",
    "ar": "تحويل عالمنا", "zh": "变革我们的世界",
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_title_and_date_that_the_text_states(language: Language, read: Reader) -> None:
    (found,) = read(find_numbers, TITLED[language], language)
    assert (found.title, found.date) == (TITLES[language], "2015-09-25")
    assert found.extent is not None
    assert TITLES[language] in TITLED[language][found.extent.start : found.extent.end]


SEVERAL = {
    "en": "Recalling its resolutions 74/170 of 18 December 2019 and 76/183 of 16 December 2021, both entitled “Sport”, and",
    "fr": "Rappelant ses résolutions 74/170 du 18 décembre 2019 et 76/183 du 16 décembre 2021, intitulées « Sport », et",
    "es": "Recordando sus resoluciones 74/170, de 18 de diciembre de 2019, y 76/183, de 16 de diciembre de 2021, tituladas “Sport”, y",
    "ru": "ссылаясь на свои резолюции 74/170 от 18 декабря 2019 года и 76/183 от 16 декабря 2021 года, озаглавленные «Sport», и",
    "ar": "إذ تشير إلى قراريها 74/170 المؤرخ 18 كانون الأول/ديسمبر 2019 و 76/183 المؤرخ 16 كانون الأول/ديسمبر 2021، المعنونين ”Sport“، و",
    "zh": "回顾其题为“Sport”的2019年12月18日第74/170号决议和2021年12月16日第76/183号决议，",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_title_said_of_several_numbers_is_that_of_each(language: Language, read: Reader) -> None:
    """A/RES/77/237, shortened: "intitulées", or the title before the group in Chinese."""
    assert [m.title for m in read(find_numbers, SEVERAL[language], language)] == ["Sport", "Sport"]


def test_a_title_behind_its_date_is_that_of_one_number(read: Reader) -> None:
    text = "重申其2015年9月25日题为“变革我们的世界”的第70/1号决议和2015年7月27日第69/313号决议，"
    assert [m.title for m in read(find_numbers, text, "zh")] == ["变革我们的世界", None]


def test_a_subject_without_quotation_marks_is_no_title(read: Reader) -> None:
    """A/RES/77/155: the instrument that the resolution is on; its words belong to the mention."""
    text = "又重申其关于《亚的斯亚贝巴行动议程》的2015年7月27日第69/313号决议，"
    (found,) = read(find_numbers, text, "zh")
    assert (found.title, found.date) == (None, "2015-07-27")
    assert found.extent is not None
    assert text[found.extent.start : found.extent.end].startswith("其关于《亚的斯亚贝巴行动议程》")


def test_each_number_of_a_list_begins_with_its_own_words(read: Reader) -> None:
    """A/RES/78/265 pp2, shortened."""
    text = "又重申其2015年9月25日题为“甲”的第70/1号决议、2015年7月27日题为“乙”的第69/313号决议和第60/1号决议，"
    found = read(find_numbers, text, "zh")
    assert [text[m.extent.start : m.extent.end] for m in found if m.extent] == [
        "其2015年9月25日题为“甲”的第70/1号决议", "2015年7月27日题为“乙”的第69/313号决议", "第60/1号决议",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "dates"),
    [
        ("zh", "2014年12月29日第69/245号、第70/235号决议", ["2014-12-29", None]),
        ("zh", "安全理事会2017年7月20日第2368(2017)号、第2462(2019)号决议", ["2017-07-20", None]),
        ("zh", "2021年6月30日第75/253 B号和第75/253 C号决议", ["2021-06-30", "2021-06-30"]),
        ("en", "resolutions 65/37 A, 65/37 B of 4 April 2011", [None, "2011-04-04"]),
    ],
)
def test_a_date_is_shared_only_by_numbers_of_one_session(
    language: Language, text: str, dates: list[str | None], read: Reader
) -> None:
    """A/RES/75/239, A/RES/75/291, A/RES/77/263."""
    assert [m.date for m in read(find_numbers, text, language)] == dates


BOTH = {
    "en": "Recalling Human Rights Council resolution 53/29 of 14 July 2023 and decision 57/115 of 9 October 2024,",
    "fr": "Rappelant la résolution 53/29 du 14 juillet 2023 et la décision 57/115 du 9 octobre 2024 du Conseil des droits de l’homme,",
    "es": "Recordando la resolución 53/29 del Consejo de Derechos Humanos, de 14 de julio de 2023, y la decisión 57/115, de 9 de octubre de 2024,",
    "ru": "ссылаясь на резолюцию 53/29 Совета по правам человека от 14 июля 2023 года и решение 57/115 от 9 октября 2024 года,",
    "ar": "وإذ تشير إلى قرار مجلس حقوق الإنسان 53/29 المؤرخ 14 تموز/يوليه 2023 والمقرر 57/115 المؤرخ 9 تشرين الأول/أكتوبر 2024،",
    "zh": "回顾人权理事会2023年7月14日第53/29号决议和2024年10月9日第57/115号决定，",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_body_stays_where_the_type_turns(language: Language, read: Reader) -> None:
    assert claims(read, BOTH[language], language) == [
        ("53/29", "hrc", "resolution"), ("57/115", "hrc", "decision"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "to establish posts at the P-2/1 level, available 24/7 in 2025/26"),
        ("en", "General recommendation No. 38 (2020) of the Committee"),
        ("en", "in accordance with order No. 21/038 of 5 July 2021"),
        ("en", "International Maritime Organization, document LC 30/16, annex 6"),
        ("zh", "2025/26年期间每周7天每天24小时(24/7)的P-2/1职等"),
        ("zh", "关于贩运妇女问题的第38(2020)号一般性建议"),
        ("fr", "recommandation générale no 38 (2020) ; postes P-2/1 ; 24/7"),
        ("es", "recomendación general núm. 38 (2020); puestos de categoría P-2/1"),
        ("ru", "общая рекомендация № 38 (2020); должности уровня С-2/1"),
        ("ar", "التوصية العامة رقم 38 (2020)؛ ووظائف برتبة ف-2/1"),
    ],
)
def test_grades_hours_years_and_general_recommendations_cite_nothing(
    language: Language, text: str, read: Reader
) -> None:
    assert claims(read, text, language) == []


def test_a_title_between_two_numbers_does_not_break_their_chain(read: Reader) -> None:
    text = (
        "Recalling its resolutions 58/13 of 3 December 2003, entitled “Role of the Security "
        "Council and of decisions”, and 60/2 of 6 October 2005"
    )
    assert claims(read, text, "en") == [
        ("58/13", "self", "resolution"),
        ("60/2", "self", "resolution"),
    ]


def test_a_range_is_one_mention(read: Reader) -> None:
    (found,) = read(find_numbers, "its resolutions 74/1 to 74/5 on the budget", "en")
    assert (found.surface, found.claim.number) == ("74/1 to 74/5", "74/1-74/5")


def test_a_body_behind_the_subject_of_a_bare_number(read: Reader) -> None:
    """A/HRC/RES/56/20: "resolution 60/2 on women …, adopted by the Commission on …"."""
    text = (
        "Recalling also resolution 60/2 on women, the girl child and HIV and AIDS, adopted by "
        "the Commission on the Status of Women on 24 March 2016,"
    )
    assert claims(read, text, "en", organ="hrc") == [("60/2", "commission", "resolution")]


def test_a_date_tells_the_council_from_the_assembly(read: Reader) -> None:
    """A/RES/77/227: 50/3 of 2022 is no resolution of the Assembly's session of 1995."""
    text = (
        "Recalling the resolutions of the Human Rights Council, the most recent of which being "
        "resolutions 50/3 of 7 July 2022 and S-29/1 of 12 February 2021,"
    )
    assert [b for _, b, _ in claims(read, text, "en")] == ["hrc", "hrc"]


def test_the_mention_carries_the_note_behind_its_date(read: Reader) -> None:
    text = "Human Rights Council resolution 17/4 of 16 June 2011, and welcoming"
    at = text.index(", and") + 1
    (found,) = read(find_numbers, text, "en", markers=(Marker("note7", at, Span(at, at)),))
    assert found.note == "note7"


def test_numbers_on_the_cover_tell_of_the_document_itself(read: Reader) -> None:
    assert read(find_numbers, "78/265. Its resolution 70/1", "en", role="title") == []


@settings(max_examples=300, deadline=None)
@given(
    text=st.text(
        st.one_of(
            st.sampled_from("0123456789/()-. ,IVXABS第号其决议大会ألفدإو“”«»的"),
            st.characters(),
        ),
        max_size=120,
    ),
    language=st.sampled_from(LANGUAGES),
)
def test_any_text_is_read_and_surfaces_stand_at_their_places(
    paragraph: Callable[..., Document], text: str, language: Language
) -> None:
    document = paragraph("resolutions " + text, language)
    found = list(find_numbers(document.paragraphs[0], context_of(document, Authority())))
    for mention in found:
        assert document.text[mention.span.start : mention.span.end] == mention.surface
    assert all(a.until <= b.at for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("language", "text", "numbers"),
    [
        (
            "en",
            "its resolution 79/257 on the budget, asks for a report in 2025/26, open 24/7",
            ["79/257"],
        ),
        ("en", "resolutions on the budget for the period 2025/26", []),
        ("en", "Economic and Social Council resolution 2025/26", ["2025/26"]),
        (
            "en",
            "in resolution 2428 (2018) and renewed in 2471 (2019)",
            ["2428 (2018)", "2471 (2019)"],
        ),
        (
            "fr",
            "La résolution 2021/2 du 14 septembre 2020 porte dorénavant le numéro 2021/2 A",
            ["2021/2", "2021/2"],
        ),
        (
            "ru",
            "резолюции 69/43 от 2 декабря 2014 года 70/56 от 7 декабря 2015 года",
            ["69/43", "70/56"],
        ),
        ("ar", "في قرار المجلس 2007/8 المؤرخ 25 تموز/يوليه 2007", ["2007/8"]),
    ],
)
def test_a_further_number_of_a_list_is_joined_to_it(
    language: Language, text: str, numbers: list[str], read: Reader
) -> None:
    """E/RES/2021/2 B, A/RES/76/53 (a comma is missing), E/RES/2022/15."""
    assert [n for n, _, _ in claims(read, text, language, organ="ecosoc")] == numbers


def test_emergency_sessions_share_no_date(read: Reader) -> None:
    found = read(find_numbers, "resolutions ES-10/19 and ES-10/24 of 18 September 2024", "en")
    assert [m.date for m in found] == [None, "2024-09-18"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "la résolution 67/2 de la Commission des stupéfiants et la décision 55/101 de la Commission de statistique",
        ),
        (
            "es",
            "la resolución 67/2 de la Comisión de Estupefacientes y la decisión 55/101 de la Comisión de Estadística",
        ),
        (
            "ru",
            "резолюцию 67/2 Комиссии по наркотическим средствам и решение 55/101 Статистической комиссии",
        ),
        (
            "en",
            "Commission on Narcotic Drugs resolution 67/2 and Statistical Commission decision 55/101",
        ),
        ("ar", "قرار لجنة المخدرات 67/2، ومقرر اللجنة الإحصائية 55/101"),
        ("zh", "麻醉药品委员会第67/2号决议和统计委员会第55/101号决定"),
    ],
)
def test_two_small_bodies_in_a_row(language: Language, text: str, read: Reader) -> None:
    assert claims(read, text, language) == [
        ("67/2", "commission", "resolution"), ("55/101", "commission", "decision"),
    ]  # fmt: skip


def test_a_chinese_number_has_its_sign_or_stands_in_a_list(read: Reader) -> None:
    text = "在2025/26年度，每周7天每天24小时(24/7)，按照大会第79/257号和80/1号决议"
    assert [n for n, _, _ in claims(read, text, "zh")] == ["79/257", "80/1"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "as requested by the Economic and Social Council in its resolution 2023/3, the "
               "Commission on Science and Technology for Development will collect inputs"),
        ("fr", "comme demandé par le Conseil économique et social dans sa résolution 2023/3, la "
               "Commission de la science et de la technique au service du développement recueillera"),
        ("es", "conforme a lo solicitado por el Consejo Económico y Social en su resolución 2023/3, "
               "la Comisión de Ciencia y Tecnología para el Desarrollo recabará"),
        ("ru", "в соответствии с просьбой Экономического и Социального Совета, содержащейся в его "
               "резолюции 2023/3, Комиссия по науке и технике в целях развития соберет"),
        ("ar", "بناء على طلب المجلس الاقتصادي والاجتماعي في قراره 2023/3، ستجمع اللجنة المعنية "
               "بتسخير العلم والتكنولوجيا لأغراض التنمية"),
        ("zh", "按照经济及社会理事会第2023/3号决议的要求，科学和技术促进发展委员会将收集"),
    ],
)  # fmt: skip
def test_who_acts_behind_the_comma_did_not_adopt_it(
    language: Language, text: str, read: Reader
) -> None:
    """A/RES/78/132, paragraph 54."""
    assert claims(read, text, language) == [("2023/3", "ecosoc", "resolution")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "les résolutions 5/1, sur la mise en place des institutions du Conseil, et 5/2, sur le "
            "Code de conduite pour les titulaires de mandat, du Conseil des droits de l’homme",
        ),
        (
            "ru",
            "резолюции 5/1 об институциональном строительстве Совета и 5/2 о Кодексе поведения "
            "мандатариев специальных процедур Совета по правам человека",
        ),
    ],
)
def test_a_list_with_subjects_has_one_body(read: Reader, language: Language, text: str) -> None:
    """No session of the Assembly is written "5/1", and both are of one session."""
    assert {body for _, body, _ in claims(read, text, language)} == {"hrc"}


REGIME = {
    "ar": "وإذ يشير إلى القرارات 1267 (1999) و 1989 (2011) و 2253 (2015)، واللجنة العاملة بموجب القرارات 1267/1989/2253 في تحديد",
    "en": "Recalling resolutions 1267 (1999), 1989 (2011) and 2253 (2015), the list under resolutions 1267/1989/2253 shall",
    "es": "Recordando las resoluciones 1267 (1999), 1989 (2011) y 2253 (2015), la lista de las resoluciones 1267/1989/2253 será",
    "fr": "Rappelant les résolutions 1267 (1999), 1989 (2011) et 2253 (2015), la liste des résolutions 1267/1989/2253 est",
    "ru": "ссылаясь на резолюции 1267 (1999), 1989 (2011) и 2253 (2015), Комитету, учрежденному резолюциями 1267/1989/2253, и",
    "zh": "回顾第1267(1999)、1989(2011)和2253(2015)号决议，根据第1267/1989/2253号决议所设",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_with_strokes_between_them_are_each_a_resolution(
    language: Language, read: Reader
) -> None:
    """S/RES/2560(2020) pp5: the Committee of three resolutions; one without a year makes it none."""
    found = read(find_bare_numbers, REGIME[language], language, organ="sc")
    assert [m.claim.number for m in found] == ["1267 (1999)", "1989 (2011)", "2253 (2015)"]
    unknown = REGIME[language].replace("1267/1989/2253", "1267/9989/2253")
    assert read(find_bare_numbers, unknown, language, organ="sc") == []


def test_a_pair_of_resolutions_is_no_number_of_a_session(read: Reader) -> None:
    """S/RES/2611(2021) op2 in Arabic."""
    text = "العامل بموجب قراري مجلس الأمن 1267/1988، المنشأ بموجب القرار 1526 (2004)"
    assert claims(read, text, "ar") == [("1526 (2004)", None, "resolution")]


ITS_BEFORE_WHOSE = {
    "en": "Notes that, in its resolution 42/22 of 26 September 2019, the Human Rights Council requested the Working Group",
    "es": "Observa que, en su resolución 42/22, de 26 de septiembre de 2019, el Consejo de Derechos Humanos pidió al Grupo de Trabajo",
    "ru": "отмечает, что в своей резолюции 42/22 от 26 сентября 2019 года Совет по правам человека просил Рабочую группу",
}


@pytest.mark.parametrize("language", ITS_BEFORE_WHOSE)
def test_its_may_stand_before_the_body_that_is_meant(read: Reader, language: Language) -> None:
    """A/RES/76/188, paragraph 102: the resolution is the Council's, though the Assembly speaks."""
    assert claims(read, ITS_BEFORE_WHOSE[language], language) == [("42/22", "hrc", "resolution")]


def test_what_another_body_will_do_makes_it_no_owner(read: Reader) -> None:
    """A/RES/78/132, paragraph 54: the resolution is the Economic and Social Council's."""
    text = "as requested by the Economic and Social Council in its resolution 2023/3, the Commission on Science and Technology for Development will collect inputs"
    assert claims(read, text, "en") == [("2023/3", "ecosoc", "resolution")]


AT_ITS_SESSION = {
    "en": "Noting the adoption, by the Economic and Social Commission for Asia and the Pacific at its seventy-second session, of resolution 72/7 on regional cooperation",
    "fr": "Notant l’adoption, le 19 mai 2016, par la Commission économique et sociale pour l’Asie et le Pacifique, à sa soixante-douzième session, de la résolution 72/7 sur la coopération régionale",
    "es": "Observando que la Comisión Económica y Social para Asia y el Pacífico aprobó, en su 72º período de sesiones, la resolución 72/7, relativa a la cooperación regional",
}


@pytest.mark.parametrize("language", AT_ITS_SESSION)
def test_what_a_body_adopts_at_its_session_is_its_own(read: Reader, language: Language) -> None:
    """A/RES/76/211, preamble: no resolution of the Assembly, of which no date tells in French."""
    assert claims(read, AT_ITS_SESSION[language], language) == [
        ("72/7", "commission", "resolution")
    ]
