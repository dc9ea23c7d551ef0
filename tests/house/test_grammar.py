"""What one language's grammar can say, the other five can: the files are counterparts."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from recalling.model import LANGUAGES

GRAMMAR = Path(__file__).resolve().parents[2] / "src/recalling/grammar"
TOPICS = sorted(p.name for p in GRAMMAR.iterdir() if p.is_dir() and p.name != "__pycache__")

#: keys that only some languages need, and why
OWN: dict[tuple[str, str], str] = {
    ("numbers", "letters"): "Arabic spells the letters of parts and sessions (ألف, زاي, دإ)",
    ("numbers", "spelled"): "Chinese prints a number of the first session in words (第一㈠号)",
    ("names", "adjectives"): "Russian adjectives of a name are inflected",
    ("names", "agreeing"): "Russian words of a name agree in case",
    ("names", "agreement"): "Russian adjectives of a name agree in gender and number",
    ("names", "joining"): "Russian joins inflected names",
    ("names", "nouns"): "Russian nouns of a name are inflected",
    ("names", "possessed"): "Arabic fuses its pronouns to the noun of a name",
}

#: tables whose rows or words have a meaning that every language must be able to express
MEANINGS: dict[tuple[str, str], Callable[[Any], set[object]]] = {
    ("verbs", "verb"): lambda rows: {row["function"] for row in rows},
    ("numbers", "cue"): lambda rows: {row["kind"] for row in rows},
    ("names", "kinds"): lambda words: set(words.values()),
}

#: kinds of instrument that a language names with the word of another kind
SHARED: dict[tuple[str, str], str] = {
    ("ar", "agenda"): "خطة is a plan too",
    ("ar", "compact"): "الاتفاق is an agreement, العهد a covenant",
    ("ar", "consensus"): "توافق stands in names of meetings' outcomes only",
    ("ar", "guidelines"): "المبادئ التوجيهية are المبادئ, principles",
    ("es", "compact"): "Pacto is a covenant too",
    ("fr", "compact"): "Pacte is a covenant too",
    ("ru", "compact"): "договор is a treaty too",
    ("ru", "guidelines"): "Руководящие принципы are Принципы, principles",
}

#: tables whose keys have the same meaning in every language
TABLES = (
    ("names", "short"),
    ("records", "agencies"),
    ("records", "back"),
    ("records", "bodies"),
    ("records", "court"),
    ("records", "locator"),
    ("records", "records"),
    ("records", "series"),
    ("records", "units"),
)


@cache
def grammar(topic: str, language: str) -> dict[str, Any]:
    with (GRAMMAR / topic / f"{language}.toml").open("rb") as file:
        return tomllib.load(file)


def test_the_topics_are_those_that_are_told() -> None:
    """The head of the room names each topic; none lies about unnamed."""
    assert TOPICS == ["names", "numbers", "records", "reports", "structure", "verbs"]


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_has_a_file_a_language(topic: str) -> None:
    """Six files and nothing else."""
    assert {p.name for p in (GRAMMAR / topic).glob("*")} == {f"{x}.toml" for x in LANGUAGES}


@pytest.mark.parametrize("topic", TOPICS)
def test_the_files_of_a_topic_have_the_same_keys(topic: str) -> None:
    """But for those that a language needs of its own, with the reason."""
    keys = {language: set(grammar(topic, language)) for language in LANGUAGES}
    for key in set().union(*keys.values()):
        missing = {language for language in LANGUAGES if key not in keys[language]}
        assert not missing or (topic, key) in OWN, f"{topic}: {key} is missing in {missing}"


def test_each_exception_is_one() -> None:
    """A reason for a key that all languages have, or that none has, is out of date."""
    for topic, key in OWN:
        having = [language for language in LANGUAGES if key in grammar(topic, language)]
        assert 0 < len(having) < len(LANGUAGES), (topic, key, having)
    for language, kind in SHARED:
        assert kind not in grammar("names", language)["kinds"].values(), (language, kind)


@pytest.mark.parametrize(("topic", "table"), MEANINGS)
def test_meanings_have_their_counterparts(topic: str, table: str) -> None:
    """Each function of a verb, kind of cue, kind of instrument can be said in six languages."""
    of = MEANINGS[topic, table]
    said = {language: of(grammar(topic, language)[table]) for language in LANGUAGES}
    everything = set().union(*said.values())
    assert len(everything) > 2
    missing = {
        (language, meaning)
        for language in LANGUAGES
        for meaning in everything - said[language]
        if table != "kinds" or (language, meaning) not in SHARED
    }
    assert missing == set()


def test_every_body_and_type_can_be_named() -> None:
    """The organs and the types of their documents, by the value that a cue stands for."""
    said = {
        language: {
            (cue["kind"], cue["value"])
            for cue in grammar("numbers", language)["cue"]
            if cue["kind"] in {"body", "type"}
        }
        for language in LANGUAGES
    }
    assert {("body", "ga"), ("body", "hrc"), ("type", "decision")} <= said["en"]
    assert {
        language: cues ^ said["en"] for language, cues in said.items() if cues != said["en"]
    } == {}


@pytest.mark.parametrize(("topic", "table"), TABLES)
def test_tables_have_the_same_keys(topic: str, table: str) -> None:
    """Each noun of an instrument, each unit of a locator, in all six languages."""
    keys = {language: set(grammar(topic, language)[table]) for language in LANGUAGES}
    everything = set().union(*keys.values())
    missing = {language: sorted(everything - keys[language]) for language in LANGUAGES}
    assert not any(missing.values()), missing


def test_the_functions_of_verbs_are_those_of_the_scheme() -> None:
    """Every function that a verb file names is a concept of ontology/functions.ttl."""
    from rdflib import RDF, SKOS, Graph

    from recalling.model.resources import resource

    scheme = Graph().parse(resource("ontology", "functions.ttl"))
    known = {str(c).rpartition("/")[2] for c in scheme.subjects(RDF.type, SKOS.Concept)}
    for language in LANGUAGES:
        named = {row["function"] for row in grammar("verbs", language)["verb"]}
        assert named <= known, (language, sorted(named - known))
