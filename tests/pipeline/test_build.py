"""Building: what lies in the folder afterwards, and that it is the same whenever and wherever."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from hashlib import sha256
from pathlib import Path

import pytest

from recalling import pipeline
from recalling.model.errors import InputError, OutputError
from recalling.model.files import check_folder, write_together, write_whole
from recalling.pipeline import manifest

EXAMPLE = Path(__file__).resolve().parents[2] / "src/recalling/examples/A_RES_78_265.zh.txt"


def test_names_of_files_come_from_the_symbol(tmp_path: Path) -> None:
    """The text's own name plays no part when it states its symbol."""
    given = tmp_path / "something else.txt"
    given.write_bytes(EXAMPLE.read_bytes())
    report = pipeline.build_into(tmp_path / "out", [str(given)], pipeline.Options())
    assert [b.name for b in report.built] == ["A_RES_78_265"]
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == [
        "A_RES_78_265.html",
        "A_RES_78_265.ttl",
        "MANIFEST.toml",
    ]


def test_the_manifest_says_what_went_in_and_came_out(tmp_path: Path) -> None:
    """Digests of the text and of the graph; no clock and no folder of this machine."""
    report = pipeline.build_into(tmp_path, [str(EXAMPLE)], pipeline.Options())
    manifest = (tmp_path / "MANIFEST.toml").read_text()
    (entry,) = tomllib.loads(manifest)["documents"]
    assert entry["symbol"] == "A/RES/78/265"
    assert entry["sha256"] == sha256((tmp_path / "A_RES_78_265.ttl").read_bytes()).hexdigest()
    assert entry["inputs"] == [
        {
            "name": "A_RES_78_265.zh.txt",
            "language": "zh",
            "media_type": "text/plain",
            "sha256": sha256(EXAMPLE.read_bytes()).hexdigest(),
        }
    ]
    assert entry["identified"] + entry["unresolved"] == len(report.built[0].records)
    assert str(tmp_path) not in manifest


def test_the_same_text_gives_the_same_bytes_under_any_hash_seed(tmp_path: Path) -> None:
    """Graph, page and manifest."""
    folders = [tmp_path / seed for seed in ("1", "2")]
    for folder in folders:
        subprocess.run(
            [sys.executable, "-m", "recalling", "build", "-o", str(folder)],
            env={**os.environ, "PYTHONHASHSEED": folder.name},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=True,
        )
    names = sorted(p.name for p in folders[0].iterdir())
    assert len(names) == 3
    for name in names:
        assert (folders[0] / name).read_bytes() == (folders[1] / name).read_bytes(), name


def test_a_second_document_joins_the_manifest(tmp_path: Path) -> None:
    """What is in the folder already stays in the manifest while its graph is there."""
    other = tmp_path / "other.txt"
    text = EXAMPLE.read_text(encoding="utf-8").replace("78/265. ", "78/999. ")
    other.write_text(text, encoding="utf-8")
    out = tmp_path / "out"
    for given in (EXAMPLE, other):
        pipeline.build_into(out, [str(given)], pipeline.Options())
    names = [e["name"] for e in tomllib.loads((out / "MANIFEST.toml").read_text())["documents"]]
    assert names == ["A_RES_78_265", "A_RES_78_999"]
    (out / "A_RES_78_999.ttl").unlink()
    pipeline.build_into(out, [str(EXAMPLE)], pipeline.Options())
    names = [e["name"] for e in tomllib.loads((out / "MANIFEST.toml").read_text())["documents"]]
    assert names == ["A_RES_78_265"]


def test_two_texts_of_one_document_become_one_graph(tmp_path: Path) -> None:
    """The same resolution from two files: both are inputs of one graph, nothing is said twice."""
    copies = tmp_path / "texts"
    copies.mkdir()
    for name in ("a.txt", "b.txt"):
        (copies / name).write_bytes(EXAMPLE.read_bytes())
    inputs = pipeline.find_inputs([copies])
    pipeline.build_into(tmp_path / "two", inputs, pipeline.Options())
    pipeline.build_into(tmp_path / "one", inputs[:1], pipeline.Options())
    (entry,) = tomllib.loads((tmp_path / "two" / "MANIFEST.toml").read_text())["documents"]
    assert [i["name"] for i in entry["inputs"]] == ["a.txt", "b.txt"]
    one, two = ((tmp_path / n / "A_RES_78_265.ttl").read_bytes() for n in ("one", "two"))
    assert one == two


def test_the_base_is_that_of_every_identifier(tmp_path: Path) -> None:
    """`--base` changes identifiers of things, not the namespace of the vocabulary."""
    options = pipeline.Options(base="https://example.org/un/")
    pipeline.build_into(tmp_path, [str(EXAMPLE)], options)
    turtle = (tmp_path / "A_RES_78_265.ttl").read_text(encoding="utf-8")
    assert "https://example.org/un/" in turtle
    assert "https://w3id.org/recalling/doc/" not in turtle
    assert "https://w3id.org/recalling/ontology#" in turtle


def test_inputs_of_a_folder(tmp_path: Path) -> None:
    """Readable suffixes at any depth, in a fixed order, none hidden; named files anyway."""
    for name in ("b/2.txt", "a/1.XML", "a/.hidden.txt", ".git/3.txt", "a/picture.png", "c.log"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    assert pipeline.find_inputs([tmp_path]) == (
        str(tmp_path / "a/1.XML"),
        str(tmp_path / "b/2.txt"),
    )
    assert pipeline.find_inputs([tmp_path / "c.log", "-", tmp_path / "c.log"]) == (
        str(tmp_path / "c.log"),
        "-",
    )
    with pytest.raises(InputError, match="nothing here"):
        pipeline.find_inputs([tmp_path / "nothing here"])


def test_without_paths_the_bundled_document_is_meant() -> None:
    """The one text that travels in the package."""
    assert [Path(p).name for p in pipeline.find_inputs([])] == ["A_RES_78_265.zh.txt"]


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    """A second file that cannot take its name leaves no trace of itself."""
    write_whole(tmp_path / "x", b"old")
    (tmp_path / "folder").mkdir()
    with pytest.raises(OutputError):
        write_together(tmp_path, {"folder": b"cannot replace a folder", "x": b"new"})
    assert (tmp_path / "x").read_bytes() == b"old"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["folder", "x"]


def test_checking_a_folder_does_not_make_it(tmp_path: Path) -> None:
    """A run that fails before it writes leaves no empty folder."""
    check_folder(tmp_path / "a" / "b")
    assert list(tmp_path.iterdir()) == []


def test_the_digest_of_the_knowledge_is_of_every_rule(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sign more in one file of a grammar, or another name of it, is another knowledge."""
    shutil.copytree(Path(manifest.__file__).parents[1] / "grammar", tmp_path / "grammar")
    monkeypatch.setattr(manifest, "_PACKAGE", tmp_path)
    rules = next((tmp_path / "grammar").rglob("*.toml"))
    digests = [manifest.knowledge_digest.__wrapped__()]
    rules.write_bytes(rules.read_bytes() + b"\n")
    digests.append(manifest.knowledge_digest.__wrapped__())
    rules.rename(rules.with_name("other.toml"))
    digests.append(manifest.knowledge_digest.__wrapped__())
    assert len({*digests}) == 3
