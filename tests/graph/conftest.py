"""The document made by hand, for every test of the room."""

from __future__ import annotations

import pytest
from handmade import Case, handmade_case


@pytest.fixture
def case() -> Case:
    """A document in which there is one of everything."""
    return handmade_case()
