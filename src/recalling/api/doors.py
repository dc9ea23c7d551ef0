"""The doors: from a text, a graph file or a question to what is wanted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec
from pyoxigraph import Store
from rich.table import Table

from recalling.analysis import open_corpus, part_around
from recalling.api.result import Result
from recalling.graph import BASE, ShapeFinding, check_graph
from recalling.model import Document, Language
from recalling.model.errors import GraphError, InputError, QueryError
from recalling.model.files import write_whole
from recalling.pipeline import (
    STANDARD_INPUT,
    Failed,
    Options,
    OutlineRecord,
    Report,
    StoreReport,
    build_into,
    dask_cluster,
    find_inputs,
    process,
    process_each,
    read_input,
    standard_input,
)
from recalling.pipeline import build_store as _build_store
from recalling.render import citation_table as _citation_table
from recalling.render import page, to_csv, to_graphml, to_networkx
from recalling.store import (
    PackagedQuery,
    Results,
    dump,
    is_store,
    load_graph,
    packaged_queries,
    packaged_query,
    run_query,
    run_remote_query,
    statements_folder,
    to_rdflib,
)
from recalling.store import export as _export

if TYPE_CHECKING:  # annotations only: whoever uses neither need not wait for them
    import networkx
    import rdflib

ExportFormat = Literal["ttl", "nt", "jsonld", "rdfxml", "trig", "graphml", "csv"]


def read(
    path: str | Path, *, language: Language | None = None, symbol: str | None = None
) -> Document:
    """Read one file into a document: cover, paragraphs and footnotes, each with its place.

    Language and symbol are recognised when not given. Raises InputError when the file cannot be
    read as the text of a resolution.
    """
    return read_input(str(path), Options(language=language, symbol=symbol))


def extract(
    path: str | Path,
    *,
    language: Language | None = None,
    symbol: str | None = None,
    base: str = BASE,
) -> Result:
    """Read one file, find everything it cites, and identify it.

    Raises InputError when the file cannot be read as the text of a resolution, and for a symbol
    or a base of identifiers that can be none.
    """
    options = Options(language=language, symbol=symbol, base=base)
    return Result(process(read_input(str(path), options)), options.base)


def extract_each(
    paths: Iterable[str | Path], options: Options
) -> Iterator[tuple[str, Result | Failed]]:
    """Each file with its result, in order; a file that fails is a value and stops nothing."""
    for path, outcome in process_each(map(str, paths), options):
        yield path, outcome if isinstance(outcome, Failed) else Result(outcome, options.base)


def outline(
    path: str | Path, *, language: Language | None = None, symbol: str | None = None
) -> tuple[OutlineRecord, ...]:
    """The structure of one text: a row for each paragraph and footnote.

    Raises InputError when the file cannot be read as the text of a resolution.
    """
    return extract(path, language=language, symbol=symbol).outline


def build(
    paths: str | Path | Sequence[str | Path] = (),
    output: str | Path = "graphs",
    *,
    language: Language | None = None,
    symbol: str | None = None,
    base: str = BASE,
    each: Callable[[], None] = lambda: None,
) -> Report:
    """Write the graph and the page of each text, and MANIFEST.toml, into the folder `output`.

    Without paths the bundled resolution is built. A file that fails is in the report and stops
    nothing; `each` is called after every file. Raises InputError for a path that holds nothing to
    read and OutputError when the folder cannot be written.
    """
    given = [paths] if isinstance(paths, str | Path) else paths
    options = Options(language=language, symbol=symbol, base=base)
    return build_into(Path(output), find_inputs(given), options, each=each)


def build_store(
    paths: str | Path | Sequence[str | Path],
    store: str | Path,
    options: Options | None = None,
    *,
    scheduler: str | None = None,
    jobs: int = 0,
    prune: bool = False,
    step: Callable[[int, int], None] = lambda _done, _all: None,
) -> StoreReport:
    """Bring the store in a folder up to date with files and folders, in several processes.

    `jobs` processes of this machine work (0: one a processor), or the Dask cluster at
    `scheduler`. `prune` forgets the files that are gone; `step` is called with the number of
    files done and of all. Raises InputError, OutputError, and SchedulerError for the cluster.
    """
    given = [paths] if isinstance(paths, str | Path) else paths
    return _build_store(
        Path(store),
        find_inputs(given),
        options or Options(),
        executors=None if scheduler is None else dask_cluster(scheduler),
        jobs=jobs,
        prune=prune,
        step=step,
    )


def read_graph(path: str | Path) -> rdflib.Graph:
    """The graph in a file, or in all Turtle files of a folder together.

    Raises GraphError when there is none or it does not parse.
    """
    return to_rdflib(Path(path))


def read_network(path: str | Path) -> networkx.MultiDiGraph:
    """The same as a network: nodes by IRI, an edge a citation with its verb, words and place.

    Raises GraphError when there is no graph or it does not parse.
    """
    return to_networkx(read_graph(path))


def queries() -> tuple[PackagedQuery, ...]:
    """The packaged queries: name, question, parameters, text."""
    return packaged_queries()


def query(
    what: str | Path, on: str | Path = "graphs", parameters: Mapping[str, str] | None = None
) -> Results:
    """Ask a graph file, a folder of graphs, a store, or the SPARQL endpoint at a URL.

    `what` is the name of a packaged query, a file of that name, `-`, or the text of a query.
    `parameters` are those that the query declares. Raises QueryError when the query does not
    parse or is refused, GraphError when there is no graph, EndpointError when nothing answers.
    """
    name, text = _query_text(str(what))
    try:
        if str(on).startswith(("http://", "https://")):
            return run_remote_query(str(on), text, parameters)
        graph = statements_folder(on) if is_store(on) else load_graph(on)
        return run_query(text, graph, parameters)
    except QueryError as error:
        # behind it the parser lists every character that it would have taken
        said = str(error).partition(", the parser expected")[0].rstrip(".")
        raise QueryError(f"{name}: {said}.") from error


class Around(msgspec.Struct, frozen=True):
    """The part of a graph that is wanted: a document, how far from it, texts in which language.

    `steps` 1 is what the document cites and who cites it; 2 also what the cited ones cite. No
    `language` is all of them.
    """

    symbol: str
    steps: int = 1
    language: Language | None = None


def view(
    path: str | Path = "graphs", output: str | Path | None = None, around: Around | None = None
) -> Path:
    """Write the interactive page of a graph, or of the part of it around a document.

    Says where the page is. Without `output` it lies beside the graph: `x.html` for `x.ttl`,
    `index.html` in a folder; that of a part lies in the present folder and bears the symbol, and
    shows of each other document one text, in English where there is one, unless `around` names a
    language. Raises GraphError when there is no graph, when it is a whole store, and when nothing
    in it bears the symbol; OutputError when the place cannot be written.
    """
    graph = Path(path)
    if around is not None:
        beside = Path(f"{re.sub(r'[^A-Za-z0-9.-]+', '_', around.symbol)}.around.html")
    else:
        beside = graph / "index.html" if graph.is_dir() else graph.with_suffix(".html")
    target = beside if output is None else Path(output)
    shown = to_rdflib(_part(graph, around, one_text=True))
    title = None if around is None else around.symbol
    write_whole(target, page(shown, title=title, name=target.stem).encode())
    return target


def export(path: str | Path, to: ExportFormat, around: Around | None = None) -> str:
    """A graph, or its part around a document, in another format.

    RDF, the network as GraphML, or one row an edge as CSV. Raises GraphError when there is no
    graph, when it is a whole store (`export_store` writes those), when it does not parse, and
    when nothing in it bears the symbol.
    """
    graph = _part(Path(path), around)
    if to == "graphml":
        return to_graphml(to_rdflib(graph))
    if to == "csv":
        return to_csv(to_rdflib(graph))
    return _export(graph, to).decode()


def export_store(path: str | Path, to: ExportFormat, output: str | Path) -> None:
    """Write all statements of a store into a file, in the store's order and in little memory.

    `to` is nt, ttl or trig. Raises GraphError when there is no store or for another format,
    OutputError when the file cannot be written.
    """
    dump(Path(path), to, Path(output))


def _part(path: Path, around: Around | None, *, one_text: bool = False) -> Store:
    if around is not None:
        corpus = open_corpus(path)
        return part_around(corpus, around.symbol, around.steps, around.language, one_text=one_text)
    if is_store(path):
        raise GraphError(
            f"{path} is a store of many documents: name the one that is wanted with --around "
            "A/RES/70/1, or write all of it into a file with `recalling export --to trig -o FILE`."
        )
    return load_graph(path)


def check(path: str | Path) -> tuple[ShapeFinding, ...]:
    """What breaks the shapes of `ontology/`, in words a person understands.

    Empty when the graph fits them.
    Raises GraphError when there is no graph, when it does not parse, and when it is a store.
    """
    if is_store(path):
        raise GraphError(
            f"{path} is a store, which leaves out what the shapes ask of a document's graph: check "
            "a graph file or a folder of them."
        )
    return check_graph(read_graph(path))


def citation_table(path: str | Path) -> Table:
    """What a graph's documents cite, under which verb, where, as a table for a terminal.

    Raises GraphError when there is no graph or it does not parse.
    """
    return _citation_table(read_graph(path))


def _query_text(what: str) -> tuple[str, str]:
    """The name by which errors call a query, and its text.

    A word is a packaged query's name, anything with a dot or a slash is a file, anything longer
    is the query itself. Raises QueryError and InputError.
    """
    if what == STANDARD_INPUT:
        return "standard input", standard_input().decode("utf-8", "replace")
    if any(sign in what for sign in "{}?\n"):
        return "the query", what
    path = Path(what)
    if path.suffix or path.exists():
        try:
            return what, path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(
                f"{what} cannot be read as a query: give a text file with a SPARQL query, or the "
                "name of a packaged one (recalling query --list)."
            ) from error
    return f"query {what}", packaged_query(what).text
