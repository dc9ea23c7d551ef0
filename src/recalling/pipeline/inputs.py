"""Which files a command was given: names, folders, the bundled example, standard input."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from recalling.model.errors import InputError

SUFFIXES = frozenset({".txt", ".md", ".xml", ".akn", ".pdf", ".docx"})
STANDARD_INPUT = "-"
_EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


def find_inputs(paths: Sequence[str | Path]) -> tuple[str, ...]:
    """The files that `paths` name, in a fixed order, each once.

    A file is taken whatever its suffix; of a folder, the files at any depth whose suffix one of
    our readers knows, without hidden ones, pipes and devices; `-` is standard input. Without paths
    it is the bundled example. Raises InputError for a path that is not there, for a pipe or a
    device, and for a folder without readable files.
    """
    if not paths:
        return tuple(_files_below(_EXAMPLES))
    found: dict[str, None] = {}
    for path in map(Path, paths):
        if str(path) == STANDARD_INPUT:
            found[STANDARD_INPUT] = None
        elif path.is_dir():
            found.update(dict.fromkeys(_files_below(path)))
        elif path.is_file():
            found[str(path)] = None
        elif path.exists():
            raise InputError(
                f"{path} is a pipe or a device: give what comes out of it on standard input (-)."
            )
        elif path.parts[0] in ("http:", "https:"):
            raise InputError(
                f"{str(path).replace(':/', '://', 1)} is an address, and nothing is fetched: save "
                "the document and give the file."
            )
        elif path.is_symlink():
            raise InputError(f"{path} is a link that leads nowhere: give the file it should name.")
        else:
            raise InputError(f"{path} is not there: give a file or a folder that exists.")
    return tuple(found)


def _files_below(folder: Path) -> list[str]:
    named = (
        os.path.join(place, name)
        for place, folders, names in os.walk(folder)
        for name in _visible(names, folders)
        if os.path.splitext(name)[1].lower() in SUFFIXES
    )
    # a link that leads nowhere stays, to be reported; to open a pipe may wait for ever
    files = sorted(path for path in named if os.path.isfile(path) or not os.path.exists(path))
    if not files:
        raise InputError(
            f"{folder} holds no file that Recalling reads: it takes "
            f"{', '.join(sorted(SUFFIXES))}; name a file to have it read whatever its suffix."
        )
    return files


def _visible(names: Iterable[str], folders: list[str]) -> list[str]:
    """Names that are not hidden; hidden folders are taken out of the walk (os.walk allows it)."""
    folders[:] = sorted(f for f in folders if not f.startswith("."))
    return [name for name in names if not name.startswith(".")]


def output_names(inputs: Sequence[str], suffix: str) -> dict[str, str]:
    """The file to write for each input: its stem and `suffix`.

    Inputs of one stem in several folders keep their folders below the one they share, so that
    none overwrites another.

    >>> output_names(["t/a.en.txt", "-"], ".jsonl")
    {'t/a.en.txt': 'a.en.jsonl', '-': 'standard-input.jsonl'}
    >>> output_names(["t/en/a.xml", "t/fr/a.xml"], ".jsonl")
    {'t/en/a.xml': 'en/a.jsonl', 't/fr/a.xml': 'fr/a.jsonl'}
    """
    stems = {path: _stem(path) for path in inputs}
    count = Counter(stems.values())
    shared = [os.path.dirname(os.path.abspath(p)) for p, stem in stems.items() if count[stem] > 1]
    root = os.path.commonpath(shared) if shared else ""
    return {
        path: (stem if count[stem] == 1 else _below(root, path, stem)) + suffix
        for path, stem in stems.items()
    }


def _stem(path: str) -> str:
    return "standard-input" if path == STANDARD_INPUT else Path(path).stem


def _below(root: str, path: str, stem: str) -> str:
    return os.path.join(os.path.relpath(os.path.dirname(os.path.abspath(path)), root), stem)
