"""The cover: what a document says of itself before it speaks."""

from __future__ import annotations

import re

from recalling.model import AgendaItem, Cover, Organ, PlacedSymbol, Span
from recalling.model.symbols import document_type
from recalling.readers.text_grammar import Structure, structure
from recalling.text import Source, mend

# "A/RES/77/211", "S/RES/2583 (2021)", "A/HRC/RES/54/4", "E/RES/2021/2 B", "A/DEC/76/570",
# "S/PRST/2020/11"
OWN = re.compile(
    r"(?P<symbol>(?:(?:A|S|E|A/HRC)/(?:RES|DEC)/(?:(?:S-|ES-)?\d{1,4}/\d{1,4}|\d{1,4})"
    r"|S/PRST/\d{4}/\d{1,3})(?: ?\(\d{4}\))?(?: [A-Z](?:-[A-Z])?(?![a-z]))?)"
)
# "77/211. The right to privacy", "76/548 المسائل", "S-31/1. Situation"
TITLE = re.compile(
    r"(?P<number>(?:ES-|S-)?\d{1,4}/\d{1,4})(?P<part> ?[A-Z](?:-[A-Z])?(?=[.\s]))?"
    r"(?:\s?[.．]\s?(?!\d+[.\s]*$)|\s?[-–—]\s|\s(?=[^\d/,،，]))(?P<title>\S.*)$"
)
# the same where a column broke behind the number
BARE_TITLE = re.compile(r"(?:ES-|S-)?\d{1,4}/\d{1,4}(?: ?[A-Z](?:-[A-Z])?)?\s?[.．]$")
# "Resolution 2583 (2021)", "第2507(2020)号决议"
NUMBER_AND_YEAR = re.compile(r"(?<!\d)(?P<number>\d{3,4}) ?\((?P<year>(?:19|20)\d\d)\)")
_DRAFT = re.compile(
    r"[AES]/(?:[A-Z0-9][A-Za-z0-9.-]{0,12}/){0,4}L\.\d{1,4}(?:/(?:Rev|Add|Corr)\.\d{1,2}){0,3}"
)
_ORGAN_OF: dict[str, Organ] = {"A": "ga", "S": "sc", "E": "ecosoc", "A/HRC": "hrc"}


class CoverReader:
    """Gathers the cover data of one document from its lines."""

    def __init__(self, source: Source, grammar: Structure) -> None:
        self.source = source
        self.grammar = grammar

    def read(
        self,
        cover: list[tuple[str, Span]],
        title: str | None,
        speaker: Organ | None,
        closing: str,
        given: str | None,
    ) -> Cover:
        """The cover data.

        `cover` holds the cover's lines, mended, with their places; `title` the title line with
        its number; `speaker` the organ that the formula names; `closing` the closing lines;
        `given` a symbol that the user stated.
        """
        lines = [line for line, _ in cover]
        whole = mend(self.source, [span for _, span in cover])[0].text
        symbol = given or self.own_symbol(lines, whole, title, speaker)
        organ = self.organ_of(symbol) or speaker
        number, meeting = self.meeting(symbol, organ, closing, whole)
        committee = self.grammar.committee.search(whole)
        return Cover(
            symbol=symbol,
            organ=organ,
            type=self.type_of(symbol, title, lines),
            session=self.session(symbol),
            agenda_items=self.agenda(cover),
            title=self.bare_title(title),
            adopted=self.adopted(lines, whole, closing),
            issued=self.issued(lines),
            drafts=self.drafts(cover),
            committee=committee["committee"].strip() if committee else None,
            plenary=self.grammar.plenary.search(whole) is not None,
            meeting=meeting,
            meeting_number=number,
        )

    def type_of(self, symbol: str | None, title: str | None, lines: list[str]) -> str:
        """What the document is, by its symbol, its title, or the word on its cover."""
        if symbol is not None:
            return document_type(symbol)
        if title is not None and self.grammar.statement.match(title):
            return "statement"
        decision = any(line in self.grammar.file.decision for line in lines)
        return "decision" if decision else "resolution"

    def own_symbol(
        self, lines: list[str], whole: str, title: str | None, speaker: Organ | None
    ) -> str | None:
        """The document's own symbol: printed, or made of the number in its title."""
        for line in lines:
            found = OWN.match(line)
            if found:
                return found["symbol"].replace(" (", "(")
        found = OWN.search(whole)  # the cover's lines may have been joined
        if found:
            return found["symbol"].replace(" (", "(")
        kind = "DEC" if any(line in self.grammar.file.decision for line in lines) else "RES"
        if title is not None and speaker != "sc":
            found = TITLE.match(title)
            if found:
                part = f" {found['part'].strip()}" if found["part"] else ""
                number = found["number"]
                if speaker == "hrc":
                    return f"A/HRC/{kind}/{number}{part}"
                return f"{'E' if speaker == 'ecosoc' else 'A'}/{kind}/{number}{part}"
        if speaker == "sc":
            found = NUMBER_AND_YEAR.search(whole)
            if found:
                return f"S/RES/{found['number']}({found['year']})"
        return None

    def organ_of(self, symbol: str | None) -> Organ | None:
        """The organ that a symbol belongs to."""
        if symbol is None:
            return None
        for head, organ in (("A/HRC", "hrc"), ("A", "ga"), ("S", "sc"), ("E", "ecosoc")):
            if symbol.startswith(head + "/"):
                return organ  # type: ignore[return-value]
        return None

    def session(self, symbol: str | None) -> str | None:
        """The session that a symbol names: "78" of A/RES/78/265, "2022" of E/RES/2022/20."""
        if symbol is None:
            return None
        found = re.search(r"/(?:RES|DEC)/((?:ES-|S-)?\d{1,4})/", symbol)
        return found[1] if found else None

    def agenda(self, cover: list[tuple[str, Span]]) -> tuple[AgendaItem, ...]:
        """Agenda items with their titles, which stand on the lines below."""
        items: list[AgendaItem] = []
        for place, (line, _) in enumerate(cover):
            found = self.grammar.agenda.match(line)
            if not found:
                continue
            numbers = [
                " ".join(number.split())
                for number in re.split(
                    rf"\s?(?:,|،|、|;)\s?|\s{self.grammar.file.also}\s?|(?<=\))和|(?<=\d)和",
                    found["items"],
                )
                if number.strip()
            ]
            below = self.below(cover[place + 1 :])
            title = mend(self.source, below)[0].text if below else None
            items.extend(AgendaItem(number, title) for number in numbers)
        return tuple(items)

    def below(self, cover: list[tuple[str, Span]]) -> list[Span]:
        """The lines of a title on the cover, up to the next that says something else."""
        taken: list[Span] = []
        for line, span in cover:
            if (
                line.startswith("[")
                or self.grammar.date.search(line)
                or self.grammar.agenda.match(line)
            ):
                break
            taken.append(span)
        return taken

    def bare_title(self, title: str | None) -> str | None:
        """The title without its number."""
        if title is None:
            return None
        found = TITLE.match(title)
        return found["title"].strip() if found else title

    def date(self, line: str) -> str | None:
        """A date in the document's language or in English, as ISO 8601."""
        return self.grammar.day(line) or structure("en").day(line)

    def adopted(self, lines: list[str], whole: str, closing: str) -> str | None:
        """The date of adoption: on the cover's line that says so, or in the closing lines."""
        for line in lines:
            if self.grammar.adopted.search(line):
                date = self.date(line)
                if date:
                    return date
        return self.date(closing) or (
            self.date(whole) if self.grammar.adopted.search(whole) else None
        )

    def issued(self, lines: list[str]) -> str | None:
        """The date below "Distr.: General"."""
        for place, line in enumerate(lines):
            if re.match(self.grammar.file.issued, line):
                return self.date(" ".join(lines[place : place + 2]))
        return None

    def drafts(self, cover: list[tuple[str, Span]]) -> tuple[PlacedSymbol, ...]:
        """Drafts (…/L.49) that the cover names, with their places."""
        found: list[PlacedSymbol] = []
        for _, span in cover:
            flow, _ = mend(self.source, [span])
            found.extend(
                PlacedSymbol(draft[0], flow.span(draft.start(), draft.end()))
                for draft in _DRAFT.finditer(flow.text)
            )
        return tuple(found)

    def meeting(
        self, symbol: str | None, organ: Organ | None, closing: str, whole: str
    ) -> tuple[int | None, str | None]:
        """The meeting of adoption: its number and the symbol of its record.

        Records are A/78/PV.63 (Assembly), S/PV.8808 (Council), E/2022/SR.12 and A/HRC/54/SR.44.
        """
        number: int | None = None
        dated = self.grammar.date.match(closing)  # "2024年3月21日第63次全体会议"
        behind = closing[dated.end() :].lstrip() if dated else ""
        found = self.grammar.meeting.search(closing) or self.grammar.meeting.match(behind)
        if found:
            groups = found.groupdict()
            if groups.get("number"):
                number = int(groups["number"])
            elif groups.get("word"):
                number = self.grammar.file.ordinals.get(groups["word"])
        if number is None:
            found = self.grammar.cover_meeting.search(whole)
            number = int(found["number"]) if found else None
        if number is None:
            return None, None
        session = self.session(symbol)
        if organ == "sc":
            return number, f"S/PV.{number}"
        if session is None:
            return number, None
        heads = {
            "ga": f"A/{session}/PV.",
            "ecosoc": f"E/{session}/SR.",
            "hrc": f"A/HRC/{session}/SR.",
        }
        return number, f"{heads[organ]}{number}" if organ in heads else None
