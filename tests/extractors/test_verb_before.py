"""The words before a verb's key: the short way back finds what the pattern alone would find."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recalling.extractors.verb_before import Before
from recalling.extractors.verb_forms import lexicon
from recalling.model import Language

SPACED: tuple[Language, ...] = ("ar", "en", "fr", "ru", "es")


def test_words_before_a_key_are_read_back_to_the_first_that_is_none() -> None:
    """ "while also strongly supporting", and "(strongly" behind a bracket."""
    pattern = r"(?<!\w)(?:(?:while|also|strongly) ){1,4}\Z"
    before = Before(pattern, frozenset({"while", "also", "strongly"}))
    text = "the group while also strongly supporting"
    assert before.begin(text, 0, text.index("supporting")) == text.index("while")
    assert before.begin(text, 0, text.index("while")) == text.index("while")
    assert before.begin("the (also supporting", 0, 10) == 5


@pytest.mark.parametrize("language", SPACED)
def test_the_vocabulary_has_every_word_of_the_pattern(language: Language) -> None:
    """Whatever words are strung together, the pattern over the whole stretch finds no more."""
    before = lexicon(language).before
    assert before.vocabulary is not None
    words = st.sampled_from([*sorted(before.vocabulary), "group", "(also", "70/1", ""])

    @settings(max_examples=300, deadline=None)
    @given(st.lists(words, max_size=9))
    def agree(row: list[str]) -> None:
        text = "".join(f"{word} " for word in row)
        found = re.compile(before.pattern).search(text)
        assert before.begin(text, 0, len(text)) == (found.start() if found else len(text))

    agree()
