"""The command line as a user runs it, inside this process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from typer.testing import CliRunner

from recalling.cli import app

EXAMPLE = Path(__file__).resolve().parents[2] / "src/recalling/examples/A_RES_78_265.zh.txt"


class Outcome(NamedTuple):
    """What a command left behind: its exit code, its data, and its words for people."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture(scope="session")
def run() -> Run:
    """`run("build", path, stdin="…")` → Outcome."""

    def invoke(*arguments: object, stdin: str | None = None) -> Outcome:
        result = CliRunner().invoke(app, [str(a) for a in arguments], input=stdin)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Outcome(result.exit_code, result.stdout, result.stderr)

    return invoke


@pytest.fixture(scope="session")
def example() -> Path:
    """The bundled resolution."""
    return EXAMPLE


@pytest.fixture(scope="session")
def graphs(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that `recalling build` made of the bundled resolution."""
    folder = tmp_path_factory.mktemp("graphs")
    assert run("build", "-o", folder).code == 0
    return folder
