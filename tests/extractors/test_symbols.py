"""Document symbols are found with all their suffixes, and keep one spelling."""

# ruff: noqa: E501 - official sentences stay on one line

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recalling.extractors.symbols import find_symbols
from recalling.model import LANGUAGES, Language, Mention, SymbolClaim
from recalling.model.symbols import Symbol, canonical, parent, parse_symbol

Reader = Callable[..., list[Mention]]


def symbols(read: Reader, text: str, language: Language = "en") -> list[str]:
    """The symbols found, halves joined by a bar."""
    found = read(find_symbols, text, language, role="note")
    assert all(isinstance(m.claim, SymbolClaim) for m in found)
    return ["|".join((m.claim.symbol, *m.claim.also)) for m in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A/HRC/17/31, annex.", ["A/HRC/17/31"]),
        ("See A/76/75-E/2021/57.", ["A/76/75|E/2021/57"]),
        ("A/67/65/Corr.1-E/2012/48/Corr.1", ["A/67/65/Corr.1|E/2012/48/Corr.1"]),
        ("A/56/1026-S/2002/932, annex II", ["A/56/1026|S/2002/932"]),
        ("A/77/6 (Sect. 3)/Add.8 and A/76/7/Add.10", ["A/77/6 (Sect. 3)/Add.8", "A/76/7/Add.10"]),
        ("A/75/6(Sect.3)/Add.7", ["A/75/6 (Sect. 3)/Add.7"]),
        ("A/CONF.157/24 (Part I), chap. III", ["A/CONF.157/24 (Part I)"]),
        ("NPT/CONF.2000/28 (Parts I and II)/Corr.1", ["NPT/CONF.2000/28 (Parts I and II)/Corr.1"]),
        ("A/CONF.151/26/Rev.1 (Vol. I)", ["A/CONF.151/26/Rev.1 (Vol. I)"]),
        ("A/CONF.157/24 (PART I)", ["A/CONF.157/24 (Part I)"]),
        ("NPT/CONF.2000/28 (Parts I-II)", ["NPT/CONF.2000/28 (Parts I and II)"]),
        ("A/78/10 and Add.1", ["A/78/10", "A/78/10/Add.1"]),
        ("A/78/10, Corr.1 and Add.2", ["A/78/10", "A/78/10/Corr.1", "A/78/10/Add.2"]),
        ("FCCC/CP/2015/10/Add.1, decision 1/CP.21, annex", ["FCCC/CP/2015/10/Add.1"]),
        ("See ICCD/COP(14)/23/Add.1.", ["ICCD/COP(14)/23/Add.1"]),
        ("UNEP(DTIE)/Hg/CONF/4, annex II", ["UNEP(DTIE)/Hg/CONF/4"]),
        ("UNEP/EA.5/Res.14", ["UNEP/EA.5/Res.14"]),
        ("ST/SGB/2013/4/Amend.1", ["ST/SGB/2013/4/Amend.1"]),
        ("S/PRST/2015/10 and S/2022/698", ["S/PRST/2015/10", "S/2022/698"]),
        ("A/ES-10/273 and A/ES-10/273/Corr.1", ["A/ES-10/273", "A/ES-10/273/Corr.1"]),
        ("A/78/62−E/2023/49.", ["A/78/62|E/2023/49"]),
        ("A/76/PV.55; E/2022/SR.34", ["A/76/PV.55", "E/2022/SR.34"]),
        ("See A/C.6/56/SR.11–13", ["A/C.6/56/SR.11", "A/C.6/56/SR.12"]),
        ("BWC/CONF.VIII/4/Corr.1", ["BWC/CONF.VIII/4/Corr.1"]),
        ("S/RES/1325 (2000) and A/RES/70/1", ["S/RES/1325(2000)", "A/RES/70/1"]),
    ],
)
def test_symbols_as_they_are_printed(text: str, expected: list[str], read: Reader) -> None:
    """All but the last seen in the footnotes of A/RES/77/66, 77/106, 77/166, 77/248 and 77/263."""
    assert symbols(read, text) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A/78/10 and Add.1"),
        ("fr", "A/78/10 et Add.1"),
        ("es", "A/78/10 y Add.1"),
        ("ru", "А/78/10 и Add.1"),
        ("ar", "A/78/10 و Add.1"),
        ("zh", "A/78/10和Add.1"),
    ],
)
def test_a_further_ending_is_a_document_of_its_own(
    language: Language, text: str, read: Reader
) -> None:
    assert symbols(read, text, language) == ["A/78/10", "A/78/10/Add.1"]


def test_cyrillic_letters_that_look_latin_are_read(read: Reader) -> None:
    (found,) = read(find_symbols, "документ А/НRС/17/31", "ru", role="note")
    assert found.claim.symbol == "A/HRC/17/31"
    assert found.surface == "А/НRС/17/31"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("resolutions GC(66)/RES/7, GC(SPL.2)/RES/1", ["GC(66)/RES/7", "GC(SPL.2)/RES/1"]),
        ("GC(XXXIV)/RES/530 and GC(65)/24", ["GC(XXXIV)/RES/530", "GC(65)/24"]),
        ("See GC.18/INF/4 and GC.18/3.", ["GC.18/INF/4", "GC.18/3"]),
        ("See IDB.48/16/Rev.1.", ["IDB.48/16/Rev.1"]),
        ("IOC/A-31/Décisions", []),
        ("A/75/10 (partes pertinentes)", ["A/75/10"]),
    ],
)
def test_a_session_behind_what_opens_the_symbol(
    text: str, expected: list[str], read: Reader
) -> None:
    """The Atomic Energy Agency (A/RES/77/9), UNIDO (A/RES/77/180); the last goes on in French."""
    assert symbols(read, text) == expected


@pytest.mark.parametrize(
    "text",
    ["HIV/AIDS 2030", "and/or 24/7", "COVID-19/2020 measures", "the P-2/1 level", "km/h 20/30"],
)
def test_what_has_slashes_but_is_no_symbol(text: str, read: Reader) -> None:
    assert symbols(read, text) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_resolution_by_its_symbol_keeps_its_letter_apart(
    language: Language, read: Reader
) -> None:
    (found,) = read(find_symbols, "A/RES/75/290 B", language, role="note")
    assert (found.claim.symbol, found.part) == ("A/RES/75/290", "B")


_BASE = st.from_regex(
    r"\A(A|E|S|A/HRC|A/CONF\.[1-9][0-9]{0,2}|ISBA/[1-9][0-9]/A)/[1-9][0-9]{0,3}/[1-9][0-9]{0,2}\Z"
)
_ENDING = st.from_regex(r"\A(/(Add|Corr|Rev)\.[1-9]){0,2}\Z")
_HALF = st.builds(str.__add__, _BASE, _ENDING)


@given(st.lists(_BASE, min_size=1, max_size=2), _ENDING)
def test_what_is_written_is_read_back(bases: list[str], ending: str) -> None:
    symbol = Symbol(tuple(base + ending for base in bases))
    assert parse_symbol(str(symbol)) == symbol


def test_an_ending_is_that_of_the_whole_document() -> None:
    """A/RES/76/305 note 2 prints A/76/668-S/2022/66/Corr.1, and links to A/76/668/Corr.1."""
    assert parse_symbol("A/76/668-S/2022/66/Corr.1").base == "A/76/668/Corr.1"


@given(_HALF)
def test_one_spelling_stays_what_it_is(symbol: str) -> None:
    assert canonical(symbol) == symbol
    assert canonical(symbol.replace("-", "‑").replace("/", "/ ")) == symbol


def test_what_is_no_symbol_says_so() -> None:
    with pytest.raises(ValueError, match="needs a series, a slash and a number"):
        parse_symbol("resolution")


def test_the_document_that_an_ending_belongs_to() -> None:
    assert parent("A/71/53/Add.1/Corr.1") == "A/71/53/Add.1"
    assert parent("A/71/53") is None


@pytest.mark.parametrize(
    ("language", "text", "dates"),
    [
        ("en", "statements by its President of 21 February 2007 (S/PRST/2007/3) and 12 May 2008 (S/PRST/2008/14)", ["2007-02-21", "2008-05-12"]),
        ("fr", "la déclaration de son président datée du 9 avril 2019 (S/PRST/2019/3)", ["2019-04-09"]),
        ("es", "la declaración de su Presidencia de 9 de abril de 2019 (S/PRST/2019/3)", ["2019-04-09"]),
        ("ru", "заявлении его Председателя от 9 апреля 2019 года (S/PRST/2019/3)", ["2019-04-09"]),
        ("ar", "بيان رئيسها المؤرخ 9 نيسان/أبريل 2019 (S/PRST/2019/3)", ["2019-04-09"]),
        ("zh", "2010年8月25日主席声明(S/PRST/2010/16)和2012年11月19日(S/PRST/2012/24)", ["2010-08-25", "2012-11-19"]),
        ("en", "the letter dated 3 May 2024 from the Permanent Representative of Norway addressed to the President (S/2024/356)", ["2024-05-03"]),
        ("en", "the period from 1 July 2021 to 30 June 2022 (A/77/5)", [None]),
        ("fr", "du 1er juillet 2021 au 30 juin 2022 (A/77/5)", [None]),
    ],
)  # fmt: skip
def test_the_date_before_a_symbol_in_brackets(
    language: Language, text: str, dates: list[str | None], read: Reader
) -> None:
    """S/RES/2507(2020), S/RES/2554(2020): statements by their date and symbol."""
    assert [m.date for m in read(find_symbols, text, language)] == dates


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "See A/C.6/56/SR.11–13, A/C.6/56/SR.22"),
        ("fr", "Voir A/C.6/56/SR.11 à 13, A/C.6/56/SR.22"),
        ("ru", "См. A/C.6/56/SR.11–13, A/C.6/56/SR.22"),
        ("ar", "انظر A/C.6/56/SR.11 إلى 13، و A/C.6/56/SR.22"),
    ],
)
def test_records_in_a_row_are_the_first_and_the_further_ones(
    language: Language, text: str, read: Reader
) -> None:
    """A/RES/77/106, note 1."""
    first, further, other = read(find_symbols, text, language)
    assert (first.surface, further.surface, other.surface) == (
        "A/C.6/56/SR.11", "13", "A/C.6/56/SR.22",
    )  # fmt: skip
    assert further.claim == SymbolClaim("A/C.6/56/SR.12", through="A/C.6/56/SR.13")


def test_what_follows_a_record_is_not_always_a_further_one(read: Reader) -> None:
    found = read(find_symbols, "A/C.6/64/SR.1–28/Corrigendum, E/2021/SR.12 and 3 others", "en")
    assert [m.claim for m in found] == [
        SymbolClaim("A/C.6/64/SR.1-28/Corrigendum"), SymbolClaim("E/2021/SR.12"),
    ]  # fmt: skip


def test_the_number_of_an_agency_stands_apart_from_its_code() -> None:
    """MSC 105/20, a report of the Maritime Safety Committee; elsewhere a space is a slip."""
    assert canonical("MSC 105/20") == "MSC 105/20"
    assert canonical("A/76 /75") == "A/76/75"
