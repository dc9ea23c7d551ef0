"""How far the six languages of one resolution say the same of what they cite.

    agreement_details.py FOLDER [--without DEV] [--documents N] [--first N] [--show N]

FOLDER and the options are those of agreement.py. Where at least four languages cite one instrument
in one paragraph, as often as each other, each is compared with what most of them say: the part
("annex, para. 3"), the function of the verb and the stated date. Prints for each language the
share in which it says so. With --show, differences by what is said and what most say, the most
frequent first, with a place. Not all are faults: "stresses" may be translated by "emphasizes".
"""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

from agreement import arguments, chosen

from recalling.authority import Authority, load_authority
from recalling.extractors import find
from recalling.model import LANGUAGES, Citation, Language
from recalling.readers import read_document
from recalling.resolver import resolve

Said = tuple[str, ...]
Place = tuple[str, str]  # a paragraph and an instrument's key
_LEAST = 4

DETAILS = {
    "part": lambda citation: citation.part or "",
    "function": lambda citation: (citation.clause and citation.clause.function) or "",
    "date": lambda citation: citation.mention.date or "",
}


class Difference(NamedTuple):
    """What one language says and most say, and where."""

    detail: str
    language: Language
    said: Said
    most: Said
    document: str
    place: Place


def citations(path: Path, authority: Authority) -> dict[Place, list[Citation]]:
    """What one text cites, by paragraph and instrument."""
    document = read_document(path)
    found: dict[Place, list[Citation]] = defaultdict(list)
    for citation in resolve(document, find(document, authority), authority).citations:
        found[citation.mention.paragraph, citation.instrument.key].append(citation)
    return found


def compare(
    name: str, files: dict[Language, Path], authority: Authority, counts: Counter[tuple[str, str]]
) -> list[Difference]:
    """The differences of one document; `counts` gets what was compared, by detail and language."""
    read = {language: citations(path, authority) for language, path in files.items()}
    differences = []
    for place in sorted({place for found in read.values() for place in found}):
        have = {language: found[place] for language, found in read.items() if place in found}
        for detail, tell in DETAILS.items():
            said = {language: tuple(sorted(map(tell, found))) for language, found in have.items()}
            often, _ = Counter(map(len, said.values())).most_common(1)[0]
            said = {language: told for language, told in said.items() if len(told) == often}
            if len(said) < _LEAST:
                continue
            most, _ = Counter(said.values()).most_common(1)[0]
            for language, told in said.items():
                counts[detail, language] += 1
                if told != most:
                    differences.append(Difference(detail, language, told, most, name, place))
    return differences


def main() -> None:
    """Print the shares, and with --show the differences."""
    args = arguments(__doc__).parse_args()
    authority = load_authority()
    counts: Counter[tuple[str, str]] = Counter()
    differences = [
        difference
        for name, files in chosen(args.folder, args.documents, args.without, args.first).items()
        for difference in compare(name, files, authority, counts)
    ]
    for detail in DETAILS:
        found = [d for d in differences if d.detail == detail]
        classes = Counter((d.language, d.said, d.most) for d in found)
        for (language, said, most), times in classes.most_common(args.show):
            where = next(d for d in found if (d.language, d.said, d.most) == (language, said, most))
            print(
                f"{detail} {times:3} {language} {said} for {most}: {where.document} {where.place}"
            )
    print(f"{'':5}" + "".join(f"{detail:>10}" for detail in DETAILS))
    wrong = Counter((d.detail, d.language) for d in differences)
    for language in (*LANGUAGES, "all"):
        shares = []
        for detail in DETAILS:
            of = [key for key in counts if key[0] == detail and language in (key[1], "all")]
            said, all_said = sum(wrong[key] for key in of), sum(counts[key] for key in of)
            shares.append(100 * (1 - said / max(1, all_said)))
        print(f"{language:5}" + "".join(f"{share:>9.1f}%" for share in shares))


if __name__ == "__main__":
    main()
