"""What an editor should look at: places in official texts that disagree with themselves.

A false alarm is worse than a miss, so each kind asks for a second witness: a date, the other
languages of the same text, the other documents that cite the same thing, or the rules by which the
organs number their texts.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import msgspec

from recalling.analysis.corpus import CitationRow, Corpus
from recalling.model import LANGUAGES
from recalling.model.sessions import agrees, latest_year, possible

_NUMBERED = re.compile(
    r"(?P<folder>A/HRC|A|S|E)/(?P<type>RES|DEC)/(?P<number>[SE0-9][\w/.-]{0,20}?)"
    r"(?:\((?P<bracket>[IVXLC]{1,7}|\d{4})\))?(?:[A-Z](?:-[A-Z])?)?"
)
_ORGANS = {"A/HRC": "hrc", "A": "ga", "S": "sc", "E": "ecosoc"}
_NAMES = {
    "hrc": "the Human Rights Council",
    "ga": "the General Assembly",
    "sc": "the Security Council",
    "ecosoc": "the Economic and Social Council",
}
_TYPES = {"RES": "resolution", "DEC": "decision"}
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_BRACKETS = re.compile(r"\([^()]{0,40}\)")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_COUNTED = re.compile(r"S/RES/(\d{1,4})\((\d{4})\)")
_PREFERENCE = ("en", "fr", "es", "ru", "zh", "ar")  # whose words are shown to the reader
_WITNESSES = 3  # documents, or languages, that must agree against the one


class Suspicion(msgspec.Struct, frozen=True, kw_only=True):
    """One place to look at: the document, its language and paragraph, the words, and why."""

    kind: str
    document: str
    language: str
    paragraph: str
    words: str
    sentence: str


class Number(msgspec.Struct, frozen=True):
    """A symbol of a numbered text taken apart: "hrc", "resolution", "5/1"."""

    organ: str
    type: str
    number: str


def number_of(symbol: str) -> Number | None:
    """A resolution's or decision's organ and number; None for any other document.

    >>> number_of("A/RES/76/84A-B"), number_of("S/RES/1989(2011)")
    (Number(organ='ga', type='resolution', number='76/84'), Number(organ='sc', \
type='resolution', number='1989 (2011)'))
    """
    m = _NUMBERED.fullmatch(symbol)
    if m is None:
        return None
    number = m["number"] + (f" ({m['bracket']})" if m["bracket"] else "")
    return Number(_ORGANS[m["folder"]], _TYPES[m["type"]], number)


def review(corpus: Corpus, kinds: Iterable[str] = ()) -> tuple[Suspicion, ...]:
    """Every suspicion of the given kinds, by default of all, in the order of the documents."""
    wanted = list(kinds) or list(REVIEWS)
    rows = sorted(corpus.citations(), key=lambda r: (r.citing, r.language, r.start, r.cited))
    found = {one for kind in wanted for one in REVIEWS[kind](corpus, rows)}
    return tuple(
        sorted(found, key=lambda s: (s.document, s.language, s.paragraph, s.kind, s.words))
    )


def wrong_links(corpus: Corpus, rows: Sequence[CitationRow]) -> Iterator[Suspicion]:
    """An editors' link whose target disagrees with its words."""
    for row in rows:
        symbol = corpus.symbols.get(row.cited, "")
        if row.linked and symbol:
            why = _wrong_link(row, symbol)
            if why:
                sentence = f"The link goes to {row.linked}, but {why}: {symbol} is meant."
                yield _suspect("link", corpus, row, row.quote, sentence)


def _wrong_link(row: CitationRow, symbol: str) -> str | None:
    """Why a link cannot be right; None when that is not certain."""
    words = _plain(row.quote)
    said, linked = number_of(symbol), number_of(row.linked)
    if said is None and linked is None:
        bare = _plain(symbol)
        strays = not any(_is_about(bare, half) for half in _plain(row.linked).split("-"))
        return f"the words name {symbol}" if strays and bare in words else None
    if said is None or linked is None or linked.type != said.type:
        return None
    if said.number != linked.number:
        other = linked.number.partition(" ")[0]
        printed = said.number.partition(" ")[0]
        alone = words.count("/") == 1 or said.organ == "sc"
        agreed = printed in words and other not in words.replace(printed, "")
        return f"the words say {row.quote}" if alone and agreed else None
    if not possible(linked.organ, linked.type, linked.number, None):
        return f"{_NAMES[linked.organ]} has no {linked.type} {linked.number}"
    dated = row.date and not agrees(linked.organ, linked.number, row.date)
    if dated and agrees(said.organ, said.number, row.date):
        return f"the text dates it {row.date}"
    return None


def _is_about(one: str, other: str) -> bool:
    """Whether two symbols may be one document, or an addition to it."""
    return one.startswith(other) or other.startswith(one)


def _plain(text: str) -> str:
    """For comparing: digits of any script, no spaces and brackets, capitals."""
    return "".join(_BRACKETS.sub("", text.translate(_DIGITS)).split()).upper()


def wrong_years(corpus: Corpus, rows: Sequence[CitationRow]) -> Iterator[Suspicion]:
    """A Security Council number with a year that is not its own, as other documents cite it."""
    counted = [(row, m) for row in rows if (m := _symbol_of(corpus, row, _COUNTED))]
    by: dict[int, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row, m in counted:
        by[int(m[1])][int(m[2])].add(row.citing)
    own = {int(m[1]): int(m[2]) for w in corpus.works if (m := _COUNTED.fullmatch(corpus.shown(w)))}
    right = {n: own.get(n) or _consensus(years) for n, years in by.items()}
    for row, m in counted:
        number, year = int(m[1]), int(m[2])
        known = right[number]
        if known and year != known and _in_step(number, known, right) and m[2] in row.quote:
            witnesses = len(by[number].get(known, ()))
            seen = "its own text" if number in own else f"{witnesses} documents"
            sentence = (
                f"Security Council resolution {number} is of {known} ({seen}), not of {year}."
            )
            yield _suspect("year", corpus, row, row.quote, sentence)


def _consensus(years: Mapping[int, set[str]]) -> int | None:
    """The year that enough documents agree on, and far more than on any other."""
    order = sorted(years, key=lambda year: (-len(years[year]), year))
    best, rest = len(years[order[0]]), sum(len(years[year]) for year in order[1:])
    return order[0] if best >= _WITNESSES and best >= 3 * rest else None


def _in_step(number: int, year: int, right: Mapping[int, int | None]) -> bool:
    """Whether a year fits those of the numbers before and after: the Council counts through."""
    near = [(n, y) for n, y in right.items() if y and n != number and abs(n - number) <= 40]
    return all(y <= year if n < number else y >= year for n, y in near)


def missing_languages(corpus: Corpus, rows: Sequence[CitationRow]) -> Iterator[Suspicion]:
    """A numbered text cited in the same paragraph in five languages, and not at all in the sixth.

    Only where the sixth has that paragraph and its words hold the number in no order of digits.
    """
    cited: dict[tuple[str, str], dict[str, CitationRow]] = defaultdict(dict)
    texts: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for row in rows:
        texts[row.citing, row.language][row.paragraph] = row.text
        number = number_of(corpus.symbols.get(row.cited, ""))
        if number and _holds(row.quote, number.number):
            cited[row.citing, row.cited].setdefault(row.language, row)
    for (work, target), by_language in cited.items():
        if len(by_language) != len(LANGUAGES) - 1 or len(corpus.works.get(work, ())) != 6:
            continue
        (language,) = set(LANGUAGES) - set(by_language)
        paragraphs = {row.paragraph for row in by_language.values()}
        there = texts[work, language]
        number = number_of(corpus.symbols[target])
        if len(paragraphs) != 1 or number is None or not paragraphs <= set(there):
            continue
        if any(_holds(text, number.number) for text in there.values()):
            continue
        row = by_language[min(by_language, key=_PREFERENCE.index)]
        sentence = (
            f"{corpus.shown(target)} is cited here in the other five languages ({row.language}: "
            f"“{row.quote}”), and its number stands in no paragraph of this text that cites."
        )
        (label,) = paragraphs
        words = there[label][:200]
        yield Suspicion(
            kind="language",
            document=corpus.shown(work),
            language=language,
            paragraph=label,
            words=words,
            sentence=sentence,
        )


def _holds(text: str, number: str) -> bool:
    """Whether a text holds the parts of a number near each other, whatever their order."""
    parts = re.findall(r"\d+", number)
    plain = text.translate(_DIGITS)
    return all(re.search(rf"(?<!\d){part}(?!\d)", plain) for part in parts)


def impossible_numbers(corpus: Corpus, rows: Sequence[CitationRow]) -> Iterator[Suspicion]:
    """A symbol that its organ cannot have given by the day of the citing document."""
    for row in rows:
        symbol = corpus.symbols.get(row.cited, "")
        number = number_of(symbol) if row.cited.endswith(f"/doc/{symbol}") else None
        if number is None or row.cited in corpus.works:
            continue
        latest = latest_year(corpus.symbols.get(row.citing), corpus.own_dates.get(row.citing))
        printed = number.number.partition(" ")[0] in _plain(row.quote)
        if printed and not possible(number.organ, number.type, number.number, latest):
            sentence = (
                f"{_NAMES[number.organ].capitalize()} cannot have given a {number.type} the "
                f"number {number.number} by {latest}."
            )
            yield _suspect("impossible", corpus, row, row.quote, sentence)


def wrong_dates(corpus: Corpus, rows: Sequence[CitationRow]) -> Iterator[Suspicion]:
    """A date that is not that of the cited document, by that document's own cover.

    The date must be a slip of the pen (two of year, month and day are right), or stand so in
    several languages; and it may not be the date of another text that the paragraph cites.
    """
    beside: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    wrong: list[CitationRow] = []
    for row in rows:
        own = corpus.own_dates.get(row.cited, "")
        beside[row.citing, row.language, row.paragraph].add(own)
        if own and _DAY.fullmatch(row.date) and _DAY.fullmatch(own) and row.date != own:
            wrong.append(row)
    alike = Counter((row.citing, row.cited, row.paragraph, row.date) for row in wrong)
    for row in wrong:
        own = corpus.own_dates[row.cited]
        slip = sum(a == b for a, b in zip(row.date.split("-"), own.split("-"), strict=True)) == 2
        several = alike[row.citing, row.cited, row.paragraph, row.date] >= _WITNESSES
        others = beside[row.citing, row.language, row.paragraph]
        if (slip or several) and row.date not in others:
            sentence = f"{corpus.shown(row.cited)} was adopted on {own}; the text says {row.date}."
            yield _suspect("date", corpus, row, row.quote, sentence)


def repeated_texts(corpus: Corpus, _rows: Sequence[CitationRow]) -> Iterator[Suspicion]:
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


_NOTES = {
    "note": "A marker of footnote {} stands here, and there is no such footnote.",
    "words": "Footnote {} is called here, and says nothing.",
    "marker": "Nothing in the text calls footnote {}.",
    "both": "The numbers of the footnotes pass over {}: the note and its marker are missing.",
}


def broken_notes(corpus: Corpus, _rows: Sequence[CitationRow]) -> Iterator[Suspicion]:
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


Review = Callable[[Corpus, Sequence[CitationRow]], Iterator[Suspicion]]
REVIEWS: Mapping[str, Review] = {
    "link": wrong_links,
    "year": wrong_years,
    "language": missing_languages,
    "impossible": impossible_numbers,
    "date": wrong_dates,
    "note": broken_notes,
    "repeated": repeated_texts,
}
"""The kinds of suspicion, each with the function that finds them."""


def _symbol_of(corpus: Corpus, row: CitationRow, form: re.Pattern[str]) -> re.Match[str] | None:
    return form.fullmatch(corpus.symbols.get(row.cited, ""))


def _suspect(kind: str, corpus: Corpus, row: CitationRow, words: str, sentence: str) -> Suspicion:
    return Suspicion(
        kind=kind,
        document=corpus.shown(row.citing),
        language=row.language,
        paragraph=row.paragraph,
        words=words,
        sentence=sentence,
    )
