"""Small folders of texts for the tests of building many, and what a store says of them."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from recalling.store import statements_folder

EXAMPLE = Path(__file__).resolve().parents[2] / "src/recalling/examples/A_RES_78_265.zh.txt"
CITES = """
SELECT DISTINCT ?citing ?cited WHERE { ?citing <http://purl.org/spar/cito/cites> ?cited }
"""


def write_text(folder: Path, number: int, said: str = "") -> Path:
    """A short resolution 79/<number>, which cites 70/1 and what `said` adds."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{number}.txt"
    path.write_text(
        f"United Nations\nA/RES/79/{number}\nGeneral Assembly\n\n"
        f"Resolution adopted by the General Assembly on 12 December 2024\n\n"
        f"79/{number}. Matter {number}\n\n"
        "The General Assembly,\n\n"
        f"Recalling its resolution 70/1 of 25 September 2015{said},\n\n"
        "1. Takes note of the report of the Secretary-General;\n\n"
        "2. Decides to remain seized of the matter.\n",
        encoding="utf-8",
    )
    return path


def edges(store: Path) -> set[tuple[str, str]]:
    """(citing, cited) of a store, without the base."""
    answers = ox.Store.read_only(str(statements_folder(store))).query(
        CITES, use_default_graph_as_union=True
    )
    return {tuple(term.value.rpartition("/doc/")[2] for term in row) for row in answers}


def everything(store: Path) -> set[str]:
    """Every statement of a store with its graph."""
    return {str(quad) for quad in ox.Store.read_only(str(statements_folder(store)))}
