"""Short forms become what the same document named in full: before, after, or in a note."""

from __future__ import annotations

from collections.abc import Iterable

from recalling.extractors.short_forms import nouns_of
from recalling.model import Evidence, Instrument, Mention, NameClaim, ShortClaim
from recalling.resolver.by_name import instrument_of
from recalling.resolver.state import Identified, Outcome, State, Unidentified


def identify_short_form(mention: Mention, state: State) -> Outcome | None:
    """The instrument for which a short form stands.

    One instrument with that noun in the document is meant; of several the one that the same
    paragraph or a paragraph above it named last. None while names are not settled yet.
    """
    claim = mention.claim
    if not isinstance(claim, ShortClaim):
        return None
    full = [m for m in state.mentions if isinstance(m.claim, NameClaim)]
    if any(state.outcome(m) is None for m in full):
        return None
    known = [
        (m, found.instruments[0])
        for m in full
        if (found := state.identified(m)) is not None
        and claim.noun in nouns_of(m.surface, state.document.language)
    ]
    if not known:
        return _by_custom(mention, claim, state) or Unidentified(
            "no-antecedent", f"Nothing in the document says which {claim.noun} is meant."
        )
    chosen = _nearest(mention, known, state)
    if chosen is None:
        return Unidentified(
            "ambiguous", f"The document names several instruments that “{claim.name}” may mean."
        )
    antecedent, instrument = chosen
    evidence = Evidence("short form", antecedent.paragraph, antecedent.surface)
    return Identified((instrument,), "short form", evidence=(evidence,))


def _nearest(
    mention: Mention, known: list[tuple[Mention, Instrument]], state: State
) -> tuple[Mention, Instrument] | None:
    if len({instrument.key for _, instrument in known}) == 1:
        return known[0]
    before = {id(m) for m in state.before(mention)}
    family = _family(mention.paragraph, state)
    near = [(m, i) for m, i in known if m.paragraph in family and id(m) in before]
    return near[-1] if near and _one(i for _, i in near) else None


def _one(instruments: Iterable[Instrument]) -> bool:
    return len({instrument.key for instrument in instruments}) == 1


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
