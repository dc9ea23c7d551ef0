"""Numbers that only other bodies give: "decision 1/CP.21", "resolution MEPC.377(80)", XIII/5."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recalling.extractors.context import Context
from recalling.extractors.locators import Item, load_locators
from recalling.extractors.needs import Needs, needs
from recalling.extractors.number_grammar import latin_capitals, number_grammar
from recalling.extractors.place import mention_at
from recalling.extractors.taken import Stretches, marker_behind
from recalling.model import Flow, Language, Mention, NumberClaim, Paragraph
from recalling.model.sessions import parse_number

#: something in a paragraph that such a number must have; Arabic prints CP as "م أ"
#: (each begins with a plain sign, from one of which `re` runs to the next); or one of the marks
HINTS = (
    re.compile(r"/(?:(?:[CС][PР]|CMA|CMP|COP|MOP)\.|(?<=[IVX]/)\d| ?م| ?ا ?ت)"),
    re.compile(r"\((?:Cg|(?:(?<=\d\()|(?<=\d \())\d{1,3}\))"),
    re.compile(
        r"\((?:(?<=[A-Z]\.\d\()|(?<=[A-Z]\.\d\d\()|(?<=[A-Z]\.\d{3}\()|(?<=[A-Z]\.\d{4}\())"
    ),
    re.compile(r"\.(?<=[^\d.,]\d\d\.)\d{1,2}(?!\d|[.,]\d)"),
    re.compile(r"-(?<=[^\d.,]\d\d-)\d{1,2}(?![\d-])"),
)
_MARKS = (
    re.compile(r"WHA ?\d"),
    re.compile(r"/[DД][EЕ][CС]\.(?=\d)|/Dec\.(?=\d)"),
    re.compile(r"/AU/"),
)
_UNITS = ("resolution", "decision", "recommendation")
_ONE = re.compile(r"(?P<unit>[a-z]+?)s? (?P<number>\S[^;]{0,80})")
#: a number of a list, and the session of the parties that the last number of the list prints
_COUNT, _SESSION = re.compile(r"\d{1,3}"), re.compile(r"(?<=\d)/(?:CP|CMA|CMP|COP|MOP)\.\d{1,3}$")
_JOIN = re.compile(r",? and |, ")
#: whose style a number has
_BODIES = (
    (re.compile(r"/(?:CP|CMA|CMP|COP|MOP)\."), "parties"),
    (re.compile(r"^(?:A|MSC|MEPC|FAL|LEG|LC|LP|LC-LP)\.\d"), "imo"),
    (re.compile(r"^(?:C|EC)-[^/]{1,8}/(?:DEC|Dec)\."), "opcw"),
    (re.compile(r"^(?:Assembly/)?AU/(?:Dec|Res)"), "au"),
    (re.compile(r"^WHA ?\d|^[5-8]\d[.-]\d{1,2}$|^[5-8]\d ?\(\d{1,3}\)$"), "who"),
)
#: the printed type within a number: "C-SS-4/DEC.3", "Assembly/AU/Decl.8(XXXII)"
_SAID = ((re.compile(r"/(?:DEC|Dec)\."), "decision"), (re.compile(r"/Decl\."), "declaration"))
#: numbers whose shape alone tells whose they are, whatever the words before and behind them:
#: "Assembly resolutions A.1018(26) and …", "قرارا الجمعية A.1029(26) و A.1074(28)", "第WHA73.1号"
_STYLED = re.compile(
    r"(?<![A-Za-z0-9/.(-])"
    r"(?:(?:A|MSC|MEPC|FAL|LEG|LC|LP|LC-LP)\.\d{1,4} ?\(\d{1,3}\)|WHA ?\d{2}\.\d{1,3}"
    r"|(?:C|EC)[-‑](?:SS[-‑]|M[-‑])?\d{1,3}/(?:DEC|Dec)\.\d{1,2}"
    r"|Assembly/AU/(?:Dec|Decl|Res)\. ?\d{1,4} ?\([IVXL]{1,8}\)"
    r"|(?P<health>[5-8]\d[.-]\d{1,2}))"
    r"(?![A-Za-z0-9/%])"
)
#: how far a list of resolutions may go on behind the name of who adopted them
_LIST = 700


def needed_codes(_language: Language) -> Needs:
    """Strings of which one stands in every such number in which none of the hints is found."""
    return needs(*(mark.pattern for mark in _MARKS))


def find_codes(paragraph: Paragraph, context: Context) -> Iterator[Mention]:
    """Mentions of decisions and resolutions by a number in another body's style, in order."""
    flow = paragraph.flow
    if not any(hint.search(flow.text) for hint in (*HINTS, *_MARKS)):
        return
    listed = sorted(_listed(paragraph, context), key=lambda m: m.at)
    taken = Stretches((m.at, m.until) for m in listed)
    yield from listed
    rows = [m.until for m in listed if _of_health(m)]
    for m in _STYLED.finditer(latin_capitals(flow.text)):
        if taken.meets(*m.span()):
            continue
        row = max((until for until in rows if until <= m.start()), default=None)
        if m["health"] is None or _dated(m, flow.text, context) or _goes_on(m, row, flow, context):
            rows.extend([m.end()] if m["health"] else ())
            yield _mention(paragraph, m[0], "resolution", *m.span())


def _of_health(mention: Mention) -> bool:
    return isinstance(mention.claim, NumberClaim) and mention.claim.body == "who"


def _dated(m: re.Match[str], text: str, context: Context) -> bool:
    """Whether a bare "73.8" or "73-8" is a resolution: the Health Assembly's, with its date."""
    grammar = number_grammar(context.language)
    if not grammar.date_after.match(text, m.end()):
        return False
    before = grammar.cues(text, max(0, m.start() - _LIST), m.start())
    return any(cue.value == "who" for cue in before)


def _goes_on(m: re.Match[str], row: int | None, flow: Flow, context: Context) -> bool:
    """Whether a bare "73.8" goes on a row of the Health Assembly's resolutions that ends at `row`.

    "resolutions 73.1, 73.8 and 74.7", "resolutions 57.10 of 22 May 2004 and 69.7 of 28 May 2016"
    """
    if row is None:
        return False
    grammar = number_grammar(context.language)
    date = grammar.date_after.match(flow.text, row)
    return grammar.join.fullmatch(flow.text, date.end() if date else row, m.start()) is not None


def _listed(paragraph: Paragraph, context: Context) -> Iterator[Mention]:
    """Numbers behind a type word: "decision 1/CP.21", "resolutions MSC.349(92) and 75(9)"."""
    flow = paragraph.flow
    text = latin_capitals(flow.text)
    for item in load_locators(context.language).items(text):
        found = _ONE.fullmatch(item.text) if item.unit in _UNITS else None
        if found is None:
            continue
        numbers = _JOIN.split(found["number"])
        for (number, at, until), told in zip(
            _places(numbers, item, text), _whole(numbers), strict=False
        ):
            if told != number:
                yield _mention(paragraph, told, item.unit, at, until)
            elif (
                re.search(r"\d", number)
                and re.search(r"[A-Z(.]", number)
                and not parse_number(number)
            ):
                yield _mention(paragraph, number, item.unit, at, until)


def _whole(numbers: list[str]) -> list[str]:
    """The numbers of a list, with what only the last of them prints: "2 and 3/CMA.5"."""
    whole: list[str] = []
    for number in reversed(numbers):
        shared = _SESSION.search(whole[-1]) if whole and _COUNT.fullmatch(number) else None
        whole.append(number + shared[0] if shared else number)
    return whole[::-1]


def _places(numbers: list[str], item: Item, text: str) -> Iterator[tuple[str, int, int]]:
    """Each number with its place; the first has the type word with it.

    Where the English form is not as printed (Arabic letters), the whole stands for the first.
    """
    at = item.at
    for number in numbers:
        found = text.find(number, at, item.until)
        if found < 0:
            if number == numbers[0]:
                yield number, item.at, item.until
            return
        until = found + len(number)
        yield number, item.at if number == numbers[0] else found, until
        at = until


def _mention(paragraph: Paragraph, number: str, unit: str, at: int, until: int) -> Mention:
    marker = marker_behind(paragraph.markers, until, 2)
    body = next((body for pattern, body in _BODIES if pattern.search(number)), None)
    unit = next((said for pattern, said in _SAID if pattern.search(number)), unit)
    return mention_at(
        paragraph,
        at,
        until,
        NumberClaim(number, body, unit),
        "number.code",
        note=marker.note if marker else None,
    )
