"""DOCX: paragraphs in order, real footnotes, numbers that Word counts by itself.

python-docx opens the file; what it does not know (footnotes, automatic numbers) is read from the
parts it holds. The file comes from outside: its unpacked size is bounded before anything is
opened, and nothing it refers to outside itself is followed.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator

import docx
import msgspec
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph
from lxml import etree

from recalling.model import Document, Language
from recalling.model.errors import InputError
from recalling.readers.docx_numbers import Numbering
from recalling.readers.text import read_text

MOST_UNPACKED = 128 * 1024 * 1024
MOST_PARTS = 5_000
_RATIO = 200  # unpacked over packed; a text document has about ten
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NOTES_PART = "/word/footnotes.xml"


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
    """The text of a DOCX: one paragraph a block, notes gathered at the end."""
    _check_archive(data, name)
    try:
        word = docx.Document(io.BytesIO(data))
        notes = _Notes(word)
        blocks = [text for text in _blocks(word, notes) if text]
    except (KeyError, ValueError, zipfile.BadZipFile, etree.XMLSyntaxError, OSError) as error:
        raise InputError(
            f"{name}: the DOCX is damaged or of another kind ({type(error).__name__}); "
            "open it in a word processor and save it again as .docx"
        ) from error
    return "\n\n".join([*blocks, *notes.called()]) + "\n"


def _check_archive(data: bytes, name: str) -> None:
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except zipfile.BadZipFile as error:
        raise InputError(f"{name}: the DOCX is damaged; save it again as .docx") from error
    size = sum(part.file_size for part in parts)
    bomb = any(part.file_size > _RATIO * max(part.compress_size, 1_000) for part in parts)
    if size > MOST_UNPACKED or len(parts) > MOST_PARTS or bomb:
        raise InputError(
            f"{name}: the DOCX unpacks to {size >> 20} MB in {len(parts)} parts, more than any "
            "document holds; it was not opened"
        )


class _Notes:
    """Footnotes in the order in which they are called, numbered anew from 1 as Word does."""

    def __init__(self, word: WordFile) -> None:
        self._bodies: dict[str, etree._Element] = {}
        self._numbers: dict[str, int] = {}
        for part in word.part.package.iter_parts():
            if str(part.partname) == _NOTES_PART:
                root = etree.fromstring(
                    part.blob, etree.XMLParser(resolve_entities=False, no_network=True)
                )
                for note in root.iterfind(qn("w:footnote")):
                    self._bodies[note.get(qn("w:id")) or ""] = note

    def call(self, identifier: str) -> str:
        """The number under which a note is called, as a superscript."""
        number = self._numbers.setdefault(identifier, len(self._numbers) + 1)
        return str(number).translate(_SUPERSCRIPT)

    def called(self) -> Iterator[str]:
        """Every called note: its superscript number and its text."""
        for identifier in self._numbers:
            body = self._bodies.get(identifier)
            if body is not None:
                words = " ".join(_words(body, None).split())
                yield f"{self.call(identifier)} {words}"


def _blocks(word: WordFile, notes: _Notes) -> Iterator[str]:
    numbering = Numbering(word)
    for block in word.iter_inner_content():
        if isinstance(block, WordParagraph):
            number = numbering.number_of(block)
            words = _words(block._p, notes).strip()
            yield f"{number} {words}" if number and words else words
        else:
            for row in block.rows:
                cells = [_words(cell._tc, notes).strip() for cell in row.cells]
                yield "\t".join(cells).strip()


def _words(element: etree._Element, notes: _Notes | None) -> str:
    """The words of an element in order, deleted text left out, calls as superscripts."""
    pieces: list[str] = []
    for part in element.iter():
        if part.tag == qn("w:t"):
            raised = part.getparent().find(f"{qn('w:rPr')}/{qn('w:vertAlign')}")
            text = part.text or ""
            if raised is not None and raised.get(qn("w:val")) == "superscript" and text.isdigit():
                text = text.translate(_SUPERSCRIPT)
            pieces.append(text)
        elif part.tag == qn("w:footnoteReference") and notes is not None:
            pieces.append(notes.call(part.get(qn("w:id")) or ""))
        elif part.tag in (qn("w:tab"), qn("w:br"), qn("w:cr")):
            pieces.append(" ")
        elif part.tag == qn("w:noBreakHyphen"):
            pieces.append("-")
    return "".join(pieces)
