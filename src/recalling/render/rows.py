"""Records (dict rows) as CSV and JSON Lines."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

# What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection"), also full-width.
_FORMULA = tuple("=+-@＝＋－＠\t\r")


def safe_cell(value: object) -> object:
    """The value as a spreadsheet may have it: a text that it would run as a formula is quoted.

    >>> safe_cell("=HYPERLINK(1)")
    "'=HYPERLINK(1)"
    >>> safe_cell(-3)
    -3
    """
    if value is None:
        return ""
    if isinstance(value, (list, tuple, dict)):
        value = msgspec.json.encode(value).decode()
    if isinstance(value, str) and value.lstrip(" \n").startswith(_FORMULA):
        return "'" + value
    return value


def csv_text(rows: Iterable[Mapping[str, Any]], columns: Sequence[str] | None = None) -> str:
    """Rows as CSV after RFC 4180, with a head line; missing values are empty cells.

    `columns` are the keys to write, in order; without them those of the first row.
    """
    rows = list(rows)
    names = list(columns if columns is not None else rows[0] if rows else ())
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([safe_cell(name) for name in names])
    writer.writerows([safe_cell(row.get(name)) for name in names] for row in rows)
    return out.getvalue()


def jsonl_text(rows: Iterable[Mapping[str, Any]]) -> str:
    """Rows as JSON Lines: one object a line, in UTF-8, keys in the order of the row."""
    return "".join(msgspec.json.encode(dict(row)).decode() + "\n" for row in rows)
