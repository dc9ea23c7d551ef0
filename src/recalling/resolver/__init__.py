"""Floor 2½: claims become citations. `resolve` is the door."""

from __future__ import annotations

from recalling.authority import Authority
from recalling.model import Document, Finding, Resolution


def resolve(document: Document, finding: Finding, authority: Authority) -> Resolution:
    """Identify every mention, or say why it cannot be."""
    raise NotImplementedError
