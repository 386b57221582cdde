"""Exports: other systems read the marks as they are, no mark goes to another student, and a broken one is no zero."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import unicodedata
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from autograder import course as courses
from autograder.classroom import batch, exports, gradescope
from autograder.classroom.exports import ExportError
from autograder.classroom.roster import look_up
from autograder.classroom.store import Store
from autograder.classroom.summary import Summary, summarise
from autograder.cli import commands
from autograder.commands import exit_status
from autograder.judge.results import CheckResult, ExerciseResult, Result

RESULT = Result(
    assignment="a1_first_network",
    submission="somewhere/on/a/disk",
    seed=None,
    status="graded",
    score=1.5,
    max_score=5.0,
    dev_accuracy=0.8815,
    message="",
    exercises=(
        ExerciseResult("relu", 1.0, 1.0, "passed", checks=(CheckResult("positive stays", True),)),
        ExerciseResult(
            "softmax",
            0.5,
            1.0,
            "failed",
            mistake="softmax-over-all",
            message="This is what you get when you divide by the sum over everything.",
            checks=(CheckResult("columns sum to one", False, "They sum to 0.1."), CheckResult("is finite", True)),
        ),
        ExerciseResult("dev_accuracy", 0.0, 3.0, "missing"),
    ),
)


def row(student: str, status: str = "graded", score: float = 1.5) -> Summary:
    return replace(summarise(student, RESULT), status=status, score=score)


def parsed(text: str) -> list[dict[str, str]]:
    assert "\r\n" not in text
    assert text.endswith("\n")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_the_table_has_the_columns_of_the_contract() -> None:
    """First the fixed columns, then one an exercise; the gate's marks do not hide its accuracy."""
    text = exports.grades_csv(iter([row("ada")]))
    assert text.splitlines()[0] == "student,score,max_score,status,dev_accuracy,relu,softmax,dev_accuracy_marks"
    assert text.splitlines()[1] == "ada,1.5,5,graded,0.8815,1,0.5,0"


def test_a_broken_result_is_listed_without_a_mark() -> None:
    """Broken is never a zero: the score is empty here, and other systems do not get a row at all."""
    rows = [row("ada_1"), row("bob_2", "broken", 0.0), row("cy_3", "unreadable", 0.0)]
    listed = parsed(exports.grades_csv(rows))
    assert [(line["student"], line["score"], line["relu"]) for line in listed] == [
        ("ada_1", "1.5", "1"),
        ("bob_2", "", ""),
        ("cy_3", "0", "1"),
    ]
    known = look_up([entry.student for entry in rows]).known
    assert "bob" not in exports.canvas_csv(rows, "Digits", known)
    assert "bob" not in exports.moodle_csv(rows, known, {})
    with pytest.raises(ExportError, match="grader itself is broken"):
        gradescope.results_json(replace(RESULT, status="broken", message="no memory"))


def test_marks_of_two_assignments_are_not_mixed(tmp_path: Path) -> None:
    """A folder into which two assignments were graded gives no marks out: whose would they be?"""
    for student, assignment in (("ada", "a1_first_network"), ("bob", "a2_training_better")):
        result = replace(RESULT, submission=student, assignment=assignment)
        (tmp_path / f"{student}.json").write_text(result.to_json(), encoding="utf-8")
    with pytest.raises(ExportError, match="results of a1_first_network and a2_training_better"):
        exports.graded_class(tmp_path)


def test_an_empty_class_has_a_heading() -> None:
    """No rows are no error."""
    assert exports.grades_csv([]) == "student,score,max_score,status,dev_accuracy\n"
    assert exports.canvas_csv([], "Digits", {}).count("\n") == 2


@pytest.mark.parametrize(
    "name",
    [
        "=1+1",
        "+1",
        "-rf",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "  =1",
        "=cmd|' /C calc'!A0",
        '=HYPERLINK("x","y")',
        "＝1",
    ],
)
def test_no_cell_is_a_formula(name: str) -> None:
    """A name that a spreadsheet would compute has an apostrophe before it, and can still be read."""
    (line,) = parsed(exports.grades_csv([row(name)]))
    assert line["student"] == "'" + name


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_names_come_back_as_they_were(name: str) -> None:
    """Quotes, commas, line breaks and any script survive the table, as one cell."""
    text = exports.cell(name) + "," + exports.cell("next") + "\n"
    ((first, second),) = csv.reader(io.StringIO(text, newline=""), strict=True)
    assert second == "next"
    assert first == name or first == "'" + name


def test_a_name_that_is_no_text_can_be_written() -> None:
    """Undecodable bytes of a folder's name show as their code, so that the table is UTF-8 and names stay apart."""
    text = exports.grades_csv([row("a\udcff"), row("a\udcfe")])
    assert {line["student"] for line in parsed(text.encode().decode())} == {"a\\udcff", "a\\udcfe"}


CANVAS_ROSTER = """\ufeffStudent,ID,SIS User ID,SIS Login ID,Section,Essay (12)
    Points Possible,,,,,10
"Lovelace, Ada",101,s1815,ada,Monday,bob
"Boole, Bob",102,s1864,bob,Monday,102
"Twin, Tim",103,s3,tim,Monday,
"Twin, Tim",104,s4,tom,Monday,
"""
MOODLE_ROSTER = """Identifier,"Full name","ID number","Email address",Grade,"Last modified (grade)","Feedback comments"
"Participant 201","Ada Lovelace",1815,ada@example.org,,-,
"Participant 202","Bob Boole",1864,bob@example.org,5,-,201
"""


def test_students_are_known_by_their_downloads_names() -> None:
    """A class from a bulk download carries its numbers; one login that ends with a number is not taken for one."""
    assert look_up(["lovelaceada_101", "boolebob_102"]).known == {"lovelaceada_101": "101", "boolebob_102": "102"}
    assert look_up(["ada", "bob_2024"]).known == {}
    assert look_up(["lovelaceada_101", "boolebob_999"], CANVAS_ROSTER).known == {"lovelaceada_101": "101"}


@pytest.mark.parametrize("student", ["ada", "ADA", "s1815", "101", "Lovelace, Ada"])
def test_students_are_found_in_a_roster(student: str) -> None:
    """By number, login, school's number or name; not by a mark that happens to read the same."""
    assert look_up([student, "bob"], CANVAS_ROSTER).known == {student: "101", "bob": "102"}


def test_a_mark_never_goes_to_somebody_else() -> None:
    """Who is not known for certain is left out: two of one name, one claimed by two, one that is not listed."""
    assert look_up(["Twin, Tim", "tim", "nobody"], CANVAS_ROSTER).known == {"tim": "103"}
    assert look_up(["ada", "s1815", "bob"], CANVAS_ROSTER).known == {"bob": "102"}
    assert look_up(["ada@example.org", "1864"], MOODLE_ROSTER, "Identifier").known == {
        "ada@example.org": "201",
        "1864": "202",
    }
    with pytest.raises(ExportError, match="Identifier"):
        look_up(["ada"], CANVAS_ROSTER, "Identifier")


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_accents_are_compared_however_they_are_stored(form: Literal["NFC", "NFD"]) -> None:
    """A Mac's zip takes accents apart; the platform's list may do either."""
    other: Literal["NFC", "NFD"] = "NFD" if form == "NFC" else "NFC"
    roster = unicodedata.normalize(form, 'Student,ID\n"Álvarez, José",101\n"Nguyễn, Zoë",102\n')
    student = unicodedata.normalize(other, "Álvarez, José")
    assert look_up([student], roster).known == {student: "101"}
    assert look_up([student], roster).absent == [unicodedata.normalize(form, "Nguyễn, Zoë")]


def test_names_are_found_the_other_way_round() -> None:
    """Canvas writes "Lovelace, Ada", Moodle "Ada Lovelace"; two who then have one name are not told apart."""
    assert look_up(["Ada Lovelace", "Tim Twin"], CANVAS_ROSTER).known == {"Ada Lovelace": "101"}
    assert look_up(["Lovelace, Ada", "bob@example.org"], MOODLE_ROSTER, "Identifier").known == {
        "Lovelace, Ada": "201",
        "bob@example.org": "202",
    }
    both = 'Student,ID\n"Lovelace, Ada",101\nAda Lovelace,102\n'
    assert look_up(["Ada Lovelace"], both).known == {}
    assert look_up(["Ada Lovelace"], both).absent == []


def test_who_handed_in_nothing_is_on_the_roster_only() -> None:
    """By the name of the list, whether the class has names or the numbers of a download."""
    assert look_up(["ada", "Twin, Tim"], CANVAS_ROSTER).absent == ["Boole, Bob"]
    assert look_up(["lovelaceada_101", "x_103", "y_104"], CANVAS_ROSTER).absent == ["Boole, Bob"]
    assert look_up(["1815"], MOODLE_ROSTER, "Identifier").absent == ["Bob Boole"]


def test_comments_are_sentences() -> None:
    """A student reads what was done, or the words of the other reports, and never an id."""
    several = replace(
        row("ada"),
        dev_accuracy=None,
        exercises=(
            ("load_csv", 0.0, 1.0, "missing", False, None),
            ("relu", 0.0, 1.0, "failed", False, "general-transposed"),
            ("one_hot", 0.0, 1.0, "missing", False, None),
            ("softmax", 0.0, 1.0, "timeout", False, None),
            ("dev_accuracy", 0.0, 1.0, "failed", False, None),
        ),
    )
    assert exports.comment(several, {}) == (
        "1.5 of 5 points. To be written: load_csv, one_hot. Not right yet: relu. Does not end: softmax. "
        "Not reached yet: dev_accuracy."
    )
    assert exports.comment(replace(several, status="unreadable", message="It is empty."), {}) == (
        "1.5 of 5 points. It is empty."
    )


def test_a_number_is_one_students() -> None:
    """Two who would have one number: neither gets it, by name or by roster, and both are named."""
    students = ["lovelaceada_101", "z_101", "boolebob_102"]
    for roster in ("", CANVAS_ROSTER):
        assert look_up(students, roster).known == {"boolebob_102": "102"}
        assert look_up(students, roster).rivals == ["lovelaceada_101", "z_101"]
    assert look_up(["ada", "s1815", "bob"], CANVAS_ROSTER).rivals == ["ada", "s1815"]
    assert look_up(["ada", "nobody", "Twin, Tim"], CANVAS_ROSTER).rivals == []
    assert look_up(["_66", "boolebob_102"]).known == {"_66": "66", "boolebob_102": "102"}


def test_canvas_reads_the_table() -> None:
    """The columns are those that Canvas demands, in its order, with the points possible below."""
    rows = [row("ada"), row("zoe")]
    lines = exports.canvas_csv(rows, "Digits (4711)", look_up(["ada", "zoe"], CANVAS_ROSTER).known).splitlines()
    assert lines == [
        "Student,ID,SIS User ID,SIS Login ID,Section,Digits (4711)",
        '"    Points Possible",,,,,5',
        "ada,101,,,,1.5",
        "zoe,,zoe,zoe,,1.5",
    ]


def test_moodle_reads_the_table() -> None:
    """Identifier, grade and time of change are there under the names that Moodle looks for; comments are no HTML."""
    rows = [replace(row("Ada Lovelace_201"), message="<script>"), row("Bob_202")]
    explained = {"softmax-over-all": "You divide by the sum of the whole matrix."}
    first, second = parsed(exports.moodle_csv(rows, look_up([entry.student for entry in rows]).known, explained))
    assert first["Identifier"] == "Participant 201"
    assert first["Full name"] == "Ada Lovelace"
    assert (first["Grade"], first["Maximum Grade"], first["Last modified (grade)"]) == ("1.5", "5", "-")
    assert "&lt;script&gt;" in first["Feedback comments"]
    assert second["Feedback comments"].endswith(
        "softmax: You divide by the sum of the whole matrix. Waits for the others: dev_accuracy."
    )
    assert parsed(exports.moodle_csv([row("unknown")], {}, {})) == []


def test_moodle_finds_the_participant_of_each_feedback_page() -> None:
    """The importer splits a folder's name at underscores and wants number and plugin as second, third and fourth."""
    pages = [("Ada_M Lovelace_201", b"<p>1</p>"), ("unknown", b"<p>2</p>")]
    stream = io.BytesIO()
    exports.moodle_feedback(iter(pages), {"Ada_M Lovelace_201": "201"}, stream)
    with zipfile.ZipFile(stream) as archive:
        (name,) = archive.namelist()
        assert archive.read(name) == b"<p>1</p>"
    folder, file = name.split("/")
    assert folder.split("_", 4)[1:] == ["201", "assignsubmission", "file", ""]
    assert file == "feedback.html"


def test_gradescope_reads_the_result() -> None:
    """Every exercise is a test with its marks, its status and what to mend, as text."""
    data = json.loads(gradescope.results_json(RESULT))
    assert data["score"] == 1.5
    assert sum(test["score"] for test in data["tests"]) == data["score"]
    assert [test["status"] for test in data["tests"]] == ["passed", "failed", "failed"]
    assert "sum over everything" in data["tests"][1]["output"]
    assert "-- columns sum to one" in data["tests"][1]["output"]
    assert {test["output_format"] for test in data["tests"]} == {"text"}
    assert "seed" not in json.dumps(data)
    unreadable = json.loads(gradescope.results_json(replace(RESULT, status="unreadable", message="No \udcff code.")))
    assert unreadable["output"] == "No ? code."


@pytest.fixture(scope="module")
def autograder_zip() -> bytes:
    stream = io.BytesIO()
    gradescope.autograder_zip(courses.load(), "a1_first_network", 7, stream, sandbox="none")
    return stream.getvalue()


def test_the_gradescope_zip_has_all_that_is_needed(autograder_zip: bytes) -> None:
    """The two scripts lie at the top and are executable, the course is complete, and nothing of this machine is in."""
    with zipfile.ZipFile(io.BytesIO(autograder_zip)) as archive:
        names = archive.namelist()
        for name in ("setup.sh", "run_autograder"):
            assert archive.getinfo(name).external_attr >> 16 & 0o111
        everything = b"".join(archive.read(name) for name in names if not name.endswith(".gz"))
    assert {"course/course.toml", "course/pyproject.toml", "course/solutions/a1_first_network.py"} <= set(names)
    assert {"course/autograder/cli.py", "course/data/mnist_train.csv.gz"} <= set(names)
    assert not [name for name in names if "__pycache__" in name or "/." in name]
    assert str(courses.find_root()).encode() not in everything


def test_the_gradescope_zip_is_reproducible(autograder_zip: bytes) -> None:
    """The same course and seed give the same bytes."""
    again = io.BytesIO()
    gradescope.autograder_zip(courses.load(), "a1_first_network", 7, again, sandbox="none")
    assert again.getvalue() == autograder_zip


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
@pytest.mark.parametrize("script", [gradescope.SETUP, gradescope.RUN], ids=["setup", "run"])
def test_the_scripts_are_bash(script: str) -> None:
    """Gradescope runs them as they are."""
    assert script.startswith("#!/usr/bin/env bash\n")
    subprocess.run(["bash", "-n"], input=script.encode(), check=True)


def test_a_zip_of_half_a_course_is_not_made(tmp_path: Path) -> None:
    """What would fail in Gradescope's container fails here, with the file's name."""
    course = replace(courses.load(), root=tmp_path)
    (tmp_path / "LICENSE").touch()
    with pytest.raises(ExportError, match=r"README\.md is missing"):
        gradescope.autograder_zip(course, "a1_first_network", 7, io.BytesIO())


@pytest.fixture
def container(tmp_path: Path) -> Path:
    """Gradescope's folder, as far as the grader looks at it, with the reference as the submission."""
    for name in ("source", "results", "submission"):
        (tmp_path / name).mkdir()
    order = {"assignment": "a1_first_network", "seed": 7, "sandbox": "none"}
    (tmp_path / "source" / "order.json").write_text(json.dumps(order), encoding="utf-8")
    shutil.copy(courses.find_root() / "solutions" / "a1_first_network.py", tmp_path / "submission")
    return tmp_path


def test_gradescope_gets_the_marks(container: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What lies in the container is graded with the secret seed, and the results are where Gradescope looks."""
    seen: list[tuple[batch.Order, set[str]]] = []

    def grade(order: batch.Order, handed: batch.Handed) -> batch.Graded:
        seen.append((order, set(handed.files)))
        return batch.Graded(RESULT, 1.0)

    monkeypatch.setattr(batch, "grade_handed", grade)
    assert gradescope.grade_in_container(container) == 0
    ((order, files),) = seen
    assert order.run.seed == 7
    assert order.sandbox == "none"
    assert files == {"a1_first_network.py"}
    assert json.loads((container / "results" / "results.json").read_text(encoding="utf-8"))["score"] == 1.5


def test_gradescope_gets_no_marks_from_a_broken_grader(
    container: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A broken grading is tried again, and then leaves no results, which Gradescope shows as a failure of its own."""
    tries: list[int] = []

    def grade(order: batch.Order, handed: batch.Handed) -> batch.Graded:
        tries.append(1)
        return batch.Graded(replace(RESULT, status="broken", message="no memory"), 1.0)

    monkeypatch.setattr(batch, "grade_handed", grade)
    assert gradescope.grade_in_container(container) == 3
    assert len(tries) == batch.ATTEMPTS
    assert os.listdir(container / "results") == []
    assert "no memory" in capsys.readouterr().err


def test_gradescope_gets_no_marks_where_they_cannot_be_written(
    container: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line and the status of a broken grader, whatever the container lacks."""
    monkeypatch.setattr(batch, "grade_handed", lambda order, handed: batch.Graded(RESULT, 1.0))
    (container / "results").rmdir()
    assert gradescope.grade_in_container(container) == 3
    assert len(capsys.readouterr().err.strip().splitlines()) == 1

    def no_course() -> None:
        raise courses.CourseError("No course.toml.")

    monkeypatch.setattr(gradescope, "load", no_course)
    assert gradescope.grade_in_container(container) == 3
    assert capsys.readouterr().err == "No course.toml.\n"


def test_a_summary_keeps_what_tables_need() -> None:
    """Name, marks, status and mistake of each exercise, under the student's exact name."""
    summary = summarise("=ada", RESULT)
    assert summary.student == "=ada"
    assert summary.exercises[1] == ("softmax", 0.5, 1.0, "failed", False, "softmax-over-all")


# The commands


def results_of(folder: Path, **students: str) -> Path:
    """A results folder as a class run leaves it: name=status."""
    folder.mkdir()
    for student, status in students.items():
        result = replace(RESULT, submission=student, status=status)
        (folder / f"{student}.json").write_text(result.to_json(), encoding="utf-8")
        (folder / f"{student}.html").write_text(f"<p>{student}", encoding="utf-8")
    return folder


def typed(*words: str | Path) -> tuple[int, str]:
    """The exit status and all that a command says."""
    result = CliRunner().invoke(commands, ["export", *map(str, words)], prog_name="autograder")
    return result.exit_code, result.output


def test_the_command_writes_canvas_table(tmp_path: Path) -> None:
    """`export canvas` reads the results folder and writes what Canvas imports."""
    results = results_of(tmp_path / "results", ada_101="graded", bob_102="unreadable")
    assert typed("canvas", results, "--to", tmp_path / "c.csv", "--title", "Digits (7)")[0] == exit_status.PASSED
    lines = parsed((tmp_path / "c.csv").read_text(encoding="utf-8"))
    assert [(line["ID"], line["Digits (7)"]) for line in lines] == [("", "5"), ("101", "1.5"), ("102", "1.5")]


def test_the_command_names_whom_it_leaves_out(tmp_path: Path) -> None:
    """A broken result, and a student whom the platform does not know, are named, and the exit status is 1."""
    results = results_of(tmp_path / "results", ada_101="graded", bob_102="broken", cy_103="graded")
    roster = tmp_path / "worksheet.csv"
    roster.write_text("Identifier,Full name\nParticipant 101,Ada\nParticipant 102,Bob\n", encoding="utf-8-sig")
    status, says = typed("moodle", results, "--to", tmp_path / "m.csv", "--roster", roster)
    assert status == exit_status.NOT_PASSED
    assert "the grading broke: bob_102" in says
    assert "not known of: cy_103" in says
    lines = parsed((tmp_path / "m.csv").read_text(encoding="utf-8"))
    assert [line["Identifier"] for line in lines] == ["Participant 101"]


@pytest.mark.parametrize("platform", ["canvas", "moodle"])
def test_the_command_names_who_has_anothers_number(tmp_path: Path, platform: str) -> None:
    """Of two with one number neither is in the table; one line names them, and the exit status is 1."""
    results = results_of(tmp_path / "results", ada_101="graded", z_101="graded", cy_103="graded")
    words = ("--title", "T") if platform == "canvas" else ("--feedback", tmp_path / "f.zip")
    status, says = typed(platform, results, "--to", tmp_path / "t.csv", *words)
    assert status == exit_status.NOT_PASSED
    assert says.splitlines()[1:] == ["Left out, because somebody else has the same number: ada_101, z_101"]
    text = (tmp_path / "t.csv").read_text(encoding="utf-8")
    assert "103" in text
    assert "101" not in text
    if platform == "moodle":
        with zipfile.ZipFile(tmp_path / "f.zip") as archive:
            assert archive.namelist() == ["Participant_103_assignsubmission_file_/feedback.html"]


def noted(results: Path, *students: str, finished: bool = True) -> Path:
    """The folder with a note of its last run, as a class run leaves it."""
    store = Store(results)
    store.names = {student: student for student in students}
    store.note_class(finished)
    return results


def canvas_rows(path: Path) -> list[str]:
    return [line["Student"] for line in parsed(path.read_text(encoding="utf-8"))][1:]


def test_who_is_gone_is_not_exported(tmp_path: Path) -> None:
    """The table has the class of the last run; one line names the results left of others, damaged ones too."""
    results = results_of(tmp_path / "results", ada_101="graded", bert_102="graded", cleo_103="graded")
    (results / "bert_102.json").write_text("{", encoding="utf-8")
    noted(results, "ada_101")
    status, says = typed("canvas", results, "--to", tmp_path / "c.csv", "--title", "T")
    assert (status, canvas_rows(tmp_path / "c.csv")) == (exit_status.PASSED, ["ada_101"])
    assert "the class of the last run does not have them (2): bert_102, cleo_103" in says


def test_a_part_is_not_given_out_as_the_class(tmp_path: Path) -> None:
    """After a run that was stopped one line counts who is still to be graded, and the exit status is 1."""
    results = noted(results_of(tmp_path / "results", ada_101="graded"), "ada_101", "bob_102", "cy_103", finished=False)
    roster = tmp_path / "gradebook.csv"
    roster.write_text("Student,ID\nAda,101\nBob,102\nCy,103\nAbe,104\n", encoding="utf-8")
    status, says = typed("canvas", results, "--to", tmp_path / "c.csv", "--title", "T", "--roster", roster)
    assert (status, canvas_rows(tmp_path / "c.csv")) == (exit_status.NOT_PASSED, ["ada_101"])
    assert says.splitlines() == [
        f"{tmp_path / 'c.csv'} written, with 1 of 3 students.",
        "This is not the whole class, because its grading has not come to its end: 2 of 3 have no result yet (bob_102, "
        "cy_103). Now give the same `autograder grade` command again, and export when it is done.",
        "On the list of students, with nothing handed in (1): Abe",
    ]
    noted(results, "ada_101", finished=False)
    status, says = typed("canvas", results, "--to", tmp_path / "c.csv", "--title", "T")
    assert status == exit_status.NOT_PASSED
    assert "some marks may be older than what was handed in" in says
    (results / "ada_101.json").unlink()
    assert "holds no results yet" in typed("canvas", results, "--to", tmp_path / "c.csv", "--title", "T")[1]


def test_a_zero_for_what_could_not_be_read_is_told(tmp_path: Path) -> None:
    """Nobody uploads such a 0 unaware; of many the first are named, and the exit status stays 0."""
    results = results_of(tmp_path / "results", ada_1="graded", **{f"x_{at}": "unreadable" for at in range(11, 23)})
    status, says = typed("canvas", results, "--to", tmp_path / "c.csv", "--title", "T")
    assert status == exit_status.PASSED
    (line,) = says.splitlines()[1:]
    assert line.startswith("Given 0 marks, because nothing could be read (12): x_11, x_12")
    assert line.endswith("x_20 and 2 more")


def test_canvas_is_not_left_to_guess_unnoticed(tmp_path: Path) -> None:
    """Without Canvas's ids a line says so; with its list, who is not in it makes the exit status 1."""
    results = results_of(tmp_path / "results", ada="graded", nobody="graded")
    words = ("canvas", results, "--to", tmp_path / "c.csv", "--title", "T")
    status, says = typed(*words)
    assert status == exit_status.PASSED
    assert "No Canvas ID is known" in says
    assert says.endswith("of that name (2): ada, nobody\n")
    roster = tmp_path / "gradebook.csv"
    roster.write_text(CANVAS_ROSTER, encoding="utf-8")
    status, says = typed(*words, "--roster", roster)
    assert status == exit_status.NOT_PASSED
    assert f"Not found in {roster}, so Canvas looks for a login or SIS ID of that name: nobody\n" in says
    roster.write_text("", encoding="utf-8")
    assert "is empty" in typed(*words, "--roster", roster)[1]


def test_an_export_of_nobody_is_not_written(tmp_path: Path) -> None:
    """Where no student could have a row there is no table, and the lines say so and why."""
    results = results_of(tmp_path / "results", ada="graded")
    status, says = typed("moodle", results, "--to", tmp_path / "m.csv", "--feedback", tmp_path / "f.zip")
    assert status == exit_status.NOT_PASSED
    first, second = says.splitlines()
    assert first == f"{tmp_path / 'm.csv'} is not written, as nobody would be in it."
    assert second == "With --roster give Moodle's grading worksheet, as Moodle's number is not known of: ada"
    assert [path.name for path in tmp_path.iterdir()] == ["results"]


def test_the_command_gives_moodle_the_catalogues_sentences(tmp_path: Path) -> None:
    """The comments hold what was done, and no id."""
    results = results_of(tmp_path / "results", ada_101="graded")
    assert typed("moodle", results, "--to", tmp_path / "m.csv")[0] == exit_status.PASSED
    text = (tmp_path / "m.csv").read_text(encoding="utf-8")
    assert "softmax: You divide by the sum of the whole matrix." in text
    assert "softmax-over-all" not in text


def test_the_command_packs_the_pages_for_moodle(tmp_path: Path) -> None:
    """With --feedback each student's page goes into Moodle's folder of theirs."""
    results = results_of(tmp_path / "results", ada_101="graded", bob_102="graded")
    words = ("moodle", results, "--to", tmp_path / "m.csv", "--feedback", tmp_path / "f.zip")
    assert typed(*words)[0] == exit_status.PASSED
    with zipfile.ZipFile(tmp_path / "f.zip") as archive:
        assert archive.read("Participant_102_assignsubmission_file_/feedback.html") == b"<p>bob_102"
    (results / "ada_101.html").unlink()
    assert "ada_101.html is missing" in typed(*words)[1]


def test_the_command_builds_gradescope_zip(tmp_path: Path) -> None:
    """`export gradescope` writes an autograder with a seed that nobody has typed."""
    first, second = tmp_path / "a.zip", tmp_path / "b.zip"
    assert [typed("gradescope", "--to", path)[0] for path in (first, second)] == [0, 0]
    orders = []
    for path in (first, second):
        with zipfile.ZipFile(path) as archive:
            orders.append(json.loads(archive.read("order.json"))["seed"])
    assert orders[0] != orders[1]


@pytest.mark.parametrize(
    ("content", "says"), [(None, "holds no results"), ("{}", "is no result"), ("[", "is no result")]
)
def test_a_folder_without_results_is_refused(tmp_path: Path, content: str | None, says: str) -> None:
    """What is no results folder is refused in one line, and nothing is written."""
    if content is not None:
        (tmp_path / "ada.json").write_text(content, encoding="utf-8")
    status, output = typed("canvas", tmp_path, "--to", tmp_path / "c.csv", "--title", "T")
    assert (status, says in output, output.count("\n")) == (exit_status.USAGE, True, 1)
    assert not (tmp_path / "c.csv").exists()
