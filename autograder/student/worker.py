"""The untrusted side: loads a submission and calls its functions, for a judge at the other end of two pipes.

Started as a script of its own, in isolated mode and often inside a sandbox. It imports only the wire, NumPy and the
standard library, holds nothing that is worth stealing, and is not believed by anybody: the judge checks what it says.
"""

from __future__ import annotations
import __future__

import ast
import contextlib
import importlib.machinery
import importlib.util
import io
import os
import random
import re
import sys
import tempfile
import types
import warnings
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    from autograder.student import wire

MAX_TEXT = 600
MAX_PRINTED = 2000
MAX_WRITTEN_BYTES = 64 * 2**20
MAX_PROCESSES = 64
MAX_OPEN_FILES = 256
MAX_ERRORS = 50  # pieces that can't be read; after so many the rest is left unread
LEFT_UNREAD = ValueError(f"left unread, because {MAX_ERRORS} pieces before it can't be read")
GLOBAL_SEED = 784
# A submission can't be called like these: it would stand in their place.
RESERVED_NAMES = sys.stdlib_module_names | {"numpy", "autograder", "__main__"}
DEFINITIONS = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
CONSTANTS = (ast.Assign, ast.AnnAssign)
LASTING = (ast.Call, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.Await)
# What the lesson's file imports from us. While it is graded these do nothing, and no data file is found,
# so that the lesson's own training runs cost nothing.
LESSON_HELPERS = ("check", "confusion", "plot_history", "show_digits", "show_weights")
TOP_LEVEL = re.compile(r"(?:def|class|async|@|import|from|if|for|while|with|try|[A-Za-z_]\w*\s*[=:(,.\[+\-*/])")


class ForbiddenImport(ImportError):
    """An import of a module that does the learning for the student."""


class Statement:
    """One top-level statement of the submission, with the cell that it stands in.

    `importing` holds the numbers of the cell's lines in which an import may stand, in order.
    """

    def __init__(
        self, node: ast.stmt, cell: int, filename: str, source: Sequence[str], importing: Sequence[int]
    ) -> None:
        self.node = node
        self.cell = cell
        self.filename = filename
        self.source = source
        self.importing = importing

    @property
    def may_import(self) -> bool:
        """Whether its lines can hold an import at all: to look at each node of each function takes its time."""
        decorators = getattr(self.node, "decorator_list", [])
        first = min(node.lineno for node in (self.node, *decorators))
        last = self.node.end_lineno or first
        at = bisect_left(self.importing, first)
        return last > len(self.source) or (at < len(self.importing) and self.importing[at] <= last)

    @property
    def is_definition(self) -> bool:
        return isinstance(self.node, DEFINITIONS)

    @property
    def is_constant(self) -> bool:
        return isinstance(self.node, CONSTANTS)

    @property
    def is_plain(self) -> bool:
        """Whether it is a constant whose value can't take long: nothing is called and nothing repeated for it."""
        return self.is_constant and not any(isinstance(node, LASTING) for node in ast.walk(self.node))


class Printed(io.TextIOBase):
    """Where all goes that a submission prints: the beginning is kept for its author, and no mark depends on it."""

    def __init__(self) -> None:
        self._kept = ""

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if len(self._kept) < MAX_PRINTED:
            self._kept += text[: MAX_PRINTED - len(self._kept)]
        return len(text)

    def take(self) -> str:
        """What was printed since this was asked last."""
        kept, self._kept = self._kept, ""
        return kept


# -- reading the source ---------------------------------------------------------------------------------------------


def parse(cells: Sequence[str], filenames: Sequence[str]) -> tuple[list[Statement], list[dict[str, Any]]]:
    """All top-level statements that can be read, and an entry for each piece that can't.

    A cell with a syntax error is cut at its unindented lines, and the pieces that parse by themselves are kept: one
    broken function must not take the others with it. With MAX_ERRORS no cell is cut any further, and the last entry,
    marked as the `rest`, says from where.
    """
    statements: list[Statement] = []
    errors: list[dict[str, Any]] = []
    for cell, (text, filename) in enumerate(zip(cells, filenames, strict=True)):
        # As Python counts lines; str.splitlines knows others too.
        source = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        try:
            nodes = _parse(text, filename)
        except (SyntaxError, ValueError) as error:
            nodes, unread = [], list[dict[str, Any]]()
            for first, piece in _pieces(text):
                if len(errors) + len(unread) >= MAX_ERRORS:
                    unread.append({**_syntax_entry(LEFT_UNREAD, cell, "", first, source), "rest": True})
                    break
                try:
                    nodes += _parse_piece(piece, first, filename)
                except (SyntaxError, ValueError) as inner:
                    unread.append(_syntax_entry(inner, cell, piece, first, source))
            errors += unread or [_syntax_entry(error, cell, text, 0, source)]
        # Python reads names in wide letters as plain ones.
        importing = [at for at, line in enumerate(source, 1) if "import" in line or not line.isascii()]
        statements += [Statement(node, cell, filename, source, importing) for node in nodes]
    return statements, errors[: MAX_ERRORS + 1]


MAGIC_LINE = re.compile(r"^(\s*)(?:[%!?].*|[\w.]+\s*\?{1,2}\s*)$")
MAGIC_VALUE = re.compile(r"^(\s*\w[\w, ]*=\s*)[%!].*$")
PYTHON_CELL_MAGICS = ("%%time", "%%timeit", "%%capture", "%%prun", "%%px")


def without_magics(text: str) -> str:
    """A notebook cell with its magics and shell lines turned into `pass`, line by line, so that numbers stay right."""
    lines = text.split("\n")
    first = next((line for line in lines if line.strip()), "")
    if first.startswith("%%") and not first.startswith(PYTHON_CELL_MAGICS):
        return ""
    return "\n".join(MAGIC_VALUE.sub(r"\1None", MAGIC_LINE.sub(r"\1pass", line)) for line in lines)


def _parse(text: str, filename: str) -> list[ast.stmt]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Python's doubts, such as `is "relu"`, would stand above the report
            try:
                tree = ast.parse(text, filename=filename)
            except SyntaxError:
                tree = ast.parse(without_magics(text), filename=filename)
            compile(tree, filename, "exec", dont_inherit=True)
    except (RecursionError, MemoryError) as error:
        raise ValueError("nested too deeply to be read") from error
    return tree.body


def _parse_piece(piece: str, first: int, filename: str) -> list[ast.stmt]:
    """The statements of a piece with so many lines before it. Only for an error's words are these put before it."""
    try:
        nodes = _parse(piece, filename)
    except (SyntaxError, ValueError):
        return _parse("\n" * first + piece, filename)
    for node in nodes:
        ast.increment_lineno(node, first)
    return nodes


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """The text cut before each unindented line that can begin a statement: (lines before it, piece)."""
    lines = text.split("\n")
    starts = [0]
    for number, line in enumerate(lines):
        decorated = number > 0 and lines[number - 1].startswith("@")
        if number and TOP_LEVEL.match(line) and not decorated:
            starts.append(number)
    for first, last in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield first, "\n".join(lines[first:last])


def _syntax_entry(error: Exception, cell: int, piece: str, first: int, source: Sequence[str]) -> dict[str, Any]:
    name = re.search(r"^(?:async\s+)?def\s+(\w+)", piece, re.MULTILINE)
    line = getattr(error, "lineno", None) or first + 1
    return {
        "cell": cell,
        "line": line,
        "column": getattr(error, "offset", None) or 0,
        "text": str(getattr(error, "msg", error))[:MAX_TEXT],
        "code": source[line - 1].strip()[:MAX_TEXT] if 0 < line <= len(source) else "",
        "function": name.group(1) if name else "",
    }


def forbidden_imports(statement: Statement, forbidden: Sequence[str]) -> Iterator[dict[str, Any]]:
    """The imports in a statement of modules that are not allowed, with the outermost function they stand in."""
    if not statement.may_import:
        return
    for node, function in _placed(statement.node):
        for module in _imported(node):
            for name in forbidden:
                if module == name or module.startswith(name + "."):
                    yield {"module": name, "line": getattr(node, "lineno", 0), "function": function}


def _placed(top: ast.stmt) -> Iterator[tuple[ast.AST, str]]:
    """All nodes of a statement, each with the outermost function that it is in; empty where Python runs it at once."""
    todo: list[tuple[ast.AST, str, str]] = [(top, "", "")]
    while todo:
        node, function, owner = todo.pop()
        if not function and isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            function = owner + node.name
        elif not function and isinstance(node, ast.Lambda):
            function = owner or "lambda"
        elif not function and isinstance(node, ast.ClassDef):
            owner = f"{owner}{node.name}."
        elif not function and isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            owner = node.targets[0].id
        yield node, function
        todo += [(child, function, owner) for child in ast.iter_child_nodes(node)]


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and not node.level:
        module = node.module or ""
        return [module, *(f"{module}.{alias.name}" for alias in node.names)]
    if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if called in ("__import__", "import_module") and isinstance(node.args[0].value, str):
            return [node.args[0].value]
    return []


class ImportGuard:
    """Refuses forbidden modules at run time too, wherever the import is written."""

    def __init__(self, forbidden: Sequence[str]) -> None:
        self.forbidden = forbidden

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        refused = any(name == module or name.startswith(module + ".") for module in self.forbidden)
        if refused and not _loads_its_own_part(name):
            raise ForbiddenImport(name)


def _loads_its_own_part(name: str) -> bool:
    """Whether an allowed package, while it is loaded, asks for a part of its own, as scipy.stats does for optimize."""
    frame = sys._getframe(2)
    while frame.f_back is not None and "importlib" in frame.f_code.co_filename:
        frame = frame.f_back
    asking = str(frame.f_globals.get("__name__", ""))
    return frame.f_code.co_name == "<module>" and "." in name and asking.split(".")[0] == name.split(".")[0]


# -- running it -----------------------------------------------------------------------------------------------------


class Worker:
    """Holds the student's module between the judge's requests."""

    def __init__(self, receive: BinaryIO, send: BinaryIO) -> None:
        self.receive_from = receive
        self.send_to = send
        self.module = types.ModuleType("submission")
        self.order: dict[str, Any] = {}
        self.statements: list[Statement] = []
        self.parsed: dict[str, Any] = {}
        self.sources: dict[str, Sequence[str]] = {}
        self.folder = ""
        self.process = os.getpid()
        self.future_flags = 0
        self.held: dict[str, Any] = {}
        self.printed = Printed()

    def send(self, kind: str, fields: dict[str, Any]) -> None:
        try:
            frame = wire.encode([kind, fields])
        except wire.WireError as error:
            plain = {"outcome": "returned", "value": wire.Foreign(str(error)), "changed": {}}
            frame = wire.encode([kind, {**plain, "number": fields.get("number")}])
        self.send_to.write(frame)
        self.send_to.flush()

    def receive(self) -> Any:
        return wire.read_frame(self.receive_from.read, orders=True)

    def serve(self) -> None:
        """Answer requests until the judge closes the pipe."""
        while True:
            try:
                kind, fields = self.receive()
            except EOFError:
                return
            if kind == "warm":
                self.warm(fields["site"])
            elif kind == "load":
                self.load(fields)
            elif kind == "hold":
                self.held[fields["name"]] = materialise(fields["value"], self.folder, wire)
            elif kind == "call":
                answer = self.call(fields["function"], fields["args"], fields["kwargs"])
                if os.getpid() != self.process:
                    os._exit(0)  # a copy that the student's code made by fork: one question, one answer
                self.send("result", {**answer, "number": fields["number"]})

    def warm(self, site: Sequence[str]) -> None:
        """Get ready for a submission that is still to come: NumPy takes longer to import than most take to run."""
        sys.path += [path for path in site if path not in sys.path]
        import numpy

        numpy.seterr(all="ignore")

    def load(self, order: dict[str, Any]) -> None:
        """Read the cells, tell what stands in them, and on the judge's word execute them one by one.

        Asked once more, it does so once more, in a module of its own in which nothing is left of the first. (What the
        code has done to other modules than its own stays.)
        """
        self.warm(order["site"])
        _limit_resources(order["memory_bytes"], order["cpu_seconds"])
        if order != self.order:
            self._read(order)
        self.send("parsed", self.parsed)
        kind, fields = self.receive()
        if kind != "run":
            return
        self._prepare_module(order)
        sys.stdout = sys.stderr = self.printed
        raised = []
        for number, statement in enumerate(self.statements):
            if number in fields["skip"]:
                continue
            if fields["definitions_only"] and not (statement.is_definition or statement.is_constant):
                continue
            if fields["plain_only"] and not (statement.is_definition or statement.is_plain):
                continue
            self.send("at", {"statement": number})
            failure = self._execute(statement)
            if failure:
                raised.append({"statement": number, **failure})
        for name in fields["helpers"]:
            vars(self.module)[name] = self._helper(name)
        self.send("loaded", {"raised": raised[:50]})

    def _read(self, order: dict[str, Any]) -> None:
        self.order = order
        self.statements, errors = parse(order["cells"], order["filenames"])
        self.sources = {statement.filename: statement.source for statement in self.statements}
        forbidden = [e for statement in self.statements for e in forbidden_imports(statement, order["forbidden"])]
        self.parsed = {
            "statements": len(self.statements),
            "errors": errors,
            "forbidden": forbidden[:50],
            "uses": _names_used(self.statements),
        }

    def _prepare_module(self, order: dict[str, Any]) -> None:
        import numpy

        warnings.simplefilter("ignore")
        self.future_flags = 0
        # Who draws without a generator of their own gets the same numbers whenever, and on whatever machine, they are
        # graded. Not before each call: that two calls differ is what shows the judge where no generator was used.
        random.seed(GLOBAL_SEED)
        numpy.random.seed(GLOBAL_SEED)
        sys.meta_path[:] = [finder for finder in sys.meta_path if not isinstance(finder, ImportGuard)]
        sys.meta_path.insert(0, ImportGuard(order["forbidden"]))
        lesson = types.ModuleType("autograder")
        for name in LESSON_HELPERS:
            setattr(lesson, name, lambda *args, **kwargs: None)
        vars(lesson)["data_path"] = lambda name: os.path.join(self.folder, "no-data-while-grading", name)
        sys.modules["autograder"] = lesson
        if order["siblings"]:
            _forget_modules(order["siblings"])
            sys.path[:] = [*(path for path in sys.path if path != order["siblings"]), order["siblings"]]
        self.folder = tempfile.mkdtemp(prefix="digits-")
        os.chdir(self.folder)
        vars(self.module).clear()  # or its arrays stay until the next full collection
        name = "submission" if order["name"].partition(".")[0] in RESERVED_NAMES else order["name"]
        self.module = types.ModuleType(name)
        self.module.__file__ = order["filenames"][0] if order["filenames"] else name
        sys.modules[name] = self.module

    def _execute(self, statement: Statement) -> dict[str, Any] | None:
        tree = ast.Module(body=[statement.node], type_ignores=[])
        if isinstance(statement.node, ast.ImportFrom) and statement.node.module == "__future__":
            for alias in statement.node.names:
                self.future_flags |= getattr(__future__, alias.name).compiler_flag
        try:
            code = compile(tree, statement.filename, "exec", flags=self.future_flags, dont_inherit=True)
            exec(code, vars(self.module))
        except BaseException as error:
            return self._failure(error)
        finally:
            if os.getpid() != self.process:
                os._exit(0)
        return None

    def call(self, name: str, arguments: Sequence[Any], keywords: dict[str, Any]) -> dict[str, Any]:
        """Call one function and describe what became of it."""
        function = vars(self.module).get(name)
        if not callable(function):
            return {"outcome": "missing"}
        given = [self._argument(argument) for argument in arguments]
        # What is held is large, and handed over as it is: to look for changes in it would take longer than most calls.
        small = [None if isinstance(argument, wire.Held) else given[at] for at, argument in enumerate(arguments)]
        before = [copy_of(argument) for argument in small]
        named = {key: self._argument(value) for key, value in keywords.items()}
        self.printed.take()
        try:
            value = function(*given, **named)
        except BaseException as error:
            return {"outcome": "raised", **self._failure(error), "printed": self.printed.take()}
        changed = changed_arguments(small, before)
        return {"outcome": "returned", "value": value, "changed": changed, "printed": self.printed.take()}

    def _argument(self, argument: Any) -> Any:
        if isinstance(argument, wire.Held):
            held = self.held[argument.name]
            return held.copy(order="C").reshape(argument.shape) if argument.shape else held
        return materialise(argument, self.folder, wire)

    def _helper(self, name: str) -> Any:
        """Stands where the student's helper stood; the judge computes the answer."""

        def helper(*arguments: Any, **keywords: Any) -> Any:
            told = [as_told(argument, wire) for argument in arguments]
            named = {key: as_told(argument, wire) for key, argument in keywords.items()}
            self.send("helper", {"function": name, "args": told, "kwargs": named})
            _, fields = self.receive()
            if fields["outcome"] == "raised":
                raise ValueError(fields["text"])
            return fields["value"]

        helper.__name__ = name
        return helper

    def _failure(self, error: BaseException) -> dict[str, Any]:
        """The exception as text, with the deepest line of the student's own file."""
        line, code, within = None, "", ""
        trace = vars(BaseException)["__traceback__"].__get__(error)
        while trace is not None:
            filename = trace.tb_frame.f_code.co_filename
            if filename in self.sources:
                line, within = trace.tb_lineno, trace.tb_frame.f_code.co_name
                source = self.sources[filename]
                code = source[line - 1].strip() if line and 0 < line <= len(source) else ""
            trace = trace.tb_next
        try:
            text = str(error)
        except BaseException:
            text = ""
        name = "ForbiddenImport" if type(error) is ForbiddenImport else wire.NAME(type(error))
        return {
            "type": name[:MAX_TEXT],
            "text": text[:MAX_TEXT],
            "line": line,
            "code": code[:MAX_TEXT],
            "within": within,
        }


def _forget_modules(folder: str) -> None:
    """Let the modules beside a submission be executed anew, as it is itself."""
    for name, module in list(sys.modules.items()):
        known = vars(module) if isinstance(module, types.ModuleType) else {}
        places = [known.get("__file__"), *known.get("__path__", ())]  # a package without __init__.py has no file
        if any(isinstance(place, str) and place.startswith(os.path.join(folder, "")) for place in places):
            del sys.modules[name]


def _limit_resources(memory_bytes: int, cpu_seconds: int) -> None:
    """Bound memory, time, file size and core dumps where the system knows such limits (not on Windows).

    Time is up to the judge; its bound here is for a worker whose judge was killed.
    """
    try:
        import resource
    except ImportError:
        return
    bounds = {resource.RLIMIT_AS: memory_bytes, resource.RLIMIT_FSIZE: MAX_WRITTEN_BYTES, resource.RLIMIT_CORE: 0}
    bounds[resource.RLIMIT_CPU] = cpu_seconds
    if os.path.isdir("/judge"):  # in the sandbox, where no other process of this user counts
        bounds |= {resource.RLIMIT_NPROC: MAX_PROCESSES, resource.RLIMIT_NOFILE: MAX_OPEN_FILES}
    for name, bound in bounds.items():
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(name, (bound, bound))
    with contextlib.suppress(OSError), open("/proc/self/oom_score_adj", "w") as file:
        file.write("1000")  # when the machine runs out of memory, Linux ends this process first


def _names_used(statements: Sequence[Statement]) -> dict[str, list[str]]:
    """For each top-level function, the names that its body mentions."""
    return {
        statement.node.name: sorted({node.id for node in ast.walk(statement.node) if isinstance(node, ast.Name)})[:500]
        for statement in statements
        if isinstance(statement.node, ast.FunctionDef)
    }


def materialise(argument: Any, folder: str, wire: Any) -> Any:
    """What a function is given for an argument: a generator for a seed, a path for a file, pixels for their bytes."""
    import numpy as np

    if isinstance(argument, wire.Seeded):
        return np.random.default_rng(argument.seed)
    if isinstance(argument, wire.Pixels):
        return argument.values()
    if isinstance(argument, wire.SentOnce):
        return argument.array
    if isinstance(argument, wire.File):
        path = os.path.join(folder, os.path.basename(argument.name))
        os.makedirs(folder, exist_ok=True)  # the student's code may have tidied up
        with open(path, "wb") as file:
            file.write(argument.data)
        return path
    return argument


def as_told(argument: Any, wire: Any) -> Any:
    """What a helper's stand-in tells of an argument: of a generator, a seed drawn from it; of anything else, itself."""
    import numpy as np

    if isinstance(argument, np.random.Generator):
        return wire.Seeded(int(argument.integers(2**63)))
    return argument


def changed_arguments(given: Sequence[Any], before: Sequence[Any]) -> dict[str, Any]:
    """The arguments that a call modified, by position, as they are after it."""
    pairs = enumerate(zip(given, before, strict=True))
    return {str(position): plain(after) for position, (after, original) in pairs if differs(after, original)}


def copy_of(value: Any) -> Any:
    """A copy of an argument's arrays, to compare with after the call."""
    import numpy as np

    if isinstance(value, np.ndarray):
        return value.copy(order="K")
    if isinstance(value, list | tuple):
        return type(value)(copy_of(item) for item in value)
    return value


def plain(value: Any) -> Any:
    import numpy as np

    return value if isinstance(value, np.ndarray | list | tuple) else None


def differs(after: Any, before: Any) -> bool:
    """Whether an argument is another than its copy: in shape, dtype or any bit of its values."""
    import numpy as np

    if type(after) is not type(before):
        return True  # an item of a list that was replaced
    if isinstance(before, np.ndarray):
        same = after.shape == before.shape and after.dtype == before.dtype
        order: Any = "F" if before.flags.f_contiguous else "C"
        return not same or after.tobytes(order) != before.tobytes(order)
    if isinstance(before, list | tuple):
        return len(after) != len(before) or any(differs(a, b) for a, b in zip(after, before, strict=True))
    return isinstance(before, int | float | str) and repr(after) != repr(before)


def _load_wire() -> Any:
    """The wire module from beside this file, without a package around it."""
    folder, name = os.path.split(os.path.abspath(__file__))
    path = os.path.join(folder, "wire" + os.path.splitext(name)[1])  # compiled, where this file is
    spec = importlib.util.spec_from_file_location("wire", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["wire"] = module
    spec.loader.exec_module(module)
    return module


def main() -> None:
    """Drop privileges, take the pipes away from the student's code, then serve.

    Arguments: the folders of installed packages, then, when started as root, the user id to change to.
    """
    global wire
    if len(sys.argv) > 2 and sys.argv[2]:
        user = int(sys.argv[2])
        os.setgroups([])
        os.setresgid(user, user, user)
        os.setresuid(user, user, user)
    sys.path += sys.argv[1].split(os.pathsep) if len(sys.argv) > 1 else []
    wire = _load_wire()
    receive, send = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    worker = Worker(receive, send)
    worker.send("hello", {})
    os.dup2(nothing, 2)
    worker.serve()


if __name__ == "__main__":
    main()
