"""Bad input gets one sentence; hostile input gets an answer in linear time."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recalling.model.errors import InputError, NotAResolution
from recalling.readers import read_document, read_text
from recalling.readers.text_files import MOST_BYTES

GERMAN = "Der Rat hat in der Sitzung am 3. Mai beschlossen, dass die Länder gleich sind. " * 3


@pytest.mark.parametrize(
    ("content", "error", "words"),
    [
        (b"", InputError, "the file is empty"),
        (b" \n\t\n", InputError, "the file is empty"),
        (bytes(range(256)) * 20, InputError, "binary"),
        ("Résolution adoptée".encode("cp1252"), InputError, "not UTF-8 (byte 1 is 0xe9)"),
        ("大会，回顾".encode()[:-1], InputError, "not UTF-8"),
        (GERMAN.encode(), NotAResolution, "none of the six languages"),
        (b"The cat sat on the mat in the house that was of the king. " * 3, NotAResolution,
         "nothing in the text says that it is a resolution"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_in_a_sentence(
    tmp_path: Path, content: bytes, error: type[InputError], words: str
) -> None:
    path = tmp_path / "file.txt"
    path.write_bytes(content)
    with pytest.raises(error) as raised:
        read_document(path)
    assert words in str(raised.value)
    assert str(path) in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    begin = time.process_time()
    with pytest.raises(InputError, match="more than the"):
        read_document(path)
    assert time.process_time() - begin < 0.5


def test_a_folder_and_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="this is a folder"):
        read_document(tmp_path)
    with pytest.raises(InputError, match="No such file"):
        read_document(tmp_path / "nowhere.txt")


def test_a_resolution_without_citations_is_read() -> None:
    document = read_text("大会，\n\n1. 决定继续审议该事项。\n", "x")
    assert [each.label for each in document.paragraphs] == ["formula", "op1"]
    assert document.cover.symbol is None


HEAD = "77/1. Title of the matter\n\nThe General Assembly,\n\n"
HOSTILE = {
    "markers": lambda n: HEAD + "Recalling " + "it,¹ " * n + "that,\n\n" + "¹ A/1.\n\n" * n,
    "plain numbers": lambda n: HEAD + "Recalling " + "it,1 " * n + "that,\n\n" + "1 A/1.\n\n" * n,
    "one paragraph": lambda n: HEAD + "Recalling " + "resolution 70/1 of 2015, " * (4 * n),
    "items": lambda n: HEAD + "1. a;\n\n" * n,
    "short lines": lambda n: HEAD + "a\n" * n,
    "letters": lambda n: HEAD + "A\n\n" * n,
    "parts": lambda n: HEAD + "B\n\nThe General Assembly,\n\n" * n,
    "tables": lambda n: HEAD + "1. a:\n\n" + "a\tb\n\nlegend.\n\n" * n,
    "bracketed numbers": lambda n: HEAD + "Recalling " + "it(1) " * n + "\n\n(1) A/1." * n,
    "digits": lambda n: HEAD + "1" * (20 * n),
}


@pytest.mark.parametrize("kind", sorted(HOSTILE))
def test_hostile_text_takes_linear_time(kind: str) -> None:
    def seconds(count: int) -> float:
        text = HOSTILE[kind](count)
        begin = time.process_time()
        read_text(text, "x", "en")
        return time.process_time() - begin

    seconds(500)
    once, twice = (min(seconds(count), seconds(count)) for count in (6_000, 12_000))
    assert twice < 3.5 * once + 0.1  # four times would be quadratic


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="1.a(b)\n 大会，回顾；²A;:The GeneralAssembly—\u200f\t[]*", max_size=300))
def test_any_text_behind_a_title_is_read(text: str) -> None:
    document = read_text(f"77/1. Title\n\nThe General Assembly,\n\n{text}", "x", "en")
    labels = [each.label for each in document.paragraphs]
    assert len(labels) == len(set(labels))
    for each in document.paragraphs:
        assert 0 <= each.span.start <= each.span.end <= len(document.text)
        assert all(0 <= mark.at <= len(each.flow.text) for mark in each.markers)
