# ruff: noqa: E501  (the mark-up is quoted as it stands)
"""Akoma Ntoso: structure and metadata from the mark-up, and hostile or broken files."""

from __future__ import annotations

import pytest

from recalling.model.errors import InputError, NotAResolution
from recalling.readers.akn import read as read_akn
from recalling.readers.akn_cover import symbol_of_link

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
    assert "broken.xml, line 23, column 27" in document.trouble[0]


def test_entities_are_refused() -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY x "y">]>' + small()
    with pytest.raises(InputError, match="declares a document type or entities"):
        read_akn(bomb, "bomb.xml")


def test_other_xml_is_no_resolution() -> None:
    with pytest.raises(NotAResolution, match="expected Akoma Ntoso"):
        read_akn(b"<html/>", "page.xml")


def test_a_seventh_language_is_refused_by_name() -> None:
    german = small().replace(b'language="eng"', b'language="deu"')
    with pytest.raises(NotAResolution, match="'deu'"):
        read_akn(german, "german.xml")
