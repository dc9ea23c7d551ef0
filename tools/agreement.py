"""How far the six languages of one resolution cite the same instruments.

    agreement.py FOLDER [--without DEV] [--documents N] [--first N] [--show N] [--language xx]
                 [--json]

FOLDER holds texts in several languages, `<docid>.<language>.txt`, or official XML at any depth,
which is told by its own symbol and language (what repeats another file's is left out). With
--without, documents that are also in DEV are left out: for a measure on texts not seen before.
--first takes the sample from the N-th document on (0 unless told): another sample of the same.
Prints the share of
(document, instrument, pair of languages) in which both languages cite the instrument that either
of them cites, the share of (document, pair of languages) whose sets are the same, and for each
language the same share over the pairs that it is in, with how often it lacks what at least four
of the others cite (lacking) and how often it alone cites something (alone). With --show, the
differences by class: the instrument's key or kind, most frequent first, with documents where
they occur.

Instruments count by their key; what is unresolved counts for nobody.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

from recalling.authority import Authority, load_authority
from recalling.extractors import find
from recalling.model import LANGUAGES, Language
from recalling.model.errors import RecallingError
from recalling.readers import read_document
from recalling.resolver import resolve

Sets = dict[Language, frozenset[str]]
_MOST = len(LANGUAGES) - 2  # so many of the others must cite what a language lacks


def cited(path: Path, authority: Authority) -> frozenset[str]:
    """The keys of all instruments that one text cites."""
    document = read_document(path)
    resolution = resolve(document, find(document, authority), authority)
    return frozenset(citation.instrument.key for citation in resolution.citations)


def read_sets(
    folder: Path, most: int | None = None, without: Path | None = None, first: int = 0
) -> dict[str, Sets]:
    """For each document of a folder, what each of its languages cites."""
    authority = load_authority()
    return {
        name: {language: cited(path, authority) for language, path in files.items()}
        for name, files in chosen(folder, most, without, first).items()
    }


Files = dict[str, dict[Language, Path]]


def chosen(
    folder: Path, most: int | None = None, without: Path | None = None, first: int = 0
) -> Files:
    """The files of a folder by document and language: so many documents, without another's."""
    files = texts(folder) or symbols(folder)
    known = set() if without is None else set(texts(without))
    names = sorted(set(files) - known)
    step = max(1, len(names) // most) if most else 1
    return {name: files[name] for name in names[first::step]}


def texts(folder: Path) -> Files:
    """The texts of a folder by document and language."""
    files: Files = defaultdict(dict)
    for path in sorted(folder.glob("*.txt")):
        name, *rest = path.name.split(".")
        for language in LANGUAGES:
            if rest == [language, "txt"]:
                files[name][language] = path
    return files


def symbols(folder: Path) -> Files:
    """The XML files below a folder by the symbol and language that they state."""
    files: Files = defaultdict(dict)
    for path in sorted(folder.rglob("*.xml")):
        try:
            document = read_document(path)
        except RecallingError:
            continue  # in another language, or broken
        if document.cover.symbol is not None:
            name = re.sub(r"[^A-Z0-9-]+", "_", document.cover.symbol).strip("_")
            files[name].setdefault(document.language, path)
    return files


def agreement(sets: dict[str, Sets]) -> dict[str, dict[str, float]]:
    """The figures of all pairs (`all`) and of the pairs of each language."""
    both: Counter[str] = Counter()
    either: Counter[str] = Counter()
    same: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    for languages in sets.values():
        for one, other in combinations(languages, 2):
            for name in ("all", one, other):
                both[name] += len(languages[one] & languages[other])
                either[name] += len(languages[one] | languages[other])
                same[name] += languages[one] == languages[other]
                pairs[name] += 1
    lacking, alone = differences(sets)
    return {
        name: {
            "instruments": 100 * both[name] / max(1, either[name]),
            "documents": 100 * same[name] / max(1, pairs[name]),
            "lacking": sum(len(found) for found in lacking.get(name, {}).values()),
            "alone": sum(len(found) for found in alone.get(name, {}).values()),
        }
        for name in ("all", *LANGUAGES)
        if pairs[name]
    }


Places = dict[str, dict[str, list[str]]]


def differences(sets: dict[str, Sets]) -> tuple[Places, Places]:
    """What each language lacks and what it alone cites: language, key, documents."""
    lacking: Places = defaultdict(lambda: defaultdict(list))
    alone: Places = defaultdict(lambda: defaultdict(list))
    for name, languages in sets.items():
        count = Counter(key for keys in languages.values() for key in keys)
        for language, keys in languages.items():
            for key in sorted(count):
                if key not in keys and count[key] >= _MOST:
                    lacking[language][key].append(name)
                elif key in keys and count[key] == 1 and len(languages) > 1:
                    alone[language][key].append(name)
    return lacking, alone


def arguments(description: str | None) -> argparse.ArgumentParser:
    """Which documents to compare, and how many differences to show."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--without", type=Path, help="a folder whose documents are left out")
    parser.add_argument("--documents", type=int, help="so many of them, evenly taken")
    parser.add_argument("--first", type=int, default=0, metavar="N", help="from the N-th on")
    parser.add_argument("--show", type=int, default=0)
    return parser


def main() -> None:
    """Print the figures, and with --show the classes of difference."""
    parser = arguments(__doc__)
    parser.add_argument("--language", action="append", choices=LANGUAGES)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    try:
        sets = read_sets(args.folder, args.documents, args.without, args.first)
    except RecallingError as error:
        parser.error(str(error))
    figures = agreement(sets)
    if args.json:
        print(json.dumps(figures))
        return
    for word, places in zip(("lacks", "alone"), differences(sets), strict=True):
        for language in (args.language or LANGUAGES) if args.show else ():
            classes = sorted(places[language].items(), key=lambda item: (-len(item[1]), item[0]))
            for key, documents in classes[: args.show]:
                print(f"{language} {word} {len(documents):3} {key}: {', '.join(documents[:3])}")
    print(f"{'':5}{'instruments':>12}{'documents':>11}{'lacking':>9}{'alone':>7}")
    for name, f in figures.items():
        print(
            f"{name:5}{f['instruments']:>11.1f}%{f['documents']:>10.1f}%"
            f"{f['lacking']:>9.0f}{f['alone']:>7.0f}"
        )


if __name__ == "__main__":
    main()
