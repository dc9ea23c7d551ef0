"""Footnotes as programs write them that take a PDF's text: plain numbers, rules, running heads."""

from __future__ import annotations

import pytest

from recalling.model import Document
from recalling.readers import read_text

# A/RES/80/10, shortened: markers glued, behind a comma and a space, and between two words
PAGES = """\
United Nations
A/RES/80/10

General Assembly
Eightieth session

Resolution adopted by the General Assembly
on 26 November 2025

80/10. International Day of the World’s Indigenous Women and Girls

The General Assembly,

Reaffirming the International Covenant on Civil and Political Rights, 1 the
International Covenant on Economic, Social and Cultural Rights, 2 and the
Convention on the Rights of the Child,3

Recalling the Universal Declaration of Human Rights,4 the Durban Declaration
and Programme of Action 5 and the Programme of Action of the Conference on
Population and Development,6
_______________

1 See resolution 2200 A (XXI), annex.

2 Ibid.

3 United Nations, Treaty Series, vol. 1577, No. 27531.

4 Resolution 217 A (III).

5 See A/CONF.189/12 and A/CONF.189/12/Corr.1, chap. I.

6 Report of the International Conference on Population and Development, Cairo, 5–13 September
1994 (United Nations publication, Sales No. E.95.XIII.18), chap. I, resolution 1, annex.

A/RES/80/10
International Day of the World’s Indigenous Women and Girls

25-19432
2/3

Reaffirming the 2030 Agenda for Sustainable Development 7  and that the
empowerment of all women and girls will make a crucial contribution to progress,

1.
Decides to proclaim 5 September of each year as the International Day of
the World’s Indigenous Women and Girls;
2.
Requests the Secretary-General to bring the present resolution to the
attention of all States.
_______________

7 Resolution 70/1.
"""


def calls(document: Document) -> dict[str, list[str]]:
    return {p.label: [mark.note for mark in p.markers] for p in document.paragraphs if p.markers}


def flow(document: Document, label: str) -> str:
    return next(p.flow.text for p in document.paragraphs if p.label == label)


def test_notes_under_a_rule_are_called_by_plain_numbers() -> None:
    """Each behind the name that it is of, whatever the space before it, and no word of the text."""
    document = read_text(PAGES, "x")
    assert calls(document) == {
        "pp1": ["note1", "note2", "note3"],
        "pp2": ["note4", "note5", "note6"],
        "pp3": ["note7"],
    }
    assert "Programme of Action and the Programme of Action" in flow(document, "pp2")
    assert flow(document, "note6").endswith("chap. I, resolution 1, annex.")


def test_a_head_of_two_lines_and_a_page_number_are_no_paragraphs() -> None:
    """ "A/RES/80/10", the title below it, the job number and "2/3" stand at a page's top."""
    document = read_text(PAGES, "x")
    body = [p.label for p in document.paragraphs if p.role not in ("cover", "title", "note")]
    assert body == ["formula", "pp1", "pp2", "pp3", "op1", "op2"]
    assert flow(document, "op1").startswith("1. Decides to proclaim")


@pytest.mark.parametrize(
    "line",
    ["on 1 December 2025 and", "in paragraphs 1 and 2 of", "the 1 per cent target of"],
)
def test_dates_and_counts_call_no_note(line: str) -> None:
    """The marker is the one behind a stop: "Rights, 1 the"; without it, note 1 has none."""
    text = PAGES.replace("Civil and Political Rights, 1 the", f"Civil {line}")
    assert calls(read_text(text, "x"))["pp1"] == ["note2", "note3"]


def test_a_year_in_front_of_a_marker() -> None:
    """A/RES/80/7: "the report of the Agency for 2024,1"; "1,200" is one number."""
    text = PAGES.replace("Political Rights, 1 the", "Political Rights of 2024,1 on 1,200 and the")
    document = read_text(text, "x")
    assert calls(document)["pp1"] == ["note1", "note2", "note3"]
    assert "on 1,200 and" in flow(document, "pp1")


# A/RES/80/3, annex: no blank line before a numbered paragraph, headings above some
ANNEX = """\
80/3. Awaza Political Declaration

The General Assembly,

1.
Endorses the political declaration in the annex to the present resolution.

18th plenary meeting
14 October 2025

Annex
Awaza Political Declaration

1.
We, the Heads of State and Government, met in Awaza, Turkmenistan, in August 2025.
2.
We welcome the Awaza Programme of Action.

I.
Global context and shared commitments
3.
We gather at a critical juncture.

II. Implementation of the Awaza Programme of Action for Landlocked
Developing Countries for the Decade 2024–2034
4. We strongly commit ourselves to the full implementation of the Programme of
Action throughout the coming decade.
"""


def test_a_number_alone_on_its_line_begins_a_paragraph() -> None:
    labels = [p.label for p in read_text(ANNEX, "x").paragraphs if p.role == "op"]
    assert labels == ["op1", "annex1:p1", "annex1:p2", "annex1:p3", "annex1:p4"]
