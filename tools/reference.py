"""Write docs/commands.md and docs/queries.md from the commands and queries themselves.

    python tools/reference.py [--check]

With --check nothing is written; it exits 1 when a page is out of date.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import typer

import recalling
from recalling.cli import app

DOCS = Path(__file__).resolve().parents[1] / "docs"
COMMANDS_HEAD = """# The commands

This page is written from the commands themselves (`just docs`); a test fails when it is out of
date. Exit codes are the same everywhere: **0** done, **1** done with findings (a file among
several that could not be read, a graph that breaks a rule), **2** could not run, **130**
interrupted. Data goes to standard output; words for people go to standard error; progress shows
on a terminal only.
"""
QUERIES_HEAD = """# Queries

The packaged questions, each a file in `queries/` that any SPARQL engine runs as it stands.
`recalling query NAME` asks it of the graphs in `graphs/`, `--on` of another file, folder or
endpoint; a parameter is an option of the same name. This page is written from the files.
"""


def prose(text: str | None) -> str:
    """Help text as Markdown paragraphs, without the marks of line rewrapping."""
    paragraphs = re.split(r"\n\s*\n", (text or "").replace("\b", "").replace("\f", ""))
    return "\n\n".join(" ".join(p.split()) for p in paragraphs if p.strip())


def parameter_rows(context: typer.Context) -> Iterator[str]:
    """A line of the table for each argument and option that help shows."""
    for parameter in context.command.get_params(context):
        record = parameter.get_help_record(context)
        if record is not None:
            name, words = (" ".join(cell.split()).replace("|", r"\|") for cell in record)
            yield f"| `{name}` | {words} |"


def section(context: typer.Context, level: str = "##") -> str:
    """The part of the page on one command, and on those of its group."""
    command = context.command
    parts = [
        f"{level} {context.command_path}",
        prose(command.help),
        "| | |\n| --- | --- |\n" + "\n".join(parameter_rows(context)),
    ]
    if command.epilog:
        title, *lines = (line.strip() for line in command.epilog.split("\n\n"))
        parts.append("\n".join((title, "", "```text", *lines, "```")))
    for name, below in getattr(command, "commands", {}).items():
        inner = below.make_context(name, [], parent=context, resilient_parsing=True)
        parts.append(section(inner, level if context.parent is None else level + "#"))
    return "\n\n".join(parts)


def commands_page() -> str:
    """The page of all commands."""
    group = typer.main.get_command(app)
    top = group.make_context("recalling", [], resilient_parsing=True)
    return "\n\n".join((COMMANDS_HEAD.strip(), section(top))) + "\n"


def queries_page() -> str:
    """The page of all packaged queries."""
    parts = [QUERIES_HEAD.strip()]
    for query in recalling.queries():
        parts.append(f"## {query.name}\n\n{query.question}\n\n{query.question_zh}")
        rows = [
            f"| `--{p.name.replace('_', '-')}` | {p.meaning} | {p.default or 'any'} |"
            for p in query.parameters
        ]
        if rows:
            parts.append("\n".join(("| parameter | | default |", "| --- | --- | --- |", *rows)))
    return "\n\n".join(parts) + "\n"


PAGES = {"commands.md": commands_page, "queries.md": queries_page}


def main() -> None:
    """Write the pages, or with --check exit 1 when one is out of date."""
    for name, page in PAGES.items():
        path, text = DOCS / name, page()
        if "--check" not in sys.argv[1:]:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            sys.exit(f"docs/{name} is out of date: run `just docs`")


if __name__ == "__main__":
    main()
