"""The process in which a PDF is taken apart: a PDF on standard input, its text on standard output.

Run as `python -m recalling.readers.pdf_worker` by `recalling.readers.pdf`, which kills it when it
takes too long. Exit status 0: text; REFUSED: one sentence on standard error says why not.
"""

from __future__ import annotations

import contextlib
import sys

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from recalling.readers.pdf_page import Page, read_page
from recalling.readers.pdf_text import pages_to_text

REFUSED = 3
MOST_PAGES = 1_000
MOST_SIGNS = 8_000_000
_MEMORY = 2 * 1024**3
_SCANNED = 40  # signs a page, below which the pages are pictures of text


class RefusedError(Exception):
    """Why this PDF gives no text, as the end of a sentence that begins with its name."""


def text_of(data: bytes) -> str:
    """The text of a PDF. Raises RefusedError for one that gives none."""
    try:
        file = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            raise RefusedError("the PDF is encrypted; remove its password and try again") from error
        raise RefusedError("the PDF is damaged and cannot be opened; get it again") from error
    if len(file) > MOST_PAGES:
        raise RefusedError(f"the PDF has {len(file)} pages, more than {MOST_PAGES}; split it")
    pages: list[Page] = []
    signs = 0
    for number in range(len(file)):
        pages.append(read_page(file[number], in_arabic=any(page.rtl for page in pages)))
        signs += sum(len(line.text) for line in pages[-1].lines)
        if signs > MOST_SIGNS:
            raise RefusedError(f"the PDF has more than {MOST_SIGNS:,} characters; split it")
    if signs < _SCANNED * max(1, len(pages)):
        raise RefusedError(
            "the pages hold pictures and no text; run OCR on the PDF first "
            "(for example with OCRmyPDF) and try again"
        )
    return pages_to_text(pages)


def main() -> int:
    """Read standard input, write standard output; the exit status says how it went."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        text = text_of(sys.stdin.buffer.read())
    except RefusedError as error:
        sys.stderr.write(str(error))
        return REFUSED
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
