"""Floor 2½: claims become citations. `resolve` is the door.

A step is a function `identify_x(mention, state) -> Identified | Unidentified | None`: what the
mention cites, why that cannot be said, or None (not its kind of claim, or not yet). Steps run in
the order of `STEPS`, first over the notes in order of place ("Ibid." looks back at settled notes),
then over the running text (a name looks into its settled note), then once more over what is left.
"""

from __future__ import annotations

from recalling.authority import Authority
from recalling.model import Document, Finding, Resolution
from recalling.resolver.state import Identified, State, Step, Unidentified

__all__ = ["Identified", "State", "Step", "Unidentified", "resolve"]


def resolve(document: Document, finding: Finding, authority: Authority) -> Resolution:
    """Identify every mention, or say why it cannot be."""
    raise NotImplementedError
