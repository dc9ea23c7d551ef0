"""A name that a note has told is the same name where it stands again without one."""

from __future__ import annotations

import time

import pytest

from recalling.authority import load_authority
from recalling.extractors import find
from recalling.extractors.name_index import says_little
from recalling.extractors.name_repeated import printed_again
from recalling.model import Citation, Language
from recalling.readers import read_text
from recalling.resolver import resolve

HEADS: dict[Language, str] = {
    "en": "Resolution adopted by the General Assembly on 1 October 2025\n\n80/901. Follow-up\n\n"
    "The General Assembly,\n\n",
    "fr": "Résolution adoptée par l’Assemblée générale le 1er octobre 2025\n\n80/901. Suivi\n\n"
    "L’Assemblée générale,\n\n",
    "es": "Resolución aprobada por la Asamblea General el 1 de octubre de 2025\n\n"
    "80/901. Seguimiento\n\nLa Asamblea General,\n\n",
    "ru": "Резолюция, принятая Генеральной Ассамблеей 1 октября 2025 года\n\n"
    "80/901. Последующая деятельность\n\nГенеральная Ассамблея,\n\n",
    "ar": "قرار اتخذته الجمعية العامة في 1 تشرين الأول/أكتوبر 2025\n\n80/901 - متابعة\n\n"
    "إن الجمعية العامة،\n\n",
    "zh": "2025年10月1日大会决议\n\n80/901. 后续行动\n\n大会，\n\n",
}


def cited(language: Language, words: str, note: str) -> list[Citation]:
    """What a resolution of one paragraph and one note cites in its paragraph."""
    document = read_text(f"{HEADS[language]}{words}\n\n¹ {note}\n", "one")
    authority = load_authority()
    found = resolve(document, find(document, authority), authority).citations
    return [c for c in found if c.mention.paragraph == "pp1"]


@pytest.mark.parametrize(
    ("language", "words", "note", "again"),
    [
        ("en", "Recalling the Lumenburg Commitment,¹ and stressing the need to implement the "
         "Lumenburg Commitment in full,", "Resolution 79/323, annex.", "Lumenburg Commitment"),
        ("fr", "Rappelant l’Engagement de Lumenbourg¹, et soulignant qu’il faut appliquer "
         "l’Engagement de Lumenbourg,", "Résolution 79/323, annexe.", "Engagement de Lumenbourg"),
        ("es", "Recordando el Compromiso de Lumenburgo¹, y destacando la necesidad de aplicar "
         "plenamente el Compromiso de Lumenburgo,", "Resolución 79/323, anexo.",
         "Compromiso de Lumenburgo"),
        ("ru", "ссылаясь на Люменбургское обязательство¹ и подчеркивая необходимость выполнения "
         "Люменбургского обязательства,", "Резолюция 79/323, приложение.",
         "Люменбургского обязательства"),
        ("ar", "وإذ تشير إلى التزام لومنبورغ¹، وإذ تشدد على ضرورة تنفيذ التزام لومنبورغ تنفيذا "
         "كاملا،", "القرار 79/323، المرفق.", "التزام لومنبورغ"),
        ("zh", "回顾《卢门堡承诺》，¹ 并强调需要充分执行《卢门堡承诺》，", "第79/323号决议，附件。",
         "《卢门堡承诺》"),
    ],
)  # fmt: skip
def test_printed_again(language: Language, words: str, note: str, again: str) -> None:
    first, second = cited(language, words, note)
    assert second.mention.surface == again
    assert first.instrument.symbol == second.instrument.symbol == "A/RES/79/323"
    assert first.instrument.key == second.instrument.key
    assert first.clause != second.clause


def test_a_name_of_common_words_may_mean_another() -> None:
    """ "the Ministerial Declaration" of one meeting is not that of the next."""
    words = (
        "Recalling the Ministerial Declaration,¹ and welcoming the Ministerial Declaration of "
        "the Group of States,"
    )
    assert [c.mention.note for c in cited("en", words, "A/79/888, annex.")] == ["note1"]


def test_before_it_is_told_a_name_means_nothing() -> None:
    words = "Stressing the Lumenburg Commitment, and recalling the Lumenburg Commitment,¹"
    (only,) = cited("en", words, "Resolution 79/323, annex.")
    assert only.mention.note == "note1"


def test_in_the_name_of_a_body_it_names_the_body() -> None:
    words = (
        "Recalling the Lumenburg Commitment,¹ and the meeting of the Board of the "
        "Lumenburg Commitment, and the Conference of the Parties to the Lumenburg Commitment,"
    )
    assert len(cited("en", words, "Resolution 79/323, annex.")) == 1


def test_cases_change_the_ends_of_words() -> None:
    names = ["Люменбургская декларация"]
    assert list(printed_again("согласно люменбургской декларации", names, "ru"))
    assert not list(printed_again("согласно люменбургской программе", names, "ru"))


def test_particles_are_fused_and_words_are_not_cut() -> None:
    assert list(printed_again("وبالتزام لومنبورغ", ["التزام لومنبورغ"], "ar")) != []
    assert list(printed_again("the lumenburg commitments", ["Lumenburg Commitment"], "en")) == []
    assert list(printed_again("x-lumenburg commitment", ["Lumenburg Commitment"], "en")) == []


@pytest.mark.parametrize("language", ["en", "ru"])
def test_twice_the_text_takes_no_more_than_twice_the_time(language: Language) -> None:
    """Thousands of names with one beginning, each printed again."""

    def seconds(count: int) -> float:
        names = [f"Люменбургская декларация {i:06d}" for i in range(count)]
        text = " ".join(names).lower()
        began = time.process_time()
        assert sum(1 for _ in printed_again(text, names, language)) == 64
        return time.process_time() - began

    seconds(100)
    assert min(seconds(8000) for _ in range(3)) < 3 * min(seconds(4000) for _ in range(3)) + 0.05


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("en", "Optional Protocol thereto"),
        ("fr", "Protocole facultatif s’y rapportant"),
        ("es", "Protocolo Facultativo"),
        ("ru", "Факультативный протокол к ней"),
        ("ar", "البروتوكول الاختياري الملحق بها"),
    ],
)
def test_a_protocol_to_what_stands_before_it_is_no_name(language: Language, name: str) -> None:
    """A/RES/75/158 speaks of two treaties, each with "the Optional Protocol thereto"."""
    assert says_little(name, language)
