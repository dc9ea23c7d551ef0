"""A/RES/78/265 from its text to its graph: every row of the two tables read by hand, by SPARQL."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import pyoxigraph as ox
import pytest

from recalling.graph import BASE, PREFIXES, assemble, ntriples

SHARED = Path(__file__).resolve().parents[3] / "shared" / "gold"
SEED = "A_RES_78_265.zh.txt"
RELATIONS = [
    ("doc/A/HRC/RES/17/4", "endorses", "UNGP"),
    ("HLPF2023", "containedIn", "doc/A/RES/78/1"),
    ("UN75", "containedIn", "doc/A/RES/75/1"),
    ("GENEVADECL", "containedIn", "doc/A/C.2/59/3"),
    ("GENEVAPLAN", "containedIn", "doc/A/C.2/59/3"),
    ("TUNISCOMMIT", "containedIn", "doc/A/60/687"),
    ("TUNISAGENDA", "containedIn", "doc/A/60/687"),
]
NAMED_ONLY = [
    "“人工智能造福人类”平台",
    "国际电信联盟人工智能资料库",
    "准备情况评估方法",
    "伦理影响评估",
    "人工智能伦理问题全球论坛",
    "秘书长技术问题特使办公室",
    "人工智能问题高级别咨询机构",
    "联合国人权事务高级专员办事处",
    "可持续发展目标",
    "未来峰会",
    "信息社会世界峰会",
]


def table(name: str) -> list[dict[str, str]]:
    path = SHARED / f"78-265.{name}.tsv"
    if not path.is_file():
        return []
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


MENTIONS, INSTRUMENTS = table("mentions"), table("instruments")
pytestmark = pytest.mark.skipif(not MENTIONS, reason=f"{SHARED} is not here: no tables to look up")


@pytest.fixture(scope="module")
def store() -> ox.Store:
    from recalling.authority import load_authority
    from recalling.extractors import find
    from recalling.readers import read_document
    from recalling.resolver import resolve

    folder = Path(__file__).resolve().parents[2] / "src" / "recalling" / "examples"
    authority = load_authority()
    document = read_document(folder / SEED)
    finding = find(document, authority)
    resolution = resolve(document, finding, authority)
    made = ox.Store()
    lines = ntriples(assemble(document, resolution, authority, clauses=finding.clauses))
    made.load(lines, format=ox.RdfFormat.N_TRIPLES)
    return made


def ask(store: ox.Store, query: str) -> list[dict[str, str]]:
    found = store.query(query, prefixes=dict(PREFIXES), base_iri=BASE)
    names = [variable.value for variable in found.variables]
    return [{n: "" if row[n] is None else row[n].value for n in names} for row in found]


def plain(words: str) -> str:
    return "".join(words.replace("…", "").split())


def places(store: ox.Store, row: dict[str, str]) -> list[dict[str, str]]:
    """What the graph has in the paragraph of a row whose words are those of the row."""
    found = ask(
        store,
        f"""SELECT ?thing ?quote ?passage ?verb ?function ?note {{
          ?c rec:inParagraph/rec:label ?label ; rec:quote ?quote .
          FILTER(?label = "{row["paragraph"]}")
          {{ ?c cito:hasCitedEntity ?thing }} UNION {{ ?c a rec:DraftReference ; rec:names ?thing }}
          OPTIONAL {{ ?c rec:passage ?passage }}
          OPTIONAL {{ ?c rec:verb ?verb }}
          OPTIONAL {{ ?c rec:function/skos:prefLabel ?function FILTER(LANG(?function) = "en") }}
          OPTIONAL {{ ?c rec:footnote/rec:number ?note }}
        }}""",
    )
    wanted = plain(row["surface"])
    tests = (
        lambda f: plain(f["quote"]) == wanted,
        lambda f: plain(f["quote"]) in wanted or wanted in plain(f["quote"]),
        lambda f: wanted in plain(f["passage"]),
    )
    return next((fit for test in tests if (fit := [f for f in found if test(f)])), [])


def things(store: ox.Store) -> dict[str, set[str]]:
    """The IRIs that the rows of each instrument lead to, relative to the base."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in MENTIONS:
        for place in places(store, row):
            found[row["instrument"]].add(place["thing"].removeprefix(BASE))
    return found


@pytest.mark.parametrize("row", MENTIONS, ids=lambda row: f"{row['paragraph']}-{row['instrument']}")
def test_every_mention_has_its_verb_function_words_and_note(store, row):
    symbol = next(i["symbol"] for i in INSTRUMENTS if i["id"] == row["instrument"])
    found = [
        p for p in places(store, row) if not symbol or symbol in p["thing"] or "/inst" in p["thing"]
    ]
    assert found, f"{row['surface']} is not cited in {row['paragraph']}"
    assert (row["verb_zh"], row["function"], row["note"] or "") in {
        (p["verb"], p["function"], p["note"]) for p in found
    }


def test_every_instrument_is_one_node_and_no_two_are_the_same(store):
    found = things(store)
    assert {key: len(iris) for key, iris in found.items()} == dict.fromkeys(found, 1)
    assert len(set.union(*found.values())) == len(INSTRUMENTS)


@pytest.mark.parametrize("row", INSTRUMENTS, ids=lambda row: row["id"])
def test_every_instrument_has_its_symbol_and_part(store, row):
    (key,) = things(store)[row["id"]]
    found = ask(
        store,
        f"""SELECT ?symbol ?part {{
          OPTIONAL {{ <{key}> dcterms:identifier|rec:symbol ?symbol }}
          OPTIONAL {{ <{key}> rec:containedInPart|(^cito:hasCitedEntity/rec:citedPart) ?part }}
        }}""",
    )
    assert {f["symbol"] for f in found} == {row["symbol"]}
    assert not row["part"] or row["part"] in {f["part"] for f in found}


@pytest.mark.parametrize("row", INSTRUMENTS, ids=lambda row: row["id"])
def test_every_instrument_has_the_date_that_the_text_gives(store, row):
    (key,) = things(store)[row["id"]]
    dates = {d["date"] for d in ask(store, f"SELECT ?date {{ <{key}> dcterms:date ?date }}")}
    assert not dates or not row["date"] or dates == {row["date"]}


TITLES = sorted({row["title_zh_in_text"] for row in INSTRUMENTS} - {""})


@pytest.mark.parametrize("title", TITLES)
def test_every_title_leads_to_an_instrument_that_has_it(store, title):
    """A title that two rows share (a resolution and its declaration) is that of one of them."""
    found = things(store)
    rows = [row for row in INSTRUMENTS if row["title_zh_in_text"] == title]
    bearers = [key for row in rows for key in found[row["id"]]]
    union = " UNION ".join(
        f"""{{ <{key}> rec:statedTitle|skos:prefLabel|skos:altLabel ?name }} UNION
        {{ ?c cito:hasCitedEntity <{key}> ; rec:quote ?name }} UNION
        {{ ?c cito:hasCitedEntity <{key}> ; rec:inParagraph ?n .
          ?n a rec:Footnote ; rec:text ?name }}"""
        for key in bearers
    )
    names = {plain(row["name"]) for row in ask(store, f"SELECT ?name {{ {union} }}")}
    assert any(plain(title) in name and len(name) < 2 * len(plain(title)) for name in names), names


@pytest.mark.parametrize("row", INSTRUMENTS, ids=lambda row: row["id"])
def test_every_instrument_has_its_kind_and_body_or_says_less(store, row):
    """A symbol alone tells a document, not that it is a report: less than the table, no other."""
    (key,) = things(store)[row["id"]]
    (kind,) = ask(
        store, f"SELECT ?k {{ <{key}> rec:kind/skos:prefLabel ?k FILTER(LANG(?k)='en') }}"
    )
    assert kind["k"] in {row["kind"], "document"}
    bodies = ask(
        store,
        f"""SELECT ?b {{ <{key}> (rec:adoptedBy|rec:issuedBy)/skos:prefLabel ?b
        FILTER(LANG(?b) = "en") }}""",
    )
    assert {body["b"] for body in bodies} <= {row["body"]}


def test_the_relations_that_the_text_states_are_edges(store):
    found = things(store)
    for subject, relation, object_ in RELATIONS:
        ends = [min(found[end]) if end in found else end for end in (subject, object_)]
        query = f"SELECT * {{ <{ends[0]}> rec:{relation} ?o FILTER(?o = <{ends[1]}>) }}"
        assert len(ask(store, query)) == 1, (subject, relation, object_)


def test_what_does_not_exist_yet_is_anticipated(store):
    rows = ask(store, "SELECT DISTINCT ?i { ?i a rec:Anticipated . ?c cito:hasCitedEntity ?i }")
    found = things(store)
    assert {row["i"].removeprefix(BASE) for row in rows} == found["HLABFINAL"] | found["GDC"]


@pytest.mark.parametrize("name", NAMED_ONLY)
def test_what_is_no_instrument_is_mentioned_and_never_cited(store, name):
    rows = ask(store, "SELECT ?q ?e { ?m a rec:EntityMention ; rec:quote ?q ; rec:names ?e }")
    named = {row["e"] for row in rows if name in row["q"]}
    assert named
    for entity in named:
        assert not ask(store, f"SELECT * {{ ?any cito:cites <{entity}> }}")
        assert ask(
            store, f"SELECT * {{ <doc/A/RES/78/265> schema:mentions ?x FILTER(?x = <{entity}>) }}"
        )


def test_nothing_is_unresolved_and_nothing_more_is_cited(store):
    assert ask(store, "SELECT * { ?m a rec:Unresolved }") == []
    cited = ask(store, "SELECT DISTINCT ?i { ?c cito:hasCitedEntity ?i }")
    assert len(cited) == len(INSTRUMENTS) - 1  # all but the draft


def test_the_document_is_what_its_cover_says(store):
    assert ask(
        store,
        """SELECT * { <doc/A/RES/78/265> dcterms:identifier "A/RES/78/265" ; rec:organ body:ga ;
          rec:session "78" ; dcterms:date "2024-03-21"^^xsd:date ; rec:withoutCommittee true ;
          rec:adoptedFrom <doc/A/78/L.49> ; rec:meeting <doc/A/78/PV.63> ; rec:agendaItem ?item ;
          dcterms:title ?title . ?item rec:number "13" ; dcterms:title ?subject }""",
    )
    rows = ask(store, "SELECT ?label ?role { ?p rec:label ?label ; rec:role ?role }")
    labels = {row["label"] for row in rows}
    assert {f"pp{n}" for n in range(1, 10)} | {f"op{n}" for n in range(1, 14)} <= labels
    assert {label for label in labels if label.startswith("note")} == {
        f"note{n}" for n in range(1, 11)
    }
    assert {"pp10", "op14"} & labels == set()
