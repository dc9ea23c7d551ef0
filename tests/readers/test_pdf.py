"""PDF: official files, files of every language made here, and files made to do harm."""

from __future__ import annotations

import html
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from recalling.model import Document
from recalling.model.errors import InputError, RecallingError
from recalling.readers import read_bytes, read_document
from recalling.readers.pdf import extract_text
from recalling.readers.pdf_page import Page, PageLine
from recalling.readers.pdf_rtl import turn_brackets
from recalling.readers.pdf_text import pages_to_text


def _flows(document: Document) -> dict[str, str]:
    return {p.label: p.flow.text for p in document.paragraphs}


def _calls(document: Document) -> list[tuple[str, str, str]]:
    """Every call of a note: the paragraph, the note, and the words before the call."""
    return [
        (p.label, marker.note, p.flow.text[: marker.at])
        for p in document.paragraphs
        for marker in p.markers
    ]


# ---------------------------------------------------------------- official files


@pytest.fixture(scope="module")
def official(shared: Path) -> Callable[[str], Document]:
    """Reads one of the official files; skipped where they are absent."""

    def read(name: str) -> Document:
        path = shared / "pdf" / name
        if not path.is_file():
            pytest.skip(f"{path} is not here: the test needs the official PDF")
        return read_document(path)

    return read


def test_the_cover_of_an_official_file(official: Callable[[str], Document]) -> None:
    cover = official("A_RES_73_6-EN.pdf").cover
    assert (cover.symbol, cover.organ, cover.session) == ("A/RES/73/6", "ga", "73")
    assert (cover.adopted, cover.issued) == ("2018-10-26", "2018-10-31")
    assert [item.number for item in cover.agenda_items] == ["30"]
    assert [draft.symbol for draft in cover.drafts] == ["A/73/L.6", "A/73/L.6/Add.1"]
    assert cover.plenary
    assert (cover.meeting, cover.meeting_number) == ("A/73/PV.26", 26)
    assert cover.title == (
        "Fiftieth anniversary of the first United Nations Conference on the Exploration and "
        "Peaceful Uses of Outer Space: space as a driver of sustainable development"
    )


def test_the_paragraphs_of_an_official_file(official: Callable[[str], Document]) -> None:
    """A/RES/73/6 has 25 preambular paragraphs, 14 operative ones and 6 notes."""
    document = official("A_RES_73_6-EN.pdf")
    labels = [p.label for p in document.paragraphs if p.role in ("pp", "op", "note")]
    assert labels == [
        *(f"pp{n}" for n in range(1, 26)), *(f"op{n}" for n in range(1, 15)),
        *(f"note{n}" for n in range(1, 7)),
    ]  # fmt: skip
    flows = _flows(document)
    assert flows["pp1"].startswith("Recalling its resolutions 2453 A (XXIII) of 20 December 1968,")
    assert flows["op9"].startswith("9. Expresses its conviction that the Committee")


def test_notes_of_an_official_file_end_where_they_are_printed_to_end(
    official: Callable[[str], Document],
) -> None:
    """No running head, page number or job number stands in a note."""
    flows = _flows(official("A_RES_73_6-EN.pdf"))
    assert flows["note3"] == "Resolution 69/283, annex II."
    assert flows["note4"] == "See FCCC/CP/2015/10/Add.1, decision 1/CP.21, annex."
    assert flows["note5"] == "United Nations, Treaty Series, vol. 610, No. 8843."
    assert flows["note6"].endswith("A/AC.105/1175, A/AC.105/1180 and A/AC.105/1181.")


def test_calls_of_an_official_file_stand_behind_their_words(
    official: Callable[[str], Document],
) -> None:
    calls = {(label, note): words for label, note, words in _calls(official("A_RES_73_6-EN.pdf"))}
    assert calls["pp5", "note2"].endswith("the 2030 Agenda for Sustainable Development,")
    assert calls["pp5", "note3"].endswith(
        "the Sendai Framework for Disaster Risk Reduction 2015–2030"
    )
    assert calls["pp5", "note4"].endswith("the Paris Agreement")
    assert "op1" in {label for label, _ in calls}


def test_type_set_apart_is_not_cut_into_pieces(official: Callable[[str], Document]) -> None:
    """The file sets some letters a tenth of their size apart: "peopl e", "space -related"."""
    document = official("A_RES_73_6-EN.pdf")
    assert "ties to benefit people and the planet" in document.text
    assert "organizations on space-related activities" in document.text


def test_an_official_file_with_a_declaration_of_53_paragraphs(
    official: Callable[[str], Document],
) -> None:
    document = official("A_RES_73_3-EN.pdf")
    flows = _flows(document)
    assert {f"op{n}" for n in range(1, 54)} < set(flows)
    assert document.cover.symbol == "A/RES/73/3"
    assert [item.number for item in document.cover.agenda_items] == ["129"]
    assert list(document.notes) == [f"note{n}" for n in range(1, 8)]
    assert flows["note2"] == "Resolution 69/313, annex."
    assert "Supplement No. 53A" in flows["note4"]
    assert flows["op1"].endswith("Conference on Financing for Development;")
    assert "people-centred prevention" in document.text  # printed "people -centred"
    assert "A/RES/73/3" not in "".join(text for label, text in flows.items() if label[:2] == "op")


def test_every_flow_of_an_official_file_points_into_its_text(
    official: Callable[[str], Document],
) -> None:
    document = official("A_RES_73_6-EN.pdf")
    for paragraph in document.paragraphs:
        place = paragraph.flow.span(0, len(paragraph.flow.text))
        assert paragraph.span.contains(place)
    note = next(p for p in document.paragraphs if p.label == "note2")
    assert document.text[note.span.start : note.span.end] == "² Resolution 70/1."


# ---------------------------------------------------------------- files made here


class Sample(msgspec.Struct, frozen=True):
    """Two pages in one language: cover, formula, three preambular and two operative paragraphs.

    A number in braces is the call of a note. The second preambular paragraph goes on over the
    page; each page has its notes under a rule.
    """

    language: str
    cover: tuple[str, ...]
    first: tuple[str, ...]
    first_notes: tuple[str, ...]
    second: tuple[str, ...]
    second_notes: tuple[str, ...]
    calls: tuple[tuple[str, str, str], ...]


_SYMBOL = "A/RES/78/265"
_SAMPLES = (
    Sample(
        "en",
        ("United Nations", "General Assembly", "Seventy-eighth session", "Agenda item 13",
         "Resolution adopted by the General Assembly on 21 March 2024",
         "[without reference to a Main Committee (A/78/L.49)]",
         "78/265. Seizing the opportunities of safe systems"),
        ("The General Assembly,", "Recalling its resolution 70/1{1} of 25 September 2015,",
         "Recognizing that systems which are designed, developed, deployed and used in a manner "
         "that is trust-worthy can"),
        ("Resolution 70/1.",),
        ("accelerate progress towards the Goals,", "Taking note of the report,{2} with concern,",
         "1. Resolves to promote safe systems, as in resolution 1325 (2000);",
         "2. Decides to remain seized of the matter."),
        ("A/HRC/17/31, annex.",),
        (("pp1", "note1", "resolution 70/1"), ("pp3", "note2", "the report,")),
    ),
    Sample(
        "fr",
        ("Nations Unies", "Assemblée générale", "Soixante-dix-huitième session",
         "Point 13 de l’ordre du jour",
         "Résolution adoptée par l’Assemblée générale le 21 mars 2024",
         "[sans renvoi à une grande commission (A/78/L.49)]",
         "78/265. Saisir les possibilités offertes par des systèmes sûrs"),
        ("L’Assemblée générale,", "Rappelant sa résolution 70/1{1} du 25 septembre 2015,",
         "Considérant que les systèmes conçus, mis au point, déployés et utilisés de manière "
         "fiable peuvent"),
        ("Résolution 70/1.",),
        ("accélérer la réalisation des objectifs,", "Prenant note du rapport{2} avec inquiétude,",
         "1. Décide de promouvoir des systèmes sûrs, selon la résolution 1325 (2000) ;",
         "2. Décide de rester saisie de la question."),
        ("A/HRC/17/31, annexe.",),
        (("pp1", "note1", "résolution 70/1"), ("pp3", "note2", "du rapport")),
    ),
    Sample(
        "es",
        ("Naciones Unidas", "Asamblea General", "Septuagésimo octavo período de sesiones",
         "Tema 13 del programa",
         "Resolución aprobada por la Asamblea General el 21 de marzo de 2024",
         "[sin remisión previa a una Comisión Principal (A/78/L.49)]",
         "78/265. Aprovechar las oportunidades de sistemas seguros"),
        ("La Asamblea General,", "Recordando su resolución 70/1{1}, de 25 de septiembre de 2015,",
         "Reconociendo que los sistemas diseñados, desarrollados, desplegados y utilizados de "
         "manera fiable pueden"),
        ("Resolución 70/1.",),
        ("acelerar el logro de los Objetivos,", "Tomando nota del informe{2} con preocupación,",
         "1. Resuelve promover sistemas seguros, según la resolución 1325 (2000);",
         "2. Decide seguir ocupándose de la cuestión."),
        ("A/HRC/17/31, anexo.",),
        (("pp1", "note1", "resolución 70/1"), ("pp3", "note2", "del informe")),
    ),
    Sample(
        "ru",
        ("Организация Объединенных Наций", "Генеральная Ассамблея",
         "Семьдесят восьмая сессия", "Пункт 13 повестки дня",
         "Резолюция, принятая Генеральной Ассамблеей 21 марта 2024 года",
         "[без передачи в главные комитеты (A/78/L.49)]",
         "78/265. Использование возможностей безопасных систем"),
        ("Генеральная Ассамблея,", "ссылаясь на свою резолюцию 70/1{1} от 25 сентября 2015 года,",
         "признавая, что системы, которые разрабатываются, внедряются и используются надежным "
         "образом, могут"),
        ("Резолюция 70/1.",),
        ("ускорить достижение целей,", "принимая к сведению доклад{2} с обеспокоенностью,",
         "1. постановляет поощрять безопасные системы согласно резолюции 1325 (2000);",
         "2. постановляет продолжать заниматься этим вопросом."),
        ("A/HRC/17/31, приложение.",),
        (("pp1", "note1", "резолюцию 70/1"), ("pp3", "note2", "доклад")),
    ),
    Sample(
        "zh",
        ("联合国", "大会", "第七十八届会议", "议程项目13", "2024年3月21日大会决议",
         "[未经发交主要委员会而通过(A/78/L.49)]", "78/265. 抓住安全系统带来的机遇"),
        ("大会,", "回顾其2015年9月25日第70/1号决议,{1}",
         "认识到以值得信赖的方式设计、开发、部署和使用的系统有潜力加快在实现所有各项目标方面取得进展,弥合国家之间和国家内部的数字鸿沟,促进和平并增进人权,并且在经济、社会和环境三个方面以平衡兼顾的方式为各国人民带来机会,尤其是为发展中国家的人民带来机会,因此能够"),
        ("第70/1号决议。",),
        ("推动可持续发展,", "关切地注意到该报告,{2}",
         "1. 决心促进第1325(2000)号决议所述的安全系统;", "2. 决定继续处理此案。"),
        ("A/HRC/17/31,附件。",),
        (("pp1", "note1", "第70/1号决议,"), ("pp3", "note2", "该报告,")),
    ),
    Sample(
        "ar",
        ("الأمم المتحدة", "الجمعية العامة", "الدورة الثامنة والسبعون",
         "البند 13 من جدول الأعمال",
         "قرار اتخذته الجمعية العامة في 21 آذار/مارس 2024",
         "[دون الإحالة إلى لجنة رئيسية (A/78/L.49)]",
         "78/265 - اغتنام الفرص التي تتيحها النظم المأمونة"),
        ("إن الجمعية العامة،", "إذ تشير إلى قرارها 70/1{1} المؤرخ 25 أيلول/سبتمبر 2015،",
         "وإذ تسلم بأن النظم التي تصمم وتطور وتنشر وتستخدم على نحو موثوق به لا بد أن"),
        ("القرار 70/1.",),
        ("تعجل بإحراز تقدم نحو الأهداف،", "وإذ تحيط علما بالتقرير{2} مع القلق،",
         "1 - تعقد العزم على تعزيز النظم المأمونة وفقا للقرار 1325 (2000)؛",
         "2 - تقرر إبقاء المسألة قيد نظرها."),
        ("A/HRC/17/31، المرفق.",),
        (("pp1", "note1", "قرارها 70/1"), ("pp3", "note2", "بالتقرير")),
    ),
)  # fmt: skip


def _marked(text: str, language: str) -> str:
    """Words as HTML, calls as superscripts, which stand in brackets in Arabic."""
    text = html.escape(text)
    for number in "12":
        call = f"({number})" if language == "ar" else number
        text = text.replace(f"{{{number}}}", f"<sup>{call}</sup>")
    return text


def _notes(texts: tuple[str, ...], first: int, language: str) -> str:
    calls = (f"({n})" if language == "ar" else str(n) for n in range(first, first + len(texts)))
    return "".join(
        f"<div><sup>{call}</sup> {html.escape(text)}</div>"
        for call, text in zip(calls, texts, strict=True)
    )


def _pages(sample: Sample) -> str:
    """The two pages as HTML: running heads, notes at the bottom, the job number at the foot."""
    say = lambda texts: "".join(f"<p>{_marked(t, sample.language)}</p>" for t in texts)  # noqa: E731
    cover = "".join(f"<p class=cover>{html.escape(line)}</p>" for line in sample.cover)
    going_on, rest = sample.second[0], sample.second[1:]
    direction = "rtl" if sample.language == "ar" else "ltr"
    return f"""<html lang={sample.language} dir={direction}><style>
      @page {{ size: A4; margin: 0 }}
      body {{ margin: 0; font: 13px "DejaVu Serif", serif }}
      .page {{ position: relative; height: 296mm; page-break-after: always; overflow: hidden }}
      .body {{ position: absolute; top: 25mm; left: 40mm; right: 25mm }}
      .head {{ position: absolute; top: 10mm; left: 40mm; right: 25mm; font-size: 11px }}
      .notes {{ position: absolute; bottom: 25mm; left: 40mm; right: 25mm; font-size: 11px }}
      .foot {{ position: absolute; bottom: 10mm; left: 40mm; right: 25mm; font-size: 10px }}
      sup {{ font-size: 60%; line-height: 0; vertical-align: 4px }}
      p {{ text-align: justify; text-indent: 2em; margin: 0 0 10px }}
      .cover, .on {{ text-indent: 0 }}
    </style>
    <div class=page><div class=head dir=ltr>{_SYMBOL}</div>
      <div class=body><p class=cover dir=ltr>{_SYMBOL}</p>{cover}{say(sample.first)}</div>
      <div class=notes>__________{_notes(sample.first_notes, 1, sample.language)}</div>
      <div class=foot dir=ltr>24-05969 1/2</div></div>
    <div class=page><div class=head dir=ltr>{_SYMBOL}</div>
      <div class=body><p class=on>{_marked(going_on, sample.language)}</p>{say(rest)}</div>
      <div class=notes>__________{_notes(sample.second_notes, 2, sample.language)}</div>
      <div class=foot dir=ltr>2/2 24-05969</div></div></html>"""


@pytest.fixture(scope="module")
def printer(browser: Any) -> Iterator[Callable[[str], bytes]]:
    """Prints HTML to PDF with Chromium."""
    context = browser.new_context(offline=True)
    page = context.new_page()

    def print_page(content: str) -> bytes:
        page.set_content(content)
        return bytes(page.pdf(prefer_css_page_size=True))

    yield print_page
    context.close()


@pytest.fixture(scope="module")
def printed(printer: Callable[[str], bytes]) -> dict[str, Document]:
    """The samples of all six languages, printed and read."""
    return {
        sample.language: read_bytes(printer(_pages(sample)), f"{sample.language}.pdf")
        for sample in _SAMPLES
    }


def _levelled(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("sample", _SAMPLES, ids=lambda sample: sample.language)
def test_a_printed_text_is_read_as_it_was_written(
    printed: dict[str, Document], sample: Sample
) -> None:
    """Every paragraph and note in its own words, the one over the page whole, no head in a note."""
    document = printed[sample.language]
    bare = lambda text: text.replace("{1}", "").replace("{2}", "")  # noqa: E731
    joint = "" if sample.language == "zh" else " "
    over_the_page = sample.first[2] + joint + sample.second[0]
    flows = _flows(document)
    assert document.language == sample.language
    assert flows["pp1"] == bare(sample.first[1])
    assert flows["pp2"] == over_the_page
    assert flows["pp3"] == bare(sample.second[1])
    for label, words in (("op1", sample.second[2]), ("op2", sample.second[3])):
        assert flows[label].endswith(words.partition(" ")[2].removeprefix("- ")), flows[label]
    assert flows["note1"] == sample.first_notes[0]
    assert flows["note2"] == sample.second_notes[0]
    assert not {"pp4", "op3", "note3"} & set(flows)


@pytest.mark.parametrize("sample", _SAMPLES, ids=lambda sample: sample.language)
def test_calls_of_a_printed_text_stand_where_they_are_printed(
    printed: dict[str, Document], sample: Sample
) -> None:
    calls = _calls(printed[sample.language])
    assert [(label, note) for label, note, _ in calls] == [call[:2] for call in sample.calls]
    for (_, _, before), (_, _, words) in zip(calls, sample.calls, strict=True):
        assert before.endswith(words)


@pytest.mark.parametrize("sample", _SAMPLES, ids=lambda sample: sample.language)
def test_the_cover_of_a_printed_text_is_read(printed: dict[str, Document], sample: Sample) -> None:
    cover = printed[sample.language].cover
    assert (cover.symbol, cover.adopted, cover.plenary) == (_SYMBOL, "2024-03-21", True)
    assert [item.number for item in cover.agenda_items] == ["13"]
    assert [draft.symbol for draft in cover.drafts] == ["A/78/L.49"]


_ARABIC = (
    # what is printed, and why it is hard
    "لأن الآراء لا تزال، والإعلان وإلغاء",  # the letters lam and alef as one sign
    "القرارين 1514 (د-15) و 1541 (د-15)",  # brackets round letters and numbers
    "الوثيقة A/75/6 (Sect. 3)/Add.1 المقدمة",  # brackets inside a symbol
    "القرار A.1117(30) المؤرخ 6 كانون الأول",  # a code with its session in brackets
    "”تنفيذ العقد الدولي“ في الفترة 2011-2020",  # quotation marks and a range
    "المادة 73 (ب) من الميثاق والمادة 73 (ه)",  # one letter in brackets
    "(في إطار البند المعنون (أ) نزع السلاح) وما بعده",  # brackets in brackets
)


@pytest.mark.parametrize("words", _ARABIC)
def test_arabic_lines_are_read_in_their_order(printer: Callable[[str], bytes], words: str) -> None:
    sample = next(s for s in _SAMPLES if s.language == "ar")
    second = (*sample.second[:2], f"1 - تشير إلى {words}؛", *sample.second[3:])
    page = _pages(msgspec.structs.replace(sample, second=second))
    assert _flows(read_bytes(printer(page), "ar.pdf"))["op1"].endswith(f"تشير إلى {words}؛")


def test_a_word_cut_at_the_end_of_a_line_is_joined(printer: Callable[[str], bytes]) -> None:
    """Joined where the whole word stands elsewhere in the text; a compound keeps its hyphen."""
    sample = _SAMPLES[0]
    second = (
        *sample.second[:2],
        "1. Notes that sustain-<br>able systems, and drug-<br>resistant ones, are sustainable;",
        *sample.second[3:],
    )
    page = _pages(msgspec.structs.replace(sample, second=second)).replace("&lt;br&gt;", "<br>")
    page = page.replace("text-align: justify", "text-align: left")
    flows = _flows(read_bytes(printer(page), "cut.pdf"))
    assert "Notes that sustainable systems, and drug-resistant ones" in flows["op1"]


# ---------------------------------------------------------------- lines without a file


def test_brackets_are_turned_by_what_stands_beside_them() -> None:
    assert turn_brackets([")أ( ما ورد", "القرار 15 )د-3(،"]) == ["(أ) ما ورد", "القرار 15 (د-3)،"]
    assert turn_brackets(["(نص طويل( وما )بعده، )ب("]) == ["(نص طويل) وما (بعده، (ب)"]


def _line(text: str, bottom: float, size: float = 10.0) -> PageLine:
    return PageLine(text, size, 100.0, bottom, 500.0, bottom + size)


def test_running_heads_and_page_numbers_belong_to_no_paragraph() -> None:
    pages = [
        Page(
            (
                _line("A/RES/73/6 Resolution adopted", 800.0),
                _line(f"Page {number} says this in full,", 700.0),
                _line("_______________", 120.0),
                _line(f"{'¹²'[number - 1]} Resolution 70/{number}.", 108.0, 8.0),
                _line(f"{number}/2 18-17241", 30.0, 8.0),
            ),
            600.0,
            842.0,
        )
        for number in (1, 2)
    ]
    text = pages_to_text(pages)
    assert text.count("A/RES/73/6") == 1  # the first page's is the cover's own
    assert text.endswith("¹ Resolution 70/1.\n\n² Resolution 70/2.\n")
    assert "18-17241" not in text
    assert "_" not in text


# ---------------------------------------------------------------- files made to do harm


def _pdf(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of the objects given, the first of which is the catalogue."""
    out = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<</Size %d/Root 1 0 R%b>>\n"
        b"startxref\n%d\n%%%%EOF\n" % (size, table, size, trailer, len(out))
    )


def _with_page(content: bytes, trailer: bytes = b"", packed: bytes = b"") -> bytes:
    return _pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
            b"/Resources<</Font<</F 5 0 R>>>>>>",
            b"<</Length %d%b>>stream\n%b\nendstream" % (len(content), packed, content),
            b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>",
            b"<</Filter/Standard/V 1/R 2/P -4/O<%b>/U<%b>>>" % (b"ab" * 32, b"cd" * 32),
        ],
        trailer,
    )


def _said(*lines: str) -> bytes:
    moves = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
    return f"BT /F 11 Tf 72 760 Td {moves}ET".encode()


_SMALL = (
    "United Nations", "A/RES/78/265", "Resolution adopted by the General Assembly on 21 March 2024",
    "78/265. Seizing the opportunities of safe systems", "The General Assembly,",
    "Recalling its resolution 70/1 of 25 September 2015,", "1. Decides to remain seized.",
)  # fmt: skip


def test_the_small_file_that_the_next_ones_spoil_can_be_read() -> None:
    assert read_bytes(_with_page(_said(*_SMALL)), "small.pdf").cover.symbol == "A/RES/78/265"


def test_an_encrypted_file_is_said_to_be_so() -> None:
    locked = _with_page(_said(*_SMALL), b"/Encrypt 6 0 R/ID[<00><00>]")
    with pytest.raises(InputError, match=r"locked\.pdf: the PDF is encrypted; remove its password"):
        read_bytes(locked, "locked.pdf")


@pytest.mark.parametrize("data", [b"%PDF-", b"%PDF-1.7\n" + b"\0" * 400, b"%PDF-1.7\n%%EOF\n"])
def test_a_damaged_file_is_said_to_be_so(data: bytes) -> None:
    with pytest.raises(InputError, match=r"cut\.pdf: the PDF is damaged and cannot be opened"):
        read_bytes(data, "cut.pdf")


@pytest.mark.parametrize("kept", [0.2, 0.5, 0.8, 0.95])
def test_a_file_cut_short_is_read_or_refused_but_never_guessed(kept: float) -> None:
    """The engine may still find the pages; what it finds is then what the page says."""
    whole = _with_page(_said(*_SMALL))
    cut = whole[: int(len(whole) * kept)]
    try:
        document = read_bytes(cut, "cut.pdf")
    except RecallingError:
        with pytest.raises(InputError, match=r"^cut\.pdf: "):
            read_bytes(cut, "cut.pdf")
    else:
        assert document.text == read_bytes(whole, "whole.pdf").text


def test_pages_of_pictures_are_said_to_need_ocr() -> None:
    with pytest.raises(
        InputError, match=r"scan\.pdf: the pages hold pictures and no text; run OCR"
    ):
        read_bytes(_with_page(b"0 0 400 400 re f"), "scan.pdf")


def test_a_file_without_pages_is_refused() -> None:
    none = _pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"])
    with pytest.raises(InputError, match=r"none\.pdf: "):
        read_bytes(none, "none.pdf")


def test_what_takes_too_long_is_killed() -> None:
    started = time.monotonic()
    with pytest.raises(InputError, match=r"slow\.pdf: the PDF could not be taken apart in"):
        extract_text(_with_page(_said(*_SMALL)), "slow.pdf", seconds=0.01)
    assert time.monotonic() - started < 10


def test_a_process_that_hangs_is_killed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stub = tmp_path / "python"
    stub.write_text('#!/bin/sh\necho $$ > "$(dirname "$0")/pid"\nexec sleep 600\n')
    stub.chmod(0o755)
    monkeypatch.setattr("recalling.readers.pdf.sys.executable", str(stub))
    with pytest.raises(InputError, match="could not be taken apart in 1 seconds"):
        extract_text(b"%PDF-", "hangs.pdf", seconds=1.0)
    pid = int((tmp_path / "pid").read_text())
    assert not Path(f"/proc/{pid}").exists()


def test_a_process_that_breaks_down_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stub = tmp_path / "python"
    stub.write_text("#!/bin/sh\nkill -SEGV $$\n")
    stub.chmod(0o755)
    monkeypatch.setattr("recalling.readers.pdf.sys.executable", str(stub))
    with pytest.raises(InputError, match=r"broken\.pdf: the PDF is damaged or needs more memory"):
        extract_text(b"%PDF-", "broken.pdf")


def test_a_page_packed_a_thousandfold_is_refused_in_bounded_time() -> None:
    """300 MB of text operators, packed into 300 kB."""
    operators = zlib.compress(b"BT /F 1 Tf (aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) Tj ET\n" * 6_000_000)
    started = time.monotonic()
    with pytest.raises(InputError, match=r"bomb\.pdf: "):
        extract_text(_with_page(operators, packed=b"/Filter/FlateDecode"), "bomb.pdf", seconds=10.0)
    assert time.monotonic() - started < 30


def test_more_pages_than_a_resolution_has_are_refused() -> None:
    kids = b" ".join([b"3 0 R"] * 1_001)
    many = _pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[%b]/Count 1001>>" % kids,
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
        ]
    )
    with pytest.raises(InputError, match=r"long\.pdf: the PDF has 1001 pages, more than 1000"):
        read_bytes(many, "long.pdf")
