"""Short forms become what the same document named in full: before, after, or in a note."""

from __future__ import annotations

import re

from recalling.extractors.short_forms import nouns_of
from recalling.model import Evidence, Mention, ShortClaim
from recalling.resolver.antecedents import Antecedent, Antecedents, one
from recalling.resolver.instruments import instrument_of
from recalling.resolver.state import Identified, Outcome, State, Unidentified

#: "(the Convention)", "(hereinafter referred to as “the Convention”)", (下称《公约》)
_BRACKET = re.compile(r"[\"”»》]?,? ?[(（](?P<words>[^()（）]{2,60})[)）]")


def identify_short_form(mention: Mention, state: State) -> Outcome | None:
    """The instrument for which a short form stands.

    One instrument with that noun in the document is meant; of several the only one that the same
    paragraph names before, else the only one that a bracket or the title tells. None while names
    are not settled yet.
    """
    claim = mention.claim
    if not isinstance(claim, ShortClaim):
        return None
    antecedents = state.antecedents(claim.noun)
    if antecedents is None:
        return None
    if antecedents.unknown:
        return _by_custom(mention, claim, state) or Unidentified(
            "no-antecedent", f"Nothing in the document says which {claim.noun} is meant."
        )
    chosen = _chosen(mention, claim, antecedents, state)
    if chosen is None or chosen.instrument is None:
        return Unidentified(
            "ambiguous", f"The document names several instruments that “{claim.name}” may mean."
        )
    full = chosen.mention
    evidence = Evidence("short form", full.paragraph, full.surface)
    return Identified((chosen.instrument,), "short form", evidence=(evidence,))


def _chosen(
    mention: Mention, claim: ShortClaim, antecedents: Antecedents, state: State
) -> Antecedent | None:
    """The antecedent of a short form, None when several may be meant.

    The only one; the only one that the same paragraph names before; the one for which the document
    introduces the short form, or which its title names. That one stands nearer than another
    decides nothing.
    """
    if antecedents.one:
        return antecedents.names[0]
    index = state.index(mention)
    same = antecedents.within(_family(mention.paragraph, state), index)
    if same and one(same):
        return same[-1]
    before = antecedents.before(index)
    defined = [a for a in before if _introduced(a.mention, claim.noun, state)]
    if defined:
        return defined[-1] if one(defined) else None
    if same:
        return None
    if claim.noun not in nouns_of(state.document.cover.title or "", state.document.language):
        return None
    titled = [a for a in antecedents.names if a.instrument and a.instrument.key in state.titled]
    return titled[0] if one(titled) else None


def _introduced(name: Mention, noun: str, state: State) -> bool:
    """Whether a bracket behind a full name introduces the short form: "… (the Convention)"."""
    text = state.paragraphs[name.paragraph].flow.text
    bracket = _BRACKET.match(text, name.until)
    if bracket is None:
        return False
    return noun in nouns_of(bracket["words"], state.document.language)


def _family(label: str, state: State) -> set[str]:
    """A paragraph and those of which it is a point."""
    family: set[str] = set()
    at: str | None = label
    while at is not None and at not in family:
        family.add(at)
        paragraph = state.paragraphs.get(at)
        at = None if paragraph is None else paragraph.parent
    return family


def _by_custom(mention: Mention, claim: ShortClaim, state: State) -> Identified | None:
    """What a noun means in every resolution: "the Charter" is that of the United Nations."""
    bearers = [
        entry
        for entry in state.authority.entries.values()
        if any(
            label.rank == "hidden"
            and label.language == state.document.language
            and label.text == claim.noun
            for label in entry.labels
        )
    ]
    if len(bearers) != 1:
        return None
    evidence = Evidence("authority", mention.paragraph, mention.surface)
    return Identified((instrument_of(bearers[0], state),), "custom", evidence=(evidence,))
