"""Graph files: what opens, and what is said when one does not."""

from __future__ import annotations

import re

import pytest

from recalling.model.errors import GraphError
from recalling.store import load_graph

TRIPLE = "<http://x/a> <http://x/b> <http://x/c> .\n"


def test_a_file_opens(tmp_path):
    path = tmp_path / "a.ttl"
    path.write_text(TRIPLE)
    assert len(load_graph(path)) == 1


def test_the_turtle_files_of_a_folder_are_one_graph(tmp_path):
    (tmp_path / "a.ttl").write_text(TRIPLE)
    (tmp_path / "b.ttl").write_text(TRIPLE.replace("/a>", "/d>"))
    (tmp_path / "notes.md").write_text("no graph")
    assert len(load_graph(tmp_path)) == 2


def test_a_fault_is_said_with_its_file_and_line(tmp_path):
    path = tmp_path / "bad.ttl"
    path.write_text(TRIPLE + "<http://x/a> <http://x/b> ;\n")
    with pytest.raises(GraphError, match=rf"^{re.escape(str(path))}, line 2: does not parse"):
        load_graph(path)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.ttl", b"", "holds no statements"),
        ("broken.ttl", b"<http://x/\xff> a <b> .", "does not parse|cannot be read"),
        ("text.txt", b"words", "is not a graph file"),
        ("binary.ttl", bytes(range(256)), "does not parse|cannot be read"),
    ],
)
def test_what_is_no_graph_is_said_so(tmp_path, name, content, says):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(GraphError, match=says):
        load_graph(path)


def test_a_missing_file_and_an_empty_folder_are_said_so(tmp_path):
    with pytest.raises(GraphError, match="does not exist"):
        load_graph(tmp_path / "none.ttl")
    with pytest.raises(GraphError, match="holds no Turtle files"):
        load_graph(tmp_path)
