"""What "Ibid." and "see note 3 above" stand for, through chains of any length.

Bare it is the whole earlier note; with a locator it is the same document, with the new locator in
the place of the old one. The earlier note is the one before, or the citation before it in the
same note; a note that cites nothing breaks the chain.
"""

from __future__ import annotations

from collections.abc import Iterable

from recalling.extractors.told_reports import TOLD_REPORT
from recalling.model import BackClaim, Evidence, Instrument, Mention
from recalling.resolver.by_number import plain_document
from recalling.resolver.state import Identified, Outcome, State, Unidentified

#: locators that stand inside a provision's instrument rather than inside the document it is in
_INSIDE = ("art.", "arts.", "para.", "paras.", "principle", "rule")


def identify_back_reference(mention: Mention, state: State) -> Outcome | None:
    """The document or documents that a reference back to a note stands for.

    None while the earlier note's mentions are not settled.
    """
    claim = mention.claim
    if not isinstance(claim, BackClaim):
        return None
    antecedents = _antecedents(mention, claim, state)
    if antecedents is None:
        return Unidentified("no-antecedent", "There is no note of that number.")
    if not antecedents:
        return Unidentified("no-antecedent", "The note before cites nothing.")
    settled = [(m, state.identified(m)) for m in antecedents]
    if any(state.outcome(m) is None for m, _ in settled):
        return None
    found = [(m, identity) for m, identity in settled if identity is not None]
    if not found:
        return Unidentified("no-antecedent", "What the note before cites is not known.")
    return _same(mention, found)


def _antecedents(mention: Mention, claim: BackClaim, state: State) -> list[Mention] | None:
    """The mentions of the earlier note; None when there is no such note."""
    if claim.note is None:
        here = [m for m in state.inside(mention.paragraph) if m.at < mention.at]
        if here:
            return here[-1:]
        label = state.note_before(mention.paragraph)
    else:
        label = _numbered(mention.paragraph, claim.note, state)
    return None if label is None else list(state.inside(label))


def _numbered(label: str, number: str, state: State) -> str | None:
    prefix = label.rpartition(":")[0]
    for candidate in (f"{prefix}:note{number}" if prefix else f"note{number}", f"note{number}"):
        if candidate in state.paragraphs:
            return candidate
    return None


def _same(mention: Mention, found: list[tuple[Mention, Identified]]) -> Outcome:
    how = "note" if mention.rule == TOLD_REPORT else "ibid"
    evidence = (
        Evidence(how, mention.paragraph, mention.surface),
        *(Evidence("note", m.paragraph, m.surface) for m, _ in found),
    )
    parts = {identity.part or m.part for m, identity in found}
    if mention.part is None:
        part = parts.pop() if len(parts) == 1 else None
        instruments = _distinct(i for _, identity in found for i in identity.instruments)
        report = _family(instruments) if mention.rule == TOLD_REPORT else None
        return Identified(instruments if report is None else (report,), how, part, evidence)
    documents = _distinct(
        _document(i, mention.part) for _, identity in found for i in identity.instruments
    )
    family = _family(documents)
    if family is None:
        return Unidentified("ambiguous", "The note before cites several documents.")
    return Identified((family,), how, mention.part, evidence)


def _document(instrument: Instrument, part: str) -> Instrument:
    """The document in which a contained instrument stands, when the locator is one of its own."""
    if instrument.container is None or part.startswith(_INSIDE):
        return instrument
    return plain_document(instrument.container.removeprefix("doc/"))


def _family(documents: tuple[Instrument, ...]) -> Instrument | None:
    """The one document; of a document and its corrigenda the document itself."""
    first = documents[0]
    root = (first.symbol or first.key).partition("/Corr.")[0]
    if all((other.symbol or other.key).startswith(root) for other in documents[1:]):
        return first
    return None


def _distinct(instruments: Iterable[Instrument]) -> tuple[Instrument, ...]:
    return tuple({i.key: i for i in instruments}.values())
