"""The verb grammar of one language, compiled: where a verb may stand and how far it is printed.

A form of `grammar/verbs/<lang>.toml` is a few words with classes between them, as in
"Expressing [own] [deg] <concern>". The first word that is not `light` is its key. All keys are
searched at once; only at a key are the forms that have it tried, with what may stand before them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from itertools import product
from typing import Literal

import msgspec
from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from recalling.extractors.verb_before import Before, Joints
from recalling.grammar import load_grammar
from recalling.model import Language

Mood = Literal["pp", "op", "past", "we"]
Inner = Literal["any", "joined", "never"]

#: how far back from a key the words before it are read, in characters
REACH = 100
Key = tuple[int, int, int]  # which key of a lexicon, from where to where
_PARTING = "\n"  # stands in no key
_AHEAD = re.compile(r"\(([^()]+)\)$")
_CLASS = re.compile(r"\[(\w+)\]|<(\w+)>")
_PIECES = re.compile(r"(\[\w+\]|<\w+>)")
_SIGNS = (("'", "’"), ("\u00a0", " "), ("\u202f", " "), ("\u2011", "-"), ("ё", "е"))


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The beginning of a paragraph, the verb as printed there, and the document's symbol."""

    text: str
    verb: str
    seen: str


class Verb(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One function and the forms that express it; the head of the TOML file explains each field."""

    function: str
    inner: Inner
    beside: bool = False
    stated: bool = False
    pp: tuple[str, ...]
    op: tuple[str, ...]
    past: tuple[str, ...] = ()
    we: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
    rejects: tuple[str, ...] = ()


class VerbGrammar(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A verb file as it stands; its head explains each field."""

    spaced: bool
    light: tuple[str, ...]
    openers: tuple[str, ...]
    split: tuple[str, ...]
    late: Mapping[str, tuple[str, ...]]
    also: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    joints: tuple[str, ...]
    leads: tuple[str, ...]
    unknown_pp: str
    unknown_op: str
    never_before: str
    predicate: str
    resume: str
    subject: str
    organ: str
    passive: tuple[str, ...]
    ourselves: tuple[str, ...]
    words: Mapping[str, tuple[str, ...]]
    verb: tuple[Verb, ...]


class Form(msgspec.Struct, frozen=True, dict=True):
    """One form around its key: what stands before it, what follows, what it means.

    The patterns are written down at once and compiled when they are first asked for: a language
    has hundreds of them, some slow to compile, and a document meets a few.
    """

    mood: Mood
    function: str
    inner: Inner
    beside: bool
    stated: bool
    weight: int
    opener: bool
    before: str
    behind: str
    unprinted: str

    @cached_property
    def prefix(self) -> re.Pattern[str] | None:
        """What must stand right before the key."""
        return _compiled(self.before)

    @cached_property
    def tail(self) -> re.Pattern[str] | None:
        """What must follow the key and is printed with it."""
        return _compiled(self.behind)

    @cached_property
    def ahead(self) -> re.Pattern[str] | None:
        """Words that decide the function but are not printed as part of the verb."""
        return _compiled(self.unprinted)


def _compiled(pattern: str) -> re.Pattern[str] | None:
    return re.compile(pattern) if pattern else None


def level(text: str) -> str:
    """The text as keys and patterns are written: lower case, one apostrophe, plain spaces.

    Code points correspond one to one, so offsets hold.
    """
    low = text.lower()
    if low.isascii():  # of the signs it may hold only the apostrophe
        return low.replace("'", "’")
    if len(low) != len(text):  # "İ" becomes two code points: such a text keeps its capitals
        low = text
    for sign, plain in _SIGNS:
        if sign in low:
            low = low.replace(sign, plain)
    return low


class Lexicon:
    """All verb forms of one language, ready to search."""

    def __init__(self, grammar: VerbGrammar) -> None:
        self.spaced = grammar.spaced
        self._space = " " if grammar.spaced else ""
        self.reach = REACH if grammar.spaced else REACH // 5
        self._words = {name: [level(w) for w in words] for name, words in grammar.words.items()}
        self._also = _either(self._expand(level(word)) for word in grammar.also)
        self.light = frozenset(map(level, grammar.light))
        self.openers = frozenset(map(level, grammar.openers))
        self.split = tuple(map(level, grammar.split))
        self.late = tuple(map(level, grammar.late))
        forms: dict[str, list[Form]] = defaultdict(list)
        self._prefix_ends: dict[str, set[str]] = defaultdict(set)
        self._prefixes: set[str] = set()
        prefixes: set[str] = set()
        for verb in grammar.verb:
            for mood in ("pp", "op", "past", "we"):
                for text in getattr(verb, mood):
                    inner: Inner = "never" if text in verb.first else verb.inner
                    self._add(forms, prefixes, verb, mood, inner, level(text))
        self.keys = sorted(forms)
        self.forms = [tuple(forms[key]) for key in self.keys]
        ends = {level(verb) for verbs in grammar.late.values() for verb in verbs}
        self.late_keys = frozenset(i for i, key in enumerate(self.keys) if key in ends)
        self.by_role = {
            role: [
                (
                    tuple(form for form in forms if form.mood == role),
                    tuple(form for form in forms if form.mood not in (role, "past")),
                )
                for forms in self.forms
            ]
            for role in ("pp", "op", "para", "formula")
        }
        self.only_we = [all(form.mood == "we" for form in forms) for forms in self.forms]
        self.told = [any(form.mood == "past" for form in forms) for forms in self.forms]
        self.stated = [
            any(form.mood == "past" and form.stated for form in forms) for forms in self.forms
        ]
        self.opens = [
            any(form.inner != "never" or form.mood == "past" for form in forms)
            for forms in self.forms
        ]
        self._compile_surroundings(grammar, prefixes)
        self._index_keys(grammar)

    def _add(
        self,
        forms: dict[str, list[Form]],
        prefixes: set[str],
        verb: Verb,
        mood: Mood,
        inner: Inner,
        text: str,
    ) -> None:
        unprinted = _AHEAD.search(text)
        ahead = self._ahead(unprinted.group(1)) if unprinted else ""
        if unprinted:
            text = text[: unprinted.start()].strip()
        edge = r"(?<!\w)" if self.spaced else ""
        for before, key, tail in self._around_key(text):
            needs_opener = bool(before) and before[0] in self.openers
            prefix = self._sequence(before[1:] if needs_opener else before, behind=False)
            if prefix:
                prefixes.add(prefix)
                self._prefixes.update(before)
            for token in before[-2:]:  # the last but one, where a class of no words is between
                self._prefix_ends[key].update(self._last(token))
            forms[key].append(
                Form(
                    mood=mood,
                    function=verb.function,
                    inner=inner,
                    beside=verb.beside,
                    stated=verb.stated,
                    weight=len(before) + len(tail) + (ahead != ""),
                    opener=needs_opener,
                    before=rf"{edge}{prefix}\Z" if prefix else "",
                    behind=self._sequence(tail, behind=True),
                    unprinted=ahead,
                )
            )

    def _ahead(self, text: str) -> str:
        """The pattern of words that decide the function but are not printed with the verb."""
        gap = self._space if text[0].isalnum() else ""
        end = r"(?!\w)" if self.spaced else ""
        also = rf"(?:{gap}{self._also}){{0,2}}" if gap else ""
        return rf"{also}{gap}{self._expand(text)}{end}"

    def _around_key(self, text: str) -> Iterable[tuple[list[str], str, list[str]]]:
        if self.spaced:
            tokens = text.split()
            at = next(
                (i for i, t in enumerate(tokens) if t not in self.light and not _CLASS.search(t)),
                len(tokens) - 1,
            )
            for key in self._keys(tokens[at]):
                yield tokens[:at], key[0], key[1:] + tokens[at + 1 :]
            return
        tokens = [part for part in _PIECES.split(text) if part]
        if not _CLASS.fullmatch(tokens[0]):
            yield [], tokens[0], tokens[1:]
            return
        for word in self._words[tokens[0].strip("[]<>")]:  # a class may open a form: 深为关切
            inner = [part for part in _PIECES.split(word) if part]
            if not _CLASS.fullmatch(inner[0]):
                yield [], inner[0], inner[1:] + tokens[1:]
            else:
                yield inner[:1], inner[1], inner[2:] + tokens[1:]

    def _last(self, phrase: str) -> set[str]:
        """The words with which a phrase may end: without spaces, their last signs."""
        whole = [phrase] if not self.spaced else phrase.split()[-2:]
        ends: set[str] = set()
        for token in whole:
            classes = _CLASS.findall(token)
            if not classes or token[-1] not in "]>":
                ends.add(token if self.spaced else token[-1])
            for optional, name in classes:
                for word in self._words[optional or name]:
                    ends |= self._last(word)
        return ends

    def _printed(self, phrase: str) -> Iterator[str]:
        """All words that a phrase with classes in it may print."""
        for token in phrase.split():
            pieces = _PIECES.split(token)
            if len(pieces) == 1:
                yield token
                continue
            choices = ([*self._words[p[1:-1]], ""] if _CLASS.match(p) else [p] for p in pieces)
            for chosen in product(*choices):
                yield from self._printed("".join(chosen))

    def _keys(self, token: str) -> list[list[str]]:
        """The words of a token that may be a class: "<worried>" stands for each of its words."""
        if not _CLASS.fullmatch(token):
            return [[token]]
        return [word.split() for word in self._words[token.strip("[]<>")]]

    def _sequence(self, tokens: list[str], *, behind: bool) -> str:
        """The pattern of words in a row, `also` words between them.

        Before a key each word brings the space behind it, behind a key the space before it.
        """
        pieces = []
        gap = f"(?:{self._also})"
        for token in tokens:
            optional = token.startswith("[") and token.endswith("]")
            words = self._expand(token if not optional else f"<{token[1:-1]}>")
            if self.spaced and behind:
                pieces.append(
                    rf"(?: {words}){{0,3}}" if optional else rf"(?: {gap}){{0,2}} {words}"
                )
            elif self.spaced:
                pieces.append(
                    rf"(?:{words} ){{0,3}}" if optional else rf"{words} (?:{gap} ){{0,2}}"
                )
            else:
                pieces.append(rf"(?:{words}){{0,3}}" if optional else words)
        return "".join(pieces) + (r"(?!\w)" if pieces and behind and self.spaced else "")

    def _expand(self, token: str) -> str:
        """A word with classes inside it, as a pattern."""
        pieces, at = [], 0
        for hit in _CLASS.finditer(token):
            pieces.append(re.escape(token[at : hit.start()]).replace(r"\ ", " "))
            optional, name = hit.group(1), hit.group(1) or hit.group(2)
            words = _either(self._expand(word) for word in self._words[name])
            at = hit.end()
            if not optional:
                pieces.append(words)
            elif token[at : at + 1] == " ":
                pieces.append(f"(?:{words} ){{0,3}}")
                at += 1
            elif pieces and pieces[-1].endswith(" "):
                pieces[-1] = pieces[-1][:-1]
                pieces.append(f"(?: {words}){{0,3}}")
            else:
                pieces.append(f"(?:{words}){{0,3}}")
        pieces.append(re.escape(token[at:]).replace(r"\ ", " "))
        return "".join(pieces)

    def _index_keys(self, grammar: VerbGrammar) -> None:
        """All keys in one automaton.

        Where words stand apart they are searched with the space before them, also behind a joint
        that is written together with its word ("وتهيب").
        """
        patterns, self._places = [], []
        fused = [level(joint) for joint in grammar.joints if len(joint) == 1]
        for index, key in enumerate(self.keys):
            for ahead in ["", *fused] if self.spaced else [""]:
                patterns.append(f"{self._space}{ahead}{key}")
                self._places.append((index, len(self._space) + len(ahead)))
        self._search = AhoCorasick(
            patterns, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA
        )

    def keys_in(self, text: str, start: int) -> list[Key]:
        """Keys of a levelled text from `start` on, as (key, from, to): whole words only."""
        space, spaced, places = self._space, self.spaced, self._places
        padded = f"{space}{text[start:]}{_PARTING}"  # a sign behind every key
        shift = start - len(space)
        found: list[Key] = []
        for pattern, at, end in self._search.find_matches_as_indexes(padded):
            if not spaced or not padded[end].isalnum():
                key, skipped = places[pattern]
                found.append((key, at + shift + skipped, end + shift))
        return found

    def _compile_surroundings(self, grammar: VerbGrammar, prefixes: set[str]) -> None:
        space = self._space
        word = [self._expand(level(w)) for w in (*grammar.also, *grammar.before)]
        standing = _either([*(f"{w}{space}" for w in word), *prefixes])
        edge = r"(?<!\w)" if self.spaced else ""
        phrases = (*map(level, (*grammar.also, *grammar.before)), *self._prefixes)
        vocabulary = frozenset(word for phrase in phrases for word in self._printed(phrase))
        self.before = Before(rf"{edge}(?:{standing}){{1,4}}\Z", vocabulary if self.spaced else None)
        # without spaces, "鼓励继续" may as well be a verb and the beginning of its object
        behind = (*grammar.also, *grammar.after) if self.spaced else grammar.after
        after = _either(self._expand(level(w)) for w in behind)
        end = r"(?!\w)" if self.spaced else ""
        self.after = re.compile(rf"(?:{space}{after}{end}){{1,3}}")
        every = [level(w) for w in (*grammar.joints, *grammar.leads)]
        joints = _either(map(re.escape, every))
        self.joint = Joints(every, self.spaced)
        self.joint_lead = re.compile(
            rf"(?:{joints}[ ,，]?{space})+" if self.spaced else rf"(?:{joints}[，、]?)+"
        )
        self.joint_ends = frozenset(end for w in every for end in self._last(w))
        #: words that end joints and stand in nothing that belongs to a verb
        self.only_joins = frozenset(
            word for word in self.joint_ends - vocabulary if self.spaced and word.isalpha()
        )
        common = {end for w in (*grammar.also, *grammar.before) for end in self._last(level(w))}
        self.leads = [
            frozenset((*common, *self.openers, *self._prefix_ends[key], *self.joint_ends))
            for key in self.keys
        ]
        self.subject = re.compile(rf"(?:{grammar.subject})\Z")
        self.ourselves = tuple(level(w) + self._space for w in grammar.ourselves)
        self.passive = tuple(map(level, grammar.passive))
        self.organ = re.compile(rf"(?:{grammar.organ})\Z", re.IGNORECASE)
        self.predicate = re.compile(grammar.predicate)
        never = grammar.never_before
        self.never_before = re.compile(never) if never else None
        self.resume = re.compile(grammar.resume)
        self.unknown = {
            "pp": re.compile(grammar.unknown_pp),
            "op": re.compile(grammar.unknown_op),
        }


def _either(patterns: Iterable[str]) -> str:
    """An alternation in which a longer pattern is tried before a shorter one."""
    return "(?:" + "|".join(sorted(set(patterns), key=lambda p: (-len(p), p))) + ")"


@cache
def lexicon(language: Language) -> Lexicon:
    """The compiled verb grammar of a language. Raises DataError when its file is wrong."""
    return Lexicon(load_grammar("verbs", language, VerbGrammar))
