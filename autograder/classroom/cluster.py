"""A Dask cluster as an executor; the only file that knows Dask."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


class ClusterError(Exception):
    """The cluster can't be used; the message says why, and what to do."""


def connect(address: str) -> Any:
    """A client of the scheduler at tcp://HOST:PORT. Raises ClusterError."""
    try:
        import distributed
    except ImportError:
        raise ClusterError("--scheduler needs Dask. In the course's folder: pip install -e '.[cluster]'") from None
    try:
        make: Any = distributed.Client  # untyped
        return make(address, timeout="10s", set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterError(f"No Dask scheduler answers at {address} ({error}).") from None


def threads(client: Any) -> int:
    """How many things the cluster does at a time, as its workers are now. Raises ClusterError where there are none."""
    count = sum(client.nthreads().values())
    if not count:
        raise ClusterError("The cluster has no workers yet. Start them, or say with --jobs how many there will be.")
    return int(count)


def demand(client: Any, trouble: Callable[[Any], str], about: Any) -> None:
    """Ask each worker that is there now whether it has some `trouble`. Raises ClusterError with the first's words."""
    for worker, says in client.run(trouble, about, on_error="return").items():
        if says:
            raise ClusterError(f"The worker at {worker} can't grade: {says}")
