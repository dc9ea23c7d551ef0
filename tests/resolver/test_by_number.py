"""Numbers and symbols become documents; what cannot be told stays unresolved."""

# ruff: noqa: E501 - official sentences stay on one line

from __future__ import annotations

import pytest

from recalling.authority import load_authority
from recalling.extractors import find
from recalling.model import (
    Cover,
    Document,
    Flow,
    Language,
    Link,
    Organ,
    Paragraph,
    PlacedSymbol,
    Resolution,
    Span,
)
from recalling.model.sessions import agrees, latest_year, parse_number, possible, type_by_number
from recalling.resolver import resolve


def read(
    text: str,
    language: Language = "en",
    organ: Organ = "ga",
    symbol: str = "A/RES/78/265",
    links: tuple[Link, ...] = (),
    drafts: tuple[PlacedSymbol, ...] = (),
) -> Resolution:
    """The resolution of a document with one preambular paragraph."""
    document = Document(
        name="one",
        text=text,
        language=language,
        cover=Cover(symbol=symbol, organ=organ, adopted="2024-03-21", drafts=drafts),
        paragraphs=(Paragraph("pp1", "pp", Span(0, len(text)), Flow(text)),),
        links=links,
    )
    authority = load_authority()
    return resolve(document, find(document, authority), authority)


def symbols(
    text: str, language: Language = "en", organ: Organ = "ga", symbol: str = "A/RES/78/265"
) -> list[str | None]:
    return [c.instrument.symbol for c in read(text, language, organ, symbol).citations]


@pytest.mark.parametrize(
    ("organ", "own", "text", "expected"),
    [
        ("ga", "A/RES/78/265", "Recalling its resolution 70/1", "A/RES/70/1"),
        ("ga", "A/RES/78/265", "Recalling its decision 77/568", "A/DEC/77/568"),
        ("ga", "A/RES/78/265", "Recalling its resolution 1514 (XV)", "A/RES/1514(XV)"),
        ("ga", "A/RES/78/265", "Recalling its resolution S-27/2", "A/RES/S-27/2"),
        ("ga", "A/RES/78/265", "Human Rights Council decision 16/5", "A/HRC/DEC/16/5"),
        ("ga", "A/RES/78/265", "Recalling resolution 2250 (2015)", "S/RES/2250(2015)"),
        ("ga", "A/RES/78/265", "Recalling Council resolution 2023/31", "E/RES/2023/31"),
        ("ga", "A/RES/78/265", "Recalling Council resolution 663 (XXIV)", "E/RES/663(XXIV)"),
        ("ga", "A/RES/78/265", "Recalling Human Rights Council resolution 17/4", "A/HRC/RES/17/4"),
        ("ga", "A/RES/78/265", "its decision 2022/322", "E/DEC/2022/322"),
        ("hrc", "A/HRC/RES/55/6", "Recalling its resolution 5/1", "A/HRC/RES/5/1"),
        ("hrc", "A/HRC/RES/55/6", "Recalling its decision 17/120", "A/HRC/DEC/17/120"),
        ("hrc", "A/HRC/RES/55/6", "its resolution S-31/1 of 24 August 2021", "A/HRC/RES/S-31/1"),
        ("hrc", "A/HRC/RES/55/6", "General Assembly resolution 60/251", "A/RES/60/251"),
        ("ecosoc", "E/RES/2022/8", "Recalling its resolution 2021/11", "E/RES/2021/11"),
        ("ecosoc", "E/RES/2022/14", "Recalling its resolution 69/194", "A/RES/69/194"),
        ("sc", "S/RES/2664(2022)", "Recalling its resolution 1267 (1999)", "S/RES/1267(1999)"),
    ],
)  # fmt: skip
def test_whose_number_it_is(organ: Organ, own: str, text: str, expected: str) -> None:
    """Who speaks, what is said and the form of the number decide together."""
    assert symbols(text, "en", organ, own) == [expected]


def test_special_sessions_of_two_organs_are_told_apart_by_the_date() -> None:
    """S-31/1 is the Council's of 2021 and the Assembly's of 2020; S-27/2 the Assembly's of 2002."""
    assert agrees("hrc", "S-31/1", "2021-08-24")
    assert not agrees("ga", "S-31/1", "2017-08-24")
    assert agrees("ga", "S-27/2", "2002-05-10")
    assert not agrees("hrc", "S-27/2", "2002-05-10")


@pytest.mark.parametrize(
    "text",
    [
        "Commission on Crime Prevention and Criminal Justice resolution 16/1 of 27 April 2007",
        "United Nations Environment Assembly resolution 4/6",
        "United Nations Habitat Assembly resolution 2/7 of 9 June 2023",
        "resolution 10/6 of the Conference of the Parties to the United Nations Convention",
    ],
)
def test_small_bodies_have_no_symbols(text: str) -> None:
    (citation,) = read(text).citations
    assert (citation.instrument.symbol, citation.instrument.kind) == (None, "other")
    assert citation.instrument.key.startswith("other/")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Recalling resolution 14/221 of the summit", "unknown-body"),
        ("Recalling General Assembly resolution 98/73", "impossible-number"),
        ("Recalling its resolution 85/3", "impossible-number"),
        ("Recalling its resolution S-2/10", "impossible-number"),
        ("Recalling Economic and Social Council resolution 2031/4", "impossible-number"),
    ],
)
def test_what_nobody_can_have_adopted_stays_unresolved(text: str, reason: str) -> None:
    outcome = read(text)
    assert outcome.citations == ()
    assert [u.reason for u in outcome.unresolved] == [reason]


def test_a_number_printed_the_other_way_round_is_read_by_its_date() -> None:
    """The Arabic text of A/HRC/RES/55/31 prints 98/73 for 73/98."""
    text = "وإذ يشير كذلك إلى قرارات الجمعية العامة 98/73 المؤرخ 7 كانون الأول/ديسمبر 2018"
    (citation,) = read(text, "ar", "hrc", "A/HRC/RES/55/31").citations
    assert (citation.instrument.symbol, citation.how) == ("A/RES/73/98", "number-reversed")


_TURNED = "القرار 81/76 المؤرخ 9 كانون الأول/ديسمبر 2021، و"


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        # sessions beside each other: turned in a text that has another so for sure
        (
            f"وآخرها {_TURNED}القرار 77/78 المؤرخ 7 كانون الأول/ديسمبر 2023",
            ["A/RES/76/81", "A/RES/78/77"],
        ),
        # alone it may as well be a slip in the year, as in A/RES/77/277
        (
            "قرار الجمعية العامة 55/56 المؤرخ 1 كانون الأول/ديسمبر 2001",
            ["A/RES/55/56"],
        ),
        # the text gives it with its date from the right side (A/HRC/RES/54/23)
        (
            "قرار مجلس حقوق الإنسان 51/25 المؤرخ 7 تشرين الأول/أكتوبر 2022 "
            "على النحو الذي حدده مجلس حقوق الإنسان في قراره 25/51 لمدة سنة",
            ["A/HRC/RES/51/25", "A/HRC/RES/51/25"],
        ),
        # no session of that number has been
        ("مرفق قرار المجلس الاقتصادي والاجتماعي 50/1984، الذي حلل", ["E/RES/1984/50"]),
        ("قرار الجمعية العامة 98/73", ["A/RES/73/98"]),
        ("قرار مجلس حقوق الإنسان دإ-1/32", ["A/HRC/RES/S-32/1"]),
        ("قرار الجمعية العامة دإ-2/10", ["A/RES/S-10/2"]),
    ],
)
def test_arabic_may_print_a_number_from_its_other_side(text: str, symbols: list[str]) -> None:
    found = read(text, "ar", "hrc", "A/HRC/RES/55/31").citations
    assert [c.instrument.symbol for c in found] == symbols


def test_a_slip_in_the_year_does_not_turn_a_number_round() -> None:
    """The Russian text of A/RES/77/139 dates 76/75 a year early."""
    text = "принимая во внимание резолюцию 76/75 Генеральной Ассамблеи от 9 декабря 2020 года"
    (citation,) = read(text, "ru").citations
    assert citation.instrument.symbol == "A/RES/76/75"


@pytest.mark.parametrize(
    "text",
    [
        "Recalling resolution 6/2021 of 18 June 2021, adopted by the Conference of the Organization",
        "Noting resolution 574 (XXVII) of 16 May 1998, by which the Committee was established",
        "Noting resolution 722 (XXIII) adopted at the twenty-third session, held in September 2019",
    ],
)
def test_another_bodys_number_is_not_the_councils(text: str) -> None:
    """A/RES/76/256, A/RES/77/131 and A/RES/75/223."""
    assert not any("E/RES" in (symbol or "") for symbol in symbols(text))


def test_the_councils_own_roman_numbers() -> None:
    assert symbols("Recalling Economic and Social Council resolution 155 C (VII)") == [
        "E/RES/155(VII)"
    ]
    assert symbols("Recalling resolution 1566 (L) of 3 May 1971") == ["E/RES/1566(L)"]


def test_a_range_cites_each_of_its_numbers() -> None:
    assert symbols("Recalling its resolutions 74/1 to 74/4") == [
        "A/RES/74/1", "A/RES/74/2", "A/RES/74/3", "A/RES/74/4",
    ]  # fmt: skip


def test_a_part_that_the_authority_knows_is_that_instrument() -> None:
    """ "217 A (III)" is the Universal Declaration; "75/290 B" a part of the resolution."""
    (declaration,) = read("General Assembly resolution 217 A (III)").citations
    assert declaration.instrument.container == "doc/A/RES/217(III)"
    assert declaration.instrument.symbol == "A/RES/217(III)"
    (part,) = read("Recalling its resolution 75/290 B").citations
    assert (part.instrument.key, part.part) == ("doc/A/RES/75/290", "B")


def test_a_link_to_another_document_is_reported_and_not_believed() -> None:
    text = "Recalling its resolution 70/1"
    link = Link(Span(25, 29), "https://undocs.org/en/A/RES/70/2", "A/RES/70/2", "pp1")
    (citation,) = read(text, links=(link,)).citations
    assert (citation.instrument.symbol, citation.disagreement) == ("A/RES/70/1", "A/RES/70/2")


def test_a_link_to_the_same_document_is_evidence() -> None:
    link = Link(Span(25, 29), "https://undocs.org/en/A/RES/70/1", "A/RES/70/1", "pp1")
    (citation,) = read("Recalling its resolution 70/1", links=(link,)).citations
    assert citation.disagreement is None
    assert "link" in {evidence.how for evidence in citation.evidence}


def test_the_draft_on_the_cover_is_no_citation() -> None:
    text = "[without reference to a Main Committee (A/78/L.49)]"
    at = text.index("A/78")
    drafts = (PlacedSymbol("A/78/L.49", Span(at, at + 9)),)
    (citation,) = [c for c in read(text, drafts=drafts).citations if c.how == "cover"]
    assert (citation.property, citation.instrument.symbol) == ("adopted-from", "A/78/L.49")
    assert citation.mention.surface == "A/78/L.49"


@pytest.mark.parametrize(
    ("number", "date", "organ"),
    [
        ("41/128", "1986-12-04", "ga"), ("41/8", "2019-07-11", "hrc"),
        ("32/19", "2016-07-01", "hrc"), ("32/127", "1977-12-16", "ga"),
        ("55/2", "2000-09-08", "ga"), ("55/10", "2024-04-03", "hrc"),
        ("43/26", "2020-06-22", "hrc"), ("60/1", "2005-09-16", "ga"),
    ],
)  # fmt: skip
def test_sessions_and_dates_agree_with_one_organ_only(number: str, date: str, organ: str) -> None:
    """As A/HRC/RES/54/18, 55/13, 56/2 and A/RES/76/148 date them."""
    assert {o for o in ("ga", "hrc") if agrees(o, number, date)} == {organ}


def test_a_document_cites_nothing_later_than_itself() -> None:
    assert latest_year("A/RES/75/89", "1982-12-10") == 2021
    assert possible("ga", "resolution", "75/1", 2021)
    assert not possible("ga", "resolution", "78/1", 2021)


def test_decisions_are_numbered_higher() -> None:
    assert type_by_number("ga", "77/568") == "decision"
    assert type_by_number("ga", "77/320") == "resolution"
    assert type_by_number("hrc", "51/101") == "decision"
    assert not possible("ecosoc", "decision", "2021/8", 2022)


def test_what_is_no_number_of_a_principal_organ() -> None:
    assert parse_number("1/CP.21") is None
    assert not possible("ga", None, "1/CP.21", None)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Official Records, Sixty-sixth Session, Supplement No. 53 (A/66/53)", "document"),
        (
            "Official Records of the General Assembly, Sixty-sixth Session, Supplement No. 53 "
            "(A/66/53), chap. III",
            "official-record",
        ),
        ("See A/76/PV.55", "meeting-record"),
        ("S/PRST/2015/10", "statement"),
        ("A/78/L.49", "draft-resolution"),
        ("paras. 3 and 4 of A/77/718", "document"),
    ],
)
def test_the_kind_of_a_document_as_far_as_symbol_and_phrase_tell(text: str, kind: str) -> None:
    document = Document(
        name="one",
        text=text,
        language="en",
        cover=Cover(symbol="A/RES/78/265", organ="ga"),
        paragraphs=(Paragraph("note1", "note", Span(0, len(text)), Flow(text)),),
    )
    authority = load_authority()
    (citation,) = resolve(document, find(document, authority), authority).citations
    assert citation.instrument.kind == kind


def test_records_of_meetings_in_a_row_are_all_cited() -> None:
    """A/RES/77/106, note 1."""
    assert symbols("See A/C.6/56/SR.11–13") == [
        "A/C.6/56/SR.11", "A/C.6/56/SR.12", "A/C.6/56/SR.13",
    ]  # fmt: skip


def test_a_low_decision_whose_body_nothing_says_is_no_decision_of_the_council() -> None:
    """Decision 15/4 may be a conference of parties'; the Council's begin at 101."""
    assert symbols("Recalling decision 15/4", organ="hrc", symbol="A/HRC/RES/55/6") == []
    assert symbols("Recalling decision 15/104", organ="hrc", symbol="A/HRC/RES/55/6") == [
        "A/HRC/DEC/15/104"
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "General Assembly and Security Council resolutions 70/262 and 2282 (2016)"),
        ("zh", "重申大会和安全理事会2016年4月27日第70/262号决议和第2282(2016)号决议"),
    ],
)
def test_two_organs_before_two_numbers(language: Language, text: str) -> None:
    """S/RES/2558(2020): the form of each number says which organ's it is."""
    assert symbols(text, language, "sc", "S/RES/2558(2020)") == ["A/RES/70/262", "S/RES/2282(2016)"]


def test_a_body_between_date_and_number_owns_it() -> None:
    """S/RES/2558(2020) in Chinese."""
    text = "安理会第1645(2005)号、2010年10月29日大会第65/7号和安理会第1947(2010)号决议"
    assert symbols(text, "zh", "sc", "S/RES/2558(2020)") == [
        "S/RES/1645(2005)", "A/RES/65/7", "S/RES/1947(2010)",
    ]  # fmt: skip


def test_a_body_in_the_subject_of_a_number_is_not_its_owner() -> None:
    """A/RES/77/200 in Chinese: both resolutions on the Human Rights Council are the Assembly's."""
    text = (
        "回顾其2006年3月15日关于设立人权理事会的第60/251号决议"
        "和2011年6月17日关于审查人权理事会的第65/281号决议"
    )
    assert symbols(text, "zh") == ["A/RES/60/251", "A/RES/65/281"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "القرار 2250 (2015) والقرار 2419 (2018)، وتنفيذ القرارين 2250 و 2419"),
        ("en", "resolutions 2250 (2015) and 2419 (2018), and implementation of resolutions 2250 and 2419"),
        ("es", "resoluciones 2250 (2015) y 2419 (2018), y la aplicación de las resoluciones 2250 y 2419"),
        ("fr", "résolutions 2250 (2015) et 2419 (2018), et l’application des résolutions 2250 et 2419"),
        ("ru", "резолюций 2250 (2015) и 2419 (2018) и осуществление резолюций 2250 и 2419"),
        ("zh", "第2250(2015)号和第2419(2018)号决议以及执行第2250和2419号决议"),
    ],
)  # fmt: skip
def test_numbers_without_their_years_in_a_list(language: Language, text: str) -> None:
    """S/RES/2535(2020), operative paragraph 16, in English."""
    expected = ["S/RES/2250(2015)", "S/RES/2419(2018)"] * 2
    assert symbols(text, language, "sc", "S/RES/2535(2020)") == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "وإذ تشير إلى قراريها 70/262 المؤرخ 27 نيسان/أبريل 2016 وكذلك 60/180"),
        ("en", "Recalling its resolutions 70/262 of 27 April 2016 as well as 60/180"),
        ("es", "Recordando sus resoluciones 70/262, de 27 de abril de 2016, así como 60/180"),
        ("fr", "Rappelant ses résolutions 70/262 du 27 avril 2016, ainsi que 60/180"),
        ("ru", "ссылаясь на свои резолюции 70/262 от 27 апреля 2016 года, а также 60/180"),
        ("zh", "回顾其2016年4月27日第70/262号以及第60/180号决议"),
    ],
)
def test_a_list_goes_on_as_well(language: Language, text: str) -> None:
    """A/RES/75/201 in Spanish."""
    assert symbols(text, language) == ["A/RES/70/262", "A/RES/60/180"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("во исполнение ее резолюций 70/226 от 22 декабря 2015 года и 70/303 от 9 сентября 2016 года Конференция Организации Объединенных Наций была созвана", ["A/RES/70/226", "A/RES/70/303"]),
        ("что в своей резолюции 43/29 Генеральная Ассамблея постановила", ["A/RES/43/29"]),
        ("резолюция 43/29 Совета по правам человека", ["A/HRC/RES/43/29"]),
    ],
)  # fmt: skip
def test_a_nominative_behind_a_number_is_the_sentence_s_subject(
    text: str, expected: list[str]
) -> None:
    """A/RES/77/242 in Russian: the Conference was convened, it adopted neither resolution."""
    assert symbols(text, "ru") == expected


def test_places_in_a_list_parted_by_semicolons() -> None:
    """A/RES/76/229, footnote 29."""
    text = "58/101 B, sect. V, paras. 61–76; 59/126 B, sect. V, paras. 76–95; and 61/121 B"
    found = read(f"Resolutions {text}").citations
    assert [(c.instrument.symbol, c.part) for c in found] == [
        ("A/RES/58/101", "B, sect. V, paras. 61–76"),
        ("A/RES/59/126", "B, sect. V, paras. 76–95"),
        ("A/RES/61/121", "B"),
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "قراري مجلس الأمن 2253 (2015)، ولا سيما الفقرة 15، و 2322 (2016)"),
        ("en", "Security Council resolutions 2253 (2015), in particular paragraph 15, 2322 (2016)"),
        ("es", "las resoluciones del Consejo de Seguridad 2253 (2015), en particular el párrafo 15, 2322 (2016)"),
        ("fr", "les résolutions du Conseil de sécurité 2253 (2015), en particulier le paragraphe 15, 2322 (2016)"),
        ("ru", "резолюции Совета Безопасности 2253 (2015), в частности пункт 15, 2322 (2016)"),
    ],
)  # fmt: skip
def test_the_next_number_of_a_list_is_no_paragraph(language: Language, text: str) -> None:
    """A/RES/76/16, twenty-seventh preambular paragraph; Chinese puts the paragraph behind."""
    found = read(text, language).citations
    assert [(c.instrument.symbol, c.part) for c in found] == [
        ("S/RES/2253(2015)", "para. 15"),
        ("S/RES/2322(2016)", None),
    ]


def test_a_session_that_cannot_be_is_the_number() -> None:
    """S/RES/2657(2022) in Arabic prints 182/46 for 46/182; other bodies have high numbers."""
    assert symbols("قرار الجمعية العامة للأمم المتحدة 182/46", "ar") == ["A/RES/46/182"]
    assert symbols("decision 250/2002 of the African Commission") == [None]


@pytest.mark.parametrize(
    ("language", "formula", "text"),
    [
        ("en", "The Economic and Social Commission for Asia and the Pacific,", "Recalling its resolution 73/1 of 19 May 2017"),
        ("es", "La Comisión Económica y Social para Asia y el Pacífico,", "Recordando su resolución 73/1, de 19 de mayo de 2017,"),
        ("fr", "La Commission économique et sociale pour l’Asie et le Pacifique,", "Rappelant sa résolution 73/1 du 19 mai 2017"),
        ("ru", "Экономическая и социальная комиссия для Азии и Тихого океана,", "ссылаясь на свою резолюцию 73/1 от 19 мая 2017 года"),
        ("ar", "إن اللجنة الاقتصادية والاجتماعية لآسيا والمحيط الهادئ،", "إذ تشير إلى قرارها 73/1 المؤرخ 19 أيار/مايو 2017"),
        ("zh", "亚洲及太平洋经济社会委员会，", "回顾其2017年5月19日第73/1号决议"),
    ],
)  # fmt: skip
def test_in_an_annexed_text_its_own_body_speaks(
    language: Language, formula: str, text: str
) -> None:
    """E/RES/2022/11, annex: the Commission's resolution 73/1 is not the Assembly's."""
    whole = formula + text
    document = Document(
        name="one",
        text=whole,
        language=language,
        cover=Cover(symbol="E/RES/2022/11", organ="ecosoc", adopted="2022-07-21"),
        paragraphs=(
            Paragraph("annex1:para1", "para", Span(0, len(formula)), Flow(formula)),
            Paragraph("annex1:para2", "para", Span(len(formula), len(whole)), Flow(text)),
        ),
    )
    authority = load_authority()
    (citation,) = resolve(document, find(document, authority), authority).citations
    assert (citation.instrument.symbol, citation.instrument.kind) == (None, "other")


def test_letters_of_a_decision_may_only_look_latin() -> None:
    """A/RES/75/217 op 16 in Russian prints the first letter of CP in Cyrillic."""
    (citation,) = read("в пунктах 3 и 4 ее решения 1/\u0421P.19", "ru").citations
    assert citation.instrument.key.endswith("/decision/1-CP.19")


def test_a_document_of_its_own_stands_in_no_other() -> None:
    """A/RES/76/266, annex: it is the indicators that resolution 71/313 contains."""
    resolution = read(
        "Recalling the indicators of the 2030 Agenda for Sustainable Development, contained in "
        "resolution 71/313 of 6 July 2017,"
    )
    assert {c.instrument.symbol for c in resolution.citations} == {"A/RES/70/1", "A/RES/71/313"}
    assert resolution.relations == ()
