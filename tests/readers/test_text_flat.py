"""A resolution that lost its line ends has the same paragraphs."""

# ruff: noqa: E501 - official sentences stay on one line

from __future__ import annotations

import pytest

from recalling.model import Document, Language
from recalling.readers import read_text

# A/HRC/RES/55/23, its beginning, and a decision in the usual words
LINES: dict[Language, list[str]] = {
    "en": [
        "A/HRC/RES/55/23 United Nations General Assembly Distr.: General 9 April 2024 Human Rights Council",
        "Resolution adopted by the Human Rights Council on 4 April 2024",
        "55/23. Situation of human rights in Ukraine stemming from the Russian aggression",
        "The Human Rights Council,",
        "Guided by the principles and purposes of the Charter of the United Nations,",
        "Recalling also General Assembly resolution 3314 (XXIX) of 14 December 1974, entitled “Definition of aggression”,",
        "1. Condemns the violations, and recalls its resolution 49/1 of 4 March 2022;",
        "2. Decides to remain seized of the matter.",
    ],
    "fr": [
        "A/HRC/RES/55/23 Nations Unies Assemblée générale Distr. générale 9 avril 2024 Conseil des droits de l’homme",
        "Résolution adoptée par le Conseil des droits de l’homme le 4 avril 2024",
        "55/23. Situation des droits de l’homme en Ukraine découlant de l’agression russe",
        "Le Conseil des droits de l’homme,",
        "Guidé par les principes et les buts énoncés dans la Charte des Nations Unies,",
        "Rappelant également la résolution 3314 (XXIX) de l’Assemblée générale, en date du 14 décembre 1974,",
        "1. Condamne les violations et rappelle sa résolution 49/1 du 4 mars 2022 ;",
        "2. Décide de rester saisi de la question.",
    ],
    "es": [
        "A/HRC/RES/55/23 Naciones Unidas Asamblea General Distr. general 9 de abril de 2024 Consejo de Derechos Humanos",
        "Resolución aprobada por el Consejo de Derechos Humanos el 4 de abril de 2024",
        "55/23. Situación de los derechos humanos en Ucrania a raíz de la agresión rusa",
        "El Consejo de Derechos Humanos,",
        "Guiado por los propósitos y principios de la Carta de las Naciones Unidas,",
        "Recordando también la resolución 3314 (XXIX) de la Asamblea General, de 14 de diciembre de 1974,",
        "1. Condena las violaciones y recuerda su resolución 49/1, de 4 de marzo de 2022;",
        "2. Decide seguir ocupándose de la cuestión.",
    ],
    "ru": [
        "A/HRC/RES/55/23 Организация Объединенных Наций Генеральная Ассамблея Distr.: General 9 April 2024 Совет по правам человека",
        "Резолюция, принятая Советом по правам человека 4 апреля 2024 года",
        "55/23. Положение в области прав человека в Украине в результате российской агрессии",
        "Совет по правам человека,",
        "руководствуясь принципами и целями Устава Организации Объединенных Наций,",
        "ссылаясь также на резолюцию 3314 (XXIX) Генеральной Ассамблеи от 14 декабря 1974 года,",
        "1. осуждает нарушения и ссылается на свою резолюцию 49/1 от 4 марта 2022 года;",
        "2. постановляет продолжать заниматься этим вопросом.",
    ],
    "ar": [
        "A/HRC/RES/55/23 الأمم المتحدة الجمعية العامة Distr.: General 9 April 2024 مجلس حقوق الإنسان",
        "قرار اعتمده مجلس حقوق الإنسان في 4 نيسان/أبريل 2024",
        "55/23- حالة حقوق الإنسان في أوكرانيا الناجمة عن العدوان الروسي",
        "إن مجلس حقوق الإنسان،",
        "إذ يسترشد بمقاصد ميثاق الأمم المتحدة ومبادئه،",
        "وإذ يشير أيضا إلى قرار الجمعية العامة 3314 (د-29) المؤرخ 14 كانون الأول/ديسمبر 1974،",
        "1- يدين الانتهاكات، ويشير إلى قراره 49/1 المؤرخ 4 آذار/مارس 2022؛",
        "2- يقرر أن يبقي المسألة قيد نظره.",
    ],
    "zh": [
        "A/HRC/RES/55/23 联合国 大会 Distr.: General 9 April 2024 人权理事会",
        "2024年4月4日人权理事会通过的决议",
        "55/23. 俄罗斯侵略引起的乌克兰人权状况",
        "人权理事会，",
        "遵循《联合国宪章》的宗旨和原则，",
        "又回顾大会1974年12月14日题为“侵略定义”的第3314(XXIX)号决议，",
        "1. 谴责侵犯人权行为，并回顾其2022年3月4日第49/1号决议；",
        "2. 决定继续处理此案。",
    ],
}  # fmt: skip


def body(document: Document) -> list[tuple[str, str]]:
    return [(p.label, p.flow.text) for p in document.paragraphs if p.role not in ("cover", "title")]


@pytest.mark.parametrize("language", LINES)
def test_one_line_is_read_as_its_paragraphs(language: Language) -> None:
    """Title, date, speaker and paragraphs, as if each stood on lines of its own."""
    lines = LINES[language]
    flat, laid_out = read_text(" ".join(lines), "x"), read_text("\n\n".join(lines), "x")
    assert body(flat) == body(laid_out)
    assert [label for label, _ in body(flat)] == ["formula", "pp1", "pp2", "op1", "op2"]
    assert flat.cover == laid_out.cover
    assert (flat.cover.symbol, flat.cover.adopted) == ("A/HRC/RES/55/23", "2024-04-04")


def test_a_speaker_named_in_a_sentence_parts_nothing() -> None:
    """ "The General Assembly, in its resolution …" inside a long paragraph speaks of another text."""
    long = (
        "Recalling that the General Assembly, recalling its resolution 46/182 of 19 December 1991, "
        "decided that the Security Council, acting under the Charter, and others should act, "
    ) * 3
    text = "\n\n".join([*LINES["en"][:4], long.strip(), *LINES["en"][6:]])
    labels = [label for label, _ in body(read_text(text, "x"))]
    assert labels == ["formula", "pp1", "op1", "op2"]
