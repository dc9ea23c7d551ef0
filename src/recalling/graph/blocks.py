"""What one file says as Turtle that is quick to write, to load, and to take out again.

Two parts, because a store holds each statement once: what only this text can say, and what other
texts may say as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from recalling.graph.terms import INTEGER_END, TYPE, Triple, iri
from recalling.graph.vocabulary import PREFIXES, REC

BLOCKS_HEAD = "".join(f"@prefix {prefix}: <{ns}> .\n" for prefix, ns in sorted(PREFIXES.items()))
"""The prefixes that blocks use; they stand at the head of what is parsed."""

_SHORT = {f"<{namespace}": f"{prefix}:" for prefix, namespace in PREFIXES.items()}
#: a fragment that is a local name of Turtle as it stands (1.1, PN_LOCAL), without escapes
_LOCAL = re.compile(r"[A-Za-z0-9_:](?:[A-Za-z0-9_:.-]*[A-Za-z0-9_:-])?")
_OFFSETS = frozenset((iri(REC + "start"), iri(REC + "end")))
#: properties whose values are words of a vocabulary
_OF_WORDS = frozenset((TYPE, iri(REC + "function"), iri(REC + "kind")))

_words: dict[str, str] = {TYPE: "a"}


class Block(msgspec.Struct, frozen=True):
    """What one file says, to stand below `BLOCKS_HEAD`.

    `own` speaks of the text and of places in it: no other text says the same. `shared` speaks of
    works and instruments, one statement a line, each once; two lines are equal when the statements
    are. `statements` counts both.
    """

    own: str
    shared: str
    statements: int


def block(text: str, triples: Iterable[Triple]) -> Block:
    r"""The block of the expression whose IRI is `text`.

    >>> say = block("urn:t", [("<urn:t#pp1>", "<http://purl.org/dc/terms/title>", '"x"')])
    >>> say.own
    '@prefix : <urn:t#> .\n:pp1 dcterms:title "x" .\n'
    """
    whole, here = iri(text), f"<{text}#"
    own = [f"@prefix : {here}> .\n"]
    shared: dict[str, None] = {}
    names: dict[str, str] = {}
    before, end = None, ""
    for subject, predicate, object_ in triples:
        word = _words.get(predicate) or _word(predicate)
        if object_[0] != "<":
            if predicate in _OFFSETS:
                object_ = object_[1 : -len(INTEGER_END)]
        elif predicate in _OF_WORDS:
            object_ = _words.get(object_) or _word(object_)
        elif object_.startswith(here):
            object_ = names.get(object_) or names.setdefault(object_, _name(object_, here))
        if subject == before:
            own.append(f" ;\n{word} {object_}")
        elif subject.startswith(here) or subject == whole:
            name = names.get(subject) or names.setdefault(subject, _name(subject, here))
            own.append(f"{end}{name} {word} {object_}")
            before, end = subject, " .\n"
        else:
            shared[f"{subject} {word} {object_} .\n"] = None
    own.append(end)
    return Block("".join(own), "".join(shared), len(own) - 2 + len(shared))


def _word(term: str) -> str:
    """A property or concept with its prefix, where the rest is a plain name."""
    short = term
    for namespace, prefix in _SHORT.items():
        rest = term[len(namespace) : -1]
        if term.startswith(namespace) and _LOCAL.fullmatch(rest):
            short = prefix + rest
    return _words.setdefault(term, short)


def _name(term: str, here: str) -> str:
    """A place in the text, as a local name where it can be one."""
    local = term[len(here) : -1]
    return f":{local}" if term.startswith(here) and _LOCAL.fullmatch(local) else term
