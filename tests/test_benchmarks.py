"""The benchmarks run: each, at its smallest, ends well and prints its tables. No speed is asked for here."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from autograder.student.sandbox import why_no_bubblewrap

pytestmark = [pytest.mark.slow, pytest.mark.long]

BENCHMARKS = Path(__file__).resolve().parents[1] / "benchmarks"
SMALLEST = {
    "classroom.py": ["--submissions", "12", "--kills", "1"],
    "commands.py": ["--rounds", "1"],
    "gate.py": ["--seeds", "1", "--mistake-seeds", "0"],
    "lenet_gate.py": ["--seeds", "1"],
    "neighbours.py": ["--students", "2", "--sample", "1", "--rounds", "1"],
    "training.py": ["--digits", "640", "--epochs", "1", "--rounds", "1"],
    "watch.py": ["--saves", "2"],
}
NEEDS = {
    "neighbours.py": ["nbgrader", "otter"],
    "training.py": ["sklearn", "torch"],
}


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="benchmarks read /proc")
@pytest.mark.parametrize("name", SMALLEST)
def test_a_benchmark_prints_its_tables(name: str) -> None:
    """What docs/ says was measured can be measured again."""
    missing = [module for module in NEEDS.get(name, ()) if find_spec(module) is None]
    if missing:
        pytest.skip(f"{' and '.join(missing)} not installed: pip install -e '.[dev,bench]'")
    if name == "classroom.py" and why_no_bubblewrap():
        pytest.skip(why_no_bubblewrap())
    done = subprocess.run(
        [sys.executable, str(BENCHMARKS / name), *SMALLEST[name]],
        env={**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        timeout=900,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert "|---|" in done.stdout


def test_every_benchmark_is_here() -> None:
    """But for what other tests do in the same way (a browser that draws, a term with nbgrader), and what is shared."""
    elsewhere = {"drawing.py", "beside_nbgrader.py", "processes.py"}
    assert {path.name for path in BENCHMARKS.glob("*.py")} == {*SMALLEST, *elsewhere}
