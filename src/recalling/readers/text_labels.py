"""Labels and roles: which paragraph is `pp3`, `op4(b)`, `annex1:p2`.

Labels follow the usage by which others point into resolutions: preambular paragraphs are counted,
operative ones have their printed number, a second run of numbers is `s2`, the parts of an A-B
document and annexes stand before a colon.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from string import ascii_uppercase

from recalling.model import Organ, Role, Span
from recalling.readers.text_body import Block
from recalling.readers.text_grammar import Structure
from recalling.readers.text_lines import is_deeper
from recalling.readers.text_notes import Markers
from recalling.text import CJK, Source


@dataclass(slots=True)
class Labelled:
    """A paragraph with its label, still as stretches of the text."""

    label: str
    role: Role
    pieces: list[Span]
    number: str | None = None
    parent: str | None = None
    tight: frozenset[int] = frozenset()


@dataclass(slots=True)
class Scope:
    """Counters of one part of a document: the resolution, its part B, its annex."""

    prefix: str = ""
    annex: bool = False
    pp: int = 0
    loose: int = 0
    run: int = 1
    last: int = 0
    item: str | None = None
    leader: str | None = None
    letter: str | None = None
    roman: str | None = None
    begun: bool = False
    items_here: bool = False
    quotes: bool = False  # "Adopts the following declaration:" was said


class Labeller:
    """Gives every block its label; one instance labels one document."""

    def __init__(
        self,
        source: Source,
        grammar: Structure,
        markers: Markers,
        *,
        decision: bool,
        titled: bool,
    ) -> None:
        self.source = source
        self.markers = markers
        self.grammar = grammar
        self.decision = decision
        self.blocks: list[Block] = []
        self.ahead: list[bool] = []
        self.at = 0
        self.scope = Scope()
        self.made: list[Labelled] = []
        self.used: Counter[str] = Counter({"title": int(titled)})
        self.lettered = False
        self.titling: Labelled | None = None
        self.speaker: Organ | None = None
        self.drafts = 0

    def read(self, blocks: list[Block]) -> list[Labelled]:
        """All paragraphs with labels, in order of place."""
        self.blocks = blocks
        self.ahead = self.preamble_ahead()
        spoken = any(block.kind == "formula" for block in blocks)
        self.scope.begun = not spoken and any(block.mood in ("pp", "both") for block in blocks)
        parts = {place for place in range(len(blocks)) if self.begins_part(place)}
        first = min(parts, default=0)
        before = self.letter_before(blocks[first]) if first else None
        self.lettered = len(parts) > 1 or before is not None
        if before is not None:
            self.scope.prefix = f"{before}:"
        for place, block in enumerate(blocks):
            self.at = place
            following = blocks[place + 1] if place + 1 < len(blocks) else None
            if block.kind == "letter" or place in parts:
                self.part(block, place in parts)
            elif block.kind == "annex":
                self.annex(block)
            elif self.titling is not None and self.is_title(block, following):
                self.titling.pieces.extend(block.pieces)
            else:
                self.titling = None
                getattr(self, block.kind)(block, following)
        return self.made

    def add(self, label: str, role: Role, block: Block, parent: str | None = None) -> Labelled:
        """A paragraph under its label, with `#2` when the label is taken."""
        label = self.scope.prefix + label
        self.used[label] += 1
        if self.used[label] > 1:
            label = f"{label}#{self.used[label]}"
        made = Labelled(
            label, role, list(block.pieces), block.number, parent, frozenset(block.tight)
        )
        self.made.append(made)
        return made

    def begins_part(self, place: int) -> bool:
        """Whether a letter on a line of its own begins part B.

        It does when it follows the title or a closing, or when the speaker's name follows it. With
        its title on the same line ("B Income estimates") the speaker's name must follow at once;
        a line with a number or symbol is a note that ran into the letter (A/RES/75/257 B, Arabic).
        """
        if self.blocks[place].kind == "text":
            behind = [block.kind for block in self.blocks[place + 1 : place + 2]]
            lettered = self.letter_of(self.blocks[place]) is not None
            return behind == ["formula"] and lettered and "/" not in self.blocks[place].line
        if self.blocks[place].kind != "letter":
            return False
        if place == 0 or self.blocks[place - 1].kind == "closing":
            return True
        return any(block.kind == "formula" for block in self.blocks[place + 1 : place + 3])

    def letter_before(self, block: Block) -> str | None:
        """The letter of the part that ends where part B or C begins, though it was not printed.

        A letter that ran into the title or the first line is none that a reader can see:
        A/DEC/76/548 in Arabic begins with part B and names only C.
        """
        letters = list(self.grammar.letters.values()) or list(ascii_uppercase)
        letter = self.letter_of(block)
        place = letters.index(letter) if letter in letters else 0
        return letters[place - 1] if place else None

    def letter_of(self, block: Block) -> str | None:
        """The letter at the beginning of a line: "B", "B. Income estimates", "باء"."""
        found = _PART.match(block.line)
        letter = found[0] if found else ""
        if letter in self.grammar.letters:
            return self.grammar.letters[letter]
        return letter if len(letter) == 1 and letter.isupper() else None

    def part(self, block: Block, begins: bool) -> None:
        """A letter on a line of its own: part B begins, or the heading of a section."""
        if not begins:
            self.heading(block)
            return
        if self.lettered:
            self.scope = Scope(prefix=f"{self.letter_of(block) or block.line}:")
        self.titling = self.add("title", "title", block)

    def is_title(self, block: Block, following: Block | None) -> bool:
        """Whether a text behind a part's letter is its title."""
        del following
        return block.kind == "text" and not self.ended(block)

    def annex(self, block: Block) -> None:
        """An annex begins, or goes on with its next one."""
        if not self.scope.annex:
            self.scope = Scope(prefix="annex1:", annex=True)
        self.add("heading", "heading", block)

    def formula(self, block: Block, following: Block | None) -> None:
        """The speaker's name before the preamble.

        Another speaker behind "Recommends … the following draft resolution:" begins the draft,
        which has paragraphs of its own.
        """
        del following
        speaker = self.grammar.speaker(block.line)
        above = self.blocks[self.at - 1] if self.at else block
        if self.speaker not in (None, speaker) and self.end(above) in ":：":
            self.drafts += 1
            self.scope = Scope(prefix=f"draft{self.drafts}:")
        else:
            self.speaker = speaker
        self.add("formula", "formula", block)
        self.scope.begun = True

    def closing(self, block: Block, following: Block | None) -> None:
        """The meeting and date at the end; what comes behind it is an annex."""
        self.add("closing", "closing", block)
        if following is not None and following.kind not in (
            "letter",
            "annex",
            "formula",
            "closing",
        ):
            self.scope = Scope(prefix="annex1:", annex=True)

    def table(self, block: Block, following: Block | None) -> None:
        """One row of a table."""
        del following
        self.add("table", "table", block)

    def item(self, block: Block, following: Block | None) -> None:
        """A numbered paragraph."""
        del following
        scope = self.scope
        number = int(block.number or 0)
        if number <= scope.last and self.used[scope.prefix + self.name(number)]:
            scope.run += 1
        scope.last = number
        scope.items_here = True
        scope.letter = scope.roman = None
        made = self.add(self.name(number), "op", block)
        scope.item = made.label.removeprefix(scope.prefix)
        scope.leader = made.label

    def name(self, number: int) -> str:
        """The label of a numbered paragraph in the run of numbers that is open."""
        run = f"s{self.scope.run}." if self.scope.run > 1 else ""
        return f"{run}{'p' if self.scope.annex else 'op'}{number}"

    def point(self, block: Block, following: Block | None) -> None:
        """A point under a numbered paragraph, or under a preambular one."""
        scope = self.scope
        token = self.printed(block)
        if self.is_point_heading(block, following):
            self.add("heading", "heading", block)
            return
        if scope.item is None:
            self.loose(block, following)
            return
        deep = is_deeper(token, scope.letter, scope.roman)
        role: Role = "pp" if scope.item.startswith("pp") else "op"
        if deep and scope.letter is not None:
            scope.roman = token
            upper = f"{scope.item}({scope.letter})"
            self.add(f"{upper}({token})", role, block, scope.prefix + upper)
        else:
            scope.letter, scope.roman = token, None
            self.add(f"{scope.item}({token})", role, block, scope.leader)

    def is_point_heading(self, block: Block, following: Block | None) -> bool:
        """Whether a point only names what the numbered paragraphs below it are about."""
        if self.scope.annex or following is None or following.kind != "item":
            return False
        return not self.ended(block) and self.size(block) <= _LINE

    def printed(self, block: Block) -> str:
        """A point's letter as printed: "هـ" with the stroke by which it differs from a digit."""
        start = block.pieces[0].start
        letter = self.source.text[start : start + _LETTER].partition(")")[0].strip(_AROUND)
        bare = unicodedata.normalize("NFKC", letter).rstrip("\u0640")
        return letter if bare == block.number else block.number or ""

    def bullet(self, block: Block, following: Block | None) -> None:
        """A line with a bullet."""
        self.loose(block, following)

    def loose(self, block: Block, following: Block | None) -> None:
        """A paragraph without a number that is neither preambular nor operative."""
        del following
        self.scope.loose += 1
        self.add(f"para{self.scope.loose}", "para", block)

    def text(self, block: Block, following: Block | None) -> None:
        """A paragraph that only its words and its end tell apart."""
        scope = self.scope
        end = self.end(block)
        if self.decision or scope.annex or not scope.begun:
            if self.ended(block) or self.decision:
                self.loose(block, following)
            else:
                self.heading(block)
        elif end in _ENDS and (self.is_legend(block) or self.is_tail(block)):
            self.loose(block, following)
        elif self.is_preambular(block, end):
            scope.pp += 1
            made = self.add(f"pp{scope.pp}", "pp", block)
            scope.leader = made.label
            scope.item = made.label.removeprefix(scope.prefix)
            scope.letter = scope.roman = None
        elif end not in _ENDS:
            self.heading(block)
        else:
            self.unnumbered(block, following)

    def is_legend(self, block: Block) -> bool:
        """Whether a paragraph explains the table above it: "Abbreviations: GS, General Service"."""
        above = self.blocks[self.at - 1].kind if self.at else ""
        return above == "table" and block.mood is None

    def is_tail(self, block: Block) -> bool:
        """Whether a sentence goes on behind its points: "and in the commitments therein,".

        With a verb of its own ("and stressing the need") it is another paragraph.
        """
        above = self.blocks[self.at - 1].kind if self.at else ""
        opened = (block.mood or block.joined) is not None
        opened = opened or self.source.level[block.pieces[0].start].isupper()
        return above == "point" and (self.scope.item or "").startswith("pp") and not opened

    def is_preambular(self, block: Block, end: str) -> bool:
        """Whether an unnumbered paragraph belongs to the preamble."""
        if self.scope.items_here:
            return block.mood == "pp" and end in ",，،"
        if end not in _ENDS:
            return block.mood == "pp" and self.size(block) > _LINE
        if block.mood == "pp":
            return True
        if end in ",，،":  # "Approves …," before a heading is a decision for all its comma
            quoted = block.mood is None and self.scope.quotes  # "We, heads of State,"
            return not quoted and (block.mood != "op" or self.goes_on())
        if block.mood is None and self.scope.last:  # "a Members in level H have a discount."
            return False
        return block.mood != "op" and self.before_preamble_ends(end)

    def goes_on(self) -> bool:
        """Whether more of the preamble, or the first number behind it, follows a paragraph."""
        return self.ahead[self.at + 1 : self.at + 2] == [True]

    def size(self, block: Block) -> int:
        """Code points from a paragraph's beginning to its end."""
        return block.pieces[-1].end - block.pieces[0].start

    def heading(self, block: Block) -> None:
        """A heading: a new section begins, which may have a preamble of its own."""
        self.add("heading", "heading", block)
        self.scope.items_here = False

    def before_preamble_ends(self, end: str) -> bool:
        """Whether a paragraph that ends like an operative one still belongs to the preamble.

        It does when more of the preamble follows it or its points, or these end with commas.
        """
        block = self.blocks[self.at]
        place, pointed = self.at + 1, ""
        while place < len(self.blocks) and self.blocks[place].kind in ("point", "bullet"):
            pointed = pointed or self.end(self.blocks[place])
            place += 1
        commas = bool(pointed) and pointed in ",，،"
        behind = self.blocks[place] if place < len(self.blocks) else block
        if pointed and behind.mood in ("pp", "both") and self.end(behind) in ",，،":
            return True
        if pointed and (end in ":：" or self.ahead[place : place + 1] != [True]):
            return commas
        if pointed and self.blocks[place].kind == "item":
            return commas
        return self.ahead[place : place + 1] == [True]

    def preamble_ahead(self) -> list[bool]:
        """For each block, whether more of a preamble or its first number begins there or behind."""
        ahead = [False] * len(self.blocks)
        follows = False
        for place in range(len(self.blocks) - 1, -1, -1):
            block = self.blocks[place]
            if block.kind == "text":
                end = self.end(block)
                follows = end in ",，،" or (end in _ENDS and follows)
            elif block.kind not in ("point", "bullet"):
                follows = block.kind == "item"
            ahead[place] = follows
        return ahead

    def unnumbered(self, block: Block, following: Block | None) -> None:
        """An operative paragraph that is printed without a number."""
        # "the results of monitoring under paragraph 28," is one of a list
        listed = self.scope.items_here and self.end(block) in ",，،"
        # "and further requests …;" behind its points (S/RES/2612(2021), op55)
        opened = (block.mood is not None or block.joined == "op") and not listed
        if opened or (self.scope.last == 0 and not self.scope.quotes):
            self.scope.quotes = self.end(block) in ":："
            self.scope.loose += 1
            made = self.add(f"opu{self.scope.loose}", "op", block)
            self.scope.leader = made.label
            if self.scope.item is not None and self.scope.item.startswith("pp"):
                self.scope.item = None
        else:
            self.loose(block, following)

    def end(self, block: Block) -> str:
        """The last sign of a paragraph, its markers and closing quotes left out."""
        signs = self.markers.last_signs(self.source, block.pieces).rstrip(_TRAIL)
        return signs[-1:] or " "

    def ended(self, block: Block) -> bool:
        """Whether a paragraph ends as sentences do."""
        return self.end(block) in _ENDS


_ENDS = ".;:,!?。；：，！？؛،؟"
_LINE = 80  # a heading is shorter
_PART = re.compile(rf"[^\W\d_](?=[{CJK}])|[^\W\d_]{{1,8}}(?=\.? |$)")
_LETTER = 12  # code points: a point's letter with its brackets and marks of direction
_AROUND = " \u00a0(\u200e\u200f\u202a-\u202e"
_TRAIL = ' \u00a0⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾”»“"’)]》」*\u200f\u200e'
