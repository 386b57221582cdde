"""What Python says when it can't read a function, turned into what to look for, with line and column."""

from __future__ import annotations

import difflib
import re

from autograder.student.outcome import Unread

# What Python's own words begin with or hold, and what a beginner does about it; the first that fits counts.
ADVICE: tuple[tuple[str, str], ...] = (
    (r"^left unread", "So much before it can't be read that the rest was left unread. Mend what stands before it."),
    (r"inconsistent use of tabs", "Tabs and spaces are mixed. Indent with four spaces, everywhere."),
    (
        r"expected an indented block",
        "The line before it ends in a colon, so this one has to stand further to the right: four spaces more.",
    ),
    (
        r"unexpected indent",
        "It stands further to the right than the line before, and should not. Lines that belong together begin in the "
        "same column.",
    ),
    (
        r"unindent does not match",
        "It goes back to the left, but to a column in which nothing above it begins. Let it stand exactly below the "
        "lines that it belongs to.",
    ),
    (r"expected ':'", "A colon is missing: lines with `def`, `if`, `else`, `for` or `while` end in one."),
    (r"'(?P<what>.)' was never closed", "The bracket `{what}` is never closed. Count the brackets of this line."),
    (r"unmatched '(?P<what>.)'", "There is a closing `{what}` too many, or its opening bracket is missing."),
    (
        r"closing parenthesis '(?P<what>.)' does not match opening parenthesis '(?P<other>.)'",
        "A bracket is opened as `{other}` and closed as `{what}`. Let both be of one kind.",
    ),
    (
        r"unterminated (?:f-)?string literal",
        "A text begins with a quotation mark and does not end with one.",
    ),
    (r"unterminated triple-quoted", "A text that begins with three quotation marks does not end with three."),
    (r"Maybe you meant '=='", "`=` gives a name its value; to compare, write `==`."),
    (r"Perhaps you forgot a comma", "A comma, or a sign such as `*`, is missing between two things."),
    (r"cannot assign to", "Only a name, or a part of an array, can stand to the left of `=`."),
    (r"'return' outside function", "The line stands too far to the left to belong to the function."),
    (r"invalid (?:non-printable )?character", "A character there is none of Python's, perhaps pasted from a page."),
    (r"invalid decimal literal", "A name can't begin with a digit, and `2x` is written `2 * x`."),
)
OTHERWISE = "Look at that line and at the one before: a bracket, a colon, a comma or a sign may be missing."


def explain_unread(unread: Unread) -> str:
    """Where Python stopped reading a function, and what to do, for somebody who reads this for the first time."""
    where = f"line {unread.line}" + (f", column {unread.column}" if unread.column else "")
    code = f": `{unread.code}`" if unread.code else ""
    return f"Python can't read {unread.function}. It stops in {where}{code}. {_advice(unread)}"


# What a beginner's line begins with or holds that no other words fit better; before all else.
BY_CODE: tuple[tuple[str, str], ...] = (
    (r"^>>>", "The `>>>` at its beginning was copied along from an example: take it away."),
    (r"^```", "A line of backticks was copied along with the code: take it away."),
    (r"^(?:else\s*if|elsif|elseif)\b", "Python writes `elif` for a further condition, in one word."),
    (r"^(?:def\s+)?\w+-\w+\s*(?:\(.*:$|=(?!=))", "A `-` is a minus. A name is joined with underscores: `two_words`."),
    (r"^[^'\"#]*&&", "Python writes `and`, or `&` between arrays, for `&&`."),
    (r"^[^'\"#]*\|\|", "Python writes `or`, or `|` between arrays, for `||`."),
)
PLAIN = (
    r"invalid syntax|expected '[:(]'|cannot assign to expression"  # said of these lines, whatever is wrong with them
)
A_CALL = (
    "What stands to the left of `=` is the call of a function, which can't be given a value. A part of an array is "
    "picked with square brackets."
)
# The words that a line can begin with: with a colon at its end, and without.
WITH_COLON = ("def", "if", "elif", "else", "for", "while", "with", "class", "try", "except")
WITHOUT_COLON = ("return", "import", "from", "raise", "pass", "break", "continue", "assert")


def _misspelt(code: str) -> str:
    """The word of Python's that a line begins with, misspelt or with a capital; empty where there is none such."""
    found = re.match(r"(\w+)(?=\s+[\w\"'(\[{-]|\s*:$)", code)
    known = WITH_COLON if code.endswith(":") else WITHOUT_COLON
    if found is None or found[1] in (*WITH_COLON, *WITHOUT_COLON):
        return ""
    typed = found[1]
    near = [word for word in known if sorted(word) == sorted(typed.lower())]
    near += difflib.get_close_matches(typed.lower(), known, n=1, cutoff=0.8)
    return f"`{typed}`: did you mean `{near[0]}`?" if near else ""


def _advice(unread: Unread) -> str:
    if re.match(PLAIN, unread.text):
        for pattern, advice in BY_CODE:
            if re.search(pattern, unread.code):
                return advice
    if unread.text.startswith("invalid syntax") and (misspelt := _misspelt(unread.code)):
        return misspelt
    if "cannot assign to function call" in unread.text and not re.match(r"(?:if|elif|while|assert)\b", unread.code):
        return A_CALL
    for pattern, advice in ADVICE:
        if found := re.search(pattern, unread.text):
            return advice.format(**found.groupdict())
    own_words = unread.text.strip().rstrip(".")
    return OTHERWISE if own_words in ("", "invalid syntax") else f"Python says: {own_words}."
