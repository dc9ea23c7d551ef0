"""Words, note calls and editors' links of one Akoma Ntoso paragraph.

The words are those a reader sees: white space collapsed, line ends as spaces, note calls as
superscript signs; what stood where is kept as offsets into them (code points, half-open).
"""

from __future__ import annotations

import re

import msgspec
from lxml import etree

#: signs that mark places while white space is collapsed; XML 1.0 (2.2) allows none of them in text,
#: and what recovery lets through is taken out before (`without_controls`)
_NOTE, _LINK, _END = "\x01", "\x02", "\x03"
#: stands between the cells of a row until the words are placed
CELL = "\x04"
_PLACES = re.compile(f"([{_NOTE}{_LINK}{_END}])")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
#: a note call hugs the word before it, and a space may stand on either side of a mark
_MARKED_SPACE = re.compile(f" ([{_NOTE}{_LINK}{_END}]+) ")
#: verbs are set in italics, in bold in Arabic and Chinese
_EMPHASIS = re.compile("italic|bold")
#: a bracketed call with spaces inside the brackets
_BRACKETED = re.compile(rf"\( ?{_NOTE} ?\)")
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class PlacedNote(msgspec.Struct, frozen=True):
    """A note call: number as the mark-up has it, place of its superscript, and the note itself."""

    number: str
    start: int
    end: int
    element: etree._Element


class PlacedLink(msgspec.Struct, frozen=True):
    """An editors' link and the stretch of words it covers."""

    href: str
    start: int
    end: int


class Words(msgspec.Struct, frozen=True):
    """What one paragraph says, and what stands where in it.

    `parted` tells whether something stood between the words that is a paragraph of its own.
    """

    text: str
    notes: tuple[PlacedNote, ...] = ()
    links: tuple[PlacedLink, ...] = ()
    parted: bool = False


def without_head(words: Words, length: int) -> Words:
    """The same words without their first `length` code points and the spaces behind those."""
    text = words.text[length:].lstrip(" ")
    gone = len(words.text) - len(text)
    return Words(
        text,
        tuple(
            PlacedNote(n.number, n.start - gone, n.end - gone, n.element)
            for n in words.notes
            if n.start >= gone
        ),
        tuple(
            PlacedLink(k.href, k.start - gone, k.end - gone) for k in words.links if k.start >= gone
        ),
        words.parted,
    )


class _Locals(dict[object, str]):
    """Local names by tag: a resolution has thousands of elements and some forty names."""

    def __missing__(self, tag: object) -> str:
        if len(self) > _MOST_NAMES:  # of a hostile file
            self.clear()
        name = tag[tag.rfind("}") + 1 :] if isinstance(tag, str) else ""
        self[tag] = name
        return name


_MOST_NAMES = 4096
_locals = _Locals()


def local(element: etree._Element) -> str:
    """Name of an element without its namespace; empty for what is no element."""
    return _locals[element.tag]


def parts_of(element: etree._Element) -> list[tuple[str, etree._Element]]:
    """The children of an element, each with its name."""
    return [(_locals[child.tag], child) for child in element]


def text_of(element: etree._Element) -> str:
    """All the text in an element, white space collapsed."""
    text = "".join(element.itertext()) if len(element) else element.text
    return " ".join(text.split()) if text else ""


def without_controls(root: etree._Element) -> None:
    """Take control signs out of a tree that the parser's recovery may have let them into."""
    for element in root.iter():
        if element.text and _CONTROLS.search(element.text):
            element.text = _CONTROLS.sub("", element.text)
        if element.tail and _CONTROLS.search(element.tail):
            element.tail = _CONTROLS.sub("", element.tail)


class _Gatherer:
    """Collects pieces of text, notes and links of one paragraph in document order."""

    def __init__(self, apart: frozenset[str]) -> None:
        self.apart = apart
        self.pieces: list[str] = []
        self.notes: list[etree._Element] = []
        self.links: list[str] = []
        self.parted = False

    def take(self, element: etree._Element) -> None:
        """Take what an element holds; the caller takes what stands behind it."""
        pieces = self.pieces
        if element.text:
            pieces.append(element.text)
        for child in element:
            name = _locals[child.tag]
            if name == "authorialNote":
                pieces.append(_NOTE)
                self.notes.append(child)
            elif name == "a":
                self.links.append(child.get("href") or "")
                pieces.append(_LINK)
                self.take(child)
                pieces.append(_END)
            elif name in ("eol", "br"):
                pieces.append(" ")
            elif name in self.apart:
                self.parted = True
            elif name and len(child):
                self.take(child)
            elif name and (text := child.text):
                pieces.append(text)
            if tail := child.tail:
                pieces.append(tail)


_WHITE = "\t\n\r "


def _one_line(text: str) -> str:
    """A text with every run of white space as one space, and none at its ends.

    (Replacing whole strings is ten times faster here than a pattern that stops at each space.)
    """
    text = text.strip(_WHITE)  # the mark-up's own indentation, most of all
    for sign in "\t\n\r":
        if sign in text:
            text = text.replace(sign, " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def words_of(
    elements: list[etree._Element], apart: frozenset[str] = frozenset(), joint: str = " "
) -> Words:
    """The words of one or more elements read as one paragraph.

    `apart` names elements inside them that are paragraphs of their own and are left out.
    """
    gatherer = _Gatherer(apart)
    for number, element in enumerate(elements):
        if number:
            gatherer.pieces.append(joint)
        gatherer.take(element)
    gathered = "".join(gatherer.pieces)
    raw = _one_line(gathered)
    if not gatherer.notes and not gatherer.links:
        return Words(raw.replace(CELL, "\t"), (), (), gatherer.parted)
    if gathered[-1] in _WHITE:
        raw += " "  # it tells that a mark at the end stands apart
    if gatherer.notes:
        raw = _BRACKETED.sub(f"({_NOTE})", raw)
    raw = _MARKED_SPACE.sub(r"\1 ", raw)
    return _placed(raw.strip(" ").replace(CELL, "\t"), gatherer)


def _placed(raw: str, gatherer: _Gatherer) -> Words:
    """The words without the signs for places, and the notes and links that they stood for."""
    notes: list[PlacedNote] = []
    links: list[PlacedLink] = []
    open_links: list[tuple[str, int]] = []
    waiting_notes, waiting_links = iter(gatherer.notes), iter(gatherer.links)
    first, *rest = _PLACES.split(raw)
    pieces, length = [first], len(first)
    for sign, words in zip(rest[::2], rest[1::2], strict=True):
        if sign == _NOTE:
            element = next(waiting_notes)
            number = (element.get("marker") or "").strip()
            call = number.translate(SUPERSCRIPT)
            if pieces[-1].endswith("(") and words.startswith(")"):
                # Arabic texts set the call in brackets, as superscripts of their own
                pieces[-1], words = pieces[-1][:-1], words[1:]
                length -= 1
                call = f"⁽{call}⁾"
            notes.append(PlacedNote(number, length, length + len(call), element))
            pieces.append(call)
            length += len(call)
        elif sign == _LINK:
            open_links.append((next(waiting_links), length))
        else:
            href, start = open_links.pop()
            links.append(PlacedLink(href, start, length))
        pieces.append(words)
        length += len(words)
    return Words("".join(pieces), tuple(notes), tuple(links), gatherer.parted)


def opens_emphasized(elements: list[etree._Element]) -> bool:
    """Whether the first words are set in italics or bold, as a clause verb is."""
    for element in elements:
        if (element.text or "").strip():
            return False
        for child in element:
            name = local(child)
            if name in ("p", "span") and not child.get("class"):
                return opens_emphasized([child])
            if name == "span":
                return "".join(child.itertext()).strip() != "" and bool(
                    _EMPHASIS.search(child.get("class") or "")
                )
            if name and name != "img":
                return False
    return False


def emphasized_share(elements: list[etree._Element], words: Words) -> float:
    """Which share of the words is set in italics or bold: all of it in a heading, say."""
    length = 0
    for element in elements:
        for span in element.iter("{*}span"):
            if _EMPHASIS.search(span.get("class") or ""):
                length += len(_one_line("".join(span.itertext())))
    return length / max(1, len(words.text))
