"""How much of what the languages of one resolution cite otherwise is in the texts themselves.

    agreement_texts.py FOLDER [--without DEV] [--documents N] [--first N] [--show N]

FOLDER and the options are those of agreement.py. An instrument that one language cites and
another does not is looked for in the other's text by its number alone: "73/74" for A/RES/73/74,
"1325" for S/RES/1325(2000), its figures in order for A/66/53/Add.1/Corr.1. Prints for each language
of how many it lacks

    not printed   the number stands nowhere in its text: translators left it out, named the
                  instrument without it, or printed another number;
    printed       it stands there: missed, taken for something else, or false in the others;
    by name       the instrument has no number of its own, and this says nothing of it.

Then of how many (document, pair of languages) the sets are the same, and of how many they are the
same but for what is not printed. With --show, what is printed and not cited, with its documents.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from agreement import arguments, chosen

from recalling.authority import Authority, load_authority
from recalling.extractors import find
from recalling.model import LANGUAGES, Language
from recalling.readers import read_document
from recalling.resolver import resolve

_VERDICTS = {False: "not printed", True: "printed", None: "by name"}
_APART = r"[^0-9]{1,20}"  # what may stand between two figures of one number


class Read(NamedTuple):
    """What one text says and what it cites."""

    text: str
    keys: frozenset[str]


def number(key: str) -> str | None:
    """What is printed of an instrument's number; None for one that is known by its name.

    >>> number("doc/S/RES/1325(2000)"), number("doc/A/71/25#resolution-2-5")
    ('1325', '2-5')
    >>> number("doc/A/RES/70/1"), number("doc/A/60/18#annex-IX"), number("instrument/agenda-21")
    ('70/1', None, None)
    """
    scheme, _, path = key.partition("/")
    whole, _, part = path.partition("#")
    if scheme == "other":  # other/unea/resolution/2-5
        return whole.rsplit("/", 1)[-1]
    if scheme != "doc":
        return None
    if part:
        numbered = re.match(r"(?:resolution|decision)-([0-9A-Z-]+)$", part)
        return numbered[1] if numbered else None
    return re.sub(r".*/(?:RES|DEC)/", "", re.sub(r"(/RES/[0-9]+)\([0-9]{4}\)$", r"\1", whole))


def printed(key: str, text: str) -> bool | None:
    """Whether the figures of an instrument's number stand in a text, in order; None without one.

    >>> printed("doc/A/66/53/Add.1/Corr.1", "(A/66/53/Add.1 and A/66/53/Add.1/Corr.1)")
    True
    >>> printed("doc/A/66/53/Add.1/Corr.1", "(A/66/53/Add.1)"), printed("doc/A/RES/3/4", "13/45")
    (False, False)
    """
    figures = re.findall("[0-9]+", number(key) or "")
    if not figures:
        return None
    return re.search(rf"(?<![0-9]){_APART.join(figures)}(?![0-9])", text) is not None


def read(path: Path, authority: Authority) -> Read:
    """One text and the keys of what it cites."""
    document = read_document(path)
    resolution = resolve(document, find(document, authority), authority)
    return Read(document.text, frozenset(c.instrument.key for c in resolution.citations))


def main() -> None:
    """Print the split by language, the pairs, and with --show what is printed and not cited."""
    args = arguments(__doc__).parse_args()
    authority = load_authority()
    lacks: dict[Language, Counter[bool | None]] = defaultdict(Counter)
    missed: dict[tuple[Language, str], list[str]] = defaultdict(list)
    pairs: Counter[str] = Counter()
    for name, files in chosen(args.folder, args.documents, args.without, args.first).items():
        texts = {language: read(path, authority) for language, path in files.items()}
        every = frozenset[str]().union(*(text.keys for text in texts.values()))
        left: dict[Language, frozenset[str]] = {}  # what is not printed counts as cited
        for language, text in texts.items():
            verdicts = {key: printed(key, text.text) for key in sorted(every - text.keys)}
            lacks[language].update(verdicts.values())
            left[language] = text.keys | {key for key, said in verdicts.items() if said is False}
            for key, said in verdicts.items():
                if said:
                    missed[language, key].append(name)
        for one, other in combinations(texts, 2):
            pairs["all"] += 1
            pairs["same"] += texts[one].keys == texts[other].keys
            pairs["but"] += left[one] >= texts[other].keys and left[other] >= texts[one].keys
    ranked = sorted(missed.items(), key=lambda item: (-len(item[1]), item[0]))
    for (language, key), names in ranked[: args.show]:
        print(f"{language} {len(names):3} {key}: {', '.join(names[:3])}")
    print(f"{'':5}{'lacks':>7}" + "".join(f"{word:>14}" for word in _VERDICTS.values()))
    total = sum(lacks.values(), Counter[bool | None]())
    for who, counts in (*((x, lacks[x]) for x in LANGUAGES if x in lacks), ("all", total)):
        shares = "".join(f"{100 * counts[v] / max(1, counts.total()):>13.1f}%" for v in _VERDICTS)
        print(f"{who:5}{counts.total():>7}{shares}")
    same, but = (100 * pairs[word] / max(1, pairs["all"]) for word in ("same", "but"))
    print(f"pairs with the same set: {same:.1f} %, but for what is not printed: {but:.1f} %")


if __name__ == "__main__":
    main()
