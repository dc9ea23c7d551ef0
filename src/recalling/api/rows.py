"""Rows for files and tables."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Literal

import msgspec

from recalling.pipeline import OutlineRecord, Record

RowFormat = Literal["jsonl", "csv"]


def encode_rows(rows: Sequence[Record] | Sequence[OutlineRecord], form: RowFormat) -> str:
    """Rows as JSON Lines, or as CSV with a head line."""
    if form == "jsonl":
        return "".join(msgspec.json.encode(row).decode() + "\n" for row in rows)
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(Record.__struct_fields__)
    writer.writerows(msgspec.structs.astuple(row) for row in rows)
    return written.getvalue()


def cited_name(record: Record) -> str:
    """What a record cites, for a table: symbol, else the end of the IRI, else why not."""
    if record.instrument is None:
        return f"unresolved: {record.unresolved}"
    return record.symbol or record.instrument.rpartition("/")[2]
