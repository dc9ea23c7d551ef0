"""A list of suspicions as a page that opens from disk and asks the network for nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from html import escape

from recalling.analysis.review import REVIEWS
from recalling.analysis.suspicion import Suspicion

_HEAD = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>What to look at</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem }
table { border-collapse: collapse; width: 100% }
th, td { border-bottom: 1px solid #999; padding: .4rem .6rem; text-align: start;
  vertical-align: top }
caption { font-weight: 600; padding: .5rem 0; text-align: start }
</style>
<h1>What to look at</h1>
"""
_COLUMNS = ("document", "language", "paragraph", "words", "sentence")


def review_page(found: Iterable[Suspicion]) -> str:
    """The suspicions as HTML, a table a kind; what came from documents is text and nothing else."""
    every = list(found)
    counts = Counter(one.kind for one in every)
    parts = [_HEAD, f"<p>{len(every):,} places.</p>\n"]
    for kind, count in sorted(counts.items()):
        title = (REVIEWS[kind].__doc__ or kind).partition("\n")[0]
        parts.append(f"<table>\n<caption>{escape(title)} ({count:,})</caption>\n<tr>")
        parts += [f'<th scope="col">{column}</th>' for column in _COLUMNS]
        parts.append("</tr>\n")
        parts += [_line(one) for one in every if one.kind == kind]
        parts.append("</table>\n")
    return "".join((*parts, "</html>\n"))


def _line(one: Suspicion) -> str:
    cells = (one.document, one.language, one.paragraph, one.words, one.sentence)
    return "<tr>" + "".join(f'<td dir="auto">{escape(cell)}</td>' for cell in cells) + "</tr>\n"
