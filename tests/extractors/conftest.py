"""A document of one paragraph, read by one finder."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from recalling.authority import Authority
from recalling.extractors.context import Context, context_of
from recalling.model import (
    Cover,
    Document,
    Flow,
    Language,
    Marker,
    Mention,
    Organ,
    Paragraph,
    Role,
    Span,
)

Finder = Callable[[Paragraph, Context], Iterable[Mention]]
Reader = Callable[..., list[Mention]]


def one_paragraph(
    text: str,
    language: Language,
    organ: Organ = "ga",
    symbol: str = "A/RES/78/265",
    role: Role = "pp",
    markers: tuple[Marker, ...] = (),
) -> Document:
    """A document whose text is one paragraph."""
    label = "note1" if role == "note" else "pp1"
    paragraph = Paragraph(label, role, Span(0, len(text)), Flow(text), markers)
    return Document(
        name="one",
        text=text,
        language=language,
        cover=Cover(symbol=symbol, organ=organ, adopted="2024-03-21"),
        paragraphs=(paragraph,),
    )


@pytest.fixture(scope="session")
def paragraph() -> Callable[..., Document]:
    """`one_paragraph`, for tests that need the document itself."""
    return one_paragraph


@pytest.fixture(scope="session")
def read() -> Reader:
    """Run one finder over one paragraph: `read(find_numbers, "its resolution 70/1", "en")`."""

    def run(finder: Finder, text: str, language: Language, **more: object) -> list[Mention]:
        document = one_paragraph(text, language, **more)  # type: ignore[arg-type]
        context = context_of(document, Authority())
        return list(finder(document.paragraphs[0], context))

    return run
