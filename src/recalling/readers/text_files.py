"""Files: told apart by their content, and handed to the reader that knows them."""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path

from recalling.model import Document, Language
from recalling.model.errors import InputError
from recalling.readers.text import read_text

MOST_BYTES = 64 * 1024 * 1024

_SIGNATURES = (
    (b"%PDF-", "pdf", "recalling.readers.pdf"),
    (b"PK\x03\x04", "DOCX", "recalling.readers.docx"),
)


def read_document(
    path: str | os.PathLike[str], *, language: Language | None = None, symbol: str | None = None
) -> Document:
    """Read one file: XML, PDF, DOCX or text, as its first bytes say.

    Raises InputError with one sentence when the file cannot be read as what it is, and
    NotAResolution when it holds no resolution or decision.
    """
    path = Path(path)
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise InputError(f"{path}: this is a folder, where a file was expected")
        if size > MOST_BYTES:
            raise InputError(
                f"{path}: the file has {size / 1e6:.0f} MB, more than the "
                f"{MOST_BYTES / 1e6:.0f} MB that a document may have; split it"
            )
        data = path.read_bytes()
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
    for signature, kind, module in _SIGNATURES:
        if data[:1024].lstrip().startswith(signature):
            return _read_with(module, kind, name, data, language, symbol)
    if _is_xml(data):
        return _read_with("recalling.readers.akn", "XML", name, data, language, symbol)
    return read_text(decode(data, name), name, language, symbol)


def _is_xml(data: bytes) -> bool:
    head = data[:512].removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head[2:].replace(b"\0", b"").lstrip()
    return head.startswith((b"<?xml", b"<akomaNtoso", b"<!--", b"<an:", b"<akn:"))


def _read_with(
    module: str, kind: str, name: str, data: bytes, language: Language | None, symbol: str | None
) -> Document:
    try:
        reader = import_module(module)
    except ModuleNotFoundError as error:
        if error.name != module:
            raise
        raise InputError(
            f"{name}: this is {kind}, which this version does not read; give the text instead"
        ) from error
    document: Document = reader.read(data, name, language=language, symbol=symbol)
    return document


def decode(data: bytes, name: str) -> str:
    """Bytes as text: UTF-8, or UTF-16 with its mark. Raises InputError saying where it fails."""
    if not data.strip(b" \t\r\n\0"):
        raise InputError(f"{name}: the file is empty; give the text of a resolution")
    try:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            return data.decode("utf-16")
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if b"\0" in data[:4096] or _control_share(data[:4096]) > 0.1:
            raise InputError(
                f"{name}: the file is binary, neither text nor XML, PDF or DOCX"
            ) from error
        raise InputError(
            f"{name}: the file is not UTF-8 (byte {error.start} is 0x{data[error.start]:02x}); "
            "save it as UTF-8"
        ) from error
    if "\0" in text[:4096]:
        raise InputError(f"{name}: the file is binary, neither text nor XML, PDF or DOCX")
    return text


def _control_share(data: bytes) -> float:
    return sum(byte < 9 or 13 < byte < 32 for byte in data) / max(1, len(data))
