"""Build the bundled document twice under different hash seeds and compare with graphs/.

Exit 1, naming the first line that differs, when any Turtle file or the manifest is not, byte for
byte, what lies in graphs/.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from itertools import zip_longest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / "graphs"
SEEDS = ("0", "4711")
COMPARED = ("*.ttl", "MANIFEST.toml")


def build(folder: Path, seed: str) -> None:
    """`recalling build` in a process of its own."""
    subprocess.run(
        [sys.executable, "-m", "recalling", "build", "-o", str(folder)],
        env={**os.environ, "PYTHONHASHSEED": seed},
        stdout=subprocess.DEVNULL,
        check=True,
    )


def difference(kept: Path, built: Path) -> str | None:
    """Where two files differ, in words; None when they do not."""
    if not kept.exists() or not built.exists():
        return f"{(built if kept.exists() else kept).name} is on one side only"
    old, new = (p.read_text(encoding="utf-8").split("\n") for p in (kept, built))
    for number, (before, after) in enumerate(zip_longest(old, new), 1):
        if before != after:
            return f"{kept.name}, line {number}: kept {before!r}, built {after!r}"
    return None


def main() -> None:
    """Build, compare, and say what is out of date."""
    with tempfile.TemporaryDirectory() as folder:
        for seed in SEEDS:
            built = Path(folder) / seed
            build(built, seed)
            names = {p.name for place in (KEPT, built) for g in COMPARED for p in place.glob(g)}
            if not names:
                sys.exit("nothing was built")
            for name in sorted(names):
                if found := difference(KEPT / name, built / name):
                    sys.exit(f"graphs/ is not what `recalling build` makes (seed {seed}): {found}")


if __name__ == "__main__":
    main()
