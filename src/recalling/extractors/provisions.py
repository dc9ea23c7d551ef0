"""Which part of an instrument a citation means, and how far its phrase reaches.

`attach_provisions` runs over the mentions of a paragraph when all finders have spoken. It gives a
mention the locator behind it ("A/HRC/17/31, annex", 第78/1号决议附件), the provision before it
("Article 19 of the Charter", «статья 19 Устава») or behind it (《宪章》第七章), widens a symbol's
extent over the record phrase that it closes ("Official Records of the General Assembly, Sixty-sixth
Session, Supplement No. 53 (A/66/53)"), and takes away what stood inside such a phrase or locator
and is no citation of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import zip_longest

import msgspec

from recalling.extractors.context import Context
from recalling.extractors.locators import Item, Locators, load_locators, render
from recalling.extractors.needs import Needs, needs
from recalling.extractors.phrases import load_phrases
from recalling.extractors.records import (
    RecordPatterns,
    clause_start,
    last_match,
    record_patterns,
    title_start,
)
from recalling.model import (
    BackClaim,
    Language,
    Mention,
    NameClaim,
    NumberClaim,
    Paragraph,
    RecordClaim,
    SeriesClaim,
    ShortClaim,
    Span,
    SymbolClaim,
)

_WINDOW = 160
_ENDS = frozenset(("", ".", ";", "；", "؛", "。"))  # what ends a note or a clause of it
_DOCUMENTS = (SymbolClaim, RecordClaim, BackClaim)
_YEAR_BEHIND = re.compile(r"\d? ?\((?:19|20)\d\d\)")
_OWN_NUMBER = frozenset({"resolution", "decision", "recommendation"})
#: how far inside a document a unit stands; those that are not here hold all others
_INWARD = {
    "part": 1,
    "chapter": 1,
    "section": 1,
    "article": 2,
    "rule": 2,
    "principle": 2,
    "paragraph": 3,
    "point": 4,
}
#: items from the widest to the narrowest, and where the phrase they make up begins or ends
_Part = tuple[list[Item], int]
_WHOLE = re.compile(r"/Corr\.| \((?:Part|Vol)")
#: Supplement No. 53 of each session holds the Human Rights Council's texts, No. 49 the Assembly's
_COLLECTION = re.compile(r"A/\d{2,3}/(53|49)(?![\d.])")
_COLLECTED = {"53": "hrc", "49": "ga"}
_OPENING, _WORD, _SEMICOLON = map(re.compile, (r"[,，、،;:：(（\[]", r"\w", "[;；؛]"))
_OPENS = re.compile(r"[(\[（]\s?$")


def needed_locators(language: Language) -> Needs:
    """Strings of which one stands wherever a locator is read, but for those behind documents."""
    return needs(load_locators(language).hint.pattern.pattern)


def attach_provisions(
    paragraph: Paragraph, mentions: Sequence[Mention], context: Context, *, worth: bool = True
) -> list[Mention]:
    """The mentions of a paragraph with their locators and extents, in order of place.

    Mentions come in order of place and without overlaps. `worth` is False for a paragraph that is
    known to hold none of `needed_locators`. Numbers inside a locator ("A/74/53/Add.1,
    chap. III, resolution 42/12") and names inside a record's title are left out.
    """
    if not mentions:
        return []
    locators = load_locators(context.language)
    text = paragraph.flow.text
    hinted = worth and locators.hint.search(text, 0, len(text)) is not None
    kept: list[Mention] = []
    floor = 0
    for mention, following in zip_longest(mentions, mentions[1:]):
        if mention.at < floor and isinstance(mention.claim, NumberClaim | ShortClaim):
            continue
        kept.append(_owned(text, mention, kept))
        if not hinted and not isinstance(mention.claim, _DOCUMENTS):
            continue
        after = _after(text, mention, following, locators)
        start = max(floor, kept[-2].until if len(kept) > 1 else 0)
        before = _before(text, mention, mention.at, locators, start) if hinted else None
        if after is None and before is None:
            continue
        kept[-1] = _with_part(paragraph, mention, before, after)
        if after is not None:
            floor = after[1]
    if paragraph.role == "note":
        kept = _share_locators(text, kept, locators)
        kept = _widen(paragraph, kept, context)
    return kept


def _after(
    text: str, mention: Mention, following: Mention | None, locators: Locators
) -> _Part | None:
    if isinstance(mention.claim, BackClaim):  # read by its own finder
        return None
    if text[mention.until : mention.until + 1] in _ENDS:
        return None
    glue = locators.glue.match(text, mention.until)
    if glue is None:
        return None
    items: list[Item] = []
    for item in locators.chain(text, glue.end(), following.at if following else None):
        if item.unit in _OWN_NUMBER and not _inside_document(text, mention, item, items):
            break
        items.append(item)
    if not items:
        return None
    return _called(items, mention, locators), max(item.until for item in items)


def _inside_document(text: str, mention: Mention, item: Item, items: list[Item]) -> bool:
    """Whether a resolution's number is a locator: behind a document, by a comma alone.

    "chap. I, resolution 1, annex" behind a report; not "resolution 50/81, annex, and resolution
    62/126, annex", not "S/2020/174, resolution 1325 (2000)", which no report contains, and not
    "A/70/81号文件所载第67/53号决议".
    """
    if not isinstance(mention.claim, _DOCUMENTS) or _collector(mention):
        return False
    if _YEAR_BEHIND.match(text, item.until - 1) or _YEAR_BEHIND.match(text, item.until):
        return False
    between = text[items[-1].until if items else mention.until : item.at]
    if items and _WORD.search(between):
        return False
    return _OPENING.search(between) is not None


def _owned(text: str, mention: Mention, before: list[Mention]) -> Mention:
    """A number of no stated body inside a body's collected texts is that body's.

    "(A/74/53/Add.1), chap. III, resolution 42/12" is A/HRC/RES/42/12.
    """
    claim = mention.claim
    if not isinstance(claim, NumberClaim) or claim.body not in (None, "self") or not before:
        return mention
    body = _collector(before[-1])
    if body is None or _SEMICOLON.search(text[before[-1].until : mention.at]):
        return mention
    return msgspec.structs.replace(mention, claim=msgspec.structs.replace(claim, body=body))


def _collector(mention: Mention) -> str | None:
    """The body whose resolutions, which have symbols of their own, a document collects."""
    claim = mention.claim
    found = _COLLECTION.match(claim.symbol) if isinstance(claim, SymbolClaim) else None
    return None if found is None else _COLLECTED[found[1]]


def _before(text: str, mention: Mention, at: int, locators: Locators, floor: int) -> _Part | None:
    """The provision that leads to the words for an instrument, from `at` on, and its beginning."""
    start = max(floor, at - _WINDOW)
    if at - start < 4 or not locators.hint.search(text, start, at):
        return None
    items = list(locators.items(text, start, at))
    if not items or not locators.link.fullmatch(text, items[-1].until, at):
        return None
    chains = [[[items[-1]]]]  # of each: what stands in what, the widest first
    for item, following in zip(items[-2::-1], items[:0:-1], strict=True):
        between = (item.until, following.at)
        if locators.link.fullmatch(text, *between):  # "párrafo 4, del anexo II" is annex II's
            chains[0].append([item])
        elif not locators.joins(text, *between):
            break
        elif item.unit == chains[0][0][0].unit:  # "paragraph 2 of article 3 and article 5"
            chains.insert(0, [[item]])
        else:
            chains[0][-1].insert(0, item)
    items = [item for chain in chains for segment in chain for item in segment]
    return _called(items, mention, locators), min(item.at for item in items)


def _called(items: list[Item], mention: Mention, locators: Locators) -> list[Item]:
    """Items as English calls them, which may depend on what they are items of."""
    claim = mention.claim
    of = claim.type or "" if isinstance(claim, NumberClaim) else mention.surface
    named = [locators.called(item, of) for item in items]
    units = {item.unit for item in items}
    # where الفرع stands beside it, الجزء is a part: "section II of part three"
    return [item if new.unit in units else new for item, new in zip(items, named, strict=True)]


def _with_part(
    paragraph: Paragraph,
    mention: Mention,
    before: _Part | None,
    after: _Part | None,
) -> Mention:
    inner, at = before or ([], mention.at)
    outer, until = after or ([], mention.until)
    if inner and outer and _rank(inner[0]) < _rank(outer[0]):
        # "Article 73 of the Charter, in particular subparagraph d", but "paragraph 3 of …, annex"
        inner, outer = outer, inner
    parts = [mention.part, render(outer), render(inner)]
    return msgspec.structs.replace(
        mention,
        part=", ".join(part for part in parts if part),
        extent=_union(paragraph.flow.span(at, until), mention.extent),
    )


def _rank(item: Item) -> int:
    """How far inside a document a unit stands: annexes hold articles, articles paragraphs."""
    return _INWARD.get(item.unit, 0)


def _union(span: Span, other: Span | None) -> Span:
    if other is None:
        return span
    return Span(min(span.start, other.start), max(span.end, other.end))


def _share_locators(text: str, mentions: list[Mention], locators: Locators) -> list[Mention]:
    """A document and its corrigenda share the locator behind the last of them.

    "(A/CONF.192/15 and A/CONF.192/15/Corr.1), chap. IV" is chapter IV of both.
    """
    out = list(mentions)
    for i in range(len(out) - 2, -1, -1):
        here, following = out[i], out[i + 1]
        if here.part is not None or following.part is None:
            continue
        if not isinstance(here.claim, SymbolClaim) or not isinstance(following.claim, SymbolClaim):
            continue
        root = _WHOLE.split(here.claim.symbol)[0]
        if following.claim.symbol.startswith(root) and locators.same_bracket.fullmatch(
            text, here.until, following.at
        ):
            out[i] = msgspec.structs.replace(here, part=following.part)
    return out


def _widen(paragraph: Paragraph, mentions: list[Mention], context: Context) -> list[Mention]:
    """Each symbol with the record phrase that it closes; what the phrase names is left out."""
    text = paragraph.flow.text
    patterns = record_patterns(context.language)
    locators, ibid = load_locators(context.language), _ibid(context.language)
    out: list[Mention] = []
    floor = 0
    for mention in mentions:
        if isinstance(mention.claim, SymbolClaim):
            start = max(floor, clause_start(text, mention.at))
            head = _head(text, mention.at, start, patterns, ibid, locators.member)
            if head is not None:
                at, titled = head
                free = max([floor, *(m.until for m in out[-1:] if m.until <= at)])
                before = _before(text, mention, at, locators, free)
                # "in section A of the Official Records … (A/76/49), vol. II"
                if before is not None:
                    mention = _with_part(paragraph, mention, before, None)
                phrase = paragraph.flow.span(at, mention.until)
                while (
                    out
                    and out[-1].at >= at
                    and isinstance(out[-1].claim, NameClaim | ShortClaim | NumberClaim)
                ):
                    out.pop()
                mention = msgspec.structs.replace(
                    mention,
                    extent=_union(phrase, mention.extent),
                    title=mention.title
                    or (text[at : mention.at].rstrip(" ([（《") if titled else None),
                )
        out.append(mention)
        if isinstance(mention.claim, SymbolClaim | SeriesClaim | RecordClaim | BackClaim):
            floor = mention.until
    return out


def _head(
    text: str,
    at: int,
    start: int,
    patterns: RecordPatterns,
    ibid: re.Pattern[str],
    member: re.Pattern[str],
) -> tuple[int, bool] | None:
    """Where the record phrase that ends in a symbol at `at` begins, and whether it is a title."""
    lead = text[start:at]
    opened = _OPENS.search(lead) is not None
    back = ibid.match(text, title_start(text, start, patterns))
    if back is not None and back.end() <= at:
        return back.start(), False
    official = patterns.any_official.search(text, start, at)
    if official is not None:
        return official.start(), False
    if opened:
        title = patterns.title.search(text, start, at)
        listed = title is not None and member.search(text, title.start(), at) is not None
        if title and not listed and title.start() - title_start(text, start, patterns) < 60:
            return title.start(), True
    agency = last_match(patterns.any_agency, text, start, at)
    if agency is not None and at - agency.end() <= 14:
        return agency.start(), False
    return None


@cache
def _ibid(language: Language) -> re.Pattern[str]:
    return re.compile(load_phrases(language).back["ibid"])
