"""Reviews of texts beside each other: languages, dates, footnotes, files that claim to be one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from recalling.analysis.corpus import CitationRow, Corpus
from recalling.analysis.suspicion import Suspicion, holds, number_of, suspect
from recalling.model import LANGUAGES

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LETTER = re.compile(r"(?P<letter>[A-Z]{1,2})(?:,|$)")
_PREFERENCE = ("en", "fr", "es", "ru", "zh", "ar")  # whose words are shown to the reader
_WITNESSES = 3  # languages that must agree where a date is not merely a slip
_MANY = 5  # texts missing from one language: not each has been forgotten
_SHOWN = 200  # code points of a paragraph

_Missing = tuple[str, str, str, CitationRow]


def missing_languages(corpus: Corpus) -> Iterator[Suspicion]:
    """A numbered text cited in the same paragraph in five languages, and not at all in the sixth.

    Only where the sixth has that paragraph and its words hold the number in no order of digits.
    """
    found: dict[tuple[str, str], list[_Missing]] = defaultdict(list)
    for work, target, language, row in _cited_in_five(corpus):
        number = number_of(corpus.symbols[target])
        there = corpus.paragraphs(f"{work}/{language}")
        if number is None or row.paragraph not in there:
            continue
        if not any(holds(text, number.number) for text in there.values()):
            found[work, language].append((target, row.paragraph, there[row.paragraph], row))
    for (work, language), missing in found.items():
        yield from _missing(corpus, work, language, missing)


def _cited_in_five(corpus: Corpus) -> Iterator[tuple[str, str, str, CitationRow]]:
    """Document, numbered text, the language without it, and the citation to show of the five."""
    at: dict[tuple[str, str], dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for citation, target in corpus.cited_at:
        text, _, place = citation.partition("#")
        work, _, language = text.rpartition("/")
        if len(corpus.works.get(work, ())) == len(LANGUAGES):
            paragraph = re.sub(r"-\d+-\d+(?:-[^#]*)?$", "", place)
            at[work, target][language].setdefault(paragraph, citation)
    lacking: dict[str, tuple[str, str, str]] = {}
    for (work, target), by in at.items():
        if len(by) != len(LANGUAGES) - 1 or number_of(corpus.symbols.get(target, "")) is None:
            continue
        (language,) = set(LANGUAGES) - set(by)
        shared = set.intersection(*(set(places) for places in by.values()))
        for paragraph in sorted(shared)[:1]:
            shown = min(by, key=_PREFERENCE.index)
            lacking[by[shown][paragraph]] = (work, target, language)
    for row in corpus.citations_at(lacking):
        work, target, language = lacking[row.citation]
        number = number_of(corpus.symbols[target])
        if number and holds(row.quote, number.number):
            yield work, target, language, row


def _missing(
    corpus: Corpus, work: str, language: str, missing: Sequence[_Missing]
) -> Iterator[Suspicion]:
    """Each text that is missing, or one place where so many are that the text must be another."""
    first = min(missing, key=lambda one: one[3].start)
    for target, paragraph, words, row in [first] if len(missing) >= _MANY else missing:
        if len(missing) >= _MANY:
            sentence = (
                f"{len(missing)} texts are cited in the other five languages and not here, "
                f"{corpus.shown(target)} first: this may be the text of another document."
            )
        else:
            sentence = (
                f"{corpus.shown(target)} is cited here in the other five languages "
                f"({row.language}: “{row.quote}”), and its number stands in no paragraph of this "
                "text that cites."
            )
        yield Suspicion(
            kind="language",
            document=corpus.shown(work),
            language=language,
            paragraph=paragraph,
            words=words[:_SHOWN],
            sentence=sentence,
        )


def wrong_dates(corpus: Corpus) -> Iterator[Suspicion]:
    """A date that is not that of the cited document, by that document's own cover.

    The date must be a slip of the pen (two of year, month and day are right), or stand so in
    several languages; and it may not be the date of another text that the paragraph cites.
    """
    stated = corpus.rows(
        "SELECT DISTINCT ?c ?x ?d { ?c rec:statedDate ?d ; cito:hasCitedEntity ?x }"
    )
    doubted = [c for c, cited, date in stated if date != corpus.own_dates.get(cited, date)]
    parts = corpus.parts_at(doubted)
    wrong: list[tuple[CitationRow, str]] = []
    for row in corpus.citations_at(doubted):
        meant = _meant(row.cited, parts.get(row.citation, ()))
        own = corpus.own_dates.get(meant, "")
        if _DAY.fullmatch(row.date) and _DAY.fullmatch(own) and row.date != own:
            wrong.append((row, meant))
    alike = Counter((row.citing, row.cited, row.paragraph, row.date) for row, _ in wrong)
    beside = _dates_beside(corpus, {row.citing for row, _ in wrong})
    for row, meant in wrong:
        own = corpus.own_dates[meant]
        slip = sum(a == b for a, b in zip(row.date.split("-"), own.split("-"), strict=True)) == 2
        several = alike[row.citing, row.cited, row.paragraph, row.date] >= _WITNESSES
        if (slip or several) and row.date not in beside[row.citing, row.language, row.paragraph]:
            sentence = f"{corpus.shown(meant)} was adopted on {own}; the text says {row.date}."
            yield suspect("date", corpus, row, sentence)


def _meant(cited: str, parts: Sequence[str]) -> str:
    """The IRI of the file that is meant; none has it where several parts are.

    75/253 B was adopted months after 75/253 A, and has a file and a symbol of its own.
    """
    letters = {m["letter"] for part in parts if (m := _LETTER.match(part))} - {"A"}
    if not letters:
        return cited
    return cited + min(letters) if len(letters) == 1 else ""


def _dates_beside(corpus: Corpus, works: set[str]) -> Mapping[tuple[str, str, str], set[str]]:
    """The dates of adoption of all that a paragraph cites."""
    found: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for row in corpus.citations(sorted(works)) if works else ():
        found[row.citing, row.language, row.paragraph].add(corpus.own_dates.get(row.cited, ""))
    return found


_NOTES = {
    "note": "A marker of footnote {} stands here, and there is no such footnote.",
    "words": "Footnote {} is called here, and says nothing.",
    "marker": "Nothing in the text calls footnote {}.",
    "both": "The numbers of the footnotes pass over {}: the note and its marker are missing.",
}


def broken_notes(corpus: Corpus) -> Iterator[Suspicion]:
    """A footnote marker without a note, a note without words or marker, a gap in the numbers."""
    for text, note, lacks, label, words in corpus.rows(
        "SELECT DISTINCT ?x ?n ?k ?l ?q { ?x a rec:BrokenNote ; rec:lacks ?k ; rec:quote ?q ; "
        "rec:label ?n ; rec:inParagraph ?p . ?p rec:label ?l }"
    ):
        work, _, language = text.partition("#")[0].rpartition("/")
        yield Suspicion(
            kind="note",
            document=corpus.shown(work),
            language=language,
            paragraph=label,
            words=words,
            sentence=_NOTES[lacks].format(note.rpartition("note")[2]),
        )


def repeated_texts(corpus: Corpus) -> Iterator[Suspicion]:
    """Two different files that both claim to be one document in one language."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for work, language, digest in corpus.rows(
        "SELECT DISTINCT ?x ?l ?d { ?x frbr:realization ?t . "
        "?t schema:inLanguage ?l ; rec:digest ?d }"
    ):
        found[work, language].add(digest)
    for (work, language), digests in sorted(found.items()):
        if len(digests) > 1:
            yield Suspicion(
                kind="repeated",
                document=corpus.shown(work),
                language=language,
                paragraph="cover",
                words=corpus.shown(work),
                sentence=f"{len(digests)} different files claim to be this text: the cover of one "
                "may bear a wrong symbol, or it was published twice.",
            )
