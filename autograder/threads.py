"""One thread for the linear algebra, in the judge and in workers.

The matrices are small, and more threads only wait for each other. With one each, N jobs use N cores, and a student's
speed does not hang on the neighbours.
"""

from __future__ import annotations

import os

LIBRARIES = ("OMP_NUM", "OPENBLAS_NUM", "MKL_NUM", "VECLIB_MAXIMUM", "NUMEXPR_NUM")
SINGLE_THREAD = {f"{name}_THREADS": "1" for name in LIBRARIES}


def single() -> None:
    """One thread in this process, before NumPy is imported, unless the environment says otherwise."""
    for name, value in SINGLE_THREAD.items():
        os.environ.setdefault(name, value)
