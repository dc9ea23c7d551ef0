"""What six languages print in different places is one thing: by its note, its number, its annex."""

# ruff: noqa: E501 - official sentences stay on one line

from __future__ import annotations

import pytest

import worded
from recalling.model import Language, Organ, Resolution


def cited(
    text: str, notes: list[str], language: Language, organ: Organ = "ga"
) -> list[tuple[str, str]]:
    """Paragraph and key of all that a paragraph (its markers written ^) and its notes cite."""
    found = resolved(text, notes, language, organ).citations
    return [(c.mention.paragraph, c.instrument.key) for c in found]


def resolved(text: str, notes: list[str], language: Language, organ: Organ = "ga") -> Resolution:
    """All that a paragraph (its markers written ^) and its notes cite."""
    return worded.resolved(
        worded.worded(
            text, language, notes, organ=organ, symbol="A/RES/76/187", adopted="2021-12-16"
        )
    )


@pytest.mark.parametrize(
    ("language", "text", "note"),
    [
        ("ar", "وإذ ترحب بقرار لجنة منع الجريمة والعدالة الجنائية 26/3 المؤرخ 26 أيار/مايو 2017 بشأن تعميم مراعاة المنظور الجنساني^،", "انظر E/2017/30، الفصل الأول، الفرع دال."),
        ("zh", "欢迎预防犯罪和刑事司法委员会关于将性别平等观念纳入主流的2017年5月26日第26/3号决议，^", "见E/2017/30，第一章，D节。"),
        ("en", "Welcoming Commission on Crime Prevention and Criminal Justice resolution 26/3 of 26 May 2017 on mainstreaming a gender perspective,^", "See E/2017/30, chap. I, sect. D."),
        ("fr", "Accueillant avec satisfaction la résolution 26/3 de la Commission pour la prévention du crime et la justice pénale, en date du 26 mai 2017, sur la prise en compte de la problématique femmes-hommes^,", "Voir E/2017/30, chap. I, sect. D."),
        ("ru", "с удовлетворением отмечая резолюцию 26/3 Комиссии по предупреждению преступности и уголовному правосудию от 26 мая 2017 года по вопросу об учете гендерной проблематики^,", "См. E/2017/30, гл. I, разд. D."),
        ("es", "Acogiendo con beneplácito la resolución 26/3 de la Comisión de Prevención del Delito y Justicia Penal, de 26 de mayo de 2017, relativa a la incorporación de la perspectiva de género^,", "Véase E/2017/30, cap. I, secc. D."),
    ],
)  # fmt: skip
def test_a_commissions_text_stands_where_the_note_behind_its_subject_says(
    language: Language, text: str, note: str
) -> None:
    """A/RES/76/187, pp40 and note 18."""
    assert ("pp1", "doc/E/2017/30#resolution-26-3") in cited(text, [note], language)


def test_numbers_in_a_row_have_their_markers_in_the_same_order() -> None:
    """A/RES/76/185, pp4 in French."""
    text = (
        "Rappelant les résolutions 1/3 et 2/14 de la Commission de statistique, en date "
        "respectivement du 27 juin 2014^ et du 27 mai 2016^,"
    )
    notes = ["Voir A/69/25, annexe.", "Voir A/71/25, annexe."]
    found = {key for paragraph, key in cited(text, notes, "fr") if paragraph == "pp1"}
    assert found == {"doc/A/69/25#resolution-1-3", "doc/A/71/25#resolution-2-14"}


def test_a_marker_behind_another_number_is_not_the_first_ones() -> None:
    text = (
        "Welcoming Statistical Commission resolution 28/3 and Commission on Narcotic Drugs "
        "resolution 8/12,^ which"
    )
    keys = [key for _, key in cited(text, ["See E/2019/28, chap. I, sect. B."], "en")]
    assert "doc/E/2019/28#resolution-8-12" in keys
    assert "doc/E/2019/28#resolution-28-3" not in keys


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "وإذ تشير إلى قرار جمعية الصحة العالمية 73-8 المؤرخ 13 تشرين الثاني/نوفمبر 2020"),
        ("zh", "回顾世界卫生大会2020年11月13日第WHA73.8号决议"),
        ("en", "Recalling World Health Assembly resolution 73.8 of 13 November 2020"),
        ("fr", "Rappelant la résolution WHA73.8 de l’Assemblée mondiale de la Santé"),
        ("ru", "ссылаясь на резолюцию 73.8 Всемирной ассамблеи здравоохранения"),
        ("es", "Recordando la resolución WHA73.8 de la Asamblea Mundial de la Salud"),
    ],
)
def test_the_health_assembly_numbers_in_one_spelling(language: Language, text: str) -> None:
    """A/RES/77/275, pp6: WHA73.8, 73.8 and 73-8."""
    assert cited(text, [], language) == [("pp1", "other/who/resolution/73.8")]


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("ar", "المنظمة البحرية الدولية، قرارا الجمعية A.1029(26) و A.1074(28)."),
        ("zh", "国际海事组织，大会A.1029(26)和A.1074(28)号决议。"),
        ("en", "International Maritime Organization, Assembly resolutions A.1029(26) and A.1074(28)."),
        ("fr", "Organisation maritime internationale, résolutions A.1029(26) et A.1074(28) de l’Assemblée."),
        ("ru", "Международная морская организация, резолюции Ассамблеи А.1029(26) и A.1074(28)."),
        ("es", "Organización Marítima Internacional, resoluciones de la Asamblea A.1029(26) y A.1074(28)."),
    ],
)  # fmt: skip
def test_maritime_numbers_are_told_by_their_shape(language: Language, note: str) -> None:
    """A/RES/75/239, note 87; one Russian note prints a Cyrillic letter."""
    assert [key for _, key in cited("^", [note], language)] == [
        "other/imo/resolution/A.1029-26", "other/imo/resolution/A.1074-28",
    ]  # fmt: skip


def test_a_number_of_some_commission_is_this_documents_own() -> None:
    """Several commissions number alike: without a note 49/7 is nobody else's 49/7."""
    found = cited("Recalling Commission on the Status of Women resolution 49/7", [], "en")
    assert found == [("pp1", "other/A/RES/76/187/resolution/49-7")]


@pytest.mark.parametrize(
    ("language", "text", "note"),
    [
        ("ar", "وإذ تشير إلى الوثيقة الختامية^ المعتمدة", "القرار 71/299، المرفق."),
        ("zh", "回顾成果文件^", "第71/299号决议，附件。"),
        ("en", "Recalling the outcome^ adopted", "Resolution 71/299, annex."),
        ("fr", "Rappelant le document final^ adopté", "Résolution 71/299, annexe."),
        ("ru", "ссылаясь на итоговый документ^,", "Резолюция 71/299, приложение."),
        ("es", "Recordando el documento final^ aprobado", "Resolución 71/299, anexo."),
    ],
)
def test_what_a_note_places_in_an_annex_is_cited_whether_the_text_names_it_or_not(
    language: Language, text: str, note: str
) -> None:
    """As the outcome of A/RES/S-23/3 in A/RES/75/18, a name in five languages."""
    keys = {key for _, key in cited(text, [note], language)}
    assert keys == {"doc/A/RES/71/299", "doc/A/RES/71/299#annex"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "وإذ تؤكد من جديد المادة 153 من نظامها الداخلي؛"),
        ("zh", "重申大会议事规则第153条；"),
        ("en", "Reaffirms rule 153 of its rules of procedure;"),
        ("fr", "Réaffirme les dispositions de l’article 153 de son règlement intérieur ;"),
        ("ru", "подтверждает правило 153 своих правил процедуры;"),
        ("es", "Reafirma el artículo 153 de su Reglamento;"),
        ("ar", "وفقا للنظام الداخلي للجمعية؛"),
        ("en", "in accordance with the rules of procedure of the Assembly;"),
        ("fr", "conformément au règlement intérieur de l’Assemblée ;"),
        ("ru", "в соответствии с правилами процедуры Ассамблеи;"),
        ("es", "de conformidad con el Reglamento de la Asamblea;"),
    ],
)
def test_the_assemblys_own_rules_are_cited_with_or_without_its_name(
    language: Language, text: str
) -> None:
    """A/RES/75/293, op4."""
    key = "instrument/rules-of-procedure-of-the-general-assembly"
    assert cited(text, [], language) == [("pp1", key)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "وقد نظرت في البيان المقدم وفقا للمادة 153 من النظام الداخلي للجمعية العامة^"),
        ("en", "Having considered the statement submitted in accordance with rule 153 of the rules of procedure of the General Assembly^"),
        ("es", "Habiendo examinado la exposición presentada de conformidad con el artículo 153 del Reglamento de la Asamblea General^"),
        ("fr", "Ayant examiné l’état présenté en application de l’article 153 du règlement intérieur de l’Assemblée générale^"),
        ("ru", "рассмотрев заявление, представленное согласно правилу 153 правил процедуры Генеральной Ассамблеи^"),
        ("zh", "审议了根据大会议事规则第一五三条提交的说明^"),
    ],
)  # fmt: skip
def test_a_note_behind_a_rule_tells_of_what_the_sentence_says(
    language: Language, text: str
) -> None:
    """A/RES/75/253: A/C.5/75/11 is the statement, not the rules of procedure; all call it a rule."""
    citations = resolved(text, ["A/C.5/75/11."], language).citations
    (rules,) = (
        c for c in citations if c.mention.paragraph == "pp1" and c.instrument.kind == "rules"
    )
    assert rules.instrument.key == "instrument/rules-of-procedure-of-the-general-assembly"
    assert (rules.instrument.symbol, rules.part) == (None, "rule 153")


@pytest.mark.parametrize(
    ("language", "text", "rules"),
    [
        ("es", "de conformidad con los artículos 99 a) y 103 del Reglamento de la Asamblea,", True),
        ("fr", "conformément à l’article 103 du Règlement intérieur de l’Assemblée,", True),
        ("es", "de conformidad con el artículo 5 del reglamento de la Asamblea de ONU-Hábitat,", False),
        ("fr", "conformément à l’article 5 du règlement intérieur de l’Assemblée d’ONU-Habitat,", False),
    ],
)  # fmt: skip
def test_the_rules_of_another_assembly_are_not_the_general_assemblys(
    language: Language, text: str, rules: bool
) -> None:
    """A/DEC/76/421; the Habitat Assembly's are those of A/RES/76/133."""
    key = "instrument/rules-of-procedure-of-the-general-assembly"
    assert cited(text, [], language) == ([("pp1", key)] if rules else [])


def test_another_organs_rules_are_not_the_assemblys() -> None:
    text = "Recalls rule 28 of its rules of procedure"
    assert cited(text, [], "en", organ="sc") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "وإذ ترحب بالأمر الصادر عن محكمة العدل الدولية في 23 كانون الثاني/يناير 2020"),
        ("zh", "欢迎国际法院2020年1月23日在冈比亚诉缅甸一案中指示采取临时措施的命令"),
        ("en", "Welcoming the order of the International Court of Justice of 23 January 2020"),
        ("fr", "Saluant l’ordonnance rendue par la Cour internationale de Justice le 23 janvier 2020"),
        ("ru", "отмечая постановление Международного Суда от 23 января 2020 года"),
        ("es", "Acogiendo la providencia de la Corte Internacional de Justicia de 23 de enero de 2020"),
    ],
)  # fmt: skip
def test_a_courts_order(language: Language, text: str) -> None:
    """A/RES/75/238, pp19."""
    assert cited(text, [], language) == [("pp1", "record/icj/2020-01-23")]


def test_the_opinion_given_is_cited_and_not_the_request_for_it() -> None:
    """A/RES/75/89, pp43."""
    text = (
        "Noting the advisory opinion of the International Tribunal for the Law of the Sea on the "
        "request for an advisory opinion submitted by the Subregional Fisheries Commission, issued "
        "on 2 April 2015,"
    )
    assert cited(text, [], "en") == [("pp1", "record/itlos/2015-04-02")]


@pytest.mark.parametrize(
    "note",
    [
        "Продовольственная и сельскохозяйственная организация Объединенных Наций, документ C 2017/REP.",
        "Food and Agriculture Organization of the United Nations, document C/2017/REP.",
    ],
)
def test_an_agencys_code_has_one_key_in_its_language_or_in_english(note: str) -> None:
    """A/RES/75/89, note 23."""
    assert cited("^", [note], "ru") == [("note1", "record/fao/C2017/REP")]


def test_what_one_chinese_type_word_closes_may_be_of_two_types() -> None:
    """A/HRC/RES/56/1, pp3."""
    text = "人权理事会2021年3月24日第46/21号和2021年7月12日第47/1号以及2017年9月29日第36/115号决定"
    assert [key for _, key in cited(text, [], "zh", organ="hrc")] == [
        "doc/A/HRC/RES/46/21", "doc/A/HRC/RES/47/1", "doc/A/HRC/DEC/36/115",
    ]  # fmt: skip


def test_a_commissions_number_by_year_is_not_the_councils() -> None:
    """A/RES/75/169, op62; A/HRC/RES/54/18, pp25."""
    text = "Recalls the request of the Commission on Human Rights, in its resolution 2005/5, that"
    assert cited(text, [], "en") == [("pp1", "other/A/RES/76/187/resolution/2005-5")]


@pytest.mark.parametrize(
    ("language", "text", "note"),
    [
        ("ar", "تحث جميع الدول التي لم تصدق بعد على اتفاقية الأمم المتحدة لمكافحة الجريمة المنظمة عبر الوطنية وبروتوكولاتها^ على أن تنظر في القيام بذلك،", "United Nations, Treaty Series, vols. 2225, 2237, 2241 and 2326, No. 39574."),
        ("zh", "敦促所有尚未批准或加入《联合国打击跨国有组织犯罪公约》及其各项议定书^的国家考虑批准或加入这些文书，", "联合国，《条约汇编》，第2225、2237、2241和2326卷，第39574号。"),
        ("en", "Urges all States to consider ratifying the United Nations Convention against Transnational Organized Crime and the Protocols thereto,^", "United Nations, Treaty Series, vols. 2225, 2237, 2241 and 2326, No. 39574."),
        ("fr", "Exhorte tous les États à envisager de ratifier la Convention des Nations Unies contre la criminalité transnationale organisée et les Protocoles s’y rapportant^,", "Nations Unies, Recueil des Traités, vol. 2225, 2237, 2241 et 2326, no 39574."),
        ("ru", "настоятельно призывает все государства рассмотреть вопрос о ратификации Конвенции Организации Объединенных Наций против транснациональной организованной преступности и протоколов к ней^,", "United Nations, Treaty Series, vols. 2225, 2237, 2241 and 2326, No. 39574."),
        ("es", "Insta a todos los Estados a que consideren la posibilidad de ratificar la Convención de las Naciones Unidas contra la Delincuencia Organizada Transnacional y sus Protocolos^,", "Naciones Unidas, Treaty Series, vols. 2225, 2237, 2241 y 2326, núm. 39574."),
    ],
)  # fmt: skip
def test_the_protocols_of_a_convention_are_those_of_the_note(
    language: Language, text: str, note: str
) -> None:
    """A/RES/75/197, op12 and note 4: the Convention and its three Protocols."""
    found = {key for paragraph, key in cited(text, [note], language) if paragraph == "pp1"}
    assert found == {
        "instrument/un-convention-against-transnational-organized-crime",
        "instrument/trafficking-protocol",
        "instrument/smuggling-of-migrants-protocol",
        "instrument/firearms-protocol",
    }


@pytest.mark.parametrize(
    ("language", "text", "note"),
    [
        ("ar", "وإذ تضع في اعتبارها الوثيقة الختامية لمؤتمر القمة الثامن عشر لرؤساء دول أو حكومات بلدان عدم الانحياز، الذي عقد في باكو يومي 25 و 26 تشرين الأول/أكتوبر 2019^،", "انظر A/74/548، المرفق."),
        ("zh", "铭记2019年10月25日和26日在巴库举行的第十八次不结盟国家元首或政府首脑会议最后文件，^", "见A/74/548，附件。"),
        ("en", "Bearing in mind the Final Document of the Eighteenth Summit of Heads of State or Government of Non-Aligned Countries, held in Baku on 25 and 26 October 2019,^", "See A/74/548, annex."),
    ],
)  # fmt: skip
def test_what_the_note_places_and_the_name_says_is_one_instrument(
    language: Language, text: str, note: str
) -> None:
    """A/RES/75/43, pp6 and note 3: the annex of A/74/548 is no second instrument."""
    found = {key for _, key in cited(text, [note], language)}
    assert "instrument/final-document-18th-nam-summit" in found
    assert "doc/A/74/548#annex" not in found


@pytest.mark.parametrize(
    ("language", "text", "note"),
    [
        ("ar", "وإذ تشير إلى العهد الدولي الخاص بالحقوق المدنية والسياسية، ولا سيما المادة 27 منه المتعلقة بحقوق الأشخاص المنتمين إلى أقليات إثنية أو دينية أو لغوية^،", "انظر القرار 2200 ألف (د-21)، المرفق."),
        ("zh", "回顾《公民权利和政治权利国际公约》，特别是其中关于在族裔、宗教或语言上属于少数群体的人的权利的第二十七条，^", "见第2200 A(XXI)号决议，附件。"),
        ("en", "Recalling the International Covenant on Civil and Political Rights, in particular article 27 thereof, concerning the rights of persons belonging to ethnic, religious or linguistic minorities,^", "See resolution 2200 A (XXI), annex."),
    ],
)  # fmt: skip
def test_a_note_at_the_end_of_a_sentence_is_of_what_the_sentence_names(
    language: Language, text: str, note: str
) -> None:
    """A/RES/76/268, pp11 and note 5: the annex is no second instrument."""
    found = {key for _, key in cited(text, [note], language)}
    assert "instrument/international-covenant-on-civil-and-political-rights" in found
    assert "doc/A/RES/2200(XXI)#A/annex" not in found


def test_a_note_between_two_names_may_be_the_second_ones() -> None:
    """A/RES/77/12, op 11 in Chinese: the marker stands behind the comma of the list."""
    text = "依照《关于通过东南亚国家联盟人权宣言的金边声明》、^《世界人权宣言》，"
    assert cited(text, ["第217A(III)号决议。"], "zh") == [
        ("pp1", "instrument/universal-declaration-of-human-rights"),
        ("note1", "instrument/universal-declaration-of-human-rights"),
    ]


@pytest.mark.parametrize(
    ("language", "text", "note"),
    [
        ("ar", "وإذ تشير إلى الوثيقة الختامية للاجتماع العام الرفيع المستوى للجمعية العامة المعروف بالمؤتمر العالمي المعني بالشعوب الأصلية، المعقود في نيويورك يومي 22 و 23 أيلول/سبتمبر 2014^،", "القرار 69/2."),
        ("en", "Recalling the outcome document of the high-level plenary meeting of the General Assembly known as the World Conference on Indigenous Peoples, held in New York on 22 and 23 September 2014,^", "Resolution 69/2."),
        ("es", "Recordando el documento final de la reunión plenaria de alto nivel de la Asamblea General, conocida como Conferencia Mundial sobre los Pueblos Indígenas, celebrada en Nueva York los días 22 y 23 de septiembre de 2014^,", "Resolución 69/2."),
        ("fr", "Rappelant le document final de sa réunion plénière de haut niveau, dite Conférence mondiale sur les peuples autochtones, qui s’est tenue à New York les 22 et 23 septembre 2014^,", "Résolution 69/2."),
        ("ru", "ссылаясь на итоговый документ состоявшегося 22 и 23 сентября 2014 года в Нью-Йорке пленарного заседания высокого уровня Генеральной Ассамблеи под названием «Всемирная конференция по коренным народам»^,", "Резолюция 69/2."),
        ("zh", "回顾2014年9月22日和23日在纽约举行的称为世界土著人民大会的大会高级别全体会议成果文件，^", "第69/2号决议。"),
    ],
)  # fmt: skip
def test_what_a_meeting_came_to_is_the_resolution_in_its_note(
    language: Language, text: str, note: str
) -> None:
    """A/RES/75/168, pp3 and note 9."""
    assert cited(text, [note], language) == [
        ("pp1", "doc/A/RES/69/2"), ("note1", "doc/A/RES/69/2"),
    ]  # fmt: skip


def test_what_a_meeting_came_to_may_stand_in_a_report() -> None:
    """A/RES/75/157, pp1 and note 3; a report's title names what it is about."""
    note = "Official Records of the Economic and Social Council, 2020, Supplement No. 7 (E/2020/27), chap. I, sect. A."
    text = "the political declaration adopted by the Commission on the Status of Women,^"
    found = resolved(text, [note], "en").citations
    assert [(c.instrument.key, c.part) for c in found] == [
        ("doc/E/2020/27", "chap. I, sect. A"), ("doc/E/2020/27", "chap. I, sect. A"),
    ]  # fmt: skip
    report = "his report entitled “Progress and implementation of the political declaration of the meeting”,^"
    assert [place for place, _ in cited(report, ["A/75/236."], "en")] == ["pp1", "note1"]
    assert resolved(report, ["A/75/236."], "en").citations[0].mention.rule.startswith("described")
