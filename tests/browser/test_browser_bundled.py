"""The page of the bundled resolution, A/RES/78/265 in Chinese, from its text to the browser.

What is expected here was read off the document.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest
from rdflib import Graph

import recalling

BASE = "https://w3id.org/recalling/"


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """The graph that `recalling build` makes of the bundled text."""
    folder = tmp_path_factory.mktemp("graphs")
    recalling.build(output=folder)
    return recalling.read_graph(folder)


@pytest.mark.parametrize(
    ("instrument", "paragraph", "verb", "words"),
    [
        ("instrument/charter-of-the-united-nations", "pp1", "重申", "《联合国宪章》"),
        ("instrument/geneva-plan-of-action", "pp3", "回顾", "《日内瓦行动计划》"),
        ("doc/A/RES/70/125", "pp3", "回顾", "70/125"),  # cut in two by a footnote and a page break
        ("doc/A/DEC/77/568", "op11", "回顾", "77/568"),
    ],
)
def test_the_sentence_behind_an_instrument(
    reader: Callable[..., Any],
    bundled: Graph,
    instrument: str,
    paragraph: str,
    verb: str,
    words: str,
) -> None:
    one = reader(bundled, f"sel={quote(BASE + instrument, safe='')}")
    assert one.text(".passage .label") == paragraph
    assert words in one.text(".passage mark")
    assert one.text(".passage .said") == verb


def test_the_agenda_is_found_in_every_form(reader: Callable[..., Any], bundled: Graph) -> None:
    """By number, by its long name and by its short one: five paragraphs and a note cite it."""
    one = reader(bundled, f"sel={quote(BASE + 'doc/A/RES/70/1', safe='')}")
    labels = one.page.locator(".passage .label").all_inner_texts()
    assert labels == ["pp2", "pp7", "op2", "op4(b)", "op13", "note10"]


def test_the_cover_stands_in_the_overview(reader: Callable[..., Any], bundled: Graph) -> None:
    one = reader(bundled)
    shown = one.text(".details")
    for fact in ("A/RES/78/265", "2024-03-21", "A/78/L.49", "A/78/PV.63", "General Assembly"):
        assert fact in shown
    assert one.text("#unresolved-count") == "0"
