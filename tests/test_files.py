"""Files are whole or not there, and what a killed process left behind hinders nobody."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from autograder.files import Unwritable, whole_file, write_whole


def test_a_name_of_many_bytes_can_be_written(tmp_path: Path) -> None:
    """A name may be as long as the disk allows, whose bounds are in bytes: the temporary one is no longer."""
    path = tmp_path / f"{'数' * 82}.json"
    write_whole(path, b"1")
    assert os.listdir(tmp_path) == [path.name]


def test_what_a_killed_process_left_behind_is_no_hindrance(tmp_path: Path) -> None:
    """In a container every process may have the same number."""
    for name in (f".result.json.{os.getpid()}.tmp", ".result.json.tmp"):
        (tmp_path / name).touch()
    with whole_file(tmp_path / "result.json") as put:
        put("{}\n")
    write_whole(tmp_path / "result.json", b"[]\n")
    assert (tmp_path / "result.json").read_bytes() == b"[]\n"


def test_a_place_that_cannot_be_written_is_told_before_the_work(tmp_path: Path) -> None:
    """And where the work fails, the old file is as it was and nothing else is there."""
    with pytest.raises(Unwritable, match="can't be written"), whole_file(tmp_path / "nowhere" / "result.json"):
        raise AssertionError("the work was begun")
    (tmp_path / "result.json").write_text("old")
    with pytest.raises(KeyError), whole_file(tmp_path / "result.json"):
        raise KeyError
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("result.json", "old")]


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such rights")
def test_a_secret_is_its_owners(tmp_path: Path) -> None:
    """Others on the machine can't read it; an ordinary file has the usual rights."""
    write_whole(tmp_path / "secret", b"1", secret=True)
    write_whole(tmp_path / "open", b"1")
    (tmp_path / "usual").touch()
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert modes["secret"] == 0o600
    assert modes["open"] == modes["usual"]
