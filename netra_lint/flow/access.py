"""Reading and writing names, attributes, items and containers."""

from __future__ import annotations

import ast
import builtins
from typing import TYPE_CHECKING

from netra_lint.flow.heap import Obj
from netra_lint.flow.values import (
    UNKNOWN,
    Cls,
    Const,
    Ext,
    Hole,
    Mod,
    Ref,
    Trace,
    Value,
    const,
    one,
    union,
    unknown,
)
from netra_lint.vocabulary import RUN

if TYPE_CHECKING:
    from netra_lint.flow.run import Run

LENGTH = "#"
ANY = "*"
KEYS = "#keys"
LONGEST_PATH = 80
BUILTINS = frozenset(dir(builtins))


# -- names -------------------------------------------------------------------


def load_name(run: Run, name: str) -> Value:
    """Return what a name holds: in this function, an enclosing one, or the module."""
    for scope in run.frame.scopes:
        if name in scope.names:
            value = run.state.get(scope.oid, name)
            return value if value is not None else _unbound(run, scope.oid, name)
    return load_global(run, name)


def load_global(run: Run, name: str) -> Value:
    """Return what a name of the module holds."""
    module = run.frame.module
    value = run.state.get(run.known.module_oid(module), name)
    if value is None and name in BUILTINS and name not in module.bindings and not module.stars:
        return one(Ext(name))
    return value if value is not None else run.known.global_value(run, module, name)


def _unbound(run: Run, oid: int, name: str) -> Value:
    return Value({UNKNOWN: None}, run.inner(Value({UNKNOWN: None}, oid), name))


def store_name(run: Run, name: str, value: Value) -> None:
    """Bind a name in the scope that it belongs to."""
    function = run.frame.function
    shared = function.shared.get(name) if function else None
    scopes = run.frame.scopes[1:] if shared == "nonlocal" else run.frame.scopes
    if shared != "global":
        for scope in scopes:
            if name in scope.names:
                run.state.put(scope.oid, name, value)
                return
    run.shared_writes = run.shared_writes or function is not None
    run.state.put(run.known.module_oid(run.frame.module), name, value)


# -- attributes --------------------------------------------------------------


def load_attribute(run: Run, receiver: Value, name: str, node: ast.AST) -> Value:
    """Return what ``receiver.name`` can be."""
    found = [_attribute_of(run, receiver, atom, name, node) for atom in receiver.atoms]
    return union(found)


def _attribute_of(run: Run, receiver: Value, atom: object, name: str, node: ast.AST) -> Value:
    from netra_lint.flow import members

    if isinstance(atom, Ref):
        return members.of_object(run, atom.oid, name, node)
    if isinstance(atom, Cls):
        return members.of_class(run, atom.info, name)
    if isinstance(atom, Mod):
        value = run.state.get(run.known.module_oid(atom.info), name)
        return value if value is not None else run.known.global_value(run, atom.info, name)
    if isinstance(atom, Ext):
        return one(Ext(f"{atom.name}.{name}"))
    if isinstance(atom, Const) and name == "value":
        return one(atom)
    return opaque_attribute(run, receiver, name, node)


def part_of(run: Run, holder: Value, suffix: str, name: str, node: ast.AST) -> Value:
    """Return what something is that is reached through an unknown value.

    What callers give is asked of them, part by part.

    Args:
        run: the evaluation.
        holder: the unknown value.
        suffix: how the part is reached, as written: ``.name``, ``["key"]``, ``()``.
        name: the attribute's or key's name, which may say of what kind it is.
        node: where it is read.
    """
    token = run.inner(holder, suffix)
    hole = next((atom for atom in holder.atoms if isinstance(atom, Hole)), None)
    kind = run.words.kind_of_name(name)
    if hole is None or kind == RUN or len(hole.name) > LONGEST_PATH:
        return Value({UNKNOWN: None}, token)
    word = f"`{hole.name}{suffix}` of `{hole.owner.name}`"
    note = f"{word} is a {kind} id by its name" if kind else f"{word} is given by callers"
    trace = Trace(run.frame.path, node, note, "source", word=word)
    return Value({Hole(hole.owner, hole.name + suffix, kind): trace}, token)


def opaque_attribute(run: Run, receiver: Value, name: str, node: ast.AST) -> Value:
    """Return the attribute of something unknown: the same one each time it is read."""
    value = run.state.get(receiver.token, name)
    if value is not None:
        return value
    if run.words.routing_method(name):
        return run.new(Obj("method", receiver=receiver, name=name))
    return part_of(run, receiver, f".{name}", name, node)


def store_attribute(run: Run, receiver: Value, name: str, value: Value, node: ast.AST) -> None:
    """Write ``receiver.name``; weakly where the receiver can be several objects."""
    targets = [_cell_owner(run, receiver, atom) for atom in receiver.atoms]
    for oid in targets:
        if isinstance(oid, int):
            run.field_writes.add(oid)
            new = value
            if len(targets) > 1:
                old = run.state.get(oid, name)
                new = union((old, value)) if old is not None else value
            run.state.put(oid, name, new)


def _cell_owner(run: Run, receiver: Value, atom: object) -> int | None:
    if isinstance(atom, Ref):
        return atom.oid
    if isinstance(atom, Cls):
        return run.known.class_oid(atom.info)
    if isinstance(atom, Mod):
        return run.known.module_oid(atom.info)
    return None if isinstance(atom, Const) else receiver.token


# -- containers --------------------------------------------------------------


def make_list(run: Run, parts: list[Value]) -> Value:
    """Return a list or tuple whose elements are known one by one."""
    result = run.new(Obj("list"))
    oid = result.refs()[0]
    run.state.replace(oid, {LENGTH: const(len(parts)), **dict(enumerate(parts))})
    return result


def make_any(run: Run, element: Value) -> Value:
    """Return a list of unknown length whose elements can be one value."""
    result = run.new(Obj("list"))
    run.state.put(result.refs()[0], ANY, element)
    return result


def sequence(run: Run, value: Value) -> list[Value] | None:
    """Return the elements of a list of known length, or None."""
    atom = value.only()
    if not isinstance(atom, Ref):
        return None
    fields = _record_fields(run.heap[atom.oid])
    if fields:
        return [run.state.get(atom.oid, field) or unknown() for field in fields]
    length = run.state.get(atom.oid, LENGTH)
    size = length.constant() if length else None
    if size is None or not isinstance(size.value, int):
        return None
    return [run.state.get(atom.oid, index) or unknown() for index in range(size.value)]


def _record_fields(obj: Obj) -> list[str]:
    """The fields of a named tuple, in order."""
    if obj.kind != "instance":
        return []
    if obj.name:
        return obj.name.split()[1:]
    if len(obj.classes) == 1 and "NamedTuple" in obj.classes[0].foreign_words:
        return list(obj.classes[0].annotations)
    return []


def elements(run: Run, value: Value, node: ast.AST) -> Value:
    """Return what iterating over a value can give."""
    found: list[Value] = []
    for oid in value.refs():
        kind = run.heap[oid].kind
        for key, item in run.state.cells(oid).items():
            if kind == "dict":
                found += _key_of(run, key, item)
            elif key != LENGTH and kind == "list":
                found.append(run.see(item))
    return union(found) if found else _any_part(run, value, node)


def _any_part(run: Run, holder: Value, node: ast.AST) -> Value:
    part = part_of(run, holder, "[...]", "", node)
    return Value(part.atoms)


def _key_of(run: Run, key: object, item: Value) -> list[Value]:
    if key == KEYS:
        return [run.see(item)]
    return [const(key.value)] if isinstance(key, Const) else []


def entries(run: Run, oid: int) -> list[tuple[Value, Value]]:
    """Return a dictionary's keys and values, as far as they are known."""
    cells = run.state.cells(oid)
    found = [
        (const(key.value), run.see(value)) for key, value in cells.items() if isinstance(key, Const)
    ]
    if ANY in cells:
        found.append((run.see(cells.get(KEYS) or unknown()), run.see(cells[ANY])))
    found += [
        (const(key), run.see(value))
        for key, value in cells.items()
        if isinstance(key, str) and key not in (ANY, KEYS, LENGTH)
    ]
    return found


def store_entry(run: Run, holder: Value, key: Value, value: Value, node: ast.AST) -> None:
    """Write ``holder[key]``; a key that is no constant is remembered among all such keys."""
    store_item(run, holder, key.constant(), value, node)
    if key.constant() is None:
        for oid in holder.refs():
            if run.heap[oid].kind == "dict":
                old = run.state.get(oid, KEYS)
                run.state.put(oid, KEYS, union((old, key)) if old is not None else key)


def append(run: Run, holder: Value, item: Value) -> None:
    """Add an element at the end of a list."""
    known = sequence(run, holder)
    for oid in holder.refs():
        if known is not None and len(holder.atoms) == 1:
            run.state.put(oid, len(known), item)
            run.state.put(oid, LENGTH, const(len(known) + 1))
        else:
            weaken(run, oid, item)


def weaken(run: Run, oid: int, item: Value) -> None:
    """Let any element of a container be a value as well."""
    cells = dict(run.state.cells(oid))
    if cells.pop(LENGTH, None) is not None:
        item = union([item, *cells.values()])
        cells = {}
    old = cells.get(ANY)
    cells[ANY] = union((old, item)) if old is not None else item
    run.state.replace(oid, cells)


def load_item(run: Run, holder: Value, key: Const | None, node: ast.AST) -> Value:
    """Return ``holder[key]``; a key named like an id says what it holds."""
    found = [_item_of(run, holder, atom, key, node) for atom in holder.atoms]
    value = run.see(union(found))
    if key is not None and isinstance(key.value, str):
        return run.named(value, key.value, node, "key")
    return value


def _item_of(run: Run, holder: Value, atom: object, key: Const | None, node: ast.AST) -> Value:
    if not isinstance(atom, Ref):
        if key is None:
            return _any_part(run, holder, node)
        kept = run.state.get(holder.token, key)
        name = key.value if isinstance(key.value, str) else ""
        return kept if kept is not None else part_of(run, holder, f"[{key.value!r}]", name, node)
    obj, cells = run.heap[atom.oid], run.state.cells(atom.oid)
    if obj.kind == "list":
        return _list_item(cells, key)
    fields = _record_fields(obj)
    if fields and key is not None and isinstance(key.value, int) and key.value < len(fields):
        return cells.get(fields[key.value]) or unknown()
    field: object = key.value if obj.kind == "instance" and key else key
    if key is not None and field in cells:
        return cells[field]
    if key is not None:
        return cells.get(ANY) or _missing(run, holder, obj, key, node)
    found = [value for name, value in cells.items() if name not in (KEYS, LENGTH)]
    return union(found) if found else _missing(run, holder, obj, key, node)


def _missing(run: Run, holder: Value, obj: Obj, key: Const | None, node: ast.AST) -> Value:
    """A ``defaultdict`` makes what is not there."""
    from netra_lint.flow.calls import invoke
    from netra_lint.flow.heap import Args

    if obj.hole is not None:
        suffix, name = ("[...]", "") if key is None else (f"[{key.value!r}]", str(key.value))
        return part_of(run, Value({obj.hole: None}, holder.token), suffix, name, node)
    if obj.kind != "dict" or obj.receiver is None:
        return Value({UNKNOWN: None}, run.inner(holder, repr(key)))
    made = invoke(run, obj.receiver, Args(), node)
    store_item(run, holder, key, made, node)
    return made


def _list_item(cells: dict[object, Value], key: Const | None) -> Value:
    length = cells.get(LENGTH)
    size = length.constant() if length else None
    if key is not None and isinstance(key.value, int) and size and isinstance(size.value, int):
        index = key.value if key.value >= 0 else size.value + key.value
        return cells.get(index) or unknown()
    if key is not None and size is None and key.value in cells:
        return cells[key.value]
    if key is not None and length is None and ANY in cells:
        return cells[ANY]
    found = [value for name, value in cells.items() if name != LENGTH]
    return union(found) if found else unknown()


def store_item(run: Run, holder: Value, key: Const | None, value: Value, node: ast.AST) -> None:
    """Write ``holder[key]``."""
    refs = holder.refs()
    if not refs and key is not None:
        run.state.put(holder.token, key, value)
    for oid in refs:
        field: object = key
        if run.heap[oid].kind == "list" and key is not None:
            field = key.value
        if field is None or len(refs) > 1:
            old = run.state.get(oid, field if field is not None else ANY)
            run.state.put(oid, field or ANY, union((old, value)) if old is not None else value)
        else:
            run.state.put(oid, field, value)


def update_dict(run: Run, target: Value, other: Value, node: ast.AST) -> None:
    """Take over what another mapping, or the fields of an object, hold."""
    for oid in other.refs():
        for key, value in run.state.cells(oid).items():
            field = Const(key, str) if isinstance(key, str) and key not in (ANY, LENGTH) else key
            for mine in target.refs():
                run.state.put(mine, field, run.see(value))


def merged_dicts(run: Run, left: Value, right: Value, node: ast.AST) -> Value:
    """Return ``left | right``."""
    if not left.refs():
        return unknown()
    result = run.new(Obj("dict"))
    update_dict(run, result, left, node)
    update_dict(run, result, right, node)
    return result


# -- assignment targets ------------------------------------------------------


def assign(run: Run, target: ast.expr, value: Value, node: ast.AST) -> None:
    """Assign a value to a target of any shape."""
    if isinstance(target, ast.Name):
        store_name(run, target.id, value.traced(run.frame.path, node, f"assigned to `{target.id}`"))
    elif isinstance(target, ast.Attribute):
        text = ast.unparse(target)
        moved = run.see(value).traced(run.frame.path, node, f"stored in `{text}`")
        store_attribute(run, run.see(run.eval(target.value)), target.attr, moved, node)
    elif isinstance(target, ast.Subscript):
        moved = run.see(value).traced(run.frame.path, node, "stored in a container")
        key = unknown() if isinstance(target.slice, ast.Slice) else run.see(run.eval(target.slice))
        store_entry(run, run.see(run.eval(target.value)), key, moved, node)
    elif isinstance(target, ast.Starred):
        assign(run, target.value, value, node)
    elif isinstance(target, (ast.Tuple, ast.List)):
        _unpack(run, target.elts, value, node)


def _unpack(run: Run, targets: list[ast.expr], value: Value, node: ast.AST) -> None:
    parts = sequence(run, value)
    star = next((i for i, t in enumerate(targets) if isinstance(t, ast.Starred)), None)
    if parts is None or len(parts) < len(targets) - (star is not None):
        element = elements(run, value, node)
        for index, target in enumerate(targets):
            if isinstance(target, ast.Starred):
                assign(run, target, make_any(run, element), node)
            else:
                single = isinstance(value.only(), Ref) and star is None
                item = load_item(run, value, Const(index, int), node) if single else element
                assign(run, target, Value(item.atoms, 0, item.guards), node)
        return
    if star is not None:
        after = len(targets) - star - 1
        middle = make_list(run, parts[star : len(parts) - after])
        parts = [*parts[:star], middle, *parts[len(parts) - after :]]
    for target, part in zip(targets, parts, strict=False):
        assign(run, target, part, node)
