"""Rows for files and tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import msgspec

from recalling.pipeline import OutlineRecord, Record
from recalling.render import csv_text, jsonl_text

RowFormat = Literal["jsonl", "csv"]
_WRITERS = {"jsonl": jsonl_text, "csv": csv_text}


def encode_rows(rows: Sequence[Record] | Sequence[OutlineRecord], form: RowFormat) -> str:
    """Rows as JSON Lines, or as CSV with a head line; nothing when there are none."""
    return _WRITERS[form](msgspec.structs.asdict(row) for row in rows)


def record_rows(rows: Sequence[Record]) -> list[Mapping[str, Any]]:
    """Records as a table shows them: `cites` is the symbol, else the name in the IRI, else why."""
    return [{**msgspec.structs.asdict(row), "cites": _cited(row)} for row in rows]


def _cited(row: Record) -> str:
    if row.instrument is None:
        return f"unresolved: {row.unresolved}"
    return row.symbol or row.instrument.rpartition("/")[2]
