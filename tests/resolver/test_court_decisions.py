"""Decisions of a court: known by their day, wherever the text says it."""

from __future__ import annotations

import pytest
from test_by_name import cited, read

_OPINION = "the advisory opinion of the International Court of Justice"
_NUCLEAR = f"Recalling {_OPINION} on nuclear weapons, issued on 8 July 1996,"
_WALL = f"Recalling {_OPINION} rendered on 9 July 2004,"


@pytest.mark.parametrize(
    ("earlier", "expected"),
    [
        ([_NUCLEAR], [("record/icj/1996-07-08", "record")]),
        ([_NUCLEAR, _WALL], []),
    ],
)
def test_an_opinion_without_its_day_is_the_only_one_of_the_text(
    earlier: list[str], expected: list[tuple[str, str]]
) -> None:
    """Its note says only where it is printed; where two have a day it stays open which is meant."""
    parts = [(f"pp{at}", "pp", text, []) for at, text in enumerate(earlier, 1)]
    resolution = read([
        *parts,
        ("pp9", "pp", f"Stressing the importance of {_OPINION} to all,", [("Justice", "note1")]),
        ("note1", "note", "Available at www.icj-cij.org.", []),
    ])  # fmt: skip
    assert cited(resolution, "pp9") == expected
    assert [u.reason for u in resolution.unresolved] == ([] if expected else ["ambiguous"])
