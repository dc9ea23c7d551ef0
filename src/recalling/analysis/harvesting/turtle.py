"""Candidates as SKOS in Turtle, with their evidence, and back.

A candidate is a skos:Concept with what it stands for, what the authority has already, and one
source in words. Around it stand nodes of their own: a rec:NameAttestation for each name, with the
notes from which it derives; a rec:Identification for what notes give; a rec:NameConflict for a name
that stands for several things, with each rec:Contender and its count. No node is blank and nothing
is dated, so the same corpus gives the same file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar, cast

import pyoxigraph as ox

from recalling import __version__
from recalling.analysis.harvesting.candidates import (
    Candidate,
    Conflict,
    Contender,
    Given,
    Name,
    Target,
)
from recalling.analysis.harvesting.notes import iri_path
from recalling.graph import BASE, instrument_iri
from recalling.graph.terms import literal
from recalling.graph.vocabulary import DCTERMS, KIND, PREFIXES, PROV, RDF, RDFS, REC, SKOS
from recalling.model import LANGUAGES, Language
from recalling.model.errors import InputError

_USED = ("dcat", "dcterms", "kind", "prov", "rdfs", "rec", "skos")
_SCHEME = "candidate"
_HEAD = """# What the footnotes of a corpus say that names stand for: candidates for the authority.
#
# Made by `recalling authority harvest`; nothing here is settled. Counts are of documents.
"""


def candidates_turtle(candidates: Iterable[Candidate]) -> str:
    """The candidates as Turtle, in their order."""
    parts = [_HEAD, f"@base <{BASE}> ."]
    parts += [f"@prefix {prefix}: <{PREFIXES[prefix]}> ." for prefix in _USED]
    parts += ["", *_head(), ""]
    for rank, candidate in enumerate(candidates, 1):
        parts += [*_blocks(rank, candidate), ""]
    return "\n".join(parts)


def read_candidates(path: Path) -> list[Candidate]:
    """Candidates from a file that `candidates_turtle` made, in order of rank.

    Raises InputError when it cannot be read or holds none.
    """
    remedy = "make them with `recalling authority harvest`"
    said: Said = defaultdict(lambda: defaultdict(list))
    try:
        for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE):
            if isinstance(quad.subject, ox.NamedNode):
                value = cast(ox.NamedNode | ox.Literal, quad.object)
                said[quad.subject.value][quad.predicate.value].append(value)
        found = sorted(_Reader(said).ranked(), key=lambda pair: pair[0])
    except (OSError, SyntaxError, ValueError, LookupError) as error:
        raise InputError(f"{path} cannot be read as candidates ({error}): {remedy}.") from error
    if not found:
        raise InputError(f"{path} holds no candidates: {remedy}.")
    return [candidate for _, candidate in found]


Said = dict[str, dict[str, list[ox.NamedNode | ox.Literal]]]


class _Reader:
    """The statements of a file, as candidates."""

    def __init__(self, said: Said) -> None:
        self._said = said
        self._about: dict[tuple[str, str], list[str]] = defaultdict(list)
        for node, properties in said.items():
            for candidate in properties.get(REC + "attests", ()):
                for class_ in properties[RDF + "type"]:
                    self._about[candidate.value, class_.value].append(node)

    def ranked(self) -> Iterator[tuple[int, Candidate]]:
        """Each candidate with its rank."""
        for node, properties in self._said.items():
            if any(one.value == REC + "Candidate" for one in properties.get(RDF + "type", ())):
                yield int(self._one(node, REC + "position")), self._candidate(node)

    def _candidate(self, node: str) -> Candidate:
        return Candidate(
            id=iri_path(node).removeprefix("candidate/"),
            kind=self._one(node, REC + "kind").removeprefix(KIND),
            targets=self._targets(node),
            names=tuple(self._name(one) for one in self._evidence(node, "NameAttestation")),
            works=int(self._one(node, REC + "works")),
            status=self._one(node, REC + "status"),
            known=next((iri_path(x) for x in self._values(node, SKOS + "exactMatch")), ""),
            given=tuple(
                Given(self._targets(one), int(self._one(one, REC + "works")))
                for one in self._evidence(node, "Identification")
            ),
            source=next(iter(self._values(node, DCTERMS + "source")), ""),
            beside=self._contenders(node, REC + "beside"),
            conflicts=tuple(
                Conflict(*self._quote(one), self._contenders(one, REC + "contender"))
                for one in self._evidence(node, "NameConflict")
            ),
        )

    def _name(self, node: str) -> Name:
        language, text = self._quote(node)
        return Name(
            language=language,
            text=text,
            works=int(self._one(node, REC + "works")),
            notes=tuple(sorted(iri_path(x) for x in self._values(node, PROV + "wasDerivedFrom"))),
            known=self._one(node, REC + "inAuthority") == "true",
        )

    def _quote(self, node: str) -> tuple[Language, str]:
        (quote,) = self._said[node][REC + "quote"]
        language = quote.language if isinstance(quote, ox.Literal) else None
        return next(one for one in LANGUAGES if one == language), quote.value

    def _targets(self, node: str) -> tuple[Target, ...]:
        return tuple(
            Target(
                iri_path(self._one(one, REC + "standsFor")),
                next(iter(self._values(one, REC + "containedInPart")), ""),
                next((x.split(" ")[1] for x in self._values(one, REC + "registration")), ""),
            )
            for one in sorted(self._values(node, REC + "gives"), key=_number)
        )

    def _contenders(self, node: str, predicate: str) -> tuple[Contender, ...]:
        return tuple(
            Contender(
                iri_path(self._one(one, REC + "contends")).removeprefix("candidate/"),
                self._one(one, RDFS + "label"),
                int(self._one(one, REC + "works")),
            )
            for one in sorted(self._values(node, predicate), key=_number)
        )

    def _evidence(self, node: str, class_: str) -> list[str]:
        return sorted(self._about[node, REC + class_], key=_number)

    def _values(self, node: str, predicate: str) -> list[str]:
        return [one.value for one in self._said[node].get(predicate, ())]

    def _one(self, node: str, predicate: str) -> str:
        values = self._values(node, predicate)
        if len(values) != 1:
            name = predicate.rpartition("#")[2]
            raise ValueError(f"{node} has {len(values)} values of {name}, where one is expected")
        return values[0]


def _number(node: str) -> int:
    """The number at the end of a node's name, by which its siblings are in order."""
    return int(node.rpartition("-")[2])


def _head() -> Iterator[str]:
    made, software = f"<{_SCHEME}#made>", f"<software/{__version__}>"
    label = literal(f"Recalling {__version__}", "en")
    yield _block(
        f"<{_SCHEME}>",
        [
            ("a", ["skos:ConceptScheme", "dcat:Dataset"]),
            ("dcterms:title", [literal("Candidates for the authority of named instruments", "en")]),
            ("prov:wasGeneratedBy", [made]),
        ],
    )
    yield _block(made, [("a", ["prov:Activity"]), ("prov:wasAssociatedWith", [software])])
    yield _block(software, [("a", ["prov:SoftwareAgent"]), ("rdfs:label", [label])])


Properties = Sequence[tuple[str, Sequence[str]]]


def _block(subject: str, said: Properties) -> str:
    lines = [f"{predicate} {', '.join(values)}" for predicate, values in said if values]
    return f"{subject} " + " ;\n    ".join(lines) + " ."


def _blocks(rank: int, candidate: Candidate) -> Iterator[str]:
    node = f"candidate/{candidate.id}"
    yield _block(f"<{node}>", _concept(rank, candidate))
    for at, target in _numbered(candidate.targets):
        yield _target(f"{node}#target-{at}", target)
    for at, name in _numbered(candidate.names):
        yield _block(
            f"<{node}#name-{at}>",
            [
                ("a", ["rec:NameAttestation"]),
                ("rec:attests", [f"<{node}>"]),
                ("rec:quote", [literal(name.text, name.language)]),
                ("rec:works", [str(name.works)]),
                ("rec:inAuthority", ["true" if name.known else "false"]),
                ("prov:wasDerivedFrom", [_iri(note) for note in name.notes]),
            ],
        )
    for at, given in _numbered(candidate.given):
        yield from _identification(node, f"given-{at}", given)
    for at, conflict in _numbered(candidate.conflicts):
        yield from _conflict(node, f"conflict-{at}", conflict)
    for at, contender in _numbered(candidate.beside):
        yield from _contender(f"{node}#beside-{at}", contender)


def _concept(rank: int, candidate: Candidate) -> Properties:
    firsts = {name.language: name for name in reversed(candidate.names)}
    node = f"candidate/{candidate.id}"
    return [
        ("a", ["skos:Concept", "rec:Candidate"]),
        ("skos:inScheme", [f"<{_SCHEME}>"]),
        ("rec:position", [str(rank)]),
        ("rec:status", [literal(candidate.status)]),
        ("rec:works", [str(candidate.works)]),
        ("rec:kind", [f"kind:{candidate.kind}"]),
        *((
            "skos:prefLabel" if name is firsts[name.language] else "skos:altLabel",
            [literal(name.text, name.language)],
        ) for name in candidate.names),
        ("rec:standsFor", [_iri(target.key) for target in candidate.targets]),
        ("rec:gives", [f"<{node}#target-{at}>" for at, _ in _numbered(candidate.targets)]),
        ("skos:exactMatch", [_iri(candidate.known)] if candidate.known else []),
        ("rec:beside", [f"<{node}#beside-{at}>" for at, _ in _numbered(candidate.beside)]),
        ("dcterms:source", [literal(candidate.source)] if candidate.source else []),
    ]  # fmt: skip


def _identification(node: str, name: str, given: Given) -> Iterator[str]:
    yield _block(
        f"<{node}#{name}>",
        [
            ("a", ["rec:Identification"]),
            ("rec:attests", [f"<{node}>"]),
            ("rec:works", [str(given.works)]),
            ("rec:gives", [f"<{node}#{name}-{at}>" for at, _ in _numbered(given.targets)]),
        ],
    )
    for at, target in _numbered(given.targets):
        yield _target(f"{node}#{name}-{at}", target)


def _target(node: str, target: Target) -> str:
    return _block(
        f"<{node}>",
        [
            ("a", ["rec:Target"]),
            ("rec:standsFor", [_iri(target.key)]),
            ("rec:containedInPart", [literal(target.part)] if target.part else []),
            ("rec:registration", [literal(target.registration)] if target.volume else []),
        ],
    )


def _conflict(node: str, name: str, conflict: Conflict) -> Iterator[str]:
    contenders = list(_numbered(conflict.contenders))
    yield _block(
        f"<{node}#{name}>",
        [
            ("a", ["rec:NameConflict"]),
            ("rec:attests", [f"<{node}>"]),
            ("rec:quote", [literal(conflict.name, conflict.language)]),
            ("rec:contender", [f"<{node}#{name}-{at}>" for at, _ in contenders]),
        ],
    )
    for at, contender in contenders:
        yield from _contender(f"{node}#{name}-{at}", contender)


def _contender(node: str, contender: Contender) -> Iterator[str]:
    known = "/" in contender.id
    yield _block(
        f"<{node}>",
        [
            ("a", ["rec:Contender"]),
            ("rec:contends", [_iri(contender.id if known else f"candidate/{contender.id}")]),
            ("rec:works", [str(contender.works)]),
            ("rdfs:label", [literal(contender.target)]),
        ],
    )


T = TypeVar("T")


def _numbered(every: Iterable[T]) -> Iterator[tuple[int, T]]:
    return enumerate(every, 1)


def _iri(key: str) -> str:
    """A thing of ours by its key, relative to the base."""
    return f"<{instrument_iri(key).removeprefix(BASE)}>"
