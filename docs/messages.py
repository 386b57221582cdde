"""Makes docs/messages.md: one real message for each exercise, as a student reads it in a terminal of 80 columns.

Run it again whenever messages change: python docs/messages.py
"""

from __future__ import annotations

import io
from pathlib import Path

from rich.console import Console

from autograder import course as courses
from autograder import reference
from autograder.judge.answers import answers_for
from autograder.judge.examination import GateReport
from autograder.judge.grade import Frame, Judgement, Settings
from autograder.judge.sources import LiveAnswers
from autograder.report import terminal
from autograder.student.kernel import KernelStudent

ASSIGNMENT = "a1_first_network"
# One telling mistake an exercise.
SHOWN = {
    "load_csv": "load-label-kept",
    "normalize": "normalize-by-largest",
    "train_dev_split": "split-overlap",
    "one_hot": "one-hot-max-plus-one",
    "init_params": "init-rows-identical",
    "relu": "relu-in-place",
    "softmax": "softmax-over-all",
    "forward_prop": "forward-z2-from-z1",
    "cross_entropy": "cross-entropy-log-of-zero",
    "relu_deriv": "relu-deriv-one-at-zero",
    "backward_prop": "backward-db-scalar",
    "update_params": "update-plus-sign",
    "get_predictions": "predictions-wrong-axis",
    "get_accuracy": "accuracy-per-cent",
    "make_predictions": "make-returns-probabilities",
    "gradient_descent": "descent-starts-anew",
}
HEAD = """# What students are told

One mistake in each of the sixteen functions, and the message that `autograder check EXERCISE` gives for it, made by
`python docs/messages.py` from real judgements. The catalogue behind them is proven by `autograder selftest`.
"""


def main() -> None:
    """Write the page."""
    course = courses.load()
    assignment = course.assignment(ASSIGNMENT)
    answers = answers_for(ASSIGNMENT, course.root)
    assert isinstance(answers, LiveAnswers)
    sections = [HEAD]
    for exercise, mistake in SHOWN.items():
        namespace = reference.fresh(ASSIGNMENT)
        namespace[exercise] = answers.functions[mistake]
        judgement = Judgement(assignment, answers, Settings(), KernelStudent(namespace))
        results = judgement.results([exercise])
        assert results[0].mistake == mistake, (mistake, results[0].mistake)
        result = Frame(course, assignment, "exercises", Settings()).graded(results, GateReport())
        screen = io.StringIO()
        terminal.show(Console(file=screen, width=80, no_color=True), result, assignment, asked=[exercise])
        lines = [line.rstrip() for line in screen.getvalue().strip().splitlines()]
        sections.append(f"## {exercise}\n\n```text\n" + "\n".join(lines) + "\n```\n")
    Path(__file__).with_name("messages.md").write_text("\n".join(sections), encoding="utf-8")


if __name__ == "__main__":
    main()
