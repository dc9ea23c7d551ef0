"""The doors to what many documents show together. `on` is a store, a graph file, or a folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import msgspec

from recalling.analysis import (
    REVIEWS,
    AnalysisReport,
    Difference,
    Lineage,
    Ranking,
    Statistics,
    Suspicion,
    compare_report,
    lineage_report,
    open_corpus,
    report_page,
    review_report,
    statistics,
    stats_report,
    write_ranking,
    write_review,
)
from recalling.analysis import compare as _compare
from recalling.analysis import lineage as _lineage
from recalling.analysis import rank as _rank
from recalling.analysis import review as _review
from recalling.model.errors import InputError
from recalling.render import csv_text, jsonl_text
from recalling.store import statements_folder

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
    if write:
        statements_folder(on)  # before the work: only a store can take it
    found = _review(open_corpus(on), kinds)
    if write:
        write_review(Path(on), found)
    return found


def rank(on: str | Path = "graphs", *, write: bool = False) -> Ranking:
    """PageRank, co-citation and communities of the network.

    With `write` they are written into the store `on`, as a named graph of their own. Raises
    GraphError and OutputError.
    """
    if write:
        statements_folder(on)  # before the work: only a store can take it
    ranking = _rank(open_corpus(on))
    if write:
        write_ranking(Path(on), ranking)
    return ranking


def analysis_report(
    found: Statistics | Lineage | Sequence[Difference] | Sequence[Suspicion],
    between: tuple[str, str] | None = None,
) -> AnalysisReport:
    """What an analysis found, as lists that people read.

    `between` are the two that were compared: without them a sequence is one of suspicions.
    """
    if isinstance(found, Statistics):
        return stats_report(found)
    if isinstance(found, Lineage):
        return lineage_report(found)
    if between is not None:
        return compare_report([one for one in found if isinstance(one, Difference)], *between)
    return review_report([one for one in found if isinstance(one, Suspicion)])


def encode_analysis(report: AnalysisReport, form: AnalysisFormat) -> str:
    """A report in a format: `json` is what was found as it is, `html` a page for people.

    `csv` and `jsonl` have a row for each row of its lists, which they name where there are several.
    """
    if form == "html":
        return report_page(report)
    if form == "json":
        return msgspec.json.format(msgspec.json.encode(report.found)).decode() + "\n"
    return csv_text(report.flat) if form == "csv" else jsonl_text(report.flat)
