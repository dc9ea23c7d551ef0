"""From footnotes to entries of the authority.

harvest(corpus, authority)            candidates: what notes say that names stand for, as evidence
candidates_turtle(candidates)         as SKOS; `read_candidates(path)` reads it back
accept(candidates, ids, folder)       entries and attestations, all or none
"""

from __future__ import annotations

from recalling.analysis.harvesting.acceptance import Accepted, accept
from recalling.analysis.harvesting.candidates import (
    STATUSES,
    Candidate,
    Conflict,
    Contender,
    Given,
    Name,
    Target,
)
from recalling.analysis.harvesting.harvest import harvest
from recalling.analysis.harvesting.turtle import candidates_turtle, read_candidates

__all__ = [
    "STATUSES",
    "Accepted",
    "Candidate",
    "Conflict",
    "Contender",
    "Given",
    "Name",
    "Target",
    "accept",
    "candidates_turtle",
    "harvest",
    "read_candidates",
]
