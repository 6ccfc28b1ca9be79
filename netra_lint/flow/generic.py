"""Generic functions: ``singledispatch`` chooses one of several by the class of an argument."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, NamedTuple

from netra_lint.flow import attributes
from netra_lint.flow.frames import Arg, Args
from netra_lint.flow.program import ClassInfo, FunctionInfo, is_same, last_word
from netra_lint.flow.values import Const, Fn, Ident, Obj, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from netra_lint.flow.machine import Machine
    from netra_lint.flow.values import Atom

_SHAPES = {"list": "list", "rest": "tuple", "dict": "dict", "keywords": "dict"}


class Registered(NamedTuple):
    """A function that is registered for some classes: those of the project, and other words."""

    info: FunctionInfo
    classes: frozenset[ClassInfo]
    words: frozenset[str]


def chosen(machine: Machine, fn: Fn, args: Args) -> list[tuple[Fn, Args]] | None:
    """Return the functions that a call of a generic function enters, each with what it is given.

    Returns:
        None where the function is not generic, or nothing tells it from another one.
    """
    if not fn.info.is_generic or not args.pos:
        return None
    others = list(machine.once(("generic", fn.info), _registered, machine, fn.info))
    first, *rest = args.pos
    found: dict[FunctionInfo, Value] = {}
    for atom, trace in first.get(machine).items():
        for info in _fitting(atom, fn.info, others):
            found.setdefault(info, {})[atom] = trace
    return [
        (
            fn._replace(info=info),
            Args(
                [Arg(first.frame, first.node, first.place, value), *rest],
                args.kw, args.star, args.extra,
            ),
        )
        for info, value in found.items()
    ]  # fmt: skip


def generic_name(info: FunctionInfo) -> str:
    """Return the name of the generic function that one is registered for, or ``""``."""
    for decorator in info.decorators:
        name = _registers(decorator)
        if name:
            return name
    return ""


def _registers(decorator: ast.expr) -> str:
    """Return ``f`` of the decorators ``@f.register`` and ``@f.register(kind)``, else ``""``."""
    func = decorator.func if isinstance(decorator, ast.Call) else decorator
    if not isinstance(func, ast.Attribute) or func.attr != "register":
        return ""
    return func.value.id if isinstance(func.value, ast.Name) else ""


def _fitting(atom: Atom, default: FunctionInfo, others: list[Registered]) -> list[FunctionInfo]:
    classes = attributes.classes_of(atom)
    if classes:
        return list(dict.fromkeys(_of_class(cls, default, others) for cls in classes))
    word = atom.type if isinstance(atom, Const) else "str" if isinstance(atom, Ident) else ""
    word = _SHAPES.get(atom.shape, "") if isinstance(atom, Obj) else word
    if not word:
        return [default, *(each.info for each in others)]
    return [next((each.info for each in others if word in each.words), default)]


def _of_class(cls: ClassInfo, default: FunctionInfo, others: list[Registered]) -> FunctionInfo:
    for base in cls.mro:
        for each in others:
            if base in each.classes:
                return each.info
    return default


def _registered(machine: Machine, info: FunctionInfo) -> list[Registered]:
    return [
        _registration(machine, other, decorator)
        for other in _beside(machine, info)
        for decorator in other.decorators
        if _registers(decorator) == info.name
    ]


def _beside(machine: Machine, info: FunctionInfo) -> Iterator[FunctionInfo]:
    """Yield the functions of the same class or module, those too whose name another one has."""
    methods = list(info.cls.methods.values()) if info.cls is not None else []
    body: Iterable[ast.stmt] = info.cls.node.body if info.cls else info.module.definitions()
    for node in body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.decorator_list:
            info.module.took(node)
            method = next((each for each in methods if is_same(each.node, node)), None)
            yield method or machine.known.function(node, info.module, info.cls, info.outer)


def _registration(machine: Machine, info: FunctionInfo, decorator: ast.expr) -> Registered:
    if isinstance(decorator, ast.Call):
        kind = decorator.args[0] if decorator.args else None
    else:
        params = info.params[1:] if info.cls is not None else info.params
        kind = params[0].annotation if params else None
    classes = machine.known.classes
    named = [classes.resolve(info.module, part) for part in _parts(kind)]
    words = frozenset(last_word(part) for part in _parts(kind))
    return Registered(info, frozenset(cls for cls in named if cls is not None), words)


def _parts(kind: ast.expr | None) -> list[ast.Name | ast.Attribute]:
    """Return the classes that an annotation names: ``A``, ``A | B``."""
    if isinstance(kind, ast.BinOp):
        return [*_parts(kind.left), *_parts(kind.right)]
    return [kind] if isinstance(kind, (ast.Name, ast.Attribute)) else []
