"""Whose a number is: what the words say, what its form allows, what its date agrees with."""

from __future__ import annotations

import re
from functools import lru_cache

from recalling.model import NumberClaim
from recalling.model.sessions import Number, agrees, parse_number, possible, type_by_number

ORGANS = ("ga", "sc", "hrc", "ecosoc")
#: what a claim may say of the body for a principal organ to be meant
TOLD = (*ORGANS, "self", "council", None)
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
_SLASHED = re.compile(r"(E?S-)?(\d{1,4})/(\d{1,4})")


@lru_cache(maxsize=8192)  # the same numbers are cited again and again
def organ_of(
    claim: NumberClaim, number: str, date: str | None, speaker: str, latest: int | None
) -> str | None:
    """The organ that gave a number by what is said, its form, the speaker and the date.

    `latest` is the year of the citing document; None where no principal organ can have given it.
    """
    parts = parse_number(number)
    if parts is None:
        return None
    candidates = _candidates(claim.body, parts, speaker)
    able = [b for b in candidates if possible(b, claim.type, number, latest)]
    if parts.form == "roman" and not _is_ecosocs(claim, number, date, speaker):
        able = [b for b in able if b != "ecosoc"]
    unsaid = claim.body is None or (claim.body == "self" and speaker == "hrc")
    if unsaid and claim.type == "decision":  # low numbers are other bodies'
        able = [b for b in able if type_by_number(b, number) == "decision"]
    agreed = [b for b in able if agrees(b, number, date)]
    if agreed:
        return agreed[0]
    if date is not None and claim.body in ("self", None) and _is_the_councils(number, date):
        return "hrc" if latest is None or possible("hrc", claim.type, number, latest) else None
    return able[0] if able else None


def _is_the_councils(number: str, date: str) -> bool:
    """Whether a date makes a number the Human Rights Council's that the words give to the speaker.

    "Sa résolution 42/22 du 26 septembre 2019" behind one of the Council's (A/RES/75/198): the
    Assembly's forty-second session was in 1987, the Council's in September 2019.
    """
    return len(date) == len("2019-09-26") and agrees("hrc", number, date)


def _is_ecosocs(claim: NumberClaim, number: str, date: str | None, speaker: str) -> bool:
    """Whether a number of a Roman session can be the Economic and Social Council's.

    Many bodies number so: 574 (XXVII) is a regional commission's (A/RES/77/131), 722 (XXIII) the
    World Tourism Organization's (A/RES/75/223). The Council must be named, or be in step.
    """
    named = claim.body in ("ecosoc", "council") or (claim.body == "self" and speaker == "ecosoc")
    return named or (date is not None and agrees("ecosoc", number, date))


def _candidates(body: str | None, parts: Number, speaker: str) -> tuple[str, ...]:
    """Whose number it may be, likeliest first, by what is said and by its form."""
    if body in ORGANS:
        return (body,)
    if body == "council":
        return _COUNCILS.get(parts.form, ("hrc",))
    by_form = _BY_FORM[parts.form]
    if body == "self" or speaker in ("hrc", "ecosoc"):  # these name the Assembly where it is meant
        return (speaker, *by_form)
    return by_form


def apart(number: str) -> int:
    """How far the two halves of a number are from each other; 0 for one of another form.

    >>> apart("77/78"), apart("S-27/2"), apart("217 (III)")
    (1, 25, 0)
    """
    m = _SLASHED.fullmatch(number)
    return abs(int(m[2]) - int(m[3])) if m else 0


def turn(number: str) -> str:
    """A number read from the other side.

    >>> turn("98/73"), turn("S-2/10")
    ('73/98', 'S-10/2')
    """
    return _SLASHED.sub(r"\1\3/\2", number)


def turned_by_date(
    claim: NumberClaim, number: str, date: str, speaker: str, latest: int | None
) -> str | None:
    """The organ that gave a number read from the other side, which its date alone agrees with.

    None where the date agrees with the number as printed, or with neither. "Resolution 6/2021" of
    no organ named may be any conference's (A/RES/76/256).
    """
    if not apart(number) or (claim.body is None and len(number.rpartition("/")[2]) == 4):
        return None
    printed = organ_of(claim, number, date, speaker, latest)
    if printed and agrees(printed, number, date):
        return None
    organ = organ_of(claim, turn(number), date, speaker, latest)
    return organ if organ and agrees(organ, turn(number), date) else None
