"""Whole sessions in one go: a folder of texts becomes one graph in an embedded store.

Files are known by the SHA-256 of their content: what the store already says is not worked on
again. What is new goes in chunks to processes, whose shards lie in `STORE/shards` until a new
generation of the store holds them all and takes over in one step (see `store.embedded`). So a
build that is killed costs the chunks it had in hand, and the store answers as before or as after.
The shards stay with the statements: they tell what each file says (see `bulk_said`).
"""

from __future__ import annotations

import os
import shutil
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path

import msgspec
import pyoxigraph as ox

from recalling.graph import BASE
from recalling.model.resources import resource
from recalling.pipeline.bulk_cited import mark_cited
from recalling.pipeline.bulk_executors import Executors, local_processes, shards_of
from recalling.pipeline.bulk_kinds import bring_back, settle_kinds
from recalling.pipeline.bulk_said import HEAD, Fresh, only_said_by
from recalling.pipeline.bulk_work import (
    Row,
    Shard,
    chunks,
    content_digest,
    default_jobs,
    finished_shards,
    program_digest,
    shard_name,
)
from recalling.pipeline.process import Failed, Options
from recalling.store.embedded import Generation, kept_files, only_builder, read_ledger

_CHUNK = 32  # files a task: a second of work, far above what a task costs to send
# bytes of Turtle loaded at once: they bound the memory of loading, and fewer loads leave Oxigraph
# less to sort together afterwards
_LOAD = 40 << 20

Step = Callable[[int, int], None]
"""Called with the number of files that are done and the number of all that have to be."""


class Totals(msgspec.Struct, frozen=True, kw_only=True):
    """What a store holds, counted over its files.

    `statements` are those of each text; what several texts say stands in the store once.
    `identified` and `unresolved` (by reason) count mentions over all texts; `disagreements` are
    editors' links that disagree with the words; `repeated` counts files that repeat another's
    document and language; `partly` those that could be read or trusted in part only.
    """

    files: int
    works: int
    expressions: int
    repeated: int
    partly: int
    statements: int
    identified: int
    unresolved: Mapping[str, int]
    disagreements: int


class StoreReport(msgspec.Struct, frozen=True, kw_only=True):
    """The outcome of a build into a store.

    `worked` files were read now, `unchanged` were known by their content; `vanished` ones are no
    longer in what was given but still in the store, `forgotten` ones were taken out. `failed` are
    those that could not be read, `partly` has a sentence on each thing in the others that could
    not be read or trusted. `seconds` are wall time for "digest", "load" and "all", and time summed
    over processes for the stages.
    """

    worked: int
    unchanged: int
    vanished: int
    forgotten: int
    failed: tuple[Failed, ...]
    partly: tuple[Failed, ...]
    totals: Totals
    seconds: Mapping[str, float]


class _Ledger(msgspec.Struct, frozen=True):
    """What is remembered of a store: the files, and statements set aside (see `bulk_kinds`)."""

    program: str
    rows: tuple[Row, ...]
    aside: str = ""


def build_store(
    folder: Path,
    inputs: Sequence[str],
    options: Options,
    *,
    executors: Executors | None = None,
    jobs: int = 0,
    prune: bool = False,
    step: Step = lambda _done, _all: None,
) -> StoreReport:
    """Bring the store in `folder` up to date with `inputs` (paths of files).

    Work is done by what `executors` gives, by default `jobs` processes of this machine (0: one
    for each processor). Files of the store that are not among `inputs` stay in it; with `prune`
    those that are gone from the disk are forgotten. A file that cannot be read is in the report
    and stops nothing. Raises OutputError when the folder cannot be written, is in use, or holds
    other things.
    """
    jobs = jobs or default_jobs()
    began = time.perf_counter()
    with only_builder(folder):
        build = _Build(folder, options, prune)
        executors = executors or local_processes(jobs, soon=build.empty)
        build.compare(inputs)
        shards = build.shards(executors, jobs, step)
        build.store(shards)
    build.seconds["all"] = time.perf_counter() - began
    return build.report()


class _Build:
    """One run: what the store knew, what has to be done, what came of it."""

    def __init__(self, folder: Path, options: Options, prune: bool) -> None:
        self._folder = folder
        self._shards = folder / "shards"
        self._options = options
        self._prune = prune
        self._program = program_digest(options)
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._aside = ""
        self._before = self._remembered()
        self._rows: dict[str, Row] = {}
        self._wanted: dict[str, str] = {}
        self._unread: dict[str, Failed] = {}
        self._copies: list[tuple[str, str]] = []
        self._vanished: set[str] = set()
        self._worked = self._unchanged = self._forgotten = 0

    def _remembered(self) -> dict[str, Row]:
        """The rows of the store by path; none when another program or other options made it."""
        data = read_ledger(self._folder)
        self.empty = data is None
        if data is None:
            return {}
        try:
            ledger = msgspec.msgpack.decode(data, type=_Ledger)
        except msgspec.DecodeError:  # an older Recalling wrote it: all is read again
            ledger = _Ledger("", ())
        self.empty = ledger.program != self._program
        self._aside = "" if self.empty else ledger.aside
        return {} if self.empty else {row.path: row for row in ledger.rows}

    def compare(self, inputs: Iterable[str]) -> None:
        """Digest the files; keep the rows of known contents, note what has to be worked on."""
        began = time.perf_counter()
        known = {row.digest: row for row in self._before.values()}
        for path in map(os.path.abspath, inputs):
            try:
                digest = content_digest(path)
            except OSError as error:
                why = (error.strerror or type(error).__name__).lower()
                self._unread[path] = Failed(path, f"{path} cannot be read ({why}).")
                continue
            row = known.get(digest)
            if row is not None:
                self._unchanged += 1
                self._rows[path] = row if row.path == path else _moved(row, path)
            elif digest in self._wanted:
                self._copies.append((path, digest))
            else:
                self._wanted[digest] = path
        for path, row in self._before.items():
            if path not in self._rows and path not in self._pending():
                self._leave(path, row)
        self.seconds["digest"] = time.perf_counter() - began

    def _pending(self) -> frozenset[str]:
        return frozenset((*self._wanted.values(), *(path for path, _ in self._copies)))

    def _leave(self, path: str, row: Row) -> None:
        """A file of the store that was not given: it stays, or is forgotten when it is gone."""
        if self._prune and not os.path.exists(path):
            self._forgotten += 1
        else:
            self._rows[path] = row
            self._vanished.add(path)

    def shards(self, executors: Executors, jobs: int, step: Step) -> Iterator[Shard]:
        """The shards of all that has to be worked on: those at hand, then those being made."""
        wanted = frozenset(self._wanted)
        if not wanted:
            return
        total = len(wanted)
        step(0, total)
        for shard in finished_shards(self._shards, self._program, wanted):
            yield self._took(shard, step, total)
        left = [(path, digest) for digest, path in self._wanted.items()]
        work = chunks(left, _CHUNK, self._program, self._options)
        self._shards.mkdir(exist_ok=True)
        for shard in shards_of(work, str(self._shards), executors, jobs):
            yield self._took(shard, step, total)

    def _took(self, shard: Shard, step: Step, total: int) -> Shard:
        for row in shard.rows:
            path = self._wanted.pop(row.digest)  # it may have another name than when it was read
            self._rows[path] = row if row.path == path else _moved(row, path)
        self._worked += len(shard.rows)
        for stage, seconds in shard.seconds.items():
            self.seconds[stage] += seconds
        step(self._worked, total)
        return shard

    def store(self, shards: Iterator[Shard]) -> None:
        """Put what the shards say into a new generation, and make it the current one."""
        if not self.empty:
            first = next(shards, None)
            if first is None and self._rows == self._before:
                return
            shards = chain([] if first is None else [first], shards)
        began = time.perf_counter()
        generation = Generation(self._folder, empty=self.empty)
        try:
            if self.empty:  # while the workers get ready
                for data in _knowledge(self._options.base):
                    generation.load(data, ox.RdfFormat.TURTLE, knowledge_graph(self._options.base))
            bring_back(generation, self._aside)
            self._forget(generation)
            self.seconds["load"] += time.perf_counter() - began
            self._load(generation, shards)
            self._copy_rows()
            began = time.perf_counter()
            mark_cited(generation, self._options.base)
            rows = tuple(sorted(self._rows.values(), key=_path))
            base = self._options.base
            aside = settle_kinds(generation, rows, knowledge_graph(base), base)
            ledger = _Ledger(self._program, rows, aside)
            generation.keep_only({shard_name(row.shard) for row in ledger.rows if row.shard})
            generation.finish(msgspec.msgpack.encode(ledger))
        except BaseException:
            generation.abandon()
            raise
        shutil.rmtree(self._shards, ignore_errors=True)
        self.seconds["load"] += time.perf_counter() - began

    def _forget(self, generation: Generation) -> None:
        """Take out what only files said whose content is no longer here."""
        here = {row.digest for row in self._rows.values()}
        before = {row.digest: row for row in self._before.values()}.values()
        gone = [row for row in before if row.digest not in here]
        if gone:
            kept = [row for row in before if row.digest in here]
            generation.remove(only_said_by(kept_files(self._folder), gone, kept))

    def _load(self, generation: Generation, shards: Iterable[Shard]) -> None:
        """Load the shards' statements, those of several shards at once.

        In a thread of its own, so that new chunks are handed out meanwhile; a load waits for the
        one before, so that two at most are held in memory.
        """
        fresh = Fresh(self._shards)
        with ThreadPoolExecutor(1) as loader:
            loading = loader.submit(self._load_now, generation, [])
            waiting: list[bytes] = []
            for shard in shards:
                if shard.key:
                    waiting.append(fresh.of(shard))
                    generation.keep(self._shards / shard_name(shard.key))
                if sum(map(len, waiting)) >= self._at_once():
                    loading.result()
                    loading = loader.submit(self._load_now, generation, waiting)
                    waiting = []
            loading.result()
            self._load_now(generation, waiting)

    def _at_once(self) -> int:
        """Bytes to load together: fewer near the end, to have few left when all work is done."""
        return _LOAD if len(self._wanted) > self._worked // 8 else _LOAD // 4

    def _load_now(self, generation: Generation, blocks: list[bytes]) -> None:
        began = time.perf_counter()
        if blocks:
            generation.load(b"".join((HEAD, *blocks)), ox.RdfFormat.TURTLE)
        self.seconds["load"] += time.perf_counter() - began

    def _copy_rows(self) -> None:
        """Rows of files whose content is that of another."""
        made = {row.digest: row for row in self._rows.values()}
        for path, digest in self._copies:
            self._rows[path] = _moved(made[digest], path)

    def report(self) -> StoreReport:
        """What came of it."""
        rows = self._rows.values()
        given = [row for row in rows if row.path not in self._vanished]
        failed = [Failed(row.path, row.failed) for row in given if row.failed]
        failed += self._unread.values()
        partly = [Failed(row.path, f"{row.path}: {why}") for row in given for why in row.trouble]
        return StoreReport(
            worked=self._worked,
            unchanged=self._unchanged,
            vanished=len(self._vanished),
            forgotten=self._forgotten,
            failed=_by_path(failed),
            partly=_by_path(partly),
            totals=_totals([row for row in rows if not row.failed]),
            seconds=dict(self.seconds),
        )


def knowledge_graph(base: str = BASE) -> str:
    """IRI of the named graph with the names of instruments, bodies, functions and kinds."""
    return f"{base}graph/knowledge"


def _knowledge(base: str) -> Iterator[bytes]:
    """Our ontology and authority as Turtle, under the base of this store."""
    folder = resource("ontology")
    for path in sorted(folder.rglob("*.ttl")):
        if path.name == "shapes.ttl":
            continue
        text = path.read_text(encoding="utf-8")
        for room in ("instrument", "entity", "doc", "treaty"):
            text = text.replace(f"<{BASE}{room}/", f"<{base}{room}/")
        yield text.encode()


def _totals(rows: Sequence[Row]) -> Totals:
    unresolved: Counter[str] = Counter()
    for row in rows:
        unresolved.update(row.unresolved)
    expressions = {(row.document, row.language) for row in rows}
    return Totals(
        files=len(rows),
        works=len({row.document for row in rows}),
        expressions=len(expressions),
        repeated=len(rows) - len(expressions),
        partly=sum(bool(row.trouble) for row in rows),
        statements=sum(row.statements for row in rows),
        identified=sum(row.identified for row in rows),
        unresolved=dict(unresolved.most_common()),
        disagreements=sum(row.disagreements for row in rows),
    )


def _moved(row: Row, path: str) -> Row:
    """The row of the same content under another path."""
    return msgspec.structs.replace(row, path=path, failed=row.failed.replace(row.path, path))


def _by_path(failed: Iterable[Failed]) -> tuple[Failed, ...]:
    return tuple(sorted(failed, key=lambda one: one.path))


def _path(row: Row) -> str:
    return row.path
