"""Write docs/commands.md from the commands themselves; --check only says whether it is current."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click
import typer

from recalling.cli import app

PAGE = Path(__file__).resolve().parents[1] / "docs" / "commands.md"
HEAD = """# The commands

This page is written from the commands themselves (`just docs`); a test fails when it is out of
date. Exit codes are the same everywhere: **0** done, **1** done with findings (a file among
several that could not be read, a graph that breaks a rule), **2** could not run, **130**
interrupted. Data goes to standard output; words for people go to standard error; progress shows
on a terminal only.
"""


def prose(text: str | None) -> str:
    """Help text as Markdown paragraphs, without the marks of line rewrapping."""
    paragraphs = re.split(r"\n\s*\n", (text or "").replace("\b", "").replace("\f", ""))
    return "\n\n".join(" ".join(p.split()) for p in paragraphs if p.strip())


def parameter_row(context: click.Context, parameter: click.Parameter) -> str | None:
    """One line of the table of arguments and options; None for what help hides."""
    if isinstance(parameter, click.Argument):
        made = parameter.make_metavar(context) if parameter.metavar is None else parameter.metavar
        return f"| `{made}` | {prose(getattr(parameter, 'help', ''))} |"
    record = parameter.get_help_record(context)
    if record is None:
        return None
    name, words = (cell.replace("|", r"\|") for cell in record)
    return f"| `{' '.join(name.split())}` | {' '.join(words.split())} |"


def section(context: click.Context, command: click.Command) -> str:
    """The part of the page on one command."""
    rows = [parameter_row(context, p) for p in command.get_params(context)]
    parts = [
        f"## {context.command_path}",
        prose(command.help),
        "| | |\n| --- | --- |\n" + "\n".join(row for row in rows if row),
    ]
    if command.epilog:
        title, *lines = (line.strip() for line in command.epilog.split("\n\n"))
        parts.append("\n".join((title, "", "```text", *lines, "```")))
    return "\n\n".join(parts)


def page() -> str:
    """The whole page."""
    group = typer.main.get_command(app)
    assert isinstance(group, click.Group)
    top = click.Context(group, info_name="recalling")
    parts = [HEAD.strip(), section(top, group)]
    for name in group.list_commands(top):
        command = group.get_command(top, name)
        assert command is not None
        parts.append(section(click.Context(command, info_name=name, parent=top), command))
    return "\n\n".join(parts) + "\n"


def main() -> None:
    """Write the page, or with --check exit 1 when it is out of date."""
    if "--check" in sys.argv[1:]:
        if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page():
            sys.exit("docs/commands.md is out of date: run `just docs`")
        return
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
