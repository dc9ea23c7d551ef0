"""Cover data of an Akoma Ntoso resolution: FRBR block, cover page, classification, workflow.

The mark-up says most things twice, and not always the same: a cover symbol that neither the FRBR
address nor the number over the title bears out is a slip, and is reported as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from lxml import etree

from recalling.model import AgendaItem, Cover, Organ, PlacedSymbol, Span, Subject, Vote
from recalling.readers.akn_inline import local, words_of

_ORGAN_OF: tuple[tuple[str, Organ], ...] = (
    ("A/HRC/", "hrc"), ("A/", "ga"), ("S/", "sc"), ("E/", "ecosoc"),
)  # fmt: skip
#: .../deliberation/unga/2024-03-21/78-265/ and the like
_FRBR = re.compile(r"/(unga|unsc|unecosoc|unhrc|ga|sc|ecosoc|hrc)/[^/]*/([^/]+)/")
_NUMBER = re.compile(r"((?:ES-|S-)?\d+)[-/](\d+)\s*([A-Z](?:-[A-Z])?)?")
_OUTCOMES = {
    "adoptedWithoutVote": "without a vote",
    "adoptedRecordedVote": "recorded vote",
    "adoptedNonRecordedVote": "non-recorded vote",
}
_HOSTS = re.compile(r"(?:^|\.)un(?:docs)?\.org$")
_LANGUAGE_SEGMENT = re.compile(r"^(?:en|fr|es|sp|ru|ar|ch|zh)/(?=.)", re.I)
_RECORD = re.compile(r"^[A-Z]+/(?:[\w.-]+/)?(?:PV|SR)\.\d+")


def symbol_of_link(href: str) -> str | None:
    """The document symbol that an editors' link carries, or None.

    Hosts and language segments vary between years (undocs.org/ch/…, docs.un.org/zh/…): both are
    passed over. Spelling is left as the editors wrote it, in upper case and without spaces.

    >>> symbol_of_link("https://undocs.org/ch/A/RES/70/1")
    'A/RES/70/1'
    """
    try:
        parts = urlsplit(href.strip())
    except ValueError:
        return None
    host = parts.netloc.lower()
    path = unquote(parts.path)
    query = re.search(r"(?:Final)?symbol=([^&]+)", parts.query, re.I)
    if query and _HOSTS.search(host):
        path = unquote(query[1])
    elif host not in ("undocs.org", "www.undocs.org", "docs.un.org", "undocs"):
        return None
    symbol = _LANGUAGE_SEGMENT.sub("", path.strip("/ \u00a0"))
    symbol = re.sub(r"\s+", "", symbol).upper().replace("\u2011", "-")
    return symbol if len(symbol) <= 80 and re.search(r"[A-Z].*\d", symbol) else None


def cover_lines(root: etree._Element) -> list[str]:
    """The lines of the cover page, in order, without empty ones."""
    lines: list[str] = []
    for page in root.iterfind(".//{*}coverPage"):
        for line in page.iterchildren("{*}p"):
            text = words_of([line]).text
            if text:
                lines.append(text)
    return lines


def read_cover(
    root: etree._Element, statement: etree._Element, symbol: str | None
) -> tuple[Cover, list[str]]:
    """Cover data, and sentences on what in it does not agree.

    `symbol` is what the user says it is; it then stands unquestioned.
    """
    trouble: list[str] = []
    printed = symbol or _symbol(root, trouble)
    decision = printed is not None and ("/DEC/" in printed)
    cover = Cover(
        symbol=printed,
        organ=next((o for start, o in _ORGAN_OF if printed and printed.startswith(start)), None),
        type="decision" if decision else "resolution",
        session=_session(root),
        agenda_items=tuple(_agenda(root)),
        title=_title(root, statement),
        adopted=_adopted(root),
        issued=_date(root.find(".//{*}docDate[@refersTo='#dateOfIssuance']")),
        drafts=(),
        committee=_committee(root),
        plenary=root.find(".//{*}docProponent[@refersTo='#noMainCommittee']") is not None
        or root.find(".//{*}docProponent[@refersTo='#plenaryMeeting']") is not None,
        meeting=_meeting(root),
        meeting_number=_meeting_number(root),
        sponsors=tuple(_sponsors(root)),
        subjects=tuple(_subjects(root, "thesaurus")),
        goals=tuple(_subjects(root, "sdg")),
        vote=_vote(root),
    )
    return cover, trouble


def place_drafts(root: etree._Element, text: str, end: int) -> tuple[PlacedSymbol, ...]:
    """Drafts and reports named on the cover, with their place in `text[:end]`."""
    placed = []
    for inline in root.iterfind(".//{*}coverPage//{*}inline[@name='originating document']"):
        words = " ".join("".join(inline.itertext()).split())
        found = re.match(r"[A-Z]+/[\w./-]+\d", words.replace("\u2011", "-"))
        at = text.find(words, 0, end) if words else -1
        if found is not None and at >= 0:
            placed.append(PlacedSymbol(found[0], Span(at, at + len(found[0]))))
    return tuple(placed)


def _symbol(root: etree._Element, trouble: list[str]) -> str | None:
    printed = next(
        ("".join(e.itertext()) for e in root.iterfind(".//{*}docNumber[@refersTo='#symbol']")), ""
    )
    printed = re.sub(r"\s+", "", printed.replace("\u2011", "-").replace("\u00a0", ""))
    if not printed:
        return None
    over_title = next(
        ("".join(e.itertext()) for e in root.iterfind(".//{*}preface//{*}docNumber")), ""
    )
    address = next((e.get("value") or "" for e in root.iter("{*}FRBRuri")), "")
    mine, titles = _NUMBER.search(printed), _NUMBER.search(over_title.replace("\u2011", "-"))
    found = _FRBR.search(address)
    filed = _NUMBER.search(found[2]) if found else None
    if mine and titles and filed and mine.group(1, 2) != titles.group(1, 2) == filed.group(1, 2):
        prefix = printed[: mine.start()]
        mended = f"{prefix}{titles[1]}/{titles[2]}"
        trouble.append(
            f"the cover prints {printed}, the title and the file's own address say {mended}; "
            f"{mended} was taken"
        )
        return mended
    return printed


def _session(root: etree._Element) -> str | None:
    for session in root.iterfind(".//{*}coverPage//{*}session"):
        value: str = session.get("value") or ""
        if value:
            return value
    return None


def _agenda(root: etree._Element) -> Iterator[AgendaItem]:
    page = ".//{*}coverPage//{*}inline[@name='agenda item']"
    titles = [
        words_of([e]).text for e in root.iterfind(page.replace("agenda item", "agenda item name"))
    ]
    numbers = [(e.get("title") or "").strip() for e in root.iterfind(page)]
    numbers = [
        n.strip() for joined in numbers for n in re.split(r"[;,]| and ", joined) if n.strip()
    ]
    for index, number in enumerate(numbers):
        yield AgendaItem(number, titles[index] if index < len(titles) else None)


def _title(root: etree._Element, statement: etree._Element) -> str | None:
    for where in (statement, root):
        for title in where.iterfind(".//{*}preface//{*}docTitle"):
            words = words_of([title]).text.strip(" -–—.")
            if title.get("refersTo") in ("#resolutionTitle", "#decisionTitle") and words:
                return words
    return None


def _date(element: etree._Element | None) -> str | None:
    value = element.get("date") if element is not None else None
    return value if value and re.fullmatch(r"\d{4}-\d\d-\d\d", value) else None


def _adopted(root: etree._Element) -> str | None:
    for date in root.iter("{*}FRBRdate"):
        if date.get("name") == "adoption" and not (date.get("date") or "0001").startswith("0001"):
            return _date(date)
    return _date(root.find(".//{*}docDate[@refersTo='#adoptionDate']"))


def _committee(root: etree._Element) -> str | None:
    for proponent in root.iterfind(".//{*}docProponent"):
        refers = proponent.get("refersTo") or ""
        if refers.endswith("Committee") and refers != "#noMainCommittee":
            words = words_of([proponent]).text.strip("[] ")
            return re.split(r"\s*\(A/", words)[0] or None
    return None


def _steps(root: etree._Element, outcome: str) -> Iterator[etree._Element]:
    return (s for s in root.iter("{*}step") if s.get("outcome") == outcome)


def _meeting(root: etree._Element) -> str | None:
    for step in _steps(root, "adopted"):
        found = _RECORD.match((step.get("as") or "").strip())
        if found:
            return found[0]
    return None


def _meeting_number(root: etree._Element) -> int | None:
    for where in (
        ".//{*}conclusions//{*}location[@refersTo='#adoptionMeeting']",
        ".//{*}conclusions//{*}inline[@name='adoptionMeeting']",
    ):
        for element in root.iterfind(where):
            found = re.search(r"\d+", element.get("title") or "".join(element.itertext()))
            if found:
                return int(found[0])
    return None


def _sponsors(root: etree._Element) -> Iterator[str]:
    for outcome in ("draftResolution", "draftResolutionAdditionalSponsors"):
        for step in _steps(root, outcome):
            for sponsor in re.split(r",\s+|\s+and\s+(?=[A-Z])", step.get("by") or ""):
                if sponsor.strip():
                    yield sponsor.strip()


def _subjects(root: etree._Element, dictionary: str) -> Iterator[Subject]:
    seen: set[str] = set()
    for keyword in root.iter("{*}keyword"):
        iri = keyword.get("href") or ""
        label = (keyword.get("showAs") or keyword.get("value") or "").strip()
        if iri.startswith(f"http://metadata.un.org/{dictionary}/") and iri not in seen and label:
            seen.add(iri)
            yield Subject(label, iri)


def _vote(root: etree._Element) -> Vote | None:
    voting = root.find(".//{*}voting")
    outcome = _OUTCOMES.get(voting.get("outcome") or "") if voting is not None else None
    if voting is None or outcome is None:
        return None
    sides: dict[str, tuple[str, ...]] = {}
    for count in voting.iter("{*}count"):
        side = (count.get("refersTo") or "").lstrip("#")
        states = [e for e in count.iter() if local(e) == "organization"]
        sides[side] = tuple(" ".join("".join(e.itertext()).split()) for e in states)
    return Vote(
        outcome,
        in_favour=sides.get("inFavour", ()),
        against=sides.get("against", ()),
        abstaining=sides.get("abstaining", ()),
    )
