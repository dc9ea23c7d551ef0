"""Files: told apart by their content, and handed to the reader that knows them."""

from __future__ import annotations

import codecs
import os
import re
import stat
from importlib import import_module
from pathlib import Path

from recalling.model import Document, Language
from recalling.model.errors import InputError
from recalling.readers.text import read_text

MOST_BYTES = 64 * 1024 * 1024

_HEAD = 4_096  # bytes by which a file is told
_SIGNATURES = (
    (b"%PDF-", "recalling.readers.pdf"),
    (b"PK\x03\x04", "recalling.readers.docx"),
)
_PICTURE = "a picture", "run OCR on it and give the text"
_PACKED = "a packed file", "unpack it and give what it holds"
#: what no reader of ours takes: first bytes, what that is, what to do
_FOREIGN = (
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        ("an old (.doc) or an encrypted Word file", "save it as .docx without a password"),
    ),
    (b"{\\rtf", ("an RTF file", "save it as .docx")),
    (b"%!PS", ("a PostScript file", "print it to PDF")),
    (b"PK\x05\x06", ("an empty ZIP archive", "give the text of a resolution")),
    (b"\x89PNG", _PICTURE), (b"\xff\xd8\xff", _PICTURE), (b"II*\0", _PICTURE),
    (b"MM\0*", _PICTURE), (b"GIF8", _PICTURE),
    (b"\x1f\x8b", _PACKED), (b"BZh", _PACKED), (b"\xfd7zXZ\0", _PACKED), (b"7z\xbc\xaf", _PACKED),
    (b"Rar!", _PACKED), (b"\x28\xb5\x2f\xfd", _PACKED),
)  # fmt: skip
_MARKS = (  # the longer first: a mark of UTF-32 begins with one of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
_XML = ("<?xml", "<akomaNtoso", "<an:", "<akn:")
_XML_NAMES = (".xml", ".akn")
_HTML = re.compile(r"(?:<\?xml[^<]{0,200}>\s{0,9})?(?:<!doctype html|<html[\s>])", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][\w:.-]{0,40}[\s/>]|<[?!]")
_CONTROLS = re.compile(r"[\0-\x08\x0e-\x1f]")
_COMMENT = re.compile(r"<!--.{0,4096}?-->\s*", re.DOTALL)


def read_document(
    path: str | os.PathLike[str], *, language: Language | None = None, symbol: str | None = None
) -> Document:
    """Read one file: XML, PDF, DOCX or text, as its first bytes say.

    Raises InputError with one sentence when the file cannot be read as what it is, and
    NotAResolution when it holds no resolution or decision.
    """
    path = Path(path)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise InputError(f"{path}: this is a folder, where a file was expected")
        if not stat.S_ISREG(status.st_mode):  # to open a pipe may wait for ever
            raise InputError(
                f"{path}: this is a pipe or a device, where a file was expected; "
                "give what comes out of it on standard input (-)"
            )
        if status.st_size > MOST_BYTES:
            raise _too_large(str(path))
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise InputError(
            f"{path}: the file cannot be read ({error.strerror}); check its path"
        ) from error
    return read_bytes(data, str(path), language=language, symbol=symbol)


def read_bytes(
    data: bytes, name: str, *, language: Language | None = None, symbol: str | None = None
) -> Document:
    """Read the content of a file, as its first bytes say; `name` is for messages.

    Raises InputError and NotAResolution as `read_document` does.
    """
    if len(data) > MOST_BYTES:
        raise _too_large(name)
    for signature, module in _SIGNATURES:
        if data[:1024].lstrip().startswith(signature):
            return _read_with(module, data, name, language, symbol)
    for signature, (kind, remedy) in _FOREIGN:
        if data.startswith(signature):
            raise InputError(f"{name}: this is {kind}, which Recalling does not read; {remedy}")
    head = _opening(data)
    if _HTML.match(head):
        raise InputError(
            f"{name}: this is a web page (HTML), which holds more than the document; "
            "give the document as XML, PDF or DOCX, or its text"
        )
    if _is_xml(head, name):
        return _read_with("recalling.readers.akn", data, name, language, symbol)
    return read_text(decode(data, name), name, language, symbol)


def _too_large(name: str) -> InputError:
    return InputError(
        f"{name}: the file has more than the {MOST_BYTES / 1e6:.0f} MB that a document may have; "
        "split it"
    )


def _opening(data: bytes) -> str:
    """How a file begins if it is text, whatever its encoding; comments of mark-up left out."""
    head = data[:_HEAD].decode(_encoding(data), "ignore").lstrip("\ufeff\0 \t\r\n")
    return _COMMENT.sub("", head)


def _is_xml(head: str, name: str) -> bool:
    """Whether a file that begins so is XML: by its first signs, or by its name and any mark-up."""
    named = name.lower().endswith(_XML_NAMES)
    return head.startswith(_XML) or (named and _TAG.search(head) is not None)


def _read_with(
    module: str, data: bytes, name: str, language: Language | None, symbol: str | None
) -> Document:
    """Read with a reader that is loaded only now: a text needs no library for PDF."""
    document: Document = import_module(module).read(data, name, language=language, symbol=symbol)
    return document


def decode(data: bytes, name: str) -> str:
    """Bytes as text: UTF-8, or what a byte order mark says. Raises InputError saying where not."""
    if not data.strip(b" \t\r\n\0"):
        raise InputError(f"{name}: the file is empty; give the text of a resolution")
    encoding = _encoding(data)
    binary = f"{name}: the file is binary, neither text nor XML, PDF or DOCX; give its text"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if b"\0" in data[:_HEAD] or _control_share(data[:_HEAD]) > 0.1:
            raise InputError(binary) from error
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(
            f"{name}, line {line}: the file is not UTF-8 "
            f"(byte {error.start} is 0x{data[error.start]:02x}); save it as UTF-8"
        ) from error
    if "\0" in text[:_HEAD]:
        raise InputError(binary)
    return text


def _encoding(data: bytes) -> str:
    """UTF-8, unless a mark, or where the zero bytes stand, says UTF-16 or UTF-32."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    head = data[:_HEAD]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if min(even, odd) == 0 and max(even, odd) > len(head) // 40:  # spaces, digits, line ends
        wide = "utf-16-be" if even else "utf-16-le"
        if not _CONTROLS.search(head.decode(wide, "ignore")):
            return wide
    return "utf-8"


def _control_share(data: bytes) -> float:
    return sum(byte < 9 or 13 < byte < 32 for byte in data) / max(1, len(data))
