"""The citing work itself: what its cover, its title and its closing lines say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from recalling.graph.identifiers import document_link, fragment
from recalling.graph.instruments import Things
from recalling.graph.places import Places
from recalling.graph.terms import TRUE, TYPE, Triple, day, iri, literal
from recalling.graph.vocabulary import DCTERMS, RDFS, REC
from recalling.model import AgendaItem, Cover, Subject, Vote
from recalling.text import POINT_LETTERS

_IDENTIFIER, _TITLE = iri(DCTERMS + "identifier"), iri(DCTERMS + "title")
_ITEM = re.compile(r"(?P<number>\d{1,3})\s?(?:\(?(?P<letter>([^\W\d_])(?: ?\3)?)\))?")


def work_triples(places: Places, things: Things) -> Iterator[Triple]:
    """The work with everything the document says of itself."""
    work, cover, language = places.work, places.document.cover, places.language
    yield from things.classify(work, cover.type)
    if cover.symbol:
        yield work, _IDENTIFIER, literal(cover.symbol)
        if places.detail.apparatus:
            yield work, iri(RDFS + "seeAlso"), iri(document_link(cover.symbol, language))
    if cover.title:
        yield work, _TITLE, literal(cover.title, language)
    if cover.adopted:
        yield work, iri(DCTERMS + "date"), day(cover.adopted)
    if cover.issued:
        yield work, iri(DCTERMS + "issued"), day(cover.issued)
    if cover.organ:
        yield work, iri(REC + "organ"), things.body(cover.organ)
        yield work, iri(REC + "adoptedBy"), things.body(cover.organ)
    if cover.session:
        yield work, iri(REC + "session"), literal(cover.session)
    for item in cover.agenda_items:
        yield from _agenda_item(places, cover, item)
    yield from _handling(places, cover, things)
    if cover.vote is not None:
        yield from _vote(places, cover.vote)
    for property_, subjects in (("subject", cover.subjects), ("goal", cover.goals)):
        yield from _subjects(work, property_, subjects, language)


def _handling(places: Places, cover: Cover, things: Things) -> Iterator[Triple]:
    """How it came to be adopted: drafts, sponsors, committee, meeting."""
    work, language = places.work, places.language
    # a cover that prints a report names the last that was adopted from, and the file's history less
    for draft in [one.symbol for one in cover.drafts] or cover.proposals:
        yield work, iri(REC + "adoptedFrom"), things.document(draft)
    for sponsor in cover.sponsors if places.detail.apparatus else ():
        yield work, iri(REC + "sponsor"), literal(sponsor, language)
    if cover.committee:
        yield work, iri(REC + "committee"), literal(cover.committee, language)
    if cover.plenary:
        yield work, iri(REC + "withoutCommittee"), TRUE
    if cover.meeting:
        yield work, iri(REC + "meeting"), things.document(cover.meeting)


def _agenda_item(places: Places, cover: Cover, item: AgendaItem) -> Iterator[Triple]:
    """An item of a session's agenda is one thing for all the documents adopted under it."""
    printed = item_number(item.number)
    number = fragment(printed)
    if cover.organ and cover.session:
        node = places.thing(f"agenda/{cover.organ}/{cover.session}/{number}")
    else:
        node = places.thing(f"{places.key}#item-{number}")
    yield places.work, iri(REC + "agendaItem"), node
    yield node, TYPE, iri(REC + "AgendaItem")
    yield node, iri(REC + "number"), literal(printed)
    if item.title:
        yield node, _TITLE, literal(item.title, places.language)


def item_number(printed: str) -> str:
    """The number of an agenda item in one spelling, whatever the language.

    >>> item_number("28 b)"), item_number("28(ب)"), item_number("13")
    ('28 (b)', '28 (b)', '13')
    >>> item_number("103 aa)"), item_number("103 (أ أ)")
    ('103 (aa)', '103 (aa)')
    """
    m = _ITEM.fullmatch(printed)
    if m is None:
        return printed
    letter = m["letter"]
    if letter is None:
        return m["number"]
    return f"{m['number']} ({letter.replace(' ', '').translate(POINT_LETTERS)})"


def _vote(places: Places, vote: Vote) -> Iterator[Triple]:
    node = places.thing(f"{places.key}#vote")
    yield places.work, iri(REC + "vote"), node
    yield node, TYPE, iri(REC + "Vote")
    yield node, iri(REC + "outcome"), literal(vote.outcome)
    for property_, states in (
        ("inFavour", vote.in_favour),
        ("against", vote.against),
        ("abstaining", vote.abstaining),
    ):
        for state in states:
            yield node, iri(REC + property_), literal(state, places.language)


def _subjects(
    work: str, property_: str, subjects: tuple[Subject, ...], language: str
) -> Iterator[Triple]:
    """Thesaurus concepts by IRI where the publisher gives one, else by their words."""
    predicate = iri((DCTERMS if property_ == "subject" else REC) + property_)
    for subject in subjects:
        if subject.iri and _is_iri(subject.iri):
            yield work, predicate, iri(subject.iri)
            yield iri(subject.iri), iri(RDFS + "label"), literal(subject.label, language)
        else:
            yield work, predicate, literal(subject.label, language)


@lru_cache(maxsize=16384)
def _is_iri(value: str) -> bool:
    """Whether a publisher's string can stand as an IRI as it is."""
    return value.startswith(("http://", "https://")) and not any(
        sign in '<>"{}|\\^`' or sign <= " " or sign > "~" for sign in value
    )
