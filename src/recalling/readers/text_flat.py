"""A text without line ends: one line parted into the lines that a page would have.

What a web page or a table's cell keeps of a resolution is often one line: cover, title, speaker and
paragraphs one behind the other. Where it is parted is told by its words: the title's number, the
speaker's name, the verb behind a comma, the next paragraph's number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from recalling.readers.text_grammar import Structure
from recalling.readers.text_lines import Line, plain_head
from recalling.readers.text_verbs import Openings
from recalling.text import Source

_LONG = 100  # a speaker's own line is never so long
_HEAD = 80
_TITLE = re.compile(r" (?=(?:ES-|S-)?\d{1,4}/\d{1,4}(?: ?[A-Z])? ?[.．\-–—] ?[^\W\d])")
#: behind these a paragraph may begin
_ENDS = re.compile(r"[,;:.，；：。،؛]\s*(?=\S)")
_NUMBER = re.compile(r"(\d{1,3}) ?(?:[.．、]|[-–—](?= )) ?(?=[^\W\d])")


def unfold(source: Source, lines: list[Line], grammar: Structure, verbs: Openings) -> list[Line]:
    """The lines of a text; a line that the speaker begins to speak in is parted.

    Lines of a text whose speaker stands on a line of its own are left as they are.
    """
    if any(grammar.formula.match(line.head) for line in lines):
        return lines
    for place, line in enumerate(lines):
        if line.end - line.start < _LONG:
            continue
        for spoken in grammar.spoken.finditer(source.level, line.start, line.end):
            if verbs.opens(source.level[spoken.end() : spoken.end() + _HEAD]):
                cuts = [*_cover(source.level, line.start, spoken.start(), grammar), spoken.start()]
                cuts += [spoken.end(), *_body(source.level, spoken.end(), line.end, grammar, verbs)]
                return [*lines[:place], *_parted(source, line, cuts), *lines[place + 1 :]]
    return lines


def _cover(level: str, start: int, end: int, grammar: Structure) -> list[int]:
    """Where the line begins that tells the adoption, and the title, the last before the speaker."""
    titles = [match.end() for match in _TITLE.finditer(level, start, end)][-1:]
    told = grammar.adopted.search(level, start, titles[0] if titles else end)
    return [told.start(), *titles] if told else titles


def _body(level: str, start: int, end: int, grammar: Structure, verbs: Openings) -> Iterator[int]:
    """Where paragraphs begin: at a verb of the preamble, then at the numbers of the others."""
    number = 0
    for stop in _ENDS.finditer(level, start, end):
        at = stop.end()
        head = level[at : at + _HEAD]
        numbered = _NUMBER.match(head)
        if numbered:
            if int(numbered[1]) == number + 1 and verbs.opens(head[numbered.end() :]):
                number += 1
                yield at
        elif (level[stop.start()] in ".。" and grammar.meeting.match(head)) or (
            not number and verbs.mood(head) in ("pp", "both")
        ):
            yield at


def _parted(source: Source, line: Line, cuts: list[int]) -> Iterator[Line]:
    edges = [line.start, *cuts, line.end]
    for start, end in pairwise(edges):
        body = source.level[start:end].rstrip()
        if body:
            yield Line(start, start + len(body), True, plain_head(body), line.tabbed)
