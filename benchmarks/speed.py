"""Speed on English text, one process, beside eyecite with its Hyperscan tokenizer, in one run.

    python benchmarks/speed.py [--shared DIR] [--megabytes 6] [--rounds 3]

The texts are the English resolutions and decisions of ../shared/dev, over and over until there is
enough of them. Both sides take the same texts, document by document, and neither reads a file while
the clock runs, which counts the time of this process alone. They take turns, so that what else the
machine does meets both. Recalling does mentions, all clauses and identification; what it remembers
of paragraphs it drops before each round. Reading (structure) is timed beside it. eyecite tokenizes
and extracts; it knows nothing of these citations, which is in its favour. Needs
requirements/bench.txt.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tools"))
from score import ROOT, unpacked

Work = Callable[[], int]


def texts_of(dev: Path, megabytes: float) -> list[str]:
    """English texts, whole documents, of about that many million bytes."""
    every = [p.read_text(encoding="utf-8") for p in sorted(dev.glob("*.en.txt"))]
    texts: list[str] = []
    size = 0.0
    while size < megabytes * 1e6:
        for text in every:
            texts.append(text)
            size += len(text.encode())
            if size >= megabytes * 1e6:
                break
    return texts


def recalling_work(texts: list[str]) -> tuple[Work, Work]:
    """Reading alone; finding and identifying in documents that were read."""
    from recalling.authority import load_authority
    from recalling.extractors import find
    from recalling.extractors.clauses import forget_paragraphs
    from recalling.readers import read_text
    from recalling.resolver import resolve

    authority = load_authority()
    documents = [read_text(text, "text") for text in texts]

    def read() -> int:
        return sum(len(read_text(text, "text").paragraphs) for text in texts)

    def find_and_identify() -> int:
        total = 0
        forget_paragraphs()
        for document in documents:
            resolution = resolve(document, find(document, authority), authority)
            total += len(resolution.citations) + len(resolution.unresolved)
        return total

    return read, find_and_identify


def eyecite_work(texts: list[str], cache: str) -> Work:
    """eyecite with Hyperscan; its database is compiled before the clock runs."""
    from eyecite import get_citations
    from eyecite.tokenizers import HyperscanTokenizer

    tokenizer = HyperscanTokenizer(cache_dir=cache)
    get_citations("1 U.S. 1", tokenizer=tokenizer)
    return lambda: sum(len(get_citations(text, tokenizer=tokenizer)) for text in texts)


def measure(works: dict[str, Work], megabytes: float, rounds: int) -> dict[str, float]:
    """Megabytes a second of each work, the median of rounds in which each has its turn.

    Prints a line for each, with what was found.
    """
    speeds: dict[str, list[float]] = {name: [] for name in works}
    found: dict[str, int] = {}
    for _ in range(rounds):
        for name, work in works.items():
            begin = time.process_time()
            found[name] = work()
            speeds[name].append(megabytes / (time.process_time() - begin))
    middle = {name: statistics.median(row) for name, row in speeds.items()}
    for name, speed in middle.items():
        print(f"{name:34} {speed:8.2f} MB/s   {found[name]:8} found", flush=True)
    return middle


def main() -> None:
    """Measure both and print the ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--megabytes", type=float, default=6)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    if not args.shared.is_dir():
        sys.exit(f"{args.shared} is not here: name the folder of shared texts with --shared.")
    texts = texts_of(unpacked(args.shared), args.megabytes)
    size = sum(len(text.encode()) for text in texts) / 1e6
    print(f"{len(texts)} English texts, {size:.1f} MB, one process, median of {args.rounds}")
    read, find_and_identify = recalling_work(texts)
    ours, theirs = "recalling: find and identify", "eyecite with Hyperscan"
    with tempfile.TemporaryDirectory() as cache:
        works = {
            "recalling: read": read,
            ours: find_and_identify,
            theirs: eyecite_work(texts, cache),
        }
        speed = measure(works, size, args.rounds)
    print(f"recalling is {speed[ours] / speed[theirs]:.2f} times as fast")


if __name__ == "__main__":
    main()
