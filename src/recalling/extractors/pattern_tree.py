"""A pattern as a tree of items: the one place that looks into the regular expressions of Python.

The standard library offers its parser to nobody, and no package reads patterns without it. What
it gives is used to save work and never to find anything, so where a version of Python has another
parser or none, patterns stay unread and everything is looked at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

try:
    from re import _parser  # type: ignore[attr-defined]
except ImportError:  # a Python that keeps it elsewhere
    _parser = None

Item = tuple[Any, Any]  # an operation, called as `re` calls it, and what it is about
Items = Iterable[Item]

_PARSE: Callable[[str], Any] | None = getattr(_parser, "parse", None)


def read_pattern(pattern: str) -> list[Item] | None:
    """The items of a pattern in their order; None when this Python does not show them.

    None too for a pattern that ignores case, whose letters are not those that stand in a text.
    Raises re.error when the pattern is none.

    >>> [str(operation) for operation, _ in read_pattern("its?") or ()]
    ['LITERAL', 'LITERAL', 'MAX_REPEAT']
    """
    if _PARSE is None:
        return None
    try:
        parsed = _PARSE(pattern)
        return None if parsed.state.flags & re.IGNORECASE else list(parsed)
    except (AttributeError, TypeError):  # it answers in another form
        return None
