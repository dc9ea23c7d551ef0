"""Whole sessions in one go: the build of all of ../shared/corpus/ against the floor, in one run.

    python benchmarks/corpus.py [--corpus DIR] [--shared DIR] [--jobs 2] [--every N]

The floor is lxml parsing the same files and nothing else, on one core. Then `recalling build
--store` from XML on disk to a store that answers: all files, all files again with nothing changed,
and every third file. Memory is that of the whole process tree, shared pages counted once (PSS),
sampled once a second, and so is processor time, which other work on the machine disturbs less than
the clock. With --every N, only every Nth file is taken: a light sample.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tarfile
import tempfile
import threading
import time
from pathlib import Path

from lxml import etree

ROOT = Path(__file__).resolve().parents[1]
QUERY = "SELECT (COUNT(DISTINCT ?c) AS ?n) { ?c a cito:Citation }"


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--corpus", type=Path, help="the corpus, unpacked")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--every", type=int, default=1, help="take every Nth file")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="recalling-corpus-") as scratch:
        corpus = given.corpus or unpacked(given.shared / "corpus", Path(scratch) / "corpus")
        files = sorted(corpus.rglob("*.xml"))[:: given.every]
        if not files:
            sys.exit(f"{corpus} holds no XML files")
        whole = linked(files, Path(scratch) / "whole")
        third = linked(files[::3], Path(scratch) / "third")
        print(f"{len(files):,} files, {len(os.sched_getaffinity(0))} processors, {given.jobs} jobs")
        lowest, work = floor(files)
        full, watch, summary = build(whole, Path(scratch) / "store", given.jobs)
        again, _, second = build(whole, Path(scratch) / "store", given.jobs)
        part, part_watch, _ = build(third, Path(scratch) / "store-third", given.jobs)
        answer = answered(Path(scratch) / "store")
        size = sum(p.stat().st_size for p in (Path(scratch) / "store").rglob("*") if p.is_file())
    rows = [
        ("floor: lxml parses all files, one core", f"{lowest:.1f} s", ""),
        ("all files into a store", f"{full:.1f} s, {full / lowest:.1f} times the floor", "≤ 8"),
        (
            "processor time of it",
            f"{watch.seconds:.1f} s, {watch.seconds / work:.1f} times the floor's",
            "",
        ),
        ("second run", f"{again:.2f} s, {again / lowest:.2f} times the floor", "≤ 1"),
        ("all files over a third of them", f"{full:.1f} / {part:.1f} = {full / part:.2f}", "≤ 3.3"),
        ("peak memory of the process tree", f"{watch.peak / 2**30:.2f} GiB", "≤ 1.5 GiB"),
        ("the same for a third", f"{part_watch.peak / 2**30:.2f} GiB", "the same"),
        ("files a second", f"{len(files) / full:,.0f}", ""),
        ("size of the store", f"{size / 2**20:,.0f} MiB", ""),
        ("counting all citations in it", answer, ""),
    ]
    print("\n| | measured | target |\n| --- | --- | --- |")
    for row in rows:
        print(f"| {' | '.join(row)} |")
    print("\nA million documents, on paper:\n")
    for line in on_paper(summary, second, size):
        print(f"- {line}")


def unpacked(archives: Path, folder: Path) -> Path:
    """The corpus unpacked into a folder of its own."""
    for archive in sorted(archives.glob("*.tar.xz")):
        with tarfile.open(archive) as packed:
            packed.extractall(folder / archive.name.removesuffix(".tar.xz"), filter="data")
    return folder


def linked(files: list[Path], folder: Path) -> Path:
    """A folder that holds just these files, as links."""
    folder.mkdir(parents=True)
    for at, file in enumerate(files):
        (folder / f"{at:06}-{file.name}").symlink_to(file)
    return folder


def floor(files: list[Path]) -> tuple[float, float]:
    """Seconds that lxml takes, and of a processor, the better of two rounds.

    The first round also warms the disk's cache.
    """
    times = []
    for _ in range(2):
        began, worked = time.perf_counter(), time.process_time()
        for file in files:
            try:
                etree.parse(file, etree.XMLParser(resolve_entities=False, no_network=True))
            except etree.XMLSyntaxError:
                continue
        times.append((time.perf_counter() - began, time.process_time() - worked))
    return min(times)


def build(folder: Path, store: Path, jobs: int) -> tuple[float, Watch, dict[str, float]]:
    """Seconds, what was watched, and summary of `recalling build`, a process tree of its own."""
    command = [sys.executable, "-m", "recalling", "build", str(folder), "--store", str(store)]
    began = time.perf_counter()
    process = subprocess.Popen(
        [*command, "--jobs", str(jobs)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    watch = Watch(process.pid)
    said, _ = process.communicate()
    seconds = time.perf_counter() - began
    watch.join()
    if process.returncode not in (0, 1):
        sys.exit(f"the build ended with {process.returncode}")
    print(f"\n{folder.name} into {store.name}: {seconds:.1f} s\n{said.rstrip()}")
    found = re.findall(r"^ *(\S.*?) {2,}([\d,.]+)(?: s)? *$", said, re.MULTILINE)
    return seconds, watch, {name: float(value.replace(",", "")) for name, value in found}


def on_paper(summary: dict[str, float], again: dict[str, float], size: int) -> list[str]:
    """What a million documents would take, by the rates of this run."""
    files = summary["files read now"]
    million = 1e6 / files
    stages = ("read", "find and identify", "assemble", "write")
    work = sum(summary[f"time: {stage}"] for stage in stages)
    load, digest = summary["time: load"], again["time: digest"]
    statements = summary["statements of all files together"]
    hour = 3600
    return [
        f"work of processes: {work / files * 1000:.0f} ms a file, "
        f"{work * million / hour:.1f} h in all",
        f"loading: {load / files * 1000:.0f} ms a file, {load * million / hour:.1f} h in all",
        f"one machine like this: {summary['time: all'] * million / hour:.1f} h",
        f"ten of them: {max(work * million / 20, load * million) / hour:.1f} h "
        f"(work {work * million / 20 / hour:.1f} h in 20 processes; one machine loads)",
        f"a run with nothing changed: {digest * million / 60:.1f} min of digests",
        f"statements of the texts: {statements * million / 1e6:,.0f} million; "
        f"store: {size * million / 2**30:,.0f} GiB",
    ]


def answered(store: Path) -> str:
    """How long the store takes to count its citations, the process that asks included."""
    command = [sys.executable, "-m", "recalling", "query", "-", "--on", str(store)]
    began = time.perf_counter()
    done = subprocess.run(
        [*command, "--format", "csv"], input=QUERY, capture_output=True, text=True, check=True
    )
    return f"{int(done.stdout.split()[1]):,} in {time.perf_counter() - began:.1f} s"


class Watch(threading.Thread):
    """Peak memory (`peak`, bytes) and processor time (`seconds`) of a process and all below it."""

    def __init__(self, root: int) -> None:
        super().__init__(daemon=True)
        self._root = root
        self._worked: dict[int, float] = {}
        self.peak = 0
        self.start()

    @property
    def seconds(self) -> float:
        """Of a processor, in all processes that were seen, up to the last sample."""
        return sum(self._worked.values())

    def run(self) -> None:
        """Sample until the process has ended."""
        while (total := sum(map(pss, processes := tree(self._root)))) > 0:
            self.peak = max(self.peak, total)
            for process in processes:
                self._worked[process] = worked(process) or self._worked.get(process, 0.0)
            time.sleep(1)


def tree(root: int) -> set[int]:
    """A process and all below it."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
        except (OSError, IndexError):
            continue
    found = {root}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found


def worked(process: int) -> float:
    """Seconds that a process has had of a processor; 0 when it has ended."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def pss(process: int) -> int:
    """The process's share of memory in bytes; 0 when it has ended."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) << 10 for line in lines if line.startswith("Pss:"))


if __name__ == "__main__":
    main()
