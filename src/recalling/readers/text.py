"""Plain text and Markdown: structure recovered from the text alone."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from itertools import product

from recalling.model import Document, Language, Marker, Paragraph, Span
from recalling.model.errors import NotAResolution
from recalling.readers.language import recognise_language
from recalling.readers.text_body import Assembler
from recalling.readers.text_cover import BARE_TITLE, OWN, TITLE, CoverReader
from recalling.readers.text_flat import unfold
from recalling.readers.text_grammar import Structure, structure
from recalling.readers.text_labels import Labelled, Labeller
from recalling.readers.text_layout import Layout
from recalling.readers.text_lines import Line, read_lines
from recalling.readers.text_notes import Markers, Note, split_notes
from recalling.readers.text_verbs import Openings, openings
from recalling.text import INVISIBLE, Source, mend, read_source

_SEEN = re.compile(rf"[^\s\0{INVISIBLE}]")
_OWN_LAST = re.compile(rf"(?<=\s)(?:{OWN.pattern})$")  # "United Nations A/RES/80/7"
_WORDS = 20  # code points: what is shorter may be a word on the cover, like "决定"


def read_text(
    text: str, name: str, language: Language | None = None, symbol: str | None = None
) -> Document:
    """Recover a resolution or decision from its text.

    `name` is the file's name, for messages; `language` and `symbol` are recognised when not
    given. All offsets of the result are code points of `text`. Raises NotAResolution when the
    text is in no known language or nothing in it looks like a resolution or decision.
    """
    if _SEEN.search(text) is None:
        raise NotAResolution(f"{name}: the text is empty; give the text of a resolution")
    language = language or recognise_language(text, name)
    source = read_source(text)
    grammar = structure(language)
    verbs = openings(language)
    every = unfold(source, read_lines(source), grammar, verbs)
    layout = Layout(source, every)
    lines, notes, markers = split_notes(source, every, layout, grammar)
    cover, title, body = part_cover(source, lines, grammar, layout, verbs)
    plain_cover = [(mend(source, [span])[0].text, span) for span in cover]
    decision = is_decision(plain_cover, symbol, grammar)
    running = heads(plain_cover, title, source)
    blocks = Assembler(source, grammar, verbs, layout, markers, running).read(body)
    speaker = next((grammar.speaker(b.line) for b in blocks if b.kind == "formula"), None)
    if not title and speaker is None and not any(OWN.match(line) for line, _ in plain_cover):
        raise NotAResolution(
            f"{name}: nothing in the text says that it is a resolution or decision "
            "(no title with a number, no “The General Assembly,”); "
            "give the whole text, cover included"
        )
    labelled = Labeller(
        source, grammar, markers, decision=decision and speaker is None, titled=bool(title)
    ).read(blocks)
    title_text = mend(source, title)[0].text if title else None
    closing = " ".join(mend(source, p.pieces)[0].text for p in labelled if p.role == "closing")
    data = CoverReader(source, grammar).read(plain_cover, title_text, speaker, closing, symbol)
    head = [
        Labelled(numbered("cover", place), "cover", [span]) for place, span in enumerate(cover, 1)
    ]
    if title:
        head.append(Labelled("title", "title", title))
    return Document(
        name=name,
        text=text,
        language=language,
        cover=data,
        paragraphs=finish(source, head + labelled, notes, markers),
        digest=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
    )


def heads(cover: list[tuple[str, Span]], title: list[Span], source: Source) -> frozenset[str]:
    """What pages print again at their tops: the symbol, the title."""
    own = {line for line, _ in cover if OWN.match(line)}
    own |= {found[0] for line, _ in cover if (found := _OWN_LAST.search(line))}
    if not title:
        return frozenset(own)
    plain = mend(source, title)[0].text
    numbered_title = TITLE.match(plain)
    bare = {numbered_title["title"].strip()} if numbered_title else set()
    both = {f"{one} {other}" for one, other in (*product(own, bare), *product(bare, own))}
    return frozenset(own | both | bare | {plain})


def numbered(label: str, place: int) -> str:
    """A label with its number: `cover`, `cover#2`, `cover#3`."""
    return label if place == 1 else f"{label}#{place}"


def is_decision(cover: list[tuple[str, Span]], symbol: str | None, grammar: Structure) -> bool:
    """Whether the cover or the given symbol says that this is a decision."""
    if symbol is not None:
        return "/DEC/" in symbol
    return any(line in grammar.file.decision or "/DEC/" in line[:12] for line, _ in cover)


def part_cover(
    source: Source, lines: list[Line], grammar: Structure, layout: Layout, verbs: Openings
) -> tuple[list[Span], list[Span], list[Line]]:
    """Part a document into its cover's lines, its title and the lines of its body."""
    cover: list[Span] = []
    title: list[Span] = []
    for place, line in enumerate(lines):
        plain = (
            mend(source, [Span(line.start, line.end)])[0].text
            if line.end - line.start < 1500
            else ""
        )
        formula = grammar.formula.match(plain)
        # without comma it may be the cover's organ
        if formula and (title or formula["comma"] or _speaks(lines, place, verbs)):
            return cover, title, lines[place:]
        if title:
            short = len(plain) == 1 or plain in grammar.letters
            ended = layout.dense and not layout.was_full(lines[place - 1], line)
            if line.gap or short or ended:
                return cover, title, lines[place:]
            title.append(Span(line.start, line.end))
            continue
        follows = place + 1 < len(lines) and not lines[place + 1].gap
        numbered_title = TITLE.match(plain) or (follows and BARE_TITLE.match(plain))
        if numbered_title or grammar.statement.match(plain):
            title = [Span(line.start, line.end)]
            continue
        cover.append(Span(line.start, line.end))
    if title:
        return cover, title, []
    # no speaker is named (S/RES/2573 (2021) in English): the first verb begins the body
    begins = (n for n, line in enumerate(lines) if line.gap and verbs.opens(line.head))
    place = next(begins, len(lines))
    return cover[:place], title, lines[place:]


def _speaks(lines: list[Line], place: int, verbs: Openings) -> bool:
    """Whether a sentence with a verb stands below, as it does below the speaker's name."""
    below = lines[place + 1] if place + 1 < len(lines) else None
    return (
        below is not None
        and below.gap
        and below.end - below.start > _WORDS
        and verbs.opens(below.head)
    )


def finish(
    source: Source, labelled: list[Labelled], notes: list[Note], found: Markers
) -> tuple[Paragraph, ...]:
    """Paragraphs with their flows and markers, then the footnotes under their labels."""
    paragraphs: list[Paragraph] = []
    called: dict[str, list[str]] = {}
    for each in labelled:
        marks = found.within(each.pieces) if each.role != "cover" else []
        flow, places = mend(source, each.pieces, [span for _, span in marks], each.tight)
        scope = each.label.rpartition(":")[0]
        markers = []
        for (number, span), at in zip(marks, places, strict=True):
            scopes = called.setdefault(number, [])
            if scope not in scopes:
                scopes.append(scope)
            label = f"{scope}:note{number}" if scope else f"note{number}"
            markers.append(Marker(label, at, span))
        paragraphs.append(
            Paragraph(
                each.label,
                each.role,
                Span(each.pieces[0].start, each.pieces[-1].end),
                flow,
                tuple(markers),
                each.parent,
                each.number,
            )
        )
    used: Counter[str] = Counter()
    for note in notes:
        scopes = called.get(note.number, [""])
        scope = scopes.pop(0) if len(scopes) > 1 else scopes[0]
        label = f"{scope}:note{note.number}" if scope else f"note{note.number}"
        used[label] += 1
        flow, _ = mend(source, [Span(note.text_start, note.pieces[0].end), *note.pieces[1:]])
        span = Span(note.pieces[0].start, note.pieces[-1].end)
        paragraphs.append(
            Paragraph(numbered(label, used[label]), "note", span, flow, (), None, note.number)
        )
    return tuple(paragraphs)
