"""Reviews of numbers and links: where they lead, and whether their organ can have given them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from recalling.analysis.corpus import CitationRow, Corpus
from recalling.analysis.suspicion import (
    ORGAN_NAMES,
    Suspicion,
    in_latin_digits,
    number_of,
    plain,
    suspect,
)
from recalling.model.sessions import agrees, latest_year, possible

_COUNTED = re.compile(r"S/RES/(\d{1,4})\((\d{4})\)")
_PRINTED = re.compile(r"(\d{1,4})/(\d{1,4})|(\d{1,4}) ?\((\d{4})\)")
_WITNESSES = 3  # documents that must agree against the one

_UNIDENTIFIED = """
SELECT DISTINCT ?mention ?work ?label ?quote WHERE {
  ?mention rec:reason "impossible-number" ; rec:citingWork ?work ; rec:quote ?quote ;
    rec:inParagraph ?place . ?place rec:label ?label }
"""


def wrong_links(corpus: Corpus) -> Iterator[Suspicion]:
    """An editors' link whose target disagrees with its words."""
    linked = corpus.rows("SELECT DISTINCT ?c { ?c a cito:Citation ; rec:disagreement ?l }")
    for row in corpus.citations_at([citation for (citation,) in linked]):
        symbol = corpus.symbols.get(row.cited, "")
        why = _wrong_link(row, symbol) if row.linked and symbol else None
        if why:
            sentence = f"The link goes to {row.linked}, but {why}: {symbol} is meant."
            yield suspect("link", corpus, row, sentence)


def _wrong_link(row: CitationRow, symbol: str) -> str | None:
    """Why a link cannot be right; None when that is not certain."""
    words = plain(row.quote)
    said, linked = number_of(symbol), number_of(row.linked)
    if said is None and linked is None:
        bare = plain(symbol)
        strays = not any(_is_about(bare, half) for half in plain(row.linked).split("-"))
        return f"the words name {symbol}" if strays and bare in words else None
    dated = linked and row.date and not agrees(linked.organ, linked.number, row.date)
    if said is None and linked is not None:  # a commission's, which stands in its report
        return f"the text dates it {row.date}" if dated and linked.number in words else None
    if said is not None and linked is None:
        return _misspelt(row.linked, plain(symbol), words)
    if said is None or linked is None or linked.type != said.type:
        return None
    if said.number in (f"S-{linked.number}", f"ES-{linked.number}"):
        return f"the words name a special session, {row.quote}"
    if said.number != linked.number:
        other = linked.number.partition(" ")[0]
        printed = said.number.partition(" ")[0]
        alone = words.count("/") == 1 or said.organ == "sc"
        agreed = printed in words and other not in words.replace(printed, "")
        return f"the words say {row.quote}" if alone and agreed else None
    if not possible(linked.organ, linked.type, linked.number, None):
        return f"{ORGAN_NAMES[linked.organ]} has no {linked.type} {linked.number}"
    if dated and agrees(said.organ, said.number, row.date):
        return f"the text dates it {row.date}"
    return None


def _misspelt(linked: str, symbol: str, words: str) -> str | None:
    """Why a link that is no resolution's or decision's symbol cannot be that of a numbered text.

    It holds signs that no symbol has (A/RES/و68/193), the same letters in another order
    (A/HCR/RES/22/13), more or less in front (A/S/RES/1325(2000), HRC/RES/49/21), or lacks what
    makes it a resolution's (A/70/1). Both come without spaces and in capitals.
    """
    link, bare = plain(linked), symbol
    if not linked.isascii():
        return "no document has such a symbol"
    if sorted(link) == sorted(bare) or link.endswith(bare) or bare.endswith(link):
        return "no document has such a symbol"
    if link == bare.replace("/RES/", "/").replace("/DEC/", "/") and link not in words:
        return "the words say a number, which that document has not"
    return None


def _is_about(one: str, other: str) -> bool:
    """Whether two symbols may be one document, or an addition to it."""
    return one.startswith(other) or other.startswith(one)


def wrong_years(corpus: Corpus) -> Iterator[Suspicion]:
    """A Security Council number with a year that is not its own, as other documents cite it."""
    by: dict[int, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for citing, every in corpus.edges.items():
        for cited in every:
            if m := _counted(corpus, cited):
                by[int(m[1])][int(m[2])].add(citing)
    own = {int(m[1]): int(m[2]) for work in corpus.works if (m := _counted(corpus, work))}
    right = {number: own.get(number) or _consensus(years) for number, years in by.items()}
    doubted = {
        number: known
        for number, known in right.items()
        if known and by[number].keys() != {known} and _in_step(number, known, right)
    }
    works = {w for n, known in doubted.items() for y in by[n] if y != known for w in by[n][y]}
    for row in corpus.citations(sorted(works)) if works else ():
        m = _counted(corpus, row.cited)
        known = doubted.get(int(m[1])) if m else None
        if m and known and int(m[2]) != known and m[2] in in_latin_digits(row.quote):
            number, witnesses = int(m[1]), len(by[int(m[1])].get(known, ()))
            seen = "its own text" if number in own else f"{witnesses} documents"
            sentence = (
                f"Security Council resolution {number} is of {known} ({seen}), not of {m[2]}."
            )
            yield suspect("year", corpus, row, sentence)


def _counted(corpus: Corpus, thing: str) -> re.Match[str] | None:
    return _COUNTED.fullmatch(corpus.symbols.get(thing, ""))


def _consensus(years: Mapping[int, set[str]]) -> int | None:
    """The year that enough documents agree on, and far more than on any other."""
    order = sorted(years, key=lambda year: (-len(years[year]), year))
    best, rest = len(years[order[0]]), sum(len(years[year]) for year in order[1:])
    return order[0] if best >= _WITNESSES and best >= 3 * rest else None


def _in_step(number: int, year: int, right: Mapping[int, int | None]) -> bool:
    """Whether a year fits those of the numbers before and after: the Council counts through."""
    near = [(n, y) for n, y in right.items() if y and n != number and abs(n - number) <= 40]
    return all(y <= year if n < number else y >= year for n, y in near)


def impossible_numbers(corpus: Corpus) -> Iterator[Suspicion]:
    """A symbol or number that no organ can have given by the day of the citing document."""
    yield from _impossible_symbols(corpus)
    yield from _impossible_claims(corpus)


def _impossible_symbols(corpus: Corpus) -> Iterator[Suspicion]:
    """Symbols printed in full, and numbers whose organ the text names."""
    doubted: dict[tuple[str, str], str] = {}
    for citing, every in corpus.edges.items():
        latest = _latest(corpus, citing)
        for cited in every:
            symbol = corpus.symbols.get(cited, "")
            number = number_of(symbol) if cited.endswith(f"/doc/{symbol}") else None
            if number is None or cited in corpus.works:
                continue
            if not possible(number.organ, number.type, number.number, latest):
                doubted[citing, cited] = (
                    f"{ORGAN_NAMES[number.organ].capitalize()} cannot have given a {number.type} "
                    f"the number {number.number} by {latest}."
                )
    works = sorted({citing for citing, _ in doubted})
    for row in corpus.citations(works) if works else ():
        sentence = doubted.get((row.citing, row.cited))
        number = number_of(corpus.symbols.get(row.cited, ""))
        if sentence and number and number.number.partition(" ")[0] in plain(row.quote):
            yield suspect("impossible", corpus, row, sentence)


def _impossible_claims(corpus: Corpus) -> Iterator[Suspicion]:
    """Numbers that no organ can have given, in whichever order their halves are read."""
    for mention, work, label, quote in corpus.rows(_UNIDENTIFIED):
        m = _PRINTED.search(in_latin_digits(quote))
        latest = _latest(corpus, work)
        if m is None or latest is None:
            continue
        numbers = [f"{m[1]}/{m[2]}", f"{m[2]}/{m[1]}"] if m[1] else [f"{m[3]} ({m[4]})"]
        too_late = int(m[4]) > latest if m[4] else len(m[1]) < 4 and len(m[2]) < 4
        if too_late and not any(
            possible(organ, None, number, latest) for organ in ORGAN_NAMES for number in numbers
        ):
            yield Suspicion(
                kind="impossible",
                document=corpus.shown(work),
                language=mention.partition("#")[0].rpartition("/")[2],
                paragraph=label,
                words=quote,
                sentence=f"No organ can have given a text the number {numbers[0]} by {latest}.",
            )


def _latest(corpus: Corpus, citing: str) -> int | None:
    return latest_year(corpus.symbols.get(citing), corpus.own_dates.get(citing))
