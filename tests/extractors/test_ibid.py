"""The three uses of Ibid., and references to a note by its number."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recalling.authority import Authority
from recalling.extractors import find
from recalling.extractors.back_references import find_back_references
from recalling.model import BackClaim, Document, Mention, RecordClaim, SymbolClaim

Reader = Callable[..., list[Mention]]


def test_bare(read: Reader) -> None:
    """A/RES/78/265, note 3: the whole earlier note."""
    (mention,) = read(find_back_references, "同上。", "zh", role="note")
    assert (mention.claim, mention.part) == (BackClaim(), None)


@pytest.mark.parametrize(
    ("text", "language", "part"),
    [
        ("Ibid., annex II.", "en", "annex II"),
        ("Ibid., résolution 2, annexe.", "fr", "resolution 2, annex"),
        ("Там же, гл. IV.", "ru", "chap. IV"),
        ("同上，咨询意见，第88段。", "zh", "advisory opinion, para. 88"),
        ("Ibid. par. 87.1 et 87.5", "fr", "paras. 87.1 and 87.5"),
        ("المرجع نفسه، الفقرتان 87-1 و 87-5.", "ar", "paras. 87.1 and 87.5"),
    ],
)
def test_with_a_locator(read: Reader, text: str, language: str, part: str) -> None:
    """The same document elsewhere."""
    (mention,) = read(find_back_references, text, language, role="note")
    assert (mention.claim, mention.part) == (BackClaim(), part)


@pytest.mark.parametrize(
    ("text", "language", "symbol"),
    [
        (
            "Ibid., Seventy-third Session, Supplement No. 53A (A/73/53/Add.1), chap. II.",
            "en",
            "A/73/53/Add.1",
        ),
        ("同上，《大会正式记录，第七十七届会议，补编第4号》(A/77/4)，第五章。", "zh", "A/77/4"),
        ("Ibid., vol. III [A/75/5 (Vol. III)].", "fr", "A/75/5 (Vol. III)"),
    ],
)
def test_a_printed_symbol_wins(
    paragraph: Callable[..., Document], text: str, language: str, symbol: str
) -> None:
    """With a new session and supplement, or a volume's symbol, another document is meant."""
    (mention,) = find(paragraph(text, language, role="note"), Authority()).mentions
    assert isinstance(mention.claim, SymbolClaim)
    assert mention.claim.symbol == symbol
    assert mention.extent is not None
    assert mention.extent.start == 0


def test_a_new_supplement_without_symbol_is_a_record(read: Reader) -> None:
    """Only the series stays."""
    (mention,) = read(
        find_back_references, "Ibid., Supplement No. 53A, chap. II.", "en", role="note"
    )
    assert mention.claim == RecordClaim("official-records", supplement="53A")
    assert mention.part == "chap. II"


def test_a_note_by_its_number(read: Reader) -> None:
    """It is read in running text too; Ibid. only in notes."""
    (mention,) = read(find_back_references, "as defined in note 12 above,", "en")
    assert mention.claim == BackClaim("12")
    assert read(find_back_references, "Ibid., annex II.", "en") == []
