"""DOCX: real footnotes, numbers that Word counts, tables; and files made to do harm."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from recalling.model import Document
from recalling.model.errors import InputError, NotAResolution
from recalling.readers import read_bytes

_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_HEAD = ("cover", "title", "formula")
_COVER = (
    "United Nations", "A/RES/78/265", "General Assembly", "Distr.: General", "1 April 2024",
    "Resolution adopted by the General Assembly on 21 March 2024",
    "78/265. Seizing the opportunities of safe systems",
)  # fmt: skip


class Draft:
    """A resolution in the making, as a word processor would store it."""

    def __init__(self) -> None:
        self.word = docx.Document()
        self.notes: dict[int, str] = {}
        for line in _COVER:
            self.word.add_paragraph(line)
        self.say("The General Assembly", ",")

    def say(self, verb: str, words: str, note: int | None = None, style: str | None = None) -> None:
        """Add a paragraph with its verb in italics, and the call of a footnote behind it."""
        paragraph = self.word.add_paragraph(style=style)
        paragraph.add_run(verb).italic = True
        paragraph.add_run(words)
        if note is not None:
            call = parse_xml(f'<w:r {nsdecls("w")}><w:footnoteReference w:id="{note}"/></w:r>')
            paragraph._p.append(call)

    def numbering(self, levels: str) -> None:
        """Give the document one list, number 77, with the levels given as XML."""
        part = self.word.part.numbering_part.element
        part.insert(
            0,
            parse_xml(
                f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{levels}</w:abstractNum>'
            ),
        )
        part.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>')
        )

    def restart(self, identifier: int, start: int) -> None:
        """Add a list of the same kind that begins with a number of its own."""
        override = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        self.word.part.numbering_part.element.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{identifier}"><w:abstractNumId w:val="77"/>'
                f"{override}</w:num>"
            )
        )

    def count(self, depth: int, identifier: int = 77) -> None:
        """Let Word number the last paragraph, at a depth of the list."""
        properties = self.word.paragraphs[-1]._p.get_or_add_pPr()
        properties.append(
            parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/>'
                f'<w:numId w:val="{identifier}"/></w:numPr>'
            )
        )

    def bytes(self) -> bytes:
        """The file, its footnotes in a part of their own."""
        if self.notes:
            notes = "".join(
                f'<w:footnote w:id="{identifier}"><w:p><w:r><w:footnoteRef/></w:r>'
                f'<w:r><w:t xml:space="preserve"> {text}</w:t></w:r></w:p></w:footnote>'
                for identifier, text in self.notes.items()
            )
            blob = f"<w:footnotes {nsdecls('w')}>{notes}</w:footnotes>".encode()
            part = Part(PackURI("/word/footnotes.xml"), _NOTES_TYPE, blob, self.word.part.package)
            self.word.part.relate_to(part, RT.FOOTNOTES)
        out = io.BytesIO()
        self.word.save(out)
        return out.getvalue()


def _changed(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """The same package with one part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for each in old.namelist():
            content = old.read(each)
            new.writestr(each, change(content) if each == part else content)
    return out.getvalue()


def _read(data: bytes) -> Document:
    return read_bytes(data, "draft.docx")


def _flows(document: Document) -> dict[str, str]:
    return {p.label: p.flow.text for p in document.paragraphs if p.role in ("pp", "op", "note")}


_LEVELS = (
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
    '<w:lvlText w:val="(%2)"/></w:lvl>'
)


@pytest.fixture
def draft() -> Draft:
    """Two footnotes stored in another order than they are called, a list of two levels."""
    draft = Draft()
    draft.notes = {7: "Resolution 70/1.", 3: "Resolution 217 A (III)."}
    draft.say("Reaffirming", " the Universal Declaration of Human Rights,", note=3)
    draft.say("Recalling", " the 2030 Agenda for Sustainable Development,", note=7)
    draft.numbering(_LEVELS)
    for depth, verb, words in (
        (0, "Resolves", " to act;"),
        (0, "Calls upon", " States:"),
        (1, "To expand", " participation;"),
        (1, "To strengthen", " investment;"),
        (0, "Decides", " to remain seized of the matter."),
    ):
        draft.say(verb, words)
        draft.count(depth)
    return draft


def test_the_cover_is_read_as_that_of_a_printed_text(draft: Draft) -> None:
    document = _read(draft.bytes())
    assert document.cover.symbol == "A/RES/78/265"
    assert document.cover.adopted == "2024-03-21"
    assert document.language == "en"
    assert document.media_type.endswith("wordprocessingml.document")


def test_footnotes_are_numbered_as_they_are_called(draft: Draft) -> None:
    document = _read(draft.bytes())
    flows = _flows(document)
    assert flows["note1"] == "Resolution 217 A (III)."
    assert flows["note2"] == "Resolution 70/1."
    calls = {
        p.label: [(m.note, p.flow.text[: m.at]) for m in p.markers]
        for p in document.paragraphs
        if p.markers
    }
    assert calls == {
        "pp1": [("note1", "Reaffirming the Universal Declaration of Human Rights,")],
        "pp2": [("note2", "Recalling the 2030 Agenda for Sustainable Development,")],
    }


def test_footnotes_may_begin_with_another_number(draft: Draft) -> None:
    """The Assembly's decisions go on counting: A/DEC/76/414 has note 2 and no note 1."""
    start = f'<w:footnotePr {nsdecls("w")}><w:numStart w:val="2"/></w:footnotePr>'
    draft.word.sections[0]._sectPr.append(parse_xml(start))
    flows = _flows(_read(draft.bytes()))
    assert flows["note2"] == "Resolution 217 A (III)."
    assert flows["note3"] == "Resolution 70/1."


def test_numbers_that_word_counts_by_itself_are_printed(draft: Draft) -> None:
    flows = _flows(_read(draft.bytes()))
    assert [label for label in flows if label.startswith("op")] == [
        "op1", "op2", "op2(a)", "op2(b)", "op3",
    ]  # fmt: skip
    assert flows["op2(b)"].endswith("To strengthen investment;")


def test_a_list_may_start_anew(draft: Draft) -> None:
    """Sections number their paragraphs from 1; a list that was interrupted goes on at 12."""
    draft.restart(78, 1)
    draft.restart(79, 12)
    for identifier, words in ((78, " one;"), (78, " two;"), (79, " twelve;"), (79, " thirteen.")):
        draft.say("Notes", words)
        draft.count(0, identifier)
    flows = _flows(_read(draft.bytes()))
    assert [flows[label].split(". ")[0] for label in flows if "op" in label][-4:] == [
        "1", "2", "12", "13",
    ]  # fmt: skip
    assert flows["s2.op2"].endswith("Notes two;")


def test_a_list_may_be_named_by_the_style(draft: Draft) -> None:
    style = draft.word.styles["List Number"].element
    properties = style.get_or_add_pPr()
    for old in properties.findall(qn("w:numPr")):
        properties.remove(old)
    properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="77"/></w:numPr>'))
    draft.say("Requests", " a report.", style="List Number")
    assert _flows(_read(draft.bytes()))["op4"].endswith("Requests a report.")


def test_deleted_and_moved_text_is_left_out_and_inserted_text_is_read(draft: Draft) -> None:
    paragraph = draft.word.paragraphs[len(_COVER) + 2]._p
    for kind, tag, words in (
        ("del", "delText", " struck"), ("moveFrom", "t", " gone"), ("ins", "t", " also in full,"),
    ):  # fmt: skip
        paragraph.append(
            parse_xml(
                f'<w:{kind} {nsdecls("w")} w:id="9" w:author="x"><w:r>'
                f'<w:{tag} xml:space="preserve">{words}</w:{tag}></w:r></w:{kind}>'
            )
        )
    text = _flows(_read(draft.bytes()))["pp2"]
    assert text.endswith("Sustainable Development, also in full,")
    assert "struck" not in text
    assert "gone" not in text


def test_text_in_content_controls_is_read(draft: Draft) -> None:
    body = draft.word.element.body
    paragraph = draft.word.paragraphs[len(_COVER) + 1]._p
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent/></w:sdt>")
    body.insert(body.index(paragraph), control)
    control[0].append(paragraph)
    assert "Universal Declaration" in _flows(_read(draft.bytes()))["pp1"]


def test_rows_of_tables_are_lines_of_cells(draft: Draft) -> None:
    table = draft.word.add_table(rows=2, cols=2)
    for row, words in zip(table.rows, (("Item", "Resolution"), ("1", "75/290 A")), strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text
    text = _read(draft.bytes()).text
    assert "Item\tResolution" in text
    assert "1\t75/290 A" in text


def test_superscripts_typed_by_hand_are_calls_where_they_are_numbers(draft: Draft) -> None:
    paragraph = draft.word.paragraphs[-1]
    for text in ("(4)", "th"):
        paragraph.add_run(text).font.superscript = True
    text = _read(draft.bytes()).text
    assert "matter.⁽⁴⁾th" in text


def test_nothing_outside_the_file_is_followed(draft: Draft, httpserver: object) -> None:
    outside = httpserver.url_for("/secret")  # type: ignore[attr-defined]
    draft.word.part.relate_to(outside, RT.FOOTNOTES, is_external=True)
    draft.word.part.relate_to(outside, RT.IMAGE, is_external=True)
    draft.word.part.relate_to("file:///etc/passwd", RT.HYPERLINK, is_external=True)
    document = _read(draft.bytes())
    assert "pp2" in _flows(document)
    assert "root:" not in document.text
    assert httpserver.log == []  # type: ignore[attr-defined]


def test_a_zip_bomb_is_not_opened() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"0" * 60_000_000)
    started = time.monotonic()
    with pytest.raises(InputError, match=r"draft\.docx: the DOCX unpacks to 57 MB in 1 parts"):
        _read(out.getvalue())
    assert time.monotonic() - started < 5


def test_more_parts_than_a_document_has_are_not_opened() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for number in range(5_001):
            package.writestr(f"word/{number}", b"")
    with pytest.raises(InputError, match="in 5001 parts"):
        _read(out.getvalue())


@pytest.mark.parametrize("kept", [0.3, 0.6, 0.98])
def test_a_file_cut_short_is_damaged(draft: Draft, kept: float) -> None:
    data = draft.bytes()
    with pytest.raises(InputError, match=r"draft\.docx: the DOCX is damaged"):
        _read(data[: int(len(data) * kept)])


@pytest.mark.parametrize(
    "change",
    [
        lambda _: b"<",
        lambda _: b"",
        lambda xml: xml.replace(b"</w:body>", b"</w:bodies>"),
        lambda _: b"<html/>",
        lambda xml: xml.replace(b"<w:body>", b"<w:body>" + b"<w:sdt>" * 5_000),
    ],
)
def test_a_damaged_part_is_said_to_be_damaged(
    draft: Draft, change: Callable[[bytes], bytes]
) -> None:
    with pytest.raises(InputError, match=r"draft\.docx: the DOCX is damaged or of another kind"):
        _read(_changed(draft.bytes(), "word/document.xml", change))


def test_another_kind_of_package_is_said_to_be_so() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("mimetype", "application/epub+zip")
    with pytest.raises(InputError, match=r"draft\.docx: this is a ZIP archive and no DOCX"):
        _read(out.getvalue())


_BOMB = (
    b'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(
        b'<!ENTITY %c "%s">' % (98 + level, b"&%c;" % (97 + level) * 10) for level in range(9)
    )
    + b'<!ENTITY x SYSTEM "file:///etc/passwd">]>'
)


_OUTSIDE = b'<!DOCTYPE w [<!ENTITY j "inside"><!ENTITY x SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("part", ["word/document.xml", "word/footnotes.xml"])
@pytest.mark.parametrize(
    ("declaration", "sentence"),
    [(_OUTSIDE, "declares a document type or entities"), (_BOMB, "is damaged or of another kind")],
)
def test_entities_are_refused_and_never_expanded(
    draft: Draft, part: str, declaration: bytes, sentence: str
) -> None:
    def declare(xml: bytes) -> bytes:
        head, mark, rest = xml.partition(b"?>")
        xml = head + mark + declaration + rest if mark else declaration + xml
        return xml.replace(b"</w:t>", b"&j;&x;</w:t>", 1)

    started = time.monotonic()
    with pytest.raises(InputError, match=sentence):
        _read(_changed(draft.bytes(), part, declare))
    assert time.monotonic() - started < 5


def _pieces(draft: Draft) -> list[str]:
    """The words of a draft behind its cover, a paragraph each."""
    return [p.flow.text for p in _read(draft.bytes()).paragraphs if p.role not in _HEAD]


def test_hidden_words_are_no_words() -> None:
    """ "Recalling its resolution 70/1, not 50/1," with "not 50/1," formatted as hidden."""
    draft = Draft()
    draft.say("Recalling", " its resolution 70/1,")
    for value, words in (("", " not 50/1,"), (' w:val="0"', " of 2015,")):
        run = f"<w:rPr><w:vanish{value}/></w:rPr><w:t>{words}</w:t>"
        draft.word.paragraphs[-1]._p.append(parse_xml(f"<w:r {nsdecls('w')}>{run}</w:r>"))
    assert _pieces(draft)[-1] == "Recalling its resolution 70/1, of 2015,"


def test_a_text_box_stands_beside_the_paragraph_it_hangs_on() -> None:
    """Word stores it inside the paragraph, and a second time for older programs."""
    draft = Draft()
    draft.say("1. Decides", "")
    box = "<w:txbxContent><w:p><w:r><w:t>A margin.</w:t></w:r></w:p></w:txbxContent>"
    shape = (
        f'<w:r {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/'
        f'2006"><mc:AlternateContent><mc:Choice Requires="wps">{box}</mc:Choice>'
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    draft.word.paragraphs[-1]._p.append(parse_xml(shape))
    draft.word.paragraphs[-1].add_run(" to act.")
    assert _pieces(draft)[-2:] == ["1. Decides to act.", "A margin."]


def test_a_frame_of_one_column_is_no_table() -> None:
    """As programs on the web lay out a page: every paragraph in one cell."""
    draft = Draft()
    cell = draft.word.add_table(1, 1).cell(0, 0)
    cell.text = "Recalling its resolution 70/1,"
    cell.add_paragraph("1. Decides to act.")
    assert _pieces(draft)[-2:] == ["Recalling its resolution 70/1,", "1. Decides to act."]


def test_an_empty_line_inside_a_paragraph_parts_it() -> None:
    """A text that was pasted with line ends; a single one only breaks the line."""
    draft = Draft()
    run = draft.word.add_paragraph("Recalling its").add_run()
    run.add_break()
    run.add_text("resolution 70/1,")
    run.add_break()
    run.add_break()
    run.add_text("1. Decides to act.")
    assert _pieces(draft)[-2:] == ["Recalling its resolution 70/1,", "1. Decides to act."]


def test_a_symbol_that_only_the_head_of_the_page_prints() -> None:
    draft = Draft()
    cover = next(p for p in draft.word.paragraphs if p.text == "A/RES/78/265")
    cover._p.getparent().remove(cover._p)
    draft.word.sections[0].different_first_page_header_footer = True
    draft.word.sections[0].first_page_header.paragraphs[0].text = "United Nations\tA/RES/78/265 B"
    assert _read(draft.bytes()).cover.symbol == "A/RES/78/265 B"


def test_a_document_without_a_resolution_is_no_resolution() -> None:
    word = docx.Document()
    word.add_paragraph("Minutes of the meeting of the parents of the school.")
    out = io.BytesIO()
    word.save(out)
    with pytest.raises(NotAResolution):
        _read(out.getvalue())


def test_the_time_for_many_footnotes_grows_with_their_number() -> None:
    """Four times the notes take less than eight times as long."""
    taken = []
    for count in (1_000, 4_000):
        draft = Draft()
        draft.notes = {number: f"Resolution 70/{number}." for number in range(1, count + 1)}
        run = "".join(
            f'<w:r><w:t xml:space="preserve"> see</w:t></w:r>'
            f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'
            for number in draft.notes
        )
        draft.say("Recalling", " its resolutions,")
        draft.word.paragraphs[-1]._p.append(
            parse_xml(f'<w:ins {nsdecls("w")} w:id="1">{run}</w:ins>')
        )
        data = draft.bytes()
        started = time.process_time()
        document = _read(data)
        taken.append(time.process_time() - started)
        assert len(document.notes) == count
    assert taken[1] < 8 * taken[0]
