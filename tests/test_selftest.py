"""The judge's own proof, and that the proof would notice: mistakes caught and named, right variants accepted."""

from __future__ import annotations

import itertools

import pytest

from autograder import course, mistakes
from autograder.judge import selftest
from autograder.judge.sources import LiveAnswers

COURSE = course.load()
NAME = "a1_first_network"
EXERCISES = [(assignment.name, exercise.name) for assignment in COURSE.assignments for exercise in assignment.exercises]
VARIANTS = {
    assignment.name: list(selftest.right_variants(assignment.name, COURSE.root))[::2]
    for assignment in COURSE.assignments
}


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize(("assignment", "exercise"), EXERCISES)
def test_the_matrix_is_without_fault(assignment: str, exercise: str) -> None:
    """Every mistake is caught and named, by a check of its own exercise; every check catches one; nobody else pays."""
    (row,), _ = selftest.matrix(assignment, [0], [exercise], jobs=1)
    assert row.faults == []
    assert row.mistakes == row.caught == row.named >= 8
    assert row.variants == row.accepted >= 3


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize(("assignment", "exercise"), EXERCISES)
def test_a_diagnosis_holds_on_ten_seeds(assignment: str, exercise: str) -> None:
    """On each of ten other seeds the mistakes are caught and named; a tenth of them here, all by the command."""
    known = LiveAnswers(assignment).explanations(exercise)
    for seed in range(1, 11):
        for explanation in known[seed - 1 :: 10]:
            trial = selftest._try_mistake(assignment, (exercise, explanation.id, seed))
            assert (trial.caught, trial.named) == (True, explanation.id)


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize(("assignment", "variant"), [(name, one) for name, some in VARIANTS.items() for one in some])
def test_a_right_variant_passes_on_many_seeds(assignment: str, variant: str) -> None:
    """Right is right, whatever the numbers: on fifty seeds for the first assignment, on three for the slower others."""
    exercises = [exercise.name for exercise in COURSE.assignment(assignment).exercises]
    for seed in range(1, 51 if assignment == NAME else 4):
        assert [t for t in selftest._try_variant(assignment, exercises, (variant, seed)) if t.caught] == []


@pytest.mark.parametrize("assignment", VARIANTS)
def test_there_are_forty_right_variants(assignment: str) -> None:
    """Each assignment has forty right variants or more."""
    assert len(selftest.right_variants(assignment, COURSE.root)) >= 40


def test_a_mistake_that_no_check_sees_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistake that is none, as good as the right answer, is reported as not caught."""
    catalogue = mistakes.Catalogue("relu")

    @catalogue.mistake("You did nothing wrong.", "There is nothing to mend.")
    def relu_right(Z):  # type: ignore[no-untyped-def]
        return Z * (Z > 0)

    row = _row_with(monkeypatch, {"relu": tuple(catalogue.mistakes)})
    assert "relu-right is not caught (seed 0)" in row.faults
    assert row.caught == 0


@pytest.mark.slow
def test_two_mistakes_that_are_one_are_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where two entries give the same answers neither can be named, and the proof says so."""
    catalogue = mistakes.Catalogue("relu")

    @catalogue.mistake("It returns Z.", "So it does nothing.")
    def relu_identity(Z):  # type: ignore[no-untyped-def]
        return Z

    @catalogue.mistake("It returns Z.", "So it does nothing.")
    def relu_plus_nothing(Z):  # type: ignore[no-untyped-def]
        return Z + 0

    row = _row_with(monkeypatch, {"relu": tuple(catalogue.mistakes)})
    assert (row.caught, row.named) == (2, 0)
    assert any(fault.startswith("relu-identity is taken for") for fault in row.faults)


def test_a_check_that_catches_nothing_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """With few mistakes some checks have nothing to catch, and the proof names them."""
    catalogue = mistakes.Catalogue("relu")

    @catalogue.mistake("It works in place.", "The caller still needs Z.")
    def relu_in_place(Z):  # type: ignore[no-untyped-def]
        Z[Z < 0] = 0
        return Z

    row = _row_with(monkeypatch, {"relu": tuple(catalogue.mistakes)})
    assert any(fault.startswith("no mistake fails the check") for fault in row.faults)


@pytest.mark.slow
def test_a_refused_variant_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """A variant that the checks refuse is reported."""
    monkeypatch.setattr(
        selftest, "right_variants", lambda assignment, root: {"odd": "def relu(Z):\n    return Z + 1\n"}
    )
    (trial,) = selftest._try_variant(NAME, ["relu"], ("odd", 0))
    row = selftest.Row("relu")
    selftest._count_variant(row, trial)
    assert row.faults == ["right variant odd is refused (seed 0)"]


def test_ids_are_unique() -> None:
    """An id is one mistake, of one assignment."""
    catalogues = [mistakes.mistakes_of(assignment.name) for assignment in COURSE.assignments]
    ids = [mistake.id for catalogue in catalogues for group in catalogue.values() for mistake in group]
    assert [one for one, group in itertools.groupby(sorted(ids)) if len(list(group)) > 1] == []


def _row_with(monkeypatch: pytest.MonkeyPatch, catalogue: dict[str, tuple[mistakes.Mistake, ...]]) -> selftest.Row:
    """The matrix's line for relu with another catalogue, in this process."""
    answers = LiveAnswers(NAME)
    answers.catalogue = catalogue
    answers.functions = {mistake.id: mistake.function for mistake in catalogue["relu"]}
    monkeypatch.setattr(selftest, "_answers", lambda assignment: answers)
    monkeypatch.setattr(selftest, "right_variants", lambda assignment, root: {})
    monkeypatch.setattr(selftest, "ProcessPoolExecutor", _Here)
    (row,), _ = selftest.matrix(NAME, [0], ["relu"], jobs=1)
    return row


class _Here:
    """An executor that works where it is called, so that what is replaced stays replaced."""

    def __init__(self, jobs: int) -> None:
        assert jobs == 1

    def __enter__(self) -> _Here:
        return self

    def __exit__(self, *exception: object) -> None:
        return None

    def map(self, function, entries, chunksize):  # type: ignore[no-untyped-def]
        """Each entry in turn."""
        return map(function, entries)
