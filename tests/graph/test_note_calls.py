"""What a footnote cites stands under the verb in whose clause the footnote's marker is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recalling.authority import load_authority
from recalling.extractors import find
from recalling.graph import Triple, assemble, assemble_lean
from recalling.graph.vocabulary import REC
from recalling.model import Language
from recalling.readers import read_text
from recalling.resolver import resolve

TEXTS: dict[Language, str] = {
    "en": "Resolution adopted by the General Assembly on 1 October 2025\n\n80/901. Budget\n\n"
    "The General Assembly,\n\nHaving considered the report of the Secretary-General,¹\n\n"
    "1. Takes note of the report;² and endorses the conclusions of the Committee;³\n\n"
    "¹ A/80/500.\n\n² Ibid.\n\n³ A/80/7/Add.15.\n",
    "fr": "Résolution adoptée par l’Assemblée générale le 1er octobre 2025\n\n80/901. Budget\n\n"
    "L’Assemblée générale,\n\nAyant examiné le rapport du Secrétaire général¹,\n\n"
    "1. Prend note du rapport² et fait siennes les conclusions du Comité³ ;\n\n"
    "¹ A/80/500.\n\n² Ibid.\n\n³ A/80/7/Add.15.\n",
    "es": "Resolución aprobada por la Asamblea General el 1 de octubre de 2025\n\n"
    "80/901. Presupuesto\n\nLa Asamblea General,\n\n"
    "Habiendo examinado el informe del Secretario General¹,\n\n"
    "1. Toma nota del informe² y hace suyas las conclusiones de la Comisión³;\n\n"
    "¹ A/80/500.\n\n² Ibid.\n\n³ A/80/7/Add.15.\n",
    "ru": "Резолюция, принятая Генеральной Ассамблеей 1 октября 2025 года\n\n80/901. Бюджет\n\n"
    "Генеральная Ассамблея,\n\nрассмотрев доклад Генерального секретаря¹,\n\n"
    "1. принимает к сведению доклад² и одобряет выводы Комитета³;\n\n"
    "¹ A/80/500.\n\n² Там же.\n\n³ A/80/7/Add.15.\n",
    "ar": "قرار اتخذته الجمعية العامة في 1 تشرين الأول/أكتوبر 2025\n\n80/901 - الميزانية\n\n"
    "إن الجمعية العامة،\n\nوقد نظرت في تقرير الأمين العام¹،\n\n"
    "1 - تحيط علما بالتقرير² وتؤيد استنتاجات اللجنة³؛\n\n"
    "¹ A/80/500.\n\n² المرجع نفسه.\n\n³ A/80/7/Add.15.\n",
    "zh": "2025年10月1日大会决议\n\n80/901. 预算\n\n大会，\n\n审议了秘书长的报告，¹\n\n"
    "1. 表示注意到该报告，² 并赞同委员会的结论；³\n\n¹ A/80/500。\n\n² 同上。\n\n"
    "³ A/80/7/Add.15。\n",
}


@pytest.mark.parametrize("language", TEXTS)
def test_notes_stand_under_verbs(language: Language) -> None:
    document = read_text(TEXTS[language], "one")
    authority = load_authority()
    for governing in (False, True):
        finding = find(document, authority, governing=governing)
        resolution = resolve(document, finding, authority)
        calls = [(call.note, call.clause.function) for call in resolution.calls]
        assert calls == [
            ("note1", "having-considered"),
            ("note2", "takes-note-of"),
            ("note3", "endorses"),
        ]


@pytest.mark.parametrize("make", [assemble, assemble_lean])
def test_the_graph_says_it_of_the_note_and_not_of_the_citation(
    make: Callable[..., list[Triple]],
) -> None:
    document = read_text(TEXTS["en"], "one")
    authority = load_authority()
    finding = find(document, authority, governing=True)
    triples = make(document, resolve(document, finding, authority), authority)
    verbs = {(s.rpartition("#")[2], o) for s, p, o in triples if p == f"<{REC}verb>"}
    assert ("note1>", '"Having considered"@en') in verbs
    assert not any(node.startswith("note1-") for node, _ in verbs)


def test_a_note_without_a_marker_stands_under_nothing() -> None:
    text = TEXTS["en"].replace("Committee;³", "Committee;")
    document = read_text(text, "one")
    authority = load_authority()
    calls = resolve(document, find(document, authority), authority).calls
    assert [call.note for call in calls] == ["note1", "note2"]
