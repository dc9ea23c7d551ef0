"""Where the shared texts are: `../shared` beside the repository, unpacked once outside it."""

from __future__ import annotations

import os
import tarfile
import tempfile
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[1]
_SHARED = _ROOT.parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder `../shared`; the test is skipped where it is absent."""
    if not _SHARED.is_dir():
        pytest.skip(f"{_SHARED} is not here: the test needs the shared texts")
    return _SHARED


@pytest.fixture(scope="session")
def dev(shared: Path) -> Path:
    """The official texts with the editors' links, unpacked into a cache outside the repository."""
    cache = Path(os.environ.get("RECALLING_TEST_CACHE", tempfile.gettempdir()))
    archive = shared / "dev" / "dev.tar.xz"
    if not archive.is_file():
        pytest.skip(f"{archive} is not here: the test needs the official texts")
    folder = cache / f"recalling-dev-{archive.stat().st_size}"
    if not folder.is_dir():
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=cache) as fresh, tarfile.open(archive) as packed:
            packed.extractall(fresh, filter="data")
            found = sorted(Path(fresh).rglob("*.en.txt"))
            try:
                found[0].parent.rename(folder)
            except OSError:  # another worker was first
                if not folder.is_dir():
                    raise
    return folder
