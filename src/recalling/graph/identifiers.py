"""IRIs of works, expressions, paragraphs and instruments.

Every IRI is plain ASCII and written one way only: letters, digits and `-._~()/` stand as they
are, everything else is percent-encoded UTF-8 in upper-case hexadecimal, so that rdflib,
Oxigraph and N3.js hold the same string for it. Nothing here is random, counted or dated.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote

from recalling.graph.vocabulary import BASE
from recalling.model import Document

_PATH_SAFE = "/()-._~"
_FRAGMENT_SAFE = "()-._~:"
_LABEL = str.maketrans({"(": "-", ")": None, " ": "-"})
_UNFIT_FOR_SLUG = re.compile(r"[^A-Za-z0-9.]+")


@lru_cache(maxsize=65536)
def instrument_iri(key: str, base: str = BASE) -> str:
    """IRI of an instrument, entity or body by its key.

    >>> instrument_iri("doc/S/RES/1325(2000)")
    'https://w3id.org/recalling/doc/S/RES/1325(2000)'
    >>> instrument_iri("doc/A/78/6 (Sect. 3)#annex")
    'https://w3id.org/recalling/doc/A/78/6%20(Sect.%203)#annex'
    """
    path, mark, fragment = key.partition("#")
    # a dot that opens or fills a segment ("..") would be eaten by resolvers of relative IRIs
    path = quote(path, safe=_PATH_SAFE).replace("/.", "/%2E")
    return base + path + mark + quote(fragment, safe=_FRAGMENT_SAFE)


def document_key(document: Document) -> str:
    """Key of the work that `document` is a text of: its symbol, else the name of its file.

    A name has no place among symbols, so `text/…` keeps the two apart.
    """
    symbol = document.cover.symbol
    return f"doc/{symbol}" if symbol else f"text/{document.name}"


def work_iri(document: Document, base: str = BASE) -> str:
    """IRI of the work, whatever the language: `…/doc/A/RES/78/265`."""
    return instrument_iri(document_key(document), base)


def expression_iri(document: Document, base: str = BASE) -> str:
    """IRI of its text in one language: `…/doc/A/RES/78/265/zh`."""
    return f"{work_iri(document, base)}/{document.language}"


@lru_cache(maxsize=65536)
def fragment(label: str) -> str:
    """The fragment by which a paragraph's label is addressed.

    >>> fragment("op4(b)(ii)")
    'op4-b-ii'
    >>> fragment("annex1:p3")
    'annex1:p3'
    """
    return quote(label.translate(_LABEL), safe="-._~:")


def place_fragment(label: str, start: int, end: int) -> str:
    """Fragment of what is found at a place of a paragraph; code points, half-open.

    >>> place_fragment("pp2", 412, 423)
    'pp2-412-423'
    """
    return f"{fragment(label)}-{start}-{end}"


def slug(key: str) -> str:
    """A key as the end of a fragment, where one place names several things.

    >>> slug("doc/A/RES/74/1")
    'A-RES-74-1'
    """
    return _UNFIT_FOR_SLUG.sub("-", key.removeprefix("doc/")).strip("-.") or "it"


def document_link(symbol: str, language: str) -> str:
    """Where the United Nations publish a document: a place to look, never an identifier.

    >>> document_link("A/RES/70/1", "zh")
    'https://docs.un.org/zh/A/RES/70/1'
    """
    return f"https://docs.un.org/{language}/{quote(symbol, safe=_PATH_SAFE)}"
