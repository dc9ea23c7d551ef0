"""`ontology/verbs.ttl`: the direct property of each function, made from `ontology/functions.ttl`.

    python -m recalling.graph.verbs > ontology/verbs.ttl

The property of `fn:takes-note-of` is `rec:takesNoteOf`, narrower than `cito:cites`. A test holds
the file to what this makes.
"""

from __future__ import annotations

import sys

from recalling.graph.terms import TYPE, Triple, iri, literal
from recalling.graph.turtle import write_turtle
from recalling.graph.vocabulary import CITO, FN, OWL, RDFS, REC, camel
from recalling.graph.words import functions

_HEAD = """\
# The direct property of each function of a verb, from the citing work to what it cites.
# Made from functions.ttl by `python -m recalling.graph.verbs`; not to be edited.

"""


def verbs_turtle() -> str:
    """The file as it must be. Raises DataError when functions.ttl is wrong."""
    triples: list[Triple] = []
    for id_, word in functions().items():
        property_ = iri(REC + camel(id_))
        triples += [
            (property_, TYPE, iri(OWL + "ObjectProperty")),
            (property_, iri(RDFS + "subPropertyOf"), iri(CITO + "cites")),
            (property_, iri(RDFS + "isDefinedBy"), iri(REC.rstrip("#"))),
            (property_, iri(RDFS + "seeAlso"), iri(FN + id_)),
        ]
        triples += [
            (property_, iri(RDFS + "label"), literal(text, language))
            for language, text in word.labels
        ]
    return _HEAD + write_turtle(triples).replace("# What is cited or named\n\n", "")


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(verbs_turtle())
