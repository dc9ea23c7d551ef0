"""The library, loaded when a command first uses it: help and completion do not wait for it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from recalling import api
else:

    class _Later:
        def __getattr__(self, name: str) -> Any:  # noqa: ANN401 (as the library has it)
            return getattr(import_module("recalling.api"), name)

    api = _Later()

__all__ = ["api"]
