"""Clauses: which verb is printed, what it does, and how far it governs."""

from __future__ import annotations

import csv
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import recalling
from recalling.extractors.clauses import clause_at, find_clauses
from recalling.extractors.verb_forms import lexicon
from recalling.model import (
    LANGUAGES,
    Clause,
    Cover,
    Document,
    Flow,
    Language,
    Paragraph,
    Role,
    Span,
)
from recalling.readers import read_text


def paragraph(label: str, text: str, parent: str | None = None) -> Paragraph:
    role: Role = "pp" if label.startswith("pp") else "para" if "para" in label else "op"
    return Paragraph(label, role, Span(0, len(text)), Flow(text), parent=parent)


def document(language: Language, *paragraphs: Paragraph) -> Document:
    return Document(name="x", text="", language=language, cover=Cover(), paragraphs=paragraphs)


def verbs(language: Language, label: str, text: str) -> list[tuple[str, str | None]]:
    found = find_clauses(document(language, paragraph(label, text)))
    return [(clause.verb, clause.function) for clause in found]


def governing(language: Language, text: str, words: str, label: str = "op1") -> str | None:
    clauses = find_clauses(document(language, paragraph(label, text)))
    clause = clause_at(clauses, label, text.index(words))
    return clause.function if clause else None


@pytest.mark.parametrize(
    ("language", "label", "text", "verb", "function"),
    [
        ("en", "pp1", "Reaffirming also its resolution 70/1", "Reaffirming also", "reaffirms"),
        (
            "en",
            "pp1",
            "Taking note with appreciation of the report",
            "Taking note with appreciation",
            "takes-note-with-appreciation",
        ),
        (
            "en",
            "op3",
            "3. Notes with deep concern that",
            "Notes with deep concern",
            "notes-with-concern",
        ),
        ("en", "op1", "1. Also calls upon all States", "Also calls upon", "calls-upon"),
        (
            "en",
            "op1",
            "Reiterates its request to the Secretary-General",
            "Reiterates its request",
            "requests",
        ),
        ("en", "op9", "Decides to remain seized of the matter", "Decides", "remains-seized"),
        ("zh", "pp5", "又表示注意到联合国秘书长的报告", "又表示注意到", "takes-note-of"),
        ("zh", "pp5", "赞赏地回顾其决议", "赞赏地回顾", "recalls"),
        ("zh", "pp5", "对这种非法行为的被害人表示同情", "对", "expresses-solidarity"),
        (
            "zh",
            "op4",
            "又连续第二十三年再次严重关切地注意到秘书长的报告",
            "又连续第二十三年再次严重关切地注意到",
            "notes-with-concern",
        ),
        ("zh", "op2", "2.在这方面鼓励会员国", "鼓励", "encourages"),
        ("zh", "pp9", "根据《联合国宪章》第七章采取行动", "采取行动", "acting-under"),
        (
            "fr",
            "op2",
            "2. Prend également note avec satisfaction du rapport",
            "Prend également note avec satisfaction",
            "takes-note-with-appreciation",
        ),
        ("fr", "pp1", "Se\xa0félicitant de l’adoption", "Se\xa0félicitant", "welcomes"),
        (
            "fr",
            "pp1",
            "Notant avec une vive préoccupation que",
            "Notant avec une vive préoccupation",
            "notes-with-concern",
        ),
        (
            "ru",
            "op2",
            "2. с удовлетворением отмечает также доклад",
            "с удовлетворением отмечает также",
            "welcomes",
        ),
        (
            "ru",
            "pp1",
            "принимая также к сведению доклад",
            "принимая также к сведению",
            "takes-note-of",
        ),
        (
            "ru",
            "pp1",
            "будучи глубоко обеспокоена тем, что",
            "будучи глубоко обеспокоена",
            "expresses-concern",
        ),
        (
            "es",
            "op1",
            "Acoge con beneplácito también el informe",
            "Acoge con beneplácito también",
            "welcomes",
        ),
        ("es", "op1", "Hace suyas las conclusiones", "Hace suyas", "endorses"),
        (
            "ar",
            "pp1",
            "وإذ تحيط علما مع التقدير بتقرير",
            "وإذ تحيط علما مع التقدير",
            "takes-note-with-appreciation",
        ),
        ("ar", "pp1", "إذ تعيد أيضا تأكيد قرارها", "إذ تعيد أيضا تأكيد", "reaffirms"),
        ("ar", "op1", "1 - تؤكد من جديد أن", "تؤكد من جديد", "reaffirms"),
    ],
)
def test_leading_verb_as_printed(
    language: Language, label: str, text: str, verb: str, function: str
) -> None:
    """The verb goes as far as the official texts print it; what follows may still decide it."""
    assert verbs(language, label, text)[0] == (verb, function)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Concerned by the end of the talks and expressing the hope that they resume,"),
        ("fr", "Préoccupée par l’arrêt des pourparlers et exprimant l’espoir qu’ils reprendront,"),
        ("es", "Preocupada por el fin de las conversaciones y expresando la esperanza de que,"),
        (
            "ru",
            "будучи обеспокоена прекращением переговоров и выражая надежду на их возобновление,",
        ),
        ("ar", "وإذ يساورها القلق إزاء توقف المحادثات، وإذ تعرب عن الأمل في أن تستأنف،"),
        ("zh", "表示关切会谈停止，并表示希望会谈恢复，"),
    ],
)
def test_a_bare_joint_before_a_participle_of_the_preamble_begins_a_clause(
    language: Language, text: str
) -> None:
    """A/RES/77/26, in the ninth paragraph of the preamble."""
    functions = [function for _, function in verbs(language, "pp9", text)]
    assert functions == ["expresses-concern", "hopes"]


def test_a_verb_behind_its_object_ends_its_clause() -> None:
    """A/RES/76/60, 29: what is asked of others inside the object is not said by the Assembly."""
    text = "29. 对秘书长支持振兴常设咨询委员会的活动表示满意，并请其继续提供协助；"
    assert verbs("zh", "op29", text)[0] == ("对", "expresses-appreciation")


def test_a_point_that_begins_with_its_object_has_no_verb() -> None:
    """A/RES/77/224, 2 (b): what States are asked to do, and not what the Assembly does."""
    point = paragraph("op2(b)", "(b) 为主要机构提供支持；", parent="op2")
    assert find_clauses(document("zh", point)) == ()


@pytest.mark.parametrize(
    ("language", "label", "text"),
    [
        ("en", "op1", "Urges States to act, respecting the sovereignty of all"),
        ("fr", "op1", "Exhorte les États à agir, en respectant leur souveraineté"),
        ("es", "op1", "Insta a los Estados a actuar, respetando la soberanía de todos"),
        ("ru", "op1", "настоятельно призывает государства действовать, изменяя свои законы"),
        ("zh", "op1", "敦促各国采取行动，同时尊重各国主权"),
        ("ar", "op1", "تحث الدول على العمل، وتحترم سيادة الجميع"),
    ],
)
def test_some_verbs_may_only_open_a_paragraph(language: Language, label: str, text: str) -> None:
    assert [function for _, function in verbs(language, label, text)] == ["urges"]


@pytest.mark.parametrize(
    ("language", "label", "text", "verb"),
    [
        ("en", "op1", "Warns against any such operation", "Warns"),
        ("en", "pp1", "Dismayed by the loss of life", "Dismayed"),
        ("fr", "op1", "Souscrits aux conclusions du Comité", "Souscrits"),
        ("ru", "op1", "предостерегает от любых операций", "предостерегает"),
        ("es", "op1", "Advierte contra cualquier operación", "Advierte"),
        ("ar", "op1", "يحذر من أي عمليات عسكرية", "يحذر"),
        ("zh", "op1", "警告不要开展任何军事行动", "警告"),
    ],
)
def test_an_unknown_verb_is_found_by_its_form(
    language: Language, label: str, text: str, verb: str
) -> None:
    """It is printed, but what it does is not guessed."""
    assert verbs(language, label, text)[0] == (verb, None)


@pytest.mark.parametrize(
    ("language", "label", "text", "functions"),
    [
        (
            "en",
            "pp1",
            "Reaffirming the Charter, and recalling the Declaration,",
            ["reaffirms", "recalls"],
        ),
        (
            "en",
            "op2",
            "Resolves to promote such systems; and stresses the need for standards",
            ["resolves", "stresses"],
        ),
        (
            "en",
            "op1",
            "Recalls resolution 76/307 and, in this regard, looks forward to a compact",
            ["recalls", "looks-forward-to"],
        ),
        ("zh", "pp1", "重申国际法，并回顾《世界人权宣言》，", ["reaffirms", "recalls"]),
        (
            "zh",
            "pp1",
            "表示注意到该机构发表中期报告并期待收到其最后报告",
            ["takes-note-of", "looks-forward-to"],
        ),
        (
            "fr",
            "pp1",
            "Réaffirmant le droit international, et rappelant la Déclaration,",
            ["reaffirms", "recalls"],
        ),
        (
            "ru",
            "pp1",
            "подтверждая международное право, и ссылаясь на Всеобщую декларацию,",
            ["reaffirms", "recalls"],
        ),
        (
            "es",
            "pp1",
            "Reafirmando el derecho internacional, y recordando la Declaración,",
            ["reaffirms", "recalls"],
        ),
        (
            "ar",
            "pp1",
            "إذ تعيد تأكيد القانون الدولي، وإذ تشير إلى الإعلان العالمي،",
            ["reaffirms", "recalls"],
        ),
        (
            "ar",
            "op1",
            "تشير إلى الفقرة 11 من التقرير، وتطلب إلى الأمين العام",
            ["recalls", "requests"],
        ),
    ],
)
def test_further_verbs_of_a_paragraph(
    language: Language, label: str, text: str, functions: list[str]
) -> None:
    """Each opens a clause of its own."""
    assert [function for _, function in verbs(language, label, text)] == functions


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Encourages States to act in accordance with the Charter, and pursuant to law"),
        ("en", "Takes note of the requests of States and the notes of the Secretariat"),
        ("en", "Calls upon Member States and invites other stakeholders to take action"),
        ("zh", "鼓励私营部门遵守法律，并按照《指导原则》行事"),
        ("zh", "促请会员国并邀请其他利益攸关方采取行动"),
        ("zh", "肯定联合国系统在根据国际法、特别是根据《联合国宪章》作出贡献"),
        ("fr", "Engage les États Membres et invite les autres parties prenantes à agir"),
        ("es", "Exhorta a los Estados Miembros e invita a otros interesados a que actúen"),
        ("ru", "призывает государства-члены и предлагает другим сторонам принять меры"),
        ("ar", "تهيب بالدول الأعضاء وتدعو أصحاب المصلحة الآخرين إلى اتخاذ إجراءات"),
    ],
)
def test_what_opens_no_further_clause(language: Language, text: str) -> None:
    """Nouns, grounds for acting, and a second addressee of the same request."""
    assert len(verbs(language, "op1", text)) == 1


@pytest.mark.parametrize(
    ("language", "text", "inside", "behind"),
    [
        (
            "en",
            "Recalling resolution 17/4, in which it endorsed the Guiding Principles, and "
            "resolution 70/1",
            "Guiding",
            "70/1",
        ),
        ("zh", "回顾第17/4号决议核可了《指导原则》；第70/1号决议", "《指导", "70/1"),
        (
            "fr",
            "Rappelant la résolution 17/4, par laquelle il a approuvé les Principes, et la "
            "résolution 70/1",
            "Principes",
            "70/1",
        ),
        (
            "ru",
            "ссылаясь на резолюцию 17/4, которая одобрила Принципы, и резолюцию 70/1",
            "Принципы",
            "70/1",
        ),
        (
            "es",
            "Recordando la resolución 17/4, en la que hizo suyos los Principios, y la "
            "resolución 70/1",
            "Principios",
            "70/1",
        ),
        (
            "ar",
            "وإذ تشير إلى القرار 17/4 الذي أيد المبادئ التوجيهية، والقرار 70/1",
            "المبادئ",
            "70/1",
        ),
    ],
)
def test_a_document_may_be_the_subject(
    language: Language, text: str, inside: str, behind: str
) -> None:
    """Its verb governs its own object; behind it the paragraph's verb goes on."""
    assert governing(language, text, inside, "pp1") in ("endorses", "approves")
    assert governing(language, text, behind, "pp1") == "recalls"


def test_a_participle_beside_the_main_verb_ends_where_that_goes_on() -> None:
    """In an operative paragraph "recalling …" is said by the way."""
    text = "Requests the Board, recalling resolution 71/2, to act under resolution 72/3"
    assert governing("en", text, "71/2") == "recalls"
    assert governing("en", text, "72/3") == "requests"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "At its 69th plenary meeting, the General Assembly, recalling its resolution 71/321, "
            "decided to postpone the hearing",
        ),
        ("zh", "2022年6月21日，大会第85次全体会议根据德国提议，回顾其第76/233号决议，决定召开会议"),
        (
            "fr",
            "À sa 69e séance, l’Assemblée générale, rappelant sa résolution 71/321, a décidé de "
            "reporter l’audition",
        ),
        (
            "ru",
            "На своем 69-м заседании Генеральная Ассамблея, ссылаясь на свою резолюцию 71/321, "
            "постановила отложить слушания",
        ),
        (
            "es",
            "En su 69ª sesión, la Asamblea General, recordando su resolución 71/321, decidió "
            "aplazar la audiencia",
        ),
        (
            "ar",
            "في الجلسة 69، الجمعية العامة، إذ تشير إلى قرارها 71/321، قررت أن ترجئ جلسة الاستماع",
        ),
    ],
)
def test_the_record_of_a_decision_tells_its_verbs_in_the_past(
    language: Language, text: str
) -> None:
    """As in A/DEC/76/560 and A/DEC/76/568."""
    functions = [function for _, function in verbs(language, "para1", text)]
    assert functions == ["recalls", "decides"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "16. We reaffirm the 2030 Agenda and we recall resolution 70/1"),
        ("zh", "16.我们重申《2030年议程》，并回顾第70/1号决议"),
        ("fr", "16. Nous réaffirmons le Programme 2030 et rappelons la résolution 70/1"),
        ("ru", "16. Мы подтверждаем Повестку дня и ссылаемся на резолюцию 70/1"),
        ("es", "16. Reafirmamos la Agenda 2030 y recordamos la resolución 70/1"),
        ("ar", "16 - نؤكد من جديد خطة عام 2030، ونشير إلى القرار 70/1"),
    ],
)
def test_a_declaration_speaks_for_those_who_met(language: Language, text: str) -> None:
    """In an annex only: elsewhere nobody says "we"."""
    found = find_clauses(document(language, paragraph("annex1:op16", text)))
    assert [clause.function for clause in found] == ["reaffirms", "recalls"]
    assert found[0].leading


def test_a_point_is_governed_by_the_last_clause_of_its_parents() -> None:
    """Down to the second level, and until it says something of its own."""
    clauses = find_clauses(
        document(
            "en",
            paragraph("op4", "Welcomes the report, and requests the Secretary-General:"),
            paragraph("op4(b)", "To report on the 2030 Agenda, noting the gaps:", "op4"),
            paragraph("op4(b)(ii)", "In the light of resolution 70/1", "op4(b)"),
            paragraph("op4(c)#2", "In the light of resolution 70/1", "op4"),
            paragraph("op5", "In the light of resolution 70/1"),
        )
    )

    def function(label: str, at: int) -> str | None:
        clause = clause_at(clauses, label, at)
        return clause.function if clause else None

    assert function("op4", 5) == "welcomes"
    assert function("op4(b)", 3) == "requests"
    assert function("op4(b)", 40) == "notes"
    assert function("op4(b)(ii)", 0) == "notes"
    assert function("op4(c)#2", 0) == "requests"
    assert function("op5", 3) is None


def test_every_verb_of_the_bundled_document_is_the_one_that_was_read_by_hand(shared: Path) -> None:
    """Each mention of 78/265 under the verb and the function that the table gives it."""
    source = Path(recalling.__file__).parent / "examples" / "A_RES_78_265.zh.txt"
    read = read_text(source.read_text(encoding="utf-8"), source.name)
    clauses = find_clauses(read)
    flows = {p.label: p.flow.text for p in read.paragraphs}
    with (shared / "gold" / "78-265.mentions.tsv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["verb_zh"]]
    assert len(rows) == 34
    for row in rows:
        surface = row["surface"].replace(" ", "").replace("…", "")
        clause = clause_at(clauses, row["paragraph"], flows[row["paragraph"]].index(surface))
        assert clause is not None, row
        assert clause.function is not None
        assert clause.verb == row["verb_zh"], row
        assert clause.function.replace("-", " ") == row["function"], row


@given(st.sampled_from(LANGUAGES), st.text(max_size=300), st.sampled_from(["pp1", "op1", "para1"]))
@settings(max_examples=300, deadline=None)
def test_any_text_gives_clauses_that_lie_in_it(language: Language, text: str, label: str) -> None:
    """Whatever is read, a verb is the words at its offsets, and at most one leads."""
    found = find_clauses(document(language, paragraph(label, text)))
    for clause in found:
        assert 0 <= clause.at < clause.at + len(clause.verb) <= clause.until <= len(text)
        assert text[clause.at : clause.at + len(clause.verb)] == clause.verb
    assert sum(clause.leading for clause in found) <= 1
    assert [c.at for c in found] == sorted(c.at for c in found)


def seconds(text: str, language: Language) -> float:
    read = document(language, paragraph("op1", text))
    best = 9.9
    for _ in range(3):
        start = time.process_time()
        find_clauses(read)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize(
    ("language", "unit"),
    [
        ("en", ", and also further strongly notes with deep deep deep "),
        ("en", "expressing its deep grave serious "),
        ("fr", ", et également vivement note avec une vive "),
        ("ru", ", с глубокой серьезной крайней обеспокоенностью "),
        ("es", ", y toma nota con profunda grave "),
        ("ar", "، وإذ تعرب عن بالغ شديد القلق البالغ "),
        ("zh", "，又再次深为严重极为关切地"),
        ("en", ", noting it, which endorsed it, in which it endorsed it"),
        ("en", " in which it endorsed"),
        ("zh", "决议核可《"),
    ],
)
def test_time_grows_with_the_text_and_no_faster(language: Language, unit: str) -> None:
    """Twice the hostile text takes about twice the time."""
    seconds(unit * 100, language)
    once, twice = seconds(unit * 1500, language), seconds(unit * 3000, language)
    assert twice < 3 * once + 0.05


def test_clauses_are_values() -> None:
    """The same text gives equal clauses, whatever was read before."""
    one = find_clauses(document("en", paragraph("op1", "Notes the report")))
    two = find_clauses(document("en", paragraph("op1", "Notes the report")))
    assert one == two == (Clause("op1", "Notes", "notes", 0, 16, Span(0, 5), leading=True),)


def test_a_verb_is_a_whole_word() -> None:
    """From the start that is given on; what only begins or ends like a verb is none."""
    texts = {"notes it": 0, "it notes, and notes": 10, "footnotes": 0, "notesworthy": 0}
    keys = lexicon("en").keys_in
    found = [[text[at:end] for _, at, end in keys(text, start)] for text, start in texts.items()]
    assert found == [["notes"], ["notes"], [], []]


def test_a_verb_behind_its_object_governs_that() -> None:
    """S/RES/2536(2020), eleventh preambular paragraph, in Chinese."""
    text = "根据《联合国宪章》第七章采取行动，"
    (clause,) = find_clauses(document("zh", paragraph("pp1", text)))
    assert (clause.verb, clause.function) == ("采取行动", "acting-under")
    assert (clause.at, clause.span.start) == (0, text.index("采取行动"))
    found = clause_at([clause], "pp1", text.index("《"))
    assert found == clause
