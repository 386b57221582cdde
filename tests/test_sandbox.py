"""The walls, tried from the inside: what a submission in the sandbox can read, write, reach and leave behind.

Each probe is a function that runs where a student's functions run. None of them does harm where a wall is missing: what
would be dangerous is tried only after the probe has seen that it is shut in, and everything is counted.
"""

from __future__ import annotations

import contextlib
import ctypes
import inspect
import os
import platform
import py_compile
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from autograder.student import sandbox
from autograder.student.outcome import Returned
from autograder.student.process import Limits, StudentProcess
from autograder.student.sandbox import TMP_BYTES, Bubblewrap, NoSandbox, SandboxError, choose, why_no_bubblewrap
from autograder.student.source import Source, read
from autograder.student.worker import MAX_PROCESSES

pytestmark = pytest.mark.slow  # whole submissions, processes or a browser

ROOT = Path(__file__).resolve().parents[1]
LIMITS = Limits(call_seconds=10, load_seconds=20, wall_factor=3, submission_seconds=120)
RUNNER = "def probe(code, name, args):\n    space = {}\n    exec(code, space)\n    return space[name](*args)\n"
MEGABYTE = 2**20

walls = pytest.mark.skipif(bool(why_no_bubblewrap()), reason=why_no_bubblewrap() or "bubblewrap runs here")
Probe = Callable[..., Any]


def text_of(function: Callable[..., Any]) -> str:
    """A probe's source, with what it takes from the head of this file."""
    imports = "import contextlib, ctypes, os, socket, sys, time\nfrom pathlib import Path\nfrom typing import Any\n"
    return imports + inspect.getsource(function) + inspect.getsource(named_as)


def named_as(mark: str) -> None:
    """Give this process a name by which it can be found from outside."""
    ctypes.CDLL(None).prctl(15, mark.encode(), 0, 0, 0)


def prober(student: StudentProcess) -> Probe:
    """Runs a function of this file inside of the sandbox."""

    def probe(function: Callable[..., Any], *args: Any) -> Any:
        outcome = student.call("probe", (text_of(function), function.__name__, list(args)), {})
        assert isinstance(outcome, Returned), outcome
        return outcome.value

    return probe


def prisoner(source: Source | None = None) -> StudentProcess:
    return StudentProcess(source or Source(Path("submission.py"), (RUNNER,), ("cell",)), LIMITS, Bubblewrap())


@pytest.fixture(scope="module")
def inside() -> Iterator[Probe]:
    """One sandbox for all probes that leave it as it was. The judge's environment holds a secret meanwhile."""
    os.environ["COURSE_SECRET"] = SECRET
    try:
        with prisoner() as student:
            yield prober(student)
    finally:
        del os.environ["COURSE_SECRET"]


@pytest.fixture
def alone() -> Iterator[tuple[StudentProcess, Probe]]:
    """A sandbox for one probe that leaves a mess."""
    with prisoner() as student:
        yield student, prober(student)


SECRET = "the-seed-is-4711"


# -- the network


def connects(family: int, address: Any) -> str:
    with socket.socket(family, socket.SOCK_STREAM) as stream:
        stream.settimeout(2)
        try:
            stream.connect(tuple(address) if isinstance(address, list) else address)
        except OSError as error:
            return type(error).__name__
    return "connected"


@walls
def test_no_server_of_this_machine_can_be_reached(inside: Probe) -> None:
    """A server that listens on 127.0.0.1 is reached from here, and not from inside."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = list(server.getsockname())
        assert connects(socket.AF_INET, address) == "connected"
        assert inside(connects, int(socket.AF_INET), address) != "connected"


@walls
def test_no_socket_without_a_file_can_be_reached(inside: Probe) -> None:
    """Sockets in the abstract namespace belong to the network, and that is another one."""
    name = f"\0course-{uuid.uuid4().hex}"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(name)
        server.listen()
        assert connects(socket.AF_UNIX, name) == "connected"
        assert inside(connects, int(socket.AF_UNIX), name) != "connected"


@walls
def test_there_is_no_way_out(inside: Probe) -> None:
    """No address of the wide world is reached, and no network device but the loop is there."""
    assert inside(connects, int(socket.AF_INET), ["192.0.2.1", 53]) != "connected"
    assert set(inside(interfaces)) <= {"lo"}


def interfaces() -> list[str]:
    return [name for _, name in socket.if_nameindex()]


# -- files


def readable(paths: list[str]) -> list[str]:
    found = []
    for path in paths:
        try:
            if os.path.isdir(path):
                if os.listdir(path):
                    found.append(path)
            else:
                Path(path).open("rb").close()
                found.append(path)
        except OSError:
            pass
    return found


@walls
def test_no_file_of_the_course_or_of_a_home_is_readable(inside: Probe, tmp_path: Path) -> None:
    """Solutions, recordings, checks, data, other submissions, homes and the system's own accounts are not there."""
    (tmp_path / "other_student.py").write_text("secret", encoding="utf-8")
    ours = [ROOT / name for name in ("solutions", "autograder", "course.toml", "data", "source", "tests", ".git")]
    ours += [ROOT / "solutions" / "a1_first_network.py", ROOT / "autograder" / "recorded" / "a1_first_network.gz"]
    ours += [Path(sandbox.__file__), Path.home() / ".bashrc", Path.home(), tmp_path, tmp_path / "other_student.py"]
    theirs = ["/etc/passwd", "/etc/shadow", "/etc/hostname", "/home", "/var", "/run", "/mnt", "/opt", "/sys"]
    paths = [str(path) for path in ours if path.exists()]
    assert len(paths) >= 6
    seen = set(inside(readable, [*paths, *theirs]))
    way = {str(parent) for folder in sandbox.site_folders() for parent in Path(folder).parents}
    way |= {str(parent) for parent in Path(os.path.realpath(sys.executable)).parents}
    assert seen - way == set()
    assert set(inside(os_listdir, "/etc")) <= {"ld.so.cache"}


def os_listdir(folder: str) -> list[str]:
    return os.listdir(folder) if os.path.isdir(folder) else []


def named(names: list[str], left_out: list[str]) -> list[str]:
    found = []
    for folder, folders, files in os.walk("/"):
        folders[:] = [name for name in folders if os.path.join(folder, name) not in left_out]
        found += [os.path.join(folder, name) for name in [*folders, *files] if name.split(".")[0] in names]
    return found


def test_what_is_kept_compiled_is_used_only_for_its_source(tmp_path: Path) -> None:
    """A compiled file that Python would not use either, or that a worker of another user can't read, is passed over."""
    source, compiled = tmp_path / "worker.py", tmp_path / "worker.pyc"
    source.write_text("x = 1\n")
    source.chmod(0o644)
    py_compile.compile(str(source), str(compiled))
    compiled.chmod(0o644)
    assert sandbox._is_of(compiled, source)
    if os.name == "posix":
        compiled.chmod(0o600)
        assert not sandbox._is_of(compiled, source)
        compiled.chmod(0o644)
    data = compiled.read_bytes()
    for other in (b"", b"\0\0" + data[2:], data[:4] + b"\1" + data[5:]):
        compiled.write_bytes(other)
        assert not sandbox._is_of(compiled, source)
    compiled.write_bytes(data)
    source.write_text("x = 12\n")
    assert not sandbox._is_of(compiled, source)
    assert not sandbox._is_of(tmp_path / "none.pyc", source)


@walls
def test_nothing_by_the_name_of_ours_is_anywhere(inside: Probe) -> None:
    """A search of the whole tree, but for other people's packages, finds the worker's two files and no others."""
    names = ["course", "a1_first_network", "mnist_train", "mnist_test", "recorded", "mistakes", "checks", "solutions"]
    names += ["worker", "wire", "sandbox", "reference", "exercises", "source", ".git"]
    others = ["/proc", "/usr", os.path.realpath(sys.base_prefix), *sandbox.site_folders()]
    assert sorted(inside(named, names, others)) == sorted(sandbox.worker_files())
    for folder in sandbox.site_folders():
        assert inside(readable, [f"{folder}/autograder", f"{folder}/digits_from_scratch"]) == []


def ours_by_import() -> dict[str, Any]:
    import importlib

    module = importlib.import_module("autograder")
    tried = {}
    for name in ("reference", "judge", "judge.grade", "mistakes", "checks", "course", "student.wire", "recorded"):
        try:
            importlib.import_module(f"autograder.{name}")
            tried[name] = "imported"
        except ImportError:
            pass
    del sys.modules["autograder"]
    try:
        importlib.import_module("autograder")
        tried["autograder"] = "imported"
    except ImportError:
        pass
    sys.modules["autograder"] = module
    return {"tried": tried, "names": [name for name in vars(module) if not name.startswith("_")]}


@walls
def test_importing_the_grader_gives_nothing_of_it(inside: Probe) -> None:
    """`import autograder` is what a lesson's own line gets: names that do nothing, and no module below them."""
    answer = inside(ours_by_import)
    assert answer["tried"] == {}
    assert set(answer["names"]) == {"check", "confusion", "data_path", "plot_history", "show_digits", "show_weights"}


def environments() -> list[str]:
    found = []
    for name in os.listdir("/proc"):
        for file in ("environ", "cmdline"):
            with contextlib.suppress(OSError):
                found.append(Path(f"/proc/{name}/{file}").read_bytes().decode(errors="replace"))
    return [*found, repr(os.environ)]


@walls
def test_the_judges_environment_is_nowhere(inside: Probe) -> None:
    """Not in os.environ, and not in /proc/1/environ or that of any other process."""
    assert os.environ["COURSE_SECRET"] == SECRET
    texts = inside(environments)
    assert len(texts) >= 2
    assert not [text for text in texts if SECRET in text or "pytest" in text]


def open_descriptors() -> list[str]:
    found = []
    for name in os.listdir("/proc/self/fd"):
        with contextlib.suppress(OSError):
            found.append(os.readlink(f"/proc/self/fd/{name}"))
    return found


@walls
def test_no_open_file_of_the_judges_is_inherited(tmp_path: Path) -> None:
    """Inside there are pipes and /dev/null, and neither an open file nor a socket of the judge's."""
    with (
        (tmp_path / "secret").open("w") as file,
        socket.create_server(("127.0.0.1", 0)) as server,
        prisoner() as student,
    ):
        os.set_inheritable(file.fileno(), True)
        os.set_inheritable(server.fileno(), True)
        links = prober(student)(open_descriptors)
    assert {link.split(":")[0] for link in links if not link.startswith("/proc/")} <= {"pipe", "/dev/null"}


def writable_folders() -> list[str]:
    found = []
    for folder, folders, _ in os.walk("/"):
        if folder == "/":
            folders.remove("proc")
        name = os.path.join(folder, "written-by-a-test")
        try:
            open(name, "w").close()
            os.unlink(name)
            found.append(folder)
        except OSError:
            pass
    return found


@walls
def test_nothing_is_writable_but_the_temporary_folders(inside: Probe) -> None:
    """In every folder that there is a file is tried: only /tmp and shared memory take it."""
    found = inside(writable_folders)
    assert "/tmp" in found
    assert [folder for folder in found if not folder.startswith(("/tmp", "/dev/shm"))] == []


def opened_to_write(paths: list[str]) -> list[str]:
    found = []
    for path in [*paths, sys.executable, os.__file__]:
        with contextlib.suppress(OSError):
            os.close(os.open(path, os.O_WRONLY))
            found.append(path)
    return found


@walls
def test_no_file_that_is_there_can_be_changed(inside: Probe) -> None:
    """Neither the worker's own files nor the interpreter, nor the kernel's switches, nor a terminal."""
    kernel = ["/proc/sys/kernel/hostname", "/proc/sys/kernel/core_pattern", "/proc/sysrq-trigger", "/proc/1/mem"]
    devices = ["/dev/mem", "/dev/kmsg", "/dev/tty", "/dev/console"]
    assert inside(opened_to_write, [*sandbox.worker_files(), *kernel, *devices]) == []


def fill(folder: str) -> int:
    written = 0
    piece = b"\1" * 2**20
    try:
        for number in range(6):
            with open(os.path.join(folder, f"fill-{number}"), "wb", buffering=0) as file:
                for _ in range(40):
                    written += file.write(piece)
    except OSError:
        pass
    for number in range(6):
        with contextlib.suppress(OSError):
            os.unlink(os.path.join(folder, f"fill-{number}"))
    return written


@walls
@pytest.mark.parametrize("folder", ["/tmp", "/dev/shm"])
def test_temporary_folders_have_a_bound(inside: Probe, folder: str) -> None:
    """Several files together take 64 MB and no more, and room is free again when they are gone."""
    for _ in range(2):
        assert 32 * MEGABYTE <= inside(fill, folder) <= TMP_BYTES + MEGABYTE


@walls
def test_what_was_handed_in_is_readable_and_no_more(tmp_path: Path) -> None:
    """A folder handed in is there, read-only; a link in it leads nowhere, and its neighbour is not there."""
    folder, neighbour = tmp_path / "anna", tmp_path / "ben"
    for place in (folder, neighbour):
        place.mkdir()
    (neighbour / "a1_first_network.py").write_text("stolen = 1\n", encoding="utf-8")
    (folder / "a1_first_network.py").write_text(RUNNER, encoding="utf-8")
    (folder / "helper.py").write_text("value = 42\n", encoding="utf-8")
    (folder / "way_out").symlink_to(neighbour)
    folder.chmod(0o777)  # the walls have to hold where the file system's permissions would let it through
    with prisoner(read(folder, "a1_first_network")) as student:
        inside = prober(student)
        assert inside(handed_in, str(neighbour)) == {
            "helper": 42,
            "files": 3,
            "link": False,
            "ben": False,
            "write": False,
        }


def handed_in(neighbour: str) -> dict[str, Any]:
    import helper

    folder = os.path.dirname(helper.__file__)
    try:
        open(os.path.join(folder, "new"), "w").close()
        write = True
    except OSError:
        write = False
    return {
        "helper": helper.value,
        "files": len(os.listdir(folder)),
        "link": os.path.exists(os.path.join(folder, "way_out")),
        "ben": os.path.exists(neighbour),
        "write": write,
    }


# -- other processes


def processes() -> list[str]:
    return [name for name in os.listdir("/proc") if name.isdigit()]


@walls
def test_no_other_process_is_visible(inside: Probe) -> None:
    """There is the worker, and what bubblewrap needs to look after it."""
    found = inside(processes)
    assert len(found) <= 3
    assert all(int(name) < 10 for name in found)


def kill_everybody() -> str:
    import signal

    if os.getpid() > 20:
        return "not shut in: not tried"
    tried = []
    for pid in (-1, 1, os.getppid()):
        try:
            os.kill(pid, signal.SIGKILL)
        except OSError as error:
            tried.append(type(error).__name__)
    return "alive " + " ".join(tried)


@walls
def test_killing_everybody_kills_nobody_else(alone: tuple[StudentProcess, Probe]) -> None:
    """kill(-1) reaches neither the judge nor another sandbox."""
    with prisoner() as other:
        assert prober(other)(processes)
        student, _ = alone
        outcome = student.call("probe", (text_of(kill_everybody), "kill_everybody", []), {})
        assert not isinstance(outcome, Returned) or outcome.value.startswith("alive")
        assert prober(other)(processes)


def bomb(mark: str, most: int) -> int:
    if os.getpid() > 20:
        return -1  # not shut in: not tried
    children = 0
    for _ in range(most):
        try:
            pid = os.fork()
        except OSError:
            break
        if pid == 0:
            try:
                os.setsid()
                named_as(mark)
                time.sleep(60)
            finally:
                os._exit(0)
        children += 1
    time.sleep(0.2)
    return children


def processes_called(mark: str) -> list[str]:
    found = []
    for comm in Path("/proc").glob("[0-9]*/comm"):
        try:
            if comm.read_text().strip() == mark:
                found.append(comm.parent.name)
        except OSError:
            continue
    return found


@walls
def test_a_fork_bomb_is_bounded_and_leaves_nothing(alone: tuple[StudentProcess, Probe]) -> None:
    """Processes have an upper limit, and when the sandbox is closed all of them are dead, also those that went away."""
    student, inside = alone
    mark = f"b{uuid.uuid4().hex[:10]}"
    born = inside(bomb, mark, 4 * MAX_PROCESSES)
    assert 0 < born <= MAX_PROCESSES
    assert len(processes_called(mark)) >= born // 2
    student.close()
    deadline = time.monotonic() + 5
    while processes_called(mark) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert processes_called(mark) == []


JUDGE = """
import sys
from pathlib import Path
from autograder.student.process import Limits, StudentProcess
from autograder.student.sandbox import Bubblewrap
from autograder.student.source import Source
code = '''
import ctypes, time
def probe(mark):
    ctypes.CDLL(None).prctl(15, mark.encode(), 0, 0, 0)
def sleep():
    time.sleep(60)
'''
source = Source(Path("x.py"), (code,), ("cell",))
student = StudentProcess(source, Limits(call_seconds=30), Bubblewrap())
print(student.call("probe", (sys.argv[1],), {}), flush=True)
student.call("sleep", (), {})
"""


@walls
def test_a_sandbox_dies_with_its_judge() -> None:
    """When the judge is killed, nothing that it started lives on."""
    mark = f"j{uuid.uuid4().hex[:10]}"
    command = [sys.executable, "-c", JUDGE, mark]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, start_new_session=True) as judge:
        assert judge.stdout is not None
        try:
            assert b"Returned" in judge.stdout.readline()
            assert processes_called(mark)
            time.sleep(0.3)  # until it is asleep
        finally:
            judge.kill()
    deadline = time.monotonic() + 5
    while processes_called(mark) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert processes_called(mark) == []


# -- privileges


def status() -> dict[str, str]:
    lines = Path("/proc/self/status").read_text().splitlines()
    return {line.split(":")[0]: line.split(":", 1)[1].strip() for line in lines if ":" in line}


@walls
def test_there_are_no_privileges(inside: Probe) -> None:
    """No capability in force, no root, no group, no way to gain any by executing something, and a filter of calls."""
    found = inside(status)
    for name in ("CapPrm", "CapEff", "CapAmb"):
        assert int(found[name], 16) == 0, name
    assert "0" not in found["Uid"].split()
    assert "0" not in found["Gid"].split()
    assert "0" not in found["Groups"].split()
    assert found["NoNewPrivs"] == "1"
    assert found["Seccomp"] == "2"


def become_root() -> list[str]:
    attempts: dict[str, tuple[Any, ...]] = {name: (0,) for name in ("setuid", "setgid", "seteuid", "setegid")}
    attempts |= {
        "setresuid": (0, 0, 0),
        "setresgid": (0, 0, 0),
        "setgroups": ([0],),
        "chroot": ("/tmp",),
        "nice": (-5,),
    }
    won = []
    for name, args in attempts.items():
        with contextlib.suppress(OSError):
            getattr(os, name)(*args)
            won.append(name)
    return won


@walls
def test_nobody_becomes_root(inside: Probe) -> None:
    """setuid(0) and its kin are refused, and so are chroot and a higher priority."""
    assert inside(become_root) == []


def system_calls(calls: dict[str, list[int]]) -> dict[str, int]:
    libc = ctypes.CDLL(None, use_errno=True)
    libc.syscall.restype = ctypes.c_long
    found = {}
    for name, numbers in calls.items():
        ctypes.set_errno(0)
        pid = os.getpid()
        answer = libc.syscall(*[ctypes.c_long(number) for number in numbers])
        if os.getpid() != pid:
            os._exit(0)
        found[name] = ctypes.get_errno() if answer == -1 else 0
    return found


EPERM, ENOSYS = 1, 38
SIGCHLD = 17
NAMESPACES = {
    "time": 0x80,
    "mount": 0x20000,
    "cgroup": 0x2000000,
    "uts": 0x4000000,
    "ipc": 0x8000000,
    "user": 0x10000000,
    "pid": 0x20000000,
    "network": 0x40000000,
}
on_x86 = pytest.mark.skipif(platform.machine() != "x86_64", reason="the numbers of system calls are those of x86-64")


@walls
@on_x86
def test_no_namespace_can_be_opened(inside: Probe) -> None:
    """unshare and clone are refused for every kind of namespace, and clone3 is said not to exist."""
    calls = {f"unshare {name}": [272, flag] for name, flag in NAMESPACES.items()}
    calls |= {f"clone {name}": [56, flag | SIGCHLD, 0, 0, 0, 0] for name, flag in NAMESPACES.items() if name != "time"}
    found = inside(system_calls, calls)
    assert {name: error for name, error in found.items() if error != EPERM} == {}
    assert inside(system_calls, {"clone3": [435, 0, 0]}) == {"clone3": ENOSYS}


@walls
@on_x86
def test_dangerous_system_calls_are_refused(inside: Probe) -> None:
    """Looking into other processes, mounting, loading code into the kernel, its newest subsystems: all EPERM."""
    calls = {
        "ptrace traceme": [101, 0, 0, 0, 0],
        "ptrace attach": [101, 16, 1, 0, 0],
        "process_vm_readv": [310, 1, 0, 0, 0, 0, 0],
        "process_vm_writev": [311, 1, 0, 0, 0, 0, 0],
        "mount": [165, 0, 0, 0, 0, 0],
        "umount2": [166, 0, 0],
        "pivot_root": [155, 0, 0],
        "setns": [308, 0, 0],
        "keyctl": [250, 0, 0, 0, 0, 0],
        "add_key": [248, 0, 0, 0, 0, 0],
        "bpf": [321, 0, 0, 0],
        "perf_event_open": [298, 0, 0, 0, 0, 0],
        "userfaultfd": [323, 0],
        "init_module": [175, 0, 0, 0],
        "open_by_handle_at": [304, 0, 0, 0],
        "io_uring_setup": [425, 1, 0],
        "open_tree": [428, 0, 0, 0],
        "fsopen": [430, 0, 0],
        "pidfd_getfd": [438, 0, 0, 0],
        "an x32 call": [0x40000000 + 39],
    }
    found = inside(system_calls, calls)
    assert {name: error for name, error in found.items() if error != EPERM} == {}


@walls
@on_x86
def test_the_filter_leaves_ordinary_calls_alone(inside: Probe) -> None:
    """The numbers that are tried above mean what they should: getpid and getppid answer."""
    assert inside(system_calls, {"getpid": [39], "getppid": [110]}) == {"getpid": 0, "getppid": 0}
    assert inside(processes)


# -- ordinary work


def ordinary() -> dict[str, Any]:
    import subprocess
    import tempfile
    import threading

    import numpy as np

    rooms = []
    thread = threading.Thread(target=lambda: rooms.append(np.linalg.norm(np.ones((50, 50)) @ np.ones((50, 50)))))
    thread.start()
    thread.join()
    with tempfile.TemporaryFile() as file:
        file.write(b"abc")
    child = subprocess.run([sys.executable, "-S", "-c", "print(6 * 7)"], capture_output=True, text=True)
    return {"thread": float(rooms[0]), "child": child.stdout.strip(), "random": len(os.urandom(8))}


@walls
def test_ordinary_code_works(inside: Probe) -> None:
    """NumPy, threads, temporary files, child processes and random numbers are there as anywhere."""
    assert inside(ordinary) == {"thread": 2500.0, "child": "42", "random": 8}


# -- which sandbox is chosen


def test_no_sandbox_is_taken_only_when_asked_for_or_when_there_is_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """auto is bubblewrap where it runs; asking for bubblewrap where it does not run is an error with its remedy."""
    monkeypatch.setattr(sandbox, "why_no_bubblewrap", lambda: "")
    assert [choose(name).name for name in ("auto", "bubblewrap", "none")] == ["bubblewrap", "bubblewrap", "none"]
    monkeypatch.setattr(sandbox, "why_no_bubblewrap", lambda: "It is not installed. Install it.")
    assert isinstance(choose("auto"), NoSandbox)
    with pytest.raises(SandboxError, match="Install it"):
        choose("bubblewrap")


def test_a_missing_bubblewrap_is_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it is not installed, and on another system, the reason names what to do."""
    why = why_no_bubblewrap.__wrapped__
    monkeypatch.setattr(sandbox.sys, "platform", "darwin")
    assert "Linux" in why()
    monkeypatch.setattr(sandbox.sys, "platform", "linux")
    monkeypatch.setenv("PATH", "")
    assert "apt-get install bubblewrap" in why()


@pytest.mark.skipif(os.name != "posix" or not hasattr(ctypes, "CDLL"), reason="needs a POSIX system")
def test_without_a_sandbox_the_worker_is_a_group_of_its_own(tmp_path: Path) -> None:
    """The plain process has its own session, so that it can be ended with all that it started."""
    process = NoSandbox().popen(Source(Path("x.py"), (), ()), str(tmp_path))
    try:
        assert os.getpgid(process.pid) == process.pid
        assert os.getsid(process.pid) == process.pid
    finally:
        process.kill()
        process.communicate()
