"""Where nodes stand: arcs, a disc, springs. Positions are facts of the graph alone."""

from __future__ import annotations

import itertools
import math
import time

import numpy as np
import pytest

from recalling.render import springs
from recalling.render.layout import place_nodes
from recalling.render.springs import settle

Tie = tuple[str, str, tuple[int, ...]]


def test_positions_do_not_depend_on_order_of_ties() -> None:
    nodes = [f"n{i}" for i in range(40)]
    ties = [(nodes[i % 4], nodes[(i * 7) % 40], (i,)) for i in range(90)]
    places = place_nodes(nodes, ties, nodes[:4])
    assert places == place_nodes(nodes, ties[::-1], nodes[:4])
    assert len({(p.x, p.y) for p in places.values()}) == len(nodes)


def test_one_document_stands_in_the_middle() -> None:
    """Labels have rows of their own: no two nodes of a side are nearer than a line of text."""
    nodes = [f"n{i:02}" for i in range(41)]
    places = place_nodes(nodes, [("n00", n, (i,)) for i, n in enumerate(nodes[1:])], ["n00"])
    assert (places["n00"].x, places["n00"].y) == (0, 0)
    for side in ("left", "right"):
        rows = sorted(p.y for p in places.values() if p.side == side)
        assert min(b - a for a, b in itertools.pairwise(rows)) >= 40


def test_what_all_documents_cite_stands_in_the_middle() -> None:
    """Also where two of those that cite it are tied to each other."""
    nodes = [f"n{i:02}" for i in range(9)]
    ties: list[Tie] = [(node, "n05", (i,)) for i, node in enumerate(nodes) if node != "n05"]
    for more in ([], [("n01", "n02", (9,))]):
        places = place_nodes(nodes, ties + more, nodes)
        assert (places["n05"].x, places["n05"].y) == (0, 0)
        assert {p.side for n, p in places.items() if n != "n05"} == {"left", "right"}


def test_parts_that_nothing_ties_stand_beside_each_other() -> None:
    """Ten pairs and a single node: in rows no wider than a screen, none in another's room."""
    nodes = [*(f"{side}{i}" for i in range(10) for side in "ab"), "alone"]
    places = place_nodes(nodes, [(f"a{i}", f"b{i}", (i,)) for i in range(10)], nodes)
    assert len({(p.x, p.y) for p in places.values()}) == len(nodes)
    assert max(p.x for p in places.values()) < 1400
    for i in range(10):
        a, b = places[f"a{i}"], places[f"b{i}"]
        apart = math.dist((a.x, a.y), (b.x, b.y))
        others = (p for n, p in places.items() if n not in (f"a{i}", f"b{i}"))
        assert all(math.dist((a.x, a.y), (p.x, p.y)) > min(apart, 90) for p in others)


@pytest.mark.parametrize(("count", "sides"), [(120, {"left", "right"}), (121, {"close"})])
def test_up_to_120_nodes_stand_on_arcs(count: int, sides: set[str]) -> None:
    """With more, the arcs would be higher than any screen: a disc takes their place."""
    nodes = [f"n{i:03}" for i in range(count)]
    places = place_nodes(nodes, [("n000", n, (i,)) for i, n in enumerate(nodes[1:])], ["n000"])
    assert {p.side for n, p in places.items() if n != "n000"} == sides


@pytest.mark.parametrize("count", [121, 155, 500, 2000])
def test_many_about_one_fill_a_disc_in_sectors(count: int) -> None:
    """Clockwise from the top in the order of the ranks, with room for a symbol beside each."""
    nodes = ["the one", *(f"n{i:04}" for i in range(count))]
    places = place_nodes(nodes, [(n, "the one", (i,)) for i, n in enumerate(nodes[1:])], nodes)
    assert (places["the one"].x, places["the one"].y) == (0, 0)
    others = [places[n] for n in nodes[1:]]
    turns = [math.atan2(p.x, -p.y) % math.tau for p in others]
    assert all(a <= b + 0.01 for a, b in itertools.pairwise(turns))
    rows: dict[int, list[int]] = {}
    for place in others:
        rows.setdefault(place.y, []).append(place.x)
    assert min(b - a for a, b in itertools.pairwise(sorted(rows))) >= 30
    for row in rows.values():
        assert all(b - a >= 110 for a, b in itertools.pairwise(sorted(row)))
    wide, high = max(abs(p.x) for p in others), max(abs(p.y) for p in others)
    assert wide == pytest.approx(high, abs=120)


def test_cells_push_like_the_nodes_in_them() -> None:
    """A net in the place of single nodes changes little: the pushes keep direction and strength."""
    random = np.random.default_rng(5)
    place, weight = random.normal(0, 4000, (3000, 2)), random.uniform(1, 4, 3000)
    exact = springs._pushes(place, weight, place, weight)
    netted = springs._pushes(place, weight, *springs._cells(place, weight))
    along = (exact * netted).sum(axis=1) / np.linalg.norm(exact, axis=1)
    strength = along / np.linalg.norm(netted, axis=1)
    assert np.median(strength) > 0.98
    assert np.linalg.norm(netted, axis=1).sum() == pytest.approx(
        np.linalg.norm(exact, axis=1).sum(), rel=0.1
    )


def test_the_time_of_springs_grows_with_the_nodes() -> None:
    """Four times the nodes and ties take about four times as long, not sixteen times."""
    took = []
    for count in (4000, 16_000):
        pairs = [(at, at * 7 % count) for at in range(count)]
        before = time.process_time()
        places = settle(count, pairs, [0] * count)
        took.append(time.process_time() - before)
        assert len({(round(x), round(y)) for x, y in places.tolist()}) > count * 0.99
    assert took[1] < took[0] * 9
