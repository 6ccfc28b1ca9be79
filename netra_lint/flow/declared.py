"""What declarations say of None: annotations, defaults and fields that allow it."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, NamedTuple

from netra_lint.flow.program import default_nodes, last_word
from netra_lint.flow.query_sends import span_of
from netra_lint.project.nodes import is_none

if TYPE_CHECKING:
    from netra_lint.flow.graph import Place
    from netra_lint.flow.program import ClassInfo, FunctionInfo


class Absence(NamedTuple):
    """Why a value may be None.

    Attributes:
        word: what it is, in words: ``the parameter `user_id` of `notify`, None by default``.
        path, place: where that is declared.
    """

    word: str
    path: str
    place: Place


def allows_none(node: ast.expr | None) -> bool:
    """Tell whether an annotation allows None.

    Args:
        node: the annotation, perhaps as a text.
    """
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        try:
            node = ast.parse(node.value, mode="eval").body
        except SyntaxError:
            return False
    if isinstance(node, ast.BinOp):
        return any(is_none(part) or allows_none(part) for part in (node.left, node.right))
    if isinstance(node, ast.Subscript):
        word = last_word(node.value)
        parts = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
        if word == "Annotated":
            return allows_none(parts[0])
        return word == "Optional" or (word == "Union" and any(map(is_none, parts)))
    return False


def is_none_by_default(info: FunctionInfo, name: str) -> bool:
    """Tell whether a parameter has None as its default."""
    default = dict(default_nodes(info)).get(name)
    return default is not None and is_none(default)


def declared_parameter(info: FunctionInfo, name: str) -> Absence | None:
    """Return why a parameter may be None by its declaration, or None."""
    param = info.every_param[name]
    if param in (info.node.args.vararg, info.node.args.kwarg):
        return None
    default = dict(default_nodes(info)).get(name)
    text = f"the parameter `{name}` of `{info.name}`"
    if default is not None and is_none(default):
        return Absence(f"{text}, which is None by default", info.path, span_of(param))
    if default is None and allows_none(param.annotation):
        return Absence(f"{text}, which may be None by its annotation", info.path, span_of(param))
    return None


def declared_field(cls: ClassInfo, name: str) -> Absence | None:
    """Return why a field or property of a class may be None by its declaration, or None."""
    for base in cls.mro:
        annotation = base.annotations.get(name)
        if annotation is None and name in base.methods:
            annotation = getattr(base.methods[name].node, "returns", None)
        if annotation is None and "__init__" in base.methods:
            annotation = _annotated_in(base.methods["__init__"], name)
        if annotation is not None:
            word = f"`{name}` of `{base.name}`, which may be None by its annotation"
            place = span_of(annotation)
            return Absence(word, base.module.path, place) if allows_none(annotation) else None
    return None


def _annotated_in(method: FunctionInfo, name: str) -> ast.expr | None:
    for node in method.statements:
        target = node.target if isinstance(node, ast.AnnAssign) else None
        if isinstance(target, ast.Attribute) and target.attr == name:
            return node.annotation  # type: ignore[attr-defined,no-any-return]
    return None
