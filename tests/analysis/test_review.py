"""Suspicions: each kind finds what it must, and stays silent where a careful reader would."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from recalling.analysis import REVIEWS, open_corpus, report_page, review, review_report
from recalling.analysis.suspicion import number_of


def found(made, tmp_path, *kinds):
    return review(open_corpus(made.write(tmp_path)), kinds)


@pytest.mark.parametrize(
    ("symbol", "expected"),
    [
        ("A/RES/70/1", ("ga", "resolution", "70/1")),
        ("A/RES/76/84A-B", ("ga", "resolution", "76/84")),
        ("A/RES/217(III)", ("ga", "resolution", "217 (III)")),
        ("A/RES/S-30/1", ("ga", "resolution", "S-30/1")),
        ("A/HRC/DEC/54/101", ("hrc", "decision", "54/101")),
        ("S/RES/1989(2011)", ("sc", "resolution", "1989 (2011)")),
        ("E/RES/2021/5", ("ecosoc", "resolution", "2021/5")),
    ],
)
def test_symbols_are_taken_apart(symbol, expected):
    number = number_of(symbol)
    assert (number.organ, number.type, number.number) == expected


def test_other_documents_are_no_numbers():
    assert number_of("A/77/33") is None
    assert number_of("A/CONF.151/26/Rev.1(Vol.I)") is None


def test_a_link_to_a_number_that_the_assembly_never_gave(made, tmp_path):
    """As in the Council's files: "its resolution 5/1" goes to A/RES/5/1."""
    made.document("A/HRC/RES/54/34", organ="hrc")
    made.cite("A/HRC/RES/54/34", "A/HRC/RES/5/1", "5/1", languages=["en"], linked="A/RES/5/1")
    (one,) = found(made, tmp_path, "link")
    assert (one.document, one.paragraph, one.words) == ("A/HRC/RES/54/34", "pp1", "5/1")
    assert "A/HRC/RES/5/1 is meant" in one.sentence


def test_a_link_to_another_number_than_the_words(made, tmp_path):
    made.document("A/RES/77/255")
    made.cite("A/RES/77/255", "A/RES/76/237", "76/237", languages=["en"], linked="A/RES/75/244")
    (one,) = found(made, tmp_path, "link")
    assert "the words say 76/237" in one.sentence


@pytest.mark.parametrize(
    ("cited", "quote", "linked"),
    [
        ("A/RES/76/84", "76/84 B", "A/RES/76/84A-B"),  # the part letter
        ("A/HRC/RES/51/36", "51/36", "A/RES/51/36"),  # both organs have it, and no date says which
        ("E/2005/23", "E/2005/23", "E/2005/23(SUPP)"),  # another spelling
        ("A/76/871", "A/76/871-S/2022/493", "A/76/871-S/2022/493"),  # the double symbol
        ("A/RES/74/2", "74/1, 74/2 and 74/3", "A/RES/74/1"),  # words of several numbers
    ],
)
def test_a_link_that_may_be_right_is_left_alone(made, tmp_path, cited, quote, linked):
    made.document("A/RES/77/9")
    made.cite("A/RES/77/9", cited, quote, languages=["en"], linked=linked)
    assert found(made, tmp_path, "link") == ()


def test_a_stated_date_decides_between_two_organs(made, tmp_path):
    made.document("A/RES/77/9")
    made.cite(
        "A/RES/77/9", "A/HRC/RES/51/36", "51/36", languages=["en"],
        date="2022-10-07", linked="A/RES/51/36",
    )  # fmt: skip
    (one,) = found(made, tmp_path, "link")
    assert "2022-10-07" in one.sentence


def test_a_link_that_leaves_out_the_special_session(made, tmp_path):
    """A/RES/77/284 in Arabic, note 15: the letters for a special session before 30/1."""
    made.document("A/RES/77/284")
    made.cite(
        "A/RES/77/284", "A/RES/S-30/1", "دإ-30/1", languages=["ar"], linked="A/RES/30/1",
    )  # fmt: skip
    (one,) = found(made, tmp_path, "link")
    assert one.sentence == (
        "The link goes to A/RES/30/1, but the words name a special session, دإ-30/1: "
        "A/RES/S-30/1 is meant."
    )


@pytest.mark.parametrize(
    ("cited", "quote", "linked", "count"),
    [
        ("A/HRC/RES/22/13", "22/13", "A/HCR/RES/22/13", 1),  # A/RES/76/177 in Russian
        ("A/HRC/RES/49/21", "49/21", "HRC/RES/49/21", 1),  # A/RES/77/128 in Chinese
        ("S/RES/1325(2000)", "1325 (2000)", "A/S/RES/1325(2000)", 1),  # E/RES/2022/18
        ("A/RES/68/193", "68/193", "A/RES/و68/193", 1),  # E/RES/2021/24 in Arabic
        ("A/RES/70/1", "70/1", "A/70/1", 1),  # A/RES/77/271 in English
        ("A/RES/72/7", "72/7", "E/ESCAP/RES/72/7", 0),  # another body's: the link may be right
        ("S/RES/2535(2020)", "2535 (2020)", "S/RES/2535%20(2020)", 0),  # only written twice over
    ],
)
def test_a_link_to_what_no_document_is_called(made, tmp_path, cited, quote, linked, count):
    made.document("A/RES/77/9")
    made.cite("A/RES/77/9", cited, quote, languages=["en"], linked=linked)
    rows = found(made, tmp_path, "link")
    assert [one.sentence.endswith(f"{cited} is meant.") for one in rows] == [True] * count


@pytest.mark.parametrize(("date", "count"), [("2020-03-04", 1), ("2008-11-03", 0), ("", 0)])
def test_a_commissions_decision_is_not_the_assemblys_of_that_number(made, tmp_path, date, count):
    """A/RES/75/198, paragraph 92: the Commission on Narcotic Drugs' decision 63/15, linked."""
    made.document("A/RES/75/198")
    made.cite(
        "A/RES/75/198", "E/2020/28", "63/15", languages=["zh"], linked="A/RES/63/15", date=date,
    )  # fmt: skip
    rows = found(made, tmp_path, "link")
    assert [one.sentence for one in rows] == [
        "The link goes to A/RES/63/15, but the text dates it 2020-03-04: E/2020/28 is meant."
    ] * count


def council(made, wrong):
    """Three documents cite 1989 (2011), one with the year `wrong`."""
    for number in (2610, 2611, 2612):
        citing = f"S/RES/{number}(2021)"
        made.document(citing, organ="sc", date="2021-12-17")
        made.cite(citing, "S/RES/1989(2011)", "1989 (2011)", languages=["en"])
        made.cite(citing, "S/RES/1988(2011)", "1988 (2011)", languages=["en"])
    made.document("S/RES/2663(2022)", organ="sc", date="2022-11-30")
    made.cite(
        "S/RES/2663(2022)", f"S/RES/1989({wrong})", f"1989 ({wrong})",
        languages=["en", "ru"], paragraph="op22",
    )  # fmt: skip


def test_a_year_that_is_not_the_numbers_own(made, tmp_path):
    """S/RES/2663 (2022), paragraph 22, prints 1989 (2001)."""
    council(made, 2001)
    rows = found(made, tmp_path, "year")
    assert [(one.document, one.language, one.paragraph) for one in rows] == [
        ("S/RES/2663(2022)", "en", "op22"),
        ("S/RES/2663(2022)", "ru", "op22"),
    ]
    assert "is of 2011" in rows[0].sentence


def test_a_right_year_raises_nothing(made, tmp_path):
    council(made, 2011)
    assert found(made, tmp_path, "year") == ()


def test_two_witnesses_are_too_few_for_a_year(made, tmp_path):
    for number in (2610, 2611):
        citing = f"S/RES/{number}(2021)"
        made.document(citing, organ="sc")
        made.cite(citing, "S/RES/1540(2004)", "1540 (2004)", languages=["en"])
    made.document("S/RES/2663(2022)", organ="sc")
    made.cite("S/RES/2663(2022)", "S/RES/1540(2005)", "1540 (2005)", languages=["en"])
    assert found(made, tmp_path, "year") == ()


def test_cited_in_five_languages_and_missing_in_the_sixth(made, tmp_path):
    made.document("A/RES/77/9")
    five = ["ar", "en", "es", "fr", "zh"]
    made.cite("A/RES/77/9", "A/RES/71/256", "71/256", languages=five)
    made.cite("A/RES/77/9", "A/RES/70/1", "70/1")
    (one,) = found(made, tmp_path, "language")
    assert (one.language, one.paragraph) == ("ru", "pp1")
    assert one.sentence.startswith("The other five languages cite A/RES/71/256 (en: “71/256”) here")


@pytest.mark.parametrize("text", ["70/1, 71/256", "٧١/٢٥٦ 70/1", "256/71 و 70/1"])
def test_a_number_that_stands_there_is_our_miss(made, tmp_path, text):
    """In Arabic-Indic digits or in the order of Arabic lines too."""
    made.document("A/RES/77/9")
    five = ["en", "es", "fr", "ru", "zh"]
    made.cite("A/RES/77/9", "A/RES/71/256", "71/256", languages=five)
    made.cite("A/RES/77/9", "A/RES/70/1", "70/1", languages=["ar"], text=text)
    assert found(made, tmp_path, "language") == ()


def test_a_name_may_be_said_otherwise(made, tmp_path):
    made.document("A/RES/77/9")
    made.cite(
        "A/RES/77/9", "A/RES/70/1", "the 2030 Agenda", languages=["ar", "en", "es", "fr", "zh"]
    )
    made.cite("A/RES/77/9", "A/RES/71/256", "71/256")
    assert found(made, tmp_path, "language") == ()


def test_a_number_that_its_organ_cannot_have_given(made, tmp_path):
    made.document("A/RES/77/9")
    made.cite("A/RES/77/9", "A/RES/87/254", "A/RES/87/254", languages=["en"])
    made.cite("A/RES/77/9", "A/RES/77/8", "77/8", languages=["en"])
    (one,) = found(made, tmp_path, "impossible")
    assert one.words == "A/RES/87/254"


@pytest.mark.parametrize(
    ("quote", "count"),
    [
        ("94/250", 1),  # A/RES/75/293 in Arabic, for 49/250
        ("2191 (2041)", 1),  # A/RES/76/228 in Arabic, for 2014
        ("50/1984", 0),  # 1984/50, read from the other side
        ("1267/1988", 0),  # a committee by its two resolutions
        ("8 (XXXII)", 0),  # another organization's
        ("4/6", 0),  # the United Nations Environment Assembly's
    ],
)
def test_a_number_that_was_not_identified_because_it_cannot_be(made, tmp_path, quote, count):
    made.document("A/RES/76/228", date="2021-12-23")
    text = "https://w3id.org/recalling/doc/A/RES/76/228/ar"
    made.lines.append(
        f'<{text}#pp26> rec:label "pp26" . <{text}#pp26-1-9> a rec:Unresolved ; '
        f'rec:reason "impossible-number" ; rec:quote "{quote}"@ar ; rec:inParagraph '
        f"<{text}#pp26> ; rec:citingWork <https://w3id.org/recalling/doc/A/RES/76/228> ."
    )
    rows = found(made, tmp_path, "impossible")
    assert [(one.language, one.words) for one in rows] == [("ar", quote)] * count


def test_a_text_that_lacks_many_is_one_place(made, tmp_path):
    """The Arabic file of A/RES/77/90 holds the text on another commission."""
    made.document("A/RES/77/90")
    for number in range(40, 46):
        made.cite(
            "A/RES/77/90", f"A/RES/{number}/54", f"{number}/54",
            languages=["en", "es", "fr", "ru", "zh"],
        )  # fmt: skip
    made.cite("A/RES/77/90", "A/RES/76/62", "76/62", languages=["ar"])
    (one,) = found(made, tmp_path, "language")
    assert one.sentence.startswith("6 texts are cited in the other five languages and not here")


def test_a_date_that_is_not_the_cited_documents_own(made, tmp_path):
    """A slip of the pen: the day."""
    made.document("A/RES/77/244", date="2022-12-30")
    made.document("A/RES/77/284", date="2023-04-26")
    made.cite("A/RES/77/284", "A/RES/77/244", "77/244", languages=["ar"], date="2022-12-15")
    (one,) = found(made, tmp_path, "date")
    assert one.sentence == "A/RES/77/244 was adopted on 2022-12-30; the text says 2022-12-15."


@pytest.mark.parametrize(
    ("part", "date", "count"),
    [
        ("A", "2020-12-31", 0),
        ("B", "2021-04-16", 0),
        ("B", "2021-04-19", 1),
        ("C", "2021-06-30", 0),
    ],
)
def test_each_part_has_its_own_date(made, tmp_path, part, date, count):
    """75/253 A and B have each a file and a day; C is not here, so nothing can be said of it."""
    made.document("A/RES/75/253", date="2020-12-31")
    made.document("A/RES/75/253B", date="2021-04-16")
    made.document("A/RES/77/263", date="2022-12-30")
    made.cite(
        "A/RES/77/263", "A/RES/75/253", f"75/253 {part}", languages=["en"], date=date, part=part
    )
    rows = found(made, tmp_path, "date")
    assert len(rows) == count
    assert all(one.sentence.startswith("A/RES/75/253B was adopted on") for one in rows)


def dated(made, **days):
    """One resolution, whose texts give these days of their adoption."""
    made.document("A/RES/77/18", date="2022-11-21")
    for language, day in days.items():
        text = f"<https://w3id.org/recalling/doc/A/RES/77/18/{language}>"
        made.lines.append(f'{text} dcterms:date "2022-11-{day}"^^xsd:date .')


def test_a_text_whose_cover_has_another_date_than_the_other_languages(made, tmp_path):
    """A/RES/77/18 prints 10 November in Spanish, 21 November in five languages."""
    dated(made, ar="21", en="21", es="10", fr="21", ru="21", zh="21")
    (one,) = found(made, tmp_path, "date")
    assert (one.document, one.language, one.paragraph) == ("A/RES/77/18", "es", "cover")
    assert one.sentence == (
        "This text was adopted on 2022-11-10 by its cover or its file, and on 2022-11-21 in the "
        "other languages (ar, en, fr, ru, zh)."
    )


@pytest.mark.parametrize(
    "days",
    [
        {"ar": "21", "en": "21", "es": "10", "fr": "10"},
        {"ar": "21", "en": "21", "es": "21", "fr": "10", "ru": "10", "zh": "10"},
    ],
)
def test_covers_of_which_none_has_most_languages_are_left(made, tmp_path, days):
    dated(made, **days)
    assert not found(made, tmp_path, "date")


def test_a_neighbours_date_is_our_mistake(made, tmp_path):
    made.document("A/RES/77/244", date="2022-12-30")
    made.document("A/RES/77/172", date="2022-12-14")
    made.document("A/RES/77/284", date="2023-04-26")
    made.cite("A/RES/77/284", "A/RES/77/244", "77/244", languages=["en"], date="2022-12-14")
    made.cite("A/RES/77/284", "A/RES/77/172", "77/172", languages=["en"], date="2022-12-14")
    assert found(made, tmp_path, "date") == ()


def test_quite_another_date_needs_several_languages(made, tmp_path):
    made.document("A/RES/77/244", date="2022-12-30")
    made.document("A/RES/77/284", date="2023-04-26")
    made.cite("A/RES/77/284", "A/RES/77/244", "77/244", languages=["en"], date="2019-03-02")
    assert found(made, tmp_path, "date") == ()
    made.cite("A/RES/77/284", "A/RES/77/244", "77/244", languages=["fr", "es"], date="2019-03-02")
    assert len(found(made, tmp_path, "date")) == 3


@pytest.mark.parametrize(
    ("lacks", "sentence"),
    [
        ("note", "A marker of footnote 3 stands here, and there is no such footnote."),
        ("words", "Footnote 3 is called here, and says nothing."),
        ("marker", "Nothing in the text calls footnote 3."),
        ("both", "The numbers of the footnotes pass over 3: the note and its marker are missing."),
    ],
)
def test_a_footnote_that_lacks_something(made, tmp_path, lacks, sentence):
    """As note 3 of A/RES/77/122, whose Russian file goes from 2 to 4."""
    made.document("A/RES/77/122", languages=["ru"])
    text = "https://w3id.org/recalling/doc/A/RES/77/122/ru"
    made.lines += [
        f'<{text}#note3> a rec:BrokenNote ; rec:label "note3" ; rec:lacks "{lacks}" ; '
        f'rec:inParagraph <{text}#pp8> ; rec:quote "организации работ"@ru .',
        f'<{text}#pp8> rec:label "pp8" .',
    ]
    (one,) = found(made, tmp_path, "note")
    assert (one.document, one.language, one.paragraph) == ("A/RES/77/122", "ru", "pp8")
    assert (one.words, one.sentence) == ("организации работ", sentence)


def test_two_files_that_claim_to_be_one_text(made, tmp_path):
    made.document("A/RES/77/9")
    made.lines.append('<https://w3id.org/recalling/doc/A/RES/77/9/fr> rec:digest "other" .')
    (one,) = found(made, tmp_path, "repeated")
    assert (one.document, one.language) == ("A/RES/77/9", "fr")


def test_the_page_shows_text_as_text(made, tmp_path):
    made.document("A/RES/77/9")
    made.cite("A/RES/77/9", "A/RES/87/254", "<script>87/254</script>", languages=["en"])
    page = report_page(review_report(found(made, tmp_path)))
    assert "<script" not in page
    assert "&lt;script&gt;87/254" in page
    assert not re.search(r"(?:src|href)=", page)
    assert "default-src 'none'" in page


def test_every_kind_is_tested():
    """The tests of this file name each kind."""
    text = Path(__file__).read_text(encoding="utf-8")
    assert [kind for kind in REVIEWS if f'"{kind}")' not in text] == []
