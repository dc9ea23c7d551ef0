"""The part of a large graph that is about one document: small enough for a page or a file."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import pyoxigraph as ox

from recalling.analysis.corpus import Corpus
from recalling.graph.identifiers import document_link
from recalling.graph.vocabulary import CITO, DCTERMS, FRBR, RDF, RDFS, REC, SCHEMA

_CITES = ox.NamedNode(CITO + "cites")
_CITED = ox.NamedNode(CITO + "hasCitedEntity")
_IN_PARAGRAPH = ox.NamedNode(REC + "inParagraph")
_FOOTNOTE = ox.NamedNode(REC + "footnote")
_PART_OF = ox.NamedNode(DCTERMS + "isPartOf")
_IDENTIFIER = ox.NamedNode(DCTERMS + "identifier")
_TEXT = ox.NamedNode(FRBR + "realization")
_LANGUAGE = ox.NamedNode(SCHEMA + "inLanguage")
_LINK = ox.NamedNode(RDFS + "seeAlso")
#: what a mention, or a relation that the text states, is about
_THINGS = (_CITED, *(ox.NamedNode(n) for n in (REC + "names", RDF + "subject", RDF + "object")))
#: what is said of a thing that is only cited, beside plain values: what it is, whose, and where
_DESCRIBES = frozenset(
    ox.NamedNode(name)
    for name in (
        RDF + "type",
        *(REC + local for local in ("kind", "containedIn", "adoptedBy", "issuedBy", "organ")),
    )
)
#: of these the names are wanted too
_NAMED = frozenset(
    ox.NamedNode(REC + local)
    for local in ("kind", "adoptedBy", "issuedBy", "organ", "function", "agendaItem", "adoptedFrom")
)


_PREFERRED = "en"  # whose text stands for a document where one is enough


def part_around(
    corpus: Corpus,
    symbol: str,
    steps: int = 1,
    language: str | None = None,
    *,
    one_text: bool = False,
) -> ox.Store:
    """What the graph says of one document, what it cites, and who cites it, as a store in memory.

    `symbol` is a symbol, slug or name; `steps` how far to follow what is cited (1: what the
    document itself cites; 2: also what those cite); `language` keeps only texts in that one;
    `one_text` takes of each other document one text, in English where there is one, which is
    enough to be looked at: what many documents cite in six languages fills no page. Raises
    GraphError when nothing here bears the symbol.
    """
    start = ox.NamedNode(corpus.find(symbol))
    part = _Part(corpus, language, start if one_text else None)
    done: set[ox.NamedNode] = set()
    layer = {start}
    for _ in range(max(steps, 1)):
        done |= layer
        layer = {cited for work in sorted(layer, key=str) for cited in part.text_of(work)} - done
    part.cited_by(start)
    return part.store


class _Part:
    """Statements taken over from a corpus, each once."""

    def __init__(self, corpus: Corpus, language: str | None, in_full: ox.NamedNode | None) -> None:
        """All texts in `language`, or in any; of others than `in_full`, if it is given, one."""
        self.store = ox.Store()
        self._corpus = corpus
        self._language = language
        self._in_full = in_full
        self._described: set[ox.NamedNode] = set()
        self._works: set[ox.NamedNode] = set()

    def text_of(self, work: ox.NamedNode) -> set[ox.NamedNode]:
        """A document with its own texts, their citations and what these are about.

        Gives what is cited.
        """
        self._describe(work)
        self._works.add(work)
        cited: set[ox.NamedNode] = set()
        texts = self._texts(work)
        for text in texts:
            self._expression(work, text)
            for paragraph in self._subjects(_PART_OF, text):
                for statement in self._subjects(_IN_PARAGRAPH, paragraph):
                    cited |= self._statement(statement)
        cover = set(self._objects(work, _CITES)) if texts else set()
        for triple in self._corpus.about(work):
            if triple.object in cited or (
                texts and triple.object not in cover and triple.predicate != _TEXT
            ):
                self._add(triple)
                self._name(triple)
        return cited

    def cited_by(self, work: ox.NamedNode) -> None:
        """The citations of a document by others, with their paragraphs."""
        found: dict[str, dict[str, list[ox.NamedNode]]] = {}
        for citation in self._subjects(_CITED, work):
            # …/doc/A/RES/77/172/fr#pp1-90-99: to ask the store for each takes long
            citing, _, language = citation.value.partition("#")[0].rpartition("/")
            found.setdefault(citing, {}).setdefault(language, []).append(citation)
        for citing, by_language in found.items():
            source = ox.NamedNode(citing)
            wanted = self._languages(by_language, source)
            if source in self._works or not wanted:
                continue
            self._describe(source)
            for triple in self._corpus.about(source, work):
                self._add(triple)
            for language in wanted:
                self._expression(source, ox.NamedNode(f"{citing}/{language}"))
                for citation in by_language[language]:
                    self._statement(citation)

    def _texts(self, work: ox.NamedNode) -> list[ox.NamedNode]:
        """Those texts of a document that are wanted."""
        by_language: dict[str, list[ox.NamedNode]] = {}
        for text in self._objects(work, _TEXT):
            for said in self._corpus.objects(text, _LANGUAGE):
                if isinstance(said, ox.Literal):
                    by_language.setdefault(said.value, []).append(text)
        return [text for one in self._languages(by_language, work) for text in by_language[one]]

    def _languages(self, there: Collection[str], work: ox.NamedNode) -> list[str]:
        """In which of the languages of a document its texts are wanted."""
        if self._language is not None:
            return [self._language] if self._language in there else []
        order = sorted(there, key=lambda language: (language != _PREFERRED, language))
        return order if self._in_full in (None, work) else order[:1]

    def _expression(self, work: ox.NamedNode, text: ox.NamedNode) -> None:
        self._add(ox.Triple(work, _TEXT, text))
        for triple in self._corpus.about(text):
            self._add(triple)

    def _statement(self, statement: ox.NamedNode) -> set[ox.NamedNode]:
        """A citation, a mention or a stated relation, its paragraph and note, and its things."""
        things: set[ox.NamedNode] = set()
        for triple in self._corpus.about(statement):
            self._add(triple)
            self._name(triple)
            if not isinstance(triple.object, ox.NamedNode):
                continue
            if triple.predicate in _THINGS:
                self._describe(triple.object)
                if triple.predicate == _CITED:
                    things.add(triple.object)
            elif triple.predicate in (_IN_PARAGRAPH, _FOOTNOTE):
                for said in self._corpus.about(triple.object):
                    self._add(said)
        return things

    def _describe(self, thing: ox.NamedNode) -> None:
        """What a thing is and what it is called, without what it cites itself."""
        if thing in self._described:
            return
        self._described.add(thing)
        for triple in self._corpus.about(thing):
            if isinstance(triple.object, ox.Literal) or triple.predicate in _DESCRIBES:
                self._add(triple)
                self._name(triple)
        for symbol in self._corpus.objects(thing, _IDENTIFIER):
            if isinstance(symbol, ox.Literal):  # a store leaves out what follows from the symbol
                link = ox.NamedNode(document_link(symbol.value, self._language or "en"))
                self._add(ox.Triple(thing, _LINK, link))

    def _name(self, triple: ox.Triple) -> None:
        """The names of a kind, a body or a function that is spoken of."""
        if triple.predicate in _NAMED and isinstance(triple.object, ox.NamedNode):
            self._describe(triple.object)

    def _add(self, triple: ox.Triple) -> None:
        self.store.add(ox.Quad(triple.subject, triple.predicate, triple.object))

    def _objects(self, subject: ox.NamedNode, predicate: ox.NamedNode) -> list[ox.NamedNode]:
        return list(_named(self._corpus.objects(subject, predicate)))

    def _subjects(self, predicate: ox.NamedNode, thing: ox.NamedNode) -> list[ox.NamedNode]:
        return list(_named(self._corpus.subjects(predicate, thing)))


def _named(terms: Collection[object]) -> Iterator[ox.NamedNode]:
    yield from (term for term in terms if isinstance(term, ox.NamedNode))
