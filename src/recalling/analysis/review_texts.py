"""Reviews of texts: dates, footnotes, files that claim to be one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from recalling.analysis.corpus import CitationRow, Corpus
from recalling.analysis.suspicion import Suspicion, in_latin_digits, is_slip, number_of, suspect
from recalling.model.sessions import agrees
from recalling.model.symbols import part_letter

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_WITNESSES = 3  # languages that must agree where a date is not merely a slip


def wrong_dates(corpus: Corpus) -> Iterator[Suspicion]:
    """A date that is not that of the cited document, by that document's own cover.

    The date must be a slip of the pen (two of year, month and day are right), or stand so in
    several languages; and it may not be the date of another text that the paragraph cites in any
    language: where one prints 76/192 for 76/172, the number is wrong and not the date.
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
    beside = _beside(corpus, {row.citing for row, _ in wrong})
    for row, meant in wrong:
        own = corpus.own_dates[meant]
        several = alike[row.citing, row.cited, row.paragraph, row.date] >= _WITNESSES
        if not (is_slip(row.date, own) or several) or _turned(corpus, row, beside):
            continue
        if row.date not in beside.dates[row.citing, row.paragraph]:
            sentence = f"{corpus.shown(meant)} was adopted on {own}; the text says {row.date}."
            yield suspect("date", corpus, row, sentence)


def differing_covers(corpus: Corpus) -> Iterator[Suspicion]:
    """A text whose cover, or whose file, dates its adoption otherwise than most languages do."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for work, language, date in corpus.rows(
        "SELECT DISTINCT ?x ?l ?d { ?x frbr:realization ?t . "
        "?t schema:inLanguage ?l ; dcterms:date ?d }"
    ):
        found[work][date].add(language)
    for work, by in sorted(found.items()):
        usual = min(by, key=lambda date: (-len(by[date]), date))
        agreed = len(by[usual])
        if agreed < max(_WITNESSES, 1 + sum(map(len, by.values())) // 2):
            continue
        others = ", ".join(sorted(by[usual]))
        for date, language in sorted((d, one) for d in by if d != usual for one in by[d]):
            yield Suspicion(
                kind="date",
                document=corpus.shown(work),
                language=language,
                paragraph="cover",
                words=date,
                sentence=f"This text was adopted on {date} by its cover or its file, and on "
                f"{usual} in the other languages ({others}).",
            )


def _meant(cited: str, parts: Sequence[str]) -> str:
    """The IRI of the file that is meant; none has it where several parts are.

    75/253 B was adopted months after 75/253 A, and has a file and a symbol of its own.
    """
    letters = {letter for part in parts if (letter := part_letter(part))} - {"A"}
    if not letters:
        return cited
    return cited + min(letters) if len(letters) == 1 else ""


class _Beside(msgspec.Struct):
    """What else the citing documents say: the days of adoption of all that a paragraph cites.

    `turned` are the texts (document, language) that print the halves of a number the other way
    round, as some Arabic files do (99/75 for 75/99).
    """

    dates: dict[tuple[str, str], set[str]]
    turned: set[tuple[str, str]]


def _beside(corpus: Corpus, works: set[str]) -> _Beside:
    found = _Beside(defaultdict(set), set())
    for row in corpus.citations(sorted(works)) if works else ():
        found.dates[row.citing, row.paragraph].add(corpus.own_dates.get(row.cited, ""))
        number = number_of(corpus.symbols.get(row.cited, ""))
        if number and _other_way(number.number) == in_latin_digits(row.quote) != number.number:
            found.turned.add((row.citing, row.language))
    return found


def _other_way(number: str) -> str:
    """A number read from its other side.

    >>> _other_way("75/99")
    '99/75'
    """
    return "/".join(reversed(number.split("/")))


def _turned(corpus: Corpus, row: CitationRow, beside: _Beside) -> bool:
    """Whether the date is that of the number read from its other side, in a text that turns them.

    78/77 may stand there as "77/78".
    """
    number = number_of(corpus.symbols.get(row.cited, ""))
    if number is None or (row.citing, row.language) not in beside.turned:
        return False
    return agrees(number.organ, _other_way(number.number), row.date)


_NOTES = {
    "note": "A marker of footnote {} stands here, and there is no such footnote.",
    "words": "Footnote {} is called here, and says nothing.",
    "marker": "Nothing in the text calls footnote {}.",
    "both": "The numbers of the footnotes pass over {}: the note and its marker are missing.",
}
_PASSED_OVER = (
    "The numbers of the footnotes pass over {} to {}: they and their markers are missing."
)


def broken_notes(corpus: Corpus) -> Iterator[Suspicion]:
    """A footnote marker without a note, a note without words or marker, a gap in the numbers."""
    places: dict[tuple[str, str, str, str, str], list[str]] = defaultdict(list)
    for node, note, lacks, label, words in corpus.rows(
        "SELECT DISTINCT ?x ?n ?k ?l ?q { ?x a rec:BrokenNote ; rec:lacks ?k ; rec:quote ?q ; "
        "rec:label ?n ; rec:inParagraph ?p . ?p rec:label ?l }"
    ):
        number = note.rpartition("note")[2]
        one = "" if lacks == "both" else number  # a gap of several numbers is one place
        places[node.partition("#")[0], label, words, lacks, one].append(number)
    for (text, label, words, lacks, _), numbers in places.items():
        work, _, language = text.rpartition("/")
        order = sorted(numbers, key=lambda number: (len(number), number))
        said = _NOTES[lacks].format(order[0])
        yield Suspicion(
            kind="note",
            document=corpus.shown(work),
            language=language,
            paragraph=label,
            words=words,
            sentence=said if len(order) == 1 else _PASSED_OVER.format(order[0], order[-1]),
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
