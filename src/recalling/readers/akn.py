"""Akoma Ntoso for the United Nations (AKN4UN): structure and metadata from the mark-up.

Rules come from Akoma Ntoso 3.0 (OASIS LegalDocML) as the UN uses it: the FRBR block, the cover
page, preface, preamble, main body, conclusions, attachments, `authorialNote`. The text into which
offsets point is the plain text made here: one paragraph a block, notes gathered at the end.

Files come from outside and are hostile until shown otherwise: no entities, no network, bounded
size. What is not well-formed is read up to the place of the fault and marked as such.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import msgspec
from lxml import etree

from recalling.model import LANGUAGES, Document, Language, Link, Marker, Paragraph, Span
from recalling.model.errors import InputError, NotAResolution
from recalling.readers.akn_body import Block, Outliner
from recalling.readers.akn_cover import (
    Heads,
    cover_lines,
    day_of_adoption,
    place_drafts,
    read_cover,
    symbol_of_link,
)
from recalling.readers.akn_inline import SUPERSCRIPT, local, without_controls
from recalling.readers.language import recognise_language
from recalling.text import Source, mend, read_source

#: the largest official file has 3 MB; what is far beyond is no resolution
LARGEST = 64 * 1024 * 1024

_ENOUGH = 1_500  # code points: the cover, the title and the first paragraphs

_Fault = tuple[int, int, str]  # line and column, from 1, and what the parser says of it

_LANGUAGE: dict[str, Language] = {
    "ara": "ar", "zho": "zh", "chi": "zh", "eng": "en", "fra": "fr", "fre": "fr", "rus": "ru",
    "spa": "es",
}  # fmt: skip


def read(
    data: bytes, name: str, *, language: Language | None = None, symbol: str | None = None
) -> Document:
    """Read one Akoma Ntoso file.

    `data` is the file's content, `name` its name for messages. Language and symbol are taken from
    the mark-up unless given. Raises InputError for what is no XML, declares entities or is too
    large, NotAResolution for other XML and for languages other than the six.
    """
    root, fault = _parse(data, name)
    trouble = [] if fault is None else [_fault_sentence(fault)]
    try:
        statements = _statements(root, name)
    except NotAResolution as error:
        if fault is None:
            raise
        raise _nothing_before(name, fault) from error
    heads = Heads(root)
    cover, cover_trouble = read_cover(heads, symbol)
    outliner = Outliner()
    lines = cover_lines(heads)
    for letter, statement in statements:
        if letter:
            outliner.component(letter, statement)
        else:
            outliner.statement(statement)
    blocks = outliner.blocks + outliner.notes
    if fault is not None:
        blocks = [b for b in blocks if b.line < fault[0]]
    if not blocks and fault is not None:
        raise _nothing_before(name, fault)
    if not blocks:
        raise NotAResolution(f"{name}: the mark-up holds no paragraphs; expected a resolution")
    text, covers, placed = _lay_out(lines, blocks)
    if language is None:
        language = _language(heads, text, name, trouble)
    cover = msgspec.structs.replace(
        cover,
        adopted=day_of_adoption(heads, language),
        drafts=place_drafts(heads, text, covers[-1].end if covers else 0),
    )
    return Document(
        name=name,
        text=text,
        language=language,
        cover=cover,
        paragraphs=tuple(_paragraphs(read_source(text), covers, placed)),
        links=tuple(_links(placed)),
        media_type="application/akn+xml",
        digest=hashlib.sha256(data).hexdigest(),
        trouble=(*trouble, *cover_trouble),
    )


def _parse(data: bytes, name: str) -> tuple[etree._Element, _Fault | None]:
    """The root, and the fault where the file is not well-formed."""
    if len(data) > LARGEST:
        raise InputError(
            f"{name}: {len(data) >> 20} MB of XML; no resolution has more than {LARGEST >> 20} MB"
        )
    _refuse_declarations(b"<!DOCTYPE" in data or b"<!ENTITY" in data, name)
    options = {
        "resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False,
        "remove_comments": True, "remove_pis": True,
    }  # fmt: skip
    try:
        root = etree.fromstring(data, etree.XMLParser(**options))
        _refuse_declarations(root.getroottree().docinfo.internalDTD is not None, name)
        return root, None
    except etree.XMLSyntaxError as error:
        line, column = error.position
        fault = (line, column, error.msg.split(", line")[0] if error.msg else "unknown fault")
    except ValueError as error:
        raise InputError(f"{name}: no XML that can be read ({error})") from error
    try:
        root = etree.fromstring(data, etree.XMLParser(recover=True, **options))
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        raise _nothing_before(name, fault)
    _refuse_declarations(root.getroottree().docinfo.internalDTD is not None, name)
    without_controls(root)
    return root, fault


def _refuse_declarations(declared: bool, name: str) -> None:
    """Raise InputError where a file declares anything; the bytes do not tell in UTF-16."""
    if declared:
        raise InputError(
            f"{name}: the XML declares a document type or entities, which Recalling does not read; "
            "remove the declaration and try again"
        )


def _fault_sentence(fault: _Fault) -> str:
    line, column, message = fault
    return (
        f"line {line}, column {column}: not well-formed ({message}); "
        "only what stands before that place was read"
    )


def _nothing_before(name: str, fault: _Fault) -> InputError:
    line, column, message = fault
    return InputError(
        f"{name}, line {line}, column {column}: not well-formed ({message}), and no "
        "paragraph stands on the lines before; mend the file, or give the text"
    )


def _statements(root: etree._Element, name: str) -> list[tuple[str, etree._Element]]:
    """The resolutions in a file: one without a letter, or those of an A-B document."""
    if local(root) != "akomaNtoso":
        raise NotAResolution(
            f"{name}: XML with the root <{local(root)}>; expected Akoma Ntoso (<akomaNtoso>)"
        )
    components = [
        statement
        for holder in root.iter("{*}components")
        for statement in holder.iterfind("{*}component/{*}statement")
    ]
    main = root.find("{*}statement")
    collection = root.find("{*}documentCollection")
    head = main if main is not None else collection
    if head is None:
        raise NotAResolution(f"{name}: Akoma Ntoso without a <statement>; expected a resolution")
    if not components:
        return [("", head)]
    letters = [(_letter(s) or _place_name(s, i), s) for i, s in enumerate(components)]
    return [("", head), *letters] if head.find("{*}preface") is not None else letters


def _place_name(statement: etree._Element, index: int) -> str:
    """A resolution of an A-B document without a letter, or a draft recommended to another organ."""
    draft = (statement.get("name") or "").startswith("draft")
    return f"draft{index + 1}" if draft else chr(ord("A") + index)


def _letter(statement: etree._Element) -> str | None:
    for number in statement.iterfind("{*}preface//{*}docNumber"):
        printed = "".join(number.itertext()).strip(" .\t\n")
        if number.get("refersTo") == "#letter" and 0 < len(printed) <= 4:
            return printed
    return None


def _language(heads: Heads, text: str, name: str, trouble: list[str]) -> Language:
    """The language that the file says it is in, unless its words say another.

    A wrong mark is reported in `trouble`: `75_274_C.xml` is Chinese and marked as Spanish.
    """
    code = next(
        (e.get("language", "").lower() for e in heads.find("FRBRlanguage", "meta")), "nothing"
    )
    marked = _LANGUAGE.get(code, code if code in LANGUAGES else None)
    try:
        spoken = recognise_language(text[:_ENOUGH], name)
        if spoken != marked:  # the cover may be in English
            spoken = recognise_language(text, name)
    except NotAResolution:
        if marked is not None:
            return marked
        raise NotAResolution(
            f"{name}: its language is marked {code!r}; Recalling reads ar, zh, en, fr, ru and es"
        ) from None
    if spoken != marked:
        trouble.append(
            f"the file is marked as {code!r} and its words are in {spoken!r}; "
            f"it was read as {spoken!r}"
        )
    return spoken


class _Placed(msgspec.Struct, frozen=True):
    """A block and where its words stand in the text made here."""

    block: Block
    begin: int
    start: int
    end: int


def _lay_out(lines: list[str], blocks: list[Block]) -> tuple[str, list[Span], list[_Placed]]:
    """Set cover lines and blocks one under the other; every span points into the result."""
    pieces: list[str] = []
    covers: list[Span] = []
    placed: list[_Placed] = []
    at = 0
    for line in lines:
        covers.append(Span(at, at + len(line)))
        pieces += (line, "\n")
        at += len(line) + 1
    if lines:
        pieces.append("\n")
        at += 1
    for block in blocks:
        head = _head(block)
        pieces += (head, block.words.text, "\n\n")
        start = at + len(head)
        end = start + len(block.words.text)
        placed.append(_Placed(block, at, start, end))
        at = end + 2
    return "".join(pieces).rstrip("\n") + "\n", covers, placed


def _head(block: Block) -> str:
    """What is printed before the words: the paragraph's number or the note's superscript."""
    if not block.number:
        return ""
    number = block.number.translate(SUPERSCRIPT) if block.role == "note" else block.number
    return f"{number} "


def _paragraphs(source: Source, covers: list[Span], placed: list[_Placed]) -> Iterator[Paragraph]:
    for number, span in enumerate(covers, 1):
        label = "cover" if number == 1 else f"cover#{number}"
        yield Paragraph(label, "cover", span, mend(source, (span,))[0])
    notes = {place.block.label for place in placed if place.block.role == "note"}
    for place in placed:
        block = place.block
        printed = [n for n in block.words.notes if n.end > n.start]
        calls = [Span(place.start + n.start, place.start + n.end) for n in printed]
        flow, offsets = mend(source, (Span(place.start, place.end),), calls)
        called = [_called(block.label, n.number, notes) for n in printed]
        yield Paragraph(
            block.label, block.role, Span(place.begin, place.end), flow,
            tuple(map(Marker, called, offsets, calls)), block.parent, block.number,
        )  # fmt: skip


def _called(label: str, number: str, notes: set[str]) -> str:
    """The label of the note that a marker in a paragraph calls: its own part's, else the text's."""
    prefix = label
    while prefix:
        prefix = prefix.rpartition(":")[0]
        own = f"{prefix}:note{number}" if prefix else f"note{number}"
        if own in notes:
            return own
    return f"note{number}"


def _links(placed: list[_Placed]) -> Iterator[Link]:
    for place in placed:
        for link in place.block.words.links:
            span = Span(place.start + link.start, place.start + link.end)
            yield Link(span, link.href, symbol_of_link(link.href), place.block.label)
