"""Claims about every assignment of the course alike: what carries the first one carries the others."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from autograder import build, guide, names, reference
from autograder import course as courses
from autograder.build import stub
from autograder.cli import commands
from autograder.judge import grade as judge
from autograder.judge.grade import Judgement, Settings
from autograder.judge.recording import RecordedAnswers, recording_path
from autograder.judge.sources import LiveAnswers
from autograder.student.kernel import KernelStudent

COURSE = courses.load()
BACKWARDS = {"pad": 0, "stride": 1, "kernel": 3, "size": 5}
MAX_RECORDING = 6 * 2**20  # bytes: what a student downloads for an assignment


@pytest.fixture(params=COURSE.assignments, ids=lambda assignment: str(assignment.name))
def assignment(request: pytest.FixtureRequest) -> courses.Assignment:
    """Each assignment of the course."""
    found: courses.Assignment = request.param
    return found


def test_the_beginning_of_a_name_is_enough(assignment: courses.Assignment) -> None:
    """Nobody has to type a long name; a beginning that fits several, or none, is told the names."""
    beginning, _, _ = assignment.name.partition("_")
    assert COURSE.assignment(beginning) is assignment
    for name in ("a", "", "b"):
        with pytest.raises(courses.CourseError, match=assignment.name):
            COURSE.assignment(name)


@pytest.mark.slow
def test_the_reference_has_full_marks(assignment: courses.Assignment) -> None:
    """In a worker the solution file earns every mark, by itself, and its network opens the gate."""
    path = reference.solution_path(assignment.name)
    result = judge.grade(path, COURSE, assignment, LiveAnswers(assignment.name), Settings(seed=5))
    assert [(e.name, e.status, e.message) for e in result.exercises if e.status != "passed" or e.carried] == []
    assert result.score == result.max_score == assignment.max_score
    assert result.dev_accuracy is not None
    assert result.dev_accuracy >= assignment.gate.threshold


@pytest.mark.slow
def test_the_recording_gives_the_reference_full_marks(assignment: courses.Assignment) -> None:
    """Without the solutions each exercise of a right submission passes as well."""
    exercises = [exercise.name for exercise in assignment.exercises]
    student = KernelStudent(reference.fresh(assignment.name))
    judgement = Judgement(assignment, RecordedAnswers(assignment.name), Settings(), student)
    results = judgement.results(exercises)
    assert [(result.name, result.message) for result in results if result.status != "passed"] == []


def test_the_recording_is_small(assignment: courses.Assignment) -> None:
    """What a student has to download stays small."""
    assert recording_path(assignment.name).stat().st_size < MAX_RECORDING


@pytest.mark.slow
def test_what_is_handed_out_earns_nothing(assignment: courses.Assignment, tmp_path: Path) -> None:
    """The untouched stub scores 0, and everything in it is still to be written, whatever code it was given with."""
    (tmp_path / f"{assignment.name}.py").write_text(stub.make(build.read(COURSE, assignment)), encoding="utf-8")
    result = judge.grade(tmp_path, COURSE, assignment, LiveAnswers(assignment.name), Settings())
    assert {e.name: e.status for e in result.exercises} == dict.fromkeys(assignment.names, "missing")
    assert (result.status, result.score, result.dev_accuracy) == ("graded", 0.0, None)


def test_every_exercise_has_three_hints_and_a_task(assignment: courses.Assignment) -> None:
    """The guide that travels with the student knows each exercise."""
    tasks = guide.load(assignment.name)
    assert list(tasks) == [exercise.name for exercise in assignment.exercises]
    assert all(len(task.hints) == 3 and task.task and "NotImplementedError" in task.stub for task in tasks.values())


def test_an_exercise_says_which_assignment_is_meant(assignment: courses.Assignment) -> None:
    """A command that names an exercise needs no --assignment."""
    for exercise in assignment.exercises:
        assert names.assignment_for(COURSE, None, [exercise.name]) is assignment
    shown = CliRunner().invoke(commands, ["hint", assignment.exercises[-1].name])
    assert (shown.exit_code, shown.output != "") == (0, True)


def test_exercises_of_another_assignment_are_refused() -> None:
    """Where an assignment is named, an exercise of another is told where it belongs."""
    first, *others = COURSE.assignments
    for other in others:
        stray = other.exercises[0].name
        with pytest.raises(courses.CourseError, match=f"{stray} is an exercise of {other.name}, not of {first.name}"):
            names.assignment_for(COURSE, first.name, [stray])


def test_a_name_is_one_exercise(tmp_path: Path) -> None:
    """A course in which two assignments have an exercise of one name is refused, as check("relu") would not do."""
    text = (COURSE.root / courses.COURSE_FILE).read_text(encoding="utf-8")
    name = COURSE.assignments[0].name
    table = text[text.index("[[assignment]]") :]
    second = table.replace(f'name = "{name}"', 'name = "again"').partition("\n[[assignment]]")[0]
    (tmp_path / courses.COURSE_FILE).write_text(f"{text}\n{second}", encoding="utf-8")
    with pytest.raises(courses.CourseError, match="stands twice"):
        courses.load(tmp_path)


@pytest.mark.parametrize("needed", ["backward_prop", "nothing_of_ours"])
def test_what_an_exercise_needs_stands_before_it(tmp_path: Path, needed: str) -> None:
    """Helpers are judged first: only so is it known whether they are to blame, and no later answer is given away."""
    text = (COURSE.root / courses.COURSE_FILE).read_text(encoding="utf-8")
    wrong = text.replace('needs = ["relu", "softmax"]', f'needs = ["relu", "{needed}"]')
    assert wrong != text
    (tmp_path / courses.COURSE_FILE).write_text(wrong, encoding="utf-8")
    with pytest.raises(courses.CourseError, match=f"no {needed} stands before exercise 'forward_prop'"):
        courses.load(tmp_path)


@pytest.mark.parametrize("points", ["-1", "nan", "inf", '"four"', "true"])
@pytest.mark.parametrize("of", ["relu", "dev_accuracy"])
def test_points_are_a_number_that_is_0_or_more(tmp_path: Path, of: str, points: str) -> None:
    """Marks "14 of 13" would come of less, in a gate's table too; 0 is an exercise without marks."""
    text = (COURSE.root / courses.COURSE_FILE).read_text(encoding="utf-8")
    path = tmp_path / courses.COURSE_FILE
    for number in (points, "0"):
        changed = re.sub(rf'(name = "{of}"\npoints = )[\d.]+', rf"\g<1>{number}", text)
        assert changed != text
        path.write_text(changed, encoding="utf-8")
        if number == "0":
            assert courses.load(tmp_path).assignments[0].exercise(of).points == 0
        else:
            with pytest.raises(courses.CourseError, match=rf"course\.toml: points of '{of}' are .*0 or more"):
                courses.load(tmp_path)
            courses.load.cache_clear()


def test_given_code_is_the_students_and_the_references(tmp_path: Path) -> None:
    """A lesson's ordinary cells stay in the stub: functions and constants in them serve the reference and students."""
    given = "\n# %%\nRATE = 0.5\n\n\ndef halve(x):\n    return x * RATE\n\n"
    for folder in ("solutions", "exercises"):
        shutil.copytree(COURSE.root / folder, tmp_path / folder)
    solution = tmp_path / "solutions" / f"{COURSE.assignments[0].name}.py"
    solution.write_text(solution.read_text(encoding="utf-8") + given, encoding="utf-8")
    moved = courses.Course(COURSE.title, COURSE.version, tmp_path, COURSE.assignments)
    assert given.strip() in stub.make(build.read(moved, COURSE.assignments[0]))
    namespace = dict[str, object]()
    exec(reference._definitions(solution), namespace)
    assert namespace["halve"](np.float64(3)) == 1.5  # type: ignore[operator]


def test_the_table_of_adams_first_step_is_what_the_reference_computes() -> None:
    """The lesson takes single numbers there, and the stub says "of any shape"."""
    adam = reference.load("a2_training_better").adam_step
    assert np.allclose(adam(1.0, 2.0, 0.0, 0.0, 1, 0.1), (0.9, 0.2, 0.004))
    zero = np.zeros(())
    assert np.allclose(adam(np.array(1.0), np.array(2.0), zero, zero, 1, 0.1), (0.9, 0.2, 0.004))


def test_a_recorded_helper_takes_its_arguments_by_name_in_any_order() -> None:
    """As the solutions do: on a student's machine a keyword more costs nothing."""
    recorded = RecordedAnswers("a4_convolution")
    live = LiveAnswers("a4_convolution")
    for args, kwargs in (((5, 3, 1, 0), {}), ((5, 3), {"pad": 0, "stride": 1}), ((), BACKWARDS)):
        due = live.helper("conv_forward", "conv_output_size", args, kwargs)
        assert recorded.helper("conv_forward", "conv_output_size", args, kwargs) == due
