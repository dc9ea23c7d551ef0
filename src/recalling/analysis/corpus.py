"""A graph of many documents, opened for reading, and the rows that every analysis starts from."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

import msgspec
import pyoxigraph as ox

from recalling.graph import PREFIXES
from recalling.graph.terms import literal
from recalling.graph.vocabulary import BASE, FN
from recalling.model import LANGUAGES
from recalling.model.errors import GraphError
from recalling.store import is_store, load_graph, statements_folder

_Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
_CITATIONS = """
SELECT ?citation ?citing ?cited ?label ?quote ?start ?function ?verb ?date ?linked WHERE {
  %s
  ?citation cito:hasCitingEntity ?citing ; cito:hasCitedEntity ?cited ; rec:inParagraph ?place ;
    rec:quote ?quote ; rec:start ?start .
  ?place rec:label ?label .
  OPTIONAL { ?citation rec:function ?function }
  OPTIONAL { ?citation rec:verb ?verb }
  OPTIONAL { ?citation rec:statedDate ?date }
  OPTIONAL { ?citation rec:disagreement ?linked }
}
"""
_AT_ONCE = 500  # nodes named in one query


class CitationRow(msgspec.Struct, frozen=True, kw_only=True):
    """One citation: who cites what, where, in which words, under which verb.

    `citation`, `citing` and `cited` are IRIs, `language` that of the text, `date` what the text
    states of the cited document, `linked` the symbol of an editors' link that names another
    document.
    """

    citation: str
    citing: str
    cited: str
    language: str
    paragraph: str
    quote: str
    start: int
    function: str
    verb: str
    date: str
    linked: str


class Corpus:
    """The statements of many documents. Symbols and names are what people see, IRIs the keys."""

    def __init__(self, store: ox.Store) -> None:
        self.store = store
        self._paragraphs: dict[str, Mapping[str, str]] = {}

    def rows(self, query: str, *, union: bool = True) -> Iterator[tuple[str, ...]]:
        """The rows of a query, as texts; unbound is the empty one.

        On the union of all graphs, or on what the texts say, without the names and ranks that
        stand in graphs of their own. Raises TypeError for a query that answers with no rows.
        """
        found = self.store.query(query, prefixes=dict(PREFIXES), use_default_graph_as_union=union)
        if not isinstance(found, ox.QuerySolutions):
            raise TypeError("an analysis asks for rows")
        for row in found:
            yield tuple("" if term is None else term.value for term in row)

    def about(self, subject: ox.NamedNode, value: ox.NamedNode | None = None) -> list[ox.Triple]:
        """All that is said of a thing, or what ties it to `value`, each once, in a fixed order."""
        quads = self.store.quads_for_pattern(subject, None, value, None)
        return sorted({quad.triple for quad in quads}, key=str)

    def objects(self, subject: ox.NamedNode, predicate: ox.NamedNode) -> list[_Term]:
        """The values of a property of a thing, each once, in a fixed order."""
        quads = self.store.quads_for_pattern(subject, predicate, None, None)
        return sorted({quad.object for quad in quads}, key=str)

    def subjects(self, predicate: ox.NamedNode, value: ox.NamedNode) -> list[_Term]:
        """The things of which a property has this value, each once, in a fixed order."""
        quads = self.store.quads_for_pattern(None, predicate, value, None)
        return sorted({quad.subject for quad in quads}, key=str)

    def pairs(self, query: str) -> dict[str, str]:
        """The rows of a query of two columns as a mapping; the least value where there are many."""
        found: dict[str, str] = {}
        for key, value in self.rows(query):
            found[key] = min(found.get(key, value), value)
        return found

    @cached_property
    def symbols(self) -> Mapping[str, str]:
        """Symbol by IRI: of the document itself, else of the document that it stands in."""
        held = self.pairs("SELECT DISTINCT ?x ?s { ?x rec:symbol ?s }")
        return held | self.pairs("SELECT DISTINCT ?x ?s { ?x dcterms:identifier ?s }")

    @cached_property
    def names(self) -> Mapping[str, str]:
        """A name by IRI, in English if there is one.

        The authority's, else the title of its own text, else one that citations state.
        """
        found: dict[str, str] = {}
        for words in ("?x rec:kind ?k ; rec:statedTitle ?t", "?x dcterms:title ?t"):
            found |= self.pairs(f"SELECT DISTINCT ?x (STR(?t) AS ?n) {{ {words} }}")
            found |= self._english(words)
        return {**found, **self.labels}

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """The authority's name by IRI, in English, of what it names."""
        return self._english("?x skos:prefLabel ?t")

    def _english(self, words: str) -> dict[str, str]:
        return self.pairs(
            f'SELECT DISTINCT ?x (STR(?t) AS ?n) {{ {words} FILTER(LANG(?t) = "en") }}'
        )

    @cached_property
    def dates(self) -> Mapping[str, str]:
        """The date by IRI: of its own cover or the authority, else the one most texts state."""
        stated: dict[str, Counter[str]] = defaultdict(Counter)
        # the dates first: one citation in four states one, and all are walked otherwise
        query = "SELECT DISTINCT ?c ?x ?d { ?c rec:statedDate ?d ; cito:hasCitedEntity ?x }"
        for _, thing, date in {(c.partition("#")[0], x, d) for c, x, d in self.rows(query)}:
            stated[thing][date] += 1  # once for each text that states it
        most = {x: min(c, key=lambda date: (-c[date], date)) for x, c in stated.items()}
        said: dict[str, set[str]] = defaultdict(set)
        for thing, date in self.rows("SELECT DISTINCT ?x ?d { ?x dcterms:date ?d }"):
            said[thing].add(date)
        sure = {x: min(dates) for x, dates in said.items() if len(dates) == 1 or x not in most}
        return {**most, **sure, **self.own_dates}

    @cached_property
    def own_dates(self) -> Mapping[str, str]:
        """The date of adoption of documents whose own text is here and states one date only."""
        found: dict[str, set[str]] = defaultdict(set)
        own = "?x frbr:realization ?t ; dcterms:date ?d"
        for query in (own, f"GRAPH ?g {{ {own} }}"):  # a TriG file may have named graphs only
            for work, date in self.rows(f"SELECT DISTINCT ?x ?d {{ {query} }}", union=False):
                found[work].add(date)
            if found:
                break
        return {work: min(dates) for work, dates in found.items() if len(dates) == 1}

    @cached_property
    def works(self) -> Mapping[str, tuple[str, ...]]:
        """The documents whose own text is here, with the languages of their texts."""
        found: dict[str, set[str]] = defaultdict(set)
        for work, language in self.rows(
            "SELECT DISTINCT ?x ?l { ?x frbr:realization ?t . ?t schema:inLanguage ?l }"
        ):
            found[work].add(language)
        return {work: tuple(sorted(languages)) for work, languages in sorted(found.items())}

    @cached_property
    def edges(self) -> Mapping[str, tuple[str, ...]]:
        """What each document cites."""
        found: dict[str, list[str]] = defaultdict(list)
        for citing, cited in sorted(
            self.rows("SELECT DISTINCT ?a ?b { ?a cito:cites ?b FILTER(?a != ?b) }")
        ):
            found[citing].append(cited)
        return {citing: tuple(cited) for citing, cited in found.items()}

    @cached_property
    def cited_at(self) -> Sequence[tuple[str, str]]:
        """Every citation with what it cites, by IRI."""
        return tuple(
            (citation, cited)
            for citation, cited in self.rows(
                "SELECT DISTINCT ?c ?x { ?c cito:hasCitedEntity ?x ; a cito:Citation }"
            )
        )

    def citations(self, works: Iterable[str] = ()) -> Iterator[CitationRow]:
        """The citations of these works, or of all; each once, whatever the number of its files."""
        return self._citations("citing", works)

    def citations_at(self, citations: Iterable[str]) -> Iterator[CitationRow]:
        """These citations, by IRI; none are none."""
        for some in _batches(citations):
            yield from self._citations("citation", some)

    def _citations(self, name: str, values: Iterable[str]) -> Iterator[CitationRow]:
        seen: set[str] = set()
        for row in self.rows(_CITATIONS % _values(name, values)):
            if row[0] not in seen:
                seen.add(row[0])
                yield _citation(row)

    def parts_at(self, citations: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
        """Which parts of what is cited are meant by these citations ("B", "annex")."""
        found: dict[str, set[str]] = defaultdict(set)
        for some in _batches(citations):
            query = f"SELECT DISTINCT ?c ?p {{ {_values('c', some)} ?c rec:citedPart ?p }}"
            for citation, part in self.rows(query):
                found[citation].add(part)
        return {citation: tuple(sorted(parts)) for citation, parts in found.items()}

    def paragraphs(self, text: str) -> Mapping[str, str]:
        """The words by label of the paragraphs of a text (an IRI) that are here."""
        if text not in self._paragraphs:
            self._paragraphs[text] = self.pairs(
                f"SELECT DISTINCT ?l ?t {{ ?p dcterms:isPartOf <{text}> ; "
                "rec:label ?l ; rec:text ?t }"
            )
        return self._paragraphs[text]

    def find(self, symbol: str) -> str:
        """The IRI of a document or instrument by its symbol, slug or name.

        Raises GraphError when nothing here bears it.
        """
        names = " ".join(literal(symbol, language) for language in LANGUAGES)
        for pattern in (
            f"?x dcterms:identifier {literal(symbol)}",
            f"VALUES ?n {{ {names} }} ?x skos:prefLabel|skos:altLabel ?n",
            f"?x rec:kind ?k FILTER(STRENDS(STR(?x), {literal('/instrument/' + symbol)}))",
        ):
            found = sorted(row[0] for row in self.rows(f"SELECT DISTINCT ?x {{ {pattern} }}"))
            if found:
                return found[0]
        raise GraphError(
            f"{symbol} is not in this graph: give a symbol (A/RES/70/1) or a name that it has."
        )

    def shown(self, iri: str) -> str:
        """A thing as people know it: its symbol, with its name when it is only a part of that."""
        symbol, name = self.symbols.get(iri, ""), self.names.get(iri, "")
        if symbol and iri.endswith(f"/doc/{symbol}"):
            return symbol
        return name or symbol or iri.removeprefix(BASE)


def open_corpus(path: Path | str) -> Corpus:
    """A store, a graph file, or a folder of graph files. Raises GraphError when it is none."""
    if is_store(path):
        return Corpus(ox.Store.read_only(str(statements_folder(path))))
    return Corpus(load_graph(path))


def function_name(iri: str) -> str:
    """A function as people know it: "takes note of"."""
    return iri.removeprefix(FN).replace("-", " ")


def _values(name: str, iris: Iterable[str]) -> str:
    """A clause that lets a variable be one of these only; nothing where there are none."""
    terms = " ".join(f"<{one}>" for one in iris)
    return f"VALUES ?{name} {{ {terms} }}" if terms else ""


def _batches(iris: Iterable[str]) -> Iterator[Sequence[str]]:
    every = list(iris)
    return (every[at : at + _AT_ONCE] for at in range(0, len(every), _AT_ONCE))


def _citation(row: tuple[str, ...]) -> CitationRow:
    citation, citing, cited, label, quote, start, function, verb, date, linked = row
    return CitationRow(
        citation=citation,
        citing=citing,
        cited=cited,
        language=citation.partition("#")[0].rpartition("/")[2],
        paragraph=label,
        quote=quote,
        start=int(start),
        function=function_name(function),
        verb=verb,
        date=date,
        linked=linked,
    )
