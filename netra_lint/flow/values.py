"""Abstract values: which things an expression can be, each with how it got there."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import ast
    from collections.abc import Iterable

    from netra_lint.flow.program import ClassInfo, FunctionInfo
    from netra_lint.project.modules import ModuleInfo

_tokens = count(1)


def fresh() -> int:
    """Return a new identity, for a value or an object."""
    return next(_tokens)


class Unknown(NamedTuple):
    """Something about which nothing is known."""

    tag: str = "unknown"


class Const(NamedTuple):
    """A constant; its type keeps ``1`` and ``True`` apart."""

    value: object
    type: type
    tag: str = "const"


class Ident(NamedTuple):
    """An id of a known kind: ``run``, ``thread`` or ``user``."""

    kind: str
    tag: str = "ident"


class Hole(NamedTuple):
    """What callers give to a parameter of a function that is looked at by itself."""

    owner: FunctionInfo
    name: str
    kind: str
    tag: str = "hole"


class Ref(NamedTuple):
    """An object of the heap."""

    oid: int
    tag: str = "ref"


class Fn(NamedTuple):
    """A function or method of the project, not bound to anything."""

    info: FunctionInfo
    tag: str = "fn"


class Cls(NamedTuple):
    """A class of the project."""

    info: ClassInfo
    tag: str = "cls"


class Mod(NamedTuple):
    """A module of the project."""

    info: ModuleInfo
    tag: str = "mod"


class Ext(NamedTuple):
    """A module, class or function that the project imports from elsewhere."""

    name: str
    tag: str = "ext"


class ExtVal(NamedTuple):
    """What a call of something external gave."""

    name: str
    tag: str = "extval"


class Test(NamedTuple):
    """A truth value that says something of other values: (token, facts) pairs."""

    when_true: tuple[tuple[int, frozenset[str]], ...]
    when_false: tuple[tuple[int, frozenset[str]], ...]
    tag: str = "test"


class Snap(NamedTuple):
    """An object as another evaluation left it: its classes and fields."""

    ident: int
    kind: str
    classes: tuple[ClassInfo, ...]
    tag: str = "snap"


Atom = Unknown | Const | Ident | Hole | Ref | Fn | Cls | Mod | Ext | ExtVal | Test | Snap


class Trace:
    """One event on the way of an id, linked to the one before.

    Attributes:
        path, node: where it happened.
        note: what happened, for people.
        event: ``source``, ``move``, ``pass``, ``return`` or ``table``.
        prev: the event before it.
        frame: for ``pass``: the frame that received the argument.
        neutral: for ``pass``: whether the parameter is not itself named a run id.
        length: number of events up to here.
    """

    __slots__ = ("event", "frame", "length", "neutral", "node", "note", "path", "prev", "word")

    def __init__(
        self,
        path: str,
        node: ast.AST,
        note: str,
        event: str = "move",
        prev: Trace | None = None,
        frame: int = 0,
        neutral: bool = True,
        word: str = "",
    ) -> None:
        self.path = path
        self.node = node
        self.note = note
        self.event = event
        self.prev = prev
        self.frame = frame
        self.neutral = neutral
        self.word = word
        self.length: int = 1 if prev is None else prev.length + 1

    def chain(self) -> list[Trace]:
        """Return the events in order, the source first."""
        found: list[Trace] = []
        event: Trace | None = self
        while event is not None:
            found.append(event)
            event = event.prev
        return found[::-1]


Atoms = dict[Atom, Trace | None]
Guards = dict[Atom, tuple[int, str]]


class Value:
    """A set of atoms with their traces, and an identity that copies of it share.

    Attributes:
        atoms: what it can be, with how each got there.
        token: its identity.
        guards: the condition under which an atom is meant, where one is known:
            a fact about the value of another identity.
    """

    __slots__ = ("atoms", "guards", "token")

    def __init__(self, atoms: Atoms, token: int = 0, guards: Guards | None = None) -> None:
        self.atoms = atoms
        self.token = token or next(_tokens)
        self.guards = guards

    def only(self) -> Atom | None:
        """Return the value's atom if it has exactly one."""
        return next(iter(self.atoms)) if len(self.atoms) == 1 else None

    def constant(self) -> Const | None:
        """Return the constant that the value is, if it is one."""
        atom = self.only()
        return atom if isinstance(atom, Const) else None

    def refs(self) -> list[int]:
        """Return the heap objects that the value can be."""
        return [atom.oid for atom in self.atoms if type(atom) is Ref]

    @property
    def carries(self) -> bool:
        """Whether an id of a kind, or a caller's input, is in it."""
        return any(type(atom) in _CARRIERS for atom in self.atoms)

    def traced(self, path: str, node: ast.AST, note: str, event: str = "move") -> Value:
        """Return the same value with one more event on the way of each id in it."""
        if not self.carries:
            return self
        atoms: Atoms = {
            atom: Trace(path, node, note, event, trace) if type(atom) in _CARRIERS else trace
            for atom, trace in self.atoms.items()
        }
        return Value(atoms, self.token, self.guards)

    def guarded(self, guard: tuple[int, str], other: Value) -> Value:
        """Return the same value, its atoms that another has not under a condition."""
        old = self.guards or {}
        new = {atom: guard for atom in self.atoms if atom not in other.atoms}
        return Value(self.atoms, self.token, {**new, **old}) if new else self

    def __repr__(self) -> str:
        return f"Value({list(self.atoms)}, {self.token})"


_CARRIERS = (Ident, Hole)
UNKNOWN = Unknown()
NONE = Const(None, type(None))
TRUE = Const(True, bool)
FALSE = Const(False, bool)


def unknown() -> Value:
    """Return a new value of which nothing is known."""
    return Value({UNKNOWN: None})


def const(value: object) -> Value:
    """Return a constant's value."""
    return Value({Const(value, type(value)): None})


def one(atom: Atom, trace: Trace | None = None) -> Value:
    """Return a value of one atom."""
    return Value({atom: trace})


def shorter(first: Trace | None, second: Trace | None) -> Trace | None:
    """Return the shorter of two traces of the same atom; the first on a tie."""
    if first is None or second is None:
        return first or second
    return second if second.length < first.length else first


def union(values: Iterable[Value]) -> Value:
    """Return what any of the values can be; the same value if they are all one."""
    known = list(values)
    if not known:
        return unknown()
    first = known[0]
    if all(value is first for value in known):
        return first
    atoms: Atoms = dict(first.atoms)
    for value in known[1:]:
        for atom, trace in value.atoms.items():
            atoms[atom] = shorter(atoms[atom], trace) if atom in atoms else trace
    same = all(value.token == first.token for value in known)
    guards = _common_guards(known) if any(value.guards for value in known) else None
    return Value(atoms, first.token if same else 0, guards)


def _common_guards(values: list[Value]) -> Guards:
    """A guard stays where all values that have the atom have it under the same one."""
    found: Guards = {}
    bare: set[Atom] = set()
    for value in values:
        guards = value.guards or {}
        for atom in value.atoms:
            guard = guards.get(atom)
            if guard is None or found.setdefault(atom, guard) != guard:
                bare.add(atom)
    return {atom: guard for atom, guard in found.items() if atom not in bare}
