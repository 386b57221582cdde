"""The page about submissions that are alike: each pair side by side, with what both have marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from autograder.report.page import Markup, document, join, percent, person, tag

if TYPE_CHECKING:
    from autograder.classroom.similarity import Pair

STYLE = """
.pair summary { cursor: pointer; padding: .5rem 0; }
.sides { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1rem; }
.sides pre { overflow: auto; max-height: 34rem; font-size: .8125rem; line-height: 1.4; margin: 0; padding: .75rem;
  border: 1px solid var(--line); border-radius: .5rem; }
.sides mark { background: var(--carried-tint); color: inherit; }
@media (max-width: 40rem) { .sides { grid-template-columns: minmax(0, 1fr); } }
"""
LEAD = (
    "The share is of what is rare in this class: code that stands in the stub, or in the work of many, is left out. "
    "Two people who were taught the same, or who were helped by the same person, write alike. Look before you ask."
)


def page(title: str, submissions: int, pairs: Sequence[Pair], same: Sequence[Sequence[str]] = ()) -> str:
    """The whole page as HTML; `pairs` are the most alike, the most alike first, `same` the groups with one code."""
    heading = f"{title}: what is alike"
    if pairs:
        count = "The most alike pair." if len(pairs) == 1 else f"The {len(pairs)} most alike pairs."
    else:
        count = "No two others are alike." if same else "No two submissions are alike."
    body = [
        tag("header", tag("h1", heading), tag("p", f"{submissions} submissions. {count}", class_="lead")),
        tag("p", LEAD) if pairs else Markup(),
        *(_same(students) for students in same),
        *(_pair(pair) for pair in pairs),
    ]
    return document(heading, tag("main", *body), STYLE)


def _same(students: Sequence[str]) -> Markup:
    names = [part for student in students for part in (", ", person(student))][1:]
    heading = tag("strong", f"{len(students)} hold the same code, and so many that it counts as common: ")
    return tag("p", heading, *names, class_="card")


def _pair(pair: Pair) -> Markup:
    summary = tag("summary", tag("strong", percent(pair.share)), " ", person(pair.one), " and ", person(pair.other))
    sides = [
        tag("pre", _marked(code, places), tabindex=0, aria_label="code")
        for code, places in zip(pair.code, pair.marked, strict=True)
    ]
    return tag("details", summary, tag("div", *sides, class_="sides"), class_="pair card")


def _marked(code: str, places: Sequence[tuple[int, int]]) -> Markup:
    """Code with the marked places in it; `places` are its slices in order."""
    parts: list[str] = []
    at = 0
    for start, end in places:
        parts += [code[at:start], tag("mark", code[max(at, start) : end])]
        at = max(at, end)
    return join([*parts, code[at:]])
