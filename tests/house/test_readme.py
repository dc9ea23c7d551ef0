"""What the pages for newcomers show can be typed as it stands."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import typer.main

from recalling.cli import app

ROOT = Path(__file__).parents[2]
PAGES = ("README.md", "README.zh.md", "docs/authority.md", "docs/commands.md")
_FENCED = re.compile(r"^ *```(\w*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
_TYPED = re.compile(r"(?:sh run|recalling) (?!test\b|env\b)[a-z]\S*(?: [^`|]*)?")


@pytest.mark.parametrize("page", ["README.md", "README.zh.md"])
def test_the_python_of_a_readme_runs_at_the_root_of_a_clone(
    page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It reads the bundled resolution; what it shows of the result is there and not empty."""
    monkeypatch.chdir(ROOT)
    blocks = _FENCED.findall((ROOT / page).read_text(encoding="utf-8"))
    (shown,) = (re.sub(r"^   ", "", text, flags=re.M) for kind, text in blocks if kind == "python")
    names: dict[str, object] = {}
    for line in shown.splitlines():
        if line.startswith("result."):
            assert len(eval(line, names)) > 30, line
        else:
            exec(line, names)


def _commands(page: str) -> list[list[str]]:
    """The commands a page shows, in blocks and between backquotes, without what explains them."""
    text = (ROOT / page).read_text(encoding="utf-8")
    blocks = [line for kind, block in _FENCED.findall(text) if kind != "python"
              for line in block.splitlines()]  # fmt: skip
    shown = [*blocks, *re.findall(r"`([^`\n]+)`", text)]
    typed = (_TYPED.match(line.strip()) for line in shown)
    found = [re.split(r" {2,}| #|>", hit[0])[0] for hit in typed if hit]
    return [shlex.split(one)[2 if one.startswith("sh run") else 1 :] for one in found]


@pytest.mark.parametrize("page", PAGES)
def test_every_command_a_page_shows_is_a_command_with_such_options(page: str) -> None:
    commands = _commands(page)
    assert len(commands) >= 5
    root = typer.main.get_command(app)
    for words in commands:
        command = root
        while hasattr(command, "commands") and words and words[0] in command.commands:
            command, words = command.commands[words[0]], words[1:]
        assert command is not root, words
        known = {option for parameter in command.params for option in parameter.opts}
        own = command.context_settings.get("ignore_unknown_options")  # a query's own parameters
        given = {word.partition("=")[0] for word in words if word.startswith("-") and word != "-"}
        assert own or given <= known | {"--help", "-h"}, (page, words)
