"""Reviews of one text in its six languages: what five of them say and the sixth does not."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from recalling.analysis.corpus import CitationRow, Corpus
from recalling.analysis.suspicion import Suspicion, holds, is_slip, number_of, suspect
from recalling.model import LANGUAGES

_PREFERENCE = ("en", "fr", "es", "ru", "zh", "ar")  # whose words are shown to the reader
_MANY = 5  # texts missing from one language: not each has been forgotten
_SHOWN = 200  # code points of a paragraph
_OFFSETS = re.compile(r"-\d+-\d+(?:-[^#]*)?$")

_Cited = Mapping[str, Mapping[str, str]]
"""The citations of one paragraph: by language and target, that citation's IRI."""


class _Gap(msgspec.Struct, frozen=True):
    """A numbered text that a paragraph cites in all languages but one.

    `shown` is the citation to show of the five; `instead` are the sixth language's citations in the
    same paragraph of what no other language cites; `nowhere` says that the sixth does not cite the
    text in any paragraph.
    """

    work: str
    language: str
    target: str
    shown: str
    instead: tuple[str, ...]
    nowhere: bool


class _Missing(msgspec.Struct, frozen=True):
    """A gap that is one: the citation of another language, and the number printed instead."""

    gap: _Gap
    row: CitationRow
    wrong: CitationRow | None


def missing_languages(corpus: Corpus) -> Iterator[Suspicion]:
    """A numbered text cited in the same paragraph in five languages, and not in the sixth.

    Only where the sixth has that paragraph and its words hold the number in no order of digits:
    in none of its paragraphs, or not in this one, where a number stands that no other language has.
    """
    gaps = list(_gaps(corpus))
    wanted = {citation for gap in gaps for citation in (gap.shown, *gap.instead)}
    rows = {row.citation: row for row in corpus.citations_at(sorted(wanted))}
    found: dict[tuple[str, str], list[_Missing]] = defaultdict(list)
    for gap in gaps:
        row, there = rows[gap.shown], corpus.paragraphs(f"{gap.work}/{gap.language}")
        if row.paragraph not in there or not _printed(corpus, row):
            continue
        wrong = next((rows[c] for c in gap.instead if _alone(corpus, rows[c])), None)
        texts = [there[row.paragraph]] if wrong else there.values()
        if (wrong or gap.nowhere) and not _held(corpus, gap.target, texts):
            found[gap.work, gap.language].append(_Missing(gap, row, wrong))
    for missing in found.values():
        yield from _suspicions(corpus, missing)


def _gaps(corpus: Corpus) -> Iterator[_Gap]:
    """What a paragraph cites in five languages and not in the sixth."""
    for work, paragraphs in _numbered(corpus).items():
        whole: dict[str, set[str]] = {language: set() for language in LANGUAGES}
        for cited in paragraphs.values():
            for language, by in cited.items():
                whole[language].update(by)
        for cited in paragraphs.values():
            for language in LANGUAGES:
                others = [other for other in LANGUAGES if other != language]
                shared = set.intersection(*(set(cited.get(o, ())) for o in others))
                here = cited.get(language, {})
                if shared <= here.keys():
                    continue
                known = set.union(*(whole[other] for other in others))
                instead = tuple(c for target, c in sorted(here.items()) if target not in known)
                for target in sorted(shared - here.keys()):
                    nowhere = target not in whole[language]
                    if nowhere or instead:
                        shown = cited[min(others, key=_PREFERENCE.index)][target]
                        yield _Gap(work, language, target, shown, instead, nowhere)


def _numbered(corpus: Corpus) -> Mapping[str, Mapping[str, _Cited]]:
    """The citations of numbered texts by work and paragraph, of works in six languages."""
    found: dict[str, dict[str, dict[str, dict[str, str]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(dict))
    )
    numbered = {thing for thing, symbol in corpus.symbols.items() if number_of(symbol)}
    for citation, target in corpus.cited_at:
        text, _, place = citation.partition("#")
        work, _, language = text.rpartition("/")
        if target in numbered and len(corpus.works.get(work, ())) == len(LANGUAGES):
            found[work][_OFFSETS.sub("", place)][language].setdefault(target, citation)
    return found


def _held(corpus: Corpus, target: str, texts: Iterable[str]) -> bool:
    """Whether the number of a text stands in these words.

    The Security Council counts through its years: one of its numbers behind which another year
    stands is printed, and the year is what another review reports.
    """
    number = number_of(corpus.symbols[target])
    if number is None:
        return False
    printed = number.number.partition(" ")[0] if number.organ == "sc" else number.number
    return any(holds(text, printed) for text in texts)


def _printed(corpus: Corpus, row: CitationRow) -> bool:
    """Whether a citation prints the number of what it cites: a name may be said otherwise."""
    return _held(corpus, row.cited, [row.quote])


def _alone(corpus: Corpus, row: CitationRow) -> bool:
    """Whether the number that a citation prints stands in no other language of the text."""
    others = (f"{row.citing}/{tongue}" for tongue in LANGUAGES if tongue != row.language)
    words = (text for other in others for text in corpus.paragraphs(other).values())
    return _printed(corpus, row) and not _held(corpus, row.cited, words)


def _suspicions(corpus: Corpus, missing: Sequence[_Missing]) -> Iterator[Suspicion]:
    """Each text that is missing, or one place where so many are that the text must be another."""
    first = min(missing, key=lambda one: one.row.start)
    if len(missing) >= _MANY:
        sentence = (
            f"{len(missing)} texts are cited in the other five languages and not here, "
            f"{corpus.shown(first.gap.target)} first: this may be the text of another document."
        )
        yield _at(corpus, first, sentence)
        return
    instead: dict[CitationRow, list[str]] = defaultdict(list)
    for one in missing:
        said = f"{corpus.shown(one.gap.target)} ({one.row.language}: “{one.row.quote}”)"
        if one.wrong is not None:
            instead[one.wrong].append(said)
        else:
            sentence = (
                f"The other five languages cite {said} here, and its number stands in no paragraph "
                "of this text that cites."
            )
            yield _at(corpus, one, sentence)
    for row, cited in instead.items():
        sentence = f"No other language has this number; the other five have {', '.join(cited)}."
        yield suspect("language", corpus, row, sentence)


def _at(corpus: Corpus, one: _Missing, sentence: str) -> Suspicion:
    words = corpus.paragraphs(f"{one.gap.work}/{one.gap.language}")[one.row.paragraph]
    return Suspicion(
        kind="language",
        document=corpus.shown(one.gap.work),
        language=one.gap.language,
        paragraph=one.row.paragraph,
        words=words[:_SHOWN],
        sentence=sentence,
    )


def differing_dates(corpus: Corpus) -> Iterator[Suspicion]:
    """A date that the other five languages of the same paragraph state otherwise.

    Only a slip of the pen, and only of what has no date of its own here: that would decide.
    """
    stated: dict[tuple[str, str, str], dict[str, dict[str, str]]] = defaultdict(
        lambda: defaultdict(dict)
    )
    query = "SELECT DISTINCT ?c ?x ?d { ?c rec:statedDate ?d ; cito:hasCitedEntity ?x }"
    for citation, cited, date in corpus.rows(query):
        text, _, place = citation.partition("#")
        work, _, language = text.rpartition("/")
        if cited not in corpus.own_dates:
            stated[work, cited, _OFFSETS.sub("", place)][language][date] = citation
    odd: dict[str, str] = {}
    for by in stated.values():
        dates = Counter(date for said in by.values() for date in said)
        usual = min(dates, key=lambda date: (-dates[date], date))
        if len(by) == len(LANGUAGES) and dates[usual] == len(LANGUAGES) - 1:
            odd |= {c: usual for said in by.values() for date, c in said.items() if date != usual}
    for row in corpus.citations_at(odd):
        usual = odd[row.citation]
        if is_slip(row.date, usual):
            sentence = (
                f"The text says {row.date}; the other five languages date "
                f"{corpus.shown(row.cited)} {usual} here."
            )
            yield suspect("date", corpus, row, sentence)
