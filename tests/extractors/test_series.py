"""Treaties are found by volume and number, in the series that is named."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recalling.extractors.series import find_series
from recalling.model import Mention, SeriesClaim

Reader = Callable[..., list[Mention]]


def test_one_treaty(read: Reader) -> None:
    """A/RES/76/25, note 6: the Non-Proliferation Treaty."""
    text = "United Nations, Treaty Series, vol. 729, No. 10485."
    (mention,) = read(find_series, text, "en", role="note")
    assert mention.claim == SeriesClaim("UNTS", ("729",), "10485")
    assert mention.surface == text.rstrip(".")


def test_four_volumes_and_one_number_are_one_treaty(read: Reader) -> None:
    """The Convention against Transnational Organized Crime and the Protocols thereto."""
    text = "United Nations, Treaty Series, vols. 2225, 2237, 2241 and 2326, No. 39574."
    (mention,) = read(find_series, text, "en", role="note")
    assert mention.claim == SeriesClaim("UNTS", ("2225", "2237", "2241", "2326"), "39574")


def test_two_numbers_are_two_treaties_and_a_range_is_kept(read: Reader) -> None:
    """ "Nos. 17512 and 17513" are two mentions, "Nos. 970–973" is one."""
    two = read(find_series, "Ibid., vol. 1125, Nos. 17512 and 17513.", "en", role="note")
    assert [m.claim.registration for m in two] == ["17512", "17513"]  # type: ignore[union-attr]
    (one,) = read(find_series, "联合国，《条约汇编》，第75卷，第970-973号。", "zh", role="note")
    assert one.claim == SeriesClaim("UNTS", ("75",), "970-973")


def test_a_number_alone_after_ibid(read: Reader) -> None:
    """A/RES/76/82, note 8: "Ibid., No. 973." in the volume named before."""
    (mention,) = read(find_series, "Ibid., No. 973.", "en", role="note")
    assert mention.claim == SeriesClaim("UNTS", (), "973")


def test_several_treaties_in_one_note(read: Reader) -> None:
    """A/RES/77/196: four treaties, three of them after "ibid."."""
    text = (
        "United Nations, Treaty Series, vol. 2131, No. 20378; ibid., vols. 2171, 2173 and 2983, "
        "No. 27531; ibid., vol. 1642, No. 14668; and ibid., vol. 2922, No. 14531."
    )
    found = read(find_series, text, "ru", role="note")
    assert [m.claim.registration for m in found] == ["20378", "27531", "14668", "14531"]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ibid., vol. III (A/75/5 (Vol. III)).", "en"),
        ("同上，第三卷(A/75/5 (Vol. III))。", "zh"),
        ("the publication of the United Nations Treaty Series", "en"),
        ("同上，第58.3号决议。", "zh"),
    ],
)
def test_no_treaty(read: Reader, text: str, language: str) -> None:
    """A volume of a report and a series named in passing are no treaties."""
    assert read(find_series, text, language, role="note") == []
