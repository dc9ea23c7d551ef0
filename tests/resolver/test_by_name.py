"""Names, short forms and descriptions become instruments; notes confirm and decide."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from recalling.authority import load_authority
from recalling.extractors import find
from recalling.model import (
    Cover,
    Document,
    Flow,
    Language,
    Marker,
    Paragraph,
    Resolution,
    Role,
    Span,
)
from recalling.resolver import resolve

Part = tuple[str, Role, str, Sequence[tuple[str, str]]]


def read(parts: Sequence[Part], language: Language = "en", title: str | None = None) -> Resolution:
    """The resolution of a document: label, role, text, and (words, note) for each marker."""
    text, paragraphs = "", []
    for label, role, words, notes in parts:
        start = len(text)
        markers = tuple(
            Marker(note, words.index(before) + len(before), Span(start, start))
            for before, note in notes
        )
        text += words + "\n"
        paragraphs.append(
            Paragraph(label, role, Span(start, len(text) - 1), Flow(words, (0,), (start,)), markers)
        )
    document = Document(
        name="one",
        text=text,
        language=language,
        cover=Cover(symbol="A/RES/78/265", organ="ga", adopted="2024-03-21", title=title),
        paragraphs=tuple(paragraphs),
    )
    authority = load_authority()
    return resolve(document, find(document, authority), authority)


def cited(resolution: Resolution, label: str) -> list[tuple[str, str]]:
    return [(c.instrument.key, c.how) for c in resolution.citations if c.mention.paragraph == label]


def test_a_name_and_its_note_are_one_citation_with_two_pieces_of_evidence() -> None:
    """A/RES/78/265 pp 1: the Universal Declaration, and note 1, resolution 217 A (III)."""
    resolution = read([
        ("pp1", "pp", "Recalling the Universal Declaration of Human Rights,",
         [("Rights", "note1")]),
        ("note1", "note", "Resolution 217 A (III).", []),
    ])  # fmt: skip
    key = "instrument/universal-declaration-of-human-rights"
    assert cited(resolution, "pp1") == [(key, "name and note")]
    (name,) = (c for c in resolution.citations if c.mention.paragraph == "pp1")
    assert [e.paragraph for e in name.evidence] == ["pp1", "note1"]
    assert cited(resolution, "note1")[0][0] == key


def test_an_unknown_name_is_what_its_note_says() -> None:
    resolution = read([
        ("pp1", "pp", "Recalling the Nassau Declaration on Trends in Health,",
         [("Health", "note1")]),
        ("note1", "note", "A/66/999, annex.", []),
    ])  # fmt: skip
    assert cited(resolution, "pp1") == [("doc/A/66/999#annex", "note")]
    (name,) = (c for c in resolution.citations if c.mention.paragraph == "pp1")
    assert name.instrument.kind == "declaration"
    assert name.instrument.container == "doc/A/66/999"


def test_what_is_still_to_come_is_anticipated() -> None:
    """A/RES/78/265 op 11 looks forward to a global digital compact."""
    resolution = read([("op11", "op", "Looks forward to a global digital compact;", [])])
    (citation,) = resolution.citations
    assert citation.instrument.key == "instrument/global-digital-compact"
    assert citation.instrument.anticipated


@pytest.mark.parametrize(
    ("language", "full", "short"),
    [
        ("en", "Recalling the Convention on the Rights of the Child,",
         "Calls upon States parties to the Convention to act;"),
        ("fr", "Rappelant la Convention relative aux droits de l’enfant,",
         "Engage les États parties à la Convention à agir ;"),
        ("es", "Recordando la Convención sobre los Derechos del Niño,",
         "Insta a los Estados partes en la Convención a que actúen;"),
        ("ru", "ссылаясь на Конвенцию о правах ребенка,",
         "призывает государства — участники Конвенции действовать;"),
        ("ar", "إذ تشير إلى اتفاقية حقوق الطفل،", "تهيب بالدول الأطراف في الاتفاقية أن تعمل؛"),
        ("zh", "回顾《儿童权利公约》，", "促请《公约》缔约国采取行动；"),
    ],
)  # fmt: skip
def test_a_short_form_is_what_the_document_named_in_full(
    language: Language, full: str, short: str
) -> None:
    key = "instrument/convention-on-the-rights-of-the-child"
    resolution = read([("pp1", "pp", full, []), ("op1", "op", short, [])], language)
    assert cited(resolution, "op1") == [(key, "short form")]


def test_a_short_form_before_its_full_name() -> None:
    resolution = read([
        ("pp1", "pp", "Recalling the Convention,", []),
        ("op1", "op", "Reaffirms the Convention on the Rights of the Child;", []),
    ])  # fmt: skip
    assert cited(resolution, "pp1")[0][1] == "short form"


def test_a_short_form_without_antecedent_stays_unresolved() -> None:
    resolution = read([("op1", "op", "Calls upon States parties to the Convention to act;", [])])
    assert [(u.mention.surface, u.reason) for u in resolution.unresolved] == [
        ("Convention", "no-antecedent")
    ]


def test_of_two_conventions_the_one_introduced_by_a_bracket_is_meant() -> None:
    """A/RES/75/239: "the United Nations Convention on the Law of the Sea (the Convention)"."""
    resolution = read([
        ("pp1", "pp", "Recalling the United Nations Convention on the Law of the Sea (the "
                      "Convention) and the Convention on Biological Diversity,", []),
        ("op1", "op", "Emphasizes the unified character of the Convention;", []),
    ])  # fmt: skip
    assert cited(resolution, "op1") == [
        ("instrument/un-convention-on-the-law-of-the-sea", "short form")
    ]


def test_of_two_conventions_the_one_in_the_title_is_meant() -> None:
    parts: list[Part] = [
        ("pp1", "pp", "Recalling the Convention on Biological Diversity and the Convention on the "
                      "Rights of the Child,", []),
        ("op1", "op", "Urges the full implementation of the Convention;", []),
    ]  # fmt: skip
    titled = read(parts, title="Status of the Convention on the Rights of the Child")
    assert cited(titled, "op1")[0][0] == "instrument/convention-on-the-rights-of-the-child"
    assert [u.reason for u in read(parts).unresolved] == ["ambiguous"]


def test_the_charter_is_that_of_the_united_nations_by_custom() -> None:
    resolution = read([("op1", "op", "Acting under Chapter VII of the Charter,", [])])
    assert cited(resolution, "op1") == [("instrument/charter-of-the-united-nations", "custom")]
    assert resolution.citations[0].part == "chap. VII"


def test_a_declaration_in_an_annex_is_not_the_resolution() -> None:
    resolution = read([
        ("pp1", "pp", "Reaffirming the political declaration of the forum contained in the annex "
                      "to its resolution 78/1 of 29 September 2023,", []),
    ])  # fmt: skip
    assert [key for key, _ in cited(resolution, "pp1")] == [
        "doc/A/RES/78/1#annex",
        "doc/A/RES/78/1",
    ]
    (relation,) = resolution.relations
    assert (relation.relation, relation.subject.key, relation.object.key) == (
        "contained-in", "doc/A/RES/78/1#annex", "doc/A/RES/78/1",
    )  # fmt: skip
