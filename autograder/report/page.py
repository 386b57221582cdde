"""What the HTML pages share: text made harmless, the frame of a document, and its colours.

Everything that comes from a submission is untrusted, a student's name and the text of an exception among it. So pages
are built of `tag`, which escapes each child that is not `Markup` already, and never of formatted strings. A page loads
nothing: its style, its pictures and its one script, if any, are part of it, and its policy forbids the rest.
"""

from __future__ import annotations

import base64
import hashlib
import html
import math
import re
from collections.abc import Iterable, Sequence

from autograder.report.terminal import Mark, clean, number_of

LONGEST_NAME = 80
LONGEST_PROSE = 4000

# Elements without content: those of HTML end at once, those of SVG say so.
VOID = frozenset({"img", "link", "meta"})
SHAPES = frozenset({"circle", "line", "path", "polyline", "rect"})

# Blue-green against orange-red, which people with any kind of colour vision tell apart; a sign and a word stand beside.
# Each ink reads on `page`, `card` and the tint of its own name with a contrast of at least 4.5 (WCAG AA).
LIGHT = {
    "page": "#f6f7f5",
    "card": "#ffffff",
    "ink": "#1c242b",
    "soft": "#55606a",
    "line": "#dde2e4",
    "link": "#0b5c9e",
    "good": "#0a6356",
    "good-tint": "#dff0ec",
    "bad": "#a63a00",
    "bad-tint": "#fdebe1",
    "todo": "#55606a",
    "todo-tint": "#eceff0",
    "carried": "#7a5200",
    "carried-tint": "#f9efd2",
    "heat-good": "#b5ddd4",
    "heat-bad": "#c9500c",
    "heat-todo": "#9aa5ad",
}
DARK = {
    "page": "#12171b",
    "card": "#1a2127",
    "ink": "#e7ebee",
    "soft": "#a5b0b9",
    "line": "#323c44",
    "link": "#7fbdf5",
    "good": "#6fd0bd",
    "good-tint": "#17352f",
    "bad": "#ffa074",
    "bad-tint": "#40251a",
    "todo": "#a5b0b9",
    "todo-tint": "#28313a",
    "carried": "#e8c268",
    "carried-tint": "#3a3118",
    "heat-good": "#245a50",
    "heat-bad": "#ff8f57",
    "heat-todo": "#64707a",
}


def _variables(colours: dict[str, str]) -> str:
    return "".join(f"--{name}:{colour};" for name, colour in colours.items())


STYLE = (
    f"""
:root {{ color-scheme: light dark; {_variables(LIGHT)} }}
@media (prefers-color-scheme: dark) {{ :root {{ {_variables(DARK)} }} }}
"""
    + """
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--page); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
  overflow-wrap: anywhere; }
main, .foot { max-width: 68rem; margin: 0 auto; padding: 0 1.5rem; }
main { padding-top: 2.75rem; }
h1, h2, h3, p, figure, dl, dd { margin: 0; }
h1 { font-size: 2rem; line-height: 1.2; letter-spacing: -.015em; }
h2 { font-size: 1.3rem; line-height: 1.3; letter-spacing: -.005em; }
h3 { font-size: 1rem; }
section { margin-top: 3rem; }
section > h2 + .lead { margin-top: .35rem; }
.eyebrow { color: var(--soft); font-weight: 600; margin-bottom: .3rem; }
.lead, .small { color: var(--soft); }
.lead { max-width: 46rem; }
.small { font-size: .875rem; }
.prose { white-space: pre-wrap; max-width: 46rem; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 4px; }
code, .code { font: .92em ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace;
  unicode-bidi: isolate; }
code { background: var(--todo-tint); border-radius: 4px; padding: .1em .32em; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 1.25rem 1.5rem; }
.grid { display: grid; gap: 1rem; margin-top: 1.25rem;
  grid-template-columns: repeat(auto-fit, minmax(min(10rem, 100%), 1fr)); }
.grid.wide { grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); }
.figure { font-size: 1.9rem; font-weight: 650; line-height: 1.2; letter-spacing: -.02em;
  font-variant-numeric: tabular-nums; }
.figure .of { font-size: 1rem; font-weight: 400; color: var(--soft); letter-spacing: 0; }
.mark { display: inline-block; white-space: nowrap; font-size: .875rem; font-weight: 600; line-height: 1.4;
  border-radius: 999px; padding: .1rem .65rem; }
.mark.wrap { white-space: normal; border-radius: 12px; }
.good { color: var(--good); background: var(--good-tint); }
.bad { color: var(--bad); background: var(--bad-tint); }
.todo { color: var(--todo); background: var(--todo-tint); }
.carried { color: var(--carried); background: var(--carried-tint); }
.bar { width: 100%; height: .5rem; border-radius: 999px; margin: .7rem 0 .6rem; }
.bar .track { fill: var(--line); }
.bar .fill.good { fill: var(--good); }
.bar .fill.todo { fill: var(--link); }
.bar .goal { fill: var(--ink); }
svg { display: block; }
svg text { fill: var(--soft); font-size: 12px; font-family: inherit; }
svg .axis { stroke: var(--line); }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 12px; background: var(--card);
  margin-top: 1.25rem; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: .5rem .9rem; text-align: left; vertical-align: top; font-weight: 400;
  border-top: 1px solid var(--line); }
thead th, thead td { border-top: 0; }
thead th { color: var(--soft); font-size: .875rem; font-weight: 600; vertical-align: bottom; }
.scroll table { width: 100%; }
.scroll .code { white-space: nowrap; }
.number { text-align: right; white-space: nowrap; }
summary { cursor: pointer; }
.foot { color: var(--soft); font-size: .875rem; padding-top: 3rem; padding-bottom: 3rem; }
@media (max-width: 36rem) {
  main, .foot { padding-left: 1rem; padding-right: 1rem; }
  main { padding-top: 1.75rem; }
  h1 { font-size: 1.6rem; }
  section { margin-top: 2.25rem; }
  .card { padding: 1rem 1.1rem; }
  .grid > :last-child:nth-child(odd) { grid-column: 1 / -1; }
  th, td { padding: .45rem .7rem; }
}
@media print {
  :root { """
    + _variables(LIGHT)
    + """ --page: #ffffff; }
  body { font-size: 10.5pt; }
  main { padding-top: 0; }
  main, .foot { max-width: none; }
  section { margin-top: 1.5rem; }
  .card, figure, tr, details { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  .mark, svg, .bar { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .scroll { overflow: visible; }
  details::details-content { content-visibility: visible; display: block; }
}
"""
)


class Markup(str):
    """HTML that is already harmless."""

    __slots__ = ()


def text(value: str) -> Markup:
    """Text as it is: escaped, and with everything that a reader would not see spelled out."""
    return Markup(html.escape(clean(value)))


def tag(name: str, /, *children: str, **attributes: str | float | bool | None) -> Markup:
    """An element. Children that are not Markup are escaped, and so is every attribute's value.

    `class_` gives the attribute "class", `aria_label` gives "aria-label"; True stands for an attribute without a value,
    False and None for none.
    """
    parts = [name]
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        attribute = key.rstrip("_").replace("_", "-")
        shown = number_of(value) if isinstance(value, float) else str(value)
        parts.append(attribute if value is True else f'{attribute}="{html.escape(clean(shown))}"')
    opening = " ".join(parts)
    if name in VOID:
        return Markup(f"<{opening}>")
    if name in SHAPES and not children:
        return Markup(f"<{opening}/>")
    return Markup(f"<{opening}>{join(children)}</{name}>")


def join(parts: Iterable[str]) -> Markup:
    """Pieces one after another, escaped where they are not Markup."""
    return Markup("".join(part if isinstance(part, Markup) else text(part) for part in parts))


def prose(message: str) -> Markup:
    """A message in sentences; what stands between backticks is code. Its own line breaks are kept."""
    pieces = re.split(r"`([^`\n]+)`", shortened(message, LONGEST_PROSE))
    return join(tag("code", piece) if at % 2 else piece for at, piece in enumerate(pieces))


def person(student: str) -> Markup:
    """A student's name: on one line, of bounded length, and kept from turning its neighbours' direction."""
    return tag("bdi", as_label(student))


def as_label(name: str, longest: int = LONGEST_NAME) -> str:
    """A name with all that is not printable spelled out, line breaks too, and shortened where it is very long."""
    whole = shortened(name, longest)
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in whole) or "(no name)"


def shortened(long: str, longest: int) -> str:
    return long if len(long) <= longest else long[: longest - 1] + "…"


def badge(mark: Mark, kind: str, words: str = "") -> Markup:
    """A status as a sign, a word and a colour."""
    roomy = " wrap" if len(words) > 30 else ""
    return tag(
        "span", tag("span", mark.sign, aria_hidden="true"), f" {words or mark.word}", class_=f"mark {kind}{roomy}"
    )


def kind_of(status: str, carried: bool = False) -> str:
    """The class that gives a status its colour: good, bad, todo or carried."""
    if carried:
        return "carried"
    return {"passed": "good", "missing": "todo"}.get(status, "bad")


def percent(share: float) -> str:
    return f"{share:.1%}"


def bar(share: float, kind: str, goal: float | None = None) -> Markup:
    """A thin bar that fills with a share of one; a tick shows the goal. The words beside it say the same."""
    full = 100 * min(max(share, 0.0), 1.0)
    parts = [
        tag("rect", class_="track", width=100, height=8),
        tag("rect", class_=f"fill {kind}", width=full, height=8),
    ]
    if goal is not None:
        parts.append(tag("rect", class_="goal", x=100 * goal - 0.25, width=0.5, height=8))
    return tag("svg", *parts, class_="bar", viewBox="0 0 100 8", preserveAspectRatio="none", aria_hidden="true")


def ticks(low: float, high: float, about: int) -> list[float]:
    """Round numbers from `low` to `high`, about as many as asked for."""
    span = high - low
    if not span > 0 or not math.isfinite(span):
        return [low]
    rough = span / about
    size = 10.0 ** math.floor(math.log10(rough))
    step = next(size * factor for factor in (1, 2, 2.5, 5, 10) if size * factor >= rough * 0.999)
    start = math.ceil(low / step)
    return [round(start * step + number * step, 10) for number in range(int((high - start * step) / step + 1e-9) + 1)]


def table(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> Markup:
    """A table whose first column names its rows; all others hold numbers."""
    head = [
        tag("th", cell, scope="col", class_="number" if at else None) if cell else tag("td")
        for at, cell in enumerate(heading)
    ]
    body = [
        tag("tr", tag("th", row[0], scope="row"), *(tag("td", cell, class_="number") for cell in row[1:]))
        for row in rows
    ]
    return tag("table", tag("thead", tag("tr", *head)), tag("tbody", *body))


def document(title: str, body: Markup, style: str = "", script: str = "") -> str:
    """A whole page that needs nothing but itself. `style` and `script` are the page's own, and trusted."""
    policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
    if script:
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        policy += f"; script-src 'sha256-{digest}'"
    head = [
        tag("meta", charset="utf-8"),
        Markup(f'<meta http-equiv="Content-Security-Policy" content="{html.escape(policy, quote=False)}">'),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="robots", content="noindex"),
        tag("link", rel="icon", href="data:,"),
        tag("title", as_label(title, 200)),
        Markup(f"<style>{STYLE}{style}</style>"),
    ]
    scripts = Markup(f"<script>{script}</script>") if script else Markup()
    page = tag(
        "html", tag("head", *(join([part, Markup("\n")]) for part in head)), tag("body", body, scripts), lang="en"
    )
    return f"<!DOCTYPE html>\n{page}\n"
