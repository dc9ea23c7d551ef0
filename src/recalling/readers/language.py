"""Which of the six languages a text is written in, from its script and its commonest words."""

from __future__ import annotations

import re
from collections import Counter

from recalling.model import LANGUAGES, Language
from recalling.model.errors import NotAResolution
from recalling.readers.text_grammar import structure

_SAMPLE = 60_000  # code points: enough for any document, and bounded
_ENOUGH = 20
_SCRIPTS: dict[Language, re.Pattern[str]] = {
    "ar": re.compile(r"[\u0620-\u064a\ufe70-\ufefc]"),
    "zh": re.compile(r"[\u3400-\u9fff]"),
    "ru": re.compile(r"[\u0400-\u04ff]"),
}
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]+")
# One ideograph says as much as two letters of an alphabet.
_WEIGHT = {"zh": 3}


def recognise_language(text: str, name: str) -> Language:
    """The language most of a text is written in.

    `name` is the file's name, for the message of the NotAResolution that is raised when the text
    is in none of the six languages.
    """
    sample = text[:_SAMPLE]
    weights = {
        language: _WEIGHT.get(language, 1) * len(script.findall(sample))
        for language, script in _SCRIPTS.items()
    }
    words = Counter(word.casefold() for word in _LATIN.findall(sample))
    latin = sum(len(word) * count for word, count in words.items())
    language, weight = max(weights.items(), key=lambda item: item[1])
    if weight >= _ENOUGH and weight >= latin:
        return language
    known: dict[Language, int] = {
        tongue: sum(words[word] for word in structure(tongue).file.words)
        for tongue in LANGUAGES
        if structure(tongue).file.words
    }
    best, hits = max(known.items(), key=lambda item: item[1])
    if hits * 12 >= sum(words.values()) and hits:
        return best
    if weight >= _ENOUGH:
        return language
    raise NotAResolution(
        f"{name}: the text is in none of the six languages of the United Nations (Arabic, Chinese, "
        "English, French, Russian, Spanish); give a resolution's text or name its language"
    )
