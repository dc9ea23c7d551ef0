"""Which of the six languages a text is written in, from its script and its commonest words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from recalling.model import LANGUAGES, Language
from recalling.model.errors import NotAResolution
from recalling.readers.text_grammar import structure

_SAMPLES = (3_000, 60_000)  # code points: the cover and what follows, then a longer stretch
_ENOUGH = 20
# each begins with one sign, by which `re` passes over a text in another script twice as fast
_SCRIPTS: dict[Language, re.Pattern[str]] = {
    "ar": re.compile(r"[\u0620-\u064a\ufe70-\ufefc][\u0620-\u064a\ufe70-\ufefc]*"),
    "zh": re.compile(r"[\u3400-\u9fff][\u3400-\u9fff]*"),
    "ru": re.compile(r"[\u0400-\u04ff][\u0400-\u04ff]*"),
}
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f]*")
_WEIGHT = {"zh": 3}  # one ideograph says as much as three letters of an alphabet
_WORD = 10  # letters of running text for each common word in it
_SHARE = 6  # one word in so many must be a common one, unless an organ of the UN is named


def recognise_language(text: str, name: str) -> Language:
    """The language most of a text is written in.

    `name` is the file's name, for the message of the NotAResolution that is raised when the text
    is in none of the six languages.
    """
    for size in _SAMPLES:
        language = _recognise(text[:size])
        if language is not None:
            return language
    raise NotAResolution(
        f"{name}: the text is in none of the six languages of the United Nations (Arabic, Chinese, "
        "English, French, Russian, Spanish); give a resolution's text or name its language"
    )


@cache
def _grammar(language: Language) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The commonest words of a language and, in lower case, its names of UN organs."""
    grammar = structure(language)
    return tuple(grammar.file.words), tuple(name.casefold() for name in grammar.speakers)


def _recognise(sample: str) -> Language | None:
    weights: dict[Language, int] = {
        language: _WEIGHT.get(language, 1) * sum(map(len, script.findall(sample)))
        for language, script in _SCRIPTS.items()
    }
    words = Counter(word.casefold() for word in _LATIN.findall(sample))
    total = sum(words.values())
    folded = sample.casefold()
    for language in LANGUAGES:
        common, speakers = _grammar(language)
        if common:
            hits = sum(words[word] for word in common)
            named = any(name in folded for name in speakers)
            weights[language] = _WORD * hits if named or hits * _SHARE >= total else 0
    best = max(LANGUAGES, key=lambda language: weights[language])
    return best if weights[best] >= _ENOUGH else None
