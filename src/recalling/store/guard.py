"""Queries from outside: what is refused before anything is evaluated.

A query may read the graph it is asked on and nothing else. SERVICE would call other machines,
FROM and FROM NAMED would name other graphs (some engines fetch them, files included), and every
update would change what is there. Refusal looks at the tokens of the query, not at its meaning, so
no spelling gets past it: a keyword that stands in a string, an IRI, a comment or a variable is
none, everywhere else it is refused.
"""

from __future__ import annotations

import re

from recalling.model.errors import QueryError

LONGEST = 100_000
"""Most characters that a query may have."""

_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
# the lexical grammar of SPARQL 1.1, section 19.8, as far as it takes to tell keywords apart;
# possessive and bounded quantifiers, so that no stretch is read again and again (only of single
# characters: Python 3.11.2, Debian's, gets possessive groups with alternatives wrong)
_TOKEN = re.compile(
    r"""
      \#[^\r\n]*+
    | <[^<>"{}|^`\\\x00-\x20]*+>
    | \"\"\"[^"\\]*+(?:(?:\\.|"(?!\"\"))[^"\\]*+)*\"\"\"
    | \'\'\'[^'\\]*+(?:(?:\\.|'(?!''))[^'\\]*+)*\'\'\'
    | "[^"\\\r\n]*+(?:\\.[^"\\\r\n]*+)*(?:"|(?=[\r\n])|\Z)
    | '[^'\\\r\n]*+(?:\\.[^'\\\r\n]*+)*(?:'|(?=[\r\n])|\Z)
    | [?$]\w++
    | @[A-Za-z]++
    | (?P<name>(?:[^\W_][\w.-]{0,80}+)?:[\w:.-]*+(?:(?:%[0-9A-Fa-f]{2}|\\.)[\w:.-]*+)*)
    | (?P<word>[A-Za-z]++)
    """,
    re.VERBOSE | re.DOTALL,
)
_UPDATES = frozenset(
    {"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"}
)
_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})


def guard(query: str) -> str:
    """`query` as it is, if it only reads the graph it is asked on.

    Raises QueryError saying what is refused and why.
    """
    if len(query) > LONGEST:
        raise QueryError(f"The query has {len(query):,} characters; {LONGEST:,} are accepted.")
    # engines differ in whether an escape may spell a keyword: both readings must pass
    words = _keywords(query) | _keywords(_ESCAPE.sub(_character, query))
    if "SERVICE" in words:
        raise QueryError(
            "The query asks another endpoint (SERVICE), which is refused: ask that endpoint "
            "itself with --on URL."
        )
    if "FROM" in words:
        raise QueryError(
            "The query names the graph it reads (FROM), which is refused: name the file or folder "
            "with --on instead."
        )
    changing = ", ".join(sorted(words & _UPDATES))
    if changing:
        raise QueryError(
            f"The query would change the graph ({changing}), which is refused: "
            "SELECT, ASK, CONSTRUCT and DESCRIBE are accepted."
        )
    if not words & _FORMS:
        raise QueryError(
            "The query does not parse: it holds none of SELECT, ASK, CONSTRUCT and DESCRIBE."
        )
    return query


def _character(match: re.Match[str]) -> str:
    number = int(match[1] or match[2], 16)
    return chr(number) if number <= 0x10FFFF else match[0]


def _keywords(query: str) -> frozenset[str]:
    """The words that could stand as keywords, in capitals.

    A parser that does not look for the longest token may read `SERVICE:x` as a keyword and a
    name, so the prefix of a name counts too, and what follows a dot in one.
    """
    found: set[str] = set()
    for match in _TOKEN.finditer(query):
        if match["word"]:
            found.add(match["word"].upper())
        elif match["name"]:
            prefix, _, local = match["name"].upper().partition(":")
            found.update(prefix.split("."), local.split(".")[1:])
    return frozenset(found)
