"""What docstrings show is what comes out."""

from __future__ import annotations

import doctest
from importlib import import_module
from pathlib import Path

import pytest

import recalling

_PACKAGE = Path(recalling.__file__).parent
_SHOWING = sorted(
    ".".join(path.relative_to(_PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
    for path in _PACKAGE.rglob("*.py")
    if ">>> " in path.read_text(encoding="utf-8")
)


@pytest.mark.parametrize("module", _SHOWING)
def test_the_examples_of_a_module_hold(module: str) -> None:
    assert doctest.testmod(import_module(module)).failed == 0


def test_examples_are_found() -> None:
    assert len(_SHOWING) > 30
    assert "recalling.model.symbols" in _SHOWING
