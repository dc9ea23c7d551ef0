"""Floor 2: bytes become a Document.

read_document(path, language=None, symbol=None) -> Document
read_bytes(data, name, language=None, symbol=None) -> Document
read_text(text, name, language=None, symbol=None) -> Document
"""

from recalling.readers.text import read_text
from recalling.readers.text_files import MOST_BYTES, read_bytes, read_document

__all__ = ["MOST_BYTES", "read_bytes", "read_document", "read_text"]
