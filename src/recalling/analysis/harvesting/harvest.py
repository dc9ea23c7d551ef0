"""Candidates for the authority: what the notes of a corpus say that names stand for.

The languages are joined through the same note of the same document, without knowing a word of any
of them; names that ever stand at one note, and all that share a name with them, are one candidate.
A name that only one language reads where others were read too is no title but a turn of phrase.
What speaks against a candidate is stated with its counts, never settled here.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain, count

import msgspec

from recalling.analysis.corpus import Corpus
from recalling.analysis.harvesting.candidates import (
    Candidate,
    Conflict,
    Contender,
    Given,
    Name,
    Target,
)
from recalling.analysis.harvesting.forms import bearers, filed_as, same_noun
from recalling.analysis.harvesting.nominative import filed
from recalling.analysis.harvesting.notes import (
    Observation,
    agrees,
    note_texts,
    observations,
    place_of,
)
from recalling.authority import Authority
from recalling.extractors.name_grammar import load_names
from recalling.extractors.name_index import fold
from recalling.extractors.name_kinds import kind_of
from recalling.model import LANGUAGES, Language

_MOST_WORDS_OF_ID = 12
_SHORT_WORD = 4
_FEWEST_WORKS = 2
_MANY, _MOST_OF_ALL = 3, 0.7
_RARE = 20  # a name read so many times less often than another of the same thing is a slip
_NOTE = re.compile(r"note(?=\d)")
_UNFIT = re.compile(r"[^a-z0-9]+")
Place = tuple[str, str]
"""A note in whatever language: the citing document's key and the note's label."""
Identity = tuple[Target, ...]


def harvest(corpus: Corpus, authority: Authority, least: int = 3) -> list[Candidate]:
    """Candidates that at least `least` documents attest, the most attested first.

    What two documents attest contends for a name, though it may be no candidate.
    """
    texts = note_texts(corpus)
    read: dict[Place, set[Language]] = defaultdict(set)
    for note in texts:
        place = place_of(note)
        if place is not None:
            read[place[0], place[2]].add(place[1])
    groups = [
        group
        for group in _groups(observations(corpus, authority), read, authority)
        if len(group.works) >= min(least, _FEWEST_WORKS) and group.agreed(read)
    ]
    groups.sort(key=lambda group: (-len(group.works), group.identity))
    every = _named(groups, texts, authority)
    found = [candidate for candidate in every if candidate.works >= least]
    return _with_contenders(found, every, authority)


class _Group:
    """Observations of one thing, whose names and places hang together."""

    def __init__(self, identity: Identity, every: Iterable[Observation]) -> None:
        self.identity = identity
        self.every = sorted(set(every))
        self.works = {one.work for one in self.every}

    def agreed(self, read: Mapping[Place, set[Language]]) -> bool:
        """Whether half of the languages in which these notes were read have a name here."""
        languages = set().union(*(read[one.work, one.label] for one in self.every))
        return 2 * len({one.language for one in self.every}) >= len(languages)


def _groups(
    every: Sequence[Observation], read: Mapping[Place, set[Language]], authority: Authority
) -> Iterator[_Group]:
    """Observations parted by what they identify, and where no name or place connects them.

    More or less of one document is one thing as far as it bears the same names.
    """
    documents: dict[tuple[str, ...], list[tuple[Identity, Observation]]] = defaultdict(list)
    for identity, one in _telling(list(_identified(every, read, authority))):
        documents[tuple(target.key for target in identity)].append((identity, one))
    for _, here in sorted(documents.items()):
        for part in _connected(here, authority):
            counts = Counter(
                identity for identity, _ in {(i, o.work): (i, o) for i, o in part}.values()
            )
            identity = min(counts, key=lambda i: (-counts[i], -len(str(i)), i))
            yield _Group(identity, [one for _, one in part])


def _telling(
    every: Sequence[tuple[Identity, Observation]],
) -> Iterator[tuple[Identity, Observation]]:
    """Observations without names that describe: an unknown one of many things, most of none.

    成果文件, "outcome document", stands for the outcome of whatever meeting is spoken of.
    """
    works: dict[tuple[Language, str], dict[Identity, set[str]]] = defaultdict(
        lambda: defaultdict(set)
    )
    for identity, one in every:
        works[one.language, fold(one.name)][identity].add(one.work)
    for identity, one in every:
        counts = [len(these) for these in works[one.language, fold(one.name)].values()]
        describes = len(counts) >= _MANY and max(counts) < _MOST_OF_ALL * sum(counts)
        if one.known or not describes:
            yield identity, one


def _identified(
    every: Sequence[Observation], read: Mapping[Place, set[Language]], authority: Authority
) -> Iterator[tuple[Identity, Observation]]:
    """Each observation with what its place identifies: that which most of its languages give.

    Left out is a known name of something else that only few languages of the place have: the end
    of a longer phrase that another language puts in another order.
    """
    places: dict[Place, list[Observation]] = defaultdict(list)
    for one in every:
        places[one.work, one.label].append(one)
    given = {place: _most_given(here) for place, here in places.items()}
    elsewhere: dict[str, set[str]] = defaultdict(set)
    for (work, _), targets in given.items():
        elsewhere[work].update(target.key for target in targets)
    for (work, label), here in places.items():
        targets = given[work, label]
        own = {target.key for target in targets}
        aligned = [
            one
            for one in here
            if not own.isdisjoint(t.key for t in one.targets)
            # the note has another number in this language
            or elsewhere[work].isdisjoint(t.key for t in one.targets)
        ]
        identity = _known_identity(aligned, targets, authority)
        read_as = Counter(one.known for one in aligned)
        for one in aligned:
            stray = one.known and one.known != _key_of(identity)
            if not stray or 2 * read_as[one.known] >= len(read[work, label]):
                yield identity, one


def _most_given(here: Iterable[Observation]) -> Identity:
    """What most languages of a note give; the more exact of two that as many give."""
    counts: dict[Identity, set[str]] = defaultdict(set)
    for one in here:
        counts[one.targets].add(one.language)
    return min(counts, key=lambda targets: (-len(counts[targets]), -len(str(targets)), targets))


def _known_identity(here: Iterable[Observation], given: Identity, authority: Authority) -> Identity:
    """The instrument that most names at a place and its note agree on; else what the note gives."""
    counts: dict[str, set[str]] = defaultdict(set)
    for one in here:
        entry = authority.entry(one.known) if one.known else None
        if entry is not None and agrees(entry, given):
            counts[entry.key].add(one.language)
    if not counts:
        return given
    return (Target(min(counts, key=lambda key: (-len(counts[key]), key))),)


def _connected(
    here: Sequence[tuple[Identity, Observation]], authority: Authority
) -> list[list[tuple[Identity, Observation]]]:
    """Observations parted where no name and no place connects them.

    All labels of a known instrument are connected, and with them what stands at their places
    and has a noun of theirs.
    """
    parent: dict[object, object] = {}

    def root(node: object) -> object:
        while parent.setdefault(node, node) != node:
            node = parent[node]
        return node

    def place(identity: Identity, one: Observation) -> object:
        entry = authority.entry(_key_of(identity))
        fits = entry is None or (
            one.known == entry.key if one.known else same_noun(one.name, one.language, entry)
        )
        return one.work, one.label, identity, fits

    for identity, one in here:
        parent[root(place(identity, one))] = root((one.language, fold(one.name)))
        if one.known and one.known == _key_of(identity):
            parent[root(place(identity, one))] = root(one.known)
    parts: dict[object, list[tuple[Identity, Observation]]] = defaultdict(list)
    for identity, one in here:
        parts[root(place(identity, one))].append((identity, one))
    return list(parts.values())


def _named(
    groups: Sequence[_Group], texts: Mapping[str, str], authority: Authority
) -> list[Candidate]:
    """Groups with their names in order, their kind, and an id of their own."""
    found: list[Candidate] = []
    taken: set[str] = set()
    for group in groups:
        names = tuple(_names(group, authority))
        known = _known(group, names, authority)
        id_ = _id(known, names, group.identity, taken)
        taken.add(id_)
        found.append(
            Candidate(
                id=id_,
                kind=_kind(names, known, authority),
                targets=group.identity,
                names=names,
                works=len(group.works),
                status=_status(names, known, authority),
                known=known,
                given=_given(group),
                source=_source(names, texts),
            )
        )
    return found


def _names(group: _Group, authority: Authority) -> Iterator[Name]:
    """The names of a group, those most read first in each language, slips left out."""
    for language in LANGUAGES:
        here = [one for one in group.every if one.language == language]
        printed = Counter(one.name for one in {(o.work, o.name): o for o in here}.values())
        files = filed(printed, language)
        alike = {fold(name): name for name in sorted(files.values(), reverse=True)}
        by: dict[str, list[Observation]] = defaultdict(list)
        for one in here:
            by[alike[fold(files[one.name])]].append(one)
        works = {name: len({one.work for one in every}) for name, every in by.items()}
        order = sorted(by, key=lambda name: (-works[name], -len(name), name))
        for name in order:
            known = filed_as(name, language, authority)[0] == (_key_of(group.identity) or None)
            if name == order[0] or known or works[name] > max(1, works[order[0]] // _RARE):
                yield Name(
                    language=language,
                    text=name,
                    works=works[name],
                    notes=tuple(sorted({one.note for one in by[name]})),
                    known=known,
                )


def _key_of(identity: Identity) -> str:
    return identity[0].key if len(identity) == 1 else ""


def _known(group: _Group, names: Sequence[Name], authority: Authority) -> str:
    """The entry that a group is: by a name that it has, or by the noun of its names.

    A protocol shares the number of its treaty, and is not the treaty: its name has another noun.
    """
    entry = authority.entry(_key_of(group.identity))
    if entry is None:
        return ""
    if any(name.known for name in names):
        return entry.key
    alike = [
        same_noun(name.text, name.language, entry)
        and not bearers(name.text, name.language, authority)
        for name in names
    ]
    return entry.key if 2 * sum(alike) > len(alike) else ""


def _kind(names: Sequence[Name], known: str, authority: Authority) -> str:
    entry = authority.entry(known) if known else None
    if entry is not None:
        return entry.kind
    kinds = Counter(kind_of(name.text, load_names(name.language)) or "" for name in names)
    del kinds[""]
    return min(kinds, key=lambda kind: (-kinds[kind], kind), default="document")


def _status(names: Sequence[Name], known: str, authority: Authority) -> str:
    """What the authority knows of a candidate already."""
    if known:
        return "known" if all(name.known for name in names) else "new name"
    others = {filed_as(name.text, name.language, authority)[0] for name in names}
    return "elsewhere" if "" not in others else "new"


def _given(group: _Group) -> tuple[Given, ...]:
    """What the notes of a group give, with in how many documents, the most given first."""
    works: dict[Identity, set[str]] = defaultdict(set)
    for one in group.every:
        works[one.targets].add(one.work)
    given = [Given(targets, len(every)) for targets, every in works.items()]
    return tuple(sorted(given, key=lambda one: (-one.works, one.targets)))


def _source(names: Sequence[Name], texts: Mapping[str, str]) -> str:
    """A note of the name most read, quoted as the authority quotes its sources."""
    name = max(names, key=lambda name: (name.language in _LATIN, name.works), default=None)
    if name is None:
        return ""
    note = name.notes[0]
    work, _, label = note.partition("#")
    symbol = work.rpartition("/")[0].removeprefix("doc/")
    return f"{symbol}, {_NOTE.sub('note ', label)}: {texts.get(note, '')}".rstrip(": ")


def _id(known: str, names: Sequence[Name], identity: Identity, taken: Container[str]) -> str:
    """The slug of a known instrument, of its English name, else of what the notes give.

    Where it is taken, what the notes give stands behind it.
    """
    given = _slug(str(identity[0]))
    slug = known.removeprefix("instrument/") if known.startswith("instrument/") else ""
    title = next((name.text for name in names if name.language in _LATIN), "")
    first = slug or _slug(title) or given
    choices = chain([first, f"{first}-{given}"], (f"{first}-{given}-{n}" for n in count(2)))
    return next(choice for choice in choices if choice not in taken)


_LATIN: tuple[Language, ...] = ("en", "fr", "es")


def _slug(text: str) -> str:
    """Plain words joined by hyphens.

    >>> _slug("New Partnership for Africa’s Development")
    'new-partnership-for-africas-development'
    >>> _slug("Agreement under the United Nations Convention on the Law of the Sea on the …")
    'agreement-under-the-united-nations-convention'
    """
    plain = unicodedata.normalize("NFKD", text.replace("’", "").replace("'", ""))
    plain = plain.encode("ascii", "ignore").decode().lower()
    words = [word for word in _UNFIT.split(plain) if word]
    whole = len(words)
    del words[_MOST_WORDS_OF_ID:]
    while len(words) < whole and len(words[-1]) < _SHORT_WORD and len(words) > 1:
        del words[-1]  # no id ends "-of-the"
    return "-".join(words)


def _with_contenders(
    found: Sequence[Candidate], every: Sequence[Candidate], authority: Authority
) -> list[Candidate]:
    """Each candidate with what else its names stand for, and what else stands where it does."""
    ids = {candidate.id for candidate in found}
    bearers: dict[tuple[Language, str], list[tuple[str, Candidate, int]]] = defaultdict(list)
    places: dict[Identity, list[Candidate]] = defaultdict(list)
    for one in found:
        places[one.targets].append(one)
    for one in every:
        id_ = one.id if one.id in ids else one.known or one.targets[0].key
        for name in one.names:
            bearers[name.language, fold(name.text)].append((id_, one, name.works))
    return [
        msgspec.structs.replace(
            candidate,
            beside=tuple(_beside(candidate, places[candidate.targets], authority)),
            conflicts=tuple(_conflicts(candidate, bearers, authority)),
        )
        for candidate in found
    ]


def _beside(
    candidate: Candidate, there: Iterable[Candidate], authority: Authority
) -> Iterator[Contender]:
    key = _key_of(candidate.targets)
    if authority.entry(key) and not candidate.known:
        yield Contender(key, key, 0)
    for other in there:
        if other.id != candidate.id:
            yield Contender(other.id, other.target, other.works)


def _conflicts(
    candidate: Candidate,
    bearers: Mapping[tuple[Language, str], Sequence[tuple[str, Candidate, int]]],
    authority: Authority,
) -> Iterator[Conflict]:
    """The names of a candidate that something else has, in the corpus or in the authority."""
    for name in candidate.names:
        bearing = bearers[name.language, fold(name.text)]
        contenders = [
            Contender(id_, other.target, works)
            for id_, other, works in bearing
            if other.id != candidate.id
        ]
        known, _ = filed_as(name.text, name.language, authority)
        if known and all(known not in (other.known, id_) for id_, other, _ in bearing):
            contenders.append(Contender(known, known, 0))
        if contenders:
            own = Contender(candidate.id, candidate.target, name.works)
            yield Conflict(name.language, name.text, (own, *sorted(contenders)))
