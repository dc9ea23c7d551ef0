"""What one language printed otherwise than the rest is the same instrument all the same."""

# ruff: noqa: E501 - official sentences stay on one line

from __future__ import annotations

import pytest
from test_six_languages import cited

from recalling.model import Language

COUNCIL = [
    ("fr", "Rappelant la résolution 44/4 adoptée le 16 juillet 2020 par le Conseil des droits de l’homme,"),
    ("es", "Recordando la resolución 44/4, aprobada el 16 de julio de 2020 por el Consejo de Derechos Humanos,"),
    ("en", "Recalling resolution 44/4, adopted on 16 July 2020 by the Human Rights Council,"),
    ("ru", "ссылаясь на резолюцию 44/4, принятую 16 июля 2020 года Советом по правам человека,"),
    ("ar", "وإذ تشير إلى القرار 44/4 الذي اتخذه في 16 تموز/يوليه 2020 مجلس حقوق الإنسان،"),
    ("zh", "回顾人权理事会2020年7月16日第44/4号决议，"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), COUNCIL)
def test_the_body_stands_behind_the_date(language: Language, text: str) -> None:
    """A/RES/76/186, pp 14: "adoptée le 16 juillet 2020 par le Conseil" is the Council's 44/4."""
    assert cited(text, [], language) == [("pp1", "doc/A/HRC/RES/44/4")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "dans son rapport et conformément aux résolutions 34/24 et 40/20 du Conseil des droits de l’homme,"),
        ("en", "in their report and in accordance with resolutions 34/24 and 40/20 of the Human Rights Council,"),
        ("es", "en su informe y de conformidad con las resoluciones 34/24 y 40/20 del Consejo de Derechos Humanos,"),
        ("ru", "в своем докладе и в соответствии с резолюциями 34/24 и 40/20 Совета по правам человека,"),
        ("ar", "في تقريره ووفقا لقرارات مجلس حقوق الإنسان 34/24 و 40/20،"),
        ("zh", "在其报告中根据人权理事会第34/24号和40/20号决议提出的建议，"),
    ],
)  # fmt: skip
def test_another_s_report_owns_no_resolution(language: Language, text: str) -> None:
    """A/RES/77/226, op 16: the report is the experts', the resolutions are the Council's."""
    assert cited(text, [], language) == [
        ("pp1", "doc/A/HRC/RES/34/24"),
        ("pp1", "doc/A/HRC/RES/40/20"),
    ]


def test_its_resolution_is_still_its_own() -> None:
    """Adjectives may stand between: "its other relevant resolutions"."""
    text = "Recalling the Human Rights Council, and its other relevant resolutions 75/1 and 75/2,"
    assert cited(text, [], "en") == [("pp1", "doc/A/RES/75/1"), ("pp1", "doc/A/RES/75/2")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Rappelant les résolutions 73.1, 73.8 et 74.7 adoptées par l’Assemblée mondiale de la Santé les 19 mai 2020, 13 novembre 2020 et 31 mai 2021,"),
        ("en", "Recalling World Health Assembly resolutions 73.1 of 19 May 2020, 73.8 of 13 November 2020 and 74.7 of 31 May 2021,"),
    ],
)  # fmt: skip
def test_a_row_of_the_health_assembly_goes_on(language: Language, text: str) -> None:
    """A/RES/76/257, pp 10: French gives the dates behind them all."""
    assert [key for _, key in cited(text, [], language)] == [
        f"other/who/resolution/{number}" for number in ("73.1", "73.8", "74.7")
    ]


def test_a_decimal_goes_on_no_row() -> None:
    """Only a comma or a conjunction joins a further number."""
    text = "Recalling resolution 73.1 of 19 May 2020, by which 74.7 of all people were reached,"
    assert [key for _, key in cited(text, [], "en")] == ["other/who/resolution/73.1"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Welcomes decision Assembly/AU/Decl. 8 (XXXII), adopted by the Assembly of the African Union,"),
        ("fr", "Se félicite de la décision Assembly/AU/Decl. 8 (XXXII) adoptée par la Conférence de l’Union africaine,"),
        ("ar", "ترحب بالقرار Assembly/AU/Decl. 8 (XXXII) الذي اتخذه مؤتمر رؤساء دول وحكومات الاتحاد الأفريقي"),
        ("zh", "欢迎非洲联盟国家元首和政府首脑会议通过Assembly/AU/Decl.8(XXXII)号决定，"),
    ],
)  # fmt: skip
def test_a_declaration_of_the_african_union(language: Language, text: str) -> None:
    """A/RES/76/144, op 11: its code says whose it is."""
    assert cited(text, [], language) == [("pp1", "other/au/declaration/8-XXXII")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "pursuant to paragraph 10 of decision C-SS-4/DEC.3, entitled “Addressing the threat”,"),
        ("ar", "عملا بالفقرة 10 من القرار C-SS-4/DEC.3، المعنون”التصدي للتهديد“،"),
        ("zh", "根据C-SS-4/DEC.3号决定第10段发布的报告，"),
        ("ru", "во исполнение пункта 10 решения C-SS-4/Dec.3,"),
    ],
)  # fmt: skip
def test_a_decision_on_chemical_weapons(language: Language, text: str) -> None:
    """A/RES/75/265, op 7: Arabic has one word for decisions and resolutions, the code has not."""
    assert cited(text, [], language) == [("pp1", "other/opcw/decision/C-SS-4-DEC.3")]


def test_a_number_in_words() -> None:
    """A/RES/75/65, pp 1: 第一㈠号 is 1 (I)."""
    found = cited("回顾其1946年1月24日第一㈠号、2016年12月5日第71/54号决议，", [], "zh")
    assert found == [("pp1", "doc/A/RES/1(I)"), ("pp1", "doc/A/RES/71/54")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Rappelant la Déclaration sur les mesures visant à éliminer le terrorisme international annexée à sa résolution 49/60 du 9 décembre 1994,"),
        ("ar", "وإذ تشير إلى الإعلان المتعلق بالتدابير الرامية إلى القضاء على الإرهاب الدولي الوارد في مرفق قرار الجمعية العامة 49/60 المؤرخ 9 كانون الأول/ديسمبر 1994،"),
        ("en", "Recalling the Declaration on Measures to Eliminate International Terrorism, contained in the annex to General Assembly resolution 49/60 of 9 December 1994,"),
        ("zh", "又回顾大会1994年12月9日第49/60号决议附件所载的《消除国际恐怖主义措施宣言》，"),
    ],
)  # fmt: skip
def test_annexed_to_is_in_the_annex(language: Language, text: str) -> None:
    """A/RES/76/121, pp 10."""
    assert set(cited(text, [], language)) == {
        ("pp1", "doc/A/RES/49/60#annex"),
        ("pp1", "doc/A/RES/49/60"),
    }


def test_a_decade_proclaimed_is_no_declaration() -> None:
    """A/RES/75/237, op 8: إعلان العقد is the proclamation of the Decade."""
    text = "ترحب بإعلان العقد الدولي للمنحدرين من أصل أفريقي، بالصيغة الواردة في قرارها 68/237 المؤرخ 23 كانون الأول/ديسمبر 2013،"
    assert cited(text, [], "ar") == [("pp1", "doc/A/RES/68/237")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "la Convention relative aux droits de l’enfant ainsi qu’aux Protocoles facultatifs s’y rapportant"),
        ("zh", "敦促尚未成为《儿童权利公约》及其各项任择议定书缔约国的国家"),
        ("en", "the Convention on the Rights of the Child and the Optional Protocols thereto"),
    ],
)  # fmt: skip
def test_the_protocols_thereto(language: Language, text: str) -> None:
    """A/RES/76/147, op 4: all three of them."""
    assert len([key for _, key in cited(text, [], language) if "optional-protocol-crc" in key]) == 3


LISTED = [
    ("en", "the contribution of the treaties of Tlatelolco, Rarotonga, Bangkok and Pelindaba and the Treaty on"),
    ("fr", "les États parties aux traités de Tlatelolco, de Rarotonga, de Bangkok et de Pelindaba et au Traité"),
    ("es", "los tratados de Tlatelolco, Rarotonga, Bangkok y Pelindaba y el Tratado"),
    ("ar", "الموقعة على معاهدات تلاتيلولكو وراروتونغا وبانكوك وبليندابا ومعاهدة"),
    ("zh", "《特拉特洛尔科条约》、《拉罗通加条约》、《曼谷条约》和《佩林达巴条约》"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), LISTED)
def test_treaties_under_one_noun(language: Language, text: str) -> None:
    """A/RES/76/44: Chinese and Russian name each in full."""
    assert [key for _, key in cited(text, [], language)] == [
        f"instrument/treaty-of-{place}"
        for place in ("tlatelolco", "rarotonga", "bangkok", "pelindaba")
    ]


@pytest.mark.parametrize(
    ("language", "text", "note", "key"),
    [
        ("ar", "التقرير^،", "تقرير المؤتمر العالمي الرابع المعني بالمرأة، بيجين، 4-15 أيلول/سبتمبر 1995 (منشورات الأمم المتحدة، رقم المبيعA.96 IV.13)، الفصل الأول.", "record/sales/96.IV.13"),
        ("es", "la Recomendación^,", "Organización de las Naciones Unidas para la Educación, la Ciencia y la Cultura, Actas de la Conferencia General, 32a reunión, París, 29 de septiembre a 17 de octubre de 2003, vol. 1, Resoluciones.", "record/unesco/general-conference/32/vol-1"),
        ("zh", "该决议^，", "见联合国教育、科学及文化组织，《大会纪录，第三十七届会议，2013年11月5日至20日，巴黎》，第1卷和更正，《决议》，第四节。", "record/unesco/general-conference/37/vol-1"),
        ("ru", "документ^,", "Документ INFCIRC/435 Международного агентства по атомной энергии.", "record/iaea/INFCIRC/435"),
        ("es", "el documento^,", "Documento INFCIRC/435 del Organismo Internacional de Energía Atómica.", "record/iaea/INFCIRC/435"),
        ("en", "the document^,", "International Atomic Energy Agency, document INFCIRC/435.", "record/iaea/INFCIRC/435"),
        ("ru", "поправка^,", "См. Международное агентство по атомной энергии, документ GOV/INF/2005/ 10-GC(49)/INF/6, добавление.", "record/iaea/GOV/INF/2005/10-GC(49)/INF/6"),
        ("es", "la resolución^,", "UNEP/EA.5/Res. 14.", "doc/UNEP/EA.5/Res.14"),
        ("ru", "резолюция^,", "UNEP/EA.4/RES.1.", "doc/UNEP/EA.4/Res.1"),
        ("fr", "le document^,", "Voir A/CONF/157/24 (Part I), chap. III.", "doc/A/CONF.157/24 (Part I)"),
        ("fr", "le rapport^,", "Voir A/HCR/24/57.", "doc/A/HRC/24/57"),
        ("fr", "la Convention^,", "Nations Unies, Recueil des Traités, vol. 1249, no 20,378.", "instrument/convention-on-the-elimination-of-all-forms-of-discrimination-against-women"),
        ("en", "the four Geneva Conventions^,", "United Nations, Treaty Series, vol. 75, Nos. 970–973.", "instrument/geneva-conventions"),
        ("es", "los instrumentos^,", "Naciones Unidas, Treaty Series, vol. 75, núms. 970 a 973.", "instrument/geneva-conventions"),
    ],
)  # fmt: skip
def test_a_note_in_another_spelling(language: Language, text: str, note: str, key: str) -> None:
    """Misprints and habits of one language, in the notes of A/RES/75/10 to A/RES/77/268."""
    assert ("note1", key) in cited(text, [note], language)


def test_a_title_with_a_resolution_in_brackets_is_no_record() -> None:
    """A/RES/77/286, note 7: two members of a list, each with its own place."""
    note = "《支援最不发达国家多哈行动纲领》(第76/258号决议，附件)和《多哈政治宣言》(A/CONF.219/2023/L.1)。"
    keys = [key for _, key in cited("纲领^", [note], "zh")]
    assert "doc/A/RES/76/258" in keys
    assert "doc/A/CONF.219/2023/L.1" in keys


@pytest.mark.parametrize(
    ("language", "text", "note", "key"),
    [
        ("fr", "de la décision XI/2 intitulée « Examen des progrès réalisés dans la mise en œuvre des stratégies et plans d’action nationaux »^,", "Voir UNEP/CBD/COP/11/35, annexe I.", "doc/UNEP/CBD/COP/11/35#decision-11-2"),
        ("en", "of decision XI/2, entitled “Review of progress in implementation of national strategies and action plans”,^", "See UNEP/CBD/COP/11/35, annex I.", "doc/UNEP/CBD/COP/11/35#decision-11-2"),
        ("es", "la decisión X/3, relativa al examen de la aplicación de la estrategia, adoptada por la Conferencia de las Partes en su décima reunión^,", "UNEP/CBD/COP/10/27, anexo.", "doc/UNEP/CBD/COP/10/27#decision-10-3"),
        ("ar", "وإذ تشير إلى المقرر 3/م أ-14^،", "ICCD/COP(14)/23/Add.1", "doc/ICCD/COP(14)/23/Add.1#decision-3-CP.14"),
        ("en", "Recalling decision 3/COP.14^ of", "ICCD/COP(14)/23/Add.1", "doc/ICCD/COP(14)/23/Add.1#decision-3-CP.14"),
        ("zh", "注意到2016年5月27日第2/17号决议^ 所述联合国环境大会作出的贡献", "A/71/25，附件。", "other/unea/resolution/2-17"),
        ("en", "as reflected in United Nations Environment Assembly resolution 2/17 of 27 May 2016,^", "A/71/25, annex.", "other/unea/resolution/2-17"),
    ],
)  # fmt: skip
def test_a_decision_of_parties_in_its_note(
    language: Language, text: str, note: str, key: str
) -> None:
    """A/RES/75/219: the note is the decision's, not that of what its title is about."""
    assert [key] == [one for label, one in cited(text, [note], language) if label == "pp1"]


def test_two_annexes_that_have_names() -> None:
    """A/RES/77/172, note 10: annexes I and II of 69/283 are the Declaration and the Framework."""
    found = cited("最不发达国家。^", ["第69/283号决议，附件一和二。"], "zh")
    assert found == [
        ("note1", "doc/A/RES/69/283"),
        ("note1", "instrument/sendai-declaration"),
        ("note1", "instrument/sendai-framework"),
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "подтверждая свою резолюцию 69/313 «Аддис-Абебская программа действий третьей Международной конференции по финансированию развития (Аддис-Абебская программа действий)» от 27 июля 2015 года,"),
        ("en", "Reaffirming its resolution 69/313 of 27 July 2015, “Addis Ababa Action Agenda of the Third International Conference on Financing for Development (Addis Ababa Action Agenda)”,"),
    ],
)  # fmt: skip
def test_a_title_without_a_word_before_it(language: Language, text: str) -> None:
    """A/RES/75/327, pp 4: what stands in quotation marks behind a number is its title."""
    assert cited(text, [], language) == [("pp1", "doc/A/RES/69/313")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "la Comisión Económica para América Latina y el Caribe aprobó la resolución 574 (XXVII), de 16 de mayo de 1998^, en la que"),
        ("fr", "la Commission économique pour l’Amérique latine et les Caraïbes a adopté la résolution 574 (XXVII) du 16 mai 1998^, dans laquelle"),
        ("en", "the adoption by the Economic Commission for Latin America and the Caribbean of its resolution 574 (XXVII) of 16 May 1998,^ calling for"),
    ],
)  # fmt: skip
def test_what_a_commission_did_is_no_part_of_its_name(language: Language, text: str) -> None:
    """A/RES/75/104, op 13."""
    assert ("pp1", "doc/E/1998/41#resolution-574-XXVII") in cited(
        text, ["E/1998/41, III.G"], language
    )


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("en", "Adopted on 8 July 2005 by the Conference to Consider and Adopt Proposed Amendments to the Convention on the Physical Protection of Nuclear Material."),
        ("fr", "Adopté le 8 juillet 2005 par la Conférence chargée d’examiner et d’adopter des projets d’amendements à la Convention sur la protection physique des matières nucléaires."),
        ("ru", "Принята 8 июля 2005 года Конференцией по рассмотрению и принятию предложенных поправок к Конвенции о физической защите ядерного материала."),
        ("zh", "核材料实物保护公约拟议修正案审议和通过会议2005年7月8日通过。"),
    ],
)  # fmt: skip
def test_a_conference_on_amendments_is_no_treaty(language: Language, note: str) -> None:
    """A/RES/76/121, note 12: the Convention stands in the name of a conference."""
    assert cited("the amendment^", [note], language) == []


def test_protocols_of_one_subject_are_not_all_of_them() -> None:
    """A/RES/76/7, annex, para. 6: only that on the sale of children speaks of trafficking."""
    text = "the Convention on the Rights of the Child and its optional protocols relevant to trafficking in persons,"
    keys = [key for _, key in cited(text, [], "en")]
    assert keys == ["instrument/convention-on-the-rights-of-the-child"]
