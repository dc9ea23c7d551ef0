"""What a finder may know beside the paragraph it reads."""

from __future__ import annotations

import msgspec

from recalling.authority import Authority
from recalling.model import Document, Language, Organ


class Context(msgspec.Struct, frozen=True):
    """One document's circumstances: its language, who speaks, when, and the named instruments."""

    document: Document
    language: Language
    organ: Organ | None
    adopted: str | None
    authority: Authority
