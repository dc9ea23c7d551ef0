"""Floor 2½: claims become citations. `resolve` is the door.

A step is a function `identify_x(mention, state) -> Identified | Unidentified | None`: what the
mention cites, why that cannot be said, or None (not its kind of claim, or not yet). `STEPS` has one
for each kind of claim. They run first over the notes in order of place ("Ibid." looks back at
settled notes), then over the running text (a name looks into its settled note), then once more over
what is left.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from recalling.authority import Authority
from recalling.extractors.clauses import ClauseIndex
from recalling.model import (
    BackClaim,
    Citation,
    Claim,
    DescribedClaim,
    Document,
    Evidence,
    Finding,
    Instrument,
    Mention,
    NameClaim,
    NoteCall,
    NumberClaim,
    RecordClaim,
    Relation,
    Resolution,
    SeriesClaim,
    ShortClaim,
    StatedRelation,
    SymbolClaim,
    Unresolved,
)
from recalling.resolver.annexes import annexed
from recalling.resolver.back_references import identify_back_reference
from recalling.resolver.by_name import identify_name
from recalling.resolver.by_number import identify_number, identify_symbol
from recalling.resolver.by_record import identify_record
from recalling.resolver.by_series import identify_series
from recalling.resolver.cover import adopted_from
from recalling.resolver.described import identify_described
from recalling.resolver.links import Links
from recalling.resolver.short_forms import identify_short_form
from recalling.resolver.state import Identified, State, Step, Unidentified

__all__ = ["Identified", "State", "Step", "Unidentified", "resolve"]

STEPS: Mapping[type[Claim], Step] = {
    SymbolClaim: identify_symbol,
    NumberClaim: identify_number,
    SeriesClaim: identify_series,
    RecordClaim: identify_record,
    BackClaim: identify_back_reference,
    NameClaim: identify_name,
    DescribedClaim: identify_described,
    ShortClaim: identify_short_form,
}


def resolve(document: Document, finding: Finding, authority: Authority) -> Resolution:
    """Identify every mention, or say why it cannot be.

    Citations and what is unresolved come in order of place, the cover's drafts first. The editors'
    links are compared with the outcome, never used for it.
    """
    state = State(document, finding, authority)
    _identify(state)
    citations = list(adopted_from(document))
    unresolved: list[Unresolved] = []
    clauses, links = ClauseIndex(finding.clauses), Links(document)
    for mention in finding.mentions:
        clause = clauses.at(mention.paragraph, mention.at)
        outcome = state.outcome(mention)
        if isinstance(outcome, Identified):
            evidence = outcome.evidence or (
                Evidence(outcome.how, mention.paragraph, mention.surface),
            )
            disagreement = links.disagreeing(mention, outcome.instruments)
            part = mention.part if outcome.part is None else outcome.part
            for instrument in outcome.instruments:
                citations.append(
                    Citation(
                        mention=mention,
                        instrument=instrument,
                        how=outcome.how,
                        clause=clause,
                        part=part,
                        evidence=evidence + links.agreeing(mention, instrument),
                        disagreement=disagreement,
                    )
                )
        else:
            outcome = outcome or Unidentified(
                "unknown-name", f"Nothing at hand says what “{mention.surface}” is."
            )
            unresolved.append(
                Unresolved(
                    mention=mention,
                    reason=outcome.reason,
                    sentence=outcome.sentence,
                    clause=clause,
                )
            )
    return Resolution(
        citations=tuple(citations),
        unresolved=tuple(unresolved),
        relations=tuple(_relations(finding.relations, state)),
        entities=finding.entities,
        calls=tuple(_calls(state, clauses)),
    )


def _calls(state: State, clauses: ClauseIndex) -> Iterator[NoteCall]:
    """The notes that mention something, each with the clause that calls it first."""
    left = {mention.paragraph for mention in state.mentions}
    for paragraph in state.document.paragraphs:
        for marker in paragraph.markers:
            if marker.note not in left:
                continue
            clause = clauses.at(paragraph.label, max(marker.at - 1, 0))
            if clause is not None:
                left.discard(marker.note)
                yield NoteCall(marker.note, clause)


def _identify(state: State) -> None:
    """Run the steps over notes, running text, and what is left."""
    notes = [m for m in state.mentions if state.paragraphs[m.paragraph].role == "note"]
    running = [m for m in state.mentions if state.paragraphs[m.paragraph].role != "note"]
    left = [*notes, *running]
    for _ in range(2):
        left = [mention for mention in left if not _settled(mention, state)]
    for mention, outcome in list(annexed(state)):
        state.settle(mention, outcome)


def _settled(mention: Mention, state: State) -> bool:
    """Take the step for a mention's claim; False when it has to wait for others."""
    outcome = STEPS[type(mention.claim)](mention, state)
    if outcome is None:
        return False
    state.settle(mention, outcome)
    return True


def _relations(stated: tuple[StatedRelation, ...], state: State) -> list[Relation]:
    """The stated relations whose two ends are identified."""
    relations: list[Relation] = []
    for relation in stated:
        subject = state.identified(state.mentions[relation.subject])
        object_ = state.identified(state.mentions[relation.object])
        if subject and object_:
            relations.extend(
                Relation(relation.relation, one, other, relation.paragraph)
                for one in subject.instruments
                for other in object_.instruments
                if relation.relation != "contained-in" or not _is_whole(one)
            )
    return relations


def _is_whole(instrument: Instrument) -> bool:
    """Whether it is a document of its own, and so stands in no other.

    The indicators "of the 2030 Agenda …, contained in resolution 71/313" are not the Agenda.
    """
    return instrument.container is None and instrument.key.startswith("doc/")
