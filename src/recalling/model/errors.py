"""Every error that Recalling raises for a reason a user can mend.

    RecallingError
    ├── InputError          a file or folder that cannot be read as what it should be
    │   └── NotAResolution  readable, but no resolution or decision in a known language
    ├── DataError           our own grammar, authority, ontology or query files are wrong
    ├── GraphError          a graph that does not parse or is not one of ours
    ├── QueryError          a query that does not parse, is refused, or exceeds its limits
    ├── EndpointError       a remote endpoint that is down or answers something else
    ├── SchedulerError      a cluster that cannot be reached or used
    └── OutputError         a place that cannot be written to

A message says what is wrong, where, and what would have been accepted: one sentence that the
command line prints as it stands. Unresolved citations, shape findings and empty results are
values, not errors.
"""

from __future__ import annotations


class RecallingError(Exception):
    """A problem that the user can mend; its text is one clear sentence."""


class InputError(RecallingError):
    """A file or folder cannot be read as the text of a resolution."""


class NotAResolution(InputError):  # noqa: N818 (it says what is wrong, as a user sees it)
    """The text is readable but no resolution or decision in a known language."""


class DataError(RecallingError):
    """A grammar, authority, ontology or query file of ours is wrong."""


class GraphError(RecallingError):
    """A graph does not parse, or is not one that Recalling made."""


class QueryError(RecallingError):
    """A query does not parse, is refused, or exceeds its limits."""


class EndpointError(RecallingError):
    """A remote endpoint cannot be reached or does not answer SPARQL results."""


class SchedulerError(RecallingError):
    """A cluster cannot be reached or used."""


class OutputError(RecallingError):
    """A file or folder cannot be written."""
