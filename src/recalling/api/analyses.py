"""The doors to what many documents show together. `on` is a store, a graph file, or a folder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Literal

import msgspec

from recalling.analysis import (
    REVIEWS,
    Difference,
    Lineage,
    Ranking,
    Statistics,
    Suspicion,
    open_corpus,
    review_page,
    statistics,
    write_ranking,
    write_review,
)
from recalling.analysis import compare as _compare
from recalling.analysis import lineage as _lineage
from recalling.analysis import rank as _rank
from recalling.analysis import review as _review
from recalling.model.errors import InputError
from recalling.render import csv_text, jsonl_text

AnalysisFormat = Literal["csv", "json", "jsonl", "html"]


def stats(on: str | Path = "graphs", most: int = 20) -> Statistics:
    """Size, coverage, the most cited and reaffirmed, by year, organ, verb, and what is unresolved.

    Lists are cut at `most`. Raises GraphError when there is no graph.
    """
    return statistics(open_corpus(on), most)


def lineage(symbol: str, on: str | Path = "graphs", steps: int = 3) -> Lineage:
    """What a document rests on, what rests on it, its oldest root and its series.

    Raises GraphError when there is no graph or nothing in it bears the symbol.
    """
    return _lineage(open_corpus(on), symbol, steps)


def compare(
    first: str, second: str, on: str | Path = "graphs", *, same: bool = False
) -> tuple[Difference, ...]:
    """What two documents, or two languages of one (`A/RES/78/1/fr`), cite differently.

    With `same` also what they cite alike. Raises GraphError for one that is not there with text.
    """
    return _compare(open_corpus(on), first, second, same=same)


def review(
    on: str | Path = "graphs", kinds: Sequence[str] = (), *, write: bool = False
) -> tuple[Suspicion, ...]:
    """What an editor should look at, each with document, paragraph, words and a sentence.

    With `write` they are written into the store `on`, as a named graph of their own. Raises
    InputError for a kind that there is not, GraphError when there is no graph, and OutputError.
    """
    unknown = sorted(set(kinds) - set(REVIEWS))
    if unknown:
        raise InputError(
            f"There is no review of the kind {unknown[0]!r}: there are {', '.join(REVIEWS)}."
        )
    found = _review(open_corpus(on), kinds)
    if write:
        write_review(Path(on), found)
    return found


def rank(on: str | Path = "graphs", *, write: bool = False) -> Ranking:
    """PageRank, co-citation and communities of the network.

    With `write` they are written into the store `on`, as a named graph of their own. Raises
    GraphError and OutputError.
    """
    ranking = _rank(open_corpus(on))
    if write:
        write_ranking(Path(on), ranking)
    return ranking


def encode_analysis(rows: Iterable[Any], form: AnalysisFormat) -> str:
    """Rows of an analysis (structs of one type) in a format; `html` is for suspicions."""
    every = list(rows)
    if form == "html":
        return review_page(every)
    if form == "json":
        return msgspec.json.format(msgspec.json.encode(every)).decode() + "\n"
    writer = csv_text if form == "csv" else jsonl_text
    return writer(msgspec.to_builtins(row) for row in every)
