"""Described instruments: a report by its title and note, an interim or final report of a body."""

from __future__ import annotations

from recalling.model import DescribedClaim, Evidence, Instrument, Mention
from recalling.resolver.state import Identified, Outcome, State, Unidentified


def identify_described(mention: Mention, state: State) -> Outcome | None:
    """The instrument that a description means: the note's document, else one by its body."""
    claim = mention.claim
    if not isinstance(claim, DescribedClaim):
        return None
    for cited, found in state.noted(mention):
        evidence = Evidence("note", cited.paragraph, cited.surface)
        return Identified(found.instruments[:1], "note", evidence=(evidence,))
    if claim.body is None:
        return Unidentified(
            "unknown-name", f"The note behind this {claim.head} does not say which document it is."
        )
    instrument = Instrument(
        key=f"{claim.head}/{claim.body}/{claim.qualifier or claim.head}",
        kind=claim.head,
        body=claim.body,
        anticipated=claim.anticipated,
    )
    return Identified((instrument,), "described")
