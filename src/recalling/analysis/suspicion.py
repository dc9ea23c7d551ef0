"""What every review says of a place, and how the numbers in it are compared."""

from __future__ import annotations

import re

import msgspec

from recalling.analysis.corpus import CitationRow, Corpus

_NUMBERED = re.compile(
    r"(?P<folder>A/HRC|A|S|E)/(?P<type>RES|DEC)/(?P<number>[SE0-9][\w/.-]{0,20}?)"
    r"(?:\((?P<bracket>[IVXLC]{1,7}|\d{4})\))?(?:[A-Z](?:-[A-Z])?)?"
)
_ORGANS = {"A/HRC": "hrc", "A": "ga", "S": "sc", "E": "ecosoc"}
ORGAN_NAMES = {
    "hrc": "the Human Rights Council",
    "ga": "the General Assembly",
    "sc": "the Security Council",
    "ecosoc": "the Economic and Social Council",
}
"""Organs as a sentence names them."""

_TYPES = {"RES": "resolution", "DEC": "decision"}
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_BRACKETS = re.compile(r"\([^()]{0,40}\)")


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


def suspect(kind: str, corpus: Corpus, row: CitationRow, sentence: str) -> Suspicion:
    """The place of a citation, with its words."""
    return Suspicion(
        kind=kind,
        document=corpus.shown(row.citing),
        language=row.language,
        paragraph=row.paragraph,
        words=row.quote,
        sentence=sentence,
    )


def in_latin_digits(text: str) -> str:
    """The text with digits of any script as 0 to 9."""
    return text.translate(_DIGITS)


def plain(text: str) -> str:
    """For comparing: digits of any script, no spaces and brackets, capitals."""
    return "".join(_BRACKETS.sub("", in_latin_digits(text)).split()).upper()


def holds(text: str, number: str) -> bool:
    """Whether a text holds the parts of a number, whatever their order."""
    bare = in_latin_digits(text)
    parts = re.findall(r"\d+", number)
    return all(re.search(rf"(?<!\d){part}(?!\d)", bare) for part in parts)


def is_slip(date: str, other: str) -> bool:
    """Whether two days differ in one of year, month and day: a slip of the pen.

    >>> is_slip("2012-11-09", "2012-11-19"), is_slip("2012-11-09", "2012-12-19")
    (True, False)
    """
    return sum(a == b for a, b in zip(date.split("-"), other.split("-"), strict=True)) == 2
