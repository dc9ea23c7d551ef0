"""Floor 2: the named instruments, bodies and entities, loaded and indexed.

load_authority()                                   read once, then kept
authority.entry("instrument/paris-agreement")      an entry by its key
authority.by_symbol("A/RES/217(III)", "A")         what a number with its part letter names
authority.by_registration("UNTS", "999", "14668")  all treaties under one number
authority.labels("zh")                             every label in one language, with its key
authority.bodies, authority.entities               what is named but never cited
"""

from __future__ import annotations

from recalling.authority.entries import Body, Entity, Entry, Label, Registration
from recalling.authority.index import Authority
from recalling.authority.load import load_authority

__all__ = [
    "Authority",
    "Body",
    "Entity",
    "Entry",
    "Label",
    "Registration",
    "load_authority",
]
