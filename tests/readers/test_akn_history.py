"""What the metadata of a file say of how a text came about: draft, sponsors, vote, meeting."""

from __future__ import annotations

import pytest
from test_akn import small

from recalling.model import Cover
from recalling.readers.akn import read as read_akn

ADOPTED = '<step date="2024-03-21" outcome="adopted" as="A/78/PV.63" by=""/>'
WITHOUT_VOTE = '<voting outcome="adoptedWithoutVote"/>'


def cover(*changes: tuple[str, str], symbol: str = "A/RES/78/265") -> Cover:
    text = small(symbol).decode()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return read_akn(text.encode(), "small.xml").cover


def proposed(by: str, symbol: str = "S/2020/679") -> tuple[str, str]:
    return ADOPTED, f'<step outcome="draftResolution" as="{symbol}" by="{by}"/>{ADOPTED}'


@pytest.mark.parametrize(
    ("by", "sponsors"),
    [
        (
            "Austria, Bosnia and Herzegovina, Uruguay and Zambia",
            ("Austria", "Bosnia and Herzegovina", "Uruguay", "Zambia"),
        ),
        (
            "United Kingdom of Great Britain and Northern Ireland and United States of America",
            ("United Kingdom of Great Britain and Northern Ireland", "United States of America"),
        ),
        (
            "Bolivia (Plurinational State of), Suriname and Trinidad and Tobago",
            ("Bolivia (Plurinational State of)", "Suriname", "Trinidad and Tobago"),
        ),
        (
            "Pakistan (on behalf of the members of the Group of 77 and China)",
            ("Pakistan (on behalf of the members of the Group of 77 and China)",),
        ),
        (
            "submitted by the President of the General Assembly",
            ("President of the General Assembly",),
        ),
        ("on the basis of the report of the Ad Hoc Working Group", ()),
    ],
)
def test_sponsors_are_told_apart_and_not_cut(by: str, sponsors: tuple[str, ...]) -> None:
    assert cover(proposed(by)).sponsors == sponsors


def test_a_draft_that_only_the_history_names_is_a_proposal() -> None:
    """The Security Council prints none on the cover: S/RES/2534 (2020) from S/2020/679."""
    found = cover(proposed("Germany"))
    assert found.proposals == ("S/2020/679",)
    assert [draft.symbol for draft in found.drafts] == ["A/78/L.49"]
    assert cover(proposed("Germany", symbol="#")).proposals == ()


STATES = "".join(f"<organization>{name}</organization>" for name in ("BELGIUM", "CHINA"))


@pytest.mark.parametrize(
    ("voting", "adopted", "outcome", "in_favour"),
    [
        (WITHOUT_VOTE, "A/78/PV.63", "without a vote", 0),
        (f'<voting><count refersTo="inFavour">{STATES}</count></voting>', "", "recorded vote", 2),
        ("<voting/>", "Adopted by acclamation, 8th meeting", "without a vote", 0),
        ('<voting outcome="Adopted by consensus"/>', "", "without a vote", 0),
        ("<voting/>", "A/78/PV.63", None, 0),
    ],
)
def test_a_vote_is_what_the_file_says_of_it(
    voting: str, adopted: str, outcome: str | None, in_favour: int
) -> None:
    vote = cover((WITHOUT_VOTE, voting), ('as="A/78/PV.63"', f'as="{adopted}"')).vote
    assert (vote and vote.outcome) == outcome
    assert len(vote.in_favour if vote else ()) == in_favour


def test_a_meeting_in_words_has_the_number_of_the_history() -> None:
    """ "Octava sesión plenaria" (E/RES/2021/9)."""
    found = cover(
        ('as="A/78/PV.63"', 'as="Adopted without vote, 8th plenary meeting"'),
        ('<location title="63rd"', '<location title="Octava"'),
        ("63rd\n plenary", "Octava\n plenary"),
    )
    assert (found.meeting_number, found.meeting) == (8, "A/78/PV.8")


def test_the_session_is_that_of_the_symbol() -> None:
    """The cover of A/HRC/RES/55/23 in Arabic says 50."""
    assert cover(('value="78"', 'value="50"')).session == "78"


def test_the_day_of_issue_is_that_of_publication_where_the_cover_has_none() -> None:
    published = '<FRBRdate date="2022-08-13" name="publication"/><FRBRlanguage'
    assert cover(("<FRBRlanguage", published)).issued == "2022-08-13"


def test_a_broken_line_leaves_no_space_in_chinese() -> None:
    """As in the item of A/RES/75/241: 小武器和轻武器 非法贸易."""
    broken = cover(("Integrated follow-up", "小武器和轻武器 非法贸易 UNDP 方案"))
    assert broken.agenda_items[0].title == "小武器和轻武器非法贸易 UNDP 方案"
