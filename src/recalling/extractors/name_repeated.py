"""Names that a note has told, printed again without one.

"Recalling the Sevilla Commitment,⁵ … in the implementation of the Sevilla Commitment": the
authority need not know the name, and its form need not tell that it is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from recalling.extractors.name_grammar import load_names
from recalling.extractors.name_index import fold, says_little
from recalling.model import Language, Mention, NameClaim

#: where a name stands that a note tells: the place of its paragraph, and where it ends there
Introduced = Mapping[str, tuple[int, int]]
#: a name printed again: its place in the paragraph's flow, half-open, and the name as introduced
Repeat = tuple[int, int, str]

#: a name of more words is a title, which is not printed twice
_WORDS = 14
#: how much of its end a word may change in another case, and what stays at least
_ENDING, _STEM = 3, 4


def introduced_names(found: Iterable[tuple[int, Mention]], language: Language) -> Introduced:
    """The names that the authority does not know and a note tells, by mentions and their places.

    Not those that say too little to mean the same elsewhere ("the Ministerial Declaration").
    """
    names: dict[str, tuple[int, int]] = {}
    for place, mention in found:
        claim = mention.claim
        if isinstance(claim, NameClaim) and not claim.candidates and _tells(claim.name, language):
            names.setdefault(claim.name, (place, mention.until))
    return names


def _tells(name: str, language: Language) -> bool:
    """Whether a name is one wherever it stands."""
    words = name.split()
    if load_names(language).grammar.spaced and not 1 < len(words) <= _WORDS:
        return False
    return not name[:1].islower() and not says_little(name, language)


@lru_cache(maxsize=1024)
def printed_again(name: str, language: Language) -> re.Pattern[str]:
    """Matches a name in folded text, in any case where a language has cases.

    >>> bool(printed_again("Севильское обязательство", "ru").search("о севильском обязательстве"))
    True
    """
    grammar = load_names(language).grammar
    if not grammar.spaced:
        return re.compile(re.escape(fold(name)))
    words = fold(name).split()
    forms = [_in_cases(word) if grammar.nouns else re.escape(word) for word in words]
    fused = f"[{re.escape(fold(grammar.fused))}]{{0,2}}" if grammar.fused else ""
    return re.compile(rf"(?<![\w-]){fused}(?P<name>{' '.join(forms)})(?![\w-])")


def _in_cases(word: str) -> str:
    stem = word[: max(_STEM, len(word) - _ENDING)]
    return re.escape(word) if len(word) <= _STEM else rf"{re.escape(stem)}\w{{0,5}}"
