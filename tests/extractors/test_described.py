"""Described instruments, stated relations and named entities, by the words of A/RES/78/265."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recalling.authority import load_authority
from recalling.extractors import find
from recalling.model import (
    DescribedClaim,
    Document,
    Finding,
    Language,
    Marker,
    NameClaim,
    NumberClaim,
    Span,
)

Maker = Callable[..., Document]


def read(paragraph: Maker, text: str, language: Language, **more: object) -> Finding:
    return find(paragraph(text, language, **more), load_authority())


@pytest.mark.parametrize(
    ("language", "text", "interim", "final"),
    [
        ("en", "the High-level Advisory Body on Artificial Intelligence and of its interim report "
               "issued on 21 December 2023, and looking forward to its final report,",
         "interim report", "final report"),
        ("fr", "l’Organe consultatif de haut niveau sur l’intelligence artificielle et de son "
               "rapport d’étape publié le 21 décembre 2023, et attendant avec intérêt son rapport "
               "final,", "rapport d’étape", "rapport final"),
        ("es", "un Órgano Asesor de Alto Nivel sobre Inteligencia Artificial y de su informe "
               "provisional publicado el 21 de diciembre de 2023, y aguardando con interés su "
               "informe final,", "informe provisional", "informe final"),
        ("zh", "人工智能问题高级别咨询机构以及该机构于2023年12月21日发表中期报告并期待"
               "收到其最后报告，",
         "中期报告", "最后报告"),
        ("ru", "Консультативного органа высокого уровня по искусственному интеллекту и "
               "представление промежуточного доклада Консультативного органа, опубликованного 21 "
               "декабря 2023 года, и ожидая представления его заключительного доклада,",
         "промежуточного доклада", "заключительного доклада"),
        ("ar", "هيئة استشارية رفيعة المستوى معنية بالذكاء الاصطناعي وبتقريرها المؤقت الصادر في 21 "
               "كانون الأول/ديسمبر 2023، وإذ تتطلع إلى تقريرها النهائي،",
         "تقريرها المؤقت", "تقريرها النهائي"),
    ],
)  # fmt: skip
def test_a_bodys_interim_and_final_report(
    paragraph: Maker, language: Language, text: str, interim: str, final: str
) -> None:
    body = "high-level-advisory-body-on-ai"
    described = {
        m.surface: m.claim
        for m in read(paragraph, text, language).mentions
        if isinstance(m.claim, DescribedClaim)
    }
    assert described == {
        interim: DescribedClaim("report", body, "interim"),
        final: DescribedClaim("report", body, "final", anticipated=True),
    }


def test_the_body_of_a_report_may_stand_behind_it(paragraph: Maker) -> None:
    text = ("noting the interim report of the High-level Advisory Body on Artificial Intelligence, "
            "issued on 21 December 2023,")  # fmt: skip
    (found,) = read(paragraph, text, "en").mentions
    assert found.claim == DescribedClaim("report", "high-level-advisory-body-on-ai", "interim")


def test_a_report_still_to_be_written_is_no_citation(paragraph: Maker) -> None:
    text = "requests the Secretary-General to submit a final report to it at its next session"
    assert read(paragraph, text, "en").mentions == ()


def test_a_report_by_its_title_and_note(paragraph: Maker) -> None:
    text = "联合国秘书长题为“数字合作路线图”的报告，"
    found = read(
        paragraph, text, "zh", markers=(Marker("note9", text.index("，"), Span(0, 1)),)
    ).mentions
    assert [(m.surface, m.note, m.title) for m in found] == [
        ("题为“数字合作路线图”的报告", "note9", "数字合作路线图")
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the political declaration adopted at the high-level political forum on sustainable "
               "development contained in the annex to its resolution 78/1 of 29 September 2023,"),
        ("fr", "la déclaration politique adoptée par le forum politique de haut niveau, qui figure "
               "en annexe de sa résolution 78/1 du 29 septembre 2023,"),
        ("es", "la declaración política aprobada en el foro político de alto nivel, que figura en "
               "el anexo de su resolución 78/1, de 29 de septiembre de 2023,"),
        ("ru", "политическую декларацию, принятую на политическом форуме высокого уровня, и "
               "содержащуюся в приложении к ее резолюции 78/1 от 29 сентября 2023 года,"),
        ("ar", "والإعلان السياسي المعتمد في المنتدى السياسي الرفيع المستوى والوارد في مرفق قرارها "
               "78/1 المؤرخ 29 أيلول/سبتمبر 2023،"),
        ("zh", "2023年9月29日大会第78/1号决议附件所载的、大会主持召开的可持续发展问题高级别"
               "政治论坛通过的政治宣言，"),
    ],
)  # fmt: skip
def test_a_declaration_contained_in_a_resolution(
    paragraph: Maker, language: Language, text: str
) -> None:
    finding = read(paragraph, text, language)
    kinds = sorted(type(m.claim).__name__ for m in finding.mentions)
    assert kinds == ["NameClaim", "NumberClaim"]
    (relation,) = finding.relations
    assert relation.relation == "contained-in"
    assert isinstance(finding.mentions[relation.subject].claim, NameClaim)
    resolution = finding.mentions[relation.object]
    assert isinstance(resolution.claim, NumberClaim)
    assert resolution.part == "annex"


def test_a_fused_conjunction_is_no_part_of_the_name(paragraph: Maker) -> None:
    finding = read(
        paragraph, "والإعلان السياسي المعتمد في المنتدى والوارد في مرفق قرارها 78/1،", "ar"
    )
    assert [m.title for m in finding.mentions] == ["الإعلان السياسي المعتمد في المنتدى", None]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the Guiding Principles on Business and Human Rights, as endorsed by the Human "
               "Rights Council in its resolution 17/4 of 16 June 2011;"),
        ("fr", "des Principes directeurs relatifs aux entreprises et aux droits de l’homme, tels "
               "qu’avalisés par le Conseil des droits de l’homme dans sa résolution 17/4,"),
        ("es", "los Principios Rectores sobre las Empresas y los Derechos Humanos, que el Consejo "
               "de Derechos Humanos hizo suyos en su resolución 17/4,"),
        ("ru", "Руководящие принципы предпринимательской деятельности в аспекте прав человека, "
               "одобренные Советом по правам человека в его резолюции 17/4,"),
        ("ar", "المبادئ التوجيهية بشأن الأعمال التجارية وحقوق الإنسان، بصيغتها التي أقرها مجلس "
               "حقوق الإنسان في قراره 17/4"),
        ("zh", "人权理事会2011年6月16日第17/4号决议核可了《工商企业与人权指导原则》；"),
    ],
)  # fmt: skip
def test_the_council_endorses_the_guiding_principles(
    paragraph: Maker, language: Language, text: str
) -> None:
    finding = read(paragraph, text, language)
    (relation,) = finding.relations
    assert relation.relation == "endorses"
    assert isinstance(finding.mentions[relation.subject].claim, NumberClaim)
    assert isinstance(finding.mentions[relation.object].claim, NameClaim)


def test_what_is_contained_begins_at_the_thing(paragraph: Maker) -> None:
    """A/RES/78/265 pp 2: who convened the forum is said before the declaration's own words."""
    text = (
        "2023年9月29日大会第78/1号决议附件所载的、大会主持召开的可持续发展问题高级别政治论坛"
        "通过的政治宣言，"
    )
    (declaration,) = (
        m for m in read(paragraph, text, "zh").mentions if isinstance(m.claim, NameClaim)
    )
    assert declaration.surface == "可持续发展问题高级别政治论坛通过的政治宣言"


def test_neighbours_without_a_tie_have_no_relation(paragraph: Maker) -> None:
    text = "Recalling the Paris Agreement and its resolution 78/1,"
    assert read(paragraph, text, "en").relations == ()


@pytest.mark.parametrize(
    ("language", "text", "entity"),
    [
        ("en", "the Sustainable Development Goals", "sustainable-development-goals"),
        ("fr", "les objectifs de développement durable", "sustainable-development-goals"),
        ("es", "los Objetivos de Desarrollo Sostenible", "sustainable-development-goals"),
        ("ru", "достижению целей в области устойчивого развития", "sustainable-development-goals"),
        ("ar", "تحقيق أهداف التنمية المستدامة", "sustainable-development-goals"),
        ("zh", "未来峰会", "summit-of-the-future"),
    ],
)
def test_entities_are_mentioned_never_cited(
    paragraph: Maker, language: Language, text: str, entity: str
) -> None:
    finding = read(paragraph, text, language)
    assert finding.mentions == ()
    assert [e.entity for e in finding.entities] == [f"entity/{entity}"]
