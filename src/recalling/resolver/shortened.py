"""Names of which a text leaves some words out: "the Durban Declaration".

The whole name stands elsewhere in the document: "the Durban Declaration and Programme of Action".
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from recalling.authority import Authority
from recalling.extractors.name_grammar import Names, load_names
from recalling.extractors.name_index import fold, kept_length, says_little
from recalling.extractors.short_forms import nouns_of
from recalling.model import Evidence, Instrument, Language, Mention, NameClaim
from recalling.resolver.state import Identified, State


def identify_shortened(mention: Mention, claim: NameClaim, state: State) -> Identified | None:
    """The instrument of the one longer name in the document that has all the words of a name.

    A noun with words that stand before any such noun ("the Ministerial Declaration") says too
    little, and what is said to have been adopted somewhere is told by that.
    """
    language = state.document.language
    patterns = load_names(language)
    text = state.paragraphs[mention.paragraph].flow.text
    told = mention.date is not None or patterns.adopted.match(text, mention.until) is not None
    if told or says_little(claim.name, language):
        return None
    if patterns.further.match(text, mention.until) is not None:
        return None  # "the Istanbul Declaration on Transparency …" is not the one named before
    meant: dict[str, tuple[Mention, Instrument]] = {}
    for printed, full in state.known_names.items():
        if shortens(claim.name, printed, language):
            found = state.identified(full)
            one = found.instruments if found else ()
            if len(one) == 1:
                meant.setdefault(one[0].key, (full, one[0]))
    if len(meant) != 1:
        return None
    ((full, instrument),) = meant.values()
    joined = nouns_of(full.surface, language) > nouns_of(claim.name, language)
    if joined and _others(claim.name, instrument.key, language, state.authority):
        return None
    evidence = Evidence("name", full.paragraph, full.surface)
    return Identified((instrument,), "short form", evidence=(evidence,))


@lru_cache(maxsize=1024)
def _others(name: str, key: str, language: Language, authority: Authority) -> bool:
    """Whether a name shortens that of another instrument too, not named in the document.

    "the Copenhagen Declaration" is one half of the "Copenhagen Declaration and Programme of Action"
    and has a longer name of its own.
    """
    return any(
        bearer != key and shortens(name, label.text, language)
        for label, bearer in authority.labels(language)
    )


@lru_cache(maxsize=8192)
def shortens(name: str, full: str, language: Language) -> bool:
    """Whether a name is a longer one of the same noun with words left out.

    >>> shortens("Durban Declaration", "Durban Declaration and Programme of Action", "en")
    True
    >>> shortens("Дурбанскую декларацию", "Дурбанской декларации и Программы действий", "ru")
    True
    >>> shortens("Organized Crime Convention", "Convention against … Organized Crime", "en")
    True
    >>> shortens("Beijing Declaration", "Durban Declaration and Programme of Action", "en")
    False
    """
    if not nouns_of(name, language) & nouns_of(full, language):
        return False
    grammar = load_names(language).grammar
    if not grammar.spaced:
        return fold(name) != fold(full) and _in_order(fold(name), fold(full), grammar)
    words, whole = _words(name, grammar), _words(full, grammar)
    # the noun that ends a name of nouns begins it where these are said one by one
    return any(_in_order(each, whole, grammar) for each in (words, [words[-1], *words[:-1]]))


def _in_order(words: Sequence[str], whole: Sequence[str], grammar: Names) -> bool:
    """Whether words, or characters, stand in a longer sequence in their order."""
    rest = iter(whole)
    return all(any(_same(word, other, grammar) for other in rest) for word in words)


def _same(one: str, other: str, grammar: Names) -> bool:
    """Whether two words are one, in whatever case where a language has cases.

    Where particles are written with a word, one of the two may have one: مكافحة, لمكافحة.
    """
    if one == other:
        return True
    if grammar.fused and (one[1:] == other or one == other[1:]):
        return max(one, other, key=len)[0] in grammar.fused
    common = kept_length(min(len(one), len(other)))
    return bool(grammar.nouns) and one[:common] == other[:common]


def _words(name: str, grammar: Names) -> list[str]:
    """The words of a name, folded, without the article that is written with them."""
    article, contracted = fold(grammar.article), fold(grammar.contracted)
    words = fold(name).split()
    if contracted:
        words = [word.removeprefix(contracted) for word in words]
    return [word.removeprefix(article) for word in words]
