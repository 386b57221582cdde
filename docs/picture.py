"""The picture in the README, made of real output: `python docs/picture.py` writes docs/images/check.svg.

The submission is the reference with one mistake, a softmax over the whole matrix; it is graded as any other.
"""

from __future__ import annotations

import contextlib
import io
import re
import tempfile
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text

from autograder import course as courses
from autograder.judge.answers import answers_for
from autograder.judge.grade import Settings, grade
from autograder.report import terminal

PICTURE = Path(__file__).parent / "images" / "check.svg"
WIDTH = 80
MISTAKEN = """\
    powers = np.exp(Z - Z.max())
    return powers / powers.sum()
"""


def submission(solution: str) -> str:
    """The reference as a student would hand it in, but for softmax."""
    body = r"    ### BEGIN SOLUTION\n(.*?)    ### END SOLUTION\n"
    wrong = re.sub(rf"(def softmax\(.*?){body}", lambda match: match[1] + MISTAKEN, solution, count=1, flags=re.DOTALL)
    return re.sub(body, r"\1", wrong, flags=re.DOTALL)


def draw() -> str:
    """Grade the submission and return what a terminal shows, as SVG."""
    course = courses.load()
    assignment = course.assignment()
    solution = (course.root / "solutions" / f"{assignment.name}.py").read_text(encoding="utf-8")
    answers = answers_for(assignment.name, course.root, Settings().seed)
    screen = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, highlight=False)
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        path = Path("exercises", f"{assignment.name}.py")
        path.parent.mkdir()
        path.write_text(submission(solution), encoding="utf-8")
        result = grade(path.parent, course, assignment, answers, Settings())
        screen.print(Text("$ autograder check\n", "bold"))
        terminal.show(screen, result, assignment, again="autograder check {}")
    # Without rich's fonts from elsewhere: a page that shows the picture may not load them.
    form = re.sub(r"@font-face \{\{.*?\}\}\s*", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)
    form = form.replace("Fira Code", "ui-monospace, Menlo, Consolas")
    return screen.export_svg(title="Digits from Scratch", code_format=form)


if __name__ == "__main__":
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_text(draw(), encoding="utf-8", newline="\n")
    print(f"{PICTURE} written.")
