"""One kind for each thing of a store, where its texts give it several.

The annex that one text calls a declaration is a document to another, which says no more than where
it stands. What is not chosen is set aside, not lost: it comes back before the next files are put
in or taken out, so that a store says the same however it came about.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

import pyoxigraph as ox

from recalling.graph import instrument_iri
from recalling.graph.vocabulary import CITO, KIND, RDF, REC
from recalling.graph.words import Word, kinds
from recalling.pipeline.bulk_said import shared_lines
from recalling.pipeline.bulk_work import Row
from recalling.store.embedded import Generation

_KIND, _TYPE = ox.NamedNode(REC + "kind"), ox.NamedNode(RDF + "type")
_CITED = ox.NamedNode(CITO + "hasCitedEntity")
_SAID = ox.DefaultGraph()
_SEVERAL = f"""
    SELECT ?thing ?kind {{
        {{ SELECT ?thing {{ ?thing {_KIND} ?any }} GROUP BY ?thing HAVING (COUNT(*) > 1) }}
        ?thing {_KIND} ?kind
    }}
"""
_GENERAL = frozenset(("document", "other"))  # kinds that say little: any other says more


def bring_back(generation: Generation, aside: str) -> None:
    """Put what was set aside back into a generation."""
    if aside:
        generation.store.extend(ox.parse(aside, format=ox.RdfFormat.N_TRIPLES))


def settle_kinds(generation: Generation, rows: Iterable[Row], knowledge: str, base: str) -> str:
    """Leave each thing one kind, with the class and the body's property that go with it.

    The authority's where it has one (in the graph `knowledge`), else the one that says more, else
    the one that most of the texts that cite the thing give it (`rows` are those of all files, whose
    shards the generation keeps). Gives what was set aside, as N-Triples.
    """
    store = generation.store
    several = _several(generation)
    sure = {
        thing: quad.object.value.removeprefix(KIND)
        for thing in several
        for quad in store.quads_for_pattern(thing, _KIND, None, ox.NamedNode(knowledge))
        if isinstance(quad.object, ox.NamedNode)
    }
    tied = {t for t, of in several.items() if t not in sure and len(of - _GENERAL) > 1}
    counts = _counted(store, tied, generation.kept, rows, base)
    aside: list[ox.Quad] = []
    for thing, of in sorted(several.items(), key=lambda one: one[0].value):
        order = counts[thing]
        chosen = sure.get(thing) or min(of, key=lambda k: (k in _GENERAL, -order[k], k))
        aside += _others(store, thing, of, chosen)
    generation.remove(aside)
    return "".join(f"{quad.triple} .\n" for quad in aside)


def _several(generation: Generation) -> dict[ox.NamedNode, set[str]]:
    """The things to which texts give more than one kind, with these."""
    found: defaultdict[ox.NamedNode, set[str]] = defaultdict(set)
    for thing, kind in generation.select(_SEVERAL):
        if isinstance(thing, ox.NamedNode) and isinstance(kind, ox.NamedNode):
            found[thing].add(kind.value.removeprefix(KIND))
    return found


def _counted(
    store: ox.Store, things: Collection[ox.NamedNode], kept: Path, rows: Iterable[Row], base: str
) -> Mapping[ox.NamedNode, Counter[str]]:
    """How many texts give which kind to each of these things."""
    found: defaultdict[ox.NamedNode, Counter[str]] = defaultdict(Counter)
    if not things:
        return found
    texts = {
        quad.subject.value.partition("#")[0]
        for thing in things
        for quad in store.quads_for_pattern(None, _CITED, thing, _SAID)
        if isinstance(quad.subject, ox.NamedNode)
    }
    citing = [r for r in rows if r.shard and _text(r, base) in texts]
    heads = {f"<{thing.value}> rec:kind kind:".encode(): thing for thing in things}
    for lines in shared_lines(kept, citing):
        for line in lines:
            head, colon, kind = line.partition(b" rec:kind kind:")
            thing = heads.get(head + colon)
            if thing is not None:
                found[thing][kind.decode().removesuffix(" .\n")] += 1
    return found


def _text(row: Row, base: str) -> str:
    return f"{instrument_iri(f'doc/{row.document}', base)}/{row.language}"


def _others(store: ox.Store, thing: ox.NamedNode, of: set[str], chosen: str) -> Iterator[ox.Quad]:
    """What is said of a thing under the kinds that were not chosen."""
    word = _word(chosen)
    rest = [(kind, _word(kind)) for kind in sorted(of - {chosen})]
    for kind, _ in rest:
        yield ox.Quad(thing, _KIND, ox.NamedNode(KIND + kind))
    for type_ in {other.type for _, other in rest} - {word.type}:
        yield from store.quads_for_pattern(thing, _TYPE, ox.NamedNode(type_), _SAID)
    if next(store.quads_for_pattern(thing, ox.NamedNode(word.body_property), None, _SAID), None):
        for property_ in {other.body_property for _, other in rest} - {word.body_property}:
            yield from store.quads_for_pattern(thing, ox.NamedNode(property_), None, _SAID)


def _word(kind: str) -> Word:
    return kinds().get(kind) or Word(id=kind)
