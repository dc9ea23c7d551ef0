"""Floor 2: language knowledge as data, one TOML file a language and topic.

grammar/structure/en.toml   covers, formulas, headings, notes      (read by readers)
grammar/verbs/en.toml       clause verbs and their functions       (readers, extractors)
grammar/numbers/en.toml     bodies, types and numbers of documents (extractors)
grammar/records/en.toml     series, records, Ibid., provisions     (extractors)
grammar/names/en.toml       instrument nouns, short forms          (extractors)
grammar/reports/en.toml     reports that a note told before        (extractors)
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from recalling.model import Language
from recalling.model.errors import DataError

T = TypeVar("T")
_HERE = Path(__file__).resolve().parent


@cache
def _bytes(topic: str, language: Language) -> bytes:
    path = _HERE / topic / f"{language}.toml"
    try:
        return path.read_bytes()
    except OSError as error:
        raise DataError(f"{path}: the grammar file for {language} is missing") from error


def load_grammar(topic: str, language: Language, shape: type[T] = dict[str, Any]) -> T:  # type: ignore[assignment]
    """The grammar of one topic in one language, decoded and validated as `shape`.

    Raises DataError naming the file and the place when it does not fit the shape.
    """
    try:
        return msgspec.toml.decode(_bytes(topic, language), type=shape)
    except msgspec.DecodeError as error:
        raise DataError(f"grammar/{topic}/{language}.toml: {error}") from error
