"""Document symbols: one spelling, and the halves of a double symbol.

UN Editorial Manual, "United Nations document symbols": elements divided by slashes, the first
names the organ or series, the last ones changes to an earlier text (Add., Corr., Rev., Amend.).
"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

#: what opens a symbol: the principal organs, and series of other bodies
SERIES = (
    "A", "S", "E", "T", "ST", "ACC", "AFCPR", "APLC", "BWC", "BWM", "CAC", "CAT", "CBD", "CCD",
    "CCM", "CCPR", "CCW", "CD", "CEB", "CED", "CEDAW", "CERD", "CLCS", "CMS", "CMW", "COFI", "CRC",
    "CRPD", "CTOC", "DP", "EC", "ECE", "ESCAP", "ESCWA", "FCCC", "GC", "GCW", "GOV", "HRI", "HSP",
    "IAEA", "ICCD", "ICPD", "ICSC", "IDB", "INFCIRC", "IOC", "IPBES", "ISBA", "ITC", "JIU", "LEG",
    "LOS", "NGO", "NPT", "PBC", "PCNICP", "SAICM", "SEP", "SOLAS", "SPLOS", "TD", "TPNW", "TRADE",
    "UNCTAD", "UNEP", "UNESCO", "UNFPA", "UNICEF", "UNIDO", "UNITAR", "UNODC", "UNW", "WFP", "WFM",
    "WHA", "WIPO", "WT", "CGRFA", "OPCW",
)  # fmt: skip
#: series in which the session follows what opens a symbol: GC(66)/RES/10, GC.18/INF/4, IDB.48/Dec.8
OF_SESSIONS = ("GC", "IDB")

_SUFFIX = re.compile(r" ?\((?:Part|Vol|Sect|Supp|Introduction|المقدمة)", re.I)
_SECOND_HALF = re.compile(r"-(?=(?:A|S|E|ISBA|TD|DP|UNEP|ECE|CEB|E/CN\.\d{1,2}|FCCC)/)")
#: what joins the numbers of two parts in one bracket, in six languages
_AND = re.compile(r" ?(?:和|及|与|、| (?:et|y|и|and) | و ?) ?")
#: "Parts I-II", as Spanish texts print it; a longer range stays one
_FIRST_TWO = re.compile(r"\bI-II\b")
#: "(part II)", "(PART I)": one spelling, so that six languages name one document
_UNIT = re.compile(r"\b(?:parts?|vols?|sects?)\b", re.I)
#: an agency's code, whose number stands apart: "MSC 105/20"
_AGENCY = re.compile(r"[A-Z]{1,5} \d")
#: "UNEP/EA.4/RES.1", ".../add.1": the ending in the case in which the others print it
_CASE = re.compile(r"/(?:RES|add|corr|rev)(?=\.\d)")
#: "A/CONF/157/24": the number of a conference stands behind a point, and no council is called HCR
_MISPRINTS = (
    (re.compile(r"(?<=^A/CONF)/(?=\d)|(?<=^NPT/CONF)/(?=\d)"), "."),
    (re.compile("^A/HCR/"), "A/HRC/"),
)
_ENDINGS = re.compile(r"(?:/(?:Add|Corr|Rev|Amend)\.\d{1,3}){1,3}$")
_ADDITION = re.compile(r"/(?:Add|Corr|Rev|Amend)\.\d{1,3}", re.I)
_LETTER = re.compile(r"[A-Z]{1,2}(?=,|$)")


def document_type(symbol: str) -> str:
    """What the document of a symbol of ours is: a decision, a statement, else a resolution.

    >>> document_type("A/DEC/77/568"), document_type("S/PRST/2020/11"), document_type("A/RES/70/1")
    ('decision', 'statement', 'resolution')
    """
    if "/DEC/" in symbol:
        return "decision"
    return "statement" if "/PRST/" in symbol else "resolution"


class Symbol(msgspec.Struct, frozen=True):
    """A document symbol, one or more halves: `Symbol(("A/76/75", "E/2021/57"))`.

    `halves` are full symbols of one and the same document, first printed first.

    >>> str(parse_symbol("A/76/75-E/2021/57")), parse_symbol("A/76/75-E/2021/57").base
    ('A/76/75-E/2021/57', 'A/76/75')
    """

    halves: tuple[str, ...]

    @property
    def base(self) -> str:
        """The half printed first, by which the document is cited."""
        return self.halves[0]

    @property
    def also(self) -> tuple[str, ...]:
        """The other halves."""
        return self.halves[1:]

    def __str__(self) -> str:
        return "-".join(self.halves)


def canonical(printed: str) -> str:
    """One spelling of a printed symbol: no inner spaces but before and inside brackets.

    >>> canonical("A/75/6(Sect. 3)/Add.7"), canonical("NPT/CONF.2000/28 (Parts I  and II)")
    ('A/75/6 (Sect. 3)/Add.7', 'NPT/CONF.2000/28 (Parts I and II)')
    """
    text = re.sub(r"[-‑‐–—−]", "-", printed)
    head, bracket, tail = _split_bracket(text)
    code, space, rest = head.partition(" ") if _AGENCY.match(head) else ("", "", head)
    head = code + space + re.sub(r"\s+", "", rest)
    head = re.sub(r"(?<=\d)(?=(?:Add|Corr|Rev)\.)", "/", head)
    head = _CASE.sub(lambda m: m[0].title(), head)
    for misprint, right in _MISPRINTS:
        head = misprint.sub(right, head)
    if not bracket:
        return head
    bracket = _AND.sub(" and ", re.sub(r"\s+", " ", bracket))
    bracket = bracket.replace("المقدمة", "Introduction")  # as Arabic prints A/76/6 (Introduction)
    bracket = _FIRST_TWO.sub("I and II", bracket)
    bracket = _UNIT.sub(lambda unit: unit[0].capitalize(), bracket)
    if " and " in bracket:
        bracket = re.sub(r"(?i)\b(part|vol|sect)(?=[. ])", r"\1s", bracket)
    if not bracket.endswith(")"):
        bracket += ")"
    bracket = re.sub(r"(?i)\b(sect|vol|sects|vols)\. ?(?=[\dIVX])", r"\1. ", bracket)
    bracket = re.sub(r"(?i)\b(parts?) ?(?=[\dIVX])", r"\1 ", bracket)
    tail = re.sub(r"\s+", "", tail)
    return f"{head} {bracket}{tail}"


def _split_bracket(text: str) -> tuple[str, str, str]:
    m = _SUFFIX.search(text)
    if m is None:
        return text, "", ""
    end = text.find(")", m.end())
    end = len(text) if end < 0 else end + 1
    return text[: m.start()], text[m.start() : end].strip(), text[end:]


@lru_cache(maxsize=4096)  # the same documents are cited again and again
def parse_symbol(printed: str) -> Symbol:
    """A printed symbol with its halves. Raises ValueError for a text without slash and digit."""
    spelled = canonical(printed)
    if "/" not in spelled or not re.search(r"\d", spelled):
        raise ValueError(
            f"{printed!r} is no document symbol: it needs a series, a slash and a number"
        )
    *halves, last = _SECOND_HALF.split(spelled)
    ending = _ENDINGS.search(last)
    if ending:  # "A/76/668-S/2022/66/Corr.1" corrects the one document
        halves = [h if _ENDINGS.search(h) else h + ending[0] for h in halves]
    return Symbol((*halves, last))


def parent(symbol: str) -> str | None:
    """The document to which an addendum, corrigendum or revision belongs.

    >>> parent("A/71/53/Add.1/Corr.1")
    'A/71/53/Add.1'
    """
    found = list(_ADDITION.finditer(symbol))
    if not found or found[-1].end() != len(symbol):
        return None
    return symbol[: found[-1].start()]


def part_letter(part: str | None) -> str | None:
    """The letter that opens a part: 57/270 B has a title and a date of its own, an annex has none.

    >>> part_letter("B, annex"), part_letter("annex"), part_letter(None)
    ('B', None, None)
    """
    found = _LETTER.match(part or "")
    return found[0] if found else None
