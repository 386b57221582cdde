"""For all tests: one thread for the linear algebra, as the grader itself has it; more only wait for each other.

A folder of their own for what is remembered of a student's progress, so that nobody's real progress is touched. One
browser, started when a test first asks for it, looks at all pages. Explanations may not go wrong themselves.
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
from collections.abc import Iterator

import pytest
from browser import BROWSER, Browser

from autograder import threads
from autograder.diagnosis import diagnose

threads.single()

# nbgrader calls alembic by name, which lies beside this Python also where its environment is not activated.
os.environ["PATH"] = os.pathsep.join([os.path.dirname(sys.executable), os.environ.get("PATH", "")])

# A shell's background jobs ignore Ctrl-C, and what they start inherits that: the tests that press it would wait.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

diagnose.STRICT = True  # here an explanation that goes wrong is a bug; a student only misses it

PROGRESS = tempfile.TemporaryDirectory(prefix="digits-progress-")
os.environ["AUTOGRADER_PROGRESS"] = PROGRESS.name


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    if BROWSER is None or os.name != "posix":
        pytest.skip("no Chromium is installed here, so the pages are not looked at in a browser")
    found = Browser(BROWSER, tmp_path_factory.mktemp("browser"))
    yield found
    found.close()
