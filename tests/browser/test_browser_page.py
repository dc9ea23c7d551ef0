"""The page in a real browser with the network cut: what a reader does, and what they must see."""

from __future__ import annotations

import csv
import io
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from rdflib import Graph, Literal, URIRef

DOC = "https://w3id.org/recalling/doc/"
TITLE = URIRef("http://purl.org/dc/terms/title")
LABEL = URIRef("http://www.w3.org/2004/02/skos/core#prefLabel")
GENEVA = DOC + "A/RES/99/1/zh#pp2-201-211"
ROW = ".list .item"


def _row(one: Any, name: str) -> Any:
    return one.page.locator(ROW, has_text=name).first


def _download(one: Any, kind: str) -> bytes:
    one.page.click("#save summary")
    with one.page.expect_download() as waiting:
        one.page.click(f"[data-save={kind}]")
    return Path(waiting.value.path()).read_bytes()


def test_the_first_paint_is_the_final_one(one: Any) -> None:
    """Nothing moves after the page stands: two pictures a second apart are the same."""
    first = one.page.screenshot()
    one.page.wait_for_timeout(1000)
    assert one.page.screenshot() == first


def test_search_suggests_and_selects(one: Any) -> None:
    """A name in any language is found; arrow and Enter open it."""
    one.page.keyboard.press("/")
    one.page.keyboard.type("日内瓦")
    one.page.wait_for_selector("#suggestions [role=option]")
    assert one.text("#suggestions [role=option]").startswith("Geneva Declaration of Principles")
    one.page.keyboard.press("ArrowDown")
    assert one.page.get_attribute("#search", "aria-activedescendant") == "option-0"
    one.page.keyboard.press("Enter")
    assert one.text(".details h2") == "Geneva Declaration of Principles"


def test_typing_narrows_list_and_table(one: Any) -> None:
    one.page.fill("#search", "takes note")
    one.wait(lambda: one.page.locator(ROW).count() == 1)
    assert "A/HRC/RES/17/4" in one.text(ROW)


def test_a_row_shows_the_very_sentence(one: Any) -> None:
    """The citation is marked in its paragraph, the verb that governs it too; the note stands by."""
    _row(one, "Geneva Declaration").click()
    assert one.text(".passage mark") == "《日内瓦原则宣言》"
    assert one.text(".passage .said") == "回顾"
    assert one.text(".passage blockquote").startswith("又重申其2015年9月25日")
    assert one.text(".passage .label") == "pp2"
    assert one.text(".passage .note") == "Footnote 2 · 见A/C.2/59/3，附件。"
    assert one.page.get_attribute(".details a.out", "href") == ("https://docs.un.org/en/A/C.2/59/3")
    assert one.page.get_attribute(".passage blockquote", "lang") == "zh"


def _screen(one: Any, node: dict[str, Any]) -> tuple[float, float]:
    """Where a node stands on the screen when the view is at the origin, unscaled."""
    box = one.page.locator("#network").bounding_box()
    return box["x"] + box["width"] / 2 + node["x"], box["y"] + box["height"] / 2 + node["y"]


def test_a_click_on_an_edge_shows_its_sentence(one: Any) -> None:
    """The middle of the line between the document and the Charter is that citation."""
    one.open("at=0,0,1")
    data = one.data()
    charter = next(
        i for i, n in enumerate(data["nodes"]) if n["iri"].endswith("charter-of-the-united-nations")
    )
    citing = next(i for i, n in enumerate(data["nodes"]) if n["role"] == "citing")
    places = data["network"]["nodes"]
    (x1, y1), (x2, y2) = _screen(one, places[citing]), _screen(one, places[charter])
    one.page.mouse.click((x1 + x2) / 2, (y1 + y2) / 2)
    one.page.wait_for_selector(".passage mark")
    assert one.text(".passage mark") == "《联合国宪章》"
    one.page.mouse.click(x2, y2)
    one.wait(lambda: "charter-of-the-united-nations" in one.page.url)
    assert one.text(".details h2") == "Charter of the United Nations"


def test_filters_by_verb_kind_organ_and_year(one: Any) -> None:
    page = one.page
    rows = page.locator(ROW)
    everything = rows.count()
    page.click('[data-chip="fn:recalls"]')
    assert rows.count() == 3
    assert page.get_attribute('[data-chip="fn:recalls"]', "aria-pressed") == "true"
    assert "fn=recalls" in page.url
    assert one.text("#status") == "3 of 15 ties, 3 instruments and entities"
    page.click('.group[data-group="kind"] summary')
    page.click('[data-chip="kind:declaration"]')
    assert rows.count() == 2
    page.click("#clear")
    assert rows.count() == everything
    page.click('.group[data-group="body"] summary')
    page.click('[data-chip$="/body/hrc"]')
    assert [row.split("\n")[0] for row in rows.all_inner_texts()] == ["A/HRC/RES/17/4"]
    page.click("#clear")
    page.click('.group[data-group="year"] summary')
    page.fill("#year-from", "2010")
    page.fill("#year-to", "2020")
    one.wait(lambda: rows.count() == 2)
    assert all("2030 Agenda" in text for text in rows.all_inner_texts())


def test_mentioned_anticipated_and_draft_are_told_apart(one: Any) -> None:
    """What is no citation is under a heading of its own and says so."""
    page = one.page
    _row(one, "AI for Good").click()
    assert "mentioned, never cited" in one.text(".details")
    _row(one, "A/99/L.49").click()
    assert "not a citation" in one.text(".details")
    _row(one, "最后报告").click()
    assert "did not exist yet" in one.text(".details")
    page.click('[data-chip="hide:mentions"]')
    assert page.locator(ROW, has_text="AI for Good").count() == 0


def test_a_neighbourhood_of_chosen_depth(reader: Callable[..., Any], sample: Graph) -> None:
    """One step from the decision is the resolution that cites it; two, what that is tied to."""
    one = reader(sample, f"order=verb&sel={quote(DOC + 'A/DEC/77/568', safe='')}")
    one.page.select_option("#depth", "1")
    assert one.text("#status").startswith("1 of 17 ties")
    one.page.select_option("#depth", "2")
    assert one.text("#status").startswith("5 of 17 ties")
    one.page.select_option("#depth", "0")
    assert one.text("#status").startswith("17 of 17 ties")


def test_language_versions_are_counted_once(reader: Callable[..., Any], single: Graph) -> None:
    """The French text of a paragraph shows beside the Chinese one, and does not count again."""
    graph = Graph() + single
    for triple in single:
        if "99/1/zh#" in triple[0]:
            subject, predicate, value = (
                URIRef(term.replace("99/1/zh#", "99/1/fr#")) if isinstance(term, URIRef) else term
                for term in triple
            )
            if isinstance(value, Literal) and value.language:
                value = Literal(str(value), lang="fr")
            graph.add((subject, predicate, value))
    one = reader(graph, "lang=zh")
    assert one.text('[data-chip="fn:recalls"]').split() == ["回顾", "3"]
    _row(one, "日内瓦原则宣言").click()
    assert one.page.locator(".passage").count() == 2
    assert one.page.get_attribute(".passage blockquote", "lang") == "zh"


def test_a_link_restores_the_view(one: Any) -> None:
    page = one.page
    page.select_option("#language", "fr")
    page.click('[data-chip="fn:recalls"]')
    _row(one, "Geneva Declaration").click()
    page.click('[data-view="table"]')
    fragment = page.url.split("#", 1)[1]
    one.open(fragment)
    assert page.get_attribute("html", "lang") == "fr"
    assert page.get_attribute("body", "data-view") == "table"
    assert page.get_attribute('[data-chip="fn:recalls"]', "aria-pressed") == "true"
    assert one.text(".passage mark") == "《日内瓦原则宣言》"
    assert page.locator("#table-view tbody tr").count() == 3
    assert page.url.split("#", 1)[1] == fragment


def test_what_is_unresolved_says_why(one: Any) -> None:
    one.page.click('[data-view="unresolved"]')
    assert "The authority knows no instrument of this name" in one.text("#unresolved-view")
    one.page.click("#unresolved-view tbody button")
    assert one.text(".passage mark") == "《样例框架》"


def test_a_stated_relation_says_who_states_it(one: Any) -> None:
    """The Council's resolution endorses the Guiding Principles: the words of pp3 say so."""
    rows = one.page.locator(ROW, has_text="Guiding Principles")
    rows.filter(has_text="A/HRC/RES/17/4").click()
    shown = one.text(".details")
    assert "The text itself states: A/HRC/RES/17/4 — endorses →" in shown
    assert "人权理事会第17/4号决议核可了" in shown


def test_a_selection_leaves_the_list_where_it_was(one: Any) -> None:
    page = one.page
    page.set_viewport_size({"width": 1440, "height": 500})
    page.evaluate("document.querySelector('#side').scrollTop = 400")
    before = page.evaluate("document.querySelector('#side').scrollTop")
    assert before > 200
    page.evaluate("document.querySelectorAll('.list .item')[4].click()")
    assert page.evaluate("document.querySelector('#side').scrollTop") == before


def test_keys_lead_everywhere(one: Any) -> None:
    page = one.page
    page.keyboard.press("t")
    assert page.get_attribute("body", "data-view") == "table"
    page.keyboard.press("u")
    assert "《样例框架》" in one.text("#unresolved-view")
    page.keyboard.press("g")
    page.locator(ROW).first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert one.text(".details h2") == "2030 Agenda for Sustainable Development"
    assert page.evaluate("document.activeElement.classList.contains('item')")
    page.keyboard.press("Escape")
    assert page.locator("#back").count() == 0
    page.focus("#network")
    page.keyboard.press("ArrowRight")
    first = one.text(".details h2")
    page.keyboard.press("ArrowDown")
    assert one.text(".details h2") != first
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "details"
    page.keyboard.press("?")
    assert page.locator("dialog[open]").count() == 1
    page.keyboard.press("Escape")
    assert page.locator("dialog[open]").count() == 0


def test_everything_can_be_reached_with_tab(one: Any) -> None:
    page = one.page
    seen = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        seen.add(
            page.evaluate(
                "(e => e.id || e.dataset.view || e.dataset.chip || e.className)"
                "(document.activeElement)"
            )
        )
    assert {"search", "language", "table", "fn:recalls", "depth", "item", "network"} <= seen
    assert {"zoom-in", "help-open"} <= seen


def test_the_table_reads_row_by_row(one: Any) -> None:
    """A caption, a head cell for each column and row, an order that is announced."""
    page = one.page
    page.click('[data-view="table"]')
    assert "15 of 15 ties" in one.text("#table-view caption")
    assert page.locator("#table-view thead th[scope=col]").count() == 9
    assert page.locator("#table-view tbody th[scope=row]").count() == 15
    page.click('[data-sort="paragraph"]')
    assert page.get_attribute('th:has([data-sort="paragraph"])', "aria-sort") == "ascending"
    labels = page.locator("#table-view tbody tr td:first-child").all_inner_texts()
    assert labels == sorted(labels)
    page.click("#table-view tbody th button >> nth=3")
    assert page.locator(".passage blockquote").count() == 1


@pytest.mark.parametrize(
    ("language", "agenda", "direction"),
    [
        ("en", "2030 Agenda for Sustainable Development", "ltr"),
        ("zh", "2030年可持续发展议程", "ltr"),
        ("ar", "2030 Agenda for Sustainable Development", "rtl"),
        ("fr", "2030 Agenda for Sustainable Development", "ltr"),
        ("ru", "2030 Agenda for Sustainable Development", "ltr"),
        ("es", "2030 Agenda for Sustainable Development", "ltr"),
    ],
)
def test_six_languages(one: Any, language: str, agenda: str, direction: str) -> None:
    """Names in the reader's language where the graph has them; Arabic panels from the right."""
    page = one.page
    page.select_option("#language", language)
    assert page.get_attribute("html", "dir") == direction
    assert page.locator(ROW, has_text=agenda).count() >= 1
    sides = page.evaluate(
        "[...document.querySelectorAll('.side, .details')].map(e => e.getBoundingClientRect().x)"
    )
    assert (sides[0] > sides[1]) == (direction == "rtl")
    assert page.get_attribute("#network", "dir") == "ltr"
    _row(one, agenda).click()
    assert (
        page.evaluate("getComputedStyle(document.querySelector('blockquote')).direction") == "ltr"
    )


def test_the_table_as_csv(one: Any) -> None:
    rows = list(csv.DictReader(io.StringIO(_download(one, "csv").decode("utf-8-sig"))))
    assert len(rows) == 15
    row = next(r for r in rows if r["quote"] == "《世界人权宣言》")
    assert (row["symbol"], row["verb"], row["function"]) == ("A/RES/217(III)", "回顾", "recalls")
    assert row["footnote"] == "第217 A (III)号决议。"


def test_the_shown_graph_as_turtle(one: Any, sample: Graph) -> None:
    """Every triple of the download is a triple of the graph; filtered out is left out."""
    graph = Graph().parse(data=_download(one, "ttl").decode(), format="turtle")
    assert len(graph) > 150
    assert set(graph) <= set(sample)
    one.page.click('[data-chip="fn:recalls"]')
    fewer = Graph().parse(data=_download(one, "ttl").decode(), format="turtle")
    cited = URIRef("http://purl.org/spar/cito/hasCitedEntity")
    assert {str(o).rsplit("/", 1)[-1] for o in fewer.objects(None, cited)} == {
        "7", "geneva-declaration-of-principles", "universal-declaration-of-human-rights",
    }  # fmt: skip


@pytest.mark.parametrize("view", ["graph", "table"])
def test_the_graph_as_a_picture(one: Any, view: str) -> None:
    """Also from the table, where the graph itself is out of sight."""
    one.page.click(f'[data-view="{view}"]')
    picture = _download(one, "png")
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", picture[16:24])
    assert width > 600
    assert height > 600
    assert len(picture) > 20_000  # lines and names, not an empty ground


@pytest.mark.parametrize(
    "text",
    [
        "<script>document.title='owned'</script>",
        "\"onmouseover=\"alert(1)\" x=\"",
        "<img src=x onerror=alert(1)>",
        "</script><script>alert(1)</script>",
        "javascript:alert(1)",
    ],
)  # fmt: skip
def test_hostile_titles_stay_text(reader: Callable[..., Any], sample: Graph, text: str) -> None:
    """A title that is mark-up is shown as the signs that it consists of, everywhere."""
    graph = Graph() + sample
    for name in ("A/RES/70/1", "A/RES/99/1"):
        graph.set((URIRef(DOC + name), TITLE, Literal(text, lang="en")))
        graph.remove((URIRef(DOC + name), LABEL, None))
    one = reader(graph)
    page = one.page
    page.hover("#network")
    page.fill("#search", text[:8])
    page.wait_for_selector("#suggestions [role=option]")
    assert text in one.text("#suggestions")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert text in one.text(".details h2")
    page.click('[data-view="table"]')
    assert text in one.text("#table-view")
    assert page.title() == "What 2 documents cite"
    assert page.locator("img, [onmouseover], [onerror], a[href^='javascript']").count() == 0
    assert page.locator("script").count() == 3


def test_a_formula_in_a_title_is_disarmed(reader: Callable[..., Any], sample: Graph) -> None:
    graph = Graph() + sample
    graph.set((URIRef(DOC + "A/RES/70/1"), LABEL, Literal('=HYPERLINK("http://x")', lang="en")))
    rows = csv.DictReader(io.StringIO(_download(reader(graph), "csv").decode("utf-8-sig")))
    assert {r["name"] for r in rows if r["symbol"] == "A/RES/70/1"} == {'\'=HYPERLINK("http://x")'}


def test_a_telephone(reader: Callable[..., Any], sample: Graph) -> None:
    """On 390 pixels the list comes first, a row opens its sentence, nothing sticks out."""
    one = reader(sample, viewport={"width": 390, "height": 844}, has_touch=True)
    page = one.page
    assert page.get_attribute("body", "data-view") == "list"
    _row(one, "Geneva Declaration").tap()
    assert page.get_attribute("body", "data-view") == "details"
    assert one.text(".passage mark") == "《日内瓦原则宣言》"
    for view in ("list", "graph", "table", "unresolved", "details"):
        page.click(f'.views [data-view="{view}"]')
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_dark_and_light_follow_the_reader(reader: Callable[..., Any], sample: Graph) -> None:
    grounds = []
    for scheme in ("light", "dark"):
        one = reader(sample, color_scheme=scheme)
        grounds.append(
            one.page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g)")
        )
    assert min(map(int, grounds[0])) > 200
    assert max(map(int, grounds[1])) < 60


def test_thousands_of_nodes(reader: Callable[..., Any]) -> None:
    """Three thousand instruments: the page stands in seconds and search still answers."""
    lines = ["@prefix rec: <https://w3id.org/recalling/ontology#> ."]
    lines += ["@prefix cito: <http://purl.org/spar/cito/> ."]
    lines += ["@prefix dcterms: <http://purl.org/dc/terms/> ."]
    for at in range(9000):
        citing, cited = f"<{DOC}A/RES/60/{at % 200}>", f"<{DOC}A/RES/50/{at * 7 % 3000}>"
        lines.append(
            f"<{DOC}A/RES/60/{at % 200}/en#pp{at}> a cito:Citation ; "
            f"cito:hasCitingEntity {citing} ; cito:hasCitedEntity {cited} . "
            f'{cited} dcterms:identifier "A/RES/50/{at * 7 % 3000}" .'
        )
    one = reader(Graph().parse(data="\n".join(lines), format="turtle"))
    took = one.page.evaluate("performance.getEntriesByType('navigation')[0].domComplete")
    assert took < 15_000  # milliseconds; about 1,200 on two idle cores
    assert one.text("#status").startswith("9000 of 9000 ties")
    one.page.fill("#search", "A/RES/50/2999")
    one.wait(lambda: one.page.locator(ROW).count() == 1)
