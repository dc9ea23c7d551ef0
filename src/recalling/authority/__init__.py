"""Floor 2: the named instruments and entities, loaded and indexed."""

from __future__ import annotations


class Authority:
    """The authority of named instruments."""
