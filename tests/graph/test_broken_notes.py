"""Footnotes that do not hold together, in small texts and in the shapes of official ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from recalling.authority import load_authority
from recalling.graph import assemble, assemble_lean
from recalling.graph.broken_notes import broken_notes
from recalling.graph.places import Places
from recalling.model import Document
from recalling.pipeline import Options, process, read_input

TEXT = """Resolution adopted by the General Assembly

The General Assembly,

Having considered the report of the Secretary-General submitted pursuant to its resolution,{0}

Noting the report of the Special Committee,² and the annex to it,{1}

1. Takes note of the report;⁴

2. Decides to remain seized of the matter.

{2}
² A/74/356.
{3}
⁴ A/74/468.
"""
ONE, THREE = "¹ Resolution 73/96.", "³ A/74/357."


def document(tmp_path: Path, *pieces: str) -> Document:
    path = tmp_path / "text.txt"
    path.write_text(TEXT.format(*pieces), encoding="utf-8")
    return read_input(str(path), Options(language="en", symbol="A/RES/74/84"))


def found(document: Document) -> list[tuple[str, str, str]]:
    return [(n.label, n.lacks, n.paragraph.label) for n in broken_notes(Places(document))]


def test_notes_that_hold_together(tmp_path):
    assert found(document(tmp_path, "¹", "³", ONE, THREE)) == []


def test_a_marker_without_a_note(tmp_path):
    assert found(document(tmp_path, "¹", "³", ONE, "")) == [("note3", "note", "pp2")]


def test_the_numbers_pass_over_a_note(tmp_path):
    """As in the Russian text of A/RES/77/122, where note 3 and its marker are missing."""
    assert found(document(tmp_path, "¹", "", ONE, "")) == [("note3", "both", "op1")]


def test_a_note_without_words(tmp_path):
    """As note 2 of A/RES/77/128 A in English: a full stop and nothing else."""
    assert found(document(tmp_path, "¹", "³", ONE, "³ .")) == [("note3", "words", "pp2")]


def test_a_note_that_nothing_calls(tmp_path):
    assert found(document(tmp_path, "¹", "", ONE, THREE)) == [("note3", "marker", "note3")]


def test_a_count_that_begins_with_two_is_no_gap(tmp_path):
    """The files of the Human Rights Council count a title's asterisk as the first note."""
    assert found(document(tmp_path, "", "³", "", THREE)) == []


@pytest.mark.parametrize("lean", [False, True])
def test_they_are_stated_in_the_graph_and_in_a_store(tmp_path, lean):
    text = document(tmp_path, "¹", "", ONE, "")
    resolution = process(text).resolution
    make = assemble_lean if lean else assemble
    triples = set(make(text, resolution, load_authority()))
    node = "<https://w3id.org/recalling/doc/A/RES/74/84/en#note3>"
    said = {p.rpartition("#")[2].rstrip(">"): o for s, p, o in triples if s == node}
    assert said["lacks"] == '"both"'
    assert said["quote"] == '"1. Takes note of the report;"@en'
    assert any(s == said["inParagraph"] and o == '"op1"' for s, _, o in triples)
