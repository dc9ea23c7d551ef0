"""Short forms whose meaning the document fixes elsewhere: "the Convention", 《公约》, «Пакт».

A noun that can only be an instrument's is always a claim; one that may be ordinary ("the
Programme") only where the document names in full something that ends or begins with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from recalling.extractors.context import Context
from recalling.extractors.name_grammar import load_names
from recalling.extractors.name_index import declined, fold
from recalling.extractors.names import SILENT_ROLES, in_title, known_names, note_behind, of_body
from recalling.extractors.needs import Needs, needs
from recalling.extractors.seeker import Seeker
from recalling.model import Document, Language, Mention, Paragraph, ShortClaim


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
    for found in forms.printed.finditer(text, 0, len(text)):
        noun = forms.nouns[fold(found["noun"])]
        at, until = found.start("noun"), found.end("noun")
        if not patterns.grammar.spaced:
            at, until = found.span()
        if in_title(text, at, until, patterns.grammar.quotes) or of_body(text, at, until, patterns):
            continue
        if noun in forms.weak and noun not in _named(context):
            continue
        yield Mention(
            paragraph=paragraph.label,
            at=at,
            until=until,
            span=paragraph.flow.span(at, until),
            surface=text[at:until],
            claim=ShortClaim(name=found.group(), noun=noun),
            rule="name.short",
            note=note_behind(paragraph, until),
        )


class _Forms:
    """One language's short forms, compiled; `nouns` maps each printed form to its noun."""

    def __init__(self, language: Language) -> None:
        grammar = load_names(language).grammar
        self.weak = frozenset(grammar.short.weak)
        self.nouns = {
            fold(form): noun
            for noun in [*grammar.short.strong, *grammar.short.weak]
            for form in declined(noun, grammar)
        }
        printed = {
            form
            for noun in [*grammar.short.strong, *grammar.short.weak]
            for form in declined(noun, grammar)
        }
        longest_first = sorted(printed, key=lambda form: (-len(form), form))
        union = "|".join(map(re.escape, longest_first))
        self.printed = Seeker([grammar.short.form.replace("{nouns}", union)])
        article = fold(grammar.article)
        folded = sorted(self.nouns, key=lambda form: (-len(form), form))
        if article:  # "اتفاقية حقوق الطفل" is "الاتفاقية" for short
            bare = {form.removeprefix(article): self.nouns[form] for form in folded}
            self.nouns.update({form: noun for form, noun in bare.items() if form not in self.nouns})
            folded = sorted(self.nouns, key=lambda form: (-len(form), form))
        self.inside = re.compile(rf"(?<!\w)(?P<noun>{'|'.join(map(re.escape, folded))})(?!\w)")


@cache
def _load(language: Language) -> _Forms:
    return _Forms(language)


class _Memory:
    """The nouns of the names in the document read last: one document's paragraphs come in a row."""

    document: Document | None = None
    nouns: frozenset[str] = frozenset()


def _named(context: Context) -> frozenset[str]:
    """The nouns under which the document names known instruments in full."""
    if _Memory.document is not context.document:
        nouns = {
            noun
            for paragraph in context.document.paragraphs
            if paragraph.role not in SILENT_ROLES
            for hit in known_names(paragraph, context)
            for noun in nouns_of(paragraph.flow.text[hit.at : hit.until], context.language)
        }
        _Memory.document, _Memory.nouns = context.document, frozenset(nouns)
    return _Memory.nouns


@lru_cache(maxsize=4096)
def nouns_of(name: str, language: Language) -> frozenset[str]:
    """The nouns that may stand for a name: "the Convention" for "Convention on the Rights …"."""
    forms = _load(language)
    folded = fold(name)
    if not load_names(language).grammar.spaced:
        return frozenset(noun for form, noun in forms.nouns.items() if form in folded)
    return frozenset(forms.nouns[found.group("noun")] for found in forms.inside.finditer(folded))
