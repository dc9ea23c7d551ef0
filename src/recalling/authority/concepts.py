"""What a Turtle file of ours says of each thing that it names: the way into `ontology/`."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pyoxigraph as ox

from recalling.model.errors import DataError

Properties = dict[str, list[ox.NamedNode | ox.Literal]]


def read_concepts(path: Path) -> dict[str, Properties]:
    """The named things of a Turtle file by IRI, each with its values by predicate, in file order.

    Blank nodes are left out: nothing of ours hangs on them. Raises DataError naming the file when
    it cannot be read or does not parse.
    """
    concepts: dict[str, Properties] = defaultdict(lambda: defaultdict(list))
    try:
        for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE):
            term = quad.object
            if isinstance(quad.subject, ox.NamedNode) and isinstance(
                term, ox.NamedNode | ox.Literal
            ):
                concepts[quad.subject.value][quad.predicate.value].append(term)
    except (SyntaxError, OSError, ValueError) as error:
        raise DataError(f"{path}: the vocabulary file cannot be read: {error}") from error
    return concepts
