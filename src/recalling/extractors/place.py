"""A mention at a place of a paragraph's flow: what every finder makes of what it found."""

from __future__ import annotations

from recalling.model import Claim, Mention, Paragraph, Span


def mention_at(
    paragraph: Paragraph,
    at: int,
    until: int,
    claim: Claim,
    rule: str,
    *,
    extent: Span | None = None,
    part: str | None = None,
    date: str | None = None,
    title: str | None = None,
    note: str | None = None,
) -> Mention:
    """A mention of `claim` at these offsets of the flow, with its place in the text and its words.

    The rest is as `Mention` describes it.
    """
    return Mention(
        paragraph=paragraph.label,
        at=at,
        until=until,
        span=paragraph.flow.span(at, until),
        surface=paragraph.flow.text[at:until],
        claim=claim,
        rule=rule,
        extent=extent,
        part=part,
        date=date,
        title=title,
        note=note,
    )
