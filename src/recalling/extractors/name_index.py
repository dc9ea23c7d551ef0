"""The authority's labels as they may be printed in one language, and where a text prints them.

A label is found whatever its quotation marks, dashes, accents, capitals and grammatical case, with
or without spaces beside Chinese digits, and behind the particles that Arabic fuses to a word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from recalling.authority import Authority, Label
from recalling.extractors.name_grammar import Names, load_names
from recalling.model import Language
from recalling.text import ARABIC_SIGNS

OPENING = '“„«《〈「『"”'
CLOSING = '”“»》〉」』"'
_SIGNS = re.compile(f"[{ARABIC_SIGNS}]")
_QUOTES = "“”„«»《》〈〉「」『』＂<>"


def _fold_table() -> dict[int, int]:
    """Signs that are printed now one way, now another, one code point for one."""
    table = dict.fromkeys(map(ord, _QUOTES), ord('"'))
    table.update(dict.fromkeys(map(ord, "’‘ʼ`´"), ord("'")))
    table.update(dict.fromkeys(map(ord, "‐‑‒–—−"), ord("-")))
    table.update(
        {ord("："): ord(":"), ord("，"): ord(","), ord("；"): ord(";"), ord("\xa0"): ord(" ")}
    )
    table.update({ord("（"): ord("("), ord("）"): ord(")"), ord("ё"): ord("е"), ord("Ё"): ord("Е")})
    table.update(dict.fromkeys(map(ord, "أإآٱ"), ord("ا")))
    table.update({ord("ى"): ord("ي"), ord("ة"): ord("ه")})
    for code in range(0xC0, 0x180):  # accents come and go on capitals and in foreign names
        plain = unicodedata.normalize("NFD", chr(code))[0]
        if plain.isascii():
            table[code] = ord(plain)
    return table


_FOLD = {chr(old): chr(new) for old, new in _fold_table().items()}
#: signs that a text may have in every line; the others are names' accents
_FREQUENT = tuple(
    (old, new)
    for old, new in _FOLD.items()
    if not "\xc0" <= old < "\u0180" or old in "àáâãäçèéêëíîïñóôöùúûüÉÀÁÊÎ"
)
_RARE = re.compile(f"[{''.join(map(re.escape, sorted(_FOLD.keys() - dict(_FREQUENT).keys())))}]")
#: bytes of labels for which a table with a row for each sign is worth its memory: Russian has its
#: names in all cases, and the table would take 80 MB and be no faster
_LARGE = 60_000
#: how much of its end a word may change in another case, and what stays at least
_ENDING, _STEM = 3, 4
#: where a flow prints a label: start, end (half-open) and the keys that bear it
Found = tuple[int, int, tuple[str, ...]]


def fold(text: str) -> str:
    """A text in which spellings that mean the same are the same; every offset stays.

    >>> print(fold("«L’État»"))
    "l'etat"
    """
    # sign by sign, as `str.translate` looks up every one
    folded = text
    for old, new in _FREQUENT if not text.isascii() else (("`", "'"),):
        if old in folded:
            folded = folded.replace(old, new)
    if not folded.isascii():
        folded = _RARE.sub(lambda sign: _FOLD[sign[0]], folded)
    lower = folded.lower()
    if len(lower) == len(folded):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in folded)


class NameIndex:
    """All labels of some things in one language, ready to be found in folded text."""

    def __init__(self, labels: Iterable[tuple[Label, str]], language: Language) -> None:
        """Labels come with the key of what bears them; one string may belong to several keys."""
        self._grammar = load_names(language).grammar
        bearers: dict[str, dict[str, None]] = {}
        capital: dict[str, bool] = {}
        for label, key in labels:
            for form in variants(label.text, self._grammar):
                bearers.setdefault(form, {})[key] = None
                capital[form] = capital.get(form, True) and label.text[0].isupper()
        self._forms = list(bearers)
        self._keys = [tuple(bearers[form]) for form in self._forms]
        self._capital = [capital[form] for form in self._forms]
        large = sum(len(form.encode()) for form in self._forms) > _LARGE
        self._machine = AhoCorasick(
            self._forms,
            matchkind=MatchKind.LeftmostLongest,
            implementation=Implementation.ContiguousNFA if large else Implementation.DFA,
        )

    def find(self, text: str, folded: str | None = None) -> list[Found]:
        """Where a text prints a label; `folded` is the text folded, where that is at hand."""
        return list(self._search(text, fold(text) if folded is None else folded))

    def _search(self, text: str, folded: str) -> Iterator[Found]:
        for index, start, end in self._machine.find_matches_as_indexes(folded):
            if not self._bounded(folded, start, end):
                continue
            if self._capital[index] and text[start].islower():
                continue
            yield start, end, self._keys[index]

    def _bounded(self, folded: str, start: int, end: int) -> bool:
        if not self._grammar.spaced:
            return True
        if end < len(folded) and folded[end].isalnum() and folded[end - 1].isalnum():
            return False
        at = start - 1
        fused = self._grammar.fused
        while fused and at >= 0 and start - at <= 2 and folded[at] in fused:
            at -= 1
        return at < 0 or not folded[at].isalnum()


def variants(label: str, grammar: Names) -> list[str]:
    """The folded forms in which a text may print a label, each once."""
    label = _SIGNS.sub("", label)  # "المجرَّدين" is printed with its vowels or without
    forms = [fold(form) for form in declined(label, grammar)]
    if not grammar.spaced:
        forms = [spaced for form in forms for spaced in _spaced(form)]
    if grammar.article and label.startswith(grammar.article):
        forms += [_contracted(form, grammar) for form in forms]
        forms += [fold(form) for form in _possessed(label, grammar)]
        # the noun before the Organization's name: التوصية الخاصة ب…, توصية المنظمة الخاصة ب…
        forms += [form[len(grammar.article) :] for form in forms[:1] if form.count(" ") > 2]
    for words, short in grammar.abbreviated:
        forms += [form.replace(words, short) for form in forms if words in form]
    out: dict[str, None] = {}
    for form in forms:
        out[form] = None
        if " :" in form or ": " in form:
            out[re.sub(r" ?: ?", ": ", form)] = None
            out[re.sub(r" ?: ?", " : ", form)] = None
        if '"' in form:
            for known in list(out):
                out[re.sub(r'" ?([^"]{1,200}?) ?"', r'" \1 "', known)] = None
                out[re.sub(r'" ?([^"]{1,200}?) ?"', r'"\1"', known)] = None
                out[known.replace('"', "")] = None
    return [form for form in out if len(form) > 2]


def _contracted(form: str, grammar: Names) -> str:
    """A folded name with the short form of its article: للمعاهدة, and one lam less in للوائح."""
    short, noun = fold(grammar.contracted), form[len(grammar.article) :]
    return short + noun.removeprefix(short[-1:])


def _possessed(label: str, grammar: Names) -> Iterator[str]:
    """A long name whose noun has "its" in place of the article: توصيته الخاصة ب…."""
    noun, _, rest = label.removeprefix(grammar.article).partition(" ")
    if " " in rest:  # "its Charter" may be anybody's
        for bare, owned in grammar.possessed:
            if noun.endswith(bare):
                yield f"{noun.removesuffix(bare)}{owned} {rest}"


def _spaced(form: str) -> Iterator[str]:
    """Chinese with and without a space between ideographs and digits or Latin letters."""
    tight = re.sub(r"(?<=[^\x00-\x7f]) (?=[0-9a-z])|(?<=[0-9a-z]) (?=[^\x00-\x7f])", "", form)
    seams = [
        i
        for i in range(1, len(tight))
        if tight[i - 1].isalnum()
        and tight[i].isalnum()
        and tight[i - 1].isascii() != tight[i].isascii()
    ][:4]
    for choice in product((False, True), repeat=len(seams)):
        out, last = [], 0
        for seam, wide in zip(seams, choice, strict=True):
            out += [tight[last:seam], " " if wide else ""]
            last = seam
        yield "".join([*out, tight[last:]])


def declined(label: str, grammar: Names) -> list[str]:
    """A label in all its cases, itself first; in languages without cases itself alone."""
    if not grammar.nouns:
        return [label]
    words = label.split(" ")
    tables: list[list[str] | None] = [None] * len(words)
    at, heads = 0, 0
    while at < len(words):
        word = words[at]
        noun = _endings(word, grammar.nouns)
        adjective = _endings(word, grammar.adjectives)
        if noun and (not adjective or len(noun[0]) > len(adjective[0])):
            tables[at] = _forms(word, noun)
            heads += 1
            if at + 1 < len(words) and words[at + 1] in grammar.joining:
                at += 2
                continue
            break
        if adjective is None:
            break
        tables[at] = _forms(word, adjective)
        joined = at + 1 < len(words) and words[at + 1] in grammar.joining
        at += 2 if joined else 1
    if heads and grammar.agreeing:
        for i in range(at + 1, len(words)):
            if words[i - 1].endswith(",") and re.search(grammar.agreeing, words[i]):
                participle = _endings(words[i], grammar.adjectives)
                tables[i] = None if participle is None else _forms(words[i], participle)
    if not heads:
        return [label]
    cases = range(len(grammar.nouns[0]))
    declined = (
        " ".join(
            word if table is None else table[case]
            for word, table in zip(words, tables, strict=True)
        )
        for case in cases
    )
    return list(dict.fromkeys([label, *declined]))


def _endings(word: str, paradigms: list[list[str]]) -> list[str] | None:
    bare = word.rstrip(",:;").casefold()
    bare = bare.removesuffix("ся")
    fitting = [p for p in paradigms if bare.endswith(p[0])]
    return max(fitting, key=lambda p: len(p[0]), default=None)


def _forms(word: str, endings: list[str]) -> list[str]:
    tail = word[len(word.rstrip(",:;")) :]
    bare = word.rstrip(",:;")
    reflexive = "ся" if bare.endswith("ся") else ""
    stem = bare.removesuffix("ся")[: -len(endings[0])] if endings[0] else bare
    forms = [stem + ending + reflexive + tail for ending in endings]
    # a word that is all ending keeps its capital: «План», «Плана»
    return [form[:1].upper() + form[1:] for form in forms] if word[:1].isupper() else forms


def kept_length(length: int) -> int:
    """How many characters of a word of this length are the same in all its cases.

    >>> kept_length(len("обязательство")), kept_length(len("пакт"))
    (10, 4)
    """
    return max(_STEM, length - _ENDING)


def says_little(name: str, language: Language) -> bool:
    """Whether nothing but an instrument's noun and common words makes up a name.

    >>> says_little("Ministerial Declaration", "en"), says_little("Durban Declaration", "en")
    (True, False)
    """
    patterns = load_names(language)
    grammar = patterns.grammar
    if not grammar.spaced:
        head = max((noun for noun in grammar.kinds if name.endswith(noun)), key=len, default="")
        return patterns.common.fullmatch(name.removesuffix(head)) is not None
    article = fold(grammar.article)
    return all(
        patterns.common.fullmatch(word) is not None
        or patterns.noun.match(word.removeprefix(article)) is not None
        for word in fold(name).split()
    )


@cache
def plain_nouns(language: Language) -> frozenset[str]:
    """The nouns of short forms in all cases, folded."""
    short = load_names(language).grammar.short
    return _all_cases((*short.strong, *short.weak), language)


@cache
def compound_nouns(language: Language) -> frozenset[str]:
    """The short forms of two words in all cases, folded."""
    return _all_cases(dict(load_names(language).grammar.short.compound), language)


def _all_cases(nouns: Iterable[str], language: Language) -> frozenset[str]:
    grammar = load_names(language).grammar
    return frozenset(fold(form) for noun in nouns for form in declined(noun, grammar))


@cache
def instrument_index(authority: Authority, language: Language) -> NameIndex:
    """The labels of the named instruments in one language; hidden ones are short forms."""
    labels = [(label, key) for label, key in authority.labels(language) if label.rank != "hidden"]
    return NameIndex(labels, language)


@cache
def entity_index(authority: Authority, language: Language) -> NameIndex:
    """The labels of bodies, platforms, goals and events in one language."""
    return NameIndex(authority.entity_labels(language), language)
