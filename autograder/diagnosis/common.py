"""What all wrong answers of a function have in common, and no right one: it says where to look.

A call counts with its arguments by name, its number of examples, and whether its answer is right.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Call = tuple[Mapping[str, Any], int, bool]  # arguments by name, the number of examples, whether the answer is right


def groups(calls: Sequence[Call]) -> Iterator[tuple[list[int], str]]:
    """Calls in which a general shape may show that is not in all of them, each group with a sentence on it."""
    everything = range(len(calls))
    for name in calls[0][0] if calls else ():
        values = [given.get(name) for given, *_ in calls]
        if not all(isinstance(value, str) for value in values) or len(set(values)) == 1:
            continue
        for value in sorted({str(value) for value in values}):
            group = [at for at in everything if values[at] == value]
            if not all(calls[at][2] for at in group):
                yield group, f'That is so with "{value}".'
    common = in_common(calls)
    if common:
        yield [at for at in everything if not calls[at][2]], common


def in_common(calls: Sequence[Call]) -> str:
    """A sentence on what all wrong answers have in common and no right one has; empty where there is nothing."""
    right = [(given, m) for given, m, is_right in calls if is_right]
    wrong = [(given, m) for given, m, is_right in calls if not is_right]
    if not right or not wrong:
        return ""
    for name in wrong[0][0]:
        if all(name in given for given, _ in (*right, *wrong)):
            said = _of_argument(name, [given[name] for given, _ in right], [given[name] for given, _ in wrong])
            if said:
                return said
    if all(m == 1 for _, m in right) and all(m > 1 for _, m in wrong):
        return "It is right for a single example, and wrong for more."
    if all(m > 1 for _, m in right) and all(m == 1 for _, m in wrong):
        return "It is wrong for a single example only."
    return ""


def _of_argument(name: str, right: Sequence[Any], wrong: Sequence[Any]) -> str:
    """A sentence on one argument by which right and wrong answers can be told apart; empty where there is none."""
    if all(isinstance(value, str) for value in (*right, *wrong)):
        listed = " and ".join(f'"{value}"' for value in sorted(set(wrong)))
        return f"It is wrong with {listed} only." if not set(wrong) & set(right) else ""
    if all(isinstance(value, list | tuple) for value in (*right, *wrong)):
        here, there = {len(value) for value in right}, {len(value) for value in wrong}
        if here & there:
            return ""
        if len(here) == 1 and len(there) > 1:
            number = next(iter(here))
            return f"It is right where {name} holds {number} arrays, and wrong for any other number of them."
        return f"It is right where {name} holds few arrays, and wrong for more." if max(here) < min(there) else ""
    if not all(isinstance(value, bool | int | float) for value in (*right, *wrong)):
        return ""
    for number in (0, 1):
        if {float(value) for value in right} == {number} and number not in wrong:
            return f"It is right where {name} is {number}, and wrong elsewhere: look at what you do with {name}."
        if {float(value) for value in wrong} == {number} and number not in right:
            return f"It is wrong where {name} is {number}, and right elsewhere."
    if len(set(right)) == 1 < len(right) and len(set(wrong)) > 1 and not set(right) & set(wrong):
        return f"It is right for one value of {name} only: is a number written in its place?"
    return ""
