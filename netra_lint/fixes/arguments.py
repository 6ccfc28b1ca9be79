"""What a recipient's expression is: a run id, a fallback to one, or neither."""

from __future__ import annotations

import ast
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from netra_lint.fixes.bindings import bindings, parameters
from netra_lint.fixes.project import last_name
from netra_lint.project.nodes import bound_names
from netra_lint.vocabulary import RUN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netra_lint.fixes.bindings import Function
    from netra_lint.fixes.source import SourceFile
    from netra_lint.vocabulary import Vocabulary

_DEPTH = 6
_CONVERSIONS = ("str", "strip", "lower", "encode", "decode")


def kind_of(node: ast.expr, words: Vocabulary) -> str:
    """Return the kind of id that an expression says it is, by its last name or key."""
    if isinstance(node, (ast.Name, ast.Attribute)):
        return words.kind_of_name(last_name(node))
    if isinstance(node, ast.Subscript):
        return _key_kind(node.slice, words)
    if isinstance(node, ast.Call):
        return _call_kind(node, words)
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return words.kind_of_text(node.value)
    if isinstance(node, ast.JoinedStr):
        return _text_kind(node, words)
    return ""


def _key_kind(node: ast.expr, words: Vocabulary) -> str:
    text = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return words.kind_of_name(str(node.value)) if text else ""  # type: ignore[attr-defined]


def _call_kind(node: ast.Call, words: Vocabulary) -> str:
    name = last_name(node.func)
    if name == "get" and len(node.args) == 1:
        return _key_kind(node.args[0], words)
    if name == "getattr" and len(node.args) == 2:
        return _key_kind(node.args[1], words)
    if name in _CONVERSIONS:
        inner = node.func.value if isinstance(node.func, ast.Attribute) else None
        inner = node.args[0] if inner is None and len(node.args) == 1 else inner
        return kind_of(inner, words) if inner is not None else ""
    return words.kind_of_function(name)


def _text_kind(node: ast.JoinedStr, words: Vocabulary) -> str:
    first = node.values[0] if node.values else None
    if isinstance(first, ast.Constant):
        return words.kind_of_text(str(first.value))
    if isinstance(first, ast.FormattedValue) and len(node.values) == 1:
        return kind_of(first.value, words)
    return ""


@dataclass(frozen=True)
class Scope:
    """Where an expression stands.

    Attributes:
        source: its file.
        function: the function around it, if there is one.
        words: the vocabulary.
    """

    source: SourceFile
    function: Function | None
    words: Vocabulary


def always(node: ast.expr, kind: str, scope: Scope, depth: int = 0) -> bool:
    """Tell whether an expression is an id of one kind and nothing else.

    A local variable is, where all that is assigned to it is; an attribute of
    the instance too, where its name does not say otherwise.

    Args:
        node: the expression.
        kind: the kind asked for.
        scope: where it stands.
        depth: how many variables were gone through.
    """
    if depth > _DEPTH:
        return False
    values = list(_values(node, scope))
    if values:
        return all(
            value is not None and always(value, kind, replace(scope, function=inner), depth + 1)
            for value, inner in values
        )
    return kind_of(node, scope.words) == kind


def _values(node: ast.expr, scope: Scope) -> Iterator[tuple[ast.expr | None, Function | None]]:
    """Yield what is assigned to a variable or attribute, with the functions that do."""
    function = scope.function
    if function is None:
        return
    if isinstance(node, ast.Name) and node.id not in parameters(function):
        yield from ((each.value, function) for each in bindings(function, node.id))
    elif isinstance(node, ast.Attribute) and not kind_of(node, scope.words):
        cls = scope.source.parents.get(function)
        first = next(iter(parameters(function)), "")
        if isinstance(cls, ast.ClassDef) and last_name(node.value) == first:
            yield from _stored(cls, node.attr)


def _stored(cls: ast.ClassDef, name: str) -> Iterator[tuple[ast.expr | None, Function | None]]:
    for method in cls.body:
        if not isinstance(method, (ast.FunctionDef, ast.AsyncFunctionDef)):
            continue
        for node in ast.walk(method):
            if isinstance(node, (ast.Assign, ast.AnnAssign, ast.AugAssign)):
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                if any(_is_own(target, name) for target in targets):
                    yield node.value, method
    if any(name in bound_names(each) for each in cls.body):
        yield None, None


def _is_own(target: ast.AST, name: str) -> bool:
    return isinstance(target, ast.Attribute) and target.attr == name


def operands(node: ast.expr) -> list[ast.expr] | None:
    """Return what a fallback tries in turn: ``[a, b]`` for ``a or b`` and ``a if a else b``.

    Returns:
        The operands, or None for what is no fallback.
    """
    if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.Or):
        return [part for value in node.values for part in operands(value) or [value]]
    if isinstance(node, ast.IfExp):
        chosen, other = _first_choice(node)
        if chosen is not None and other is not None:
            return [*(operands(chosen) or [chosen]), *(operands(other) or [other])]
    return None


def _first_choice(node: ast.IfExp) -> tuple[ast.expr | None, ast.expr | None]:
    """Return ``a`` and ``b`` of ``a if a else b``, however the test is written."""
    test, negated = node.test, False
    while isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        test, negated = test.operand, not negated
    if isinstance(test, ast.Compare) and len(test.ops) == 1:
        right = test.comparators[0]
        if not (isinstance(right, ast.Constant) and right.value is None):
            return None, None
        negated = negated != isinstance(test.ops[0], (ast.Is, ast.Eq))
        test = test.left
    chosen, other = (node.orelse, node.body) if negated else (node.body, node.orelse)
    same = ast.dump(chosen) == ast.dump(test)
    return (chosen, other) if same else (None, None)


def is_same(text: str, node: ast.expr) -> bool:
    """Tell whether an expression in words reads what another does, an item by ``get`` or not."""
    return _as_read(ast.parse(text, mode="eval").body) == _as_read(node)


def _as_read(node: ast.expr) -> str:
    if isinstance(node, ast.Call) and last_name(node.func) == "get" and len(node.args) == 1:
        inner = node.func.value if isinstance(node.func, ast.Attribute) else node.func
        return f"{_as_read(inner)}[{ast.unparse(node.args[0])}]"
    if isinstance(node, ast.Subscript):
        return f"{_as_read(node.value)}[{ast.unparse(node.slice)}]"
    return ast.unparse(node)


def effects(node: ast.AST) -> bool:
    """Tell whether evaluating an expression could do something besides giving a value."""
    kinds = (ast.Call, ast.Await, ast.Yield, ast.YieldFrom, ast.NamedExpr)
    return any(isinstance(each, kinds) for each in ast.walk(node))


def is_run(node: ast.expr, scope: Scope) -> bool:
    """Tell whether an expression is a run id and nothing else."""
    return always(node, RUN, scope)
