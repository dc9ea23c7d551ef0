"""Pages of very many things about one, and pages on paper: nothing is left out for good."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pypdfium2
import pytest
from rdflib import Graph

DOC = "https://w3id.org/recalling/doc/"
ROW = ".list .item"
CITING = 180
_VERBS = {"reaffirms": "Reaffirming", "recalls": "Recalling", "requests": "Requests"}


@pytest.fixture(scope="module")
def crowd() -> Graph:
    """Resolutions that cite one: a third reaffirms, a third recalls, a third requests."""
    lines = ["@prefix rec: <https://w3id.org/recalling/ontology#> ."]
    lines += ["@prefix cito: <http://purl.org/spar/cito/> ."]
    lines += ["@prefix dcterms: <http://purl.org/dc/terms/> ."]
    lines += [f'<{DOC}A/RES/50/1> dcterms:identifier "A/RES/50/1" ; dcterms:title "The one"@en .']
    for at in range(CITING):
        function, verb = list(_VERBS.items())[at % 3]
        work, text = f"<{DOC}A/RES/60/{at}>", f"{DOC}A/RES/60/{at}/en"
        lines.append(
            f'{work} dcterms:identifier "A/RES/60/{at}" ; dcterms:title "Item {at}"@en .'
            f'<{text}#pp1> a rec:Paragraph ; rec:label "pp1" ; rec:start 0 ; rec:end 40 ;'
            f' rec:text "{verb} its resolution 50/1 on item {at},"@en .'
            f"<{text}#pp1-0-9> a cito:Citation ; cito:hasCitingEntity {work} ;"
            f" cito:hasCitedEntity <{DOC}A/RES/50/1> ; rec:inParagraph <{text}#pp1> ;"
            f' rec:function <https://w3id.org/recalling/function/{function}> ; rec:verb "{verb}" .'
        )
    return Graph().parse(data="\n".join(lines), format="turtle")


def test_many_about_one_are_listed_by_verb(reader: Callable[..., Any], crowd: Graph) -> None:
    """The rows are the documents that cite, under their verbs; the panel is of what they cite."""
    one = reader(crowd)
    assert one.text(".details h2") == "The one"
    assert "Documents that cite\n180" in one.text(".details")
    assert one.page.locator(".list h2").all_inner_texts() == [
        "reaffirms\n60", "recalls\n60", "requests\n60",
    ]  # fmt: skip
    assert one.page.locator(ROW).count() == CITING
    assert one.text(ROW).startswith("Item 0\nA/RES/60/0")
    one.page.click('[data-chip="fn:requests"]')
    assert one.page.locator(ROW).count() == 60
    symbol = one.text(ROW).split()[2]
    one.page.locator(ROW).first.click()
    assert one.text(".passage .verb") == "requests"
    assert one.text(".passage .label") == f"{symbol} pp1"


def test_nothing_of_a_crowd_is_left_out(reader: Callable[..., Any], crowd: Graph) -> None:
    """Thirty passages stand in the panel; a press for more goes on, and on to the last."""
    page = reader(crowd, f"sel={quote(DOC + 'A/RES/50/1', safe='')}").page
    assert page.locator(".passage").count() == 30
    assert page.inner_text(".details .more") == "Show more (150)"
    page.click(".details .more")
    assert page.locator(".passage").count() == 60
    assert page.evaluate("document.activeElement === document.querySelectorAll('.passage')[30]")
    while page.locator(".details .more").count():
        page.click(".details .more")
    assert page.locator(".passage").count() == CITING


def test_each_of_a_crowd_can_be_clicked(reader: Callable[..., Any], crowd: Graph) -> None:
    """No node stands on another, and where one stands a click selects it."""
    one = reader(crowd, "at=0,0,1")
    data = one.data()
    places = data["network"]["nodes"]
    assert len({(place["x"], place["y"]) for place in places}) == CITING + 1
    box = one.page.locator("#network").bounding_box()
    for at, place in enumerate(places):
        if abs(place["x"]) < 200 and abs(place["y"]) < 200 and data["nodes"][at]["side"] == "close":
            one.page.mouse.click(
                box["x"] + box["width"] / 2 + place["x"], box["y"] + box["height"] / 2 + place["y"]
            )
            one.wait(lambda at=at: one.text(".details h2") == data["nodes"][at]["titles"]["en"])


def _printed(page: Any, path: Path) -> str:
    page.pdf(path=path)
    paper = pypdfium2.PdfDocument(path)
    try:
        # how the letters of a line hang together is the reader's guess, so without spaces
        return "".join("".join(s.get_textpage().get_text_range() for s in paper).split())
    finally:
        paper.close()


def test_a_table_is_printed_to_its_last_row(
    reader: Callable[..., Any], crowd: Graph, tmp_path: Path
) -> None:
    said = _printed(reader(crowd, "view=table").page, tmp_path / "table.pdf")
    assert all(f"A/RES/60/{at}pp1" in said for at in range(CITING))
    assert "Showmore" not in said


def test_paper_is_white(reader: Callable[..., Any], sample: Graph, tmp_path: Path) -> None:
    """A dark page is printed with the colours of the light one, the sentence with its note."""
    geneva = quote(DOC + "A/RES/99/1/zh#pp2-201-211", safe="")
    page = reader(sample, f"sel={geneva}", color_scheme="dark").page
    dark = page.evaluate("getComputedStyle(document.body).color")
    said = _printed(page, tmp_path / "page.pdf")
    assert "日内瓦原则宣言" in said
    page.emulate_media(media="print", color_scheme="dark")
    assert dark == "rgb(233, 236, 239)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(27, 31, 36)"
