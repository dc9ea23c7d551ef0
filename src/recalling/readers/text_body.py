"""Paragraphs of the body: lines put together again, before they have labels.

A line begins a paragraph when its first signs say so (a number, a letter in brackets, a verb, a
closing line) or when what stands before it has ended; it goes on with the one before when that
one was cut by a page's end, its notes, or a narrow column.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice, zip_longest
from typing import Literal

from recalling.model import Span
from recalling.readers.text_grammar import IDEOGRAPH, Structure
from recalling.readers.text_layout import Layout
from recalling.readers.text_lines import BULLET, DOTTED_POINT, NUMBERED, POINT, Line
from recalling.readers.text_notes import Markers
from recalling.readers.text_verbs import Mood, Openings
from recalling.text import Source, mend

Kind = Literal["item", "point", "text", "table", "formula", "closing", "annex", "letter", "bullet"]
_SHORT = 130  # longest line that is still taken for a heading
_SCRAP = 14  # longest beginning that a page's end may have parted from its paragraph
_PAGE = re.compile(r"\d{1,4}(?: ?/ ?\d{1,4})?$")
# A number alone on its line, as some programs write what a tab parts from its paragraph
_ALONE = re.compile(r"(\d{1,3})\.$")
_PAGE_OF = re.compile(r"\d{1,3} ?/ ?\d{1,3}$")
_JOB = re.compile(r"(?:\d{1,3}/\d{1,3}\s+)?\d{2}-\d{5}(?:\s*\(?[A-Z]\)?)?(?:\s+\d{1,3}/\d{1,3})?$")
_YEAR_WORD = 6  # "2022 года"
_LABELS = (".", ")", "-", "–", "—")  # with which a number or letter ends
_COMMAS = ",，،、"
_FIRSTS = ("a", "i", "A", "I", "1", "أ", "а")  # with which points begin
_GOING = ",;:،؛，；："
# "28 Notes with concern": a number that lost its dot
_DOTLESS = re.compile(r"(\d{1,3}) (?=[^\W\d])")
_DEEP = 20  # points of a second level that may stand between two of the first
_DATED = re.compile(r"\d")
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "")


@dataclass(slots=True)
class Block:
    """A paragraph before it has a label: its kind, number and stretches of the text."""

    kind: Kind
    pieces: list[Span]
    number: str | None = None
    mood: Mood | None = None
    joined: Mood | None = None  # the same behind a joint: "and requests"
    tight: list[int] = field(default_factory=list)
    line: str = ""
    lines: list[Line] = field(default_factory=list)


class Assembler:
    """Puts lines together; one instance reads one document's body."""

    def __init__(
        self,
        source: Source,
        grammar: Structure,
        openings: Openings,
        layout: Layout,
        markers: Markers,
        heads: frozenset[str],
    ) -> None:
        self.source = source
        self.heads = heads
        self.layout = layout
        self.markers = markers
        self.number = 0
        self.leads = False  # whether another line stands right below the one at hand
        self.grammar = grammar
        self.openings = openings
        self.blocks: list[Block] = []
        self.operative = False

    def read(self, lines: list[Line]) -> list[Block]:
        """All blocks of the body, in order."""
        cut = False
        for line, below in zip_longest(lines, lines[1:]):
            self.leads = below is not None and not below.gap
            line.cut = line.cut or cut
            cut = self.is_furniture(line)
            if not cut:
                self.take(line)
        return self.blocks

    def is_furniture(self, line: Line) -> bool:
        """Whether a line is a page's running head or job number, and no part of the text."""
        if line.end - line.start > 2 * _SHORT:
            return False
        if _JOB.match(line.head):
            return True
        if line.cut and _PAGE_OF.match(line.head):
            return True
        plain = line.gap or line.cut  # a head's second line stands right below its first
        return plain and mend(self.source, [Span(line.start, line.end)])[0].text in self.heads

    def take(self, line: Line) -> None:
        """Put one line where it belongs: behind the open paragraph, or at a new one's beginning."""
        if self.blocks and (line.cut or not line.gap) and self.heal(self.blocks[-1], line):
            return
        if (
            self.blocks
            and _PAGE.match(self.blocks[-1].lines[0].head)
            and self.blocks[-1].kind == "text"
        ):
            self.blocks.pop()
            line.cut = True
        last = self.blocks[-1] if self.blocks else None
        span = Span(line.start, line.end)
        block = self.begin(line)
        if last is not None and (
            self.goes_on_in_column(last, line, block)
            or (block.kind == "text" and self.goes_on(last, line, block))
            or block.kind == last.kind == "closing"
        ):
            last.pieces.append(span)
        else:
            self.blocks.append(block)
            if block.kind == "item" or (block.kind == "text" and block.number):
                self.number = int(block.number or 0)
                self.operative = True
        self.blocks[-1].lines.append(line)

    def heal(self, last: Block, line: Line) -> bool:
        """Put together a paragraph that a page's end cut behind its very first signs.

        "2 ‖ 63. Invites" is paragraph 263, "237. ‖ Alienta" paragraph 237, and "18. A ‖ lso" begins
        with "18. Also".
        """
        if len(last.pieces) > 1 or last.pieces[0].end - last.pieces[0].start > _SCRAP:
            return False
        if last.kind not in ("text", "item", "point", "letter"):
            return False
        scrap = self.source.level[last.pieces[0].start : last.pieces[0].end]
        labels = scrap[-1:] in _LABELS
        if not (line.cut or labels):
            return False
        # "2 ‖ 63.", "و ‖ إذ": no space was lost
        inside = len(scrap) == 1 or scrap.isdigit() or IDEOGRAPH.match(scrap)
        for joint in ("", " ") if inside else (" ", ""):
            head = scrap + joint + line.head
            found = NUMBERED.match(head)
            if found and last.kind == "text" and int(found[1]) == self.number + 1:
                last.kind, last.number = "item", found[1]
                self.number += 1
                self.operative = True
            elif found and last.kind == "item" and _ALONE.match(scrap):
                pass  # "2. ‖ Welcomes", the number on a line of its own
            elif last.kind == "text" and labels and POINT.match(head):
                last.kind, last.number = "point", POINT.match(head)[1]  # type: ignore[index]
            elif line.cut and self.openings.mood(head[found.end() if found else 0 :]):
                last.kind = "text" if last.kind == "letter" else last.kind
            else:
                continue
            last.mood = self.openings.mood(head)
            last.pieces.append(Span(line.start, line.end))
            last.lines.append(line)
            if joint == "":
                last.tight.append(line.start)
            return True
        return False

    def begin(self, line: Line) -> Block:
        """The block that this line would begin."""
        span = Span(line.start, line.end)
        head = line.head
        if line.tabbed:
            return Block("table", [span])
        found = NUMBERED.match(head)
        alone = _ALONE.match(head) if self.leads else None
        if found or (alone and self.is_next(alone[1])):
            return Block("item", [span], (found or alone)[1])  # type: ignore[index]
        found = POINT.match(head) or self.dotted_point(head)
        if found:
            return Block("point", [span], found[1].replace(" ", ""))  # "(أ أ)"
        if BULLET.match(head):
            return Block("bullet", [span])
        plain = ""
        if line.end - line.start <= 2 * _SHORT:
            plain = mend(self.source, [span])[0].text
            kind = self.short_kind(plain)
            if kind is not None:
                return Block(kind, [span], line=plain)
        block = Block("text", [span], mood=self.openings.mood(head), line=plain)
        if block.mood is None:
            block.joined = self.openings.joined(head)
            found = _DOTLESS.match(head)
            if found and int(found[1]) == self.number + 1:
                block.mood = self.openings.mood(head[found.end() :])
                block.number = found[1] if block.mood else None
        return block

    def dotted_point(self, head: str) -> re.Match[str] | None:
        """A point printed as "a. Where the Committee …", which only its order tells from a name."""
        found = DOTTED_POINT.match(head)
        if found is None or not self.blocks:
            return None
        last = self.blocks[-1]
        if found[1] in ("a", "i"):
            return found if last.kind in ("item", "text", "point") else None
        for block in islice(reversed(self.blocks), _DEEP):
            if block.kind != "point":
                break
            if found[1] in _successors(block.number or ""):
                return found
        return None

    def short_kind(self, plain: str) -> Kind | None:
        """What a short line is by its words, if they say it."""
        grammar = self.grammar
        if grammar.formula.match(plain):
            return "formula"
        if grammar.meeting.match(plain) or grammar.vote.match(plain):
            return "closing"
        if grammar.annex.match(plain):
            return "annex"
        if plain in grammar.letters or (len(plain) == 1 and plain.isalpha() and plain.isupper()):
            return "letter"
        if len(plain) < 120 and _DATED.match(plain):
            found = grammar.date.search(plain)
            if (
                found
                and found.start() == 0
                and (
                    len(plain) <= found.end() + _YEAR_WORD
                    or grammar.meeting.match(plain[found.end() :].lstrip())
                )
            ):
                last = self.blocks[-1] if self.blocks else None
                whole = last is None or self.grammar.ended.search(self.tail(last))
                if (last is not None and last.kind == "closing") or (
                    whole and plain[-1] not in _GOING
                ):
                    return "closing"
        return None

    def goes_on(self, last: Block, line: Line, block: Block) -> bool:
        """Whether an unmarked line goes on with the paragraph before it."""
        if last.kind in ("table", "formula", "closing", "annex", "letter"):
            return False
        ended = self.ended(last)
        numbered = last.kind in ("item", "point")
        if not line.gap:
            return self.goes_on_below(last, ended, block)
        if line.cut:
            return self.goes_on_behind_page(last, ended, line, block)
        if not ended:
            size = last.pieces[-1].end - last.pieces[0].start
            if block.mood and not numbered:
                return False
            return (numbered or bool(last.mood) or size > _SHORT) and not self.is_heading(line)
        if block.mood:
            return False
        return self.operative and numbered and self.tail(last)[-1:] in _COMMAS

    def goes_on_behind_page(self, last: Block, ended: bool, line: Line, block: Block) -> bool:
        """The same for a line with a page's end and its notes above it.

        Most pages end inside a sentence: there a word that looks like a verb opens nothing, unless
        a capital or what stands before it says so.
        """
        numbered = last.kind in ("item", "point")
        high, end = self.is_high(line), self.tail(last)[-1:]
        if not ended or end.isalnum():  # "…; and"
            size = last.pieces[-1].end - last.pieces[0].start
            whole = last.mood is None and size < _SHORT  # a heading
            return numbered or not (block.mood and (high or whole))
        if block.mood:
            return numbered and self.operative and not high
        if self.is_heading(line):
            return False
        listing = (numbered or bool(last.mood)) and end in _COMMAS  # "to Prevent, ‖ Suppress"
        return listing or ((numbered or end not in ".。؟?!") and not high)

    def goes_on_below(self, last: Block, ended: bool, block: Block) -> bool:
        """The same for a line with no blank line above it, which was not broken by a column."""
        numbered = last.kind in ("item", "point")
        if numbered and self.operative and self.tail(last)[-1:] in _COMMAS:
            return True
        if not self.layout.dense:
            return self.layout.width is not None or not (ended and block.mood)
        if ended or (block.mood and not numbered):
            return False
        return numbered or last.mood is not None

    def ended(self, block: Block) -> bool:
        """Whether a paragraph has come to an end, as far as its last signs say."""
        return self.grammar.ended.search(self.tail(block)) is not None

    def goes_on_in_column(self, last: Block, line: Line, block: Block) -> bool:
        """Whether a line only looks like a beginning because a narrow column broke there."""
        if last.kind not in ("item", "point", "text", "bullet") or block.kind == "table":
            return False
        if block.kind == "item" and self.is_next(block.number or "") and self.parts(last, line):
            return False
        if not (line.gap or self.layout.dense or self.ended(last)):
            return True
        if not self.layout.was_full(last.lines[-1], line):
            return False
        if not self.ended(last):
            return True
        if block.kind == "item":
            return int(block.number or 0) not in (1, self.number + 1)
        if block.kind == "point":
            follows = last.kind == "point" and block.number in _successors(last.number or "")
            return not (block.number in _FIRSTS or follows or last.kind == "point")
        if block.kind != "text" or block.mood is None or not self.layout.dense:
            return block.kind == "text"
        return block.mood == "both" and (self.operative or self.tail(last)[-1:] not in ",，،")

    def is_next(self, number: str) -> bool:
        """Whether a number goes on with the row of paragraphs, or begins another."""
        return int(number) in (1, self.number + 1)

    def parts(self, last: Block, line: Line) -> bool:
        """Whether a numbered line is no line of the paragraph above, though no space parts them.

        Its number stands alone ("3. ‖ We gather"), or what stands above is a heading.
        """
        found = NUMBERED.match(line.head)
        if found is None:
            return True
        above = last.kind == "text" and last.mood is None and not self.ended(last)
        return above and line.head[found.end() : found.end() + 1].isupper()

    def tail(self, last: Block) -> str:
        """The last signs of a paragraph, without its markers."""
        return self.markers.last_signs(self.source, last.pieces)

    def is_heading(self, line: Line) -> bool:
        """A short line without an end: a heading."""
        if self.layout.fills(line):
            return False
        level = self.source.level
        size = line.end - line.start
        limit = 60 if IDEOGRAPH.match(level, line.start) else _SHORT
        tail = self.markers.last_signs(self.source, [Span(line.start, line.end)])
        return size < limit and not self.grammar.ended.search(tail)

    def is_high(self, line: Line) -> bool:
        """Whether a line begins with a capital, in a script that has them."""
        return line.head[:1].isupper()


def _successors(number: str) -> tuple[str, ...]:
    """What may come behind a point's letter or numeral: "c" behind "b", "iii" behind "ii"."""
    after = [chr(ord(number) + 1)] if len(number) == 1 else []
    if number in _ROMANS:
        after.append(_ROMANS[_ROMANS.index(number) + 1])
    return tuple(after)
