"""What a store of many documents keeps of each: its graph without what can be had elsewhere.

A part of what `assemble` says, never anything else. Left out are the paragraphs in which nothing
is cited, the selectors of Web Annotation (the offsets stay), routes, rules and evidence (`recalling
extract` says them again), the passage around the words (the paragraph's text stays), the cited
symbol and the CiTO character (they follow from what is cited and from the function), the names of
instruments, functions and kinds (said once for the whole store), sponsors, and who made the
statement (the named graph says that). Every packaged query answers alike on both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from recalling.authority import Authority
from recalling.graph.assemble import assemble
from recalling.graph.broken_notes import broken_notes
from recalling.graph.identifiers import expression_iri
from recalling.graph.places import Places
from recalling.graph.terms import TYPE, Triple, iri
from recalling.graph.vocabulary import (
    BASE,
    CITO,
    DCAT,
    DCTERMS,
    OA,
    PREFIXES,
    PROV,
    RDFS,
    REC,
    SKOS,
    VOID,
)
from recalling.model import Document, Resolution

_LEFT_OUT = frozenset(
    iri(name)
    for name in (
        SKOS + "prefLabel",
        SKOS + "altLabel",
        RDFS + "seeAlso",
        REC + "registration",
        REC + "sponsor",
        REC + "place",
        REC + "rule",
        REC + "how",
        REC + "citedSymbol",
        REC + "evidence",
        REC + "passage",
        REC + "order",
        REC + "pointOf",
        REC + "hasNote",
        CITO + "hasCitationCharacterization",
        DCTERMS + "format",
        PROV + "wasGeneratedBy",
    )
)
#: nodes of these classes are left out whole; their class is the first that is said of them
_LEFT_OUT_CLASSES = frozenset(
    iri(name)
    for name in (
        OA + "TextPositionSelector",
        VOID + "Dataset",
        DCAT + "Dataset",
        PROV + "Activity",
        PROV + "SoftwareAgent",
        SKOS + "Concept",
        REC + "Body",
    )
)
_OF_MENTIONS = frozenset(iri(REC + name) for name in ("start", "end", "number"))


def graph_iri(document: Document, base: str = BASE) -> str:
    """IRI of the named graph that holds what one file says.

    The content's digest is in it: two files that claim to be one text keep apart, and the name
    does not depend on where a file lies.
    """
    return f"{expression_iri(document, base)}#graph-{document.digest[:16]}"


def assemble_lean(
    document: Document, resolution: Resolution, authority: Authority, *, base: str = BASE
) -> Iterator[Triple]:
    """What a store keeps of one document's text, in the text's order, each triple once.

    Raises DataError when a file of our own vocabulary is wrong.
    """
    places = Places(document, base)
    kept = _kept_paragraphs(places, resolution)
    paragraphs = {places.paragraph(p.label) for p in document.paragraphs}
    out: set[str] = set()
    said: set[Triple] = set()
    for triple in assemble(document, resolution, authority, kept=kept, base=base):
        subject, predicate, object_ = triple
        if predicate in _LEFT_OUT or subject in out or triple in said:
            continue
        if predicate == TYPE and object_ in _LEFT_OUT_CLASSES:
            out.add(subject)
        elif predicate not in _OF_MENTIONS or subject not in paragraphs:
            said.add(triple)
            yield triple


def _kept_paragraphs(places: Places, resolution: Resolution) -> frozenset[str]:
    """The labels of those paragraphs and notes in or at which something is cited or broken."""
    document = places.document
    used = {relation.paragraph for relation in resolution.relations}
    used |= {entity.paragraph for entity in resolution.entities}
    used |= {note.paragraph.label for note in broken_notes(places)}
    terms: set[str | None] = set()
    mentions = [citation.mention for citation in resolution.citations]
    mentions += [left.mention for left in resolution.unresolved]
    for mention in mentions:
        used.add(mention.paragraph)
        if mention.note:
            terms.add(places.note(mention.paragraph, mention.note))
    return frozenset(
        p.label
        for p in document.paragraphs
        if p.label in used or places.paragraph(p.label) in terms
    )


_SHORT = {f"<{namespace}": f"{prefix}:" for prefix, namespace in PREFIXES.items()}
TRIG_HEAD = "".join(f"@prefix {prefix}: <{ns}> .\n" for prefix, ns in sorted(PREFIXES.items()))
"""The prefixes that `trig` uses; they stand at the head of a file."""

_predicates: dict[str, str] = {}


def trig(graph: str, triples: Iterable[Triple]) -> str:
    r"""A named graph as TriG, for loading: a third of the size of N-Quads.

    `graph` is an IRI without brackets. Consecutive triples of one subject share it.

    >>> trig("urn:g", [("<urn:a>", "<http://purl.org/dc/terms/title>", '"x"')])
    '<urn:g> {\n<urn:a> dcterms:title "x" .\n}\n'
    """
    lines = [f"<{graph}> {{\n"]
    before, end = None, ""
    for subject, predicate, object_ in triples:
        short = _predicates.get(predicate) or _predicates.setdefault(predicate, _short(predicate))
        if subject == before:
            lines.append(f" ;\n{short} {object_}")
        else:
            lines.append(f"{end}{subject} {short} {object_}")
            end = " .\n"
            before = subject
    lines.append(f"{end}}}\n")
    return "".join(lines)


def _short(predicate: str) -> str:
    """A property with its prefix, where the rest is a plain word."""
    for namespace, prefix in _SHORT.items():
        rest = predicate[len(namespace) : -1]
        if predicate.startswith(namespace) and rest.isascii() and rest.isalnum():
            return prefix + rest
    return predicate
