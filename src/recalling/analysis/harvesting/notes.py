"""What the footnotes of a corpus say that names stand for: one observation a name and note.

A footnote behind a name gives its symbol, its place in a treaty series, a part (《新城市议程》 with
the note 第71/256号决议，附件). Names are those that identification found before the note's mark,
with the grammar of names in each language; what a note gives is what was cited in it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from urllib.parse import unquote

import msgspec

from recalling.analysis.corpus import Corpus
from recalling.analysis.harvesting.candidates import Target
from recalling.analysis.harvesting.forms import filed_as, names_before
from recalling.authority import Authority, Entry
from recalling.extractors.name_index import instrument_index
from recalling.graph import BASE
from recalling.model import LANGUAGES, Language

_NOTES = """
SELECT ?note ?entity ?start ?quote ?part WHERE {
  ?note rec:wordsBefore ?words .
  ?citation rec:inParagraph ?note ; cito:hasCitedEntity ?entity ; rec:start ?start ;
    rec:quote ?quote .
  OPTIONAL { ?citation rec:citedPart ?part }
}
"""
_NAMES = """
SELECT ?note ?quote ?entity ?verb WHERE {
  ?mention rec:footnote ?note ; rec:quote ?quote .
  OPTIONAL { ?mention cito:hasCitedEntity ?entity }
  OPTIONAL { ?mention rec:verb ?verb }
}
"""
_WORDS = "SELECT DISTINCT ?note ?words WHERE { ?note rec:wordsBefore ?words }"
_TEXTS = "SELECT DISTINCT ?note ?text WHERE { ?note rec:wordsBefore ?words ; rec:text ?text }"
_MOST_TARGETS = 2  # a note that cites more lists documents and says nothing of one name
_CHANGES = re.compile(r"/(?:Add|Corr|Amend|Rev)\.\d{1,3}$")
_DIGIT = re.compile(r"\d")
#: "vol. 1771, No. 30822" in any language: the first and the last number of a place in a series
_PLACE_IN_SERIES = re.compile(r"\d{1,6}")


class Observation(msgspec.Struct, frozen=True, order=True):
    """A name with what its note gives: `note` is the IRI of the note in one language.

    `work` and `label` are the citing document's key and the label of the note, the same in all
    its languages. `known` is the key under which the authority knows the name, else empty; a
    known name is spelled as its label.
    """

    work: str
    label: str
    language: Language
    name: str
    targets: tuple[Target, ...]
    known: str = ""

    @property
    def note(self) -> str:
        """The path of the note under the base: `doc/A/RES/76/1/en#note7`."""
        return f"{self.work}/{self.language}#{self.label}"


def observations(corpus: Corpus, authority: Authority) -> list[Observation]:
    """Every name of a corpus with a note that gives one or two things, in order."""
    given = _given(corpus, authority)
    said: dict[str, list[str]] = defaultdict(list)
    for note_iri, words in corpus.rows(_WORDS):
        said[note_iri].append(words)
    found: set[Observation] = set()
    for iri, quote, entity, verb in corpus.rows(_NAMES):
        place, note = place_of(iri_path(iri)), given.get(iri)
        if place is None or note is None or not _explained(iri_path(entity), note, authority):
            continue
        work, language, label = place
        for words in said[iri]:
            for name in names_before(words, quote, verb, language, authority):
                known, text = filed_as(name, language, authority)
                found.add(Observation(work, label, language, text or name, note.targets, known))
    return sorted(found)


def note_texts(corpus: Corpus) -> Mapping[str, str]:
    """The words of every note that gives something, by its path under the base."""
    return {iri_path(iri): text for iri, text in sorted(corpus.rows(_TEXTS))}


def iri_path(iri: str) -> str:
    """What stands behind the base of an IRI, without percent signs."""
    return unquote(iri.removeprefix(BASE))


def place_of(note: str) -> tuple[str, Language, str] | None:
    """The work, the language and the label of a note by its path; None for what is no note."""
    text, _, label = note.partition("#")
    work, _, code = text.rpartition("/")
    language = next((one for one in LANGUAGES if one == code), None)
    return None if language is None or not label else (work, language, label)


class _Given(msgspec.Struct, frozen=True):
    """What a note gives, and the keys of all that is cited in it."""

    targets: tuple[Target, ...]
    keys: frozenset[str]


def _given(corpus: Corpus, authority: Authority) -> dict[str, _Given]:
    """What each note gives, by the note's IRI; notes that give nothing or a list are left out."""
    cited: dict[str, dict[tuple[int, str], list[str]]] = defaultdict(lambda: defaultdict(list))
    quotes: dict[tuple[str, str], str] = {}
    for note, entity, start, quote, part in sorted(corpus.rows(_NOTES)):
        if _identifies(note, quote, authority):
            cited[note][int(start), entity].append(part)
            quotes[note, entity] = quote
    found: dict[str, _Given] = {}
    for note, every in cited.items():
        targets = _targets(
            [
                Target(iri_path(entity), _joined(parts), _volume(quotes[note, entity]))
                for (_, entity), parts in sorted(every.items())
            ],
            authority,
        )
        if len(targets) <= _MOST_TARGETS:
            found[note] = _Given(targets, frozenset(iri_path(entity) for _, entity in every))
    return found


def _explained(entity: str, note: _Given, authority: Authority) -> bool:
    """Whether a name may mean what its note gives: not so what is identified as something else.

    An opinion of a court is one, with the document that prints it; a name that was not identified
    may mean it.
    """
    given = entity.partition("#")[0] in note.keys
    return not entity or given or authority.entry(entity) is not None


def _identifies(note: str, quote: str, authority: Authority) -> bool:
    """Whether words of a note say what something is: a number, or "Ibid."; not one more name."""
    if _DIGIT.search(quote):
        return True
    place = place_of(iri_path(note))
    return place is not None and not instrument_index(authority, place[1]).find(quote)


def _joined(parts: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(part for part in parts if part))


def _volume(quote: str) -> str:
    numbers = _PLACE_IN_SERIES.findall(quote)
    return numbers[0] if len(numbers) > 1 else ""


def _targets(given: list[Target], authority: Authority) -> tuple[Target, ...]:
    """What a note gives, each once, without changes to a document that it gives itself."""
    every = dict.fromkeys(_known_target(target, authority) for target in given)
    kept = [t for t in every if not any(_changes(t.key, other.key) for other in every)]
    return tuple(sorted(kept))


def _changes(key: str, other: str) -> bool:
    """Whether a document is an addition or correction to another: A/CONF.189/12/Corr.1."""
    return key != other and bool(_CHANGES.search(key)) and key.startswith(other + "/")


def _known_target(target: Target, authority: Authority) -> Target:
    """A part of a document, or a treaty, as the named instrument that it is, if it is one only.

    A store may be older than the authority.
    """
    if authority.entry(target.key):
        return Target(target.key)
    series, number = target.treaty
    if series:
        found = authority.by_registration(series, target.volume or None, number)
        return Target(found[0].key) if len(found) == 1 else target
    target = Target(target.key, target.part)
    if not target.symbol:
        return target
    found = authority.by_symbol(target.symbol, target.part or None)
    return Target(found[0].key) if len(found) == 1 else target


def agrees(entry: Entry, targets: Iterable[Target]) -> bool:
    """Whether what a note gives can be the instrument that the authority has under the name.

    It is so when the note gives the instrument, the document in which it stands, or more or less
    of that document; and when the authority has no identifier yet.
    """
    if entry.symbol is None and not entry.registrations and entry.container is None:
        return True
    holders = {entry.key, entry.container, f"doc/{entry.symbol}"}
    return any(target.key in holders for target in targets)
