"""nbgrader's gradebook in a real PostgreSQL, where a JupyterHub has it: marks arrive, and a lost server loses none."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("nbgrader")
pytest.importorskip("psycopg")

from corpus import reference_parts
from test_term import NAME, Silent, nbgrader

from autograder import course as courses
from autograder.classroom import gradebook
from autograder.classroom.run import Options, grade_folder

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("term")]

ROOT = Path(__file__).resolve().parents[1]
COURSE = courses.load()
ASSIGNMENT = COURSE.assignment(NAME)
WRONG_RELU = "def relu(Z):\n    return np.where(Z > 0, Z, 0.01 * Z)\n"


def tool(name: str) -> str:
    """Where a program of PostgreSQL's is; Debian keeps them off the PATH. "" where there is none."""
    kept = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return shutil.which(name) or (str(kept[-1]) if kept else "")


@dataclass
class Server:
    """A PostgreSQL of our own, that anyone on this machine may enter."""

    folder: Path
    port: int
    as_other: dict[str, Any] = field(default_factory=dict)  # PostgreSQL refuses to be run by root

    @property
    def url(self) -> str:
        return f"postgresql+psycopg://postgres:not-shown@127.0.0.1:{self.port}/postgres"

    def run(self, name: str, *words: str) -> None:
        subprocess.run(
            [tool(name), *words], cwd=self.folder, stdout=subprocess.DEVNULL, check=True, timeout=120, **self.as_other
        )

    def make(self) -> None:
        self.run("initdb", "-D", str(self.folder / "data"), "-U", "postgres", "--auth=trust", "--no-sync")

    def start(self) -> None:
        settings = f"-h 127.0.0.1 -p {self.port} -k {self.folder}"
        self.run("pg_ctl", "-D", str(self.folder / "data"), "-l", "log", "-o", settings, "-w", "start")

    def stop(self) -> None:
        self.run("pg_ctl", "-D", str(self.folder / "data"), "-m", "immediate", "-w", "stop")


@pytest.fixture
def server() -> Iterator[Server]:
    missing = [name for name in ("initdb", "pg_ctl", "postgres") if not tool(name)]
    if missing or os.name != "posix":
        pytest.skip(f"PostgreSQL is not here: no {', '.join(missing) or 'POSIX system'}")
    folder = Path(tempfile.mkdtemp(prefix="postgres-"))
    other: dict[str, Any] = {}
    if os.geteuid() == 0:
        other = {"user": "nobody", "group": "nogroup", "extra_groups": []}
        shutil.chown(folder, "nobody", "nogroup")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        made = Server(folder, free.getsockname()[1], other)
    try:
        made.make()
        made.start()
        yield made
    finally:
        subprocess.run(
            [tool("pg_ctl"), "-D", str(folder / "data"), "-m", "immediate", "stop"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
            **other,
        )
        shutil.rmtree(folder, ignore_errors=True)


def marks(url: str) -> dict[str, float]:
    """Each student's score, as nbgrader counts it."""
    from nbgrader.api import Gradebook

    with Gradebook(url, "digits_from_scratch") as book:
        return {found.student.id: found.score for found in book.assignment_submissions(NAME)}


def test_marks_in_postgresql(server: Server, tmp_path: Path) -> None:
    """They arrive; while the server is away one line says so and nothing is lost; then the same command brings them."""
    shutil.copy(ROOT / "nbgrader_config.py", tmp_path)
    shutil.copytree(ROOT / "source", tmp_path / "source")
    nbgrader(tmp_path, "generate_assignment", NAME, f"--CourseDirectory.db_url={server.url}")
    imports, functions = reference_parts()
    right = "\n".join([*imports, *functions])
    for student, text in {"ada": right, "bob": f"{right}\n{WRONG_RELU}"}.items():
        place = tmp_path / "submitted" / student / NAME
        place.mkdir(parents=True)
        (place / f"{NAME}.py").write_text(text, encoding="utf-8")

    def grade() -> int:
        book = gradebook.place(tmp_path / "submitted", server.url)
        options = Options(jobs=2, seed=0, sandbox="none", book=book)
        return grade_folder(tmp_path / "submitted", tmp_path / "results", COURSE, ASSIGNMENT, options, Silent()).graded

    assert grade() == 2
    before = marks(server.url)
    assert before["ada"] == ASSIGNMENT.max_score > before["bob"] > 0

    place = tmp_path / "submitted" / "cyd" / NAME
    place.mkdir(parents=True)
    (place / f"{NAME}.py").write_text(right, encoding="utf-8")
    server.stop()
    with pytest.raises(gradebook.GradebookError) as caught:
        grade()
    line = str(caught.value)
    assert "can't be used" in line
    assert "\n" not in line
    assert "not-shown" not in line
    server.start()
    assert grade() == 1
    assert marks(server.url) == {**before, "cyd": ASSIGNMENT.max_score}
