"""Floor 8: the command line, one file a command.

Each parses its arguments, calls one function of the library and prints.
"""

from __future__ import annotations

import gc
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from recalling.cli import (
    authority,
    build,
    check,
    compare,
    export,
    extract,
    lineage,
    outline,
    query,
    review,
    stats,
    view,
)
from recalling.cli.console import COULD_NOT_RUN, INTERRUPTED, put, say_trouble
from recalling.cli.options import examples
from recalling.model.errors import RecallingError


class _Doors(TyperGroup):
    """The group of commands; here every error that a user can mend becomes one sentence."""

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401 (the overridden signature)
        """Run the command; exit 2 with one sentence when it could not run."""
        try:
            return super().invoke(ctx)
        except RecallingError as error:
            say_trouble(str(error))
            raise typer.Exit(COULD_NOT_RUN) from error
        except KeyboardInterrupt as error:
            say_trouble("Stopped: what was finished stays, nothing is half-written.")
            raise typer.Exit(INTERRUPTED) from error


app = typer.Typer(
    cls=_Doors,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=examples(
        "recalling build                     the bundled resolution, into graphs/",
        "recalling query cites               what it cites, under which verb",
        "recalling extract my-resolution.txt --format jsonl",
    ),
)
for _command in (
    build,
    extract,
    outline,
    query,
    view,
    export,
    check,
    stats,
    lineage,
    compare,
    review,
    authority,
):
    _command.register(app)


def _version(wanted: bool) -> None:
    if wanted:
        from recalling import __version__

        put(f"recalling {__version__}\n")
        raise typer.Exit


@app.callback()
def _recalling(
    _: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Say the version."),
    ] = False,
) -> None:
    """What United Nations resolutions cite, in six languages, as a knowledge graph."""


def main() -> None:
    """The `recalling` command."""
    # grammars and graphs are made once and stay, so looking through them for waste finds none
    gc.set_threshold(50_000)
    app(prog_name="recalling")
