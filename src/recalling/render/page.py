"""The interactive page of a graph: one HTML file that opens from disk, without any network.

Style, script, the network library and the data stand in the file itself; a content security
policy allows exactly those, by their digests, and no connection at all.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import math
import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from recalling.graph import words
from recalling.graph.vocabulary import FN, KIND, PREFIXES, REC, camel
from recalling.model.document import LANGUAGES
from recalling.model.files import write_whole
from recalling.render.view import Node, Tie, View, read_view
from recalling.render.vis import library, network_data

if TYPE_CHECKING:
    from rdflib import Graph

    from recalling.render.layout import Place

_ASSETS = Path(__file__).parent / "assets"


def write_page(graph: Graph | View, path: Path, *, title: str | None = None) -> None:
    """Writes the page of a graph to `path`, whole or not at all.

    `title` is what the page calls itself; without it, the citing document's symbol and title.
    Raises OutputError when the place cannot be written to.
    """
    path = Path(path)
    write_whole(path, page(graph, title=title, name=path.stem).encode())


def page(graph: Graph | View, *, title: str | None = None, name: str = "graph") -> str:
    """The page as text. The same graph gives the same bytes. `name` is that of its downloads."""
    view = graph if isinstance(graph, View) else read_view(graph)
    shown = title or _title(view)
    style = _asset("style.css")
    network_library = library()
    app = _app()
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src {_digest(network_library)} {_digest(app)}",
            f"style-src {_digest(style)}",
            "img-src data: blob:",
            "connect-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    parts = {
        "CSP": policy,
        "TITLE": html.escape(shown),
        "STYLE": style,
        "LIBRARY": network_library,
        "APP": app,
        "DATA": _script_json(page_data(view, title=shown, name=name, titled=bool(title))),
    }
    return re.sub(r"@([A-Z]{3,8})@", lambda found: parts[found[1]], _asset("page.html"))


@cache
def _asset(name: str) -> str:
    return (_ASSETS / name).read_text(encoding="utf-8")


@cache
def _app() -> str:
    """The page's own script: its parts in order, in one scope."""
    parts = sorted((_ASSETS / "app").glob("*.js"))
    body = "\n".join(part.read_text(encoding="utf-8") for part in parts)
    return f'(() => {{\n"use strict";\n{body}}})();\n'


@cache
def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(_asset(name))


def _digest(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _script_json(data: object) -> str:
    """JSON that may stand in a script element: nothing in it can end the element or open markup."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    # A lone surrogate cannot be written as UTF-8.
    return text.encode("utf-8", "replace").decode("utf-8")


def _title(view: View) -> str:
    citing = [node for node in view.nodes if node.role == "citing"]
    if len(citing) == 1:
        name = next(iter(citing[0].titles.values()), "")
        return " · ".join(filter(None, (citing[0].symbol, name))) or citing[0].iri
    many = str(_table("words/en.toml")["title_many"])
    return many.replace("{n}", str(len(citing)))


def page_data(view: View, *, title: str, name: str, titled: bool = False) -> dict[str, Any]:
    """What the page's script reads: nodes, ties, passages and places, referring by index.

    `titled` is true when the title was given: the page then does not put it into other words.
    """
    index = {node.iri: at for at, node in enumerate(view.nodes)}
    passage_index = {passage.iri: at for at, passage in enumerate(view.passages)}
    edges, edge_of = _edges(view, index)
    places = _places(view, edges)
    functions = {edge["fn"] for edge in edges if edge["fn"]}
    languages = [passage.language for passage in view.passages if passage.language]
    return {
        "title": title,
        "titled": titled,
        "name": name,
        "language": max(sorted(set(languages)), key=languages.count, default="en"),
        "prefixes": {p: PREFIXES[p] for p in sorted(PREFIXES)},
        "families": [*_table("signs.toml")["families"], "plain"],
        "words": {tag: _table(f"words/{tag}.toml") for tag in LANGUAGES},
        "schemes": {
            "functions": _functions(view, functions),
            "kinds": _labels(view, KIND, {node.kind for node in view.nodes}),
            "bodies": {
                iri: view.labels.get(iri) or {"": iri.rsplit("/", 1)[-1].replace("-", " ")}
                for iri in sorted({node.body for node in view.nodes} - {""})
            },
        },
        "nodes": [_node(node, places[node.iri]) for node in view.nodes],
        "edges": edges,
        "ties": [_tie(tie, edge_of[tie.iri], passage_index) for tie in view.ties],
        "passages": [
            {"iri": p.iri, "label": p.label, "text": p.text, "lang": p.language}
            for p in view.passages
        ],
        "unresolved": [
            {
                "iri": u.iri, "w": index.get(u.work, -1), "p": passage_index.get(u.passage, -1),
                "label": u.label, "quote": u.quote, "lang": u.language, "reason": u.reason,
                "sentence": u.sentence, "m": u.mark,
            }
            for u in view.unresolved
        ],
        "network": _network(view, edges, places),
    }  # fmt: skip


def _edges(view: View, index: dict[str, int]) -> tuple[list[dict[str, Any]], dict[str, int]]:
    """Ties between the same two things under the same function are one line of the graph."""
    edges: list[dict[str, Any]] = []
    known: dict[tuple[str, str, str, str], int] = {}
    edge_of: dict[str, int] = {}
    for tie in view.ties:
        key = (tie.citing, tie.cited, tie.tie, tie.function)
        if key not in known:
            known[key] = len(edges)
            edge: dict[str, Any] = {"s": index[tie.citing], "t": index[tie.cited], "tie": tie.tie}
            edge["fn"] = tie.function
            if tie.tie == "states":
                edge["predicate"] = REC + camel(tie.function)
            edges.append(edge)
        edge_of[tie.iri] = known[key]
    return edges, edge_of


def _family(function: str) -> str:
    families: dict[str, list[str]] = _table("signs.toml")["families"]
    return next((name for name, ids in families.items() if function in ids), "plain")


def _functions(view: View, used: Iterable[str]) -> dict[str, Any]:
    """Labels, colour family and place in the order of families of each function in use."""
    families = [*_table("signs.toml")["families"], "plain"]
    found = {}
    for order, function in enumerate(sorted(used, key=lambda f: (families.index(_family(f)), f))):
        labels = view.labels.get(FN + function) or _vocabulary_labels(function)
        found[function] = {
            "iri": FN + function, "labels": labels, "family": _family(function), "order": order,
        }  # fmt: skip
    return found


def _vocabulary_labels(function: str) -> dict[str, str]:
    """Labels of what no verb of this graph stands for: a relation that the text states."""
    word = words.functions().get(function) or words.terms().get(camel(function))
    return dict(word.labels) if word and word.labels else {"en": function.replace("-", " ")}


def _labels(view: View, base: str, ids: Iterable[str]) -> dict[str, dict[str, str]]:
    return {i: view.labels.get(base + i) or {"": i.replace("-", " ")} for i in sorted(ids) if i}


def _shape(node: Node) -> str:
    shapes: dict[str, str] = _table("signs.toml")["shapes"]
    if node.role == "entity":
        return shapes["Entity"]
    return next((shape for kind, shape in shapes.items() if kind in node.types), shapes["other"])


def _size(node: Node, place: Place) -> float:
    """The more often cited the larger; what cites is large too, but in a disc of its like."""
    size = 7 + 3.4 * math.sqrt(node.cited)
    if node.role == "citing" and place.side != "close":
        size = max(size, 18)
    return round(min(size, 12 if place.side == "close" else 34), 1)


def _node(node: Node, place: Place) -> dict[str, Any]:
    return {
        "iri": node.iri, "role": node.role, "kind": node.kind, "symbol": node.symbol,
        "identifier": node.symbol if node.identified else "", "labels": node.labels,
        "titles": node.titles, "stated": node.stated, "body": node.body, "date": node.date,
        "year": node.year, "anticipated": node.anticipated, "container": node.container,
        "part": node.part, "link": node.link, "facts": node.facts, "cited": node.cited,
        "shape": _shape(node), "size": _size(node, place), "side": place.side,
    }  # fmt: skip


def _tie(tie: Tie, edge: int, passages: dict[str, int]) -> dict[str, Any]:
    return {
        "iri": tie.iri, "e": edge, "p": passages.get(tie.passage, -1), "m": tie.mark,
        "n": passages.get(tie.footnote, -1), "label": tie.label, "verb": tie.verb,
        "lang": tie.language, "quote": tie.quote, "date": tie.date, "title": tie.title,
        "symbol": tie.symbol, "part": tie.part, "how": tie.how,
    }  # fmt: skip


def _places(view: View, edges: list[dict[str, Any]]) -> dict[str, Place]:
    """Positions, and on an arc the order: verbs by family, then what has none, then mentions."""
    from recalling.render.layout import place_nodes  # here: numpy and scipy take a second

    families = [*_table("signs.toml")["families"], "plain"]
    kinds = ("cites", "adopted-from", "states", "mentions")
    ties = []
    for at, edge in enumerate(edges):
        plain = not edge["fn"]
        family = families.index(_family(edge["fn"]))
        rank = (kinds.index(edge["tie"]), int(plain), family, at)
        ties.append((view.nodes[edge["s"]].iri, view.nodes[edge["t"]].iri, rank))
    citing = [node.iri for node in view.nodes if node.role == "citing"]
    return place_nodes([node.iri for node in view.nodes], ties, citing)


def _network(
    view: View, edges: list[dict[str, Any]], places: dict[str, Place]
) -> dict[str, list[dict[str, Any]]]:
    from recalling.render.layout import group_bends

    bends = group_bends([(str(edge["s"]), str(edge["t"])) for edge in edges])
    nodes = [
        {
            "id": at, "x": places[node.iri].x, "y": places[node.iri].y,
            "size": _size(node, places[node.iri]), "shape": _shape(node),
        }
        for at, node in enumerate(view.nodes)
    ]  # fmt: skip
    fan = any(place.side in ("left", "right") for place in places.values())
    citing = {at for at, node in enumerate(view.nodes) if node.role == "citing"}

    shared = Counter((edge["s"], edge["t"]) for edge in edges)

    def line(edge: dict[str, Any]) -> str:
        if fan and edge["s"] not in citing:
            return "chord"
        return "fan" if fan and shared[edge["s"], edge["t"]] == 1 else "bow"

    return network_data(
        nodes,
        [
            {"id": at, "from": edge["s"], "to": edge["t"], "bend": bends[at], "line": line(edge)}
            for at, edge in enumerate(edges)
        ],
    )
