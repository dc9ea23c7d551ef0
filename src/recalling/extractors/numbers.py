"""Numbers of resolutions and decisions in running text: what they are, and whose.

A paragraph's numbers and cues (type words, bodies, "its") are read in order of place. A type word
and its numbers form a chain: "its resolutions 58/13 of …, entitled “…”, and 60/2 of …". The body
stands before the type, between type and number, or behind the number, as the language's data
say; what a title quotes is read apart, so that a body named in a title owns nothing outside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from operator import attrgetter

from recalling.extractors.context import Context
from recalling.extractors.number_chains import Reading, read_chains
from recalling.extractors.number_grammar import latin_capitals, number_grammar
from recalling.extractors.number_titles import state_titles
from recalling.extractors.number_tokens import Token, tokens
from recalling.extractors.place import mention_at
from recalling.extractors.taken import Stretches, marker_behind
from recalling.model import Mention, NumberClaim, Paragraph, Span
from recalling.model.sessions import agrees, parse_number, possible

_QUOTED = re.compile(
    '“[^“”]{1,900}”|«[^«»]{1,900}»|《[^《》]{1,900}》|”[^“”]{1,900}“|"[^"]{1,900}"|「[^「」]{1,900}」'
)
_QUOTES = '“”«《"「'  # what opens one
_COUNTED = re.compile(r"\(\d{4}\)$")
_YEARLY = re.compile(r"\d{4}/")
_OTHERS = frozenset({"commission", "committee", "parties", "agency", "unea", "unhabitat", "who"})
_ORGANS = frozenset({"ga", "sc", "hrc", "ecosoc", "council"})
#: a session of a commission adopts no more resolutions than this
_FEW = 20
#: no formula with which a text begins is longer
_FORMULA = 120
#: how far from a number of a list the next one stands, its subject between them
_LISTED = 200
#: what may stand between a mention and its marker
_CLOSING = " ,;.»”“’)》、，。；号"
_SILENT_ROLES = frozenset({"cover", "title", "formula", "closing"})


def find_numbers(paragraph: Paragraph, context: Context) -> Iterator[Mention]:
    """Mentions of resolutions and decisions by their number, in order of place.

    Reads nothing on the cover or in the closing lines. Numbers inside what earlier finders took
    (a document symbol) are left to them.
    """
    text = paragraph.flow.text
    if paragraph.role in _SILENT_ROLES:
        return
    grammar = number_grammar(context.language)
    taken = Stretches((m.at, m.until) for m in context.found)
    found = sorted(tokens(latin_capitals(text), grammar, taken), key=attrgetter("at"))
    if not found:
        return
    readings: list[Reading] = []
    for numbers, stretches in _layers(text, found):
        readings.extend(read_chains(text, numbers, stretches, grammar))
    readings.sort(key=lambda r: r.token.at)
    state_titles(text, readings, grammar)
    bodies = [_body(reading, paragraph, context) for reading in readings]
    for place in range(len(readings) - 1, 0, -1):
        if bodies[place - 1] is None and _shared(readings[place - 1], readings[place], context):
            bodies[place - 1] = bodies[place]
    for reading, body in zip(readings, bodies, strict=True):
        yield _mention(paragraph, reading, body)


def _layers(text: str, found: list[Token]) -> Iterator[tuple[list[Token], list[tuple[int, int]]]]:
    """The text outside quotations, then each quotation that holds a number, each on its own."""
    if not any(quote in text for quote in _QUOTES):
        yield found, [(0, len(text))]
        return
    quoted = Stretches(m.span() for m in _QUOTED.finditer(text))
    inside: dict[tuple[int, int], list[Token]] = {}
    outside: list[Token] = []
    for token in found:
        span = quoted.around(token.at)
        if span is None or token.until > span[1]:
            outside.append(token)
        else:
            inside.setdefault(span, []).append(token)
    if outside:
        yield outside, _gaps(quoted.places, len(text))
    for span, numbers in inside.items():
        yield numbers, [span]


def _gaps(spans: list[tuple[int, int]], end: int) -> list[tuple[int, int]]:
    at, gaps = 0, []
    for start, until in spans:
        gaps.append((at, start))
        at = until
    return [*gaps, (at, end)]


def _mention(paragraph: Paragraph, reading: Reading, body: str | None) -> Mention:
    token = reading.token
    return mention_at(
        paragraph,
        token.at,
        token.until,
        NumberClaim(_number(token), body, reading.type),
        reading.rule,
        extent=_extent(paragraph, reading),
        part=token.part,
        date=reading.date,
        title=reading.title,
        note=_note(paragraph, reading),
    )


def _number(token: Token) -> str:
    """The number of a claim; a range as "74/1-74/5"."""
    return f"{token.number}-{token.last}" if token.last else token.number


def _body(reading: Reading, paragraph: Paragraph, context: Context) -> str | None:
    """Whose number it is said to be.

    "its" is the nearest body that the words tie to it ("the Council, in its resolution 5/1"), or
    else the speaker. Where the words tie it to nobody, a date that fits the Human Rights Council's
    sessions and not the Assembly's tells, if that Council has been named before it.
    """
    said, number, date = reading.body, reading.token.number, reading.date
    if _COUNTED.search(number):  # only the Security Council counts through all years
        return said if said in ("sc", "council", "self") else None
    if said == "sc" and "ga" in reading.seen and _can("ga", reading, context):
        return "ga"  # "General Assembly and Security Council resolutions 70/262 and 2282 (2016)"
    if said not in (None, "self"):
        return said
    if said is None and _YEARLY.match(number) and context.organ != "ecosoc":
        # "resolutions of the Commission on Human Rights …, including resolutions 1998/72"
        named = reading.seen & {"commission", "ecosoc", "council"}
        return "commission" if named == {"commission"} else None
    if said == "self" and reading.strong and _ties(reading, date):
        return reading.antecedent
    if said == "self" and (speaker := _speaker(paragraph, context)) in _OTHERS:
        return speaker
    return _by_date(reading, paragraph, context) or said


def _shared(first: Reading, second: Reading, context: Context) -> bool:
    """Whether a number of a list that is nobody's yet has the body of the next one.

    "resolutions 5/1, on institution-building of the Council, and 5/2, on the Code of Conduct …, of
    the Human Rights Council": both are of one session that the organ understood cannot have had.
    """
    one, other = parse_number(first.token.number), parse_number(second.token.number)
    if one is None or other is None or (one.form, one.head) != ("session", other.head):
        return False
    told = max(first.token.until, first.end)  # its title may be long
    listed = first.type == second.type and second.token.at - told < _LISTED
    number, organ = first.token.number, context.organ or "ga"
    return listed and not _understood(organ, first.type, number, first.date, context.latest)


def _speaker(paragraph: Paragraph, context: Context) -> str | None:
    """Who speaks in an attachment that begins with its own formula: "The … Commission,"."""
    part, colon, _ = paragraph.label.rpartition(":")
    if not colon or paragraph.role == "note":
        return None
    for other in context.document.paragraphs:
        if other.role == "heading" or not other.label.startswith(part + colon):
            continue
        text = other.flow.text.rstrip()
        if len(text) > _FORMULA or not text.endswith((",", "،", "，")):
            return None
        cues = number_grammar(context.language).cues(text, 0, len(text))
        return next((cue.value for cue in cues if cue.kind == "body"), None)
    return None


def _ties(reading: Reading, date: str | None) -> bool:
    """Whether a body that the words tie to "its" owns the number; commissions count low."""
    if reading.antecedent in _ORGANS:
        return True
    parts = parse_number(reading.token.number)
    low = parts is not None and parts.form == "session" and parts.count <= _FEW
    if reading.antecedent == "commission" and parts is not None and parts.form == "year":
        return date is None  # "the Commission on Human Rights, in its resolution 2005/5"
    return reading.antecedent in _OTHERS and date is None and low


def _by_date(reading: Reading, paragraph: Paragraph, context: Context) -> str | None:
    """The body that form and date speak for, where it is not the one that would be understood."""
    number, date, nearest = reading.token.number, reading.date, reading.antecedent
    roman = number.endswith(")")
    organ = context.organ or "ga"
    if roman and nearest in _OTHERS and reading.body and not _can("ga", reading, context):
        # "the Economic Commission …, of its resolution 574 (XXVII)", but the Council's own by date:
        # "… of the Statistical Commission, and its resolution 1566 (L) of 3 May 1971"
        own = date is not None and _can(organ, reading, context) and agrees(organ, number, date)
        return None if own else nearest
    if (reading.body, date, nearest) == (None, None, "hrc") and _can("hrc", reading, context):
        return (
            "hrc"  # "her report to the Human Rights Council submitted pursuant to resolution 34/24"
        )
    if _understood(organ, reading.type, number, date, context.latest):
        return None
    council = {"hrc", "council"} & reading.seen and _can("hrc", reading, context)
    if council and agrees("hrc", number, date):
        return "hrc"
    if nearest in _OTHERS or (nearest and _can(nearest, reading, context)):
        return nearest
    # in a commission's own text, 2013年5月1日第69/1号决议 is the commission's
    speaker = _speaker(paragraph, context) if date is not None and reading.body is None else None
    return speaker if speaker in _OTHERS else None


@lru_cache(maxsize=4096)
def _understood(
    organ: str, type_: str | None, number: str, date: str | None, latest: int | None
) -> bool:
    """Whether the number can be of one of the organs that are understood where none is said."""
    return any(
        possible(body, type_, number, latest) and agrees(body, number, date)
        for body in (organ, "ga", "sc", "ecosoc")
    )


def _can(body: str, reading: Reading, context: Context) -> bool:
    return possible(body, reading.type, reading.token.number, context.latest)


def _extent(paragraph: Paragraph, reading: Reading) -> Span | None:
    start, end = min(reading.start, reading.token.at), max(reading.end, reading.token.until)
    if (start, end) == (reading.token.at, reading.token.until):
        return None
    return paragraph.flow.span(start, end)


def _note(paragraph: Paragraph, reading: Reading) -> str | None:
    """The note whose marker stands right behind the mention, its date or its title."""
    if not paragraph.markers:
        return None
    text = paragraph.flow.text
    for end in sorted({reading.token.until, reading.end, reading.date_end}):
        marker = marker_behind(paragraph.markers, end, 3)
        if marker and not text[end : marker.at].strip(_CLOSING):
            return marker.note
    return None
