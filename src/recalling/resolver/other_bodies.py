"""Numbers that no principal organ gave: "Environment Assembly resolution 2/10", "decision X/2".

Such a text has no symbol of its own. It stands in the document that its footnote names; without a
note it is known by its number and the body that gave it, and where the words name a kind of body
only ("the Commission") it is this document's, since each commission counts for itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from recalling.model import (
    Evidence,
    Instrument,
    Mention,
    NameClaim,
    NumberClaim,
    ShortClaim,
    SymbolClaim,
)
from recalling.model.sessions import parse_number, roman_value
from recalling.model.symbols import parent
from recalling.resolver.labour import labour_convention
from recalling.resolver.state import Identified, State

#: bodies of which there is one; others are kinds of bodies ("commission", "parties", "agency")
_ONE_OF_A_KIND = frozenset({"unea", "unhabitat", "who", "imo", "opcw", "au", "ilo"}) | frozenset(
    {"cat", "ccpr", "ced", "cedaw", "cerd", "cescr", "cmw", "crc", "crpd"}
)
#: types of texts that are kinds of instruments too
_KINDS = ("general-comment", "convention", "recommendation")
#: "1/CP.21", "3/CMA.1": so number the parties to the climate convention and its agreements
_CLIMATE = re.compile(r"^\d{1,3}/(?:CP|CMA|CMP)\.")
#: the documents of other conventions' parties, who number their decisions likewise: "3/COP.14"
_OTHER_PARTIES = ("ICCD/", "UNEP/CBD/", "CBD/")
#: "IOC-XXX/11.1", "BC-14/13": the number itself says whose it is
_CODED = re.compile(r"(?![IVXLC]{1,7}[-/])[A-Z]{2,6}[-/.(]")
#: whose documents a series holds, where the words do not tell: UNEP/EA.5/Res.8
_SERIES = (
    (re.compile(r"UNEP/EA\."), "unea"),
    (re.compile(r"A/(?:69|[7-9]\d)/25$"), "unea"),  # Supplement No. 25 of each session
    (re.compile(r"HSP/HA\."), "unhabitat"),
)
_PRINCIPALS = frozenset({"ga", "sc", "hrc", "ecosoc", "self", "council", None})
#: what the principal organs print: a report without a place in it is not where a text stands
_PRINCIPAL = re.compile(r"[AES]/(?!CONF)")
#: "decision X/2", which Arabic texts print as 10/2
_ROMAN = re.compile(r"([IVXL]{1,7})/(?=\d)")
#: "WHA73.1", "WHA 64.27", Arabic 73/1 and 64-27
_HEALTH = re.compile(r"(?:WHA ?)?(\d{2})[./-](\d{1,3})")
#: "3/COP.14" is 3/CP.14 in Arabic, which has one abbreviation; "C-24/Dec.4" is C-24/DEC.4
_SPELLED = {"COP.": "CP.", "/Dec.": "/DEC.", "‑": "-"}
_SPELLING = re.compile("|".join(map(re.escape, _SPELLED)))
#: how far behind a number its subject may go on before the marker
_FAR = 700
#: numbers in a row, and mentions of one number that may place it: no resolution has more
_MOST = 16
_SENTENCE = re.compile(r"[;؛。；]|\. ")


def identify_elsewhere(claim: NumberClaim, mention: Mention, state: State) -> Identified:
    """A text of a body that has no symbols for its resolutions, by note or by number alone."""
    known = labour_convention(claim, mention, state)
    if known is not None:
        return known
    noted = identify_by_note(claim, mention, state)
    if noted is not None:
        return noted
    instrument = Instrument(key=_own_key(claim, state), kind=_kind(claim), body=claim.body)
    return Identified((instrument,), "number-of-other-body")


def identify_by_note(
    claim: NumberClaim, mention: Mention, state: State, within: re.Pattern[str] | None = None
) -> Identified | None:
    """A text that stands in the document that the note of its number names, one and no more.

    `within` is what the document's symbol must begin with, where not any will do.

    The same number of the same body without a note is the one that the document notes elsewhere.
    A body of which there is one gives a number once: noted or not, it is the same text.
    """
    noted = _noted(mention, state) or _noted_elsewhere(claim, state)
    if noted is None:
        return None
    cited, container = noted
    if within is not None and not within.match(container.symbol or ""):
        return None
    own = state.note_label(mention)
    printed = own is not None and _symbols(own, state) == 1
    series = (body for pattern, body in _SERIES if pattern.match(container.symbol or ""))
    claim = msgspec.structs.replace(claim, body=claim.body or next(series, None))
    instrument = Instrument(
        key=_own_key(claim, state)
        if _one_of_a_kind(claim) and not _of_others(claim, container)
        else f"{container.key}#{_text(claim, '-')}",
        kind=_kind(claim),
        # a marker farther on places the text, and is no symbol printed with the number
        symbol=container.symbol if printed or _is_comment(container) else None,
        part=cited.part,
        container=container.key,
        body=claim.body,
    )
    evidence = (Evidence("note", cited.paragraph, cited.surface),)
    return Identified((instrument,), "number-in-noted-document", evidence=evidence)


def _kind(claim: NumberClaim) -> str:
    """What a text of another body is: general comments and conventions are kinds of their own."""
    return claim.type if claim.type in _KINDS else "other"


def _is_comment(container: Instrument) -> bool:
    """Whether a document is a general comment itself: CEDAW/C/GC/39."""
    return "/C/GC/" in (container.symbol or "")


def _symbols(note: str, state: State) -> int:
    """How many symbols a note prints."""
    return sum(isinstance(cited.claim, SymbolClaim) for cited in state.inside(note))


def _own_key(claim: NumberClaim, state: State) -> str:
    """The key of a text known by its number: the body's, or the citing document's own."""
    whose = _one_of_a_kind(claim) or state.document.cover.symbol or "unknown"
    return f"other/{whose}/{_text(claim, '/')}"


def _one_of_a_kind(claim: NumberClaim) -> str | None:
    """The one body that gives such a number, None where only the kind of body is known."""
    if claim.body in _ONE_OF_A_KIND:
        return claim.body
    coded = _CODED.match(claim.number) and not parse_number(claim.number)
    return "unfccc" if _CLIMATE.search(claim.number) else "code" if coded else None


def _of_others(claim: NumberClaim, container: Instrument) -> bool:
    """Whether a number that looks like the climate convention's stands in others' document."""
    printed = container.symbol or ""
    return _CLIMATE.search(claim.number) is not None and printed.startswith(_OTHER_PARTIES)


def _text(claim: NumberClaim, joint: str) -> str:
    return f"{claim.type or 'text'}{joint}{_slug(claim)}"


def _slug(claim: NumberClaim) -> str:
    """The number in one spelling: X/2 is 10-2 and WHA73.1 is 73.1, as some languages print them."""
    number = _ROMAN.sub(lambda m: f"{roman_value(m[1])}/", claim.number)
    if claim.body == "who":
        number = _HEALTH.sub(r"\1.\2", number)
    if claim.body == "au":
        number = number.rpartition("/")[2].replace(" ", "").partition(".")[2]
    number = _SPELLING.sub(lambda m: _SPELLED[m[0]], number)
    return re.sub(r"[^\w.-]+", "-", number).strip("-")


def _noted_elsewhere(claim: NumberClaim, state: State) -> tuple[Mention, Instrument] | None:
    """The document in which other mentions of the same text place it, if they name one."""
    found = [
        noted
        for other in state.numbered(claim.number)[:_MOST]
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
    if len({_without_ending(container.symbol or "") for _, container in found}) != 1:
        return None  # "E/2005/23, E/2005/23/Corr.1 and E/2005/23/Corr.2" is one document
    cited, container = found[0]
    placed = cited.part is not None or not _PRINCIPAL.match(container.symbol or "")
    return found[0] if own or placed else None


def _without_ending(symbol: str) -> str:
    """The document that an addendum or corrigendum belongs to, or the document itself."""
    while (base := parent(symbol)) is not None:
        symbol = base
    return symbol


def _note_behind(mention: Mention, state: State) -> str | None:
    """The note whose marker closes what is said of a number: its subject, its body, its session.

    "resolution 26/3 on mainstreaming a gender perspective into …,¹⁸"; of several numbers in a row
    each has its own marker behind them all, in the same order: "les résolutions 1/3 et 2/14 …, en
    date respectivement du 27 juin 2014⁴ et du 27 mai 2016⁵".
    """
    paragraph = state.paragraphs[mention.paragraph]
    inside = state.inside(mention.paragraph)
    index = bisect_left(inside, mention.at, key=lambda each: each.at)
    while inside[index] is not mention and inside[index] != mention:
        index += 1
    first, last = _row(inside, index, state)
    end = inside[last].until
    limit = next(
        (m.at for m in inside[last + 1 :] if isinstance(m.claim, NumberClaim | SymbolClaim)),
        end + _FAR,
    )
    stop = _SENTENCE.search(paragraph.flow.text, end, min(limit, end + _FAR))
    limit = stop.start() if stop else min(limit, end + _FAR)
    markers = paragraph.markers
    behind = bisect_left(markers, end, key=lambda marker: marker.at)
    until = bisect_left(markers, limit + 2, key=lambda marker: marker.at)
    labels = [marker.note for marker in markers[behind:until]]
    place = index - first
    if place >= len(labels) or (last > first and len(labels) != last - first + 1):
        return None
    label = labels[place]
    return label if label in state.paragraphs and not _spoken_for(label, state) else None


def _spoken_for(note: str, state: State) -> bool:
    """Whether a name or number carries a note that may be its own.

    The last name in "the Conference of the Parties to the Convention against Corruption¹²" stands
    before the marker by chance: such a name is known, and not by what the note cites.
    """
    symbols = {o.instruments[0].symbol for m in state.inside(note) if (o := state.identified(m))}
    for caller in state.calling(note):
        claim = caller.claim
        if isinstance(claim, ShortClaim):
            continue
        if not isinstance(claim, NameClaim) or not claim.candidates:
            return True
        entries = [state.authority.entry(key) for key in claim.candidates]
        if any(e and e.symbol in symbols for e in entries):
            return True
    return False


def _row(inside: Sequence[Mention], index: int, state: State) -> tuple[int, int]:
    """The first and last of the numbers of other bodies in a row that no marker parts."""
    first = last = index
    while max(0, index - _MOST) < first and _in_row(inside[first - 1], inside[first], state):
        first -= 1
    while last + 1 < min(len(inside), index + _MOST) and _in_row(
        inside[last], inside[last + 1], state
    ):
        last += 1
    return first, last


def _in_row(one: Mention, other: Mention, state: State) -> bool:
    """Whether two neighbours are numbers without notes of their own and with none between."""
    markers = state.paragraphs[one.paragraph].markers
    behind = bisect_left(markers, one.until, key=lambda marker: marker.at)
    parted = behind < len(markers) and markers[behind].at <= other.at
    return not parted and _bare(one, state) and _bare(other, state)


def _bare(mention: Mention, state: State) -> bool:
    """Whether a mention is a number of another body without a note of its own."""
    claim = mention.claim
    if not isinstance(claim, NumberClaim) or state.note_label(mention) is not None:
        return False
    return claim.body not in _PRINCIPALS or parse_number(claim.number) is None
