"""The view says what the sample graph says: its nodes, its ties, and where the words stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rdflib import RDFS, Dataset, Graph, Literal, URIRef

from recalling.render.marks import place_marks
from recalling.render.view import read_view

BASE = "https://w3id.org/recalling/"


def test_roles(sample: Graph) -> None:
    """Two documents cite; a platform that is only named is an entity; the meeting is no node."""
    roles = {node.iri.removeprefix(BASE): node.role for node in read_view(sample).nodes}
    assert roles["doc/A/RES/99/1"] == "citing"
    assert roles["doc/A/RES/98/7"] == "citing"
    assert roles["instrument/charter-of-the-united-nations"] == "cited"
    assert roles["entity/ai-for-good"] == "entity"
    assert "doc/A/99/PV.63" not in roles


def test_node_facts(sample: Graph) -> None:
    """A declaration in an annex has the document's symbol and link, but is not that document."""
    nodes = {node.iri.removeprefix(BASE): node for node in read_view(sample).nodes}
    geneva = nodes["instrument/geneva-declaration-of-principles"]
    assert (geneva.symbol, geneva.identified, geneva.part) == ("A/C.2/59/3", False, "annex")
    assert geneva.link == "https://docs.un.org/zh/A/C.2/59/3"
    assert geneva.labels["zh"] == "日内瓦原则宣言"
    agenda = nodes["doc/A/RES/70/1"]
    assert (agenda.year, agenda.cited, agenda.identified) == (2015, 3, True)
    assert nodes["report/hlab-ai/final"].anticipated
    assert ("committee", {"en": "Second Committee"}) in nodes["doc/A/RES/98/7"].facts
    assert ("meeting", {"": "A/99/PV.63"}) in nodes["doc/A/RES/99/1"].facts


def test_ties_carry_their_evidence(sample: Graph) -> None:
    """A tie's mark is the place of its words in its passage, its note the footnote's text."""
    view = read_view(sample)
    passages = {p.iri: p for p in view.passages}
    ties = {t.iri.removeprefix(BASE): t for t in view.ties}
    tie = ties["doc/A/RES/99/1/zh#pp2-201-211"]
    assert (tie.function, tie.verb, tie.label) == ("recalls", "回顾", "pp2")
    assert tie.mark is not None
    assert passages[tie.passage].text[slice(*tie.mark)] == "《日内瓦原则宣言》"
    assert passages[tie.footnote].text == "见A/C.2/59/3，附件。"
    assert ties["doc/A/RES/99/1/zh#cover-70-79"].tie == "adopted-from"
    assert ties["doc/A/RES/99/1/zh#pp3-245-255"].tie == "mentions"
    stated = ties["doc/A/RES/99/1/zh#pp3-states-endorses-1"]
    assert (stated.tie, stated.function) == ("states", "endorses")
    assert stated.citing == BASE + "doc/A/HRC/RES/17/4"


def test_six_versions_of_a_text_cite_once(sample: Graph) -> None:
    """A French text of the same resolution with the same citation does not make it two."""
    graph = Graph() + sample
    english, french = (URIRef(BASE + f"doc/A/RES/98/7/{tag}#pp1-64-103") for tag in ("en", "fr"))
    for _, predicate, value in sample.triples((english, None, None)):
        if isinstance(value, Literal) and value.language:
            value = Literal(str(value), lang="fr")
        graph.add((french, predicate, value))
    nodes = {node.iri.removeprefix(BASE): node for node in read_view(graph).nodes}
    assert nodes["doc/A/RES/70/1"].cited == 3


def test_a_link_is_never_a_script(sample: Graph) -> None:
    graph = Graph() + sample
    agenda = URIRef(BASE + "doc/A/RES/70/1")
    graph.set((agenda, RDFS.seeAlso, URIRef("javascript:alert(1)")))
    nodes = {node.iri: node for node in read_view(graph).nodes}
    assert nodes[str(agenda)].link == ""


def test_unresolved_keep_their_reason(sample: Graph) -> None:
    (loose,) = read_view(sample).unresolved
    assert (loose.reason, loose.quote, loose.label) == ("unknown-name", "《样例框架》", "pp3")
    assert loose.sentence.startswith("The authority knows no instrument")


def test_a_dataset_reads_like_a_graph(sample: Graph) -> None:
    dataset = Dataset()
    for at, triple in enumerate(sample):
        dataset.graph(f"urn:part:{at % 3}").add(triple)
    assert read_view(dataset) == read_view(sample)


def test_a_graph_of_something_else_is_empty() -> None:
    other = Graph().parse(data="<urn:a> <urn:b> 'c' .", format="turtle")
    view = read_view(other)
    assert (view.nodes, view.ties, view.unresolved) == ((), (), ())


def test_marks_of_words_that_occur_twice() -> None:
    """Words that occur twice are told apart by the offsets of what stands once."""
    text = "Recalling resolution 70/1, its annex, resolution 71/2 and again resolution 70/1."
    first, second = text.index("resolution 70/1"), text.rindex("resolution 70/1")
    marks = place_marks(
        [
            ("b", "p", "resolution 70/1", 900 + second, ""),  # a footnote of 400 signs lay between
            ("c", "p", "resolution 71/2", 900 + text.index("resolution 71/2"), ""),
            ("a", "p", "resolution 70/1", 500 + first, ""),
        ],
        {"p": (text, 500, 900 + len(text))},
    )
    assert marks["a"][0] == first
    assert marks["b"][0] == second


@given(st.text(max_size=60), st.lists(st.text(max_size=4), max_size=5), st.integers(0, 99))
def test_marks_are_the_words(text: str, quotes: list[str], at: int) -> None:
    mentions = [(str(i), "p", quote, at + i, "") for i, quote in enumerate(quotes)]
    marks = place_marks(mentions, {"p": (text, 0, len(text))})
    for name, _, quote, _, _ in mentions:
        if name in marks:
            start, end = marks[name]
            assert text[start:end] == quote
        else:
            assert not quote or quote not in text
