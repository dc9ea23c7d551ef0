"""Options that several commands share, so that they mean the same everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

import typer

from recalling.model.errors import InputError

LanguageOption = Annotated[
    Literal["ar", "zh", "en", "fr", "ru", "es"] | None,
    typer.Option("--language", help="Language of the text; recognised from it when not given."),
]
SymbolOption = Annotated[
    str | None,
    typer.Option(
        "--symbol",
        metavar="SYM",
        help="Symbol of the document (A/RES/78/265); recognised from it when not given.",
    ),
]
DEFAULT_BASE = "https://w3id.org/recalling/"
BaseOption = Annotated[
    str,
    typer.Option("--base", metavar="IRI", help="Base of every identifier that is made."),
]
AroundOption = Annotated[
    str | None,
    typer.Option(
        "--around",
        metavar="SYMBOL",
        help="Only this document (symbol, name or slug), what it cites, and who cites it.",
        show_default=False,
    ),
]
StepsOption = Annotated[
    int,
    typer.Option(
        "--steps", min=1, max=4, help="With --around: 2 also shows what the cited ones cite."
    ),
]
InLanguageOption = Annotated[
    Literal["ar", "zh", "en", "fr", "ru", "es"] | None,
    typer.Option(
        "--language",
        help="With --around: only what texts in this language cite.",
        show_default=False,
    ),
]
InputPaths = Annotated[
    list[Path],
    typer.Argument(metavar="PATH...", help="Files or folders; - is standard input."),
]


def examples(*lines: str) -> str:
    """An epilog with one example a line (Typer keeps only blank lines apart)."""
    return "\n\n".join(("Examples:", *lines))


def refuse_without(context: typer.Context, needed: str, *names: str) -> None:
    """Refuse the options `names` where the one is missing that gives them a meaning.

    `needed` is that option as it is written. Raises InputError when one of them is given.
    """
    given = _given(context, names)
    if given:
        raise InputError(f"{given} says nothing without {needed}: give that too, or leave it out.")


def refuse_beside(context: typer.Context, other: str, *names: str) -> None:
    """Refuse the options `names` beside another, which leaves them nothing to say.

    Raises InputError when one of them is given.
    """
    given = _given(context, names)
    if given:
        raise InputError(f"{given} says nothing beside {other}: leave one of the two out.")


def _given(context: typer.Context, names: Sequence[str]) -> str:
    """The first of these options that stands on the command line, as it is written."""
    for parameter in context.command.params:
        source = context.get_parameter_source(parameter.name or "")
        typed = source is not None and source.name == "COMMANDLINE"
        if typed and parameter.name in names:
            return max(parameter.opts, key=len)
    return ""
