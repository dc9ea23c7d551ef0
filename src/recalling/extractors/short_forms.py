"""Short forms whose meaning the document fixes elsewhere: "the Convention", 《公约》, «Пакт».

A noun that can only be an instrument's is always a claim; one that may be ordinary ("the
Programme") only where the document names in full something that ends or begins with it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache

from recalling.extractors.context import Context
from recalling.extractors.name_grammar import NamePatterns, Names, load_names
from recalling.extractors.name_index import declined, fold
from recalling.extractors.names import SILENT_ROLES, in_title, known_names, note_behind, of_body
from recalling.extractors.needs import Needs, needs
from recalling.extractors.place import mention_at
from recalling.extractors.seeker import Seeker
from recalling.model import Language, Mention, Paragraph, ShortClaim

#: how far back a word is looked for that makes a noun an ordinary one
_BEFORE = 40
#: how far back a longer title may begin that a noun ends
_TITLE = 120


def needed_short_forms(language: Language) -> Needs:
    """Strings of which one stands wherever a short form is found."""
    return needs(_load(language).printed.pattern.pattern)


def find_short_forms(paragraph: Paragraph, context: Context) -> Iterator[Mention]:
    """The short forms in one paragraph, in order of place."""
    if paragraph.role in SILENT_ROLES:
        return
    forms = _load(context.language)
    patterns = load_names(context.language)
    text = paragraph.flow.text
    longer = _longer_names(paragraph, context)
    for found in forms.printed.finditer(text, 0, len(text)):
        noun = forms.nouns[fold(found["noun"])]
        at, until = found.start("noun"), found.end("noun")
        if not patterns.grammar.spaced:
            at, until = found.span()
        if in_title(text, at, until, patterns.grammar.quotes) or of_body(text, at, until, patterns):
            continue
        if _contracted_in_a_name(text, at, until, patterns):
            continue
        if noun in forms.weak and noun not in context.once(_named):
            continue
        if _inside(at, until, longer):
            continue
        if text[at].islower() and not _just_named(text, at, longer, forms):
            continue
        if patterns.ordinary.search(text, max(0, at - _BEFORE), at):
            continue
        if noun in patterns.grammar.short.adjectival and _qualifies(text, at, patterns):
            continue
        yield mention_at(
            paragraph,
            at,
            until,
            ShortClaim(name=found.group(), noun=noun),
            "name.short",
            note=note_behind(paragraph, until),
        )


def _contracted_in_a_name(text: str, at: int, until: int, patterns: NamePatterns) -> bool:
    """Whether a noun behind "for" in one word ends the name of a body or of a protocol.

    "الفريق العامل المعني بالتنفيذ الفعال للمعاهدة" is a group, "البروتوكول الاختياري للاتفاقية"
    another treaty: the preposition is part of the words that tell it.
    """
    contracted = patterns.grammar.contracted
    if not contracted or not text.startswith(contracted, at):
        return False
    if any(of_body(text, at + signs, until, patterns) for signs in range(1, len(contracted) + 1)):
        return True
    start = max(0, at - _TITLE)
    return patterns.nested_before.search(text, start, at + len(contracted)) is not None


def _just_named(text: str, at: int, names: list[tuple[int, int]], forms: _Forms) -> bool:
    """Whether the last noun before a place that may be an instrument's is part of a known name.

    "a treaty on fissile material … that treaty" speaks of none that is named.
    """
    last = None
    for found in forms.inside.finditer(fold(text[:at])):
        last = found
    return last is not None and any(
        start <= last.start("noun") and last.end("noun") <= end for start, end in names
    )


def _qualifies(text: str, at: int, patterns: NamePatterns) -> bool:
    """Whether the word before a place is a noun with the article, with which an adjective goes."""
    grammar = patterns.grammar
    before = text[max(0, at - _BEFORE) : at].split()[-1:]
    if not before or not text.startswith(grammar.article, at):
        return False
    bare = before[0].lstrip(grammar.fused)
    return before[0].startswith(grammar.contracted) or bare.startswith(grammar.article)


def is_short_form(text: str, at: int, language: Language) -> bool:
    """Whether what stands at an offset is a noun alone, which surely names an instrument.

    "the Convention and with the Rules of Procedure": there no title begins. A protocol's may go
    on in every way ("the Protocol to the Treaty").
    """
    forms = _load(language)
    return any(
        found.start("noun") == at
        and forms.nouns[fold(found["noun"])] not in forms.weak
        and forms.sharing.fullmatch(found["noun"]) is None
        for found in forms.printed.finditer(text, max(0, at - _BEFORE), len(text))
    )


def _longer_names(paragraph: Paragraph, context: Context) -> list[tuple[int, int]]:
    """Where a paragraph prints names of instruments, and of what is none, in order of place.

    «цели в области развития, сформулированные в Декларации тысячелетия» are goals.
    """
    sheet = context.sheet
    found = (*sheet.entities(paragraph), *sheet.instruments(paragraph))
    return sorted((at, until) for at, until, _ in found)


def _inside(at: int, until: int, names: list[tuple[int, int]]) -> bool:
    """Whether a short form is part of a longer name; the last that begins before it decides."""
    index = bisect_right(names, at, key=_first) - 1
    return index >= 0 and until <= names[index][1] and names[index] != (at, until)


def _first(place: tuple[int, int]) -> int:
    return place[0]


class _Forms:
    """One language's short forms, compiled; `nouns` maps each printed form to its noun."""

    def __init__(self, language: Language) -> None:
        grammar = load_names(language).grammar
        self.alone = dict(grammar.short.compound)
        self.weak = frozenset([*grammar.short.weak, *self.alone])
        every = [*grammar.short.strong, *grammar.short.weak, *self.alone]
        forms_of = {noun: _printed(noun, grammar) for noun in every}
        self.nouns = {fold(form): noun for noun, forms in forms_of.items() for form in forms}
        printed = {form for forms in forms_of.values() for form in forms}
        longest_first = sorted(printed, key=lambda form: (-len(form), form))
        union = "|".join(map(re.escape, longest_first))
        self.printed = Seeker([grammar.short.form.replace("{nouns}", union)])
        article = fold(grammar.article)
        folded = sorted(self.nouns, key=lambda form: (-len(form), form))
        if article:  # "اتفاقية حقوق الطفل" is "الاتفاقية" for short, "برنامج عمل" is "برنامج العمل"
            for form in folded:
                bare = form.removeprefix(article).replace(f" {article}", " ")
                self.nouns.setdefault(bare, self.nouns[form])
            folded = sorted(self.nouns, key=lambda form: (-len(form), form))
        fused = f"[{fold(grammar.fused)}]{{0,2}}" if grammar.fused else ""
        self.inside = re.compile(
            rf"(?<![\w-]){fused}(?P<noun>{'|'.join(map(re.escape, folded))})(?!\w)"
            rf"(?!{grammar.short.attributive})"
        )
        self.forms_of: dict[str, list[str]] = defaultdict(list)
        for form, noun in self.nouns.items():
            self.forms_of[noun].append(form)
        self.joined = re.compile(grammar.short.joined)
        self.other_head = re.compile(grammar.short.other_head)
        self.sharing = re.compile(grammar.short.sharing)
        self.introduced = re.compile(grammar.short.introduced.replace("{nouns}", union))


def _printed(noun: str, grammar: Names) -> list[str]:
    """A noun in its cases, and behind "for" where that takes the article's place: للاتفاقية."""
    forms = declined(noun, grammar)
    if grammar.article and noun.startswith(grammar.article):
        forms.append(grammar.contracted + noun.removeprefix(grammar.article))
    return forms


@cache
def _load(language: Language) -> _Forms:
    return _Forms(language)


def _named(context: Context) -> frozenset[str]:
    """The weak nouns under which the document names known instruments in full.

    What other finders found in the paragraph that asks first has no say in it.
    """
    context = context.having(())
    weak, sheet, language = _load(context.language).weak, context.sheet, context.language
    named: set[str] = set()
    for paragraph in map(sheet.paragraphs.__getitem__, sheet.named()):
        text = paragraph.flow.text
        labels = (text[at:until] for at, until, _ in sheet.instruments(paragraph))
        if paragraph.role in SILENT_ROLES or all(
            weak.isdisjoint(nouns_of(label, language)) for label in labels
        ):
            continue
        for hit in known_names(paragraph, context):
            named |= weak & nouns_of(text[hit.at : hit.until], language)
    return frozenset(named)


@lru_cache(maxsize=4096)
def nouns_of(name: str, language: Language) -> frozenset[str]:
    """The nouns that may stand for a name: "the Convention" for "Convention on the Rights …".

    Only the head of a name stands for it, and what is joined to the head: "the Declaration" and
    "the Platform for Action" for those of Beijing, but never "the Convention" for a protocol to
    one.

    >>> sorted(nouns_of("Optional Protocol to the Convention on the Rights of the Child", "en"))
    ['Optional Protocol', 'Protocol']
    """
    forms = _load(language)
    folded = fold(name)
    if not load_names(language).grammar.spaced:
        outer = fold(_WITHIN.sub("", name))
        return _last_nouns(outer, forms) or _last_nouns(folded, forms)
    heads: set[str] = set()
    end = None
    for found in forms.inside.finditer(folded):
        if end is None:
            if forms.other_head.search(folded, 0, found.start("noun")):
                break
        elif forms.joined.fullmatch(folded, end, found.start("noun")) is None:
            break
        noun = forms.nouns[found.group("noun")]
        while noun not in heads:  # "United Nations Global Plan of Action", and what is short for it
            heads.add(noun)
            noun = forms.alone.get(noun, noun)
        end = found.end()
    return frozenset(heads)


def may_name(folded: str, noun: str, language: Language) -> bool:
    """Whether a folded text may hold a name for which a noun stands: it prints the noun then."""
    return any(form in folded for form in _load(language).forms_of[noun])


def paired_nouns(text: str, at: int, until: int, language: Language) -> frozenset[str]:
    """The nouns joined to a short form: "the Declaration" in "the Declaration and the Programme".

    `text[at:until]` is the short form.
    """
    forms = _load(language)
    start = max(0, at - _BEFORE)
    window = fold(text[start : until + _BEFORE])
    paired: set[str] = set()
    for found in forms.inside.finditer(window):
        first, last = found.start("noun") + start, found.end("noun") + start
        gap = (last - start, at - start) if last <= at else (until - start, first - start)
        if (last <= at or until <= first) and forms.joined.fullmatch(window, *gap):
            paired.add(forms.nouns[found.group("noun")])
    return frozenset(paired)


#: a title inside a title, and what parts the members of a title
_WITHIN, _PARTS = re.compile("[〈<][^〈〉<>]{0,120}[〉>]"), re.compile('["()《》:：；;]|和')


def _last_nouns(name: str, forms: _Forms) -> frozenset[str]:
    """The nouns with which a folded name, or a member of it, ends: 《北京宣言和行动纲领》."""
    if forms.other_head.search(name):
        return frozenset()
    members = [part.strip() for part in _PARTS.split(name)]
    ends = {noun for part in members for form, noun in forms.nouns.items() if part.endswith(form)}
    return frozenset(ends or {noun for form, noun in forms.nouns.items() if form in name})


def is_protocol(name: str, language: Language) -> bool:
    """Whether the head of a name is the noun of treaties that share their convention's number.

    >>> is_protocol("Optional Protocols to the Convention on the Rights of the Child", "en")
    True
    >>> is_protocol("Convention on the Rights of the Child and its Protocols", "en")
    False
    """
    forms = _load(language)
    if not load_names(language).grammar.spaced:
        bare = name.rstrip("》〉”)）")
        return any(found.end() == len(bare) for found in forms.sharing.finditer(bare))
    first = forms.sharing.search(name)
    head = forms.inside.search(fold(name))
    return first is not None and (head is None or first.start() < head.end("noun"))


def introduces(words: str, noun: str, language: Language) -> bool:
    """Whether words in a bracket are a short form: "the Convention", not "the Kampala Convention".

    Words that a text prints behind the full name; the quotation marks may be missing.
    """
    forms = _load(language)
    return any(
        forms.nouns[fold(found["noun"])] == noun
        for found in forms.introduced.finditer(words, 0, len(words))
    )
