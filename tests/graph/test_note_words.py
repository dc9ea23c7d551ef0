"""The words before a footnote's mark stay with the note, also where their paragraph is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from recalling.authority import Authority
from recalling.graph import Triple, assemble, assemble_lean
from recalling.graph.note_words import note_words
from recalling.graph.places import Places
from recalling.model import (
    Citation,
    Cover,
    Document,
    Flow,
    Instrument,
    Marker,
    Mention,
    Paragraph,
    Resolution,
    Span,
    SymbolClaim,
)

# made for this test: two names with their notes; the third note gives no identity
WORDS = "Recalling the Istanbul Declaration and the Doha Programme of Action, as amended"
NOTES = {"note1": "A/CONF.219/7, chap. II.", "note2": "Resolution 76/258, annex.", "note3": "Sic."}


def document(
    words: str = WORDS, marks: tuple[str, ...] = ("Declaration", "Action", "amended")
) -> Document:
    markers = tuple(
        Marker(f"note{n}", words.index(mark) + len(mark), Span(0, 1))
        for n, mark in enumerate(marks, 1)
    )
    notes = tuple(
        Paragraph(label, "note", Span(0, len(text)), Flow(text), number=label[4:])
        for label, text in NOTES.items()
    )
    return Document(
        name="x",
        text=words,
        language="en",
        cover=Cover(symbol="A/RES/76/160"),
        paragraphs=(Paragraph("pp3", "pp", Span(0, len(words)), Flow(words), markers), *notes),
    )


def cites(note: str, symbol: str) -> Citation:
    return Citation(
        mention=Mention(
            paragraph=note,
            at=0,
            until=5,
            span=Span(0, 5),
            surface=NOTES[note][:5],
            claim=SymbolClaim(symbol),
            rule="symbol",
        ),
        instrument=Instrument(key=f"doc/{symbol}", kind="document", symbol=symbol),
        how="symbol",
    )


RESOLUTION = Resolution(
    citations=(cites("note1", "A/CONF.219/7"), cites("note2", "A/RES/76/258")), unresolved=()
)
BEFORE = "https://w3id.org/recalling/ontology#wordsBefore"


def test_each_mark_has_the_words_since_the_one_before() -> None:
    said = {note[-7:-1]: words for note, _, words in note_words(Places(document()), RESOLUTION)}
    assert said == {
        "#note1": '"Recalling the Istanbul Declaration"@en',
        "#note2": '"and the Doha Programme of Action"@en',
    }


def test_long_words_are_cut_before_a_whole_word() -> None:
    words = "weary " * 100 + "Declaration"
    (said,) = note_words(Places(document(words, ("Declaration",))), RESOLUTION)
    assert said[2].startswith('"weary weary')
    assert said[2].endswith(' Declaration"@en')
    assert len(said[2]) < 250


@pytest.mark.parametrize("assembled", [assemble, assemble_lean])
def test_graph_and_store_have_them(assembled: Callable[..., Iterator[Triple]]) -> None:
    """In the store too, where the paragraph itself is left out because nothing is cited in it."""
    said = list(assembled(document(), RESOLUTION, Authority()))
    assert [s[-7:-1] for s, p, _ in said if BEFORE in p] == ["#note1", "#note2"]
