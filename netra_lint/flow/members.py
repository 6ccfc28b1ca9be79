"""What an attribute of an object or class is: fields, methods, properties, class attributes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow import access
from netra_lint.flow.heap import Arg, Args, Obj
from netra_lint.flow.values import UNKNOWN, Cls, Const, Fn, Ref, Value, const, one, union, unknown

if TYPE_CHECKING:
    import ast

    from netra_lint.flow.program import ClassInfo, FunctionInfo
    from netra_lint.flow.run import Run

_PROPERTIES = frozenset({"property", "cached_property"})


def of_object(run: Run, oid: int, name: str, node: ast.AST) -> Value:
    """Return the attribute of a heap object."""
    obj = run.heap[oid]
    value = run.state.get(oid, name)
    if obj.kind == "instance":
        run.known.want_field(obj.classes, name)
    if value is not None:
        return value
    if obj.kind in ("instance", "super"):
        return _of_instance(run, oid, obj, name, node)
    if obj.kind in ("list", "dict"):
        return run.new(Obj("method", receiver=one(Ref(oid)), name=name))
    return access.opaque_attribute(run, Value(one(Ref(oid)).atoms, oid), name, node)


def _of_instance(run: Run, oid: int, obj: Obj, name: str, node: ast.AST) -> Value:
    methods = lookup(run, obj, name)
    this = obj.receiver if obj.kind == "super" and obj.receiver else one(Ref(oid))
    if methods:
        return union([bind(run, method, this, node) for method in methods])
    if name == "__class__":
        return union([one(Cls(cls)) for cls in obj.classes])
    if name == "__dict__":
        result = run.new(Obj("dict"))
        access.update_dict(run, result, this, node)
        return result
    found = [
        _bound_partial(run, of_class(run, cls, name), this, node)
        for cls in obj.classes
        if _has(run, cls, name)
    ]
    if obj.generic:
        found += run.known.field_values(run, obj.classes, name)
    if found and not obj.generic:
        return union(found)
    holder = Value({obj.hole or UNKNOWN: None}, oid)
    rest = access.opaque_attribute(run, holder, name, node)
    kept = rest if all(_says_nothing(value) for value in found) else union(found)
    kept = union([rest, *found]) if kept is rest and found else kept
    kept = Value(kept.atoms, run.inner(Value({}, oid), name), kept.guards)
    run.state.put(oid, name, kept)
    return kept


def _says_nothing(value: Value) -> bool:
    """Whether a field is only known to be empty at first: others fill it."""
    return all(
        atom == UNKNOWN or (isinstance(atom, Const) and not atom.value) for atom in value.atoms
    )


def _bound_partial(run: Run, value: Value, this: Value, node: ast.AST) -> Value:
    """A ``partialmethod`` is given its object first."""
    atom = value.only()
    obj = run.heap.get(atom.oid) if isinstance(atom, Ref) else None
    if obj is None or obj.kind != "partial" or obj.name != "method" or obj.args is None:
        return value
    args = Args([Arg(this, node), *obj.args.pos], dict(obj.args.kw))
    return run.new(Obj("partial", receiver=obj.receiver, args=args))


def _has(run: Run, cls: ClassInfo, name: str) -> bool:
    return any(
        name in base.attributes or run.state.get(run.known.class_oid(base), name) is not None
        for base in cls.mro
    )


def lookup(run: Run, obj: Obj, name: str) -> list[FunctionInfo]:
    """Return the methods that an object can find under a name, one per distinct body."""
    found: list[FunctionInfo] = []
    for cls in obj.classes:
        method = _after(cls, obj, name) if obj.kind == "super" else cls.find(name)
        if method is not None and method not in found:
            found.append(method)
    return found


def _after(cls: ClassInfo, obj: Obj, name: str) -> FunctionInfo | None:
    order = cls.mro
    start = next((i for i, base in enumerate(order) if base.name == obj.name), -1)
    for base in order[start + 1 :]:
        if name in base.methods:
            return base.methods[name]
    return None


def bind(run: Run, method: FunctionInfo, this: Value, node: ast.AST) -> Value:
    """Return a method bound to its object; a property's value at once."""
    from netra_lint.flow.calls import invoke

    if method.marks & _PROPERTIES:
        bound = run.new(Obj("bound", function=method, receiver=this))
        return invoke(run, bound, Args(), node)
    if "staticmethod" in method.marks:
        return one(Fn(method))
    if "classmethod" in method.marks:
        classes = [c for oid in this.refs() for c in run.heap[oid].classes]
        owner = union([one(Cls(c)) for c in classes]) if classes else this
        return run.new(Obj("bound", function=method, receiver=owner))
    return run.new(Obj("bound", function=method, receiver=this))


def of_class(run: Run, cls: ClassInfo, name: str) -> Value:
    """Return the attribute of a class."""
    for base in cls.mro:
        value = run.state.get(run.known.class_oid(base), name)
        if value is not None:
            return value
        method = base.methods.get(name)
        if method is not None:
            if "classmethod" in method.marks:
                return run.new(Obj("bound", function=method, receiver=one(Cls(cls))))
            return one(Fn(method))
        if name in base.attributes:
            return run.known.class_attribute(run, base, name)
    return const(cls.name) if name == "__name__" else unknown()
