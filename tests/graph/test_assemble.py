"""What one document says, as triples: each fact that a reader can look up in the text above."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pyoxigraph as ox
import pytest
from handmade import CHARTER, R78_1

from recalling.authority import load_authority
from recalling.graph import Triple, camel, ntriples, write_turtle
from recalling.graph.vocabulary import BASE, PREFIXES
from recalling.graph.words import functions, kinds
from recalling.model import Instrument, Relation


@pytest.fixture
def store(case) -> ox.Store:
    return _store(case.triples())


def _store(triples: list[Triple]) -> ox.Store:
    store = ox.Store()
    store.load(ntriples(triples), format=ox.RdfFormat.N_TRIPLES)
    return store


def rows(store: ox.Store, query: str) -> list[tuple[str, ...]]:
    found = store.query(query, prefixes=dict(PREFIXES), base_iri=BASE)
    return sorted(tuple("" if v is None else v.value for v in row) for row in found)


def ask(store: ox.Store, query: str) -> bool:
    return bool(store.query(f"ASK {{ {query} }}", prefixes=dict(PREFIXES), base_iri=BASE))


def test_the_work_has_what_its_cover_says(store):
    assert ask(
        store,
        """<doc/A/RES/78/265> a rec:Resolution ; rec:kind kind:resolution ;
        dcterms:identifier "A/RES/78/265" ; dcterms:title "抓住机遇"@zh ;
        dcterms:date "2024-03-21"^^xsd:date ; rec:organ body:ga ; rec:session "78" ;
        rec:withoutCommittee true ; rec:meeting <doc/A/78/PV.63> ;
        frbr:realization <doc/A/RES/78/265/zh> ;
        rec:agendaItem [ rec:number "13" ; dcterms:title "会议成果的后续行动"@zh ] ;
        rdfs:seeAlso <https://docs.un.org/zh/A/RES/78/265> .
        <doc/A/78/PV.63> rec:kind kind:meeting-record .""",
    )


@pytest.mark.parametrize("printed", [True, False])
def test_a_proposal_of_the_files_history_counts_where_the_cover_prints_none(case, printed):
    cover = msgspec.structs.replace(case.document.cover, proposals=("A/C.2/78/L.9",))
    if not printed:
        cover = msgspec.structs.replace(cover, drafts=())
    document = msgspec.structs.replace(case.document, cover=cover)
    cites = tuple(c for c in case.resolution.citations if printed or c.property == "cites")
    resolution = msgspec.structs.replace(case.resolution, citations=cites)
    made = _store(msgspec.structs.replace(case, document=document, resolution=resolution).triples())
    assert rows(made, "SELECT ?d { <doc/A/RES/78/265> rec:adoptedFrom/dcterms:identifier ?d }") == [
        ("A/78/L.49" if printed else "A/C.2/78/L.9",)
    ]


def test_the_draft_is_never_cited(store):
    assert ask(store, "<doc/A/RES/78/265> rec:adoptedFrom <doc/A/78/L.49>")
    assert not ask(store, "?any cito:cites <doc/A/78/L.49>")
    assert not ask(store, "?any cito:hasCitedEntity <doc/A/78/L.49>")
    assert ask(store, "<doc/A/RES/78/265/zh#cover-14-23> a rec:DraftReference")


def test_a_citation_has_its_verb_its_words_and_its_place(case, store):
    at = case.document.text.index("《世界人权宣言》")
    node = f"<doc/A/RES/78/265/zh#pp1-{at}-{at + 8}>"
    assert ask(
        store,
        f"""{node} a cito:Citation ; cito:hasCitingEntity <doc/A/RES/78/265> ;
        cito:hasCitedEntity inst:universal-declaration-of-human-rights ;
        rec:verb "回顾"@zh ; rec:function fn:recalls ;
        cito:hasCitationCharacterization cito:obtainsBackgroundFrom ;
        rec:quote "《世界人权宣言》"@zh ; rec:inParagraph <doc/A/RES/78/265/zh#pp1> ;
        rec:start {at} ; rec:end {at + 8} ; rec:footnote <doc/A/RES/78/265/zh#note1> ;
        rec:citedSymbol "A/RES/217(III)" ; rec:citedPart "A" ; rec:how "name" ;
        rec:evidence "note: note1 第 217 A (III) 号决议" ;
        rec:place [ oa:start {at} ; oa:end {at + 8} ; oa:exact "《世界人权宣言》" ] .""",
    )


def test_a_work_has_a_direct_property_for_each_verb(store):
    work = "<doc/A/RES/78/265>"
    assert ask(store, f"{work} rec:reaffirms inst:charter-of-the-united-nations")
    assert ask(store, f"{work} rec:recalls <doc/A/RES/78/2> ; cito:cites <doc/A/RES/78/2>")
    assert not ask(store, f"{work} rec:reaffirms <doc/A/RES/78/2>")


def test_two_instruments_at_one_place_are_two_citations(store):
    found = rows(store, 'SELECT ?c { ?c rec:quote "第 78/1 号和第 78/2 号决议"@zh }')
    ends = [iri.rpartition("-A-RES-")[2] for (iri,) in found]
    assert ends == ["78-1-annex", "78-2"]


def test_a_symbol_identifies_the_document_and_not_what_it_contains(store):
    assert rows(store, 'SELECT ?s { ?s dcterms:identifier "A/RES/217(III)" }') == [
        (BASE + "doc/A/RES/217(III)",)
    ]
    assert ask(
        store,
        """inst:universal-declaration-of-human-rights rec:symbol "A/RES/217(III)" ;
        rec:containedIn <doc/A/RES/217(III)> ; rec:containedInPart "A" ; rec:adoptedBy body:ga .
        <doc/A/RES/217(III)> rec:kind kind:resolution ; rec:adoptedBy body:ga""",
    )


def test_what_citations_say_of_an_instrument_is_marked_as_such(store):
    assert ask(
        store,
        """<doc/A/RES/78/1> a rec:KnownFromCitation ; rec:statedTitle "两项决议"@zh ;
        rec:statedDate "2023-09-29"^^xsd:date""",
    )
    assert not ask(store, "<doc/A/RES/78/1> dcterms:title|dcterms:date ?own")
    assert not ask(store, "inst:charter-of-the-united-nations a rec:KnownFromCitation")


def test_names_come_from_the_authority_without_hidden_ones(store):
    names = rows(store, "SELECT ?n { inst:charter-of-the-united-nations skos:prefLabel ?n }")
    assert names == [("Charter of the United Nations",), ("联合国宪章",)]
    assert not ask(store, '?x ?y "Хартия"@ru')


def test_an_entity_is_mentioned_and_not_cited(store):
    assert ask(store, "<doc/A/RES/78/265> schema:mentions entity:ai")
    assert ask(store, "entity:ai a rec:Entity ; rec:kind kind:platform")
    assert not ask(store, "?any cito:cites entity:ai")


def test_an_unresolved_mention_keeps_its_reason_and_verb(store):
    assert ask(
        store,
        """?m a rec:Unresolved ; rec:citingWork <doc/A/RES/78/265> ; rec:reason "unknown-name" ;
        rec:reasonText "The authority knows no such name."@en ; rec:function fn:recalls ;
        rec:quote "《样例框架》"@zh""",
    )


def test_a_stated_relation_is_an_edge_and_a_node_that_says_where(store):
    declaration = "inst:universal-declaration-of-human-rights"
    assert ask(store, f"<doc/A/RES/78/1> rec:endorses {declaration}")
    assert ask(
        store,
        f"""?r a rec:StatedRelation ; rdf:subject <doc/A/RES/78/1> ; rdf:predicate rec:endorses ;
        rdf:object {declaration} ; rec:statedBy <doc/A/RES/78/265> ;
        rec:inParagraph <doc/A/RES/78/265/zh#pp2>""",
    )


def test_what_another_does_is_not_ascribed_to_the_work(case):
    """pp4 of A/RES/78/265: it is resolution 17/4 that endorsed the Guiding Principles."""
    (charter,) = (c for c in case.resolution.citations if c.instrument == CHARTER)
    said = Relation("reaffirms", R78_1, CHARTER, charter.mention.paragraph)
    resolution = msgspec.structs.replace(case.resolution, relations=(said,))
    store = _store(msgspec.structs.replace(case, resolution=resolution).triples())
    named = "inst:charter-of-the-united-nations"
    assert ask(store, f"<doc/A/RES/78/1> rec:reaffirms {named}")
    assert not ask(store, f"<doc/A/RES/78/265> rec:reaffirms {named}")
    assert ask(store, f"<doc/A/RES/78/265> cito:cites {named}")
    assert ask(store, f"?c cito:hasCitedEntity {named} ; rec:function fn:reaffirms")


@pytest.mark.parametrize(
    ("symbol", "kind", "body"),
    [
        ("A/78/L.49", "draft-resolution", "ga"),
        ("A/78/PV.63", "meeting-record", "ga"),
        ("A/HRC/17/31", "document", "hrc"),
        ("A/HRC/RES/17/4", "resolution", "hrc"),
        ("A/C.2/59/3", "document", "ga"),
        ("S/RES/1325(2000)", "resolution", "sc"),
        ("S/PRST/2015/22", "statement", "sc"),
        ("E/RES/2023/31", "resolution", "ecosoc"),
        ("E/CN.6/2020/L.1", "draft-resolution", None),
        ("A/CONF.151/26/Rev.1(Vol.I)", "document", None),
        ("FCCC/CP/2015/10/Add.1", "document", None),
    ],
)
def test_a_symbol_says_what_a_document_is_and_whose(case, symbol, kind, body):
    cited = Instrument(key=f"doc/{symbol}", kind="document", symbol=symbol)
    first, *rest = case.resolution.citations
    resolution = msgspec.structs.replace(
        case.resolution, citations=(msgspec.structs.replace(first, instrument=cited), *rest)
    )
    store = _store(msgspec.structs.replace(case, resolution=resolution).triples())
    found = rows(
        store,
        f"""SELECT ?k ?b {{ ?d dcterms:identifier "{symbol}" ; rec:kind ?k
        OPTIONAL {{ ?d rec:adoptedBy|rec:issuedBy ?b }} }}""",
    )
    expected = PREFIXES["body"] + body if body else ""
    assert found == [(PREFIXES["kind"] + kind, expected)]


@pytest.mark.parametrize(
    ("container", "bodies"),
    [("A/RES/78/1", [(PREFIXES["body"] + "ga",)]), ("A/C.2/59/3", [])],
)
def test_what_is_annexed_to_a_resolution_was_adopted_with_it(case, container, bodies):
    annex = Instrument(
        key=f"doc/{container}#annex",
        kind="declaration",
        symbol=container,
        part="annex",
        container=f"doc/{container}",
    )
    first, *rest = case.resolution.citations
    resolution = msgspec.structs.replace(
        case.resolution, citations=(msgspec.structs.replace(first, instrument=annex), *rest)
    )
    store = _store(msgspec.structs.replace(case, resolution=resolution).triples())
    assert rows(store, f"SELECT ?b {{ <doc/{container}#annex> rec:adoptedBy ?b }}") == bodies


def test_paragraphs_and_notes_are_addressed(store):
    found = rows(store, "SELECT ?l ?r ?v { ?p rec:label ?l ; rec:role ?r OPTIONAL{?p rec:verb ?v}}")
    assert found == [
        ("cover", "cover", ""),
        ("note1", "note", ""),
        ("pp1", "pp", "重申"),
        ("pp2", "pp", "回顾"),
    ]
    assert ask(store, "<doc/A/RES/78/265/zh#pp1> rec:hasNote <doc/A/RES/78/265/zh#note1>")


def test_the_words_used_carry_their_labels(store):
    assert ask(store, 'fn:recalls a skos:Concept ; skos:prefLabel "recalls"@en, "回顾"@zh')
    assert ask(store, 'kind:treaty skos:prefLabel "договор"@ru')
    assert ask(store, 'body:un skos:prefLabel "United Nations"@en')


def test_another_base_moves_the_data_and_not_the_vocabulary(case):
    store = _store(case.triples(base="https://example.org/g/"))
    found = rows(
        store,
        "SELECT ?w { ?w cito:cites <https://example.org/g/doc/A/RES/78/1> ; rec:organ body:ga }",
    )
    assert found == [("https://example.org/g/doc/A/RES/78/265",)]


def test_no_node_is_blank_and_no_time_is_stated(case):
    for subject, _, object_ in case.triples():
        assert not subject.startswith("_")
        assert not object_.startswith("_")
        assert "dateTime" not in object_


def test_no_function_shares_its_property_with_another_term():
    ontology = (Path(__file__).parents[2] / "ontology" / "recalling.ttl").read_text("utf-8")
    for id_ in functions():
        assert f"\nrec:{camel(id_)} a " not in ontology, id_


def test_every_kind_of_the_authority_is_in_the_scheme():
    authority = load_authority()
    assert {entry.kind for entry in authority.entries.values()} <= set(kinds())
    assert {entity.type for entity in authority.entities.values()} <= set(kinds())


def test_every_kind_has_labels_in_six_languages():
    for kind in kinds().values():
        assert {language for language, _ in kind.labels} == {"ar", "en", "es", "fr", "ru", "zh"}


def test_the_bytes_do_not_depend_on_the_hash_seed(case, tmp_path):
    lines = tmp_path / "case.nt"
    lines.write_text(ntriples(case.triples()), "utf-8")
    program = (
        "import sys, pyoxigraph as ox; from recalling.graph import write_turtle;"
        "sys.stdout.reconfigure(encoding='utf-8');"
        "print(write_turtle({(str(q.subject), str(q.predicate), str(q.object))"
        " for q in ox.parse(path=sys.argv[1], format=ox.RdfFormat.N_TRIPLES)}), end='')"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", program, str(lines)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "4242")
    }
    assert made == {write_turtle(case.triples()).encode()}
