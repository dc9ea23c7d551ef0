"""Where the data that travels with Recalling lies: ontology, queries, the bundled example."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]  # the folder of the package itself


def resource(*parts: str) -> Path:
    """Path of a data file or folder: `resource("ontology", "functions.ttl")`.

    In the wheel these folders lie inside the package (`_data/`); in a checkout at the top of the
    repository. Raises FileNotFoundError when it is in neither.
    """
    for root in (_PACKAGE / "_data", _PACKAGE.parents[1]):
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError(f"{'/'.join(parts)} is not part of this installation of Recalling")
