"""Where things stand in one document: the IRIs of its work, its text, its paragraphs, its notes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container

import msgspec

from recalling.graph.identifiers import (
    document_key,
    expression_iri,
    fragment,
    instrument_iri,
    work_iri,
)
from recalling.graph.terms import iri
from recalling.graph.vocabulary import BASE
from recalling.model import Document, Flow, Span


class Detail(msgspec.Struct, frozen=True):
    """How much of a document's graph is wanted.

    `paragraphs` are the labels of the paragraphs and notes whose words are said, None for all.
    Without `apparatus` all that `lean` lists is left out: it is not even made.
    """

    paragraphs: Container[str] | None = None
    apparatus: bool = True


class Places:
    """The addresses of one document, as terms, and how much of it is wanted.

    `here` is the IRI of the expression without angle brackets, to which fragments are added.
    """

    def __init__(self, document: Document, base: str = BASE, detail: Detail | None = None) -> None:
        self.document = document
        self.detail = detail or Detail()
        self.base = base
        self.language: str = document.language
        self.key = document_key(document)
        self.work = iri(work_iri(document, base))
        self.here = expression_iri(document, base)
        self.text = iri(self.here)
        self.made = iri(self.here + "#made")
        self._paragraphs: dict[str, str] = {}
        self._flows = {p.label: p.flow for p in document.paragraphs}
        self._labels = {p.label for p in document.paragraphs if p.role == "note"}
        self._notes = {
            (_division(p.label), p.number): p.label
            for p in reversed(document.paragraphs)  # the first note of a number wins
            if p.role == "note" and p.number
        }

    def thing(self, key: str) -> str:
        """An instrument, entity or body by its key."""
        return iri(instrument_iri(key, self.base))

    def at(self, fragment_: str) -> str:
        """What is addressed by a fragment of this text."""
        return iri(f"{self.here}#{fragment_}")

    def paragraph(self, label: str) -> str:
        """A paragraph or note by its label."""
        term = self._paragraphs.get(label)
        if term is None:  # asked for by every mention in it
            term = self._paragraphs[label] = self.at(fragment(label))
        return term

    def note(self, label: str, called: str) -> str | None:
        """The footnote that a marker in the paragraph `label` calls, if it was recovered.

        `called` is the note's own label (`annex1:note2`) or its number as printed; notes of an
        annex are its own where it has any of that number.
        """
        if called in self._labels:
            return self.paragraph(called)
        found = self._notes.get((_division(label), called)) or self._notes.get(("", called))
        return None if found is None else self.paragraph(found)

    def words(self, label: str, span: Span) -> str:
        """The mended words of a paragraph that stand at a stretch of the text as given."""
        flow = self._flows.get(label)
        if flow is None or span.end <= span.start:
            return ""
        return flow.text[_offset(flow, span.start) : _offset(flow, span.end - 1) + 1]


def _offset(flow: Flow, source: int) -> int:
    """The offset in a flow of a place of the text as given: the inverse of `Flow.source`.

    What was cut out of the flow stands at the end of the run before it.
    """
    run = max(bisect_right(flow.sources, source) - 1, 0)
    ends = (*flow.starts[1:], len(flow.text))
    return min(flow.starts[run] + max(source - flow.sources[run], 0), ends[run])


def _division(label: str) -> str:
    """The division that a label belongs to: "annex1:" in "annex1:note2", else nothing."""
    head, mark, _ = label.rpartition(":")
    return head + mark
