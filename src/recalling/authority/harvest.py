"""What a name stands for, as the footnotes themselves say: candidates for the authority.

A footnote behind a name gives its symbol or its place in a treaty series (《新城市议程》 with the
note 第71/256号决议，附件), and the same note of the same resolution stands behind the same name
in six languages. So names are joined across languages without knowing a word of any of them: what
stands before the marker is gathered under the note's own words, and the longest ending that most
places share is the name.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from recalling.model import Document, Language, Paragraph
from recalling.text import CJK

_WINDOW = 200
_LONGEST = 24  # words, or twice as many ideographs, that a name may have
_HAS_CJK = re.compile(f"[{CJK}]")
_END = re.compile(r"[\s,،，;；:：.。、]+$")
_IDENTIFIER = re.compile(r"[A-Z]{1,8}/[A-Z0-9]|\d/\d|\([IVXLC]+\)|\d{4,6}")
# "See resolution 70/1" and "General Assembly resolution 70/1" are one identity
_LEAD = re.compile(r"^(?:[Ss]ee )?(?:General Assembly )?")


class Place(msgspec.Struct, frozen=True, order=True):
    """One footnote marker: the symbol of the document and the label of the note."""

    symbol: str
    note: str


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """An identity that notes state, with the names that stand before those notes.

    `note` is the note as printed in the guiding language; `names` has the endings that most
    places share, longest support first, with how often each was read; `places` are where.
    `conflicts` are other notes that stand behind the same name.
    """

    note: str
    names: Mapping[Language, tuple[tuple[str, int], ...]]
    places: tuple[Place, ...]
    conflicts: tuple[str, ...] = ()


def harvest(
    documents: Iterable[Document], least: int = 3, guide: Language = "en"
) -> list[Candidate]:
    """Candidates that at least `least` places attest, the most attested first.

    Documents may come in any order and language; those without a symbol are passed over. The
    words of the note in the language `guide` group the places.
    """
    read: dict[Place, dict[Language, tuple[str, str]]] = defaultdict(dict)
    for document in documents:
        for place, words, note in _markers(document):
            read[place][document.language] = words, note
    groups: dict[str, list[Place]] = defaultdict(list)
    for place, languages in read.items():
        if guide in languages and _IDENTIFIER.search(languages[guide][1]):
            groups[_identity(languages[guide][1])].append(place)
    found = [
        Candidate(
            note=note,
            names=_names([read[place] for place in places]),
            places=tuple(sorted(places)),
        )
        for note, places in groups.items()
        if len(places) >= least
    ]
    found.sort(key=lambda candidate: (-len(candidate.places), candidate.note))
    return _with_conflicts(found, guide)


def _markers(document: Document) -> Iterable[tuple[Place, str, str]]:
    """Each marker of a document: its place, the words before it, and its note's words."""
    symbol, notes = document.cover.symbol, document.notes
    if symbol is None:
        return
    for paragraph in document.paragraphs:
        for words, note in _before(paragraph):
            if note in notes:
                yield Place(symbol, note), words, notes[note].flow.text


def _before(paragraph: Paragraph) -> Iterable[tuple[str, str]]:
    floor = 0
    for marker in paragraph.markers:
        words = paragraph.flow.text[max(floor, marker.at - _WINDOW) : marker.at]
        floor = marker.at
        yield _END.sub("", words), marker.note


def _identity(note: str) -> str:
    words = _LEAD.sub("", _END.sub("", note))
    return words[:1].upper() + words[1:]


def _names(
    read: list[dict[Language, tuple[str, str]]],
) -> dict[Language, tuple[tuple[str, int], ...]]:
    before: dict[Language, list[str]] = defaultdict(list)
    for languages in read:
        for language, (words, _) in languages.items():
            before[language].append(words)
    return {language: shared_endings(words) for language, words in sorted(before.items())}


def shared_endings(texts: list[str], most: int = 3) -> tuple[tuple[str, int], ...]:
    """The endings that texts share, each with how many texts end so, best first.

    An ending is kept when no longer one is shared by most of the texts that share it.

    >>> shared_endings(["recalling the Paris Agreement", "under the Paris Agreement"], most=1)
    (('the Paris Agreement', 2),)
    """
    counts: Counter[str] = Counter()
    longer: dict[str, int] = defaultdict(int)
    for text in texts:
        counts.update(_endings(text))
    for text in texts:
        shorter: str | None = None
        for ending in _endings(text):
            if shorter is not None:
                longer[shorter] = max(longer[shorter], counts[ending])
            shorter = ending
    enough = max(2 if len(texts) > 1 else 1, len(texts) // 10)
    kept = [
        (ending, count)
        for ending, count in counts.items()
        if count >= enough and longer[ending] < 0.6 * count
    ]
    kept.sort(key=lambda pair: (-pair[1] * len(pair[0]) ** 0.5, pair[0]))
    return tuple(kept[:most])


def _endings(text: str) -> list[str]:
    """Endings of a text from the shortest: by words, or by signs where words are not divided."""
    if _HAS_CJK.search(text):
        return [text[-size:] for size in range(2, min(len(text), 2 * _LONGEST) + 1)]
    words = text.split(" ")
    return [" ".join(words[-size:]) for size in range(1, min(len(words), _LONGEST) + 1)]


def _with_conflicts(candidates: list[Candidate], guide: Language) -> list[Candidate]:
    """Each candidate with the other notes that stand behind its best name."""
    bearers: dict[str, list[str]] = defaultdict(list)
    for candidate in candidates:
        for name, _ in candidate.names.get(guide, ())[:1]:
            bearers[name].append(candidate.note)
    return [
        msgspec.structs.replace(
            candidate,
            conflicts=tuple(
                note
                for name, _ in candidate.names.get(guide, ())[:1]
                for note in bearers[name]
                if note != candidate.note
            ),
        )
        for candidate in candidates
    ]
