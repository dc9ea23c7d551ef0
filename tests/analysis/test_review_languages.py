"""One text beside its other languages: a wrong number, a wrong date, and what is no mistake."""

from __future__ import annotations

import pytest

from recalling.analysis import open_corpus, review

FIVE = ["en", "es", "fr", "ru", "zh"]


def found(made, tmp_path, kind):
    return review(open_corpus(made.write(tmp_path)), [kind])


def test_another_number_stands_where_five_languages_agree(made, tmp_path):
    """A/RES/75/253 in Arabic: 71/242 for 71/272, which stands elsewhere in the text."""
    made.document("A/RES/75/253")
    made.cite("A/RES/75/253", "A/RES/71/272", "71/272", languages=FIVE)
    made.cite("A/RES/75/253", "A/RES/71/242", "71/242", languages=["ar"])
    made.cite("A/RES/75/253", "A/RES/71/272", "71/272", paragraph="op9")
    (one,) = found(made, tmp_path, "language")
    assert (one.language, one.paragraph, one.words) == ("ar", "pp1", "71/242")
    assert one.sentence == (
        "No other language has this number; the other five have A/RES/71/272 (en: “71/272”)."
    )


def test_a_number_that_a_second_language_has_is_no_slip(made, tmp_path):
    made.document("A/RES/75/253")
    made.cite("A/RES/75/253", "A/RES/71/272", "71/272", languages=FIVE)
    made.cite("A/RES/75/253", "A/RES/71/242", "71/242", languages=["ar"])
    made.cite("A/RES/75/253", "A/RES/71/242", "71/242", languages=["fr"], paragraph="op3")
    made.cite("A/RES/75/253", "A/RES/71/272", "71/272", paragraph="op9")
    assert found(made, tmp_path, "language") == ()


def test_what_one_language_says_more_fully_is_no_slip(made, tmp_path):
    """French names a committee by its resolutions; nothing is missing there."""
    made.document("S/RES/2640(2022)", organ="sc")
    made.cite("S/RES/2640(2022)", "S/RES/2374(2017)", "2374 (2017)")
    made.cite("S/RES/2640(2022)", "S/RES/1267(1999)", "1267 (1999)", languages=["fr"])
    assert found(made, tmp_path, "language") == ()


def test_five_languages_state_another_date(made, tmp_path):
    """A/RES/75/270 in Russian dates 63/272 to 2019."""
    made.document("A/RES/75/270")
    others = ["ar", "en", "es", "fr", "zh"]
    made.cite("A/RES/75/270", "A/RES/63/272", "63/272", languages=others, date="2009-04-07")
    made.cite("A/RES/75/270", "A/RES/63/272", "63/272", languages=["ru"], date="2019-04-07")
    (one,) = found(made, tmp_path, "date")
    assert (one.language, one.words) == ("ru", "63/272")
    assert one.sentence == (
        "The text says 2019-04-07; the other five languages date A/RES/63/272 2009-04-07 here."
    )


@pytest.mark.parametrize(
    ("agreed", "date"),
    [
        (["ar", "en", "es", "fr"], "2019-04-07"),  # a sixth language says nothing
        (["ar", "en", "es", "fr", "zh"], "2016-12-20"),  # another text's date, as we read it
    ],
)
def test_a_date_without_five_against_a_slip_is_left_alone(made, tmp_path, agreed, date):
    made.document("A/RES/75/270")
    made.cite("A/RES/75/270", "A/RES/63/272", "63/272", languages=agreed, date="2009-04-07")
    made.cite("A/RES/75/270", "A/RES/63/272", "63/272", languages=["ru"], date=date)
    assert found(made, tmp_path, "date") == ()


def test_its_own_date_decides_and_is_told_once(made, tmp_path):
    """Five may be wrong: A/RES/77/65 dates 75/45 as in four languages, its cover otherwise."""
    made.document("A/RES/75/45", date="2020-12-07")
    made.document("A/RES/77/65")
    made.cite("A/RES/77/65", "A/RES/75/45", "75/45", languages=FIVE, date="2020-12-17")
    made.cite("A/RES/77/65", "A/RES/75/45", "75/45", languages=["ar"], date="2020-12-07")
    assert [one.language for one in found(made, tmp_path, "date")] == FIVE


def test_a_wrong_number_is_no_wrong_date(made, tmp_path):
    """A/RES/77/327 in Russian prints 77/110 for 77/170, with the date of 77/170."""
    made.document("A/RES/77/110", date="2022-12-07")
    made.document("A/RES/77/170", date="2022-12-14")
    made.document("A/RES/77/327")
    made.cite("A/RES/77/327", "A/RES/77/110", "77/110", languages=["ru"], date="2022-12-14")
    assert len(found(made, tmp_path, "date")) == 1
    made.cite("A/RES/77/327", "A/RES/77/170", "77/170", languages=["en"], date="2022-12-14")
    assert found(made, tmp_path, "date") == ()


def test_a_council_number_with_a_wrong_year_is_not_missing(made, tmp_path):
    """S/RES/2611 (2021) in Arabic has 2596 (2020), which the review of years reports."""
    made.document("S/RES/2611(2021)", organ="sc")
    cited = "S/RES/2596(2021)"
    made.cite("S/RES/2611(2021)", cited, "2596 (2021)", languages=FIVE)
    made.cite("S/RES/2611(2021)", "S/RES/2596(2020)", "2596 (2020)", languages=["ar"])
    assert found(made, tmp_path, "language") == ()


def test_a_text_that_turns_its_numbers_has_the_date_of_the_turned_one(made, tmp_path):
    """A/HRC/RES/55/31 in Arabic: 99/75 is 75/99, and 77/78 of 2023 is 78/77."""
    made.document("A/RES/77/78", date="2022-12-07")
    made.document("A/HRC/RES/55/31", organ="hrc")
    made.cite("A/HRC/RES/55/31", "A/RES/77/78", "77/78", languages=["ar"], date="2023-12-07")
    assert len(found(made, tmp_path, "date")) == 1
    made.cite("A/HRC/RES/55/31", "A/RES/75/99", "99/75", languages=["ar"], date="2020-12-10")
    assert found(made, tmp_path, "date") == ()


def test_a_gap_of_several_notes_is_one_place(made, tmp_path):
    """A/RES/76/266 goes from note 3 to note 8 in all languages."""
    made.document("A/RES/76/266", languages=["en"])
    text = "https://w3id.org/recalling/doc/A/RES/76/266/en"
    made.lines.append(f'<{text}#p45> rec:label "annex1:p45" .')
    made.lines += [
        f'<{text}#note{number}> a rec:BrokenNote ; rec:label "annex1:note{number}" ; '
        f'rec:lacks "both" ; rec:inParagraph <{text}#p45> ; rec:quote "Observatory,"@en .'
        for number in (4, 5, 6, 7)
    ]
    (one,) = found(made, tmp_path, "note")
    assert one.sentence == (
        "The numbers of the footnotes pass over 4 to 7: they and their markers are missing."
    )
