"""Lines of a PDF from signs and their places, as engines gave them for printed resolutions."""

from __future__ import annotations

import pypdfium2 as pdfium
import pytest

from recalling.readers.pdf_page import (
    Glyph,
    Page,
    PageLine,
    _line,
    _right_to_left,
    _Row,
    _rows,
    read_page,
)
from recalling.readers.pdf_rtl import reading_order, turn_brackets
from recalling.readers.pdf_text import pages_to_text


def glyphs(*drawn: tuple[str, float, float], size: float = 10.0) -> list[Glyph]:
    return [Glyph(sign, size, 100.0, left, right) for sign, left, right in drawn]


def read(drawn: list[Glyph]) -> str:
    return reading_order(drawn, [glyph.sign for glyph in drawn], 10.0, {})


def test_lam_comes_before_alef_though_the_ligature_is_drawn_from_left_to_right() -> None:
    """A/RES/77/308: "الأمم" with both signs of its ligature in one place, alef given first."""
    drawn = glyphs(
        ("م", 425.15, 429.93), ("م", 429.66, 433.81), ("أ", 434.20, 438.93), ("ل", 434.28, 439.45),
        ("ا", 439.45, 441.82),
    )  # fmt: skip
    assert read(drawn) == "الأمم"


def test_a_ligature_drawn_in_reading_order_stays() -> None:
    drawn = glyphs(
        ("ا", 228.2, 230.5), ("ل", 223.0, 228.2), ("ا", 223.0, 227.6), ("ق", 218.7, 222.5)
    )
    assert read(drawn) == "الاق"


def test_an_alef_said_twice_inside_a_ligature_with_its_vowel_sign_is_one() -> None:
    """A/RES/77/211: the end of "كاملاً", where the vowel sign's shape says alef once more."""
    drawn = glyphs(
        ("م", 337.73, 341.88), ("ا", 332.51, 333.46), ("ا", 333.54, 335.03), ("ل", 331.71, 337.97)
    )
    assert read(drawn) == "ملا"


def test_the_number_of_a_latin_note_on_an_arabic_page_comes_first() -> None:
    """A/RES/76/258: a note in English has its call on the right, as all notes of the page."""
    drawn = glyphs(*((sign, 100.0 + 5 * n, 105.0 + 5 * n) for n, sign in enumerate("WTO")))
    drawn.append(Glyph("3", 6.0, 103.0, 130.0, 133.0))
    row = _Row(drawn[0])
    row.glyphs = drawn
    assert _right_to_left(drawn, row, {}) == "³ WTO"


def test_a_chinese_bracket_pushed_together_with_another_comes_behind_it() -> None:
    """A/RES/76/258: "》(《", the last drawn half a sign to the left."""
    drawn = glyphs(("》", 90.0, 100.0), ("(", 100.0, 105.0), ("《", 99.9, 110.0))
    row = _Row(drawn[0])
    row.glyphs = drawn
    line = _line(drawn, row)
    assert line is not None
    assert line.text == "》(《"


def test_a_date_beside_a_larger_name_is_not_raised() -> None:
    """The cover of E/RES/2022/7: "Economic and Social Council" and, small, "20 June 2022"."""
    large = [Glyph(sign, 20.0, 100.0, 60.0 + 10 * n, 70.0 + 10 * n) for n, sign in enumerate("ES")]
    small = [Glyph(sign, 10.0, 104.0, 400.0 + 5 * n, 405.0 + 5 * n) for n, sign in enumerate("20")]
    row = _Row(large[0])
    row.glyphs = large + small
    line = _line(small, row)
    assert line is not None
    assert line.text == "20"
    assert (line.size, line.bottom, line.top) == (10.0, 104.0, 114.0)


def _printed(text: str, bottom: float, size: float = 10.0, left: float = 100.0) -> PageLine:
    return PageLine(text, size, left, bottom, 500.0, bottom + size)


def _text(*pages: tuple[PageLine, ...]) -> str:
    return pages_to_text([Page(lines, 600.0, 842.0) for lines in pages])


def test_the_head_of_a_last_page_is_told_by_the_cover() -> None:
    """A resolution of two pages shows its running head once: beside the symbol stands the title."""
    cover = (_printed("A/RES/75/42", 810.0), _printed("Recalling the one", 700.0))
    last = (
        _printed("A/RES/75/42", 810.0, 8.0),
        _printed("Effects of armaments", 810.0, 8.0, 300.0),
        _printed("and the other,", 700.0),
    )
    assert "Recalling the one and the other," in _text(cover, last)
    assert "Effects" not in _text(cover, last)


def test_a_rule_in_the_text_does_not_part_its_notes() -> None:
    """A/DEC/76/413: a rule and asterisks below a list, and further down the page's own notes."""
    text = _text(
        (
            _printed("Members were elected.¹", 700.0),
            _printed("______________________", 680.0),
            _printed("* Term of office expires in 2023.", 660.0),
            _printed("81st plenary meeting", 600.0),
            _printed("______________________", 120.0),
            _printed("¹ See A/76/852.", 105.0, 8.0),
        )
    )
    assert text.endswith("81st plenary meeting\n\n¹ See A/76/852.\n")


def test_a_plain_number_at_a_line_s_beginning_goes_on_with_its_note() -> None:
    """E/RES/2022/7: "Supplement No. ‖ 53 A" where the notes have raised numbers."""
    text = _text(
        (
            _printed("Notes it.¹", 700.0),
            _printed("______________________", 130.0),
            _printed("¹ Official Records, Supplement No.", 115.0, 8.0),
            _printed("53 A (A/71/53/Add.1).", 105.0, 8.0),
        )
    )
    assert "Supplement No. 53 A (A/71/53/Add.1)." in text


def _run(words: str, left: float, base: float) -> list[Glyph]:
    return [Glyph(sign, 8.0, base, left + 4 * n, left + 4 * n + 4) for n, sign in enumerate(words)]


def test_calls_of_full_size_are_told_by_their_height() -> None:
    """Chromium with a call as large as the text: raised behind a word, and before its note."""
    drawn = [*_run("Treaty", 100.0, 86.25), *_run("2", 124.0, 89.67)]
    noted = [*_run("3", 100.0, 77.67), *_run("Ibid", 108.0, 74.25)]
    lines = [_line(row.glyphs, row) for row in _rows(iter(drawn + noted))]
    assert [line and line.text for line in lines] == ["Treaty²", "³ Ibid"]


def _notes_at_the_foot(number: int, body: str, *notes: str) -> Page:
    lines = [_printed(f"{body} {n}،", 700.0 - 14 * n, 12.0) for n in range(20)]
    under = [_printed(note, 90.0 - 14 * n, 9.0) for n, note in enumerate(notes)]
    return Page((*lines, *under, _printed(f"{number}/8", 40.0)), 600.0, 842.0, rtl=True)


def test_arabic_notes_with_numbers_that_are_not_raised() -> None:
    """As LibreOffice prints A/RES/75/207: two pages have the same note but for its figures."""
    text = pages_to_text(
        [
            _notes_at_the_foot(1, "وإذ تشير إلى التقرير", "(1)انظر E/FFDF/2020/3."),
            _notes_at_the_foot(2, "وإذ ترحب بالتقرير", "(4)انظر E/FFDF/2019/3.", "تتمة"),
        ]
    )
    assert text.endswith("\n\n⁽¹⁾ انظر E/FFDF/2020/3.\n\n⁽⁴⁾ انظر E/FFDF/2019/3. تتمة\n")


def test_a_line_that_ends_in_a_bracket_goes_on_without_a_space() -> None:
    """S/RES/2597(2021) in Arabic, as LibreOffice breaks it."""
    before, after = _printed("وإذ يعيد تأكيد القرارات 1624 (", 700.0), _printed("2005) و", 688.0)
    assert "1624 (2005) و" in _text((before, after))


@pytest.mark.parametrize(
    ("drawn", "read_as"),
    [
        (".A/73/283)4(", "(4) A/73/283."),  # a note's number before a symbol: A/RES/76/201
        (".A.1090)28(", "A.1090(28)."),  # a number of the International Maritime Organization
    ],
)
def test_a_bracket_with_a_number_before_a_symbol_is_a_note_s(drawn: str, read_as: str) -> None:
    signs = glyphs(*((sign, 100.0 + 5 * n, 105.0 + 5 * n) for n, sign in enumerate(drawn)))
    assert turn_brackets([read(signs)]) == [read_as]


#: what the letters of this file's one font say: A to Z are alef and what follows, the rest itself
_LETTERS = (
    b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> "
    b"endcodespacerange 1 beginbfrange <41> <5a> <0627> endbfrange 1 beginbfrange <20> <39> <0020> "
    b"endbfrange endcmap"
)


def _file(content: bytes) -> bytes:
    """A PDF of one page, whose font's signs are half as wide as high."""
    font = (
        b"<</Type/Font/Subtype/TrueType/BaseFont/Helvetica/FirstChar 32/LastChar 90"
        b"/ToUnicode 6 0 R/Widths[%s]>>" % (b"500 " * 59)
    )
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 842]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R/G 7 0 R>>>>>>",
        *(b"<</Length %d>>stream\n%s\nendstream" % (len(content) + 1, content), font),
        *(b"<</Length %d>>stream\n%s\nendstream" % (len(_LETTERS) + 1, _LETTERS), font),
    )
    body = b"".join(b"%d 0 obj%s endobj\n" % (n, each) for n, each in enumerate(objects, 1))
    return b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R>>\n%%EOF"


def test_a_space_that_the_engine_sees_inside_a_number_is_none() -> None:
    """LibreOffice draws the two halves of "68/207" with a gap, and the stroke of another font."""
    drawn = (
        b"q BT 140 700 Td /F 10 Tf( CBA)Tj ET Q "
        b"q BT 105 700 Td /F 10 Tf[(68)-500(207)]TJ 1 0 0 1 115 700 Tm /G 10 Tf(/)Tj ET Q "
        b"q BT 80 700 Td /F 10 Tf(FED )Tj ET Q"
    )
    (line,) = read_page(pdfium.PdfDocument(_file(drawn))[0]).lines
    assert line.text == "ابة 68/207 تثج"
