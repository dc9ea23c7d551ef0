"""What patterns need, and that patterns tried only at their places find what `re` finds."""

from __future__ import annotations

import re
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recalling import extractors
from recalling.authority import load_authority
from recalling.extractors import find, pattern_tree
from recalling.extractors.locators import load_locators
from recalling.extractors.needs import endings, needs, openings
from recalling.extractors.number_grammar import number_grammar
from recalling.extractors.seeker import Holding, Seeker
from recalling.model import LANGUAGES, Document, Language
from recalling.readers import read_text

PIECES = ["its ", "the ", "Its ", "resolution", "Charter", " of ", "to", "70/1", " (", "a", "\n"]
#: patterns of the shapes that the grammars have
PATTERNS = [
    "its (?:resolution|Charter)",
    "[Ii]ts? ",
    "(?<!a)(?:the |its )?Charter(?: of)?",
    "(?:Charter|resolution){1,2} ?o",
    "(?i:its) a",
    r"\d\d/\d",
    "(?:a|)to",
    "(?!)",
]


@pytest.mark.parametrize("pattern", PATTERNS)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=12))
def test_every_match_holds_begins_and_ends_as_said(pattern: str, pieces: list[str]) -> None:
    for found in re.finditer(pattern, "".join(pieces)):
        for said, holds in (
            (needs(pattern), found[0].__contains__),
            (openings(pattern), found[0].startswith),
            (endings(pattern), found[0].endswith),
        ):
            assert said is None or any(holds(string) for string in said)


@given(pieces=st.lists(st.sampled_from(PIECES), max_size=12), at=st.integers(0, 9))
def test_a_seeker_finds_what_the_pattern_finds(pieces: list[str], at: int) -> None:
    text = "".join(pieces)
    seeker = Seeker(PATTERNS)
    expected = [m.span() for m in seeker.pattern.finditer(text, at, len(text) - 1)]
    assert [m.span() for m in seeker.finditer(text, at, len(text) - 1)] == expected


def test_a_pattern_that_matches_nowhere_is_held_by_nothing() -> None:
    assert needs("(?!)") == frozenset()
    assert not Holding(["(?!)"]).by("anything")
    assert Holding([r"\w+"]).by("")


def few(dev: Path, language: Language) -> list[Document]:
    """Some documents of the texts at hand, paged ones among them."""
    paths = sorted(dev.glob(f"*.{language}*.txt"))[::80]
    return [read_text(path.read_text(encoding="utf-8"), path.name, language) for path in paths]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_finder_finds_nothing_where_it_is_not_sent(
    dev: Path, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents, authority = few(dev, language), load_authority()
    sent = [find(document, authority) for document in documents]
    every = extractors.Work(tuple(finder for finder, _ in extractors.FINDERS))
    monkeypatch.setattr(extractors, "_due", lambda context: [every] * len(context.sheet.paragraphs))
    assert [find(document, authority) for document in documents] == sent


@pytest.mark.parametrize("language", LANGUAGES)
def test_cues_and_locators_are_those_of_the_plain_patterns(dev: Path, language: Language) -> None:
    seekers = (number_grammar(language).cue, load_locators(language).hint)
    for document in few(dev, language):
        for seeker, paragraph in product(seekers, document.paragraphs):
            text = paragraph.flow.text
            expected = [m.span() for m in seeker.pattern.finditer(text)]
            assert [m.span() for m in seeker.finditer(text, 0, len(text))] == expected


def test_a_pattern_that_is_not_read_may_match_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    """So it is on a Python whose `re` shows its parser to nobody, or shows another one."""
    for parse in (None, lambda pattern: pattern):
        monkeypatch.setattr(pattern_tree, "_PARSE", parse)
        assert pattern_tree.read_pattern("its") is None


def test_a_pattern_that_ignores_case_is_not_read() -> None:
    assert pattern_tree.read_pattern("its") is not None
    assert pattern_tree.read_pattern("(?i)its") is None


_UNREAD = """
import sys
from importlib import resources
import recalling
from recalling.extractors import pattern_tree
if sys.argv[1] == "unread":
    pattern_tree._PARSE = None
text = resources.files("recalling") / "examples" / "A_RES_78_265.zh.txt"
for record in recalling.extract(str(text)).records:
    print(record)
"""


def test_the_same_is_found_when_no_pattern_can_be_read() -> None:
    """In processes of their own: grammars are read once in each."""
    read, unread = (
        subprocess.run(
            [sys.executable, "-c", _UNREAD, how], capture_output=True, text=True, check=True
        ).stdout
        for how in ("read", "unread")
    )
    assert read.count("\n") > 40
    assert unread == read
