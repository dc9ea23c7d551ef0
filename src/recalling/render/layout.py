"""Where each node stands, computed before the page is written, the same every time.

One citing document, or the one thing that several cite, stands in the middle and the others on an
arc to either side, in the order of the verbs, so that lines of one verb run together and every
label has a line of its own. Where they are too many for arcs they fill a disc about it, each verb
a sector. Everything else is laid out by springs from a fixed seed.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec
import networkx as nx

from recalling.render.springs import settle

_ROW = 46  # distance between two labels on an arc, in canvas units
_MOST_ON_ARCS = 120
_CELL = (116, 30)  # room for a node and its symbol in a disc, in canvas units
_HOLE = 130  # radius about the middle of a disc that stays free, in canvas units


class Place(msgspec.Struct, frozen=True):
    """Position of a node, and where its label stands: left, right, below, or close (in a disc)."""

    x: int
    y: int
    side: str = "below"


def place_nodes(
    nodes: Sequence[str], ties: Sequence[tuple[str, str, tuple[int, ...]]], citing: Sequence[str]
) -> dict[str, Place]:
    """Places of all `nodes`.

    `ties` are (citing, cited, rank): about a centre, nodes stand in the order of the smallest rank
    of their ties. `citing` are the nodes that cite documents.
    """
    centre = _centre(nodes, ties, citing)
    if centre is None:
        return _springs(nodes, ties)
    others = _in_order(centre, nodes, ties)
    return _arcs(centre, others) if len(nodes) <= _MOST_ON_ARCS else _disc(centre, others)


def _centre(
    nodes: Sequence[str], ties: Sequence[tuple[str, str, tuple[int, ...]]], citing: Sequence[str]
) -> str | None:
    """The one document that cites, or the one thing that is tied to all others."""
    if len(citing) == 1:
        return citing[0]
    tied: dict[str, set[str]] = defaultdict(set)
    for a, b, _ in ties:
        tied[a].add(b)
        tied[b].add(a)
    return min((n for n in tied if len(tied[n] | {n}) == len(nodes)), default=None)


def _in_order(
    centre: str, nodes: Sequence[str], ties: Sequence[tuple[str, str, tuple[int, ...]]]
) -> list[str]:
    """All nodes but the centre, in the order of the first tie that leads to each."""
    first: dict[str, tuple[int, ...]] = {}
    for a, b, rank in ties:
        other = a if b == centre else b
        first[other] = min(first.get(other, rank), rank)
    return sorted((n for n in nodes if n != centre), key=lambda n: (first.get(n, (9999,)), n))


def _arcs(centre: str, others: Sequence[str]) -> dict[str, Place]:
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


def _disc(centre: str, others: Sequence[str]) -> dict[str, Place]:
    """The nodes in the rows of a disc, clockwise from the top, with room for a symbol each.

    The cells nearest to the middle are taken, whatever the order, so that the disc is round.
    """
    wide, high = _CELL
    reach = math.sqrt(len(others) * wide * high / math.pi + _HOLE**2) + wide
    rows, columns = round(reach / high), round(reach / wide)
    cells = [
        (wide * (column + row % 2 / 2), high * row)  # every other row stands half a cell aside
        for row in range(-rows, rows + 1)
        for column in range(-columns - 1, columns + 1)
    ]
    free = sorted((math.hypot(x, y), x, y) for x, y in cells if math.hypot(x, y) > _HOLE)
    round_about = sorted(
        free[: len(others)], key=lambda cell: (math.atan2(-cell[1], cell[2]), cell[0])
    )
    places = {centre: Place(0, 0)}
    for node, (_, x, y) in zip(others, round_about, strict=True):
        places[node] = Place(round(x), round(y), "close")
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
    spread = settle(len(core), pairs, crowd)
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
