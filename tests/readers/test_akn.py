# ruff: noqa: E501  (the mark-up is quoted as it stands)
"""Akoma Ntoso: structure and metadata from the mark-up, and hostile or broken files."""

from __future__ import annotations

import tarfile
import time
from pathlib import Path

import pytest
from lxml import etree

from recalling.model import LANGUAGES, Document
from recalling.model.errors import InputError, NotAResolution
from recalling.readers import read_bytes
from recalling.readers.akn import read as read_akn
from recalling.readers.akn_cover import symbol_of_link
from recalling.readers.akn_inline import words_of

# The shape of resolution 78/265 as the UN marks it up, cut down to one paragraph of each kind.
SMALL = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
<statement name="resolution"><meta><identification source="#DGACM">
<FRBRWork><FRBRuri value="/akn/un/statement/deliberation/unga/2024-03-21/78-265/"/>
<FRBRdate date="2024-03-21" name="adoption"/></FRBRWork>
<FRBRExpression><FRBRlanguage language="eng"/></FRBRExpression></identification>
<classification source="UNBIS"><keyword value="x" showAs="ARTIFICIAL INTELLIGENCE"
 href="http://metadata.un.org/thesaurus/1000401" dictionary="UNBIS Thesaurus"/></classification>
<workflow source="#un"><step date="2024-03-21" outcome="adopted" as="A/78/PV.63" by=""/></workflow>
<analysis source="#un"><parliamentary><voting outcome="adoptedWithoutVote"/></parliamentary></analysis>
</meta>
<coverPage><p><docNumber refersTo="#symbol">%(symbol)s</docNumber></p>
<p><session refersTo="#generalAssembly" value="78">Seventy-eighth session</session></p>
<p><inline title="13" name="agenda item">Agenda item 13</inline></p>
<p><inline name="agenda item name">Integrated follow-up</inline></p>
<p><docProponent refersTo="#noMainCommittee">[without reference to a Main Committee
 (<inline name="originating document">A/78/L.49</inline>)]</docProponent></p></coverPage>
<preface><p><docNumber>78/265.</docNumber><docTitle refersTo="#resolutionTitle">
 Seizing the opportunities</docTitle></p></preface>
<preamble><formula name="enactingFormula"><p>The General Assembly,</p></formula>
<container name="Reaffirming"><p xml:space="preserve">
 <span class="italic">	Reaffirming </span>the Charter, and recalling the Universal Declaration of Human Rights,<authorialNote marker="1"><p>	Resolution <a href="https://undocs.org/en/A/RES/217(III)">217 A (III)</a>.</p></authorialNote></p></container></preamble>
<mainBody><paragraph><num>1.</num><content><p><span class="italic">Resolves</span> to act;</p></content></paragraph>
<paragraph><num>2.</num><list><intro><p><span class="italic">Calls upon</span> States:</p></intro>
<point><num>(a)</num><content><p>To expand resolution <a href="https://docs.un.org/zh/A/RES/70/1">70/1</a>;</p></content></point>
</list></paragraph>
<paragraph><content><p><span class="italic">Decides</span> to remain seized.</p></content></paragraph>
</mainBody>
<conclusions><p><event refersTo="#adoption"><location title="63rd" refersTo="#adoptionMeeting">63rd
 plenary meeting</location></event></p></conclusions>
</statement></akomaNtoso>"""


def small(symbol: str = "A/RES/78/265") -> bytes:
    return (SMALL % {"symbol": symbol}).encode()


def test_paragraphs_points_and_notes_bear_the_labels_of_the_printed_text() -> None:
    document = read_akn(small(), "small.xml")
    labels = [p.label for p in document.paragraphs if p.role in ("pp", "op", "note")]
    assert labels == ["pp1", "op1", "op2", "op2(a)", "opu1", "note1"]
    point = next(p for p in document.paragraphs if p.label == "op2(a)")
    assert (point.parent, point.number) == ("op2", "(a)")
    assert document.notes["note1"].flow.text == "Resolution 217 A (III)."


def test_words_set_apart_as_a_whole_are_a_heading_and_no_paragraph() -> None:
    """As the bold lines between the parts of S/RES/2531 (2020) in Chinese: 总则, 优先工作."""
    heading = (
        b'<paragraph><content><p><span class="bold">Other tasks</span></p></content></paragraph>'
    )
    data = small().replace(b"<paragraph><num>2.</num>", heading + b"<paragraph><num>2.</num>")
    roles = {p.flow.text: p.role for p in read_akn(data, "small.xml").paragraphs}
    assert roles["Other tasks"] == "heading"
    assert roles["Decides to remain seized."] == "op"


def test_the_committee_has_the_name_of_the_files_references() -> None:
    """The cover says "on the report of the Second Committee"; the references, its bare name."""
    data = small().replace(b'"#noMainCommittee">[without reference to a Main Committee',
                           b'"#secondCommittee">[on the report of the Second Committee')  # fmt: skip
    assert read_akn(data, "small.xml").cover.committee == "on the report of the Second Committee"
    term = b'<TLCTerm eId="secondCommittee" href="#" showAs="Second Committee"/></meta>'
    named = data.replace(b"</meta>", term)
    assert read_akn(named, "small.xml").cover.committee == "Second Committee"


def test_points_that_the_mark_up_leaves_loose_have_the_labels_they_print() -> None:
    """French, Russian and Spanish print "a)" and "i)"; A/RES/75/190 marks them as paragraphs."""
    loose = "".join(
        f"<paragraph><content><p>{words}</p></content></paragraph>"
        for words in ("a) constater ceci :", "i) la torture ;", "ii) le travail ;", "b) agir ;")
    )
    whole = small().replace(b"<paragraph><content>", loose.encode() + b"<paragraph><content>", 1)
    labels = [p.label for p in read_akn(whole, "small.xml").paragraphs if p.role == "op"]
    assert labels[:6] == ["op1", "op2", "op2(a)", "op2(a)#2", "op2(a)(i)", "op2(a)(ii)"]


def test_every_flow_points_back_into_the_text() -> None:
    document = read_akn(small(), "small.xml")
    for paragraph in document.paragraphs:
        flow = paragraph.flow
        for at, sign in enumerate(flow.text):
            assert document.text[flow.source(at)] == sign


def test_a_note_is_called_where_its_mark_stands() -> None:
    document = read_akn(small(), "small.xml")
    pp1 = next(p for p in document.paragraphs if p.label == "pp1")
    (marker,) = pp1.markers
    assert marker.note == "note1"
    assert pp1.flow.text[: marker.at].endswith("Universal Declaration of Human Rights,")
    assert document.text[marker.span.start : marker.span.end] == "¹"


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("the Charter %s\n\t ", "the Charter¹"),
        ("\n  the Charter,%s  and", "the Charter,¹ and"),
        ("the Charter ( %s )،", "the Charter ⁽¹⁾،"),
        ("  %s the Charter", "¹ the Charter"),
    ],
)
def test_a_mark_hugs_the_word_before_it(marked: str, words: str) -> None:
    """Whatever white space the mark-up has around it, and also at the end of a paragraph."""
    note = '<authorialNote marker="1"><p>Note.</p></authorialNote>'
    (paragraph,) = etree.fromstring(f"<content><p>{marked % note}</p></content>")
    assert words_of([paragraph]).text == words


@pytest.mark.parametrize(
    ("printed", "numbers"),
    [
        ("Agenda item 28", ["28"]),
        ("Agenda item 103 (aa)", ["103 (aa)"]),  # A/RES/75/69
        ("Points 13 et 28 b) de l’ordre du jour", ["13", "28 b)"]),
        ("البند 28 (ب) من جدول الأعمال", ["28 (ب)"]),
        ("议程项目28(b)", ["28(b)"]),
    ],
)
def test_agenda_items_are_read_from_the_words(printed: str, numbers: list[str]) -> None:
    """The mark-up gives most of session 75's no number of their own: A/RES/75/161."""
    item = '<inline title="13" name="agenda item">Agenda item 13</inline>'
    data = small().replace(item.encode(), f'<inline name="agenda item">{printed}</inline>'.encode())
    cover = read_akn(data, "small.xml").cover
    assert [item.number for item in cover.agenda_items] == numbers


def test_a_day_that_was_not_filled_in_is_no_day() -> None:
    """S/RES/2594 (2021) in Arabic says 0001-01-01; its work flow says when it was adopted."""
    data = small().replace(b'"2024-03-21" name="adoption"', b'"0001-01-01" name="adoption"')
    assert read_akn(data, "small.xml").cover.adopted == "2024-03-21"


def test_the_day_on_the_cover_stands_before_that_of_the_file() -> None:
    """A/HRC/RES/55/1 in French prints 3 April 2024; its file says 4 April of itself."""
    printed = b'<coverPage><docDate date="2024-03-20" refersTo="#adoptionDate"/>'
    data = small().replace(b"<coverPage>", printed)
    assert read_akn(data, "small.xml").cover.adopted == "2024-03-20"


@pytest.mark.parametrize(
    ("printed", "day"),
    [("20 March 2024", "2024-03-20"), ("31 June 2024", "2024-03-19"), ("", "2024-03-19")],
)
def test_the_printed_day_stands_before_that_of_its_mark_up(printed: str, day: str) -> None:
    """A/RES/75/261 in Arabic prints 3 March 2021 and is marked up as of 31 December 2020."""
    cover = f'<coverPage><docDate date="2024-03-19" refersTo="#adoptionDate">{printed}</docDate>'
    data = small().replace(b"<coverPage>", cover.encode())
    assert read_akn(data, "small.xml").cover.adopted == day


def test_two_meetings_are_none() -> None:
    """A/RES/ES-11/1 prints the 1st meeting, its file names the record of the 5th."""
    step = b'outcome="adopted" as="A/78/PV.'
    data = small().replace(step + b"63", step + b"65")
    cover = read_akn(data, "small.xml").cover
    assert (cover.meeting, cover.meeting_number) == (None, 63)


def test_a_day_ten_years_before_the_issue_gives_way() -> None:
    data = small().replace(b'"2024-03-21" name="adoption"', b'"2014-03-21" name="adoption"')
    assert read_akn(data, "small.xml").cover.adopted == "2014-03-21"
    issued = b'<coverPage><docDate date="2024-03-25" refersTo="#dateOfIssuance"/>'
    data = data.replace(b"<coverPage>", issued)
    assert read_akn(data, "small.xml").cover.adopted == "2024-03-21"


def test_the_cover_comes_from_the_mark_up() -> None:
    cover = read_akn(small(), "small.xml").cover
    assert (cover.symbol, cover.organ, cover.session) == ("A/RES/78/265", "ga", "78")
    assert (cover.adopted, cover.meeting, cover.meeting_number) == ("2024-03-21", "A/78/PV.63", 63)
    assert cover.title == "Seizing the opportunities"
    assert [(i.number, i.title) for i in cover.agenda_items] == [("13", "Integrated follow-up")]
    assert [d.symbol for d in cover.drafts] == ["A/78/L.49"]
    assert cover.plenary
    assert cover.vote is not None
    assert cover.vote.outcome == "without a vote"
    assert cover.subjects[0].iri == "http://metadata.un.org/thesaurus/1000401"


def test_the_draft_on_the_cover_stands_where_its_span_says() -> None:
    document = read_akn(small(), "small.xml")
    (draft,) = document.cover.drafts
    assert document.text[draft.span.start : draft.span.end] == "A/78/L.49"


@pytest.mark.parametrize(
    ("printed", "symbols"),
    [
        ("A/75/L.21和A/75/L.21/Add.1", ["A/75/L.21", "A/75/L.21/Add.1"]),  # A/RES/75/11
        ("A/75/417, пункт\u00a07", ["A/75/417"]),  # A/RES/75/103
        ("(A/77/L.3", ["A/77/L.3"]),  # A/RES/77/1
    ],
)
def test_the_cover_names_the_same_drafts_in_every_language(
    printed: str, symbols: list[str]
) -> None:
    data = small().replace(b"A/78/L.49", printed.encode())
    document = read_akn(data, "small.xml")
    assert [d.symbol for d in document.cover.drafts] == symbols
    assert [document.text[d.span.start : d.span.end] for d in document.cover.drafts] == symbols


def test_a_draft_beside_the_marked_words_is_on_the_cover() -> None:
    """A/RES/75/258 in Arabic marks the second draft alone."""
    data = small().replace(
        b' (<inline name="originating document">A/78/L.49</inline>)',
        b' A/78/L.49 (<inline name="originating document">and A/78/L.49/Add.1</inline>)',
    )
    document = read_akn(data, "small.xml")
    assert [d.symbol for d in document.cover.drafts] == ["A/78/L.49", "A/78/L.49/Add.1"]


def test_editors_links_are_kept_with_place_and_symbol() -> None:
    document = read_akn(small(), "small.xml")
    found = {
        (k.paragraph, k.symbol, document.text[k.span.start : k.span.end]) for k in document.links
    }
    assert found == {("note1", "A/RES/217(III)", "217 A (III)"), ("op2(a)", "A/RES/70/1", "70/1")}


def test_a_cover_symbol_that_title_and_address_contradict_is_mended_and_reported() -> None:
    document = read_akn(small("A/RES/78/256"), "small.xml")
    assert document.cover.symbol == "A/RES/78/265"
    assert any("A/RES/78/256" in sentence for sentence in document.trouble)


def test_a_cover_without_a_symbol_takes_it_from_title_and_address() -> None:
    """As in S_RES_2511 (2020)-2002954C.xml, whose cover prints none."""
    council = small("").replace(b"/unga/2024-03-21/78-265/", b"/unsc/2020-02-25/2511-2020/")
    council = council.replace(
        b"<docNumber>78/265.</docNumber>", "<docNumber>第2511(2020)号决议</docNumber>".encode()
    )
    document = read_akn(council, "council.xml")
    assert (document.cover.symbol, document.cover.organ) == ("S/RES/2511(2020)", "sc")
    assert any("prints no symbol" in sentence for sentence in document.trouble)


def test_a_cover_whose_title_and_address_disagree_is_believed() -> None:
    data = small("A/RES/78/256").replace(b"/78-265/", b"/78-266/")
    document = read_akn(data, "small.xml")
    assert document.cover.symbol == "A/RES/78/256"
    assert document.trouble == ()


@pytest.mark.parametrize(
    ("href", "symbol"),
    [
        ("https://undocs.org/ch/A/RES/70/1", "A/RES/70/1"),
        ("https://docs.un.org/zh/A/RES/70/1", "A/RES/70/1"),
        ("https://undocs.org/sp/A/RES/217(III)", "A/RES/217(III)"),
        ("https://undocs.org/en/S/RES/1325%20(2000)", "S/RES/1325(2000)"),
        ("https://example.org/A/RES/70/1", None),
        ("http://[broken", None),
    ],
)
def test_links_name_symbols_whatever_host_and_language_they_use(
    href: str, symbol: str | None
) -> None:
    assert symbol_of_link(href) == symbol


def test_a_file_that_is_not_well_formed_is_read_up_to_its_fault() -> None:
    broken = small().replace(b"<paragraph><num>2.</num><list>", b"<paragraph><num>2.</wrong><list>")
    document = read_akn(broken, "broken.xml")
    assert [p.label for p in document.paragraphs if p.role in ("pp", "op")] == ["pp1", "op1"]
    assert "line 23, column 27" in document.trouble[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE a [<!ENTITY x "y">]>',
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a SYSTEM "http://localhost:9/a.dtd">',
    ],
)
def test_declarations_are_refused_in_any_encoding(declaration: str, encoding: str) -> None:
    text = declaration + small().decode().replace("Resolves", "&x;Resolves")
    with pytest.raises(InputError, match="declares a document type or entities"):
        read_akn(text.encode(encoding), "declared.xml")


def test_an_entity_bomb_is_never_expanded() -> None:
    levels = "".join(
        f'<!ENTITY {chr(98 + level)} "{f"&{chr(97 + level)};" * 10}">' for level in range(9)
    )
    bomb = f'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">{levels}]>' + small().decode()
    bomb = bomb.replace("Resolves", "&j;").replace('value="78"', 'value="&j;"')
    started = time.monotonic()
    for encoding in ("utf-8", "utf-16"):
        with pytest.raises(InputError):
            read_akn(bomb.encode(encoding), "bomb.xml")
    assert time.monotonic() - started < 5


@pytest.mark.parametrize("tag", ["span", "list", "point", "embeddedStructure", "section"])
def test_mark_up_nested_without_end_is_read_up_to_the_place(tag: str) -> None:
    """libxml2 stops at a depth of 256; what stood before is read, the rest is not."""
    deep = small().replace(
        b"<paragraph><num>2.</num>", b"\n" + b"<%b>" % tag.encode() * 10_000 + b"<paragraph>"
    )
    document = read_akn(deep, "deep.xml")
    assert [p.label for p in document.paragraphs if p.role in ("pp", "op")] == ["pp1", "op1"]
    assert document.trouble[0].startswith("line ")


def test_mark_up_nested_as_deep_as_allowed_is_read() -> None:
    body = b"<p>" + b"<span>" * 230 + b"deep" + b"</span>" * 230 + b"</p>"
    document = read_akn(small().replace(b'<span class="italic">Resolves</span>', body), "deep.xml")
    op1 = next(p for p in document.paragraphs if p.label == "op1")
    assert op1.flow.text == "deep to act;"


def test_the_time_for_many_notes_grows_with_their_number() -> None:
    """100,000 notes are read; four times the notes take less than eight times as long."""
    taken = []
    for count in (25_000, 100_000):
        notes = b"".join(
            b'word<authorialNote marker="%d"><p>Resolution 70/%d.</p></authorialNote> ' % (n, n)
            for n in range(2, count + 2)
        )
        data = small().replace(b" to act;", notes)
        started = time.process_time()
        document = read_akn(data, "notes.xml")
        taken.append(time.process_time() - started)
        assert document.notes[f"note{count + 1}"].flow.text == f"Resolution 70/{count + 1}."
    assert taken[1] < 8 * taken[0]


def test_signs_that_xml_forbids_do_not_pass_for_calls() -> None:
    """The parser's recovery lets them into the text, where they would mark notes and links."""
    broken = small().replace(b" to act;", b" to &#1;&#2;&#3; act;")
    document = read_akn(broken, "signs.xml")
    assert [p.label for p in document.paragraphs if p.role in ("pp", "op", "note")] == [
        "pp1", "note1",
    ]  # fmt: skip
    assert document.trouble[0].startswith("line ")


@pytest.mark.parametrize(
    ("broken", "place"),
    [
        (b"<akomaNtoso", "line 1, column 12"),
        (b"<resolution>\n<p>The General Assembly,</resolution>", "line 2, column 38"),
        (b"hello <p> all", "line 1, column 1"),
        (b"<akomaNtoso>\n<act>\n<p>no statement", "line 3, column 16"),
    ],
)
def test_a_fault_before_the_first_paragraph_is_told_with_its_place(
    broken: bytes, place: str
) -> None:
    with pytest.raises(InputError, match=rf"x\.xml, {place}: not well-formed"):
        read_bytes(broken, "x.xml")


def test_other_xml_is_no_resolution() -> None:
    with pytest.raises(NotAResolution, match="expected Akoma Ntoso"):
        read_akn(b"<html/>", "page.xml")


_GERMAN = (
    "Die Generalversammlung bekräftigt die Ziele und Grundsätze der Charta und die Allgemeine "
    "Erklärung der Menschenrechte und ersucht den Generalsekretär um einen Bericht; "
)


def test_a_seventh_language_is_refused_by_name() -> None:
    german = small().replace(b'language="eng"', b'language="deu"')
    for words in (b"the Charter, and recalling the", b" to act;", b"to remain seized."):
        german = german.replace(words, _GERMAN.encode() * 20)
    german = german.replace(b"The General Assembly,", b"Die Generalversammlung,")
    with pytest.raises(NotAResolution, match="'deu'"):
        read_akn(german, "german.xml")


def test_a_language_that_the_words_contradict_is_reported() -> None:
    """As in GA session 75: the file of 75/274 in Chinese is marked as Spanish."""
    document = read_akn(small().replace(b'language="eng"', b'language="spa"'), "marked.xml")
    assert document.language == "en"
    assert any("marked as 'spa'" in sentence for sentence in document.trouble)


def test_a_file_that_names_no_language_is_read_in_that_of_its_words() -> None:
    document = read_akn(small().replace(b'<FRBRlanguage language="eng"/>', b""), "unmarked.xml")
    assert document.language == "en"


def test_what_the_user_says_stands() -> None:
    document = read_akn(small(), "small.xml", language="fr", symbol="A/RES/1/1")
    assert (document.language, document.cover.symbol) == ("fr", "A/RES/1/1")
    assert document.trouble == ()


def test_session_and_meeting_are_told_from_symbol_and_closing_lines() -> None:
    """ECOSOC's and the Human Rights Council's files name no record: E/2022/SR.1, A/HRC/56/SR.35."""
    for symbol, session, record in (
        ("E/RES/2022/1", "2022", "E/2022/SR.63"),
        ("A/HRC/RES/56/8", "56", "A/HRC/56/SR.63"),
        ("S/RES/2667 (2022)", None, "S/PV.63"),
    ):
        data = small(symbol).replace(b'value="78"', b'value=""').replace(b"A/78/PV.63", b"Adopted")
        cover = read_akn(data, "small.xml", symbol=symbol.replace(" ", "")).cover
        assert (cover.session, cover.meeting, cover.meeting_number) == (session, record, 63)


def test_a_fault_before_any_paragraph_is_refused_with_its_place() -> None:
    one_line = small().replace(b"\n", b" ").replace(b"</formula>", b"</wrong>")
    with pytest.raises(InputError, match=r"one\.xml, line 1, column \d+: not well-formed"):
        read_akn(one_line, "one.xml")


def test_more_xml_than_any_resolution_has_is_refused() -> None:
    with pytest.raises(InputError, match="65 MB of XML"):
        read_akn(b"<a>" + b" " * (65 << 20) + b"</a>", "long.xml")


@pytest.fixture(scope="session")
def neighbourhood(shared: Path) -> dict[str, Document]:
    """78/265 and what it cites, in the six languages, as the UN published them, by file name."""
    archive = shared / "corpus" / "neighbourhood.tar.xz"
    if not archive.is_file():
        pytest.skip(f"{archive} is not here: the test needs the official texts")
    found: dict[str, Document] = {}
    with tarfile.open(archive) as packed:
        for member in packed:
            if member.name.endswith(".xml"):
                data = packed.extractfile(member)
                assert data is not None
                found[member.name] = read_akn(data.read(), member.name)
    return found


def test_the_official_files_of_78_265_agree_in_six_languages(
    neighbourhood: dict[str, Document],
) -> None:
    """9 preambular and 13 operative paragraphs, 10 notes, each called where it stands."""
    texts = {d.language: d for d in neighbourhood.values() if d.cover.symbol == "A/RES/78/265"}
    assert set(texts) == set(LANGUAGES)
    for document in texts.values():
        labels = [p.label for p in document.paragraphs]
        assert {f"pp{n}" for n in range(1, 10)} < set(labels)
        assert {f"op{n}" for n in range(1, 14)} < set(labels)
        assert "pp10" not in labels
        assert "op14" not in labels
        assert list(document.notes) == [f"note{n}" for n in range(1, 11)]
        called = [m.note for p in document.paragraphs for m in p.markers]
        assert called == list(document.notes)
        assert document.cover.adopted == "2024-03-21"
        assert document.cover.meeting == "A/78/PV.63"
        assert document.trouble == ()


def test_every_paragraph_of_official_files_is_found_through_its_offsets(
    neighbourhood: dict[str, Document],
) -> None:
    for document in neighbourhood.values():
        for paragraph in document.paragraphs:
            assert paragraph.span.end <= len(document.text)
            place = paragraph.flow.span(0, len(paragraph.flow.text))
            assert paragraph.span.contains(place)
