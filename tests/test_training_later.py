"""The later networks train by the same command as the first, and what is kept of them reads as the student's own do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder import course as courses
from autograder import network, reference
from autograder.student.source import Source
from autograder.training import recipe
from autograder.training.recipe import Options
from autograder.training.run import Point, Run
from autograder.training.session import Session


def trained(name: str, options: Options) -> tuple[Run, list[Point]]:
    """A short run with the reference's functions."""
    how = recipe.find(name)
    assert how is not None
    source = Source(Path(f"{name}.py"), (reference.solution_path(name).read_text(encoding="utf-8"),), ("cell 0",))
    points: list[Point] = []
    with Session(source, courses.load().assignment(name), how, options) as training:
        return training.run(points.append, lambda: False), points


def params_of(kept: network.Network) -> list[Any]:
    return [array for layer in kept.layers if hasattr(layer, "weights") for array in (layer.weights, layer.bias)]


def test_every_assignment_has_a_recipe() -> None:
    """`autograder train` refuses no assignment of the course."""
    assert [name for assignment in courses.load().assignments if not recipe.find(name := assignment.name)] == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("a3_any_network", Options(digits=170, steps=70, alpha=0.002, hidden=(9, 7, 8), seed=3)),
        ("a4_convolution", Options(digits=150, steps=2, alpha=0.1, hidden=(2, 3), seed=3)),
    ],
)
def test_what_is_kept_reads_as_the_students_function(name: str, options: Options, tmp_path: Path) -> None:
    """The network learns, and in its file it gives the classes that the student's functions give."""
    run, points = trained(name, options)
    assert (run.end, run.disagreements, run.trouble) == ("done", 0, "")
    assert points[-1].loss < points[0].loss
    network.save(run.network, tmp_path / network.FILE)
    kept = network.load(tmp_path / network.FILE)
    X = np.random.default_rng(1).random((784, 6))
    lesson = reference.load(name)
    if name == "a3_any_network":
        right = lesson.forward_deep(params_of(kept), X, "relu")[-1].argmax(axis=0)
    else:
        right = lesson.lenet_predictions(X.reshape(1, 28, 28, 6), params_of(kept))
    assert (kept.predictions(X) == right).all()
