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
    Number,
    agrees,
    parse_number,
    possible,
    type_by_number,
)
from recalling.resolver.instruments import instrument_of
from recalling.resolver.other_bodies import identify_by_note, identify_elsewhere
from recalling.resolver.state import Identified, Outcome, State, Unidentified

_SLASHED = re.compile(r"(\d{1,4})/(\d{1,4})")
_RANGE = re.compile(r"(?P<head>(?:E?S-)?\d{1,4}/)(?P<first>\d{1,4})-(?P=head)(?P<last>\d{1,4})")
#: no session has a number so high
_TOO_HIGH = re.compile(r"\d{3}/\d{1,3}")
_LETTER = re.compile(r"[A-Z]{1,2}(?=,|$)")
_ORGANS = ("ga", "sc", "hrc", "ecosoc")
#: reports in which a commission's own text stands, whose number looks like the Council's
_COMMISSIONS = re.compile(r"E/CN\.|E/\d{4}/(?!RES)")
#: whose number a form is, likeliest first; and which council's
_BY_FORM: dict[str, tuple[str, ...]] = {
    "counted": ("sc",),
    "year": ("ecosoc",),
    "roman": ("ga", "ecosoc"),
    "session": ("ga",),
    "special": ("ga",),
}
_COUNCILS: dict[str, tuple[str, ...]] = {
    "counted": ("sc",),
    "year": ("ecosoc",),
    "roman": ("ecosoc",),
}
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
    if parse_number(number) is None or claim.body not in (*_ORGANS, "self", "council", None):
        return identify_elsewhere(claim, mention, state)
    body, how = _body(claim, number, mention.date, state), "number"
    if mention.date and not (body and agrees(body, number, mention.date)):
        flipped = _SLASHED.sub(r"\2/\1", number)
        other = _body(claim, flipped, mention.date, state) if _reads_both_ways(claim) else None
        if other and agrees(other, flipped, mention.date):
            # "98/73" of 7 December 2018, as Arabic texts may print 73/98
            body, number, how = other, flipped, "number-reversed"
    elif body is None and claim.body in ("ga", "self") and _TOO_HIGH.fullmatch(number):
        flipped = _SLASHED.sub(r"\2/\1", number)  # "General Assembly resolution 182/46"
        body, how = _body(claim, flipped, None, state), "number-reversed"
        number = flipped
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
    return Identified((document(symbol, _letter(mention.part), state),), how)


def _reads_both_ways(claim: NumberClaim) -> bool:
    """Whether a number may be printed from the other side, so that its date tells.

    "76/75 of 9 December 2020" is 76/75 with a slip in its year, and not 75/76 (A/RES/77/139 in
    Russian); "resolution 6/2021" of no organ named may be any conference's (A/RES/76/256).
    """
    m = _SLASHED.fullmatch(claim.number)
    if m is None or m[1] == m[2]:
        return False
    return abs(int(m[1]) - int(m[2])) > 1 and (claim.body is not None or len(m[2]) < 4)


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
    letter = _letter(mention.part)
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
        return instrument_of(known[0], state)
    return plain_document(symbol, also)


@lru_cache(maxsize=8192)  # the same documents are cited again and again
def plain_document(symbol: str, also: tuple[str, ...] = ()) -> Instrument:
    """A document of which nothing is known but its symbol."""
    return Instrument(key=f"doc/{symbol}", kind=kind_of(symbol), symbol=symbol, also=also)


def _letter(part: str | None) -> str | None:
    """The part letter that opens a part: "A, annex" is "A"."""
    m = _LETTER.match(part or "")
    return m[0] if m else None


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
    return _organ(claim, number, date, state.document.cover.organ or "ga", state.latest)


@lru_cache(maxsize=8192)  # the same numbers are cited again and again
def _organ(
    claim: NumberClaim, number: str, date: str | None, speaker: str, latest: int | None
) -> str | None:
    parts = parse_number(number)
    if parts is None:
        return None
    candidates = _candidates(claim.body, parts, speaker)
    able = [b for b in candidates if possible(b, claim.type, number, latest)]
    if parts.form == "roman" and not _is_ecosocs(claim, number, date, speaker):
        able = [b for b in able if b != "ecosoc"]
    if claim.body is None and claim.type == "decision":  # low numbers are other bodies'
        able = [b for b in able if type_by_number(b, number) == "decision"]
    agreed = [b for b in able if agrees(b, number, date)]
    if agreed:
        return agreed[0]
    return able[0] if able else None


def _is_ecosocs(claim: NumberClaim, number: str, date: str | None, speaker: str) -> bool:
    """Whether a number of a Roman session can be the Economic and Social Council's.

    Many bodies number so: 574 (XXVII) is a regional commission's (A/RES/77/131), 722 (XXIII) the
    World Tourism Organization's (A/RES/75/223). The Council must be named, or be in step.
    """
    named = claim.body in ("ecosoc", "council") or (claim.body == "self" and speaker == "ecosoc")
    return named or (date is not None and agrees("ecosoc", number, date))


def _candidates(body: str | None, parts: Number, speaker: str) -> tuple[str, ...]:
    """Whose number it may be, likeliest first, by what is said and by its form."""
    if body in _ORGANS:
        return (body,)
    if body == "council":
        return _COUNCILS.get(parts.form, ("hrc",))
    by_form = _BY_FORM[parts.form]
    if body == "self" or speaker == "hrc":
        return (speaker, *by_form)
    return by_form
