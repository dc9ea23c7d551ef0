"""The words of the vocabulary as data: functions, kinds and terms with their labels.

Read from `ontology/functions.ttl`, `ontology/kinds.ttl` and `ontology/recalling.ttl`, each once a
process and only when asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import msgspec
import pyoxigraph as ox

from recalling.authority.concepts import Properties, read_concepts
from recalling.graph.vocabulary import CITO, FN, KIND, RDFS, REC, SKOS
from recalling.model.resources import resource


class Word(msgspec.Struct, frozen=True, kw_only=True):
    """A concept of ours: its id, its preferred labels as (language, text), what it stands for.

    `character` is the CiTO property that a function comes closest to; `type` the class of things
    of a kind and `body_property` how a body relates to them (all full IRIs).
    """

    id: str
    labels: tuple[tuple[str, str], ...] = ()
    character: str | None = None
    type: str = REC + "Instrument"
    body_property: str = REC + "issuedBy"


@cache
def functions() -> Mapping[str, Word]:
    """Functions of verbs by id ("takes-note-of"). Raises DataError when the file is wrong."""
    return _words("functions.ttl", FN)


@cache
def kinds() -> Mapping[str, Word]:
    """Kinds of instruments and entities by id. Raises DataError when the file is wrong."""
    return _words("kinds.ttl", KIND)


def kind_id(kind: str) -> str:
    """The id of a kind that may be given by its English label.

    >>> kind_id("plan of action")
    'plan-of-action'
    """
    return kind.replace(" ", "-")


@cache
def terms() -> Mapping[str, Word]:
    """Classes and properties by local name ("containedIn"), with their labels.

    Raises DataError when the file is wrong.
    """
    return _words("recalling.ttl", REC)


def _words(name: str, namespace: str) -> Mapping[str, Word]:
    concepts = read_concepts(resource("ontology", name))
    return {
        iri.removeprefix(namespace): _word(iri.removeprefix(namespace), said)
        for iri, said in sorted(concepts.items())
        if iri.startswith(namespace) and iri != namespace
    }


def _word(identifier: str, said: Properties) -> Word:
    labels = sorted(
        (label.language, label.value)
        for label in said.get(SKOS + "prefLabel", said.get(RDFS + "label", []))
        if isinstance(label, ox.Literal) and label.language
    )
    matches = [m.value for m in said.get(SKOS + "closeMatch", ()) if m.value.startswith(CITO)]
    types = [t.value for t in said.get(REC + "asClass", ())]
    properties = [p.value for p in said.get(REC + "bodyProperty", ())]
    return Word(
        id=identifier,
        labels=tuple(labels),
        character=min(matches, default=None),
        type=min(types, default=REC + "Instrument"),
        body_property=min(properties, default=REC + "issuedBy"),
    )
