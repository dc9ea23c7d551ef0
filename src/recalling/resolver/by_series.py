"""Treaties by volume and number become instruments.

A convention and its protocols share a number: the volume tells them apart, and where it does not,
the name at the note's marker does.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from recalling.authority import Entry
from recalling.extractors.short_forms import is_protocol
from recalling.model import Evidence, Instrument, Mention, NameClaim, SeriesClaim
from recalling.resolver.instruments import instrument_of
from recalling.resolver.state import Identified, Outcome, State, Unidentified

_PREFIX = {"UNTS": "I", "LNTS": "LoN"}
#: Part II of the Treaty Series, what is filed and recorded, counts on its own: its Nos. 1061 to
#: 1240 stand in volumes 1651 to 2160. Part I was past them in volume 120, with No. 1616.
_FILED, _LATE = range(900, 1500), 1000
_LONGEST_RANGE = 20
_VOLUMES_OF_ONE = 2  # how far the volumes of one long treaty follow each other
Series = Literal["UNTS", "LNTS"]


def identify_series(mention: Mention, state: State) -> Outcome | None:
    """The treaty, or the treaties of a range of numbers, that a place in a series names."""
    claim = mention.claim
    if not isinstance(claim, SeriesClaim):
        return None
    series = _series(mention, claim, state)
    numbers = _numbers(claim.registration)
    if not numbers:
        return _by_volume(mention, series, claim.volumes, state)
    if len(numbers) > 1:
        group = _registered(series, claim, state) or _group(mention, state)
        if group is not None:
            found = (instrument_of(group, state),)
            return Identified(found, "treaty-series", evidence=_evidence(mention, state))
    treaties: dict[str, Instrument] = {}
    for number in numbers:
        for instrument in _treaties(mention, series, claim.volumes, number, state):
            treaties.setdefault(instrument.key, instrument)
    return Identified(tuple(treaties.values()), "treaty-series", evidence=_evidence(mention, state))


def of_noun(
    surface: str, cited: Mention, found: Identified, state: State
) -> tuple[Instrument, ...]:
    """The treaties of a place in a series that are ones by a name's noun; none when it is another.

    A protocol is not its convention, and a note may give the volumes of both: "vols. 1465 and 2375,
    No. 24841".
    """
    language = state.document.language
    protocol = is_protocol(surface, language)

    def fits(key: str) -> bool:
        entry = state.authority.entry(key)
        label = None if entry is None else entry.label(language)
        return label is None or is_protocol(label, language) == protocol

    chosen = tuple(one for one in found.instruments if fits(one.key))
    claim = cited.claim
    if chosen or not isinstance(claim, SeriesClaim):
        return chosen
    entries = _unique(
        entry
        for volume in claim.volumes
        for entry in state.authority.by_registration(claim.series, volume, claim.registration)
    )
    return tuple(instrument_of(entry, state) for entry in entries if fits(entry.key))


def _registered(series: Series, claim: SeriesClaim, state: State) -> Entry | None:
    """What the authority knows by the whole range: the four Geneva Conventions, Nos. 970–973."""
    volume = claim.volumes[0] if claim.volumes else None
    entries = state.authority.by_registration(series, volume, claim.registration)
    return entries[0] if len(entries) == 1 else None


def _group(mention: Mention, state: State) -> Entry | None:
    """What the words at the marker call the treaties of a range: "the Geneva Conventions"."""
    entries = [state.authority.entry(key) for key in _named(mention, state)]
    groups = [entry for entry in entries if entry is not None and not entry.registrations]
    return groups[0] if len(entries) == len(groups) == 1 else None


def _series(mention: Mention, claim: SeriesClaim, state: State) -> Series:
    """The series; "Ibid., vol. …" goes on in the one last named."""
    if mention.rule != "ibid-series":
        return claim.series
    for earlier in state.nearest(mention):
        if isinstance(earlier.claim, SeriesClaim) and earlier.rule == "series":
            return earlier.claim.series
    return claim.series


def _numbers(registration: str | None) -> list[str]:
    """The numbers of a registration: "970-973" are four, "I-30822" is one."""
    if registration is None:
        return []
    first, _, last = registration.rpartition("-")
    if first.isdigit() and last.isdigit():
        low, high = int(first), int(last)
        if low < high <= low + _LONGEST_RANGE:
            return [str(number) for number in range(low, high + 1)]
    return [last]


def _treaties(
    mention: Mention,
    series: Series,
    volumes: tuple[str, ...],
    number: str,
    state: State,
) -> list[Instrument]:
    by_volume = [state.authority.by_registration(series, volume, number) for volume in volumes]
    entries = _unique(entry for found in by_volume for entry in found)
    sharing = state.authority.by_registration(series, None, number)
    named = _named(mention, state)
    chosen = [entry for entry in entries if entry.key in named]
    chosen = chosen or [entry for entry in sharing if entry.key in named]
    if not entries and len(sharing) == 1 and _continues(sharing[0], volumes):
        chosen = list(sharing)
    if not chosen and entries:
        # one citation of the convention, though its protocols stand in the volumes named with it
        first = by_volume[0]
        whole = len(first) == 1 and "protocol" not in first[0].key
        chosen = list(first) if whole else entries
    if chosen:
        return [instrument_of(entry, state) for entry in chosen]
    filed = series == "UNTS" and not sharing and _is_filed(number, volumes)
    key = f"treaty/{'II' if filed else _PREFIX[series]}-{number}"
    if sharing and volumes:
        key += f"/{volumes[0]}"  # another treaty under the number of one that is known
    return [Instrument(key=key, kind="treaty")]


def _is_filed(number: str, volumes: tuple[str, ...]) -> bool:
    """Whether a number is one of Part II: too low for its volume to be a registered treaty's.

    "vol. 1978, No. 1197" is the cooperation agreement of 1997 with the Caribbean Community.
    """
    late = bool(volumes) and all(v.isdigit() and int(v) > _LATE for v in volumes)
    return late and number.isdigit() and int(number) in _FILED


def _continues(entry: Entry, volumes: tuple[str, ...]) -> bool:
    """Whether a treaty printed in several volumes is cited by a later one: 1833, 1834, 1835."""
    known = [int(v) for r in entry.registrations for v in r.volumes if v.isdigit()]
    return any(0 < int(v) - k <= _VOLUMES_OF_ONE for v in volumes if v.isdigit() for k in known)


def _by_volume(mention: Mention, series: Series, volumes: tuple[str, ...], state: State) -> Outcome:
    """A volume and a page name no treaty, unless the words at the marker do."""
    named = _named(mention, state)
    entries = _unique(
        entry
        for volume in volumes
        for entry in state.authority.by_registration(series, volume, None)
        if entry.key in named
    )
    if len(entries) == 1:
        found = (instrument_of(entries[0], state),)
        return Identified(found, "treaty-series", evidence=_evidence(mention, state))
    return Unidentified("unknown-name", "The volume is given, but no number tells which treaty.")


def _named(mention: Mention, state: State) -> set[str]:
    """Keys of the instruments that the words at this note's marker may name."""
    return {
        key
        for caller in state.calling(mention.paragraph)
        if isinstance(caller.claim, NameClaim)
        for key in caller.claim.candidates
    }


def _unique(entries: Iterable[Entry]) -> list[Entry]:
    return list({entry.key: entry for entry in entries}.values())


def _evidence(mention: Mention, state: State) -> tuple[Evidence, ...]:
    own = Evidence("treaty-series", mention.paragraph, mention.surface)
    callers = (
        Evidence("name", caller.paragraph, caller.surface)
        for caller in state.calling(mention.paragraph)
        if isinstance(caller.claim, NameClaim)
    )
    return (own, *callers)
