"""A report that a note tells once is the same where it is cited again by its issuer alone."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from recalling.authority import Authority
from recalling.extractors import find
from recalling.extractors.told_reports import TOLD_REPORT
from recalling.model import Citation, Cover, Document, Flow, Language, Marker, Paragraph, Role, Span
from recalling.resolver import resolve
from worded import resolved, worded


def cited(
    language: Language, texts: Sequence[tuple[str, Role, str]], notes: Sequence[str]
) -> list[Citation]:
    """The told reports that a document cites; a "¹" in a text is the marker of the note 1."""
    paragraphs, start = [], 0
    for label, role, text in texts:
        plain, markers = text, []
        for number, sign in enumerate("¹²³⁴", 1):
            at = plain.find(sign)
            if at >= 0:
                plain = plain.replace(sign, "")
                markers.append(Marker(f"note{number}", at, Span(start + at, start + at)))
        span = Span(start, start + len(plain))
        paragraphs.append(Paragraph(label, role, span, Flow(plain, (0,), (start,)), tuple(markers)))
        start += len(plain) + 1
    for number, text in enumerate(notes, 1):
        span = Span(start, start + len(text))
        note = f"note{number}"
        paragraphs.append(
            Paragraph(note, "note", span, Flow(text, (0,), (start,)), number=str(number))
        )
        start += len(text) + 1
    document = Document(
        name="one",
        text="\n".join(p.flow.text for p in paragraphs),
        language=language,
        cover=Cover(symbol="A/RES/76/283", organ="ga", adopted="2022-06-29"),
        paragraphs=tuple(paragraphs),
    )
    found = resolve(document, find(document, Authority()), Authority()).citations
    return [citation for citation in found if citation.mention.rule == TOLD_REPORT]


#: after A/RES/76/283, preambular paragraph 1 and operative paragraph 10
SAID: dict[Language, tuple[str, str]] = {
    "ar": (
        "وقد نظرت في تقرير الأمين العام¹ وتقرير اللجنة الاستشارية لشؤون الإدارة والميزانية²،",
        "تحيط علما بالفقرة 21 من تقرير اللجنة الاستشارية، وتقرر إنشاء وظيفة",
    ),
    "en": (
        "Having considered the report of the Secretary-General on the financing of the Force¹ and "
        "the related report of the Advisory Committee on Administrative and Budgetary Questions,²",
        "Also takes note of paragraph 21 of the report of the Advisory Committee, and decides",
    ),
    "es": (
        "Habiendo examinado el informe del Secretario General¹ y el informe conexo de la Comisión "
        "Consultiva en Asuntos Administrativos y de Presupuesto²,",
        "Toma nota también del párrafo 21 del informe de la Comisión Consultiva y decide crear",
    ),
    "fr": (
        "Ayant examiné le rapport du Secrétaire général¹ et le rapport correspondant du Comité "
        "consultatif pour les questions administratives et budgétaires²,",
        "Prend note également du paragraphe 21 du rapport du Comité consultatif et décide",
    ),
    "ru": (
        "рассмотрев доклад Генерального секретаря¹ и соответствующий доклад Консультативного "
        "комитета по административным и бюджетным вопросам²,",
        "принимает к сведению также пункт 21 доклада Консультативного комитета и постановляет",
    ),
    "zh": (
        "审议了秘书长关于部队经费筹措的报告¹以及行政和预算问题咨询委员会的有关报告²，",
        "又表示注意到行预咨委会报告第21段，并决定设立1个临时职位；",
    ),
}


@pytest.mark.parametrize("language", sorted(SAID))
def test_a_paragraph_of_the_advisory_committees_report(language: Language) -> None:
    told, again = SAID[language]
    texts: list[tuple[str, Role, str]] = [("pp1", "pp", told), ("op10", "op", again)]
    [citation] = cited(language, texts, ["A/76/549.", "A/76/760/Add.11."])
    assert citation.mention.paragraph == "op10"
    assert citation.instrument.symbol == "A/76/760/Add.11"
    assert citation.part == "para. 21"
    assert citation.how == "note"


def test_what_a_report_holds_is_in_the_one_report_told() -> None:
    [citation] = cited(
        "zh",
        [("op1", "op", "表示注意到秘书长的报告¹；"), ("op5", "op", "提请注意秘书长报告所载建议，")],
        ["A/76/209。"],
    )
    assert citation.mention.surface == "秘书长报告"
    assert citation.instrument.symbol == "A/76/209"


def test_two_reports_of_one_issuer_leave_it_open() -> None:
    texts: list[tuple[str, Role, str]] = [
        ("pp1", "pp", "Recalling the report of the Secretary-General on the Sudan,¹"),
        ("pp2", "pp", "Recalling also the report of the Secretary-General on Libya,²"),
        ("op1", "op", "Recalls paragraph 5 of the report of the Secretary-General, and decides"),
    ]
    assert not cited("en", texts, ["A/76/1.", "A/76/2."])


def test_the_report_of_the_same_section_comes_first() -> None:
    texts: list[tuple[str, Role, str]] = [
        ("pp1", "pp", "Having considered the report of the Advisory Committee,¹"),
        (
            "op1",
            "op",
            "Endorses what is contained in the report of the Advisory Committee;",
        ),
        ("pp2", "pp", "Having considered the report of the Advisory Committee,²"),
        ("s2.op1", "op", "Recalls paragraph 8 of the report of the Advisory Committee;"),
    ]
    found = cited("en", texts, ["A/75/7/Add.38.", "A/75/7/Add.37."])
    assert [(c.mention.paragraph, c.instrument.symbol) for c in found] == [
        ("op1", "A/75/7/Add.38"),
        ("s2.op1", "A/75/7/Add.37"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Requests that the analysis be contained in the report of the Secretary-General on Libya",
        "Looks forward to options to be outlined in the report of the Secretary-General;",
        "Takes note of the report of the Secretary-General on the Sudan;",
        "Recalls paragraph 5 of the reports of the Secretary-General;",
    ],
)
def test_reports_to_come_and_other_reports_are_not_the_one_told(words: str) -> None:
    told = "Having considered the report of the Secretary-General,¹"
    assert not cited("en", [("pp1", "pp", told), ("op1", "op", words)], ["A/76/549."])


def test_a_report_with_a_corrigendum_is_one_report() -> None:
    texts: list[tuple[str, Role, str]] = [
        ("pp1", "pp", "рассмотрев доклад Консультативного комитета¹,"),
        ("op1", "op", "одобряет рекомендации, содержащиеся в докладе Консультативного комитета;"),
    ]
    [citation] = cited("ru", texts, ["A/75/7 и A/75/7/Corr.1."])
    assert citation.instrument.symbol == "A/75/7"


@pytest.mark.parametrize(
    ("language", "text", "part"),
    [
        (
            "en",
            "Takes note of paragraph IV.178 of the report of the Advisory Committee^,",
            "IV.178",
        ),
        ("es", "Toma nota del párrafo IV.178 del informe de la Comisión Consultiva^,", "IV.178"),
        ("fr", "Prend note du paragraphe IV.178 du rapport du Comité consultatif^,", "IV.178"),
        ("ru", "принимает к сведению пункт IV.178 доклада Консультативного комитета^,", "IV.178"),
        ("zh", "表示注意到行预咨委会报告^第四.170段，", "IV.170"),
    ],
)
def test_a_paragraph_of_three_figures_has_its_chapter(
    language: Language, text: str, part: str
) -> None:
    """As A/RES/77/262 cites the first report of the Advisory Committee, sections of the budget."""
    found = resolved(worded(text, language, ("A/77/7.",))).citations
    assert [c.part for c in found if c.mention.paragraph == "pp1"] == [f"para. {part}"]
