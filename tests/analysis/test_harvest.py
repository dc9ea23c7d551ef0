"""Footnotes say what names stand for: joined over languages, cut at the right words, disputed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec
import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from recalling.analysis.corpus import Corpus
from recalling.analysis.harvesting import (
    Candidate,
    Conflict,
    Contender,
    Given,
    Name,
    Target,
    candidates_turtle,
    harvest,
    read_candidates,
)
from recalling.analysis.harvesting.forms import names_before, names_in
from recalling.analysis.harvesting.nominative import filed
from recalling.authority import Authority, Entry, Label, Registration
from recalling.graph import assemble_lean, check_graph, ntriples
from recalling.graph.vocabulary import BASE
from recalling.model import Cover, Document, Flow, Language, Marker, Paragraph, Span
from recalling.model.errors import InputError
from recalling.pipeline import process

KNOWN = Entry(
    key="instrument/kyoto-protocol",
    kind="treaty",
    labels=(Label("Kyoto Protocol", "en"), Label("Protocole de Kyoto", "fr")),
    registrations=(Registration("UNTS", ("2303",), "30822"),),
)
AUTHORITY = Authority([KNOWN])

# a name and the note behind it, in six languages: A/RES/75/313 and 77/282, note 6, shortened
ALMATY = {
    "ar": ("وإذ تشير إلى إعلان ألماتي", "A/CONF.202/3، المرفق الثاني."),
    "zh": ("回顾《阿拉木图宣言》", "A/CONF.202/3，附件二。"),
    "en": ("Recalling the Almaty Declaration", "A/CONF.202/3, annex II."),
    "fr": ("Rappelant la Déclaration d’Almaty", "A/CONF.202/3, annexe II."),
    "ru": ("ссылаясь на Алматинскую декларацию", "A/CONF.202/3, приложение II."),
    "es": ("Recordando la Declaración de Almaty", "A/CONF.202/3, anexo II."),
}


def document(symbol: str, language: Language, *pairs: tuple[str, str]) -> Document:
    """A document whose one paragraph has words with a note behind them, a pair each."""
    words, markers = "", []
    for at, (before, _) in enumerate(pairs, 1):
        words += before
        markers.append(Marker(f"note{at}", len(words), Span(0, 1)))
        words += ", "
    texts = [words, *(note for _, note in pairs)]
    starts = [sum(len(text) + 1 for text in texts[:n]) for n in range(len(texts))]
    flows = [Flow(text, (0,), (start,)) for text, start in zip(texts, starts, strict=True)]
    spans = [Span(start, start + len(text)) for text, start in zip(texts, starts, strict=True)]
    return Document(
        name=f"{symbol}.{language}",
        text="\n".join(texts),
        language=language,
        cover=Cover(symbol=symbol, organ="ga"),
        paragraphs=(
            Paragraph("pp1", "pp", spans[0], flows[0], tuple(markers)),
            *(
                Paragraph(f"note{n}", "note", spans[n], flows[n], number=str(n))
                for n in range(1, len(texts))
            ),
        ),
        digest=f"{symbol}{language}".encode().hex(),
    )


def corpus(documents: Iterable[Document], authority: Authority = AUTHORITY) -> Corpus:
    """What a store keeps of documents, opened."""
    store = ox.Store()
    for one in documents:
        processed = process(one, authority)
        triples = assemble_lean(processed.document, processed.resolution, authority)
        store.bulk_load(ntriples(triples), format=ox.RdfFormat.N_TRIPLES)
    return Corpus(store)


def almaty(symbols: Sequence[str], languages: Iterable[str] = ALMATY) -> list[Document]:
    return [
        document(symbol, one, ALMATY[one])  # type: ignore[arg-type]
        for symbol in symbols
        for one in languages
    ]


def test_six_languages_are_joined_through_their_note() -> None:
    (found,) = harvest(corpus(almaty(["A/RES/75/313", "A/RES/77/282"])), AUTHORITY, least=2)
    assert (found.status, found.works, found.kind) == ("new", 2, "declaration")
    assert found.targets == (Target("doc/A/CONF.202/3", "annex II"),)
    assert {name.language: name.text for name in found.names} == {
        "ar": "إعلان ألماتي",
        "zh": "阿拉木图宣言",
        "en": "Almaty Declaration",
        "fr": "Déclaration d’Almaty",
        "ru": "Алматинская декларация",  # printed in the accusative
        "es": "Declaración de Almaty",
    }
    assert found.id == "almaty-declaration"
    assert found.source == "A/RES/75/313, note 1: A/CONF.202/3, annex II."


def test_evidence_says_how_often_and_where() -> None:
    (found,) = harvest(corpus(almaty(["A/RES/75/313", "A/RES/77/282"])), AUTHORITY, least=1)
    english = next(name for name in found.names if name.language == "en")
    assert (english.works, english.known) == (2, False)
    assert english.notes == ("doc/A/RES/75/313/en#note1", "doc/A/RES/77/282/en#note1")


def test_the_source_is_a_note_in_latin_letters_of_the_name_most_read() -> None:
    """Three Chinese documents and two French ones, but one English: the French note is quoted."""
    read = {"zh": ["A/RES/75/1", "A/RES/76/1", "A/RES/77/1"], "fr": ["A/RES/75/1", "A/RES/76/1"]}
    documents = [one for language in read for one in almaty(read[language], [language])]
    (found,) = harvest(corpus([*documents, *almaty(["A/RES/75/1"], ["en"])]), AUTHORITY, least=2)
    assert found.source == "A/RES/75/1, note 1: A/CONF.202/3, annexe II."


def test_too_few_documents_are_no_candidate() -> None:
    assert harvest(corpus(almaty(["A/RES/75/313"])), AUTHORITY, least=2) == []


def test_what_few_languages_take_for_a_name_is_a_turn_of_phrase() -> None:
    """ "in the framework of" begins with a noun of names in Arabic: إطار."""
    note = "A/CONF.202/3, annex II."
    phrases = {
        "ar": ("في إطار شراكة مراكش", "A/CONF.202/3، المرفق الثاني."),
        "en": ("as part of its efforts", note),
        "fr": ("dans le cadre de ses efforts", "A/CONF.202/3, annexe II."),
        "es": ("como parte de sus esfuerzos", "A/CONF.202/3, anexo II."),
    }
    documents = [document("A/RES/76/1", one, said) for one, said in phrases.items()]  # type: ignore[arg-type]
    assert harvest(corpus(documents), AUTHORITY, least=1) == []


def test_a_name_of_two_things_is_shown_with_both() -> None:
    note = "A/CONF.157/24 (Part I), chap. III."
    other = "Resolution 69/137, annex I."
    documents = [
        document(f"A/RES/76/{n}", "en", ("Recalling the Vienna Declaration", said))
        for n, said in enumerate((note, note, other), 1)
    ]
    first, second = harvest(corpus(documents), AUTHORITY, least=1)
    assert first.conflicts == (
        Conflict(
            "en",
            "Vienna Declaration",
            (
                Contender(first.id, "A/CONF.157/24 (Part I), chap. III", 2),
                Contender(second.id, "A/RES/69/137, annex I", 1),
            ),
        ),
    )
    assert second.conflicts[0].contenders == first.conflicts[0].contenders[::-1]


def test_a_name_of_many_things_is_a_description() -> None:
    """政治宣言 is the political declaration of whatever meeting is spoken of."""
    notes = ["第74/2号决议", "第74/4号决议，附件", "第75/290号决议，附件", "A/CONF.202/3，附件一"]
    documents = [
        document(f"A/RES/76/{n}", "zh", ("回顾《部长级政治宣言》", said))
        for n, said in enumerate(notes, 1)
    ]
    assert harvest(corpus(documents), AUTHORITY, least=1) == []
    assert len(harvest(corpus(documents[:2]), AUTHORITY, least=1)) == 2


def test_what_two_documents_say_contends_though_it_is_no_candidate() -> None:
    note, other = "A/CONF.157/24, chap. III.", "Resolution 69/137, annex I."
    documents = [
        document(f"A/RES/76/{n}", "en", ("Recalling the Vienna Declaration", said))
        for n, said in enumerate((note, note, note, other, other), 1)
    ]
    (found,) = harvest(corpus(documents), AUTHORITY, least=3)
    (conflict,) = found.conflicts
    assert conflict.contenders[1] == Contender("doc/A/RES/69/137", "A/RES/69/137, annex I", 2)


def test_less_of_the_document_is_the_same_thing() -> None:
    """Resolution 71/256, and its annex: both notes stand behind the New Urban Agenda."""
    documents = [
        document(f"A/RES/76/{n}", "en", ("Recalling the New Urban Agenda", said))
        for n, said in enumerate(("Resolution 71/256, annex.",) * 2 + ("Resolution 71/256.",), 1)
    ]
    (found,) = harvest(corpus(documents), AUTHORITY, least=1)
    whole, annex = Target("doc/A/RES/71/256"), Target("doc/A/RES/71/256", "annex")
    assert (found.works, found.targets) == (3, (annex,))
    assert found.given == (Given((annex,), 2), Given((whole,), 1))


def test_a_known_instrument_with_another_name_has_a_new_name() -> None:
    note = "United Nations, Treaty Series, vol. 2303, No. 30822."
    documents = [
        document("A/RES/76/1", "en", ("Recalling the Kyoto Protocol", note)),
        document("A/RES/76/1", "es", ("Recordando el Protocolo de Kyoto", note)),
    ]
    (found,) = harvest(corpus(documents), AUTHORITY, least=1)
    assert (found.status, found.known) == ("new name", "instrument/kyoto-protocol")
    assert [(n.text, n.known) for n in found.names] == [
        ("Kyoto Protocol", True),
        ("Protocolo de Kyoto", False),
    ]


def test_a_store_may_be_older_than_the_authority() -> None:
    """The treaty that the store knows by its number only has got its entry since."""
    note = "United Nations, Treaty Series, vol. 2303, No. 30822."
    older = corpus([document("A/RES/76/1", "en", ("the Kyoto Protocol", note))], Authority([]))
    (found,) = harvest(older, AUTHORITY, least=1)
    assert (found.status, found.known) == ("known", "instrument/kyoto-protocol")


def test_a_name_that_is_known_for_something_else_is_no_new_name() -> None:
    """The outcome of 2005 reaffirms a programme whose note then gives the outcome: 60/1."""
    outcome = Entry(
        key="doc/A/RES/60/1",
        kind="resolution",
        labels=(Label("2005 World Summit Outcome", "en"),),
        symbol="A/RES/60/1",
    )
    note = "Resolution 60/1."
    documents = [
        document("A/RES/76/1", "en", ("Recalling the 2005 World Summit Outcome", note)),
        document("A/RES/76/2", "en", ("Recalling the Kyoto Protocol", note)),
    ]
    known = Authority([KNOWN, outcome])
    found = {one.name("en"): one for one in harvest(corpus(documents, known), known, least=1)}
    assert found["2005 World Summit Outcome"].status == "known"
    assert found["2005 World Summit Outcome"].names[1:] == ()
    assert (found["Kyoto Protocol"].status, found["Kyoto Protocol"].known) == ("elsewhere", "")


@pytest.mark.parametrize(
    ("language", "name", "note"),
    [
        ("en", "Doha Agreement on the Protocol",
         "United Nations, Treaty Series, vol. 2303, No. 30822."),
        ("fr", "Amendement de Doha au Protocole de Kyoto",
         "Nations Unies, Recueil des Traités, vol. 2303, no 30822."),
    ],
)  # fmt: skip
def test_what_has_the_number_of_a_known_treaty_need_not_be_it(
    language: Language, name: str, note: str
) -> None:
    documents = [document("A/RES/76/1", language, (name, note))]
    (found,) = harvest(corpus(documents), AUTHORITY, least=1)
    assert (found.status, found.known) == ("new", "")
    assert [one.id for one in found.beside] == ["instrument/kyoto-protocol"]


def test_a_note_that_has_another_number_in_a_language_is_not_joined() -> None:
    """A language with one note less: its first note is the second of the others."""
    doha = ("and the Doha Declaration", "Resolution 63/239, annex.")
    documents = [
        document("A/RES/76/1", "en", ALMATY["en"], doha),
        document("A/RES/76/1", "es", ("y la Declaración de Doha", "Resolución 63/239, anexo.")),
        document("A/RES/76/1", "fr", ALMATY["fr"], ("la Déclaration de Doha", "Résolution 63/239")),
    ]  # fmt: skip
    found = {one.target: one for one in harvest(corpus(documents), AUTHORITY, least=1)}
    assert found["A/CONF.202/3, annex II"].name("es") == ""
    assert found["A/CONF.202/3, annex II"].name("fr") == "Déclaration d’Almaty"


@pytest.mark.parametrize(
    ("quote", "language", "names"),
    [
        ("《联合国囚犯待遇最低限度标准规则》(《纳尔逊·曼德拉规则》)", "zh",
         ("联合国囚犯待遇最低限度标准规则", "纳尔逊·曼德拉规则")),
        ("Ensemble de règles minima (Règles Nelson Mandela)", "fr",
         ("Ensemble de règles minima", "Règles Nelson Mandela")),
        ("« Modalités d’action accélérées (Orientations de Samoa) »", "fr",
         ("Modalités d’action accélérées", "Orientations de Samoa")),
        ("Charter of the Association, the Treaty of Amity and Cooperation", "en",
         ("Treaty of Amity and Cooperation",)),
        ("قواعد الأمم المتحدة الدنيا (", "ar", ("قواعد الأمم المتحدة الدنيا",)),
        ("Framework “Protect, Respect and Remedy”", "en",
         ("Framework “Protect, Respect and Remedy”",)),
        ("Пелиндабский договор", "ru", ("Пелиндабский договор",)),
        ("Bangui Declaration on 10 June 2016", "en", ("Bangui Declaration",)),
        ("Déclaration de Rio du 14 juin 1992", "fr", ("Déclaration de Rio",)),
        ("题为“我们的共同议程”的报告", "zh", ("我们的共同议程",)),
        ("Worst Forms of Child Labour Convention, 1999 (No. 182)", "en",
         ("Worst Forms of Child Labour Convention, 1999 (No. 182)",)),
        ("Convention", "en", ()),
        ("Конвенцией", "ru", ()),
        ("الاتفاقية", "ar", ()),
        ("《公约》", "zh", ()),
        ("Framework for Action", "en", ()),
        ("行动框架", "zh", ()),
        ("advisory opinion", "en", ()),
        ("574 (XXVII)", "en", ()),
        ("1325 (2000)", "es", ()),
        ("CBD/CP/MOP/VIII/19", "fr", ()),
    ],
)  # fmt: skip
def test_a_name_ends_where_it_ends(quote: str, language: Language, names: tuple[str, ...]) -> None:
    assert names_in(quote, language) == names


def test_a_verb_is_no_part_of_a_name() -> None:
    quote = "Noting the Framework on Durable Solutions"
    assert names_in(quote, "en", "Noting") == ("Framework on Durable Solutions",)


@pytest.mark.parametrize(
    ("words", "quote", "language", "names"),
    [
        # A/RES/75/239: what the note gives amends the convention
        ("the amendments to the International Convention on Maritime Search and Rescue",
         "International Convention on Maritime Search and Rescue", "en", ()),
        ("article 76 of the Convention and with the Rules of Procedure",
         "Convention and with the Rules of Procedure", "en", ()),
        ("in the Nairobi Convention on the Removal of Wrecks",
         "Nairobi Convention on the Removal of Wrecks", "en",
         ("Nairobi Convention on the Removal of Wrecks",)),
        # A/RES/75/30: what happened to a declaration is no part of its name
        ("la Déclaration du Caire adoptée à cette occasion",
         "Déclaration du Caire adoptée à cette occasion", "fr", ("Déclaration du Caire",)),
        ("Declaración de El Cairo aprobada en esa ocasión",
         "Declaración de El Cairo aprobada en esa ocasión", "es", ("Declaración de El Cairo",)),
        ("إعلان القاهرة الذي اعتمد في تلك المناسبة",
         "إعلان القاهرة الذي اعتمد في تلك المناسبة", "ar", ("إعلان القاهرة",)),
        ("Бангийскую декларацию, принятую в тот день",
         "Бангийскую декларацию, принятую в тот день", "ru", ("Бангийскую декларацию",)),
        ("the Bangui Declaration adopted at that meeting",
         "Bangui Declaration adopted at that meeting", "en", ("Bangui Declaration",)),
        # A/RES/76/194: the note is that of the Agreement
        ("the Paris Agreement adopted under the Framework Convention on Climate Change",
         "Framework Convention on Climate Change", "en", ()),
        ("والعهدين الدوليين الخاصين بحقوق الإنسان", "والعهدين الدوليين الخاصين بحقوق الإنسان", "ar",
         ("العهدين الدوليين الخاصين بحقوق الإنسان",)),
        ("of the outcome document", "outcome document", "en", ()),
        # A/RES/75/219: a name longer than the pattern that found it
        ("в связи с Нагойско-Куала-Лумпурским дополнительным протоколом",
         "агойско-Куала-Лумпурским дополнительным протоколом", "ru",
         ("Нагойско-Куала-Лумпурским дополнительным протоколом",)),
    ],
)  # fmt: skip
def test_the_words_before_a_name_say_whether_it_is_one(
    words: str, quote: str, language: Language, names: tuple[str, ...]
) -> None:
    assert names_before(words, quote, "", language, AUTHORITY) == names


@pytest.mark.parametrize(
    ("printed", "nominative"),
    [
        ("Глобального плана действий", "Глобальный план действий"),
        ("Пекинскую декларацию и Платформу действий", "Пекинская декларация и Платформа действий"),
        ("Парижского соглашения, принятого здесь", "Парижское соглашение, принятое здесь"),
        ("Минимальным стандартным правилам", "Минимальные стандартные правила"),
        ("Киншасской конвенции", "Киншасская конвенция"),
        ("Лондонском протоколе", "Лондонский протокол"),
        ("Дополнительному протоколу", "Дополнительный протокол"),
        ("Договором о торговле оружием", "Договор о торговле оружием"),
        ("Рамочная программа", "Рамочная программа"),
        ("Путь Самоа", "Путь Самоа"),
    ],
)  # fmt: skip
def test_a_name_is_filed_in_the_nominative(printed: str, nominative: str) -> None:
    assert filed({printed: 1}, "ru") == {printed: nominative}


text = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=40)
targets = st.builds(
    Target,
    st.sampled_from(["doc/A/CONF.202/3", "doc/A/75/6 (Sect. 3)/Add.7", "record/imo/LC-32/15"]),
    st.sampled_from(["", "annex II", "chap. I, resolution 1"]),
) | st.just(Target("treaty/I-42279", volume="2354"))


@st.composite
def candidates(draw: st.DrawFn) -> Candidate:
    contenders = (Contender("other", "A/RES/1", 2), Contender("instrument/x", "x", 0))
    return Candidate(
        id=draw(st.sampled_from(["almaty-declaration", "x-2"])),
        kind="declaration",
        targets=(draw(targets),),
        names=(
            Name(language="en", text=draw(text), works=3, notes=("doc/A/1/en#annex1:note2",)),
            Name(language="ar", text=draw(text), works=1, notes=("doc/A/1/ar#note1",), known=True),
        ),
        works=3,
        status=draw(st.sampled_from(["new", "known", "new name", "elsewhere"])),
        known=draw(st.sampled_from(["", "instrument/x", "doc/A/RES/S-10/2"])),
        given=(Given((draw(targets), draw(targets)), 2),),
        source=draw(text),
        beside=draw(st.sampled_from([(), contenders])),
        conflicts=(Conflict("en", draw(text), contenders),),
    )  # fmt: skip


@given(one=candidates())
def test_turtle_says_all_and_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, one: Candidate
) -> None:
    path = tmp_path_factory.mktemp("candidates") / "candidates.ttl"
    two = msgspec.structs.replace(one, id="zz", works=1)
    path.write_text(candidates_turtle([one, two]), "utf-8")
    assert read_candidates(path) == [one, two]


def test_candidates_fit_their_shapes_and_a_lost_source_is_found() -> None:
    found = harvest(corpus(almaty(["A/RES/75/313", "A/RES/77/282"])), AUTHORITY, least=2)
    turtle = candidates_turtle(found)

    def findings(text: str) -> list[str]:
        graph = rdflib.Graph().parse(data=text, format="turtle", publicID=BASE)
        return [str(one) for one in check_graph(graph)]

    assert findings(turtle) == []
    assert (
        "does not say in which note" in findings(turtle.replace("prov:wasDerived", "prov:was"))[0]
    )
    assert "must have one status" in findings(turtle.replace('"new"', '"newish"'))[0]


@pytest.mark.parametrize(
    ("content", "word"),
    [
        ("", "holds no candidates"),
        ("<a> <b>", "cannot be read as candidates"),
        ("<https://x/candidate/a> a <https://w3id.org/recalling/ontology#Candidate> .", "position"),
    ],
)
def test_a_file_that_holds_none_is_said_to(tmp_path: Path, content: str, word: str) -> None:
    path = tmp_path / "candidates.ttl"
    path.write_text(content, "utf-8")
    with pytest.raises(InputError, match=word):
        read_candidates(path)
    with pytest.raises(InputError, match="recalling authority harvest"):
        read_candidates(tmp_path / "missing.ttl")
