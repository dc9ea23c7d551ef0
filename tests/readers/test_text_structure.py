"""Structure that only words and ends of lines tell: sections, page ends, legends, parts."""

from __future__ import annotations

import pytest

from recalling.model import Document, Language
from recalling.readers import read_text

_ENGLISH = "United Nations\nA/RES/77/1\n\n77/1. A title of some length\n\nThe General Assembly,\n\n"


def labels(document: Document) -> list[str]:
    return [p.label for p in document.paragraphs if p.role in ("pp", "op", "para", "heading")]


def text_of(document: Document, label: str) -> str:
    return next(p.flow.text for p in document.paragraphs if p.label == label)


def english(body: str) -> Document:
    return read_text(_ENGLISH + body, "a.txt", "en")


@pytest.mark.parametrize(
    ("language", "cut", "whole"),
    [
        (
            "ru",
            "приветствуя прогресс в деле обеспечения учета проблем инвалидности и "
            "с удовлетворением\n\n¹ Резолюция 68/3.\n\nотмечая начало осуществления Стратегии,",
            "с удовлетворением отмечая начало",
        ),
        (
            "zh",
            "强调各国必须采取一切必要措施，并对气候变化给海洋环境和海洋生物多样性带来的不利影响\n\n"
            "¹ 第68/3号决议。\n\n表示关切，",
            "不利影响表示关切",
        ),
    ],
)
def test_a_verb_behind_a_page_end_goes_on_with_the_sentence(
    language: Language, cut: str, whole: str
) -> None:
    """A/RES/75/154 in Russian: the page ends between two words of one verb."""
    formula = {"ru": "Генеральная Ассамблея,", "zh": "大会，"}[language]
    last = {"ru": "1. постановляет¹ это.", "zh": "1. 决定¹ 如此。"}[language]
    text = f"A/RES/75/154\n\n{formula}\n\n{cut}\n\n{last}"
    document = read_text(text, "a.txt", language)
    assert labels(document) == ["pp1", "op1"]
    assert whole in text_of(document, "pp1")


def test_a_name_behind_a_page_end_goes_on_with_its_list() -> None:
    document = english(
        "Recalling the Protocol to Prevent,\n\n¹ Resolution 55/25.\n\n"
        "Suppress and Punish Trafficking in Persons,¹\n\n1. Decides to remain seized."
    )
    assert labels(document) == ["pp1", "op1"]


def test_a_number_alone_on_its_page_keeps_its_dash_and_verb() -> None:
    """A/RES/75/239 in Arabic: "37 -" ends a page."""
    document = read_text(
        "A/RES/75/239\n\nإن الجمعية العامة،\n\n1 - تلاحظ ذلك⁽¹⁾؛\n\n2 -\n\n⁽¹⁾ القرار 55/2.\n\n"
        "تشجع الدول على النظر في ذلك.",
        "a.txt",
        "ar",
    )
    assert labels(document) == ["op1", "op2"]
    assert text_of(document, "op2").startswith("2 - تشجع")


def test_a_paragraph_that_lost_its_stop_ends_at_the_next_verb() -> None:
    """A/RES/77/308 in Arabic: a preambular paragraph ends without its comma."""
    document = read_text(
        "A/RES/77/308\n\nإن الجمعية العامة،\n\n"
        "وإذ تعيد تأكيد المبادئ العامة التي يستند إليها تمويل عمليات الأمم المتحدة لحفظ السلام "
        "حسبما نصت عليه قراراتها المؤرخة 23 كانون الأول/ديسمبر 2000\n\n"
        "وإذ تلاحظ مع التقدير التبرعات التي قدمتها حكومات معينة إلى القوة،\n\n1 - تقرر ذلك.",
        "a.txt",
        "ar",
    )
    assert labels(document) == ["pp1", "pp2", "op1"]


def test_what_explains_a_table_is_no_preamble() -> None:
    """A/RES/75/246: abbreviations below a table, then a section with its own preamble."""
    document = english(
        "1. Approves the posts set out below:\n\nPosts\tNumber\nPension assistant\t2\n\n"
        "Abbreviations: GS (OL), General Service (Other level).\n\nII\n\n"
        "Recalling its resolution 70/238,\n\n1. Takes note of the report;"
    )
    assert "para1" in labels(document)
    assert text_of(document, "pp1").startswith("Recalling")


def test_a_decision_with_a_comma_before_a_heading_is_operative() -> None:
    """A/RES/76/246: "Approves resources …," and nothing but the next section behind it."""
    document = english(
        "I\n\nRecalling its resolution 76/245,\n\nApproves resources in the amount of 20,174,900 "
        "dollars for 2022,\n\nII\n\nRecalling its resolution 73/270,\n\n1. Decides so;"
    )
    assert labels(document) == ["heading", "pp1", "opu1", "heading#2", "pp2", "op1"]


def test_a_sentence_goes_on_behind_its_points() -> None:
    """A/RES/77/177: points, then "and in the commitments and targets contained therein,"."""
    document = english(
        "Recognizing that the Programme is grounded in:\n\n(a) Investing in people,\n\n"
        "(b) Supporting transformation,\n\nand in the commitments contained therein,\n\n"
        "Affirming further the purposes of the Charter,\n\n1. Decides so."
    )
    assert labels(document) == ["pp1", "pp1(a)", "pp1(b)", "para1", "pp2", "op1"]


def test_a_declaration_that_is_adopted_has_no_preamble_of_the_resolution() -> None:
    """A/RES/76/1: "Adopts the following political declaration:", then those who declare."""
    document = english(
        "Adopts the following political declaration:\n\nUnited against racism\n\n"
        "We, Heads of State and Government, gathered in New York,\n\n1. Reaffirm that;"
    )
    assert labels(document) == ["opu1", "heading", "para2", "op1"]


def test_letters_of_a_speaker_may_be_spaced() -> None:
    """S/RES/2583 (2021) in Arabic prints "إ ن مجلس الأمن"."""
    document = read_text(
        "S/RES/2583 (2021)\n\nإ ن مجلس الأمن،\n\nوإذ يحيط علما بوفاة القاضي،\n\n1 - يقرر ذلك.",
        "a.txt",
        "ar",
    )
    assert labels(document) == ["pp1", "op1"]
    assert document.cover.organ == "sc"


def test_a_text_that_names_no_speaker_begins_with_its_first_verb() -> None:
    """S/RES/2573 (2021) in English has no line "The Security Council,"."""
    document = read_text(
        "United Nations\nS/RES/2573 (2021)\nSecurity Council\nAdopted on 27 April 2021\n\n"
        "Reiterating its primary responsibility under the Charter,\n\n1. Decides so.",
        "a.txt",
        "en",
    )
    assert labels(document) == ["pp1", "op1"]


def test_the_speaker_may_stand_without_a_comma() -> None:
    """A/RES/S-32/1 in Arabic: a number without a title, a speaker without a comma."""
    document = read_text(
        "A/RES/S-32/1\nالجمعية العامة\n\nS-32/1\n\nإن الجمعية العامة\n\n"
        "تعتمد الإعلان السياسي المرفق بهذا القرار.",
        "a.txt",
        "ar",
    )
    assert labels(document) == ["opu1"]


def test_points_keep_their_printed_letters() -> None:
    """Arabic heh has a stroke in A/RES/75/293; behind the last letter come doubled ones."""
    document = read_text(
        "A/RES/75/293\n\nإن الجمعية العامة،\n\n1 - تقرر ما يلي:\n\n(د) ذلك؛\n\n(هـ) هذا؛\n\n"
        "(أ أ) الآخر.",
        "a.txt",
        "ar",
    )
    assert labels(document) == ["op1", "op1(د)", "op1(هـ)", "op1(أأ)"]


def test_a_letter_and_its_title_may_share_a_line() -> None:
    body = "{} Budget appropriations\n\nThe General Assembly,\n\n1. Approves it.\n\n"
    document = read_text(
        "A/RES/75/254 A-B\n\n75/254. Programme budget for 2021\n\n"
        + body.format("A")
        + body.format("B"),
        "a.txt",
        "en",
    )
    assert labels(document) == ["A:op1", "B:op1"]


def test_a_note_that_ran_into_a_parts_letter_is_no_title() -> None:
    """A/RES/75/257 B in Arabic: what the line cites would be lost in a title."""
    document = read_text(
        "A/RES/75/257 B\n\n75/257 Extraordinary Chambers\n\nB (Resolution 75/257, in A/75/49, "
        "becomes resolution 75/257 A.)\n\nThe General Assembly,\n\n1. Approves it.",
        "a.txt",
        "en",
    )
    assert [p.role for p in document.paragraphs if "A/75/49" in p.flow.text] == ["para"]


def test_the_part_before_b_is_a() -> None:
    """A/DEC/76/548 in Arabic begins with a part whose letter ran into another line."""
    document = read_text(
        "A/DEC/76/418\n\n76/418 Appointments\n\nAt its 20th plenary meeting, the General Assembly "
        "appointed the following persons.\n\n20th plenary meeting\n3 November 2021\n\nB\n\n"
        "At its 30th plenary meeting, the General Assembly appointed another.",
        "a.txt",
        "en",
    )
    assert labels(document) == ["A:para1", "B:para1"]


@pytest.mark.parametrize(
    ("language", "formula", "called", "note", "paragraph"),
    [
        (
            "fr",
            "L’Assemblée générale,",
            "Rappelant la conférence de 20101,",
            "1 A/50/1027.",
            "2010",
        ),
        ("ar", "إن الجمعية العامة،", "إذ تشير إلى المؤتمر(1)،", "(1) A/50/1027.", "المؤتمر"),
    ],
)
def test_notes_whose_numbers_lost_their_height(
    language: Language, formula: str, called: str, note: str, paragraph: str
) -> None:
    """A/RES/76/66 printed with calls of full size: behind a year, and in brackets."""
    text = f"A/RES/76/66\n\n{formula}\n\n{called}\n\n1. A.\n\n{note}"
    document = read_text(text, "a.txt", language)
    assert document.notes["note1"].flow.text == "A/50/1027."
    assert text_of(document, "pp1")[:-1].endswith(paragraph)


_DRAFTS: dict[Language, tuple[str, str, str, str]] = {
    "ar": (
        "إن المجلس الاقتصادي والاجتماعي،",
        "يوصي الجمعية العامة بأن تعتمد مشروع القرار التالي:",
        "إن الجمعية العامة،",
        "1 - تقرر ذلك.",
    ),
    "en": (
        "The Economic and Social Council",
        "Recommends to the General Assembly the adoption of the following draft resolution:",
        "The General Assembly,",
        "1. Decides so.",
    ),
    "es": (
        "El Consejo Económico y Social",
        "Recomienda a la Asamblea General que apruebe el siguiente proyecto de resolución:",
        "La Asamblea General,",
        "1. Decide hacerlo.",
    ),
    "fr": (
        "Le Conseil économique et social",
        "Recommande à l’Assemblée générale d’adopter le projet de résolution suivant :",
        "L’Assemblée générale,",
        "1. Décide cela.",
    ),
    "ru": (
        "Экономический и Социальный Совет",
        "рекомендует Генеральной Ассамблее принять следующий проект резолюции:",
        "Генеральная Ассамблея,",
        "1. постановляет это.",
    ),
    "zh": ("经济及社会理事会", "建议大会通过下列决议草案：", "大会，", "1. 决定如此。"),
}


@pytest.mark.parametrize("language", sorted(_DRAFTS))
def test_a_draft_for_another_organ_has_paragraphs_of_its_own(language: Language) -> None:
    """E/RES/2022/12: the Council recommends a draft, in which the Assembly speaks."""
    text = "\n\n".join(("E/RES/2022/12", "2022/12. A title", *_DRAFTS[language]))
    document = read_text(text, "a.txt", language)
    assert labels(document) == ["opu1", "draft1:op1"]


def test_a_point_may_have_a_doubled_letter_that_looks_roman() -> None:
    """A/RES/76/140: point (ii) stands behind point (hh)."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    points = [*letters, *(letter * 2 for letter in letters[:9])]
    body = "\n\n".join(f"({point}) To go on;" for point in points)
    document = english(f"1. Urges States:\n\n{body}")
    assert labels(document)[-2:] == ["op1(hh)", "op1(ii)"]


def test_points_with_dots_go_on_behind_those_of_a_second_level() -> None:
    """S/RES/2657 (2022), paragraph 10."""
    document = english(
        "10. Strongly condemns attacks, and:\n\na. calls upon all parties to:\n\n"
        "i. end violations;\n\nii. identify those responsible;\n\nb. calls upon the FGS to act;"
    )
    assert labels(document) == ["op10", "op10(a)", "op10(a)(i)", "op10(a)(ii)", "op10(b)"]


def test_a_number_that_lost_its_dot_still_begins_a_paragraph() -> None:
    """A/RES/77/263: "18 Appropriates an amount of 10,902,400 dollars for 2023"."""
    document = english(
        "1. Notes this;\n\n2 Appropriates an amount of 10,902,400 dollars;\n\n3. Decides so."
    )
    assert labels(document) == ["op1", "opu1", "op3"]
    assert next(p.number for p in document.paragraphs if p.label == "opu1") == "2"


def test_a_point_without_an_end_before_a_number_is_a_heading() -> None:
    """S/RES/2551 (2020): "(i) Exemptions, advance approvals and notifications"."""
    document = english(
        "8. Decides so;\n\n(i) Exemptions, advance approvals and notifications\n\n9. Notes this."
    )
    assert labels(document) == ["op8", "heading", "op9"]


def test_a_preamble_goes_on_behind_points_that_end_like_decisions() -> None:
    """A/RES/76/186 in Chinese: the points of the tenth paragraph end with semicolons."""
    document = read_text(
        "A/RES/76/186\n\n大会，\n\n重申制定《全球行动计划》的目的是：\n\n(a) 促进批准公约；\n\n"
        "(b) 增进协调；\n\n回顾其第61/180号决议，\n\n1. 决定如此。",
        "a.txt",
        "zh",
    )
    assert labels(document) == ["pp1", "pp1(a)", "pp1(b)", "pp2", "op1"]


def test_a_joint_and_a_verb_behind_points_begin_a_paragraph_of_the_preamble() -> None:
    """S/RES/2568 (2021): "and stressing the need for constructive engagement"."""
    document = english(
        "Recognising the need for an approach informed by:\n\n(a) the assessment;\n\n"
        "and stressing the need for engagement in these processes,\n\n1. Decides so."
    )
    assert labels(document) == ["pp1", "pp1(a)", "pp2", "op1"]


def test_one_of_a_list_is_no_operative_paragraph_for_its_first_word() -> None:
    """S/RES/2609 (2021) in Chinese: "根据第3段…，" is what a report shall hold."""
    document = read_text(
        "S/RES/2609(2021)\n\n安全理事会，\n\n34. 请秘书长报告以下方面：\n\n"
        "根据第3段采取的任何步骤的实施进展情况，\n\n35. 决定如此。",
        "a.txt",
        "zh",
    )
    assert labels(document) == ["op34", "para1", "op35"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "ar",
            "إن مجلس الأمن،\n\n1 - يطلب تقريرا عما يلي:\n\n(أ) الخطة؛\n\n"
            "ويطلب كذلك إلى الأمين العام أن يدرج التحليل الجنساني؛\n\n2 - يقرر ذلك.",
        ),
        (
            "fr",
            "Le Conseil de sécurité,\n\n1. Prie le Secrétaire général de rendre compte :\n\n"
            "a) Du plan ;\n\net prie également le Secrétaire général de faire figurer une "
            "analyse ;\n\n2. Décide ainsi.",
        ),
    ],
)
def test_a_joint_and_a_verb_behind_points_begin_an_operative_paragraph(
    language: Language, text: str
) -> None:
    """S/RES/2612 (2021): "and further requests"; Arabic writes the joint and the verb together."""
    document = read_text(f"S/RES/2612(2021)\n\n{text}", "a.txt", language)
    assert [label[:3] for label in labels(document)] == ["op1", "op1", "opu", "op2"]
