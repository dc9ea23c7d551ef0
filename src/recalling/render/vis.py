"""The one place that knows pyvis: network data in vis-network's form, and its library's text.

Only these two are taken. The pages that pyvis writes load remote styles even in its in-line mode,
and titles that it is given can become HTML; so no title is ever given, and the page is our own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from recalling.model.errors import DataError

_NODE_KEYS = ("id", "x", "y", "size", "shape")
_EDGE_KEYS = ("id", "from", "to", "smooth")


def network_data(
    nodes: Iterable[Mapping[str, Any]], edges: Iterable[Mapping[str, Any]]
) -> dict[str, list[dict[str, Any]]]:
    """Nodes and edges as `vis.DataSet` takes them.

    A node has id, x, y, size and shape; an edge id, from, to, its line (bow, fan, chord) and
    how far it bends beside others between the same nodes.
    Labels, colours and texts are left to the page, which draws them itself.
    """
    from pyvis.network import Network  # type: ignore[import-untyped]  # takes a second to import: only who draws pays

    network = Network(directed=True)
    for node in nodes:
        network.add_node(
            node["id"], label=" ", shape=node["shape"], x=node["x"], y=node["y"], size=node["size"]
        )
    for edge in edges:
        network.add_edge(edge["from"], edge["to"], id=edge["id"], smooth=_smooth(edge))
    return {
        "nodes": [{key: node[key] for key in _NODE_KEYS} for node in network.nodes],
        "edges": [{key: edge[key] for key in _EDGE_KEYS} for edge in network.edges],
    }


def _smooth(edge: Mapping[str, Any]) -> dict[str, Any] | bool:
    bend = edge["bend"]
    if edge["line"] == "fan":  # out of the middle, level at both ends
        return {"enabled": True, "type": "cubicBezier", "forceDirection": "horizontal",
                "roundness": 0.45}  # fmt: skip
    if edge["line"] == "chord":
        bend += 0.22
    elif not bend:
        return False
    way = "curvedCW" if bend > 0 else "curvedCCW"
    return {"enabled": True, "type": way, "roundness": round(abs(bend), 2)}


def library() -> str:
    """Text of vis-network as pyvis ships it, with its licence, fit to stand in a script element.

    Raises DataError when pyvis has none.
    """
    import pyvis  # type: ignore[import-untyped]

    found = sorted(Path(pyvis.__file__).parent.glob("**/vis-network.min.js"))
    if not found:
        raise DataError("pyvis is installed without vis-network.min.js: reinstall pyvis")
    text = found[-1].read_text(encoding="utf-8")
    text = re.sub(r"\n//# sourceMappingURL=[^\n]{0,200}\s*$", "\n", text)
    if "@license" not in text[:2000]:
        raise DataError(f"{found[-1].name} of pyvis carries no licence: reinstall pyvis")
    return text
