"""The words of footnotes: the six languages say the same things, and each reads its examples."""

from __future__ import annotations

import msgspec
import pytest

from recalling.authority import Authority
from recalling.extractors.back_references import find_back_references
from recalling.extractors.context import Context, context_of
from recalling.extractors.court import find_court
from recalling.extractors.general_comments import find_general_comments
from recalling.extractors.labour import find_labour
from recalling.extractors.locators import ENGLISH, load_locators
from recalling.extractors.phrases import Example, load_phrases
from recalling.extractors.provisions import attach_provisions
from recalling.extractors.records import find_agency_documents, find_records
from recalling.extractors.series import find_series
from recalling.model import (
    LANGUAGES,
    BackClaim,
    Cover,
    Document,
    Flow,
    Language,
    Mention,
    NameClaim,
    Paragraph,
    RecordClaim,
    SeriesClaim,
    Span,
)

EXAMPLES = [
    pytest.param(language, topic, example, id=f"{language}-{topic}-{i}")
    for language in LANGUAGES
    for topic, examples in load_phrases(language).examples.items()
    for i, example in enumerate(examples)
]
REJECTS = [
    pytest.param(language, topic, text, id=f"{language}-{topic}-{i}")
    for language in LANGUAGES
    for topic, texts in load_phrases(language).rejects.items()
    for i, text in enumerate(texts)
]


def note(text: str, language: Language) -> tuple[Paragraph, Context]:
    paragraph = Paragraph("note1", "note", Span(0, len(text)), Flow(text))
    document = Document(
        name="x", text=text, language=language, cover=Cover(), paragraphs=(paragraph,)
    )
    return paragraph, context_of(document, Authority())


def plain(claim: msgspec.Struct) -> str:
    """The fields of a claim that say something, but the title of a publication."""
    if isinstance(claim, SeriesClaim):
        return " ".join((claim.series, *claim.volumes, claim.registration or ""))
    assert isinstance(claim, RecordClaim)
    if claim.record == "sales":
        return f"sales {claim.sales_number}"
    fields = (claim.record, claim.body, claim.session, claim.supplement, claim.volume, claim.name)
    return " ".join(field for field in fields if field)


def read(topic: str, text: str, language: Language) -> str | None:
    """What the rules of a topic read in a text, as the examples write it."""
    if topic == "locator":
        found = load_locators(language).after(text, 0)
        return None if found is None else found[0]
    paragraph, context = note(text, language)
    if topic == "provision":
        return provision(paragraph, context)
    if topic == "court":
        running = msgspec.structs.replace(paragraph, label="pp1", role="pp")
        return next(
            (f"{m.claim.body} {m.claim.name} {m.date}" for m in find_court(running, context)),  # type: ignore[union-attr]
            None,
        )
    if topic == "comments":
        running = msgspec.structs.replace(paragraph, label="pp1", role="pp")
        return next(
            (f"{m.claim.body} {m.claim.number}" for m in find_general_comments(running, context)),  # type: ignore[union-attr]
            None,
        )
    if topic == "labour":
        running = msgspec.structs.replace(paragraph, label="pp1", role="pp")
        return next(
            (f"{m.claim.type} {m.claim.number}" for m in find_labour(running, context)),  # type: ignore[union-attr]
            None,
        )
    if topic == "back":
        mention = next(iter(find_back_references(paragraph, context)), None)
        if mention is None:
            return None
        assert isinstance(mention.claim, BackClaim)
        return f"note {mention.claim.note}" if mention.claim.note else f"ibid {mention.part}"
    finders = (find_series,) if topic == "series" else (find_agency_documents, find_records)
    found_mentions = [m for finder in finders for m in finder(paragraph, context)]
    return plain(found_mentions[0].claim) if found_mentions else None


def provision(paragraph: Paragraph, context: Context) -> str | None:
    at = paragraph.flow.text.index("§")
    instrument = Mention(
        paragraph=paragraph.label,
        at=at,
        until=at + 1,
        span=Span(at, at + 1),
        surface="§",
        claim=NameClaim("§"),
        rule="test",
    )
    return attach_provisions(paragraph, [instrument], context)[0].part


@pytest.mark.parametrize(("language", "topic", "example"), EXAMPLES)
def test_each_example_is_read(language: Language, topic: str, example: Example) -> None:
    """A rule reads the string that shows it, as a note of the document named prints it."""
    assert read(topic, example.text, language) == example.gives


@pytest.mark.parametrize(("language", "topic", "text"), REJECTS)
def test_each_counterexample_is_left_alone(language: Language, topic: str, text: str) -> None:
    """What only looks like a locator, a series, a reference back or an opinion is none."""
    assert read(topic, text, language) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_rule_has_its_counterpart(language: Language) -> None:
    """Every language has the units, series, records, bodies, agencies and courts of English."""
    english, here = load_phrases("en"), load_phrases(language)
    assert set(here.units) == set(ENGLISH)
    for table in (
        "hints", "locator", "series", "records", "bodies", "agencies", "back", "court", "comments",
        "committees", "labour", "rejects",
    ):  # fmt: skip
        assert set(getattr(here, table)) == set(getattr(english, table)), table
    for topic, examples in english.examples.items():
        assert len(here.examples[topic]) == len(examples), topic


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_says_where_it_was_seen(language: Language) -> None:
    """An example names the document and note that print it."""
    examples = load_phrases(language).examples
    assert all(example.seen for found in examples.values() for example in found)
