"""What is cited or named, described: from the authority, and from what the citations say of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from recalling.authority import Authority, Label
from recalling.graph.identifiers import document_link, instrument_iri
from recalling.graph.places import Places
from recalling.graph.terms import TYPE, Triple, day, iri, literal
from recalling.graph.vocabulary import BODY, CITO, DCTERMS, FN, KIND, RDFS, REC, SKOS, camel
from recalling.graph.words import Word, functions, kind_id, kinds
from recalling.model import Instrument

_KIND, _SYMBOL = iri(REC + "kind"), iri(REC + "symbol")
_IDENTIFIER, _SEE_ALSO = iri(DCTERMS + "identifier"), iri(RDFS + "seeAlso")
_PREFERRED, _ALTERNATIVE = iri(SKOS + "prefLabel"), iri(SKOS + "altLabel")
_DATE = iri(DCTERMS + "date")
_STATED_TITLE, _STATED_DATE = iri(REC + "statedTitle"), iri(REC + "statedDate")
_CONCEPT = iri(SKOS + "Concept")

# what the symbol of a document says of its kind: A/78/L.49, A/78/PV.63, A/RES/78/265
_KINDS_BY_SYMBOL: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"/L\.\d"), "draft-resolution"),
    (re.compile(r"/(?:PV|SR)\.\d"), "meeting-record"),
    (re.compile(r"/RES/"), "resolution"),
    (re.compile(r"/DEC/"), "decision"),
    (re.compile(r"/PRST/"), "statement"),
)
# and of the body whose document it is; commissions and conferences (E/CN.5, A/CONF.151) are left
_BODIES_BY_SYMBOL: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"A/HRC/"), "hrc"),
    (re.compile(r"A/(?:RES/|DEC/|C\.\d|(?:E?S-)?\d)"), "ga"),
    (re.compile(r"S/(?:RES/|PRST/|PV\.|\d)"), "sc"),
    (re.compile(r"E/(?:RES/|DEC/|\d)"), "ecosoc"),
)


class Things:
    """Everything but the text itself that one graph speaks of, described once.

    Asking for the term of a function, body or kind notes that the graph uses it; `triples` then
    describes all that was used, in the order of first use.
    """

    def __init__(self, places: Places, authority: Authority) -> None:
        self._places = places
        self._apparatus = places.detail.apparatus
        self._authority = authority
        self._described: dict[str, None] = {}
        self._containers: dict[str, None] = {}
        self._triples: list[Triple] = []
        self._words: dict[str, Word] = {}
        self._bodies: dict[str, str] = {}

    def triples(self) -> Iterator[Triple]:
        """Descriptions of all that was used so far.

        Documents that merely hold something cited come last: a citation of theirs knows more.
        """
        while self._containers:
            key = next(iter(self._containers))
            del self._containers[key]
            self._contain(key)
        yield from self._triples
        if not self._apparatus:
            return
        for term, id_ in self._bodies.items():
            yield term, TYPE, iri(REC + "Body")
            body = self._authority.bodies.get(f"body/{id_}")
            if body is not None:
                yield from self._labels(term, body.labels)
        for term, word in self._words.items():
            yield term, TYPE, _CONCEPT
            for language, text in word.labels:
                yield term, _PREFERRED, literal(text, language)

    def function(self, id_: str) -> str:
        """The concept of a function."""
        term = iri(FN + id_)
        if term not in self._words:
            self._words[term] = functions().get(id_) or Word(id=id_)
        return term

    def character(self, function: str | None) -> str:
        """The CiTO property that characterizes a citation with this function."""
        word = functions().get(function) if function else None
        return iri(word.character if word and word.character else CITO + "cites")

    def body(self, id_: str) -> str:
        """A body by its id ("ga")."""
        term = iri(instrument_iri(id_.removeprefix("body/"), BODY))
        self._bodies.setdefault(term, id_.removeprefix("body/"))
        return term

    def classify(self, term: str, kind: str, *, anticipated: bool = False) -> Iterator[Triple]:
        """The class and kind of a thing."""
        word = self._kind(kind)
        yield term, TYPE, iri(word.type)
        yield term, _KIND, iri(KIND + word.id)
        if anticipated:
            yield term, TYPE, iri(REC + "Anticipated")

    def _kind(self, kind: str) -> Word:
        id_ = kind_id(kind)
        word = kinds().get(id_) or Word(id=id_)
        self._words.setdefault(iri(KIND + id_), word)
        return word

    def relation(self, id_: str) -> str:
        """The property of a relation or of a function: `rec:reaffirms`, `rec:containedIn`."""
        return _property(id_)

    def instrument(self, instrument: Instrument) -> str:
        """The term of an instrument, which is now described."""
        term = self._places.thing(instrument.key)
        if instrument.key not in self._described:
            self._described[instrument.key] = None
            self._triples.extend(self._instrument(term, instrument))
        return term

    def entity(self, key: str) -> str:
        """The term of an entity, which is now described."""
        key = key if "/" in key else f"entity/{key}"
        if key.startswith("body/"):
            return self.body(key)
        term = self._places.thing(key)
        if key not in self._described:
            self._described[key] = None
            entity = self._authority.entities.get(key)
            self._triples.extend(self.classify(term, entity.type if entity else "body"))
            self._triples.extend(self._labels(term, entity.labels if entity else ()))
        return term

    def document(self, symbol: str) -> str:
        """The term of a document that is named by its symbol; it will be described."""
        self._containers[f"doc/{symbol}"] = None
        return self._places.thing(f"doc/{symbol}")

    def stated(self, instrument: Instrument, title: str | None, date: str | None) -> None:
        """Note the title and the date that a citation states of what it cites.

        As what is stated, since its own text may bear others. The authority's date stands where it
        has one; the work itself speaks on its own cover.
        """
        if instrument.key == self._places.key or not self._apparatus:
            return
        term, entry = self._places.thing(instrument.key), self._authority.entry(instrument.key)
        if title:
            self._triples.append((term, _STATED_TITLE, literal(title, self._places.language)))
        if date and not (entry and entry.date):
            self._triples.append((term, _STATED_DATE, day(date)))

    def _instrument(self, term: str, instrument: Instrument) -> Iterator[Triple]:
        if instrument.key == self._places.key:
            return  # the work itself, which its own cover describes
        entry = self._authority.entry(instrument.key)
        kind = _kind_of(instrument)
        yield from self.classify(term, kind, anticipated=instrument.anticipated)
        if entry is None and self._apparatus:
            yield term, TYPE, iri(REC + "KnownFromCitation")
        yield from self._identified(term, instrument)
        body = instrument.body or (entry.body if entry else None) or _body_of(instrument)
        if body:
            yield term, iri(self._kind(kind).body_property), self.body(body)
        if entry is not None and self._apparatus:
            yield from self._labels(term, entry.labels)
            if entry.date:
                yield term, _DATE, day(entry.date)
            for at in entry.registrations:
                place = f"{at.series} {'+'.join(at.volumes)} / {at.number}"
                yield term, iri(REC + "registration"), literal(place)

    def _identified(self, term: str, instrument: Instrument) -> Iterator[Triple]:
        """The symbol: as the identifier of the document that has it, else as where a thing is."""
        symbol, container = instrument.symbol, instrument.container
        if symbol and instrument.key == f"doc/{symbol}":
            yield term, _IDENTIFIER, literal(symbol)
            if self._apparatus:
                yield term, _SEE_ALSO, iri(document_link(symbol, self._places.language))
            for other in instrument.also:
                yield term, _IDENTIFIER, literal(other)
        elif symbol:
            yield term, _SYMBOL, literal(symbol)
        if container and container != instrument.key:
            held_in = self._places.thing(container)
            yield term, iri(REC + "containedIn"), held_in
            if instrument.part:
                yield term, iri(REC + "containedInPart"), literal(instrument.part)
            if container.startswith("doc/") and "#" not in container:
                self._containers[container] = None

    def _labels(self, term: str, labels: Iterable[Label]) -> Iterator[Triple]:
        """Preferred and alternative labels; hidden ones are for finding only."""
        for label in labels if self._apparatus else ():
            if label.rank != "hidden":
                predicate = _PREFERRED if label.rank == "preferred" else _ALTERNATIVE
                yield term, predicate, literal(label.text, label.language)

    def _contain(self, container: str) -> None:
        """Describe the document that something stands in."""
        entry = self._authority.entry(container)
        kind = "document" if entry is None else entry.kind
        symbol = container.removeprefix("doc/")
        self.instrument(Instrument(key=container, kind=kind, symbol=symbol))


@lru_cache(maxsize=1024)
def _property(id_: str) -> str:
    return iri(REC + camel(id_))


def _kind_of(instrument: Instrument) -> str:
    """Its kind; where no more is known than that it is a document, what its symbol says."""
    if instrument.kind != "document" or instrument.key != f"doc/{instrument.symbol}":
        return instrument.kind
    symbol = instrument.symbol or ""
    return next((kind for form, kind in _KINDS_BY_SYMBOL if form.search(symbol)), "document")


def _body_of(instrument: Instrument) -> str | None:
    """The body that its symbol names, for the whole document of that symbol.

    What is annexed to a resolution was adopted with it: the political declaration in the annex
    of 78/1 is the Assembly's. What merely stands in another document (A/C.2/59/3) is nobody's.
    """
    symbol = instrument.symbol or ""
    whole, _, within = instrument.key.partition("#")
    if whole != f"doc/{symbol}" or (within and "/RES/" not in symbol):
        return None
    return next((body for form, body in _BODIES_BY_SYMBOL if form.match(symbol)), None)
