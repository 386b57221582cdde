"""The command line: exit statuses tell the truth, errors are one line, and standard output holds what was asked for."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from autograder import course as courses
from autograder import guide
from autograder.cli import commands
from autograder.desk.progress import Progress
from autograder.judge import grade as judge
from autograder.judge.examination import JudgeBroken
from autograder.student.source import read

ROOT = Path(__file__).resolve().parents[1]
NAME = "a1_first_network"
RIGHT_RELU = "import numpy as np\n\ndef relu(Z):\n    return np.maximum(0, Z)\n"
WRONG_RELU = "import numpy as np\n\ndef relu(Z):\n    return np.abs(Z)\n"


def run(*words: str | Path) -> Result:
    """Type a command."""
    return CliRunner().invoke(commands, [str(word) for word in words], prog_name="autograder")


def start(*words: str, **environment: str) -> subprocess.Popen[bytes]:
    """Type a command in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "autograder", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env={**os.environ, **environment},
    )


def is_one_line(text: str) -> bool:
    return text.startswith("autograder: ") and text.count("\n") == 1 and "Traceback" not in text


@pytest.fixture
def relu(tmp_path: Path) -> Path:
    """A submission in which only relu is written, and right."""
    path = tmp_path / "relu.py"
    path.write_text(RIGHT_RELU, encoding="utf-8")
    return path


# -- check


def test_what_passes_exits_with_0(relu: Path) -> None:
    """`check` exits with 0 when all that was asked for passes, whatever else there is."""
    result = run("check", "relu", "--submission", relu)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "✓ passed  1 of 1 mark" in result.stdout


def test_what_fails_exits_with_1_and_says_why(tmp_path: Path) -> None:
    """`check` exits with 1 when something asked for does not pass, and the mistake is named."""
    path = tmp_path / "relu.py"
    path.write_text(WRONG_RELU, encoding="utf-8")
    result = run("check", "relu", "--submission", path)
    assert (result.exit_code, result.stderr) == (1, "")
    assert "absolute value" in result.stdout
    assert "softmax" not in result.stdout


def test_who_saves_while_it_is_judged_has_no_verdict_on_that(relu: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is remembered is remembered of what was judged, not of what the file holds by then."""
    grade = judge.grade

    def saving(*words: Any) -> Any:
        result = grade(*words)
        relu.write_text(RIGHT_RELU.replace("maximum(0, Z)", "maximum(Z, -7)"), encoding="utf-8")
        return result

    monkeypatch.setattr(judge, "grade", saving)
    assert run("check", "relu", "--submission", relu).exit_code == 0
    known = Progress(courses.load(), courses.load().assignment(NAME))
    assert known.recall(read(relu, NAME)) == {}


def test_a_whole_submission_is_explained_at_its_first_mistake(tmp_path: Path) -> None:
    """Without names all is judged; the explanation is of what was tried and is wrong, not of what is missing."""
    path = tmp_path / "relu.py"
    path.write_text(WRONG_RELU, encoding="utf-8")
    result = run("check", "--submission", path)
    assert result.exit_code == 1
    words = "".join(result.stdout.split())  # a long path may be cut at the line's end
    assert f"Firsttomend:relu({path},line3)" in words
    assert "Then type:" in result.stdout


def test_what_a_function_prints_is_shown(tmp_path: Path) -> None:
    """Twelve lines of it, below the verdict, without power over the terminal."""
    path = tmp_path / "relu.py"
    printing = "    print('\\x1b[2J' + str(Z.shape))\n    for row in range(20):\n        print('row', row)\n"
    path.write_text(WRONG_RELU.replace("def relu(Z):\n", f"def relu(Z):\n{printing}"), encoding="utf-8")
    for words in (["check", "relu"], ["check"]):
        shown = run(*words, "--submission", path).stdout
        assert "Printed by relu:\n    \\x1b[2J(" in shown
        assert "row 10\n    …" in shown
        assert "row 11" not in shown


def test_an_untouched_file_gets_an_invitation() -> None:
    """Who has written nothing learns where to begin, not that seventeen things failed."""
    result = run("check", "--submission", ROOT / "exercises")
    assert result.exit_code == 1
    assert "Nothing is written yet" in result.stdout
    assert "load_csv" in result.stdout
    assert "✗" not in result.stdout


def test_a_file_with_a_name_that_is_nearly_right_is_not_untouched(tmp_path: Path) -> None:
    """Who has written one function, and misspelt its name, is told that and not invited to begin."""
    (tmp_path / f"{NAME}.py").write_text(RIGHT_RELU.replace("def relu", "def ReLU"), encoding="utf-8")
    result = run("check", "--submission", tmp_path)
    assert "Nothing is written yet" not in result.stdout
    assert "ReLU" in run("check", "relu", "--submission", tmp_path).stdout


def test_an_exercise_that_is_missing_says_what_will_be_checked() -> None:
    """An exercise that is not written yet shows its claims and its place, and no failure."""
    result = run("check", "softmax", "--submission", ROOT / "exercises")
    assert result.exit_code == 1
    assert "still to be written" in result.stdout
    assert "✗" not in result.stdout


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["check", "sofmax"], "Did you mean softmax?"),
        (["check", "seventeen"], "There are: load_csv,"),
        (["check", "seventeen"], "Those of a2, a3, a4 are shown by: autograder list --assignment NAME"),
        (["check", "6"], "Exercise 6 of a1_first_network is relu: type that name."),
        (["check", "exercise", "6"], "Exercise 6 of a1_first_network is relu: type that name."),
        (["hint", "2", "--assignment", "a2"], "Exercise 2 of a2_training_better is he_weights"),
        (["check", "99"], "a1_first_network has 16 exercises."),
        (["check", "a1"], "a1 is an assignment, and no exercise. Leave it out, and add: --assignment a1"),
        (["list", "a9"], "This course has: a1_first_network"),
        (["relu"], "Did you mean `autograder check relu`?"),
        (["a2"], "Did you mean `autograder list a2`?"),
        (["help", "chekc"], "No such command 'chekc'"),
        (["hint", "relu", "4"], "There are 3 hints for relu"),
        (["check", "exercises/a1_first_network.py"], "--submission exercises/a1_first_network.py"),
        (["check", "--assignment", "a9"], "This course has: a1_first_network"),
        (["check", "--submission", "nowhere.py"], "No file or folder is called nowhere.py."),
        (["check", "--seed", "many"], "'--seed'"),
        (["grade"], "SUBMISSION"),
        (["grade", "nowhere.py"], "No file or folder is called nowhere.py."),
        (["grade", ".", "--assignment", "a9"], "This course has: a1_first_network"),
        (["grad"], "grad"),
        (["build", "--chekc"], "--chekc"),
    ],
)
def test_what_is_typed_wrongly_exits_with_2_and_one_line(words: list[str], says: str) -> None:
    """A usage error is one line on standard error that says what to type, and standard output stays empty."""
    result = run(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert is_one_line(result.stderr)
    assert says in result.stderr


# -- what can't be read


def unreadable(folder: Path, kind: str) -> Path:
    """A submission out of which no code can be got."""
    if kind == "folder":
        return folder
    path = folder / {"notebook": "a.ipynb", "bytes": "a.py", "syntax": "b.py"}[kind]
    path.write_bytes({"notebook": b"no JSON", "bytes": b"\xff\xfe\x00x = 1", "syntax": b"def relu(Z:\n"}[kind])
    return path


@pytest.mark.parametrize(
    ("kind", "says"),
    [("folder", f"holds no {NAME}.ipynb"), ("notebook", "not JSON"), ("bytes", "UTF-8"), ("syntax", "line 1")],
)
def test_what_cannot_be_read_is_said_in_one_line(tmp_path: Path, kind: str, says: str) -> None:
    """An unreadable submission fails `check`, is a result for `grade`, and both say why on standard error."""
    folder = tmp_path / "handed-in"
    folder.mkdir()
    path, out = unreadable(folder, kind), tmp_path / "out.json"
    checked, graded = run("check", "--submission", path), run("grade", path, "--json", out)
    assert (checked.exit_code, graded.exit_code) == (1, 0)
    for result in (checked, graded):
        assert result.stdout == ""
        assert is_one_line(result.stderr)
        assert says in result.stderr
    data = json.loads(out.read_text(encoding="utf-8"))
    assert (data["status"], data["score"], data["max_score"]) == ("unreadable", 0.0, 20.0)


# -- grade


def test_json_on_standard_output_stands_alone(relu: Path) -> None:
    """`--json -` writes the result to standard output, and nothing else to either stream."""
    result = run("grade", relu, "--assignment", NAME, "--json", "-")
    assert (result.exit_code, result.stderr) == (0, "")
    data = json.loads(result.stdout)
    assert (data["schema"], data["status"], data["score"]) == (1, "graded", 1.0)
    assert [entry["name"] for entry in data["exercises"]] == list(courses.load().assignment().names)


def test_a_graded_submission_exits_with_0_whatever_its_marks(relu: Path, tmp_path: Path) -> None:
    """`grade` exits with 0 for a submission with mistakes; the seed asked for stands in the result."""
    out = tmp_path / "out.json"
    result = run("grade", relu, "--json", out, "--seed", "7")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert json.loads(out.read_text(encoding="utf-8"))["seed"] == 7
    assert [path.name for path in tmp_path.iterdir() if path != relu] == ["out.json"]


def test_without_json_a_person_reads_a_table(relu: Path) -> None:
    """`grade` without `--json` shows the table, with no advice about what to type next."""
    result = run("grade", relu)
    assert result.exit_code == 0
    assert "1 of 20" in result.stdout
    assert "Then type" not in result.stdout


def test_nothing_is_written_when_something_is_typed_wrongly(tmp_path: Path) -> None:
    """A usage error leaves no file behind, and an older result as it was."""
    out = tmp_path / "out.json"
    out.write_text("older", encoding="utf-8")
    assert run("grade", tmp_path / "nowhere", "--json", out).exit_code == 2
    assert run("grade", tmp_path, "--assignment", "a9", "--json", out).exit_code == 2
    assert run("grade", tmp_path, "--seed", "-1", "--json", out).exit_code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["out.json"]
    assert out.read_text(encoding="utf-8") == "older"


def test_a_class_where_one_submission_is_due_is_told(tmp_path: Path) -> None:
    """Who forgets --out hears of it; and results may not lie among what is graded."""
    (tmp_path / "ada").mkdir()
    (tmp_path / "ada" / f"{NAME}.py").write_text(RIGHT_RELU, encoding="utf-8")
    done = run("grade", tmp_path)
    assert done.exit_code == 0
    assert "--out FOLDER grades each folder" in done.stderr
    done = run("grade", tmp_path, "--out", tmp_path / "results", "--sandbox", "none")
    assert done.exit_code == 2
    assert "choose another --out" in done.stderr
    assert not (tmp_path / "results").exists()


@pytest.mark.parametrize("place", ["missing/out.json", "."])
def test_a_result_that_cannot_be_written_is_a_usage_error(relu: Path, tmp_path: Path, place: str) -> None:
    """An unwritable OUT is noticed at once and named; nothing is graded and nothing left behind."""
    result = run("grade", relu, "--json", tmp_path / place)
    assert (result.exit_code, result.stdout) == (2, "")
    assert is_one_line(result.stderr)
    assert "can't be written" in result.stderr
    assert list(tmp_path.iterdir()) == [relu]


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="links and devices as POSIX has them")
def test_links_stay_and_devices_are_written_to(relu: Path, tmp_path: Path) -> None:
    """The file behind a link is replaced, not the link; a device is not replaced by a file."""
    (tmp_path / "link.json").symlink_to(tmp_path / "real.json")
    assert run("grade", relu, "--json", tmp_path / "link.json").exit_code == 0
    assert (tmp_path / "link.json").is_symlink()
    assert json.loads((tmp_path / "real.json").read_text(encoding="utf-8"))["status"] == "graded"
    assert run("grade", relu, "--json", "/dev/null").exit_code == 0
    assert Path("/dev/null").is_char_device()


# -- the grader's own faults


def test_a_fault_of_the_grader_exits_with_3(relu: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A broken check makes a broken result: status 3, one line, and JSON that says so."""

    def broken(*_: Any) -> None:
        raise JudgeBroken("test_relu: TypeError: 1")

    monkeypatch.setattr(judge, "run_checks", broken)
    out = tmp_path / "out.json"
    result = run("grade", relu, "--json", out)
    assert result.exit_code == 3
    assert is_one_line(result.stderr)
    assert "not your fault" in result.stderr
    assert json.loads(out.read_text(encoding="utf-8"))["status"] == "broken"
    assert run("check", "relu", "--submission", relu).exit_code == 3


def test_a_surprise_shows_no_traceback(relu: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An exception that nobody foresaw is the grader's fault: status 3 and one line."""

    def surprise(*_: Any) -> None:
        raise ZeroDivisionError("two\nlines and \x1b[31m red")

    monkeypatch.setattr(judge, "grade", surprise)
    result = run("check", "--submission", relu)
    assert result.exit_code == 3
    assert is_one_line(result.stderr)
    assert "\x1b" not in result.stderr


# -- the process


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="Ctrl-C can't be sent to one process alone on Windows")
def test_ctrl_c_ends_with_one_line(tmp_path: Path) -> None:
    """Ctrl-C while a function runs on and on ends with 130 and one line."""
    path = tmp_path / "endless.py"
    begun = tmp_path / "begun"
    code = f"def relu(Z):\n    open({str(begun)!r}, 'w').close()\n    while True:\n        pass\n"
    path.write_text(code, encoding="utf-8")
    process = start("check", "relu", "--submission", str(path))
    while not begun.exists() and process.poll() is None:
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err.decode().strip()) == (130, b"", "autograder: Stopped.")


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_console_that_lacks_characters_is_no_reason_to_stop(tmp_path: Path, encoding: str) -> None:
    """Where an encoding has no ✓ something like it is printed, whatever a student's exception says."""
    path = tmp_path / "odd.py"
    path.write_text("def relu(Z):\n    raise ValueError('✓ − \\ud800 Ω \\x1b[31m')\n", encoding="utf-8")
    process = start("check", "relu", "--submission", str(path), PYTHONIOENCODING=encoding)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (1, b"")
    assert "x negative numbers become 0" in out.decode(encoding)
    assert b"\x1b" not in out


def test_a_path_that_a_console_lacks_is_no_reason_to_stop(tmp_path: Path) -> None:
    """What is said without a table, too."""
    path = tmp_path / "\u010d.py"
    path.write_text("x = 1\n", encoding="utf-8")
    process = start("pack", "--verify", str(path), PYTHONIOENCODING="cp1252")
    out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, b"")
    assert "?.py holds a1_first_network.py." in out.decode("cp1252")


def test_help_does_not_wait_for_numpy() -> None:
    """`autograder --help` and its start import neither NumPy nor pytest."""
    code = (
        "import sys; import autograder; from autograder.cli import commands\n"
        "try: commands(['--help'], prog_name='autograder')\n"
        "except SystemExit as end: assert not end.code\n"
        "print(sorted({'numpy', 'pytest', 'rich'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("words", [["-h"], ["--help"], [], ["check", "-h"], ["grade", "--help"], ["build", "-h"]])
def test_help_is_on_standard_output(words: list[str]) -> None:
    """Help is no error, and `autograder` alone shows it."""
    result = run(*words)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("Usage: autograder")


def test_help_lists_each_command_once_with_its_whole_sentence() -> None:
    """Nothing is cut off, and students' commands come before instructors'."""
    from autograder.cli import INSTRUCTORS, STUDENTS

    shown = CliRunner().invoke(commands, ["--help"]).output.partition("Students'")[2]
    listed = re.findall(r"^  ([a-z]+)  ", shown, re.MULTILINE)
    assert listed == [command.name for command in (*STUDENTS, *INSTRUCTORS)]
    assert sorted(listed) == sorted(commands.commands)
    assert "..." not in shown


def test_version() -> None:
    """`autograder --version` is one line with the version of the package."""
    result = run("--version")
    assert (result.exit_code, result.stdout.split()[0]) == (0, "autograder")


# -- build


def test_build_check_tells_whether_files_are_stale(monkeypatch: pytest.MonkeyPatch) -> None:
    """`build --check` exits with 1 and names the file where one is stale, else with 0."""
    monkeypatch.setattr("autograder.build.build_all", lambda *_, **__: ["exercises/a.py"])
    stale = run("build", "--check")
    assert (stale.exit_code, "exercises/a.py is stale" in stale.stdout) == (1, True)
    monkeypatch.setattr("autograder.build.build_all", lambda *_, **__: [])
    assert run("build", "--check").exit_code == 0


def test_a_list_is_shown_of_the_assignment_named(tmp_path: Path) -> None:
    """An assignment's name does as well as the option does, and its file is looked for."""
    path = tmp_path / "a2_training_better.py"
    path.write_text("import numpy as np\n", encoding="utf-8")
    named, option = run("list", "a2", "--submission", path), run("list", "--assignment", "a2", "--submission", path)
    assert named.exit_code == 0
    assert "he_weights" in named.stdout
    assert named.stdout == option.stdout
    assert "xavier_weights" in run("next", "a2", "--submission", path).stdout


def test_an_unknown_word_is_no_list_of_the_whole_course() -> None:
    """The exercises of one assignment are enough to choose from."""
    assert "he_weights" not in run("check", "seventeen").stderr


def test_the_word_help_helps() -> None:
    """`help` is what `--help` is, for all commands or for one."""
    assert (run("help").exit_code, run("help").stdout) == (0, run("--help").stdout)
    assert run("help", "check").stdout == run("check", "--help").stdout


def test_exercises_are_numbered_as_in_the_lessons() -> None:
    """The number that is told is the one in the text's heading."""
    for assignment in courses.load().assignments:
        tasks = guide.load(assignment.name)
        for number, exercise in enumerate(assignment.exercises, 1):
            assert tasks[exercise.name].title.startswith(f"Exercise {number}: ")


def test_hints_come_one_at_a_time() -> None:
    """`hint` shows the hint asked for, and how to get the next one."""
    texts = []
    for number in ("1", "2", "3"):
        done = CliRunner().invoke(commands, ["hint", "softmax", number])
        assert done.exit_code == 0, done.output
        texts.append(done.output)
    assert "autograder hint softmax 2" in texts[0]
    assert "autograder hint" not in texts[2].splitlines()[-1]
    assert len({text.splitlines()[0] for text in texts}) == 3
