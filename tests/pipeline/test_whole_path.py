"""The bundled resolution from its text to records and a graph, row by row against the tables read
by hand (../shared/gold), and the same text in other shapes."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
import rdflib

from recalling import pipeline
from recalling.api import Result
from recalling.readers import read_text

EXAMPLE = Path(__file__).resolve().parents[2] / "src/recalling/examples/A_RES_78_265.zh.txt"
REC = rdflib.Namespace("https://w3id.org/recalling/ontology#")
CITO = rdflib.Namespace("http://purl.org/spar/cito/")
_UNPRINTED = re.compile(r"[\s…《》“”]")


class Row(NamedTuple):
    """One row of the table of mentions, with what the table of instruments says of it."""

    paragraph: str
    verb: str
    function: str
    surface: str
    note: str
    instrument: dict[str, str]


def result_of(text: str) -> Result:
    document = read_text(text, "text.txt")
    return Result(pipeline.process(document))


@pytest.fixture(scope="module")
def result() -> Result:
    return result_of(EXAMPLE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def instruments(shared: Path) -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in table(shared / "gold" / "78-265.instruments.tsv")}


@pytest.fixture(scope="module")
def rows(shared: Path, instruments: dict[str, dict[str, str]]) -> list[Row]:
    return [
        Row(
            r["paragraph"],
            r["verb_zh"],
            r["function"],
            r["surface"],
            r["note"],
            instruments[r["instrument"]],
        )
        for r in table(shared / "gold" / "78-265.mentions.tsv")
    ]


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def bare(text: str) -> str:
    """Words without spaces and quotation marks: these differ between a table and a text."""
    return _UNPRINTED.sub("", text)


def test_every_mention_has_its_record(result: Result, rows: list[Row]) -> None:
    """Paragraph, verb, function, footnote, symbol, kind and words; and nothing else is there."""
    left = list(result.records)
    for row in rows:
        found = [
            r
            for r in left
            if r.paragraph == row.paragraph
            and (r.verb or "") == row.verb
            and (r.function or "") == row.function
            and (r.symbol or "") == row.instrument["symbol"]
            and str(r.note or "") == row.note
            and (bare(r.text) in bare(row.surface) or bare(row.surface) in bare(r.text))
        ]
        assert found, row
        left.remove(next((r for r in found if r.kind == row.instrument["kind"]), found[0]))
    assert left == []


def test_nothing_is_left_unresolved(result: Result) -> None:
    """In this document that list is empty."""
    assert [r for r in result.records if r.unresolved] == []


def test_two_names_of_one_thing_are_one(result: Result) -> None:
    """The 2030 Agenda, long, short, noted and numbered; and the Guiding Principles' two names."""
    agenda = [r.instrument for r in result.records if r.symbol == "A/RES/70/1"]
    assert len(agenda) == 6
    assert len(set(agenda)) == 1
    principles = {r.instrument for r in result.records if "工商企业与人权指导原则" in r.text}
    assert len(principles) == 1


def test_two_things_of_one_symbol_are_two(result: Result) -> None:
    """75/1 and the Declaration in it; 78/1 and the political declaration in its annex."""
    for symbol in ("A/RES/75/1", "A/RES/78/1", "A/HRC/17/31", "A/C.2/59/3"):
        assert len({r.instrument for r in result.records if r.symbol == symbol}) >= 2, symbol


def test_every_mention_has_its_citation_in_the_graph(result: Result, rows: list[Row]) -> None:
    """Looked up by SPARQL: paragraph, verb, function, and the symbol of what is cited."""
    graph = result.graph()
    for row in rows:
        if row.paragraph == "cover":
            continue
        fragment = row.paragraph.replace("(", "-").replace(")", "")
        where = [
            f"?c a cito:Citation ; rec:inParagraph <{expression(graph)}#{fragment}> ; "
            "cito:hasCitedEntity ?i .",
            f"?c rec:verb '{row.verb}'@zh ; rec:function/skos:prefLabel '{row.function}'@en ."
            if row.verb
            else "FILTER NOT EXISTS { ?c rec:verb ?v }",
        ]
        if symbol := row.instrument["symbol"]:
            where.append(f"?i dcterms:identifier|rec:symbol '{symbol}' .")
        if row.note:
            where.append(f"?c rec:footnote <{expression(graph)}#note{row.note}> .")
        assert graph.query(f"ASK {{ {' '.join(where)} }}").askAnswer, row


def test_the_draft_is_no_citation(result: Result) -> None:
    """A/78/L.49 is what it was adopted from."""
    graph = result.graph()
    work, draft = (
        rdflib.URIRef(f"https://w3id.org/recalling/doc/{s}") for s in ("A/RES/78/265", "A/78/L.49")
    )
    assert (work, REC.adoptedFrom, draft) in graph
    assert (work, CITO.cites, draft) not in graph


def test_relations_that_the_text_states(result: Result) -> None:
    """17/4 endorses the Guiding Principles; what stands in what."""
    graph = result.graph()
    base = "https://w3id.org/recalling/"
    council = rdflib.URIRef(f"{base}doc/A/HRC/RES/17/4")
    (principles,) = graph.objects(council, REC.endorses)
    assert (principles, REC.containedIn, rdflib.URIRef(f"{base}doc/A/HRC/17/31")) in graph
    for symbol in ("A/RES/78/1", "A/RES/75/1", "A/C.2/59/3", "A/60/687"):
        assert list(graph.subjects(REC.containedIn, rdflib.URIRef(f"{base}doc/{symbol}"))), symbol


def test_what_did_not_exist_yet_is_anticipated(result: Result) -> None:
    """The final report and the compact, and nothing else."""
    graph = result.graph()
    anticipated = set(graph.subjects(rdflib.RDF.type, REC.Anticipated))
    cited = {
        str(r.instrument) for r in result.records if bare(r.text) in {"最后报告", "全球数字契约"}
    }
    assert {str(a) for a in anticipated} == cited
    assert len(cited) == 2


def test_what_is_only_named_is_never_cited(result: Result) -> None:
    """Bodies, platforms, programmes, goals and events are mentioned."""
    graph = result.graph()
    named = {graph.value(m, REC.quote) for m in graph.subjects(rdflib.RDF.type, REC.EntityMention)}
    said = {bare(str(q)) for q in named}
    for words in (
        "人工智能造福人类",
        "国际电信联盟人工智能资料库",
        "准备情况评估方法",
        "伦理影响评估",
        "人工智能伦理问题全球论坛",
        "秘书长技术问题特使办公室",
        "可持续发展目标",
    ):
        assert any(words in q for q in said), words
    entities = set(graph.objects(None, REC.names)) & set(
        graph.subjects(rdflib.RDF.type, REC.Entity)
    )
    assert entities
    assert not entities & set(graph.objects(None, CITO.cites))


def expression(graph: rdflib.Graph) -> str:
    (one,) = graph.subjects(
        rdflib.RDF.type, rdflib.URIRef("http://purl.org/vocab/frbr/core#Expression")
    )
    return str(one)


# --- the same text in other shapes -------------------------------------------------------------

_NOTE = re.compile(r"^[¹²³⁴⁵⁶⁷⁸⁹⁰]+ [^\n]+\n", re.MULTILINE)
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def reflowed(text: str) -> str:
    """Every paragraph broken anew into lines of 37 signs, as another page width would."""
    blocks = re.split(r"(\n\s*\n)", text)
    return "".join(
        b if not b.strip() else "\n".join(b[i : i + 37] for i in range(0, len(b), 37))
        for b in (b.replace("\n", "") if b.strip() else b for b in blocks)
    )


def notes_at_the_end(text: str) -> str:
    """Footnotes taken out of the sentences that they interrupt and gathered behind the text."""
    notes = [n.strip() for n in _NOTE.findall(text)]
    body = _NOTE.sub("\n", text)
    # what a page break had cut apart is one paragraph again
    body = re.sub(r"(?<=[^\s。；，：\]¹²³⁴⁵⁶⁷⁸⁹⁰])\n\s*\n+(?=[^\s(0-9¹²³⁴⁵⁶⁷⁸⁹第大\[])", "", body)
    return body.rstrip() + "\n\n" + "\n\n".join(notes) + "\n"


def without_spaces(text: str) -> str:
    """No blank between Chinese and Latin signs or digits."""
    return re.sub(r"(?<=\S) (?=\S)", "", text)


def full_width(text: str) -> str:
    """Digits as wide as Chinese signs."""
    return text.translate(_FULL_WIDTH)


SHAPES: tuple[Callable[[str], str], ...] = (
    reflowed,
    notes_at_the_end,
    without_spaces,
    full_width,
    lambda text: full_width(without_spaces(reflowed(text))),
)


def cited(result: Result) -> Counter[tuple[str, str | None, str | None, int | str | None]]:
    return Counter((r.paragraph, r.instrument, r.function, r.note) for r in result.records)


@pytest.mark.parametrize("shape", SHAPES, ids=["reflowed", "notes", "spaces", "width", "all"])
def test_another_shape_of_the_text_cites_the_same(
    result: Result, shape: Callable[[str], str]
) -> None:
    """Paragraph, instrument, function and footnote of every mention."""
    given = EXAMPLE.read_text(encoding="utf-8")
    changed = shape(given)
    assert changed != given
    there, here = cited(result_of(changed)), cited(result)
    assert there - here == Counter()
    assert here - there == Counter()
