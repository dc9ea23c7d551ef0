"""Labour conventions by their numbers: what the authority's names say of each."""

from __future__ import annotations

from functools import cache

from recalling.authority import Authority
from recalling.extractors.labour import BODY, labour_number
from recalling.model import LANGUAGES, Evidence, Mention, NumberClaim, SeriesClaim
from recalling.resolver.instruments import instrument_of
from recalling.resolver.state import Identified, State


def labour_convention(claim: NumberClaim, mention: Mention, state: State) -> Identified | None:
    """The treaty that the note of a number registers, or what the authority knows by the number."""
    if claim.body != BODY:
        return None
    for cited, found in state.noted(mention)[:1]:
        if isinstance(cited.claim, SeriesClaim):
            evidence = (Evidence("note", cited.paragraph, cited.surface),)
            return Identified(found.instruments, "note", evidence=evidence)
    bearers = _bearers(state.authority).get((claim.type or "", claim.number), frozenset())
    entry = state.authority.entry(min(bearers)) if len(bearers) == 1 else None
    return None if entry is None else Identified((instrument_of(entry, state),), "number")


@cache
def _bearers(authority: Authority) -> dict[tuple[str, str], frozenset[str]]:
    """Whose name, in any language, ends with each number: "Convention, 1930 (No. 29)"."""
    bearers: dict[tuple[str, str], frozenset[str]] = {}
    for language in LANGUAGES:
        for label, key in authority.labels(language):
            found = labour_number(label.text, language)
            if found is not None:
                bearers[found] = bearers.get(found, frozenset()) | {key}
    return bearers
