"""Named instruments are found in six languages, and told from what only holds their name."""

from __future__ import annotations

import re
from collections.abc import Callable
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recalling.authority import Label, load_authority
from recalling.extractors import find
from recalling.extractors.context import context_of
from recalling.extractors.name_grammar import load_names
from recalling.extractors.name_index import NameIndex, fold, variants
from recalling.extractors.names import find_names, find_titles
from recalling.model import LANGUAGES, Document, Language, Marker, Mention, NameClaim, Span
from recalling.text import ARABIC_SIGNS

Maker = Callable[..., Document]


def names(paragraph: Maker, text: str, language: Language, **more: object) -> list[Mention]:
    document = paragraph(text, language, **more)
    context = context_of(document, load_authority())
    found = list(find_names(document.paragraphs[0], context))
    return found + list(find_titles(document.paragraphs[0], context.having(found)))


def keys(paragraph: Maker, text: str, language: Language) -> list[str]:
    found = names(paragraph, text, language)
    return [
        m.claim.candidates[0].rpartition("/")[2] for m in found if isinstance(m.claim, NameClaim)
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the purposes and principles of the Charter of the United Nations and the Universal "
               "Declaration of Human Rights,"),
        ("fr", "les buts et principes de la Charte des Nations Unies et de la Déclaration "
               "universelle des droits de l’homme,"),
        ("es", "los propósitos de la Carta de las Naciones Unidas y la Declaración Universal de "
               "Derechos Humanos,"),
        ("ru", "руководствуясь целями Устава Организации Объединенных Наций и Всеобщей декларацией "
               "прав человека,"),
        ("ar", "إذ تسترشد بميثاق الأمم المتحدة والإعلان العالمي لحقوق الإنسان،"),
        ("zh", "遵循《联合国宪章》和世界人权宣言，"),
    ],
)  # fmt: skip
def test_charter_and_declaration_in_six_languages(
    paragraph: Maker, language: Language, text: str
) -> None:
    assert keys(paragraph, text, language) == [
        "charter-of-the-united-nations",
        "universal-declaration-of-human-rights",
    ]


@pytest.mark.parametrize(
    ("case", "text"),
    [
        ("nominative", "Парижское соглашение вступило в силу"),
        ("genitive", "осуществление Парижского соглашения"),
        ("dative", "согласно Парижскому соглашению"),
        ("instrumental", "предусмотрено Парижским соглашением"),
        ("prepositional", "заявлено в Парижском соглашении"),
    ],
)
def test_russian_cases(paragraph: Maker, case: str, text: str) -> None:
    del case
    assert keys(paragraph, text, "ru") == ["paris-agreement"]


def test_participles_follow_the_case(paragraph: Maker) -> None:
    """A/RES/75/158: «… к Протоколу …, дополняющему Конвенцию …» is one name."""
    text = (
        "присоединиться к Протоколу против незаконного ввоза мигрантов по суше, морю и воздуху, "
        "дополняющему Конвенцию Организации Объединенных Наций против транснациональной "
        "организованной преступности,"
    )
    assert keys(paragraph, text, "ru") == ["smuggling-of-migrants-protocol"]


def test_fused_particles_and_contracted_article_in_arabic(paragraph: Maker) -> None:
    text = "وفقا للعهد الدولي الخاص بالحقوق المدنية والسياسية ولاتفاق باريس"
    assert keys(paragraph, text, "ar") == [
        "international-covenant-on-civil-and-political-rights",
        "paris-agreement",
    ]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        # vowel signs, which a label may have and a text not: A/HRC/RES/54/30, pp5
        ("وقواعد الأمم المتحدة بشأن حماية الأحداث المجردين من حريتهم،", "havana-rules"),
        # "on" in another word than the label's: A/HRC/RES/54/32, op15, A/HRC/RES/56/22, pp6
        ("وفقاً للقواعد والمبادئ التوجيهية بشأن الأطفال المرتبطين بالقوات المسلحة أو الجماعات "
         "المسلحة، التي", "children-associated-with-armed-forces-principles"),
        ("والمبادئ التوجيهية بشأن الفقر المدقع وحقوق الإنسان",
         "guiding-principles-extreme-poverty"),
        # the Organization's name behind the noun, which loses its article: E/RES/2022/15, op42
        ("بتوصية منظمة الأمم المتحدة للتربية والعلم والثقافة الخاصة بأخلاقيات الذكاء الاصطناعي، "
         "المعتمدة", "unesco-recommendation-on-the-ethics-of-ai"),
        # who drew them up: A/RES/75/89, pp24 and op148
        ("لتنفيذ الخطوط التوجيهية الطوعية التي وضعتها لجنة الأمن الغذائي العالمي بشأن الحوكمة "
         "المسؤولة لحيازة الأراضي ومصائد الأسماك والغابات في سياق الأمن الغذائي الوطني،",
         "voluntary-guidelines-on-tenure"),
        ("الخطوط التوجيهية التي وضعتها منظمة الأغذية والزراعة للأمم المتحدة في عام 2004 للحد من "
         "نفوق السلاحف البحرية في عمليات صيد الأسماك وفي", "sea-turtle-guidelines"),
        # changes made to a text are no name of their own: A/HRC/RES/54/32, op1(a)
        ("التعديلات التي أدخلت على خطة الانتقال في الصومال، والتي", "somalia-transition-plan"),
    ],
)  # fmt: skip
def test_arabic_prints_a_name_in_more_ways_than_one(paragraph: Maker, text: str, key: str) -> None:
    assert keys(paragraph, text, "ar") == [key]


@pytest.mark.parametrize(
    "text", ["《2030年可持续发展议程》", "《2030 年可持续发展议程》", "2030年可持续发展议程"]
)
def test_chinese_with_or_without_spaces_and_marks(paragraph: Maker, text: str) -> None:
    (found,) = names(paragraph, f"落实{text}，", "zh")
    assert found.surface == text
    assert found.claim == NameClaim(text.strip("《》"), ("doc/A/RES/70/1",), None)


def test_a_name_cut_by_its_year_is_one_name(paragraph: Maker) -> None:
    """A/RES/77/125 puts the date between the noun and what the convention is about."""
    text = (
        "применимость Женевской конвенции от 12 августа 1949 года о защите гражданского населения "
        "во время войны"
    )
    assert keys(paragraph, text, "ru") == ["fourth-geneva-convention"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the Recommendation of the United Nations Educational, Scientific and Cultural "
               "Organization on the Ethics of Artificial Intelligence,"),
        ("fr", "la recommandation de l’Organisation des Nations Unies pour l’éducation, la science "
               "et la culture sur l’éthique de l’intelligence artificielle,"),
        ("es", "la Recomendación de la Organización de las Naciones Unidas para la Educación, la "
               "Ciencia y la Cultura sobre la Ética de la Inteligencia Artificial,"),
        ("ru", "рекомендацию Организации Объединенных Наций по вопросам образования, науки и "
               "культуры об этических аспектах искусственного интеллекта,"),
        ("ar", "بتوصية منظمة الأمم المتحدة للتربية والعلم والثقافة بشأن أخلاقيات الذكاء "
               "الاصطناعي،"),
        ("zh", "联合国教育、科学及文化组织《关于人工智能伦理的建议》，"),
        ("ar", "واعتماد المؤتمر العام توصيته الخاصة بأخلاقيات الذكاء الاصطناعي،"),
    ],
)  # fmt: skip
def test_a_name_cut_by_whose_it_is_is_one_name(
    paragraph: Maker, language: Language, text: str
) -> None:
    """A/RES/78/213, paragraph pp4, A/RES/77/320, pp9, and A/RES/78/265, pp4."""
    assert keys(paragraph, text, language) == ["unesco-recommendation-on-the-ethics-of-ai"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "as reflected in the UN Convention on the Law of the Sea, which provides"),
        ("fr", "la Convention de l’ONU sur le droit de la mer,"),
        ("es", "la Convención de la ONU sobre el Derecho del Mar,"),
        ("ru", "в Конвенции ООН по морскому праву,"),
    ],
)
def test_the_organization_in_its_short_form(
    paragraph: Maker, language: Language, text: str
) -> None:
    """A/RES/78/1, annex, paragraph 38; Arabic and Chinese print no short form."""
    assert keys(paragraph, text, language) == ["un-convention-on-the-law-of-the-sea"]


def test_every_adjective_before_a_russian_noun_declines(paragraph: Maker) -> None:
    """A/RES/78/265, paragraph 11."""
    text = "ожидает разработки глобального цифрового договора;"
    assert keys(paragraph, text, "ru") == ["global-digital-compact"]


def test_the_longest_name_wins(paragraph: Maker) -> None:
    """A treaty's name inside a protocol's title is no citation of its own."""
    text = "the Optional Protocol to the Convention on the Rights of Persons with Disabilities,"
    assert keys(paragraph, text, "en") == ["optional-protocol-crpd"]


def test_a_name_that_something_cuts_does_not_win_over_a_longer_one(paragraph: Maker) -> None:
    """A/RES/75/239 op 161: the convention's name, cut in two, ends the protocol's."""
    text = (
        "el Protocolo contra la Fabricación y el Tráfico Ilícitos de Armas de Fuego, Sus Piezas y "
        "Componentes y Municiones, que complementa la Convención de las Naciones Unidas contra la "
        "Delincuencia Organizada Transnacional,"
    )
    assert keys(paragraph, text, "es") == ["firearms-protocol"]


def test_a_name_inside_an_unknown_amendments_title_is_not_cited(paragraph: Maker) -> None:
    (found,) = names(paragraph, "ratify the Kigali Amendment to the Montreal Protocol,", "en")
    assert found.surface == "Kigali Amendment to the Montreal Protocol"
    assert found.claim == NameClaim(found.surface, (), "treaty")


def test_two_names_of_one_instrument_are_one(paragraph: Maker) -> None:
    text = (
        "the United Nations Standard Minimum Rules for the Treatment of Prisoners (the Nelson "
        "Mandela Rules),"
    )
    (found,) = names(paragraph, text, "en")
    assert found.surface == text[4:-1]
    (found,) = names(paragraph, "《联合国囚犯待遇最低限度标准规则》(《纳尔逊·曼德拉规则》)，", "zh")
    assert found.surface == "《联合国囚犯待遇最低限度标准规则》(《纳尔逊·曼德拉规则》)"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the Conference of the Parties to the Convention on Biological Diversity"),
        ("fr", "la Conférence des Parties à la Convention sur la diversité biologique"),
        ("es", "la Conferencia de las Partes en el Convenio sobre la Diversidad Biológica"),
        ("ru", "Конференция участников Конвенции о биологическом разнообразии"),
        ("ar", "مؤتمر الأطراف في اتفاقية التنوع البيولوجي"),
        ("zh", "《生物多样性公约》缔约方大会"),
    ],
)
def test_a_name_in_a_bodys_name_is_no_citation(
    paragraph: Maker, language: Language, text: str
) -> None:
    assert names(paragraph, text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "in promoting the review conferences of the parties to the Treaty on the "
               "Non-Proliferation of Nuclear Weapons"),
        ("fr", "promouvoir les conférences des Parties chargées d’examiner le Traité sur la "
               "non-prolifération des armes nucléaires"),
        ("es", "promover las conferencias de las partes encargadas del examen del Tratado sobre la "
               "No Proliferación de las Armas Nucleares"),
        ("ru", "по освещению конференций участников Договора о нераспространении ядерного оружия"),
        ("ar", "للترويج لمؤتمرات استعراض معاهدة عدم انتشار الأسلحة النووية"),
        ("zh", "宣传不扩散核武器条约缔约国审议大会"),
        ("fr", "la neuvième session de l’organe directeur du Traité international sur les "
               "ressources phytogénétiques pour l’alimentation et l’agriculture"),
        ("ru", "девятую сессию Управляющего органа Международного договора о генетических "
               "ресурсах растений для производства продовольствия и ведения сельского хозяйства"),
        ("es", "las Conferencias de las Partes en los convenios de Basilea, Estocolmo y Rotterdam"),
        ("en", "the Preparatory Commission for the Comprehensive Nuclear-Test-Ban Treaty "
               "Organization"),
        ("ar", "اللجنة التحضيرية لمنظمة معاهدة الحظر الشامل للتجارب النووية"),
        ("zh", "全面禁止核试验条约组织筹备委员会"),
    ],
)  # fmt: skip
def test_conferences_and_organizations_are_no_citations_of_their_treaty(
    paragraph: Maker, language: Language, text: str
) -> None:
    """A/RES/77/128 B, op78, A/DEC/76/574, A/RES/77/167, pp28, and A/HRC/RES/54/10, op4."""
    assert names(paragraph, text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "in the case concerning the Application of the International Convention for the "
               "Suppression of the Financing of Terrorism and of the International Convention on "
               "the Elimination of All Forms of Racial Discrimination (Ukraine v. Russian "
               "Federation),"),
        ("fr", "concernant l’affaire Application de la Convention internationale pour la "
               "répression du financement du terrorisme et de la Convention internationale sur "
               "l’élimination de toutes les formes de discrimination raciale,"),
        ("es", "en la causa relativa a la Aplicación del Convenio Internacional para la Represión "
               "de la Financiación del Terrorismo y de la Convención Internacional sobre la "
               "Eliminación de Todas las Formas de Discriminación Racial,"),
        ("ru", "по делу «Применение Международной конвенции о борьбе с финансированием терроризма "
               "и Международной конвенции о ликвидации всех форм расовой дискриминации»,"),
        ("ar", "في القضية المتعلقة بتطبيق الاتفاقية الدولية لقمع تمويل الإرهاب والاتفاقية الدولية "
               "للقضاء على جميع أشكال التمييز العنصري"),
        ("zh", "在“《制止向恐怖主义提供资助的国际公约》和《消除一切形式种族歧视国际公约》的适用”"
               "案中"),
    ],
)  # fmt: skip
def test_a_case_that_applies_a_treaty_does_not_cite_it(
    paragraph: Maker, language: Language, text: str
) -> None:
    """A/RES/75/192, pp42: a case is named after what it applies."""
    assert names(paragraph, text, language) == []


def test_who_launched_a_strategy_makes_no_body_of_it(paragraph: Maker) -> None:
    text = "Notes the launch by the Secretary-General of the United Nations Strategy and Plan of "
    assert keys(paragraph, f"{text}Action on Hate Speech,", "en") == ["un-strategy-hate-speech"]


def test_projects_on_a_treaty_are_no_item_of_an_agenda(paragraph: Maker) -> None:
    """A/RES/75/78, pp3: 执行…和《武器贸易条约》的项目."""
    assert keys(paragraph, "提供援助以加强执行《武器贸易条约》的项目；", "zh") == [
        "arms-trade-treaty"
    ]
    assert keys(paragraph, "列入题为“《武器贸易条约》”的项目。", "zh") == []


def test_the_contracted_article_melts_with_a_lam(paragraph: Maker) -> None:
    """A/RES/75/127, pp16: امتثالا للوائح الصحية الدولية."""
    found = keys(paragraph, "امتثالا للوائح الصحية الدولية (2005)،", "ar")
    assert found == ["international-health-regulations"]


def test_the_parties_to_a_treaty_do_cite_it(paragraph: Maker) -> None:
    assert keys(paragraph, "calls upon the Parties to the Paris Agreement to", "en") == [
        "paris-agreement"
    ]


def test_a_longer_title_holds_no_citation(paragraph: Maker) -> None:
    assert names(paragraph, "题为“执行《巴黎协定》的进展”的活动", "zh") == []


def test_a_plain_phrase_is_a_name_only_in_marks(paragraph: Maker) -> None:
    """A/RES/76/1 op 4 builds 我们希望的未来 without citing the outcome of Rio de Janeiro."""
    assert names(paragraph, "确保实现我们希望的未来，", "zh") == []
    assert keys(paragraph, "题为“我们希望的未来”的成果文件", "zh") == ["future-we-want"]


def test_goals_named_after_a_declaration_do_not_cite_it(paragraph: Maker) -> None:
    text = "целей в области развития, сформулированных в Декларации тысячелетия,"
    assert names(paragraph, text, "ru") == []


def test_a_document_does_not_cite_itself(paragraph: Maker) -> None:
    assert names(paragraph, "the 2030 Agenda", "en", symbol="A/RES/70/1") == []


def test_a_number_whose_title_the_name_is_stands_for_both(paragraph: Maker) -> None:
    """A/RES/78/265: "69/313 … on the Addis Ababa Action Agenda" is one citation."""
    text = (
        "its resolution 69/313 of 27 July 2015 on the Addis Ababa Action Agenda of the Third "
        "International Conference on Financing for Development,"
    )
    found = find(paragraph(text, "en"), load_authority()).mentions
    assert [m.surface for m in found] == ["69/313"]


def test_the_note_behind_a_name_is_its_own(paragraph: Maker) -> None:
    text = "回顾《世界人权宣言》，"
    (found,) = names(paragraph, text, "zh", markers=(Marker("note1", 11, Span(11, 12)),))
    assert found.note == "note1"


@settings(max_examples=80, deadline=None)
@given(text=st.text(max_size=300), language=st.sampled_from(LANGUAGES))
def test_any_text_keeps_its_length_when_folded(text: str, language: Language) -> None:
    assert len(fold(text)) == len(text)
    NameIndex([(Label("Устав", language), "x")], language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_is_found_where_it_is_printed(language: Language) -> None:
    """Each label is found whole, as a flow has it: without Arabic vowel signs."""
    authority = load_authority()
    grammar = load_names(language).grammar
    vowels = re.compile(f"[{ARABIC_SIGNS}]")
    for label, key in authority.labels(language):
        if label.rank == "hidden":
            continue
        index = NameIndex([(label, key)], language)
        printed = vowels.sub("", label.text)
        assert list(index.find(printed)) == [(0, len(printed), (key,))], label.text
        assert variants(label.text, grammar)


@pytest.mark.parametrize(
    ("language", "unit"),
    [
        ("en", "the Paris Agreement and “the Declaration on Aaa Bbb "),
        ("fr", "l’Accord de Paris et la Déclaration de Bali "),
        ("es", "el Acuerdo de París y la Declaración de Bali "),
        ("ru", "Парижское соглашение и Балийская декларация «"),
        ("ar", "اتفاق باريس وإعلان بالي "),
        ("zh", "《巴黎协定》和《某某宣言》“"),
    ],
)
def test_twice_the_text_takes_no_more_than_twice_the_time(
    paragraph: Maker, language: Language, unit: str
) -> None:
    """No rule goes quadratic on hostile text; a loaded machine is allowed for."""

    def seconds(times: int) -> float:
        document = paragraph(unit * times, language)
        context = context_of(document, load_authority())
        best = float("inf")
        for _ in range(3):
            began = perf_counter()
            list(find_names(document.paragraphs[0], context))
            list(find_titles(document.paragraphs[0], context))
            best = min(best, perf_counter() - began)
        return best

    assert seconds(4000) < 3.2 * seconds(2000) + 0.05


@pytest.mark.parametrize(
    ("language", "text", "name", "date"),
    [
        ("en", "the Convention on the Rights of Persons with Disabilities, which it adopted on 13 "
               "December 2006", "Convention", "2006-12-13"),
        ("en", "the Vienna Declaration and Programme of Action adopted by the World Conference on "
               "Human Rights on 25 June 1993,", "Vienna", "1993-06-25"),
        ("fr", "la Convention relative aux droits des personnes handicapées, qu’elle a adoptée le "
               "13 décembre 2006", "Convention", "2006-12-13"),
        ("es", "la Convención sobre los Derechos de las Personas con Discapacidad, que aprobó el "
               "13 de diciembre de 2006", "Convención", "2006-12-13"),
        ("ru", "Конвенции о правах инвалидов, принятой 13 декабря 2006 года", "Конвенции",
         "2006-12-13"),
        ("ar", "وبرنامج عمل فيينا اللذين اعتمدهما المؤتمر العالمي لحقوق الإنسان في 25 "
               "حزيران/يونيه 1993", "برنامج", "1993-06-25"),
        ("ar", "اتفاقية حقوق الأشخاص ذوي الإعاقة التي اعتمدتها في 13 كانون الأول/ديسمبر 2006",
         "اتفاقية", "2006-12-13"),
        ("zh", "科学及文化组织大会于 2021 年 11 月 23 日通过了其《人工智能伦理问题建议书》",
         "《", "2021-11-23"),
        ("zh", "1994年12月9日《联合国人员和有关人员安全公约》", "《", "1994-12-09"),
        ("en", "held on 13 December 2006, recalls the Paris Agreement", "Paris", None),
    ],
)  # fmt: skip
def test_the_date_that_stands_beside_a_name(
    paragraph: Callable[..., Document], language: Language, text: str, name: str, date: str | None
) -> None:
    found = [
        m
        for m in find(paragraph(text, language), load_authority()).mentions
        if name in m.surface and isinstance(m.claim, NameClaim)
    ]
    assert [m.date for m in found] == [date]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the Istanbul Declaration on Transparency in the Judicial Process"),
        ("fr", "la Déclaration d’Istanbul sur la transparence dans les procédures judiciaires"),
        ("es", "la Declaración de Estambul sobre la Transparencia en el Proceso Judicial"),
        ("ru", "Стамбульскую декларацию о транспарентности судебных процедур"),
        ("ar", "وإعلان إسطنبول بشأن الشفافية في الإجراءات القضائية"),
    ],
)
def test_a_declaration_whose_title_goes_on_is_another_one(
    paragraph: Maker, language: Language, text: str
) -> None:
    """A/RES/S-32/1, annex, note 5; the Istanbul Declaration alone is that of 2011."""
    found = names(paragraph, text, language)
    assert all(m.claim.candidates == () for m in found if isinstance(m.claim, NameClaim))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the sub-item entitled “Treaty on the Prohibition of Nuclear Weapons”."),
        ("ru", "подпункт, озаглавленный «Договор о запрещении ядерного оружия»."),
        ("zh", "题为“《禁止核武器条约》”的分项。"),
    ],
)
def test_the_title_of_an_agenda_item_cites_nothing(
    paragraph: Maker, language: Language, text: str
) -> None:
    """A/RES/77/54, paragraph 14."""
    assert names(paragraph, text, language) == []


@pytest.mark.parametrize(
    ("language", "words", "title"),
    [
        ("fr", "le Traité en 2010", "le Traité relatif au plateau"),
        ("fr", "le Traité et la question de sa prorogation", "Principes et directives"),
        ("fr", "la Convention ainsi qu’au Règlement intérieur", "Convention sur les effets"),
        ("es", "el Tratado en 2010", "el Tratado sobre la plataforma"),
        ("es", "la Convención así como el Reglamento", "Convención sobre los efectos"),
        ("es", "el Tratado y la cuestión de su prórroga", "Principios y directrices"),
    ],
)
def test_a_bare_noun_with_a_year_is_no_title(language: Language, words: str, title: str) -> None:
    """A/RES/77/66, pp 2: the note is the conference's, the words mean the treaty.

    And in A/RES/76/72, op 45, the note is that of the second instrument.
    """
    form = load_names(language).unknown
    assert form.search(words) is None
    assert form.search(title) is not None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the Board of the 10-Year Framework of Programmes on Sustainable Consumption and "
               "Production Patterns"),
        ("fr", "la décision du Conseil du Cadre décennal de programmation concernant les modes de "
               "consommation et de production durables"),
        ("es", "la Junta del Marco Decenal de Programas sobre Modalidades de Consumo y Producción "
               "Sostenibles"),
        ("ru", "членами Совета Десятилетней стратегии действий по переходу к использованию "
               "рациональных моделей потребления и производства"),
        ("ar", "مجلس إطار العمل العشري للبرامج المتعلقة بأنماط الاستهلاك والإنتاج المستدامة"),
        ("zh", "可持续消费和生产模式十年方案框架理事会"),
        ("en", "the Intergovernmental Conference to Adopt the Global Compact for Safe, Orderly and "
               "Regular Migration"),
        ("fr", "la Conférence intergouvernementale chargée d’adopter le Pacte mondial pour des "
               "migrations sûres, ordonnées et régulières"),
        ("es", "la Conferencia Intergubernamental encargada de Aprobar el Pacto Mundial para la "
               "Migración Segura, Ordenada y Regular"),
        ("ru", "Группу высокого уровня по вопросам финансовой подотчетности на международном "
               "уровне в интересах осуществления Повестки дня на период до 2030 года"),
        ("ar", "المؤتمر الحكومي الدولي لاعتماد الاتفاق العالمي من أجل الهجرة الآمنة والمنظمة"),
        ("zh", "国际金融问责、透明和廉洁以利实现2030年议程高级别小组"),
        ("en", "the Special Committee on the Charter of the United Nations and on the "
               "Strengthening of the Role of the Organization"),
        ("zh", "列入题为“武器贸易条约”的分项"),
        ("zh", "不扩散核武器条约缔约国2010年审议大会"),
    ],
)  # fmt: skip
def test_boards_conferences_and_panels_cite_nothing(
    paragraph: Maker, language: Language, text: str
) -> None:
    """A/RES/77/162 op 7, A/RES/75/158 pp 10, A/RES/75/206 op 3, A/RES/75/140 op 1."""
    assert keys(paragraph, text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "endorsed the Group of 20 Action Plan on the 2030 Agenda for Sustainable "
               "Development as", "Group of 20 Action Plan on the 2030 Agenda for Sustainable "
               "Development"),
        ("fr", "concernant la Déclaration des Nations Unies sur le Nouveau Partenariat pour le "
               "développement de l’Afrique,", "Déclaration des Nations Unies sur le Nouveau "
               "Partenariat pour le développement de l’Afrique"),
        ("es", "el Plan de Acción del Grupo de los 20 sobre la Agenda 2030 para el Desarrollo "
               "Sostenible", "Plan de Acción del Grupo de los 20 sobre la Agenda 2030 para el "
               "Desarrollo Sostenible"),
        ("es", "el Plan de Acción Conjunto para la Aplicación de la Estrategia Global de las "
               "Naciones Unidas contra el Terrorismo", "Plan de Acción Conjunto para la "
               "Aplicación de la Estrategia Global de las Naciones Unidas contra el Terrorismo"),
        ("ru", "одобрен план действий Группы двадцати по Повестке дня на период до 2030 года",
         "план действий Группы двадцати по Повестке дня на период до 2030 года"),
        ("ar", "قد أقر خطة عمل مجموعة العشرين بشأن خطة عام 2030",
         "خطة عمل مجموعة العشرين بشأن خطة عام 2030"),
    ],
)  # fmt: skip
def test_a_plan_on_an_agenda_is_not_the_agenda(
    paragraph: Maker, language: Language, text: str, name: str
) -> None:
    """A/RES/75/204 pp 8, A/RES/75/322 pp 1: a longer title, known or not."""
    (found,) = names(paragraph, text, language)
    assert isinstance(found.claim, NameClaim)
    assert found.claim.name == name
    assert "doc/A/RES/70/1" not in found.claim.candidates
