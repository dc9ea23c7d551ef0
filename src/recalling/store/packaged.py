"""The packaged queries: one question a file, with parameters that the file itself declares.

The head of a file says the question and its parameters:

    # en: Who cites an instrument?
    # zh: 谁引用了某项文书？
    # parameter instrument: symbol, name or slug of the instrument

and the query gives each parameter a value in a line of its own, so that any SPARQL engine runs
the file as it stands; UNDEF means "any":

    VALUES ?instrument { "A/RES/70/1" }  # parameter
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import msgspec

from recalling.graph.terms import literal
from recalling.model.errors import DataError, QueryError
from recalling.model.resources import resource

_QUESTION = re.compile(r"^# (en|zh): (.+)$", re.MULTILINE)
_DECLARED = re.compile(r"^# parameter ([a-z_]+): (.+)$", re.MULTILINE)
_BOUND = re.compile(
    r"^(?P<head>[ \t]*VALUES \?(?P<name>[a-z_]+) \{ )"
    r'(?P<value>UNDEF|-?[0-9]+|"[^"\\\n]*+(?:\\.[^"\\\n]*+)*")'
    r"(?P<tail> \}  # parameter)$",
    re.MULTILINE,
)
_NUMBER = re.compile(r"-?[0-9]{1,9}")


class Parameter(msgspec.Struct, frozen=True):
    """A value that a query asks for: its name, what it means, its default (None: any).

    `kind` is "number" or "text".
    """

    name: str
    meaning: str
    kind: str
    default: str | None


class PackagedQuery(msgspec.Struct, frozen=True):
    """A packaged query: its name, the question in English and Chinese, its parameters, its text."""

    name: str
    question: str
    question_zh: str
    parameters: tuple[Parameter, ...]
    text: str


def packaged_queries() -> tuple[PackagedQuery, ...]:
    """All packaged queries in order of name. Raises DataError when a file lacks its head."""
    return tuple(_read(path) for path in sorted(resource("queries").glob("*.rq")))


def packaged_query(name: str) -> PackagedQuery:
    """The packaged query of this name ("cited-by"); raises QueryError naming those there are."""
    known = {query.name: query for query in packaged_queries()}
    if name not in known:
        raise QueryError(f"There is no packaged query {name!r}: there are {', '.join(known)}.")
    return known[name]


def bind(text: str, parameters: Mapping[str, str]) -> str:
    """A query with its parameters given their values; the others keep their defaults.

    A value is written as one SPARQL literal and can be nothing else, whatever it holds. The
    empty string means any value. Raises QueryError for a parameter that the query does not have
    and for a number that is none.
    """
    declared = [match["name"] for match in _BOUND.finditer(text)]
    unknown = sorted(set(parameters) - set(declared))
    if unknown:
        there = ", ".join(dict.fromkeys(declared)) or "none"
        raise QueryError(
            f"The query has no parameter {', '.join(unknown)}: its parameters are {there}."
        )

    def value(match: re.Match[str]) -> str:
        given = parameters.get(match["name"])
        if given is None:
            return match[0]
        return match["head"] + _written(match, given) + match["tail"]

    return _BOUND.sub(value, text)


def unbound(text: str) -> tuple[str, ...]:
    """The parameters of a query that may have any value as it stands."""
    free = (match["name"] for match in _BOUND.finditer(text) if match["value"] == "UNDEF")
    return tuple(dict.fromkeys(free))


def _written(match: re.Match[str], given: str) -> str:
    """The value as SPARQL: a number where the default is one, else a string."""
    if given == "":
        return "UNDEF"
    if not _is_number(match["value"]):
        return literal(given)
    if not _NUMBER.fullmatch(given):
        raise QueryError(f"The parameter {match['name']} is a number: {given!r} is none.")
    return str(int(given))


def _is_number(value: str) -> bool:
    return value != "UNDEF" and not value.startswith('"')


def _read(path: Path) -> PackagedQuery:
    text = path.read_text(encoding="utf-8")
    questions = dict(_QUESTION.findall(text))
    if set(questions) != {"en", "zh"}:
        raise DataError(f"{path}: the question must be stated at the head in English and Chinese")
    meanings = dict(_DECLARED.findall(text))
    values = {match["name"]: match["value"] for match in _BOUND.finditer(text)}
    if set(meanings) != set(values):
        raise DataError(f"{path}: the parameters of its head and of its VALUES lines differ")
    return PackagedQuery(
        name=path.stem,
        question=questions["en"],
        question_zh=questions["zh"],
        parameters=tuple(_parameter(name, meanings[name], values[name]) for name in values),
        text=text,
    )


def _parameter(name: str, meaning: str, value: str) -> Parameter:
    default = None if value == "UNDEF" else value.strip('"')
    return Parameter(name, meaning, "number" if _is_number(value) else "text", default)
