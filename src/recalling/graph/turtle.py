"""Canonical Turtle: one text for one set of triples, for people and for every parser.

Subjects in the order of the text: the head of the file, works, expressions, paragraphs,
citations, relations, then what is cited, then the words used. A predicate has its fixed place,
objects are sorted. IRIs are written in full or relative to a declared base, and as a prefixed name
only where the local part is letters, digits, `-` and `_`: dots, slashes and brackets in local
names are where parsers differ.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from recalling.graph.terms import TYPE, Triple, iri
from recalling.graph.vocabulary import (
    BASE,
    CITO,
    DCTERMS,
    FRBR,
    OA,
    PREFIXES,
    PROV,
    RDF,
    RDFS,
    REC,
    SCHEMA,
    SKOS,
    VOID,
    XSD,
)

Said = Mapping[str, Mapping[str, list[str]]]
"""Subject → predicate → objects."""

_PREFIXED = re.compile(r"[A-Za-z](?:[A-Za-z0-9_-]{0,200}[A-Za-z0-9_])?")
# a relative reference that every resolver only has to append: no dot opens a segment
_RELATIVE = re.compile(
    r"[A-Za-z0-9_()~%-][A-Za-z0-9._()~%-]{0,400}(?:/[A-Za-z0-9_()~%-][A-Za-z0-9._()~%-]{0,400}){0,30}"
    r"(?:#[A-Za-z0-9._()~%:-]{1,400})?"
)
_INTEGER = re.compile(rf'"(0|[1-9][0-9]{{0,17}})"\^\^<{re.escape(XSD)}integer>')
_BOOLEAN = re.compile(rf'"(true|false)"\^\^<{re.escape(XSD)}boolean>')
_TYPED = re.compile(r'("(?:[^"\\]|\\.)*")\^\^<([^>]*)>')
_EXPRESSION = re.compile(r"/([a-z]{2})$")

_WIDTH = 100

# predicates in their order of appearance; those of one row share a line
_ROWS: tuple[tuple[str, ...], ...] = (
    (TYPE,),
    *(
        tuple(iri(p) for p in row)
        for row in (
            (REC + "kind",),
            (DCTERMS + "identifier",),
            (CITO + "hasCitingEntity",),
            (REC + "citingWork",),
            (DCTERMS + "isPartOf",),
            (REC + "label", REC + "role", REC + "number", REC + "order"),
            (REC + "pointOf",),
            (REC + "verb", REC + "function"),
            (REC + "text",),
            (CITO + "hasCitedEntity",),
            (REC + "names",),
            (RDF + "subject",),
            (RDF + "predicate",),
            (RDF + "object",),
            (REC + "statedBy",),
            (REC + "reason",),
            (REC + "reasonText",),
            (REC + "symbol",),
            (REC + "containedIn", REC + "containedInPart"),
            (REC + "citedSymbol", REC + "citedPart"),
            (REC + "statedDate",),
            (REC + "statedTitle",),
            (REC + "quote",),
            (REC + "passage",),
            (REC + "inParagraph", REC + "footnote"),
            (REC + "start", REC + "end", REC + "place"),
            (OA + "start", OA + "end", OA + "exact"),
            (REC + "hasNote",),
            (CITO + "hasCitationCharacterization",),
            (REC + "how", REC + "rule"),
            (REC + "evidence",),
            (REC + "disagreement",),
            (DCTERMS + "title",),
            (DCTERMS + "date",),
            (DCTERMS + "issued",),
            (REC + "organ", REC + "adoptedBy", REC + "issuedBy"),
            (REC + "session",),
            (REC + "agendaItem",),
            (REC + "adoptedFrom",),
            (REC + "committee",),
            (REC + "withoutCommittee",),
            (REC + "meeting",),
            (REC + "vote",),
            (SKOS + "prefLabel",),
            (SKOS + "altLabel",),
            (FRBR + "realization",),
            (FRBR + "realizationOf",),
            (DCTERMS + "language", SCHEMA + "inLanguage"),
            (CITO + "cites",),
        )
    ),
)
_LAST_ROWS = tuple(
    (iri(p),) for p in (SCHEMA + "mentions", RDFS + "seeAlso", PROV + "wasGeneratedBy")
)
_ROW_OF = {p: i for i, row in enumerate(_ROWS) for p in row}

_SECTIONS = (
    "",
    "The document",
    "Its paragraphs and notes",
    "What it cites and names, in the order of the text",
    "What it says of the things that it cites",
    "What is cited or named",
    "The words used above",
)
_SECTION_OF_TYPE = {
    iri(type_): section
    for section, types in enumerate(
        (
            (VOID + "Dataset", PROV + "Activity", PROV + "SoftwareAgent"),
            (FRBR + "Expression", REC + "AgendaItem", REC + "Vote"),
            (REC + "Paragraph", REC + "Footnote"),
            (
                CITO + "Citation",
                REC + "DraftReference",
                REC + "EntityMention",
                REC + "Unresolved",
                OA + "TextPositionSelector",
            ),
            (REC + "StatedRelation",),
            (),
            (SKOS + "Concept", REC + "Body"),
        )
    )
    for type_ in types
}
_INSTRUMENTS = 5
_REALIZATION, _DATASET = iri(FRBR + "realization"), iri(VOID + "Dataset")
_ORDER, _START, _OA_START = iri(REC + "order"), iri(REC + "start"), iri(OA + "start")
_END, _OA_END, _PART_OF = iri(REC + "end"), iri(OA + "end"), iri(DCTERMS + "isPartOf")


def write_turtle(triples: Iterable[Triple], base: str = BASE) -> str:
    """The triples, as terms of N-Triples, in canonical Turtle; repeated triples count once.

    The text depends on nothing but the set of triples and `base`. Every parser reads from it
    exactly the triples given; blank nodes are not expected and raise ValueError.
    """
    said = _group(triples)
    names = _Names(base, said)
    sections: dict[int, list[str]] = defaultdict(list)
    for section, subject in sorted(
        ((_section(properties), subject) for subject, properties in said.items()),
        key=lambda pair: (pair[0], _key(pair[1], said[pair[1]])),
    ):
        sections[section].append(_block(names, subject, said[subject]))
    body: list[str] = []
    for section in sorted(sections):
        heading = _SECTIONS[section]
        body.append((f"# {heading}\n\n" if heading else "") + "\n".join(sections[section]))
    return names.header() + "\n" + "\n".join(body)


def _group(triples: Iterable[Triple]) -> Said:
    said: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for subject, predicate, object_ in triples:
        if subject[0] != "<" or object_[0] == "_":
            raise ValueError(
                f"no name for {subject} {predicate} {object_}: blank nodes are not used"
            )
        said[subject][predicate].add(object_)
    return {
        subject: {p: sorted(objects, key=_by_language) for p, objects in properties.items()}
        for subject, properties in said.items()
    }


def _by_language(object_: str) -> tuple[str, str]:
    """Order of objects: labels by language, everything else by itself."""
    tagged = object_[0] == '"' and object_[-3:-2] == "@"
    return (object_[-2:] if tagged else ""), object_


def _section(properties: Mapping[str, list[str]]) -> int:
    """The section of the file that a subject belongs to."""
    if _REALIZATION in properties:
        return 1
    known = [_SECTION_OF_TYPE[t] for t in properties.get(TYPE, ()) if t in _SECTION_OF_TYPE]
    return min(known, default=_INSTRUMENTS)


def _key(subject: str, properties: Mapping[str, list[str]]) -> tuple[int, str, int, int, str]:
    """Order within a section: works before their parts, places of a text in its order."""
    first = 1
    if _REALIZATION in properties or _DATASET in properties.get(TYPE, ()):
        first = 0
    text = subject.partition("#")[0] if _PART_OF in properties or "#" in subject else ""
    order = _number(properties, _ORDER, _START, _OA_START)
    return first, text, order, _number(properties, _END, _OA_END), subject[1:-1]


def _number(properties: Mapping[str, list[str]], *predicates: str) -> int:
    for predicate in predicates:
        for value in properties.get(predicate, ()):
            match = _INTEGER.fullmatch(value)
            if match:
                return int(match[1])
    return 0


def _block(names: _Names, subject: str, properties: Mapping[str, list[str]]) -> str:
    """All that is said of one subject, a statement a line."""
    lines: list[str] = []
    for row in _rows(properties):
        said = [f"{names.predicate(p)} {_objects(names, properties[p])}" for p in row]
        lines.append(" ; ".join(said))
    return f"{names.term(subject)} " + " ;\n    ".join(lines) + " .\n"


def _rows(properties: Mapping[str, list[str]]) -> Iterator[tuple[str, ...]]:
    last = {p for row in _LAST_ROWS for p in row}
    for row in _ROWS:
        present = tuple(p for p in row if p in properties)
        if present:
            yield present
    for predicate in sorted(properties):
        if predicate not in _ROW_OF and predicate not in last:
            yield (predicate,)
    for row in _LAST_ROWS:
        if row[0] in properties:
            yield row


def _objects(names: _Names, objects: list[str]) -> str:
    written = [names.term(o) for o in objects]
    line = ", ".join(written)
    return line if len(written) == 1 or len(line) <= _WIDTH else ",\n        ".join(written)


class _Names:
    """How terms are written in one file, and which prefixes that takes."""

    def __init__(self, base: str, said: Said) -> None:
        self._base = base
        self._spaces = {namespace: prefix for prefix, namespace in PREFIXES.items()}
        self._used: set[str] = set()
        self._based = False
        self._written: dict[str, str] = {}
        texts = sorted(
            subject[1:-1]
            for subject, properties in said.items()
            if iri(FRBR + "Expression") in properties.get(TYPE, ())
        )
        languages = [m[1] if (m := _EXPRESSION.search(text)) else "text" for text in texts]
        for i, (text, language) in enumerate(zip(texts, languages, strict=True)):
            alone = languages.count(language) == 1
            name = language if alone else f"{language}{languages[: i + 1].count(language)}"
            self._spaces[f"{text}#"] = name

    def header(self) -> str:
        """The base and the prefixes that were used, in alphabetical order."""
        lines = [f"@base <{self._base}> ."] if self._based else []
        spaces = {prefix: space for space, prefix in self._spaces.items()}
        lines += [f"@prefix {prefix}: <{spaces[prefix]}> ." for prefix in sorted(self._used)]
        return "\n".join(lines) + "\n"

    def predicate(self, term: str) -> str:
        """A predicate; rdf:type is `a`."""
        return "a" if term == TYPE else self.term(term)

    def term(self, term: str) -> str:
        """An IRI or a literal as Turtle writes it."""
        written = self._written.get(term)
        if written is None:
            written = self._iri(term[1:-1]) if term[0] == "<" else self._literal(term)
            self._written[term] = written
        return written

    def _iri(self, value: str) -> str:
        cut = max(value.rfind("#"), value.rfind("/")) + 1
        space, local = value[:cut], value[cut:]
        prefix = self._spaces.get(space)
        if prefix is not None and _PREFIXED.fullmatch(local):
            self._used.add(prefix)
            return f"{prefix}:{local}"
        if value.startswith(self._base) and _RELATIVE.fullmatch(value[len(self._base) :]):
            self._based = True
            return f"<{value[len(self._base) :]}>"
        return f"<{value}>"

    def _literal(self, term: str) -> str:
        bare = _INTEGER.fullmatch(term) or _BOOLEAN.fullmatch(term)
        if bare is not None:
            return bare[1]
        typed = _TYPED.fullmatch(term) if term[-1] == ">" else None
        return f"{typed[1]}^^{self._iri(typed[2])}" if typed else term
