"""What the analyses found, as lists that people read: for a table, for CSV, or as a page.

A page opens from disk, asks the network for nothing, and shows what came from documents as text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import msgspec

from recalling.analysis.compare import Difference, Side
from recalling.analysis.lineage import Lineage
from recalling.analysis.review import REVIEWS
from recalling.analysis.stats import Statistics
from recalling.analysis.suspicion import Suspicion

Row = Mapping[str, Any]

_LINEAGE = {
    "oldest": "back to the oldest instrument reached",
    "series": "the series of its item",
    "rests_on": "what it rests on",
    "rested_on_by": "what rests on it",
}
_HEAD = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark }}
body {{ font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem;
  padding: 0 1rem }}
table {{ border-collapse: collapse; margin-bottom: 2rem; width: 100% }}
th, td {{ border-bottom: 1px solid #999; padding: .4rem .6rem; text-align: start;
  overflow-wrap: anywhere; vertical-align: top }}
td.number {{ font-variant-numeric: tabular-nums; text-align: end }}
caption {{ font-weight: 600; padding: .5rem 0; text-align: start }}
</style>
<h1>{title}</h1>
"""


class List(msgspec.Struct, frozen=True):
    """One list of a report: its name, its title for people, and what a reader sees of each row."""

    name: str
    title: str
    rows: tuple[Row, ...]


class AnalysisReport(msgspec.Struct, frozen=True):
    """An analysis to be printed: its title, what it found as it is, and that as lists.

    `flat` are the same rows for a spreadsheet, with everything that was found.
    """

    title: str
    found: Any
    lists: tuple[List, ...]
    flat: tuple[Row, ...]


def stats_report(found: Statistics) -> AnalysisReport:
    """A list for each thing that is counted."""
    lists = _lists(found)
    return AnalysisReport(
        "What the graph holds",
        found,
        tuple(
            List(name, name.replace("_", " "), tuple(map(_without_empty, rows)))
            for name, rows in lists.items()
        ),
        _flat(lists),
    )


def lineage_report(found: Lineage) -> AnalysisReport:
    """Four lists: the oldest, the series, what it rests on, what rests on it."""
    lists = _lists(found)
    for name in ("oldest", "series"):  # a document alone is no chain and no series
        lists[name] = lists[name] if len(lists[name]) > 1 else []
    return AnalysisReport(
        f"The lineage of {found.document}",
        found,
        tuple(List(name, title, tuple(lists[name])) for name, title in _LINEAGE.items()),
        _flat({name: lists[name] for name in _LINEAGE}),
    )


def compare_report(found: Sequence[Difference], first: str, second: str) -> AnalysisReport:
    """One list; a reader sees the evidence of one language, a spreadsheet that of all."""
    shown = (
        {
            "cited": one.cited,
            "name": "" if one.name == one.cited else one.name,
            "differs in": one.what,
            first: _evidence(one.first),
            second: _evidence(one.second),
        }
        for one in found
    )
    title = f"What {first} and {second} cite differently"
    flat = (
        {
            "cited": one.cited,
            "name": one.name,
            "what": one.what,
            "first_functions": "; ".join(one.first.functions),
            "first_evidence": "; ".join(one.first.evidence),
            "second_functions": "; ".join(one.second.functions),
            "second_evidence": "; ".join(one.second.evidence),
        }
        for one in found
    )
    return AnalysisReport(title, found, (List("differences", title, tuple(shown)),), tuple(flat))


def review_report(found: Sequence[Suspicion]) -> AnalysisReport:
    """A list for each kind of suspicion that there is."""
    kinds = sorted({one.kind for one in found})
    lists = (
        List(
            kind,
            (REVIEWS[kind].__doc__ or kind).partition("\n")[0],
            tuple(_without_kind(one) for one in found if one.kind == kind),
        )
        for kind in kinds
    )
    return AnalysisReport(
        "What to look at", found, tuple(lists), tuple(map(msgspec.structs.asdict, found))
    )


def report_page(report: AnalysisReport) -> str:
    """A report as HTML, a table a list; what came from documents is text and nothing else."""
    parts = [_HEAD.format(title=escape(report.title))]
    for one in report.lists:
        parts.append(f"<table>\n<caption>{escape(one.title)} ({len(one.rows):,})</caption>\n")
        columns = list(dict.fromkeys(name for row in one.rows for name in row))
        heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in columns)
        parts.append(f"<tr>{heads}</tr>\n" if heads else "")
        parts += [_line([row.get(name, "") for name in columns]) for row in one.rows]
        parts.append("</table>\n")
    if not any(one.rows for one in report.lists):
        parts.append("<p>Nothing was found.</p>\n")
    return "".join((*parts, "</html>\n"))


def _line(cells: Sequence[Any]) -> str:
    return f"<tr>{''.join(map(_cell, cells))}</tr>\n"


def _cell(value: Any) -> str:  # noqa: ANN401 (what a row holds)
    if isinstance(value, int):
        return f'<td class="number">{value:,}</td>'
    return f'<td dir="auto">{escape(str(value))}</td>'


def _lists(found: Statistics | Lineage) -> dict[str, list[Row]]:
    """The rows of each list that a result has, by the list's name."""
    return {
        name: list(map(msgspec.structs.asdict, value))
        for name, value in msgspec.structs.asdict(found).items()
        if isinstance(value, tuple)
    }


def _flat(lists: Mapping[str, Sequence[Row]]) -> tuple[Row, ...]:
    return tuple({"list": name, **row} for name, rows in lists.items() for row in rows)


def _without_kind(one: Suspicion) -> Row:
    return {name: said for name, said in msgspec.structs.asdict(one).items() if name != "kind"}


def _without_empty(row: Row) -> Row:
    return {name: value for name, value in row.items() if value != ""}


def _evidence(side: Side) -> str:
    """The evidence of one language, English where there is one, and of how many there is."""
    by: dict[str, list[str]] = {}
    for words in side.evidence:
        by.setdefault(words.partition(" ")[0], []).append(words)
    shown = "; ".join(by.get("en") or next(iter(by.values()), []))
    return f"{shown} ({len(by)} languages)" if len(by) > 1 else shown
