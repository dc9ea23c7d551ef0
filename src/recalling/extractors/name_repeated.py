"""Names that a note has told, printed again without one.

"Recalling the Sevilla Commitment,⁵ … in the implementation of the Sevilla Commitment": the
authority need not know the name, and its form need not tell that it is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from recalling.extractors.name_grammar import load_names
from recalling.extractors.name_index import fold, kept_length, says_little
from recalling.model import Language, Mention, NameClaim

#: where a name stands that a note tells: the place of its paragraph, and where it ends there
Introduced = Mapping[str, tuple[int, int]]
#: a name printed again: its place in the paragraph's flow, half-open, and the name as introduced
Repeat = tuple[int, int, str]

#: a name of more words is a title, which is not printed twice
_WORDS = 14
#: how many names of one document are looked for again
_MOST = 64


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


def printed_again(
    folded: str, names: Iterable[str], language: Language
) -> Iterator[tuple[int, int, str]]:
    """Where a folded text prints one of some names, in any case where a language has cases.

    Longer names come first. One search of the text serves them all, and of more names than any
    resolution introduces the shortest are left out, so that the time grows with the text only.

    >>> list(printed_again("о севильском обязательстве", ["Севильское обязательство"], "ru"))
    [(2, 26, 'Севильское обязательство')]
    """
    longest = sorted(names, key=lambda name: (-len(name), name))[:_MOST]
    heads = [_head(name, language) for name in longest]
    places: dict[str, list[int]] = {head: [] for head in heads}
    machine = AhoCorasick(list(places), matchkind=MatchKind.Standard)
    distinct = list(places.values())
    for which, start, _ in machine.find_matches_as_indexes(folded, overlapping=True):
        distinct[which].append(start)
    for name, head in zip(longest, heads, strict=True):
        pattern = _printed(name, language)
        for start in places[head]:
            found = pattern.match(folded, start)
            if found is not None:
                yield start, found.end(), name


def _head(name: str, language: Language) -> str:
    """What every form of a name begins with, folded."""
    folded = fold(name)
    return _stem(folded.split()[0]) if load_names(language).grammar.nouns else folded


@lru_cache(maxsize=1024)
def _printed(name: str, language: Language) -> re.Pattern[str]:
    """Matches a name in folded text where no word is cut; Arabic fuses particles to the first."""
    grammar = load_names(language).grammar
    if not grammar.spaced:
        return re.compile(re.escape(fold(name)))
    words = fold(name).split()
    forms = [_in_cases(word) if grammar.nouns else re.escape(word) for word in words]
    fused = f"[{re.escape(fold(grammar.fused))}]" if grammar.fused else "(?!)"
    apart = r"(?<![\w-])"
    begins = f"(?:{apart}|(?<={apart}{fused})|(?<={apart}{fused}{fused}))"
    return re.compile(rf"{begins}{' '.join(forms)}(?![\w-])")


def _in_cases(word: str) -> str:
    stem = _stem(word)
    changes = stem != word and word.isalpha()
    return rf"{re.escape(stem)}\w{{0,5}}" if changes else re.escape(word)


def _stem(word: str) -> str:
    return word[: kept_length(len(word))]
