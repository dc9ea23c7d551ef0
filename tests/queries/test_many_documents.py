"""The packaged queries on many documents say what the commands say of the same graph."""

from __future__ import annotations

from pathlib import Path

import pytest

from recalling.analysis import compare, lineage, open_corpus, review, statistics, write_review
from recalling.analysis.ranking import rank, write_ranking
from recalling.pipeline import Options, build_store, find_inputs
from recalling.store import (
    load_graph,
    packaged_query,
    run_query,
    statements_folder,
    to_rdflib,
)
from recalling.store.packaged import bind

EXAMPLE = Path(__file__).resolve().parents[2] / "src/recalling/examples/A_RES_78_265.zh.txt"
MOUNTAINS = "Sustainable mountain development"


@pytest.fixture
def path(made, tmp_path):
    """77/172 cites 74/227, which cites 53/24: mountains; and 2663 (2022), with slips."""
    made.document("A/RES/77/172", date="2022-12-14", title=MOUNTAINS)
    made.document("A/RES/74/227", date="2019-12-19", title=MOUNTAINS)
    made.document("S/RES/2663(2022)", date="2022-11-30", organ="sc", languages=["en", "ru"])
    made.cite("A/RES/77/172", "A/RES/74/227", "74/227", function="reaffirms", date="2019-12-12")
    made.cite("A/RES/77/172", "A/RES/70/1", "70/1")
    made.cite("A/RES/77/172", "A/RES/71/256", "71/256", languages=["ar", "en", "es", "fr", "zh"])
    made.cite("A/RES/74/227", "A/RES/53/24", "53/24", date="1998-11-10")
    made.cite("A/RES/74/227", "A/RES/70/1", "70/1", function="reaffirms", languages=["en"])
    made.cite(
        "S/RES/2663(2022)", "S/RES/1989(2011)", "1989 (2011)", languages=["en"],
        linked="S/RES/1988(2011)",
    )  # fmt: skip
    made.cite("S/RES/2663(2022)", "S/RES/1989(2001)", "1989 (2001)", languages=["en"])
    made.lines.append('<https://w3id.org/recalling/doc/A/RES/77/172/fr> rec:digest "other" .')
    for symbol, name in (("70/1", "2030 Agenda"), ("71/256", "New Urban Agenda")):
        made.lines.append(
            f'<https://w3id.org/recalling/doc/A/RES/{symbol}> skos:prefLabel "{name}"@en .'
        )
    text = "https://w3id.org/recalling/doc/A/RES/77/172/en"
    made.lines += [
        '<https://w3id.org/recalling/doc/A/RES/53/24> dcterms:date "1998-11-10"^^xsd:date .',
        f'<{text}#note3> a rec:BrokenNote ; rec:label "note3" ; rec:lacks "words" ; '
        f'rec:inParagraph <{text}#pp1> ; rec:quote "Agenda,"@en .',
        f"<{text}> frbr:realizationOf <https://w3id.org/recalling/doc/A/RES/77/172> .",
        f'<{text}#pp1-90-99> a rec:Unresolved ; rec:quote "the  Framework"@en ; '
        'rec:reason "unknown-name" ; '
        "rec:citingWork <https://w3id.org/recalling/doc/A/RES/77/172> ; "
        f"rec:inParagraph <{text}#pp1> .",
    ]
    for language in ("ar", "es", "fr", "ru", "zh"):
        made.lines.append(
            f"<https://w3id.org/recalling/doc/A/RES/77/172/{language}> "
            "frbr:realizationOf <https://w3id.org/recalling/doc/A/RES/77/172> ."
        )
    return made.write(tmp_path)


@pytest.fixture
def corpus(path):
    return open_corpus(path)


def asked(path: Path, name: str, *columns: str, **parameters: str) -> list[tuple[str, ...]]:
    """The rows of a packaged query in these columns, which rdflib must find too."""
    text = packaged_query(name).text
    found = run_query(text, load_graph(path), parameters)
    picked = [found.variables.index(column) for column in columns]
    rows = [tuple(row[at] for at in picked) for row in found.texts()]
    again = to_rdflib(path).query(bind(text, parameters))
    assert sorted(rows) == sorted(tuple(str(row[column]) for column in columns) for row in again)
    return rows


def counts(rows) -> set[tuple[str, str]]:
    return {(one.what, str(one.count)) for one in rows}


def test_sizes_are_those_of_stats(path, corpus):
    found = statistics(corpus)
    rows = set(asked(path, "sizes", "what", "count"))
    assert rows == counts(found.size) | counts(found.coverage[:1])
    assert ("citations identified", "26") in rows


def test_what_is_cited_and_reaffirmed_most_is_that_of_stats(path, corpus):
    found = statistics(corpus)
    assert set(asked(path, "most-cited", "symbol", "documents")) == counts(found.most_cited)
    assert set(asked(path, "most-reaffirmed", "symbol", "documents")) == counts(
        found.most_reaffirmed
    )
    assert asked(path, "most-cited", "symbol", least="2") == [("A/RES/70/1",)]


def test_years_organs_verbs_and_names_are_those_of_stats(path, corpus):
    found = statistics(corpus)
    assert set(asked(path, "by-year", "year", "documents")) >= {("2019", "1")}
    organs = {
        (body.rpartition("/")[2], n) for body, n in asked(path, "by-organ", "body", "documents")
    }
    assert organs == {("ga", "2"), ("sc", "1")}
    assert {n for _, n in counts(found.organs)} == {n for _, n in organs}
    verbs = asked(path, "verbs", "concept", "citations")
    assert {(c.rpartition("/")[2], n) for c, n in verbs} == counts(found.verbs)
    assert set(asked(path, "unresolved-names", "words", "documents")) == counts(found.unresolved)
    assert asked(path, "unresolved-names", "words") == [("the Framework",)]


def test_what_rests_on_it_the_oldest_and_the_series_are_those_of_lineage(path, corpus):
    found = lineage(corpus, "A/RES/53/24", steps=9)
    assert {row[0] for row in asked(path, "rested-on-by", "symbol", instrument="A/RES/53/24")} == {
        step.document for step in found.rested_on_by
    }
    found = lineage(corpus, "A/RES/77/172", steps=9)
    assert asked(path, "oldest", "symbol", "date", document="A/RES/77/172")[0] == (
        found.oldest[-1].document,
        found.oldest[-1].date,
    )
    ties = {(step.document, step.through) for step in found.series if step.through}
    assert set(asked(path, "series", "later", "earlier", document="A/RES/77/172")) == ties


def test_two_documents_differ_as_in_compare(path, corpus):
    rows = asked(path, "compare", "symbol", "differs", first="A/RES/77/172", second="A/RES/74/227")
    found = compare(corpus, "A/RES/77/172", "A/RES/74/227")
    assert set(rows) == {(one.cited, one.what) for one in found}
    assert ("A/RES/70/1", "verb") in rows


def test_two_languages_differ_as_in_compare(path, corpus):
    rows = asked(
        path, "compare-languages", "symbol", "differs", "paragraph",
        document="A/RES/77/172", first="en", second="ru",
    )  # fmt: skip
    found = compare(corpus, "A/RES/77/172/en", "A/RES/77/172/ru")
    assert rows == [("A/RES/71/256", "only the first", "pp1")]
    assert [(one.cited, one.what) for one in found] == [("A/RES/71/256", "only the first")]


@pytest.mark.parametrize(
    ("name", "kind", "columns", "parameters", "expected"),
    [
        (
            "broken-notes", "note", ("document", "note", "lacks"), {},
            ("A/RES/77/172", "note3", "words"),
        ),
        ("repeated-texts", "repeated", ("document", "language"), {}, ("A/RES/77/172", "fr")),
        (
            "disagreeing-links", "link", ("document", "quote", "link"), {},
            ("S/RES/2663(2022)", "1989 (2011)", "S/RES/1988(2011)"),
        ),
        (
            "other-dates", "date", ("symbol", "stated", "own"), {},
            ("A/RES/74/227", "2019-12-12", "2019-12-19"),
        ),
        (
            "missing-languages", "language", ("document", "language", "symbol"),
            {"document": "A/RES/77/172"}, ("A/RES/77/172", "ru", "A/RES/71/256"),
        ),
    ],
)  # fmt: skip
def test_what_an_editor_should_look_at(path, corpus, name, kind, columns, parameters, expected):
    rows = set(asked(path, name, *columns, **parameters))
    assert rows == {expected}
    assert {one.document for one in review(corpus, [kind])} == (
        {"A/RES/77/172"} if name != "disagreeing-links" else {"S/RES/2663(2022)"}
    )


def test_numbers_with_two_years(path):
    rows = asked(path, "wrong-years", "number", "symbol", "document")
    assert rows == [
        ("1989", "S/RES/1989(2001)", "S/RES/2663(2022)"),
        ("1989", "S/RES/1989(2011)", "S/RES/2663(2022)"),
    ]


def test_two_instruments_that_are_cited_together_have_names(made, tmp_path):
    """The authority's name stands before a title, and that before what citations state."""
    agenda, urban = (f"<https://w3id.org/recalling/doc/A/RES/{n}>" for n in ("70/1", "71/256"))
    made.lines += [
        f"<urn:pair> a rec:CoCitation ; rec:citedByDocuments 7 ; rec:pairs {agenda} , {urban} .",
        f'{agenda} skos:prefLabel "2030 Agenda"@en , "2030年议程"@zh ; '
        'dcterms:title "Transforming our world"@en , "Transformar nuestro mundo"@es .',
        f'{urban} rec:statedTitle "Urban Agenda"@en , "Nouveau Programme"@fr ; '
        'dcterms:title "New Urban Agenda"@en .',
    ]
    path = made.write(tmp_path)
    names = ("documents", "first_name", "second_name")
    assert asked(path, "both-cited", *names) == [("7", "2030 Agenda", "New Urban Agenda")]
    assert asked(path, "both-cited", *names, language="es") == [
        ("7", "Transformar nuestro mundo", "New Urban Agenda")
    ]
    assert asked(path, "both-cited", *names, language="fr") == [
        ("7", "2030 Agenda", "Nouveau Programme")
    ]


def test_what_was_written_into_a_store_is_what_the_commands_found(tmp_path, corpus):
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "a.txt").write_bytes(EXAMPLE.read_bytes())
    store = tmp_path / "store"
    build_store(store, find_inputs([texts]), Options(), jobs=1)
    found = review(corpus)
    assert len(found) >= 5
    for _ in range(2):  # the second takes the place of the first
        write_review(store, found)
    ranking = rank(open_corpus(store))
    write_ranking(store, ranking)

    def answer(name, *columns):
        rows = run_query(packaged_query(name).text, statements_folder(store))
        picked = [rows.variables.index(column) for column in columns]
        return [tuple(row[at] for at in picked) for row in rows.texts()]

    columns = ("kind", "document", "language", "paragraph", "words", "sentence")
    assert answer("review", *columns) == [
        (one.kind, one.document, one.language, one.paragraph, one.words, one.sentence)
        for one in found
    ]
    ranked = answer("ranks", "cited", "documents", "community")
    assert {row[0] for row in ranked} == {thing.document for thing in ranking.things}
    pairs = answer("both-cited", "first", "second", "documents")
    assert {(p.first, p.second, str(p.documents)) for p in ranking.pairs} == set(pairs)
