"""Every command is documented, with an example that works, and the page of commands is current."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
import typer
from typer.testing import CliRunner

import recalling
from recalling.cli import app

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = (
    *("build", "extract", "outline", "query", "view", "export", "check"),
    *("stats", "lineage", "compare", "review", "authority"),
)


@pytest.fixture(scope="module")
def generator() -> ModuleType:
    """tools/reference.py."""
    spec = importlib.util.spec_from_file_location("reference", ROOT / "tools" / "reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_commands_are_those_of_the_contract() -> None:
    """Their names are a contract; no other is there unsaid."""
    assert tuple(typer.main.get_command(app).commands) == COMMANDS


@pytest.mark.parametrize("name", ["commands.md", "queries.md"])
def test_the_reference_pages_are_current(generator: ModuleType, name: str) -> None:
    """They are what the commands and the packaged queries say of themselves."""
    page = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert page == generator.PAGES[name](), "run `just docs`"


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_a_real_example(command: str) -> None:
    """With the command's own name, and every option has its words."""
    shown = typer.main.get_command(app).commands[command]
    assert shown.epilog.startswith("Examples:")
    assert f"recalling {command} " in shown.epilog
    for parameter in shown.params:
        assert getattr(parameter, "help", None), parameter.name
    assert CliRunner().invoke(app, [command, "--help"]).exit_code == 0


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_what_the_readme_shows_exists(name: str) -> None:
    """Commands, options, links and pictures of the README are real ones."""
    text = (ROOT / name).read_text(encoding="utf-8")
    for command, rest in re.findall(r"sh run (\w+)([^\n`]*)", text):
        assert command in (*COMMANDS, "test", "env"), command
        if command in COMMANDS:
            known = typer.main.get_command(app).commands[command]
            options = {o for p in known.params for o in p.opts}
            for option in re.findall(r"(?<=\s)(--?[a-z][a-z-]*)", rest):
                assert option in options or command == "query", (command, option)
    links = [x for x in re.findall(r"\]\(([^)#]+)\)", text) if not x.startswith("http")]
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_packaged_queries_that_the_readme_asks_exist() -> None:
    """`sh run query NAME` with a packaged name and its parameters."""
    packaged = {q.name: {p.name for p in q.parameters} for q in recalling.queries()}
    for name in ("README.md", "README.zh.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        asked = re.findall(r"sh run query ([a-z][a-z-]*)((?: --[a-z-]+ [^\s`]+)*)", text)
        assert asked
        for query, options in asked:
            given = {o.removeprefix("--").replace("-", "_") for o in options.split()[::2]}
            assert given - {"on", "format"} <= packaged[query]


def test_what_the_library_offers_is_documented() -> None:
    """Each name of `recalling.__all__` is there, has words, and stands on docs/library.md."""
    page = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
    for name in recalling.__all__:
        assert getattr(recalling, name).__doc__, name
        assert f"`{name}" in page or f"recalling.{name}" in page, name


def test_help_waits_for_nothing_heavy() -> None:
    """`recalling --help` loads none of the heavy rooms."""
    code = (
        "import sys; from recalling.cli import app; "
        "heavy = {'rdflib', 'networkx', 'lxml', 'pyoxigraph', 'numpy'} & set(sys.modules); "
        "sys.exit(f'loaded {heavy}' if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_library_loads_what_draws_and_ranks_when_it_is_used() -> None:
    """`import recalling.api` is quick: a build's processes need no layout and no rdflib."""
    code = (
        "import sys, recalling.api; "
        "heavy = {'rdflib', 'networkx', 'numpy', 'scipy', 'pyvis'} & set(sys.modules); "
        "sys.exit(f'loaded {heavy}' if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
