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
    return Openings(list(_phrases(data["verb"])))


def _phrases(verbs: list[dict[str, Any]]) -> list[str]:
    """The forms' words before the first bracket: "Expressing [own] [deg] <concern>" opens with
    "Expressing"."""
    forms = (form for verb in verbs for mood in ("pp", "op") for form in verb.get(mood, ()))
    heads = (re.split(r"[\[<]", form)[0].strip() for form in forms)
    return [head for head in heads if head]
