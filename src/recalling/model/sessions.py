"""Which numbers an organ can have given to its texts, by session and year.

The General Assembly numbers by session (the 31st opened in September 1976; Roman numerals before
it), the Human Rights Council by session since 2006 (three sessions a year), the Economic and
Social Council by year (Roman session numerals before 1978), the Security Council through all
years with the year behind. Decisions are numbered apart and higher. Read off the resolutions that
the texts cite with their dates, and the Editorial Manual's chapter on symbols.
"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_SHAPE = re.compile(
    r"(?P<special>E?S)-(?P<special_session>\d{1,2})/(?P<special_number>\d{1,3})"
    r"|(?P<session>\d{1,4})/(?P<number>\d{1,4})"
    r"|(?P<old>\d{1,4}) \((?P<kind>E?S-)?(?P<roman>[IVXLC]+)\)"
    r"|(?P<counted>\d{1,4}) \((?P<year>\d{4})\)"
)

#: the first decision of an Assembly session is its number 301 or 401, of an ECOSOC year 101 or 201
_GA_DECISIONS, _ECOSOC_DECISIONS, _HRC_DECISIONS = 301, 201, 101
#: a special session of the Human Rights Council adopts one or two texts
_HRC_SPECIAL = 9
#: special sessions of the Assembly that met after 2005: session and year
_GA_SPECIAL = {29: 2014, 30: 2016, 31: 2020, 32: 2021}
_FIRST_ARABIC_SESSION = 31
#: the special sessions before these count with the regular one: 3201 (S-VI), 2252 (ES-V)
_FIRST_SPECIAL = {"S-": 8, "ES-": 6}
_YEAR_OF_SESSION_0 = 1945


class Number(msgspec.Struct, frozen=True):
    """A number taken apart: `form` is "special", "session", "year", "roman" or "counted".

    `head` is the session, or the year for "year"; `count` the number within it. For "counted"
    ("1325 (2000)") `head` is the year. `mark` is "S-" or "ES-" for special sessions.
    """

    form: str
    head: int
    count: int
    mark: str = ""


def roman_value(numeral: str) -> int:
    """Value of a Roman numeral of a session.

    >>> roman_value("XXIX")
    29
    """
    total = 0
    for sign, following in zip(numeral, numeral[1:] + " ", strict=True):
        value = _ROMAN[sign]
        total += -value if value < _ROMAN.get(following, 0) else value
    return total


def roman_numeral(value: int) -> str:
    """Roman numeral of a session.

    >>> roman_numeral(29)
    'XXIX'
    """
    signs = (
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    )
    out = []
    for size, sign in signs:
        count, value = divmod(value, size)
        out.append(sign * count)
    return "".join(out)


@lru_cache(maxsize=4096)  # a text has few numbers, each asked about many times
def parse_number(number: str) -> Number | None:
    """Take a canonical number apart; None for one that no principal organ would give.

    >>> parse_number("217 (III)")
    Number(form='roman', head=3, count=217, mark='')
    """
    m = _SHAPE.fullmatch(number)
    if m is None:
        return None
    if m["special"]:
        return Number(
            "special", int(m["special_session"]), int(m["special_number"]), m["special"] + "-"
        )
    if m["session"]:
        head, count = int(m["session"]), int(m["number"])
        form = "year" if len(m["session"]) == 4 else "session"
        return Number(form, head, count)
    if m["old"]:
        return Number("roman", roman_value(m["roman"]), int(m["old"]), m["kind"] or "")
    return Number("counted", int(m["year"]), int(m["counted"]))


def latest_year(symbol: str | None, adopted: str | None) -> int | None:
    """The year after which a document cannot have been adopted, by its own symbol or its date.

    >>> latest_year("A/RES/75/89", "1982-12-10"), latest_year(None, "2020-12-08")
    (2021, 2020)
    """
    number = (
        re.search(r"(?<=/(?:RES|DEC)/)[\d/() ]+", symbol.replace("(", " (")) if symbol else None
    )
    parts = parse_number(number[0].strip()) if number else None
    if parts and parts.form == "session" and symbol:
        return (
            _hrc_year(parts.head)
            if symbol.startswith("A/HRC/")
            else _YEAR_OF_SESSION_0 + parts.head + 1
        )
    if parts and parts.form in ("year", "counted"):
        return parts.head
    return year_of(adopted)


def year_of(date: str | None) -> int | None:
    """Year of an ISO date."""
    return int(date[:4]) if date else None


@lru_cache(maxsize=4096)
def possible(body: str, type_: str | None, number: str, latest: int | None) -> bool:
    """Whether this organ ("ga", "sc", "hrc", "ecosoc") can have a text of this number by then.

    `latest` is the year of the citing document: nothing later can be cited.
    """
    parts = parse_number(number)
    if parts is None or parts.count == 0:
        return False
    check = {
        "ga": _possible_ga,
        "sc": _possible_sc,
        "hrc": _possible_hrc,
        "ecosoc": _possible_ecosoc,
    }
    return body in check and check[body](parts, type_, latest or 2100)


@lru_cache(maxsize=4096)
def agrees(body: str, number: str, date: str | None) -> bool:
    """Whether a stated date of adoption fits the session; True when nothing can be said.

    >>> agrees("hrc", "32/19", "2016-07-01"), agrees("ga", "32/19", "2016-07-01")
    (True, False)
    """
    parts, year = parse_number(number), year_of(date)
    if parts is None or year is None:
        return True
    if body == "ga":
        return _agrees_ga(parts, str(date), year)
    if body == "hrc":
        if parts.form == "session":
            return abs(_hrc_year(parts.head) - year) <= (parts.head in (43, 44, 45))
        return year >= 2006
    if body == "ecosoc" and parts.form == "roman":  # two sessions a year
        return abs(1946 + parts.head // 2 - year) <= 2
    if body in ("ecosoc", "sc") and parts.form in ("year", "counted"):
        return abs(parts.head - year) <= (body == "ecosoc")
    return True


def _agrees_ga(parts: Number, date: str, year: int) -> bool:
    """A session opens in September and ends in the next; the first opened in January 1946."""
    if parts.form == "special" and parts.mark == "S-":
        late = _GA_SPECIAL.get(parts.head)
        return late == year if late else year < 2006 and parts.head < 29
    if parts.form == "special" or parts.mark:
        return True
    opening = _YEAR_OF_SESSION_0 + parts.head
    first = f"{opening}-01" if parts.head == 1 else f"{opening}-09"
    return first <= date < f"{opening + 1}-10"


def type_by_number(body: str, number: str) -> str | None:
    """The type, "resolution" or "decision", where the number tells: 77/568 is a decision."""
    parts = parse_number(number)
    if parts is None or parts.form not in ("session", "special", "year"):
        return None
    first = {"ga": 401, "hrc": _HRC_DECISIONS, "ecosoc": _ECOSOC_DECISIONS}.get(body)
    if body == "ga" and parts.form == "special":
        first = 11
    return None if first is None else "decision" if parts.count >= first else "resolution"


def _hrc_year(session: int) -> int:
    return 2006 + (session - 1) // 3


def _possible_ga(parts: Number, type_: str | None, latest: int) -> bool:
    if parts.form == "session":
        in_time = _FIRST_ARABIC_SESSION <= parts.head <= latest - _YEAR_OF_SESSION_0
        return (
            in_time and parts.count < 1000 and (type_ != "decision" or parts.count >= _GA_DECISIONS)
        )
    if parts.form == "roman":
        # 80 to 135 a session, counted through: 194 (III), 1514 (XV), 3281 (XXIX)
        in_step = 80 * (parts.head - 1) < parts.count < 135 * parts.head
        return parts.mark != "" or (parts.head < _FIRST_ARABIC_SESSION and in_step)
    return parts.form == "special" and parts.head >= _FIRST_SPECIAL[parts.mark]


def _possible_sc(parts: Number, type_: str | None, latest: int) -> bool:
    if parts.form != "counted" or type_ not in (None, "resolution"):
        return False
    # about 40 a year at first, never more than 100
    return 1946 <= parts.head <= latest and parts.count <= (parts.head - 1945) * 60


def _possible_hrc(parts: Number, type_: str | None, latest: int) -> bool:
    if parts.form == "special":
        in_time = parts.head <= (latest - 2005) * 4
        return parts.mark == "S-" and in_time and parts.count <= _HRC_SPECIAL
    if parts.form != "session" or not parts.head >= 1 or _hrc_year(parts.head) > latest:
        return False
    return parts.count < (150 if type_ == "decision" else 80)


def _possible_ecosoc(parts: Number, type_: str | None, latest: int) -> bool:
    if parts.form == "roman":
        # 20 to 45 a session, counted through: 155 (VII), 1296 (XLIV), 2008 (LX)
        return (
            not parts.mark
            and parts.head < 64
            and 20 * (parts.head - 2) < parts.count < 45 * parts.head
        )
    if parts.form != "year" or not 1978 <= parts.head <= latest:
        return False
    if type_ == "decision":
        return 101 <= parts.count < 1000
    return parts.count < _ECOSOC_DECISIONS
