"""RDF terms as the strings by which N-Triples writes them, and triples of such strings.

Strings instead of objects: a million triples are made in seconds, written with a join, and
loaded in bulk. `http://www.w3.org/TR/n-triples/` has the grammar.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from recalling.graph.vocabulary import RDF, XSD

Triple = tuple[str, str, str]
"""Subject, predicate, object, each as N-Triples writes it."""

_ESCAPES = (
    {code: f"\\u{code:04X}" for code in (*range(0x20), 0x7F)}
    | {
        ord("\\"): "\\\\",
        ord('"'): '\\"',
        ord("\n"): "\\n",
        ord("\r"): "\\r",
        ord("\t"): "\\t",
    }
    | dict.fromkeys(range(55296, 57344), "\\uFFFD")
)  # half of a pair is no character
_TO_ESCAPE = re.compile(r'[\x00-\x1f\x7f"\\\ud800-\udfff]')
_PLAIN_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_PLAIN_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
_PLAIN_YEAR = re.compile(r"\d{4}")

TYPE = f"<{RDF}type>"
TRUE = f'"true"^^<{XSD}boolean>'
INTEGER_END = f'"^^<{XSD}integer>'


def iri(value: str) -> str:
    """An absolute IRI as a term; it must already be free of what an IRI may not hold."""
    return f"<{value}>"


def escape(text: str) -> str:
    r"""Text as it stands between the quotation marks of a literal.

    >>> escape('a "b"\n')
    'a \\"b\\"\\n'
    """
    return text.translate(_ESCAPES) if _TO_ESCAPE.search(text) else text


def literal(text: str, language: str | None = None) -> str:
    """A plain or language-tagged literal.

    >>> literal("重申", "zh")
    '"重申"@zh'
    """
    return f'"{escape(text)}"@{language}' if language else f'"{escape(text)}"'


def integer(number: int) -> str:
    """An xsd:integer in its canonical form."""
    return f'"{number}{INTEGER_END}'


@lru_cache(maxsize=16384)
def day(text: str) -> str:
    """A date as precise as it is stated: a day, a month, a year; else the words themselves.

    >>> day("2015-09-25")
    '"2015-09-25"^^<http://www.w3.org/2001/XMLSchema#date>'
    >>> day("2015-02-31")
    '"2015-02-31"'
    """
    if _PLAIN_DAY.fullmatch(text):
        try:
            date.fromisoformat(text)
        except ValueError:
            return literal(text)
        return f'"{text}"^^<{XSD}date>'
    if _PLAIN_MONTH.fullmatch(text):
        return f'"{text}"^^<{XSD}gYearMonth>'
    if _PLAIN_YEAR.fullmatch(text):
        return f'"{text}"^^<{XSD}gYear>'
    return literal(text)


def ntriples(triples: Iterable[Triple]) -> str:
    """The triples as N-Triples, a line each, in the order given."""
    return "".join(f"{s} {p} {o} .\n" for s, p, o in triples)
