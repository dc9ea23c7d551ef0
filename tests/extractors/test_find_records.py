"""Records without a symbol are found; those with one are the symbol's."""

from __future__ import annotations

from collections.abc import Callable

from recalling.authority import Authority
from recalling.extractors import find
from recalling.extractors.records import find_agency_documents, find_records, read_place
from recalling.model import Document, Mention, RecordClaim, SymbolClaim

Reader = Callable[..., list[Mention]]


def test_a_sales_publication_with_its_title(read: Reader) -> None:
    """A/RES/77/160, note 8: the number loses the letter of the language edition."""
    text = (
        "Report of the International Conference on Population and Development, Cairo, 5–13 "
        "September 1994 (United Nations publication, Sales No. E.95.XIII.18), chap. I."
    )
    (mention,) = read(find_records, text, "en", role="note")
    assert isinstance(mention.claim, RecordClaim)
    assert mention.claim.sales_number == "95.XIII.18"
    assert mention.title == text[: text.index(" (United")]


def test_two_publications_share_no_title(read: Reader) -> None:
    """The second publication of a note begins behind the first."""
    text = (
        "《编制残疾统计数据的准则和原则》(联合国出版物，出售品编号：C.01.XVII.15)及"
        "《人口和住房普查的原则和建议》(联合国出版物，出售品编号：C.07.XVII.8)。"
    )
    first, second = read(find_records, text, "zh", role="note")
    assert (first.title, second.title) == (
        "编制残疾统计数据的准则和原则》",
        "人口和住房普查的原则和建议》",
    )


def test_an_agency_document_is_the_agency_s(read: Reader) -> None:
    """A/RES/76/206: the second number in brackets is the same document's."""
    text = "Food and Agriculture Organization of the United Nations, document CL 144/9 (C 2013/20)."
    (mention,) = read(find_agency_documents, text, "en", role="note")
    assert mention.claim == RecordClaim("agency-records", body="fao", name="CL 144/9")


def test_a_record_with_a_symbol_is_one_mention_with_the_phrase_as_its_extent(
    paragraph: Callable[..., Document],
) -> None:
    """A/RES/78/265, note 7: A/66/53, chapter III, section A."""
    text = (
        "See Official Records of the General Assembly, Sixty-sixth Session, Supplement No. 53 "
        "(A/66/53), chap. III, sect. A."
    )
    (mention,) = find(paragraph(text, "en", role="note"), Authority()).mentions
    assert mention.claim == SymbolClaim("A/66/53")
    assert mention.part == "chap. III, sect. A"
    assert mention.extent is not None
    assert text[mention.extent.start : mention.extent.end] == text[len("See ") : -1]


def test_session_and_supplement_in_arabic() -> None:
    """A/RES/76/243, note 2: the supplement's letter is Latin, the ordinal a number."""
    place = read_place("، الدورة الثالثة والسبعون، الملحق رقم 53 ألف (", 0, 60, "ar")
    assert place is not None
    assert (place.session, place.supplement) == ("73", "53A")
