"""Loops: unrolled over what is known element by element, else run until nothing is new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow import access
from netra_lint.flow.run import PathEnds
from netra_lint.flow.state import join
from netra_lint.flow.values import Value, unknown

if TYPE_CHECKING:
    import ast
    from collections.abc import Callable

    from netra_lint.flow.run import Run

UNROLLED = 8
ROUNDS = 3


def each(run: Run, iterated: ast.expr, target: ast.expr, body: Callable[[], None]) -> None:
    """Run a body for each element of an expression.

    Args:
        run: the evaluation.
        iterated: what is iterated over.
        target: what each element is assigned to.
        body: the body; it may end its path.
    """
    value = run.see(run.eval(iterated))
    value = _iterable(run, value, iterated)
    parts = access.sequence(run, value)
    if parts is not None and len(parts) <= UNROLLED:
        for part in parts:
            _once(run, target, part, iterated, body)
        return
    element = access.elements(run, value, iterated)
    for _ in range(ROUNDS):
        before = run.state
        run.state = before.fork()
        _once(run, target, Value(element.atoms), iterated, body)
        run.state = join([before, run.state], run.words)


def _iterable(run: Run, value: Value, node: ast.AST) -> Value:
    from netra_lint.flow import calls, members
    from netra_lint.flow.heap import Args

    for oid in value.refs():
        obj = run.heap[oid]
        for name in ("__iter__", "__aiter__"):
            if obj.kind == "instance" and members.lookup(run, obj, name):
                return _stepped(run, calls.call_method(run, value, name, Args(), node), node)
    return value


def _stepped(run: Run, value: Value, node: ast.AST) -> Value:
    """What an iterator of the project gives, step by step."""
    from netra_lint.flow import calls, members
    from netra_lint.flow.heap import Args

    for oid in value.refs():
        for name in ("__next__", "__anext__"):
            if run.heap[oid].kind == "instance" and members.lookup(run, run.heap[oid], name):
                return access.make_any(run, calls.call_method(run, value, name, Args(), node))
    return value


def _once(run: Run, target: ast.expr, part: Value, node: ast.AST, body: Callable[[], None]) -> None:
    """One round; a path that ends in it leaves the state before it for the next round."""
    before = run.state.fork()
    try:
        access.assign(run, target, run.see(part), node)
        body()
    except PathEnds:
        run.state = before


def repeat(run: Run, test: ast.expr, body: Callable[[], None]) -> None:
    """Run a ``while`` loop; afterwards its condition is false.

    Raises:
        PathEnds: the loop never ends by its condition.
    """
    for _ in range(ROUNDS):
        before = run.state
        run.state = before.fork()
        try:
            run.condition(test, True)
            body()
        except PathEnds:
            run.state = before
            break
        run.state = join([before, run.state], run.words)
    run.condition(test, False)


def nothing() -> Value:
    """Return the value of a branch that is only followed for what it does."""
    return unknown()
