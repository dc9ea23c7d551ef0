"""A small graph made line by line: documents, and what they cite in which words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from recalling.graph import PREFIXES

BASE = "https://w3id.org/recalling/doc/"
_LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")


class Made:
    """Turtle of a graph in the shape of a store's."""

    def __init__(self) -> None:
        self.lines = [f"@prefix {p}: <{ns}> ." for p, ns in PREFIXES.items()]
        self._at = 0

    def document(
        self,
        symbol: str,
        *,
        date: str = "2022-12-14",
        title: str = "",
        languages: Sequence[str] = _LANGUAGES,
        organ: str = "ga",
    ) -> None:
        """A document whose own text is here."""
        work = f"<{BASE}{symbol}>"
        self.lines.append(
            f'{work} dcterms:identifier "{symbol}" ; dcterms:date "{date}"^^xsd:date ; '
            f"rec:organ body:{organ} ; rec:kind kind:resolution ."
        )
        if title:
            self.lines.append(f'{work} dcterms:title "{title}"@en .')
        for language in languages:
            text = f"<{BASE}{symbol}/{language}>"
            self.lines.append(
                f'{work} frbr:realization {text} . {text} schema:inLanguage "{language}" ; '
                f'rec:digest "{symbol}{language}" .'
            )

    def cite(
        self,
        citing: str,
        cited: str,
        quote: str,
        *,
        languages: Sequence[str] = _LANGUAGES,
        paragraph: str = "pp1",
        text: str = "",
        function: str = "recalls",
        date: str = "",
        linked: str = "",
        part: str = "",
    ) -> None:
        """A citation in each of the languages."""
        for language in languages:
            self._at += 1
            place = f"<{BASE}{citing}/{language}#{paragraph}>"
            node = f"<{BASE}{citing}/{language}#{paragraph}-{self._at}-{self._at + 5}>"
            said = f'; rec:statedDate "{date}"^^xsd:date ' if date else ""
            said += f'; rec:disagreement "{linked}"@en ' if linked else ""
            said += f'; rec:citedPart "{part}" ' if part else ""
            self.lines += [
                f'{place} rec:label "{paragraph}" ; rec:text "{text or quote}"@{language} ; '
                f"dcterms:isPartOf <{BASE}{citing}/{language}> .",
                f"<{BASE}{citing}> cito:cites <{BASE}{cited}> ; rec:{function} <{BASE}{cited}> .",
                f'<{BASE}{cited}> dcterms:identifier "{cited}" ; rec:kind kind:resolution .',
                f"{node} a cito:Citation ; cito:hasCitingEntity <{BASE}{citing}> ; "
                f"cito:hasCitedEntity <{BASE}{cited}> ; rec:inParagraph {place} ; "
                f'rec:quote "{quote}"@{language} ; rec:start {self._at} ; '
                f'rec:verb "Recalling"@{language} ; rec:function fn:{function} {said}.',
            ]

    def write(self, folder: Path) -> Path:
        """The graph as a file."""
        path = folder / "made.ttl"
        path.write_text("\n".join(self.lines) + "\n", encoding="utf-8")
        return path
