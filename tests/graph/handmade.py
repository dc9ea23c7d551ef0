"""A small document, made by hand, with everything that can be found in one."""

from __future__ import annotations

import msgspec

from recalling.authority import Authority, Body, Entity, Entry, Label
from recalling.graph import Triple, assemble
from recalling.model import (
    AgendaItem,
    Citation,
    Clause,
    Cover,
    Document,
    EntityMention,
    Evidence,
    Flow,
    Instrument,
    Marker,
    Mention,
    NumberClaim,
    Paragraph,
    PlacedSymbol,
    Relation,
    Resolution,
    Span,
    Unresolved,
)


class Case(msgspec.Struct, frozen=True):
    """A document with what was found in it."""

    document: Document
    resolution: Resolution
    authority: Authority
    clauses: tuple[Clause, ...]

    def triples(self, **options: str) -> list[Triple]:
        """Its graph."""
        return list(
            assemble(
                self.document, self.resolution, self.authority, clauses=self.clauses, **options
            )
        )


# the cover and two paragraphs of A/RES/78/265, shortened
TEXT = (
    "[未经发交主要委员会而通过(A/78/L.49)]\n"
    "重申国际法、特别是《联合国宪章》，并回顾《世界人权宣言》，¹\n"
    "回顾第 78/1 号和第 78/2 号决议、《样例框架》和“人工智能造福人类”平台，\n"
    "¹ 第 217 A (III) 号决议。\n"
)


def _span(words: str) -> Span:
    at = TEXT.index(words)
    return Span(at, at + len(words))


def _paragraph(label: str, role: str, words: str, **more: object) -> Paragraph:
    span = _span(words)
    return Paragraph(label, role, span, Flow(words, (0,), (span.start,)), **more)  # type: ignore


def _mention(paragraph: str, words: str, **more: object) -> Mention:
    return Mention(
        paragraph=paragraph,
        at=0,
        until=len(words),
        span=_span(words),
        surface=words,
        claim=NumberClaim("78/1"),
        rule="zh.rule",
        **more,  # type: ignore[arg-type]
    )


def _clause(paragraph: str, verb: str, function: str | None, *, leading: bool) -> Clause:
    return Clause(paragraph, verb, function, 0, 9, _span(verb), leading)


CHARTER = Instrument(key="instrument/charter-of-the-united-nations", kind="treaty")
UDHR = Instrument(
    key="instrument/universal-declaration-of-human-rights",
    kind="declaration",
    symbol="A/RES/217(III)",
    part="A",
    container="doc/A/RES/217(III)",
)
R78_1 = Instrument(key="doc/A/RES/78/1", kind="resolution", symbol="A/RES/78/1", body="ga")
R78_2 = Instrument(key="doc/A/RES/78/2", kind="resolution", symbol="A/RES/78/2", body="ga")
DRAFT = Instrument(key="doc/A/78/L.49", kind="draft resolution", symbol="A/78/L.49")


def handmade_case() -> Case:
    """The document with everything that is found in it."""
    reaffirms = _clause("pp1", "重申", "reaffirms", leading=True)
    recalls = _clause("pp1", "回顾", "recalls", leading=False)
    charter = "《联合国宪章》"
    udhr = _mention("pp1", "《世界人权宣言》", note="1")
    both = _mention("pp2", "第 78/1 号和第 78/2 号决议", date="2023-09-29", title="两项决议")
    pp2 = _clause("pp2", "回顾", "recalls", leading=True)
    return Case(
        document=Document(
            name="A_RES_78_265.zh.txt",
            text=TEXT,
            language="zh",
            digest="ab" * 32,
            cover=Cover(
                symbol="A/RES/78/265",
                organ="ga",
                session="78",
                agenda_items=(AgendaItem("13", "会议成果的后续行动"),),
                title="抓住机遇",
                adopted="2024-03-21",
                drafts=(PlacedSymbol("A/78/L.49", _span("A/78/L.49")),),
                plenary=True,
                meeting="A/78/PV.63",
            ),
            paragraphs=(
                _paragraph("cover", "cover", "[未经发交主要委员会而通过(A/78/L.49)]"),
                _paragraph(
                    "pp1",
                    "pp",
                    "重申国际法、特别是《联合国宪章》，并回顾《世界人权宣言》，",
                    markers=(Marker("1", 29, _span("¹\n")),),
                ),
                _paragraph(
                    "pp2",
                    "pp",
                    "回顾第 78/1 号和第 78/2 号决议、《样例框架》和“人工智能造福人类”平台，",
                ),
                _paragraph("note1", "note", "第 217 A (III) 号决议。", number="1"),
            ),
        ),
        resolution=Resolution(
            citations=(
                Citation(
                    mention=_mention("cover", "A/78/L.49"),
                    instrument=DRAFT,
                    how="symbol",
                    property="adopted-from",
                ),
                Citation(
                    mention=_mention("pp1", charter),
                    instrument=CHARTER,
                    how="name",
                    clause=reaffirms,
                ),
                Citation(
                    mention=udhr,
                    instrument=UDHR,
                    how="name",
                    clause=recalls,
                    evidence=(Evidence("note", "note1", "第 217 A (III) 号决议"),),
                ),
                Citation(mention=both, instrument=R78_1, how="number", clause=pp2, part="annex"),
                Citation(mention=both, instrument=R78_2, how="number", clause=pp2),
                Citation(
                    mention=_mention("note1", "第 217 A (III) 号决议"),
                    instrument=UDHR,
                    how="number",
                ),
            ),
            unresolved=(
                Unresolved(
                    mention=_mention("pp2", "《样例框架》"),
                    reason="unknown-name",
                    sentence="The authority knows no such name.",
                    clause=pp2,
                ),
            ),
            relations=(Relation("endorses", R78_1, UDHR, "pp2"),),
            entities=(
                EntityMention("pp2", _span("人工智能造福人类"), "人工智能造福人类", "entity/ai"),
            ),
        ),
        authority=Authority(
            entries=(
                Entry(
                    key=CHARTER.key,
                    kind="treaty",
                    labels=(
                        Label("Charter of the United Nations", "en"),
                        Label("联合国宪章", "zh"),
                        Label("Хартия", "ru", "hidden"),
                    ),
                    date="1945-06-26",
                    body="un",
                ),
                Entry(
                    key=UDHR.key,
                    kind="declaration",
                    symbol=UDHR.symbol,
                    part="A",
                    container=UDHR.container,
                    labels=(Label("Universal Declaration of Human Rights", "en"),),
                    body="ga",
                ),
            ),
            bodies=(
                Body(key="body/ga", labels=(Label("General Assembly", "en"),)),
                Body(key="body/un", labels=(Label("United Nations", "en"),)),
            ),
            entities=(
                Entity(key="entity/ai", type="platform", labels=(Label("AI for Good", "en"),)),
            ),
        ),
        clauses=(reaffirms, recalls, pp2),
    )
