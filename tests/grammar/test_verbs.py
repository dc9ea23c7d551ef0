"""The verb files: each rule is held to its examples, each function speaks six languages."""

from __future__ import annotations

import re

import pytest
from rdflib import Graph, Namespace, URIRef
from rdflib.namespace import RDF, SKOS

from recalling.extractors.clauses import find_clauses
from recalling.extractors.verb_forms import Example, Verb, VerbGrammar
from recalling.grammar import load_grammar
from recalling.model import (
    LANGUAGES,
    Clause,
    Cover,
    Document,
    Flow,
    Language,
    Paragraph,
    Role,
    Span,
)
from recalling.model.resources import resource

FN = Namespace("https://w3id.org/recalling/function/")
CITO = "http://purl.org/spar/cito/"
SYMBOL = re.compile(r"(?:A|S|E)/(?:HRC/)?(?:RES|DEC)/\d+(?:/\d+|\(\d{4}\))")


def verbs(language: Language) -> dict[str, Verb]:
    return {verb.function: verb for verb in load_grammar("verbs", language, VerbGrammar).verb}


def clauses(text: str, language: Language, role: Role) -> tuple[Clause, ...]:
    paragraph = Paragraph(f"{role}1", role, Span(0, len(text)), Flow(text))
    return find_clauses(
        Document(name="x", text=text, language=language, cover=Cover(), paragraphs=(paragraph,))
    )


EXAMPLES = [
    pytest.param(language, verb.function, example, id=f"{language}-{verb.function}-{n}")
    for language in LANGUAGES
    for verb in verbs(language).values()
    for n, example in enumerate(verb.examples)
]
REJECTS = [
    pytest.param(language, verb.function, text, id=f"{language}-{verb.function}-{n}")
    for language in LANGUAGES
    for verb in verbs(language).values()
    for n, text in enumerate(verb.rejects)
]


@pytest.mark.parametrize(("language", "function", "example"), EXAMPLES)
def test_each_rule_matches_its_examples(
    language: Language, function: str, example: Example
) -> None:
    """The verb is printed exactly as far as the official text prints it, in one of the moods."""
    read = [found[0] for role in ("pp", "op") if (found := clauses(example.text, language, role))]
    assert any(c.leading and c.verb == example.verb and c.function == function for c in read)


@pytest.mark.parametrize(("language", "function", "text"), REJECTS)
def test_each_rule_rejects_what_it_must(language: Language, function: str, text: str) -> None:
    """The verb stands in these words of official texts, but opens nothing there."""
    for role in ("pp", "op"):
        assert function not in {clause.function for clause in clauses(text, language, role)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_rule_has_both_kinds_of_examples(language: Language) -> None:
    """Most were seen in a document, whose symbol says which; the rest only complete the six."""
    rules = verbs(language).values()
    assert all(rule.examples and rule.rejects for rule in rules)
    seen = [example.seen for rule in rules for example in rule.examples]
    assert all(SYMBOL.fullmatch(symbol) for symbol in seen if symbol)
    unseen = [r.function for r in rules if not any(example.seen for example in r.examples)]
    assert len(unseen) <= 8


def test_each_function_has_its_forms_in_all_six_languages() -> None:
    """And each is a concept of the scheme: neither side has one that the other lacks."""
    graph = Graph().parse(resource("ontology", "functions.ttl"))
    concepts = {str(s).removeprefix(FN) for s in graph.subjects(RDF.type, SKOS.Concept)}
    for language in LANGUAGES:
        rules = verbs(language)
        assert set(rules) == concepts
        assert all(rule.pp and rule.op for rule in rules.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_form_stands_for_two_functions(language: Language) -> None:
    """In one mood, a form says one thing."""
    for mood in ("pp", "op", "past", "we"):
        owner: dict[str, str] = {}
        for verb in verbs(language).values():
            for form in getattr(verb, mood):
                assert owner.setdefault(form, verb.function) == verb.function, form


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_only_opens_paragraphs_is_one_of_the_forms(language: Language) -> None:
    for verb in verbs(language).values():
        assert set(verb.first) <= {*verb.pp, *verb.op}, verb.function


@pytest.mark.parametrize("language", LANGUAGES)
def test_classes_named_in_forms_exist(language: Language) -> None:
    """Every `[deg]` and `<concern>` is a list of [words], and every list is used."""
    grammar = load_grammar("verbs", language, VerbGrammar)
    forms = [
        f for v in grammar.verb for mood in ("pp", "op", "past", "we") for f in getattr(v, mood)
    ]
    phrases = [
        *forms,
        *grammar.before,
        *grammar.after,
        *(w for x in grammar.words.values() for w in x),
    ]
    named = {name for phrase in phrases for name in re.findall(r"[\[<](\w+)[\]>]", phrase)}
    assert named == set(grammar.words)


def test_the_scheme_says_each_function_in_six_languages() -> None:
    """One preferred label a language; the English one is the id in words, as records print it."""
    graph = Graph().parse(resource("ontology", "functions.ttl"))
    for concept in graph.subjects(RDF.type, SKOS.Concept):
        labels = {label.language: str(label) for label in graph.objects(concept, SKOS.prefLabel)}
        assert set(labels) == set(LANGUAGES), concept
        assert labels["en"] == str(concept).removeprefix(FN).replace("-", " ")
        assert graph.value(concept, SKOS.definition)


def test_the_nearest_cito_property_is_one_of_cito(shared) -> None:
    """Every closeMatch is a term of CiTO as published."""
    cito = Graph().parse(shared / "vocab" / "cito.ttl")
    graph = Graph().parse(resource("ontology", "functions.ttl"))
    matches = set(graph.objects(None, SKOS.closeMatch))
    assert matches
    for term in matches:
        assert (term, RDF.type, None) in cito


@pytest.mark.parametrize(
    ("function", "property_"),
    [
        ("reaffirms", "confirms"),
        ("endorses", "agreesWith"),
        ("recalls", "obtainsBackgroundFrom"),
        ("takes-note-of", "citesForInformation"),
        ("takes-note-with-appreciation", "citesForInformation"),
        ("pursuant-to", "citesAsAuthority"),
        ("extends", "extends"),
    ],
)
def test_what_a_function_comes_closest_to(function: str, property_: str) -> None:
    """To take note of a document is never to agree with it, with however much appreciation."""
    graph = Graph().parse(resource("ontology", "functions.ttl"))
    assert set(graph.objects(FN[function], SKOS.closeMatch)) == {URIRef(CITO + property_)}
