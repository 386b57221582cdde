"""Right solutions with one slip in them, made by rule: a sign, a factor, a root, an axis, a name.

The catalogue holds what people write who misunderstand something; nobody can write down every slip of the pen. Here
they are made out of the reference's own code, one change each, and told in words that quote none of it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from types import CodeType
from typing import Any

Change = tuple[ast.AST, str]  # what stands in a node's place, and words that go on from "what comes out …"

NOUNS = {
    "sqrt": "the root",
    "exp": "the exponential",
    "log": "the logarithm",
    "sum": "the sum",
    "mean": "the mean",
    "var": "the variance",
    "std": "the standard deviation",
    "abs": "the absolute value",
    "square": "the square",
    "norm": "the norm",
    "max": "the maximum",
    "zeros": "the zeros",
    "tanh": "tanh",
    "cos": "the cosine",
    "softmax": "softmax",
    "activate": "the activation",
    "activate_deriv": "the slopes",
    "relu": "ReLU",
    "relu_deriv": "the slopes of ReLU",
    "one_hot": "the one-hot columns",
    "maximum": "the larger of two",
    "floor": "rounding down",
}
INSTEAD = {
    "sum": ("mean", "max"),
    "mean": ("sum", "median", "max", "min"),
    "var": ("std",),
    "std": ("var",),
    "max": ("min", "sum", "mean"),
    "maximum": ("minimum",),
    "argmax": ("argmin",),
    "argmin": ("argmax",),
    "log": ("log2", "log10", "log1p", "exp"),
    "exp": ("exp2", "expm1"),
    "cos": ("sin",),
    "tanh": ("tan", "sinh", "arctan"),
    "sqrt": ("square", "cbrt"),
    "zeros": ("ones",),
    "floor": ("ceil", "round"),
    "activate": ("activate_deriv",),
    "activate_deriv": ("activate",),
    "relu": ("relu_deriv",),
    "relu_deriv": ("relu",),
}
NUMBERS = {
    1e-15: (1.0, 0.1, 0.01, 1e-3),
    0.01: (0.1, 0.001, 0.02, 0.2, 0.0),
    1e-5: (1e-3, 1e-4, 1e-6, 1e-7, 1e-8, 0.0),
    0.9: (0.1, 0.99, 0.5, 1.0),
}
SIGNS: dict[str, type[ast.cmpop]] = {">": ast.Gt, ">=": ast.GtE, "<": ast.Lt, "<=": ast.LtE, "!=": ast.NotEq}
WRAPPED = {
    "log": "with the logarithm of {}",
    "exp": "with e to the power of {}",
    "abs": "with the absolute value of {}",
    "sqrt": "with the root of {}",
    "sum": "with all numbers of {} added up to one",
    "mean": "with the mean of all numbers of {}",
}
# Names of the lessons' formulas, which everybody knows.
COMMON = {"Z", "A", "W", "b", "m", "X", "Y", "H", "a", "n", "dZ", "dA", "mean", "var", "std", "Z_hat", "dZ_hat"}
COMMON |= {"centred", "scale", "shift", "stretch", "dvar", "dstd", "dmean", "dgamma", "dbeta", "penalty", "total"}


@dataclass(frozen=True)
class Slip:
    """A right function with one change, and the change in words; `clear` is the larger the more these say."""

    words: str
    function: Callable[..., Any]
    clear: int = 0


def slips_of(
    exercise: str,
    trees: Mapping[str, ast.FunctionDef],
    styles: Sequence[ast.FunctionDef],
    namespace: Mapping[str, Any],
) -> Iterator[Slip]:
    """An exercise's right function with one slip in it, or that of another style, or with one in what it calls."""
    if exercise not in trees:
        return
    tree = trees[exercise]
    for written in (tree, *(style for style in styles if style.name == exercise)):
        for code, words in _compiled(written, ()):
            yield Slip(words, _function(exercise, code, namespace), _clear(words, written))
    called = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    for helper in sorted(called & (set(trees) - {exercise})):
        for code, words in _compiled(trees[helper], (tree,)):
            yield Slip(f"{words}, in what {helper} does", _function(exercise, code, namespace))


def _clear(words: str, tree: ast.FunctionDef) -> int:
    """How much words say: 3 where an argument is named, 1 where it stays vague what is changed."""
    if re.search(r"one part|another one|one of its|a condition|two arguments|its place|something|a term", words):
        return 1
    return 3 if any(re.search(rf"\b{argument.arg}\b", words) for argument in tree.args.args) else 2


def _function(name: str, code: CodeType, namespace: Mapping[str, Any]) -> Callable[..., Any]:
    """A function made of code that defines it, among the others of its solution."""
    around = dict(namespace)
    exec(code, around)
    function: Callable[..., Any] = around[name]
    return function


def _compiled(tree: ast.FunctionDef, others: Sequence[ast.stmt]) -> Iterator[tuple[CodeType, str]]:
    """The code of a function with one change, in all the ways that are known, followed by that of others."""
    parameters = [argument.arg for argument in tree.args.args]
    module = ast.Module([tree, *others], [])
    local = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    for parent in list(ast.walk(tree)):
        for field, value in list(ast.iter_fields(parent)):
            for at, node in enumerate(value) if isinstance(value, list) else ((None, value),):
                for new, words in _changes(node, parameters, local) if isinstance(node, ast.AST) else ():
                    ast.fix_missing_locations(ast.copy_location(new, tree))
                    changed = new if at is None else [*value[:at], new, *value[at + 1 :]]
                    setattr(parent, field, changed)
                    try:
                        yield compile(module, "<slip>", "exec"), words
                    except (SyntaxError, ValueError, TypeError):
                        continue  # not every change makes sense everywhere
                    finally:
                        setattr(parent, field, value)
    last = tree.body[-1]
    for loop in [statement for statement in tree.body if isinstance(statement, ast.For)]:
        loop.body.append(last)
        words = "if a `return` stood inside the loop, which ends in its first round"
        try:
            yield compile(module, "<slip>", "exec"), words
        finally:
            loop.body.pop()


def _changes(node: ast.AST, parameters: Sequence[str], local: Set[str]) -> Iterator[Change]:
    match node:
        case ast.BinOp():
            yield from _of_operation(node, parameters)
        case ast.UnaryOp(op=ast.USub()):
            yield node.operand, "without the minus sign in front"
        case ast.Call():
            yield from _of_call(node)
        case ast.Attribute(attr="T"):
            yield node.value, "without a transpose"
        case ast.Compare(ops=[ast.Gt() | ast.GtE() | ast.Lt() | ast.LtE() as op]):
            for sign, kind in SIGNS.items():
                if not isinstance(op, kind):
                    words = f"with {sign} in a comparison, which is the wrong one"
                    yield ast.Compare(node.left, [kind()], node.comparators), words
        case ast.Constant(value=int() | float() as value) if not isinstance(value, bool):
            for number in _other_numbers(value):
                yield ast.Constant(number), f"with the number {number:g} where another one belongs"
        case ast.Name(id=name, ctx=ast.Load()) if name in COMMON and name not in parameters and name in local:
            for other in sorted((local & COMMON) | set(parameters)):
                if other != name:
                    yield ast.Name(other, ast.Load()), f"with {other} in the place of {name}"
        case ast.Attribute(attr="size"):
            for other in sorted((local & COMMON) | set(parameters)):
                rows = ast.Subscript(
                    ast.Attribute(ast.Name(other, ast.Load()), "shape", ast.Load()), ast.Constant(0), ast.Load()
                )
                yield rows, f"with the number of rows of {other} in the place of a number of examples"
            for number in (10, 64, 100, 128, 784, 60_000):
                yield ast.Constant(number), f"with {number}, a fixed number, in the place of a number of examples"
        case ast.Subscript(value=ast.Attribute(attr="shape"), slice=ast.Constant(value=1 | -1)):
            yield ast.Subscript(node.value, ast.Constant(0), ast.Load()), "with the rows counted, not the columns"
            for number in (10, 64, 100, 128, 784, 60_000):
                yield ast.Constant(number), f"with {number}, a fixed number, in the place of the number of columns"
        case ast.Name(ctx=ast.Load()) if node.id in parameters:
            for other in [*parameters, *sorted((local & COMMON) - set(parameters))]:
                if other != node.id:
                    yield ast.Name(other, ast.Load()), f"with {other} in the place of {node.id}"
        case ast.Subscript(slice=ast.Tuple(elts=[first, second]), ctx=ast.Load()):
            yield ast.Subscript(node.value, first, ast.Load()), "with the first index only, where two are needed"
            swapped = ast.Tuple([second, first], ast.Load())
            yield ast.Subscript(node.value, swapped, ast.Load()), "with the two indices exchanged"
        case ast.Subscript(ctx=ast.Load()):
            yield node.value, "without an index: of the whole list or array, where a part is asked for"
        case ast.IfExp():
            yield ast.IfExp(node.test, node.orelse, node.body), "with the two cases of a condition exchanged"
            yield node.body, "without a condition, as if it were always so"
            yield node.orelse, "without a condition, as if it were never so"
        case ast.If():
            yield ast.If(ast.Constant(True), node.body, []), "without a condition, as if it were always so"
            yield ast.Pass(), "without what stands under a condition"
        case ast.AugAssign(target=ast.Name(id=name)):
            operation = ast.BinOp(ast.Name(name, ast.Load()), node.op, node.value)
            for new, words in _of_operation(operation, parameters):
                if isinstance(new, ast.expr):
                    yield ast.Assign([node.target], new), words
            yield ast.Assign([node.target], node.value), "with = in the place of an adding-up: only the last one counts"


def _other_numbers(value: float) -> Sequence[float]:
    if value in NUMBERS:
        return NUMBERS[value]
    if isinstance(value, int):
        return [number for number in (value - 1, value + 1, -value) if number != value]
    return [value * 10, value / 10, value / 2, value * 2]


def _called(node: ast.AST, known: Sequence[str]) -> str:
    """What may be said of a part of the formula: an argument's name, a well-known function, else nothing of it."""
    match node:
        case ast.Name(id=name) if name in known or name in COMMON:
            return name
        case ast.Subscript(value=ast.Name(id=name)) if name in known:
            return name
        case ast.Call(func=ast.Attribute(attr=name)) | ast.Call(func=ast.Name(id=name)) if name in NOUNS:
            return NOUNS[name]
        case ast.Attribute(value=inner, attr="T"):
            return _called(inner, known)
        case ast.UnaryOp(operand=inner):
            return _called(inner, known)
        case ast.Constant(value=int() | float() as value):
            return f"{value:g}"
        case ast.BinOp(op=ast.Pow(), right=ast.Constant(value=2)):
            return "the square"
    return ""


def _of_operation(node: ast.BinOp, known: Sequence[str]) -> Iterator[Change]:
    left, right = node.left, node.right
    first, second = _called(left, known), _called(right, known)

    def made(op: ast.operator, one: ast.expr = left, other: ast.expr = right) -> ast.BinOp:
        return ast.BinOp(one, op, other)

    match node.op:
        case ast.Add():
            yield made(ast.Sub()), f"with a minus where a plus belongs{_before(second)}"
            yield made(ast.Mult()), f"with a product where a sum belongs{_before(second)}"
            yield left, f"without {second or 'a term that is added'}"
            yield right, f"without {first or 'the term to which another is added'}"
        case ast.Sub():
            yield made(ast.Add()), f"with a plus where a minus belongs{_before(second)}"
            yield made(ast.Mult()), f"with a product where a difference belongs{_before(second)}"
            yield left, f"without taking away {second or 'a term'}"
            yield right, f"without {first or 'the term from which another is taken away'}"
            yield made(ast.Sub(), right, left), f"with a difference the wrong way round{_before(second)}"
        case ast.Mult():
            yield made(ast.Div()), f"with a division where a product belongs{_before(second)}"
            yield made(ast.Div(), right, left), f"with a division where a product belongs{_before(first)}"
            yield made(ast.Add()), f"with a plus where a product belongs{_before(second)}"
            yield made(ast.Sub()), f"with a minus where a product belongs{_before(second)}"
            yield made(ast.MatMult()), f"with @ where a product entry by entry belongs{_before(second)}"
            yield left, f"without the factor {second}".rstrip() if second else "without one of its factors"
            yield right, f"without the factor {first}".rstrip() if first else "without one of its factors"
            for side, what in ((left, first), (right, second)):
                yield made(ast.Mult(), node, side), f"with the factor {what or 'of a product'} counted twice"
        case ast.Div():
            yield made(ast.Mult()), f"with a product where a division belongs{_before(second)}"
            yield made(ast.FloorDiv()), "with //, which leaves whole numbers only"
            yield left, f"without the division by {second}" if second else "without one of its divisions"
            yield made(ast.Div(), right, left), "with a fraction upside down"
            yield (
                made(ast.Div(), node, right),
                f"with the division{f' by {second}' if second else ''} made twice: what is divided by is squared",
            )
        case ast.MatMult():
            yield made(ast.Mult()), "with * where @, a matrix product, belongs"
            yield made(ast.MatMult(), right, left), "with the two sides of a matrix product exchanged"
            for one, other in ((_turned(left), right), (left, _turned(right)), (_turned(left), _turned(right))):
                yield made(ast.MatMult(), one, other), "with another side of a matrix product transposed"
        case ast.Pow():
            yield made(ast.Mult()), "with * where ** belongs"
            yield left, "without the square" if second == "2" else "without a power"
            for power in (2, 3):
                words = f"with {first or 'something'} to the power {power}, which is the wrong one"
                yield made(ast.Pow(), left, ast.Constant(power)), words
            yield made(ast.Pow(), right, left), "with the base and the exponent of a power exchanged"
        case ast.FloorDiv():
            yield made(ast.Div()), "with / where // belongs"
    yield from _without_brackets(node)
    if not isinstance(node.op, ast.Pow | ast.FloorDiv | ast.Mod):
        yield from ((made(node.op, new), words) for new, words in _weighed(left, first))
        yield from ((made(node.op, left, new), words) for new, words in _weighed(right, second))


def _weighed(node: ast.expr, what: str) -> Iterator[tuple[ast.expr, str]]:
    """A part of a formula, doubled, halved, squared, rooted, or without its sign."""
    if isinstance(node, ast.Constant):
        return
    thing = what or "one part of the formula"
    yield ast.BinOp(ast.Constant(2), ast.Mult(), node), f"with {thing} counted twice: it has a factor 2 too many"
    yield ast.BinOp(node, ast.Div(), ast.Constant(2)), f"with {thing} counted half: it has a factor ½ too many"
    yield ast.BinOp(node, ast.Pow(), ast.Constant(2)), f"with {thing} squared"
    yield ast.UnaryOp(ast.USub(), node), f"with the sign of {thing} turned"
    yield ast.BinOp(ast.Constant(1), ast.Add(), node), f"with 1 added to {thing}"
    yield ast.BinOp(ast.Constant(1), ast.Sub(), node), f"with 1 minus {thing} in its place"
    for name, words in WRAPPED.items():
        function = ast.Attribute(ast.Name("np", ast.Load()), name, ast.Load())
        yield ast.Call(function, [node], []), words.format(thing)


def _before(what: str) -> str:
    return f", before {what}" if what else ""


def _turned(node: ast.expr) -> ast.expr:
    if isinstance(node, ast.Attribute) and node.attr == "T":
        return node.value
    return ast.Attribute(node, "T", ast.Load())


def _without_brackets(node: ast.BinOp) -> Iterator[Change]:
    """What Python reads where brackets are forgotten."""
    words = "without a pair of brackets, so that a factor or a division takes only the nearest number"
    left, right = node.left, node.right
    if isinstance(node.op, ast.Mult | ast.Div):
        if isinstance(left, ast.BinOp) and isinstance(left.op, ast.Add | ast.Sub):
            yield ast.BinOp(left.left, left.op, ast.BinOp(left.right, node.op, right)), words
        if isinstance(right, ast.BinOp) and isinstance(right.op, ast.Add | ast.Sub):
            yield ast.BinOp(ast.BinOp(left, node.op, right.left), right.op, right.right), words
        if isinstance(right, ast.BinOp) and isinstance(right.op, ast.Mult | ast.Div) and isinstance(node.op, ast.Div):
            yield ast.BinOp(ast.BinOp(left, node.op, right.left), right.op, right.right), words


def _of_call(node: ast.Call) -> Iterator[Change]:
    function = node.func
    method = isinstance(function, ast.Attribute) and not (
        isinstance(function.value, ast.Name) and function.value.id in ("np", "rng")
    )
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    inner = function.value if isinstance(function, ast.Attribute) and method else (node.args[0] if node.args else None)
    if len(node.args) == 1 and not method and name != "range":
        turned_sign = ast.UnaryOp(ast.USub(), node.args[0])
        words = f"with the sign of what goes into {NOUNS.get(name, name)} turned"
        yield ast.Call(function, [turned_sign], node.keywords), words
    if inner is not None:
        yield inner, f"without {NOUNS.get(name, f'`{name}`' if name else 'one of its steps')}"
    for other in INSTEAD.get(name, ()):
        if isinstance(function, ast.Attribute):
            if method and other in ("median",):
                numpy = ast.Attribute(ast.Name("np", ast.Load()), other, ast.Load())
                new = ast.Call(numpy, [function.value, *node.args], node.keywords)
            else:
                new = ast.Call(ast.Attribute(function.value, other, ast.Load()), node.args, node.keywords)
        else:
            new = ast.Call(ast.Name(other, ast.Load()), node.args, node.keywords)
        yield new, f"with {other} in the place of {name}"
    for at, keyword in enumerate(node.keywords):
        rest = [*node.keywords[:at], *node.keywords[at + 1 :]]
        if keyword.arg == "keepdims":
            yield ast.Call(function, node.args, rest), f"without keepdims=True in {NOUNS.get(name, name)}"
        if keyword.arg == "axis":
            axis = keyword.value.value if isinstance(keyword.value, ast.Constant) else 0
            turned = ast.keyword("axis", ast.Constant(1 - int(axis) if isinstance(axis, int) else 0))
            words = f"with {NOUNS.get(name, name)} along the other axis"
            yield ast.Call(function, node.args, [*rest, turned]), words
            words = f"with {NOUNS.get(name, name)} over the whole array, without its axis"
            yield ast.Call(function, node.args, [other for other in rest if other.arg != "keepdims"]), words
            yield ast.Call(function, node.args, rest), words
    if len(node.args) == 2:
        words = (
            f"with the two arguments of {name or 'a function'} exchanged"
            if name in NOUNS
            else "with two arguments exchanged"
        )
        yield ast.Call(function, node.args[::-1], node.keywords), words
    if name == "range" and len(node.args) == 1:
        shorter = ast.BinOp(node.args[0], ast.Sub(), ast.Constant(1))
        yield ast.Call(function, [shorter], []), "with a loop that ends early, one step too few"
        yield ast.Call(function, [ast.Constant(1), node.args[0]], []), "with a loop that begins late, one step too few"
