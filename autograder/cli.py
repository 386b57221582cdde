"""The command line: the group of all commands, and how each kind of trouble ends.

Exit statuses tell the truth: 0 done or passed, 1 not all passed, 2 typed wrongly, 3 the grader is broken, 130 stopped
by Ctrl-C. Each error is one line on standard error. NumPy and pytest are imported only by what needs them.
"""

from __future__ import annotations

import io
import os
import sys
from typing import Any

import click

from autograder import threads
from autograder.commands import instructor, student
from autograder.commands.exit_status import BROKEN, PASSED, STOPPED, USAGE
from autograder.commands.export import export
from autograder.commands.pack import pack
from autograder.commands.play import play
from autograder.commands.release import release
from autograder.commands.shared import OURS, complain
from autograder.commands.train import train
from autograder.course import CourseError


class CommandLine(click.Group):
    """A group of commands whose errors are one line each, and whose exit status is what the command returns."""

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands for whom they are, in the order in which they are needed, each with its first sentence."""
        for whose, group in (("Students", STUDENTS), ("Instructors", INSTRUCTORS)):
            with formatter.section(f"{whose}' commands"):
                formatter.write_dl([(command.name or "", _first_sentence(command)) for command in group])

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """A command by its name; `help` is one that no list needs to hold."""
        return help_ if name == "help" else super().get_command(context, name)

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is meant. An exercise's name alone is told what to type before it."""
        if args and self.get_command(context, args[0]) is None and (says := _for_no_command(args[0])):
            raise click.UsageError(says, context)
        return super().resolve_command(context, args)

    def main(self, *args: Any, **options: Any) -> Any:
        """Run a command and leave the process with its status."""
        options["standalone_mode"] = False
        try:
            status = super().main(*args, **options)
        except click.UsageError as error:
            command = error.ctx.command_path if error.ctx else "autograder"
            status = complain(USAGE, f"{error.format_message()} (See: {command} --help)")
        except click.ClickException as error:
            status = complain(USAGE, error.format_message())
        except CourseError as error:
            status = complain(USAGE, str(error))
        except click.Abort:
            status = complain(STOPPED, "Stopped.")
        except Exception as error:
            if os.environ.get("AUTOGRADER_TRACEBACK"):
                raise
            kind = type(error).__name__
            status = complain(BROKEN, f"{OURS} {kind}: {error} (AUTOGRADER_TRACEBACK=1 shows where.)")
        sys.exit(status or PASSED)


def _first_sentence(command: click.Command) -> str:
    """What a command does, as the beginning of its help says it."""
    return " ".join((command.help or "").split("\n\n")[0].split())


def _for_no_command(word: str) -> str:
    """What to type where an exercise or an assignment stands in a command's place; empty where none does."""
    from autograder import course as courses

    try:
        course = courses.load()
    except CourseError:
        return ""
    if any(word in assignment.names for assignment in course.assignments):
        return f"{word!r} is an exercise, and no command. Did you mean `autograder check {word}`?"
    if any(word in (each.name, each.name.partition("_")[0]) for each in course.assignments):
        return f"{word!r} is an assignment, and no command. Did you mean `autograder list {word}`?"
    return ""


@click.group(
    cls=CommandLine,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="digits-from-scratch", message="%(prog)s %(version)s")
@click.pass_context
def commands(context: click.Context) -> None:
    """Digits from Scratch: build a neural network in NumPy, and be told which mistake you made.

    Begin with `autograder check`, which judges your exercises and explains the first mistake, or with
    `autograder watch`, which does so each time you save.
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


@click.command("help")
@click.argument("name", metavar="[COMMAND]", required=False)
@click.pass_context
def help_(context: click.Context, name: str | None) -> int:
    """Show what there is, or the help of one command."""
    group = context.parent or context
    found = commands.get_command(group, name) if name else commands
    if found is None:
        raise click.UsageError(f"No such command {name!r}.", group)
    shown = group if name is None else click.Context(found, info_name=found.name, parent=group)
    click.echo(found.get_help(shown))
    return PASSED


STUDENTS = (
    student.watch,
    student.check,
    student.next_,
    student.hint,
    student.list_,
    student.reset,
    train,
    play,
    pack,
    student.doctor,
)
INSTRUCTORS = (instructor.grade, export, instructor.similar, instructor.build, release, instructor.selftest)
for command in (*STUDENTS, *INSTRUCTORS):
    commands.add_command(command)


def main() -> None:
    """The entry point of `autograder`."""
    threads.single()
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a file's name that the console can't show is no reason to stop
    commands(prog_name="autograder")
