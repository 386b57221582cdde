"""One submission in, one Result out: the checks run, helpers' errors set aside, each failure explained."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property, partial
from pathlib import Path
from typing import Any

import numpy as np

from autograder.course import PUBLIC_SEED, Assignment, Course
from autograder.diagnosis.calls import Call, Extent, first_difference, listener, modest
from autograder.diagnosis.diagnose import Ask, diagnose
from autograder.diagnosis.exceptions import Lesson
from autograder.diagnosis.messages import Table, check_message, explain, explain_outcome, lost_outcome
from autograder.diagnosis.shapes import Finding
from autograder.judge.asking import Answers
from autograder.judge.checking import Answer, Comparison
from autograder.judge.compare import as_array, leaves, split
from autograder.judge.examination import CheckRun, Examination, GateReport, JudgeBroken, Submission
from autograder.judge.plugin import run_checks
from autograder.judge.results import WAITS, CheckResult, ExerciseResult, Result, Status
from autograder.student.outcome import Crashed, Forbidden, Missing, Oracle, Outcome, Raised, Returned, TimedOut
from autograder.student.process import Limits, StudentProcess, WorkerBroken
from autograder.student.sandbox import NoSandbox, Sandbox
from autograder.student.source import Source, Unreadable, read
from autograder.student.worker import MAX_PRINTED

MAX_HISTORY = 100
STUB_ENDS = "NotImplementedError"  # what a stub raises


@dataclass(frozen=True)
class Settings:
    """How to grade: with which seed, limits and sandbox, whether numbers may be shown, and whether pytest is kept."""

    seed: int = PUBLIC_SEED
    limits: Limits = field(default_factory=Limits)
    sandbox: Sandbox = field(default_factory=NoSandbox)
    reveal: bool = True
    keep: bool = False  # for the next submission, which then need not start pytest anew


def grade(
    path: Path,
    course: Course,
    assignment: Assignment,
    answers: Answers,
    settings: Settings,
    exercises: Sequence[str] | None = None,
    source: Source | None = None,
) -> Result:
    """Grade a submission, or its `source` where that was read already.

    Raises FileNotFoundError where there is none; every other trouble is in the result.
    """
    frame = Frame(course, assignment, str(path), settings)
    try:
        source = source or read(path, assignment.name)
    except Unreadable as trouble:
        return frame.without_code("unreadable", str(trouble))
    with StudentProcess(source, settings.limits, settings.sandbox) as student:
        return grade_handed_in(student, frame, answers, exercises)


def grade_handed_in(
    student: StudentProcess, frame: Frame, answers: Answers, exercises: Sequence[str] | None = None
) -> Result:
    """Grade what a student's process has been given, be it started now or kept ready.

    Whatever the submission does is in the result.
    """
    try:
        student.start()
        report = student.load()
        if report.problem is None and not report.statements:
            error = report.errors[0] if report.errors else {"line": 1, "text": "there is no code in it"}
            why = f"{student.source.path.name} can't be read as Python: line {error['line']}: {error['text']}."
            return frame.without_code("unreadable", why)
        if isinstance(report.problem, TimedOut) and not report.was_read:
            why = (
                f"{student.source.path.name} takes longer than {report.problem.seconds:g} seconds to be read as Python."
            )
            return frame.without_code("unreadable", f"{why} Take out what stands there too many times.")
        judgement = Judgement(frame.assignment, answers, frame.settings, student)
        results = judgement.results(exercises or frame.assignment.names)
    except (WorkerBroken, JudgeBroken) as trouble:
        return frame.without_code("broken", str(trouble))
    return frame.graded(results, judgement.gate)


class Frame:
    """What every result of a run has in common."""

    def __init__(self, course: Course, assignment: Assignment, submission: str, settings: Settings) -> None:
        self.course = course
        self.assignment = assignment
        self.submission = submission
        self.settings = settings

    def graded(self, exercises: Sequence[ExerciseResult], gate: GateReport) -> Result:
        """The result of a submission that could be loaded."""
        # Coarse and few: the numbers are the student's own, and shall not carry a hidden run's inputs out.
        history = [
            [int(step), round(loss, 2), round(accuracy, 3)] for step, loss, accuracy in gate.history[:MAX_HISTORY]
        ]
        details: dict[str, Any] = {"history": history} if history else {}
        if gate.misread:
            details["misread"] = gate.misread
        return self._result("graded", tuple(exercises), gate.dev_accuracy, "", details)

    def without_code(self, status: Any, message: str) -> Result:
        """The result where nothing could be judged: every exercise is listed as missing."""
        missing = tuple(
            ExerciseResult(name, 0.0, self.assignment.exercise(name).points, "missing")
            for name in self.assignment.names
        )
        return self._result(status, missing, None, message, {})

    def _result(
        self,
        status: Any,
        exercises: tuple[ExerciseResult, ...],
        accuracy: float | None,
        message: str,
        details: dict[str, Any],
    ) -> Result:
        return Result(
            assignment=self.assignment.name,
            submission=self.submission,
            seed=self.settings.seed if self.settings.reveal else None,
            status=status,
            score=round(sum(exercise.score for exercise in exercises), 4),
            max_score=round(sum(exercise.max_score for exercise in exercises), 4),
            dev_accuracy=accuracy,
            message=message,
            exercises=exercises,
            course_version=self.course.version,
            sandbox=self.settings.sandbox.name,
            details=details,
        )


class Judgement:
    """The exercises of one submission, judged in the course's order."""

    def __init__(self, assignment: Assignment, answers: Answers, settings: Settings, student: Submission) -> None:
        self.assignment = assignment
        self.answers = answers
        self.settings = settings
        self.student = student
        self.done: dict[str, ExerciseResult] = {}

    def results(self, exercises: Sequence[str]) -> list[ExerciseResult]:
        """Judge the exercises, and the helpers that they need so that an error can be traced to its root."""
        wanted = set(exercises).union(*(self.assignment.all_needs(name) for name in exercises))
        names = [name for name in self.assignment.names if name in wanted]
        self.checks = Examination(self.assignment, self.student, self.answers, self.settings.seed, names)
        run_checks(self.checks, partial(self._judge_all, names), self.settings.keep)
        return [self.done[name] for name in names if name in set(exercises)]

    @property
    def gate(self) -> GateReport:
        """What the gate measured; nothing, where it was not asked for."""
        return self.checks.gate_report

    def _judge_all(self, names: Sequence[str]) -> None:
        for name in names:
            self.done[name] = self._judge(name, [run for run in self.checks.runs if run.exercise == name])

    def _judge(self, name: str, runs: Sequence[CheckRun]) -> ExerciseResult:
        if all(run.failure is None for run in runs):
            return self._result(name, runs, "passed")
        needs = self.assignment.all_needs(name)
        culprits = [helper for helper in needs if self.done[helper].status != "passed"]
        own = self._own(name)
        status = status_of(own, runs)
        message = _carried_message(name, culprits)
        if not culprits and status == "error":
            listing = self._listing()
            culprits = [helper for helper in needs if helper in listing]
            message = f"{_carried_message(name, culprits)} It returns a list; np.array(…) makes an array of it."
        elif not culprits and status == "failed":
            coarse = self._coarse()
            culprits = [helper for helper in needs if helper in coarse]
            first = "".join(culprits[:1])
            message = (
                f"{name} is right on its own and has its marks. Your {first} computes in single precision (float32), "
                "which is right too, but its seven digits are too few here."
            )
        ask_again: Ask | None = self._ask_again
        if culprits and status != "missing" and not _any_unread(own, runs):
            runs = self._judge_alone(name, culprits, runs)
            if all(run.failure is None for run in runs):
                return self._result(name, runs, "passed", carried=True, message=message)
            ask_again = None  # with helpers of its own it gives another answer, whatever it is like
        return self._explained(name, runs, ask_again)

    def _compared(self) -> Iterator[Comparison]:
        return (comparison for run in self.checks.runs for comparison in run.log.comparisons)

    def _listing(self) -> set[str]:
        """The functions that return a list where an array is due: right, and no array to whoever calls them."""
        return {comparison.answer.function for comparison in self._compared() if _is_listing(comparison)}

    def _coarse(self) -> set[str]:
        """The functions that compute in single precision: right, but for fine differences."""
        return {comparison.answer.function for comparison in self._compared() if _is_coarse(comparison)}

    def _judge_alone(self, name: str, culprits: Sequence[str], runs: Sequence[CheckRun]) -> list[CheckRun]:
        """Judge a function once more, loaded afresh, with right helpers in the place of wrong ones."""
        questions = [answer for run in runs for answer in run.log.asked if answer.function == name]
        with self.student.replacing(culprits, self._right_helpers(name, questions)) as student:
            return self.checks.run_again(name, student)

    def _right_helpers(self, name: str, questions: Sequence[Answer]) -> Oracle:
        """The reference's functions, to be asked by another while it answers these questions."""
        helper = partial(self.answers.helper, name)
        most: dict[str, Extent] = {}
        for question in questions:
            asked = self.answers.most_asked(question.key, name, question.args, question.kwargs)
            if asked is None:
                return helper
            for other, extent in asked.items():
                most[other] = most.get(other, extent) | extent
        return modest(helper, most)

    def _explained(self, name: str, runs: Sequence[CheckRun], ask_again: Ask | None) -> ExerciseResult:
        status = status_of(self._own(name), runs)
        if name == self.assignment.gate.name:
            return self._result(name, runs, status, message=self._gate_message(runs))
        if status == "missing":
            return self._unwritten(name, runs)
        failures = [run.failure for run in runs if run.failure is not None]
        outcome = next(
            (o for o in (lost_outcome(run.failure) for run in runs) if o is not None and not isinstance(o, Raised)),
            None,
        )
        if outcome is not None:
            message = explain_outcome(name, outcome, self.settings.reveal, self._lesson)
            return self._result(name, runs, status, message=message)
        comparisons = [comparison for run in runs for comparison in run.log.evidence()]
        exercise = self.assignment.exercise(name)
        diagnosis = diagnose(
            exercise, comparisons, failures, self.answers, ask_again, self._listen, self.settings.reveal
        )
        claim = next(run.claim for run in runs if run.failure is not None)
        message, table = explain(name, diagnosis, exercise.returns, self.settings.reveal, self._lesson, claim)
        return self._result(name, runs, status, mistake=diagnosis.mistake, message=message, table=table)

    def _unwritten(self, name: str, runs: Sequence[CheckRun]) -> ExerciseResult:
        """The result of a function that is not there, or that ends where a stub does."""
        functions = self.student.mentioned()
        is_there = any(isinstance(lost_outcome(run.failure), Raised) for run in runs)
        if is_there and set(functions.get(name, ())) - {STUB_ENDS}:
            message = (
                f"{name} has lines of yours, and still the line `raise {STUB_ENDS}(…)`, which ends it. Delete that "
                "line. What a function has found, it hands back with `return`."
            )
            return self._result(name, runs, "error", message=message)
        others = {_folded(other): other for other in functions if other not in self.assignment.names}
        for near in get_close_matches(_folded(name), others, 1, cutoff=0.85) if name not in functions else ():
            other = others[near][:80]
            message = f"There is no `{name}`, but a `{other}`. If that is it, call it `{name}`."
            return self._result(name, runs, "missing", message=message, misnamed=other)
        return self._result(name, runs, "missing", message=f"{name} is still to be written.")

    @cached_property
    def _lesson(self) -> Lesson:
        return {exercise.name: tuple(self.answers.parameters(exercise.name)) for exercise in self.assignment.exercises}

    def _own(self, name: str) -> tuple[str, ...]:
        """The functions that are judged in an exercise: itself, or those that the gate calls."""
        gate = self.assignment.gate
        return gate.calls if name == gate.name else (name,)

    def _ask_again(self, comparison: Comparison) -> Outcome:
        answer = comparison.answer
        return self.student.call(answer.function, answer.args, answer.kwargs)

    def _listen(self, comparison: Comparison) -> Finding | None:
        """The first thing that a function asks of another and should not, on an input on which it went wrong."""
        answer = comparison.answer
        trace = self.answers.calls(answer.key, answer.function, answer.args, answer.kwargs)
        if trace is None or not trace.calls:
            return None
        wrong = {name for name in self.assignment.all_needs(answer.function) if self.done[name].status != "passed"}
        heard: list[Call] = []
        oracle = listener(self._right_helpers(answer.function, [answer]), trace, heard)
        with self.student.replacing(sorted(wrong | {call.helper for call in trace.calls}), oracle) as student:
            student.call(answer.function, answer.args, answer.kwargs)
        return first_difference(heard, trace, answer.args, self.settings.reveal)

    def _gate_message(self, runs: Sequence[CheckRun]) -> str:
        """Why the gate stays shut, and which function to mend first."""
        unfinished = [name for name, result in self.done.items() if result.status != "passed"]
        advice = f" Mend {unfinished[0]} first." if unfinished else ""
        for run in runs:
            outcome = lost_outcome(run.failure)
            if isinstance(outcome, Missing) or _is_stub(outcome):
                return f"{WAITS}{advice}"
            if isinstance(outcome, TimedOut) and not (outcome.helper or outcome.too_late):
                return (
                    "Training is too slow. Look for loops over digits or over single numbers in the functions that it "
                    f"calls at each step: array operations do the whole batch at once.{advice}"
                )
            if outcome is not None:
                function = run.log.comparisons[-1].answer.function if run.log.comparisons else "training"
                if not unfinished and isinstance(outcome, Raised):
                    listing = self._listing()
                    first = next((name for name in self.done if name in listing), "")
                    advice = f" {first} returns a list; np.array(…) makes an array of it." if first else ""
                return explain_outcome(function, outcome, self.settings.reveal, self._lesson) + advice
            if run.failure is not None and run.failure.seen:
                return f"Your network was trained, but {run.failure.seen}.{advice}"
            if run.failure is not None and run.failure.mismatch is not None:
                part = run.failure.mismatch.part or "what came back"
                return (
                    f"Training could not go on: {part} has another type or shape than it should, or holds NaN.{advice}"
                )
        return f"Training did not end well.{advice}"

    def _result(
        self,
        name: str,
        runs: Sequence[CheckRun],
        status: Status,
        carried: bool = False,
        mistake: str | None = None,
        message: str = "",
        table: Table = (),
        misnamed: str = "",
    ) -> ExerciseResult:
        points = self.assignment.exercise(name).points
        passed = sum(run.failure is None for run in runs)
        score = points if passed == len(runs) else round(points * passed / len(runs), 4)
        checks = tuple(
            CheckResult(run.claim, run.failure is None, check_message(name, run.failure, self.settings.reveal))
            for run in runs
        )
        unread = _any_unread(self._own(name), runs)
        printed = _printed(runs) if self.settings.reveal else ""
        return ExerciseResult(
            name, score, points, status, carried, mistake, message, checks, table, unread, printed, misnamed
        )


def status_of(own: Sequence[str], runs: Sequence[CheckRun]) -> Status:
    """One word for what became of an exercise: the gravest thing that happened to any of its checks.

    `own` are the functions under judgement: where one of them is a stub, the exercise is still to be written.
    """
    if all(run.failure is None for run in runs):
        return "passed"
    outcomes = [outcome for outcome in (lost_outcome(run.failure) for run in runs) if outcome is not None]
    if _any_unread(own, runs):
        return "error"
    for kind, status in KINDS:
        if any(isinstance(outcome, kind) for outcome in outcomes):
            return status
    if outcomes and all(_is_stub(outcome) and _within(outcome) in ("", *own) for outcome in outcomes):
        return "missing"
    first = next(run for run in runs if run.failure is not None)
    return "error" if isinstance(lost_outcome(first.failure), Raised) else "failed"


KINDS: tuple[tuple[type, Status], ...] = (
    (Forbidden, "forbidden"),
    (Missing, "missing"),
    (Crashed, "crashed"),
    (TimedOut, "timeout"),
)


def _printed(runs: Sequence[CheckRun]) -> str:
    """What the functions printed in the first check that fails, or else in the first of all."""
    run = next((run for run in runs if run.failure is not None), runs[0])
    outcomes = [answer.outcome for answer in run.log.asked]
    return "".join(o.printed for o in outcomes if isinstance(o, Returned | Raised))[:MAX_PRINTED]


def _any_unread(own: Sequence[str], runs: Sequence[CheckRun]) -> bool:
    """Whether Python could not read a function under judgement."""
    outcomes = [lost_outcome(run.failure) for run in runs]
    return any(isinstance(o, Missing) and o.unread is not None and o.unread.function in own for o in outcomes)


def _is_stub(outcome: Outcome | None) -> bool:
    return isinstance(outcome, Raised) and outcome.type_name == STUB_ENDS


def _folded(name: str) -> str:
    return name.replace("_", "").casefold()


def _is_listing(comparison: Comparison) -> bool:
    outcome, expected = comparison.answer.outcome, comparison.expected
    is_list = isinstance(outcome, Returned) and isinstance(outcome.value, list)
    return is_list and expected is not None and not isinstance(expected.value, list | tuple)


def _is_coarse(comparison: Comparison) -> bool:
    """Whether an answer is right, but only to the digits of single precision."""
    outcome, expected = comparison.answer.outcome, comparison.expected
    if comparison.mismatches or expected is None or not isinstance(outcome, Returned):
        return False
    got = split(outcome.value, expected.value)
    right = [leaf for _, leaf in leaves(expected.value, ())]
    return isinstance(got, list) and any(_lacks_digits(*pair) for pair in zip(got, right, strict=True))


def _lacks_digits(got: Any, right: Any) -> bool:
    a, e = as_array(got), as_array(right)
    if a is None or e is None or a.shape != e.shape or a.size == 0:
        return False
    off = np.abs(a.astype(float) - e.astype(float))
    return bool(np.isfinite(off).all() and off.max() > 1e-9 * np.abs(e.astype(float)).max())


def _within(outcome: Outcome) -> str:
    return outcome.within if isinstance(outcome, Raised) else ""


def _carried_message(name: str, culprits: Sequence[str]) -> str:
    listed = " and ".join(culprits)
    return f"{name} is right on its own and has its marks. It goes wrong only through {listed}: mend that first."
