"""Cover data of an Akoma Ntoso resolution: FRBR block, cover page, classification, workflow.

The mark-up says most things twice, and not always the same: a cover symbol that neither the FRBR
address nor the number over the title bears out is a slip, and is reported as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from lxml import etree

from recalling.model import AgendaItem, Cover, Language, Organ, PlacedSymbol, Span, Subject, Vote
from recalling.model.symbols import document_type
from recalling.readers.akn_inline import local, text_of, words_of
from recalling.readers.text_grammar import structure

_ORGAN_OF: tuple[tuple[str, Organ], ...] = (
    ("A/HRC/", "hrc"), ("A/", "ga"), ("S/", "sc"), ("E/", "ecosoc"),
)  # fmt: skip
#: .../deliberation/unga/2024-03-21/78-265/ and the like
_FRBR = re.compile(r"/(unga|unsc|unecosoc|unhrc|ga|sc|ecosoc|hrc)/[^/]*/([^/]+)/")
_NUMBER = re.compile(r"((?:ES-|S-)?\d+)\s?[-/(（]\s?(\d+)")
#: of a resolution, by the organ in a file's address
_SERIES = {
    "unga": "A/RES/", "ga": "A/RES/", "unsc": "S/RES/", "sc": "S/RES/",
    "unecosoc": "E/RES/", "ecosoc": "E/RES/", "unhrc": "A/HRC/RES/", "hrc": "A/HRC/RES/",
}  # fmt: skip
_OUTCOMES = {
    "adoptedWithoutVote": "without a vote",
    "adoptedRecordedVote": "recorded vote",
    "adoptedNonRecordedVote": "non-recorded vote",
}
#: how a text was adopted, in the words of a file that has no code for it
_WITHOUT_VOTE = re.compile(r"without (?:a )?vote|by (?:consensus|acclamation)", re.I)
#: the metadata are in English in all languages: "Austria, Bosnia and Herzegovina and Zambia"
_SPONSORS = re.compile(r",\s+|\s+and\s+(?=[A-Z])")
_ONE_STATE = re.compile(
    r"Antigua and Barbuda|Bosnia and Herzegovina|Great Britain and Northern Ireland"
    r"|Saint Kitts and Nevis|Saint Vincent and the Grenadines|Sao Tome and Principe"
    r"|Trinidad and Tobago|\([^()]{0,300}\)"
)
_DRAFT = re.compile(r"(?:[A-Z]+/)[A-Z0-9./-]{2,60}")
_SUBMITTED = re.compile(r"submitted by (?:the )?")
_ORDINAL = re.compile(r"(\d{1,5})(?:st|nd|rd|th)\b")  # "Adopted without vote, 8th plenary meeting"
#: a space where a line was broken between signs that are written without spaces
_BROKEN = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uff60]) (?=[\u3000-\u9fff\uff00-\uff60])")
_ADOPTED_AT = "#adoptionMeeting"
#: "Agenda item 28", "Points 13 et 28 b) de l’ordre du jour", "البند 28 (ب)", "item 103 (aa)"
_ITEM = re.compile(r"\d{1,3}(?:\s?\(?([^\W\d_])(?: ?\1)?\))?")
#: a day; "0001-01-01" stands where none was filled in (S/RES/2594 (2021) in Arabic)
_DAY = re.compile(r"(?!0001)\d{4}-\d\d-\d\d")
_HOSTS = re.compile(r"(?:^|\.)un(?:docs)?\.org$")
#: the address that nearly every link has, of signs that stand for themselves
_PLAIN_LINK = re.compile(
    r"https?://(?:(?:www\.)?undocs|docs\.un)\.org(?P<path>/[A-Za-z0-9/.()_-]*)", re.I
)
_LANGUAGE_SEGMENT = re.compile(r"^(?:en|fr|es|sp|ru|ar|ch|zh)/(?=.)", re.I)
_SYMBOL_LIKE = re.compile(r"[A-Z].*\d")
#: "A/75/L.21和A/75/L.21/Add.1", "(A/77/L.3", "A/75/417, para. 7"
_ORIGINATING = re.compile(r"[A-Z]{1,5}/[A-Za-z0-9./-]{0,60}\d")
_RECORD = re.compile(r"^[A-Z]+/(?:[\w.-]+/)?(?:PV|SR)\.\d+")


@lru_cache(maxsize=16_384)
def symbol_of_link(href: str) -> str | None:
    """The document symbol that an editors' link carries, or None.

    Hosts and language segments vary between years (undocs.org/ch/…, docs.un.org/zh/…): both are
    passed over. Spelling is left as the editors wrote it, in upper case and without spaces.

    >>> symbol_of_link("https://undocs.org/ch/A/RES/70/1")
    'A/RES/70/1'
    """
    plain = _PLAIN_LINK.fullmatch(href)
    path = plain["path"] if plain else _path_of_link(href)
    if path is None:
        return None
    symbol = _LANGUAGE_SEGMENT.sub("", path.strip("/ \u00a0"))
    symbol = "".join(symbol.split()).upper().replace("\u2011", "-")
    return symbol if len(symbol) <= 80 and _SYMBOL_LIKE.search(symbol) else None


def _path_of_link(href: str) -> str | None:
    """The part of a link that holds a symbol; None where it leads to no document."""
    try:
        parts = urlsplit(href.strip())
    except ValueError:
        return None
    host = parts.netloc.lower()
    path = unquote(parts.path)
    query = re.search(r"(?:Final)?symbol=([^&]+)", parts.query, re.I)
    if query and _HOSTS.search(host):
        return unquote(query[1])
    return path if host in ("undocs.org", "www.undocs.org", "docs.un.org", "undocs") else None


#: where a file says what it is; nothing below is looked for anywhere else
_PLACES = ("meta", "coverPage", "preface", "conclusions")
#: all that is looked for there; the parser's own search passes over the rest
_NAMES = (
    "FRBRdate", "FRBRlanguage", "FRBRuri", "TLCTerm", "docDate", "docNumber", "docProponent",
    "docTitle", "inline", "keyword", "location", "session", "step", "voting",
)  # fmt: skip
_WANTED = tuple(f"{{*}}{name}" for name in _NAMES)
_PUBLISHER = "http://metadata.un.org/"


class Heads:
    """The elements outside the body, found in one pass over the file.

    (A path such as `.//{*}coverPage//{*}session` walks the whole tree, body and notes included,
    and the cover has some twenty things to ask for.)
    """

    def __init__(self, root: etree._Element) -> None:
        self.pages: list[etree._Element] = []
        self._found: dict[tuple[str, str], list[etree._Element]] = {}
        for place in root.iter(*(f"{{*}}{name}" for name in _PLACES)):
            where = local(place)
            if any(local(above) in _PLACES for above in place.iterancestors()):
                continue  # its elements have been counted
            if where == "coverPage":
                self.pages.append(place)
            for element in place.iter(*_WANTED):
                self._found.setdefault((where, local(element)), []).append(element)

    def find(self, name: str, *places: str) -> Iterator[etree._Element]:
        """Elements of one of the names in the places given, or in all, in order of the file."""
        for place in places or _PLACES:
            yield from self._found.get((place, name), ())

    def first(self, name: str, refers: str) -> etree._Element | None:
        """The first element of one name that refers to one concept ("#dateOfIssuance")."""
        return next((e for e in self.find(name) if e.get("refersTo") == refers), None)


def cover_lines(heads: Heads) -> list[str]:
    """The lines of the cover page, in order, without empty ones."""
    lines = (words_of([line]).text for page in heads.pages for line in page.iterchildren("{*}p"))
    return [line for line in lines if line]


def read_cover(heads: Heads, symbol: str | None) -> tuple[Cover, list[str]]:
    """Cover data, and sentences on what in it does not agree.

    `symbol` is what the user says it is; it then stands unquestioned. The day of adoption is not
    among them: reading it takes the language (`day_of_adoption`).
    """
    trouble: list[str] = []
    printed = symbol or _symbol(heads, trouble)
    organ = next((o for start, o in _ORGAN_OF if printed and printed.startswith(start)), None)
    session = _session_of(printed) or _session(heads)  # covers slip: 50 for 55 in A/HRC/RES/55/23
    meeting = _meeting(heads)
    number = _meeting_number(heads, meeting)
    if meeting is None and number is not None:
        meeting = _record(organ, session, number)
    elif meeting and number is not None and int(meeting.rpartition(".")[2]) != number:
        meeting = None  # the cover and the file name two meetings, and either may err
    subjects, goals = _subjects(heads)
    cover = Cover(
        symbol=printed,
        organ=organ,
        type=document_type(printed or ""),
        session=session,
        agenda_items=tuple(_agenda(heads)),
        title=_title(heads),
        issued=_issued(heads),
        drafts=(),
        proposals=tuple(_proposals(heads)),
        committee=_committee(heads),
        plenary=heads.first("docProponent", "#noMainCommittee") is not None
        or heads.first("docProponent", "#plenaryMeeting") is not None,
        meeting=meeting,
        meeting_number=number,
        sponsors=tuple(_sponsors(heads)),
        subjects=subjects,
        goals=goals,
        vote=_vote(heads),
    )
    return cover, trouble


def place_drafts(heads: Heads, text: str, end: int) -> tuple[PlacedSymbol, ...]:
    """Drafts and reports named on the cover, with their place in `text[:end]`."""
    printed, at = text[:end].replace("\u2011", "-"), 0
    placed = []
    for phrase in dict.fromkeys(map(_phrase, _inlines(heads, "originating document"))):
        words = "".join(phrase.itertext()).replace("\u2011", "-")
        for symbol in _ORIGINATING.findall(words):  # each language has its own "and" and "para."
            found = printed.find(symbol, at)
            if found >= 0:
                at = found + len(symbol)
                placed.append(PlacedSymbol(symbol, Span(found, at)))
    return tuple(placed)


def _phrase(inline: etree._Element) -> etree._Element:
    """The whole phrase that names the originating documents, where one holds the marked words.

    Arabic covers mark the second of two, or "and" alone: "[… A/75/L.54 (و A/75/L.54/Add.1)]".
    """
    parent = inline.getparent()
    held = parent is not None and etree.QName(parent).localname == "docProponent"
    return parent if parent is not None and held else inline


def _inlines(heads: Heads, name: str) -> list[etree._Element]:
    return [e for e in heads.find("inline", "coverPage") if e.get("name") == name]


def _symbol(heads: Heads, trouble: list[str]) -> str | None:
    """The symbol of the cover, unless title and address agree on another, or it prints none."""
    symbol = heads.first("docNumber", "#symbol")
    printed = "".join(symbol.itertext()) if symbol is not None else ""
    printed = re.sub(r"\s+", "", printed.replace("\u2011", "-").replace("\u00a0", ""))
    titles = _pair(_over_title(heads))
    found = next(
        (m for e in heads.find("FRBRuri", "meta") if (m := _FRBR.search(e.get("value") or ""))),
        None,
    )
    filed = _pair(found[2]) if found else None
    if titles is None or titles != filed or found is None:
        return printed or None
    if not printed:
        mended = _spelled(_SERIES[found[1]], titles)
        trouble.append(f"the cover prints no symbol; {mended} was taken from title and address")
        return mended
    mine = _NUMBER.search(printed)
    if mine is None or mine.group(1, 2) == titles:
        return printed
    mended = _spelled(printed[: mine.start()], titles)
    trouble.append(
        f"the cover prints {printed}, the title and the file's own address say {mended}; "
        f"{mended} was taken"
    )
    return mended


def _over_title(heads: Heads) -> str:
    """What stands over the title: "78/265.", or "Resolution 2511 (2020)" of the Council."""
    for number in heads.find("docNumber", "preface"):
        return "".join(number.itertext()).replace("\u2011", "-")
    title = heads.first("docTitle", "#resolutionNumber")
    return "".join(title.itertext()) if title is not None else ""


def _pair(text: str) -> tuple[str | None, ...] | None:
    """Session and number, or number and year, as they stand in a symbol, title or address."""
    found = _NUMBER.search(text)
    return found.group(1, 2) if found else None


def _spelled(series: str, pair: tuple[str | None, ...]) -> str:
    return (
        f"{series}{pair[0]}({pair[1]})"
        if series.startswith("S/")
        else f"{series}{pair[0]}/{pair[1]}"
    )


def _session(heads: Heads) -> str | None:
    return next((v for e in heads.find("session", "coverPage") if (v := e.get("value"))), None)


def _session_of(symbol: str | None) -> str | None:
    """The session that a symbol names: "2022" of E/RES/2022/20; the Security Council has none."""
    found = re.search(r"/(?:RES|DEC)/((?:ES-|S-)?\d{1,4})/", symbol or "")
    return found[1] if found else None


def _agenda(heads: Heads) -> Iterator[AgendaItem]:
    names = _inlines(heads, "agenda item name")
    titles = [_BROKEN.sub("", words_of([name]).text) for name in names]
    numbers = [
        found[0]
        for e in _inlines(heads, "agenda item")
        for found in _ITEM.finditer(e.get("title") or words_of([e]).text)
    ]
    for index, number in enumerate(numbers):
        yield AgendaItem(number, titles[index] if index < len(titles) else None)


def _title(heads: Heads) -> str | None:
    for title in heads.find("docTitle", "preface"):
        words = words_of([title]).text.strip(" -–—.")
        if title.get("refersTo") in ("#resolutionTitle", "#decisionTitle") and words:
            return words
    return None


def _date(element: etree._Element | None) -> str | None:
    value = element.get("date") if element is not None else None
    return value if value and _DAY.fullmatch(value) else None


def _issued(heads: Heads) -> str | None:
    named = (d for d in heads.find("FRBRdate", "meta") if d.get("name") == "publication")
    return _date(heads.first("docDate", "#dateOfIssuance")) or _date(next(named, None))


def day_of_adoption(heads: Heads, language: Language) -> str | None:
    """The day of adoption, in whichever place of the cover or of the mark-up holds one.

    What the cover prints comes before what the file says of itself, which a reader does not see:
    A/RES/75/261 in Arabic prints 3 March 2021 and is marked up as of 31 December 2020. One of the
    year of issue or the year before comes first: A/HRC/RES/56/6 in Chinese, issued in 2024, says
    2014 in one place.
    """
    issued = _date(heads.first("docDate", "#dateOfIssuance"))
    cover = heads.first("docDate", "#adoptionDate")
    printed = None if cover is None else structure(language).day(text_of(cover))
    named = (d for d in heads.find("FRBRdate", "meta") if d.get("name") == "adoption")
    marked = (_date(place) for place in (cover, *named, *_steps(heads, "adopted")))
    days = [day for day in (printed, *marked) if day]
    near = [day for day in days if issued and int(day[:4]) - int(issued[:4]) in (-1, 0)]
    return next(iter(near or days), None)


def _committee(heads: Heads) -> str | None:
    """The Main Committee by its name in the file's references, else in the words of the cover."""
    for proponent in heads.find("docProponent"):
        refers = (proponent.get("refersTo") or "").removeprefix("#")
        if refers.endswith("Committee") and refers != "noMainCommittee":
            terms = (t for t in heads.find("TLCTerm", "meta") if t.get("eId") == refers)
            name = next((t.get("showAs") or "" for t in terms), "").strip()
            return name or re.split(r"\s*\(A/", words_of([proponent]).text.strip("[] "))[0] or None
    return None


def _steps(heads: Heads, outcome: str) -> Iterator[etree._Element]:
    return (s for s in heads.find("step", "meta") if s.get("outcome") == outcome)


def _meeting(heads: Heads) -> str | None:
    for step in _steps(heads, "adopted"):
        found = _RECORD.match((step.get("as") or "").strip())
        if found:
            return found[0]
    return None


def _record(organ: Organ | None, session: str | None, number: int) -> str | None:
    """The symbol of a meeting's record: A/78/PV.63, S/PV.8808, E/2022/SR.12, A/HRC/54/SR.44."""
    if organ == "sc":
        return f"S/PV.{number}"
    heads = {"ga": f"A/{session}/PV.", "ecosoc": f"E/{session}/SR.", "hrc": f"A/HRC/{session}/SR."}
    return f"{heads[organ]}{number}" if organ in heads and session else None


def _meeting_number(heads: Heads, meeting: str | None) -> int | None:
    places = [
        *(e for e in heads.find("location", "conclusions") if e.get("refersTo") == _ADOPTED_AT),
        *(e for e in heads.find("inline") if e.get("name") == _ADOPTED_AT[1:]),
    ]
    for element in places:
        found = re.search(r"\d+", element.get("title") or "".join(element.itertext()))
        if found:
            return int(found[0])
    record = re.search(r"\d+$", meeting or "")
    if record:
        return int(record[0])
    steps = (f"{s.get('as')} {s.get('by')}" for s in _steps(heads, "adopted"))
    counted = next((m for words in steps if (m := _ORDINAL.search(words))), None)
    return int(counted[1]) if counted else None


def _proposals(heads: Heads) -> Iterator[str]:
    """The drafts that the file's own history names, in one spelling."""
    for step in _steps(heads, "draftResolution"):
        found = _DRAFT.fullmatch((step.get("as") or "").strip().replace("\u2011", "-"))
        if found:
            yield found[0]


def _sponsors(heads: Heads) -> Iterator[str]:
    """Who proposed the draft; on whose report it rests is another matter."""
    for outcome in ("draftResolution", "draftResolutionAdditionalSponsors"):
        for step in _steps(heads, outcome):
            said = " ".join((step.get("by") or "").split())
            submitted = _SUBMITTED.match(said)
            if submitted:
                yield said[submitted.end() :]
                continue
            kept = _ONE_STATE.sub(lambda m: m[0].replace(" ", "\0"), said)
            for sponsor in _SPONSORS.split(kept):
                if sponsor[:1].isupper():
                    yield sponsor.replace("\0", " ")


def _subjects(heads: Heads) -> tuple[tuple[Subject, ...], tuple[Subject, ...]]:
    """The thesaurus' subjects and the goals that the publisher attached, each once."""
    found: dict[str, dict[str, Subject]] = {"thesaurus": {}, "sdg": {}}
    for keyword in heads.find("keyword", "meta"):
        iri = keyword.get("href") or ""
        if not iri.startswith(_PUBLISHER):
            continue
        seen = found.get(iri[len(_PUBLISHER) :].partition("/")[0])
        label = (keyword.get("showAs") or keyword.get("value") or "").strip()
        if seen is not None and iri.count("/") > 3 and iri not in seen and label:
            seen[iri] = Subject(label, iri)
    return tuple(found["thesaurus"].values()), tuple(found["sdg"].values())


def _vote(heads: Heads) -> Vote | None:
    """The vote: as the file's code says, else recorded where it names the states on each side."""
    voting = next(heads.find("voting", "meta"), None)
    if voting is None:
        return None
    sides: dict[str, tuple[str, ...]] = {}
    for count in voting.iter("{*}count"):
        side = (count.get("refersTo") or "").lstrip("#")
        sides[side] = tuple(map(text_of, count.iter("{*}organization")))
    outcome = _OUTCOMES.get(voting.get("outcome") or "")
    if outcome is None and any(sides.values()):
        outcome = "recorded vote"
    if outcome is None:
        steps = (f"{s.get('as')} {s.get('by')}" for s in _steps(heads, "adopted"))
        without = any(map(_WITHOUT_VOTE.search, (voting.get("outcome") or "", *steps)))
        outcome = "without a vote" if without else None
    if outcome is None:
        return None
    return Vote(
        outcome,
        in_favour=sides.get("inFavour", ()),
        against=sides.get("against", ()),
        abstaining=sides.get("abstaining", ()),
    )
