"""Claims about the build: one solution file in form gives its stub and its notebook, the same bytes each time.

Most tests derive from a small lesson of two exercises; the last ones from the course's own.
"""

from __future__ import annotations

import ast
import dataclasses
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from autograder import build, course
from autograder.build import parse, stub

ROOT = Path(__file__).resolve().parent.parent
COURSE = course.load(ROOT)

SMALL = course.Assignment(
    name="small",
    title="A small lesson",
    exercises=(course.Exercise("double", 1.0), course.Exercise("largest", 1.5, needs=("double",))),
    gate=dataclasses.replace(COURSE.assignments[0].gate, name="gate", points=4.0),
)

LESSON = '''\
# %% [markdown]
# # A small lesson
#
# With $x^2$ and “quotes”.

# %%
import numpy as np

# %% [markdown]
# ## Exercise 1: double

# %% exercise="double"
def double(x, times=2):
    """Return `x` multiplied by `times`."""
    ### BEGIN SOLUTION
    # A comment that explains.
    product_of_both = x * times
    return product_of_both
    ### END SOLUTION


# %% check="double"
check("double")

# %% [markdown] hints="double"
# 1. Think.
# 2. It is a product,
#    of two things.
# 3. Use `*`.

# %% exercise="largest"
def largest(values):
    """Return the largest of `values`, doubled.

    Shapes: `(m,)`.
    """

    ### BEGIN SOLUTION
    if len(values) == 1:
        return double(values[0])

    return double(np.max(values))
    ### END SOLUTION


# %% check="largest"
check("largest")

# %% [markdown] hints="largest"
# 1. One.
# 2. Two.
# 3. Three.

# %% [markdown]
# Try it.

# %%
print(double(21))

# %% [markdown] answer="why"
# Why?
#
# *Your answer:*

# %% check="gate"
check("gate")
'''


@pytest.fixture
def small(tmp_path: Path) -> course.Course:
    """A course in a temporary folder, with the small lesson as its only assignment."""
    save(tmp_path, LESSON)
    return course.Course("Small", "1", tmp_path, (SMALL,))


def save(root: Path, text: str) -> Path:
    path = root / "solutions" / "small.py"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode("utf-8"))
    return path


def derived(built: course.Course, assignment: course.Assignment) -> tuple[str, str]:
    """The texts of the stub file and of the notebook."""
    stub_text, notebook_text = build.build(built, assignment).values()
    return stub_text, notebook_text


def functions(text: str, names: list[str]) -> dict[str, str]:
    """The source of each of these functions in a Python file."""
    tree = ast.parse(text)
    return {
        node.name: ast.get_source_segment(text, node) or ""
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and node.name in names
    }


def exercise_names(assignment: course.Assignment) -> list[str]:
    return [exercise.name for exercise in assignment.exercises]


def run_functions(text: str) -> ModuleType:
    """A module of a file's imports and functions; its cells that use them are left out."""
    tree = ast.parse(text)
    tree.body = [
        node
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.Import)
        or (isinstance(node, ast.ImportFrom) and node.module != "autograder")
    ]
    module = ModuleType("stub")
    exec(compile(tree, "stub", "exec"), vars(module))
    return module


# What goes in


def test_parse_small_lesson(small: course.Course) -> None:
    """A lesson in form is read into its cells, in order, each with its kind, name and line."""
    lesson = build.read(small, SMALL)
    assert [(cell.kind, cell.name, cell.line) for cell in lesson.cells] == [
        ("prose", "", 1),
        ("code", "", 6),
        ("prose", "", 9),
        ("exercise", "double", 12),
        ("check", "double", 22),
        ("hints", "double", 25),
        ("exercise", "largest", 31),
        ("check", "largest", 46),
        ("hints", "largest", 49),
        ("prose", "", 54),
        ("code", "", 57),
        ("answer", "why", 60),
        ("check", "gate", 65),
    ]
    assert lesson.cells[0].source == "# A small lesson\n\nWith $x^2$ and “quotes”."
    assert lesson.cells[4].header == '# %% check="double"'


def test_hints_are_told_apart(small: course.Course) -> None:
    """Each hint can be had alone, with the lines that it wraps over."""
    lesson = build.read(small, SMALL)
    assert lesson.hints("double") == ("Think.", "It is a product,\nof two things.", "Use `*`.")
    assert lesson.hints("gate") == ()


def swap(old: str, new: str) -> Callable[[str], str]:
    """An edit of the small lesson, in the first place where the old text stands."""

    def edit(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return edit


def without(first: str, after: str) -> Callable[[str], str]:
    """The small lesson less what stands from one text up to another."""

    def edit(text: str) -> str:
        start = text.index(first)
        return text[:start] + text[text.index(after, start) :]

    return edit


def section(first: str, after: str) -> str:
    start = LESSON.index(first)
    return LESSON[start : LESSON.index(after, start)]


DOUBLE = section('# %% exercise="double"', '# %% exercise="largest"')
LARGEST = section('# %% exercise="largest"', "# %% [markdown]\n# Try")
SOLUTION = section("    ### BEGIN", "\n\n# %% check")
BEGIN, END = "    ### BEGIN SOLUTION\n", "    ### END SOLUTION\n"

ERRORS: dict[str, tuple[Callable[[str], str], int, str]] = {
    "empty file": (lambda text: "", 1, "no cells"),
    "text before the first cell": (lambda text: "import os\n" + text, 1, "before the first cell"),
    "unknown option of a code cell": (
        swap('exercise="double"', 'exercize="double"'),
        12,
        "It may have one of: exercise",
    ),
    "unknown option of a markdown cell": (
        swap('hints="double"', 'hint="double"'),
        25,
        "may have one of: hints, answer",
    ),
    "option of the other sort of cell": (swap('[markdown] hints="double"', 'hints="double"'), 25, "code cell has no"),
    "two options": (swap('exercise="double"', 'exercise="double" check="double"'), 12, "at most one option"),
    "cell with a title": (swap("# %% [markdown]\n# Try", "# %% Try [markdown]\n# Try"), 54, "begins no cell"),
    "marker without a blank": (swap("# %%\nimport", "#%%\nimport"), 6, "begins no cell"),
    "name that is none": (swap('answer="why"', 'answer="why not?"'), 60, "is no name"),
    "name that is too long": (swap('answer="why"', f'answer="{"why-" * 20}not"'), 60, "too long"),
    "empty cell": (swap("# Try it.\n", ""), 54, "empty cell"),
    "blank line at the top": (swap("# %%\nimport", "# %%\n\nimport"), 7, "blank line at the top"),
    "tab": (swap("    product", "\tproduct"), 17, "tab"),
    "tab in the middle of an indent": (swap("        return d", "    \treturn d"), 40, "tab"),
    "prose that is no comment": (swap("# With", "With"), 4, "does not begin with"),
    "prose without a blank": (swap("# With", "#With"), 4, "does not begin with"),
    "blank line within prose": (swap("#\n# With", "\n# With"), 3, "does not begin with"),
    "no Python": (swap("import numpy as np", "import numpy as"), 7, "not valid Python"),
    "magic": (swap("print(double(21))", "%matplotlib inline"), 58, "not valid Python"),
    "exercise not in course.toml": (lambda text: text.replace("double", "triple"), 12, "not among"),
    "check not in course.toml": (lambda text: text.replace('"gate"', '"gat"'), 65, "not among"),
    "hints for the gate": (swap('hints="largest"', 'hints="gate"'), 49, "not among"),
    "exercise for the gate": (lambda text: text + DOUBLE.replace("double", "gate"), 67, "not among"),
    "exercise missing": (swap(LARGEST, ""), 42, 'exercise="largest"'),
    "exercises out of order": (swap(DOUBLE + LARGEST, LARGEST + DOUBLE), 12, "out of order"),
    "exercise twice": (swap(DOUBLE, DOUBLE + DOUBLE), 31, "stands in line 12 already"),
    "answer twice": (lambda text: text + '\n# %% [markdown] answer="why"\n# Why?\n', 68, "in line 60 already"),
    "no check": (without('# %% check="double"', "# %% [markdown] hints"), 12, 'check="double"'),
    "no check of the gate": (swap('# %% check="gate"\ncheck("gate")\n', ""), 60, 'check="gate"'),
    "no hints": (without('# %% [markdown] hints="double"', '# %% exercise="largest"'), 12, 'hints="double"'),
    "check of another": (swap('check("double")', 'check("largest")'), 22, "holds exactly"),
    "check with more": (swap('check("double")', 'check("double")\nprint(1)'), 22, "holds exactly"),
    "check in other words": (swap('check("double")', "check('double')"), 22, "holds exactly"),
    "two hints": (swap("# 3. Use `*`.\n", ""), 25, "list of 3"),
    "four hints": (swap("# 3. Use `*`.\n", "# 3. Use `*`.\n# 4. Really.\n"), 25, "list of 3"),
    "hints misnumbered": (swap("# 2. It", "# 1. It"), 25, "list of 3"),
    "text before the hints": (swap("# 1. Think.", "# Some hints:\n# 1. Think."), 25, "list of 3"),
    "no function": (swap(section("def double", "\n\n# %% check"), f"X = 1\n{BEGIN}Y = 2\n{END}"), 12, "holds: none"),
    "two functions": (swap("def double", "def helper():\n    return 1\n\n\ndef double"), 12, "helper and double"),
    "function of another name": (swap("def double", "def twice"), 12, "called double, holds: twice"),
    "statement beside the function": (swap("def double", "import os\n\n\ndef double"), 13, "beside the function"),
    "decorator": (swap("def double", "@staticmethod\ndef double"), 13, "decorator"),
    "no docstring": (swap('    """Return `x` multiplied by `times`."""\n', ""), 13, "no docstring"),
    "empty docstring": (swap('"""Return `x` multiplied by `times`."""', '""" """'), 13, "no docstring"),
    "no markers": (swap(SOLUTION, "    return x * times\n"), 12, "has no line '### BEGIN SOLUTION'"),
    "no begin": (swap(BEGIN, ""), 12, "has no line '### BEGIN SOLUTION'"),
    "no end": (swap(END, ""), 12, "has no line '### END SOLUTION'"),
    "nested": (swap(SOLUTION, BEGIN + SOLUTION + END), 16, "END SOLUTION' is due"),
    "begin twice": (swap(BEGIN, BEGIN + BEGIN), 16, "END SOLUTION' is due"),
    "end twice": (swap(END, END + END), 20, "BEGIN SOLUTION' is due"),
    "end before begin": (swap(SOLUTION, f"{END}    return x * times\n{BEGIN}"), 15, "BEGIN SOLUTION' is due"),
    "two solutions": (swap(SOLUTION, f"{SOLUTION}\n{BEGIN}    return 1\n{END}"), 21, "two solutions"),
    "marker in other words": (swap(BEGIN, "    # BEGIN SOLUTION\n"), 15, "another form"),
    "marker with more": (swap(BEGIN, "    ### BEGIN SOLUTION of it\n"), 15, "another form"),
    "marker indented otherwise": (swap(BEGIN, "  ### BEGIN SOLUTION\n"), 15, "another form"),
    "marker behind code": (
        swap("return product_of_both\n", "return product_of_both  ### END SOLUTION\n"),
        18,
        "another form",
    ),
    "marker in a code cell": (swap("import numpy", "### BEGIN SOLUTION\nimport numpy"), 7, "outside an exercise cell"),
    "marker in prose": (swap("# Try it.", "# See ### BEGIN SOLUTION."), 55, "outside an exercise cell"),
    "nbgrader's other markers": (swap("# Try it.", "# BEGIN HIDDEN TESTS"), 55, "outside an exercise cell"),
    "marker before the docstring": (
        lambda text: text.replace(BEGIN, "", 1).replace('    """Return `x`', BEGIN + '    """Return `x`', 1),
        14,
        "before or inside the docstring",
    ),
    "marker in the docstring": (
        lambda text: text.replace(BEGIN, "", 1).replace("`times`.", "`times`.\n" + BEGIN, 1),
        15,
        "before or inside the docstring",
    ),
    "statement before the solution": (swap(BEGIN, "    y = x\n" + BEGIN), 15, "outside the markers"),
    "statement after the solution": (swap(END, END + "    return 1\n"), 20, "outside the markers"),
    "statement across a marker": (
        swap("    return product_of_both\n" + END, "    return (\n" + END + "        product_of_both)\n"),
        18,
        "outside the markers",
    ),
    "empty solution": (swap(SOLUTION, f"{BEGIN}    # Nothing.\n{END}"), 15, "is empty"),
    "solution of nothing but pass": (swap(SOLUTION, f"{BEGIN}    pass\n{END}"), 16, "does not end in a `return`"),
    "solution without a return": (swap("    return product_of_both\n", ""), 17, "does not end in a `return`"),
    "answer given away in a cell": (
        swap("print(double(21))", "x, times = 1, 2\nproduct_of_both = x * times"),
        17,
        "cell of line 57",
    ),
    "answer given away in prose": (
        swap("# Try it.", "# Write `return double(np.max(values))`."),
        42,
        "cell of line 54",
    ),
}


@pytest.mark.parametrize("case", ERRORS)
def test_errors(small: course.Course, case: str) -> None:
    """What is not in form is refused, with the file, the line and the remedy."""
    edit, line, message = ERRORS[case]
    text = edit(LESSON)
    assert text != LESSON
    save(small.root, text)
    with pytest.raises(build.BuildError, match=message) as caught:
        build.build(small, SMALL)
    assert str(caught.value).startswith(f"solutions/small.py:{line}: ")
    assert caught.value.line == line


def test_missing_solution_file(small: course.Course) -> None:
    """Where the solution file is absent the message says who has it."""
    (small.root / "solutions" / "small.py").unlink()
    with pytest.raises(build.BuildError, match=r"solutions/small\.py.*Only instructors"):
        build.build(small, SMALL)


def test_other_encoding(small: course.Course) -> None:
    """A solution file in another encoding is refused by name."""
    path = small.root / "solutions" / "small.py"
    path.write_bytes(LESSON.encode("cp1252"))
    with pytest.raises(build.BuildError, match=r"Save it as UTF-8"):
        build.build(small, SMALL)


# What comes out


def test_windows_line_ends_make_no_difference(small: course.Course) -> None:
    """A solution file checked out with Windows' line ends gives the same derived files."""
    before = build.build(small, SMALL)
    save(small.root, LESSON.replace("\n", "\r\n"))
    assert build.build(small, SMALL) == before


def test_stub_of_the_small_lesson(small: course.Course) -> None:
    """The stub is the lesson less its answers and hints, under a banner that says whose it is and where it is from."""
    text, _notebook = derived(small, SMALL)
    banner, rest = text.split('"""\n\n', 1)
    assert banner.startswith('"""A small lesson: this file is yours to edit.')
    assert "derived from solutions/small.py by `autograder build`" in banner
    assert rest == (
        LESSON.replace(SOLUTION, '    # Your code here.\n    raise NotImplementedError("double: exercise 1")\n')
        .replace(
            section("    ### BEGIN SOLUTION\n    if", "\n\n# %% check"),
            '    # Your code here.\n    raise NotImplementedError("largest: exercise 2")\n',
        )
        .replace(section('# %% [markdown] hints="double"', '# %% exercise="largest"'), "")
        .replace(section('# %% [markdown] hints="largest"', "# %% [markdown]\n# Try"), "")
        .replace("\n\n\n# %%", "\n\n# %%")
    )


def test_notebook_of_the_small_lesson(small: course.Course) -> None:
    """Cells have ids from names; exercises are solutions, checks are locked and marked, the rest is plain."""
    _stub, text = derived(small, SMALL)
    cells = json.loads(text)["cells"]
    assert [cell["id"] for cell in cells] == [
        "after-start-1",
        "contents",
        "after-start-2",
        "after-start-3",
        "exercise-double",
        "check-double",
        "exercise-largest",
        "check-largest",
        "after-check-largest-1",
        "after-check-largest-2",
        "answer-why",
        "check-gate",
    ]
    by_id = {cell["id"]: cell for cell in cells}
    assert by_id["exercise-double"]["metadata"]["nbgrader"] == {
        "grade": False,
        "grade_id": "exercise-double",
        "locked": False,
        "schema_version": 3,
        "solution": True,
        "task": False,
    }
    assert by_id["check-largest"]["metadata"]["nbgrader"] == {
        "grade": True,
        "grade_id": "check-largest",
        "locked": True,
        "points": 1.5,
        "schema_version": 3,
        "solution": False,
        "task": False,
    }
    assert by_id["check-gate"]["metadata"]["nbgrader"]["points"] == 4
    assert by_id["answer-why"]["metadata"] == by_id["after-start-1"]["metadata"] == {}
    assert "Think." not in text


def test_source_notebook_runs_with_its_answers(small: course.Course) -> None:
    """The notebook's code, run from top to bottom, has the answers; the line behind each is not reached."""
    _stub, text = derived(small, SMALL)
    checked: list[str] = []

    def check(name: str, hidden: bool = False) -> None:
        checked.append(f"{name}, hidden" if hidden else name)

    names: dict[str, Any] = {"check": check}
    for cell in json.loads(text)["cells"]:
        if cell["cell_type"] == "code":
            exec("".join(cell["source"]), names)
    assert checked == ["double", "double, hidden", "largest", "largest, hidden", "gate", "gate, hidden"]
    assert names["largest"](np.array([1, 3, 2])) == 6


def test_check_finds_stale_files_and_writes_none(small: course.Course) -> None:
    """With `check` the stale files are named and left alone; without, they are written and then none is stale."""
    paths = ["exercises/small.py", "source/small/small.ipynb"]
    assert build.build_all(small, check=True) == paths
    assert not (small.root / "exercises").exists()
    assert build.build_all(small, check=False) == paths
    assert build.build_all(small, check=True) == build.build_all(small, check=False) == []
    (small.root / paths[1]).write_text("{}", encoding="utf-8")
    assert build.build_all(small, check=True) == paths[1:]


def test_files_are_utf8_with_unix_line_ends(small: course.Course) -> None:
    """Written files hold the same bytes on every system: UTF-8, LF, one newline at the end."""
    for name in build.build_all(small, check=False):
        content = (small.root / name).read_bytes()
        assert b"\r" not in content
        assert content.endswith(b"\n")
        assert not content.endswith(b"\n\n")
        assert "“quotes”" in content.decode("utf-8")


def test_line_ends_of_a_checkout_are_not_stale(small: course.Course) -> None:
    """Derived files that Git checked out with Windows' line ends are not stale."""
    build.build_all(small, check=False)
    path = small.root / "exercises" / "small.py"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert build.build_all(small, check=True) == []


@pytest.mark.parametrize("work", ["    return x + x", "    total = ("])
def test_work_in_the_stub_is_not_written_over(small: course.Course, work: str) -> None:
    """Where somebody has begun to write an exercise in the stub file, building refuses; by force it goes on."""
    build.build_all(small, check=False)
    path = small.root / "exercises" / "small.py"
    text = path.read_text(encoding="utf-8").replace('    raise NotImplementedError("double: exercise 1")', work)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(build.BuildError, match=r"exercises/small\.py.*double.*not written over"):
        build.build_all(small, check=False)
    assert path.read_text(encoding="utf-8") == text
    assert build.build_all(small, check=False, force=True) == ["exercises/small.py"]


def test_stub_without_work_is_written_over(small: course.Course) -> None:
    """A stub in which nothing has been written follows the lesson without more ado."""
    build.build_all(small, check=False)
    save(small.root, LESSON.replace("# Try it.", "# Try this."))
    assert build.build_all(small, check=False) == ["exercises/small.py", "source/small/small.ipynb"]


# The course's own lessons


@pytest.fixture(params=[assignment.name for assignment in COURSE.assignments])
def assignment(request: pytest.FixtureRequest) -> course.Assignment:
    """Each assignment of this course."""
    return COURSE.assignment(request.param)


def test_derived_files_are_fresh(assignment: course.Assignment) -> None:
    """The committed stub and notebook are what `autograder build` makes of the solution file now."""
    for path, text in build.build(COURSE, assignment).items():
        assert path.read_text(encoding="utf-8") == text, "run `autograder build`"


@pytest.mark.slow
def test_nothing_is_stale(assignment: course.Assignment) -> None:
    """Nor are the guide and the recorded answers, which take running all checks."""
    alone = dataclasses.replace(COURSE, assignments=(assignment,))
    assert build.build_all(alone, check=True) == [], "run `autograder build`"


def test_two_builds_are_equal(assignment: course.Assignment) -> None:
    """Another process, with another order of hashes, builds the same bytes."""
    script = (
        "import sys; from pathlib import Path; from autograder import build, course\n"
        "loaded = course.load(Path(sys.argv[1])); texts = build.build(loaded, loaded.assignment(sys.argv[2]))\n"
        "sys.stdout.buffer.write('\\0'.join(texts.values()).encode('utf-8'))\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script, str(ROOT), assignment.name],
        capture_output=True,
        check=True,
        cwd=ROOT,
        timeout=60,
    )
    assert run.stdout == "\0".join(derived(COURSE, assignment)).encode("utf-8")


def test_every_stub_raises(assignment: course.Assignment) -> None:
    """Each function of the stub raises NotImplementedError, naming the exercise and its number."""
    module = run_functions(derived(COURSE, assignment)[0])
    for number, exercise in enumerate(assignment.exercises, 1):
        function = getattr(module, exercise.name)
        required = function.__code__.co_argcount - len(function.__defaults__ or ())
        with pytest.raises(NotImplementedError, match=f"^{exercise.name}: exercise {number}$"):
            function(*[None] * required)


def test_no_answer_in_the_stub(assignment: course.Assignment) -> None:
    """No telling line of an answer, and no hint, stands in the stub file."""
    text, _notebook = derived(COURSE, assignment)
    lesson = build.read(COURSE, assignment)
    answers = [line for cell in lesson.cells for _number, line in parse.answer_lines(cell)]
    assert len(answers) > len(assignment.exercises)
    assert [line for line in answers if line in text] == []
    hints = [
        line for exercise in assignment.exercises for hint in lesson.hints(exercise.name) for line in hint.split("\n")
    ]
    assert len(hints) >= 3 * len(assignment.exercises)
    assert [line for line in hints if line in text.splitlines()] == []
    assert "SOLUTION" not in text


def test_checks_are_kept(assignment: course.Assignment) -> None:
    """Students get every check, in the course's order."""
    text, _notebook = derived(COURSE, assignment)
    assert [line for line in text.splitlines() if line.startswith("check(")] == [
        f'check("{n}")' for n in assignment.names
    ]


def test_jupytext_reads_the_same_cells(assignment: course.Assignment) -> None:
    """jupytext, which editors use, finds the cells in a solution file that our strict reader finds."""
    jupytext = pytest.importorskip("jupytext")
    lesson = build.read(COURSE, assignment)
    notebook = jupytext.read(ROOT / lesson.path)
    assert [cell.source for cell in notebook.cells] == [cell.source for cell in lesson.cells]
    assert [cell.cell_type == "markdown" for cell in notebook.cells] == [cell.is_markdown for cell in lesson.cells]


def test_notebook_validates(assignment: course.Assignment) -> None:
    """The notebook is valid by nbformat, and written as nbformat itself writes it."""
    nbformat = pytest.importorskip("nbformat")
    _stub, text = derived(COURSE, assignment)
    notebook = nbformat.reads(text, as_version=nbformat.NO_CONVERT)
    nbformat.validate(notebook)
    assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5)
    assert nbformat.writes(notebook) + "\n" == text


def test_nbgrader_accepts_the_notebook(assignment: course.Assignment) -> None:
    """nbgrader's own validator accepts every cell's metadata, and the points add up to the assignment's."""
    nbformat = pytest.importorskip("nbformat")
    nbgraderformat = pytest.importorskip("nbgrader.nbgraderformat")
    _stub, text = derived(COURSE, assignment)
    notebook = nbformat.reads(text, as_version=4)
    nbgraderformat.MetadataValidator().validate_nb(notebook)
    points = [
        cell.metadata.nbgrader.points for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade")
    ]
    assert sum(points) == assignment.max_score


def test_released_functions_are_the_stubs(assignment: course.Assignment) -> None:
    """What nbgrader releases by our nbgrader_config.py is our stub file, function by function and cell by cell."""
    nbformat = pytest.importorskip("nbformat")
    preprocessors = pytest.importorskip("nbgrader.preprocessors")
    loader = pytest.importorskip("traitlets.config.loader")
    config = loader.PyFileConfigLoader("nbgrader_config.py", path=str(ROOT)).load_config()
    stub_text, text = derived(COURSE, assignment)
    notebook = nbformat.reads(text, as_version=4)
    steps = ("LockCells", "ClearSolutions", "ClearHiddenTests", "CheckCellMetadata")
    for step in (getattr(preprocessors, name) for name in steps):
        notebook, _resources = step(config=config).preprocess(notebook, {})
    released = "\n\n\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code")
    names = exercise_names(assignment)
    assert list(functions(released, names)) == names
    assert functions(released, names) == functions(stub_text, names)
    lesson = build.read(COURSE, assignment)
    expected = [stub.unwritten(lesson, cell) for cell in lesson.cells if cell.kind != "hints"]
    assert [cell.source for cell in notebook.cells if cell.id != "contents"] == expected


@pytest.mark.slow
def test_nbgrader_releases_the_course(tmp_path: Path) -> None:
    """`nbgrader generate_assignment` itself takes our notebook and our configuration, and releases the stub's cells."""
    pytest.importorskip("nbgrader")
    assignment = COURSE.assignments[0]
    stub_text, text = derived(COURSE, assignment)
    source = tmp_path / "source" / assignment.name / f"{assignment.name}.ipynb"
    source.parent.mkdir(parents=True)
    source.write_bytes(text.encode("utf-8"))
    shutil.copy(ROOT / "nbgrader_config.py", tmp_path)
    # nbgrader starts its database tool by name, from beside the interpreter.
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    run = subprocess.run(
        [sys.executable, "-m", "nbgrader", "generate_assignment", assignment.name],
        cwd=tmp_path,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert run.returncode == 0, run.stderr
    release = tmp_path / "release" / assignment.name / f"{assignment.name}.ipynb"
    cells = json.loads(release.read_text(encoding="utf-8"))["cells"]
    released = "\n\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    names = exercise_names(assignment)
    assert functions(released, names) == functions(stub_text, names)
    assert "SOLUTION" not in release.read_text(encoding="utf-8")
