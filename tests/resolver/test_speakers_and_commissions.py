"""Numbers of commissions, and of a council that does not name itself, in six languages."""

# ruff: noqa: E501 - official sentences stay on one line

from __future__ import annotations

import pytest

from recalling.model import Cover, Document, Flow, Language, Organ, Paragraph, Span
from worded import resolved, worded


def keys(text: str, language: Language, organ: Organ, symbol: str) -> list[str]:
    """The keys of what one paragraph of an organ's resolution cites."""
    found = resolved(worded(text, language, organ=organ, symbol=symbol))
    return [citation.instrument.key for citation in found.citations]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the establishment of the Statistical Commission, as amended by resolution 8 (II) of 21 June 1946, and its resolution 1566 (L) of 3 May 1971, which indicated"),
        ("fr", "la création de la Commission de statistique, telle que modifiée par la résolution 8 (II) du 21 juin 1946, et sa résolution 1566 (L) du 3 mai 1971, dans laquelle"),
        ("es", "al establecimiento de la Comisión de Estadística, modificada por la resolución 8 (II), de 21 de junio de 1946, y su resolución 1566 (L), de 3 de mayo de 1971, en la que"),
        ("ru", "об учреждении Статистической комиссии с поправками, внесенными резолюцией 8 (II) от 21 июня 1946 года, и свою резолюцию 1566 (L) от 3 мая 1971 года, в которой"),
        ("zh", "关于设立统计委员会的1946年6月21日第8(II)号决议和1971年5月3日第1566(L)号决议，其中指出"),
        ("ar", "بشأن إنشاء اللجنة الإحصائية، بصيغته المعدلة بموجب القرار 8 (د-2) المؤرخ 21 حزيران/يونيه 1946، وقراره 1566 (د-50) المؤرخ 3 أيار/مايو 1971، الذي أشار"),
    ],
)  # fmt: skip
def test_a_date_tells_the_councils_own_number(language: Language, text: str) -> None:
    """As pp10 of E/RES/2022/3: neither the Assembly's nor the Commission's."""
    assert keys(text, language, "ecosoc", "E/RES/2022/3") == [
        "doc/E/RES/8(II)",
        "doc/E/RES/1566(L)",
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "its mandate as established by the Commission on Human Rights in its resolution 1998/72 and"),
        ("fr", "que la Commission des droits de l’homme, par sa résolution 1998/72, et lui-même"),
        ("es", "le encomendaron la Comisión de Derechos Humanos, en su resolución 1998/72, y"),
        ("ru", "мандата, сформулированного Комиссией по правам человека в ее резолюции 1998/72 и"),
        ("zh", "及时完成人权委员会第1998/72号决议所确立的任务，"),
        ("ar", "كما حددتها لجنة حقوق الإنسان في قرارها 1998/72 و"),
    ],
)  # fmt: skip
def test_a_commissions_own_resolution_of_a_year(language: Language, text: str) -> None:
    """As pp25 of A/HRC/RES/54/18: not the Economic and Social Council's."""
    assert keys(text, language, "hrc", "A/HRC/RES/54/18") == [
        "other/A/HRC/RES/54/18/resolution/1998-72"
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Recalling United Nations Habitat Assembly resolution 2/7 of 9 June 2023"),
        ("fr", "Rappelant la résolution 2/7 de l’Assemblée du Programme des Nations Unies pour les établissements humains, en date du 9 juin 2023"),
        ("es", "Recordando la resolución 2/7 de la Asamblea de las Naciones Unidas sobre los Asentamientos Humanos"),
        ("ru", "ссылаясь на резолюцию 2/7 Ассамблеи Хабитат Организации Объединенных Наций от 9 июня 2023 года"),
        ("zh", "回顾联合国人居大会2023年6月9日关于人人享有适当住房的第2/7号决议，"),
        ("ar", "وإذ يشير إلى قرار جمعية موئل الأمم المتحدة 2/7 المؤرخ 9 حزيران/يونيه 2023"),
    ],
)  # fmt: skip
def test_the_habitat_assembly(language: Language, text: str) -> None:
    """As pp7 of A/HRC/RES/55/11."""
    assert keys(text, language, "hrc", "A/HRC/RES/55/11") == ["other/unhabitat/resolution/2-7"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Noting Economic and Social Commission for Asia and the Pacific resolution 78/2 of 27 May 2022"),
        ("fr", "Prenant note de la résolution 78/2 de la Commission économique et sociale pour l’Asie et le Pacifique"),
        ("es", "Tomando nota de la resolución 78/2 de la Comisión Económica y Social para Asia y el Pacífico"),
        ("ru", "принимая к сведению резолюцию 78/2 Экономической и социальной комиссии для Азии и Тихого океана"),
        ("zh", "注意到亚洲及太平洋经济社会委员会2022年5月27日第78/2号决议，"),
        ("ar", "وإذ يحيط علما بقرار اللجنة الاقتصادية والاجتماعية لآسيا والمحيط الهادئ 78/2 المؤرخ 27 أيار/مايو 2022"),
    ],
)  # fmt: skip
def test_a_regional_commission(language: Language, text: str) -> None:
    """As pp1 of E/RES/2022/11."""
    assert keys(text, language, "ecosoc", "E/RES/2022/11") == [
        "other/E/RES/2022/11/resolution/78-2"
    ]


def test_low_numbers_are_no_decisions_of_the_human_rights_council() -> None:
    """Its decisions are numbered from 101: 13/1 is the Working Group on Ageing's."""
    text = "принимая к сведению принятое Рабочей группой открытого состава по проблемам старения на ее тринадцатой сессии решение 13/1 о выявлении"
    assert "doc/A/HRC/DEC/13/1" not in keys(text, "ru", "hrc", "A/HRC/RES/54/13")
    assert keys("Recalling its decision 13/1", "en", "hrc", "A/HRC/RES/54/13") == []
    assert keys("Recalling its decision 36/115", "en", "hrc", "A/HRC/RES/54/13") == [
        "doc/A/HRC/DEC/36/115"
    ]


def test_in_a_commissions_own_text_its_numbers_go_unnamed() -> None:
    """As in the annex of E/RES/2022/11: the sixty-ninth session of the Assembly was in 2014."""
    texts = (
        ("annex1:p1", "亚洲及太平洋经济社会委员会，"),
        ("annex1:p2", "以及关于会议结构的2013年5月1日第69/1号决议，"),
    )
    paragraphs, at = [], 0
    for label, text in texts:
        paragraphs.append(Paragraph(label, "attachment", Span(at, at + len(text)), Flow(text)))
        at += len(text)
    document = Document(
        name="one",
        text="".join(text for _, text in texts),
        language="zh",
        cover=Cover(symbol="E/RES/2022/11", organ="ecosoc", adopted="2022-07-22"),
        paragraphs=tuple(paragraphs),
    )
    found = resolved(document)
    assert [c.instrument.key for c in found.citations] == ["other/E/RES/2022/11/resolution/69-1"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the Economic Commission for Africa and taking into consideration General Assembly resolution 75/322 of 9 September 2021,"),
        ("fr", "la Commission économique pour l’Afrique et tenant compte de la résolution 75/322 de l’Assemblée générale en date du 9 septembre 2021,"),
        ("es", "la Comisión Económica para África y tomando en consideración la resolución 75/322 de la Asamblea General, de 9 de septiembre de 2021,"),
        ("ru", "Экономической комиссией для Африки и принимая во внимание резолюцию 75/322 Генеральной Ассамблеи"),
        ("zh", "和非洲经济委员会协作，考虑到大会2021年9月9日第75/322号决议，"),
        ("ar", "واللجنة الاقتصادية لأفريقيا، وفي ظل مراعاة قرار الجمعية العامة 75/322 المؤرخ 9 أيلول/سبتمبر 2021"),
    ],
)  # fmt: skip
def test_a_commissions_name_ends_before_the_next_verb(language: Language, text: str) -> None:
    """As op60 of E/RES/2022/6: the resolution behind it is the Assembly's."""
    assert keys(text, language, "ecosoc", "E/RES/2022/6") == ["doc/A/RES/75/322"]


@pytest.mark.parametrize(
    ("date", "symbol"),
    [
        ("26 September 2019", "A/HRC/RES/42/22"),
        ("30 November 1987", "A/RES/42/22"),
        ("16 December 2015", "A/RES/42/22"),
    ],
)
def test_a_date_that_is_the_councils_alone_tells_whose_number_it_is(date: str, symbol: str) -> None:
    """As A/RES/75/198 in French: "sa résolution 42/22, du 26 septembre 2019", said by the Assembly.

    A date that neither organ can have given is a misprint, and tells nothing.
    """
    (citation,) = resolved(worded(f"Recalling its resolution 42/22 of {date},", "en")).citations
    assert citation.instrument.symbol == symbol
