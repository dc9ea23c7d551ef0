"""Floor 1: mending that keeps the way back to the text as given.

source = read_source(text)                     levelled once, same offsets
flow, places = mend(source, spans, markers)    one paragraph, on one line
"""

from recalling.text.signs import (
    ARABIC_SIGNS,
    CJK,
    INVISIBLE,
    POINT_LETTERS,
    SUPERSCRIPT,
    SUPERSCRIPT_DIGITS,
)
from recalling.text.source import Source, mend, read_source

__all__ = [
    "ARABIC_SIGNS",
    "CJK",
    "INVISIBLE",
    "POINT_LETTERS",
    "SUPERSCRIPT",
    "SUPERSCRIPT_DIGITS",
    "Source",
    "mend",
    "read_source",
]
