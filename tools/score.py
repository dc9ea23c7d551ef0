"""Run extraction and outline over the official texts and print the scorers' tables.

    python tools/score.py [--lang en ...] [--variant flow|paged] [--sample N] [--keep DIR]
                          [-- OPTIONS OF score.py]

The texts and the scorers are those of ../shared/dev (--shared names another place). Everything is
measured through the doors that users have: `recalling extract -o` and `recalling outline -o`.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tarfile
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
VARIANTS = ("flow", "paged")


def unpacked(shared: Path) -> Path:
    """The folder of the official texts, unpacked once into the temporary folder."""
    archive = shared / "dev" / "dev.tar.xz"
    folder = Path(tempfile.gettempdir()) / f"recalling-dev-{archive.stat().st_size}"
    if not folder.is_dir():
        with tempfile.TemporaryDirectory() as fresh, tarfile.open(archive) as packed:
            packed.extractall(fresh, filter="data")
            next(Path(fresh).rglob("*.en.txt")).parent.rename(folder)
    return folder


def choose(dev: Path, languages: list[str], sample: int) -> list[str]:
    """Names (`A_RES_75_1.en`) of the texts to measure: all, or every n-th document."""
    documents = sorted({p.name.split(".")[0] for p in dev.glob("*.json")})
    if sample:
        documents = documents[:: max(1, len(documents) // sample)]
    names = [f"{d}.{language}" for d in documents for language in languages]
    return [n for n in names if (dev / f"{n}.json").exists()]


def lay_out(dev: Path, names: list[str], variant: str, folder: Path) -> tuple[Path, Path]:
    """Texts and gold of one layout as links in folders of their own, named as the scorers ask."""
    texts, gold = folder / "texts", folder / "gold"
    texts.mkdir(parents=True)
    gold.mkdir()
    ending = ".paged.txt" if variant == "paged" else ".txt"
    for name in names:
        (texts / f"{name}.txt").symlink_to(dev / f"{name}{ending}")
        for suffix in (".json", ".txt", ".paged.txt"):
            (gold / f"{name}{suffix}").symlink_to(dev / f"{name}{suffix}")
    return texts, gold


def recalling(*arguments: str) -> float:
    """Seconds that one command took; its words go to standard error."""
    begin = time.perf_counter()
    done = subprocess.run([sys.executable, "-m", "recalling", *arguments], check=False)
    if done.returncode not in (0, 1):
        sys.exit(done.returncode)
    return time.perf_counter() - begin


def measure(args: argparse.Namespace, dev: Path, names: list[str], variant: str, at: Path) -> None:
    """Extract, outline and score one layout."""
    texts, gold = lay_out(dev, names, variant, at)
    predictions = at / "predictions"
    size = sum((texts / f"{n}.txt").stat().st_size for n in names) / 1e6
    for command in ("extract", "outline"):
        form = ("--format", "jsonl", "-o", str(predictions))
        seconds = recalling(command, str(texts), *form)
        if not predictions.exists():
            sys.exit(f"recalling {command} wrote nothing: is it installed for {sys.executable}?")
        print(
            f"{command} {variant}: {len(names)} texts, {size:.1f} MB, {seconds:.1f} s", flush=True
        )
    for scorer, more in (("score.py", ["--by-kind", *args.more]), ("score_outline.py", [])):
        print(f"\n== {scorer} {variant}", flush=True)
        script = args.shared / "dev" / scorer
        command = [sys.executable, str(script), str(gold), str(predictions)]
        subprocess.run([*command, "--variant", variant, *more], check=True)


def main() -> None:
    """Measure the layouts asked for, one after the other."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--lang", action="append", choices=LANGUAGES)
    parser.add_argument("--variant", action="append", choices=VARIANTS)
    parser.add_argument("--sample", type=int, default=0, metavar="N", help="about N documents")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the predictions here")
    parser.add_argument("more", nargs="*", help="options of score.py, behind --")
    args = parser.parse_args()
    if not args.shared.is_dir():
        sys.exit(f"{args.shared} is not here: name the folder of shared texts with --shared.")
    dev = unpacked(args.shared)
    names = choose(dev, args.lang or list(LANGUAGES), args.sample)
    with tempfile.TemporaryDirectory(prefix="recalling-score-") as folder:
        at = args.keep or Path(folder)
        for variant in args.variant or VARIANTS:
            measure(args, dev, names, variant, at / variant)


if __name__ == "__main__":
    main()
