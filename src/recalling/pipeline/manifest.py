"""MANIFEST.toml: what a folder of graphs was made from, and what came of it.

It says nothing of when or where, so the same input gives the same bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import msgspec
import tomli_w

from recalling import __version__
from recalling.model.errors import OutputError
from recalling.model.resources import resource

MANIFEST = "MANIFEST.toml"
_PACKAGE = Path(__file__).resolve().parents[1]


class Input(msgspec.Struct, frozen=True, kw_only=True):
    """A text that went in: its file name, language, media type and SHA-256."""

    name: str
    language: str
    media_type: str
    sha256: str


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One document of the folder: its texts, its graph, and counts.

    `identified` counts citations over all texts and `unresolved` the mentions that could not be
    identified.
    """

    name: str
    symbol: str
    base: str
    turtle: str
    sha256: str
    page: str
    triples: int
    identified: int
    unresolved: int
    inputs: tuple[Input, ...]


class _Manifest(msgspec.Struct, frozen=True):
    recalling: str
    knowledge: str
    documents: tuple[Entry, ...] = ()


def manifest_bytes(entries: Iterable[Entry]) -> bytes:
    """The manifest of `entries`, in the order of their names."""
    whole = _Manifest(__version__, knowledge_digest(), tuple(sorted(entries, key=lambda e: e.name)))
    return tomli_w.dumps(msgspec.to_builtins(whole)).encode()


def read_entries(folder: Path) -> tuple[Entry, ...]:
    """The entries of a folder's manifest whose graphs are still there; none without a manifest.

    Raises OutputError when a file of that name is there and is no manifest of ours.
    """
    path = folder / MANIFEST
    try:
        found = msgspec.toml.decode(path.read_bytes(), type=_Manifest)
    except FileNotFoundError:
        return ()
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise OutputError(
            f"{path} is not a manifest that Recalling wrote, so the folder is left as it is: "
            "name another folder with -o, or move the file away."
        ) from error
    return tuple(entry for entry in found.documents if (folder / entry.turtle).exists())


@cache
def knowledge_digest() -> str:
    """SHA-256 over the grammar, the authority and the vocabulary that read the texts."""
    digest = hashlib.sha256()
    for root, pattern in ((_PACKAGE / "grammar", "**/*.toml"), (resource("ontology"), "**/*.ttl")):
        for path in sorted(root.glob(pattern)):
            digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
