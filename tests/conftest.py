"""What tests of several rooms need: the shared texts, a browser, a quiet collector.

The shared texts are `../shared` beside the repository, unpacked once outside it.
"""

from __future__ import annotations

import gc
import os
import shutil
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from made import Made

_ROOT = Path(__file__).resolve().parents[1]
_SHARED = _ROOT.parent / "shared"
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Headless Chromium, one for all tests; skipped with its reason where there is none."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    found = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if found is None:
        pytest.skip("no Chromium is installed (Debian: apt-get install chromium)")
    with playwright.sync_playwright() as started:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        chromium = started.chromium.launch(executable_path=found, args=flags)
        yield chromium
        chromium.close()


@pytest.fixture(autouse=True)
def _quiet_collector(request: pytest.FixtureRequest) -> Iterator[None]:
    """Keeps what earlier tests left in memory out of the times that a test compares.

    The collector walks the whole heap the oftener the more a test makes, which would count
    against the larger of two inputs.
    """
    if "time" not in request.node.name:
        yield
        return
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


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


@pytest.fixture
def made() -> Made:
    """A graph of many documents to be made line by line."""
    return Made()
