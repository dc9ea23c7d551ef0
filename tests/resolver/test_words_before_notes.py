"""What a note places is named by the words before its marker, when they name anything at all."""

from __future__ import annotations

import pytest

from recalling.model import Citation, Language
from worded import resolved, worded


def cited(text: str, note: str, language: Language) -> list[Citation]:
    """What a preambular paragraph cites; `^` in it is the marker of its only note."""
    found = resolved(worded(text, language, [note])).citations
    return [c for c in found if c.mention.paragraph == "pp1"]


@pytest.mark.parametrize(
    ("language", "text", "note"),
    [
        ("en", "emphasizing the purposes and principles of the Charter of the United Nations and "
         "of the Declaration on Principles of International Law concerning Friendly Relations and "
         "Cooperation among States in accordance with the Charter of the United Nations,^",
         "Resolution 2625 (XXV), annex."),
        ("fr", "Rappelant les buts et principes énoncés dans la Charte des Nations Unies ainsi que "
         "dans la Déclaration relative aux principes du droit international touchant les relations "
         "amicales et la coopération entre les États conformément à la Charte des Nations Unies^,",
         "Résolution 2625 (XXV), annexe."),
        ("es", "Recordando los propósitos y principios de la Carta de las Naciones Unidas y de la "
         "Declaración sobre los Principios de Derecho Internacional referentes a las Relaciones de "
         "Amistad y a la Cooperación entre los Estados de conformidad con la Carta de las Naciones "
         "Unidas^,", "Resolución 2625 (XXV), anexo."),
        ("ru", "ссылаясь на цели и принципы Устава Организации Объединенных Наций, а также на "
         "Декларацию о принципах международного права, касающихся дружественных отношений и "
         "сотрудничества между государствами в соответствии с Уставом Организации Объединенных "
         "Наций^,", "Резолюция 2625 (XXV), приложение."),
        ("ar", "وإذ تشير إلى المقاصد والمبادئ الواردة في ميثاق الأمم المتحدة وفي إعلان مبادئ "
         "القانون الدولي المتعلقة بالعلاقات الودية والتعاون بين الدول وفقا لميثاق الأمم المتحدة^،",
         "القرار 2625 (د-25)، المرفق."),
        ("zh", "回顾《联合国宪章》和"
         "《关于各国依联合国宪章建立友好关系及合作之国际法原则之宣言》^，",
         "第2625(XXV)号决议，附件。"),
    ],
)  # fmt: skip
def test_a_known_name_keeps_its_note_to_itself(language: Language, text: str, note: str) -> None:
    """A/RES/77/103 pp 2: the principles are the Charter's, the note is the Declaration's."""
    assert [c.instrument.key for c in cited(text, note, language)] == [
        "instrument/charter-of-the-united-nations",
        "instrument/friendly-relations-declaration",
    ]


@pytest.mark.parametrize(
    ("language", "text", "note"),
    [
        ("en", "Noting measures consistent with World Trade Organization rules,^",
         "See joint statement on open markets (A/74/863, annex)."),
        ("fr", "Notant que les mesures respectent les règles fixées par l’Organisation^,",
         "Voir la déclaration commune sur les marchés libres (A/74/863, annexe)."),
        ("es", "Observando que las medidas respetan las reglas de la Organización^,",
         "Véase la declaración conjunta sobre mercados abiertos (A/74/863, anexo)."),
        ("ru", "отмечая, что меры соответствуют правилам Организации^,",
         "См. совместное заявление об открытых рынках (A/74/863, приложение)."),
        ("ar", "وإذ تلاحظ أن التدابير تتسق مع مبادئ المنظمة^،",
         "انظر البيان المشترك بشأن الأسواق المفتوحة (A/74/863، المرفق)."),
        ("zh", "注意到制定有效战略^，", "见关于开放市场的联合声明(A/74/863，附件)。"),
    ],
)  # fmt: skip
def test_a_note_that_names_the_annex_itself_says_nothing_of_the_words(
    language: Language, text: str, note: str
) -> None:
    """A/RES/75/231 op 7."""
    assert cited(text, note, language) == []


@pytest.mark.parametrize(
    ("language", "text", "note"),
    [
        ("en", "Recalls decision XI/2, entitled “Review of the implementation of national "
         "biodiversity strategies and action plans and support to parties”;^",
         "See UNEP/CBD/COP/11/35, annex I."),
        ("fr", "Rappelant la décision XI/2 intitulée « Examen des stratégies et plans d’action "
         "nationaux pour la diversité biologique »^,", "Voir UNEP/CBD/COP/11/35, annexe I."),
        ("es", "Recordando la decisión XI/2, titulada “Examen de las estrategias y planes de "
         "acción nacionales en materia de biodiversidad”^,", "Véase UNEP/CBD/COP/11/35, anexo I."),
        ("ru", "ссылаясь на решение XI/2, озаглавленное «Обзор осуществления национальных "
         "стратегий и планов действий по сохранению биоразнообразия»^,",
         "См. UNEP/CBD/COP/11/35, приложение I."),
        ("ar", "وإذ تشير إلى المقرر 11/2 المعنون ”استعراض الاستراتيجيات وخطط العمل الوطنية“^،",
         "انظر UNEP/CBD/COP/11/35، المرفق الأول."),
        ("zh", "回顾题为“审查国家生物多样性战略和行动计划”的第XI/2号决定^，",
         "见UNEP/CBD/COP/11/35，附件一。"),
    ],
)  # fmt: skip
def test_the_words_of_a_title_name_nothing(language: Language, text: str, note: str) -> None:
    """A/RES/77/167 op 27: the note is the decision's, not the plans of action's."""
    (only,) = cited(text, note, language)
    assert only.instrument.key == "doc/UNEP/CBD/COP/11/35#decision-11-2"


@pytest.mark.parametrize(
    ("language", "text", "note"),
    [
        ("en", "Welcoming the report of the expert and her recommendations on the obstacles to the "
         "implementation of the Final Agreement,^", "A/HRC/55/18."),
        ("fr", "Saluant les recommandations de l’experte sur les obstacles à l’application de "
         "l’Accord final^,", "A/HRC/55/18."),
        ("es", "Acogiendo las recomendaciones de la experta sobre los obstáculos para la "
         "implementación del Acuerdo Final^,", "A/HRC/55/18."),
        ("ru", "приветствуя рекомендации эксперта о препятствиях на пути выполнения "
         "Заключительного соглашения^,", "A/HRC/55/18."),
        ("ar", "وإذ يرحب بتوصيات الخبيرة بشأن العقبات التي تعترض تنفيذ الاتفاق النهائي^،",
         "A/HRC/55/18."),
        ("zh", "欢迎专家提交的关于执行《最终协议》^的障碍的建议，", "A/HRC/55/18。"),
    ],
)  # fmt: skip
def test_a_report_is_not_the_agreement_that_it_is_about(
    language: Language, text: str, note: str
) -> None:
    """A/HRC/RES/56/14 pp 11."""
    assert cited(text, note, language) == []


@pytest.mark.parametrize(
    ("language", "text", "note", "surface"),
    [
        ("en", "Recalling the guidelines for regional approaches to disarmament^ adopted in 1993,",
         "A/48/42, annex II.", "guidelines for regional approaches to disarmament"),
        ("en", "Noting measures in accordance with the principles of their legal systems and in "
         "line with the World Health Organization guiding principles on transplantation,^",
         "A/48/42, annex II.", "World Health Organization guiding principles on transplantation"),
        ("ru", "отмечая меры в соответствии с принципами своих правовых систем и сообразуясь с "
         "руководящими принципами по трансплантации^,", "A/48/42, приложение II.",
         "руководящими принципами по трансплантации"),
        ("zh", "重申联合国可持续发展大会成果文件^中的规定，", "A/48/42，附件二。",
         "联合国可持续发展大会成果文件"),
        ("zh", "欢迎关于领导人会议的主席声明和会议期间达成的五点共识，^", "A/75/868，附件。",
         "五点共识"),
        ("zh", "欢迎执行2020-2029年期间战略框架，^", "A/74/34，附件一。",
         "执行2020-2029年期间战略框架"),
    ],
)  # fmt: skip
def test_the_words_quoted_are_those_that_name(
    language: Language, text: str, note: str, surface: str
) -> None:
    """Without the paragraph's verb, and from the noun that stands at the marker."""
    (only,) = cited(text, note, language)
    assert only.mention.surface == surface


@pytest.mark.parametrize(
    ("language", "text", "note"),
    [
        ("en", "Noting requests within the framework of the Convention,^", "A/48/42, annex II."),
        ("fr", "Notant les demandes présentées dans le cadre de l’Accord^,", "A/48/42, annexe II."),
        ("es", "Observando las solicitudes en el marco del Acuerdo^,", "A/48/42, anexo II."),
        ("ru", "отмечая просьбы, представленные в рамках Соглашения^,", "A/48/42, приложение II."),
        ("ar", "وإذ تلاحظ الطلبات المقدمة في إطار الاتفاقية^،", "A/48/42، المرفق الثاني."),
        ("zh", "注意到在《公约》框架内^提出的请求，", "A/48/42，附件二。"),
    ],
)  # fmt: skip
def test_in_the_framework_of_names_no_framework(language: Language, text: str, note: str) -> None:
    """A/RES/77/71 op 17, in Spanish."""
    words = [c.mention.surface for c in cited(text, note, language)]
    assert not any("marco" in w or "cadre" in w or "ramework" in w or "框架" in w for w in words)


def test_what_a_sales_publication_prints_is_cited_with_its_place() -> None:
    """A/RES/75/217 pp 8."""
    (only,) = cited(
        "Recalling the Mauritius Declaration,^",
        "Report of the International Meeting to Review the Implementation, Port Louis, 10–14 "
        "January 2005 (United Nations publication, Sales No. E.05.II.A.4), chap. I, resolution 1, "
        "annex I.",
        "en",
    )
    assert only.instrument.key == "record/sales/05.II.A.4"
    assert only.part == "chap. I, resolution 1, annex I"


@pytest.mark.parametrize(
    ("language", "text", "note"),
    [
        ("en", "Welcoming the Framework Convention on the Protection and Sustainable Development "
         "of the Carpathians, the Convention on the Protection of the Alps,^",
         "United Nations, Treaty Series, vol. 1917, No. 32724."),
        ("fr", "Saluant la Convention-cadre sur la protection des Carpates, la Convention sur la "
         "protection des Alpes^,", "Nations Unies, Recueil des Traités, vol. 1917, no 32724."),
        ("es", "Acogiendo el Convenio Marco sobre la Protección de los Cárpatos, el Convenio para "
         "la Protección de los Alpes^,", "Naciones Unidas, Treaty Series, vol. 1917, núm. 32724."),
    ],
)  # fmt: skip
def test_of_two_titles_the_last_has_the_note(language: Language, text: str, note: str) -> None:
    """A/RES/75/271 pp 11; the other three print no article before a title."""
    surfaces = {c.mention.surface for c in cited(text, note, language)}
    assert len(surfaces) == 1
    assert surfaces.pop().endswith(("Alps", "Alpes"))


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("en", "Resolution 79/233, annex; see also resolution 79/279."),
        ("fr", "Résolution 79/233, annexe ; voir également résolution 79/279."),
        ("es", "Resolución 79/233, anexo; véase también la resolución 79/279."),
        ("ru", "Резолюция 79/233, приложение; см. также резолюцию 79/279."),
        ("ar", "القرار 79/233، المرفق؛ انظر أيضا القرار 79/279."),
        ("zh", "第79/233号决议，附件；另见第79/279号决议。"),
    ],
)
def test_an_annex_keeps_its_place_before_a_further_resolution(
    language: Language, note: str
) -> None:
    """A/RES/80/3, note 1: the Awaza Programme of Action is the annex of the first one alone."""
    found = resolved(worded("x^", language, [note])).citations
    parts = [(c.instrument.symbol, c.part) for c in found if c.mention.paragraph == "note1"]
    assert set(parts) == {("A/RES/79/233", "annex"), ("A/RES/79/279", None)}
