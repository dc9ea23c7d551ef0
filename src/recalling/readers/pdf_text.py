"""Pages of a PDF as one text, in the layout that the plain-text reader knows.

What stands on every page and belongs to none (running heads, page numbers, job numbers, the line
above the notes) is left out; a page's notes follow its body as a block; lines are joined to
paragraphs by the gaps and indents between them.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from recalling.readers.pdf_page import Page, PageLine
from recalling.readers.text_grammar import IDEOGRAPH

_RULE = re.compile(r"^[_\u2014\u2015\u2500-]{6,}$")
_PAGE_NUMBER = re.compile(
    r"^(?:\d{1,3}\s?/\s?\d{1,3}|\d{1,4}|[\d-]{7,12}(?: \([A-Z]\))?(?: \d{4,8})?)$"
)
_FOOT = re.compile(r"^(?:\d{1,3}/\d{1,3}\s+[\d-]{7,12}|[\d-]{7,12}\s+\d{1,3}/\d{1,3})$")
_BAR_CODE = re.compile(r"^\*\d{6,9}\*$")
_NOTE_CALL = re.compile(r"^⁽?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}|^\d{1,3}\s|^\(\d{1,3}\)")
_RAISED_CALL = re.compile(r"^⁽?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}|^\*{1,4}\s")
#: a note's number that is set in brackets and no smaller than the note
_PLAIN_CALL = re.compile(r"^\((\d{1,3})\)\s?(?=\S)")
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MARKED_CALL = re.compile(r"⁽?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}|\(\d{1,3}\)")
#: a call with a space before it, and one with none behind it: both are the type-setting's
_LOOSE_CALL = re.compile(r"(?<=\S) (⁽?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})")
_TIGHT_CALL = re.compile(r"([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}⁾?)(?=[^\W\d⁰¹²³⁴⁵⁶⁷⁸⁹⁾])")
_UNBROKEN = re.compile(r"/$|\w–$|[(\[]$")  # "A/AC.109/", "2018–", "1624 ("
_RAISED = re.compile(r"⁽?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}⁾?\s")
_TITLE = re.compile(r"(?:ES-|S-)?\d{1,4}/\d{1,4}[. ]")
_RTL = re.compile("[\u0590-\u08ff]")
_ENDED = re.compile(r"[.;:,。；：，؛،⁰¹²³⁴⁵⁶⁷⁸⁹⁾]$")
_LARGE = 1.05  # of the usual size: larger type is a heading's
_NARROW = 0.45  # of the width of the text
_OFTEN = 0.1  # of all distances between lines; a smaller one is no habit
_WIDE = 0.7  # of the widest line: shorter ones do not show where the margins are
_RAGGED = 9  # points by which the ends of full lines may differ
_FEW_LINES = 12  # of a page, below which its margins are those of the document
_ZONE = 0.12  # running heads and feet stand in this share of the page's height


def pages_to_text(pages: Sequence[Page]) -> str:
    """One text: paragraphs in order of reading, the notes of all pages at the end."""
    heads = _running(pages)
    habits = _Habits(pages)
    known = _words(pages)
    blocks: list[str] = []
    notes: list[str] = []
    last: PageLine | None = None
    for number, page in enumerate(pages):
        lines = [
            line for line in page.lines if not _is_furniture(line, page, heads, first=number == 0)
        ]
        body, under = _split_notes(lines, page, habits.size)
        found = _paragraphs(body, known, habits, cover=number == 0)
        if found and blocks and last is not None and _goes_on(last, body, habits):
            blocks[-1] = _glue(blocks[-1], found.pop(0), known)
        blocks += found
        last = body[-1] if body else last
        _add_notes(under, notes, known)
    text = "\n\n".join(blocks)
    if notes:
        text += "\n\n" + "\n\n".join(notes)
    return _LOOSE_CALL.sub(r"\1", _TIGHT_CALL.sub(r"\1 ", text)) + "\n"


def _goes_on(last: PageLine, body: list[PageLine], habits: _Habits) -> bool:
    """Whether a page begins in the middle of a paragraph.

    It does when the page before ended with a full line of the same type and this one begins
    without an indent. Indents show on the other side in Arabic, where full lines reach the left.
    """
    left, right = habits.margins(body)
    first = body[0]
    start, _ = _offsets(first, left, right)
    _, end = _offsets(last, left, right)
    same_type = abs(first.size - last.size) < 0.1 * last.size
    return same_type and end < 3 * last.size and start < 1.2 * first.size


def _plain(text: str) -> str:
    return re.sub(r"\d+", "0", text).casefold()


def _running(pages: Sequence[Page]) -> frozenset[str]:
    """Lines near the top or bottom edge that come again on other pages, numbers aside.

    A second page that is the last shows its head once: there a line tells that stands on the first
    page too (the symbol), and with it what stands beside it (the title).
    """
    seen: Counter[str] = Counter()
    heads: set[str] = set()
    first = {line.text for page in pages[:1] for line in page.lines}
    for page in pages:
        edge = [
            line
            for line in page.lines
            if line.bottom > page.height * (1 - _ZONE) or line.top < page.height * _ZONE
            if not _MARKED_CALL.match(line.text)  # "(8) Resolution 65/277, annex.", on many a page
        ]
        seen.update({_plain(line.text) for line in edge})
        again = {round(line.bottom) for line in edge if page is not pages[0] and line.text in first}
        heads.update(_plain(line.text) for line in edge if round(line.bottom) in again)
    return frozenset(heads | {text for text, count in seen.items() if count > 1})


def _is_furniture(line: PageLine, page: Page, heads: frozenset[str], *, first: bool) -> bool:
    top = line.bottom > page.height * (1 - _ZONE)
    bottom = line.top < page.height * _ZONE
    if _RULE.match(line.text) or _BAR_CODE.match(line.text):
        return not _RULE.match(line.text)
    if bottom and (_PAGE_NUMBER.match(line.text) or _FOOT.match(line.text)):
        return True
    if first:
        return False
    return (top or bottom) and _plain(line.text) in heads


def _common_size(lines: Iterable[PageLine]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size)) if sizes else 0.0


def _split_notes(
    lines: list[PageLine], page: Page, size: float
) -> tuple[list[PageLine], list[PageLine]]:
    """Body and notes of a page: notes are what stands under the rule, or small type at the foot."""
    rules = [index for index, line in enumerate(lines) if _RULE.match(line.text)]
    for index in reversed(rules):  # a table or a list may have a rule of its own further up
        line = lines[index]
        called = any(_NOTE_CALL.match(other.text) for other in lines[index + 1 :])
        if called or index == rules[0]:
            below = line.top + 1
            under = [other for other in lines[index + 1 :] if other.top <= below]
            body = lines[:index] + [other for other in lines[index + 1 :] if other.top > below]
            return body, under
    first = len(lines)
    while (
        first and lines[first - 1].size < 0.93 * size and lines[first - 1].top < page.height * 0.7
    ):
        first -= 1
    while first < len(lines) and not _NOTE_CALL.match(lines[first].text):
        first += 1  # small type without a number is a table or the cover's foot
    return lines[:first], lines[first:]


def _words(pages: Sequence[Page]) -> frozenset[str]:
    return frozenset(
        word
        for page in pages
        for line in page.lines
        for word in re.findall(r"[^\W\d_]{3,40}", line.text)
    )


def _glue(before: str, after: str, known: frozenset[str]) -> str:
    """Two lines of one paragraph as one, with a word cut at the line's end made whole.

    A hyphen is taken out only when the whole word stands elsewhere in the same document; else
    it belongs to a compound ("drug-resistant") or a symbol and stays.
    """
    cut = re.search(r"([^\W\d_]{2,40}) ?-$", before)
    if before.endswith("-"):
        head = re.match(r"[^\W\d_]{2,40}", after)
        if cut and head and cut[1] + head[0] in known:
            return before[: cut.end(1)] + after
        return before[:-1].rstrip(" ") + "-" + after
    return before + after if _UNBROKEN.search(before) else f"{before} {after}"


def _paragraphs(
    lines: list[PageLine], known: frozenset[str], habits: _Habits, *, cover: bool
) -> list[str]:
    """Join lines to paragraphs: a wider gap, an indent or another size begins a new one."""
    left, right = habits.margins(lines)
    out: list[str] = []
    before: PageLine | None = None
    for line in lines:
        if before is None or _begins(before, line, habits.gap(line), left, right, cover=cover):
            out.append(line.text)
        elif cover and _was_broken(before, line, habits, (left, right)):
            out[-1] += f"\n{line.text}"  # lines of the cover stay lines
        else:
            out[-1] = _glue(out[-1], line.text, known)
        before = line
    return out


def _was_broken(
    before: PageLine, line: PageLine, habits: _Habits, edges: tuple[float, float]
) -> bool:
    """Whether a line of the cover ended before its column did.

    It did when it is narrow, or when the first word of the next had room on it; headings, which
    are larger and set narrower than the text, are broken to fit.
    """
    left, right = edges
    if before.right - before.left < _NARROW * (right - left):
        return True
    word = 1 if IDEOGRAPH.match(line.text) else len(line.text.split(" ", 1)[0])
    _, end = _offsets(before, left, right)
    room = (word + 1) * (line.right - line.left) / max(1, len(line.text))
    return line.size < _LARGE * habits.size and end > room


def _begins(
    before: PageLine, line: PageLine, gap: float, left: float, right: float, *, cover: bool
) -> bool:
    if abs(line.size - before.size) > 0.1 * before.size:
        return True
    distance = before.bottom - line.bottom
    if distance < -gap or distance > 1.35 * gap:
        return True
    if cover and abs(distance) < 0.3 * gap:
        return True  # the next column of the cover
    if cover and before.text.endswith("]") and _TITLE.match(line.text):
        return True
    indent = 1.2 * line.size
    start, _ = _offsets(line, left, right)
    start_before, end_before = _offsets(before, left, right)
    if start > indent and start_before < indent:
        return True  # an indented first line
    ended = _ENDED.search(before.text) is not None
    if ended and _RAISED.match(line.text):
        return True  # a note
    return ended and (end_before > 8 * line.size or (start > indent and start_before > indent))


def _offsets(line: PageLine, left: float, right: float) -> tuple[float, float]:
    """How far a line begins and ends from the edges, in the direction in which it is read."""
    from_left, from_right = line.left - left, right - line.right
    return (from_right, from_left) if _RTL.search(line.text) else (from_left, from_right)


class _Habits:
    """Line distances and margins of a whole document, which a page of few lines does not show."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._gaps: dict[int, Counter[int]] = {}
        for page in pages:
            for one, two in itertools.pairwise(page.lines):
                distance = one.bottom - two.bottom
                if 0.9 * one.size < distance < 4 * one.size and abs(one.size - two.size) < 1:
                    self._gaps.setdefault(round(two.size), Counter())[round(distance)] += 1
        self.size = _common_size(line for page in pages for line in page.lines)
        self._margins = _margins([line for page in pages for line in page.lines])

    def gap(self, line: PageLine) -> float:
        """The smallest usual distance between lines of this size: that within paragraphs."""
        gaps = self._gaps.get(round(line.size), Counter())
        often = max(2.0, _OFTEN * gaps.total())
        return float(min((gap for gap in gaps if gaps[gap] >= often), default=1.2 * line.size))

    def margins(self, lines: list[PageLine]) -> tuple[float, float]:
        """Left and right edge of a page's text; the document's where the page has few lines."""
        return _margins(lines) if len(lines) >= _FEW_LINES else self._margins


def _margins(lines: list[PageLine]) -> tuple[float, float]:
    """Left and right edge of the text: the outermost places where lines begin and end often."""
    if not lines:
        return 0.0, 0.0
    widest = max(line.right - line.left for line in lines)
    wide = [line for line in lines if line.right - line.left > _WIDE * widest]
    left = -_edge(Counter(-round(line.left) for line in lines), max(2, len(lines) // 10))
    right = _edge(Counter(round(line.right) for line in wide), max(2, len(wide) // 10))
    return float(left), float(right)


def _edge(places: Counter[int], often: int) -> int:
    """The outermost place at which, or a letter before which, enough lines end."""
    for place in sorted(places, reverse=True):
        if sum(places[place - back] for back in range(_RAGGED)) >= often:
            return place
    return max(places)


def _add_notes(lines: list[PageLine], notes: list[str], known: frozenset[str]) -> None:
    """Add a page's notes, each on one line; what bears no number goes on with the note before.

    Where notes have raised numbers, a line that begins with a plain one goes on with its note
    ("Supplement No. ‖ 53 A").
    """
    raised = any(_RAISED_CALL.match(line.text) for line in lines)
    call = _RAISED_CALL if raised else _NOTE_CALL
    for line in lines:
        if not notes or call.match(line.text):
            notes.append(_PLAIN_CALL.sub(_raised, line.text))
        else:
            notes[-1] = _glue(notes[-1], line.text, known)


def _raised(call: re.Match[str]) -> str:
    """A note's number as the text reader knows it, and as its call is: "(9) " becomes "⁽⁹⁾ "."""
    return f"⁽{call[1].translate(_SUPERSCRIPT)}⁾ "
