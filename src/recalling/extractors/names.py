"""Named instruments: "the Paris Agreement", 《巴黎协定》, «Повестка дня …» in any case.

A name is found through the authority, or told by its form when a footnote stands behind it. A name
inside a longer title, or inside the name of a body, is no citation of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from recalling.extractors.context import Context
from recalling.extractors.name_attached import attached_protocols
from recalling.extractors.name_dates import stated_date
from recalling.extractors.name_grammar import NamePatterns, load_names
from recalling.extractors.name_index import (
    CLOSING,
    OPENING,
    Found,
    compound_nouns,
    entity_index,
    fold,
    plain_nouns,
)
from recalling.extractors.name_kinds import kind_in_text, kind_of
from recalling.extractors.needs import Needs, needs
from recalling.extractors.phrases import load_phrases
from recalling.extractors.place import mention_at
from recalling.extractors.sheet import Sheet
from recalling.model import (
    Language,
    Mention,
    NameClaim,
    NumberClaim,
    Paragraph,
    SeriesClaim,
    Span,
)

#: paragraphs that speak of the document itself
SILENT_ROLES = frozenset({"cover", "title", "formula", "closing", "heading"})
_WINDOW = 240
_REACH = 1200
_BEHIND_NAME = re.compile(r"[\s\"”“»》〉」』)\]）,，、،;；.。:：]{0,4}")
# " of 23 November 2021", ", du 12 août 1949", « от 12 августа 1949 года»
_DATE = re.compile(
    r",? (?:[^\W\d]{1,7} ){0,2}\d{1,2}(?:er)? (?:de )?[^\W\d]{3,12}(?:/[^\W\d]{3,12})?"
    r"(?: de)? \d{4}(?: года)?"
)
_TITLE_MARKS = '“„«”"'
# "A/CONF.211/8", "61/295", "vol. 1577, No. 27531", "WHA58.3"
_IDENTIFIER = re.compile(r"[A-Z]{1,8}/[A-Z0-9]|\d/\d|\d{4,6}|[A-Z]{3,6}\d{2}")
_CLOSED = re.compile(r"[\"”“»》〉]?\s?[)）]")
#: a year before a name inside its marks, which says no more than the name
_YEAR_ONLY = re.compile(r"(?:19|20)\d\d\w?")
_SUBTITLE = re.compile(r" ?[:：]")
#: rule of a name behind which a bracket says where the treaty is printed
NAME_BRACKETED = "name.bracketed"
#: rule of protocols called by their noun alone: the claim names all that are meant
NAME_ATTACHED = "name.attached"
#: rule of a name told by its form alone
NAME_FORM = "name.form"
#: rule of a name that a note told where the document printed it first
NAME_REPEATED = "name.repeated"
# " (United Nations, Treaty Series, vol. 1651", right before a place in a series
_OPENED = re.compile(r"\s?[(（][^()（）;；]{0,60}$")
_REACH_OF_SERIES = 70
_SHORT = 3  # words of a declaration's short name: "Istanbul Declaration", «Declaración de Estambul»
_BREAKS = re.compile(r"[;；؛]|\. |。")
_COMMA, _ARTICLE = re.compile(r"[,،] "), 4  # what parts two titles; the length of " the" or «los »


class Hit(msgspec.Struct, frozen=True):
    """A label of the authority at a place in a flow, its quotation marks included."""

    at: int
    until: int
    keys: tuple[str, ...]


class Taken:
    """Which code points of a flow are spoken for; asking takes no longer the more there are."""

    def __init__(self, length: int) -> None:
        self._signs = bytearray(length)

    def add(self, at: int, until: int) -> None:
        """Take a half-open stretch."""
        self._signs[at:until] = b"\1" * (until - at)

    def any(self, at: int, until: int) -> bool:
        """Whether anything in a half-open stretch is taken."""
        return self._signs.find(1, at, until) >= 0

    def first_end(self, at: int, until: int) -> int:
        """Where the first taken stretch inside a half-open stretch ends, `until` when none does."""
        taken = self._signs.find(1, at, until)
        free = self._signs.find(0, taken, until) if taken >= 0 else -1
        return until if free < 0 else free

    def end_before(self, at: int, floor: int) -> int:
        """Where the last taken stretch before a place ends, `floor` when none does above it."""
        return max(floor, self._signs.rfind(1, floor, at) + 1)


def needed_names(language: Language) -> Needs:
    """Strings of which one stands behind every name told by its place in a treaty series."""
    return frozenset(load_phrases(language).hints["series"])


def needed_titles(language: Language) -> Needs:
    """Strings of which one stands wherever a title is found that its own words tell."""
    return needs(load_names(language).grammar.unknown.standing)


def named_places(sheet: Sheet) -> Iterator[int]:
    """The paragraphs that print a label, or a marker before which an unknown name may stand."""
    yield from sheet.named()
    for place, paragraph in enumerate(sheet.paragraphs):
        if paragraph.markers:
            yield place


def find_names(paragraph: Paragraph, context: Context) -> Iterator[Mention]:
    """The names in one paragraph; known ones first, then those told by what stands behind them."""
    if paragraph.role in SILENT_ROLES:
        return
    patterns = load_names(context.language)
    text = paragraph.flow.text
    labels = context.sheet.instruments(paragraph)
    taken = _taken(text, ((m.at, m.until) for m in context.found))
    for hit in _citing(paragraph, labels, context):
        if taken.any(hit.at, hit.until):
            continue
        if _goes_on(text, hit, patterns, context):
            hit = Hit(hit.at, hit.until, ())
        at = _title_start(text, hit.at, patterns)
        if at < hit.at and not taken.any(at, hit.at):
            hit = Hit(at, hit.until, ())
        taken.add(hit.at, hit.until)
        claim = NameClaim(bare(text[hit.at : hit.until]), hit.keys, _kind(text, hit, patterns))
        rule = "name.known" if hit.keys else NAME_FORM
        yield mention(paragraph, hit.at, hit.until, claim, rule, context.language)
        yield from _attached(paragraph, hit, taken, context)
    # a label that is no citation where it stands is none by its form either
    for at, until, _ in labels:
        taken.add(at, until)
    if paragraph.markers:
        yield from _unknown(paragraph, patterns, taken, context)
    yield from _bracketed(paragraph, patterns, taken, context)
    yield from _repeated(paragraph, patterns, taken, context)


def _repeated(
    paragraph: Paragraph, patterns: NamePatterns, taken: Taken, context: Context
) -> Iterator[Mention]:
    """The names printed again that a note told before: the claim has the name as it was then."""
    text, quotes = paragraph.flow.text, patterns.grammar.quotes
    for first, end, name in context.sheet.repeated(paragraph):
        at, until = _with_marks(text, first, end, quotes)
        if taken.any(at, until) or in_title(text, at, until, quotes):
            continue
        if not of_body(text, at, until, patterns):
            taken.add(at, until)
            claim = NameClaim(name, (), kind_of(name, patterns))
            yield mention(paragraph, at, until, claim, NAME_REPEATED, context.language)


def _taken(text: str, places: Iterable[tuple[int, int]]) -> Taken:
    taken = Taken(len(text))
    for at, until in places:
        taken.add(at, until)
    return taken


def _goes_on(text: str, hit: Hit, patterns: NamePatterns, context: Context) -> bool:
    """Whether a declaration's short name is the beginning of another declaration's title.

    "the Istanbul Declaration on Transparency in the Judicial Process" is not that of 2011.
    """
    short = len(text[hit.at : hit.until].split()) <= _SHORT
    if not short or patterns.further.match(text, hit.until) is None:
        return False
    entries = [context.authority.entry(key) for key in hit.keys]
    return all(entry is not None and entry.kind == "declaration" for entry in entries)


def _attached(paragraph: Paragraph, hit: Hit, taken: Taken, context: Context) -> Iterator[Mention]:
    """The protocols behind a treaty's name; those with a note of their own are told by it."""
    if len(hit.keys) != 1:
        return
    place = attached_protocols(
        paragraph.flow.text, hit.until, hit.keys[0], context.language, context.authority
    )
    if place is None or taken.any(place.at, place.until) or note_behind(paragraph, place.until):
        return
    taken.add(place.at, place.until)
    claim = NameClaim(bare(paragraph.flow.text[place.at : place.until]), place.keys, "treaty")
    yield mention_at(paragraph, place.at, place.until, claim, NAME_ATTACHED)


def _title_start(text: str, at: int, patterns: NamePatterns) -> int:
    """Where the longer title begins that a name ends ("Protocol to the …"), else the name."""
    start = max(0, at - _WINDOW)
    if not patterns.needed_nested.by(text[start:at]):
        return at
    longer = patterns.nested_before.search(text, start, at)
    return longer.start() if longer is not None and text[longer.start()].strip() else at


def known_names(paragraph: Paragraph, context: Context) -> list[Hit]:
    """Labels of the authority in one paragraph that cite: not in titles, not in names of bodies."""
    return _citing(paragraph, context.sheet.instruments(paragraph), context)


def _citing(paragraph: Paragraph, labels: Sequence[Found], context: Context) -> list[Hit]:
    hits: list[Hit] = []
    if not labels:
        return hits
    patterns = load_names(context.language)
    text = paragraph.flow.text
    flow, own = paragraph.flow, context.document.cover.symbol
    bodies = [(at, until) for at, until, _ in context.sheet.entities(paragraph)]
    for raw in _joined(text, labels, patterns):
        at, until = _with_marks(text, raw.at, raw.until, patterns.grammar.quotes)
        marked = (at, until) != (raw.at, raw.until)
        if _inside(raw, bodies):
            continue  # «цели, сформулированные в Декларации тысячелетия» are goals
        near = _near(context.found, at)
        if marked and text[at] in _TITLE_MARKS and _holds(near, flow.span(raw.at, raw.until)):
            continue  # the title that a number's own phrase states
        if not marked and all(_needs_marks(context, key) for key in raw.keys):
            continue
        if in_title(text, at, until, patterns.grammar.quotes) or of_body(text, at, until, patterns):
            continue
        if _says_title(paragraph, at, until, raw.keys, context):
            continue
        if own is not None and all(_symbol(context, key) == own for key in raw.keys):
            continue
        hits.append(Hit(at, until, raw.keys))
    return hits


def _inside(raw: Hit, bodies: list[tuple[int, int]]) -> bool:
    """Whether a label is part of a longer name of something else; `bodies` in order of place."""
    index = bisect_right(bodies, raw.at, key=_first) - 1
    if index < 0:
        return False
    at, until = bodies[index]
    return raw.until <= until and until - at > raw.until - raw.at


def _first(place: tuple[int, int]) -> int:
    return place[0]


def _near(found: Sequence[Mention], at: int) -> Sequence[Mention]:
    """The mentions no farther from a place than a phrase may reach; `found` in order of place."""
    first = bisect_left(found, at - _REACH, key=_start)
    return found[first : bisect_right(found, at + _REACH, key=_start)]


def _start(one: Mention) -> int:
    return one.at


def _holds(mentions: Sequence[Mention], place: Span) -> bool:
    """Whether the phrase of one of the mentions holds a stretch of the text as given."""
    return any(m.extent is not None and m.extent.contains(place) for m in mentions)


def _needs_marks(context: Context, key: str) -> bool:
    """Whether a name is a plain phrase that is a name only between quotation marks."""
    entry = context.authority.entry(key)
    return entry is not None and entry.quoted


def mention(
    paragraph: Paragraph, at: int, until: int, claim: NameClaim, rule: str, language: Language
) -> Mention:
    """A mention at a place in a paragraph's flow, with its note and the date stated beside it."""
    return mention_at(
        paragraph,
        at,
        until,
        claim,
        rule,
        date=stated_date(paragraph.flow.text, at, until, language),
        note=note_behind(paragraph, until),
    )


def note_behind(paragraph: Paragraph, until: int) -> str | None:
    """The label of the note whose marker stands behind a place, at most a date between."""
    if not paragraph.markers:
        return None
    date = _DATE.match(paragraph.flow.text, until)
    gap = _BEHIND_NAME.match(paragraph.flow.text, until if date is None else date.end())
    end = until if gap is None else gap.end()
    return next((m.note for m in paragraph.markers if until <= m.at <= end), None)


def bare(surface: str) -> str:
    """A printed name without the marks around it."""
    return surface.strip(" " + OPENING + CLOSING)


def in_title(text: str, at: int, until: int, quotes: Sequence[tuple[str, str]]) -> bool:
    """Whether a place lies inside a quoted title that says more than the words there.

    >>> in_title("题为“执行《巴黎协定》”的决议", 5, 11, [("《", "》"), ("“", "”")])
    True
    >>> in_title("题为“巴黎协定”的决议", 2, 8, [("《", "》"), ("“", "”")])
    False
    >>> in_title("《1989年儿童权利公约》", 6, 12, [("《", "》")])
    False
    """
    for opening, closing in quotes:
        before = text.rfind(opening, max(0, at - _WINDOW), at)
        if before < 0 or text.find(closing, before + 1, at) >= 0:
            continue
        if _YEAR_ONLY.fullmatch(text, before + 1, at) and text.startswith(closing, until):
            continue
        if text.find(closing, until, until + _WINDOW) >= 0:
            return True
    return False


def _with_marks(
    text: str, start: int, end: int, quotes: Sequence[tuple[str, str]]
) -> tuple[int, int]:
    """The place of a label widened by the quotation marks that belong to it.

    A label may itself hold a mark whose fellow stands outside it: 《北京宣言》和《行动纲要》.
    """
    label = text[start:end]
    for opening, closing in quotes:
        gap = 1 if text[end : end + 1] == " " and text[end + 1 : end + 2] == closing else 0
        closes = text[end + gap : end + gap + 1] == closing
        opens = text[start - 1 : start] == opening or text[start - 2 : start] == f"{opening} "
        if opens and closes:
            return text.rindex(opening, 0, start), end + gap + 1
        if closes and label.count(opening) > label.count(closing):
            return start, end + 1
        if opens and label.count(opening) < label.count(closing):
            return text.rindex(opening, 0, start), end
        subtitle = _SUBTITLE.match(text, end)
        if opens and subtitle is not None:
            until = text.find(closing, end, end + _WINDOW)
            if until > 0:
                return start - 1, until + 1
    return start, end


def of_body(text: str, at: int, until: int, patterns: NamePatterns) -> bool:
    """Whether the words around a name make it the name of a body."""
    if patterns.body_after.match(text, until):
        return True
    start = max(0, at - _WINDOW)
    if not patterns.needed_body.by(text[start:at]):
        return False
    return patterns.body_before.search(text, start, at) is not None


def _says_title(
    paragraph: Paragraph, at: int, until: int, keys: tuple[str, ...], context: Context
) -> bool:
    """Whether a name only says what a number is, and stands in that very resolution.

    "resolution 69/313 … on the Addis Ababa Action Agenda", 其关于《…》的第69/313号决议
    """
    symbols = [symbol for key in keys if (symbol := _symbol(context, key)) is not None]
    if not symbols:
        return False
    titled, flow = load_names(context.language).titled, paragraph.flow
    for m in _near(context.found, at):
        if not isinstance(m.claim, NumberClaim):
            continue
        ending = f"/{m.claim.number.replace(' ', '')}"
        if any(symbol.endswith(ending) for symbol in symbols) and (
            (m.extent is not None and m.extent.contains(flow.span(at, until)))
            or (m.until <= at and titled.fullmatch(flow.text, m.until, at))
        ):
            return True
    return False


def _symbol(context: Context, key: str) -> str | None:
    entry = context.authority.entry(key)
    return None if entry is None else entry.symbol


def _joined(text: str, labels: Sequence[Found], patterns: NamePatterns) -> list[Hit]:
    """Two names of one instrument are one when brackets hold the second.

    "United Nations Standard Minimum Rules … (the Nelson Mandela Rules)"
    """
    out: list[Hit] = []
    for hit in (Hit(*label) for label in labels):
        last = out[-1] if out else None
        if last is not None and set(last.keys) & set(hit.keys):
            between = patterns.joined.fullmatch(text, last.until, hit.at)
            close = _CLOSED.match(text, hit.until)
            if between is not None and close is not None:
                out[-1] = Hit(last.at, close.end(), last.keys)
                continue
        out.append(hit)
    return out


def _kind(text: str, hit: Hit, patterns: NamePatterns) -> str | None:
    """The kind that a name's own noun says, for names that the authority does not know."""
    if hit.keys:
        return None
    return kind_in_text(text[hit.at : hit.until], patterns)


def _titles_number(text: str, at: int, patterns: NamePatterns, context: Context) -> bool:
    """Whether words from `at` on say what the number before them is about."""
    return any(
        isinstance(m.claim, NumberClaim) and patterns.titled.fullmatch(text, m.until, at)
        for m in _near(context.found, at)
        if m.until <= at
    )


def find_titles(paragraph: Paragraph, context: Context) -> Iterator[Mention]:
    """Titles without a note whose own words say that they are instruments: 《最后宣言》."""
    if paragraph.role in SILENT_ROLES or paragraph.role == "note":
        return
    patterns, text = load_names(context.language), paragraph.flow.text
    quotes = patterns.grammar.quotes
    labels = (  # one inside a longer title is part of that
        (at, until)
        for at, until, _ in context.sheet.instruments(paragraph)
        if (text[at - 1 : at], text[until : until + 1]) in quotes
        or not in_title(text, *_with_marks(text, at, until, quotes), quotes)
    )
    taken = _taken(text, (*((m.at, m.until) for m in context.found), *labels))
    places = patterns.needed_standing.places(text)
    start, last = 0, len(text)
    if places is not None:  # every title holds one of these strings
        free = [at for at, until in places if not taken.any(at, until)]
        if not free:
            return
        start, last = taken.end_before(min(free), 0), max(free)
    if patterns.stem is not None and patterns.stem.search(text.lower()) is None:
        return
    plain, compounds = plain_nouns(context.language), compound_nouns(context.language)
    for found in _free(patterns.standing, text, taken, start, last):
        at, until = found.span()
        if in_title(text, at, until, quotes):
            continue
        folded = fold(bare(found[0]))
        if folded in plain or (folded in compounds and patterns.adopted.match(text, until) is None):
            continue  # a short form, a compound one unless what it is is said of it
        near = _near(context.found, at)
        if of_body(text, at, until, patterns) or _holds(near, paragraph.flow.span(at, until)):
            continue
        at = _title_start(text, at, patterns)  # "Optional Protocol to the …" is another treaty
        taken.add(at, until)
        title = text[at:until]
        claim = NameClaim(bare(title), (), kind_in_text(title, patterns))
        yield mention(paragraph, at, until, claim, "name.standing", context.language)


def _free(
    pattern: re.Pattern[str], text: str, taken: Taken, at: int, last: int
) -> Iterator[re.Match[str]]:
    """Matches from `at` on that hold nothing that is taken; behind that the search goes on.

    None begins behind `last`.

    "the Convention on the Rights of the Child and the Kampala Convention on …": the first is known.
    """
    while at <= last and (found := pattern.search(text, at)) is not None:
        if taken.any(*found.span()):
            at = max(found.start() + 1, taken.first_end(*found.span()))
        else:
            at = found.end()
            yield found


def _identifying(context: Context) -> frozenset[str]:
    """Labels of the notes that have what could identify an instrument: a symbol or a number.

    "Ibid., annex II" says it with the words of the note before.
    """
    ibid = re.compile(load_phrases(context.language).back["ibid"])
    labels: list[str] = []
    last = False
    for paragraph in context.document.paragraphs:
        if paragraph.role == "note":
            text = paragraph.flow.text
            last = _IDENTIFIER.search(text) is not None or (last and ibid.match(text) is not None)
            labels += [paragraph.label] if last else []
    return frozenset(labels)


def _unknown(
    paragraph: Paragraph, patterns: NamePatterns, taken: Taken, context: Context
) -> Iterator[Mention]:
    """Titles that the authority does not know, told by their form and the note behind them."""
    text, identifying = paragraph.flow.text, context.once(_identifying)
    last = 0
    for marker in paragraph.markers:
        low, last = max(last, marker.at - _WINDOW), marker.at
        if marker.note not in identifying:
            continue
        floor = taken.end_before(marker.at, low)
        end = floor + len(text[floor : marker.at].rstrip(" ,，、،;；:：.。"))
        yield from _ending_at(paragraph, (floor, end), NAME_FORM, patterns, taken, context)


def _bracketed(
    paragraph: Paragraph, patterns: NamePatterns, taken: Taken, context: Context
) -> Iterator[Mention]:
    """Titles that the authority does not know, with their place in a treaty series in brackets.

    "Agreement between the United Nations and … (United Nations, Treaty Series, vol. 1651, …)"
    """
    text = paragraph.flow.text
    for series in context.found:
        if not isinstance(series.claim, SeriesClaim):
            continue
        bracket = _OPENED.search(text, max(0, series.at - _REACH_OF_SERIES), series.at)
        if bracket is None:
            continue
        end = len(text[: bracket.start()].rstrip("»”"))
        floor = taken.end_before(end, max(0, end - _WINDOW))
        yield from _ending_at(paragraph, (floor, end), NAME_BRACKETED, patterns, taken, context)


def _ending_at(
    paragraph: Paragraph,
    place: tuple[int, int],
    rule: str,
    patterns: NamePatterns,
    taken: Taken,
    context: Context,
) -> Iterator[Mention]:
    """The title of an instrument, by its form, that ends where a stretch of the flow ends."""
    text, (floor, end) = paragraph.flow.text, place
    if end <= floor or not patterns.needed_unknown.by(text[floor:end]):
        return
    breaks = list(_BREAKS.finditer(text, floor, end))
    start = breaks[-1].end() if breaks else floor
    for found in patterns.unknown.finditer(text, start, end):
        if found.end() != end or _titles_number(text, found.start(), patterns, context):
            continue
        at = _last_title(text, *found.span(), patterns)
        title = text[at:end]
        if of_body(text, at, end, patterns) or _no_title(title, patterns, context):
            return
        taken.add(at, end)
        claim = NameClaim(bare(title), (), kind_in_text(title, patterns))
        yield mention(paragraph, at, end, claim, rule, context.language)
        return


def _last_title(text: str, at: int, end: int, patterns: NamePatterns) -> int:
    """Where the last title of what looks like one begins, each with its own noun.

    "the Framework Convention on … the Carpathians, the Convention on the Protection of the Alps²"
    """
    for comma in _COMMA.finditer(text, at, end):
        last = patterns.unknown.search(text, comma.end(), end)
        if last is None or last.end() != end or last.start() - comma.end() > _ARTICLE:
            continue
        if patterns.noun.match(text[last.start() : end].lower()):
            return last.start()
    return at


def _no_title(name: str, patterns: NamePatterns, context: Context) -> bool:
    """Whether words are a short form, or begin with the name of what is no instrument.

    « Programme des Nations Unies pour l’environnement » has an instrument's noun, and is none.
    """
    if fold(bare(name)) in plain_nouns(context.language):
        return True
    return any(
        at == 0 and kind_of(name[:until], patterns) is not None
        for at, until, _ in entity_index(context.authority, context.language).find(name)
    )
