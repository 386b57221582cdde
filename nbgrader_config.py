"""nbgrader's settings for this course: `nbgrader generate_assignment a1_first_network` works as it stands."""

import os
import pathlib

from nbgrader.plugins.zipcollect import FileNameCollectorPlugin

from autograder.classroom import platforms

c = get_config()  # noqa: F821 - nbgrader puts it here
here = pathlib.Path(__file__).resolve().parent

c.CourseDirectory.course_id = "digits_from_scratch"

# Where students fetch and submit: nbgrader's usual place if this machine has it, else a folder of this course, with
# which one person can try everything on a laptop.
exchange = pathlib.Path("/usr/local/share/nbgrader/exchange")
if not exchange.is_dir():
    exchange = here / "exchange"
    exchange.mkdir(exist_ok=True)
    exchange.chmod(0o777)
c.Exchange.root = str(exchange)


class Collector(FileNameCollectorPlugin):
    """Whose a notebook is that `nbgrader zip_collect` finds in a download from Canvas or Moodle."""

    def collect(self, submitted_file):
        """The student, by the same name as `autograder grade` has for such a download; None for anything else."""
        path = pathlib.Path(submitted_file)
        top = pathlib.Path(self.parent._format_collect_path(self.parent.extracted_directory))
        found = platforms.owner(path, top) if path.suffix in self.valid_ext else None
        return found and {"student_id": found[0], "file_id": found[1]}


c.ZipCollectApp.collector_plugin = Collector

# In the place of an answer stands what the stub files in exercises/ have there. The line that raises
# NotImplementedError and names the exercise follows in the notebook itself.
c.ClearSolutions.code_stub = {"python": "# Your code here."}

# The hidden tests' seed: any whole number in a file that only the instructor has. Without it they use the public seed.
seed = here / "secret-seed.txt"
if seed.is_file():
    os.environ["AUTOGRADER_SEED"] = seed.read_text(encoding="utf-8-sig").strip()
    if not os.environ["AUTOGRADER_SEED"].isdecimal():
        raise SystemExit(f"{seed} has to hold a whole number and nothing else, and nbgrader has done nothing yet.")

# Seconds for one cell: a check needs far fewer, and training the network is cut off by the check itself.
c.Execute.timeout = 300
