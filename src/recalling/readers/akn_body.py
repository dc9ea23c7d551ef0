"""Structure of an Akoma Ntoso resolution: which element is which paragraph, under which label.

Follows the United Nations' use of Akoma Ntoso 3.0 (AKN4UN): `preamble/container` is a preambular
paragraph, `mainBody/paragraph` an operative one when it has a `num`, `list/point` a point of it,
`attachments` the annexes, `components` the resolutions of an A-B document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec
from lxml import etree

from recalling.model import Role
from recalling.readers.akn_inline import (
    CELL,
    PlacedNote,
    Words,
    emphasized_share,
    local,
    opens_emphasized,
    parts_of,
    text_of,
    without_head,
    words_of,
)
from recalling.readers.text_lines import is_deeper

#: what stands in a paragraph and is a paragraph of its own
_APART = frozenset(
    {"list", "blockList", "sublist", "table", "embeddedStructure", "num", "point", "subheading",
     "heading", "paragraph", "container", "formula"}
)  # fmt: skip
_HEADING_CLASS = re.compile(r"^_?_?(?:H\d|HCh|HM|H1|H23|H4|H56)")
_NUMBER = re.compile(r"^[^\w]*(\d{1,4})\b")
#: a number that stands in the words because the mark-up has no <num>: "3 - ", "12. ", "(a) ", "a) "
_PRINTED_NUMBER = re.compile(r"(\d{1,3}) ?[-.–]\s+(?=\S)")
_PRINTED_POINT = re.compile(r"(?:\((\w{1,4})|([a-zа-я]|[ivx]{1,4}))\)\s*")
_NO_LETTERS = re.compile(r"[^\w]+")
_NOTE_HEAD = re.compile(r"\(\)\s*")
#: a paragraph that is set apart as a whole and does not end as a sentence does is a heading
_WHOLLY = 0.9
_STOPS = (".", ";", ":", ",", "。", "；", "：", "，", "؛", "،")
_HEADINGS = frozenset({"heading", "subheading", "crossHeading", "inlineHeading"})
#: elements with the words of a paragraph or point
_HOLDERS = frozenset({"content", "intro", "p"})

Parts = list[tuple[str, etree._Element]]
"""The children of an element, each with its name."""


class Block(msgspec.Struct, frozen=True):
    """One paragraph of the mark-up: label, role, the printed number and the words behind it."""

    label: str
    role: Role
    words: Words
    number: str | None = None
    parent: str | None = None
    line: int = 0


class Outliner:
    """Walks one document's body and labels its paragraphs; `blocks` and `notes` fill in order."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.notes: list[Block] = []
        self._labels: dict[str, int] = {}
        self._drafts = 0
        self._start("")

    def _start(self, prefix: str, *, annex: bool = False) -> None:
        """Begin a resolution or annex of its own: counters anew, labels under `prefix`."""
        self.prefix, self.annex = prefix, annex
        self._preambular = self._unnumbered = 0
        self._run, self._last_number = 1, 0
        self._last_numbered: str | None = None
        self._letter: str | None = None  # the open points under it, which the mark-up leaves loose
        self._roman: str | None = None
        self._waiting = ""

    def component(self, letter: str, statement: etree._Element) -> None:
        """Read resolution `letter` of an A-B document."""
        self._start(f"{letter}:")
        self.statement(statement)

    def annexes(self, attachments: Iterable[etree._Element]) -> None:
        """Read the attachments, each under `annexN:`."""
        before = self.prefix
        for index, attachment in enumerate(attachments, 1):
            self._start(f"{before}annex{index}:", annex=True)
            for body in attachment.iter("{*}mainBody"):
                self.body(body)
        self.prefix, self.annex = before, False

    def statement(self, statement: etree._Element) -> None:
        """Read preface, preamble, body and closing lines, in the order in which they stand."""
        for part in statement:
            name = local(part)
            if name == "preface":
                self._preface(part)
            elif name == "preamble" or name == "mainBody":
                self.body(part)
            elif name == "conclusions":
                self._closing(part)
            elif name == "attachments":
                self.annexes(part.iterchildren("{*}attachment"))

    def _preface(self, preface: etree._Element) -> None:
        words = words_of(list(preface))
        if words.text:
            self._add("title", "title", words, preface)

    def _closing(self, conclusions: etree._Element) -> None:
        words = words_of(list(conclusions))
        if words.text:
            self._add("closing", "closing", words, conclusions)

    def body(self, parent: etree._Element) -> None:
        """Read the children of a preamble, body, section or container of paragraphs."""
        for name, child in parts_of(parent):
            if name == "formula":
                self._add("formula", "formula", words_of([child]), child)
            elif name == "container":
                self._container(child)
            elif name == "paragraph":
                self._paragraph(child)
            elif name == "crossHeading" and child.get("refersTo") == "#preamble":
                self._preamble(child, [child])
            elif name in _HEADINGS:
                self._heading(child)
            elif name in ("section", "part", "chapter", "article", "title", "hcontainer"):
                self._section(child)
            elif name == "table":
                self._table(child)
            elif name in ("p", "block"):
                self._unlabelled(child, [child], words_of([child], _APART))
            elif name == "embeddedStructure":
                self._embedded(child)

    def _embedded(self, draft: etree._Element) -> None:
        """A draft that this text recommends to another organ: paragraphs of their own."""
        kept = (self.prefix, self.annex, self._preambular, self._unnumbered, self._run,
                self._last_number, self._last_numbered)  # fmt: skip
        self._drafts += 1
        self._start(f"{self.prefix}draft{self._drafts}:")
        self.body(draft)
        (self.prefix, self.annex, self._preambular, self._unnumbered, self._run,
         self._last_number, self._last_numbered) = kept  # fmt: skip

    def _section(self, section: etree._Element) -> None:
        number = section.find("{*}num")
        if number is not None and section.find("{*}heading") is None:
            self._heading(number)
        self.body(section)

    def _container(self, container: etree._Element) -> None:
        if container.get("name") == "formula":
            self._add("formula", "formula", words_of([container]), container)
            return
        parts = [part for name, part in parts_of(container) if name in _HOLDERS]
        if not parts:
            parts = list(container.iterfind("{*}blockList/{*}listIntroduction"))
        self._preamble(container, parts or [container])

    def _preamble(self, element: etree._Element, parts: list[etree._Element]) -> None:
        words = words_of(parts, _APART)
        if words.text:
            self._preambular += 1
            label = self._add(f"pp{self._preambular}", "pp", words, element)
            self._within(parts_of(element), label, "pp", words)

    def _paragraph(self, paragraph: etree._Element) -> None:
        label: str | None
        parts = parts_of(paragraph)
        printed = _printed_number(parts)
        for name, heading in parts:
            if name in _HEADINGS:
                self._heading(heading)
        holders = [part for name, part in parts if name in _HOLDERS]
        for name, block in parts:
            if name == "list":
                holders += [part for inner, part in parts_of(block) if inner == "intro"]
        words = words_of(holders, _APART)
        counted = _NUMBER.match(printed)
        point = _PRINTED_POINT.fullmatch(printed)
        if counted is not None:
            if not words.text:
                self._waiting = printed  # its words stand in the next paragraph
                return
            label = self._numbered(int(counted[1]), printed, words, paragraph)
        elif point is not None and self._last_numbered is not None:
            self._lettered(point[1] or point[2], printed, words, paragraph)
            label = None
        elif holders and _HEADING_CLASS.match(paragraph.get("class") or ""):
            self._heading(paragraph)
            return
        else:
            label = self._unlabelled(paragraph, holders, words, printed)
        self._within(parts, label, "op" if counted else "para", words)

    def _numbered(self, number: int, printed: str, words: Words, element: etree._Element) -> str:
        """Label a numbered paragraph; a number that does not rise begins a new run."""
        if number <= self._last_number:
            self._run += 1
        self._last_number = number
        self._letter = self._roman = None
        run = f"s{self._run}." if self._run > 1 else ""
        kind = "p" if self.annex else "op"
        self._last_numbered = self._add(f"{run}{kind}{number}", "op", words, element, printed)
        return self._last_numbered

    def _unlabelled(
        self,
        element: etree._Element,
        holders: list[etree._Element],
        words: Words,
        printed: str = "",
    ) -> str | None:
        if not words.text:
            return None
        labelled = self._by_printed_number(element, words)
        if labelled is not None:
            return labelled
        if not words.text.endswith(_STOPS) and emphasized_share(holders, words) > _WHOLLY:
            self._add("heading", "heading", words, element)
            return None
        self._unnumbered += 1
        verb = not self.annex and opens_emphasized(holders)
        stem, role = ("opu", "op") if verb else ("para", "para")
        return self._add(f"{stem}{self._unnumbered}", role, words, element, printed or None)  # type: ignore[arg-type]

    def _by_printed_number(self, element: etree._Element, words: Words) -> str | None:
        """Label of a paragraph whose number stands in its words, None when it has none."""
        number = _PRINTED_NUMBER.match(words.text)
        if number is not None and int(number[1]) in (self._last_number + 1, 1):
            words = without_head(words, number.end())
            return self._numbered(int(number[1]), number[0].strip(), words, element)
        if self._waiting:
            printed, self._waiting = self._waiting, ""
            return self._numbered(int(re.sub(r"\D", "", printed)), printed, words, element)
        point = _PRINTED_POINT.match(words.text)
        if point is not None and self._last_numbered is not None and point.end() < len(words.text):
            words = without_head(words, point.end())
            return self._lettered(point[1] or point[2], point[0].strip(), words, element)
        return None

    def _lettered(
        self, letter: str, printed: str, words: Words, element: etree._Element
    ) -> str | None:
        """Label a point that the mark-up sets beside its paragraph instead of inside it."""
        parent = self._last_numbered
        if parent is None or not words.text:
            return None
        if is_deeper(letter, self._letter, self._roman):
            self._roman, parent = letter, f"{parent}({self._letter})"
        else:
            self._letter, self._roman = letter, None
        name = f"{parent.removeprefix(self.prefix)}({letter})"
        return self._add(name, "op", words, element, printed, parent)

    def _heading(self, element: etree._Element) -> None:
        words = words_of([element], frozenset({"num"}))
        if words.text:
            self._add("heading", "heading", words, element)

    def _within(self, parts: Parts, label: str | None, role: Role, words: Words) -> None:
        """Read points, tables and embedded structures that stand inside a paragraph.

        `words` are the paragraph's: they tell whether anything stands between them.
        """
        for name, inner in parts:
            if name in ("list", "blockList", "sublist"):
                self._points(inner, label, role)
            elif name == "table":
                self._table(inner)
            elif name == "embeddedStructure":
                self._embedded(inner)
            elif words.parted and name in _HOLDERS:
                self._within(parts_of(inner), label, role, words)

    def _points(self, holder: etree._Element, parent: str | None, role: Role) -> None:
        last: str | None = None
        for name, child in parts_of(holder):
            if name in ("point", "item"):
                last = self._point(child, parent, role) or last
            elif name in ("sublist", "list", "blockList"):
                self._points(child, last or parent, role)
            elif name == "table":
                self._table(child)

    def _point(self, point: etree._Element, parent: str | None, role: Role) -> str | None:
        parts = parts_of(point)
        printed = _printed_number(parts)
        letter = _NO_LETTERS.sub("", printed)
        for name, heading in parts:
            if name in _HEADINGS:
                self._heading(heading)
        words = words_of([part for name, part in parts if name in _HOLDERS], _APART)
        label = parent
        if words.text and parent is not None and letter:
            name = f"{parent.removeprefix(self.prefix)}({letter})"
            label = self._add(name, role, words, point, printed, parent)
        elif words.text:
            self._unnumbered += 1
            self._add(f"para{self._unnumbered}", "para", words, point, printed or None)
        self._within(parts, label, role, words)
        return label

    def _table(self, table: etree._Element) -> None:
        for row in table.iter("{*}tr"):
            words = words_of([c for c in row if local(c) in ("td", "th")], joint=CELL)
            if words.text.strip("\t "):
                self._add("table", "table", words, row)

    def _add(
        self, name: str, role: Role, words: Words, element: etree._Element,
        number: str | None = None, parent: str | None = None,
    ) -> str:  # fmt: skip
        label = self._unique(self.prefix + name)
        line = element.sourceline or 0
        self.blocks.append(Block(label, role, words, number, parent, line))
        for note in words.notes:
            self._note(note)
        return label

    def _note(self, note: PlacedNote) -> None:
        label = self._unique(f"{self.prefix}note{note.number}")
        words = words_of(list(note.element) or [note.element])
        empty = _NOTE_HEAD.match(words.text)
        if empty is not None:
            words = without_head(words, empty.end())
        line = note.element.sourceline or 0
        self.notes.append(Block(label, "note", words, note.number, None, line))

    def _unique(self, label: str) -> str:
        seen = self._labels.get(label, 0) + 1
        self._labels[label] = seen
        return label if seen == 1 else f"{label}#{seen}"


def _printed_number(parts: Parts) -> str:
    """What the first <num> among the parts prints, in one line."""
    for name, part in parts:
        if name == "num":
            return text_of(part)
    return ""
