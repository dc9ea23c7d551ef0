"""What footnotes cite: chains of Ibid., treaties that share a number, records without symbol."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from recalling.authority import Authority, Entry, Registration
from recalling.extractors import find
from recalling.model import (
    Cover,
    Document,
    Flow,
    Language,
    Mention,
    NameClaim,
    Paragraph,
    Resolution,
    Span,
)
from recalling.resolver import resolve
from recalling.resolver.by_series import identify_series
from recalling.resolver.state import Identified, State


def treaty(slug: str, volume: str, number: str) -> Entry:
    return Entry(
        key=f"instrument/{slug}",
        kind="treaty",
        registrations=(Registration("UNTS", (volume,), number),),
    )


TREATIES = Authority(
    entries=(
        treaty("convention-on-the-rights-of-the-child", "1577", "27531"),
        treaty("optional-protocol-sale-of-children", "2171", "27531"),
        treaty("optional-protocol-armed-conflict", "2173", "27531"),
        treaty("convention-on-transnational-crime", "2225", "39574"),
        treaty("trafficking-protocol", "2237", "39574"),
        treaty("law-of-the-sea", "1833", "31363"),
        Entry(key="instrument/geneva-conventions", kind="treaty"),
    )
)


def notes(
    texts: Sequence[str], language: Language = "en", authority: Authority = TREATIES
) -> Resolution:
    """The resolution of a document that consists of footnotes."""
    document = footnotes(texts, language)
    return resolve(document, find(document, authority), authority)


def footnotes(texts: Sequence[str], language: Language) -> Document:
    paragraphs, start = [], 0
    for i, text in enumerate(texts, 1):
        paragraphs.append(
            Paragraph(
                f"note{i}", "note", Span(start, start + len(text)), Flow(text, (0,), (start,))
            )
        )
        start += len(text) + 1
    return Document(
        name="notes",
        text="\n".join(texts),
        language=language,
        cover=Cover(symbol="A/RES/78/265", organ="ga", adopted="2024-03-21"),
        paragraphs=tuple(paragraphs),
    )


def cited(resolution: Resolution) -> list[tuple[str, str, str | None]]:
    return [(c.mention.paragraph, c.instrument.key, c.part) for c in resolution.citations]


def test_a_chain_of_ibid() -> None:
    """A/RES/76/114, notes 1 to 3: the same report, each time another place in it."""
    resolution = notes(
        [
            "《大会正式记录，第七十四届会议，补编第10号》(A/74/10)。",
            "同上，第42段。",
            "同上，第四章，E节。",
            "同上。",
        ],
        "zh",
    )
    assert cited(resolution) == [
        ("note1", "doc/A/74/10", None),
        ("note2", "doc/A/74/10", "para. 42"),
        ("note3", "doc/A/74/10", "chap. IV, sect. E"),
        ("note4", "doc/A/74/10", "chap. IV, sect. E"),
    ]


def test_a_new_volume_and_number_break_the_chain() -> None:
    """A/RES/75/183: the series stays, the treaty is another; the Ibid. behind it is that one."""
    resolution = notes([
        "United Nations, Treaty Series, vol. 1577, No. 27531.",
        "Ibid., vol. 2171, No. 27531.",
        "Ibid.",
    ])  # fmt: skip
    assert [key for _, key, _ in cited(resolution)] == [
        "instrument/convention-on-the-rights-of-the-child",
        "instrument/optional-protocol-sale-of-children",
        "instrument/optional-protocol-sale-of-children",
    ]


def test_a_bare_ibid_is_the_whole_earlier_note() -> None:
    """A note of two documents is two citations again."""
    resolution = notes(["A/76/607 and A/76/723.", "Ibid."])
    assert [key for note, key, _ in cited(resolution) if note == "note2"] == [
        "doc/A/76/607",
        "doc/A/76/723",
    ]


def test_a_locator_in_one_of_several_documents_is_not_guessed() -> None:
    """Nothing says in which of the two documents annex II is."""
    resolution = notes(["A/76/607 and A/76/723.", "Ibid., annex II."])
    assert [u.reason for u in resolution.unresolved] == ["ambiguous"]


@pytest.mark.parametrize("first", ["Available at www.un.org.", "Or equivalent framework."])
def test_ibid_behind_a_note_that_cites_nothing(first: str) -> None:
    """It stays unresolved, with its reason."""
    resolution = notes([first, "Ibid., annex II."])
    assert [u.reason for u in resolution.unresolved] == ["no-antecedent"]


def test_a_note_by_its_number() -> None:
    """A note further back, and one that does not exist."""
    resolution = notes(["A/66/53.", "A/67/53.", "See note 1 above.", "See note 9 above."])
    assert ("note3", "doc/A/66/53", None) in cited(resolution)
    assert [u.reason for u in resolution.unresolved] == ["no-antecedent"]


def test_volumes_tell_a_convention_from_its_protocols() -> None:
    """One number: two protocols by their volumes; a convention named with its protocols is one."""
    protocols = notes(["United Nations, Treaty Series, vols. 2171 and 2173, No. 27531."])
    assert [key for _, key, _ in cited(protocols)] == [
        "instrument/optional-protocol-sale-of-children",
        "instrument/optional-protocol-armed-conflict",
    ]
    convention = notes(["United Nations, Treaty Series, vols. 2225 and 2237, No. 39574."])
    assert [key for _, key, _ in cited(convention)] == [
        "instrument/convention-on-transnational-crime"
    ]


def test_an_unknown_treaty_has_a_key_of_its_own() -> None:
    """Its number; with the volume where another treaty under that number is known.

    A number of some hundreds in volume 1651 is one of Part II, which counts on its own.
    """
    resolution = notes([
        "United Nations, Treaty Series, vol. 1651, No. 1061.",
        "Ibid., vol. 2983, No. 27531.",
        "League of Nations, Treaty Series, vol. XCIV, No. 2138.",
        "Ibid., vol. XCIV, No. 2139.",
        "United Nations, Treaty Series, vol. 1834, No. 31363.",
    ])  # fmt: skip
    assert [key for _, key, _ in cited(resolution)] == [
        "treaty/II-1061",
        "treaty/I-27531/2983",
        "treaty/LoN-2138",
        "treaty/LoN-2139",
        "instrument/law-of-the-sea",
    ]


def test_the_words_at_the_marker_name_a_range() -> None:
    """A/RES/77/107, note 2: Nos. 970–973 are the Geneva Conventions."""
    text = "United Nations, Treaty Series, vol. 75, Nos. 970–973."
    document = footnotes([text], "en")
    finding = find(document, TREATIES)
    (series,) = finding.mentions
    name = Mention(
        paragraph="pp1",
        at=0,
        until=18,
        span=Span(0, 18),
        surface="Geneva Conventions",
        claim=NameClaim("Geneva Conventions", ("instrument/geneva-conventions",)),
        rule="name",
        note="note1",
    )
    both = type(finding)(clauses=(), mentions=(series, name))
    outcome = identify_series(series, State(document, both, TREATIES))
    assert isinstance(outcome, Identified)
    assert [i.key for i in outcome.instruments] == ["instrument/geneva-conventions"]


@pytest.mark.parametrize(
    ("text", "language", "key"),
    [
        (
            "Organización de las Naciones Unidas para la Educación, la Ciencia y la Cultura, "
            "Actas de la Conferencia General, 41ª reunión, París, 9-24 de noviembre de 2021, "
            "vol. 1, Resoluciones, anexo VII.",
            "es",
            "record/unesco/general-conference/41/vol-1",
        ),
        ("世界卫生组织，WHA58/2005/REC/1号文件。", "zh", "record/who/WHA58/2005/REC/1"),
        (
            "Доклад четвертой Всемирной конференции по положению женщин, Пекин (издание "
            "Организации Объединенных Наций, в продаже под № R.96.IV.13), гл. I.",
            "ru",
            "record/sales/96.IV.13",
        ),
        (
            "Official Records of the General Assembly, Sixtieth Session, Supplement No. 33.",
            "en",
            "record/ga/60/supplement-33",
        ),
    ],
)
def test_records_have_one_key_in_every_language(text: str, language: Language, key: str) -> None:
    """UNESCO's volume, an agency's document, a sales number, a supplement without symbol."""
    assert [found for _, found, _ in cited(notes([text], language))] == [key]
