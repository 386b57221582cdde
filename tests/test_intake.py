"""Intake: whatever a class hands in, each student has one entry, and nothing but plain bytes comes through."""

from __future__ import annotations

import io
import json
import os
import pickle
import stat
import struct
import sys
import tracemalloc
import unicodedata
import warnings
import zipfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.classroom import intake, platforms, selection, trees
from autograder.classroom.intake import Handed, IntakeError, entries
from autograder.classroom.names import MAX_BYTES, file_name, file_names, folded
from autograder.student import source
from autograder.student.source import MAX_FILE_BYTES

NAME = "a1_first_network"
FILE = f"{NAME}.py"
CODE = b"def relu(Z):\n    return Z * (Z > 0)\n"
OTHER = b"def relu(Z):\n    return Z\n"

needs_posix = pytest.mark.skipif(os.name == "nt", reason="links, pipes and such names need a POSIX system")


def write(path: Path, data: bytes = CODE) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def read(path: Path) -> dict[str, Handed]:
    """All that was handed in, by student; each student once."""
    found = [entry.read() for entry in entries(path, NAME)]
    assert [handed.student for handed in found] == sorted({handed.student for handed in found})
    for handed in found:
        assert "\n" not in handed.trouble
        assert not (handed.trouble and handed.files)
    return {handed.student: handed for handed in found}


Member = tuple[str | zipfile.ZipInfo, bytes]


def zipped(*members: Member, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive with these members, in this order, whatever their names."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that a name stands in it twice is meant
        for name, data in members:
            archive.writestr(name, data)
    return stream.getvalue()


def special(name: str, mode: int) -> zipfile.ZipInfo:
    """A member that a Unix system would unpack as a link or a device."""
    info = zipfile.ZipInfo(name)
    info.create_system = 3
    info.external_attr = mode << 16
    return info


def dated(name: str, *date: int) -> zipfile.ZipInfo:
    return zipfile.ZipInfo(name, (*date, 12, 0, 0))  # type: ignore[arg-type]


# Layouts


def test_nbgrader_layout(tmp_path: Path) -> None:
    """Each folder under submitted/ is a student by its exact name; its time stamp is nbgrader's, and no part of it."""
    write(tmp_path / "ada" / NAME / FILE)
    write(tmp_path / "ada" / NAME / "timestamp.txt", b"2024-03-01 10:00:00.250000 UTC")
    write(tmp_path / "bob" / "another" / FILE)
    write(tmp_path / "=cmd|'-C calc'!A0" / NAME / FILE)
    found = read(tmp_path)
    assert set(found) == {"ada", "bob", "=cmd|'-C calc'!A0"}
    assert found["ada"].files == {FILE: CODE}
    assert found["ada"].handed_at == datetime(2024, 3, 1, 10, 0, 0, 250000, tzinfo=UTC).timestamp()
    assert found["bob"].trouble.endswith(f"holds no {NAME}.ipynb or {NAME}.py. There is only: another/.")
    assert found["=cmd|'-C calc'!A0"].files == {FILE: CODE}


def test_one_students_other_assignment_is_not_taken_for_this_one(tmp_path: Path) -> None:
    """In nbgrader's layout, of which one folder is a sign, a student without the assignment has handed in nothing."""
    write(tmp_path / "ada" / NAME / FILE)
    for student in ("bob", "cleo"):
        write(tmp_path / student / "a2_training_better" / "a2_training_better.py")
    found = read(tmp_path)
    assert found["ada"].files == {FILE: CODE}
    assert "holds no" in found["bob"].trouble
    assert "holds no" in found["cleo"].trouble


@needs_posix
@pytest.mark.parametrize(
    "name", ["-rf", "class", "CON", "new\nline", "../x"[3:] + ".", "é", "e\u0301", "a" * 200, ".dot"]
)
def test_any_folder_name_is_a_student(tmp_path: Path, name: str) -> None:
    """A name is data: options, reserved names, line breaks and leading dots are students like others."""
    write(tmp_path / name / NAME / FILE)
    write(tmp_path / "zoe" / NAME / FILE)
    found = read(tmp_path)
    assert set(found) == {name, "zoe"}
    assert found[name].files == {FILE: CODE}


@needs_posix
def test_a_name_that_is_no_text_is_a_student(tmp_path: Path) -> None:
    """Undecodable bytes in a folder's name are kept, and have a file name."""
    folder = os.fsencode(tmp_path) + b"/\xff\xfe"
    try:
        os.mkdir(folder)
    except OSError:
        pytest.skip("this file system wants names that are text")
    (student,) = read(tmp_path)
    assert os.fsencode(student) == b"\xff\xfe"
    file_name(student).encode()


def test_folders_and_files_without_the_assignments_folder(tmp_path: Path) -> None:
    """A folder a student, a notebook a student and a zip a student, mixed."""
    write(tmp_path / "ada" / "anything.py")
    write(tmp_path / "bob.py")
    write(tmp_path / "cy.zip", zipped((f"work/{FILE}", OTHER), ("__MACOSX/work/._x.py", b"\0")))
    write(tmp_path / "README.md")
    found = read(tmp_path)
    assert {name: handed.files for name, handed in found.items()} == {
        "ada": {"anything.py": CODE},
        "bob": {"bob.py": CODE},
        "cy": {FILE: OTHER},
    }


CANVAS = {
    "lovelaceada_101_9001_a1_first_network-2.py": CODE,
    "lovelaceada_101_9000_a1_first_network-1.py": OTHER,
    "lovelaceada_101_8000_a1_first_network.py": OTHER,
    "lovelaceada_101_9002_digits-1.csv": b"label\n",
    "boolegeorge_LATE_102_9003_a1_first_network.ipynb": b"{}",
    "boolegeorge_103_9004_work.py": CODE,
    "anon_x7Kp2_9005_a1_first_network.py": CODE,
    "hoppergrace_104_9006_homework-3.zip": zipped((FILE, CODE)),
    "turingalan_105_text.html": b"<p>sorry</p>",
}
MOODLE = {
    "Ada Lovelace_201_assignsubmission_file_/a1_first_network.py": CODE,
    "Ada Lovelace_201_assignsubmission_onlinetext_/onlinetext.html": b"<p>see file</p>",
    "George Boole_202_assignsubmission_file/a1_first_network.ipynb": b"{}",
    "Grace_M Hopper_203_assignsubmission_file_homework.py": CODE,
    "Participant_204_assignsubmission_onlinetext_onlinetext.html": b"<p>later</p>",
}
METADATA = b"""---
submission_301:
  :submitters:
  - :name: Ada Lovelace
    :sid: '1815'
    :email: ada@example.org
  :created_at: 2024-09-02 12:33:43.500000000 Z
  :score:
  :history:
  - :id: 299
    :created_at: 2024-09-01 10:00:00.000000000 Z
submission_302:
  :submitters:
  - :name: "Grace \\"Amazing\\" Hopper"
    :sid:
    :email: grace@example.org
  - :name: George O'Boole
    :sid: ''
    :email: ''
  :created_at: !ruby/object:ActiveSupport::TimeWithZone
    utc: 2024-09-03 12:00:00.000000000 Z
submission_303:
  :submitters:
  - :name: Ada Lovelace
    :sid: '1815'
    :email: ada@example.org
  :created_at: 2024-09-05 12:00:00.000000000 Z
submission_304:
  :submitters:
  - :name: Alan Turing
    :sid: '1912'
"""
GRADESCOPE = {
    "assignment_77_export/submission_metadata.yml": METADATA,
    "assignment_77_export/submission_301/a1_first_network.py": OTHER,
    "assignment_77_export/submission_302/work/a1_first_network.py": OTHER,
    "assignment_77_export/submission_303/a1_first_network.py": CODE,
}
BLACKBOARD = {
    "a1_ada_attempt_2024-01-30-20-00-00_a1_first_network.py": OTHER,
    "a1_ada_attempt_2024-01-30-20-30-10_a1_first_network.py": CODE,
    "a1_ada_attempt_2024-01-30-20-30-10.txt": b"Name: Ada",
}
INBOUND = {
    f"ada+{NAME}+2024-01-30 20:00:00 UTC/{FILE}": OTHER,
    f"ada+{NAME}+2024-01-30 21:30:10.5 UTC+x9/{FILE}": CODE,
}


@pytest.fixture(params=["folder", "zip", "zip with a folder around"])
def laid_out(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[Mapping[str, bytes]], dict[str, Handed]]:
    """Reads files laid out as a folder, as an archive, and as an archive with one folder around everything."""

    def lay_out(files: Mapping[str, bytes]) -> dict[str, Handed]:
        if request.param == "folder":
            for name, data in files.items():
                write(tmp_path / "class" / name, data)
            return read(tmp_path / "class")
        around = "submissions/" if "around" in request.param else ""
        return read(write(tmp_path / "class.zip", zipped(*((around + name, data) for name, data in files.items()))))

    return lay_out


Reader = Callable[[Mapping[str, bytes]], dict[str, Handed]]


def test_canvas(laid_out: Reader) -> None:
    """Canvas: name and user id are the student, the last upload of a name counts, and files have their names again."""
    found = laid_out(CANVAS)
    assert set(found) == {
        "lovelaceada_101", "boolegeorge_102", "boolegeorge_103", "anon_x7Kp2", "hoppergrace_104", "turingalan_105",
    }  # fmt: skip
    assert found["lovelaceada_101"].files == {FILE: CODE, "digits-1.csv": b"label\n"}
    assert found["boolegeorge_102"].files == {f"{NAME}.ipynb": b"{}"}
    assert found["boolegeorge_103"].files == {"work.py": CODE}
    assert found["anon_x7Kp2"].files == {FILE: CODE}
    assert found["hoppergrace_104"].files == {FILE: CODE}
    assert "holds no" in found["turingalan_105"].trouble


def test_moodle(laid_out: Reader) -> None:
    """Moodle: folders or flat files, of either age; a text beside a file does not take its place."""
    found = laid_out(MOODLE)
    assert found["Ada Lovelace_201"].files == {FILE: CODE}
    assert found["George Boole_202"].files == {f"{NAME}.ipynb": b"{}"}
    assert found["Grace_M Hopper_203"].files == {"homework.py": CODE}
    assert "holds no" in found["Participant_204"].trouble
    assert len(found) == 4


def test_gradescope(laid_out: Reader) -> None:
    """Gradescope: the metadata tells the students and times, groups share, the latest counts, a lost folder shows."""
    found = laid_out(GRADESCOPE)
    assert set(found) == {"1815", "grace@example.org", "George O'Boole", "1912"}
    assert found["1815"].files == {FILE: CODE}
    assert found["1815"].handed_at == datetime(2024, 9, 5, 12, tzinfo=UTC).timestamp()
    assert found["grace@example.org"].files == found["George O'Boole"].files == {FILE: OTHER}
    assert found["grace@example.org"].handed_at == datetime(2024, 9, 3, 12, tzinfo=UTC).timestamp()
    assert "submission_304" in found["1912"].trouble


@pytest.mark.parametrize("files", [BLACKBOARD, INBOUND], ids=["Blackboard", "nbgrader's exchange"])
def test_attempts_with_time_stamps(laid_out: Reader, files: Mapping[str, bytes]) -> None:
    """Of several attempts the latest counts, and its time is kept."""
    found = laid_out(files)
    assert set(found) == {"ada"}
    assert found["ada"].files == {FILE: CODE}
    assert found["ada"].handed_at is not None
    assert found["ada"].handed_at >= datetime(2024, 1, 30, 20, 30, 10, tzinfo=UTC).timestamp()


HONEST = {
    "Canvas": ("lovelaceada_101_5001_a1_first_network.py", "malloryeve_66_5002_", "lovelaceada_101", "malloryeve_66"),
    "Canvas, late": ("lovelaceada_101_5001_work.py", "malloryeve_LATE_66_5002_", "lovelaceada_101", "malloryeve_66"),
    "Canvas, accents": ("अमृता_101_5001_work.py", "अमृताे\u0301_66_5002_", "अमृता_101", "अमृताे\u0301_66"),
    "Canvas, no name": ("lovelaceada_101_5001_work.py", "_66_5002_", "lovelaceada_101", "_66"),
    "Canvas, anonymous": ("anon_x7Kp2_5001_work.py", "anon_b9Rt4_5002_", "anon_x7Kp2", "anon_b9Rt4"),
    "Moodle": ("ada_101_assignsubmission_file_work.py", "eve_66_assignsubmission_file_", "ada_101", "eve_66"),
    "Blackboard": ("HW1_ada_attempt_2025-01-10-10-00-00_work.py", "HW1_eve_attempt_2025-01-10-09-00-00_", "ada", "eve"),
    "Blackboard, _": (
        "HW_ada_attempt_2025-01-10-10-00-00_work.py",
        "HW_eve__attempt_2025-01-10-09-00-00_",
        "ada",
        "eve_",
    ),
}
FORGED = [
    "z_101_assignsubmission_file_a1_first_network.py",
    "ada_101_assignsubmission_file_",
    "x_ada_attempt_2030-01-01-00-00-00_a1_first_network.py",
    "x_ada_attempt_2030-01-01-00-00-00.txt",
    "lovelaceada_101_9999_a1_first_network.py",
    "101_9999_a1_first_network.py",
    "anon_x7Kp2_9999_work.py",
    "ada.py",
]


@pytest.mark.parametrize("forged", FORGED)
@pytest.mark.parametrize("platform", HONEST)
def test_a_file_name_takes_nobodys_place(laid_out: Reader, platform: str, forged: str) -> None:
    """Whose a file is tells the platform's part of its name: the student's may look like anything, in any number."""
    file, prefix, ada, eve = HONEST[platform]
    many = {prefix.replace("5002", str(number)) + f"{number}_{forged}": OTHER for number in range(6000, 6020)}
    found = laid_out({file: CODE, prefix + forged: OTHER, **many})
    assert set(found) == {ada, eve}
    assert set(found[ada].files.values()) == {CODE}


@pytest.mark.parametrize("forged", FORGED)
@pytest.mark.parametrize("platform", HONEST)
def test_nor_in_a_download_of_one_student(tmp_path: Path, platform: str, forged: str) -> None:
    """Where all names look like another platform's, the one whose part ends first has written them."""
    _, prefix, _, eve = HONEST[platform]
    write(tmp_path / (prefix + forged))
    assert set(read(tmp_path)) == {eve}


def test_a_file_name_makes_no_platform(laid_out: Reader) -> None:
    """Among files that are called as students like, one that looks like a platform's is read as the others are."""
    forged = "x_ada_attempt_2030-01-01-00-00-00_work"
    found = laid_out({"ada.py": CODE, "bob.py": CODE, f"{forged}.py": OTHER, "a_1_2_readme.md": b""})
    assert set(found) == {"ada", "bob", forged}
    assert found["ada"].files == {"ada.py": CODE}


def test_names_in_moodles_folder_are_no_students(laid_out: Reader) -> None:
    """A download of one student, with several files: they are that student's, whatever they are called."""
    names = ("ada_101_assignsubmission_file_work.py", "lovelaceada_101_5001_work.py", "submission_metadata.yml")
    found = laid_out({f"Eve_66_assignsubmission_file_/{name}": OTHER for name in names})
    assert set(found) == {"Eve_66"}


def test_numbers_in_the_name_of_an_assignment(laid_out: Reader) -> None:
    """Blackboard's names begin with the assignment's, which may look like Canvas's numbers."""
    names = ("ada_attempt_2025-01-10-10-00-00", "bob_attempt_2025-01-10-10-00-00")
    found = laid_out({f"lab_2_1_{name}{end}": CODE for name in names for end in (".txt", f"_{FILE}")})
    assert set(found) == {"ada", "bob"}
    assert found["ada"].files[FILE] == CODE


def test_what_others_added_to_a_download_does_not_change_it(laid_out: Reader) -> None:
    """A file that came by mail, beside those of a platform, is read by its name, and they are read as before."""
    found = laid_out({**CANVAS, "late.py": OTHER, "notes.txt": b"", "index.html": b""})
    assert found["late"].files == {"late.py": OTHER}
    assert found["lovelaceada_101"].files[FILE] == CODE
    assert len(found) == 7


def test_nbgrader_collects_from_whom_the_platform_says(tmp_path: Path) -> None:
    """For `nbgrader zip_collect` too the platform's part counts, of the outermost name that has one."""
    moodle = "moodle/Eve_66_assignsubmission_file_/x_ada_attempt_2030-01-01-00-00-00_a1.ipynb"
    names = ("lovelaceada_101_5001_a1.ipynb", "eve_66_5002_z_101_assignsubmission_file_a1.ipynb")
    paths = [write(tmp_path / "course_1_2_x" / place) for place in (moodle, *(f"canvas/{name}" for name in names))]
    found = [platforms.owner(path, tmp_path / "course_1_2_x") for path in paths]
    assert found == [
        ("Eve_66", "x_ada_attempt_2030-01-01-00-00-00_a1.ipynb"),
        ("lovelaceada_101", "a1.ipynb"),
        ("eve_66", "z_101_assignsubmission_file_a1.ipynb"),
    ]
    assert platforms.owner(write(tmp_path / "more" / "ada.ipynb"), tmp_path / "more") is None


def test_a_students_own_note_of_the_time_is_not_believed(laid_out: Reader) -> None:
    """The gradebook reckons who is late: in a platform's download a time stamp would be the student's own."""
    note = b"2001-01-01 00:00:00 UTC"
    for files in (MOODLE, GRADESCOPE):
        folders = {name.rpartition("/")[0] for name in files if name.endswith(FILE)}
        found = laid_out({**files, **{f"{folder}/timestamp.txt": note for folder in folders if folder}})
        assert platforms.parsed_time(note.decode()) not in {handed.handed_at for handed in found.values()}


def test_zip_of_zips(laid_out: Reader) -> None:
    """A zip a student, in a folder or in another zip; an archive in that is not opened."""
    deep = zipped(("inner.zip", zipped((FILE, CODE))))
    found = laid_out({"ada.zip": zipped((FILE, CODE)), "bob.zip": deep, "cy.zip": b"PK, but no zip"})
    assert found["ada"].files == {FILE: CODE}
    assert "archives" in found["bob"].trouble
    assert "no zip archive" in found["cy"].trouble


def test_a_zip_with_one_student_is_not_taken_for_a_folder_around_everything(tmp_path: Path) -> None:
    """A class of one keeps the student's name."""
    assert set(read(write(tmp_path / "1.zip", zipped((f"ada/{NAME}/{FILE}", CODE))))) == {"ada"}
    assert set(read(write(tmp_path / "2.zip", zipped((f"ada/{FILE}", CODE))))) == {"ada"}
    assert set(read(write(tmp_path / "3.zip", zipped((f"submitted/ada/{NAME}/{FILE}", CODE))))) == {"ada"}


def test_names_in_archives_that_are_utf8_without_saying_so(tmp_path: Path) -> None:
    """macOS writes UTF-8 without the flag; the student's name is right all the same."""
    archive = bytearray(zipped(("Zoë/a1_first_network.py", CODE), ("Åsa/a1_first_network.py", CODE)))
    for mark, at in ((b"PK\1\2", 8), (b"PK\3\4", 6)):
        place = archive.find(mark)
        while place >= 0:
            struct.pack_into("<H", archive, place + at, 0)
            place = archive.find(mark, place + 4)
    assert set(read(write(tmp_path / "class.zip", bytes(archive)))) == {"Zoë", "Åsa"}


def test_backslashes_in_archives_are_separators(tmp_path: Path) -> None:
    """Archives of old Windows programs are read as they were meant."""
    archive = write(tmp_path / "class.zip", zipped((f"ada\\{NAME}\\{FILE}", CODE), (f"bob\\{NAME}\\{FILE}", OTHER)))
    assert {name: handed.files for name, handed in read(archive).items()} == {"ada": {FILE: CODE}, "bob": {FILE: OTHER}}


def test_the_time_of_a_member_is_kept(tmp_path: Path) -> None:
    """Where nothing better is known, the archive's own time stamp is the time of handing in."""
    archive = write(tmp_path / "class.zip", zipped((dated(f"ada/{FILE}", 2024, 5, 6), CODE), ("bob/x.txt", b"")))
    assert read(archive)["ada"].handed_at == datetime(2024, 5, 6, 12, tzinfo=UTC).timestamp()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-03-01 10:00:00 UTC", datetime(2024, 3, 1, 10, tzinfo=UTC).timestamp()),
        ("2024-03-01 10:00:00.5 Europe/Berlin", datetime(2024, 3, 1, 9, tzinfo=UTC).timestamp() + 0.5),
        ("2024-03-01 10:00:00 +0530", datetime(2024, 3, 1, 4, 30, tzinfo=UTC).timestamp()),
        ("2024-03-01 10:00:00", datetime(2024, 3, 1, 10, tzinfo=UTC).timestamp()),
        ("2024-03-01 10:00:00 ../../etc/passwd", datetime(2024, 3, 1, 10, tzinfo=UTC).timestamp()),
        ("2024-13-41 10:00:00", None),
        ("9999-12-31 23:59:59 -0100", None),
        ("0001-01-01 00:00:00 +0100", None),
        ("yesterday", None),
        ("9" * 400, None),
    ],
)
def test_time_stamps(text: str, expected: float | None) -> None:
    """Zones by name or offset; without one UTC, as for nbgrader; nonsense is no time."""
    if "/Berlin" in text and sys.platform == "win32":
        pytest.skip("no time zones here")
    assert platforms.parsed_time(text) == expected


# What is taken


def test_the_file_is_found_as_the_judge_finds_it(tmp_path: Path) -> None:
    """For every mixture of files, intake and `source` agree on which is graded, or that none can be."""
    mixtures = [
        [FILE], [f"{NAME}.ipynb", FILE], ["x.py"], ["x.py", "y.py"], ["x.ipynb", "y.py", "z.py"],
        ["x.ipynb", "y.ipynb", "z.py"], ["x.PY"], ["notes.txt"], [".hidden.py", "x.py"][1:], ["x.py", FILE],
    ]  # fmt: skip
    notebook = b'{"cells": []}'
    for number, names in enumerate(mixtures):
        folder = tmp_path / "class" / f"s{number}" / NAME
        for name in names:
            write(folder / name, notebook if name.endswith("ipynb") else CODE)
    for number in range(len(mixtures)):
        folder = tmp_path / "class" / f"s{number}" / NAME
        handed = read(tmp_path / "class")[f"s{number}"]
        try:
            chosen = source.read(folder, NAME).path.name
        except source.Unreadable:
            assert handed.trouble
            continue
        for name, data in handed.files.items():
            write(tmp_path / "copy" / str(number) / name, data)
        assert source.read(tmp_path / "copy" / str(number), NAME).path.name == chosen


def test_siblings_come_along(tmp_path: Path) -> None:
    """Python files at any depth and small data travel; leftovers of systems, tools and builds do not."""
    taken = {FILE: CODE, "helpers.py": OTHER, "lib/__init__.py": b"", "lib/deep/er.py": b"1", "digits.csv": b"1,2"}
    for name, data in taken.items():
        write(tmp_path / "ada" / NAME / name, data)
    for name in ("__pycache__/x.py", ".ipynb_checkpoints/x.py", ".DS_Store", ".git/x.py", "other.ipynb", "venv/x.py"):
        write(tmp_path / "ada" / NAME / name)
    write(tmp_path / "ada" / NAME / "film.mp4", bytes(selection.MAX_DATA_BYTES + 1))
    handed = read(tmp_path)["ada"]
    assert handed.files == taken
    assert handed.note == "Left out: film.mp4 (too large)."


@pytest.mark.slow
def test_ten_thousand_files_beside_the_right_one(tmp_path: Path) -> None:
    """A crowded folder is graded: the assignment's file comes first, then as many as the limit allows."""
    folder = tmp_path / "ada" / NAME
    write(folder / FILE)
    write(folder / "zz_helper.py")
    for number in range(10_000):
        (folder / f"f{number}.txt").touch()
    handed = read(tmp_path)["ada"]
    assert len(handed.files) == selection.MAX_SUBMISSION_FILES
    assert {FILE, "zz_helper.py"} <= set(handed.files)
    assert "more" in handed.note


def test_a_submission_stays_below_its_limit(tmp_path: Path) -> None:
    """Files beyond 25 MB in all stay behind, and the assignment's own is never one of them."""
    folder = tmp_path / "ada" / NAME
    for name in ("a.py", "b.py", "c.py", FILE):
        write(folder / name, b"#" * (9 * 2**20))
    handed = read(tmp_path)["ada"]
    assert set(handed.files) == {FILE, "a.py"}
    assert sum(map(len, handed.files.values())) <= selection.MAX_SUBMISSION_BYTES


def test_content_hash_is_of_content_alone(tmp_path: Path) -> None:
    """The same files have the same hash, whoever hands them in and when; any change of name or byte shows."""
    write(tmp_path / "ada" / NAME / FILE)
    write(tmp_path / "ada" / NAME / "timestamp.txt", b"2024-03-01 10:00:00 UTC")
    write(tmp_path / "bob" / NAME / FILE)
    write(tmp_path / "cy" / NAME / FILE, OTHER)
    write(tmp_path / "di" / NAME / "x.py")
    (tmp_path / "ed").mkdir()
    hashes = {student: handed.content_hash for student, handed in read(tmp_path).items()}
    assert hashes["ada"] == hashes["bob"]
    assert len(set(hashes.values())) == 4
    first, second = Handed("x", {"ab": b"c"}, None), Handed("x", {"a": b"bc"}, None)
    assert first.content_hash != second.content_hash


def test_what_was_handed_in_can_travel(tmp_path: Path) -> None:
    """A submission is plain data, equal on the other side."""
    write(tmp_path / "ada" / NAME / FILE)
    handed = read(tmp_path)["ada"]
    assert pickle.loads(pickle.dumps(handed)) == handed


# Hostile folders


@needs_posix
def test_links_are_refused(tmp_path: Path) -> None:
    """A link in the place of a student, of the assignment's folder or of its file is refused, and not followed."""
    secret = write(tmp_path / "secret" / NAME / FILE, b"SECRET = 1\n").parent
    submitted = tmp_path / "submitted"
    write(submitted / "honest" / NAME / FILE)
    (submitted / "student").symlink_to(secret.parent)
    (submitted / "folder").mkdir()
    (submitted / "folder" / NAME).symlink_to(secret)
    (submitted / "file" / NAME).mkdir(parents=True)
    (submitted / "file" / NAME / FILE).symlink_to(secret / FILE)
    (submitted / "loop" / NAME).mkdir(parents=True)
    (submitted / "loop" / NAME / FILE).symlink_to(FILE)
    write(submitted / "beside" / NAME / FILE)
    (submitted / "beside" / NAME / "helper.py").symlink_to(secret / FILE)
    (submitted / "beside" / NAME / "lib").symlink_to(secret)
    (submitted / "loose.py").symlink_to(secret / FILE)
    found = read(submitted)
    assert found["honest"].files == found["beside"].files == {FILE: CODE}
    assert "helper.py (a link)" in found["beside"].note
    for student in ("student", "folder", "file", "loop", "loose.py"):
        assert "link" in found[student].trouble


@needs_posix
def test_pipes_sockets_and_devices_do_not_hang(tmp_path: Path) -> None:
    """Only regular files are opened."""
    (tmp_path / "ada" / NAME).mkdir(parents=True)
    os.mkfifo(tmp_path / "ada" / NAME / FILE)
    write(tmp_path / "bob" / NAME / FILE)
    os.mkfifo(tmp_path / "bob" / NAME / "helper.py")
    os.mkfifo(tmp_path / "cy")
    write(tmp_path / "di" / NAME / FILE)
    os.mkfifo(tmp_path / "di" / NAME / "timestamp.txt")
    found = read(tmp_path)
    assert "pipe" in found["ada"].trouble
    assert found["bob"].files == found["di"].files == {FILE: CODE}
    assert "pipe" in found["cy"].trouble


@needs_posix
def test_unreadable_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What may not be read is that student's trouble, and nobody else's."""
    closed = write(tmp_path / "ada" / NAME / FILE)
    write(tmp_path / "bob" / NAME / FILE)
    write(tmp_path / "cy" / NAME / FILE)
    shut = write(tmp_path / "cy" / NAME / "helper.py")
    opened = os.open

    def refusing(path: str, *args: int, **kwargs: int) -> int:
        if Path(path) in (closed, shut):
            raise PermissionError(13, "Permission denied")
        return opened(path, *args, **kwargs)

    monkeypatch.setattr(os, "open", refusing)
    found = read(tmp_path)
    assert "Permission denied" in found["ada"].trouble
    assert found["bob"].files == found["cy"].files == {FILE: CODE}
    assert "helper.py" in found["cy"].note


@needs_posix
@pytest.mark.skipif(getattr(os, "geteuid", lambda: 0)() == 0, reason="root may read everything")
def test_closed_folders_are_refused(tmp_path: Path) -> None:
    """A folder without rights is that student's trouble."""
    folder = write(tmp_path / "ada" / NAME / FILE).parent.parent
    write(tmp_path / "bob" / NAME / FILE)
    folder.chmod(0)
    try:
        assert read(tmp_path)["ada"].trouble
    finally:
        folder.chmod(0o755)


def test_odd_things_in_the_place_of_others(tmp_path: Path) -> None:
    """A file where a folder is due, a folder where a file is due, an empty folder, too large a file."""
    write(tmp_path / "file")
    write(tmp_path / "flat" / NAME)
    (tmp_path / "folder" / NAME / FILE).mkdir(parents=True)
    (tmp_path / "empty").mkdir()
    write(tmp_path / "large" / NAME / FILE, b"#" * (MAX_FILE_BYTES + 1))
    found = read(tmp_path)
    assert "file where a folder is due" in found["file"].trouble
    assert "file where a folder is due" in found["flat"].trouble
    assert "is a folder" in found["folder"].trouble
    assert "It is empty." in found["empty"].trouble
    assert "larger than 10 MB" in found["large"].trouble


@pytest.mark.parametrize("kind", ["missing", "no zip", "empty folder", "empty zip", "hidden only"])
def test_a_path_that_is_of_no_use(tmp_path: Path, kind: str) -> None:
    """Only where there is nothing at all to grade does intake raise, with one line."""
    path = tmp_path / "class"
    if kind == "no zip":
        write(path, b"hello")
    elif kind == "empty zip":
        write(path, zipped())
    elif kind != "missing":
        path.mkdir()
    if kind == "hidden only":
        write(path / ".DS_Store")
    with pytest.raises(IntakeError) as error:
        entries(path, NAME)
    assert "\n" not in str(error.value)
    assert "class" in str(error.value)


# Hostile archives


def bomb() -> bytes:
    return zipped((FILE, bytes(30 * 2**20)))


def overlapping() -> bytes:
    """Two names for the same bytes: the table of contents names one member twice, at the same place."""
    archive = zipped(("helper1.py", CODE), ("helper2.py", CODE), (FILE, CODE))
    first = archive.index(b"PK\1\2")
    second = archive.index(b"PK\1\2", first + 4)
    offset = struct.unpack_from("<I", archive, first + 42)
    changed = bytearray(archive)
    struct.pack_into("<I", changed, second + 42, *offset)
    return bytes(changed)


def patched(archive: bytes, at: int, form: str, value: int) -> bytes:
    """An archive whose first member says something else in the table of contents."""
    changed = bytearray(archive)
    struct.pack_into(form, changed, archive.index(b"PK\1\2") + at, value)
    return bytes(changed)


def damaged() -> bytes:
    changed = bytearray(zipped((FILE, CODE), compression=zipfile.ZIP_STORED))
    changed[changed.index(b"relu")] ^= 1
    return bytes(changed)


HOSTILE = {
    "upwards": (zipped((FILE, CODE), ("../../evil.py", OTHER)), "outside"),
    "upwards inside": (zipped((FILE, CODE), ("lib/../../evil.py", OTHER)), "outside"),
    "upwards with backslashes": (zipped((FILE, CODE), ("..\\evil.py", OTHER)), "outside"),
    "absolute": (zipped((FILE, CODE), ("/etc/cron.d/evil", OTHER)), "absolute"),
    "drive letter": (zipped((FILE, CODE), ("C:\\evil.py", OTHER)), "absolute"),
    "share": (zipped((FILE, CODE), ("\\\\host\\share\\evil.py", OTHER)), "absolute"),
    "link": (zipped((special(FILE, stat.S_IFLNK | 0o777), b"/etc/passwd")), "link"),
    "link beside": (zipped((FILE, CODE), (special("x.py", stat.S_IFLNK | 0o777), b"/etc/passwd")), "link"),
    "link to a folder": (zipped((special(NAME, stat.S_IFLNK | 0o777), b"/etc"), (f"{NAME}/{FILE}", CODE)), "link"),
    "device": (zipped((FILE, CODE), (special("null.py", stat.S_IFCHR | 0o666), b"")), "device"),
    "pipe": (zipped((FILE, CODE), (special("pipe.py", stat.S_IFIFO | 0o666), b"")), "pipe"),
    "twice": (zipped((FILE, CODE), (FILE, OTHER)), "twice"),
    "twice but for case": (zipped((FILE, CODE), (FILE.upper(), OTHER)), "twice"),
    "twice but for normalisation": (zipped((FILE, CODE), ("é.py", b""), ("e\u0301.py", b"")), "twice"),
    "file and folder": (zipped(("x", CODE), (f"x/{FILE}", OTHER)), "no folder"),
    "bomb": (bomb(), "bomb"),
    "bomb in a bomb": (zipped(("a.zip", bomb()), ("b.zip", bomb())), "archives"),
    "overlap": (overlapping(), "overlap"),
    "encrypted": (patched(zipped((FILE, CODE)), 8, "<H", 1), "encrypted"),
    "damaged": (damaged(), "damaged"),
    "says less than it holds": (patched(zipped((FILE, CODE * 99)), 24, "<I", 5), "damaged"),
    "says more than it holds": (patched(zipped((FILE, CODE)), 24, "<I", 5000), "damaged"),
    "says far more than it holds": (patched(zipped((FILE, CODE)), 24, "<I", 2**32 - 2), "bomb"),
    "unknown method": (patched(zipped((FILE, CODE)), 10, "<H", 97), "not supported"),
    "LZMA": (zipped((FILE, CODE), compression=zipfile.ZIP_LZMA), "not supported"),
    "line break in a name": (zipped((FILE, CODE), ("x\ny.py", OTHER)), "name"),
    "NUL in a name": (zipped((FILE, CODE), ("x?y.py", OTHER)).replace(b"x?y.py", b"x\0y.py"), "name"),
    "endless name": (zipped((FILE, CODE), ("x" * 300 + ".py", OTHER)), "name"),
    "endless depth": (zipped((FILE, CODE), ("d/" * 500 + "x.py", OTHER)), "name"),
    "cut off": (zipped((FILE, CODE))[:-30], "no zip archive"),
    "no zip": (b"Rar!\x1a\x07\0", "no zip archive"),
    "nothing": (zipped(("notes.txt", b"")), "holds no"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_archive_is_refused_by_name(tmp_path: Path, case: str) -> None:
    """A student's own archive with anything wrong in it is that student's trouble, and the class goes on."""
    data, reason = HOSTILE[case]
    write(tmp_path / "honest.zip", zipped((FILE, CODE)))
    write(tmp_path / "mallory.zip", data)
    found = read(tmp_path)
    assert set(found) == {"honest", "mallory"}
    assert found["honest"].files == {FILE: CODE}
    assert reason in found["mallory"].trouble


CLASS_WIDE = [case for case in HOSTILE if case not in ("absolute", "share", "cut off", "no zip", "bomb in a bomb")]


@pytest.mark.parametrize("around", ["", "submitted/"])
@pytest.mark.parametrize("case", CLASS_WIDE)
def test_what_is_wrong_in_a_class_archive_is_one_students_trouble(tmp_path: Path, case: str, around: str) -> None:
    """In an archive of a whole class the blame goes to the folder where the fault is, and to no other student."""
    data, reason = HOSTILE[case]
    stream = io.BytesIO()
    honest = [(f"{around}honest/{NAME}/{FILE}", CODE), (f"{around}zoe/{FILE}", OTHER)]
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in honest:
            archive.writestr(name, content)
    both = merged(stream.getvalue(), data, f"{around}mallory/")
    found = read(write(tmp_path / "class.zip", both))
    assert found["honest"].files == {FILE: CODE}
    assert found["zoe"].files == {FILE: OTHER}
    assert reason in found["mallory"].trouble


@pytest.mark.parametrize("name", ["/etc/passwd", "../evil.py", "submitted/../../evil.py", "C:/evil.py", "\n/evil.py"])
def test_a_fault_in_nobodys_folder_is_listed_by_its_name(tmp_path: Path, name: str) -> None:
    """What can be blamed on no student has a line of its own, and the class goes on."""
    members: list[Member] = [(f"submitted/{student}/{FILE}", CODE) for student in ("ada", "bob")]
    found = read(write(tmp_path / "class.zip", zipped(*members, (name, OTHER))))
    assert found.pop("ada").files == found.pop("bob").files == {FILE: CODE}
    (handed,) = found.values()
    assert handed.trouble
    assert not handed.files


def merged(first: bytes, second: bytes, prefix: str) -> bytes:
    """One archive out of two, byte by byte, so that lies in the second stay lies; its names get a prefix."""
    one, two = (archive.index(b"PK\1\2") for archive in (first, second))
    body, table = bytearray(first[:one]), bytearray(first[one : first.rindex(b"PK\5\6")])
    places: dict[int, int] = {}
    at, count = two, 0
    while second[at : at + 4] == b"PK\1\2":
        name_size, extra_size, comment_size = struct.unpack_from("<HHH", second, at + 28)
        (place,) = struct.unpack_from("<I", second, at + 42)
        if place not in places:
            places[place] = len(body)
            local_name, local_extra = struct.unpack_from("<HH", second, place + 26)
            packed = struct.unpack_from("<I", second, place + 18)[0]
            start = place + 30
            header = bytearray(second[place:start])
            struct.pack_into("<H", header, 26, local_name + len(prefix))
            body += header + prefix.encode() + second[start : start + local_name + local_extra + packed]
        record = bytearray(second[at : at + 46])
        struct.pack_into("<H", record, 28, name_size + len(prefix))
        struct.pack_into("<I", record, 42, places[place])
        end = at + 46 + name_size + extra_size + comment_size
        table += record + prefix.encode() + second[at + 46 : end]
        at, count = end, count + 1
    count += first.count(b"PK\1\2")
    return bytes(body + table + struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, count, count, len(table), len(body), 0))


@pytest.mark.slow
def test_a_bomb_takes_no_memory(tmp_path: Path) -> None:
    """What an archive unpacks to is bounded while it is read, whatever its headers say."""
    lying = patched(zipped((FILE, bytes(200 * 2**20))), 24, "<I", 9 * 2**20)
    write(tmp_path / "mallory.zip", lying)
    tracemalloc.start()
    try:
        assert read(tmp_path)["mallory"].trouble
        assert tracemalloc.get_traced_memory()[1] < 60 * 2**20
    finally:
        tracemalloc.stop()


def test_an_archive_with_too_many_entries_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The number of entries is known before an object is made for each."""
    monkeypatch.setattr(trees, "MAX_ENTRIES", 100)
    write(tmp_path / "ada.zip", zipped((FILE, CODE), *((f"{number}.txt", b"") for number in range(200))))
    write(tmp_path / "bob.zip", zipped((FILE, CODE)))
    found = read(tmp_path)
    assert "more than 100 entries" in found["ada"].trouble
    assert found["bob"].files == {FILE: CODE}
    with pytest.raises(IntakeError, match="more than 100 entries"):
        entries(tmp_path / "ada.zip", NAME)


def test_an_archive_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The size on disk is bounded too: of the class's archive, and of each student's."""
    monkeypatch.setattr(selection, "MAX_SUBMISSION_BYTES", 1000)
    write(tmp_path / "ada.zip", zipped((FILE, os.urandom(2000))))
    assert "larger" in read(tmp_path)["ada"].trouble
    monkeypatch.setattr(intake, "MAX_ARCHIVE_BYTES", 1000)
    with pytest.raises(IntakeError, match="larger"):
        entries(tmp_path / "ada.zip", NAME)


def test_leftovers_in_an_archive_are_no_fault(tmp_path: Path) -> None:
    """A virtual environment has links, a Mac its own folder: neither spoils honest work."""
    link = special("venv/bin/python", stat.S_IFLNK | 0o777)
    members: list[Member] = [(FILE, CODE), (link, b"/usr/bin/python3"), ("__MACOSX/._a1_first_network.py", b"\0")]
    write(tmp_path / "ada.zip", zipped(*members))
    assert read(tmp_path)["ada"].files == {FILE: CODE}


def test_unusual_but_honest_names_in_an_archive(tmp_path: Path) -> None:
    """Spaces of other kinds and emoji joined from several are no control characters."""
    names = ["Screenshot 2024 at 3.00.00\u202fPM.png", "👩\u200d🔬.txt", "数字.py"]
    write(tmp_path / "ada.zip", zipped((FILE, CODE), *((name, b"") for name in names)))
    assert set(read(tmp_path)["ada"].files) == {FILE, *names}


def test_nothing_is_read_before_it_is_asked_for(tmp_path: Path) -> None:
    """Listing a class reads no submission, and what changes in between is seen."""
    path = write(tmp_path / "ada" / NAME / FILE)
    (entry,) = entries(tmp_path, NAME)
    path.write_bytes(OTHER)
    assert entry.read().files == {FILE: OTHER}
    path.unlink()
    assert "holds no" in entry.read().trouble


@given(st.binary(max_size=300), st.integers(0, 2**31))
def test_random_damage_never_raises(tmp_path_factory: pytest.TempPathFactory, noise: bytes, where: int) -> None:
    """Whatever stands in an archive's bytes, reading gives a submission or its trouble."""
    folder = tmp_path_factory.mktemp("damage")
    good = zipped((FILE, CODE), ("lib/x.py", OTHER))
    at = where % len(good)
    write(folder / "ada.zip", good[:at] + noise + good[at + len(noise) :])
    write(folder / "bob.py")
    assert set(read(folder)) == {"ada", "bob"}


# Names of files


@pytest.mark.parametrize(
    "name", ["ada", "Ada Lovelace", "o-b_c.d@e+f", "Åsa", "王小明", "अमृता", "x" * 200, "a..b", "١٢"]
)
def test_ordinary_names_stay(name: str) -> None:
    """A file is called as its student is, where that is safe everywhere."""
    assert file_name(name) == name


@pytest.mark.parametrize(
    "name",
    ["", ".", "..", "../../etc/passwd", "/abs", "-rf", ".hidden", "a/b", "a\\b", "a:b", 'a"b', "a\nb", "a\0b", "dot.",
     "space ", " space", "CON", "con.txt", "LPT1", "com\u00b9", "class", "Class", "grades", "GRADES", "x" * 256,
     "é" * 101, "\udcff", "a\u202eb", "<script>", "a*?|", "~", "%41", "$HOME", "`id`", "\u0301"],
)  # fmt: skip
def test_other_names_become_safe(name: str) -> None:
    """A name that some system, shell or page would misunderstand gives another file name, and always the same."""
    safe = file_name(name)
    assert safe != name
    assert safe == file_name(name)
    assert_safe(safe)


def assert_safe(name: str) -> None:
    assert name
    assert name[0] not in ".- "
    assert name[-1] not in ". "
    assert not set(name) & set("/\\:*?\"<>|$`'&;%~")
    assert all(unicodedata.category(character)[0] not in "CZ" or character == " " for character in name)
    assert len(name.encode()) <= MAX_BYTES
    assert len(unicodedata.normalize("NFD", name).encode()) <= MAX_BYTES
    stem = folded(name.split(".")[0].strip())
    assert stem not in {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
    assert folded(name) not in {"class", "grades"}


@given(st.lists(st.text(st.characters(), max_size=30) | st.sampled_from(["Ana", "ana", "ANA", "a/b", "a:b", "class"])))
def test_no_two_students_share_a_file(students: list[str]) -> None:
    """File names are safe, and differ even where case and normalisation do not count; the order does not matter."""
    names = file_names(students)
    assert set(names) == set(students)
    assert len({folded(name) for name in names.values()}) == len(set(students))
    assert names == file_names(reversed(students))
    for name in names.values():
        assert_safe(name)


def test_a_name_made_to_collide_gives_way() -> None:
    """Who is called as another's file would be does not get that file."""
    victim = "a/b"
    names = file_names([victim, file_name(victim), "Zoe", "zoe"])
    assert names[file_name(victim)] == file_name(victim)
    assert names["Zoe"] == "Zoe"
    assert len({folded(name) for name in names.values()}) == 4


# Which of several files counts, and where it lies

STUB = b'def relu(Z):\n    raise NotImplementedError("relu: exercise 5")\n'


def notebook(code: bytes) -> bytes:
    cell = {"cell_type": "code", "metadata": {}, "outputs": [], "source": code.decode().splitlines(keepends=True)}
    return json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}).encode()


NOTEBOOK = f"{NAME}.ipynb"
AGAIN = f"{NAME} (1).py"
# What was handed in, the file that counts, and what is said of the other.
CHOICES: dict[str, tuple[Mapping[str, bytes], bytes, str]] = {
    "both": (
        {NOTEBOOK: notebook(CODE), FILE: OTHER}, notebook(CODE),
        f"{FILE} ({NOTEBOOK} counts: a notebook comes before a script)",
    ),
    "an untouched notebook": (
        {NOTEBOOK: notebook(STUB), FILE: CODE}, notebook(STUB),
        f"{FILE} ({NOTEBOOK} counts: a notebook comes before a script)",
    ),
    "uploaded again": ({FILE: CODE, AGAIN: OTHER}, CODE, f"{AGAIN} ({FILE} counts: it has the very name)"),
    "uploaded often": ({f"{NAME}({n}).py": CODE if n == 11 else OTHER for n in (9, 10, 11)}, CODE, "(11).py counts"),
}  # fmt: skip


@pytest.mark.parametrize("case", CHOICES)
def test_of_several_files_in_a_folder_the_names_tell_which_counts(tmp_path: Path, case: str) -> None:
    """The very name, then notebooks, then the later upload, at home as in a class; the other one is told."""
    files, expected, said = CHOICES[case]
    for name, data in files.items():
        write(tmp_path / "class" / "ada" / name, data)
        write(tmp_path / "class" / "Bea_7_assignsubmission_file_" / name, data)
    at_home = source.read(tmp_path / "class" / "ada", NAME).path
    assert at_home.read_bytes() == expected
    for handed in read(tmp_path / "class").values():
        assert handed.files[NOTEBOOK if expected.startswith(b"{") else FILE] == expected
        assert said in handed.note
        assert not any("(" in name for name in handed.files)
        with handed.unpacked() as folder:
            assert source.read(folder, NAME).path.read_bytes() == expected


def test_a_file_that_reset_put_aside_is_no_later_upload(tmp_path: Path) -> None:
    """`autograder reset` keeps what was there with a number of another form, which only Canvas gives to uploads."""
    write(tmp_path / "ada" / FILE)
    write(tmp_path / "ada" / f"{NAME}-1.py", OTHER)
    assert read(tmp_path)["ada"].files[FILE] == CODE
    assert source.read(tmp_path / "ada", NAME).path.name == FILE


BUNDLE = {"course.toml": b"", f"autograder/training/{FILE}": OTHER, "autograder/__init__.py": b""}
ENVIRONMENT = {"mine/pyvenv.cfg": b"", f"mine/lib/{FILE}": OTHER}
PLACES = {
    "exercises": ({f"exercises/{FILE}": CODE}, ""),
    "a folder of one's own": ({f"My Homework/{FILE}": CODE}, ""),
    "far below": ({f"a/b/c/{FILE}": CODE, "a/b/c/lib/x.py": OTHER}, ""),
    "a name of one's own": ({"My Homework/mine.py": CODE}, ""),
    "the course": ({**BUNDLE, f"exercises/{FILE}": CODE}, ""),
    "the course in a folder": (
        {f"digits/{name}": data for name, data in {**BUNDLE, f"exercises/{FILE}": CODE}.items()}, "",
    ),
    "the course, written elsewhere": (
        {**BUNDLE, f"exercises/{FILE}": STUB, f"notebooks/{FILE}": CODE},
        f"exercises/{FILE} (notebooks/{FILE} counts: less is left to write in it)",
    ),
    "exercises before others": (
        {f"a/{FILE}": OTHER, f"exercises/{FILE}": CODE}, f"a/{FILE} (exercises/{FILE} counts: it lies in exercises)",
    ),
    "first by its path": ({f"a/{FILE}": CODE, f"b/{FILE}": OTHER}, f"b/{FILE} (a/{FILE} counts)"),
    "leftovers": (
        {f".git/{FILE}": OTHER, f"__MACOSX/{FILE}": OTHER, f".ipynb_checkpoints/{FILE}": OTHER, f"venv/{FILE}": OTHER,
         **ENVIRONMENT, f"x/y/{FILE}": CODE}, "",
    ),
    "further up": ({FILE: CODE, f"final/{FILE}": OTHER}, f"{FILE} (in final: the one further up counts)"),
    "another beside the folder": (
        {"setup.py": OTHER, f"exercises/{FILE}": CODE},
        f"setup.py (exercises/{FILE} counts: it has the assignment's name)",
    ),
    "an archive beside it": (
        {FILE: CODE, "new.zip": b"PK"}, f"new.zip ({FILE} counts: an archive beside it is not opened)",
    ),
}  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("kind", ["folder", "zip", "Moodle"])
def test_the_assignments_file_is_found_where_it_lies(tmp_path: Path, place: str, kind: str) -> None:
    """Other folders do no harm: in a student's folder, zip or clone the file is taken that lies furthest up."""
    files, said = PLACES[place]
    if kind == "zip":
        write(tmp_path / "ada.zip", zipped(*files.items()))
    for name, data in files.items() if kind != "zip" else ():
        write(tmp_path / ("ada" if kind == "folder" else "ada_7_assignsubmission_file_") / name, data)
    write(tmp_path / ("bob_8_assignsubmission_file_" if kind == "Moodle" else "bob") / FILE)
    found = read(tmp_path)
    handed = found["ada_7" if kind == "Moodle" else "ada"]
    assert handed.files["mine.py" if "mine.py" in str(files) else FILE] == CODE
    assert said in handed.note
    assert bool(said) == bool(handed.note)


def test_in_nbgraders_layout_other_folders_are_other_assignments(tmp_path: Path) -> None:
    """Also where few have handed in: nbgrader's note tells that the only folder is another assignment's."""
    write(tmp_path / "ada" / NAME / FILE)
    for student in ("bob", "cy"):
        write(tmp_path / student / "ps1" / "ps1.py")
        write(tmp_path / student / "ps1" / "timestamp.txt", b"2024-03-01 10:00:00 UTC")
    found = read(tmp_path)
    assert found["ada"].files == {FILE: CODE}
    assert "holds no" in found["bob"].trouble
    assert "holds no" in found["cy"].trouble


def test_exercises_is_no_other_assignment(tmp_path: Path) -> None:
    """In nbgrader's layout too the course's own folder is looked into, as it is at home."""
    write(tmp_path / "ada" / NAME / FILE)
    write(tmp_path / "bob" / "exercises" / FILE)
    write(tmp_path / "bob" / "mine.py", OTHER)
    write(tmp_path / "cy" / NAME / FILE)
    assert read(tmp_path)["bob"].files == {FILE: CODE}
    assert source.read(tmp_path / "bob", NAME).path.parent.name == "exercises"


def test_the_search_for_a_file_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many folders there are, no more things are looked at than an archive may have."""
    monkeypatch.setattr(selection, "MAX_ENTRIES", 30)
    for number in range(60):
        write(tmp_path / "ada" / "many" / f"{number:02}" / "x" / "notes.txt")
    write(tmp_path / "ada" / "many" / "59" / "y" / FILE)
    write(tmp_path / "bob" / FILE)
    listed: list[str] = []
    children = trees.FolderTree.children

    def counting(tree: trees.FolderTree, folder: str) -> list[trees.Node]:
        listed.append(folder)
        return children(tree, folder)

    monkeypatch.setattr(trees.FolderTree, "children", counting)
    assert "holds no" in read(tmp_path)["ada"].trouble
    assert len(listed) < 30


def test_at_home_no_folders_are_searched_but_exercises(tmp_path: Path) -> None:
    """The current folder may be anything: what lies in its folders is not taken for a student's own."""
    write(tmp_path / "downloads" / FILE)
    with pytest.raises(source.Unreadable, match="holds no"):
        source.read(tmp_path, NAME)
    write(tmp_path / "exercises" / FILE)
    assert source.read(tmp_path, NAME).path == tmp_path / "exercises" / FILE


# What is a class


@pytest.mark.parametrize("files", [CANVAS, BLACKBOARD, MOODLE], ids=["Canvas", "Blackboard", "Moodle"])
def test_an_unpacked_download_in_a_folder_is_looked_into(tmp_path: Path, files: Mapping[str, bytes]) -> None:
    """A download unpacked into a folder of its own is the same class, one level down or two."""
    for name, data in files.items():
        write(tmp_path / "flat" / name, data)
        write(tmp_path / "deep" / "downloads" / "submissions" / name, data)
    found, expected = read(tmp_path / "deep"), read(tmp_path / "flat")
    assert {name: handed.files for name, handed in found.items()} == {
        name: handed.files for name, handed in expected.items()
    }


def test_the_only_folder_is_a_class_or_a_student(tmp_path: Path) -> None:
    """Students' folders within the only folder are looked into; the only student's own folders stay that student's."""
    for student in ("ada", "bob"):
        write(tmp_path / "one" / "submitted" / student / FILE)
        write(tmp_path / "two" / "submitted" / student / "work.py")
        write(tmp_path / "three" / "submitted" / f"{student}.zip", zipped((FILE, CODE)))
    write(tmp_path / "four" / "submitted" / "ada" / NAME / FILE)
    for name in (f"exercises/{FILE}", f"notebooks/{FILE}", *BUNDLE):
        write(tmp_path / "five" / "digits-ada" / name)
    write(tmp_path / "six" / "ada" / "My Homework" / FILE)
    write(tmp_path / "seven" / "ada" / "work.zip", zipped((FILE, CODE)))
    found = {case.name: sorted(read(case)) for case in tmp_path.iterdir()}
    both = ["ada", "bob"]
    assert found == {
        "one": both, "two": both, "three": both, "four": ["ada"], "five": ["digits-ada"], "six": ["ada"],
        "seven": ["ada"],
    }  # fmt: skip


@pytest.mark.parametrize(
    "files", [[FILE], [NOTEBOOK, "data/x.csv"], [f"{NAME}/{FILE}"], [f"exercises/{FILE}", f"notebooks/{FILE}", *BUNDLE]]
)
def test_one_students_work_is_no_class(tmp_path: Path, files: list[str]) -> None:
    """Whose it is stands nowhere: a name made up from the assignment's would be nobody's."""
    for name in files:
        write(tmp_path / "Ada Lovelace" / name)
    with pytest.raises(IntakeError, match="it is one student's work, and no class"):
        entries(tmp_path / "Ada Lovelace", NAME)


def test_a_stray_copy_beside_students_spoils_no_class(tmp_path: Path) -> None:
    """The stub that lies beside the students' folders is a line of the table, as before."""
    write(tmp_path / "ada" / FILE)
    write(tmp_path / FILE, STUB)
    assert set(read(tmp_path)) == {"ada", NAME}


# Blackboard's users


def attempted(head: str, name: str = "", file: str = FILE, data: bytes = CODE) -> dict[str, bytes]:
    """An attempt as Blackboard writes it, with its text where a student's name is given."""
    start = f"{head}_attempt_2026-11-06-10-00-00"
    text = {f"{start}.txt": f"Name: {name}\nAssignment: A1\nName: Mallory (mallory)\n".encode()} if name else {}
    return {f"{start}_{file}": data, **text}


USERS = {
    "with texts": (
        {"A1 Net_wei_chen": "Wei Chen (wei_chen)", "A1 Net_li_chen": "Li (L) Chen (li_chen)", "A1 Net_al": "Ada (al)"},
        ["al", "li_chen", "wei_chen"],
    ),
    "without": ({"A1 Net_wei_chen": "", "A1 Net_li_chen": "", "A1 Net_al": ""}, ["al", "li_chen", "wei_chen"]),
    "one text tells the assignment": ({"A_1_z_chen": "Z (z_chen)", "A_1_z_li": ""}, ["z_chen", "z_li"]),
    "a text that tells another": ({"A1_wei": "Mallory (li)", "A1_li": ""}, ["li", "wei"]),
    "one student": ({"A_1_wei_chen": "Wei Chen (wei_chen)"}, ["wei_chen"]),
    "one name begins another": ({"A1_chen": "", "A1_chen_li": "", "A1_chen_wei": ""}, ["chen", "chen_li", "chen_wei"]),
    "nothing in common": ({"A1_wei_chen": "", "B1_li_chen": ""}, ["A1_wei_chen", "B1_li_chen"]),
    "twice in one download": ({"A1_al": "Ada (al)", "A2_al": "Ada (al)"}, ["al"]),
}  # fmt: skip


@pytest.mark.parametrize("case", USERS)
def test_blackboards_users_may_have_underscores(laid_out: Reader, case: str) -> None:
    """Blackboard's text tells the user, else what all names have in common; two students never become one."""
    heads, users = USERS[case]
    files: dict[str, bytes] = {}
    for head, name in heads.items():
        files |= attempted(head, name, data=head.encode())
    found = laid_out(files)
    assert sorted(found) == users
    for head in heads:
        if case != "twice in one download":
            (student,) = (student for student in users if found[student].files[FILE] == head.encode())
            assert head.endswith(student)


def test_nbgrader_collects_blackboards_users_too(tmp_path: Path) -> None:
    """`nbgrader zip_collect` has the names that we have."""
    for head in ("A1 Net_wei_chen", "A1 Net_li_chen"):
        for name, data in attempted(head, file=NOTEBOOK).items():
            write(tmp_path / name, data)
    found = {platforms.owner(path, tmp_path) for path in tmp_path.iterdir()}
    assert found == {("wei_chen", NOTEBOOK), ("li_chen", NOTEBOOK)}


def test_a_name_that_windows_has_not_is_left_out_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rather than that nothing of it can be graded; elsewhere it is a name as others are."""
    for name in (FILE, "con.py", "aux", "helper.py"):
        write(tmp_path / "ada" / name, CODE)
    assert set(intake.single(tmp_path / "ada", "ada", NAME).files) == {FILE, "con.py", "aux", "helper.py"}
    monkeypatch.setattr(trees, "WINDOWS", True)
    handed = intake.single(tmp_path / "ada", "ada", NAME)
    assert set(handed.files) == {FILE, "helper.py"}
    assert "con.py (its name can't be used)" in handed.note


# What is said where nothing can be graded


@pytest.mark.parametrize("place", ["", f"{NAME}/"])
def test_only_jupyters_own_copies_is_said(tmp_path: Path, place: str) -> None:
    """A folder with nothing but Jupyter's copies is not empty, and says what is due."""
    write(tmp_path / "ada" / f"{place}.ipynb_checkpoints" / f"{NAME}-checkpoint.ipynb")
    write(tmp_path / "bob" / NAME / FILE)
    trouble = read(tmp_path)["ada"].trouble
    assert trouble.startswith("There is only .ipynb_checkpoints")
    assert trouble.endswith(f"Hand in {NOTEBOOK} itself.")


@pytest.mark.parametrize("name", ["a1.rar", "a1.7z", "a1.tar.gz", "a1.docx", f"{FILE}.txt"])
def test_formats_that_are_taken_are_said(tmp_path: Path, name: str) -> None:
    """Who hands in another format is told which ones there are."""
    write(tmp_path / "ada" / name)
    write(tmp_path / "bob" / FILE)
    trouble = read(tmp_path)["ada"].trouble
    assert trouble.endswith(f" Only .ipynb, .py and .zip files are taken. There is only: {name}.")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_notebook_in_another_encoding_says_so(tmp_path: Path, encoding: str) -> None:
    """Jupyter can't open it: what helps is what helps a script."""
    path = write(tmp_path / NOTEBOOK, notebook(CODE).decode().encode(encoding))
    with pytest.raises(source.Unreadable, match="Save it again as UTF-8"):
        source.read(path, NAME)
