"""What each statement of a function reads, binds, stores and calls, told from its syntax alone."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from netra_lint.project.modules import bound_names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

JUMPS = (ast.Return, ast.Raise, ast.Break, ast.Continue)
_TESTS = (ast.If, ast.While, ast.Assert, ast.Match)
SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
MUTATORS = frozenset({
    "append", "extend", "insert", "add", "update", "setdefault", "appendleft", "put",
    "put_nowait", "pop", "clear", "remove", "set", "send", "set_result",
})  # fmt: skip
_SETTERS = frozenset({"setattr", "delattr", "__setattr__", "replace", "vars"})


@dataclass(eq=False, slots=True)
class Part:
    """One statement without the statements inside it.

    Attributes:
        parent: the statement around it.
        names: the names that it reads.
        attrs: the attributes, constant keys and methods that it reads.
        binds: the names that it gives a value.
        stores: the attributes and constant keys that it gives a value.
        touched: the names of objects that it may change.
        own: the methods of ``self`` that it calls.
        called: the names that it calls.
        calls: the calls in it.
        jumps: whether it, or a statement inside it, leaves its block.
        rebinds: for a function: the outer names that it declares ``nonlocal`` or ``global``.
        shares: whether it binds a global or nonlocal name, or sets attributes by name.
    """

    node: ast.stmt
    parent: Part | None
    names: set[str] = field(default_factory=set)
    attrs: set[str] = field(default_factory=set)
    binds: set[str] = field(default_factory=set)
    stores: set[str] = field(default_factory=set)
    touched: set[str] = field(default_factory=set)
    own: set[str] = field(default_factory=set)
    called: set[str] = field(default_factory=set)
    calls: list[ast.Call] = field(default_factory=list)
    jumps: bool = False
    shares: bool = False
    rebinds: set[str] = field(default_factory=set)
    yields: bool = False

    @property
    def is_test(self) -> bool:
        """Whether it chooses a way."""
        return isinstance(self.node, _TESTS)


def outline(body: Sequence[ast.stmt], shared: Sequence[str] = ()) -> list[Part]:
    """Return the parts of a function's or module's body.

    Args:
        body: its statements.
        shared: names declared ``global`` or ``nonlocal`` in it.
    """
    parts: list[Part] = []
    _block(body, None, parts)
    names = frozenset(shared)
    for part in parts:
        part.shares = part.shares or not names.isdisjoint(part.binds)
    return parts


def _block(body: Sequence[ast.stmt], parent: Part | None, parts: list[Part]) -> None:
    for node in body:
        part = Part(node, parent)
        parts.append(part)
        _read(part, node)
        for inner in _blocks(node):
            _block(inner, part, parts)
        if isinstance(node, JUMPS):
            _note_jump(part)


def _note_jump(part: Part | None) -> None:
    while part is not None:
        part.jumps = True
        part = part.parent


def _blocks(node: ast.stmt) -> Iterator[list[ast.stmt]]:
    if isinstance(node, SCOPES):
        return
    for name in ("body", "orelse", "finalbody"):
        yield getattr(node, name, [])
    for handler in getattr(node, "handlers", ()):
        yield handler.body
    for case in getattr(node, "cases", ()):
        yield case.body


def _read(part: Part, node: ast.stmt) -> None:
    part.binds.update(bound_names(node))
    stack: list[ast.AST] = [node]
    scoped = isinstance(node, SCOPES)
    while stack:
        item = stack.pop()
        if item is not node and isinstance(item, ast.stmt) and not scoped:
            continue
        handler = _READERS.get(type(item))
        if handler is not None:
            handler(part, item)
        stack.extend(ast.iter_child_nodes(item))
    if not scoped:
        part.rebinds.clear()
    if scoped:
        part.stores.clear()
        part.touched.clear()


def _name(part: Part, node: ast.Name) -> None:
    (part.names if isinstance(node.ctx, ast.Load) else part.binds).add(node.id)


def _attribute(part: Part, node: ast.Attribute) -> None:
    part.shares = part.shares or node.attr == "__dict__"
    if isinstance(node.ctx, ast.Load):
        part.attrs.add(node.attr)
    else:
        part.stores.add(node.attr)
        part.touched.add(root_name(node.value))


def _subscript(part: Part, node: ast.Subscript) -> None:
    key = node.slice.value if isinstance(node.slice, ast.Constant) else None
    if isinstance(node.ctx, ast.Load):
        if isinstance(key, str):
            part.attrs.add(key)
        return
    part.touched.add(root_name(node.value))
    part.stores.update(_held(node.value))
    if isinstance(key, str):
        part.stores.add(key)


def _held(node: ast.expr) -> Iterator[str]:
    """The attributes on the way to an object: ``self.a.b[0]`` holds ``a`` and ``b``."""
    while isinstance(node, (ast.Attribute, ast.Subscript)):
        if isinstance(node, ast.Attribute):
            yield node.attr
        node = node.value


def _call(part: Part, node: ast.Call) -> None:
    part.calls.append(node)
    func = node.func
    name = called_name(node)
    words = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
    if name in ("get", "getattr", "pop", "attrgetter", "itemgetter"):
        part.attrs.update(words)
    if name in _SETTERS:
        part.shares = True
    if isinstance(func, ast.Name):
        part.called.add(func.id)
    if isinstance(func, ast.Attribute):
        root = root_name(func.value)
        if root in ("self", "cls") and func.value.__class__ is ast.Name:
            part.own.add(func.attr)
        else:
            part.touched.add(root)
        if name in MUTATORS:
            part.stores.update(_held(func.value))
            part.stores.update(k.arg for k in node.keywords if k.arg)
            part.stores.update(words)
    for item in (*node.args, *(k.value for k in node.keywords)):
        inner = item.value if isinstance(item, ast.Starred) else item
        if isinstance(inner, (ast.Name, ast.Attribute)):
            part.touched.add(root_name(inner))
    part.touched.discard("")


def _match_class(part: Part, node: ast.MatchClass) -> None:
    part.attrs.update(node.kwd_attrs)


def _match_mapping(part: Part, node: ast.MatchMapping) -> None:
    keys = [key.value for key in node.keys if isinstance(key, ast.Constant)]
    part.attrs.update(key for key in keys if isinstance(key, str))


def _yield(part: Part, node: ast.AST) -> None:
    part.yields = True


def _outer_names(part: Part, node: ast.Nonlocal | ast.Global) -> None:
    part.rebinds.update(node.names)


_READERS: dict[type, Callable[..., None]] = {
    ast.Nonlocal: _outer_names,
    ast.Global: _outer_names,
    ast.Name: _name,
    ast.Attribute: _attribute,
    ast.Subscript: _subscript,
    ast.Call: _call,
    ast.MatchClass: _match_class,
    ast.MatchMapping: _match_mapping,
    ast.Yield: _yield,
    ast.YieldFrom: _yield,
}


def root_name(node: ast.AST) -> str:
    """Return the name that an expression of attributes and items starts from, or ``""``."""
    while isinstance(node, (ast.Attribute, ast.Subscript, ast.Await, ast.Call)):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""


def called_name(node: ast.Call) -> str:
    """Return the last word of what a call calls, or ``""``."""
    func = node.func
    if isinstance(func, ast.Attribute):
        return func.attr
    return func.id if isinstance(func, ast.Name) else ""
