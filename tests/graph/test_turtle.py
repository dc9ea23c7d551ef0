"""The Turtle that people read: every parser reads the same triples from it."""

from __future__ import annotations

import random
import shutil
import subprocess
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st

from recalling.graph import Triple, fragment, instrument_iri, ntriples, write_turtle
from recalling.graph.terms import day, integer, iri, literal

SAMPLE = Path(__file__).with_name("sample.ttl")

# labels and symbols on which parsers differ: dots at the end, brackets, slashes, colons, spaces
NASTY_KEYS = [
    "doc/A/RES/217(III)",
    "doc/A/CONF.151/26/Rev.1(Vol.I)",
    "doc/A/78/6 (Sect. 3)/Add.1",
    "doc/A/RES/78/1#annex",
    "doc/E.CN/1.",
    "doc/a:b/c",
    "doc//x",
    "doc/./x/..",
    "doc/Ж%20é",
    "instrument/x.",
    "instrument/-x-",
    "instrument/1-x",
    "treaty/I-30822",
]
NASTY_LABELS = ["op4(b)(ii)", "annex1:p3", "s2.op1", "B:op1", "note7", "pp2.", "é(1)", "_x", "-"]
NASTY_WORDS = [
    'say "so"',
    "back\\slash",
    "line\nline\r\tend",
    "\u2028\u2029\u0085\ufeff",
    "\x00\x1b\x7f",
    "'''\"\"\"",
    "\ud800",
    "决议，¹ \U0001f600",
    "قرار\u200f",
    "\\u0041 @en ^^<x>",
]


def as_set(source: bytes | str, format_: ox.RdfFormat) -> set[str]:
    return {
        str(ox.Triple(q.subject, q.predicate, q.object)) for q in ox.parse(source, format=format_)
    }


def whole(text: str) -> str:
    """`text` without halves of surrogate pairs."""
    return text.encode("utf-8", "ignore").decode()


def nasty_triples() -> list[Triple]:
    predicate = iri("http://x/p")
    triples: list[Triple] = []
    here = instrument_iri("doc/A/RES/1/1") + "/zh"
    work = iri(instrument_iri("doc/A/RES/1/1"))
    triples.append(
        (
            iri(here),
            iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"),
            iri("http://purl.org/vocab/frbr/core#Expression"),
        )
    )
    triples += [(work, predicate, iri(instrument_iri(key))) for key in NASTY_KEYS]
    triples += [(iri(instrument_iri(key)), predicate, work) for key in NASTY_KEYS]
    triples += [(iri(f"{here}#{fragment(label)}"), predicate, work) for label in NASTY_LABELS]
    triples += [(work, predicate, literal(words)) for words in NASTY_WORDS]
    triples += [(work, predicate, literal(words, "zh")) for words in NASTY_WORDS]
    triples += [(work, predicate, day(text)) for text in ("2015-09-25", "2015-09", "2015", "?")]
    triples += [(work, predicate, integer(number)) for number in (0, 7, -1, 10**20)]
    return triples


def sample_triples() -> list[Triple]:
    return [
        (str(q.subject), str(q.predicate), str(q.object))
        for q in ox.parse(path=str(SAMPLE), format=ox.RdfFormat.TURTLE)
    ]


@pytest.fixture(params=[nasty_triples, sample_triples], ids=["nasty", "sample"])
def triples(request) -> list[Triple]:
    return request.param()


def expected(triples: list[Triple]) -> set[str]:
    return as_set(ntriples(triples), ox.RdfFormat.N_TRIPLES)


def test_oxigraph_reads_what_was_written(triples):
    assert as_set(write_turtle(triples), ox.RdfFormat.TURTLE) == expected(triples)


def test_rdflib_reads_what_was_written(triples):
    graph = rdflib.Graph().parse(data=write_turtle(triples), format="turtle")
    read = as_set(graph.serialize(format="nt", encoding="utf-8"), ox.RdfFormat.N_TRIPLES)
    assert read == expected(triples)


@pytest.fixture(scope="session")
def n3() -> Path:
    """A folder in which node finds the package n3."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        pytest.skip("node and npm are not here: N3.js cannot be asked")
    roots = [Path.cwd(), Path.home() / ".cache" / "recalling-n3"]
    found = next((r for r in roots if (r / "node_modules" / "n3").is_dir()), None)
    if found is not None:
        return found
    roots[1].mkdir(parents=True, exist_ok=True)
    got = subprocess.run(
        ["npm", "install", "--no-save", "--silent", "n3@1"],
        cwd=roots[1],
        capture_output=True,
        timeout=120,
        check=False,
    )
    if got.returncode != 0:
        pytest.skip("the npm package n3 is not here and cannot be fetched")
    return roots[1]


def test_n3js_reads_what_was_written(triples, n3):
    program = """
        const N3 = require('n3');
        const quads = new N3.Parser().parse(require('fs').readFileSync(0, 'utf8'));
        const writer = new N3.Writer({format: 'N-Triples'});
        writer.addQuads(quads);
        writer.end((error, text) => process.stdout.write(text));
    """
    done = subprocess.run(
        ["node", "-e", program],
        cwd=n3,
        input=write_turtle(triples).encode(),
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert as_set(done.stdout, ox.RdfFormat.N_TRIPLES) == expected(triples)


def test_the_text_depends_on_the_set_alone(triples):
    again = [*triples, *triples[:5]]
    random.Random(7).shuffle(again)
    assert write_turtle(again) == write_turtle(triples)


def test_citations_stand_in_the_order_of_the_text():
    text = write_turtle(sample_triples())
    places = [
        "zh:cover-70-79 a", "zh:pp1-109-116 a", "zh:pp1-120-128 a", "zh:pp2-167-175 a",
        "zh:pp3-264-272 a", "zh:op4-b-352-360 a", "zh:note1-400-413 a",
    ]  # fmt: skip
    assert [text.index(place) for place in places] == sorted(text.index(p) for p in places)


def test_one_citation_is_read_at_a_glance():
    text = write_turtle(sample_triples())
    assert (
        "zh:pp2-167-175 a cito:Citation ;\n"
        "    cito:hasCitingEntity <doc/A/RES/99/1> ;\n"
        '    rec:verb "又重申"@zh ; rec:function fn:reaffirms ;\n'
        "    cito:hasCitedEntity <doc/A/RES/70/1> ;\n"
        '    rec:citedSymbol "A/RES/70/1" ;\n'
    ) in text


def test_a_blank_node_is_refused():
    with pytest.raises(ValueError, match="blank node"):
        write_turtle([("_:b", "<http://x/p>", "<http://x/o>")])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=12), st.text(max_size=20)), min_size=1, max_size=6))
def test_any_words_and_keys_come_back(pairs):
    made = [
        (
            iri(instrument_iri("doc/" + key.encode("utf-8", "ignore").decode())),
            "<http://x/p>",
            literal(words),
        )
        for key, words in pairs
    ]
    assert as_set(write_turtle(made), ox.RdfFormat.TURTLE) == expected(made)
