"""What a store knows from citations only is marked, and no longer when its text comes."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
from bulk_texts import write_text

from recalling.pipeline import Options, build_store, find_inputs
from recalling.store import statements_folder

BASE = "https://w3id.org/recalling/doc/"
MARKED = """
SELECT ?x { GRAPH <https://w3id.org/recalling/graph/known-from-citations> {
  ?x a <https://w3id.org/recalling/ontology#KnownFromCitation> } }
"""


def marked(store: Path) -> set[str]:
    answers = ox.Store.read_only(str(statements_folder(store))).query(MARKED)
    return {row["x"].value.removeprefix(BASE) for row in answers}


def test_the_mark_goes_when_the_text_comes(tmp_path: Path) -> None:
    """79/1 cites 79/2; the 2030 Agenda is the authority's, whatever text is here."""
    texts, store = tmp_path / "texts", tmp_path / "store"
    write_text(texts, 1, " and resolution 79/2 of 12 December 2024")
    build_store(store, find_inputs([texts]), Options(), jobs=1)
    assert marked(store) == {"A/RES/79/2"}
    write_text(texts, 2, " and resolution 78/3 of 5 December 2023")
    build_store(store, find_inputs([texts]), Options(), jobs=1)
    assert marked(store) == {"A/RES/78/3"}


TITLES = """
SELECT ?t { GRAPH <https://w3id.org/recalling/graph/known-from-citations> {
  <https://w3id.org/recalling/doc/A/RES/79/2>
    <https://w3id.org/recalling/ontology#statedTitle> ?t } }
"""
OWN = """
SELECT ?t { <https://w3id.org/recalling/doc/A/RES/79/2> <http://purl.org/dc/terms/title> ?t }
"""


def asked(store: Path, query: str) -> list[str]:
    answers = ox.Store.read_only(str(statements_folder(store))).query(query)
    return [row["t"].value for row in answers]


def test_the_title_that_most_citations_state_stands_in_for_its_own(tmp_path: Path) -> None:
    texts, store = tmp_path / "texts", tmp_path / "store"
    for number, title in ((1, "A matter"), (3, "Another matter"), (4, "Another matter")):
        write_text(texts, number, f" and resolution 79/2 of 12 December 2024, entitled “{title}”")
    build_store(store, find_inputs([texts]), Options(), jobs=1)
    assert (asked(store, TITLES), asked(store, OWN)) == (["Another matter"], [])
    write_text(texts, 2)
    build_store(store, find_inputs([texts]), Options(), jobs=1)
    assert (asked(store, TITLES), asked(store, OWN)) == ([], ["Matter 2"])


def test_the_title_of_a_part_is_not_that_of_the_whole(tmp_path: Path) -> None:
    """49/75 C is "Transparency in armaments"; 49/75 has twenty parts."""
    texts, store = tmp_path / "texts", tmp_path / "store"
    write_text(texts, 1, " and resolution 79/2 B of 12 December 2024, entitled “A matter”")
    build_store(store, find_inputs([texts]), Options(), jobs=1)
    assert (marked(store), asked(store, TITLES)) == ({"A/RES/79/2"}, [])
