"""Words of the vocabulary as data: functions, kinds and terms with their labels."""

from __future__ import annotations

from recalling.graph.vocabulary import CITO
from recalling.graph.words import functions, kinds, terms

SIX = ["ar", "en", "es", "fr", "ru", "zh"]


def test_each_word_is_a_concept_with_a_label_in_six_languages() -> None:
    """The scheme or ontology itself, at the bare namespace, is no word of it."""
    for words in (functions(), kinds(), terms()):
        assert "" not in words
        assert all(identifier == word.id for identifier, word in words.items())
        for word in words.values():
            assert [language for language, _ in word.labels] == SIX, word.id


def test_a_function_comes_close_to_a_property_of_cito() -> None:
    assert functions()["reaffirms"].character == CITO + "confirms"
    assert functions()["takes-note-of"].character == CITO + "citesForInformation"


def test_a_kind_says_of_which_class_its_things_are_and_who_makes_them() -> None:
    assert kinds()["resolution"].type.endswith("#Resolution")
    assert kinds()["resolution"].body_property.endswith("#adoptedBy")
    assert kinds()["report"].body_property.endswith("#issuedBy")
