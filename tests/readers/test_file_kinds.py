"""Files of every kind: told apart by their content, and each that is not read told why."""

from __future__ import annotations

import codecs
import gzip
import io
import os
import zipfile
from pathlib import Path

import pytest

from recalling.model.errors import InputError, NotAResolution
from recalling.readers import MOST_BYTES, read_bytes, read_document

TEXT = """A/RES/77/1

77/1. Title of the matter

The General Assembly,

Recalling its resolution 70/1 of 25 September 2015,

1. Decides to remain seized of the matter.
"""
PAGE = "<html><head><title>77/1</title></head><body><p>The General Assembly,</body></html>"


def _labels(data: bytes, name: str = "given.txt") -> list[str]:
    return [p.label for p in read_bytes(data, name).paragraphs if p.role in ("pp", "op")]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"]
)
def test_unicode_is_read_with_and_without_a_mark(encoding: str) -> None:
    assert _labels(TEXT.encode(encoding)) == ["pp1", "op1"]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\n\u200f"])
def test_lines_end_in_many_ways(end: str) -> None:
    assert _labels(TEXT.replace("\n", end).encode()) == ["pp1", "op1"]


@pytest.mark.parametrize("name", ["resolution.xml", "resolution.pdf", "resolution.docx", "-"])
def test_a_text_under_any_name_is_read_as_text(name: str) -> None:
    assert _labels(TEXT.encode(), name) == ["pp1", "op1"]


def test_a_text_that_begins_with_a_comment_of_markdown() -> None:
    """As programs that read pictures write it: a comment for each picture."""
    assert _labels(b"<!-- image -->\n\n<!-- page 1 -->\n\n" + TEXT.encode()) == ["pp1", "op1"]


def test_mark_up_behind_comments_is_mark_up() -> None:
    with pytest.raises(NotAResolution, match="Akoma Ntoso without a <statement>"):
        read_bytes(b"<!-- made by hand --><akomaNtoso/>", "given.txt")


@pytest.mark.parametrize("head", ["", "<!DOCTYPE html>\n", '<?xml version="1.0"?>\n'])
@pytest.mark.parametrize("name", ["saved.txt", "saved.xml", "saved.md"])
def test_a_web_page_is_told_under_any_name(head: str, name: str) -> None:
    with pytest.raises(InputError, match=rf"{name}: this is a web page \(HTML\)"):
        read_bytes((head + PAGE).encode(), name)


def _archive(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "content")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "encrypted Word file"),
        (rb"{\rtf1\ansi The General Assembly,}", "an RTF file"),
        (gzip.compress(TEXT.encode()), "a packed file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), "run OCR"),
        (_archive(), "an empty ZIP archive"),
        (_archive("content.xml", "META-INF/manifest.xml"), "a ZIP archive and no DOCX"),
        (b"\0\1\2\3" * 99, "the file is binary"),
        (b"\0" + TEXT.encode(), "the file is binary"),
        (codecs.BOM_UTF8, "the text is empty"),
        ("\u200f\u00a0\n".encode(), "the text is empty"),
        (TEXT.replace("matter", "matière").encode("cp1252"), "line 3: the file is not UTF-8"),
    ],
)
def test_what_is_not_read_is_called_by_its_name(data: bytes, words: str) -> None:
    with pytest.raises(InputError) as raised:
        read_bytes(data, "given")
    assert words in str(raised.value)
    assert str(raised.value).startswith("given")
    assert "\n" not in str(raised.value)


def test_more_than_a_document_holds_is_refused_from_a_stream_too() -> None:
    with pytest.raises(InputError, match="standard-input: the file has more than the 67 MB"):
        read_bytes(bytes(MOST_BYTES + 1), "standard-input")


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    with pytest.raises(InputError, match="this is a pipe or a device"):
        read_document(pipe)
