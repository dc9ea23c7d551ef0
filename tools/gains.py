"""Citations gained and lost against the last commit, in a fixed sample of the six languages.

    python tools/gains.py [REVISION] [--sample N] [--show N]

The working tree is compared with REVISION (HEAD when the tree has changes, else HEAD~1). The
sample is every n-th document of ../shared/dev in all six languages, the same for everybody.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from score import LANGUAGES, ROOT, choose, lay_out, unpacked


class Row(NamedTuple):
    """One citation, as far as it counts here: where, what it says, what it cites."""

    text: str
    start: int
    end: int
    words: str
    cites: str

    def __str__(self) -> str:
        return f"{self.text} {self.start}-{self.end} “{self.words}” → {self.cites}"


def extract(source: Path, texts: Path, folder: Path) -> set[Row]:
    """What the code in `source` finds in `texts`."""
    command = [sys.executable, "-m", "recalling", "extract", str(texts)]
    subprocess.run(
        [*command, "--format", "jsonl", "-o", str(folder)],
        env={**os.environ, "PYTHONPATH": str(source)},
        check=True,
    )
    rows = set()
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            r = json.loads(line)
            cites = r["symbol"] or r["instrument"] or f"unresolved ({r['unresolved']})"
            if r["symbol"] and r["part"]:
                cites += f", {r['part']}"
            rows.add(Row(path.stem, r["start"], r["end"], " ".join(r["text"].split()), cites))
    return rows


def git(*arguments: str) -> str:
    """What git answers."""
    command = ["git", "-C", str(ROOT), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def report(sign: str, rows: set[Row], show: int) -> None:
    """A count by language and the rows themselves."""
    counts = Counter(row.text.rpartition(".")[2] for row in rows)
    shares = ", ".join(f"{language} {counts[language]}" for language in LANGUAGES)
    print(f"{'gained' if sign == '+' else 'lost'}: {len(rows)} ({shares})")
    for row in sorted(rows)[:show]:
        print(f"  {sign} {row}")


def main() -> None:
    """Compare two revisions of the code on the sample."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("revision", nargs="?")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--sample", type=int, default=24, metavar="N", help="documents")
    parser.add_argument("--show", type=int, default=40, metavar="N", help="rows of each list")
    args = parser.parse_args()
    changed = git("status", "--porcelain", "--untracked-files=no")
    revision = args.revision or ("HEAD" if changed else "HEAD~1")
    dev = unpacked(args.shared)
    names = choose(dev, list(LANGUAGES), args.sample)
    with tempfile.TemporaryDirectory(prefix="recalling-gains-") as folder:
        at = Path(folder)
        texts, _ = lay_out(dev, names, "flow", at)
        git("worktree", "add", "--detach", "--quiet", str(at / "then"), revision)
        try:
            then = extract(at / "then" / "src", texts, at / "rows-then")
        finally:
            git("worktree", "remove", "--force", str(at / "then"))
        now = extract(ROOT / "src", texts, at / "rows-now")
    print(f"{len(names)} texts; {revision}: {len(then)} citations; now: {len(now)}")
    report("+", now - then, args.show)
    report("-", then - now, args.show)


if __name__ == "__main__":
    main()
