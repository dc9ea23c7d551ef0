"""Draw the passages of tests/gold: paragraphs and notes that cite what no editor linked.

    draw_gold.py CORPUS [--language en] [--seed 11] [--documents 160] [--passages 50]

CORPUS is the folder of official Akoma Ntoso files. Prints one JSON object a passage: file, symbol,
language, paragraph, quote (at most 300 characters of the paragraph's mended text), and, for the
person who labels it, what stands around it. Labels are written by hand, after reading.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

from recalling.model import Document, Paragraph
from recalling.readers import read_document

LONGEST = 300
FOLDERS = {
    "ar": "Arabic", "en": "English", "es": "Spanish",
    "fr": "French", "ru": "Russian", "zh": "Chinese",
}  # fmt: skip
#: words that stand near what is cited without a link: series, records, articles, names, Ibid.
CUES = {
    "en": (
        r"Treaty Series|[Ii]bid|Sales No|Official Records|, document |"
        r"\b[Aa]rticles? \d|\bChapter [IVX]|[Dd]ecisions? \d|\b(?:Convention|"
        r"Covenant|Protocol|Charter|Declaration|Programme of Action|Agenda|"
        r"Agreement|Framework|Platform for Action|Treaty|Statute|Strategy|"
        r"Compact)\b|[Aa]dvisory opinion"
    ),
    "fr": (
        r"Recueil des [Tt]raités|[Ii]bid|numéro de vente|Documents officiels|"
        r", document |\b[Aa]rticles? \d|\b[Cc]hapitre [IVX]|[Dd]écisions? \d|"
        r"\b(?:Convention|Pacte|Protocole|Charte|Déclaration|Programme d’action|"
        r"Programme de développement|Accord|Cadre|Traité|Statut|Stratégie)\b|"
        r"[Aa]vis consultatif"
    ),
    "es": (
        r"Treaty Series|[Ii]bid|núm. de venta|Documentos Oficiales|, documento |"
        r"\b[Aa]rtículos? \d|\b[Cc]apítulo [IVX]|[Dd]ecisi(?:ón|ones) \d|"
        r"\b(?:Convención|Convenio|Pacto|Protocolo|Carta|Declaración|"
        r"Programa de Acción|Agenda|Acuerdo|Marco|Plataforma|Tratado|Estatuto|"
        r"Estrategia)\b|[Oo]pinión consultiva"
    ),
    "ru": (
        r"Treaty Series|[Тт]ам же|Ibid|в продаже под|Официальные отчеты|"
        r", документ |[Сс]тать\w{1,3} \d|[Гг]лав\w{1,2} [IVX]|[Рр]ешени\w{1,2} \d|"
        r"(?:Конвенци|Пакт|Протокол|Устав|Деклараци|Программ\w{1,2} действий|"
        r"Повестк|Соглашени|Рамочн|Договор|Статут|Стратеги)\w{0,3}|"
        r"[Кк]онсультативн\w{2,3} заключ"
    ),
    "ar": (
        r"Treaty Series|المرجع نفسه|رقم المبيع|الوثائق الرسمية|، الوثيقة |"
        r"المادت?ا?ي?ن? \d|المواد \d|الفصل السا|المقرر \d|اتفاقية|الاتفاقية|"
        r"العهد الدولي|بروتوكول|ميثاق|الميثاق|إعلان|برنامج عمل|خطة|اتفاق|معاهدة|"
        r"نظام روما|فتوى"
    ),
    "zh": (
        r"条约汇编|同上|出售品编号|正式记录|号文件|第[\d一二三四五六七八九十]+条|第七章|第六章|号决定|《[^《》]{2,40}》|咨询意见"
    ),
}


def main() -> None:
    """Print the passages of one language or of all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--language", choices=sorted(FOLDERS), action="append")
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--documents", type=int, default=160)
    parser.add_argument("--passages", type=int, default=50)
    args = parser.parse_args()
    for language in args.language or sorted(FOLDERS):
        chance = random.Random(f"{args.seed}-{language}")
        files = sorted(args.corpus.rglob(f"{FOLDERS[language]}/*.xml"))
        chance.shuffle(files)
        passages: list[dict[str, object]] = []
        seen: set[str] = set()
        for path in files[: args.documents]:
            document = read_document(path)
            for passage in _draw(document, path.relative_to(args.corpus), chance):
                if passage["quote"] not in seen:
                    seen.add(str(passage["quote"]))
                    passages.append(passage)
        chance.shuffle(passages)
        notes = [p for p in passages if p["note"]][: args.passages // 2]
        running = [p for p in passages if not p["note"]][: args.passages - len(notes)]
        for passage in (*notes, *running):
            print(json.dumps(passage, ensure_ascii=False))


def _draw(document: Document, path: Path, chance: random.Random) -> Iterator[dict[str, object]]:
    """At most one note and one paragraph of a document."""
    cues = re.compile(CUES[document.language])
    for is_note in (True, False):
        found = []
        for paragraph in document.paragraphs:
            if (paragraph.role == "note") != is_note or paragraph.role in (
                "cover", "title", "formula", "closing", "heading", "table",
            ):  # fmt: skip
                continue
            free = [
                hit
                for hit in cues.finditer(paragraph.flow.text)
                if not _linked(document, paragraph, hit)
            ]
            if free:
                found.append((paragraph, chance.choice(free)))
        if found:
            paragraph, hit = chance.choice(found)
            yield _passage(document, path, paragraph, hit)


def _linked(document: Document, paragraph: Paragraph, hit: re.Match[str]) -> bool:
    span = paragraph.flow.span(hit.start(), hit.end())
    return any(link.span.overlaps(span) for link in document.links)


def _passage(
    document: Document, path: Path, paragraph: Paragraph, hit: re.Match[str]
) -> dict[str, object]:
    text = paragraph.flow.text
    at, until = _window(text, hit.start())
    notes = document.notes
    labels = list(notes)
    around = {}
    for marker in paragraph.markers:
        if at <= marker.at <= until:
            around[marker.note] = next(
                (n.flow.text[:200] for n in notes.values() if n.number == marker.note), ""
            )
    before = ""
    if paragraph.label in notes and labels.index(paragraph.label):
        before = notes[labels[labels.index(paragraph.label) - 1]].flow.text[:200]
    caller = next(
        (
            p.flow.text[max(0, m.at - 90) : m.at]
            for p in document.paragraphs
            for m in p.markers
            if paragraph.role == "note" and m.note == paragraph.number
        ),
        "",
    )
    return {
        "file": str(path),
        "symbol": document.cover.symbol,
        "language": document.language,
        "paragraph": paragraph.label,
        "note": paragraph.role == "note",
        "quote": text[at:until],
        "around": {"notes": around, "note_before": before, "words_at_marker": caller},
    }


def _window(text: str, at: int) -> tuple[int, int]:
    """At most `LONGEST` characters around an offset, cut where a clause or a word begins."""
    if len(text) <= LONGEST:
        return 0, len(text)
    start = max(0, at - LONGEST // 2)
    cut = re.compile(r"[,;，；،؛。]\s?|\s")
    if start:
        found = cut.search(text, start)
        start = found.end() if found and found.end() <= at else start
    end = min(len(text), start + LONGEST)
    if end < len(text):
        for found in cut.finditer(text, at, end):
            end = found.start() if found.start() > at + 40 else end
    return start, end


if __name__ == "__main__":
    main()
