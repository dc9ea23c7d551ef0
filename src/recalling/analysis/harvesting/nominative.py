"""Names in the nominative: the form under which an authority files a name printed in any case.

The paradigms of a language's grammar of names, read backwards. A language without cases has each
name as it is printed, but for a particle fused to its article.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from recalling.extractors.name_grammar import Names, load_names
from recalling.extractors.name_index import declined, fold
from recalling.model import Language

_STOPS = ",:;"
_MOST_ADJECTIVES = 3  # «Минимальные стандартные правила», «Глобальный план»


def filed(printed: Mapping[str, int], language: Language) -> dict[str, str]:
    """Each printed name with the name under which it is filed, one for all cases of a name.

    `printed` counts how often each form was read. Where several nominatives would explain a form,
    that which explains most of what was read is taken, then one whose noun is the name of a kind
    («Киншасская конвенция», not «Киншасска конвенции»), then a printed form before a guessed one.

    >>> print(*filed({"Парижского соглашения": 3, "Парижским соглашением": 1}, "ru").values())
    Парижское соглашение Парижское соглашение
    >>> print(*filed({"للمبادئ التوجيهية": 1}, "ar").values())
    المبادئ التوجيهية
    """
    grammar = load_names(language).grammar
    plain = {name: _without_particle(name, grammar) for name in printed}
    if not grammar.nouns:
        return plain
    counts: Counter[str] = Counter()
    for name, count in printed.items():
        counts[plain[name]] += count
    nominatives = _filed(counts, grammar)
    return {name: nominatives[plain[name]] for name in printed}


def _without_particle(name: str, grammar: Names) -> str:
    """A name without the particle that is fused to its article: للمبادئ is المبادئ."""
    fused = grammar.contracted
    return grammar.article + name.removeprefix(fused) if fused and name.startswith(fused) else name


def _filed(counts: Mapping[str, int], grammar: Names) -> dict[str, str]:
    choices = {name: list(dict.fromkeys(_nominatives(name, grammar))) for name in counts}
    forms = {
        nominative: {fold(form) for form in declined(nominative, grammar)}
        for every in choices.values()
        for nominative in every
    }
    weight = {
        nominative: sum(counts[name] for name in counts if fold(name) in printed)
        for nominative, printed in forms.items()
    }
    kinds = {noun.lower() for noun in grammar.kinds}

    def rank(name: str, nominative: str) -> tuple[int, bool, bool, int, bool]:
        words = nominative.split(" ")
        turned = sum(one != other for one, other in zip(words, name.split(" "), strict=True))
        guessed = nominative not in counts
        return (
            -weight[nominative],
            kinds.isdisjoint(word.lower() for word in words),
            len(forms[nominative]) == 1,  # no paradigm knows it as a nominative
            -turned * guessed,
            guessed,
        )

    # of equals the first stays: paradigms are in order
    return {
        name: min(
            (one for one in every if fold(name) in forms[one]), key=lambda one: rank(name, one)
        )
        for name, every in choices.items()
    }


def _nominatives(name: str, grammar: Names) -> Iterator[str]:
    """What a name may be in the nominative, if its first words stand in one of the cases."""
    yield name
    words = name.split(" ")
    for case in range(1, len(grammar.nouns[0])):
        yield from (" ".join(turned) for turned in _turned(words, case, grammar))


def _turned(words: Sequence[str], case: int, grammar: Names) -> Iterator[list[str]]:
    """Words whose first noun, and the adjectives before it, are turned from a case.

    So are a second noun behind "and" («Декларации и Программы действий») and a participle behind a
    comma («соглашения, принятого …»).
    """
    for head in range(min(len(words), _MOST_ADJECTIVES + 1)):
        parts = [_endings_turned(word, grammar.adjectives, case) for word in words[:head]]
        parts.append(_endings_turned(words[head], grammar.nouns, case))
        if not all(parts):
            continue
        rest = words[head + 1 :]
        joined = rest[:1] and rest[0] in grammar.joining
        more = [[rest[0], *one] for one in _turned(rest[1:], case, grammar)] if joined else []
        for *adjectives, noun in product(*parts):
            if all(_agree(adjective, noun, grammar) for adjective in adjectives):
                for tail in more or [_participles(rest, noun, case, grammar)]:
                    yield [*adjectives, noun, *tail]


def _participles(rest: Sequence[str], noun: str, case: int, grammar: Names) -> list[str]:
    """What follows a noun, with the participles behind commas turned to go with it."""
    found = list(rest)
    for at, word in enumerate(rest):
        if (at and not rest[at - 1].endswith(",")) or (not at and not noun.endswith(",")):
            continue
        reflexive = "ся" if word.endswith("ся") else ""
        options = _endings_turned(word.removesuffix(reflexive), grammar.adjectives, case)
        fitting = [
            one + reflexive
            for one in options
            if re.search(grammar.agreeing, one) and _agree(one, noun, grammar)
        ]
        found[at] = min(fitting, default=word)
    return found


def _agree(adjective: str, noun: str, grammar: Names) -> bool:
    """Whether a noun can have this adjective, by the ends of both: «Глобальный план»."""
    return any(
        re.search(f"{one}$", adjective) and re.search(f"{other}$", noun.rstrip(_STOPS))
        for one, other in grammar.agreement
    )


def _endings_turned(word: str, paradigms: Iterable[list[str]], case: int) -> list[str]:
    """A word of one case in the nominative, by each paradigm that it fits."""
    bare = word.rstrip(_STOPS)
    found: dict[str, None] = {}
    for endings in paradigms:
        if endings[case] and bare.lower().endswith(endings[case]):
            stem = bare[: len(bare) - len(endings[case])]
            whole = stem + endings[0]
            found[whole if stem or bare.islower() else whole.capitalize()] = None
    return [nominative + word[len(bare) :] for nominative in found]
