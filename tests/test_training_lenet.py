"""The small LeNet trains by the same command as the others, and what is kept of it reads as the student's own does."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from autograder import course as courses
from autograder import network, reference
from autograder.student.source import Source
from autograder.training import recipe
from autograder.training.recipe import Options
from autograder.training.run import Point
from autograder.training.session import Session

NAME = "a4_convolution"
FEW = Options(digits=150, steps=2, alpha=0.1, hidden=(2, 3), seed=3)


@pytest.mark.slow
def test_what_is_kept_reads_as_the_students_function(tmp_path: Path) -> None:
    """The network learns, and in its file it gives the classes that lenet_predictions gives."""
    how = recipe.find(NAME)
    assert how is not None
    source = Source(Path(f"{NAME}.py"), (reference.solution_path(NAME).read_text(encoding="utf-8"),), ("cell 0",))
    with Session(source, courses.load().assignment(NAME), how, FEW) as training:
        points: list[Point] = []
        run = training.run(points.append, lambda: False)
    assert (run.end, run.disagreements, run.trouble) == ("done", 0, "")
    assert points[-1].loss < points[0].loss
    network.save(run.network, tmp_path / network.FILE)
    kept = network.load(tmp_path / network.FILE)
    X = np.random.default_rng(1).random((784, 6))
    params = [array for layer in kept.layers if hasattr(layer, "weights") for array in (layer.weights, layer.bias)]
    right = reference.load(NAME).lenet_predictions(X.reshape(1, 28, 28, 6), params)
    assert (kept.predictions(X) == right).all()
