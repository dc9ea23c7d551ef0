"""One document's way through the house: read, find, resolve."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from recalling.authority import Authority, load_authority
from recalling.extractors import find
from recalling.graph import BASE
from recalling.model import Document, Finding, Language, Resolution
from recalling.model.errors import InputError, RecallingError
from recalling.model.symbols import parse_symbol
from recalling.pipeline.inputs import STANDARD_INPUT
from recalling.readers import MOST_BYTES, read_bytes, read_document
from recalling.resolver import resolve

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,30}:[^\s\x00-\x20<>\"{}|\\^`#]+/")


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """What the user says instead of leaving it to be recognised, and the base of identifiers.

    Raises InputError for a symbol or a base that can be none.
    """

    language: Language | None = None
    symbol: str | None = None
    base: str = BASE

    def __post_init__(self) -> None:
        """Refuse now what would show itself only in the finished graph."""
        if self.symbol is not None:
            try:
                parse_symbol(self.symbol)
            except ValueError as error:
                raise InputError(f"{error}, as A/RES/78/265 has.") from error
        if _ABSOLUTE.fullmatch(self.base) is None:
            raise InputError(
                f"{self.base!r} is no base of identifiers: give an absolute IRI that ends in a "
                f"slash, as {BASE} does."
            )


class Processed(msgspec.Struct, frozen=True):
    """A document with all that was found and identified in it."""

    document: Document
    finding: Finding
    resolution: Resolution


class Failed(msgspec.Struct, frozen=True):
    """A file that could not be processed, and the sentence that says why."""

    path: str
    sentence: str


def read_input(path: str, options: Options) -> Document:
    """Read one file, or standard input for `-`, with language and symbol recognised or given.

    Raises InputError when it cannot be read as the text of a resolution.
    """
    if path == STANDARD_INPUT:
        return read_bytes(
            standard_input(),
            name="standard-input",
            language=options.language,
            symbol=options.symbol,
        )
    document = read_document(Path(path), language=options.language, symbol=options.symbol)
    # the folder is this machine's business, and what is made of a file must not depend on it
    return msgspec.structs.replace(document, name=Path(path).name)


def standard_input() -> bytes:
    """What is given there, up to what shows that it is too large to be a document.

    Raises InputError when it is closed.
    """
    if sys.stdin is None:
        raise InputError("standard input is closed: give a file, or pipe something into it.")
    return sys.stdin.buffer.read(MOST_BYTES + 1)


def process(
    document: Document, authority: Authority | None = None, *, governing: bool = False
) -> Processed:
    """Find what `document` cites and identify it; `authority` is the packaged one by default.

    With `governing`, clauses that govern no mention are not looked for (see `find`).
    """
    known = load_authority() if authority is None else authority
    finding = find(document, known, governing=governing)
    return Processed(document, finding, resolve(document, finding, known))


def require_citations(processed: Processed) -> None:
    """Raise InputError when the text cites nothing: alone, it is hardly what the user meant."""
    cited = any(citation.property == "cites" for citation in processed.resolution.citations)
    if not cited and not processed.resolution.unresolved:
        raise InputError(
            f"{processed.document.name} cites nothing that Recalling can see: check that it is "
            "the whole text of a resolution, or read it together with others."
        )


def process_each(
    paths: Iterable[str], options: Options
) -> Iterator[tuple[str, Processed | Failed]]:
    """Each path with its outcome, in order: one bad file is a value and does not stop the rest."""
    for path in paths:
        try:
            yield path, process(read_input(path, options))
        except RecallingError as error:
            yield path, Failed(path, str(error))
