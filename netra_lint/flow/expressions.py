"""How expressions are evaluated: names, attributes, operators, strings, tests."""

from __future__ import annotations

import ast
from types import NoneType

from netra_lint.flow import access
from netra_lint.flow.checks import compared
from netra_lint.flow.heap import Obj
from netra_lint.flow.run import Run, expression
from netra_lint.flow.values import (
    FALSE,
    NONE,
    TRUE,
    UNKNOWN,
    Atom,
    Const,
    Ident,
    Ref,
    Test,
    Trace,
    Value,
    const,
    one,
    union,
    unknown,
)


@expression(ast.Constant)
def _constant(run: Run, node: ast.Constant) -> Value:
    return const(node.value) if node.value is not ... else unknown()


@expression(ast.Name)
def _name(run: Run, node: ast.Name) -> Value:
    return run.named(run.see(access.load_name(run, node.id)), node.id, node, "name")


@expression(ast.Attribute)
def _attribute(run: Run, node: ast.Attribute) -> Value:
    receiver = run.see(run.eval(node.value))
    value = run.see(access.load_attribute(run, receiver, node.attr, node))
    return run.named(value, node.attr, node, "attribute")


@expression(ast.Subscript)
def _subscript(run: Run, node: ast.Subscript) -> Value:
    holder = run.see(run.eval(node.value))
    if isinstance(node.slice, ast.Slice):
        return _sliced(run, holder, node.slice, node)
    key = run.see(run.eval(node.slice)).constant()
    return access.load_item(run, holder, key, node)


def _sliced(run: Run, holder: Value, part: ast.Slice, node: ast.AST) -> Value:
    bounds = [run.eval(bound).constant() if bound else NONE for bound in (part.lower, part.upper)]
    lower, upper = bounds
    if part.step is None and lower == NONE and upper == NONE:
        return holder
    whole = access.sequence(run, holder)
    bound = _bound(lower, upper) if lower is not None and upper is not None else None
    if whole is not None and bound is not None:
        return access.make_list(run, whole[bound] if part.step is None else whole)
    if any(isinstance(atom, Ref) for atom in holder.atoms):
        return access.make_any(run, access.elements(run, holder, node))
    text = holder.constant()
    if text and isinstance(text.value, str) and bound is not None:
        return const(text.value[bound])
    prefix = upper.value if upper is not None and lower in (NONE, Const(0, int)) else None
    result = unknown()
    if isinstance(prefix, int):
        run.known.prefixes[result.token] = (holder.token, "")
    return result


def _bound(lower: Const, upper: Const) -> slice[int | None, int | None, None] | None:
    first, last = lower.value, upper.value
    if not isinstance(first, (int, NoneType)) or not isinstance(last, (int, NoneType)):
        return None
    return slice(first, last)


@expression(ast.IfExp)
def _conditional(run: Run, node: ast.IfExp) -> Value:
    def chosen(truth: bool) -> Value:
        run.condition(node.test, truth)
        return run.eval(node.body if truth else node.orelse)

    return run.branch(lambda: chosen(True), lambda: chosen(False))


@expression(ast.BoolOp)
def _connected(run: Run, node: ast.BoolOp) -> Value:
    stop = isinstance(node.op, ast.Or)

    def follow(parts: list[ast.expr]) -> Value:
        if len(parts) == 1:
            return run.eval(parts[0])

        def stops() -> Value:
            value = run.eval(parts[0])
            run.assume(value, stop)
            return run.see(value)

        def goes_on() -> Value:
            run.condition(parts[0], not stop)
            return follow(parts[1:])

        return run.branch(stops, goes_on)

    value = follow(node.values)
    return value.traced(run.frame.path, node, f"one of the choices of `{ast.unparse(node)}`"[:120])


@expression(ast.UnaryOp)
def _unary(run: Run, node: ast.UnaryOp) -> Value:
    value = run.see(run.eval(node.operand))
    if isinstance(node.op, ast.Not):
        return Value({_negated(atom): None for atom in value.atoms})
    number = value.constant()
    if number and isinstance(node.op, ast.USub) and isinstance(number.value, int):
        return const(-number.value)
    return unknown()


def _negated(atom: Atom) -> Atom:
    if isinstance(atom, Test):
        return Test(atom.when_false, atom.when_true)
    if isinstance(atom, Const):
        return FALSE if atom.value else TRUE
    return UNKNOWN


@expression(ast.BinOp)
def _binary(run: Run, node: ast.BinOp) -> Value:
    left, right = run.see(run.eval(node.left)), run.see(run.eval(node.right))
    if isinstance(node.op, ast.Add):
        return _added(run, left, right, node)
    text = left.constant()
    if isinstance(node.op, ast.Mod) and text and isinstance(text.value, str):
        return _formatted(run, text.value, right, node)
    if isinstance(node.op, ast.BitOr):
        return access.merged_dicts(run, left, right, node)
    return unknown()


def _added(run: Run, left: Value, right: Value, node: ast.AST) -> Value:
    first, second = access.sequence(run, left), access.sequence(run, right)
    if first is not None and second is not None:
        return access.make_list(run, [*first, *second])
    one_text, other = left.constant(), right.constant()
    if one_text and other:
        try:
            return const(one_text.value + other.value)  # type: ignore[operator]
        except TypeError:
            return unknown()
    if one_text and one_text.value == "":
        return right
    if any(isinstance(atom, Ref) for atom in left.atoms):
        both = (access.elements(run, left, node), access.elements(run, right, node))
        return access.make_any(run, union(both))
    return starting_with(run, left, node)


def _formatted(run: Run, text: str, right: Value, node: ast.AST) -> Value:
    if not text.startswith("%s"):
        return starting_with(run, const(text), node)
    parts = access.sequence(run, right)
    return starting_with(run, parts[0] if parts else right, node)


def starting_with(run: Run, value: Value, node: ast.AST) -> Value:
    """Return a string that begins with a value: an id's kind shows in its first letters.

    Args:
        run: the evaluation.
        value: what stands at the string's beginning.
        node: the expression that builds the string.
    """
    result: dict[object, Trace | None] = {}
    for atom, trace in value.atoms.items():
        if isinstance(atom, Const) and isinstance(atom.value, str):
            kind = run.words.kind_of_text(atom.value)
            note = f"a string that starts with `{atom.value[:20]}`"
            event = Trace(run.frame.path, node, note, "source", word=f"string `{atom.value[:20]}…`")
            result[Ident(kind) if kind else UNKNOWN] = event if kind else None
        elif trace is not None:
            note = "kept at the beginning of a string"
            result[atom] = Trace(run.frame.path, node, note, prev=trace)
        else:
            result[UNKNOWN] = None
    return Value(result)  # type: ignore[arg-type]


@expression(ast.JoinedStr)
def _fstring(run: Run, node: ast.JoinedStr) -> Value:
    parts = [run.eval(p.value if isinstance(p, ast.FormattedValue) else p) for p in node.values]
    if not parts:
        return const("")
    if len(parts) == 1 and isinstance(node.values[0], ast.FormattedValue):
        return run.see(parts[0])
    texts = [part.constant() for part in parts]
    if all(text is not None and isinstance(text.value, str) for text in texts):
        return const("".join(str(text.value) for text in texts if text))
    first = next((i for i, text in enumerate(texts) if not _is_space(text)), 0)
    return starting_with(run, run.see(parts[first]), node)


def _is_space(text: Const | None) -> bool:
    return text is not None and isinstance(text.value, str) and not text.value.strip()


@expression(ast.NamedExpr)
def _walrus(run: Run, node: ast.NamedExpr) -> Value:
    value = run.eval(node.value)
    access.assign(run, node.target, value, node)
    return value


@expression(ast.Await)
def _await(run: Run, node: ast.Await) -> Value:
    value = run.eval(node.value)
    for oid in value.refs():
        if run.heap[oid].kind == "list" and run.heap[oid].name == "future":
            return access.elements(run, value, node)
    return value


@expression(ast.Yield, ast.YieldFrom)
def _yield(run: Run, node: ast.Yield | ast.YieldFrom) -> Value:
    value = run.eval(node.value) if node.value else const(None)
    if isinstance(node, ast.YieldFrom):
        value = access.elements(run, value, node)
    frame = run.frame
    if frame.yields is not None:
        access.append(run, frame.yields, run.see(value))
    return unknown()


@expression(ast.Compare)
def _compare(run: Run, node: ast.Compare) -> Value:
    left = run.eval(node.left)
    results = []
    for operator, right in zip(node.ops, node.comparators, strict=True):
        other = run.eval(right)
        results.append(compared(run, left, operator, other))
        left = other
    return results[0] if len(results) == 1 else unknown()


@expression(ast.List, ast.Tuple, ast.Set)
def _display(run: Run, node: ast.List | ast.Tuple | ast.Set) -> Value:
    parts: list[Value] = []
    loose: list[Value] = []
    for item in node.elts:
        if isinstance(item, ast.Starred):
            value = run.eval(item.value)
            known = access.sequence(run, value)
            parts.extend(known or ())
            loose += [access.elements(run, value, item)] if known is None else []
        else:
            parts.append(run.see(run.eval(item)))
    if loose:
        return access.make_any(run, union([*parts, *loose]))
    return access.make_list(run, parts)


@expression(ast.Dict)
def _dict(run: Run, node: ast.Dict) -> Value:
    result = run.new(Obj("dict"))
    for key, item in zip(node.keys, node.values, strict=True):
        value = run.see(run.eval(item))
        if key is None:
            access.update_dict(run, result, value, item)
        else:
            access.store_entry(run, result, run.see(run.eval(key)), value, item)
    return result


@expression(ast.Lambda)
def _lambda(run: Run, node: ast.Lambda) -> Value:
    from netra_lint.flow.functions import closure

    return closure(run, node)


@expression(ast.ListComp, ast.SetComp, ast.GeneratorExp, ast.DictComp)
def _comprehension(run: Run, node: ast.ListComp | ast.DictComp) -> Value:
    from netra_lint.flow.loops import each

    is_dict = isinstance(node, ast.DictComp)
    result = run.new(Obj("dict")) if is_dict else access.make_list(run, [])

    def inner(level: int) -> None:
        if level == len(node.generators):
            collect()
            return
        clause = node.generators[level]

        def taken(tests: list[ast.expr]) -> Value:
            if tests:
                return run.branch(lambda: passed(tests), lambda: left_out(tests[0]))
            inner(level + 1)
            return unknown()

        def passed(tests: list[ast.expr]) -> Value:
            run.condition(tests[0], True)
            return taken(tests[1:])

        def left_out(test: ast.expr) -> Value:
            run.condition(test, False)
            return unknown()

        def body() -> None:
            taken(clause.ifs)

        each(run, clause.iter, clause.target, body)

    def collect() -> None:
        if isinstance(node, ast.DictComp):
            key = run.see(run.eval(node.key))
            access.store_entry(run, result, key, run.see(run.eval(node.value)), node.value)
        else:
            access.append(run, result, run.see(run.eval(node.elt)))

    inner(0)
    return result


@expression(ast.Starred)
def _starred(run: Run, node: ast.Starred) -> Value:
    return run.eval(node.value)


@expression(ast.Call)
def _call(run: Run, node: ast.Call) -> Value:
    from netra_lint.flow.calls import call

    return call(run, node)


def nothing() -> Value:
    """Return None's value."""
    return one(NONE)
