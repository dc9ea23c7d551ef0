"""The bundled resolution and small texts in six languages, read from plain text alone."""

from __future__ import annotations

import pytest

from recalling.model import AgendaItem, Document, Language
from recalling.model.resources import _PACKAGE
from recalling.readers import read_document, read_text


@pytest.fixture(scope="module")
def seed() -> Document:
    return read_document(_PACKAGE / "examples" / "A_RES_78_265.zh.txt")


def test_the_cover_of_the_bundled_resolution(seed: Document) -> None:
    cover = seed.cover
    assert seed.language == "zh"
    assert (cover.symbol, cover.organ, cover.session) == ("A/RES/78/265", "ga", "78")
    assert cover.agenda_items == (
        AgendaItem(
            "13", "联合国经济、社会及有关领域主要大型会议和首脑会议成果的统筹协调执行及后续行动"
        ),
    )
    assert cover.title == "抓住安全、可靠和值得信赖的人工智能系统带来的机遇，促进可持续发展"
    assert (cover.adopted, cover.plenary) == ("2024-03-21", True)
    assert (cover.meeting_number, cover.meeting) == (63, "A/78/PV.63")
    (draft,) = cover.drafts
    assert draft.symbol == "A/78/L.49"
    assert seed.text[draft.span.start : draft.span.end] == "A/78/L.49"


def test_the_paragraphs_of_the_bundled_resolution(seed: Document) -> None:
    labels = [paragraph.label for paragraph in seed.paragraphs]
    preamble = [label for label in labels if label.startswith("pp")]
    assert preamble == [f"pp{number}" for number in range(1, 10)]
    operative = [label for label in labels if label.startswith("op") and "(" not in label]
    assert operative == [f"op{number}" for number in range(1, 14)]
    assert [label for label in labels if label.startswith("op4(")] == [
        f"op4({p})" for p in "abcdefg"
    ]
    assert [label for label in labels if label.startswith("op6(")][-1] == "op6(q)"
    assert list(seed.notes) == [f"note{number}" for number in range(1, 11)]


def test_a_sentence_cut_by_notes_and_a_page_break_is_whole(seed: Document) -> None:
    (pp3,) = (paragraph for paragraph in seed.paragraphs if paragraph.label == "pp3")
    assert "第70/125号决议，包括《日内瓦原则宣言》" in pp3.flow.text
    assert [marker.note for marker in pp3.markers] == ["note2", "note3", "note4", "note5"]
    at = pp3.markers[2].at
    assert pp3.flow.text[:at].endswith("《突尼斯承诺》")
    assert pp3.flow.text[at:].startswith("和")


def test_every_paragraph_leads_back_to_its_place(seed: Document) -> None:
    for paragraph in seed.paragraphs:
        span = paragraph.flow.span(0, len(paragraph.flow.text))
        assert paragraph.span.contains(span)
        assert seed.text[span.start] == paragraph.flow.text[0]


def test_points_have_their_paragraph_as_parent(seed: Document) -> None:
    parents = {paragraph.label: paragraph.parent for paragraph in seed.paragraphs}
    assert parents["op4(b)"] == "op4"
    assert parents["op4"] is None


TITLES: dict[Language, tuple[str, str]] = {
    "en": ("The General Assembly,", "Recalling its resolution 70/1 of 25 September 2015,"),
    "fr": ("L’Assemblée générale,", "Rappelant sa résolution 70/1 du 25 septembre 2015,"),
    "es": ("La Asamblea General,", "Recordando su resolución 70/1, de 25 de septiembre de 2015,"),
    "ru": ("Генеральная Ассамблея,", "ссылаясь на свою резолюцию 70/1 от 25 сентября 2015 года,"),
    "zh": ("大会，", "回顾其2015年9月25日第70/1号决议，"),
    "ar": ("إن الجمعية العامة،", "إذ تشير إلى قرارها 70/1 المؤرخ 25 أيلول/سبتمبر 2015،"),
}
CLOSINGS: dict[Language, str] = {
    "en": "54th plenary meeting\n15 December 2022",
    "fr": "54e séance plénière\n15 décembre 2022",
    "es": "54ª sesión plenaria\n15 de diciembre de 2022",
    "ru": "54-е пленарное заседание\n15 декабря 2022 года",
    "zh": "第54次全体会议\n2022年12月15日",
    "ar": "الجلسة العامة 54\n15 كانون الأول/ديسمبر 2022",
}


@pytest.mark.parametrize("language", sorted(TITLES))
def test_each_language_has_its_counterpart(language: Language) -> None:
    formula, preamble = TITLES[language]
    number = "1 -" if language == "ar" else "1."
    closing = CLOSINGS[language]
    text = f"77/211. 5G\n\n{formula}\n\n{preamble}\n\n{number} 70/1.\n\n{closing}\n"
    document = read_text(text, "x", language)
    assert [paragraph.label for paragraph in document.paragraphs] == [
        "title", "formula", "pp1", "op1", "closing",
    ]  # fmt: skip
    assert document.cover.symbol == "A/RES/77/211"
    assert document.cover.adopted == "2022-12-15"
    assert document.cover.meeting == "A/77/PV.54"


@pytest.mark.parametrize(
    ("cover", "symbol", "meeting"),
    [
        ("S/RES/2583 (2021)\n\nResolution 2583 (2021)\n\nAdopted by the Security Council at its "
         "8808th meeting, on 29 June 2021\n\nThe Security Council,", "S/RES/2583(2021)",
         "S/PV.8808"),
        ("第2507(2020)号决议\n\n2020年1月31日安全理事会第8712次会议通过\n\n安全理事会，",
         "S/RES/2507(2020)", "S/PV.8712"),
        ("54/4. Women and girls\n\nThe Human Rights Council,", "A/HRC/RES/54/4", None),
        ("2022/20. Группа по Гаити\n\nЭкономический и Социальный Совет,", "E/RES/2022/20", None),
    ],
)  # fmt: skip
def test_the_organ_decides_the_symbol(cover: str, symbol: str, meeting: str | None) -> None:
    text = f"{cover}\n\n1. Decides to remain seized of the matter in the course of the year.\n"
    language: Language = "zh" if "决议" in cover else "ru" if "Группа" in cover else "en"
    document = read_text(text, "x", language)
    assert document.cover.symbol == symbol
    assert document.cover.meeting == meeting


def test_parts_of_an_a_b_document_have_their_letter() -> None:
    part = "The General Assembly,\n\nRecalling its resolution 70/1,\n\n1. Decides to go on.\n\n"
    closing = "54th plenary meeting\n24 December 2021\n\n"
    first, second = f"A\nAppropriations\n\n{part}", f"B\nIncome\n\n{part}"
    text = f"76/247. Budget for 2022\n\n{first}{closing}{second}{closing}"
    labels = [paragraph.label for paragraph in read_text(text, "x", "en").paragraphs]
    assert {"A:title", "A:pp1", "A:op1", "B:title", "B:pp1", "B:op1"} <= set(labels)


def test_a_second_run_of_numbers_and_an_annex() -> None:
    text = (
        "75/253. Special subjects\n\nThe General Assembly,\n\nI\n\nUmoja\n\n1. Takes note;\n\n"
        "2. Endorses it;\n\nII\n\nAfrica Hall\n\n1. Takes note of it.\n\n"
        "48th plenary meeting\n31 December 2020\n\nAnnex\n\nStatute\n\n1. There is a tribunal.\n"
    )
    labels = [paragraph.label for paragraph in read_text(text, "x", "en").paragraphs]
    assert [label for label in labels if "op" in label] == ["op1", "op2", "s2.op1"]
    assert "annex1:p1" in labels


def test_points_of_two_levels() -> None:
    text = (
        "77/1. Title\n\nThe General Assembly,\n\n1. Calls upon States:\n\n(a) To act:\n\n"
        "(i) Now;\n\n(ii) Here;\n\n(b) To rest.\n"
    )
    labels = [paragraph.label for paragraph in read_text(text, "x", "en").paragraphs]
    assert labels[2:] == ["op1", "op1(a)", "op1(a)(i)", "op1(a)(ii)", "op1(b)"]


@pytest.mark.parametrize(
    ("language", "title", "paragraph"),
    [
        (
            "ar",
            "بيان من رئيس مجلس الأمن",
            "”يشير مجلس الأمن إلى قراره 2320 (2016) وقراره 2378 (2017).",
        ),
        ("zh", "安全理事会主席的声明", "“安全理事会回顾其第2320(2016)号和第2378(2017)号决议。"),
        (
            "en",
            "Statement by the President of the Security Council",
            "“The Security Council recalls its resolutions 2320 (2016) and 2378 (2017).",
        ),
        (
            "fr",
            "Déclaration de la Présidente du Conseil de sécurité",
            "« Le Conseil de sécurité rappelle ses résolutions 2320 (2016) et 2378 (2017).",
        ),
        (
            "ru",
            "Заявление Председателя Совета Безопасности",
            "«Совет Безопасности ссылается на свои резолюции 2320 (2016) и 2378 (2017).",
        ),
        (
            "es",
            "Declaración de la Presidencia del Consejo de Seguridad",
            "“El Consejo de Seguridad recuerda sus resoluciones 2320 (2016) y 2378 (2017).",
        ),
    ],
)
def test_a_statement_by_the_president_is_read(language: str, title: str, paragraph: str) -> None:
    """S/PRST/2020/11 and its like: a title without a number, paragraphs between quotation marks."""
    document = read_text(f"S/PRST/2020/11\n\n{title}\n\n{paragraph}\n\n{paragraph}\n", "x")
    assert document.language == language
    cover = document.cover
    assert (cover.symbol, cover.organ, cover.type) == ("S/PRST/2020/11", "sc", "statement")
    assert [p.label for p in document.paragraphs] == ["cover", "title", "para1", "para2"]
    unsigned = read_text(f"{title}\n\n{paragraph}\n", "x")
    assert (unsigned.cover.symbol, unsigned.cover.type) == (None, "statement")


MARKDOWN = """# A/RES/77/1

## 77/1. Title of the matter

*The General Assembly*,

*Recalling* its resolution [70/1](https://undocs.org/A/RES/70/1) of 25 September 2015,[^1]

1\\. *Decides* to recall resolution 71/1;

2\\. *Requests* the Secretary\\-General to report.

[^1]: See resolution 66/288, annex.
"""


def test_markdown_is_read_as_what_it_prints() -> None:
    """As converters write it: headings, italics, escaped dots, footnotes called by [^1]."""
    document = read_text(MARKDOWN, "x.md")
    assert [(p.label, p.flow.text) for p in document.paragraphs] == [
        ("cover", "A/RES/77/1"),
        ("title", "77/1. Title of the matter"),
        ("formula", "The General Assembly,"),
        ("pp1", "Recalling its resolution 70/1 of 25 September 2015,"),
        ("op1", "1. Decides to recall resolution 71/1;"),
        ("op2", "2. Requests the Secretary-General to report."),
        ("note1", "See resolution 66/288, annex."),
    ]
    (pp1,) = (p for p in document.paragraphs if p.label == "pp1")
    assert [marker.note for marker in pp1.markers] == ["note1"]
    span = pp1.flow.span(pp1.flow.text.index("70/1"), pp1.flow.text.index(" of 25"))
    assert MARKDOWN[span.start : span.end] == "70/1"
