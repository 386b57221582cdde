"""The formula behind numbers: what a function that works number by number must have computed.

The rules of training add and divide a few arrays, each with a factor made of a few settings. Where no mistake of the
catalogue fits, such a sum is looked for that gives the student's numbers on every input, and the one that gives the
right numbers beside it: "v is beta · v + alpha · dw, where beta · v + (1 − beta) · dw is due" tells more than that they
differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, combinations_with_replacement

import numpy as np

from autograder.judge.compare import Array, is_close

MIN_SAMPLES = 4
MIN_ENTRIES = 6
MAX_FOUND = 12  # of so many sums that fit, the one with the shortest factors is taken


@dataclass(frozen=True, eq=False)
class Sample:
    """One output on one input, with the arrays of its shape and the settings of which it may be made, by name."""

    output: Array
    arrays: Mapping[str, Array]
    settings: Mapping[str, float]


@dataclass(frozen=True, eq=False)
class Factor:
    """A factor in words, with its value in each sample."""

    text: str
    values: Array


def formula(samples: Sequence[Sample]) -> str:
    """The simplest sum found that gives the outputs of all samples, in words; empty where there is none."""
    full = [sample for sample in samples if _tells(sample)]
    if len(full) < MIN_SAMPLES or not full[0].arrays:
        return ""
    full.sort(key=lambda sample: -sample.settings.get("eps", 0.0))  # where it is large, its place shows
    with np.errstate(all="ignore"):
        known = list(_factors([sample.settings for sample in full]))
        values = np.array([factor.values for factor in known]).reshape(len(known), len(full))
        factors = [factor.text for factor in known], values
        terms = [dict(_terms(sample)) for sample in full]
        found: list[tuple[int, int, str]] = []
        for names in _candidates(full[0], terms[0]):
            fit = _fitted(names, full, terms, factors)
            if fit is not None:
                found.append((sum(len(factor.text) for factor in fit), len(found), _written(names, fit)))
            if len(found) == MAX_FOUND:
                break
    return min(found)[-1] if found else ""


def _tells(sample: Sample) -> bool:
    """Whether nothing is 0, which would hide what it multiplies."""
    arrays = all(array.any() for array in sample.arrays.values())
    return bool(
        arrays
        and all(sample.settings.values())
        and np.isfinite(sample.output).all()
        and sample.output.size >= MIN_ENTRIES
    )


def _candidates(probe: Sample, terms: Mapping[str, Array]) -> Iterator[tuple[str, ...]]:
    """Sets of terms of which the output of one sample is a sum."""
    y = probe.output.ravel()
    flat = {name: term.ravel() for name, term in terms.items() if np.isfinite(term).all() and term.any()}
    names, matrix = list(flat), np.stack(list(flat.values()))
    bb, by = (matrix * matrix).sum(axis=1), matrix @ y
    small = 1e-14 * (y @ y)
    for at in np.flatnonzero(((y - (by / bb)[:, None] * matrix) ** 2).sum(axis=1) < small):
        yield (names[at],)
    base = [name for name in (*probe.arrays, "1") if name in flat]
    for number, first in enumerate(base):
        a = flat[first]
        aa, ab, ay = a @ a, matrix @ a, a @ y
        det = aa * bb - ab * ab
        det[det < 1e-9 * aa * bb] = np.nan
        rest = y - ((ay * bb - by * ab) / det)[:, None] * a - ((by * aa - ay * ab) / det)[:, None] * matrix
        for at in np.flatnonzero((rest**2).sum(axis=1) < small):
            if names[at] not in base[: number + 1]:
                yield first, names[at]
    for two in combinations(base, 2):
        plane = np.linalg.qr(np.stack([flat[name] for name in two], axis=1))[0]
        outside, left = matrix - (matrix @ plane) @ plane.T, y - plane @ (plane.T @ y)
        size = (outside * outside).sum(axis=1)
        size[size < 1e-9 * bb] = np.nan
        rest = left - ((outside @ left) / size)[:, None] * outside
        for at in np.flatnonzero((rest**2).sum(axis=1) < small):
            if names[at] not in base or base.index(names[at]) > base.index(two[1]):
                yield *two, names[at]


def _fitted(
    names: Sequence[str],
    samples: Sequence[Sample],
    terms: Sequence[Mapping[str, Array]],
    factors: tuple[Sequence[str], Array],
) -> list[Factor] | None:
    """The factors of the terms in all samples, in words; None where they do not fit or have none."""
    rows = []
    for sample, known in zip(samples, terms, strict=True):
        matrix = np.stack([known[name].ravel() for name in names], axis=1)
        if not np.isfinite(matrix).all():
            return None
        row, _, rank, _ = np.linalg.lstsq(matrix, sample.output.ravel(), rcond=1e-9)
        if not is_close(matrix @ row, sample.output.ravel()).all() or np.abs(row).min() < 1e-9:
            return None
        rows.append(row if rank == len(names) else row * np.nan)  # one term is made of the others there
    table = np.array(rows)
    clear = np.isfinite(table).all(axis=1)
    if clear.sum() < MIN_SAMPLES:
        return None
    texts, values = factors
    named = [_named(column, texts, values[:, clear]) for column in table[clear].T]
    return [factor for factor in named if factor is not None] if None not in named else None


def _named(values: Array, texts: Sequence[str], known: Array) -> Factor | None:
    """A factor in words that has these values, its sign left to them."""
    size = np.abs(values) if (values < 0).all() else values
    if np.allclose(size, size[0], rtol=1e-4):
        return Factor(f"{size[0]:.4g}" if abs(size[0] - 1) > 1e-4 else "", values)
    alike = (np.abs(known - size) <= 1e-4 * np.abs(size)).all(axis=1)
    return Factor(texts[int(alike.argmax())], values) if alike.any() else None


def _factors(settings: Sequence[Mapping[str, float]]) -> Iterator[Factor]:
    """Products of up to three of what settings give, the simple ones first."""
    names = [name for name in settings[0] if name != "t"]
    counts = np.array([given.get("t", 1.0) for given in settings])
    simple = []
    for name in names:
        values = np.array([given[name] for given in settings])
        simple += [Factor(name, values), Factor(f"(1 − {name})", 1 - values)]
        simple += [Factor(f"(1 − {name}²)", 1 - values**2), Factor(f"√{name}", np.sqrt(values))]
        simple += [Factor(f"(1 − {small:g} · {name})", 1 - small * values) for small in (0.1, 0.01, 0.001)]
        if "t" in settings[0] and name.startswith("beta"):
            simple += [
                Factor(f"{name}^t", values**counts),
                Factor(f"(1 − {name}^t)", 1 - values**counts),
                Factor(f"√(1 − {name}^t)", np.sqrt(1 - values**counts)),
            ]
    if "t" in settings[0]:
        simple += [Factor("t", counts), Factor("√t", np.sqrt(counts))]
    inverse = [Factor(f"/ {factor.text}", 1 / factor.values) for factor in simple if factor.values.all()]
    single = simple + inverse
    for number in (1, 2, 3):
        for group in combinations_with_replacement(single if number < 3 else _few(single), number):
            above = [factor.text for factor in group if not factor.text.startswith("/")]
            below = [factor.text for factor in group if factor.text.startswith("/")]
            yield Factor(" ".join([" · ".join(above) or "1", *below]), np.prod([f.values for f in group], axis=0))


def _few(factors: Sequence[Factor]) -> list[Factor]:
    """Those of which three may come together: the corrections of Adam, and the settings themselves."""
    return [factor for factor in factors if "^t" in factor.text or factor.text.isidentifier()]


def _terms(sample: Sample) -> Iterator[tuple[str, Array]]:
    """What may be added up, in words: arrays, what is made of one, and quotients of two."""
    ones = np.ones(sample.output.shape)
    yield from sample.arrays.items()
    yield "1", ones
    for name, x in sample.arrays.items():
        yield f"{name}²", x**2
        yield f"|{name}|", np.abs(x)
        yield f"the sign of {name}", np.sign(x)
    for name, x in sample.arrays.items():
        yield f"the mean of {name} over the whole array", ones * x.mean()
        yield f"the sum of {name} over the whole array", ones * x.sum()
        yield f"the mean of {name}² over the whole array", ones * (x**2).mean()
        yield f"the sum of {name}² over the whole array", ones * (x**2).sum()
        yield f"({name} − its mean)²", (x - x.mean()) ** 2
        yield f"{name} over its length", x / np.linalg.norm(x)
        for axis, word in ((0, "column"), (1, "row")):
            if x.ndim == 2:
                yield f"the mean of {name}² over each {word}", ones * (x**2).mean(axis=axis, keepdims=True)
                yield f"the sum of {name}² over each {word}", ones * (x**2).sum(axis=axis, keepdims=True)
                yield f"the mean of {name} over each {word}", ones * x.mean(axis=axis, keepdims=True)
    for (name, x), (other, z) in combinations(sample.arrays.items(), 2):
        yield f"{name} · {other}", x * z
        yield f"({name} − {other})²", (x - z) ** 2
        yield f"the larger of {name} and {other}", np.maximum(x, z)
    above, below = dict(_corrected(sample, "m", "v")), dict(_corrected(sample, "s"))
    eps = sample.settings.get("eps", 1e-8)
    for over, x in above.items():
        for text, top in (
            (over, x),
            (f"{over}²", x**2),
            (f"|{over}|", np.abs(x)),
            (f"√|{over}|", np.sqrt(np.abs(x))),
            (f"the sign of {over}", np.sign(x)),
        ):
            for under, z in below.items():
                root = np.sqrt(np.abs(z))
                yield f"{text} / (√{under} + eps)", top / (root + eps)
                yield f"{text} / √({under} + eps)", top / np.sqrt(np.abs(z) + eps)
                yield f"{text} / ({under} + eps)", top / (z + eps)
                yield f"{text} / √{under}", top / root
                yield f"{text} / {under}", top / z
                yield f"{text} / (√{under} of the mean over the whole array + eps)", top / (np.sqrt(z.mean()) + eps)
                yield f"{text} · (√{under} + eps)", top * (root + eps)
                yield f"√{under} / ({text} + eps)", root / (top + eps)
                for small in (0.001, 1e-6, 1e-7, 1e-8):
                    yield f"{text} / (√{under} + {small:g})", top / (root + small)


def _corrected(sample: Sample, *means: str) -> Iterator[tuple[str, Array]]:
    """The arrays, and those of running means divided by 1 − beta^t, as Adam has it."""
    for name, x in sample.arrays.items():
        yield name, x
        bare = name.removeprefix("new ")
        for beta in ("beta1", "beta2"):
            if "t" in sample.settings and beta in sample.settings and bare in means:
                kept, t = sample.settings[beta], sample.settings["t"]
                yield f"({name} / (1 − {beta}^t))", x / (1 - kept**t)
                if name != bare:
                    yield f"({name} / (1 − {beta}))", x / (1 - kept)
                    yield f"({name} / (1 − {beta} · t))", x / (1 - kept * t)
                    yield f"({name} / (1 − {beta}^(t + 1)))", x / (1 - kept ** (t + 1))
                    yield f"({name} / (1 − {beta}^(t − 1)))", x / (1 - kept ** (t - 1))
                    yield f"({name} · (1 − {beta}^t))", x * (1 - kept**t)


def _written(names: Sequence[str], factors: Sequence[Factor]) -> str:
    text = ""
    for name, factor in zip(names, factors, strict=True):
        sign = "−" if (factor.values < 0).all() else "+"
        product = factor.text if name == "1" else " · ".join(part for part in (factor.text, name) if part)
        text += f" {sign} {product or '1'}" if text else f"{'−' if sign == '−' else ''}{product or '1'}"
    return text
