"""The main job: texts in; a graph, a page and an entry in the manifest for each document out."""

from __future__ import annotations

import hashlib
import re
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import msgspec
import pyoxigraph

from recalling.authority import load_authority
from recalling.graph import BASE, Triple, assemble, ntriples, write_turtle
from recalling.model import Document
from recalling.model.errors import OutputError, RecallingError
from recalling.model.files import check_folder, write_together
from recalling.pipeline.manifest import MANIFEST, Entry, Input, manifest_bytes, read_entries
from recalling.pipeline.process import (
    Failed,
    Options,
    Processed,
    process,
    read_input,
    require_citations,
)
from recalling.pipeline.records import Record, citation_records
from recalling.render import page
from recalling.store import to_rdflib

_UNFIT = re.compile(r"[^\w.\-]+")  # what a file name is kept free of


class Built(msgspec.Struct, frozen=True, kw_only=True):
    """One text that was built: the document's name and symbol, its files, and what it cites.

    `trouble` has a sentence, with the file's name, on what could not be read or trusted.
    """

    name: str
    symbol: str | None
    language: str
    turtle: Path
    page: Path
    records: tuple[Record, ...]
    trouble: tuple[str, ...] = ()


class Report(msgspec.Struct, frozen=True):
    """The outcome of a build, in the order of the inputs."""

    built: tuple[Built, ...]
    failed: tuple[Failed, ...]


def build_into(
    folder: Path,
    inputs: Sequence[str],
    options: Options,
    *,
    each: Callable[[], None] = lambda: None,
) -> Report:
    """Build every input into `folder`; texts of one document in several languages become one.

    A document's graph and page and the manifest take their names together when all are whole, so
    that an interruption leaves earlier documents as they are. A file that fails is a value of the
    report; a single text that cites nothing fails too.
    `each` is called after every input. Raises OutputError when the folder cannot be written.
    """
    check_folder(folder)
    built: list[Built] = []
    failed: list[Failed] = []
    with tempfile.TemporaryDirectory(prefix="recalling-") as spool:
        works = _Works(folder, options, Path(spool))
        for path in inputs:
            try:
                processed = process(read_input(path, options))
                if len(inputs) == 1:
                    require_citations(processed)
                built.append(works.add(processed))
            except OutputError:
                raise
            except RecallingError as error:
                failed.append(Failed(path, str(error)))
            each()
    return Report(tuple(built), tuple(failed))


class _Works:
    """The documents of one run: what each was made of so far, and the manifest of the folder."""

    def __init__(self, folder: Path, options: Options, spool: Path) -> None:
        self._folder = folder
        self._options = options
        self._spool = spool
        self._entries = {entry.name: entry for entry in read_entries(folder)}
        self._own: set[str] = set()

    def add(self, processed: Processed) -> Built:
        """Add one text to its document, and write the document's files and the manifest."""
        document = processed.document
        name = document_name(document)
        triples = self._together(name, processed)
        graph = write_turtle(triples, self._options.base).encode()
        entry = self._entry(name, processed, len(triples), graph)
        entries = {**self._entries, name: entry}
        files = {
            entry.turtle: graph,
            entry.page: page(to_rdflib(store_of(triples)), name=name).encode(),
            MANIFEST: manifest_bytes(entries.values()),
        }
        write_together(self._folder, files)
        self._entries = entries
        self._own.add(name)
        return Built(
            name=name,
            symbol=document.cover.symbol,
            language=document.language,
            turtle=self._folder / f"{name}.ttl",
            page=self._folder / f"{name}.html",
            records=citation_records(document, processed.resolution, self._options.base),
            trouble=tuple(f"{document.name}: {sentence}" for sentence in document.trouble),
        )

    def _together(self, name: str, processed: Processed) -> set[Triple]:
        """The triples of this text and of the document's other texts in this run."""
        triples = set(document_triples(processed, self._options.base))
        spooled = self._spool / name
        if name in self._own:
            triples |= msgspec.msgpack.decode(spooled.read_bytes(), type=set[Triple])
        spooled.write_bytes(msgspec.msgpack.encode(triples))
        return triples

    def _entry(self, name: str, processed: Processed, triples: int, graph: bytes) -> Entry:
        document, resolution = processed.document, processed.resolution
        before = self._entries[name] if name in self._own else None
        text = Input(
            name=document.name,
            language=document.language,
            media_type=document.media_type,
            sha256=document.digest,
        )
        return Entry(
            name=name,
            symbol=document.cover.symbol or "",
            base=self._options.base,
            turtle=f"{name}.ttl",
            sha256=hashlib.sha256(graph).hexdigest(),
            page=f"{name}.html",
            triples=triples,
            identified=len(resolution.citations) + (before.identified if before else 0),
            unresolved=len(resolution.unresolved) + (before.unresolved if before else 0),
            inputs=(*(before.inputs if before else ()), text),
        )


def document_triples(processed: Processed, base: str = BASE) -> list[Triple]:
    """All that the graph of one text says; some triples more than once."""
    return assemble(
        processed.document,
        processed.resolution,
        load_authority(),
        clauses=processed.finding.clauses,
        base=base,
    )


def store_of(triples: Iterable[Triple]) -> pyoxigraph.Store:
    """The triples in a store in memory."""
    store = pyoxigraph.Store()
    store.bulk_load(ntriples(triples), format=pyoxigraph.RdfFormat.N_TRIPLES)
    return store


def document_name(document: Document) -> str:
    """The name of a document's files: its symbol, else its file's name, as one plain word.

    `A/RES/78/265` gives `A_RES_78_265`, `S/RES/1325(2000)` gives `S_RES_1325_2000`.
    """
    given = document.cover.symbol or Path(document.name).stem
    return _UNFIT.sub("_", given).strip("_.") or "text"
