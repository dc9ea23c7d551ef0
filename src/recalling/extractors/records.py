"""Official Records, agencies' records and documents, and publications with a sales number.

Where a record's phrase ends in a document symbol, the symbol is the citation and the phrase its
extent (`extractors.provisions`); here are those that have none: a session and a supplement, the
volume of a general conference, an agency's own document, a sales number.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from recalling.extractors.context import Context
from recalling.extractors.locators import Locators, load_locators
from recalling.extractors.needs import Needs
from recalling.extractors.phrases import load_phrases
from recalling.extractors.place import mention_at
from recalling.model import Language, Mention, Paragraph, RecordClaim

_REACH = 500  # how long a record's phrase may be
_CLAUSE_END = re.compile(r"[;；؛]\s?")
_LEADING = re.compile(r"[,，،\s《(\[]{0,4}")
_SALES_NUMBER = re.compile(
    r"(?:[A-ZА-Я][./]\s?)?(?P<s>\d{2}[. ][IVX]{1,5}(?:\.[A-ZА-Я])?\.\d{1,3})(?!\d)"
)
_CYRILLIC = str.maketrans("АВЕКМНОРСТХ", "ABEKMHOPCTX")
# "WHA58/2005/REC/1", "CL 144/9 (C 2013/20)", "40 C/68", "GOV/INF/2005/10-GC(49)/INF/6"
_W = "[^\\W_\u3400-\u9fff]"  # Chinese goes on without a space: "CONF.5/32和SOLAS/CONF.5/34"
_CODE = (
    rf"(?:[A-Z\d](?:{_W}|[.]){{0,9}}(?:\(\d{{1,3}}\))?[\s-])?[A-Z\d](?:{_W}|[.]){{0,11}}"
    rf"(?:\(\d{{1,3}}\))?(?:/(?:\s(?=\d))?(?:{_W}|-)(?:(?:{_W}|[.-]){{0,22}}{_W})?(?:\(\d{{1,3}}\))?){{1,7}}"
    r"(?:\s?\([A-ZС]{1,4}\s\d{4}/\d{1,3}\))?"
)


_SECOND_CODE = re.compile(r"\s?\([A-ZС]{1,4}\s\d{4}/\d{1,3}\)$")  # "CL 144/9 (C 2013/20)"


class Place(NamedTuple):
    """Where in a body's records: `Place("66", "53", None, 40)`, "Sixty-sixth Session, No. 53"."""

    session: str | None
    supplement: str | None
    year: str | None
    until: int


class RecordPatterns(NamedTuple):
    """One language's patterns of records, compiled."""

    official: tuple[tuple[str, re.Pattern[str]], ...]
    any_official: re.Pattern[str]
    session: re.Pattern[str]
    year: re.Pattern[str]
    supplement: re.Pattern[str]
    sales: re.Pattern[str]
    publication: re.Pattern[str]
    title: re.Pattern[str]
    lead: re.Pattern[str]
    conference: re.Pattern[str]
    agencies: tuple[tuple[str, re.Pattern[str]], ...]
    any_agency: re.Pattern[str]
    document: re.Pattern[str]
    document_hint: tuple[str, ...]
    hints: tuple[str, ...]


@cache
def record_patterns(language: Language) -> RecordPatterns:
    """The records of one language. Raises DataError when its grammar does not fit."""
    phrases = load_phrases(language)
    words, bodies = phrases.records, phrases.bodies
    english = load_phrases("en").agencies  # a note may print the English title as it stands
    agencies = {
        name: form if form == english.get(name) else f"{form}|{english.get(name, '(?!)')}"
        for name, form in phrases.agencies.items()
    }
    agency = f"(?:{'|'.join(agencies.values())})"
    document = words["document"].replace("{agency}", agency)
    # a form may hold the code once before and once behind the agency's name
    for index in range(document.count("{code}")):
        document = document.replace("{code}", f"(?P<code{index}>{_CODE})", 1)
    return RecordPatterns(
        tuple(
            (body, re.compile(words["official"].replace("{body}", name)))
            for body, name in bodies.items()
        ),
        re.compile(words["official"].replace("{body}", f"(?:{'|'.join(bodies.values())})")),
        re.compile(words["session"]),
        re.compile(words["year"]),
        re.compile(words["supplement"]),
        re.compile(words["sales"]),
        re.compile(words["publication"]),
        re.compile(words["title"]),
        re.compile(words["lead"]),
        re.compile(words["general_conference"]),
        tuple((name, re.compile(pattern)) for name, pattern in agencies.items()),
        re.compile(agency),
        re.compile(document),
        tuple(phrases.hints["document"]),
        tuple(phrases.hints["records"]),
    )


def read_place(text: str, start: int, end: int, language: Language) -> Place | None:
    """The session or year and the supplement that begin at `start`; None when there is neither.

    A year alone is no place: "Ibid., 2016" says nothing of a supplement.
    """
    patterns = record_patterns(language)
    at = skip_lead(text, start)
    session = year = supplement = None
    found = patterns.session.match(text, at, end)
    if found is not None:
        session = session_number(found, load_locators(language))
        at = found.end()
    else:
        found = patterns.year.match(text, at, end)
        if found is not None:
            year, at = found["year"], found.end()
    printed = patterns.supplement.match(text, skip_lead(text, at), end)
    if printed is not None:
        supplement, at = _supplement(printed["supplement"], load_locators(language)), printed.end()
    if session is None and supplement is None:
        return None
    return Place(session, supplement, year, at)


def session_number(found: re.Match[str], locators: Locators) -> str | None:
    """The number of a session printed as an ordinal; special sessions as "S-12"."""
    ordinal = found["ordinal"]
    digits = re.match(r"\d{1,3}", ordinal)
    value = int(digits[0]) if digits else locators.numbers.value(ordinal)
    if value == 0:
        return None
    return f"S-{value}" if found.groupdict().get("special") else str(value)


def _supplement(printed: str, locators: Locators) -> str:
    """A supplement's number and letter: "53A" and "53 ألف" are "53A"."""
    digits, letter = re.fullmatch(r"(\d{1,3})\s?(.*)", printed).groups()  # type: ignore[union-attr]
    return digits + locators.numbers.letter_of(letter).translate(_CYRILLIC)


def skip_lead(text: str, at: int) -> int:
    """Offset behind commas, spaces and opening brackets."""
    found = _LEADING.match(text, at)
    return at if found is None else found.end()


def needed_records(language: Language) -> Needs:
    """Strings of which one stands wherever a record is found."""
    return frozenset(record_patterns(language).hints)


def find_records(paragraph: Paragraph, context: Context) -> Iterator[Mention]:
    """Mentions of records and publications without a symbol, in order of place."""
    text = paragraph.flow.text
    patterns = record_patterns(context.language)
    if any(hint in text for hint in patterns.hints):
        yield from _official(paragraph, context, patterns)
        yield from _conference(paragraph, context, patterns)
        yield from _publications(paragraph, patterns)


def _official(
    paragraph: Paragraph, context: Context, patterns: RecordPatterns
) -> Iterator[Mention]:
    text = paragraph.flow.text
    for hit in patterns.any_official.finditer(text):
        until = clause_end(text, hit.end())
        if mentions_between(context.found, hit.end(), until):
            continue
        place = read_place(text, hit.end(), until, context.language)
        if place is None:
            continue
        body = next(name for name, p in patterns.official if p.match(text, hit.start()))
        claim = RecordClaim(
            "official-records",
            body=body,
            session=place.session,
            supplement=place.supplement,
            year=place.year,
        )
        yield _mention(paragraph, hit.start(), place.until, claim, "official-records")


def _conference(
    paragraph: Paragraph, context: Context, patterns: RecordPatterns
) -> Iterator[Mention]:
    """Volumes such as "UNESCO, Records of the General Conference, Forty-first Session, vol. 1"."""
    text = paragraph.flow.text
    locators = load_locators(context.language)
    for hit in patterns.conference.finditer(text):
        until = clause_end(text, hit.end())
        session = patterns.session.search(text, hit.end(), min(until, hit.end() + 60))
        agency = last_match(patterns.any_agency, text, max(0, hit.start() - 120), hit.start())
        if session is None or agency is None:
            continue
        body = next(name for name, p in patterns.agencies if p.match(text, agency.start()))
        volume = next(
            (i for i in locators.items(text, session.end(), until) if i.unit == "volume"), None
        )
        claim = RecordClaim(
            "agency-records",
            body=body,
            session=session_number(session, locators),
            volume=None if volume is None else _arabic(volume.text.removeprefix("vol. ")),
            name="general-conference",
        )
        end = session.end() if volume is None else volume.until
        yield _mention(paragraph, agency.start(), end, claim, "general-conference")


def _publications(paragraph: Paragraph, patterns: RecordPatterns) -> Iterator[Mention]:
    """Publications: "Report of the … (United Nations publication, Sales No. E.96.IV.13)"."""
    text = paragraph.flow.text
    floor = 0
    for hit in patterns.sales.finditer(text):
        number = _SALES_NUMBER.match(text, hit.end())
        if number is None:
            continue
        at, title = _publication(paragraph, hit.start(), floor, patterns)
        floor = number.end()
        claim = RecordClaim(
            "sales", sales_number=number["s"].replace(" ", ".").translate(_CYRILLIC), name=title
        )
        yield _mention(paragraph, at, number.end(), claim, "sales-number")


def _publication(
    paragraph: Paragraph, at: int, floor: int, patterns: RecordPatterns
) -> tuple[int, str | None]:
    """Where a publication's phrase begins, and its title when one stands before the bracket."""
    text = paragraph.flow.text
    publication = last_match(patterns.publication, text, max(0, at - 60), at)
    bracket = at if publication is None else publication.start()
    start = max(floor, clause_start(text, bracket))
    title = patterns.title.search(text, start, bracket)
    if title is not None:
        begin = title.start()
    elif paragraph.role == "note":
        begin = title_start(text, start, patterns)
    else:
        return bracket, None
    name = text[begin:bracket].strip(" ([（,，《")
    return (begin, name) if name else (bracket, None)


def title_start(text: str, at: int, patterns: RecordPatterns) -> int:
    """Offset behind "See", "See also", "and" at the head of a note or of one of its clauses."""
    lead = patterns.lead.match(text, at)
    return at if lead is None else lead.end()


def needed_documents(language: Language) -> Needs:
    """Strings of which one stands wherever an agency's document is found."""
    return frozenset(record_patterns(language).document_hint)


def find_agency_documents(paragraph: Paragraph, context: Context) -> Iterator[Mention]:
    """Mentions of agencies' own documents: "World Health Organization, document WHA58/2005/REC/1".

    It runs before symbols are looked for: "GOV/INF/2005/10-GC(49)/INF/6" is one of these.
    """
    text = paragraph.flow.text
    patterns = record_patterns(context.language)
    if "/" not in text or not any(hint in text for hint in patterns.document_hint):
        return
    for hit in patterns.document.finditer(text):
        group = next(name for name, code in hit.groupdict().items() if code)
        agency = patterns.any_agency.search(text, hit.start(), hit.end())
        if agency is None:
            continue
        body = next(name for name, p in patterns.agencies if p.match(text, agency.start()))
        name = _SECOND_CODE.sub("", hit[group]).replace("/ ", "/")
        claim = RecordClaim("agency-records", body=body, name=name)
        yield _mention(paragraph, hit.start(), hit.end(), claim, "agency-document")


def clause_start(text: str, at: int) -> int:
    """Offset behind the last semicolon before `at`, or 0."""
    found = last_match(_CLAUSE_END, text, max(0, at - _REACH), at)
    return 0 if found is None else found.end()


def clause_end(text: str, at: int) -> int:
    """Offset of the next semicolon, or the end of the text; no further than a phrase can reach."""
    reach = min(len(text), at + _REACH)
    found = _CLAUSE_END.search(text, at, reach)
    return reach if found is None else found.start()


def mentions_between(found: Sequence[Mention], start: int, end: int) -> Sequence[Mention]:
    """Those of the mentions, in order of place, that begin in a stretch of the flow."""
    low = bisect_left(found, start, key=_at)
    return found[low : bisect_left(found, end, low, key=_at)]


def _at(mention: Mention) -> int:
    return mention.at


def last_match(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """The last match inside a stretch."""
    last = None
    for hit in pattern.finditer(text, start, end):
        last = hit
    return last


def _arabic(number: str) -> str:
    """Volume "I" is volume "1"."""
    signs = {"I": "1", "II": "2", "III": "3", "IV": "4", "V": "5"}
    return signs.get(number, number)


def _mention(paragraph: Paragraph, at: int, until: int, claim: RecordClaim, rule: str) -> Mention:
    return mention_at(
        paragraph, at, until, claim, rule, title=claim.name if claim.record == "sales" else None
    )
