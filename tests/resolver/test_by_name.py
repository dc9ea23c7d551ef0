"""Names, short forms and descriptions become instruments; notes confirm and decide."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from recalling.authority import load_authority
from recalling.extractors import find
from recalling.model import (
    Cover,
    Document,
    Flow,
    Language,
    Marker,
    Paragraph,
    Resolution,
    Role,
    Span,
)
from recalling.resolver import resolve

Part = tuple[str, Role, str, Sequence[tuple[str, str]]]


def read(parts: Sequence[Part], language: Language = "en", title: str | None = None) -> Resolution:
    """The resolution of a document: label, role, text, and (words, note) for each marker."""
    text, paragraphs = "", []
    for label, role, words, notes in parts:
        start = len(text)
        markers = tuple(
            Marker(note, words.index(before) + len(before), Span(start, start))
            for before, note in notes
        )
        text += words + "\n"
        paragraphs.append(
            Paragraph(label, role, Span(start, len(text) - 1), Flow(words, (0,), (start,)), markers)
        )
    document = Document(
        name="one",
        text=text,
        language=language,
        cover=Cover(symbol="A/RES/78/265", organ="ga", adopted="2024-03-21", title=title),
        paragraphs=tuple(paragraphs),
    )
    authority = load_authority()
    return resolve(document, find(document, authority), authority)


def cited(resolution: Resolution, label: str) -> list[tuple[str, str]]:
    return [(c.instrument.key, c.how) for c in resolution.citations if c.mention.paragraph == label]


def test_a_name_and_its_note_are_one_citation_with_two_pieces_of_evidence() -> None:
    """A/RES/78/265 pp 1: the Universal Declaration, and note 1, resolution 217 A (III)."""
    resolution = read([
        ("pp1", "pp", "Recalling the Universal Declaration of Human Rights,",
         [("Rights", "note1")]),
        ("note1", "note", "Resolution 217 A (III).", []),
    ])  # fmt: skip
    key = "instrument/universal-declaration-of-human-rights"
    assert cited(resolution, "pp1") == [(key, "name and note")]
    (name,) = (c for c in resolution.citations if c.mention.paragraph == "pp1")
    assert [e.paragraph for e in name.evidence] == ["pp1", "note1"]
    assert cited(resolution, "note1")[0][0] == key


def test_an_unknown_name_is_what_its_note_says() -> None:
    resolution = read([
        ("pp1", "pp", "Recalling the Nassau Declaration on Trends in Health,",
         [("Health", "note1")]),
        ("note1", "note", "A/66/999, annex.", []),
    ])  # fmt: skip
    assert cited(resolution, "pp1") == [("doc/A/66/999#annex", "note")]
    (name,) = (c for c in resolution.citations if c.mention.paragraph == "pp1")
    assert name.instrument.kind == "declaration"
    assert name.instrument.container == "doc/A/66/999"


def test_what_is_still_to_come_is_anticipated() -> None:
    """A/RES/78/265 op 11 looks forward to a global digital compact."""
    resolution = read([("op11", "op", "Looks forward to a global digital compact;", [])])
    (citation,) = resolution.citations
    assert citation.instrument.key == "instrument/global-digital-compact"
    assert citation.instrument.anticipated


@pytest.mark.parametrize(
    ("language", "full", "short"),
    [
        ("en", "Recalling the Convention on the Rights of the Child,",
         "Calls upon States parties to the Convention to act;"),
        ("fr", "Rappelant la Convention relative aux droits de l’enfant,",
         "Engage les États parties à la Convention à agir ;"),
        ("es", "Recordando la Convención sobre los Derechos del Niño,",
         "Insta a los Estados partes en la Convención a que actúen;"),
        ("ru", "ссылаясь на Конвенцию о правах ребенка,",
         "призывает государства — участники Конвенции действовать;"),
        ("ar", "إذ تشير إلى اتفاقية حقوق الطفل،", "تهيب بالدول الأطراف في الاتفاقية أن تعمل؛"),
        ("zh", "回顾《儿童权利公约》，", "促请《公约》缔约国采取行动；"),
    ],
)  # fmt: skip
def test_a_short_form_is_what_the_document_named_in_full(
    language: Language, full: str, short: str
) -> None:
    key = "instrument/convention-on-the-rights-of-the-child"
    resolution = read([("pp1", "pp", full, []), ("op1", "op", short, [])], language)
    assert cited(resolution, "op1") == [(key, "short form")]


def test_a_short_form_before_its_full_name() -> None:
    resolution = read([
        ("pp1", "pp", "Recalling the Convention,", []),
        ("op1", "op", "Reaffirms the Convention on the Rights of the Child;", []),
    ])  # fmt: skip
    assert cited(resolution, "pp1")[0][1] == "short form"


def test_a_short_form_without_antecedent_stays_unresolved() -> None:
    resolution = read([("op1", "op", "Calls upon States parties to the Convention to act;", [])])
    assert [(u.mention.surface, u.reason) for u in resolution.unresolved] == [
        ("Convention", "no-antecedent")
    ]


def test_of_two_conventions_the_one_introduced_by_a_bracket_is_meant() -> None:
    """A/RES/75/239: "the United Nations Convention on the Law of the Sea (the Convention)"."""
    resolution = read([
        ("pp1", "pp", "Recalling the United Nations Convention on the Law of the Sea (the "
                      "Convention) and the Convention on Biological Diversity,", []),
        ("op1", "op", "Emphasizes the unified character of the Convention;", []),
    ])  # fmt: skip
    assert cited(resolution, "op1") == [
        ("instrument/un-convention-on-the-law-of-the-sea", "short form")
    ]


def test_of_two_conventions_the_one_in_the_title_is_meant() -> None:
    parts: list[Part] = [
        ("pp1", "pp", "Recalling the Convention on Biological Diversity and the Convention on the "
                      "Rights of the Child,", []),
        ("op1", "op", "Urges the full implementation of the Convention;", []),
    ]  # fmt: skip
    titled = read(parts, title="Status of the Convention on the Rights of the Child")
    assert cited(titled, "op1")[0][0] == "instrument/convention-on-the-rights-of-the-child"
    assert [u.reason for u in read(parts).unresolved] == ["ambiguous"]


def test_the_charter_is_that_of_the_united_nations_by_custom() -> None:
    resolution = read([("op1", "op", "Acting under Chapter VII of the Charter,", [])])
    assert cited(resolution, "op1") == [("instrument/charter-of-the-united-nations", "custom")]
    assert resolution.citations[0].part == "chap. VII"


def test_a_declaration_in_an_annex_is_not_the_resolution() -> None:
    resolution = read([
        ("pp1", "pp", "Reaffirming the political declaration of the forum contained in the annex "
                      "to its resolution 78/1 of 29 September 2023,", []),
    ])  # fmt: skip
    assert [key for key, _ in cited(resolution, "pp1")] == [
        "instrument/sdg-summit-2023-political-declaration",
        "doc/A/RES/78/1",
    ]
    (relation,) = resolution.relations
    assert (relation.relation, relation.subject.key, relation.object.key) == (
        "contained-in", "instrument/sdg-summit-2023-political-declaration", "doc/A/RES/78/1",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "name", "number", "ibid"),
    [
        ("en", "Recalling the Kumasi Declaration on Water,", "Water",
         "Resolution 79/3, annex I.", "Ibid., annex II."),
        ("fr", "Rappelant la Déclaration de Kumasi sur les eaux,", "eaux",
         "Résolution 79/3, annexe I.", "Ibid., annexe II."),
        ("es", "Recordando la Declaración de Kumasi sobre el agua,", "agua",
         "Resolución 79/3, anexo I.", "Ibid., anexo II."),
        ("ru", "ссылаясь на Кумасийскую декларацию о водных ресурсах,", "ресурсах",
         "Резолюция 79/3, приложение I.", "Там же, приложение II."),
        ("ar", "وإذ تشير إلى إعلان كوماسي بشأن المياه،", "المياه",
         "القرار 79/3، المرفق الأول.", "المرجع نفسه، المرفق الثاني."),
        ("zh", "回顾《库马西水宣言》，", "宣言》", "第79/3号决议，附件一。", "同上，附件二。"),
    ],
)  # fmt: skip
def test_an_unknown_name_whose_note_says_ibid_and_an_annex_stands_in_that_annex(
    language: Language, text: str, name: str, number: str, ibid: str
) -> None:
    resolution = read([
        ("pp1", "pp", text, [(name, "note2")]),
        ("note1", "note", number, []),
        ("note2", "note", ibid, []),
    ], language)  # fmt: skip
    (citation,) = (c for c in resolution.citations if c.mention.paragraph == "pp1")
    assert citation.instrument.key == "doc/A/RES/79/3#annex-II"
    assert citation.instrument.symbol == "A/RES/79/3"
    assert citation.instrument.part == "annex II"


@pytest.mark.parametrize(
    ("language", "text", "name", "note"),
    [
        ("en", "Welcoming the Global Digital Compact,", "Compact", "Resolution 79/1, annex I."),
        ("fr", "Saluant le Pacte numérique mondial,", "mondial", "Résolution 79/1, annexe I."),
        ("es", "Acogiendo el Pacto Digital Global,", "Global", "Resolución 79/1, anexo I."),
        ("ru", "приветствуя Глобальный цифровой договор,", "договор",
         "Резолюция 79/1, приложение I."),
        ("ar", "وإذ ترحب بالاتفاق الرقمي العالمي،", "العالمي", "القرار 79/1، المرفق الأول."),
        ("zh", "欢迎《全球数字契约》，", "契约》", "第79/1号决议，附件一。"),
    ],
)  # fmt: skip
def test_a_note_places_what_the_authority_knows_without_symbol(
    language: Language, text: str, name: str, note: str
) -> None:
    """The note shows that it exists, on whatever day the citing document was adopted."""
    resolution = read([
        ("pp1", "pp", text, [(name, "note1")]),
        ("op1", "op", text, []),
        ("note1", "note", note, []),
    ], language)  # fmt: skip
    for label in ("pp1", "op1"):
        (citation,) = (c for c in resolution.citations if c.mention.paragraph == label)
        instrument = citation.instrument
        assert instrument.key == "instrument/global-digital-compact"
        assert (instrument.symbol, instrument.part) == ("A/RES/79/1", "annex I")
        assert instrument.container == "doc/A/RES/79/1"
        assert not instrument.anticipated


def test_a_report_as_a_whole_holds_no_treaty() -> None:
    """A/RES/75/91 pp 15: the note says where the request stands, not the Charter."""
    resolution = read([
        ("pp15", "pp", "Noting that it was aligned with the Charter of the United Nations,",
         [("Nations", "note2")]),
        ("note2", "note", "See Official Records of the General Assembly, Seventy-fifth Session, "
         "Supplement No. 46 (A/75/46).", []),
    ])  # fmt: skip
    (charter,) = (c for c in resolution.citations if c.mention.paragraph == "pp15")
    assert charter.instrument.key == "instrument/charter-of-the-united-nations"
    assert (charter.instrument.symbol, charter.instrument.container) == (None, None)


@pytest.mark.parametrize(
    ("language", "named", "near", "short"),
    [
        ("en", "Recalling the Convention on the Rights of the Child,",
         "Noting the Convention on Biological Diversity,",
         "Urges States to act under article 17 of the Convention;"),
        ("fr", "Rappelant la Convention relative aux droits de l’enfant,",
         "Notant la Convention sur la diversité biologique,",
         "Engage les États à respecter l’article 17 de la Convention ;"),
        ("es", "Recordando la Convención sobre los Derechos del Niño,",
         "Observando la Convención de las Naciones Unidas contra la Corrupción,",
         "Insta a los Estados a respetar el artículo 17 de la Convención;"),
        ("ru", "ссылаясь на Конвенцию о правах ребенка,",
         "отмечая Конвенцию о биологическом разнообразии,",
         "призывает соблюдать статью 17 Конвенции;"),
        ("ar", "إذ تشير إلى اتفاقية حقوق الطفل،", "وإذ تلاحظ اتفاقية التنوع البيولوجي،",
         "تهيب بالدول أن تحترم المادة 17 من الاتفاقية؛"),
        ("zh", "回顾《儿童权利公约》，", "注意到《联合国气候变化框架公约》，",
         "促请各国根据《公约》第十七条行事；"),
    ],
)  # fmt: skip
def test_that_one_convention_stands_nearer_decides_nothing(
    language: Language, named: str, near: str, short: str
) -> None:
    resolution = read([
        ("pp1", "pp", named, []),
        ("pp2", "pp", "回顾" if language == "zh" else "—", []),
        ("pp3", "pp", "回顾" if language == "zh" else "—", []),
        ("pp4", "pp", "回顾" if language == "zh" else "—", []),
        ("pp5", "pp", near, []),
        ("op1", "op", short, []),
    ], language)  # fmt: skip
    assert [(u.mention.paragraph, u.reason) for u in resolution.unresolved] == [
        ("op1", "ambiguous")
    ]


def test_a_convention_that_is_not_known_may_be_meant_all_the_same() -> None:
    resolution = read([
        ("pp1", "pp", "Recalling the Convention on the Rights of the Child and the Kumasi "
                      "Convention on Fishing in Lakes,", []),
        ("op1", "op", "Calls upon States parties to the Convention to act;", []),
    ])  # fmt: skip
    assert [u.reason for u in resolution.unresolved if u.mention.paragraph == "op1"] == [
        "ambiguous"
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Agreement between the United Nations and the Latin American Economic System ("
               "United Nations, Treaty Series, vol. 1651, No. 1061)."),
        ("fr", "Accord entre l’Organisation des Nations Unies et le Système économique "
               "latino-américain (Nations Unies, Recueil des Traités, vol. 1651, no 1061)."),
        ("es", "Acuerdo entre las Naciones Unidas y el Sistema Económico Latinoamericano (Naciones "
               "Unidas, Treaty Series, vol. 1651, núm. 1061)."),
        ("ru", "Соглашение между Организацией Объединенных Наций и Латиноамериканской "
               "экономической системой (United Nations, Treaty Series, vol. 1651, No. 1061)."),
        ("ar", "اتفاق مبرم بين الأمم المتحدة والمنظومة الاقتصادية لأمريكا اللاتينية (الأمم "
               "المتحدة، مجموعة المعاهدات، المجلد 1651، الرقم 1061)."),
        ("zh", "《联合国与拉丁美洲经济体系合作协定》(联合国，《条约汇编》，第1651卷，第1061号)。"),
    ],
)  # fmt: skip
def test_a_bracket_behind_a_name_says_which_treaty_it_is(language: Language, text: str) -> None:
    """A/RES/77/117, note 1."""
    resolution = read([("note1", "note", text, [])], language)
    assert {c.instrument.key for c in resolution.citations} == {"treaty/II-1061"}
    assert len(resolution.citations) == 2


def test_the_note_behind_a_long_name_may_be_its_neighbours() -> None:
    """E/RES/2022/21 in Russian: the note is that of the information, not of the Declaration."""
    words = (
        "рассмотрев доклад об осуществлении Декларации о предоставлении независимости "
        "колониальным странам и народам"
    )
    resolution = read(
        [("pp1", "pp", words, [("народам", "note1")]), ("note1", "note", "E/2022/51.", [])], "ru"
    )
    (symbol,) = [c.instrument.symbol for c in resolution.citations if c.mention.paragraph == "pp1"]
    assert symbol == "A/RES/1514(XV)"


@pytest.mark.parametrize(
    ("language", "text", "marked"),
    [
        ("en", "on the implementation of article 3 of the Relationship Agreement;", "Agreement"),
        ("fr", "le rapport sur l’application de l’article 3 de l’Accord régissant les relations ;",
         "relations"),
        ("es", "el informe sobre la aplicación del artículo 3 del Acuerdo de Relación;",
         "Relación"),
        ("ru", "доклад об осуществлении статьи 3 Соглашения о взаимоотношениях;",
         "взаимоотношениях"),
        ("ar", "تقرير الأمين العام بشأن تنفيذ المادة 3 من اتفاق العلاقة؛", "العلاقة"),
    ],
)  # fmt: skip
def test_the_note_behind_what_a_report_is_about_is_the_reports(
    language: Language, text: str, marked: str
) -> None:
    """A/RES/75/3 op 13: the note is A/75/323, the report, and not the agreement."""
    text = f"the report {text}" if language == "en" else text
    parts: list[Part] = [
        ("op13", "op", text, [(marked, "note8")]),
        ("note8", "note", "A/75/323.", []),
    ]
    assert cited(read(parts, language), "op13") == []


@pytest.mark.parametrize(
    ("language", "text", "marked"),
    [
        ("en", "Noting the workshop and the Nassau Declaration on Health,", "Health"),
        ("fr", "Prenant note de la Déclaration de Nassau sur la santé,", "santé"),
        ("es", "Tomando nota de la Declaración de Nassau sobre la Salud,", "Salud"),
        ("ru", "принимая к сведению Декларацию Нассау о здоровье,", "здоровье"),
        ("ar", "وإذ تحيط علما بإعلان ناسو بشأن الصحة،", "الصحة"),
        ("zh", "表示注意到《关于健康问题的拿骚宣言》，", "》"),
    ],
)
def test_taking_note_is_no_note(language: Language, text: str, marked: str) -> None:
    parts: list[Part] = [
        ("pp1", "pp", text, [(marked, "note1")]),
        ("note1", "note", "A/66/999.", []),
    ]
    assert cited(read(parts, language), "pp1") == [("doc/A/66/999", "note")]


@pytest.mark.parametrize(
    ("language", "text", "marked"),
    [
        ("en", "decision 9/CP.19 of the Conference of the Parties to the Convention,",
         "Convention"),
        ("fr", "la décision 9/CP.19 de la Conférence des Parties à la Convention,", "Convention"),
        ("es", "la decisión 9/CP.19 de la Conferencia de las Partes en la Convención,",
         "Convención"),
        ("ru", "решение 9/CP.19 Конференции сторон Конвенции,", "Конвенции"),
        ("ar", "المقرر 9/م أ-19 لمؤتمر الأطراف في الاتفاقية،", "الاتفاقية"),
        ("zh", "《公约》缔约方会议第9/CP.19号决定，", "决定"),
    ],
)  # fmt: skip
def test_the_note_behind_a_conference_is_no_convention(
    language: Language, text: str, marked: str
) -> None:
    """A/RES/77/165 pp 23: FCCC/CP/2013/10/Add.1 holds the decision."""
    parts: list[Part] = [
        ("pp23", "pp", text, [(marked, "note24")]),
        ("note24", "note", "FCCC/CP/2013/10/Add.1.", []),
    ]
    names = [c.mention.surface for c in read(parts, language).citations]
    assert not {"Convention", "Convención", "Конвенции", "الاتفاقية", "《公约》"} & set(names)


def test_a_known_name_is_not_renamed_by_the_note_behind_it() -> None:
    """A/RES/75/1 op 15, in Spanish: the note is that of the Addis Ababa Action Agenda."""
    resolution = read([
        ("op15", "op", "es fundamental para implementar la Agenda 2030.", [("2030", "note4")]),
        ("note4", "note", "Resolución 69/313, anexo.", []),
    ], "es")  # fmt: skip
    assert cited(resolution, "op15") == [("doc/A/RES/70/1", "name")]


@pytest.mark.parametrize(
    ("language", "text", "marked", "note"),
    [
        ("en", "the Convention against Torture and the Optional Protocol thereto,", "thereto",
         "United Nations, Treaty Series, vols. 1465 and 2375, No. 24841."),
        ("fr", "la Convention contre la torture et le Protocole facultatif s’y rapportant,",
         "rapportant", "Nations Unies, Recueil des Traités, vol. 1465 et 2375, no 24841."),
        ("es", "la Convención contra la Tortura y su Protocolo Facultativo,", "Facultativo",
         "Naciones Unidas, Treaty Series, vols. 1465 y 2375, núm. 24841."),
        ("ru", "Конвенцию против пыток и Факультативный протокол к ней,", "ней",
         "United Nations, Treaty Series, vols. 1465 and 2375, No. 24841."),
        ("ar", "اتفاقية مناهضة التعذيب والبروتوكول الاختياري الملحق بها،", "بها",
         "United Nations, Treaty Series, vols. 1465 and 2375, No. 24841."),
        ("zh", "《禁止酷刑公约》及其《任择议定书》，", "《任择议定书》",
         "联合国，《条约汇编》，第1465和2375卷，第24841号。"),
    ],
)  # fmt: skip
def test_a_protocol_is_not_the_convention_whose_number_it_shares(
    language: Language, text: str, marked: str, note: str
) -> None:
    """A/RES/75/185 pp 1: one note gives the volumes of both."""
    parts: list[Part] = [
        ("pp1", "pp", text, [(marked, "note4")]),
        ("note4", "note", note, []),
    ]
    assert ("instrument/optional-protocol-cat", "note") in cited(read(parts, language), "pp1")


def test_a_second_name_in_a_bracket_means_the_same_from_then_on() -> None:
    """A/RES/75/271 pp 11: "the Convention on the Protection of the Alps (Alpine Convention)"."""
    resolution = read([
        ("pp11", "pp", "Noting the Convention on the Protection of the Alps (Alpine Convention),",
         [("Alps", "note8")]),
        ("note8", "note", "United Nations, Treaty Series, vol. 1917, No. 32724.", []),
        ("op1", "op", "Invites the secretariat; notes the Alpine Convention;", []),
    ])  # fmt: skip
    assert cited(resolution, "pp11") == [("treaty/I-32724", "note"), ("treaty/I-32724", "alias")]
    assert cited(resolution, "op1") == [("treaty/I-32724", "alias")]


@pytest.mark.parametrize(
    ("language", "full", "short", "title"),
    [
        ("en", "the Convention to Combat Desertification (the Desertification Convention) and the "
               "Convention on Biological Diversity,", "parties to the Convention",
         "Convention on Biological Diversity"),
        ("zh", "《联合国防治荒漠化公约》(《防治荒漠化公约》)和《生物多样性公约》，",
         "《公约》缔约方", "生物多样性公约"),
    ],
)  # fmt: skip
def test_a_longer_name_in_a_bracket_introduces_no_short_form(
    language: Language, full: str, short: str, title: str
) -> None:
    """A/RES/75/219 op 6: 《防治荒漠化公约》 is not 《公约》."""
    parts: list[Part] = [("op6", "op", full, []), ("op34", "op", short, [])]
    resolution = read(parts, language, title=title)
    assert cited(resolution, "op34") == [
        ("instrument/convention-on-biological-diversity", "short form")
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "as amended by the Single Convention on Narcotic Drugs of 1961 as amended by the "
               "1972 Protocol, in accordance with article 6 of the Protocol,"),
        ("es", "la Convención Única de 1961 sobre Estupefacientes enmendada por el Protocolo de "
               "1972, de conformidad con el artículo 6 del Protocolo,"),
    ],
)  # fmt: skip
def test_only_the_head_of_a_name_stands_for_it(language: Language, text: str) -> None:
    """A/RES/75/196 op 39: "the Protocol" is the one against trafficking, named nowhere near."""
    surfaces = [c.mention.surface for c in read([("op39", "op", text, [])], language).citations]
    assert not {"Protocol", "Protocolo"} & set(surfaces)


@pytest.mark.parametrize(
    ("language", "full", "short"),
    [
        ("en", "the Convention on the Law of the Sea,", "parties to that Convention"),
        ("ru", "Конвенция Организации Объединенных Наций по морскому праву,",
         "сторон этой Конвенции"),
        ("ar", "اتفاقية الأمم المتحدة لقانون البحار،", "أطراف تلك الاتفاقية"),
        ("zh", "《联合国海洋法公约》，", "该《公约》缔约方"),
        ("es", "la Convención de las Naciones Unidas sobre el Derecho del Mar,",
         "las normas anexas a dicha Convención"),
        ("fr", "la Convention des Nations Unies sur le droit de la mer,",
         "les parties à cette Convention"),
    ],
)  # fmt: skip
def test_that_convention_is_none_named_elsewhere(language: Language, full: str, short: str) -> None:
    """A/RES/75/239 op 224, on sharks: "that Convention" is not the one of the whole document."""
    resolution = read([("pp1", "pp", full, []), ("op224", "op", short, [])], language)
    assert cited(resolution, "op224") == []


def test_a_treaty_named_in_a_bodys_name_is_near() -> None:
    """A/RES/75/63 op 12: the treaty of the review conference, among several of the document."""
    resolution = read([
        ("pp1", "pp", "Recalling the Comprehensive Nuclear-Test-Ban Treaty and the Arms Trade "
                      "Treaty,", []),
        ("op12", "op", "Recalls the 2000 Review Conference of the Parties to the Treaty on the "
                       "Non-Proliferation of Nuclear Weapons and article VI of the Treaty;", []),
    ])  # fmt: skip
    assert cited(resolution, "op12") == [
        ("instrument/treaty-on-the-non-proliferation-of-nuclear-weapons", "short form")
    ]


def test_a_number_that_its_title_names_may_be_meant() -> None:
    """A/RES/76/129 pp 3: "the Agenda by 2030" behind resolution 70/1, though Agenda 21 is named."""
    resolution = read([
        ("pp1", "pp", "Recalling Agenda 21,", []),
        ("pp3", "pp", "Reaffirming its resolution 70/1 of 25 September 2015, entitled "
                      "“Transforming our world: the 2030 Agenda for Sustainable Development”, and "
                      "its commitment to the full implementation of the Agenda by 2030,", []),
    ])  # fmt: skip
    assert cited(resolution, "pp3")[-1] == ("doc/A/RES/70/1", "short form")


def test_a_pair_of_outcomes_stands_for_a_pair() -> None:
    """A/RES/75/196 pp 77: the Political Declaration and Plan of Action of 2009, not known here."""
    resolution = read([
        ("pp1", "pp", "Recalling the United Nations Global Plan of Action to Combat Trafficking in "
                      "Persons and the Universal Declaration of Human Rights,", []),
        ("pp77", "pp", "the implementation of the Declaration and the Plan of Action,", []),
    ])  # fmt: skip
    assert cited(resolution, "pp77") == []


@pytest.mark.parametrize(
    "text",
    [
        "استخدام سلطة الالتزام وطلب إعانة لمحكمة سيراليون الخاصة",
        "ما سبق الاتفاق عليه من أهداف بالنسبة إلى هذه العملية",
        "ولا سيما في إطار مشروع قاع البحار لعام 2030",
        "في سياق إعلان الجمعية العامة الفترة 2011-2020 العقد الدولي الثالث",
        "قبول حكومة جمهورية كوريا الشعبية الديمقراطية 132 توصية من أصل التوصيات",
    ],
)
def test_common_arabic_nouns_are_no_titles(text: str) -> None:
    """A/RES/75/253 pp 25, A/RES/76/240 op 12, A/RES/75/239 op 72, A/RES/75/190 pp 11."""
    parts: list[Part] = [
        ("pp1", "pp", text, [(text[-6:], "note1")]),
        ("note1", "note", "A/70/30.", []),
    ]
    assert cited(read(parts, "ar"), "pp1") == []
    parts[0] = ("pp1", "pp", "تشير إلى إعلان ناسو بشأن الصحة", [("الصحة", "note1")])
    assert cited(read(parts, "ar"), "pp1") == [("doc/A/70/30", "note")]


CHARTERS = [
    ("en", "the Charter of the United Nations", "the African Charter on Human and Peoples’ "
     "Rights", "measures contrary to international law and the Charter"),
    ("fr", "la Charte des Nations Unies", "la Charte africaine des droits de l’homme et des "
     "peuples", "des mesures contraires au droit international et à la Charte"),
    ("es", "la Carta de las Naciones Unidas", "la Carta Africana de Derechos Humanos y de los "
     "Pueblos", "medidas contrarias al derecho internacional y la Carta"),
    ("ru", "Устав Организации Объединенных Наций", "Африканская хартия прав человека и народов",
     "противоречащие международному праву и Уставу"),
    ("ar", "ميثاق الأمم المتحدة", "الميثاق الأفريقي لحقوق الإنسان والشعوب",
     "تدابير لا تتفق مع القانون الدولي والميثاق"),
    ("zh", "《联合国宪章》", "《非洲人权和人民权宪章》", "不符合国际法和《宪章》的单方面措施"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "named", "other", "short"), CHARTERS)
def test_the_charter_is_the_customary_one(
    language: Language, named: str, other: str, short: str
) -> None:
    """A/RES/77/214 op 4: "international law and the Charter"; another paragraph names another."""
    resolution = read(
        [("pp1", "pp", named, []), ("pp2", "pp", other, []), ("op4", "op", short, [])], language
    )
    assert [key for key, _ in cited(resolution, "op4")] == [
        "instrument/charter-of-the-united-nations"
    ]


@pytest.mark.parametrize(
    ("language", "named", "other", "short"),
    [row for row in CHARTERS if row[0] != "ru"],  # the African one is a хартия, no Устав
)
def test_the_charter_is_not_the_customary_one_where_another_is_near(
    language: Language, named: str, other: str, short: str
) -> None:
    parts: list[Part] = [("pp1", "pp", named, []), ("op4", "op", f"{other}; {short}", [])]
    keys = [key for key, _ in cited(read(parts, language), "op4")]
    assert "instrument/charter-of-the-united-nations" not in keys
