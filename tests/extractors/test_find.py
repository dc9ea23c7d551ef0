"""`find` runs every finder, settles overlaps and keeps places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recalling.authority import load_authority
from recalling.extractors import find
from recalling.model import (
    LANGUAGES,
    Cover,
    Document,
    Flow,
    Language,
    NumberClaim,
    Paragraph,
    Span,
    SymbolClaim,
)
from recalling.readers import read_text

#: one of each kind, at least: an omnibus, Roman sessions, small bodies, the Council, footnotes
SAMPLE = ("A_RES_76_148", "A_RES_75_252", "A_RES_76_185", "E_RES_2022_22", "A_RES_75_44")

Maker = Callable[..., Document]


def test_a_symbols_locator_holds_no_other_citation(paragraph: Maker) -> None:
    """E/RES/2021/5 note 7: the Commission's resolution 59/1 is a place in its report."""
    text = "E/2015/27, chap. I, sect. C, resolution 59/1, annex."
    finding = find(paragraph(text, "en", role="note"), load_authority())
    assert [m.claim for m in finding.mentions] == [SymbolClaim("E/2015/27")]
    assert finding.mentions[0].part == "chap. I, sect. C, resolution 59/1, annex"


def test_a_name_in_a_numbers_title_is_no_citation(paragraph: Maker) -> None:
    text = (
        "Recalling its resolution 78/195 of 19 December 2023, entitled “Implementation of the "
        "Convention on the Rights of Persons with Disabilities”,"
    )
    finding = find(paragraph(text, "en"), load_authority())
    assert [type(m.claim) for m in finding.mentions] == [NumberClaim]


def test_what_only_tells_of_the_document_itself_cites_nothing(paragraph: Maker) -> None:
    for role in ("cover", "title", "formula", "closing"):
        assert not find(
            paragraph("Resolution 70/1 (A/78/L.49)", "en", role=role), load_authority()
        ).mentions


def test_a_mention_cut_by_notes_stands_where_its_longer_part_stands() -> None:
    """A/RES/77/331: "the Paris Agreement ‖ ¹ A/77/682, annex. ‖ on climate change"."""
    head, notes, tail = "the Charter of the United", "\n\n¹ A/77/682, annex.\n\n", "Nations"
    text = head + notes + tail
    flow = Flow(f"{head} {tail}", (0, len(head)), (0, len(head + notes) - 1))
    document = Document(
        name="cut",
        text=text,
        language="en",
        cover=Cover(symbol="A/RES/78/265", organ="ga"),
        paragraphs=(Paragraph("pp1", "pp", Span(0, len(text)), flow),),
    )
    (mention,) = find(document, load_authority()).mentions
    assert mention.surface == "Charter of the United Nations"
    assert text[mention.span.start : mention.span.end] == "Charter of the United"
    assert mention.extent is not None
    assert text[mention.extent.start : mention.extent.end].endswith("Nations")


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=200), language=st.sampled_from(LANGUAGES))
def test_any_text_is_read_without_overlaps(paragraph: Maker, text: str, language: Language) -> None:
    document = paragraph(f"resolution 70/1 {text}", language)
    found = find(document, load_authority()).mentions
    assert all(a.until <= b.at for a, b in pairwise(found))
    for mention in found:
        assert document.text[mention.span.start : mention.span.end] == mention.surface


@pytest.mark.parametrize("symbol", SAMPLE)
def test_six_languages_of_one_resolution_cite_the_same_numbers(dev: Path, symbol: str) -> None:
    """What five languages cite by number or symbol the sixth cites, but for slips."""
    authority = load_authority()
    cited: dict[str, set[str]] = {}
    for language in LANGUAGES:
        path = dev / f"{symbol}.{language}.txt"
        finding = find(read_text(path.read_text("utf-8"), path.name), authority)
        cited[language] = {
            m.claim.number for m in finding.mentions if isinstance(m.claim, NumberClaim)
        }
    counts: dict[str, int] = defaultdict(int)
    for numbers in cited.values():
        for number in numbers:
            counts[number] += 1
    alone = {n for n, count in counts.items() if count < len(LANGUAGES)}
    assert len(cited["en"]) > 5
    assert len(alone) <= 0.05 * len(counts), alone


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "نقحت، في قرارها A.1117(30) المؤرخ 6 كانون الأول/ديسمبر 2017،"),
        ("ar", "تحيط علما بقرار المنظمة البحرية الدولية A.1117(30) المؤرخ 4 كانون الأول/ديسمبر"),
        ("zh", "表示注意到国际海事组织大会的A.1117(30)决议；"),
        ("en", "in its resolution A.1117(30) of 6 December 2017,"),
    ],
)
def test_an_agencys_code_behind_the_word_or_its_owner(
    paragraph: Callable[..., Document], language: Language, text: str
) -> None:
    """A/RES/75/239, paragraphs 126 and 166."""
    (found,) = find(paragraph(text, language), load_authority()).mentions
    assert found.claim == NumberClaim("A.1117(30)", "imo", "resolution")
