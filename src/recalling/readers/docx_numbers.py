"""Automatic paragraph numbers of a DOCX: what Word prints and does not store in the text.

Rules from ECMA-376 part 1, 17.9 (numbering): a paragraph names a list and a level; the level says
format and pattern ("%1.", "(%2)"); a higher level's number starts the lower ones anew. Lists of one
kind go on counting together, but one may say with which number it starts (17.9.26).
"""

from __future__ import annotations

import re

from docx.document import Document as WordFile
from docx.oxml.ns import qn
from lxml import etree

_MOST = 10_000
_MOST_STYLES = 20  # that are based one on another


class Numbering:
    """Counts a document's lists as its paragraphs go by, in order."""

    def __init__(self, word: WordFile) -> None:
        self._levels: dict[tuple[str, int], tuple[str, str, int]] = {}
        self._counts: dict[tuple[str, int], int] = {}
        self._lists: dict[str, str] = {}
        #: with which number a list starts anew at a level; forgotten once it has
        self._restarts: dict[tuple[str, int], int] = {}
        self._styles = {
            style.get(qn("w:styleId")) or "": style
            for style in word.styles.element.iterfind(qn("w:style"))
        }
        part = next(
            (p for p in word.part.package.iter_parts() if str(p.partname) == "/word/numbering.xml"),
            None,
        )
        if part is not None:
            self._read(
                etree.fromstring(
                    part.blob, etree.XMLParser(resolve_entities=False, no_network=True)
                )
            )

    def _read(self, root: etree._Element) -> None:
        for kind in root.iterfind(qn("w:abstractNum")):
            identifier = kind.get(qn("w:abstractNumId")) or ""
            for level in kind.iterfind(qn("w:lvl")):
                depth = int(level.get(qn("w:ilvl")) or 0)
                self._levels[identifier, depth] = (
                    _value(level, qn("w:numFmt")) or "decimal",
                    _value(level, qn("w:lvlText")) or "",
                    int(_value(level, qn("w:start")) or 1),
                )
        for number in root.iterfind(qn("w:num")):
            identifier = number.get(qn("w:numId")) or ""
            self._lists[identifier] = _value(number, qn("w:abstractNumId")) or ""
            for override in number.iterfind(qn("w:lvlOverride")):
                start = _value(override, qn("w:startOverride"))
                if start is not None:
                    depth = int(override.get(qn("w:ilvl")) or 0)
                    self._restarts[identifier, depth] = int(start)

    def _place(self, paragraph: etree._Element) -> etree._Element | None:
        """The list that a paragraph, or the style it follows, names."""
        place = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        style = _value(paragraph, f"{qn('w:pPr')}/{qn('w:pStyle')}")
        for _ in range(_MOST_STYLES):
            if place is not None or style is None or style not in self._styles:
                break
            place = self._styles[style].find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            style = _value(self._styles[style], qn("w:basedOn"))
        return place

    def number_of(self, paragraph: etree._Element) -> str:
        """The number that Word prints before this paragraph, "" when there is none."""
        place = self._place(paragraph)
        if place is None:
            return ""
        identifier = _value(place, qn("w:numId")) or ""
        kind = self._lists.get(identifier, "")
        depth = int(_value(place, qn("w:ilvl")) or 0)
        level = self._levels.get((kind, depth))
        if level is None or level[0] in ("bullet", "none"):
            return ""
        restart = self._restarts.pop((identifier, depth), None)
        at = self._counts.get((kind, depth), level[2] - 1) + 1 if restart is None else restart
        self._counts[kind, depth] = at
        for lower in range(depth + 1, 9):
            self._counts.pop((kind, lower), None)
        return re.sub(r"%(\d)", lambda m: self._shown(kind, int(m[1]) - 1), level[1])

    def _shown(self, kind: str, depth: int) -> str:
        style, _, start = self._levels.get((kind, depth), ("decimal", "", 1))
        return written(self._counts.get((kind, depth), start), style)


def written(number: int, style: str) -> str:
    """A number in one of Word's formats; decimal where the format is none of the usual ones.

    >>> written(4, "lowerRoman"), written(28, "lowerLetter"), written(3, "decimal")
    ('iv', 'bb', '3')
    """
    if not 0 < number < _MOST or style == "decimal":
        return str(number)
    if style in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if style == "lowerLetter" else letter.upper()
    if style in ("lowerRoman", "upperRoman"):
        roman = _roman(number)
        return roman if style == "upperRoman" else roman.lower()
    return str(number)


def _roman(number: int) -> str:
    out = ""
    for value, signs in (
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
        (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ):  # fmt: skip
        out += signs * (number // value)
        number %= value
    return out


def _value(element: etree._Element, path: str) -> str | None:
    found = element.find(path)
    return found.get(qn("w:val")) if found is not None else None
