"""General comments of the committees under human rights treaties, as official texts print them."""

from __future__ import annotations

import time

import pytest

from recalling.authority import load_authority
from recalling.extractors import find
from recalling.model import Language
from recalling.resolver import resolve
from worded import resolved, worded


def comments(text: str, language: Language, notes: tuple[str, ...] = ()) -> list[str]:
    return [
        citation.instrument.key
        for citation in resolved(worded(text, language, notes)).citations
        if citation.mention.rule == "general-comment"
    ]


#: pp 14 and 22 of A/RES/77/211, op 46 of 77/217, p 7 of the annex to 76/7, shortened
SAID: list[tuple[Language, str, str]] = [
    ("ar", "وإذ تشير إلى التعليق العام رقم 16 الصادر عن اللجنة المعنية بحقوق الإنسان،", "ccpr/16"),
    ("ar", "وإذ تشير إلى عمل اللجنة المعنية بالحقوق الاقتصادية والاجتماعية والثقافية، "
           "وبخاصة تعليقها العام رقم 12 (1999)،", "cescr/12"),
    ("en", "Recalling general comment No. 16 of the Human Rights Committee,", "ccpr/16"),
    ("en", "Taking note of Committee on the Elimination of Discrimination against Women general "
           "recommendation No. 38 (2020) on trafficking in women,", "cedaw/38"),
    ("en", "Recalling the work of the Committee on Economic, Social and Cultural Rights, in "
           "particular its general comment No. 12 (1999),", "cescr/12"),
    ("es", "Recordando la observación general núm. 16 del Comité de Derechos Humanos,", "ccpr/16"),
    ("fr", "Notant que, dans son observation générale no 16, le Comité des droits de l’homme "
           "recommande aux États de prendre des mesures,", "ccpr/16"),
    ("ru", "напоминая об общем замечании № 16 Комитета по правам человека,", "ccpr/16"),
    ("ru", "принимая к сведению Общую рекомендацию Комитета по ликвидации дискриминации в "
           "отношении женщин № 38 (2020),", "cedaw/38"),
    ("zh", "注意到消除对妇女歧视委员会关于贩运妇女和女童问题的第38 (2020)号一般性建议，",
           "cedaw/38"),
    ("zh", "回顾人权事务委员会第16号一般性意见，", "ccpr/16"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), SAID)
def test_a_comment_is_its_committees(language: Language, text: str, expected: str) -> None:
    """Wherever the committee stands: behind, before, between the words, or as who speaks."""
    body, number = expected.split("/")
    assert comments(text, language) == [f"other/{body}/general-comment/{number}"]


def test_numbers_of_a_list_are_the_committees_that_closes_it() -> None:
    """A/RES/77/219, pp 8: three comments of one committee, one of the next."""
    text = (
        "Taking note of general comments No. 21 (1992) on humane treatment,^ No. 32 (2007) on "
        "the right to equality^ and No. 35 (2014) on liberty,^ adopted by the Human Rights "
        "Committee, and general recommendation No. 33 (2015) on access to justice,^ adopted by "
        "the Committee on the Elimination of Discrimination against Women,"
    )
    notes = (
        "Official Records of the General Assembly, Forty-seventh Session, Supplement No. 40 "
        "(A/47/40), annex VI.B.",
        "Ibid., Sixty-second Session, Supplement No. 40 (A/62/40), vol. I, annex VI.",
        "CCPR/C/GC/35.",
        "CEDAW/C/GC/33.",
    )
    found = [
        c for c in resolved(worded(text, "en", notes)).citations if c.mention.paragraph == "pp1"
    ]
    assert [c.instrument.symbol for c in found] == [None, None, "CCPR/C/GC/35", "CEDAW/C/GC/33"]
    assert [(c.instrument.key, c.instrument.container) for c in found] == [
        ("other/ccpr/general-comment/21", "doc/A/47/40"),
        ("other/ccpr/general-comment/32", "doc/A/62/40"),
        ("other/ccpr/general-comment/35", "doc/CCPR/C/GC/35"),
        ("other/cedaw/general-comment/33", "doc/CEDAW/C/GC/33"),
    ]


def test_a_draft_is_not_cited() -> None:
    """A/RES/77/203: the committee was still writing it."""
    text = (
        "Noting the work of the Committee on the Elimination of Discrimination against Women in "
        "the preparation of draft general recommendation No. 39 on Indigenous women and girls,"
    )
    assert comments(text, "en") == []


def test_a_comment_of_no_committee_is_this_documents_own() -> None:
    """Nobody is said to have given it, so it is not joined to what other documents cite."""
    text = "Noting the work of the Human Rights Committee, and recalling general comment No. 7,"
    assert comments(text, "en") == ["other/A/RES/78/999/general-comment/7"]


def test_thousands_of_one_number_are_identified_in_time() -> None:
    """Numbers that no note places are compared with few others, however many a text repeats."""

    def seconds(count: int) -> float:
        document = worded("Recalling " + "its general comment No. 5 and " * count, "en")
        finding = find(document, load_authority())
        began = time.process_time()
        assert len(resolve(document, finding, load_authority()).citations) == count
        return time.process_time() - began

    seconds(10)
    assert min(seconds(1600) for _ in range(2)) < 3 * min(seconds(800) for _ in range(2)) + 0.1
