"""Numbers that no principal organ gave: "Environment Assembly resolution 2/10", "decision X/2".

Such a text has no symbol of its own. It stands in the document that its footnote names; without a
note it is known by its number and the body that gave it, and where the words name a kind of body
only ("the Commission") it is this document's, since each commission counts for itself.
"""

from __future__ import annotations

import re

from recalling.model import Evidence, Instrument, Mention, NumberClaim, SymbolClaim
from recalling.model.sessions import parse_number, roman_value
from recalling.resolver.state import Identified, State

#: bodies of which there is one; others are kinds of bodies ("commission", "parties", "agency")
_ONE_OF_A_KIND = frozenset({"unea", "unhabitat", "who", "imo"})
_PRINCIPALS = frozenset({"ga", "sc", "hrc", "ecosoc", "self", "council", None})
#: what the principal organs print: a report without a place in it is not where a text stands
_PRINCIPAL = re.compile(r"[AES]/(?!CONF)")
#: "decision X/2", which Arabic texts print as 10/2
_ROMAN = re.compile(r"([IVXL]{1,7})/(?=\d)")
#: "WHA73.1", "WHA 64.27", Arabic 73/1 and 64-27
_HEALTH = re.compile(r"(?:WHA ?)?(\d{2})[./-](\d{1,3})")
#: how far behind a number its subject may go on before the marker
_FAR = 700
_SENTENCE = re.compile(r"[;؛。；]|\. ")


def identify_elsewhere(claim: NumberClaim, mention: Mention, state: State) -> Identified:
    """A text of a body that has no symbols for its resolutions, by note or by number alone."""
    noted = identify_by_note(claim, mention, state)
    if noted is not None:
        return noted
    whose = claim.body if claim.body in _ONE_OF_A_KIND else state.document.cover.symbol
    key = f"other/{whose or 'unknown'}/{claim.type or 'text'}/{_slug(claim)}"
    return Identified((Instrument(key=key, kind="other", body=claim.body),), "number-of-other-body")


def identify_by_note(claim: NumberClaim, mention: Mention, state: State) -> Identified | None:
    """A text that stands in the document that the note of its number names, one and no more.

    The same number of the same body without a note is the one that the document notes elsewhere.
    """
    noted = _noted(mention, state) or _noted_elsewhere(claim, state)
    if noted is None:
        return None
    cited, container = noted
    instrument = Instrument(
        key=f"{container.key}#{claim.type or 'text'}-{_slug(claim)}",
        kind="other",
        symbol=container.symbol,
        part=cited.part,
        container=container.key,
        body=claim.body,
    )
    evidence = (Evidence("note", cited.paragraph, cited.surface),)
    return Identified((instrument,), "number-in-noted-document", evidence=evidence)


def _slug(claim: NumberClaim) -> str:
    """The number in one spelling: X/2 is 10-2 and WHA73.1 is 73.1, as some languages print them."""
    number = _ROMAN.sub(lambda m: f"{roman_value(m[1])}/", claim.number)
    if claim.body == "who":
        number = _HEALTH.sub(r"\1.\2", number)
    return re.sub(r"[^\w.-]+", "-", number).strip("-")


def _noted_elsewhere(claim: NumberClaim, state: State) -> tuple[Mention, Instrument] | None:
    """The document in which other mentions of the same text place it, if they name one."""
    found = [
        noted
        for other in state.numbered(claim.number)
        if _same(other, claim) and (noted := _noted(other, state)) is not None
    ]
    return found[0] if len({container.key for _, container in found}) == 1 else None


def _same(mention: Mention, claim: NumberClaim) -> bool:
    """Whether a mention claims the same text; the words may tell the body here and not there."""
    other = mention.claim
    if not isinstance(other, NumberClaim) or (other.number, other.type) != (
        claim.number, claim.type,
    ):  # fmt: skip
        return False
    if other.body == claim.body:
        return True
    known = _PRINCIPALS | _ONE_OF_A_KIND
    return other.body not in known and claim.body not in known


def _noted(mention: Mention, state: State) -> tuple[Mention, Instrument] | None:
    """The one document that the note of a number names, and the mention of it in the note."""
    own = state.note_label(mention)
    label = own or _note_behind(mention, state)
    if label is None:
        return None
    found = [
        (cited, outcome.instruments[0])
        for cited in state.inside(label)
        if isinstance(cited.claim, SymbolClaim)
        and (outcome := state.identified(cited)) is not None
        and outcome.instruments[0].symbol
    ]
    if len(found) != 1:
        return None
    cited, container = found[0]
    placed = cited.part is not None or not _PRINCIPAL.match(container.symbol or "")
    return found[0] if own or placed else None


def _note_behind(mention: Mention, state: State) -> str | None:
    """The note whose marker closes what is said of a number: its subject, its body, its session.

    "resolution 26/3 on mainstreaming a gender perspective into …,¹⁸"; of several numbers in a row
    each has its own marker behind them all, in the same order: "les résolutions 1/3 et 2/14 …, en
    date respectivement du 27 juin 2014⁴ et du 27 mai 2016⁵".
    """
    paragraph = state.paragraphs[mention.paragraph]
    inside = list(state.inside(mention.paragraph))
    index = inside.index(mention)
    first, last = _row(inside, index, state)
    end = inside[last].until
    following = next(
        (m.at for m in inside[last + 1 :] if isinstance(m.claim, NumberClaim | SymbolClaim)),
        end + _FAR,
    )
    text = paragraph.flow.text
    stop = _SENTENCE.search(text, end, min(following, end + _FAR))
    behind = stop.start() if stop else min(following, end + _FAR)
    markers = [m for m in paragraph.markers if end <= m.at <= behind + 1]
    place = index - first
    if place >= len(markers) or (last > first and len(markers) != last - first + 1):
        return None
    if place == 0 and last == first and state.calling(markers[0].note):
        return None  # a name between is what the note speaks of
    label = markers[place].note
    return label if label in state.paragraphs and not state.calling(label) else None


def _row(inside: list[Mention], index: int, state: State) -> tuple[int, int]:
    """The first and last of the numbers of other bodies in a row that no marker parts."""
    first = last = index
    while first > 0 and _bare(inside[first - 1], state):
        first -= 1
    while last + 1 < len(inside) and _bare(inside[last + 1], state):
        last += 1
    return first, last


def _bare(mention: Mention, state: State) -> bool:
    """Whether a mention is a number of another body without a note of its own."""
    claim = mention.claim
    if not isinstance(claim, NumberClaim) or state.note_label(mention) is not None:
        return False
    return claim.body not in _PRINCIPALS or parse_number(claim.number) is None
