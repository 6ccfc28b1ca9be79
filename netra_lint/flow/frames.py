"""One look at a function: by itself, its inputs open, or as one call enters it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from netra_lint.flow.program import module_of
from netra_lint.flow.values import UNKNOWN, Value

if TYPE_CHECKING:
    from netra_lint.flow.graph import Facts, Place
    from netra_lint.flow.machine import Machine
    from netra_lint.flow.program import ClassInfo, FunctionInfo
    from netra_lint.flow.values import Atom, Trace
    from netra_lint.project.modules import ModuleInfo


class Frame:
    """A function's values under one set of inputs.

    Attributes:
        info: the function, or the class or module whose body it is.
        facts: its facts.
        args: what it was called with; None when its inputs are open.
        caller, call: the frame and the call that entered it.
        before: the caller's memory state at the call, where no call expression tells it.
        this: the object that it is a method of.
        closure, captured: the frame around it, and the names that it saw there.
        trial: the fields that hold an example, where conditions are tried out.
    """

    __slots__ = (
        "args", "before", "busy", "call", "caller", "captured", "children", "closure", "depth",
        "dispatched", "facts", "info", "looked", "memo", "this", "told", "trial", "truths",
    )  # fmt: skip

    def __init__(
        self,
        info: FunctionInfo | ClassInfo | ModuleInfo,
        facts: Facts,
        args: Args | None = None,
        caller: Frame | None = None,
        call: int = -1,
        this: Atom | None = None,
        closure: Frame | None = None,
        captured: tuple[tuple[str, int], ...] = (),
    ) -> None:
        self.info = info
        self.facts = facts
        self.args = args
        self.caller = caller
        self.call = call
        self.this = this
        self.closure = closure
        self.captured = captured
        self.before = -1
        self.trial: dict[object, Any] | None = caller.trial if caller is not None else None
        self.depth: int = caller.depth + 1 if caller is not None else 0
        self.memo: dict[int, Value] = {}
        self.busy: dict[object, object] = {}
        self.children: dict[object, Frame] = {}
        self.dispatched: dict[object, Dispatch] = {}
        self.looked: dict[object, tuple[Value, bool]] = {}
        self.truths: dict[int, bool | None] = {}
        self.told: dict[object, frozenset[str]] = {}

    def forget(self) -> None:
        """Drop what was found in it, and in the frames that were entered from here.

        To be called between two questions only: what is asked again is found again.
        """
        self.memo, self.busy = {}, {}
        self.dispatched, self.looked, self.truths, self.told = {}, {}, {}, {}
        # Frames that are like this one but for some values were made for one question.
        entered = {
            k: c for k, c in self.children.items() if c.caller is self or c.info != self.info
        }
        self.children = entered
        for child in entered.values():
            child.forget()

    def leave(self) -> None:
        """Drop the frames that were entered from here, whose values are forgotten already."""
        children, self.children = self.children, {}
        for child in children.values():
            child.leave()

    @property
    def module(self) -> ModuleInfo:
        """The module that it stands in."""
        return module_of(self.info)

    @property
    def path(self) -> str:
        """The file that it stands in."""
        return self.module.path

    def is_in(self, info: object, times: int) -> bool:
        """Whether a function has been entered so often on the way here."""
        frame: Frame | None = self
        while frame is not None:
            if frame.info is info:
                times -= 1
                if times == 0:
                    return True
            frame = frame.caller
        return False

    def root(self) -> Frame:
        """Return the frame in which the calls that lead here began."""
        frame = self
        while frame.caller is not None:
            frame = frame.caller
        return frame


class Arg:
    """One argument: evaluated when it is asked for."""

    __slots__ = ("_value", "frame", "node", "place")

    def __init__(self, frame: Frame, node: int, place: Place, value: Value | None = None) -> None:
        self.frame = frame
        self.node = node
        self.place = place
        self._value = value

    @property
    def values(self) -> Value:
        """Its value where it is such an element, else nothing."""
        return self._value or {}

    @property
    def is_part(self) -> bool:
        """Whether it is one element of what was spread into the call."""
        return self._value is not None

    def get(self, machine: Machine) -> Value:
        """Return its value."""
        if self._value is not None:
            return self._value
        return machine.eval(self.node, self.frame)


@dataclass(slots=True)
class Args:
    """The arguments of one call.

    Attributes:
        pos, kw: those whose position or keyword is known.
        star, extra: what stands for any further position or keyword.
    """

    pos: list[Arg] = field(default_factory=list)
    kw: dict[str, Arg] = field(default_factory=dict)
    star: Arg | None = None
    extra: Arg | None = None

    def get(self, position: int, *names: str) -> Arg | None:
        """Return the argument of a position or one of some keywords, or None."""
        for name in names:
            if name in self.kw:
                return self.kw[name]
        return self.pos[position] if 0 <= position < len(self.pos) else None

    def are_parts_of(self, other: Args) -> bool:
        """Whether what was spread into a call is the same as in other arguments."""
        return self._parts() == other._parts()

    def _parts(self) -> list[tuple[object, frozenset[Atom]]]:
        named = [*enumerate(self.pos), *self.kw.items(), ("*", self.star), ("**", self.extra)]
        return [
            (name, frozenset(arg.values)) for name, arg in named if arg is not None and arg.is_part
        ]

    def after(self, count: int) -> Args:
        """Return the arguments without the first ones."""
        return Args(self.pos[count:], dict(self.kw), self.star, self.extra)

    def joined(self, later: Args) -> Args:
        """Return these arguments with those of a later call behind them."""
        return Args(
            [*self.pos, *later.pos], {**self.kw, **later.kw},
            self.star or later.star, self.extra or later.extra,
        )  # fmt: skip


@dataclass(slots=True)
class Dispatch:
    """What a call enters.

    Attributes:
        args: its arguments.
        entered: the frames of the project's functions that it enters.
        made: the classes that it makes an instance of.
        others: what else is called: builtins, external functions, things unknown.
        callbacks: the frames of functions that an unknown callee is given, and may call.
        values: what it gives whatever is entered.
        is_guessed: whether the arguments are those that a library is thought to give.
    """

    args: Args
    entered: list[Frame] = field(default_factory=list)
    made: list[ClassInfo] = field(default_factory=list)
    others: list[tuple[Atom, Args, Trace | None]] = field(default_factory=list)
    callbacks: list[Frame] = field(default_factory=list)
    values: list[Value] = field(default_factory=list)
    is_guessed: bool = False


NOTHING: Value = {UNKNOWN: None}
