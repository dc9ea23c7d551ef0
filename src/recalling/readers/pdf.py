"""PDF as the United Nations publishes it: text layer, superscript calls, notes at page bottoms.

A PDF comes from outside and may be made to hang or to fill the memory, so it is taken apart in a
process of its own, with limits on time and memory, and only text comes back.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys

import msgspec

from recalling.model import Document, Language
from recalling.model.errors import InputError
from recalling.readers.pdf_worker import REFUSED
from recalling.readers.text import read_text

SECONDS = 60.0


def read(
    data: bytes, name: str, *, language: Language | None = None, symbol: str | None = None
) -> Document:
    """Read one PDF; offsets of the result point into the text taken from it.

    Raises InputError for a file that is encrypted, damaged, scanned, too long, or that could not
    be taken apart in `SECONDS`, and NotAResolution when its text is no resolution.
    """
    text = extract_text(data, name)
    document = read_text(text, name, language, symbol)
    return msgspec.structs.replace(
        document, media_type="application/pdf", digest=hashlib.sha256(data).hexdigest()
    )


def extract_text(data: bytes, name: str, seconds: float = SECONDS) -> str:
    """The text of a PDF, laid out for `read_text`; raises InputError as `read` does."""
    command = [sys.executable, "-I", "-m", "recalling.readers.pdf_worker"]
    try:
        done = subprocess.run(  # noqa: S603  (our own module, no words from outside)
            command, input=data, capture_output=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise InputError(
            f"{name}: the PDF could not be taken apart in {seconds:.0f} seconds; "
            "print it to a new PDF, or give its text"
        ) from error
    if done.returncode == REFUSED:
        raise InputError(f"{name}: {done.stderr.decode('utf-8', 'replace').strip()}")
    if done.returncode != 0:
        raise InputError(
            f"{name}: the PDF is damaged or needs more memory than Recalling allows; "
            "print it to a new PDF, or give its text"
        )
    return done.stdout.decode("utf-8", "replace")
