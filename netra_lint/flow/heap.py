"""What the objects of an evaluation are: frames, instances, containers, functions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from netra_lint.flow.values import Hole, Ref, Value, fresh, one

if TYPE_CHECKING:
    import ast

    from netra_lint.flow.program import ClassInfo, FunctionInfo
    from netra_lint.flow.slices import Slice
    from netra_lint.flow.state import State
    from netra_lint.project.modules import ModuleInfo


@dataclass(eq=False, slots=True)
class Obj:
    """The part of an object that never changes.

    Attributes:
        kind: ``instance``, ``list``, ``dict``, ``method`` (a name looked up on
            something without a known body), ``bound``, ``partial``,
            ``closure``, ``super`` or ``frame``.
        classes: the classes that an instance may have.
        generic: whether it stands for any object of its classes.
        hole: the parameter that a generic instance came through, if callers gave it.
    """

    kind: str
    classes: tuple[ClassInfo, ...] = ()
    generic: bool = False
    function: FunctionInfo | None = None
    receiver: Value | None = None
    name: str = ""
    scopes: tuple[Scope, ...] = ()
    defaults: dict[str, Value] = field(default_factory=dict)
    args: Args | None = None
    hole: Hole | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """The names of an enclosing function and the object that holds them."""

    oid: int
    names: frozenset[str]


@dataclass(slots=True)
class Arg:
    """An argument: its value and the expression that gave it."""

    value: Value
    node: ast.AST


@dataclass(slots=True)
class Args:
    """The arguments of a call, ``*`` and ``**`` resolved as far as they are known.

    Attributes:
        star: what a ``*`` of unknown length may add.
        extra: what a ``**`` of unknown keys may add.
    """

    pos: list[Arg] = field(default_factory=list)
    kw: dict[str, Arg] = field(default_factory=dict)
    star: Arg | None = None
    extra: Arg | None = None

    def values(self) -> list[Value]:
        """Return all values in it."""
        rest = [arg for arg in (self.star, self.extra) if arg]
        return [arg.value for arg in (*self.pos, *self.kw.values(), *rest)]

    def get(self, position: int, *names: str) -> Arg | None:
        """Return an argument by position or by one of its names."""
        for name in names:
            if name in self.kw:
                return self.kw[name]
        if 0 <= position < len(self.pos):
            return self.pos[position]
        return None

    def after(self, count: int) -> Args:
        """Return the arguments without the first positional ones."""
        return Args(self.pos[count:], dict(self.kw), self.star, self.extra)


@dataclass(eq=False, slots=True)
class Frame:
    """One activation of a function, module or class body."""

    oid: int
    module: ModuleInfo
    function: FunctionInfo | None = None
    scopes: tuple[Scope, ...] = ()
    caller: Frame | None = None
    call: ast.AST | None = None
    args: dict[str, ast.AST] = field(default_factory=dict)
    this: Value | None = None
    cls: ClassInfo | None = None
    returns: list[tuple[Value, State]] = field(default_factory=list)
    yields: Value | None = None
    raised: list[tuple[Value, State]] = field(default_factory=list)
    loops: list[Loop] = field(default_factory=list)
    depth: int = 0
    slice: Slice | None = None
    catches: bool = False

    @property
    def path(self) -> str:
        """The file whose code runs in it."""
        return self.module.path


@dataclass(eq=False, slots=True)
class Loop:
    """Where ``break`` and ``continue`` of a loop go."""

    breaks: list[State] = field(default_factory=list)
    continues: list[State] = field(default_factory=list)


def ref(heap: dict[int, Obj], obj: Obj) -> Value:
    """Put an object on the heap and return the value that refers to it."""
    oid = fresh()
    heap[oid] = obj
    return one(Ref(oid))
