"""What every worker process needs, made once before they are forked from one process.

Importing this module reads the authority and compiles the grammars of all languages, so that the
workers share them instead of making them again.
"""

from __future__ import annotations

import gc

from recalling.model import LANGUAGES, Cover, Document, Flow, Language, Paragraph, Span
from recalling.pipeline import bulk_work
from recalling.pipeline.process import process

__all__ = ["bulk_work"]


def _smallest(language: Language) -> Document:
    """A document of one number, which every extractor looks at."""
    paragraph = Paragraph("pp1", "pp", Span(0, 4), Flow("70/1"))
    return Document(
        name="warm", text="70/1", language=language, cover=Cover(), paragraphs=(paragraph,)
    )


for _language in LANGUAGES:
    process(_smallest(_language))
gc.collect()
gc.freeze()  # what is shared is not looked through, and so not copied, by any worker's collector
