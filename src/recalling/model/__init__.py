"""Floor 0: the types that everything else speaks in.

What a document has by the thousand is marked `gc=False`: such values hold no cycles, and the
garbage collector need not visit them.
"""

from recalling.model.citation import (
    Citation,
    Evidence,
    Instrument,
    Relation,
    Resolution,
    Unresolved,
)
from recalling.model.document import (
    LANGUAGES,
    AgendaItem,
    Cover,
    Document,
    Language,
    Link,
    Organ,
    Paragraph,
    PlacedSymbol,
    Role,
    Subject,
    Vote,
)
from recalling.model.mention import (
    BackClaim,
    Claim,
    Clause,
    DescribedClaim,
    EntityMention,
    Finding,
    Mention,
    NameClaim,
    NumberClaim,
    RecordClaim,
    SeriesClaim,
    ShortClaim,
    StatedRelation,
    SymbolClaim,
)
from recalling.model.places import Flow, Marker, Span

__all__ = [
    "LANGUAGES",
    "AgendaItem",
    "BackClaim",
    "Citation",
    "Claim",
    "Clause",
    "Cover",
    "DescribedClaim",
    "Document",
    "EntityMention",
    "Evidence",
    "Finding",
    "Flow",
    "Instrument",
    "Language",
    "Link",
    "Marker",
    "Mention",
    "NameClaim",
    "NumberClaim",
    "Organ",
    "Paragraph",
    "PlacedSymbol",
    "RecordClaim",
    "Relation",
    "Resolution",
    "Role",
    "SeriesClaim",
    "ShortClaim",
    "Span",
    "StatedRelation",
    "Subject",
    "SymbolClaim",
    "Unresolved",
    "Vote",
]
