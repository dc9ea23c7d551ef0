"""The verbs that open paragraphs, as a reader needs them: does this line begin with one?"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from recalling.grammar import load_grammar
from recalling.model import Language
from recalling.model.errors import DataError


class Openings:
    """The opening verbs of one language, in one pattern."""

    def __init__(self, verbs: list[str]) -> None:
        longest = sorted(set(verbs), key=lambda verb: (-len(verb), verb))
        self._pattern = re.compile("|".join(map(re.escape, longest))) if longest else None

    def opens(self, head: str) -> bool:
        """Whether a line with this beginning opens with a known verb."""
        return self._pattern is not None and self._pattern.match(head) is not None


@cache
def openings(language: Language) -> Openings:
    """The opening verbs of a language's verb file; none when there is no such file."""
    try:
        data: dict[str, Any] = load_grammar("verbs", language)
    except DataError:
        return Openings([])
    return Openings(list(_phrases(data)))


def _phrases(data: Any) -> list[str]:
    if isinstance(data, str):
        return [data]
    if isinstance(data, dict):
        return [phrase for value in data.values() for phrase in _phrases(value)]
    if isinstance(data, list):
        return [phrase for value in data for phrase in _phrases(value)]
    return []
