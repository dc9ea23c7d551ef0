"""Short forms are claims where a noun is surely an instrument's, or the document names one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recalling.authority import load_authority
from recalling.extractors.context import context_of
from recalling.extractors.short_forms import (
    find_short_forms,
    introduces,
    is_short_form,
    nouns_of,
)
from recalling.model import Document, Language, ShortClaim

Maker = Callable[..., Document]


def shorts(paragraph: Maker, text: str, language: Language) -> list[str]:
    document = paragraph(text, language)
    found = find_short_forms(document.paragraphs[0], context_of(document, load_authority()))
    return [m.claim.noun for m in found if isinstance(m.claim, ShortClaim)]


@pytest.mark.parametrize(
    ("language", "text", "noun"),
    [
        ("en", "States parties to the Convention shall", "Convention"),
        ("fr", "les États parties à la Convention,", "Convention"),
        ("es", "los Estados partes en la Convención,", "Convención"),
        ("ru", "государства — участники Конвенции,", "Конвенция"),
        ("ar", "الدول الأطراف في الاتفاقية،", "الاتفاقية"),
        ("zh", "《公约》缔约国，", "公约"),
    ],
)
def test_the_convention_in_six_languages(
    paragraph: Maker, language: Language, text: str, noun: str
) -> None:
    assert shorts(paragraph, text, language) == [noun]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the Convention on something else"),
        ("en", "the Conference of the Parties to the Convention"),
        ("en", "this Convention shall enter into force"),
        ("en", "the Programme of the Fund"),
        ("fr", "la Convention relative à autre chose"),
        ("ru", "Конвенция о чем-то ином"),
        ("zh", "《某某公约》"),
        ("zh", "《公约》缔约方会议"),
    ],
)
def test_what_is_no_short_form(paragraph: Maker, language: Language, text: str) -> None:
    assert shorts(paragraph, text, language) == []


def test_an_ordinary_noun_needs_a_full_name_in_the_document(paragraph: Maker) -> None:
    assert shorts(paragraph, "The Agenda is ambitious", "en") == []
    text = "the 2030 Agenda for Sustainable Development, and that the Agenda is ambitious"
    assert shorts(paragraph, text, "en") == ["Agenda"]


def test_the_nouns_of_a_name() -> None:
    assert nouns_of("Convention on the Rights of the Child", "en") == {"Convention"}
    assert nouns_of("Конвенции о правах ребенка", "ru") == {"Конвенция"}
    assert nouns_of("اتفاقية حقوق الطفل", "ar") == {"الاتفاقية"}
    assert nouns_of("儿童权利公约", "zh") == {"公约"}
    assert nouns_of("Convention-cadre des Nations Unies sur les changements", "fr") == {
        "Convention",
        "Convention-cadre",
    }
    assert nouns_of("United Nations Framework Convention on Climate Change", "en") == {
        "Convention",
        "Framework Convention",
    }


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("en", "Final Document of the 2010 Review Conference of the Parties to the Treaty"),
        ("fr", "Document final de la Conférence des Parties chargée d’examiner le Traité"),
        ("es", "Documento Final de la Conferencia de las Partes encargada del Examen del Tratado"),
        ("ru", "Заключительный документ Конференции 2010 года участников Договора"),
        ("zh", "《不扩散核武器条约缔约国2010年审议大会最后文件》"),
        ("ar", "الوثيقة الختامية لمؤتمر الأطراف في المعاهدة"),
    ],
)
def test_a_document_about_a_treaty_is_no_treaty(language: Language, name: str) -> None:
    assert nouns_of(name, language) == set()


@pytest.mark.parametrize(
    ("language", "text", "noun"),
    [
        (
            "en",
            "the Global Compact for Safe, Orderly and Regular Migration; the Global Compact,",
            "Global Compact",
        ),
        (
            "fr",
            "la Convention-cadre des Nations Unies sur les changements climatiques, et la "
            "Convention-cadre,",
            "Convention-cadre",
        ),
        (
            "es",
            "la Convención Marco de las Naciones Unidas sobre el Cambio Climático, y la "
            "Convención Marco,",
            "Convención Marco",
        ),
        (
            "ru",
            "Факультативный протокол к Конвенции о правах инвалидов, и по Факультативному "
            "протоколу,",
            "Факультативный протокол",
        ),
        ("zh", "《残疾人权利公约任择议定书》；《任择议定书》", "任择议定书"),
        (
            "ar",
            "البروتوكول الاختياري لاتفاقية حقوق الأشخاص ذوي الإعاقة، وبموجب البروتوكول الاختياري،",
            "البروتوكول الاختياري",
        ),
    ],
)
def test_short_forms_of_two_words(
    paragraph: Maker, language: Language, text: str, noun: str
) -> None:
    assert noun in shorts(paragraph, text, language)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("under the Charter for the maintenance of international peace", True),
        ("Article 27 of the Charter on voting in the Security Council", True),
        ("the Charter on Inclusion of Persons with Disabilities", False),
        ("the entry into force of the Treaty on 22 January 2021", True),
        ("the Convention on mutual assistance", False),
        ("the Convention and the Protocol thereto", True),
    ],
)
def test_what_may_follow_a_short_form(paragraph: Maker, text: str, found: bool) -> None:
    assert (shorts(paragraph, text, "en") != []) is found


@pytest.mark.parametrize(
    ("language", "name", "nouns"),
    [
        ("en", "Beijing Declaration and Platform for Action",
         {"Declaration", "Platform for Action"}),
        ("fr", "Déclaration et Plan d’action de Durban", {"Déclaration", "Plan d’action"}),
        ("es", "Declaración y el Programa de Acción de Viena",
         {"Declaración", "Programa de Acción"}),
        ("ru", "Пекинской декларации и Платформы действий", {"Декларация", "Платформа действий"}),
        ("ar", "إعلان ومنهاج عمل بيجين", {"الإعلان", "منهاج العمل"}),
        ("zh", "《北京宣言和行动纲要》", {"宣言", "行动纲要"}),
    ],
)  # fmt: skip
def test_two_heads_of_one_name(language: Language, name: str, nouns: set[str]) -> None:
    assert nouns_of(name, language) == nouns


@pytest.mark.parametrize(
    ("language", "short", "longer", "noun"),
    [
        ("en", "the Convention", "the Kampala Convention", "Convention"),
        ("fr", "la Convention", "Convention de Kampala", "Convention"),
        ("es", "la Convención", "Convención de Kampala", "Convención"),
        ("ru", "далее — «Конвенция»", "Кампальская конвенция", "Конвенция"),
        ("ar", "المشار إليها فيما يلي باسم ”الاتفاقية“", "اتفاقية كمبالا", "الاتفاقية"),
        ("zh", "下称《公约》", "《防治荒漠化公约》", "公约"),
    ],
)
def test_what_a_bracket_introduces(language: Language, short: str, longer: str, noun: str) -> None:
    assert introduces(short, noun, language)
    assert not introduces(longer, noun, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "Rappelant le Programme 2030, prie le Programme commun des Nations Unies sur le sida",
        ),
        ("fr", "le Cadre de Sendai et le Cadre stratégique"),
        ("es", "la Agenda 2030 y la Agenda “Espacio2030”"),
        ("ru", "Протокол по взрывоопасным пережиткам войны, участники Протокола II"),
        ("ar", "الإعلان العالمي لحقوق الإنسان، بما في ذلك واجب الإعلان عن كامل برنامجه"),
        ("ar", "اتفاق باريس، وانتخاب مكتبها والاتفاق على تنظيم أعمالها"),
        ("en", "the Arms Trade Treaty, the Agreement to Prevent Unregulated High Seas Fisheries"),
        ("zh", "列入题为“武器贸易条约”的分项"),
    ],
)
def test_what_goes_on_or_is_an_ordinary_word_is_no_short_form(
    paragraph: Maker, language: Language, text: str
) -> None:
    """A/RES/75/260, A/RES/76/3, A/RES/76/228: words that begin another name, or none."""
    assert shorts(paragraph, text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "noun"),
    [
        ("en", "article 76 of the Convention and with the Rules of Procedure", "Convention"),
        ("fr", "conformément à la Convention ainsi qu’au Règlement intérieur", "Convention"),
        ("es", "conforme a la Convención y al Reglamento", "Convención"),
        ("ru", "в соответствии с Конвенцией и правилами процедуры", "Конвенцией"),
        ("ar", "وفقا لأحكام الاتفاقية وللنظام الداخلي", "الاتفاقية"),
        ("zh", "根据《公约》和议事规则", "公约"),
    ],
)
def test_a_noun_before_other_words_is_a_short_form(
    language: Language, text: str, noun: str
) -> None:
    assert is_short_form(text, text.index(noun), language)


@pytest.mark.parametrize(
    ("language", "text", "noun"),
    [
        ("en", "the Convention on Biological Diversity", "Convention"),
        ("en", "the Protocol to the Treaty", "Protocol"),
        ("fr", "le Protocole au Traité", "Protocole"),
        ("es", "la Convención sobre la Diversidad Biológica", "Convención"),
        ("ru", "Протокол к Договору", "Протокол"),
        ("ar", "الاتفاقية بشأن التنوع", "الاتفاقية"),
        ("zh", "《生物多样性公约》", "公约"),
    ],
)
def test_a_noun_at_the_head_of_a_title_is_none(language: Language, text: str, noun: str) -> None:
    assert not is_short_form(text, text.index(noun), language)


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("وفقا للميثاق ولقرار الجمعية العامة", ["الميثاق"]),  # A/RES/76/86 op13
        ("بصفته الوديع للاتفاقية وبروتوكولاتها،", ["الاتفاقية"]),  # A/RES/75/85 op16
        ("الجزء الثاني عشر من الاتفاقية من أجل حماية", ["الاتفاقية"]),  # A/RES/76/72 op198
        # the name of a group, A/RES/75/64 op2; another treaty, A/HRC/RES/56/22 op1
        ("الفريق العامل الدائم المعني بالتنفيذ الفعال للمعاهدة،", []),
        ("التصديق على البروتوكول الاختياري للاتفاقية أو الانضمام إليه", []),
    ],
)
def test_arabic_nouns_behind_for(paragraph: Maker, text: str, nouns: list[str]) -> None:
    """The preposition and the article are one sign more, and the noun loses its alif."""
    assert shorts(paragraph, text, "ar") == nouns
