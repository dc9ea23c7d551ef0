"""A thing that texts call by different kinds has one in the store, however the store came about."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from bulk_texts import everything, write_text

from recalling.graph import PREFIXES
from recalling.pipeline import Options, build_store, find_inputs
from recalling.store import statements_folder

ANNEX = "https://w3id.org/recalling/doc/A/RES/76/7#annex"
NOTE = "\n[^1]: Resolution 76/7, annex.\n"
AS_DOCUMENT = ", and welcoming the outcome of the meeting,[^1]"
AS_DECLARATION = " and the Bonn Declaration,[^1]"
AS_PLAN = " and the Bonn Plan of Action,[^1]"


def write(texts: Path, number: int, words: str) -> None:
    path = write_text(texts, number, words)
    path.write_text(path.read_text(encoding="utf-8") + NOTE, encoding="utf-8")


def build(texts: Path, store: Path) -> None:
    build_store(store, find_inputs([texts]), Options(), jobs=1, prune=True)


def said(store: Path, property_: str) -> set[str]:
    answers = ox.Store.read_only(str(statements_folder(store))).query(
        f"SELECT ?o {{ <{ANNEX}> {property_} ?o }}",
        prefixes=dict(PREFIXES),
        use_default_graph_as_union=True,
    )
    return {row["o"].value.replace("#", "/").rpartition("/")[2] for row in answers}


def kinds_of(folder: Path, *saying: str) -> set[str]:
    texts, store = folder / "texts", folder / "store"
    for number, words in enumerate(saying, 1):
        write(texts, number, words)
    build(texts, store)
    return said(store, "rec:kind")


def test_each_text_alone_has_its_own_kind(tmp_path):
    assert kinds_of(tmp_path / "a", AS_DOCUMENT) == {"document"}
    assert kinds_of(tmp_path / "b", AS_DECLARATION) == {"declaration"}


def test_the_kind_that_says_more_is_the_kind(tmp_path):
    assert kinds_of(tmp_path, AS_DOCUMENT, AS_DOCUMENT, AS_DECLARATION) == {"declaration"}
    assert said(tmp_path / "store", "a") == {"PolicyInstrument", "KnownFromCitation"}
    assert said(tmp_path / "store", "rec:adoptedBy") == {"ga"}
    assert said(tmp_path / "store", "rec:issuedBy") == set()


def test_of_two_that_say_as_much_most_texts_decide(tmp_path):
    assert kinds_of(tmp_path / "a", AS_DECLARATION, AS_PLAN, AS_PLAN) == {"plan-of-action"}
    assert kinds_of(tmp_path / "b", AS_PLAN, AS_PLAN, AS_DECLARATION, AS_DECLARATION) == {
        "declaration"
    }


@pytest.mark.parametrize("gone", ["1.txt", "2.txt"])
def test_what_was_set_aside_comes_back(tmp_path, gone):
    """With one of the two files gone, the store is that of the other alone."""
    texts, store = tmp_path / "texts", tmp_path / "store"
    write(texts, 1, AS_DOCUMENT)
    write(texts, 2, AS_DECLARATION)
    build(texts, store)
    assert said(store, "rec:kind") == {"declaration"}
    (texts / gone).unlink()
    build(texts, store)
    build(texts, tmp_path / "anew")
    assert everything(store) == everything(tmp_path / "anew")
    assert said(store, "rec:kind") == {"document" if gone == "2.txt" else "declaration"}
