"""What kind of instrument a name names, told by its noun."""

from __future__ import annotations

import re
from functools import cache

from recalling.extractors.name_grammar import NamePatterns
from recalling.extractors.name_index import declined, fold


def kind_of(name: str, patterns: NamePatterns) -> str | None:
    """The kind of the noun that stands first (in Chinese last) in a name."""
    kinds = patterns.grammar.kinds
    found = [(name.find(noun), noun) for noun in kinds if noun in name]
    if not found:
        return None
    return kinds[(min if patterns.grammar.spaced else max)(found)[1]]


def kind_in_text(words: str, patterns: NamePatterns) -> str | None:
    """The kind of a name as a text prints it, its noun in any of its forms."""
    kind = kind_of(words, patterns)
    if kind is not None or not patterns.grammar.spaced:
        return kind
    forms, pattern = _kinds_of_forms(patterns)
    found = pattern.search(fold(words))
    return None if found is None else forms[found["noun"]]


@cache
def _kinds_of_forms(patterns: NamePatterns) -> tuple[dict[str, str], re.Pattern[str]]:
    """The folded forms of the nouns of instruments with their kinds, and what finds them.

    «Соглашения», "اتفاق" without its article.
    """
    grammar = patterns.grammar
    forms = {
        fold(form).removeprefix(fold(grammar.article)): kind
        for noun, kind in grammar.kinds.items()
        for form in (noun, *declined(noun, grammar))
    }
    union = "|".join(map(re.escape, sorted(forms, key=lambda form: (-len(form), form))))
    before = f"[{fold(grammar.fused)}]{{0,2}}(?:{fold(grammar.article)})?" if grammar.fused else ""
    return forms, re.compile(rf"(?<!\w){before}(?P<noun>{union})(?!\w)")
