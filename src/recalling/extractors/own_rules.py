"""The speaker's own rules of procedure: "rule 153 of its rules of procedure", son règlement.

Some languages say whose rules they are, others leave it to a possessive. Only behind the number of
a rule is it a citation, and only the organ that speaks can be meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from recalling.authority import Authority
from recalling.extractors.context import Context
from recalling.extractors.name_grammar import load_names
from recalling.extractors.names import SILENT_ROLES, mention
from recalling.extractors.needs import Needs, needs
from recalling.model import Language, Mention, NameClaim, Paragraph


def needed_own_rules(language: Language) -> Needs:
    """Strings of which one stands wherever such rules are cited."""
    return needs(load_names(language).grammar.short.own_rules)


def find_own_rules(paragraph: Paragraph, context: Context) -> Iterator[Mention]:
    """Mentions of the speaker's rules of procedure behind the number of a rule, in order."""
    if paragraph.role in SILENT_ROLES:
        return
    for hit in load_names(context.language).own_rules.finditer(paragraph.flow.text):
        keys = _rules_of(context.authority, context.organ)
        if keys:
            at, until = hit.span("name")
            claim = NameClaim(hit["name"], keys, "rules")
            yield mention(paragraph, at, until, claim, "name.own-rules", context.language)


def _rules_of(authority: Authority, organ: str | None) -> tuple[str, ...]:
    """The rules of procedure that an organ gave itself, as the authority says."""
    return tuple(
        entry.key
        for entry in authority.entries.values()
        if entry.kind == "rules" and entry.body == organ and entry.key.startswith(_OWN)
    )


#: other rules that an organ adopted are not its own
_OWN = "instrument/rules-of-procedure"
