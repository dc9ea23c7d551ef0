"""Numbers are found by their slash or bracket: all that their pattern finds, and no others."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recalling.extractors.number_grammar import number_grammar
from recalling.extractors.number_tokens import candidates
from recalling.model import LANGUAGES, Language

PIECES = [
    "70/1", "217 A (III)", "1325 (2000)", "S-27/2", "ES-10/14", "3201 (S-VI)", "12345", "/", "(",
    "A/70/1", " ", " of 2015 ", "-", "2015 (see above)", "1514 (د-15)", "3068 (د إ-6)", "دإط-10/19",
    ")", "第70/1号", "74/1 to 74/5", ".", "%", "45 باء (IX)", "(2000", "99",
]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_signs_find_what_the_pattern_finds(language: Language) -> None:
    grammar = number_grammar(language)

    @settings(max_examples=300, deadline=None)
    @given(st.lists(st.sampled_from(PIECES), max_size=8))
    def agree(pieces: list[str]) -> None:
        text = "".join(pieces)
        expected = [found.span() for found in grammar.number.finditer(text)]
        assert [found.span() for found in candidates(text, grammar)] == expected

    agree()
