"""What short forms mean where a document names several instruments with one noun."""

from __future__ import annotations

import pytest

from recalling.authority import load_authority
from recalling.extractors import find
from recalling.model import Citation, Cover, Document, Flow, Language, Paragraph, Span
from recalling.resolver import resolve
from worded import resolved, worded


def cited(*texts: str) -> list[Citation]:
    """What the operative paragraphs of an English resolution cite."""
    whole, paragraphs = "", []
    for number, text in enumerate(texts, 1):
        start = len(whole)
        whole += text + "\n"
        paragraphs.append(
            Paragraph(f"op{number}", "op", Span(start, len(whole) - 1), Flow(text, (0,), (start,)))
        )
    document = Document(
        name="one",
        text=whole,
        language="en",
        cover=Cover(symbol="A/RES/78/999", organ="ga", adopted="2024-03-21"),
        paragraphs=tuple(paragraphs),
    )
    authority = load_authority()
    return list(resolve(document, find(document, authority), authority).citations)


LAW_OF_THE_SEA = (
    "Recalling the United Nations Convention on the Law of the Sea (the Convention), and the "
    "Agreement for the Implementation of the Provisions of the United Nations Convention on the "
    "Law of the Sea of 10 December 1982 relating to the Conservation and Management of Straddling "
    "Fish Stocks and Highly Migratory Fish Stocks (the Agreement),"
)
BIODIVERSITY = "the Convention on Biological Diversity"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (f"Notes {BIODIVERSITY}, and the work under that Convention;", "biological-diversity"),
        (f"Notes that parties to {BIODIVERSITY} apply the Convention;", "biological-diversity"),
        (f"Notes {BIODIVERSITY}, the Convention and the Code;", "law-of-the-sea"),
        (
            f"Notes the work of the parties to {BIODIVERSITY}, on scientific and technical aspects "
            "of open ocean waters and deep-sea habitats, and of marine protected areas consistent "
            "with international law, as reflected in the Convention;",
            None,
        ),
    ],
)
def test_a_paragraph_may_name_another_than_the_bracket(text: str, key: str | None) -> None:
    """As the resolutions on the oceans have it: only "that Convention" is surely the other."""
    short = [c for c in cited(LAW_OF_THE_SEA, text) if c.mention.surface == "Convention"]
    short = [c for c in short if c.mention.paragraph == "op2"]
    if key is None:
        assert short == []
    else:
        (citation,) = short
        assert citation.instrument.key.endswith(key)


def test_what_a_final_document_is_about_is_not_the_document() -> None:
    """A/RES/76/46, op 14: "article VI of the Treaty" is that of the Treaty, not of the Document."""
    text = (
        "Recalls the Final Document of the 2000 Review Conference of the Parties to the Treaty on "
        "the Non-Proliferation of Nuclear Weapons, and article VI of the Treaty;"
    )
    keys = {c.mention.surface: c.instrument.key for c in cited(text)}
    assert keys["Treaty"] == "instrument/treaty-on-the-non-proliferation-of-nuclear-weapons"


NON_PROLIFERATION = "the Treaty on the Non-Proliferation of Nuclear Weapons"
TEST_BAN = "Recalls the Comprehensive Nuclear-Test-Ban Treaty;"
ACCEDE = "Calls upon that State to accede to the Treaty without further delay;"


def short_forms(noun: str, *texts: str) -> list[tuple[str, str]]:
    """The paragraph and the key of each citation whose words are a noun alone."""
    found = [c for c in cited(*texts) if c.mention.surface == noun]
    return [(c.mention.paragraph, c.instrument.key.removeprefix("instrument/")) for c in found]


def test_what_is_named_later_is_not_meant_yet() -> None:
    """A/RES/76/63: the Treaty is that of pp 5, until pp 16 names the Test-Ban Treaty too."""
    texts = (f"Recalls {NON_PROLIFERATION};", ACCEDE, TEST_BAN, ACCEDE)
    assert short_forms("Treaty", *texts) == [
        ("op2", "treaty-on-the-non-proliferation-of-nuclear-weapons")
    ]


def test_a_document_that_names_one_again_and_again_is_about_it() -> None:
    """A/HRC/RES/55/13: the Convention is the one that eight paragraphs name, not one of pp 7."""
    genocide = "Recalls the Convention on the Prevention and Punishment of the Crime of Genocide;"
    other = "Recalls the Convention on the Rights of the Child;"
    call = "Calls upon States to accede to the Convention;"
    key = "genocide-convention"
    texts = (other, genocide, genocide, genocide, call)
    assert short_forms("Convention", *texts) == [("op5", key)]
    assert short_forms("Convention", genocide, genocide, genocide, other, call) == []
    assert short_forms("Convention", other, genocide, genocide, other, genocide, call) == []


def test_agreements_may_be_taken_for_granted() -> None:
    """S/RES/2514 (2020), op 25: by "the Agreement" it means that on the status of its forces."""
    peace = "Recalls the Revitalised Agreement on the Resolution of the Conflict in South Sudan;"
    other = "Recalls the Paris Agreement;"
    texts = (peace, "Reaffirms that the Government is bound by the Agreement;", other)
    assert short_forms("Agreement", *texts) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "وإذ ترحب باعتماد مدونة لاهاي لقواعد السلوك لمنع انتشار القذائف التسيارية، وإذ تدعو "
               "الدول إلى الاكتتاب في المدونة،"),
        ("en", "Welcoming the Hague Code of Conduct against Ballistic Missile Proliferation, and "
               "inviting States to subscribe to the Code,"),
        ("es", "Acogiendo el Código de Conducta de La Haya contra la Proliferación de los Misiles "
               "Balísticos, e invitando a los Estados a que suscriban el Código,"),
        ("fr", "Se félicitant du Code de conduite de La Haye contre la prolifération des missiles "
               "balistiques, et invitant les États à souscrire au Code,"),
        ("ru", "приветствуя принятие Гаагского кодекса поведения по предотвращению распространения "
               "баллистических ракет и предлагая государствам присоединиться к Кодексу,"),
        ("zh", "欢迎通过《防止弹道导弹扩散海牙行为守则》，并邀请尚未签署《守则》的国家，"),
    ],
)  # fmt: skip
def test_a_code_of_conduct_is_called_the_code(language: Language, text: str) -> None:
    """As A/RES/75/60 does from its third paragraph on."""
    found = [citation.instrument.key for citation in resolved(worded(text, language)).citations]
    assert found == ["instrument/hague-code-of-conduct"] * 2


def test_whose_an_instrument_is_may_stand_before_the_bracket() -> None:
    """As A/RES/75/89, pp 6, has it, and S/RES/2640 (2022) of the Agreement of Mali."""
    named = (
        "Recalling the Code of Conduct for Responsible Fisheries of the Food and Agriculture "
        "Organization of the United Nations (the Code), and the International Code of Conduct "
        "against Ballistic Missile Proliferation,"
    )
    [short] = [c for c in cited(named, "Acting in line with article 9 of the Code;") if c.part]
    assert short.instrument.key == "instrument/code-of-conduct-responsible-fisheries"
    assert short.part == "art. 9"


def test_a_bracket_behind_another_name_introduces_that() -> None:
    """The Agreement is the later one: its own noun stands between the first and the bracket."""
    named = "Recalling the Paris Agreement and the work under the Peace Agreement (the Agreement),"
    assert (
        short_forms("Agreement", named, "Calls for the full implementation of the Agreement;") == []
    )
