"""DOCX: paragraphs in order, real footnotes, numbers that Word counts by itself.

python-docx opens the file; what it does not know (footnotes, automatic numbers) is read from the
parts it holds. The file comes from outside: its unpacked size is bounded before anything is
opened, and nothing it refers to outside itself is followed.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Iterator

import docx
import msgspec
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from lxml import etree

from recalling.model import Document, Language
from recalling.model.errors import InputError
from recalling.readers.docx_numbers import Numbering
from recalling.readers.text import read_text
from recalling.readers.text_cover import OWN

MOST_UNPACKED = 128 * 1024 * 1024
MOST_PARTS = 5_000
_RATIO = 200  # unpacked over packed; a text document has about ten
_SUPERSCRIPT = str.maketrans("0123456789()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾")
_COVER = 20  # blocks among which a cover names its document
_FEW_DIGITS = 4  # of a note's number
_CALL = re.compile(r"\d{1,4}|\(\d{1,4}\)")
#: part, its notes, and what calls them
_NOTE_KINDS = (
    ("/word/footnotes.xml", qn("w:footnote"), qn("w:footnoteReference")),
    ("/word/endnotes.xml", qn("w:endnote"), qn("w:endnoteReference")),
)
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
#: what a reader of the printed page does not see: deleted or moved text, second versions of a shape
_UNSEEN = (qn("w:del"), qn("w:moveFrom"), f"{_COMPATIBILITY}Fallback")
_BOX = qn("w:txbxContent")
_OFF = ("0", "false", "off")  # how a mark says that it does not hold
_BREAK = "\v"
_PARTED = re.compile(r"\v[ \v]*\v")  # an empty line, made with line ends inside one paragraph
#: what holds paragraphs and prints nothing itself: content controls, custom mark-up, insertions
_HOLDERS = frozenset(
    {qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml"), qn("w:ins"), qn("w:moveTo")}
)


def read(
    data: bytes, name: str, *, language: Language | None = None, symbol: str | None = None
) -> Document:
    """Read one DOCX file; offsets of the result point into the text taken from it.

    Raises InputError for what is no DOCX, is damaged, or unpacks to more than a document can
    hold, and NotAResolution when its text is no resolution.
    """
    document = read_text(extract_text(data, name), name, language, symbol)
    media = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    return msgspec.structs.replace(
        document, media_type=media, digest=hashlib.sha256(data).hexdigest()
    )


def extract_text(data: bytes, name: str) -> str:
    """The text of a DOCX: one paragraph a block, notes gathered at the end.

    Raises InputError when it is no DOCX, damaged, or would unpack to more than is accepted.
    """
    _check_archive(data, name)
    try:
        word = docx.Document(io.BytesIO(data))
        _check_declarations(word.element, name)
        notes = _Notes(word, name)
        blocks = [text for text in _blocks(word, notes) if text]
        called = list(notes.called())
        if not any(OWN.search(block) for block in blocks[:_COVER]):
            blocks.insert(0, _symbol_above(word))
    except InputError:
        raise
    except Exception as error:  # whatever a damaged part makes the libraries stumble over
        raise InputError(
            f"{name}: the DOCX is damaged or of another kind ({type(error).__name__}); "
            "open it in a word processor and save it again as .docx"
        ) from error
    return "\n\n".join([*blocks, *called]).lstrip() + "\n"


def _check_declarations(root: etree._Element, name: str) -> None:
    if root.getroottree().docinfo.internalDTD is not None:
        raise InputError(
            f"{name}: the DOCX declares a document type or entities, which no word processor "
            "writes; it was not read"
        )


def _check_archive(data: bytes, name: str) -> None:
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except zipfile.BadZipFile as error:
        raise InputError(f"{name}: the DOCX is damaged; save it again as .docx") from error
    if not any(part.filename.startswith("word/") for part in parts):
        raise InputError(
            f"{name}: this is a ZIP archive and no DOCX (an OpenDocument file, a spreadsheet, a "
            "book or packed files); save the document as .docx, or unpack the files"
        )
    size = sum(part.file_size for part in parts)
    bomb = any(part.file_size > _RATIO * max(part.compress_size, 1_000) for part in parts)
    if size > MOST_UNPACKED or len(parts) > MOST_PARTS or bomb:
        raise InputError(
            f"{name}: the DOCX unpacks to {size >> 20} MB in {len(parts)} parts, more than any "
            "document holds; it was not opened"
        )


class _Notes:
    """Notes in the order in which they are called, numbered anew from 1 as Word does.

    A section may say that its first note has another number.
    """

    def __init__(self, word: WordFile, name: str) -> None:
        self._bodies: dict[tuple[str, str], etree._Element] = {}
        self._numbers: dict[tuple[str, str], int] = {}
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        first = word.element.find(f".//{qn('w:footnotePr')}/{qn('w:numStart')}")
        start = first.get(qn("w:val")) or "" if first is not None else ""
        self._first = int(start) if start.isdecimal() and len(start) <= _FEW_DIGITS else 1
        for part in word.part.package.iter_parts():
            for path, tag, reference in _NOTE_KINDS:
                if str(part.partname) == path:
                    root = etree.fromstring(part.blob, parser)
                    _check_declarations(root, name)
                    for note in root.iterfind(tag):
                        self._bodies[reference, note.get(qn("w:id")) or ""] = note

    def call(self, reference: etree._Element) -> str:
        """The number under which a note is called, as a superscript."""
        key = reference.tag, reference.get(qn("w:id")) or ""
        return _raised(self._numbers.setdefault(key, len(self._numbers) + self._first))

    def called(self) -> Iterator[str]:
        """Every called note: its superscript number and its text."""
        for key, number in self._numbers.items():
            body = self._bodies.get(key)
            if body is not None:
                yield f"{_raised(number)} {' '.join(_words(body, None).split())}"


def _raised(number: int) -> str:
    return str(number).translate(_SUPERSCRIPT)


def _blocks(word: WordFile, notes: _Notes) -> Iterator[str]:
    numbering = Numbering(word)
    waiting = [iter(word.element.body)]
    while waiting:
        block = next(waiting[-1], None)
        if block is None:
            waiting.pop()
        elif block.tag == qn("w:p"):
            number = numbering.number_of(block)
            words = _PARTED.sub("\n\n", _words(block, notes)).replace(_BREAK, " ").strip()
            yield f"{number} {words}" if number and words else words
            waiting.extend(map(iter, reversed(_boxes(block))))
        elif block.tag == qn("w:tbl"):
            rows = [list(row.iterfind(qn("w:tc"))) for row in block.iterfind(qn("w:tr"))]
            if all(len(cells) == 1 for cells in rows):  # a frame around paragraphs, and no table
                waiting.append(iter([paragraph for (cell,) in rows for paragraph in cell]))
                continue
            for cells in rows:
                yield "\t".join(" ".join(_words(cell, notes).split()) for cell in cells).strip()
            waiting.extend(map(iter, reversed(_boxes(block))))
        elif block.tag in _HOLDERS:
            waiting.append(iter(block))


def _boxes(block: etree._Element) -> list[etree._Element]:
    """The text boxes that hang on a block: their words stand beside it and not in it."""
    unseen = _unseen(block)
    return [box for box in block.iter(_BOX) if box not in unseen]


def _symbol_above(word: WordFile) -> str:
    """The document's symbol as the head of the first page prints it, "" when it prints none."""
    for section in list(word.sections)[:1]:
        own = section.different_first_page_header_footer
        head = section.first_page_header if own else section.header
        if not head.is_linked_to_previous:  # to ask for a head that is not there would make one
            found = OWN.search(_words(head.part.element, None).replace(_BREAK, " "))
            return found["symbol"] if found else ""
    return ""


def _unseen(element: etree._Element) -> set[etree._Element]:
    """All parts of an element that the printed page does not show."""
    hidden = [
        mark.getparent().getparent()
        for mark in element.iter(qn("w:vanish"))
        if mark.get(qn("w:val")) not in _OFF and mark.getparent().getparent().tag == qn("w:r")
    ]
    hidden.extend(element.iter(*_UNSEEN))
    return {part for each in hidden for part in each.iter()}


def _words(element: etree._Element, notes: _Notes | None) -> str:
    """The words of an element in order, as printed: calls as superscripts, no text boxes.

    A line end that the writer set is a `_BREAK`.
    """
    pieces: list[str] = []
    unseen = _unseen(element)
    unseen.update(part for box in element.iter(_BOX) for part in box.iter())
    for part in element.iter():
        if part in unseen:
            continue
        if part.tag == qn("w:t"):
            raised = part.getparent().find(f"{qn('w:rPr')}/{qn('w:vertAlign')}")
            text = part.text or ""
            if raised is not None and raised.get(qn("w:val")) == "superscript":
                text = text.translate(_SUPERSCRIPT) if _CALL.fullmatch(text) else text
            pieces.append(text)
        elif notes is not None and any(part.tag == reference for _, _, reference in _NOTE_KINDS):
            pieces.append(notes.call(part))
        elif part.tag in (qn("w:br"), qn("w:cr")):
            pieces.append(_BREAK)
        elif part.tag == qn("w:tab"):
            pieces.append(" ")
        elif part.tag == qn("w:noBreakHyphen"):
            pieces.append("-")
        elif part.tag == qn("w:p") and pieces:
            pieces.append(" ")  # the next paragraph of a cell or note
    return "".join(pieces)
