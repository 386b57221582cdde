"""How a worker is shut in: bubblewrap where it runs, a plain process where it can't."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass

from autograder.student.source import Source

# One thread for the linear algebra: N jobs then use N cores, and a student's speed does not hang on the neighbours.
SINGLE_THREAD = {
    name: "1"
    for name in (
        "OMP_NUM_THREADS",
        "OPENBLAS_NUM_THREADS",
        "MKL_NUM_THREADS",
        "VECLIB_MAXIMUM_THREADS",
        "NUMEXPR_NUM_THREADS",
    )
}
# What a Python process needs of the environment on Windows to find its DLLs and a temporary folder.
KEPT = ("SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "PATH")


@dataclass(frozen=True)
class Sandbox:
    """A plain process of its own group: its memory and time are bounded, the files of its user are within its reach."""

    name: str = "none"

    def popen(self, command: Sequence[str], source: Source) -> subprocess.Popen[bytes]:
        """Start the worker with pipes for standard input, output and error."""
        return subprocess.Popen(
            list(command),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**SINGLE_THREAD, **{name: os.environ[name] for name in KEPT if name in os.environ}},
            start_new_session=True,
        )

    def siblings(self, source: Source) -> str:
        """Where the worker finds the files that were handed in beside the submission."""
        return str(source.folder.resolve())
