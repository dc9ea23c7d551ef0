"""Names become instruments: through the authority, or through the note behind the name.

The note confirms what the authority says, tells apart what bears one name, and gives the identity
of a name that the authority does not know: what stands in A/CONF.211/8, chap. I, is that part of
that document.
"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from recalling.authority import Authority, Entry
from recalling.extractors.described import CONTAINED_IN_FORMER, CONTAINED_IN_LATTER
from recalling.extractors.name_grammar import load_names
from recalling.extractors.name_index import fold
from recalling.extractors.names import NAME_ATTACHED, NAME_BRACKETED
from recalling.model import (
    BackClaim,
    Evidence,
    Instrument,
    Mention,
    NameClaim,
    NumberClaim,
    RecordClaim,
    SeriesClaim,
    SymbolClaim,
)
from recalling.model.sessions import roman_value
from recalling.resolver.by_series import of_noun
from recalling.resolver.instruments import instrument_of, plain
from recalling.resolver.shortened import identify_shortened
from recalling.resolver.state import Identified, Outcome, State, Unidentified

#: rules of what stands in a document, and whether that document is named before it
_SIDES = {CONTAINED_IN_FORMER: True, CONTAINED_IN_LATTER: False}
#: claims of a note that say in which document something stands
_PLACES = (NumberClaim, SymbolClaim, BackClaim)
#: how far before a name the document is looked for that it is about
_HEAD = 200
#: what may stand between a name, the marker behind it and the next name of a list
_NEXT = 4
#: what stands around a second name in a bracket: " (also known as the “", ")"
_ALIAS = re.compile(r"[”»》\"]?,?\s?[(（](?:[\w’']{1,20} ){0,4}(?:[\w]{1,4}[’'])?[“«《\"]?\s?")
_ALIAS_END = re.compile(r"[”»》\"]?\s?[)）]")
#: where a document prints something else
_BEHIND = ("annex", "appendix", "enclosure", "attachment")
#: a note that names what stands in an annex: "See the joint statement on … (A/74/863, annex)"
_TITLED = re.compile(
    r"(?P<title>[^()（）;；:：]{12,240})[(（](?P<symbol>[A-Z][^\s,،，]{3,40})[,،，][^()（）]{3,60}[)）]"
)
#: words that tell titles apart, and how much of them all their forms share
_LONG_WORD, _STEM = re.compile(r"\w{4,}"), 5
#: documents of a session or a year, which report on treaties and print one only in an annex
_REPORTING = re.compile(r"(?:A|E)/(?:HRC/)?\d|S/\d{4}/|[A-Z]{2,5}/CSP/")
#: "annex I and annex II", as Chinese repeats the word
_TWO_ANNEXES = re.compile(r"annex-([IVX]{1,5})/annex-([IVX]{1,5})$")
#: the session in "decision-XIII/11"
_ROMAN = re.compile(r"(?<=decision-)([IVXL]{1,7})/(?=\d)")


def identify_name(mention: Mention, state: State) -> Outcome | None:
    """The instrument that a name means."""
    claim = mention.claim
    if not isinstance(claim, NameClaim):
        return None
    if mention.rule == NAME_BRACKETED:
        return _in_bracket(mention, state)
    if mention.rule in _SIDES:
        return _in_document(mention, claim, state)
    entries = [e for key in claim.candidates if (e := state.authority.entry(key)) is not None]
    if not entries:
        noted = _by_note(mention, claim, state)
        return (
            noted
            or _alias(mention, claim, state)
            or identify_shortened(mention, claim, state)
            or _unknown(claim)
        )
    if mention.rule == NAME_ATTACHED:
        named = Evidence("authority", mention.paragraph, mention.surface)
        return Identified(
            tuple(instrument_of(each, state) for each in entries), "name", evidence=(named,)
        )
    agreeing = [e for e in entries if _in_note(e, mention, state)]
    if len(entries) > 1 and len(agreeing) != 1:
        return Unidentified("ambiguous", f"“{claim.name}” is the name of several instruments.")
    chosen = agreeing[0] if agreeing else entries[0]
    evidence = [Evidence("authority", mention.paragraph, mention.surface)]
    if agreeing:
        evidence += _note_evidence(mention, state)
    how = "name and note" if agreeing else "name"
    instrument = instrument_of(chosen, state)
    if instrument.anticipated and (agreeing or _noted_elsewhere(chosen, state)):
        instrument = plain(chosen)
    if chosen.symbol is None and not chosen.registrations:
        instrument, told = _placed(instrument, mention, state)
        evidence += told
    return Identified((instrument,), how, evidence=tuple(evidence))


def _placed(
    instrument: Instrument, mention: Mention, state: State
) -> tuple[Instrument, list[Evidence]]:
    """An instrument without a symbol of its own, placed where a note of the document says.

    The mention's own note speaks first, then that of any other mention of the same instrument. What
    stands in a document exists: it is not anticipated any more. A treaty is in a resolution
    or in an annex, never in a report as a whole: the note behind "Article 101 of the Charter" in
    A/RES/75/91 is about what the sentence says, as is that behind "rule 153 of the rules of
    procedure" in A/RES/75/253. Nor does an agency's own record contain what is
    named: the meeting of the Contracting Parties to the London Protocol stands in LC 32/15.
    """
    for caller in (mention, *state.noting(instrument.key)):
        for cited, found in state.noted(caller):
            document = found.instruments[0]
            own = document.symbol is None or document.key.startswith("record/")
            if own or not isinstance(cited.claim, _PLACES):
                break
            part = found.part or cited.part or document.part
            whole = part is None and not isinstance(cited.claim, NumberClaim)
            if whole and (
                instrument.kind == "treaty" or (caller.part and instrument.kind == "rules")
            ):
                break
            placed = msgspec.structs.replace(
                instrument,
                symbol=document.symbol,
                part=part,
                container=document.container or document.key,
                anticipated=False,
            )
            return placed, [Evidence("note", cited.paragraph, cited.surface)]
    return instrument, []


def within(
    container: Instrument, part: str | None, kind: str | None, authority: Authority
) -> Instrument:
    """What stands in a part of a document: the authority's instrument, else one by its place."""
    if container.symbol is not None:
        places = [part, part.rpartition(", ")[2]] if part else []
        for place in places:
            entries = authority.by_symbol(container.symbol, place)
            if len(entries) == 1:
                return plain(entries[0])
        inside = authority.inside(container.symbol)
        if part is None and len(inside) == 1:
            return plain(inside[0])
    spot = part or kind
    if spot is None:
        return container
    return Instrument(
        key=f"{container.key}#{_slug(spot)}",
        kind=kind or "document",
        symbol=container.symbol,
        part=part,
        container=container.key,
        body=container.body,
    )


def _slug(spot: str) -> str:
    """A place in a document for its key: the same whether the language prints XIII/11 or 13/11."""
    items = [item for item in spot.split(", ") if not item.startswith("para")]
    spelled = "/".join(items or [spot]).replace(" ", "-").replace(".", "").replace("COP", "CP")
    spelled = _ROMAN.sub(lambda m: f"{roman_value(m[1])}/", spelled)
    return _TWO_ANNEXES.sub(r"annexes-\1-and-\2", spelled)


def _in_bracket(mention: Mention, state: State) -> Outcome | None:
    """The treaty whose place in a series the bracket behind a name gives."""
    for behind in state.inside(mention.paragraph):
        if behind.at < mention.until:
            continue
        found = state.identified(behind)
        if found is None:
            return None
        evidence = Evidence("treaty-series", behind.paragraph, behind.surface)
        return Identified(found.instruments, "name and series", evidence=(evidence,))
    return None


def _in_document(mention: Mention, claim: NameClaim, state: State) -> Outcome | None:
    """What stands in the document that the words name right before or behind it."""
    documents = [
        m for m in state.inside(mention.paragraph) if isinstance(m.claim, NumberClaim | SymbolClaim)
    ]
    if _SIDES[mention.rule]:
        near = next((m for m in reversed(documents) if m.until <= mention.at), None)
    else:
        near = next((m for m in documents if m.at >= mention.until), None)
    found = None if near is None else state.identified(near)
    if near is None or found is None:
        return None
    part = near.part or mention.part
    instrument = within(found.instruments[0], part, claim.kind, state.authority)
    return Identified(
        (instrument,), "contained", evidence=(Evidence("contained", near.paragraph, near.surface),)
    )


def _by_note(mention: Mention, claim: NameClaim, state: State) -> Identified | None:
    """What the note behind a name cites first; with a part, what stands in that part."""
    for cited, found in state.noted(mention):
        if isinstance(cited.claim, SeriesClaim):
            treaties = of_noun(mention.surface, cited, found, state)
            evidence = tuple(_note_evidence(mention, state))
            return Identified(treaties, "note", evidence=evidence) if treaties else None
        instrument = found.instruments[0]
        if _named_next(mention, instrument, state):
            return None
        part = found.part or cited.part
        if _titled_otherwise(claim, cited, state):
            return None
        if not _annexed(part) and (_headed(mention, state) or _reports(claim, instrument)):
            return None
        documented = instrument.symbol is not None or not isinstance(cited.claim, BackClaim)
        if isinstance(cited.claim, _PLACES) and part is not None and documented:
            if part.rpartition(", ")[2].startswith("annex"):
                instrument = within(instrument, part, claim.kind, state.authority)
            else:  # a chapter or section of a report is a place in it, no instrument
                return Identified(
                    (instrument,), "note", part, tuple(_note_evidence(mention, state))
                )
        placed = part if isinstance(cited.claim, RecordClaim) else None
        return Identified((instrument,), "note", placed, tuple(_note_evidence(mention, state)))
    return None


def _named_next(mention: Mention, instrument: Instrument, state: State) -> bool:
    """Whether a note says what the name right behind its marker is: 《声明》、⁹《世界人权宣言》."""
    return any(
        0 <= name.at - mention.until <= _NEXT and instrument.key in name.claim.candidates
        for name in state.inside(mention.paragraph)
        if isinstance(name.claim, NameClaim)
    )


_folded = lru_cache(maxsize=8192)(fold)  # a name is compared with all before it


def _alias(mention: Mention, claim: NameClaim, state: State) -> Identified | None:
    """What another name in a bracket behind it makes of a name: "… (the Ramsar Convention)".

    The same name further on means the same.
    """
    text = state.paragraphs[mention.paragraph].flow.text
    name = _folded(claim.name)
    for earlier in state.nearest(mention):
        if not isinstance(earlier.claim, NameClaim):
            continue
        beside = (
            earlier.paragraph == mention.paragraph
            and _ALIAS.fullmatch(text, earlier.until, mention.at) is not None
            and _ALIAS_END.match(text, mention.until) is not None
        )
        found = state.identified(earlier) if beside or _folded(earlier.claim.name) == name else None
        if found is not None and len(found.instruments) == 1:
            evidence = Evidence("name", earlier.paragraph, earlier.surface)
            return Identified(found.instruments, "alias", evidence=(evidence,))
    return None


def _annexed(part: str | None) -> bool:
    """Whether a note gives the place behind a document where something else is printed."""
    return part is not None and any(word in part for word in _BEHIND)


def _headed(mention: Mention, state: State) -> bool:
    """Whether a name only says what the document before it is about, whose note stands behind.

    "the report of the Secretary-General on the implementation of the Relationship Agreement"
    """
    text = state.paragraphs[mention.paragraph].flow.text
    headed = load_names(state.document.language).headed
    return headed.search(text, max(0, mention.at - _HEAD), mention.at) is not None


def _titled_otherwise(claim: NameClaim, cited: Mention, state: State) -> bool:
    """Whether a note says in its own words what stands where, and it is not what the name says.

    "See joint statement on open markets (A/74/863, annex)" behind "rules of the Organization".
    """
    text = state.paragraphs[cited.paragraph].flow.text
    bracket = _TITLED.match(text)
    if bracket is None or not bracket.start("symbol") <= cited.at < bracket.end():
        return False
    lead, name = fold(bracket["title"]), fold(claim.name)
    if load_names(state.document.language).grammar.spaced:
        beginnings = {word[:_STEM] for word in _LONG_WORD.findall(name)}
    else:
        beginnings = {name[at : at + 3] for at in range(len(name) - 2)}
    return not any(beginning in lead for beginning in beginnings)


def _reports(claim: NameClaim, document: Instrument) -> bool:
    """Whether a document can only be about the treaty that a name has the form of.

    "the obstacles to the implementation of the Final Agreement, presented to the Council" with
    the report in the note.
    """
    if claim.kind not in ("treaty", "agreement") or document.container is not None:
        return False
    return _REPORTING.match(document.symbol or "") is not None


def _note_evidence(mention: Mention, state: State) -> list[Evidence]:
    return [Evidence("note", cited.paragraph, cited.surface) for cited, _ in state.noted(mention)][
        :1
    ]


def _in_note(entry: Entry, mention: Mention, state: State) -> bool:
    """Whether the note behind a name cites this very instrument, or the document it stands in."""
    for cited, found in state.noted(mention):
        for instrument in found.instruments:
            if instrument.key == entry.key or instrument.key == entry.container:
                return True
            if entry.symbol is not None and instrument.symbol == entry.symbol:
                return True
        del cited
    return False


def _noted_elsewhere(entry: Entry, state: State) -> bool:
    """Whether a note behind another mention of an instrument gives its place: then it exists."""
    return any(_in_note(entry, caller, state) for caller in state.noting(entry.key))


def _unknown(claim: NameClaim) -> Unidentified:
    return Unidentified(
        "unknown-name", f"“{claim.name}” has the form of an instrument's name, but is not known."
    )
