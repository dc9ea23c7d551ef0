"""Names that a document itself gives to what it has named in full.

"the Revitalised Agreement on the Resolution of the Conflict … (the Revitalised Agreement)": for the
rest of that document the words in the bracket are a name like those that the authority knows. So
is the acronym of the name ("… (UNFCCC)"), and what it makes up with the noun behind it: "the PSC
Framework" for "the Peace, Security and Cooperation (PSC) Framework …".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from recalling.authority import Label
from recalling.extractors.name_grammar import NamePatterns, load_names
from recalling.extractors.name_index import (
    CLOSING,
    OPENING,
    Found,
    fold,
    plain_nouns,
    says_little,
)
from recalling.model import Language

#: the bracket that a name itself ends with: "Protocol on Explosive Remnants of War (Protocol V)"
_WITHIN = re.compile(r"[(（](?P<words>[^()（）\n]{4,80})[)）]\Z")
#: a mark inside the words of a bracket, which then name something else too:
#: "(including the Forum and the “Political Declaration …”)"
_MARK = re.compile(f"[{re.escape(OPENING + CLOSING)}]")
#: the words of a name end where something else begins
_END = re.compile(r"[,，、،;；؛:：]")
#: an acronym in a bracket right behind a name, and one inside a name with the noun that follows
_ACRONYM = re.compile(r"[\"”»》]{0,2}\s?[(（](?P<acronym>[^\W\d_]{3,8})[)）]")
_INSIDE = re.compile(r"\((?P<acronym>[^\W\d_]{2,8})\) (?P<noun>[^\W\d_]{4,12})(?!\w)")
_WORD = re.compile(r"[^\W_]+")


def names_in_brackets(
    text: str, found: Sequence[Found], language: Language
) -> Iterator[tuple[Label, str]]:
    """The names in brackets behind known names, each with the key of what it names.

    `found` are the known names of the text. A single word ("the Convention") is left to the short
    forms.
    """
    behind = load_names(language).bracket
    for at, until, keys in found:
        if len(keys) > 1:
            continue
        yield from (
            (Label(name, language), keys[0]) for name in _acronyms(text, at, until, language)
        )
        ends = text[until - 1] in ")）"
        bracket = _WITHIN.search(text, at, until) if ends else behind.match(text, until)
        name = None if bracket is None else _name(bracket["words"], language)
        if name is not None:
            yield Label(name, language), keys[0]


def names_before_subjects(
    text: str, found: Sequence[Found], language: Language
) -> Iterator[tuple[Label, str]]:
    """What is left of known names without the words on what they are about, each with its key.

    "the Manila Declaration" for the "Manila Declaration on the Peaceful Settlement of …": where no
    capitals mark a name, only the full one tells that these words are another.
    """
    about = load_names(language).about
    for at, until, keys in found:
        named = about.match(text[at:until]) if len(keys) == 1 else None
        if named is not None and not says_little(named["name"], language):
            yield Label(named["name"], language), keys[0]


def _acronyms(text: str, at: int, until: int, language: Language) -> Iterator[str]:
    """The names that an acronym in a bracket behind a name, or inside it, gives."""
    behind = _ACRONYM.match(text, until)
    if behind is not None and is_acronym(behind["acronym"], text[at:until]):
        yield behind["acronym"]
    inside = _INSIDE.search(text, at, until)
    if inside is not None and inside["acronym"].isupper():
        noun = inside["noun"]
        if load_names(language).noun.match(noun.lower()) is not None:
            yield f"{inside['acronym']} {noun}"


def is_acronym(letters: str, name: str) -> bool:
    """Whether letters are the initials of a whole name, and not of a body that the name ends with.

    >>> is_acronym("UNFCCC", "United Nations Framework Convention on Climate Change")
    True
    >>> is_acronym("ASEAN", "Charter of the Association of Southeast Asian Nations")
    False
    >>> is_acronym("ACC", "Agreement with the Advisory Council of the Congo")
    False
    """
    initials = [word[0].upper() for word in _WORD.findall(name)]
    return (
        letters.isupper()
        and letters[0] == initials[0]
        and _in_order(letters, initials)
        and not _in_order(letters, initials[1:])
    )


def _in_order(letters: str, initials: Sequence[str]) -> bool:
    rest = iter(initials)
    return all(letter in rest for letter in letters)


def _name(words: str, language: Language) -> str | None:
    """The name that words in a bracket introduce, if the head of it is an instrument's noun."""
    patterns = load_names(language)
    lead = patterns.introducing.match(words)
    rest = words[lead.end() :] if lead else words
    end = _END.search(rest)
    name = rest[: end.start() if end else len(rest)].strip(" " + OPENING + CLOSING)
    if _MARK.search(name) is not None:
        return None
    if name[:1].islower() or fold(name) in plain_nouns(language) or not _headed(name, patterns):
        return None
    return name


def _headed(name: str, patterns: NamePatterns) -> bool:
    """Whether words begin or end with an instrument's noun; in Chinese all end with it."""
    grammar = patterns.grammar
    if not grammar.spaced:
        return name.endswith(tuple(grammar.kinds))
    words = name.removeprefix(grammar.article).lower().split(" ")
    return len(words) > 1 and any(
        patterns.noun.match(word) is not None for word in (words[0], words[-1])
    )
