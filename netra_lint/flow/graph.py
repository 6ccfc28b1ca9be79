"""The facts of one function as plain data: a graph of values and a chain of memory states.

A value is a number into ``nodes``, a memory state a number into ``mems``. Both
are tuples that start with their kind and hold only numbers, names and places,
so that facts refer to no other file and can be kept by a file's content.

Values:
    ("const", value) ("param", name) ("free", name, mem) ("cell", name, mem)
    ("attr", base, name, mem) ("item", base, key, mem) ("slice", base, low, high, step, mem)
    ("call", func, args, keywords, mem, path, place)
    ("phi", ((node, path), ...)) ("and"|"or", left, right) ("not", node)
    ("compare", operator, left, right) ("guard", node, conditions)
    ("step", node, note, name, place) ("sequence", kind, ((node, starred), ...))
    ("many", kind, node, mem, element, tests) ("elem"|"first"|"some", iterable, mem)
    ("dict", ((key, value), ...), mem)
    ("text", parts) ("binary", operator, left, right, mem) ("def", index, captured, mem)
    ("delegated", generator) ("await", node) ("typed", node, annotation, place) ("sent",)
    ("import", level, module, name) ("enter", node, mem)
    ("caught", kind, raised, calls, kinds taken before) ("decorated", call, node) ("unknown",)
    ("matches", node, pattern, size) ("is_a", node, class) ("field", node, class, index, mem)
    ("none", element, conditions), which is true where no element fulfils them
    ("manydict", key, value, mem, element, tests) ("known", value), which the analysis makes itself

What a function has captured are names that it sees, and its parameters' defaults (`as_default`).

Memory states:
    ("entry",) ("attr", before, base, name, value) ("item", before, base, key, value)
    ("cell", before, name, value) ("call", before, node) ("phi", ((mem, path), ...))
    ("delitem", before, base, key) ("enter"|"leave", before, manager) ("yield", before)
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import ast

Node = tuple[Any, ...]
"""A value or a memory state: its kind, then what belongs to it."""

RETURNED = 2
"""The polarity of a call that is known to have come back without raising."""


class Place(NamedTuple):
    """A source range: rows from 1, columns in bytes from 0, end exclusive."""

    row: int
    column: int
    end_row: int
    end_column: int


class Path(NamedTuple):
    """A condition that holds on a way through a function, and those before it."""

    before: Path | None
    condition: int
    polarity: int


class Exit(NamedTuple):
    """A way out of a function, or a value that it yields."""

    node: int
    path: Path | None
    mem: int
    place: Place | None


@dataclass(eq=False, slots=True)
class Facts:
    """What is known of one function, or of a module's top level, by itself.

    Attributes:
        nodes, mems: the values and the memory states.
        calls: the calls in it, in order.
        returns, yields, raises: what it gives, and on which way.
        falls: whether its end can be reached.
        exit_mem: the memory as any way out leaves it.
        finals: the last value of each of its names.
        versions: every value of each name that is kept in memory (a cell).
        cells: names that inner functions share with it and that change.
        stores: the attributes that it sets; ``[]`` for items.
        defs: the functions and classes defined in it, and its annotations.
        params: its parameters.
        places: where attributes and items are read first.
    """

    nodes: list[Node] = field(default_factory=list)
    mems: list[Node] = field(default_factory=list)
    calls: list[int] = field(default_factory=list)
    returns: list[Exit] = field(default_factory=list)
    yields: list[Exit] = field(default_factory=list)
    raises: list[Exit] = field(default_factory=list)
    exit_mem: int = 0
    finals: dict[str, int] = field(default_factory=dict)
    versions: dict[str, list[int]] = field(default_factory=dict)
    cells: frozenset[str] = frozenset()
    stores: set[str] = field(default_factory=set)
    defs: list[ast.AST] = field(default_factory=list)
    params: dict[str, int] = field(default_factory=dict)
    places: dict[int, Place] = field(default_factory=dict)
    _states: dict[int, int] = field(default_factory=dict)

    def states(self) -> dict[int, int]:
        """Return the memory state that each call leaves."""
        if not self._states:
            self._states.update(
                {state[2]: number for number, state in enumerate(self.mems) if state[0] == "call"}
            )
        return self._states


def as_default(name: str) -> str:
    """Return under what a parameter's default stands among what its function has captured."""
    return f"={name}"


def conditions(path: Path | None, until: Path | None = None) -> list[tuple[int, int]]:
    """Return the conditions of a way, the last one first.

    Args:
        path: the way.
        until: where to stop: a way that it goes on from.
    """
    found = []
    while path is not None and path is not until:
        found.append((path.condition, path.polarity))
        path = path.before
    return found


def common(left: Path | None, right: Path | None) -> Path | None:
    """Return what two ways have in common."""
    seen = set()
    while left is not None:
        seen.add(id(left))
        left = left.before
    while right is not None and id(right) not in seen:
        right = right.before
    return right


def spreads(data: Node) -> bool:
    """Return whether a call has arguments that are spread into it."""
    return any(starred for _, starred, _ in data[2]) or any(name is None for name, _, _ in data[3])


def given_to(data: Node) -> list[int]:
    """Return the values that a call is given, by position and by keyword."""
    return [argument[0] for argument in data[2]] + [word[1] for word in data[3]]


def word_of(nodes: list[Node], call: Node) -> str:
    """Return the last word of what a call calls."""
    func = nodes[call[1]]
    return str(func[2] if func[0] == "attr" else func[1] if func[0] == "free" else "")


def plain(nodes: list[Node], node: int) -> int:
    """Return a value without what is only told of it."""
    while nodes[node][0] in ("step", "typed", "guard"):
        node = nodes[node][1]
    return node


def displayed(nodes: list[Node], node: int) -> list[int]:
    """Return the elements of a display, or the value itself where it is none."""
    data = nodes[plain(nodes, node)]
    if data[0] == "dict":
        return [value for _, value in data[1]]
    return [part for part, _ in data[2]] if data[0] == "sequence" else [node]


def bare(nodes: list[Node], node: int) -> int:
    """Return what a value is before conditions, names and an ``await`` tell more of it."""
    while nodes[node][0] in ("guard", "step", "await"):
        node = nodes[node][1]
    return node
