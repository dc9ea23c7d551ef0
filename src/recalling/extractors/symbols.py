"""Document symbols as printed: A/HRC/17/31, A/76/75-E/2021/57, A/77/6 (Sect. 3)/Add.8."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import msgspec

from recalling.extractors.context import Context
from recalling.extractors.needs import Needs, needs
from recalling.extractors.number_grammar import Compiled, latin_capitals, number_grammar
from recalling.extractors.number_titles import title_after, title_before
from recalling.extractors.phrases import load_phrases
from recalling.extractors.place import mention_at
from recalling.extractors.taken import marker_behind
from recalling.model import Language, Mention, Paragraph, SymbolClaim
from recalling.model.symbols import OF_SESSIONS, SERIES, parent, parse_symbol

#: what stands in every symbol that does not open with the organ of a session: a slash behind a
#: capital, which may be a Cyrillic one, or behind a bracket
HINT = re.compile(r"/(?<=[A-Z\u0405\u0406\u0410-\u042f)]/)")
#: what opens a symbol whose session follows, with its slash
_SESSIONS = tuple(
    rf"{series}(?:\.\d{{1,3}}|\([\dA-Z]{{1,8}}(?:\.\d)?\))/" for series in OF_SESSIONS
)
_SILENT_ROLES = frozenset({"cover", "title", "formula", "closing"})
_H = "[-‑‐‒–—−]"
_SEGMENT = rf"[A-Za-z0-9]+(?:(?:[.]|(?<=/Res)\. (?=\d)|{_H})[A-Za-z0-9]+)*(?:\([A-Z0-9]{{1,8}}\))?"
_SERIES = "|".join(sorted(SERIES, key=len, reverse=True))
_ENDING = r"(?:Add|Corr|Rev|Amend)\.\d{1,3}"
_YEAR_BEHIND = re.compile(r" ?\(((?:19|20)\d\d)\)")
_ROMAN_BEHIND = re.compile(r" ?\(((?:E?S-)?[IVXLC]{1,7})\)")
#: a dash, not a hyphen: with that the editors themselves take "SR.11-13" for one symbol
_MEETINGS = re.compile(r"[SP][RV]\.(?P<first>\d{1,4})(?P<more>–\d{1,4})?$")
_DASH = re.compile("–")
_LAST = re.compile(r"(?P<last>\d{1,4})(?![\d/.])")
#: no more records than this are meant by a range of them
_RECORDS = 40
#: how far before a symbol its date may stand, with who wrote to whom between
_FAR = 280
#: how far behind a resolution's symbol its body may end: "A/RES/70/1 de la Asamblea General"
_BODY = 60
#: a word of the text's language goes on where a symbol seems to end: "IOC/A-31/Décisions"
_ACCENTED = re.compile("[\u00c0-\u024f]")
_NO_SYMBOL = re.compile(r"^(?:A|S|E|T|C|IT)/(?![A-Z0-9])|^[A-Z]+/[a-z]")
_RESOLUTION = re.compile(r"^(?P<head>A/RES|E/RES|A/HRC/RES|A/DEC|E/DEC|S/RES)/")
_PART = re.compile(r" ?([A-Z]{1,2})(?![\w.’'/])")
_GLUED_PART = re.compile(r"(?<=\d)([A-Z])$")


class _Patterns(NamedTuple):
    """A symbol, and what follows one and names further documents by their ending only.

    "A/78/10 and Add.1": the words between are the language's.
    """

    symbol: re.Pattern[str]
    more: re.Pattern[str]


@cache
def _patterns(language: Language) -> _Patterns:
    words = load_phrases(language).locator
    bracket = (
        rf" ?\((?:[Pp]arts?(?![a-zé])|PART|[Vv]ols?\.?|[Ss]ects?\.?|SUPP|Supp|{words['bracket']})"
        rf"(?:[ .,]{{0,2}}(?:[IVX]{{1,5}}|\d{{1,3}}[A-Z]?|to|{words['and']}|、|-|–)){{0,8}}\)?"
    )
    symbol = (
        rf"(?<![A-Za-z0-9/.@])(?:{'|'.join(_SESSIONS)}|(?:{_SERIES})(?:\([A-Z]{{2,8}}\))?/ ?)"
        rf"{_SEGMENT}(?:/ ?{_SEGMENT}){{0,8}}(?:{bracket})?"
        rf"(?:/(?:Add|Corr|Rev|Amend)\.\d{{1,3}}){{0,3}}"
    )
    more = (
        rf"(?:,? ?(?:{words['and']}) ?|, |、 ?| )"
        rf"/?(?P<more>{_ENDING}(?:/{_ENDING})?)(?![\w/])"
    )
    return _Patterns(re.compile(symbol), re.compile(more))


def needed_symbols(_language: Language) -> Needs:
    """Strings of which one stands in every symbol in which the hint is not found."""
    return needs(*_SESSIONS)


def find_symbols(paragraph: Paragraph, context: Context) -> Iterator[Mention]:
    """Mentions of documents by their symbol, in order of place; nothing on the cover.

    "A/78/10 and Add.1" is two mentions, a double symbol is one with its other half in `also`.
    """
    text = paragraph.flow.text
    if paragraph.role in _SILENT_ROLES or "/" not in text:
        return
    plain, patterns = latin_capitals(text), _patterns(context.language)
    for m in patterns.symbol.finditer(plain):
        printed, until = m[0], m.end()
        if not re.search(r"\d", printed) or _NO_SYMBOL.search(printed):
            continue
        if _ACCENTED.match(text, until):
            continue
        meetings = _MEETINGS.search(printed)
        if meetings and meetings["more"]:  # "A/C.6/56/SR.11–13": the first of several records
            printed, until = printed[: meetings.start("more")], m.start() + meetings.start("more")
        part, adopted = None, _RESOLUTION.match(printed)
        if adopted:
            printed, until, part = _resolution(printed, plain, until)
        grammar = number_grammar(context.language)
        date = _date(text, m.start(), grammar)
        mention = _mention(paragraph, m.start(), until, printed, part, date)
        yield _titled(mention, paragraph, grammar) if adopted else mention
        if meetings:
            yield from _further(paragraph, plain, until, printed, grammar)
        yield from _additions(paragraph, plain, until, printed, patterns.more)


def _titled(mention: Mention, paragraph: Paragraph, grammar: Compiled) -> Mention:
    """A resolution with the date and title beside its symbol: "A/RES/70/1, entitled “…”"."""
    text, start, date, title = paragraph.flow.text, mention.at, None, None
    end = _past_the_body(text, mention.until, grammar)
    told = grammar.date_after.match(text, end) if grammar.data.date_after else None
    if told is not None:
        date, end = grammar.iso(told), told.end()
    behind = title_after(text, end, grammar) if grammar.data.title_after else None
    before = title_before(text, start, grammar) if grammar.data.title_before else None
    if behind is not None:
        title, end = behind
    elif before is not None and before[0]:
        title, start = before
    if title is None and date is None:
        return mention
    return msgspec.structs.replace(
        mention,
        extent=paragraph.flow.span(start, end),
        date=mention.date or date,
        title=title,
    )


def _past_the_body(text: str, at: int, grammar: Compiled) -> int:
    """Where the body behind a symbol ends, or the symbol: "A/RES/70/1 de la Asamblea General"."""
    bodies = (cue for cue in grammar.cues(text, at, at + _BODY) if cue.kind == "body")
    body = next(bodies, None)
    if body is None or not grammar.fills("number_to_body", text[at : body.at]):
        return at
    return body.until


def _further(
    paragraph: Paragraph, text: str, until: int, printed: str, grammar: Compiled
) -> Iterator[Mention]:
    """The further records of "SR.11–13" or "SR.11 à 13": one mention, at the last number."""
    through = _DASH.match(text, until) or grammar.range.match(text, until)
    m = _LAST.match(text, through.end()) if through else None
    series, first = printed.rsplit(".", 1)
    if m is None or not int(first) < int(m["last"]) <= int(first) + _RECORDS:
        return
    claim = SymbolClaim(f"{series}.{int(first) + 1}", through=f"{series}.{m['last']}")
    mention = _mention(paragraph, m.start(), m.end(), claim.symbol, None)
    yield msgspec.structs.replace(mention, claim=claim)


def _date(text: str, at: int, grammar: Compiled) -> str | None:
    """The date before a symbol in brackets: "statement of its President of 9 April 2019 (…)"."""
    if at == 0 or text[at - 1] not in "(（":
        return None
    m = grammar.date_of_symbol.search(text[max(0, at - _FAR) : at - 1])
    return grammar.iso(m) if m else None


def _resolution(printed: str, text: str, until: int) -> tuple[str, int, str | None]:
    """A resolution's own symbol: its session or year in brackets, its part letter apart."""
    part = None
    glued = _GLUED_PART.search(printed)
    if glued:
        part, printed = glued[1], printed[: glued.start()]
    for pattern in (_YEAR_BEHIND, _ROMAN_BEHIND):
        behind = pattern.match(text, until)
        if behind:
            printed, until = f"{printed}({behind[1]})", behind.end()
    letter = None if part else _PART.match(text, until)
    if letter:
        part, until = letter[1], letter.end()
    return printed, until, part


def _additions(
    paragraph: Paragraph, text: str, until: int, printed: str, more: re.Pattern[str]
) -> Iterator[Mention]:
    """Further endings, each a document of its own: "A/78/10 and Add.1, Corr.1"."""
    base = printed
    while m := more.match(text, until):
        ending = m["more"]
        yield _mention(paragraph, m.start("more"), m.end(), f"{_root(base, ending)}/{ending}", None)
        until = m.end()


def _root(base: str, ending: str) -> str:
    """What a further ending belongs to: Add.2 behind "A/78/10/Add.1" is A/78/10/Add.2."""
    kind = ending[:3]
    if f"/{kind}" in base.rpartition("/")[0][-6:] + "/" + base.rpartition("/")[2]:
        return parent(base) or base
    return base


def _mention(
    paragraph: Paragraph,
    at: int,
    until: int,
    printed: str,
    part: str | None,
    date: str | None = None,
) -> Mention:
    symbol = parse_symbol(printed)
    marker = marker_behind(paragraph.markers, until, 2)
    return mention_at(
        paragraph,
        at,
        until,
        SymbolClaim(symbol.base, symbol.also),
        "symbol",
        part=part,
        date=date,
        note=marker.note if marker else None,
    )
