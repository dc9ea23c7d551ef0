"""A name in a bracket behind a known one is a name for the rest of the document."""

# ruff: noqa: E501 - official sentences stay on one line

from __future__ import annotations

from collections.abc import Callable

import pytest

from recalling.authority import load_authority
from recalling.extractors import find
from recalling.extractors.name_brackets import names_in_brackets
from recalling.model import Document, Language, NameClaim

Maker = Callable[..., Document]

CAR = "instrument/car-political-agreement"


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "Agreement X (hereinafter referred to as the “Peace Agreement”)", "Peace Agreement"),
        ("en", "Agreement X (collectively the Peace Agreement, S/1995/999)", "Peace Agreement"),
        ("fr", "Accord X (ci-après dénommé « l’Accord de paix »)", "Accord de paix"),
        ("es", "Acuerdo X (en adelante, el “Acuerdo de Paz”)", "Acuerdo de Paz"),
        ("ru", "Договор (далее — «Мирное соглашение»)", "Мирное соглашение"),
        ("ar", "الاتفاق س (المشار إليه فيما يلي باسم ”اتفاق السلام“)", "اتفاق السلام"),
        ("zh", "《X协议》(以下简称《和平协议》)", "和平协议"),
    ],
)
def test_what_a_bracket_introduces(language: Language, text: str, name: str) -> None:
    until = text.index("(") - 1 if language != "zh" else text.index("(")
    (found,) = names_in_brackets(text, [(0, until, ("instrument/x",))], language)
    assert found[0].text == name
    assert found[1] == "instrument/x"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Agreement X (the Agreement)"),
        ("en", "Agreement X (as amended by the Protocol)"),
        ("en", "Agreement X (Geneva, 2 December 1972)"),
        ("fr", "Accord X (les Directives)"),
        ("ru", "Договор (Соглашение)"),
        ("zh", "《X协议》(协议支助团)"),
    ],
)
def test_what_introduces_no_name(language: Language, text: str) -> None:
    """A plain noun is left to the short forms; a date, a mission and a remark are no names."""
    until = text.index("(") - (0 if language == "zh" else 1)
    assert not list(names_in_brackets(text, [(0, until, ("instrument/x",))], language))


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            "fr",
            "l’Accord politique pour la paix et la réconciliation en République centrafricaine "
            "(l’Accord de paix), et demandant aux parties d’appliquer l’Accord de paix",
            "Accord de paix",
        ),
        (
            "es",
            "el Acuerdo Político para la Paz y la Reconciliación en la República Centroafricana "
            "(“el Acuerdo de Paz”), y que las partes apliquen el Acuerdo de Paz",
            "Acuerdo de Paz",
        ),
        (
            "ru",
            "Политическое соглашение о мире и примирении в Центральноафриканской Республике "
            "(«Мирное соглашение») и нарушения Мирного соглашения",
            "Мирного соглашения",
        ),
        (
            "ar",
            "الاتفاق السياسي للسلام والمصالحة في جمهورية أفريقيا الوسطى (”اتفاق السلام“)، "
            "وتنفيذ اتفاق السلام",
            "اتفاق السلام",
        ),
        (
            "zh",
            "《中非共和国和平与和解政治协议》(下称《和平协议》)，促请各方执行《和平协议》",
            "《和平协议》",
        ),
    ],
)
def test_the_rest_of_the_document_knows_it(
    paragraph: Maker, language: Language, text: str, name: str
) -> None:
    """The agreement of 2019 on the Central African Republic, called the Peace Agreement."""
    mentions = find(paragraph(text, language), load_authority()).mentions
    last = max(mentions, key=lambda mention: mention.at)
    assert last.surface == name
    assert isinstance(last.claim, NameClaim)
    assert last.claim.candidates == (CAR,)


def test_a_bracket_inside_the_known_name(paragraph: Maker) -> None:
    """As the resolutions on certain conventional weapons print it."""
    text = (
        "the Protocol on Explosive Remnants of War (Protocol V), and the commitment of the High "
        "Contracting Parties to Protocol V"
    )
    mentions = find(paragraph(text, "en"), load_authority()).mentions
    assert [m.surface for m in mentions][-1] == "Protocol V"
    assert {m.claim.candidates for m in mentions if isinstance(m.claim, NameClaim)} == {
        ("instrument/protocol-on-explosive-remnants-of-war",)
    }


ANNEXES = {
    "ar": "للاتفاق الإطاري العام للسلام في البوسنة والهرسك ومرفقاته (المشار إليها مجتمعة باتفاق السلام، S/1995/999، المرفق) بالتعاون مع المقر، بموجب اتفاق السلام",
    "en": "of the General Framework Agreement for Peace in Bosnia and Herzegovina and the annexes thereto (collectively the Peace Agreement, S/1995/999, annex) under the Peace Agreement",
    "es": "del Acuerdo Marco General de Paz en Bosnia y Herzegovina y sus anexos (denominados colectivamente Acuerdo de Paz, S/1995/999, anexo) según el Acuerdo de Paz",
    "fr": "de l’Accord-cadre général pour la paix en Bosnie-Herzégovine et de ses annexes (appelés collectivement Accord de paix, S/1995/999, annexe) selon l’Accord de paix",
    "ru": "к Общему рамочному соглашению о мире в Боснии и Герцеговине и приложениям к нему (собирательно именуются «Мирное соглашение», S/1995/999, приложение) по Мирному соглашению",
    "zh": "与《波斯尼亚和黑塞哥维那和平总框架协定》及其各项附件(统称为《和平协定》，S/1995/999，附件)中根据《和平协定》",
}


@pytest.mark.parametrize("language", ANNEXES)
def test_annexes_may_stand_before_the_bracket(paragraph: Maker, language: Language) -> None:
    """S/RES/2604(2021) op1: the agreement and its annexes together have the short name."""
    document = paragraph(ANNEXES[language], language, organ="sc", symbol="S/RES/2604(2021)")
    names = [m.claim for m in find(document, load_authority()).mentions]
    meant = [claim.candidates for claim in names if isinstance(claim, NameClaim)]
    assert meant == [("instrument/peace-agreement-bosnia",)] * 3


@pytest.mark.parametrize(
    ("language", "text", "acronym"),
    [
        ("en", "the Somalia Transition Plan (STP) and the pace of the STP", "STP"),
        ("es", "el Plan de Transición de Somalia (PTS) revisado y la aplicación del PTS", "PTS"),
        (
            "fr",
            "l’Accord politique pour la paix et la réconciliation en République centrafricaine "
            "(APPR), conformément à l’article 35 de l’APPR",
            "APPR",
        ),
        (
            "ru",
            "Рамочной конвенции Организации Объединенных Наций об изменении климата (РКИК) и "
            "сторон РКИК",
            "РКИК",
        ),
        (
            "en",
            "the Peace, Security and Cooperation (PSC) Framework for the DRC and the region and "
            "the signatories of the PSC Framework",
            "PSC Framework",
        ),
    ],
)
def test_the_acronym_of_a_name_is_a_name(
    paragraph: Maker, language: Language, text: str, acronym: str
) -> None:
    """Both mentions are one instrument; Arabic and Chinese have no initials."""
    mentions = find(paragraph(text, language), load_authority()).mentions
    known = [m for m in mentions if isinstance(m.claim, NameClaim) and m.claim.candidates]
    assert known[-1].surface == acronym
    assert len({m.claim for m in known if isinstance(m.claim, NameClaim)}) == 2
    assert known[0].claim.candidates == known[-1].claim.candidates  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text",
    [
        "the Charter of the Association of Southeast Asian Nations (ASEAN) and ASEAN itself",
        "the Rome Statute of the International Criminal Court (ICC) and the ICC itself",
        "Statut de Rome de la Cour pénale internationale (CPI), et la CPI",
    ],
)
def test_the_acronym_of_a_body_is_no_name(paragraph: Maker, text: str) -> None:
    mentions = find(paragraph(text, "fr" if "Rome de" in text else "en"), load_authority()).mentions
    assert len(mentions) == 1


def test_a_bracket_that_tells_what_is_included_gives_no_name(paragraph: Maker) -> None:
    """A/RES/77/27 op 24."""
    text = "《2030年议程》(包括高级别政治论坛和《大会高级别会议政治宣言》)的后续落实进程；"
    first = find(paragraph(text, "zh"), load_authority()).mentions[0]
    assert first.surface == "《2030年议程》"
