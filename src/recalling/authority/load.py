"""The authority read from its SKOS Turtle files (`ontology/authority/*.ttl`).

skos:prefLabel, skos:altLabel, skos:hiddenLabel   names, language-tagged
rec:kind kind:treaty                              what it is
rec:symbol, rec:part, rec:containedIn             the document, and which part of it
rec:protocolTo, rec:optionalProtocolTo inst:…     the treaty to which a protocol belongs
rec:registration "UNTS 1577 / 27531"              series, volumes (joined by "+") / number or range
dcterms:date, rec:adoptedBy body:ga               when, by whom
rec:notYetOn                                      still to come on that day
dcterms:source "A/RES/75/166, note 1"             where labels and identifiers were read
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Literal, cast
from urllib.parse import unquote

import pyoxigraph as ox

from recalling.authority.concepts import Properties, read_concepts
from recalling.authority.entries import Body, Entity, Entry, Label, Rank, Registration
from recalling.authority.index import Authority
from recalling.model import LANGUAGES
from recalling.model.errors import DataError
from recalling.model.resources import resource

BASE = "https://w3id.org/recalling/"
REC = BASE + "ontology#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_DCTERMS = "http://purl.org/dc/terms/"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

_RANKS: tuple[tuple[str, Rank], ...] = (
    (_SKOS + "prefLabel", "preferred"),
    (_SKOS + "altLabel", "alternative"),
    (_SKOS + "hiddenLabel", "hidden"),
)
# "UNTS 1577 / 27531", "UNTS 1341+1343 / 22495", "LNTS 94 / 2138"
_REGISTRATION = re.compile(r"(UNTS|LNTS) (\d+(?:\+\d+)*)? ?/ (\d+(?:-\d+)?)")


@cache
def load_authority() -> Authority:
    """The shipped authority, read once a process.

    Raises DataError naming file and concept when a file does not say what it must.
    """
    return read_authority(sorted(resource("ontology", "authority").glob("*.ttl")))


def read_authority(paths: list[Path]) -> Authority:
    """The authority that these Turtle files make together.

    Raises DataError when a file does not parse or a concept is incomplete.
    """
    entries: list[Entry] = []
    bodies: list[Body] = []
    entities: list[Entity] = []
    for path in paths:
        for iri, said in read_concepts(path).items():
            if not iri.startswith(BASE):
                continue
            key, types = iri.removeprefix(BASE), _values(said, _TYPE)
            if REC + "Body" in types:
                bodies.append(Body(key=key, labels=_labels(said), sources=_sources(said)))
            elif REC + "Entity" in types:
                entities.append(_entity(key, said, path))
            elif REC + "NamedInstrument" in types:
                entries.append(_entry(key, said, path))
    return Authority(entries, bodies, entities)


def _entry(key: str, said: Properties, path: Path) -> Entry:
    optional = _key(said, REC + "optionalProtocolTo")
    body = _one(said, REC + "adoptedBy")
    return Entry(
        key=key,
        kind=_kind(key, said, path),
        labels=_labels(said),
        symbol=_one(said, REC + "symbol"),
        part=_one(said, REC + "part"),
        protocol_to=optional or _key(said, REC + "protocolTo"),
        optional=optional is not None,
        container=_key(said, REC + "containedIn"),
        registrations=tuple(
            _registration(text, key, path) for text in _values(said, REC + "registration")
        ),
        date=_one(said, _DCTERMS + "date"),
        body=None if body is None else body.removeprefix(BASE + "body/"),
        not_yet_on=_one(said, REC + "notYetOn"),
        quoted=_one(said, REC + "quoted") == "true",
        scope=_one(said, _SKOS + "scopeNote"),
        sources=_sources(said),
    )


def _key(said: Properties, predicate: str) -> str | None:
    """The key of what a property names."""
    value = _one(said, predicate)
    return None if value is None else unquote(value.removeprefix(BASE))


def _entity(key: str, said: Properties, path: Path) -> Entity:
    return Entity(
        key=key, type=_kind(key, said, path), labels=_labels(said), sources=_sources(said)
    )


def _kind(key: str, said: Properties, path: Path) -> str:
    kind = _one(said, REC + "kind")
    if kind is None:
        raise DataError(f"{path}: {key} has no rec:kind")
    return kind.removeprefix(BASE + "kind/")


def _registration(text: str, key: str, path: Path) -> Registration:
    match = _REGISTRATION.fullmatch(text)
    if match is None:
        raise DataError(
            f'{path}: {key} has the registration "{text}"; expected "UNTS 1577 / 27531"'
        )
    series, volumes, number = match.groups()
    return Registration(
        cast(Literal["UNTS", "LNTS"], series), tuple((volumes or "").split("+")), number
    )


def _labels(said: Properties) -> tuple[Label, ...]:
    return tuple(
        Label(term.value, term.language, rank)
        for predicate, rank in _RANKS
        for term in said.get(predicate, ())
        if isinstance(term, ox.Literal) and term.language in LANGUAGES
    )


def _sources(said: Properties) -> tuple[str, ...]:
    return tuple(_values(said, _DCTERMS + "source"))


def _values(said: Properties, predicate: str) -> list[str]:
    return [term.value for term in said.get(predicate, ())]


def _one(said: Properties, predicate: str) -> str | None:
    values = _values(said, predicate)
    return values[0] if values else None
