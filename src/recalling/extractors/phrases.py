"""The words by which footnotes speak, one file a language: `grammar/records/<language>.toml`."""

from __future__ import annotations

from functools import cache

import msgspec

from recalling.grammar import load_grammar
from recalling.model import Language


class Numerals(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Numbers printed as words, letters of another alphabet, and what stands between numbers.

    `words` (lower case) are summed ("seventy" 70 + "third" 3), `compound` stands between them,
    `decimal` between the halves of a number such as "58.3"; `letters` map a printed letter to its
    Latin counterpart in the English text, `points` the letters of points, of which `bare` are those
    that may stand without a bracket and are no words ("Article 73 e"); `designations` map
    abbreviations inside numbers of decisions. `compound`, `range` and `list` are patterns.
    """

    words: dict[str, int]
    compound: str
    decimal: str
    letters: dict[str, str]
    points: dict[str, str]
    bare: str
    designations: dict[str, str]
    range: str
    list: str


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A string that a rule must read, what it must read in it, and where it was seen."""

    text: str
    gives: str
    seen: str


class Called(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"name": "as"}):
    """A unit that English calls by another name where it is of certain instruments.

    `of` is "resolution" for a resolution's number, else a pattern for the words that name the
    instrument: the articles of règlements intérieurs are the rules of rules of procedure.
    """

    of: str
    unit: str
    name: str


class Phrases(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One language's patterns for locators, series, records, back references, courts and numbers.

    `hints` are strings of which one stands in every text that a topic's patterns can match.
    `examples` are strings that the patterns must read ("§" is where an instrument is named),
    `rejects` strings in which they must find nothing.
    """

    numerals: Numerals
    units: dict[str, list[str]]
    locator: dict[str, str]
    called: list[Called]
    hints: dict[str, list[str]]
    series: dict[str, str]
    records: dict[str, str]
    bodies: dict[str, str]
    agencies: dict[str, str]
    back: dict[str, str]
    court: dict[str, str]
    comments: dict[str, str]
    committees: dict[str, str]
    labour: dict[str, str]
    examples: dict[str, list[Example]]
    rejects: dict[str, list[str]]


@cache
def load_phrases(language: Language) -> Phrases:
    """The phrases of one language. Raises DataError when the file does not fit."""
    return load_grammar("records", language, Phrases)
