"""Every cue of the number grammars does what its examples say, and has its counterparts."""

from __future__ import annotations

import pytest

from recalling.extractors.number_grammar import Rule, all_rules, number_grammar
from recalling.model import LANGUAGES, Language

RULES = [(language, rule) for language, rules in all_rules().items() for rule in rules]


def read(language: Language, text: str) -> set[str]:
    """The ids of the rules that speak in a text."""
    return {cue.rule for cue in number_grammar(language).cues(text, 0, len(text))}


@pytest.mark.parametrize(("language", "rule"), RULES, ids=[rule.id for _, rule in RULES])
def test_a_rule_speaks_in_its_examples_and_is_silent_in_the_others(
    language: Language, rule: Rule
) -> None:
    assert rule.match
    assert rule.reject
    for text in rule.match:
        assert rule.id in read(language, text), text
    for text in rule.reject:
        assert rule.id not in read(language, text), text


def test_every_rule_has_an_id_of_its_own() -> None:
    ids = [rule.id for _, rule in RULES]
    assert len(ids) == len(set(ids))
    assert all(rule.id.startswith(f"{language}.") for language, rule in RULES)


@pytest.mark.parametrize("kind", ["type", "body"])
def test_what_one_language_can_say_the_other_five_can(kind: str) -> None:
    """The same types and bodies are told in all six languages."""
    values = {
        language: {rule.value for rule in rules if rule.kind == kind}
        for language, rules in all_rules().items()
    }
    assert all(values[language] == values["en"] for language in LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_can_say_its(language: Language) -> None:
    """ "its resolution": in Arabic the mark is fused with the type."""
    assert any(rule.kind == "self" for rule in all_rules()[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_twelve_months(language: Language) -> None:
    assert len(number_grammar(language).data.months) == 12


def test_arabic_part_letters_stand_for_the_whole_latin_alphabet() -> None:
    letters = set(number_grammar("ar").data.letters.values())
    assert letters >= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
