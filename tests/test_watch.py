"""`autograder watch` as a student has it: a real process in a real pseudo-terminal, real saves, real keys."""

from __future__ import annotations

import errno
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
import watchfiles
from watchfiles._rust_notify import WatchfilesRustInternalError

if sys.platform == "win32":
    pytest.skip("there is no pseudo-terminal on Windows", allow_module_level=True)

from pseudo_terminal import Terminal

pytestmark = pytest.mark.slow  # whole submissions, processes or a browser

ROOT = Path(__file__).resolve().parents[1]
NAME = "a1_first_network"
STUB = (ROOT / "exercises" / f"{NAME}.py").read_text(encoding="utf-8")
PLACE = re.compile(r"    # Your code here\.\n    raise NotImplementedError\(\"(\w+): exercise \d+\"\)")
RIGHT_RELU = "    return np.maximum(0, Z)"
WRONG_RELU = "    return np.abs(Z)"
Open = Callable[..., Terminal]
FULL = "OS file watch limit reached"


def lesson(**answers: str) -> str:
    """The stub file with some functions written."""
    return PLACE.sub(lambda place: answers.get(place[1], place[0]), STUB)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A student's file, in a folder of its own."""
    path = tmp_path / "exercises" / f"{NAME}.py"
    path.parent.mkdir()
    path.write_text(STUB, encoding="utf-8")
    return path


@pytest.fixture
def watching(file: Path, tmp_path: Path) -> Iterator[Open]:
    """Opens a terminal in which the file is watched."""
    with ExitStack() as stack:

        def begin(*words: str, size: tuple[int, int] = (80, 24), **variables: str) -> Terminal:
            environment = {"AUTOGRADER_PROGRESS": str(tmp_path / "progress"), **variables}
            terminal = Terminal(
                *("watch", *words, "--submission", file.parent),
                folder=ROOT,
                width=size[0],
                height=size[1],
                environment=environment,
            )
            return stack.enter_context(terminal)

        yield begin


def save(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


# -- verdicts


def test_begins_where_something_is_left_to_do(watching: Open, file: Path) -> None:
    """The first exercise that does not pass is shown: task, formula, place in the file, and what will be checked."""
    from autograder import guide

    tasks = list(guide.load(NAME).values())
    save(file, lesson(load_csv="    raise NotImplementedError"))
    shown = watching().wait_for(tasks[0].title, "to be written")
    assert tasks[0].task in " ".join(shown.split())
    assert f"{NAME}.py, line" in shown
    assert "q quit" in shown


def test_a_save_is_judged_and_a_pass_moves_on(watching: Open, file: Path) -> None:
    """A wrong function is explained, a right one gets its tick, and the next exercise stands there."""
    terminal = watching("relu")
    terminal.wait_for("Exercise 6: relu", "to be written")
    save(file, lesson(relu=WRONG_RELU))
    shown = terminal.wait_for("not right yet", "absolute value")
    assert "✗ negative numbers become 0" in shown
    save(file, lesson(relu=RIGHT_RELU))
    terminal.wait_for("✓ relu passes.", "Exercise 7: softmax", "1/17")


def test_a_syntax_error_is_shown_and_mended(watching: Open, file: Path) -> None:
    """While a function can't be read its line is named; the next save is judged as any other."""
    terminal = watching("relu")
    terminal.wait_for("to be written")
    save(file, lesson(relu="    return np.maximum(0, Z"))
    shown = terminal.wait_for("can't be read", "never closed")
    assert "to be written" not in shown
    save(file, lesson(relu=RIGHT_RELU))
    terminal.wait_for("✓ relu passes.")


def test_a_file_that_is_no_python_at_all_is_explained(watching: Open, file: Path) -> None:
    """A file without anything that can be read, or none at all, is said so, and the watch goes on."""
    terminal = watching("relu")
    terminal.wait_for("to be written")
    save(file, "def relu(Z:\n")
    terminal.wait_for("can't be read as Python")
    file.unlink()
    terminal.wait_for("Exercise 6: relu", gone="can't be read as Python")
    save(file, lesson(relu=RIGHT_RELU))
    terminal.wait_for("✓ relu passes.")


def test_a_file_saved_by_renaming_is_judged(watching: Open, file: Path) -> None:
    """Editors that write a new file and rename it are followed, again and again."""
    terminal = watching("relu")
    terminal.wait_for("to be written")
    for answer, words in ((WRONG_RELU, "absolute value"), ("    return Z", "nchanged"), (RIGHT_RELU, "relu passes")):
        new = file.with_name(".new.tmp")
        save(new, lesson(relu=answer))
        os.replace(new, file)
        terminal.wait_for(words)


def test_hanging_code_blocks_nothing(watching: Open, file: Path) -> None:
    """While a function hangs keys are answered, and a save that mends it is judged at once, not after the limit."""
    terminal = watching("relu")
    terminal.wait_for("to be written")
    save(file, lesson(relu="    while True:\n        pass"))
    terminal.wait_for("checking")
    terminal.type("h")
    assert "does not end" not in terminal.wait_for("Hint 1")
    save(file, lesson(relu=RIGHT_RELU))
    terminal.wait_for("✓ relu passes.")
    assert b"does not end" not in terminal.written


def test_code_that_never_ends_is_named_in_the_end(watching: Open, file: Path) -> None:
    """A loop that nobody mends is said to be one."""
    terminal = watching("relu")
    terminal.wait_for("to be written")
    save(file, lesson(relu="    while True:\n        pass"))
    terminal.wait_for("does not end", "condition never becomes false")


def test_what_was_judged_before_is_known_at_once(watching: Open, file: Path) -> None:
    """Who comes back finds the exercises that passed as they were."""
    save(file, lesson(relu=RIGHT_RELU))
    first = watching("softmax")
    first.wait_for("1/17")
    first.type("q")
    first.end()
    second = watching("softmax")
    second.type("l")
    assert "✓ relu" in second.wait_for("1/17")


def test_the_last_screen_is_a_friendly_one(watching: Open, file: Path) -> None:
    """After the last function the network trains by itself, and when it reads well the work is done."""
    solution = (ROOT / "solutions" / f"{NAME}.py").read_text(encoding="utf-8")
    body = re.compile(r"    ### BEGIN SOLUTION\n(.*?)    ### END SOLUTION\n", re.DOTALL)
    right = body.sub(r"\1", solution)
    save(file, right.replace("np.maximum(0, Z)", "np.abs(Z)"))
    terminal = watching()
    terminal.wait_for("Exercise 6: relu", "absolute value")
    save(file, right)
    terminal.wait_for("20 of 20 marks", "Everything passes", "autograder play", "17/17")
    terminal.type("q")
    assert terminal.end() == 0


# -- keys


def test_hints_come_one_at_a_time(watching: Open) -> None:
    """Each `h` shows one hint more, and after the last there is no further."""
    terminal = watching("relu")
    terminal.wait_for("to be written")
    terminal.type("h")
    assert "Hint 2" not in terminal.wait_for("Hint 1")
    terminal.type("hh")
    terminal.wait_for("Hint 3")
    terminal.type("h")
    terminal.wait_for("That was the last hint.")


def test_next_previous_list_and_gate(watching: Open) -> None:
    """`n` and `p` go forth and back, round the ends too; `l` shows all and hides it again; `g` goes to the training."""
    terminal = watching("relu")
    terminal.wait_for("Exercise 6: relu", "to be written")
    terminal.type("n")
    terminal.wait_for("Exercise 7: softmax")
    terminal.type("pp")
    terminal.wait_for("Exercise 5: init_params")
    terminal.type("l")
    terminal.wait_for("gradient_descent", "dev_accuracy", "waits for the others")
    terminal.type("l")
    terminal.wait_for("Exercise 5: init_params", gone="gradient_descent")
    terminal.type("g")
    terminal.wait_for("The last step: dev_accuracy", "Training needs all the functions")
    terminal.type("n")
    terminal.wait_for("Exercise 1: load_csv")


def test_arrows_and_other_keys_do_nothing(watching: Open) -> None:
    """An arrow key is not taken for the letters that it sends, and a letter without a meaning is passed over."""
    terminal = watching("relu")
    terminal.wait_for("Exercise 6: relu", "to be written")
    terminal.type("\x1b[B")
    terminal.type("x\x1a\x1c é")
    terminal.type("h")
    terminal.wait_for("Hint 1", "Exercise 6: relu")
    assert terminal.process.poll() is None


def test_reset_asks_first(watching: Open, file: Path) -> None:
    """`r` changes nothing until `y` says so; then the stub is back, the copy holds what there was, and it is said.

    The save that follows at once is judged, although our own writing is not.
    """
    written = lesson(relu=WRONG_RELU)
    save(file, written)
    terminal = watching("relu")
    terminal.wait_for("absolute value")
    terminal.type("r")
    terminal.wait_for("Start relu over?")
    terminal.type("n")
    terminal.wait_for("absolute value", gone="Start relu over?")
    assert file.read_text(encoding="utf-8") == written
    terminal.type("r")
    terminal.wait_for("Start relu over?")
    terminal.type("y")
    terminal.wait_for("relu is as it was at first", "to be written")
    assert file.read_text(encoding="utf-8") == STUB
    save(file, lesson(relu=RIGHT_RELU))
    terminal.wait_for("✓ relu passes.")
    (copy,) = file.parent.glob("*.bak-*")
    assert copy.read_text(encoding="utf-8") == written


# -- the terminal


def quit_by_key(terminal: Terminal) -> None:
    terminal.type("q")


def interrupt(terminal: Terminal) -> None:
    terminal.type("\x03")


def terminate(terminal: Terminal) -> None:
    terminal.process.send_signal(signal.SIGTERM)


def hang_up(terminal: Terminal) -> None:
    terminal.process.send_signal(signal.SIGHUP)


@pytest.mark.parametrize("hanging", [False, True], ids=["idle", "while code hangs"])
@pytest.mark.parametrize(
    ("leave", "status"),
    [(quit_by_key, 1), (interrupt, 130), (terminate, 143), (hang_up, 129)],
    ids=["q", "Ctrl-C", "SIGTERM", "SIGHUP"],
)
def test_the_terminal_is_left_as_it_was_found(
    watching: Open, file: Path, leave: Callable[[Terminal], None], status: int, hanging: bool
) -> None:
    """Whichever way out: settings, main screen and cursor are as before, and the exit status tells which way it was."""
    terminal = watching("relu")
    terminal.wait_for("to be written")
    assert terminal.settings() != terminal.settings_before
    if hanging:
        save(file, lesson(relu="    while True:\n        pass"))
        terminal.wait_for("checking")
    leave(terminal)
    assert terminal.end() == status
    assert_left_as_found(terminal)


def assert_left_as_found(terminal: Terminal) -> None:
    assert terminal.settings() == terminal.settings_before
    for on, off in ((b"\x1b[?1049h", b"\x1b[?1049l"), (b"\x1b[?25l", b"\x1b[?25h")):
        assert -1 < terminal.written.rfind(on) < terminal.written.rfind(off)
    assert b"Traceback" not in terminal.written


def test_an_error_of_ours_leaves_the_terminal_as_it_was(watching: Open, file: Path, tmp_path: Path) -> None:
    """When the course's own files are no good, that is said in one line below a terminal that is as it was."""
    course = tmp_path / "course"
    course.mkdir()
    text = (ROOT / "course.toml").read_text(encoding="utf-8")
    (course / "course.toml").write_text(text.replace(f'name = "{NAME}"', 'name = "unknown"'), encoding="utf-8")
    shutil.copy(file, file.with_name("unknown.py"))
    terminal = watching("relu", AUTOGRADER_COURSE=str(course))
    assert terminal.end() == 2
    assert_left_as_found(terminal)
    assert b"unknown.json is missing" in b" ".join(terminal.written.split())


def test_a_small_window_shows_what_matters(watching: Open, file: Path) -> None:
    """When the window gets smaller the message and the keys stay, and no line runs over."""
    save(file, lesson(relu=WRONG_RELU))
    terminal = watching("relu")
    terminal.wait_for("absolute value", "Returns an array of the same shape")
    terminal.resize(44, 16)
    shown = terminal.wait_for("Exercise 6: relu", "absolute", "h hint", gone="Returns an array")
    assert "Exercise 6: relu" in shown.splitlines()[2]
    assert shown.splitlines()[-1].startswith("h hint")


def test_no_colour_where_none_is_wanted(watching: Open, file: Path) -> None:
    """NO_COLOR is respected."""
    save(file, lesson(relu=WRONG_RELU))
    plain, coloured = watching("relu", NO_COLOR="1"), watching("relu")
    for terminal in (plain, coloured):
        terminal.wait_for("absolute value")
    colour = re.compile(rb"\x1b\[[\d;]*3[1-6]m")
    assert not colour.search(plain.written)
    assert colour.search(coloured.written)


def test_a_console_that_knows_only_ascii(watching: Open, file: Path) -> None:
    """Where the console can't show a tick, something like it stands there."""
    save(file, lesson(relu=WRONG_RELU))
    terminal = watching("relu", PYTHONIOENCODING="ascii")
    assert "x not right yet" in terminal.wait_for("absolute value")


def test_without_a_terminal_there_are_plain_lines(file: Path, tmp_path: Path) -> None:
    """In a pipe the task and each verdict are printed once, line by line, without a single escape sequence."""
    words: list[Any] = [sys.executable, "-m", "autograder", "watch", "relu", "--submission", file.parent]
    environment = {**os.environ, "AUTOGRADER_PROGRESS": str(tmp_path / "progress")}
    streams: dict[str, Any] = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    process = subprocess.Popen(words, **streams, cwd=ROOT, env=environment, encoding="utf-8")
    assert process.stdout is not None
    lines: list[str] = []
    try:
        for line in process.stdout:
            lines.append(line)
            if "to be written" in line:
                save(file, lesson(relu=WRONG_RELU))
            elif "absolute value" in line:
                save(file, lesson(relu=RIGHT_RELU))
            elif "Exercise 7" in line:
                break
    finally:
        process.terminate()
        process.wait()
        process.stdout.close()
    text = "".join(lines)
    assert "\x1b" not in text
    assert "relu passes" in text
    assert text.count("Exercise 6: relu") == 1


@pytest.mark.parametrize("limits", [1, 2])
@pytest.mark.parametrize("trouble", [OSError(errno.ENOSPC, FULL), WatchfilesRustInternalError(FULL)])
def test_where_the_system_tells_of_no_saves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trouble: Exception, limits: int
) -> None:
    """It is looked again and again; where that can't be either, somebody who waits for a verdict is told."""
    from autograder.desk import watch

    asked: list[bool | None] = []

    def refuse(folder: Path, **how: Any) -> Iterator[object]:
        asked.append(how["force_polling"])
        if len(asked) <= limits:
            raise trouble
        yield "a save"
        how["stop_event"].set()

    monkeypatch.setattr(watchfiles, "watch", refuse)
    told: list[watch.Event] = []
    watch._follow(tmp_path, told.append, threading.Event())
    assert asked == [None, True]
    assert told == [watch.Saved()] if limits == 1 else told == [watch.Deaf(FULL)]
