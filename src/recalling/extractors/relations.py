"""Relations that the text itself states between two things it cites in one paragraph.

Only what stands between the two mentions decides, and it must be the whole of what stands there:
"… as endorsed by the Human Rights Council in its resolution 17/4", 第78/1号决议附件所载的….
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from recalling.extractors.context import Context
from recalling.extractors.name_grammar import load_names
from recalling.model import Mention, NumberClaim, Paragraph, StatedRelation

#: form → relation, and whether the mention that stands first is the subject
_RELATIONS: dict[str, tuple[str, bool]] = {
    "endorses_after": ("endorses", True),
    "endorsed_before": ("endorses", False),
    "contained_before": ("contained-in", False),
    "contained_after": ("contained-in", True),
    "pursuant_before": ("pursuant-to", False),
    "pursuant_after": ("pursuant-to", True),
}


def find_relations(
    paragraph: Paragraph, mentions: Sequence[Mention], first: int, context: Context
) -> Iterator[StatedRelation]:
    """The relations between neighbouring mentions of one paragraph.

    `mentions` are those of the paragraph in order of place; `first` is the index of the first of
    them in the finding.
    """
    forms = load_names(context.language).relations
    text = paragraph.flow.text
    for index, (one, other) in enumerate(pairwise(mentions), first):
        if not _named(one, other):
            continue
        for form, (relation, forward) in _RELATIONS.items():
            if forms[form].fullmatch(text, one.until, other.at):
                subject, object_ = (index, index + 1) if forward else (index + 1, index)
                yield StatedRelation(relation, subject, object_, paragraph.label)
                break


def _named(one: Mention, other: Mention) -> bool:
    """Whether one of the two is a number and the other is not: relations tie those."""
    return isinstance(one.claim, NumberClaim) is not isinstance(other.claim, NumberClaim)
