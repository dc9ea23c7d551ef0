"""Score the program on tests/gold: what no editor linked, labelled by reading.

    score_gold.py CORPUS [--gold tests/gold] [--language en] [--show N] [--json]

CORPUS is the folder from which the passages were drawn. For each language and for all: how many
of the labelled citations were found and identified (recall), how many of the program's citations
inside the quotations are right (precision), how many identities are wrong, how many locators
differ, and the share of passages that are right as a whole.

An identity is written as a document symbol, `U:1577/27531` (United Nations Treaty Series, volume
and number), `L:94/2138` (League of Nations), `sales:96.IV.13`, `doc:C 2019/REP` (an agency's own
number), `@slug` (the authority's), `key:…`, or `?`: cited, but not to be identified from the
texts at hand, so that "unresolved" is the right answer.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

from recalling.authority import Authority, load_authority
from recalling.extractors import find
from recalling.model import Citation, Instrument, Span, Unresolved
from recalling.readers import read_document
from recalling.resolver import resolve

Outcome = Citation | Unresolved


def accepts(identity: str, instrument: Instrument, authority: Authority) -> bool:
    """Whether an instrument is what an identity of the gold names."""
    kind, _, value = identity.partition(":")
    if identity == "?":
        return True
    if identity.startswith("@"):
        return instrument.key == f"instrument/{identity[1:]}"
    if kind in ("U", "L"):
        series, prefix = ("UNTS", "I") if kind == "U" else ("LNTS", "LoN")
        volume, _, number = value.partition("/")
        known = {e.key for e in authority.by_registration(series, volume, number)}
        keys = tuple(f"treaty/{part}-{number}" for part in (prefix, "II"))  # filed and recorded too
        return instrument.key in known or (not known and instrument.key.startswith(keys))
    if kind == "sales":
        return instrument.key == f"record/sales/{value}"
    if kind == "doc":
        return plain(instrument.symbol) == plain(value)
    if kind == "key":
        return instrument.key == value
    return plain(identity) in (plain(instrument.symbol), plain(instrument.key.removeprefix("doc/")))


def plain(symbol: str | None) -> str:
    """A symbol without spaces, in capitals."""
    return (symbol or "").replace(" ", "").upper()


def score(
    passage: dict[str, Any], corpus: Path, authority: Authority
) -> tuple[Counter[str], list[str]]:
    """The counts of one passage, and what was wrong in it."""
    document = read_document(corpus / passage["file"])
    paragraph = next((p for p in document.paragraphs if p.label == passage["paragraph"]), None)
    at = -1 if paragraph is None else paragraph.flow.text.find(passage["quote"])
    if paragraph is None or at < 0:
        paragraph = next((p for p in document.paragraphs if passage["quote"] in p.flow.text), None)
        if paragraph is None:
            return Counter(lost=1), ["the quotation is not in the text as read"]
        at = paragraph.flow.text.find(passage["quote"])
    resolution = resolve(document, find(document, authority), authority)
    end = at + len(passage["quote"])
    inside = [  # also what the edge of the quotation cuts
        outcome
        for outcome in (*resolution.citations, *resolution.unresolved)
        if outcome.mention.paragraph == paragraph.label
        and outcome.mention.at < end
        and at < outcome.mention.until
    ]
    counts: Counter[str] = Counter(passages=1, gold=len(passage["citations"]))
    trouble: list[str] = []
    used: set[int] = set()
    for gold in passage["citations"]:
        span = paragraph.flow.span(at + gold["start"], at + gold["end"])
        _gold(gold, span, inside, used, authority, counts, trouble)
    for i, outcome in enumerate(inside):
        whole = at <= outcome.mention.at and outcome.mention.until <= end
        if i not in used and whole and isinstance(outcome, Citation):
            counts["false"] += 1
            trouble.append(f"+ {outcome.mention.surface[:60]} → {outcome.instrument.key}")
    counts["right"] = int(not trouble)
    return counts, trouble


def _gold(
    gold: dict[str, Any],
    span: Span,
    inside: list[Outcome],
    used: set[int],
    authority: Authority,
    counts: Counter[str],
    trouble: list[str],
) -> None:
    here = [i for i, o in enumerate(inside) if o.mention.span.overlaps(span)]
    cited = [i for i in here if isinstance(inside[i], Citation)]
    right = [
        i
        for i in cited
        if any(accepts(name, inside[i].instrument, authority) for name in gold["identity"])
    ]
    if right:
        counts["found"] += 1
        used.update(right)
        if all(inside[i].part != gold["part"] for i in right) and "?" not in gold["identity"]:
            counts["part"] += 1
            trouble.append(
                f"~ {gold['text'][:60]}: {inside[right[0]].part!r}, not {gold['part']!r}"
            )
    elif "?" in gold["identity"] and here:
        counts["found"] += 1
    elif cited:
        used.update(cited)
        counts["wrong"] += 1
        trouble.append(
            f"! {gold['text'][:60]} → {inside[cited[0]].instrument.key}, not {gold['identity']}"
        )
    else:
        reason = f" ({inside[here[0]].reason})" if here else ""
        trouble.append(f"- {gold['text'][:60]} = {gold['identity']}{reason}")


def main() -> None:
    """Print the table, and with --show the first passages that are not wholly right."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--gold", type=Path, default=Path(__file__).parents[1] / "tests" / "gold")
    parser.add_argument("--language", action="append")
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    authority = load_authority()
    totals: dict[str, Counter[str]] = {}
    for path in sorted(args.gold.glob("*.jsonl")):
        if args.language and path.stem not in args.language:
            continue
        counts = totals[path.stem] = Counter()
        shown = 0
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            passage = json.loads(line)
            here, trouble = score(passage, args.corpus, authority)
            counts.update(here)
            if trouble and shown < args.show:
                shown += 1
                place = f"{passage['symbol']} {passage['paragraph']}"
                print(f"{path.stem}{number} {place}: {passage['quote'][:160]}")
                print("\n".join(f"    {line}" for line in trouble))
    totals["all"] = sum(totals.values(), Counter())
    if args.json:
        print(json.dumps({name: _figures(c) for name, c in totals.items()}))
        return
    print(
        f"{'':5}{'gold':>6}{'recall':>9}{'prec':>8}{'wrong':>7}{'false':>7}{'part':>6}{'whole':>8}"
    )
    for name, c in totals.items():
        f = _figures(c)
        print(
            f"{name:5}{c['gold']:>6}{f['recall']:>8.1f}%{f['precision']:>7.1f}%{c['wrong']:>7}"
            f"{c['false']:>7}{c['part']:>6}{f['whole']:>7.1f}%"
        )


def _figures(c: Counter[str]) -> dict[str, float]:
    claimed = c["found"] + c["wrong"] + c["false"]
    return {
        "recall": 100 * c["found"] / max(1, c["gold"]),
        "precision": 100 * c["found"] / max(1, claimed),
        "whole": 100 * c["right"] / max(1, c["passages"]),
        "wrong": c["wrong"],
        "false": c["false"],
        "part": c["part"],
        "passages": c["passages"],
    }


if __name__ == "__main__":
    main()
