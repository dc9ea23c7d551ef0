"""A resolution printed with its full symbol has its date and title beside it, like a number."""

from __future__ import annotations

import pytest

from recalling.model import Language
from worded import resolved, worded

#: as S/RES/2553 (2020), pp 3, in Arabic, and its counterparts
SAID: list[tuple[Language, str]] = [
    ("ar", "وإذ تشير إلى قرار الجمعية العامة A/RES/70/1 المعنون ”تحويل عالمنا: خطة التنمية "
           "المستدامة لعام 2030“ الذي اعتمد مجموعة من الأهداف،"),
    ("en", "Recalling General Assembly resolution A/RES/70/1 of 25 September 2015, entitled "
           "“Transforming our world: the 2030 Agenda for Sustainable Development”,"),
    ("es", "Recordando la resolución A/RES/70/1 de la Asamblea General, titulada “Transformar "
           "nuestro mundo: la Agenda 2030 para el Desarrollo Sostenible”,"),
    ("fr", "Rappelant la résolution A/RES/70/1 du 25 septembre 2015, intitulée « Transformer "
           "notre monde : le Programme de développement durable à l’horizon 2030 »,"),
    ("ru", "ссылаясь на резолюцию A/RES/70/1, озаглавленную «Преобразование нашего мира: Повестка "
           "дня в области устойчивого развития на период до 2030 года»,"),
    ("zh", "回顾题为“变革我们的世界：2030年可持续发展议程”的大会A/RES/70/1号决议，"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), SAID)
def test_its_title_is_no_second_citation(language: Language, text: str) -> None:
    """The 2030 Agenda is 70/1: symbol and title are two pieces of evidence for one citation."""
    (citation,) = resolved(worded(text, language)).citations
    assert citation.instrument.key == "doc/A/RES/70/1"
    assert citation.mention.surface == "A/RES/70/1"
    assert "2030" in (citation.mention.title or "")


def test_its_date_is_the_one_behind_its_body() -> None:
    """The body stands between a symbol and its date."""
    text = (
        "Recordando la resolución A/RES/60/288 de la Asamblea General, de 8 de septiembre de 2006,"
    )
    (citation,) = resolved(worded(text, "es")).citations
    assert citation.mention.date == "2006-09-08"
