"""Citations, drafts, entities, unresolved mentions, stated relations, in the text's order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import blake2s

from recalling.graph.identifiers import fragment, place_fragment, slug
from recalling.graph.instruments import Things
from recalling.graph.places import Places
from recalling.graph.terms import TYPE, Triple, day, integer, iri, literal
from recalling.graph.vocabulary import CITO, OA, PROV, RDF, REC, SCHEMA
from recalling.model import (
    Citation,
    Clause,
    EntityMention,
    Mention,
    Relation,
    Resolution,
    Span,
    Unresolved,
)
from recalling.model.symbols import part_letter

_CITATION, _CITING = iri(CITO + "Citation"), iri(CITO + "hasCitingEntity")
_CITED, _CHARACTER = iri(CITO + "hasCitedEntity"), iri(CITO + "hasCitationCharacterization")
_DRAFT_REFERENCE, _ENTITY_MENTION = iri(REC + "DraftReference"), iri(REC + "EntityMention")
_CITES, _MENTIONS = iri(CITO + "cites"), iri(SCHEMA + "mentions")
_VERB, _FUNCTION, _HOW, _RULE = (iri(REC + x) for x in ("verb", "function", "how", "rule"))
_PARAGRAPH, _QUOTE, _PLACE = (iri(REC + x) for x in ("inParagraph", "quote", "place"))
_START, _END, _NAMES, _NOTE = (iri(REC + x) for x in ("start", "end", "names", "footnote"))
_CITED_SYMBOL, _CITED_PART = iri(REC + "citedSymbol"), iri(REC + "citedPart")
_STATED_DATE, _STATED_TITLE = iri(REC + "statedDate"), iri(REC + "statedTitle")
_PASSAGE = iri(REC + "passage")
_EVIDENCE, _DISAGREEMENT = iri(REC + "evidence"), iri(REC + "disagreement")
_MADE_BY = iri(PROV + "wasGeneratedBy")
_POSITION, _EXACT_WORDS = iri(OA + "TextPositionSelector"), iri(OA + "TextQuoteSelector")
_OA_START, _OA_END, _OA_EXACT = (iri(OA + x) for x in ("start", "end", "exact"))

Found = Citation | Unresolved | EntityMention


def mention_triples(places: Places, resolution: Resolution, things: Things) -> list[Triple]:
    """All that was found in the text, in its order, and the relations that it states.

    (In lists, because mentions make most of a graph: handing each triple up through generators
    takes longer than making it.)
    """
    triples: list[Triple] = []
    found: list[Found] = [
        *resolution.citations,
        *resolution.unresolved,
        *resolution.entities,
    ]
    names = _names(found)
    nodes = Counter(names)
    others = frozenset(
        (stated.paragraph, stated.relation, stated.object.key)
        for stated in resolution.relations
        if stated.subject.key != places.key
    )
    for name, one in sorted(zip(names, found, strict=True), key=_order):
        if nodes[name] > 1:  # two things at one place whose names end alike
            digest = blake2s(_what(one).encode(errors="replace"), digest_size=4).hexdigest()
            name = f"{name}-{digest}"
        node = places.at(name)
        if isinstance(one, Citation):
            triples += _citation(places, things, node, one, others)
        elif isinstance(one, Unresolved):
            triples += _unresolved(places, things, node, one)
        else:
            triples += _entity(places, things, node, one)
        triples += _place(places, node, name, one)
    for relation in resolution.relations:
        triples += _relation(places, things, relation)
    return triples


def _span(one: Found) -> tuple[str, Span]:
    at = one if isinstance(one, EntityMention) else one.mention
    return at.paragraph, at.span


def _fragment(one: Found) -> str:
    paragraph, span = _span(one)
    return place_fragment(paragraph, span.start, span.end)


def _what(one: Found) -> str:
    """What is found there, as a key."""
    if isinstance(one, Citation):
        return f"{one.instrument.key} {one.part or ''}".rstrip()
    return one.entity if isinstance(one, EntityMention) else f"unresolved/{one.reason}"


def _names(found: Sequence[Found]) -> list[str]:
    """The fragment of each: its place, and what it names where a place names several."""
    places = [_fragment(one) for one in found]
    crowd = Counter(places)
    return [
        at if crowd[at] == 1 else f"{at}-{slug(_what(one))}"
        for at, one in zip(places, found, strict=True)
    ]


def _order(named: tuple[str, Found]) -> tuple[int, int, str]:
    _, one = named
    _, span = _span(one)
    return span.start, span.end, _what(one)


def _citation(
    places: Places,
    things: Things,
    node: str,
    citation: Citation,
    others: frozenset[tuple[str, str, str]],
) -> list[Triple]:
    """A citation with its edges between the two works.

    `others` are the acts that the text ascribes to something else than itself, by paragraph,
    function and object: in "Council resolution 17/4 endorsed the Guiding Principles" they are
    cited under that verb, and it is not this work that endorses them.
    """
    mention, instrument = citation.mention, citation.instrument
    apparatus = places.detail.apparatus
    cited = things.instrument(instrument)
    if citation.property == "cites":
        triples = [
            (places.work, _CITES, cited),
            (node, TYPE, _CITATION),
            (node, _CITING, places.work),
            (node, _CITED, cited),
        ]
        function = citation.clause.function if citation.clause else None
        if function and (mention.paragraph, function, instrument.key) not in others:
            triples.append((places.work, things.relation(function), cited))
        if apparatus:
            triples.append((node, _CHARACTER, things.character(function)))
        triples += _clause(places, things, node, citation.clause)
        title = None if part_letter(citation.part) else mention.title
        things.stated(instrument, title, mention.date)
    else:
        triples = [
            (places.work, things.relation(citation.property), cited),
            (node, TYPE, _DRAFT_REFERENCE),
            (node, _NAMES, cited),
        ]
    if instrument.symbol and apparatus:
        triples.append((node, _CITED_SYMBOL, literal(instrument.symbol)))
    if instrument.part:
        triples.append((node, _CITED_PART, literal(instrument.part)))
    if citation.part and citation.part != instrument.part:
        triples.append((node, _CITED_PART, literal(citation.part)))
    if apparatus:
        triples.append((node, _HOW, literal(citation.how)))
        for reason in citation.evidence:
            words = f"{reason.how}: {reason.paragraph} {reason.surface}"
            triples.append((node, _EVIDENCE, literal(words)))
    if citation.disagreement:
        triples.append((node, _DISAGREEMENT, literal(citation.disagreement, "en")))
    return triples + _mention(places, node, mention)


def _unresolved(places: Places, things: Things, node: str, left: Unresolved) -> list[Triple]:
    return [
        (node, TYPE, iri(REC + "Unresolved")),
        (node, iri(REC + "citingWork"), places.work),
        (node, iri(REC + "reason"), literal(left.reason)),
        (node, iri(REC + "reasonText"), literal(left.sentence, "en")),
        *_clause(places, things, node, left.clause),
        *_mention(places, node, left.mention),
    ]


def _entity(places: Places, things: Things, node: str, named: EntityMention) -> list[Triple]:
    entity = things.entity(named.entity)
    triples = [
        (places.work, _MENTIONS, entity),
        (node, TYPE, _ENTITY_MENTION),
        (node, _NAMES, entity),
        (node, _QUOTE, literal(named.surface, places.language)),
        (node, _PARAGRAPH, places.paragraph(named.paragraph)),
    ]
    if places.detail.apparatus:
        triples.append((node, _MADE_BY, places.made))
    return triples


def _clause(places: Places, things: Things, node: str, clause: Clause | None) -> list[Triple]:
    """The printed verb in whose scope it stands, and what that verb does."""
    if clause is None:
        return []
    verb = (node, _VERB, literal(clause.verb, places.language))
    if clause.function is None:
        return [verb]
    return [verb, (node, _FUNCTION, things.function(clause.function))]


def _mention(places: Places, node: str, mention: Mention) -> list[Triple]:
    """The words, the paragraph, what the text states beside them, and the rule that found them."""
    apparatus = places.detail.apparatus
    triples = [(node, _QUOTE, literal(mention.surface, places.language))]
    if apparatus and mention.extent is not None:
        passage = places.words(mention.paragraph, mention.extent)
        if passage and passage != mention.surface:
            triples.append((node, _PASSAGE, literal(passage, places.language)))
    triples.append((node, _PARAGRAPH, places.paragraph(mention.paragraph)))
    if mention.note:
        note = places.note(mention.paragraph, mention.note)
        if note is not None:
            triples.append((node, _NOTE, note))
    if mention.date:
        triples.append((node, _STATED_DATE, day(mention.date)))
    if mention.title:
        triples.append((node, _STATED_TITLE, literal(mention.title, places.language)))
    if apparatus:
        triples.append((node, _RULE, literal(mention.rule)))
        triples.append((node, _MADE_BY, places.made))
    return triples


def _place(places: Places, node: str, name: str, one: Found) -> list[Triple]:
    """Where it stands in the text as given, for readers of this graph and of Web Annotation."""
    _, span = _span(one)
    start, end = integer(span.start), integer(span.end)
    triples = [(node, _START, start), (node, _END, end)]
    if places.detail.apparatus:
        place = places.at(f"{name}-place")
        triples += [
            (node, _PLACE, place),
            (place, TYPE, _POSITION),
            (place, TYPE, _EXACT_WORDS),
            (place, _OA_START, start),
            (place, _OA_END, end),
            (place, _OA_EXACT, literal(places.document.text[span.start : span.end])),
        ]
    return triples


def _relation(places: Places, things: Things, stated: Relation) -> Iterator[Triple]:
    """The relation as a direct triple, and a node that keeps which paragraph says so."""
    subject, object_ = things.instrument(stated.subject), things.instrument(stated.object)
    predicate = things.relation(stated.relation)
    node = places.at(
        f"{fragment(stated.paragraph)}-states-{stated.relation}-"
        f"{slug(stated.subject.key)}-{slug(stated.object.key)}"
    )
    yield subject, predicate, object_
    yield node, TYPE, iri(REC + "StatedRelation")
    yield node, iri(RDF + "subject"), subject
    yield node, iri(RDF + "predicate"), predicate
    yield node, iri(RDF + "object"), object_
    yield node, iri(REC + "statedBy"), places.work
    yield node, _PARAGRAPH, places.paragraph(stated.paragraph)
    if places.detail.apparatus:
        yield node, _MADE_BY, places.made
