"""Options that several commands share, so that they mean the same everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

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
