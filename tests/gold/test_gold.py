"""The gold of what no editor linked: well formed, and reached where the corpus is at hand."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from recalling.model import LANGUAGES

_HERE = Path(__file__).parent
_SCORER = _HERE.parents[1] / "tools" / "score_gold.py"


@pytest.mark.parametrize("language", LANGUAGES)
def test_fifty_short_passages_a_language(language: str) -> None:
    """Quotations have at most 300 characters, and every span holds the words it names."""
    lines = (_HERE / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
    passages = [json.loads(line) for line in lines]
    assert len(passages) == 50
    for passage in passages:
        assert passage["language"] == language
        assert len(passage["quote"]) <= 300
        for citation in passage["citations"]:
            assert passage["quote"][citation["start"] : citation["end"]] == citation["text"]
            assert citation["identity"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("folder", "count"),
    [("held-out", 10), ("held-out-2", 10), ("held-out-3", 20), ("held-out-4", 10)],
)
def test_ten_or_twenty_a_language_are_held_out(folder: str, count: int, language: str) -> None:
    """Every span holds the words it names."""
    passages = _passages(_HERE / folder, language)
    assert len(passages) == count
    for passage in passages:
        for citation in passage["citations"]:
            assert passage["quote"][citation["start"] : citation["end"]] == citation["text"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_later_held_out_passages_were_never_seen(language: str) -> None:
    """No passage of them stands in what came before."""
    folders = [_HERE, *(_HERE / f"held-out{later}" for later in ("", "-2", "-3"))]
    seen = [{p["quote"] for p in _passages(folder, language)} for folder in folders]
    assert seen[2].isdisjoint(seen[0] | seen[1])
    assert seen[3].isdisjoint(seen[0] | seen[1] | seen[2])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plain_sample_holds_places_never_seen(language: str) -> None:
    """The same words stand in many places ("Ibid."), so that not they but their places are new."""
    folders = [_HERE, *(_HERE / f"held-out{later}" for later in ("", "-2", "-3", "-4"))]
    *seen, last = (
        {(p["symbol"], p["paragraph"]) for p in _passages(folder, language)} for folder in folders
    )
    assert last.isdisjoint(set().union(*seen))


def _passages(folder: Path, language: str) -> list[dict[str, Any]]:
    lines = (folder / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_the_program_reads_them() -> None:
    """At least 90 in 100 are found, at most one in 100 is wrong and two are false."""
    corpus = os.environ.get("RECALLING_CORPUS")
    if corpus is None:
        pytest.skip("RECALLING_CORPUS names no folder of official files")
    result = subprocess.run(
        [sys.executable, str(_SCORER), corpus, "--json"], capture_output=True, check=True, text=True
    )
    figures = json.loads(result.stdout)["all"]
    assert figures["recall"] >= 90
    assert figures["precision"] >= 97
    assert figures["wrong"] <= 3
