"""Ids that mappings carry under keys: typed dictionaries, and contexts that are read by keys."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.flow.program import last_word
from netra_lint.project.nodes import walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from netra_lint.flow.program import ClassInfo, FunctionInfo


def is_mapping(cls: ClassInfo) -> bool:
    """Whether the objects of a class are dictionaries, whose fields are keys."""
    return "TypedDict" in cls.foreign_words


def part_of(text: str, name: str, classes: Iterable[ClassInfo]) -> str:
    """Return the expression that reads a field of an object.

    Args:
        text: the expression that gives the object.
        name: the field.
        classes: the classes that the object may have; one kind of them, or none.

    Returns:
        ``text.name``; for a mapping ``text['name']``, or ``text.get('name')`` where the
        key may be missing.
    """
    mappings = [cls for cls in classes if is_mapping(cls)]
    if not mappings:
        return f"{text}.{name}"
    required = all(_is_required(cls, name) for cls in mappings)
    return f"{text}[{name!r}]" if required else f"{text}.get({name!r})"


def _is_required(cls: ClassInfo, name: str) -> bool:
    for base in cls.mro:
        if name in base.annotations:
            annotation = base.annotations[name]
            word = last_word(annotation.value) if isinstance(annotation, ast.Subscript) else ""
            words = (each for each in base.node.keywords if each.arg == "total")
            total = all(getattr(each.value, "value", True) for each in words)
            return word == "Required" or (total and word != "NotRequired")
    return False


def read_by_key(info: FunctionInfo, name: str) -> Iterator[tuple[str, str]]:
    """Yield the keys that a function reads of a mapping, each with the expression that does.

    Args:
        info: the function.
        name: the parameter that holds the mapping.
    """
    for node in walk(info.node):
        holder, key = None, None
        if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load):
            holder, key = node.value, getattr(node.slice, "value", None)
        elif isinstance(node, ast.Call) and last_word(node.func) == "get" and len(node.args) == 1:
            holder = node.func.value if isinstance(node.func, ast.Attribute) else None
            key = getattr(node.args[0], "value", None)
        if isinstance(holder, ast.Name) and holder.id == name and isinstance(key, str):
            yield key, ast.unparse(node)
