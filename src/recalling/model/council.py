"""In which year the Security Council gave a number: it counts through all years.

What lies between two numbers of one year is of that year, so the first and the last that are
known of each year tell most of them; what lies between two years is not told. Read off the numbers
that texts of 2020 to 2024 print with their years, each in two documents at least, and off the
symbols of the Council's own resolutions of 2020 to 2022.
"""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter

#: year, first and last number known of it
_YEARS = (
    (1964, 186, 186), (1967, 237, 242), (1968, 250, 259), (1969, 267, 271), (1971, 298, 298),
    (1973, 338, 338), (1974, 350, 350), (1978, 425, 426), (1979, 446, 452), (1980, 465, 478),
    (1981, 497, 497), (1984, 550, 550), (1990, 658, 674), (1991, 686, 716), (1992, 733, 789),
    (1993, 825, 825), (1994, 904, 904), (1995, 984, 1031), (1996, 1073, 1088), (1998, 1196, 1197),
    (1999, 1244, 1267), (2000, 1296, 1333), (2001, 1359, 1379), (2002, 1390, 1452),
    (2003, 1455, 1515), (2004, 1526, 1576), (2005, 1591, 1651), (2006, 1658, 1738),
    (2007, 1743, 1787), (2008, 1805, 1857), (2009, 1860, 1907), (2010, 1908, 1966),
    (2011, 1970, 2024), (2012, 2035, 2083), (2013, 2086, 2129), (2014, 2133, 2195),
    (2015, 2198, 2259), (2016, 2265, 2336), (2017, 2340, 2397), (2018, 2399, 2451),
    (2019, 2452, 2502), (2020, 2504, 2560), (2021, 2561, 2617), (2022, 2618, 2671),
    (2023, 2673, 2699),
)  # fmt: skip


def council_year(number: int) -> int | None:
    """The year of a Security Council resolution; None for a number whose year is not known.

    >>> council_year(1325), council_year(2533), council_year(1351), council_year(9999)
    (2000, 2020, None, None)
    """
    place = bisect_right(_YEARS, number, key=itemgetter(1)) - 1
    year, _, last = _YEARS[place]
    return year if place >= 0 and number <= last else None


def in_its_year(number: int, year: int) -> bool:
    """Whether a number can be of a year, by the numbers before and behind it that are known.

    >>> in_its_year(2250, 2015), in_its_year(2030, 2018), in_its_year(1351, 2001)
    (True, False, True)
    """
    place = bisect_right(_YEARS, number, key=itemgetter(1)) - 1
    if place < 0:
        return year <= _YEARS[0][0]
    known, _, last = _YEARS[place]
    if number <= last:
        return year == known
    return known <= year and (place + 1 == len(_YEARS) or year <= _YEARS[place + 1][0])
