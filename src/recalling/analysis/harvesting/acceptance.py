"""Accepted candidates become entries of the authority: whole, once, and only when undisputed.

Entries are written in the shape of `ontology/authority/instruments.ttl`, each label with its row in
`attestations.tsv`. What is there stays as it is, byte for byte; a known instrument gets the names
that it lacks. Both files take their names together, after the new ones were read back.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Container, Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from recalling.analysis.harvesting.candidates import Candidate, Name, Target
from recalling.analysis.harvesting.forms import bearers, noun_of
from recalling.authority import Authority, Entry
from recalling.authority.load import read_authority
from recalling.graph import BASE, instrument_iri
from recalling.graph.terms import literal
from recalling.model.errors import InputError
from recalling.model.files import write_together

ENTRIES, ATTESTATIONS = "instruments.ttl", "attestations.tsv"
_HEAD = "instrument\tlanguage\tlabel\ttimes\tfirst\n"
_LABEL_LINE = re.compile(r"^    skos:(?:pref|alt|hidden)Label .*;$", re.M)


class Accepted(msgspec.Struct, frozen=True):
    """What became of one candidate: the key of its entry, and which names were written.

    `names` is empty when all was there already; `new` tells a new entry.
    """

    id: str
    key: str
    names: tuple[Name, ...]
    new: bool


def accept(
    candidates: Sequence[Candidate],
    ids: Iterable[str],
    folder: Path,
    *,
    contenders: Sequence[str] = (),
    without: Sequence[str] = (),
) -> list[Accepted]:
    """Write candidates into the authority in `folder`, all or none.

    A name that stands for several things is refused unless one of them is in `contenders`: it is
    written where that is the candidate itself, else left out. Names in `without` are left out.
    Raises InputError, saying what is in the way, and OutputError.
    """
    entries = _read(folder / ENTRIES)
    rows = _read(folder / ATTESTATIONS) or _HEAD
    found = {candidate.id: candidate for candidate in candidates}
    done: list[Accepted] = []
    for id_ in dict.fromkeys(ids):
        if id_ not in found:
            raise InputError(
                f"{id_!r} is no candidate of this file: `recalling authority review` lists them."
            )
        chosen = _undisputed(found[id_], contenders, without)
        authority = _parsed(entries, folder)
        one = _placed(chosen, authority)
        entries = _with_entry(entries, chosen, one, authority)
        rows = _with_rows(rows, one)
        done.append(one)
    _parsed(entries, folder)
    write_together(folder, {ENTRIES: entries.encode(), ATTESTATIONS: rows.encode()})
    return done


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            f"{path} cannot be read: give the folder of an authority, as ontology/authority is."
        ) from error


def _parsed(entries: str, folder: Path) -> Authority:
    """The authority of these entries with the rest of the folder; DataError when it is broken."""
    with tempfile.TemporaryDirectory() as beside:
        path = Path(beside) / ENTRIES
        path.write_bytes(entries.encode())
        others = [p for p in sorted(folder.glob("*.ttl")) if p.name != ENTRIES]
        return read_authority([path, *others])


def _undisputed(
    candidate: Candidate, contenders: Sequence[str], without: Sequence[str]
) -> Candidate:
    """The candidate with those names that are its own, by the contenders that were named."""
    dropped = set(without)
    for conflict in candidate.conflicts:
        if conflict.name in dropped:
            continue
        named = [one for one in conflict.contenders if one.id in contenders]
        if len(named) != 1:
            rivals = ", ".join(f"{one.id} ({one.works})" for one in conflict.contenders)
            raise InputError(
                f"{candidate.id}: the name “{conflict.name}” stands for several things: {rivals}; "
                "say which it names with --contender, or leave the name out with --without."
            )
        if named[0].id != candidate.id:
            dropped.add(conflict.name)
    names = tuple(name for name in candidate.names if name.text not in dropped)
    if not names:
        raise InputError(f"{candidate.id}: no name is left to be written.")
    if len(candidate.targets) > 1:
        raise InputError(
            f"{candidate.id}: its notes give {candidate.target}, and an entry is one thing: "
            "write this one by hand."
        )
    return msgspec.structs.replace(candidate, names=names)


def _placed(candidate: Candidate, authority: Authority) -> Accepted:
    """Where a candidate goes, and which of its names are not there yet."""
    key = candidate.known or _key(candidate)
    entry = authority.entry(key)
    if entry is not None and not candidate.known and not _is(entry, candidate.targets[0]):
        raise InputError(
            f"{candidate.id}: {key} is in the authority already, as something else than "
            f"{candidate.target}: change the id in the file of candidates."
        )
    have = {(label.language, label.text) for label in entry.labels} if entry else set()
    missing = tuple(n for n in candidate.names if (n.language, n.text) not in have)
    for name in missing:
        others = set(bearers(name.text, name.language, authority)) - {key}
        if others:
            raise InputError(
                f"{candidate.id}: the authority has “{name.text}” for {min(others)}; leave the "
                "name out with --without, or tell the two apart by hand, with a skos:scopeNote."
            )
    fresh = tuple(n for n in missing if not bearers(n.text, n.language, authority))
    return Accepted(candidate.id, key, fresh, entry is None)


def _key(candidate: Candidate) -> str:
    """The whole of a document has the document's key; everything else one of its own."""
    target = candidate.targets[0]
    return target.key if target.symbol and not target.part else f"instrument/{candidate.id}"


def _is(entry: Entry, target: Target) -> bool:
    """Whether an entry is what the notes give, by symbol and part, or by registration."""
    if target.registration:
        places = (f"{r.series} {'+'.join(r.volumes)} / {r.number}" for r in entry.registrations)
        return target.registration in places
    if target.symbol:
        return (entry.symbol, entry.part or "") == (target.symbol, target.part)
    return entry.symbol is None and not entry.registrations


def _with_entry(entries: str, candidate: Candidate, one: Accepted, authority: Authority) -> str:
    if not one.names:
        return entries
    if one.new:
        return f"{entries.rstrip()}\n\n{_entry(candidate, one, authority)}\n"
    return _with_labels(entries, one, authority)


def _entry(candidate: Candidate, one: Accepted, authority: Authority) -> str:
    """A new entry, a statement a line."""
    said = [
        f"{_term(one.key)} a skos:Concept, rec:NamedInstrument",
        f"skos:inScheme <{BASE}instrument>",
        *(["rec:quoted true"] if not any(noun_of(n.text, n.language) for n in one.names) else []),
        f"rec:kind kind:{candidate.kind}",
        *_labels(one.names, ()),
        *_identifiers(candidate.targets[0], authority),
        f"dcterms:source {literal(candidate.source)}",
    ]
    return " ;\n    ".join(said) + " ."


def _term(key: str) -> str:
    slug = key.removeprefix("instrument/")
    return f"inst:{slug}" if slug != key else f"<{instrument_iri(key)}>"


def _labels(names: Sequence[Name], preferred: Container[str]) -> Iterator[str]:
    """The labels: the first of each language that has no preferred one is preferred."""
    first: dict[str, Name] = {}
    for name in names:
        if name.language not in preferred:
            first.setdefault(name.language, name)
    others = [name for name in names if first.get(name.language) is not name]
    for rank, every in (("prefLabel", first.values()), ("altLabel", others)):
        for name in every:
            yield f"skos:{rank} {literal(name.text, name.language)}"


def _identifiers(target: Target, authority: Authority) -> Iterator[str]:
    """Symbol, part and document, or the place in a treaty series.

    What shares the number of a known instrument has the place of that.
    """
    entry = authority.entry(target.key)
    if entry is not None and entry.registrations:
        for place in entry.registrations:
            volumes = "+".join(place.volumes)
            yield f"rec:registration {literal(f'{place.series} {volumes} / {place.number}')}"
    elif target.volume:
        yield f"rec:registration {literal(target.registration)}"
    elif target.symbol:
        yield f"rec:symbol {literal(target.symbol)}"
        if target.part:
            yield f"rec:part {literal(target.part)}"
            yield f"rec:containedIn <{instrument_iri(target.key)}>"


def _with_labels(entries: str, one: Accepted, authority: Authority) -> str:
    """The entries with more labels behind those that one of them has."""
    entry = authority.entry(one.key)
    start = re.search(f"^{re.escape(_term(one.key))} a ", entries, re.M)
    if entry is None or start is None:
        raise InputError(f"{one.key} is not in {ENTRIES}: it cannot be given more names.")
    end = entries.find("\n\n", start.start())
    end = len(entries) if end < 0 else end
    lines = list(_LABEL_LINE.finditer(entries, start.start(), end))
    if not lines:
        raise InputError(f"{one.key} has no label on a line of its own in {ENTRIES}.")
    preferred = frozenset(x.language for x in entry.labels if x.rank == "preferred")
    more = "".join(f"\n    {label} ;" for label in _labels(one.names, preferred))
    return entries[: lines[-1].end()] + more + entries[lines[-1].end() :]


def _with_rows(rows: str, one: Accepted) -> str:
    """The attestations with a row for each name that was written."""
    have = {tuple(row.split("\t")[:3]) for row in rows.splitlines()}
    more = [
        f"{one.key}\t{name.language}\t{name.text}\t{name.works}\t{_symbol(name.notes[0])}\n"
        for name in one.names
        if (one.key, name.language, name.text) not in have
    ]
    return rows + "".join(more)


def _symbol(note: str) -> str:
    """The symbol of the document of a note: `doc/A/RES/76/1/en#note7` is of A/RES/76/1."""
    return note.partition("#")[0].rpartition("/")[0].removeprefix("doc/")
