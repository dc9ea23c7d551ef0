"""A real browser with its network cut, and pages of graphs in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from rdflib import Graph

from recalling.render import write_page

_SAMPLE = Path(__file__).resolve().parents[1] / "graph" / "sample.ttl"


class Reader:
    """One open page: what it asked for, what went wrong in it, and short ways to its parts."""

    def __init__(self, browser: Any, path: Path, **context: Any) -> None:
        self.path = path
        self.requests: list[str] = []
        self.troubles: list[str] = []
        context.setdefault("viewport", {"width": 1440, "height": 900})
        self.context = browser.new_context(locale="en-GB", offline=True, **context)
        self.page = self.context.new_page()
        self.page.set_default_timeout(30_000)
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))
        self.page.on("dialog", lambda dialog: self.troubles.append(f"dialog {dialog.message}"))
        self.page.on(
            "console",
            lambda said: self.troubles.append(said.text) if said.type == "error" else None,
        )

    def open(self, fragment: str = "") -> Reader:
        """Opens the file from disk, with a fragment of its address."""
        self.page.goto("about:blank")
        self.page.goto(self.path.as_uri() + (f"#{fragment}" if fragment else ""))
        self.page.wait_for_selector("body[data-ready=true]")
        return self

    def text(self, selector: str) -> str:
        """Text of the first element that a selector finds, as a person sees it."""
        return str(self.page.inner_text(selector))

    def wait(self, true: Callable[[], bool]) -> None:
        """Waits up to ten seconds. (The browser's own way would need a policy that allows eval.)"""
        for _ in range(200):
            if true():
                return
            self.page.wait_for_timeout(50)
        raise AssertionError("it has not come true in ten seconds")

    def data(self) -> dict[str, Any]:
        """The data that the page holds."""
        found = self.page.evaluate("JSON.parse(document.getElementById('data').textContent)")
        return dict(found)


@pytest.fixture(scope="session")
def sample() -> Graph:
    """Two invented resolutions that show every feature of the shape."""
    return Graph().parse(_SAMPLE)


@pytest.fixture
def reader(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Reader]]:
    """A function that opens the page of a graph; afterwards nothing may have been asked for and
    nothing have gone wrong in any of the pages."""
    opened: list[Reader] = []

    def read(graph: Graph, fragment: str = "", **context: Any) -> Reader:
        path = tmp_path / f"page{len(opened)}.html"
        write_page(graph, path)
        opened.append(Reader(browser, path, **context))
        return opened[-1].open(fragment)

    yield read
    for one in opened:
        outside = [
            url
            for url in one.requests
            if not url.startswith(("file:", "data:,", "blob:", "about:"))
        ]
        one.context.close()
        assert outside == []
        assert one.troubles == []


@pytest.fixture(scope="session")
def single(sample: Graph) -> Graph:
    """The sample without the text of its second document: one document that cites."""
    graph = Graph()
    for triple in sample:
        if "98/7/en" not in f"{triple[0]} {triple[2]}":
            graph.add(triple)
    return graph


@pytest.fixture
def one(reader: Callable[..., Reader], single: Graph) -> Reader:
    """The page of the sample's Chinese resolution alone: one document in the middle."""
    return reader(single)
