"""The ways on which a thing came to where it is found, each with what holds on it.

Values say what can be somewhere, all ways together. Where one of these is wrong, it
is worth to ask how it came there: through which return, which choice, which
store. Each such way has its own conditions, and these can contradict each other
though they stand in different functions (see ``worlds.py``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow import attributes, invoke, memory, returning, subscripts
from netra_lint.flow.graph import RETURNED, bare, plain
from netra_lint.flow.program import FunctionInfo
from netra_lint.flow.sources import argument, captured, generator
from netra_lint.flow.steps import (
    Absent,
    Called,
    Held,
    Kept,
    On,
    Round,
    There,
    Way,
    along,
    holding,
    joined,
)
from netra_lint.flow.stores import Stores
from netra_lint.flow.values import Obj, key_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from netra_lint.flow.frames import Frame
    from netra_lint.flow.graph import Exit, Node
    from netra_lint.flow.values import Atom

_TAKING = frozenset({"pop", "popleft", "get_nowait"})


class Origins(Stores):
    """A search backwards for the ways of one thing."""

    def of(self, frame: Frame, node: int, atom: Atom, way: Way | None) -> Iterator[Way]:
        """Yield the ways on which a thing comes to a value.

        Args:
            frame: the frame of the value.
            node: the value, which can be the thing.
            atom: the thing.
            way: what is known of the way from there on.

        Raises:
            OutOfBudget: there are too many.
        """
        longer = self._on(way, There(frame, node, atom))
        if longer is None:
            return
        data = frame.facts.nodes[node]
        handler = _HANDLERS.get(data[0])
        if handler is None:
            yield longer
        else:
            yield from handler(self, data, frame, node, atom, longer)

    # -- values ----------------------------------------------------------------------

    def _through(self, data: Node, frame: Frame, node: int, atom: Atom, way: Way) -> Iterator[Way]:
        yield from self._from(data[1], frame, atom, way)

    def _guard(self, data: Node, frame: Frame, node: int, atom: Atom, way: Way) -> Iterator[Way]:
        yield from self._from(data[1], frame, atom, holding(way, frame, data[2]))

    def _phi(self, data: Node, frame: Frame, node: int, atom: Atom, way: Way) -> Iterator[Way]:
        fitting = [
            (choice, held)
            for choice, held in data[1]
            if self._machine.holds(held, frame) and self._can_be(choice, frame, atom)
        ]
        for choice, held in fitting:
            turned = Way(Round(frame), way) if choice > node else way
            yield from self.of(frame, choice, atom, holding(turned, frame, held))
        if not fitting:
            yield way

    def _either(self, data: Node, frame: Frame, node: int, atom: Atom, way: Way) -> Iterator[Way]:
        _, left, right = data
        sides = [side for side in (left, right) if self._can_be(side, frame, atom)]
        for side in sides:
            needed = () if side == left else ((left, int(data[0] == "and")),)
            yield from self.of(frame, side, atom, holding(way, frame, needed))
        if not sides:
            yield way

    def _param(self, data: Node, frame: Frame, node: int, atom: Atom, way: Way) -> Iterator[Way]:
        given = self._given(frame, data[1]) if frame.args is not None else None
        if given is None:
            yield way
        else:
            yield from self._from(given[1], given[0], atom, way)

    def _free(self, data: Node, frame: Frame, node: int, atom: Atom, way: Way) -> Iterator[Way]:
        around = captured(frame, data[1])
        if around is None:
            yield way
        else:
            yield from self._from(around[1], around[0], atom, way)

    def _given(self, frame: Frame, name: str) -> tuple[Frame, int] | None:
        """Return what a call gives to a parameter, where one value tells that."""
        info = frame.info
        bound = isinstance(info, FunctionInfo) and frame.this is not None
        if bound and info.is_receiver(name):  # type: ignore[union-attr]
            return _receiver(frame)
        arg = argument(frame, name)
        return (arg.frame, arg.node) if arg is not None else None

    def _call(self, data: Node, frame: Frame, node: int, atom: Atom, way: Way) -> Iterator[Way]:
        if isinstance(atom, Obj) and atom.frame is frame and atom.node == node:
            yield Way(Held(frame, node, RETURNED), way)
            return
        found = invoke.dispatch(self._machine, frame, node)
        if not found.entered and _looks_up(frame, data):
            yield from self._looked_up(data, frame, atom, way)
            return
        giving = [child for child in found.entered if self._gives(child, atom)]
        taken = self._taken_from(frame, data) if found.others and not giving else None
        if taken is not None:
            yield from self._part_of(taken, frame, memory.item_field(None), atom, way)
        elif not giving or found.others:
            yield way
        for child in giving:
            on = _called_on(child)
            known = Way(on, way) if on is not None else way
            if len(found.entered) > 1:
                known = Way(Called(frame, node, child), known)
            yield from self.exits(child, child.facts.returns, atom, known)

    def _looked_up(self, data: Node, frame: Frame, atom: Atom, way: Way) -> Iterator[Way]:
        """Yield the ways out of a mapping, and those of the default: ``owners.get(key, key)``."""
        machine, nodes = self._machine, frame.facts.nodes
        base_node, (key_node, *rest) = nodes[plain(nodes, data[1])][1], (a[0] for a in data[2])
        field = memory.item_field(key_of(machine.eval(key_node, frame)))
        default = rest[0] if rest else -1
        fitting = default >= 0 and self._can_be(default, frame, atom)
        if fitting:
            absent = Way(Absent(frame, base_node, key_node, data[4]), way)
            yield from self.of(frame, default, atom, absent)
        for base in machine.eval(base_node, frame):
            is_one = isinstance(base, Obj) and base.shape == "dict"
            if is_one and atom in memory.load(machine, base, field, frame, data[4]):
                fitting = True
                for longer in self.of(frame, base_node, base, way):
                    yield from self._loaded(frame, data[4], base, field, atom, longer)
            elif not is_one:
                yield way
        if not fitting:
            yield way

    def _taken_from(self, frame: Frame, data: Node) -> tuple[int, int] | None:
        """Return what a call takes an element from: ``queue.popleft()``, ``next(updates)``."""
        nodes = frame.facts.nodes
        func = nodes[plain(nodes, data[1])]
        if func[0] == "attr" and func[2] in _TAKING and not data[3]:
            return func[1], data[4]
        first = data[2][0] if data[2] else None
        if func[:2] == ("free", "next") and first is not None and not first[1]:
            return first[0], data[4]
        return None

    def _gives(self, child: Frame, atom: Atom) -> bool:
        info = child.info
        if not isinstance(info, FunctionInfo) or info.is_generator:
            return False
        return atom in returning.returned(self._machine, child)

    def exits(self, child: Frame, exits: Sequence[Exit], atom: Atom, way: Way) -> Iterator[Way]:
        """Yield the ways through the returns, or the yields, of a function."""
        fitting = [
            exit_
            for exit_ in exits
            if self._machine.reached(exit_.path, child) and self._can_be(exit_.node, child, atom)
        ]
        for exit_ in fitting:
            held = joined(way, along(child, exit_.path))
            yield from self.of(child, exit_.node, atom, held)
        if not fitting:
            yield way

    # -- parts of things ---------------------------------------------------------------

    def _attr(self, data: Node, frame: Frame, node: int, atom: Atom, way: Way) -> Iterator[Way]:
        _, base_node, name, mem = data
        machine, fitting = self._machine, False
        for base in machine.eval(base_node, frame):
            if atom not in attributes.attribute_of(machine, base, name, frame, mem):
                continue
            fitting = True
            getter = attributes.getter(machine, base, name, frame, mem)
            for longer in self.of(frame, base_node, base, way):
                if getter is not None:
                    yield from self.exits(getter, getter.facts.returns, atom, longer)
                else:
                    kept = Way(Kept(frame, mem, atom, base, name), longer)
                    yield from self._loaded(frame, mem, base, name, atom, kept)
        if not fitting:
            yield way

    def _item(self, data: Node, frame: Frame, node: int, atom: Atom, way: Way) -> Iterator[Way]:
        _, base_node, key_node, mem = data
        machine, fitting = self._machine, False
        key = key_of(machine.eval(key_node, frame))
        column = self._column(frame, base_node, key.value if key is not None else None)
        if column is not None:
            yield from self._part_of(column, frame, memory.item_field(None), atom, way)
            return
        field = memory.item_field(key)
        for base in machine.eval(base_node, frame):
            if atom not in subscripts.item_of(machine, base, key, frame, mem):
                continue
            fitting = True
            for longer in self.of(frame, base_node, base, way):
                known = Kept(frame, mem, atom, base, field) if key is not None else None
                kept = Way(known, longer) if known is not None else longer
                yield from self._loaded(frame, mem, base, field, atom, kept)
        if not fitting:
            yield way

    def _column(self, frame: Frame, row: int, key: object) -> tuple[int, int] | None:
        """Return what ``zip`` or ``enumerate`` takes the part of a row from."""
        nodes = frame.facts.nodes
        data = nodes[bare(nodes, row)]
        call = nodes[bare(nodes, data[1])] if data[0] == "elem" else data
        func = nodes[call[1]] if call[0] == "call" else call
        word = func[1] if func[0] == "free" else ""
        at = {"enumerate": {1: 0}.get(key), "zip": key}.get(word)  # type: ignore[call-overload]
        if not isinstance(at, int) or not 0 <= at < len(call[2]) or call[2][at][1]:
            return None
        return call[2][at][0], call[4]

    def _element(self, data: Node, frame: Frame, node: int, atom: Atom, way: Way) -> Iterator[Way]:
        yield from self._part_of((data[1], data[2]), frame, memory.item_field(None), atom, way)

    def _entered(self, data: Node, frame: Frame, node: int, atom: Atom, way: Way) -> Iterator[Way]:
        """What ``with`` gives that a generator yields."""
        fitting = False
        for base in self._machine.eval(data[1], frame):
            inner = generator(base)
            if inner is not None:
                fitting = True
                yield from self.exits(inner, inner.facts.yields, atom, way)
        if not fitting:
            yield way


def _looks_up(frame: Frame, data: Node) -> bool:
    """Whether a call looks something up in a mapping, by its name: also with a default."""
    func = frame.facts.nodes[plain(frame.facts.nodes, data[1])]
    if func[0] != "attr" or data[3] or any(arg[1] for arg in data[2]):
        return False
    return func[2] in {1: ("get",), 2: ("get", "pop")}.get(len(data[2]), ())


def _called_on(child: Frame) -> On | None:
    """Return which of several objects a method has been called on, as its caller reads it."""
    receiver = _receiver(child) if isinstance(child.this, Obj) else None
    return On(*receiver, child.this) if receiver is not None else None  # type: ignore[arg-type]


def _receiver(frame: Frame) -> tuple[Frame, int] | None:
    """Return the object that a method is called on, as its caller writes it."""
    caller = frame.caller
    if caller is None or not 0 <= frame.call < len(caller.facts.nodes):
        return None
    nodes = caller.facts.nodes
    data = nodes[frame.call]
    func = nodes[plain(nodes, data[1])] if data[0] == "call" else data
    return (caller, func[1]) if data[0] == "call" and func[0] == "attr" else None


_HANDLERS: dict[str, Callable[..., Iterator[Way]]] = {
    "step": Origins._through,
    "typed": Origins._through,
    "await": Origins._through,
    "guard": Origins._guard,
    "phi": Origins._phi,
    "or": Origins._either,
    "and": Origins._either,
    "param": Origins._param,
    "free": Origins._free,
    "call": Origins._call,
    "attr": Origins._attr,
    "item": Origins._item,
    "elem": Origins._element,
    "first": Origins._element,
    "enter": Origins._entered,
}
