"""Floor 2½: claims become citations. `resolve` is the door.

A step is a function `identify_x(mention, state) -> Identified | Unidentified | None`: what the
mention cites, why that cannot be said, or None (not its kind of claim, or not yet). Steps run in
the order of `STEPS`, first over the notes in order of place ("Ibid." looks back at settled notes),
then over the running text (a name looks into its settled note), then once more over what is left.
"""

from __future__ import annotations

from recalling.authority import Authority
from recalling.model import Citation, Document, Evidence, Finding, Mention, Resolution, Unresolved
from recalling.resolver.by_number import identify_number, identify_symbol
from recalling.resolver.state import Identified, State, Step, Unidentified

__all__ = ["Identified", "State", "Step", "Unidentified", "resolve"]

STEPS: tuple[Step, ...] = (identify_symbol, identify_number)


def resolve(document: Document, finding: Finding, authority: Authority) -> Resolution:
    """Identify every mention, or say why it cannot be."""
    state = State(document, finding, authority)
    roles = {p.label: p.role for p in document.paragraphs}
    notes = [m for m in finding.mentions if roles.get(m.paragraph) == "note"]
    running = [m for m in finding.mentions if roles.get(m.paragraph) != "note"]
    for _ in range(2):
        for mention in (*notes, *running):
            _settle(mention, state)
    return _outcome(state)


def _settle(mention: Mention, state: State) -> None:
    if state.outcome(mention) is not None:
        return
    for step in STEPS:
        outcome = step(mention, state)
        if outcome is not None:
            state.settle(mention, outcome)
            return


def _outcome(state: State) -> Resolution:
    citations: list[Citation] = []
    unresolved: list[Unresolved] = []
    for mention in state.mentions:
        outcome = state.outcome(mention)
        if isinstance(outcome, Identified):
            citations.extend(
                Citation(
                    mention=mention,
                    instrument=instrument,
                    how=outcome.how,
                    part=outcome.part or mention.part,
                    evidence=outcome.evidence
                    or (Evidence(outcome.how, mention.paragraph, mention.surface),),
                )
                for instrument in outcome.instruments
            )
        else:
            reason = outcome.reason if outcome else "unknown"
            sentence = outcome.sentence if outcome else f"Nothing says what “{mention.surface}” is."
            unresolved.append(Unresolved(mention=mention, reason=reason, sentence=sentence))
    return Resolution(citations=tuple(citations), unresolved=tuple(unresolved))
