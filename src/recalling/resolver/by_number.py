"""Numbers and symbols become documents: "its resolution 70/1" is A/RES/70/1.

The body that the text names decides; "its" is the speaking organ; where the words are silent the
form of the number and the house style of the speaking organ decide, checked against the sessions.
A number that no principal organ can have given is never made a symbol.
"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from recalling.model import Instrument, Mention, NumberClaim, SymbolClaim
from recalling.model.sessions import (
    agrees,
    parse_number,
    type_by_number,
)
from recalling.model.symbols import part_letter
from recalling.resolver.instruments import plain
from recalling.resolver.organs import ORGANS, TOLD, apart, organ_of, turn, turned_by_date
from recalling.resolver.other_bodies import identify_by_note, identify_elsewhere
from recalling.resolver.state import Identified, Outcome, State, Unidentified

_SLASHED = re.compile(r"(\d{1,4})/(\d{1,4})")
_RANGE = re.compile(r"(?P<head>(?:E?S-)?\d{1,4}/)(?P<first>\d{1,4})-(?P=head)(?P<last>\d{1,4})")
#: reports in which a commission's own text stands, whose number looks like the Council's
_COMMISSIONS = re.compile(r"E/CN\.|E/\d{4}/(?!RES)")
_FOLDERS = {
    ("ga", "resolution"): "A/RES", ("ga", "decision"): "A/DEC",
    ("sc", "resolution"): "S/RES",
    ("hrc", "resolution"): "A/HRC/RES", ("hrc", "decision"): "A/HRC/DEC",
    ("ecosoc", "resolution"): "E/RES", ("ecosoc", "decision"): "E/DEC",
}  # fmt: skip


def identify_number(mention: Mention, state: State) -> Outcome | None:
    """The resolution or decision that a number claim names."""
    claim = mention.claim
    if not isinstance(claim, NumberClaim):
        return None
    numbers = _expand(claim.number)
    outcomes = [_one(claim, number, mention, state) for number in numbers]
    found = [o for o in outcomes if isinstance(o, Identified)]
    if len(found) < len(outcomes):
        return next(o for o in outcomes if isinstance(o, Unidentified))
    return Identified(tuple(i for o in found for i in o.instruments), found[0].how)


def _expand(number: str) -> list[str]:
    """The members of a range: "74/1-74/3" is 74/1, 74/2 and 74/3."""
    m = _RANGE.fullmatch(number)
    if m is None:
        return [number]
    return [f"{m['head']}{count}" for count in range(int(m["first"]), int(m["last"]) + 1)]


def _one(claim: NumberClaim, number: str, mention: Mention, state: State) -> Outcome:
    said = state.said_of(number) if claim.body is None else frozenset()
    if len(said) == 1:  # "Human Rights Council resolution 34/24" before, "resolution 34/24" here
        claim = msgspec.structs.replace(claim, body=min(said))
    if parse_number(number) is None or claim.body not in TOLD:
        return identify_elsewhere(claim, mention, state)
    body, how = _body(claim, number, mention.date, state), "number"
    turned = _turned(claim, number, body, mention, state)
    if turned is not None:  # "98/73" of 7 December 2018, as Arabic texts may print 73/98
        (body, number), how = turned, "number-reversed"
    if body == "ecosoc" and claim.body is None:
        noted = identify_by_note(claim, mention, state, _COMMISSIONS)
        if noted is not None:
            return noted
    type_ = _type(claim, body, number) if body else claim.type or "resolution"
    symbol = symbol_of(body, type_, number) if body else None
    if symbol is None and claim.body is None:
        noted = identify_by_note(claim, mention, state)
        if noted is not None:
            return noted
    if symbol is None:
        reason = "impossible-number" if claim.body else "unknown-body"
        return Unidentified(reason, f"No principal organ can be told to have given {number}.")
    return Identified((document(symbol, part_letter(mention.part), state),), how)


def _turned(
    claim: NumberClaim, number: str, body: str | None, mention: Mention, state: State
) -> tuple[str, str] | None:
    """Organ and number of what is printed from the other side: "98/73" is the Assembly's 73/98.

    Only where the language prints so, and something tells: the date, that no such number can be,
    or the number with its date elsewhere in the text. What is left stays as printed.
    """
    if not state.mirrors or not apart(number):
        return None
    if mention.date:
        organ = turned_by_date(claim, number, mention.date, state.speaker, state.latest)
        # Where the sessions are neighbours a slip in the year looks the same (55/56 "of 1 December
        # 2001", A/RES/77/277), unless the text has another number so for sure (77/78 of 7 December
        # 2023 beside 81/76 of 9 December 2021, A/HRC/RES/55/31).
        told = apart(number) > 1 or state.turns
    else:
        organ = _body(claim, turn(number), None, state)
        # "General Assembly resolution 182/46", "S-2/10": the future cannot be cited, nor had a
        # special session of the first years such a number
        told = _stated(number, organ, state)
        if body is None:
            told = claim.body in ("self", *ORGANS) or "S-" in number
    return (organ, turn(number)) if organ and told else None


def _stated(number: str, organ: str | None, state: State) -> bool:
    """Whether the text gives a number with its date elsewhere, and only from the other side.

    "in its resolution 25/51" beside "Human Rights Council resolution 51/25 of 7 October 2022"
    (A/HRC/RES/54/23). 50/70 M beside 70/50 is another resolution (A/RES/75/73).
    """
    if organ is None or any(m.date or m.part for m in state.numbered(number)):
        return False
    turned = turn(number)
    return any(m.date and agrees(organ, turned, m.date) for m in state.numbered(turned))


def _type(claim: NumberClaim, body: str, number: str) -> str:
    """The type that the words say, unless no text of that type can have the number.

    "resolution 74/565" is a decision: the Assembly has no so many resolutions in a session.
    """
    told = type_by_number(body, number)
    said = claim.type
    plain = _SLASHED.fullmatch(number) is not None  # special sessions number apart
    if plain and said == "resolution" and told == "decision" and body in ("ga", "hrc"):
        return told
    return said or told or "resolution"


def identify_symbol(mention: Mention, state: State) -> Outcome | None:
    """The document that a printed symbol names."""
    claim = mention.claim
    if not isinstance(claim, SymbolClaim):
        return None
    letter = part_letter(mention.part)
    if claim.through:
        series, first = claim.symbol.rsplit(".", 1)
        last = int(claim.through.rsplit(".", 1)[1])
        records = (plain_document(f"{series}.{n}") for n in range(int(first), last + 1))
        return Identified(tuple(records), "symbol")
    instrument = document(claim.symbol, letter, state, claim.also)
    if instrument.kind == "document" and claim.symbol in state.records:
        instrument = msgspec.structs.replace(instrument, kind="official-record")
    return Identified((instrument,), "symbol")


def symbol_of(body: str, type_: str, number: str) -> str | None:
    """The symbol of a number: ("ga", "resolution", "217 (III)") is "A/RES/217(III)"."""
    folder = _FOLDERS.get((body, type_))
    return f"{folder}/{number.replace(' (', '(')}" if folder else None


def document(
    symbol: str, letter: str | None, state: State, also: tuple[str, ...] = ()
) -> Instrument:
    """The document with a symbol, or what the authority knows as this part of it.

    "217 A (III)" is the Universal Declaration itself; "75/290 B" stays the resolution, whose part
    the citation names.
    """
    known = state.authority.by_symbol(symbol, letter)
    if len(known) == 1:
        return plain(known[0])  # what has a number exists
    return plain_document(symbol, also)


@lru_cache(maxsize=8192)  # the same documents are cited again and again
def plain_document(symbol: str, also: tuple[str, ...] = ()) -> Instrument:
    """A document of which nothing is known but its symbol."""
    return Instrument(key=f"doc/{symbol}", kind=kind_of(symbol), symbol=symbol, also=also)


def kind_of(symbol: str) -> str:
    """The kind of a document as far as its symbol tells."""
    if "/RES/" in symbol:
        return "resolution"
    if "/DEC/" in symbol:
        return "decision"
    if "/PRST/" in symbol:
        return "statement"
    if re.search(r"/L\.\d", symbol):
        return "draft-resolution"
    if re.search(r"/(?:PV|SR)\.\d", symbol):
        return "meeting-record"
    return "document"


def _body(claim: NumberClaim, number: str, date: str | None, state: State) -> str | None:
    """The organ whose number it is: said or understood, possible, and in step with the date."""
    return organ_of(claim, number, date, state.speaker, state.latest)
