"""The instructor's page: how a class fares, which mistakes it makes, what is hard, and who needs a word.

One pass over the students with bounded memory, whatever their number: marks and accuracies are counted, of each mistake
the first few names are kept, and the rows of the table stop at a fixed number of bytes.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote

from autograder.classroom.summary import Summary
from autograder.report.page import (
    Markup,
    as_label,
    document,
    join,
    kind_of,
    percent,
    person,
    prose,
    tag,
    text,
    ticks,
)
from autograder.report.terminal import number_of

MOST_COLUMNS = 200  # students that the heat map shows one by one; beyond, it shows tenths of the marks
BANDS = 10
MOST_MISTAKES = 60
FIRST_MISTAKES = 12  # of these; the others unfold
FEW = 5  # names that are shown without unfolding
MOST_NAMES = 25  # listed for one mistake or one fault; the table has all
MOST_NOTES = 50
TABLE_BYTES = 1_600_000
LIST_BYTES = 125_000  # for the names beside all mistakes together, and for those that need a look
GENERAL = "general-"
UNGRADED = {"unreadable": "could not be read", "broken": "not graded"}

# The states of an exercise in the heat map, best first, with the words of the legend.
STATES = {
    "good": "passed",
    "carried": "passed, wrong only through a helper",
    "todo": "to be written",
    "bad": "not right",
}

STYLE = """
.histogram { width: 100%; height: auto; margin-top: .6rem; }
.histogram rect { fill: var(--link); }
.histogram .count { fill: var(--ink); }
.legend { display: flex; flex-wrap: wrap; gap: .4rem 1.4rem; margin: 1rem 0 0; padding: 0; list-style: none;
  color: var(--soft); font-size: .875rem; }
.legend li { display: flex; align-items: center; gap: .5rem; }
.legend svg { width: 1.1rem; height: 1.1rem; }
.heat .good { fill: var(--heat-good); }
.heat .bad { fill: var(--heat-bad); }
.heat .todo { fill: var(--heat-todo); }
.heat .notch { fill: var(--carried); }
.strip { width: 100%; min-width: 12rem; height: 1.5rem; }
.exercises th, .exercises td { vertical-align: middle; padding-top: .35rem; padding-bottom: .35rem; }
.exercises .wide { width: 50%; }
.mistakes td, .mistakes th { padding-top: .7rem; padding-bottom: .7rem; }
.mistakes th:last-child { width: 99%; }
.mistakes .count { font-weight: 650; }
.mistakes .said { max-width: 50rem; }
.mistakes details, .names { color: var(--soft); font-size: .875rem; }
.rarer { margin-top: 1rem; }
.notes { display: grid; gap: 1.1rem; border-left: 6px solid var(--heat-bad); margin-top: 1.25rem; }
.notes ul { margin: .2rem 0 0; padding-left: 1.2rem; }
.students th:first-child { min-width: 9rem; width: 40%; }
.students td, .students thead th { white-space: nowrap; }
.students :is(th, td):is(:nth-child(2), :nth-child(3)) { text-align: right; }
.students :is(th, td):nth-child(4) { width: 35%; padding-left: 2.5rem; }
.students button { all: unset; cursor: pointer; }
.students button:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 4px; }
.students button::after { content: " ↕"; }
.students [aria-sort=ascending] button::after { content: " ↑"; }
.students [aria-sort=descending] button::after { content: " ↓"; }
.find { margin-top: 1rem; display: block; color: var(--soft); }
.find input { font: inherit; color: var(--ink); background: var(--card); border: 1px solid var(--soft);
  border-radius: 8px; padding: .35rem .7rem; margin-left: .5rem; width: 16rem; max-width: 100%; }
@media print { .find { display: none; } .students button::after { content: ""; } }
"""

# Headings become buttons that sort, and a field finds a name. Without it the table is in the order of the names.
SCRIPT = """
"use strict";
for (const table of document.querySelectorAll("table.students")) {
  const body = table.tBodies[0], rows = [...body.rows];
  const value = (row, at) => {
    const text = row.cells[at].textContent.trim(), number = parseFloat(text);
    return row.cells[at].className === "number" || at === 1 || at === 2 ? (isNaN(number) ? -1 : number) : text;
  };
  [...table.tHead.rows[0].cells].forEach((cell, at) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...cell.childNodes);
    cell.append(button);
    button.addEventListener("click", () => {
      const up = cell.getAttribute("aria-sort") !== "ascending";
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      cell.setAttribute("aria-sort", up ? "ascending" : "descending");
      const collator = new Intl.Collator("en", { numeric: true });
      const keyed = rows.map(row => [value(row, at), row]);
      keyed.sort(([a], [b]) => (typeof a === "number" ? a - b : collator.compare(a, b)) * (up ? 1 : -1));
      body.append(...keyed.map(([, row]) => row));
    });
  });
  const label = document.createElement("label"), field = document.createElement("input");
  label.className = "find";
  label.append("Find a student", field);
  field.type = "search";
  field.addEventListener("input", () => {
    const wanted = field.value.toLowerCase();
    for (const row of rows) row.hidden = !row.cells[0].textContent.toLowerCase().includes(wanted);
  });
  table.parentElement.before(label);
}
"""


def page(
    title: str,
    rows: Iterable[Summary],
    explanations: Mapping[str, str],
    links: Mapping[str, str],
) -> str:
    """The page of a class, as HTML that needs no network.

    title         the assignment's
    rows          a summary a student, read once, in the order in which the table shows them
    explanations  id of a mistake -> what was done, in a sentence
    links         student -> name of the file with the student's page, beside this one
    """
    seen = _Class(links)
    for row in rows:
        seen.add(row)
    parts = [
        tag("p", title, class_="eyebrow"),
        tag("h1", "The class"),
        _numbers(seen),
        _notes(seen),
        _distributions(seen),
        _mistakes(seen, explanations),
        _exercises(seen),
        _students(seen),
    ]
    foot = "Marks of submissions that could not be read are 0. Those whose grading broke have none, and count nowhere."
    timings = tag("p", "How long each took, the slowest first: ", tag("a", "timings.csv", href="timings.csv"), ".")
    body = join([tag("main", *parts), tag("footer", tag("p", foot), timings, class_="foot")])
    return document(f"The class: {title}", body, STYLE, SCRIPT)


@dataclass
class _Exercise:
    """What became of one exercise in the whole class."""

    place: int
    score: float = 0.0
    max_score: float = 0.0
    kinds: Counter[str] = field(default_factory=Counter)
    bands: Counter[tuple[int, str]] = field(default_factory=Counter)
    unnamed: int = 0

    @property
    def share(self) -> float:
        return self.score / self.max_score if self.max_score else 1.0


@dataclass
class _Named:
    """How many students something holds for, and the first of them by name."""

    count: int = 0
    names: list[Markup] = field(default_factory=list)

    @property
    def more(self) -> str:
        left = self.count - len(self.names)
        return f" and {left:,} more" if left else ""


@dataclass(frozen=True, order=True)
class _Column:
    """A student in the heat map: marks, name, and the state of each exercise."""

    score: float
    student: str
    kinds: tuple[tuple[str, str], ...]


class _Class:
    """All that the page needs to know, counted while the students go by."""

    def __init__(self, links: Mapping[str, str]) -> None:
        self.links = links
        self.statuses: Counter[str] = Counter()
        self.scores: Counter[float] = Counter()
        self.accuracies: Counter[float] = Counter()
        self.max_score = 0.0
        self.full = 0
        self.exercises: dict[str, _Exercise] = {}
        self.band_sizes: Counter[int] = Counter()
        self.columns: list[_Column] = []
        self.mistakes: dict[tuple[str, str], _Named] = {}
        self.notes: dict[str, _Named] = {}
        self.rows: list[Markup] = []
        self.row_bytes = 0
        self.list_bytes: Counter[str] = Counter()
        self.count = 0

    def add(self, row: Summary) -> None:
        """Count one student."""
        self.count += 1
        self.statuses[row.status] += 1
        name = self.name(row.student)
        self._add_row(row, name)
        if row.status == "broken":
            self._note("The grading broke; there are no marks", name, row.message)
            return
        self.max_score = max(self.max_score, row.max_score)
        self.scores[round(row.score, 2)] += 1
        self.full += row.score >= row.max_score
        if row.dev_accuracy is not None:
            self.accuracies[round(row.dev_accuracy, 3)] += 1
        if row.status == "unreadable":
            self._note("Could not be read", name, row.message)
            return
        if row.score == 0 < row.max_score:
            self._note("Graded, with 0 marks", name, f"{_to_mend(row)}. {row.left_out}".strip(". "))
        self._add_exercises(row, name)

    def name(self, student: str) -> Markup:
        """A student's name, linked to the student's page where there is one."""
        link = self.links.get(student)
        if link is None:
            return person(student)
        return tag("a", person(student), href=quote(link, safe="", errors="replace"))

    def _add_exercises(self, row: Summary, name: Markup) -> None:
        band = min(int(BANDS * row.score / row.max_score), BANDS - 1) if row.max_score else 0
        self.band_sizes[band] += 1
        by_status: dict[str, list[str]] = {}
        kinds = []
        for place, (exercise, score, max_score, status, carried, mistake) in enumerate(row.exercises, 1):
            kind = kind_of(status, carried)
            kinds.append((exercise, kind))
            counts = self.exercises.setdefault(exercise, _Exercise(place))
            counts.score += score
            counts.max_score += max_score
            counts.kinds[kind] += 1
            counts.bands[band, kind] += 1
            by_status.setdefault(status, []).append(exercise)
            if mistake is not None:
                self._list(self.mistakes.setdefault((exercise, mistake), _Named()), name, "mistakes", MOST_NAMES)
            elif status in ("failed", "error") and place < len(row.exercises):  # the last is the gate
                counts.unnamed += 1
        for status, words in (
            ("timeout", "Used up a time limit"),
            ("crashed", "Brought its own process to an end"),
            ("forbidden", "Uses what is not allowed"),
        ):
            if status in by_status:
                self._note(words, name, ", ".join(by_status[status]))
        if len(self.columns) <= MOST_COLUMNS:
            self.columns.append(_Column(row.score, row.student, tuple(kinds)))

    def _note(self, about: str, name: Markup, message: str) -> None:
        said = as_label(message, 300) if message else ""
        named = self.notes.setdefault(about, _Named())
        self._list(named, join([name, f": {said}" if said else ""]), "notes", MOST_NOTES)

    def _list(self, named: _Named, name: Markup, budget: str, most: int) -> None:
        """Count a student, and list the name while there is room."""
        named.count += 1
        size = len(name.encode())
        if len(named.names) < most and self.list_bytes[budget] + size <= LIST_BYTES:
            named.names.append(name)
            self.list_bytes[budget] += size

    def _add_row(self, row: Summary, name: Markup) -> None:
        """Write the student's row of the table, as short as HTML allows, while there is room."""
        graded = row.status == "graded"
        score = "–" if row.status == "broken" else number_of(row.score)
        accuracy = "–" if row.dev_accuracy is None else percent(row.dev_accuracy)
        to_mend = text(_to_mend(row) if graded else f"✗ {UNGRADED.get(row.status, row.status)}")
        line = Markup(f'<tr><th scope="row">{name}<td>{score}<td>{accuracy}<td>{to_mend}\n')
        size = len(line.encode())
        if self.row_bytes + size <= TABLE_BYTES:
            self.rows.append(line)
            self.row_bytes += size


def _to_mend(row: Summary) -> str:
    """The exercise to mend first, and how many more there are."""
    left = sum(status != "passed" for _, _, _, status, _, _ in row.exercises)
    if not left:
        return "nothing"
    if row.untouched:
        return "nothing written yet"
    return row.first_to_mend if left == 1 else f"{row.first_to_mend} and {left - 1} more"


def _numbers(seen: _Class) -> Markup:
    """The class in four numbers."""
    marked = seen.scores.total()
    apart = [f"{seen.statuses[status]:,} {words}" for status, words in UNGRADED.items() if seen.statuses[status]]
    cards = [_card("Students", f"{seen.count:,}", "", ", ".join(apart) or "all of them graded")]
    if marked:
        average = sum(score * count for score, count in seen.scores.items()) / marked
        of = f" of {number_of(seen.max_score)}"
        cards.append(_card("Median marks", number_of(_median(seen.scores)), of, f"on average {number_of(average)}"))
        cards.append(_card("Full marks", f"{seen.full:,}", f" of {marked:,}", f"{seen.full / marked:.0%} of the class"))
    if seen.accuracies:
        measured = seen.accuracies.total()
        says = f"of {measured:,} networks that could be trained" if measured > 1 else "of one network"
        cards.append(_card("Median digits read", percent(_median(seen.accuracies)), "", says))
    return tag("div", *cards, class_="grid")


def _card(name: str, figure: str, of: str, below: str) -> Markup:
    return tag(
        "div",
        tag("h2", name, class_="small lead"),
        tag("p", figure, tag("span", of, class_="of"), class_="figure"),
        tag("p", below, class_="small"),
        class_="card",
    )


def _median(counts: Counter[float]) -> float:
    """The value in the middle; of two in the middle the lower."""
    middle = (counts.total() + 1) // 2
    for value in sorted(counts):
        middle -= counts[value]
        if middle <= 0:
            return value
    return 0.0


def _notes(seen: _Class) -> Markup:
    """What the instructor should look at: broken gradings first."""
    groups: list[Markup] = []
    first = "The grading broke; there are no marks"
    for about in sorted(seen.notes, key=lambda about: (about != first, about)):
        named = seen.notes[about]
        listed = [tag("li", name) for name in named.names]
        groups.append(_note(about, named.count, listed, named.count - len(listed)))
    if not groups:
        return Markup()
    return tag("section", tag("h2", "Needs a look"), tag("div", *groups, class_="card notes"))


def _note(about: str, count: int, listed: Sequence[Markup], more: int) -> Markup:
    rest = tag("p", f"and {more:,} more", class_="small") if more else ""
    heading = tag("h3", f"{about}: {count:,}")
    if count <= FEW:
        return tag("div", heading, tag("ul", *listed))
    return tag("div", heading, tag("details", tag("summary", "Who", class_="small"), tag("ul", *listed), rest))


def _distributions(seen: _Class) -> Markup:
    """Marks and accuracies as histograms."""
    if not seen.scores:
        return Markup()
    top = seen.max_score or 1.0
    bins = int(top) if 5 <= top <= 40 else 20
    by_mark = [0] * (bins + 1)
    for score, count in seen.scores.items():
        by_mark[min(int(bins * score / top), bins)] += count
    names = [number_of(top * at / bins) for at in range(bins + 1)]
    drawings = [_histogram("Marks, rounded down", by_mark, names)]
    if seen.accuracies:
        by_share = [0] * 20
        for accuracy, count in seen.accuracies.items():
            by_share[min(int(20 * accuracy + 1e-9), 19)] += count
        drawings.append(
            _histogram("New digits read right, in steps of 5%", by_share, [f"{5 * at}%" for at in range(20)])
        )
    return tag("section", tag("h2", "How they did"), tag("div", *drawings, class_="grid wide"))


def _histogram(title: str, counts: Sequence[int], names: Sequence[str]) -> Markup:
    """A bar for each count; its name stands below every few bars, its number is in its title."""
    left, right, up, down, width, height = 40, 6, 12, 26, 420, 210
    most = max(counts) or 1
    scale = [value for value in ticks(0.0, float(most), 4) if value == int(value)]
    room = (width - left - right) / len(counts)
    parts = []
    for value in scale:
        y = height - down - (height - up - down) * value / most
        parts.append(tag("line", class_="axis", x1=left, x2=width - right, y1=y, y2=y))
        parts.append(tag("text", f"{value:,.0f}", x=left - 7, y=y + 4, text_anchor="end"))
    every = 5 if len(counts) > 10 else 1
    for at, (count, name) in enumerate(zip(counts, names, strict=True)):
        x = left + room * at
        if count:
            tall = max((height - up - down) * count / most, 1.0)
            says = tag("title", f"{name}: {count:,}")
            parts.append(tag("rect", says, x=x + 1.5, y=height - down - tall, width=room - 3, height=tall, rx=1.5))
        if at % every == 0:
            parts.append(tag("text", name, x=x + room / 2, y=height - 6, text_anchor="middle"))
    listed = ", ".join(f"{name}: {count:,}" for count, name in zip(counts, names, strict=True) if count)
    drawing = tag(
        "svg", *parts, class_="histogram", viewBox=f"0 0 {width} {height}", role="img", aria_label=f"{title}. {listed}"
    )
    return tag("figure", tag("figcaption", title, class_="small"), drawing, class_="card")


def _mistakes(seen: _Class, explanations: Mapping[str, str]) -> Markup:
    """The commonest mistakes: how many made each, what was done, and who."""
    heading = tag("h2", "The most common mistakes")
    unnamed = [(name, counts.unnamed) for name, counts in seen.exercises.items() if counts.unnamed]
    others = ", ".join(f"{name} {count:,}" for name, count in unnamed)
    rest = tag("p", f"Wrong in a way that is not in the catalogue: {others}.", class_="lead small") if others else ""
    if not seen.mistakes:
        return tag("section", heading, tag("p", "No known mistake was recognised.", class_="lead"), rest)

    def order(key: tuple[str, str]) -> tuple[int, int, str]:
        return -seen.mistakes[key].count, seen.exercises[key[0]].place, key[1]

    shown = [
        _mistake(key[0], seen.mistakes[key], explanations.get(key[1]) or _in_words(key[1]))
        for key in heapq.nsmallest(MOST_MISTAKES, seen.mistakes, key=order)
    ]
    parts = [_mistake_table(shown[:FIRST_MISTAKES])]
    if shown[FIRST_MISTAKES:]:
        summary = tag("summary", f"{len(shown) - FIRST_MISTAKES} rarer ones")
        parts.append(tag("details", summary, _mistake_table(shown[FIRST_MISTAKES:]), class_="rarer"))
    left = len(seen.mistakes) - len(shown)
    if left:
        parts.append(tag("p", f"{left:,} other mistakes are rarer still.", class_="lead small"))
    return tag("section", heading, *parts, rest)


def _in_words(mistake: str) -> str:
    """A general shape of error has no sentence of its own; its id is one, almost."""
    return mistake.removeprefix(GENERAL).replace("-", " ").capitalize() + "."


def _mistake(exercise: str, made: _Named, did: str) -> Markup:
    names = tag("p", *_listed(made.names), made.more, class_="names")
    who = names if made.count <= FEW else tag("details", tag("summary", "Who"), names)
    return tag(
        "tr",
        tag("td", f"{made.count:,}", class_="number count"),
        tag("th", tag("p", tag("code", exercise), " ", prose(did), class_="said"), who, scope="row"),
    )


def _mistake_table(rows: Sequence[Markup]) -> Markup:
    head = [
        tag("th", "Students", scope="col", class_="number"),
        tag("th", "Where, and what they were told", scope="col"),
    ]
    made = tag("table", tag("thead", tag("tr", *head)), tag("tbody", *rows), class_="mistakes")
    return tag("div", made, class_="scroll")


def _listed(names: Sequence[Markup]) -> list[str]:
    """Names with commas between them."""
    return [part for at, name in enumerate(names) for part in ((", ", name) if at else (name,))]


def _exercises(seen: _Class) -> Markup:
    """The exercises, the hardest first, each with its row of the heat map and its counts."""
    if not seen.exercises:
        return Markup()
    one_by_one = len(seen.columns) <= MOST_COLUMNS
    columns = sorted(seen.columns) if one_by_one else []
    rows = []
    for name, counts in sorted(seen.exercises.items(), key=lambda item: (item[1].share, item[1].place)):
        strip = _strip(name, counts, columns) if one_by_one else _band_strip(name, counts, seen.band_sizes)
        passed = counts.kinds["good"] + counts.kinds["carried"]
        numbers = [
            f"{counts.share:.0%}",
            f"{passed:,}",
            counts.kinds["carried"],
            counts.kinds["bad"],
            counts.kinds["todo"],
        ]
        cells = [tag("td", n if isinstance(n, str) else f"{n:,}" if n else "–", class_="number") for n in numbers]
        title = tag("th", tag("span", name, class_="code"), scope="row")
        rows.append(tag("tr", title, tag("td", strip, class_="wide"), *cells))
    heads = ["Marks earned", "Passed", "Carried", "Not right", "To be written"]
    head = [
        tag("th", "Exercise", scope="col"),
        tag("th", "Lowest marks to highest", scope="col"),
        *(tag("th", words, scope="col", class_="number") for words in heads),
    ]
    lead = (
        "The hardest first. Each column is a student."
        if one_by_one
        else f"The hardest first. Each column is a tenth of the marks: at the left students with less than "
        f"{number_of(seen.max_score / BANDS)}, at the right those with {number_of(seen.max_score * 0.9)} or more."
    )
    made = tag("table", tag("thead", tag("tr", *head)), tag("tbody", *rows), class_="exercises heat")
    return tag(
        "section",
        tag("h2", "Exercises"),
        tag("p", lead, class_="lead"),
        _legend(),
        tag("div", made, class_="scroll"),
    )


def _legend() -> Markup:
    items = []
    for kind, words in STATES.items():
        cell = tag("svg", *_cell(kind, 0, 10), viewBox="0 0 10 10", aria_hidden="true")
        items.append(tag("li", cell, words))
    return tag("ul", *items, class_="legend heat")


def _cell(kind: str, x: float, wide: float, says: str = "", y: float = 0.0, tall: float = 10.0) -> list[Markup]:
    """A cell of the heat map: its state is told by depth and by form as well as by colour."""
    title = [tag("title", says)] if says else []

    def part(colour: str, begin: float, share: float) -> Markup:
        return tag("rect", *title, class_=colour, x=x, y=y + begin * tall, width=wide, height=share * tall)

    match kind:
        case "carried":
            return [part("good", 0.0, 1.0), part("notch", 0.7, 0.3)]
        case "todo":
            return [part("todo", 0.4, 0.2)]
    return [part(kind, 0.0, 1.0)]


def _strip(name: str, counts: _Exercise, columns: Sequence[_Column]) -> Markup:
    """A row of the heat map with a cell for each student."""
    gap = 0.12 if len(columns) <= 80 else 0.0
    cells: list[Markup] = []
    for at, column in enumerate(columns):
        kind = dict(column.kinds).get(name)
        if kind is not None:
            says = f"{as_label(column.student, 40)}: {STATES[kind]}"
            cells += _cell(kind, at + gap / 2, 1 - gap, says)
    return _drawn(name, counts, cells, len(columns))


def _band_strip(name: str, counts: _Exercise, sizes: Counter[int]) -> Markup:
    """A row of the heat map with a column for each tenth of the marks, divided as its students are."""
    cells: list[Markup] = []
    for band in range(BANDS):
        y = 0.0
        for kind in ("bad", "todo", "carried", "good"):
            tall = 10 * counts.bands[band, kind] / sizes[band] if sizes[band] else 0.0
            if tall:
                cells += _cell(kind, band + 0.04, 0.92, y=y, tall=tall)
                y += tall
    return _drawn(name, counts, cells, BANDS)


def _drawn(name: str, counts: _Exercise, cells: Iterable[Markup], across: int) -> Markup:
    listed = ", ".join(f"{counts.kinds[kind]:,} {words}" for kind, words in STATES.items() if counts.kinds[kind])
    box = f"0 0 {max(across, 1)} 10"
    says = f"{name}: {listed}"
    return tag("svg", *cells, class_="strip", viewBox=box, preserveAspectRatio="none", role="img", aria_label=says)


def _students(seen: _Class) -> Markup:
    """Every student with a link to the page, while there is room."""
    if not seen.rows:
        return tag("section", tag("h2", "Students"), tag("p", "Nothing was handed in.", class_="lead"))
    head = [tag("th", words, scope="col") for words in ("Student", "Marks", "Digits read", "To mend")]
    made = tag("table", tag("thead", tag("tr", *head)), tag("tbody", *seen.rows), class_="students")
    left = seen.count - len(seen.rows)
    more = tag("p", f"{left:,} more students are in grades.csv.", class_="lead small") if left else ""
    return tag("section", tag("h2", "Students"), tag("div", made, class_="scroll"), more)
