"""Springs: places of nodes that pull and push each other until they settle, from a fixed seed."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
from scipy.spatial import KDTree  # type: ignore[import-untyped]

_SEED = 20240321
_LENGTH = 150.0  # of a spring at rest, in canvas units
_MANY = 1000
_NET = 24  # squares along each side of the net

_Array = npt.NDArray[np.float64]


def settle(count: int, pairs: list[tuple[int, int]], crowd: list[int]) -> _Array:
    """Positions of `count` nodes after the forces of Fruchterman and Reingold (1991).

    Every two push each other away, tied ones pull, and a node with a crowd of leaves about it
    pushes harder. Above `_MANY` nodes only the square cells of a net push, each with the weight
    of its nodes, so that the work grows with the nodes and not with their square.
    """
    place = np.random.default_rng(_SEED).normal(0, _LENGTH * math.sqrt(count) / 2, (count, 2))
    if count == 1:
        return np.zeros((1, 2))
    weight = 1 + np.sqrt(np.asarray(crowd, dtype=float)) * 0.8
    ends = np.asarray(pairs, dtype=int).reshape(-1, 2)
    rounds = 300 if count <= 300 else 120 if count <= 1000 else 40
    for turn in range(rounds):
        force = -place * 0.12  # a little gravity keeps the whole round
        pushing = (place, weight) if count <= _MANY else _cells(place, weight)
        force += _pushes(place, weight, *pushing)
        along = place[ends[:, 0]] - place[ends[:, 1]]
        pull = along * (np.sqrt((along**2).sum(axis=1)) / _LENGTH)[:, None]
        np.add.at(force, ends[:, 0], -pull)
        np.add.at(force, ends[:, 1], pull)
        size = np.maximum(np.sqrt((force**2).sum(axis=1)), 1e-9)
        heat = _LENGTH * math.sqrt(count) * 0.12 * (1 - turn / rounds) + 0.5
        place = place + force * (np.minimum(size, heat) / size)[:, None]
    return _compact(place, np.asarray([_reach(leaves) for leaves in crowd], dtype=float))


def _pushes(place: _Array, weight: _Array, others: _Array, their_weight: _Array) -> _Array:
    """How far each place is pushed by all of `others`; in blocks of rows, so that memory is small.

    What stands on the very place does not push: it has no direction.
    """
    force = np.zeros_like(place)
    norms, their_norms = (place**2).sum(axis=1), (others**2).sum(axis=1)
    for low in range(0, len(place), 512):
        part = slice(low, low + 512)
        square = norms[part, None] + their_norms[None, :] - 2 * (place[part] @ others.T)
        push = their_weight[None, :] / np.maximum(square, 25.0, out=square)
        push *= (_LENGTH**2) * weight[part, None]
        force[part] = place[part] * push.sum(axis=1)[:, None] - push @ others
    return force


def _cells(place: _Array, weight: _Array) -> tuple[_Array, _Array]:
    """The middle and the weight of what stands in each square of a net over all places."""
    low, high = place.min(axis=0), place.max(axis=0)
    steps = np.floor((place - low) / np.maximum(high - low, 1e-9) * (_NET - 1e-6)).astype(int)
    used, cell = np.unique(steps @ np.array([_NET, 1]), return_inverse=True)
    sums = np.bincount(cell, weight, len(used)).astype(float)
    middle = [np.bincount(cell, weight * place[:, axis], len(used)) / sums for axis in (0, 1)]
    return np.stack(middle, axis=1), sums


def _reach(leaves: int) -> float:
    """Radius of the disc that a node fills with the spiral of its leaves."""
    return 46.0 if not leaves else 74 + 24 * math.sqrt(leaves) + 30


def _compact(place: _Array, reach: _Array) -> _Array:
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
