"""Where each node stands, computed before the page is written, the same every time.

One citing document, or the one thing that several cite, stands in the middle and the others on an
arc to either side, in the order of the verbs, so that lines of one verb run together and every
label has a line of its own. Everything else is laid out by springs from a fixed seed.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec
import networkx as nx
import numpy as np
import numpy.typing as npt
from scipy.spatial import KDTree  # type: ignore[import-untyped]

_ROW = 46  # distance between two labels on an arc, in canvas units
_SEED = 20240321


class Place(msgspec.Struct, frozen=True):
    """Position of a node, and the side on which its label stands: left, right or below."""

    x: int
    y: int
    side: str = "below"


def place_nodes(
    nodes: Sequence[str], ties: Sequence[tuple[str, str, tuple[int, ...]]], citing: Sequence[str]
) -> dict[str, Place]:
    """Places of all `nodes`.

    `ties` are (citing, cited, rank): on an arc, nodes stand in the order of the smallest rank of
    their ties. `citing` are the nodes that cite documents.
    """
    centre = _centre(ties, citing)
    if centre is not None and len(nodes) <= 120:
        return _arcs(centre, nodes, ties)
    return _springs(nodes, ties)


def _centre(ties: Sequence[tuple[str, str, tuple[int, ...]]], citing: Sequence[str]) -> str | None:
    """The one document that cites, or the one thing that takes part in every tie."""
    if len(citing) == 1:
        return citing[0]
    shared = set.intersection(*({a, b} for a, b, _ in ties)) if ties else set()
    return min(shared, default=None)


def _arcs(
    centre: str, nodes: Sequence[str], ties: Sequence[tuple[str, str, tuple[int, ...]]]
) -> dict[str, Place]:
    first: dict[str, tuple[int, ...]] = {}
    for a, b, rank in ties:
        other = a if b == centre else b
        first[other] = min(first.get(other, rank), rank)
    others = sorted((n for n in nodes if n != centre), key=lambda n: (first.get(n, (9999,)), n))
    right = others[: (len(others) + 1) // 2]
    left = others[len(right) :]
    tall = max((len(right) - 1) * _ROW / 2, _ROW)
    places = {centre: Place(0, 0)}
    for column, sign, side in ((right, 1, "right"), (left[::-1], -1, "left")):
        for at, node in enumerate(column):
            y = (at - (len(column) - 1) / 2) * _ROW
            bow = math.sqrt(max(0.0, 1 - (y / (tall * 1.25)) ** 2))
            places[node] = Place(round(sign * (96 + 0.24 * tall * bow)), round(y), side)
    return places


def _springs(
    nodes: Sequence[str], ties: Sequence[tuple[str, str, tuple[int, ...]]]
) -> dict[str, Place]:
    plain: nx.Graph[str] = nx.Graph()
    plain.add_nodes_from(nodes)
    plain.add_edges_from((a, b) for a, b, _ in ties if a != b)
    parts = sorted(nx.connected_components(plain), key=lambda part: (-len(part), min(part)))
    places: dict[str, Place] = {}
    left, top, row_height, width = 0.0, 0.0, 0.0, 0.0
    for part in parts:
        spread = _one_part(plain.subgraph(part))
        size = max((abs(v) for xy in spread.values() for v in xy), default=0) + 90
        width = width or max(2 * size, 1400)
        if left and left + 2 * size > width:
            left, top, row_height = 0.0, top + row_height, 0.0
        for node, (x, y) in spread.items():
            places[node] = Place(round(left + size + x), round(top + size + y))
        left, row_height = left + 2 * size, max(row_height, 2 * size)
    return _apart(places)


def _one_part(part: nx.Graph[str]) -> dict[str, tuple[float, float]]:
    """Places of one connected part about the origin.

    Springs hold what several cite; what only one cites stands in a spiral about it, like the
    seeds of a sunflower.
    """
    names = sorted(part.nodes)
    leaves = {n for n in names if part.degree(n) == 1 and len(names) > 2}
    core = [n for n in names if n not in leaves]
    number = {name: at for at, name in enumerate(core)}
    pairs = sorted(
        (number[a], number[b]) for a, b in map(sorted, part.edges) if a in number and b in number
    )
    crowd = [sum(1 for other in part.neighbors(name) if other in leaves) for name in core]
    spread = _settle(len(core), pairs, crowd)
    places = {name: (float(x), float(y)) for name, (x, y) in zip(core, spread, strict=True)}
    seeds: dict[str, int] = defaultdict(int)
    for leaf in sorted(leaves):
        owner = next(iter(part.neighbors(leaf)))
        seeds[owner] += 1
        away = 74 + 24 * math.sqrt(seeds[owner])
        turn = seeds[owner] * 2.399963  # the golden angle, in radians
        x, y = places[owner]
        places[leaf] = (x + away * math.cos(turn), y + away * math.sin(turn))
    return places


def _settle(count: int, pairs: list[tuple[int, int]], crowd: list[int]) -> npt.NDArray[np.float64]:
    """Positions of `count` nodes after the forces of Fruchterman and Reingold (1991).

    Every two push each other away, tied ones pull, and a node with a crowd of leaves about it
    pushes harder. Computed in blocks of rows, so that memory stays small.
    """
    length = 150.0
    place = np.random.default_rng(_SEED).normal(0, length * math.sqrt(count) / 2, (count, 2))
    if count == 1:
        return np.zeros((1, 2))
    weight = 1 + np.sqrt(np.asarray(crowd, dtype=float)) * 0.8
    ends = np.asarray(pairs, dtype=int).reshape(-1, 2)
    rounds = 300 if count <= 300 else 120 if count <= 1000 else 50 if count <= 4000 else 15
    for turn in range(rounds):
        force = -place * 0.12  # a little gravity keeps the whole round
        norms = (place**2).sum(axis=1)
        for low in range(0, count, 512):
            part = slice(low, low + 512)
            square = norms[part, None] + norms[None, :] - 2 * (place[part] @ place.T)
            push = weight[None, :] / np.maximum(square, 25.0, out=square)
            push *= (length**2) * weight[part, None]
            force[part] += place[part] * push.sum(axis=1)[:, None] - push @ place
        along = place[ends[:, 0]] - place[ends[:, 1]]
        pull = along * (np.sqrt((along**2).sum(axis=1)) / length)[:, None]
        np.add.at(force, ends[:, 0], -pull)
        np.add.at(force, ends[:, 1], pull)
        size = np.maximum(np.sqrt((force**2).sum(axis=1)), 1e-9)
        heat = length * math.sqrt(count) * 0.12 * (1 - turn / rounds) + 0.5
        place = place + force * (np.minimum(size, heat) / size)[:, None]
    return _compact(place, np.asarray([_reach(leaves) for leaves in crowd], dtype=float))


def _reach(leaves: int) -> float:
    """Radius of the disc that a node fills with the spiral of its leaves."""
    return 46.0 if not leaves else 74 + 24 * math.sqrt(leaves) + 30


def _compact(
    place: npt.NDArray[np.float64], reach: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """The same arrangement in a disc that it fills: forces alone leave long empty arms.

    Every node keeps its direction from the middle and its rank of distance; then discs that
    overlap push each other apart.
    """
    place = place - place.mean(axis=0)
    distance = np.maximum(np.sqrt((place**2).sum(axis=1)), 1e-9)
    order = np.argsort(distance, kind="stable")
    area = np.empty(len(order))
    area[order] = np.cumsum(reach[order] ** 2)
    area -= reach**2 / 2
    place = place * (np.sqrt(area / 0.5) / distance)[:, None]
    for _ in range(80 if len(order) <= 1000 else 40):
        pairs = KDTree(place).query_pairs(2 * reach.max(), output_type="ndarray")
        one, other = pairs[:, 0], pairs[:, 1]
        delta = place[one] - place[other]
        apart = np.maximum(np.sqrt((delta**2).sum(axis=1)), 1e-9)
        push = np.maximum(reach[one] + reach[other] - apart, 0.0) / apart * 0.25
        shift = np.zeros_like(place)
        np.add.at(shift, one, delta * push[:, None])
        np.add.at(shift, other, -delta * push[:, None])
        size = np.maximum(np.sqrt((shift**2).sum(axis=1)), 1e-9)
        place = place + shift * (np.minimum(size, 60.0) / size)[:, None]
    return np.asarray(place - (place.max(axis=0) + place.min(axis=0)) / 2)


def _apart(places: dict[str, Place], least: int = 34) -> dict[str, Place]:
    """Moves nodes that stand on one another to the nearest free cell of a grid."""
    taken: set[tuple[int, int]] = set()
    moved: dict[str, Place] = {}
    for node, place in places.items():
        cell = (round(place.x / least), round(place.y / least))
        if cell in taken:
            cell = next(c for c in _around(cell) if c not in taken)
            place = Place(cell[0] * least, cell[1] * least, place.side)
        taken.add(cell)
        moved[node] = place
    return moved


_SPIRAL = sorted(
    ((dx, dy) for dx in range(-40, 41) for dy in range(-40, 41)),
    key=lambda step: (step[0] ** 2 + step[1] ** 2, step),
)


def _around(cell: tuple[int, int]) -> Iterator[tuple[int, int]]:
    return ((cell[0] + dx, cell[1] + dy) for dx, dy in _SPIRAL)


def group_bends(pairs: Sequence[tuple[str, str]]) -> list[float]:
    """How far each edge bows, so that edges between the same two nodes do not lie on one another.

    >>> group_bends([("a", "b"), ("b", "c"), ("a", "b"), ("b", "a")])
    [-0.06, 0.0, 0.0, -0.06]
    """
    seen: Mapping[tuple[str, ...], list[int]] = defaultdict(list)
    for at, (a, b) in enumerate(pairs):
        seen[tuple(sorted((a, b)))].append(at)
    bends = [0.0] * len(pairs)
    for (low, _), group in seen.items():
        for k, at in enumerate(group):
            strength = round((k - (len(group) - 1) / 2) * 0.06, 2)
            # The same pair the other way round bows to the other side by itself.
            bends[at] = (strength if pairs[at][0] == low else -strength) + 0.0
    return bends
