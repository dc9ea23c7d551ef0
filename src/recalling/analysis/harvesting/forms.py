"""From printed words to names: without marks, dates, verbs and brackets; known or not; its noun.

What differs between languages stands in the grammar of names.
"""

from __future__ import annotations

import re
from functools import cache

from recalling.authority import Authority, Entry
from recalling.extractors.name_dates import dated_tail
from recalling.extractors.name_grammar import load_names
from recalling.extractors.name_index import CLOSING, OPENING, fold, variants
from recalling.extractors.phrases import load_phrases
from recalling.extractors.short_forms import is_short_form
from recalling.model import Language

#: "43/1", "574 (XXVII)", "CBD/CP/MOP/VIII/19", "decision 1/CP.21": a number, and no name
_NUMBERED = re.compile(r"\d/\d|[A-Z]{1,8}/[A-Z0-9]|\d/[A-Z]{2}|\d/\w .-\d|^\d{1,4} \([IVXLC]+\)")
_LETTER = re.compile(r"[^\W\d_]")
_FEWEST_LETTERS = 4  # a letter of a script other than Latin counts for two
_PAIRS = (("《", "》"), ("〈", "〉"), ("“", "”"), ("”", "“"), ("«", "»"), ("(", ")"), ("「", "」"))
_EDGES = " ,،，、"
_A_PAIR = 2
_LONGEST_PREPOSITION = 2  # letters
_LONGEST_ARTICLE = 3


def names_in(quote: str, language: Language, verb: str = "") -> tuple[str, ...]:
    """The names that printed words give, the one in brackets behind the other on its own.

    `verb` is the verb of the clause, which a capital may have drawn into the name. Empty for a
    number, a symbol, a bare short form, or an opinion of a court.

    >>> names_in("《新城市议程》", "zh"), names_in("Convention", "en"), names_in("43/1", "en")
    (('新城市议程',), (), ())
    >>> names_in("Rules for the Treatment of Prisoners (the Nelson Mandela Rules)", "en")
    ('Rules for the Treatment of Prisoners', 'Nelson Mandela Rules')
    """
    titled = _report(language).search(quote)
    bare = unmarked(_without_verb(quote, verb))
    pieces = [titled["title"]] if titled else _unbracketed(bare, language)
    names = (_without_date(unmarked(_last(piece, language)), language) for piece in pieces)
    return tuple(dict.fromkeys(name for name in names if _names_something(name, language)))


def names_before(
    words: str, quote: str, verb: str, language: Language, authority: Authority
) -> tuple[str, ...]:
    """The names that printed words give where they stand, at the end of `words`.

    None in the longer title of what amends it; only the one in brackets where the first is a short
    form that stands before other words, and no known name.

    >>> said = "the amendments to the Wrecks Convention"
    >>> names_before(said, "Wrecks Convention", "", "en", Authority())
    ()
    >>> said = "of the Convention and the Agreement (the Fish Stocks Agreement)"
    >>> names_before(said, said[7:], "", "en", Authority())
    ('Fish Stocks Agreement',)
    """
    at = max(words.rfind(quote), 0)
    if not words.endswith(quote, at, at + len(quote)):
        words = quote  # the name stands in another spelling there
    if _nested(language).search(words, 0, at) or _happened(language).search(words, 0, at):
        return ()
    names = names_in(_from_word_start(words, at, len(quote), language), language, verb)
    if any(bearers(name, language, authority) for name in names):
        return names
    if load_names(language).body_before.search(words, 0, at):
        return ()
    names = tuple(_trimmed(name, language) for name in names)
    names = names[1:] if is_short_form(words, at, language) else names
    return tuple(name for name in names if _is_title(name, quote, language))


def _from_word_start(words: str, at: int, length: int, language: Language) -> str:
    """Words that a limit cut inside their first one, whole: «Нагойско-Куала-Лумпурский»."""
    grammar, start = load_names(language).grammar, at
    while grammar.spaced and not grammar.fused and start and words[start - 1].isalnum():
        start -= 1
    return words[start : at + length]


@cache
def _nested(language: Language) -> re.Pattern[str]:
    before = load_names(language).grammar.around.nested_before
    return re.compile(f"(?i:{before})$")


@cache
def _report(language: Language) -> re.Pattern[str]:
    return re.compile(load_names(language).grammar.described.report)


def _without_verb(quote: str, verb: str) -> str:
    """Words without the verb of their clause, and the lower-case words that follow it.

    >>> _without_verb("Noting the Framework on Durable Solutions", "Noting")
    'Framework on Durable Solutions'
    """
    if not verb or not quote.startswith(verb + " "):
        return quote
    words = quote[len(verb) + 1 :].split(" ")
    while len(words) > 1 and words[0].islower():
        del words[0]
    return " ".join(words)


def _unbracketed(quote: str, language: Language) -> list[str]:
    """The name before a closing bracket, and the one in it where it has a noun of its own."""
    joints = list(load_names(language).joined.finditer(quote))
    bare = quote.rstrip(CLOSING)
    if not joints or not bare.endswith((")", "）")):
        return [quote]
    outer, inner = quote[: joints[-1].start()], bare[joints[-1].end() : -1]
    if not outer or (" " not in inner.strip() and inner.isascii()) or any(map(str.isdigit, inner)):
        return [quote]
    return [outer, inner] if noun_of(inner, language) else [outer]


def _last(name: str, language: Language) -> str:
    """The last of names in a row, whose note it is, if an article and a noun open it.

    >>> _last("Charter of the Association, the Treaty of Amity", "en")
    'Treaty of Amity'
    """
    head, comma, tail = name.rpartition(", ")
    article, _, rest = tail.partition(" ")
    opens = article.islower() and len(article) <= _LONGEST_ARTICLE and rest[:1].isupper()
    at, noun = _noun_in(rest, language)
    return rest if comma and opens and noun and at == 0 and noun_of(head, language) else name


def unmarked(name: str) -> str:
    """A name without the marks around it; marks inside it stay, and those that close there.

    >>> unmarked("《新城市议程》"), unmarked("第十届特别会议《最后文件》"), unmarked("Protocol II)")
    ('新城市议程', '第十届特别会议《最后文件》', 'Protocol II')
    """
    before = ""
    while name != before:
        before, name = name, name.strip(_EDGES)
        for opened, closed in _PAIRS:
            if name.startswith(opened) and name.find(closed, 1) in (len(name) - 1, -1):
                name = name[1:].removesuffix(closed)
            elif name.endswith(closed) and opened not in name[:-1]:
                name = name[:-1]
        name = name.removesuffix("(")
    return name.strip('"' + _EDGES) if name.count('"') < _A_PAIR else name


def _trimmed(name: str, language: Language) -> str:
    """A name that the authority does not know, without what a text put at its two ends."""
    return _until_adopted(_from_capital(_unfused(name, language), language), language)


def _unfused(name: str, language: Language) -> str:
    """A name without the particle that is fused to its noun or article: والعهدين, وخطة العمل."""
    grammar, rest = load_names(language).grammar, name[1:]
    if not grammar.fused or name[:1] not in grammar.fused:
        return name
    at, noun = _noun_in(rest, language)
    return rest if rest.startswith(grammar.article) or (noun and at == 0) else name


def _is_title(name: str, quote: str, language: Language) -> bool:
    """Whether a name that the authority does not know is printed as a title.

    It begins with a capital where there are capitals ("outcome document" is none), and stands
    between marks where words are not divided.
    """
    if not load_names(language).grammar.spaced:
        return any(mark in quote for mark in OPENING)
    return not name[0].islower()


def _until_adopted(name: str, language: Language) -> str:
    """A name without what happened to it: "Cairo Declaration adopted on that occasion"."""
    tail = _adopted(language).search(name)
    kept = name[: tail.start()] if tail else name
    return kept if _names_something(kept, language) else name


@cache
def _happened(language: Language) -> re.Pattern[str]:
    """What leads from a name to another under which it came: "adopted under the "."""
    adopted = load_names(language).grammar.dated.adopted
    return re.compile(f"(?:{adopted})(?: \\w{{1,12}}){{1,4}} $")


@cache
def _adopted(language: Language) -> re.Pattern[str]:
    return re.compile(load_names(language).grammar.dated.adopted)


def _from_capital(name: str, language: Language) -> str:
    """A name in a language with cases without small words before its first capital.

    They belong to what is done with it, unless one is its noun.

    >>> _from_capital("ратификации Дохинской поправки", "ru")
    'Дохинской поправки'
    """
    words = name.split(" ")
    first = next((at for at, word in enumerate(words) if not word[:1].islower()), 0)
    small = " ".join(words[:first])
    if not load_names(language).grammar.nouns or not small or noun_of(small, language):
        return name
    return " ".join(words[first:])


def _without_date(name: str, language: Language) -> str:
    """A name without the day on which it was adopted: "Bangui Declaration on 10 June 2016"."""
    dated = dated_tail(language).search(name)
    if dated is None:
        return name
    words = name[: dated.start()].split(" ")
    while len(words) > 1 and len(words[-1]) <= _LONGEST_PREPOSITION and not words[-1].isupper():
        del words[-1]  # "on", "le", "от", في before the day
    return unmarked(" ".join(words))


def _names_something(name: str, language: Language) -> bool:
    letters = _LETTER.findall(name)
    few = sum(1 if letter.isascii() else 2 for letter in letters) < _FEWEST_LETTERS
    nothing = few or _NUMBERED.search(name) or fold(name) in _short_forms(language)
    return (
        not nothing and not _general(name, language) and not _of_a_court(language).fullmatch(name)
    )


def _general(name: str, language: Language) -> bool:
    """Whether a name has no word of its own: "Framework for Action", "Action Plan", 行动框架."""
    words = fold(name).split(" ") if load_names(language).grammar.spaced else fold(name)
    return all(word in _general_words(language) for word in words)


@cache
def _general_words(language: Language) -> frozenset[str]:
    """The words of nouns that name nothing by themselves, or their signs in one undivided word."""
    divided = load_names(language).grammar.spaced
    return frozenset(
        word for form in _short_forms(language) for word in (form.split(" ") if divided else form)
    )


@cache
def _of_a_court(language: Language) -> re.Pattern[str]:
    words = load_phrases(language).court
    return re.compile(f"(?i:{words['opinion']}|{words['judgment']})")


def _nouns(language: Language) -> list[str]:
    """The nouns that names have, without the article that is fused to them."""
    grammar = load_names(language).grammar
    nouns = dict.fromkeys([*grammar.short.strong, *grammar.short.weak, *grammar.kinds])
    return [noun.removeprefix(grammar.article) for noun in nouns]


@cache
def _short_forms(language: Language) -> frozenset[str]:
    """Nouns that name nothing by themselves, in all their cases, with and without article."""
    grammar = load_names(language).grammar
    return frozenset(
        fold(article) + form
        for noun in _nouns(language)
        for form in (fold(noun), *variants(noun, grammar))
        for article in {"", grammar.article, grammar.contracted}
    )


@cache
def _noun_forms(language: Language) -> list[tuple[str, str]]:
    grammar = load_names(language).grammar
    forms = {
        (form, noun) for noun in _nouns(language) for form in (fold(noun), *variants(noun, grammar))
    }
    return sorted(forms, key=lambda pair: (-len(pair[0]), pair))


def noun_of(name: str, language: Language) -> str:
    """The noun that says what a name names, in whatever case; empty when it has none.

    It stands first, or last where words are not divided.

    >>> noun_of("Optional Protocol to the Convention", "en"), noun_of("Бангкокских правил", "ru")
    ('Protocol', 'Правила')
    """
    return _noun_in(name, language)[1]


def _noun_in(name: str, language: Language) -> tuple[int, str]:
    """The noun of a name, and where it stands."""
    folded, spaced = fold(name), load_names(language).grammar.spaced
    found: dict[int, str] = {}
    for form, noun in _noun_forms(language):
        at = folded.find(form) if spaced else folded.rfind(form)
        if at >= 0:
            found.setdefault(at, noun)
    if not found:
        return 0, ""
    at = (min if spaced else max)(found)
    return at, found[at]


def filed_as(name: str, language: Language, authority: Authority) -> tuple[str, str]:
    """The key and the label of the instrument that a whole name is known for; else empty.

    A name that several instruments bear is none's.
    """
    keys, label = _labels(authority, language).get(_bare(fold(name)), ((), ""))
    return (keys[0], label) if len(keys) == 1 else ("", "")


def bearers(name: str, language: Language, authority: Authority) -> tuple[str, ...]:
    """The keys of all instruments that are known under a whole name, in any case of it."""
    return _labels(authority, language).get(_bare(fold(name)), ((), ""))[0]


def _bare(folded: str) -> str:
    """A folded name without quotation marks, which folding has made alike."""
    return folded.replace('"', "")


@cache
def _labels(authority: Authority, language: Language) -> dict[str, tuple[tuple[str, ...], str]]:
    """Keys and spelling by every form in which a text may print a label."""
    grammar = load_names(language).grammar
    found: dict[str, tuple[tuple[str, ...], str]] = {}
    for label, key in authority.labels(language):
        if label.rank != "hidden":
            for form in variants(label.text, grammar):
                keys, text = found.get(_bare(form), ((), label.text))
                found[_bare(form)] = (keys if key in keys else (*keys, key), text)
    return found


def same_noun(name: str, language: Language, entry: Entry) -> bool:
    """Whether a name can be the instrument's by its noun: a protocol's is not its treaty's.

    Nor is an amendment's, whose name has the noun of what it amends.
    """
    at, mine = _noun_in(name, language)
    if _nested(language).search(name, 0, at):
        return False
    nouns = {noun_of(x.text, language) for x in entry.labels if x.language == language}
    return not mine or not nouns - {""} or mine in nouns
