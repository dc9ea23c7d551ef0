"""Locators and provisions belong to the right citation, and swallow what is no citation."""

# ruff: noqa: E501 - official sentences stay on one line

from __future__ import annotations

from collections.abc import Callable

import pytest

from recalling.authority import Authority, load_authority
from recalling.extractors import find
from recalling.model import Document, NumberClaim

Maker = Callable[..., Document]


def found(
    paragraph: Maker, text: str, language: str, role: str = "note"
) -> list[tuple[str, str | None]]:
    document = paragraph(text, language, role=role)
    return [(m.surface, m.part) for m in find(document, Authority()).mentions]


def test_each_number_has_its_own_locator(paragraph: Maker) -> None:
    """A/RES/77/196: "resolution 50/81, annex, and resolution 62/126, annex"."""
    assert found(paragraph, "Resolution 50/81, annex, and resolution 62/126, annex.", "en") == [
        ("50/81", "annex"),
        ("62/126", "annex"),
    ]


def test_a_locator_of_what_follows_is_not_of_what_precedes(paragraph: Maker) -> None:
    """«S/2017/931, приложение, и S/2018/620, приложение» (A/RES/75/55, note 7)."""
    assert found(paragraph, "См. S/2017/931, приложение, и S/2018/620, приложение.", "ru") == [
        ("S/2017/931", "annex"),
        ("S/2018/620", "annex"),
    ]


def test_a_document_and_its_corrigendum_share_the_locator(paragraph: Maker) -> None:
    """A/RES/77/62, note 1."""
    text = "见《大会的报告》(A/CONF.192/15和A/CONF.192/15/Corr.1)，第四章，第24段。"
    assert found(paragraph, text, "zh") == [
        ("A/CONF.192/15", "chap. IV, para. 24"),
        ("A/CONF.192/15/Corr.1", "chap. IV, para. 24"),
    ]


def test_a_decision_in_a_document_is_a_locator(paragraph: Maker) -> None:
    """FCCC/CP/2015/10/Add.1, decision 1/CP.21; a commission's resolution in its report."""
    assert found(paragraph, "انظر FCCC/CP/2015/10/Add.1، المقرر 1/م أ-21، المرفق.", "ar") == [
        ("FCCC/CP/2015/10/Add.1", "decision 1/CP.21, annex")
    ]
    assert found(paragraph, "A/56/1026-S/2002/932, annexe II, résolution 14/221.", "fr") == [
        ("A/56/1026-S/2002/932", "annex II, resolution 14/221")
    ]


def test_a_resolution_in_the_council_s_report_is_the_council_s(paragraph: Maker) -> None:
    """A/RES/75/176: (A/74/53/Add.1), chap. III, resolution 42/12."""
    text = (
        "See Official Records of the General Assembly, Seventy-fourth Session, Supplement No. 53A "
        "(A/74/53/Add.1), chap. III, resolution 42/12."
    )
    document = paragraph(text, "en", role="note")
    report, resolution = find(document, Authority()).mentions
    assert report.part == "chap. III"
    assert isinstance(resolution.claim, NumberClaim)
    assert (resolution.claim.number, resolution.claim.body) == ("42/12", "hrc")


@pytest.mark.parametrize(
    ("text", "language", "part"),
    [
        ("recalling paragraph 8 of the annex to its resolution 2 (I)", "en", "annex, para. 8"),
        ("大会第78/1号决议附件", "zh", "annex"),
        ("rappelant le paragraphe 4 de la résolution 2216 (2015)", "fr", "para. 4"),
        (
            "Recordando el párrafo 11 de la sección XIII de su resolución 74/263",
            "es",
            "sect. XIII, para. 11",
        ),
        ("согласно пункту 7 резолюции 1960 (2010)", "ru", "para. 7"),
        ("وإذ تشير إلى الفقرة 60 من القرار 74/18", "ar", "para. 60"),
        ("وإذ تشير إلى الجزء الثالث من القرار 73/279", "ar", "sect. III"),
        ("وإذ تشير إلى الجزأين الثالث والسابع من القرار 69/262", "ar", "sects. III and VII"),
        ("Rappelant le titre XI de sa résolution 64/243", "fr", "part XI"),
        ("回顾其第64/243号决议第十一编", "zh", "part XI"),
        ("measures in paragraphs 1, 3, and 7 of resolution 70/1", "en", "paras. 1, 3 and 7"),
        ("Recalling para 37 of resolution 70/1", "en", "para. 37"),
        ("Recalls OP 19(b) of resolution 70/1", "en", "para. 19 (b)"),
        (
            "Recordando el artículo 2, párrafo 4, del anexo II de la resolución 70/1",
            "es",
            "annex II, art. 2, para. 4",
        ),
    ],
)
def test_provisions_before_and_behind(
    paragraph: Maker, text: str, language: str, part: str
) -> None:
    """The outer part comes first, in whatever order it is printed."""
    ((_, read),) = found(paragraph, text, language, role="pp")
    assert read == part


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("وإذ تشير إلى الفقرات 156 و 171 إلى 188 و 219 من القرار 71/123", "ar"),
        ("recalling paragraphs 156, 171 to 188 and 219 of resolution 71/123", "en"),
        ("recordando los párrafos 156, 171 a 188 y 219 de la resolución 71/123", "es"),
        ("rappelant les paragraphes 156, 171 à 188 et 219 de la résolution 71/123", "fr"),
        ("ссылаясь на пункты 156, 171–188 и 219 резолюции 71/123", "ru"),
        ("回顾第71/123号决议第156、171至188和219段", "zh"),
    ],
)
def test_a_range_in_a_row(paragraph: Maker, text: str, language: str) -> None:
    """A/RES/77/118, operative paragraph 206."""
    ((_, read),) = found(paragraph, text, language, role="pp")
    assert read == "paras. 156, 171–188 and 219"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("resolutions 45/248 B, section VI, of 21 December 1990, 55/231 of 1 May 2001", "en"),
        ("resoluciones 45/248 B, sección VI, de 21 de diciembre de 1990, 55/231", "es"),
        ("résolutions 45/248 B, section VI, du 21 décembre 1990, 55/231", "fr"),
    ],
)
def test_a_date_behind_a_locator_is_not_what_it_is_of(
    paragraph: Maker, text: str, language: str
) -> None:
    """A/RES/75/252, first preambular paragraph."""
    assert [part for _, part in found(paragraph, text, language, role="pp")] == [
        "B, sect. VI",
        None,
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the Charter of the United Nations, in particular the provisions of its Articles 1 "
         "and 55,"),
        ("fr", "la Charte des Nations Unies, en particulier les dispositions de ses Articles 1 et "
         "55,"),
        ("es", "la Carta de las Naciones Unidas, en particular las disposiciones de sus Artículos "
         "1 y 55,"),
        ("ru", "Уставом Организации Объединенных Наций, в частности положениями его статей 1 и "
         "55,"),
        ("ar", "ميثاق الأمم المتحدة ومبادئه، ولا سيما أحكام المادتين 1 و 55 منه،"),
        ("zh", "《联合国宪章》的宗旨和原则，特别是其中第一条和第五十五条的规定，"),
    ],
)  # fmt: skip
def test_provisions_of_its_articles(paragraph: Maker, language: str, text: str) -> None:
    """As A/HRC/RES/55/30, first paragraph, has it."""
    (charter,) = find(paragraph(text, language), load_authority()).mentions
    assert charter.part in ("arts. 1 and 55", "art. 1, art. 55")


SECTIONS = {
    "ar": "يصبح المقرر 76/402، الوارد في الفرع ألف من الوثائق الرسمية للجمعية العامة، الدورة السادسة والسبعون، الملحق رقم 49 (A/76/49)، المجلد الثاني، المقرر 76/402 ألف.",
    "en": "Decision 76/402, in section A of the Official Records of the General Assembly, Seventy-sixth Session, Supplement No. 49 (A/76/49), vol. II, becomes decision 76/402 A.",
    "es": "La decisión 76/402, que figura en la sección A de los Documentos Oficiales de la Asamblea General, septuagésimo sexto período de sesiones, suplemento núm. 49 (A/76/49), vol. II, pasa a ser la decisión 76/402 A.",
    "fr": "La décision 76/402, qui figure à la section A des Documents officiels de l’Assemblée générale, soixante-seizième session, Supplément no 49 (A/76/49), vol. II, porte dorénavant le numéro 76/402 A.",
    "ru": "Решение 76/402 в разделе A Официальных отчетов Генеральной Ассамблеи, семьдесят шестая сессия, Дополнение № 49 (A/76/49), т. II, становится решением 76/402 A.",
    "zh": "《大会正式记录，第七十六届会议，补编第49号》(A/76/49)，第二卷A节中的第76/402号决定成为第76/402 A号决定。",
}


@pytest.mark.parametrize("language", SECTIONS)
def test_a_section_of_official_records(paragraph: Maker, language: str) -> None:
    """A/DEC/76/402, note 1: the section stands before the records' title, the volume behind."""
    assert found(paragraph, SECTIONS[language], language)[1 if language != "zh" else 0] == (
        "A/76/49",
        "vol. II, sect. A",
    )


def test_a_section_with_a_number_in_chinese(paragraph: Maker) -> None:
    """A/DEC/76/548, note 1."""
    text = SECTIONS["zh"].replace("A节", "B.6节")
    assert found(paragraph, text, "zh")[0] == ("A/76/49", "vol. II, sect. B.6")


@pytest.mark.parametrize(
    ("language", "text", "part"),
    [
        (
            "en",
            "paragraph 2 of article 3 and paragraph 4 of article 5 of resolution 70/1",
            "art. 3, para. 2, art. 5, para. 4",
        ),
        (
            "fr",
            "de l’alinéa a) de l’article 99 et de l’article 103 de la résolution 70/1",
            "art. 99 (a), art. 103",
        ),
        (
            "es",
            "en el párrafo 1 del artículo 3 y en el artículo 5 de la resolución 70/1",
            "art. 3, para. 1, art. 5",
        ),
        ("fr", "des clauses 3.2 et 3.4 de la résolution 70/1", "sects. 3.2 and 3.4"),
        ("es", "de los puntos 3.2 y 3.4 de la resolución 70/1", "sects. 3.2 and 3.4"),
    ],
)
def test_what_stands_inside_which_article(
    paragraph: Maker, language: str, text: str, part: str
) -> None:
    """A/DEC/76/421 (fr) names a point of one rule, then another rule; S/RES/2603(2021) clauses."""
    assert found(paragraph, text, language, "pp") == [("70/1", part)]


def test_articles_before_a_name_are_that_names(paragraph: Maker) -> None:
    """A/HRC/RES/56/3 pp 1: not of the Charter, behind which they stand."""
    text = (
        "руководствуясь принципами Устава Организации Объединенных Наций, статьями 7, 8 и 9 "
        "Всеобщей декларации прав человека,"
    )
    mentions = find(paragraph(text, "ru"), load_authority()).mentions
    assert [m.part for m in mentions] == [None, "arts. 7, 8 and 9"]
