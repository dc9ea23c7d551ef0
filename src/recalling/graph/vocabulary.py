"""The names that a Recalling graph is written in: namespaces, classes, properties.

The namespaces of the vocabulary are fixed. The base of the data (`BASE`) can be changed, because
w3id.org/recalling is not registered yet.

What hangs on what (objects in brackets):

    work          a rec:Resolution or another class of the kinds scheme
        dcterms:identifier "A/RES/78/265"   rec:kind [kind:resolution]
        dcterms:title "…"@zh   dcterms:date "2024-03-21"^^xsd:date   dcterms:issued
        rec:organ [body:ga]   rec:session "78"   rec:agendaItem [rec:AgendaItem]
        rec:committee "…"@zh or rec:withoutCommittee true   rec:meeting [doc/A/78/PV.63]
        rec:adoptedFrom [draft]   rec:sponsor "…"@zh   dcterms:subject, rec:goal [IRI or "…"@zh]
        rec:vote [rec:Vote]   frbr:realization [expression]   rdfs:seeAlso [docs.un.org]
        cito:cites [instrument]   rec:reaffirms and its like [instrument]
        schema:mentions [entity]
    rec:AgendaItem    rec:number "13"   dcterms:title "…"@zh
    rec:Vote          rec:outcome "…"   rec:inFavour, rec:against, rec:abstaining "…"
    expression    a frbr:Expression
        frbr:realizationOf [work]   dcterms:language [lang:zh]   schema:inLanguage "zh"
        dcterms:format "text/plain"   rec:digest "sha256…"   rec:trouble "a sentence"
        prov:wasGeneratedBy [activity]
    rec:Paragraph, rec:Footnote
        dcterms:isPartOf [expression]   rec:label "op4(b)"   rec:role "op"   rec:order 17
        rec:number "(b)"   rec:pointOf [paragraph]   rec:text "…"@zh   rec:start 12   rec:end 90
        rec:wordsBefore "…"@zh (of a footnote in which something is cited: what its mark follows)
        rec:hasNote [footnote]   rec:verb "又重申"@zh   rec:function [fn:reaffirms]
        (of a footnote in which something is mentioned: the verb in whose scope its marker stands)
    rec:BrokenNote    a footnote that lacks something: rec:label "note7"   rec:lacks "words"
        rec:inParagraph [where its marker stands]   rec:quote "the words before the marker"
    every mention     rec:inParagraph [paragraph]   rec:quote "…"@zh   rec:start   rec:end
        rec:place [a oa:TextPositionSelector, oa:TextQuoteSelector; oa:start, oa:end, oa:exact]
        rec:passage "…"@zh (the words with the date, title, organ and locator that belong to them)
        rec:rule "…" (the rule that found it)   rec:footnote [footnote whose marker it carries]
        rec:statedDate "2015-09-25"   rec:statedTitle "…"@zh   prov:wasGeneratedBy [activity]
    cito:Citation     a mention that cites
        cito:hasCitingEntity [work]   cito:hasCitedEntity [instrument]
        cito:hasCitationCharacterization [cito:confirms]
        rec:function [fn:reaffirms]   rec:verb "又重申"@zh
        rec:citedSymbol "A/RES/70/1"   rec:citedPart "annex"   rec:how "number"
        rec:evidence "note: note2 A/C.2/59/3"   rec:disagreement "a sentence"
    rec:DraftReference   the draft named on the cover (never a citation)
        rec:names [draft]   rec:how
    rec:EntityMention    rec:names [entity]
    rec:Unresolved    rec:citingWork [work]   rec:reason "no-antecedent"   rec:reasonText "…"@en
        rec:function, rec:verb
    rec:StatedRelation   rdf:subject, rdf:predicate, rdf:object   rec:inParagraph
        rec:statedBy [work]; the direct triple stands beside it
    cited instrument  a class of the kinds scheme; also rec:Anticipated, rec:KnownFromCitation
        rec:kind [kind:declaration]   skos:prefLabel, skos:altLabel "…"@en (the authority)
        dcterms:identifier "A/RES/70/1" (only the document that has the symbol)
        rec:symbol "A/C.2/59/3"   rec:containedIn [document]   rec:containedInPart "annex"
        rec:adoptedBy, rec:issuedBy [body]   dcterms:date (the authority)
        rec:statedTitle "…"@zh, rec:statedDate "2015-09-25" (as citations state them)
    entity            a rec:Entity   rec:kind [kind:platform]   skos:prefLabel
    fn:…, kind:…, body:…  skos:prefLabel in six languages, so that a file stands by itself
    dataset       a void:Dataset, dcat:Dataset   at `…/zh#graph`: the head of the file
    activity      a prov:Activity                at `…/zh#made`
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

BASE = "https://w3id.org/recalling/"
"""Base of works, instruments, treaties, entities; `--base` changes it."""

REC = "https://w3id.org/recalling/ontology#"
FN = "https://w3id.org/recalling/function/"
KIND = "https://w3id.org/recalling/kind/"
BODY = "https://w3id.org/recalling/body/"
ENTITY = "https://w3id.org/recalling/entity/"
INST = "https://w3id.org/recalling/instrument/"
SOFTWARE = "https://w3id.org/recalling/software/"

CITO = "http://purl.org/spar/cito/"
FABIO = "http://purl.org/spar/fabio/"
FRBR = "http://purl.org/vocab/frbr/core#"
UNDO = "https://w3id.org/un/ontology/undo/"
DCTERMS = "http://purl.org/dc/terms/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
OA = "http://www.w3.org/ns/oa#"
PROV = "http://www.w3.org/ns/prov#"
VOID = "http://rdfs.org/ns/void#"
DCAT = "http://www.w3.org/ns/dcat#"
SCHEMA = "http://schema.org/"
LANG = "http://id.loc.gov/vocabulary/iso639-1/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SH = "http://www.w3.org/ns/shacl#"

PREFIXES: Mapping[str, str] = {
    "rec": REC, "fn": FN, "kind": KIND, "body": BODY, "entity": ENTITY, "inst": INST,
    "cito": CITO, "fabio": FABIO, "frbr": FRBR, "undo": UNDO, "dcterms": DCTERMS, "skos": SKOS,
    "oa": OA, "prov": PROV, "void": VOID, "dcat": DCAT, "schema": SCHEMA, "lang": LANG,
    "rdf": RDF, "rdfs": RDFS, "owl": OWL, "xsd": XSD,
}  # fmt: skip
"""Prefixes of every Turtle file and of every packaged query."""


@cache
def camel(identifier: str) -> str:
    """Local name of the property that stands for a function or relation.

    >>> camel("takes-note-of")
    'takesNoteOf'
    """
    head, *rest = identifier.split("-")
    return head + "".join(word[:1].upper() + word[1:] for word in rest)
