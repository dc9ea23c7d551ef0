"""Notes that place something in an annex, where no name in the text has their marker.

"Welcoming further the outcome,⁵" with the note "Resolution S-23/3, annex": one language has a name
there and another a phrase. The note says what is cited in all of them: the resolution, and what
stands in its annex.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from recalling.model import (
    BackClaim,
    Instrument,
    Mention,
    NumberClaim,
    SymbolClaim,
)
from recalling.resolver.by_name import within
from recalling.resolver.state import Identified, State

_TWO = re.compile(r"\bannexes ([IVX]{1,5}) and ([IVX]{1,5})$")
_PLACES = (NumberClaim, SymbolClaim, BackClaim)


def annexed(state: State) -> Iterator[tuple[Mention, Identified]]:
    """What notes cite besides their document, each with the mention in the note that says so."""
    near = _near(state)
    for label, paragraph in state.paragraphs.items():
        if paragraph.role != "note":
            continue
        placed = _placed(label, state)
        if placed is None:
            continue
        mention, found, part = placed
        document = found.instruments[0]
        contents = _contents(document, part, state)
        named = _named(label, document, state) or any(
            (document.key, one) in near.get(label, ()) for one in (part, *_parts(part))
        )
        if document not in contents and not named:
            yield mention, Identified((document, *contents), found.how, found.part, found.evidence)


def _contents(document: Instrument, part: str, state: State) -> tuple[Instrument, ...]:
    """What stands in a part; of two annexes, what stands in each where both have a name."""
    each = [within(document, one, None, state.authority) for one in _parts(part)]
    if each and all(state.authority.entry(one.key) is not None for one in each):
        return tuple(each)
    return (within(document, part, None, state.authority),)


def _parts(part: str) -> list[str]:
    """Two annexes apart: "annexes I and II" is annex I, annex II."""
    two = _TWO.search(part)
    return [] if two is None else [f"annex {numeral}" for numeral in two.groups()]


def _placed(label: str, state: State) -> tuple[Mention, Identified, str] | None:
    """The first mention of a note when it names one document and an annex of it."""
    for mention in state.inside(label):
        found = state.identified(mention)
        if found is None or not isinstance(mention.claim, _PLACES):
            return None
        part = found.part or mention.part or ""
        annex = part.rpartition(", ")[2].startswith("annex")
        one = found.instruments[0]
        documents = len(found.instruments) == 1 and one.symbol is not None and one.container is None
        return (mention, found, part) if annex and documents else None
    return None


def _named(label: str, document: Instrument, state: State) -> bool:
    """Whether a mention in the text has the note as its own: what it cites stands in the document.

    A known name of something else stands before the marker by chance.
    """
    for caller in state.calling(label):
        found = state.identified(caller)
        if isinstance(caller.claim, NumberClaim | SymbolClaim) or found is None:
            return True
        if any(document.key in (i.key, i.container) for i in found.instruments):
            return True
    return False


def _near(state: State) -> dict[str, set[tuple[str, str]]]:
    """For each note, the documents and parts in which what a sentence with its marker names stands.

    "the International Covenant on Civil and Political Rights, in particular its article 27,⁵" is
    what note 5 places in the annex of resolution 2200 A (XXI), though its marker is farther off.
    """
    places: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for label, paragraph in state.paragraphs.items():
        if not paragraph.markers:
            continue
        pairs = (state.identified(mention) for mention in state.inside(label))
        cited = [one for found in pairs if found for one in found.instruments]
        here = {(one.container, one.part) for one in cited if one.container and one.part}
        for marker in paragraph.markers if here else ():
            places[marker.note] |= here
    return places
