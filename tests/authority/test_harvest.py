"""Footnotes say what names stand for; the same note joins the languages."""

from __future__ import annotations

from recalling.authority.harvest import Place, harvest, shared_endings
from recalling.model import Cover, Document, Flow, Language, Marker, Paragraph, Span


def document(symbol: str, language: Language, words: str, note: str) -> Document:
    marker = Marker("note1", len(words.rstrip("，,")), Span(0, 1))
    return Document(
        name=symbol,
        text=words,
        language=language,
        cover=Cover(symbol=symbol),
        paragraphs=(
            Paragraph("pp1", "pp", Span(0, len(words)), Flow(words), (marker,)),
            Paragraph("note1", "note", Span(0, len(note)), Flow(note)),
        ),
    )


def test_the_new_urban_agenda_is_what_its_notes_say() -> None:
    note = "Resolution 71/256, annex."
    documents = [
        document("A/RES/75/1", "en", "Recalling the New Urban Agenda,", note),
        document("A/RES/75/1", "zh", "回顾《新城市议程》，", "第71/256号决议，附件。"),
        document("A/RES/75/2", "en", "in line with the New Urban Agenda,",
                 "General Assembly resolution 71/256, annex."),
        document("A/RES/75/2", "zh", "按照《新城市议程》，", "大会第71/256号决议，附件。"),
    ]  # fmt: skip
    (candidate,) = harvest(documents, least=2)
    assert candidate.note == "Resolution 71/256, annex"
    assert candidate.names["en"][0] == ("the New Urban Agenda", 2)
    assert candidate.names["zh"][0] == ("《新城市议程》", 2)
    assert candidate.places == (Place("A/RES/75/1", "note1"), Place("A/RES/75/2", "note1"))


def test_a_name_with_two_identities_is_shown_as_a_conflict() -> None:
    documents = [
        document(f"A/RES/75/{n}", "en", "Recalling the Vienna Declaration,", note)
        for n, note in enumerate(("A/CONF.157/24, chap. III.", "Resolution 69/137, annex I."), 1)
    ]
    first, second = harvest(documents, least=1)
    assert first.conflicts == (second.note,)
    assert second.conflicts == (first.note,)


def test_a_note_without_an_identifier_gives_no_candidate() -> None:
    documents = [document("A/RES/75/1", "en", "Recalling the Convention,", "As amended.")]
    assert harvest(documents, least=1) == []


def test_endings_that_all_share_are_kept_whole() -> None:
    texts = [
        "of the Convention on the Rights of the Child",
        "the Convention on the Rights of the Child",
    ]
    assert shared_endings(texts, most=1) == (("the Convention on the Rights of the Child", 2),)
