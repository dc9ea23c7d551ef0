"""The doors to candidates for the authority: harvest them, list them, accept them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

import msgspec

from recalling.analysis import open_corpus
from recalling.analysis.harvesting import STATUSES, Accepted, Candidate, candidates_turtle
from recalling.analysis.harvesting import accept as _accept
from recalling.analysis.harvesting import harvest as _harvest
from recalling.analysis.harvesting import read_candidates as _read_candidates
from recalling.authority import load_authority
from recalling.model import LANGUAGES
from recalling.model.errors import InputError
from recalling.pipeline import Failed, Options, build_store, find_inputs
from recalling.render import csv_text, jsonl_text
from recalling.store import is_store

CandidateFormat = Literal["ttl", "csv", "json", "jsonl"]
_GRAPHS = frozenset({".ttl", ".nt", ".trig", ".nq"})


def harvest_candidates(
    paths: str | Path | Sequence[str | Path],
    least: int = 3,
    step: Callable[[int, int], None] = lambda _done, _all: None,
) -> tuple[list[Candidate], tuple[Failed, ...]]:
    """Names with what their footnotes say they stand for: candidates for the authority.

    `paths` is a store or a graph file; else files and folders of texts, of which a store is made
    for the while (`step` is called with the number of files done and of all). `least` documents
    must attest a candidate. Also the files that could not be read. Raises GraphError, and
    InputError for a path that holds nothing to read.
    """
    given = [paths] if isinstance(paths, str | Path) else list(paths)
    if len(given) == 1 and (is_store(given[0]) or Path(given[0]).suffix in _GRAPHS):
        return _harvest(open_corpus(given[0]), load_authority(), least), ()
    inputs = find_inputs(given)
    with TemporaryDirectory(prefix="recalling-harvest-") as folder:
        store = Path(folder) / "store"
        report = build_store(store, inputs, Options(), step=step)
        return _harvest(open_corpus(store), load_authority(), least), report.failed


def read_candidates(path: str | Path) -> list[Candidate]:
    """Candidates from a file that `harvest` wrote as Turtle, in order. Raises InputError."""
    return _read_candidates(Path(path))


def select_candidates(
    candidates: Iterable[Candidate],
    *,
    least: int = 1,
    status: Sequence[str] = (),
    conflicts: bool = False,
    languages: Sequence[str] = (),
) -> list[tuple[int, Candidate]]:
    """Candidates with their rank: those that `least` documents attest, and that fit.

    With `status` of one of these, with `conflicts` disputed ones, with `languages` those that have
    a name in each. Raises InputError for a status or a language that there is not.
    """
    for given, every in ((status, STATUSES), (languages, LANGUAGES)):
        for one in given:
            if one not in every:
                raise InputError(f"{one!r} is none of {', '.join(every)}.")
    return [
        (rank, one)
        for rank, one in enumerate(candidates, 1)
        if one.works >= least
        and (not status or one.status in status)
        and (one.conflicts or not conflicts)
        and all(one.name(language) for language in LANGUAGES if language in languages)
    ]


def candidate_row(
    rank: int, candidate: Candidate, languages: Sequence[str] = LANGUAGES
) -> Mapping[str, Any]:
    """A candidate as a row of a table: its most read name in each language, and the rest."""
    rivals = {
        one.id: f"{one.target} ({one.works})" for c in candidate.conflicts for one in c.contenders
    }
    rivals.pop(candidate.id, None)
    return {
        "rank": rank,
        "id": candidate.id,
        "status": candidate.status,
        "documents": candidate.works,
        "stands for": candidate.target,
        **{one: candidate.name(one) for one in LANGUAGES if one in languages},
        "conflicts with": "; ".join(rivals.values()),
    }


def encode_candidates(candidates: Sequence[tuple[int, Candidate]], form: CandidateFormat) -> str:
    """Candidates with their ranks in a format: `csv` has a row each, the others everything."""
    every = [one for _, one in candidates]
    if form == "ttl":
        return candidates_turtle(every)
    if form == "csv":
        return csv_text(candidate_row(rank, one) for rank, one in candidates)
    if form == "jsonl":
        return jsonl_text(msgspec.to_builtins(one) for one in every)
    return msgspec.json.format(msgspec.json.encode(every)).decode() + "\n"


def accept_candidates(
    path: str | Path,
    ids: Sequence[str],
    into: str | Path,
    *,
    contenders: Sequence[str] = (),
    without: Sequence[str] = (),
) -> list[Accepted]:
    """Write candidates of a file into the authority in a folder, all or none, and only once.

    A name that stands for several things needs one of them among `contenders`; names in `without`
    are left out. Raises InputError, saying what is in the way, DataError for an authority that
    does not parse, and OutputError.
    """
    if not ids:
        raise InputError("No candidate is named: `recalling authority review` lists their ids.")
    return _accept(read_candidates(path), ids, Path(into), contenders=contenders, without=without)
