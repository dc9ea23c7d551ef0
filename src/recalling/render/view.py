"""A citation graph as a person looks at it: nodes, ties, passages, and what is unresolved.

`read_view` reads the RDF once; everything that renders (network, page, tables, CSV) starts from
the result, so that all of them show the same.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING
from typing import Literal as OneOf

import msgspec

from recalling.graph.vocabulary import (
    CITO,
    DCTERMS,
    FRBR,
    OA,
    RDF,
    RDFS,
    REC,
    SKOS,
)
from recalling.render.marks import place_marks

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node as Term

Role = OneOf["citing", "cited", "entity"]
TieKind = OneOf["cites", "adopted-from", "mentions", "states"]

_YEAR_IN_SYMBOL = re.compile(r"\((1[89]\d\d|20\d\d)\)$")  # S/RES/1325(2000)
_YEAR = re.compile(r"^(1[89]\d\d|20\d\d)")


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """A citing work, a cited instrument, or an entity that is only mentioned.

    `labels`, `titles` and what `facts` say are by language tag ("" for none). `titles` are its
    own, or when `stated` those that citations state, where none of its own is here. `symbol` is the
    symbol of the document that it is (then `identified`) or stands in. `types` are local names of
    its classes. `year` is None when nothing dates it. `cited` counts the citations of it in
    this graph.
    """

    iri: str
    role: Role
    kind: str = ""
    types: tuple[str, ...] = ()
    symbol: str = ""
    identified: bool = False
    labels: dict[str, str] = {}
    titles: dict[str, str] = {}
    stated: bool = False
    body: str = ""
    date: str = ""
    year: int | None = None
    anticipated: bool = False
    container: str = ""
    part: str = ""
    link: str = ""
    facts: tuple[tuple[str, dict[str, str]], ...] = ()
    cited: int = 0


class Tie(msgspec.Struct, frozen=True, kw_only=True):
    """One edge with its evidence: a citation, an adopted-from draft, a mention, a stated relation.

    `start`/`end` are the place in the citing text as given, in code points; `mark` is the same
    stretch inside the passage's text, so that a renderer can point at it.
    """

    iri: str
    tie: TieKind
    citing: str
    cited: str
    function: str = ""
    verb: str = ""
    language: str = ""
    passage: str = ""
    label: str = ""
    quote: str = ""
    start: int | None = None
    end: int | None = None
    mark: tuple[int, int] | None = None
    footnote: str = ""
    date: str = ""
    title: str = ""
    symbol: str = ""
    part: str = ""
    how: str = ""


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """A paragraph or footnote of a citing text."""

    iri: str
    label: str
    role: str = ""
    text: str = ""
    language: str = ""
    work: str = ""
    start: int | None = None
    end: int | None = None


class Loose(msgspec.Struct, frozen=True, kw_only=True):
    """A mention that could not be identified, and why."""

    iri: str
    work: str
    passage: str
    label: str
    quote: str
    reason: str
    sentence: str
    language: str = ""
    start: int | None = None
    mark: tuple[int, int] | None = None


class View(msgspec.Struct, frozen=True, kw_only=True):
    """All that a graph shows. Every list has a fixed order: by place in the citing text."""

    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    passages: tuple[Passage, ...]
    unresolved: tuple[Loose, ...]
    labels: dict[str, dict[str, str]]
    """Labels of functions, kinds and bodies that the graph itself carries, by IRI."""


Facts = dict[str, dict[str, list["Term"]]]


def read_view(graph: Graph) -> View:
    """What a graph of Recalling's shape shows, in a fixed order.

    Takes a Graph or a Dataset (all its graphs together). What is not of the shape is left out,
    never an error: a graph of something else gives an empty view.
    """
    return _Reading(_index(graph)).view()


def _index(graph: Graph) -> Facts:
    """All triples by subject and predicate: one pass, where asking one by one would be many."""
    from rdflib import Dataset  # here: who reads no graph need not wait for rdflib

    facts: Facts = defaultdict(lambda: defaultdict(list))
    triples = (quad[:3] for quad in graph.quads()) if isinstance(graph, Dataset) else iter(graph)
    for subject, predicate, value in triples:
        values = facts[str(subject)][str(predicate)]
        if value not in values[-64:]:  # the same triple in two graphs of a dataset
            values.append(value)
    return facts


class _Reading:
    """One pass over the index; each method reads one kind of thing."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.by_class: dict[str, list[str]] = defaultdict(list)
        for subject in sorted(facts):
            for kind in facts[subject].get(RDF + "type", ()):
                self.by_class[str(kind)].append(subject)

    def all(self, subject: str, predicate: str) -> list[str]:
        """Values as strings, sorted."""
        return sorted(map(str, self.facts.get(subject, {}).get(predicate, ())))

    def one(self, subject: str, predicate: str) -> str:
        """The first value in sorted order, "" when there is none."""
        return next(iter(self.all(subject, predicate)), "")

    def number(self, subject: str, predicate: str) -> int | None:
        """A value that is a whole number, None when there is none."""
        value = self.one(subject, predicate)
        return int(value) if value.isdecimal() else None

    def texts(self, subject: str, *predicates: str) -> dict[str, str]:
        """Language-tagged values by language; the first predicate that has a language wins."""
        from rdflib import Literal

        found: dict[str, str] = {}
        for predicate in predicates:
            values = self.facts[subject].get(predicate, ()) if subject in self.facts else ()
            for value in sorted(values, key=lambda v: v.n3()):
                if isinstance(value, Literal):
                    found.setdefault((value.language or "").split("-")[0], str(value))
        return found

    def tongue(self, subject: str, predicate: str) -> str:
        """Language tag of a value."""
        return next((tag for tag in self.texts(subject, predicate) if tag), "")

    def view(self) -> View:
        """Everything, put together."""
        passages = self.passages()
        ties = self.ties(passages)
        loose = self.unresolved(passages)
        marks = place_marks(
            [
                *((t.iri, t.passage, t.quote, t.start, self.prefix(t.iri)) for t in ties),
                *((u.iri, u.passage, u.quote, u.start, self.prefix(u.iri)) for u in loose),
            ],
            {p.iri: (p.text, p.start, p.end) for p in passages.values()},
        )
        ties = [msgspec.structs.replace(t, mark=marks.get(t.iri)) for t in ties]
        loose = [msgspec.structs.replace(u, mark=marks.get(u.iri)) for u in loose]
        nodes = self.nodes(ties)
        used = {t.passage for t in ties} | {t.footnote for t in ties} | {u.passage for u in loose}
        return View(
            nodes=tuple(nodes),
            ties=tuple(ties),
            passages=tuple(p for p in passages.values() if p.iri in used),
            unresolved=tuple(loose),
            labels={
                iri: self.texts(iri, SKOS + "prefLabel", RDFS + "label")
                for iri in sorted({*self.by_class[SKOS + "Concept"], *self.by_class[REC + "Body"]})
            },
        )

    def passages(self) -> dict[str, Passage]:
        """Paragraphs and footnotes in the order of the documents."""
        found = []
        for iri in (*self.by_class[REC + "Paragraph"], *self.by_class[REC + "Footnote"]):
            expression = self.one(iri, DCTERMS + "isPartOf")
            role, label = self.one(iri, REC + "role"), self.one(iri, REC + "label")
            found.append(
                (
                    expression,
                    self.number(iri, REC + "order") or 0,
                    _place_of(role, label),
                    Passage(
                        iri=iri,
                        label=label,
                        role=role,
                        text=self.one(iri, REC + "text"),
                        language=self.tongue(iri, REC + "text"),
                        work=self.one(expression, FRBR + "realizationOf"),
                        start=self.number(iri, REC + "start"),
                        end=self.number(iri, REC + "end"),
                    ),
                )
            )
        found.sort(key=lambda row: (*row[:3], row[3].iri))
        return {passage.iri: passage for *_, passage in found}

    def prefix(self, iri: str) -> str:
        """The words before a mention, where its place selector gives them."""
        place = self.one(iri, REC + "place")
        return self.one(place, OA + "prefix") if place else ""

    def ties(self, passages: dict[str, Passage]) -> list[Tie]:
        """Every edge, in the order of the citing texts."""
        citations = [
            self.tie(iri, "cites", self.one(iri, CITO + "hasCitedEntity"), passages)
            for iri in self.by_class[CITO + "Citation"]
        ]
        drafts = [
            self.tie(iri, "adopted-from", self.one(iri, REC + "names"), passages)
            for iri in self.by_class[REC + "DraftReference"]
        ]
        mentions = [
            self.tie(iri, "mentions", self.one(iri, REC + "names"), passages)
            for iri in self.by_class[REC + "EntityMention"]
        ]
        stated = [self.stated(iri, passages) for iri in self.by_class[REC + "StatedRelation"]]
        order = {iri: at for at, iri in enumerate(passages)}
        return sorted(
            (t for t in (*citations, *drafts, *mentions, *stated) if t.citing and t.cited),
            key=lambda t: (order.get(t.passage, -1), t.start or 0, t.iri),
        )

    def tie(self, iri: str, tie: TieKind, cited: str, passages: dict[str, Passage]) -> Tie:
        """One citation, draft reference or entity mention."""
        passage = self.one(iri, REC + "inParagraph")
        home = passages.get(passage)
        return Tie(
            iri=iri,
            tie=tie,
            citing=self.one(iri, CITO + "hasCitingEntity") or (home.work if home else ""),
            cited=cited,
            function=_local(self.one(iri, REC + "function")),
            verb=self.one(iri, REC + "verb"),
            language=self.tongue(iri, REC + "quote") or (home.language if home else ""),
            passage=passage,
            label=home.label if home else "",
            quote=self.one(iri, REC + "quote"),
            start=self.number(iri, REC + "start"),
            end=self.number(iri, REC + "end"),
            footnote=self.one(iri, REC + "footnote"),
            date=self.one(iri, REC + "statedDate"),
            title=self.one(iri, REC + "statedTitle"),
            part=self.one(iri, REC + "citedPart"),
            symbol=self.one(iri, REC + "citedSymbol"),
            how=self.one(iri, REC + "how"),
        )

    def stated(self, iri: str, passages: dict[str, Passage]) -> Tie:
        """A relation between two cited things, and the passage that states it."""
        passage = self.one(iri, REC + "inParagraph")
        home = passages.get(passage)
        return Tie(
            iri=iri,
            tie="states",
            citing=self.one(iri, RDF + "subject"),
            cited=self.one(iri, RDF + "object"),
            function=_kebab(_local(self.one(iri, RDF + "predicate"))),
            language=home.language if home else "",
            passage=passage,
            label=home.label if home else "",
        )

    def unresolved(self, passages: dict[str, Passage]) -> list[Loose]:
        """What could not be identified, in the order of the citing texts."""
        order = {iri: at for at, iri in enumerate(passages)}
        found = []
        for iri in self.by_class[REC + "Unresolved"]:
            passage = self.one(iri, REC + "inParagraph")
            home = passages.get(passage)
            found.append(
                Loose(
                    iri=iri,
                    work=self.one(iri, REC + "citingWork") or (home.work if home else ""),
                    passage=passage,
                    label=home.label if home else "",
                    quote=self.one(iri, REC + "quote"),
                    reason=self.one(iri, REC + "reason"),
                    sentence=self.one(iri, REC + "reasonText"),
                    language=home.language if home else "",
                    start=self.number(iri, REC + "start"),
                )
            )
        return sorted(found, key=lambda u: (order.get(u.passage, -1), u.start or 0, u.iri))

    def nodes(self, ties: list[Tie]) -> list[Node]:
        """Works that cite first, then what is cited, then entities, each in order of place."""
        works = [
            iri
            for iri in sorted(self.facts)
            if FRBR + "realization" in self.facts[iri] and iri.find("#") < 0
        ]
        cited = _counts(ties)
        stated_dates: dict[str, str] = {}
        for tie in ties:
            if tie.date:
                stated_dates.setdefault(tie.cited, tie.date)
        roles: dict[str, Role] = {}
        for iri in (*works, *(t.citing for t in ties if t.tie == "cites")):
            roles.setdefault(iri, "citing")
        for tie in ties:
            for iri in (tie.citing, tie.cited):
                entity = tie.tie == "mentions" or self.is_entity(iri)
                roles.setdefault(iri, "entity" if entity else "cited")
        rank = {"citing": 0, "cited": 1, "entity": 2}
        return [
            self.node(iri, role, cited[iri], stated_dates.get(iri, ""))
            for iri, role in sorted(roles.items(), key=lambda item: rank[item[1]])
        ]

    def is_entity(self, iri: str) -> bool:
        """Whether the graph types it as an entity: a body, platform, programme, goal or event."""
        return REC + "Entity" in self.all(iri, RDF + "type")

    def node(self, iri: str, role: Role, cited: int, stated: str) -> Node:
        """One node; its date is its own, else the one that a citing text states."""
        symbol = self.one(iri, DCTERMS + "identifier") or self.one(iri, REC + "symbol")
        date = self.one(iri, DCTERMS + "date") or stated
        dated = _YEAR.match(date) or _YEAR_IN_SYMBOL.search(symbol)
        container = self.one(iri, REC + "containedIn")
        body = next(
            filter(None, (self.one(iri, REC + p) for p in ("adoptedBy", "issuedBy", "organ"))), ""
        )
        titles = self.texts(iri, DCTERMS + "title")
        links = [*self.all(iri, RDFS + "seeAlso"), *self.all(container, RDFS + "seeAlso")]
        link = next((u for u in links if u.startswith("https://")), "")  # never javascript:
        return Node(
            iri=iri,
            role=role,
            kind=_local(self.one(iri, REC + "kind")),
            types=tuple(_local(t) for t in self.all(iri, RDF + "type")),
            symbol=symbol,
            identified=bool(self.one(iri, DCTERMS + "identifier")),
            labels=self.texts(iri, SKOS + "prefLabel", RDFS + "label"),
            titles=titles or self.texts(iri, REC + "statedTitle"),
            stated=not titles,
            body=body,
            date=date,
            year=int(dated[1]) if dated else None,
            anticipated=REC + "Anticipated" in self.all(iri, RDF + "type"),
            container=container,
            part=self.one(iri, REC + "containedInPart"),
            link=link,
            facts=tuple(self.cover(iri)) if role == "citing" else (),
            cited=cited,
        )

    def cover(self, iri: str) -> list[tuple[str, dict[str, str]]]:
        """What the cover of a citing work says: session, agenda item, draft, meeting, committee."""
        rows = [("session", {"": v}) for v in self.all(iri, REC + "session")]
        for item in self.all(iri, REC + "agendaItem"):
            number = self.one(item, REC + "number")
            titles = self.texts(item, DCTERMS + "title") or {"": ""}
            rows.append(
                ("agenda_item", {tag: f"{number} {t}".strip() for tag, t in titles.items()})
            )
        for name, predicate in (("adopted_from", "adoptedFrom"), ("meeting", "meeting")):
            for value in self.all(iri, REC + predicate):
                rows.append((name, {"": self.one(value, DCTERMS + "identifier") or _local(value)}))
        committee = self.texts(iri, REC + "committee")
        return [*rows, ("committee", committee)] if committee else rows


def _counts(ties: list[Tie]) -> Counter[str]:
    """How often each thing is cited: a work's six language versions cite it once, not six times."""
    by_text = Counter((t.cited, t.citing, t.language) for t in ties if t.tie == "cites")
    most: dict[tuple[str, str], int] = {}
    for (cited, citing, _), count in by_text.items():
        most[cited, citing] = max(most.get((cited, citing), 0), count)
    counts: Counter[str] = Counter()
    for (cited, _), count in most.items():
        counts[cited] += count
    return counts


_ROLES = {"cover": 0, "pp": 1, "op": 2}


def _place_of(role: str, label: str) -> tuple[int, tuple[tuple[int, str], ...]]:
    """Where a paragraph stands by its label alone, for graphs that do not say: op2 before op10."""
    words = re.findall(r"\d+|\D+", label)
    return _ROLES.get(role, 3), tuple((int(w) if w.isdecimal() else 0, w) for w in words)


def _local(iri: str) -> str:
    """What stands behind the last slash or hash."""
    return re.split(r"[/#]", iri)[-1]


def _kebab(name: str) -> str:
    """The id behind a property's name: takesNoteOf, takes-note-of."""
    return re.sub(r"(?<=[a-z])([A-Z])", r"-\1", name).lower()
