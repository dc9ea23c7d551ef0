"""The same text in another layout is the same document."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable

import pytest

from recalling.model import Document
from recalling.model.resources import _PACKAGE
from recalling.readers import read_text

SEED = (_PACKAGE / "examples" / "A_RES_78_265.zh.txt").read_text(encoding="utf-8")
MARKS = "⁰¹²³⁴⁵⁶⁷⁸⁹"


def paragraphs(text: str) -> list[str]:
    return re.split(r"\n\s*\n", text.strip("\n"))


def key(document: Document) -> list[tuple[str, str, tuple[str, ...]]]:
    """Labels, words and notes, whatever the spaces."""
    return [
        (each.label, re.sub(r"\s", "", each.flow.text), tuple(mark.note for mark in each.markers))
        for each in document.paragraphs
        if each.role not in ("cover", "title")
    ]


def broken(text: str, width: int, between: str = "\n\n") -> str:
    def lines(paragraph: str) -> str:
        pieces = []
        for line in paragraph.split("\n"):
            pieces += [line[at : at + width] for at in range(0, len(line), width)]
        return "\n".join(pieces)

    return between.join(lines(paragraph) for paragraph in paragraphs(text))


def gathered(text: str) -> str:
    notes = [each for each in paragraphs(text) if each[0] in MARKS]
    body = [each for each in paragraphs(text) if each[0] not in MARKS]
    return "\n\n".join(body + notes)


def spaceless(text: str) -> str:
    return re.sub("[ \u3000\u00a0]", "", text)


def wide(text: str) -> str:
    return text.translate({ord(digit): 0xFF10 + int(digit) for digit in "0123456789"})


@pytest.mark.parametrize(
    "change",
    [
        lambda text: broken(text, 38),
        lambda text: broken(text, 25),
        lambda text: broken(text, 38, between="\n"),
        lambda text: "\n\n".join(textwrap.fill(each, 40) for each in paragraphs(text)),
        lambda text: "\n\n".join(textwrap.fill(each, 72) for each in paragraphs(text)),
        lambda text: "\n".join(paragraphs(text)),
        lambda text: text.replace("\n", "\r\n"),
        gathered,
        spaceless,
        wide,
        lambda text: wide(spaceless(gathered(broken(text, 38)))),
        lambda text: text.translate(str.maketrans(MARKS, "0123456789")),
    ],
    ids=["column", "narrow", "dense-column", "filled-40", "filled-72", "dense", "crlf",
         "notes-gathered", "no-spaces", "full-width", "all-at-once", "plain-note-numbers"],
)  # fmt: skip
def test_the_bundled_text_in_another_layout(change: Callable[[str], str]) -> None:
    assert key(read_text(change(SEED), "x")) == key(read_text(SEED, "x"))


def test_a_number_cut_by_a_page_end_is_whole() -> None:
    text = (
        "77/1. Title\n\nThe General Assembly,\n\n261. Takes note of it;¹\n\n"
        "262. Endorses it;\n\n2\n\n¹ A/51/312.\n\n63. Invites parties to go on;\n"
    )
    labels = [each.label for each in read_text(text, "x", "en").paragraphs]
    assert labels[2:] == ["op261", "op262", "op263", "note1"]


def test_running_heads_and_page_numbers_are_no_paragraphs() -> None:
    text = (
        "A/RES/77/1\n\n77/1. Title of it\n\nThe General Assembly,\n\n1. Decides to go on with\n\n"
        "A/RES/77/1\n\n2/3 23-12345\n\nthe matter at hand.\n"
    )
    (op1,) = [each for each in read_text(text, "x", "en").paragraphs if each.role == "op"]
    assert op1.flow.text == "1. Decides to go on with the matter at hand."


@pytest.mark.parametrize("language", ["ar", "en", "es", "fr", "ru", "zh"])
def test_both_layouts_of_an_official_text_agree(dev, language: str) -> None:  # type: ignore[no-untyped-def]
    """Notes at the end, or dropped into the middle of sentences: A/RES/77/211."""
    flow = (dev / f"A_RES_77_211.{language}.txt").read_text(encoding="utf-8")
    paged = (dev / f"A_RES_77_211.{language}.paged.txt").read_text(encoding="utf-8")
    first, second = read_text(flow, "x"), read_text(paged, "x")
    assert [each.label for each in first.paragraphs if each.role != "note"] == [
        each.label for each in second.paragraphs if each.role != "note"
    ]
    assert set(first.notes) == set(second.notes)
    assert len(first.notes) >= 22
