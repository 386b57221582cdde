"""How a worker is shut in: bubblewrap where it runs, a plain process where it can't.

Inside of the sandbox there is an interpreter, its packages, the worker's two files and the submission, all of them
read-only, a small /tmp, and nothing else: no network, no other process, no environment, no way to more privileges.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

from autograder.student.seccomp import filter_program
from autograder.student.source import Source
from autograder.threads import SINGLE_THREAD

# What a Python process needs of the environment, above all on Windows, where DLLs are found through it.
KEPT = ("SYSTEMROOT", "PATH")
TMP_BYTES = 64 * 2**20
FIRST_USER_ID = 60_000
USER_IDS = 5_000
WORKER = ("worker", "wire")
HERE = Path(__file__).parent


class SandboxError(Exception):
    """The sandbox that was asked for does not run here; the message says why, and what to do."""


class Sandbox(Protocol):
    """A way to start a worker."""

    @property
    def name(self) -> str:
        """How results call it."""
        ...

    def popen(self, source: Source, scratch: str) -> subprocess.Popen[bytes]:
        """Start a worker with pipes for standard input, output and error. Raises OSError.

        `scratch` is a folder for its temporary files, which goes when it ends; a sandbox may have one of its own.
        """
        ...

    def siblings(self, source: Source) -> str:
        """Where the worker finds the files handed in beside the submission; empty where there are none."""
        ...


@dataclass(frozen=True)
class NoSandbox:
    """A plain process of its own group: its time is bounded, and on Linux its memory, but its user's files are within
    its reach."""

    name: str = "none"

    def popen(self, source: Source, scratch: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-I", "-S", "-B", str(HERE / "worker.py"), os.pathsep.join(site_folders())]
        environment = {**SINGLE_THREAD, **{name: os.environ[name] for name in KEPT if name in os.environ}}
        return _start(command, environment | dict.fromkeys(("TMPDIR", "TEMP", "TMP"), scratch))

    def siblings(self, source: Source) -> str:
        return str(source.folder.resolve()) if source.in_folder else ""


@dataclass(frozen=True)
class Bubblewrap:
    """A bubblewrap sandbox of its own for each worker; when started as root, under an unprivileged user id as well."""

    name: str = "bubblewrap"

    def popen(self, source: Source, scratch: str) -> subprocess.Popen[bytes]:
        with tempfile.TemporaryFile() as program:
            program.write(filter_program())
            program.seek(0)
            user = FIRST_USER_ID + os.getpid() % USER_IDS
            files = worker_files()
            command = [*self._walls(user), *self._mounts(source, files), "--seccomp", str(program.fileno()), "--"]
            command += [os.path.realpath(sys.executable), "-I", "-S", "-B", next(iter(files))]
            command += [os.pathsep.join(site_folders()), str(user) if os.geteuid() == 0 else ""]
            return _start(command, SINGLE_THREAD, (program.fileno(),))

    def siblings(self, source: Source) -> str:
        return "/submission" if source.in_folder else ""

    def _walls(self, user: int) -> list[str]:
        """New namespaces, no privileges, death with the judge."""
        walls = ["bwrap", "--cap-drop", "ALL", "--new-session", "--die-with-parent"]
        walls += ["--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try"]
        if os.geteuid() == 0:
            # The worker drops to a user id of its own before it reads the submission, so that limits on processes
            # count; the filter of system calls keeps it from opening namespaces.
            return [*walls, "--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]
        return [*walls, "--unshare-user", "--disable-userns", "--uid", str(user), "--gid", str(user)]

    def _mounts(self, source: Source, files: Mapping[str, str]) -> list[str]:
        """What can be seen: all read-only, but for a small /tmp."""
        shown = {path: path for path in (*_interpreter_paths(), *site_folders())}
        shown |= files
        if source.in_folder:
            shown["/submission"] = str(source.folder.resolve())
        parents = {str(parent) for path in shown for parent in Path(path).parents} - {"/"}
        sized = ["--perms", "1777", "--size", str(TMP_BYTES), "--tmpfs"]
        # First, as they would hide others.
        mounts = ["--proc", "/proc", "--dev", "/dev", *sized, "/dev/shm", *sized, "/tmp"]
        for parent in sorted(parents - {"/tmp"}):  # made beforehand, as bubblewrap's own would be closed to other users
            mounts += ["--perms", "0755", "--dir", parent]
        for link in ("/lib", "/lib64"):
            if os.path.islink(link):
                mounts += ["--symlink", os.readlink(link), link]
        for inside, outside in shown.items():
            mounts += ["--ro-bind", outside, inside]
        for folder in site_folders():
            if Path(folder, "autograder").is_dir():
                mounts += ["--tmpfs", str(Path(folder, "autograder"))]
        return [*mounts, "--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/tmp"]


def _start(
    command: Sequence[str], environment: dict[str, str], descriptors: tuple[int, ...] = ()
) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        list(command),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        pass_fds=descriptors,
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),  # Windows: Ctrl-C is for the judge
    )


def _interpreter_paths() -> list[str]:
    """The interpreter, its standard library and the system's shared libraries."""
    prefix = os.path.realpath(sys.base_prefix)
    own = [os.path.realpath(sys.executable)] if prefix == "/usr" else [prefix]
    libraries = ["/usr/lib", "/usr/lib64", "/usr/lib32", "/etc/ld.so.cache"]
    libraries += [path for path in ("/lib", "/lib64") if not os.path.islink(path)]
    return [path for path in (*libraries, *own) if os.path.exists(path)]


def worker_files() -> dict[str, str]:
    """The worker's two files, by their place in the sandbox, the one that is started first.

    Where Python has kept them compiled, as it does with what is imported, each start is spared doing it again.
    """
    sources = [HERE / f"{name}.py" for name in WORKER]
    compiled = [Path(importlib.util.cache_from_source(str(source))) for source in sources]
    is_kept = all(_is_of(*pair) for pair in zip(compiled, sources, strict=True))
    suffix, found = (".pyc", compiled) if is_kept else (".py", sources)
    return {f"/judge/{name}{suffix}": str(path) for name, path in zip(WORKER, found, strict=True)}


def _is_of(compiled: Path, source: Path) -> bool:
    """Whether a file is what Python makes of this source, by the time and size that it notes, and as open to others."""
    try:
        with compiled.open("rb") as file:
            header = file.read(16)
            mode = os.fstat(file.fileno()).st_mode
        known = source.stat()
    except OSError:
        return False
    if known.st_mode & ~mode & 0o444:  # a worker that has changed its user could not read it
        return False
    noted = (0, int(known.st_mtime) & 0xFFFF_FFFF, known.st_size & 0xFFFF_FFFF)
    return header == importlib.util.MAGIC_NUMBER + b"".join(number.to_bytes(4, "little") for number in noted)


@cache
def site_folders() -> tuple[str, ...]:
    """Where this Python keeps installed packages: the worker's only way to NumPy, as it starts without `site`."""
    found = [path for path in sys.path if Path(path).name in ("site-packages", "dist-packages")]
    return tuple(path for path in found if Path(path).is_dir())


@cache
def why_no_bubblewrap() -> str:
    """Why bubblewrap can't be used here, with the remedy; empty where it works, which is tried once."""
    if not sys.platform.startswith("linux"):
        return "bubblewrap runs on Linux only. Grade in a Linux machine, a container or WSL."
    if shutil.which("bwrap") is None:
        return "bubblewrap is not installed. Install it, for example with: sudo apt-get install bubblewrap"
    with tempfile.TemporaryDirectory() as folder:
        process = Bubblewrap().popen(Source(Path(folder, "probe.py"), (), ()), folder)
        try:
            _, detail = process.communicate(b"", timeout=60)
        except subprocess.TimeoutExpired:
            process.kill()
            return "bubblewrap does not come back."
    if process.returncode == 0:
        return ""
    lines = detail.decode(errors="replace").strip().splitlines()
    return f"bubblewrap does not run here ({lines[-1] if lines else 'no reason given'}). Are user namespaces allowed?"


def choose(name: str) -> Sandbox:
    """The sandbox of that name: bubblewrap, none, or auto, which is bubblewrap where it runs. Raises SandboxError."""
    if name == "none":
        return NoSandbox()
    trouble = why_no_bubblewrap()
    if trouble and name == "bubblewrap":
        raise SandboxError(trouble)
    return NoSandbox() if trouble else Bubblewrap()
