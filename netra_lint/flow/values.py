"""Abstract values: the things that an expression can be, each with how it got there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netra_lint.flow.frames import Frame
    from netra_lint.flow.graph import Place
    from netra_lint.flow.program import ClassInfo, FunctionInfo
    from netra_lint.project.modules import ModuleInfo


class Unknown(NamedTuple):
    """Something about which nothing is known."""

    tag: str = "unknown"


class Supposed(NamedTuple):
    """Something of which only its truth is supposed (see ``worlds.py``)."""

    truth: bool


class Const(NamedTuple):
    """A constant; its type keeps ``1`` and ``True`` apart."""

    value: object
    type: str


class Ident(NamedTuple):
    """An id of a known kind: ``run``, ``thread`` or ``user``."""

    kind: str


class Hole(NamedTuple):
    """What callers give to a parameter of a function, or a part of it.

    Attributes:
        owner: the function whose callers decide.
        name: the parameter.
        steps: attributes (``("attr", name)``) and items (``("item", key)``) below it.
        kind: the kind of id that the name of the part promises, or ``""``.
        classes: the classes that it may have, where they are known.
    """

    owner: FunctionInfo
    name: str
    steps: tuple[tuple[str, object], ...] = ()
    kind: str = ""
    classes: tuple[ClassInfo, ...] = ()


class Obj(NamedTuple):
    """An object, by the place that made it.

    Attributes:
        frame: where it was made.
        node: the expression that made it.
        shape: ``instance``, ``list``, ``dict``, ``generator`` or ``partial``.
        classes: the classes of an instance.
    """

    frame: Frame
    node: int
    shape: str
    classes: tuple[ClassInfo, ...] = ()


class Fn(NamedTuple):
    """A function of the project, perhaps bound to an object, with the scope that it sees."""

    info: FunctionInfo
    closure: Frame | None = None
    this: Atom | None = None
    captured: tuple[tuple[str, int], ...] = ()


class Cls(NamedTuple):
    """A class of the project, with the call that made it where a function does."""

    info: ClassInfo
    frame: Frame | None = None


class Mod(NamedTuple):
    """A module of the project."""

    info: ModuleInfo


class Super(NamedTuple):
    """An object seen from a method of one of its classes, for what comes after that class."""

    this: Atom
    cls: ClassInfo


class Ext(NamedTuple):
    """A module, class or function that the project imports from elsewhere, or a builtin."""

    name: str


class ExtVal(NamedTuple):
    """What a call of something external gave."""

    name: str


class Method(NamedTuple):
    """An attribute of something whose class is not known, or of a builtin type."""

    receiver: Atom
    name: str


class Bound(NamedTuple):
    """Something that is called with an object before its arguments: a ``partialmethod``."""

    callee: Atom
    this: Atom


class Cell(NamedTuple):
    """The names of one frame that inner functions share."""

    frame: Frame


Atom = (
    Unknown
    | Supposed
    | Const
    | Ident
    | Hole
    | Obj
    | Fn
    | Cls
    | Mod
    | Super
    | Ext
    | ExtVal
    | Method
    | Bound
    | Cell
)


class Trace:
    """One event on the way of an id, linked to the one before.

    Attributes:
        path, place: where it happened.
        note: what happened, for people.
        event: ``source``, ``open``, ``move``, ``pass``, ``return`` or ``table``.
        prev: the event before it.
        frame: for ``pass``: the frame that received the argument.
        neutral: for ``pass``: whether the parameter is not itself named a run id.
        word: the source in words; for ``pass`` the kind that the parameter is named after.
        length: number of events up to here.
    """

    __slots__ = ("event", "frame", "length", "neutral", "note", "path", "place", "prev", "word")

    def __init__(
        self,
        path: str,
        place: Place,
        note: str,
        event: str = "move",
        prev: Trace | None = None,
        frame: Frame | None = None,
        neutral: bool = True,
        word: str = "",
    ) -> None:
        self.path = path
        self.place = place
        self.note = note
        self.event = event
        self.prev = prev
        self.frame = frame
        self.neutral = neutral
        self.word = word
        self.length: int = 1 + (prev.length if prev is not None else 0)

    def chain(self) -> list[Trace]:
        """Return the events from the source to here."""
        found: list[Trace] = []
        event: Trace | None = self
        while event is not None:
            found.append(event)
            event = event.prev
        return found[::-1]

    def after(self, base: Trace | None) -> Trace:
        """Return these events as they follow another flow, their own beginning left out."""
        result = base
        for event in self.chain()[1:] if base is not None else self.chain():
            result = Trace(
                event.path, event.place, event.note, event.event, result,
                event.frame, event.neutral, event.word,
            )  # fmt: skip
        return result or self


Value = dict[Atom, Trace | None]
UNKNOWN = Unknown()
NONE = Const(None, "NoneType")
EMPTY: Value = {}


def is_unknown(atom: Atom) -> bool:
    """Whether only a name or an annotation can tell what something is."""
    return isinstance(atom, (Unknown, ExtVal))


def is_new_type(atom: Atom) -> bool:
    """Whether something is ``typing.NewType``, or what it made: it gives back what it is given."""
    return isinstance(atom, ExtVal) and atom.name.endswith("NewType")


def unknown() -> Value:
    """Return the value of which nothing is known."""
    return {UNKNOWN: None}


def const(value: object) -> Value:
    """Return the value that is one constant."""
    return {Const(value, type(value).__name__): None}


def union(values: Iterable[Value]) -> Value:
    """Return what any of some values can be; of two ways to one thing the shorter stays."""
    result: Value = {}
    for value in values:
        for atom, trace in value.items():
            old = result.get(atom, _MISSING)
            if old is _MISSING or (
                old is not None and trace is not None and trace.length < old.length
            ):
                result[atom] = trace
    return result


_MISSING = Trace("", None, "")  # type: ignore[arg-type]


def only(value: Value) -> Atom | None:
    """Return the one thing that a value can be, or None when there are several."""
    return next(iter(value)) if len(value) == 1 else None


def constant(value: Value) -> Const | None:
    """Return the constant that a value surely is, or None; an enumeration's member is its value."""
    atom = only(value)
    if atom is None and len(value) == 2:
        kept = [each for each in value if not is_member(each)]
        atom = kept[0] if len(kept) == 1 else None
    return atom if isinstance(atom, Const) else None


def key_of(value: Value) -> Const | None:
    """Return the key that a value surely is: a constant, or a class (of events, say), or None."""
    atom = only(value)
    return Const(atom.info, "class") if isinstance(atom, Cls) else constant(value)


_MANY_KEYS = 12


def keys_of(value: Value) -> list[Const | None]:
    """Return the keys that a value may be, where all are known and few; else ``[None]``."""
    one = key_of(value)
    if one is not None or not 1 < len(value) <= _MANY_KEYS:
        return [one]
    keys = [key_of({atom: None}) for atom in value if not is_member(atom)]
    return [None] if None in keys or not keys else keys


def is_member(atom: Atom) -> bool:
    """Whether a thing stands for a member of an enumeration, beside the member's value."""
    return isinstance(atom, Method) and isinstance(atom.receiver, Cls)
