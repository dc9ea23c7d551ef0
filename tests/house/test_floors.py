"""The house itself: floors, sizes, and what must never lie in the tree."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "recalling"
_LEFT_OVER = re.compile(r"\b(?:TODO|FIXME|HACK)\b|^<{7} |^>{7} ", re.MULTILINE)
_LANGUAGE_TEST = re.compile(
    r"\b(?:lang|language)\s*(?:==|!=|in)\s*[\[({]?[\"'](?:ar|zh|en|fr|ru|es)[\"']"
)


def tracked(*patterns: str) -> list[Path]:
    """Files that git knows or would add; every file of the tree where there is no git."""
    command = ["git", "-C", str(ROOT), "ls-files", "-co", "--exclude-standard", "--", *patterns]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("this is no checkout: what is committed cannot be listed")
    return [ROOT / line for line in done.stdout.splitlines() if (ROOT / line).is_file()]


def test_each_floor_imports_only_from_floors_below() -> None:
    """The contract of pyproject.toml, kept."""
    command = [Path(sys.executable).with_name("lint-imports"), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "1 kept, 0 broken" in done.stdout


def test_every_room_stands_in_the_contract() -> None:
    """No package beside the floors: a new one has to say which floor it stands on."""
    contract = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    rooms = {p.parent.name for p in SOURCE.glob("*/__init__.py")}
    assert rooms >= {"model", "readers", "cli"}
    assert {room for room in rooms if f"recalling.{room}" not in contract} == set()


def test_files_fit_a_sitting() -> None:
    """No Python file of the house has 600 lines."""
    long = {
        p: n for p in tracked("*.py") if (n := p.read_text(encoding="utf-8").count("\n")) >= 600
    }
    assert long == {}


def test_no_unfinished_business() -> None:
    """No notes to self, no conflict marks."""
    here = Path(__file__)
    found = [p for p in tracked("*.py", "*.toml", "*.md", "*.ttl", "*.rq") if p != here]
    assert found
    assert [p for p in found if _LEFT_OVER.search(p.read_text(encoding="utf-8"))] == []


def test_no_group_is_possessive() -> None:
    """Python 3.11.2, which Debian 12 has, gets possessive groups with alternatives wrong."""
    possessive = re.compile(r"\)(?:[*+?]|\{[0-9,]+\})\+|\(\?>")
    found = {
        p.name: match[0]
        for p in (*SOURCE.rglob("*.py"), *SOURCE.rglob("*.toml"))
        if (match := possessive.search(p.read_text(encoding="utf-8")))
    }
    assert found == {}


def test_no_code_asks_for_one_language() -> None:
    """Language knowledge is data: no branch of the code names a language."""
    found = {
        p.name: match[0]
        for p in SOURCE.rglob("*.py")
        if (match := _LANGUAGE_TEST.search(p.read_text(encoding="utf-8")))
    }
    assert found == {}


def test_no_code_knows_one_document() -> None:
    """No rule names the bundled resolution; examples in documentation strings may."""
    for path in (SOURCE / "extractors", SOURCE / "resolver", SOURCE / "readers"):
        for file in path.rglob("*.py"):
            code = re.sub(r'""".*?"""|#[^\n]*', "", file.read_text(encoding="utf-8"), flags=re.S)
            assert "78/265" not in code, file
            assert "78_265" not in code, file


def test_locks_name_no_registry() -> None:
    """Versions and digests, and no address: docs/decisions/0001."""
    locks = sorted((ROOT / "requirements").glob("*.txt"))
    assert [p.name for p in locks] == ["bench.txt", "dev.txt", "run.txt"]
    for lock in locks:
        text = lock.read_text(encoding="utf-8")
        assert "--hash=sha256:" in text
        assert not re.search(r"https?:|--index|--extra|--find-links", text), lock


def test_locks_hold_every_dependency() -> None:
    """A dependency added to pyproject.toml is locked."""
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    locked = (ROOT / "requirements" / "dev.txt").read_text(encoding="utf-8")
    wanted = list(project["project"]["dependencies"])
    for group in ("build", "dev", "docs"):
        wanted += [w for w in project["dependency-groups"][group] if isinstance(w, str)]
    names = {re.split(r"[<>=\[ ]", w)[0].lower().replace("_", "-") for w in wanted}
    assert {n for n in names if not re.search(rf"^{re.escape(n)}==", locked, re.M)} == set()


def test_only_the_bundled_text_is_copied_from_elsewhere() -> None:
    """One example travels with the package; official texts stay outside the repository."""
    assert [p.name for p in (SOURCE / "examples").iterdir()] == ["A_RES_78_265.zh.txt"]
    assert [p for p in tracked("*.xml", "*.xz", "*.gz", "*.zip") if "tests" not in p.parts] == []


def test_test_modules_have_names_of_their_own() -> None:
    """Two of one name in two rooms cannot be collected together."""
    names = [p.name for p in (ROOT / "tests").rglob("test_*.py")]
    assert sorted(names) == sorted(set(names))
