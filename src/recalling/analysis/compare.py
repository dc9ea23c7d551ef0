"""What two documents, or two languages of one, cite differently, and under which verb each."""

from __future__ import annotations

from collections import defaultdict

import msgspec

from recalling.analysis.corpus import CitationRow, Corpus
from recalling.model import LANGUAGES
from recalling.model.errors import GraphError

ONLY_FIRST, ONLY_SECOND, OTHER_VERB, SAME = "only the first", "only the second", "verb", "same"


class Side(msgspec.Struct, frozen=True):
    """How one document cites: what its verbs do, and its evidence (`op4(b): Reaffirms "70/1"`).

    Where two differ in the verb, the evidence is that of what only this one does.
    """

    functions: tuple[str, ...]
    evidence: tuple[str, ...]


class Difference(msgspec.Struct, frozen=True):
    """One instrument that the two cite differently; `what` says how."""

    cited: str
    name: str
    what: str
    first: Side
    second: Side


def compare(
    corpus: Corpus, first: str, second: str, *, same: bool = False
) -> tuple[Difference, ...]:
    """What `first` and `second` cite differently; with `same`, also what they cite alike.

    Each is a symbol, or a symbol with a language ("A/RES/78/1/fr"). Citations in footnotes count
    as the document's, without a verb. Between two languages of one document only what is cited is
    compared, and the verb by what it does. Raises GraphError for one that is not here with text.
    """
    sides = (_cited(corpus, first), _cited(corpus, second))
    rows = []
    for iri in sorted(set(sides[0]) | set(sides[1]), key=corpus.shown):
        a, b = (_side(side.get(iri, [])) for side in sides)
        if iri not in sides[1]:
            what = ONLY_FIRST
        elif iri not in sides[0]:
            what = ONLY_SECOND
        else:
            what = SAME if a.functions == b.functions else OTHER_VERB
        if what == OTHER_VERB:
            a, b = _apart(sides[0][iri], a, b), _apart(sides[1][iri], b, a)
        if same or what != SAME:
            rows.append(Difference(corpus.shown(iri), corpus.names.get(iri, ""), what, a, b))
    return tuple(sorted(rows, key=lambda row: row.what))


def _cited(corpus: Corpus, given: str) -> dict[str, list[CitationRow]]:
    """The citations of a document, or of one of its texts, by what is cited."""
    symbol, language = _taken_apart(given)
    work = corpus.find(symbol)
    if work not in corpus.works:
        raise GraphError(f"{symbol} is known here from citations only: its own text is needed.")
    languages = corpus.works[work]
    if language and language not in languages:
        raise GraphError(f"{symbol} is here in {', '.join(languages)} and not in {language}.")
    found: dict[str, list[CitationRow]] = defaultdict(list)
    for row in corpus.citations([work]):
        if language in ("", row.language):
            found[row.cited].append(row)
    return found


def _taken_apart(given: str) -> tuple[str, str]:
    head, slash, tail = given.rpartition("/")
    return (head, tail) if slash and tail in LANGUAGES else (given, "")


def _side(rows: list[CitationRow]) -> Side:
    rows = sorted(rows, key=lambda row: (row.language, row.start, row.quote))
    functions = sorted({row.function for row in rows if row.function})
    return Side(tuple(functions), tuple(dict.fromkeys(map(evidence, rows))))


def _apart(rows: list[CitationRow], one: Side, other: Side) -> Side:
    """A side with the evidence of what its verbs do and those of the other do not."""
    own = [row for row in rows if row.function in set(one.functions) - set(other.functions)]
    return Side(one.functions, _side(own).evidence)


def evidence(row: CitationRow) -> str:
    """A citation as evidence: where, under which verb, in which words.

    >>> evidence(CitationRow(citation="c", citing="a", cited="b", language="en", paragraph="pp2",
    ...     quote="70/1", start=4, function="recalls", verb="Recalling", date="", linked=""))
    'en pp2: Recalling “70/1”'
    """
    verb = f"{row.verb} " if row.verb else ""
    return f"{row.language} {row.paragraph}: {verb}“{row.quote}”"
