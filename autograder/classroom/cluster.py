"""A Dask cluster as an executor; the only file that knows Dask."""

from __future__ import annotations

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
