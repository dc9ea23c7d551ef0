"""No rule of the footnotes' grammar goes quadratic: twice the text takes about twice the time."""

from __future__ import annotations

import time

import pytest

from recalling.authority import Authority
from recalling.extractors.back_references import find_back_references
from recalling.extractors.context import context_of
from recalling.extractors.court import find_court
from recalling.extractors.provisions import attach_provisions
from recalling.extractors.records import find_agency_documents, find_records
from recalling.extractors.series import find_series
from recalling.extractors.symbols import find_symbols
from recalling.model import LANGUAGES, Cover, Document, Flow, Language, Paragraph, Span

HOSTILE = {
    "ibid": "Ibid., vol. 1, No. ",
    "treaties": "United Nations, Treaty Series, vols. 1, 2, 3, 4, 5, 6, 7, 8, 9 and 10, ",
    "records": "Official Records of the General Assembly, Seventy-first Session, ",
    "sales": "Report of the Report of (United Nations publication, Sales No. ",
    "articles": "article 1, paragraph 1 (a), of the annex to the annex, ",
    "chinese": "《大会正式记录，第七十一届会议，同上，第一章，附件一、二、三、",
    "arabic": "المرجع نفسه، الفصل الأول والثاني والثالث، الفقرة 1 من المادة ",
    "russian": "Там же, пункт 1 статьи 2 приложения III, Официальные отчеты ",
    "opinions": "advisory opinion of the International Court of Justice of 9 July ",
    "symbols": "(A/66/53), chap. I, annex, Ibid., ",
}


def seconds(text: str, language: Language) -> float:
    paragraph = Paragraph("note1", "note", Span(0, len(text)), Flow(text))
    document = Document(
        name="x", text=text, language=language, cover=Cover(), paragraphs=(paragraph,)
    )
    context = context_of(document, Authority())
    start = time.process_time()
    symbols = list(find_symbols(paragraph, context))
    for finder in (
        find_series, find_records, find_agency_documents, find_back_references, find_court,
    ):  # fmt: skip
        list(finder(paragraph, context))
    attach_provisions(paragraph, symbols, context)
    return time.process_time() - start


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", HOSTILE)
def test_doubling_the_text_doubles_the_time(language: Language, kind: str) -> None:
    """Quadratic work would take four times as long."""
    text = HOSTILE[kind] * (24_000 // len(HOSTILE[kind]))
    seconds(text[:2_000], language)  # compiles the patterns
    short = min(seconds(text, language) for _ in range(2))
    long = min(seconds(text * 2, language) for _ in range(2))
    assert long < 3.2 * short + 0.05
