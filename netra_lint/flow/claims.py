"""What the conditions on one way say: of values, and of the fields of objects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow import attributes, invoke, memory, sources, tables, truths
from netra_lint.flow.filters import truth_of
from netra_lint.flow.graph import RETURNED, bare, conditions, word_of
from netra_lint.flow.program import FunctionInfo
from netra_lint.flow.sources import argument, captured
from netra_lint.flow.steps import Called, Held, Kept, On, Round, Stored, There
from netra_lint.flow.values import (
    Const,
    Fn,
    Hole,
    Method,
    Obj,
    Supposed,
    Value,
    constant,
    is_member,
    key_of,
    only,
    union,
)
from netra_lint.flow.ways import Conditions, subject
from netra_lint.flow.worlds import Claim, Source, identity, is_one, is_one_of_many, version
from netra_lint.vocabulary import RoutingMethod

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from netra_lint.flow.frames import Frame
    from netra_lint.flow.graph import Node
    from netra_lint.flow.machine import Machine
    from netra_lint.flow.steps import Step
    from netra_lint.flow.values import Atom

_DEEP = 5
"""How many functions a condition is followed into."""


class Claims:
    """What the conditions of one way, and the id on it, say of values and fields.

    Attributes:
        found: what they say.
        fail: whether something cannot be so by itself.
    """

    def __init__(self, machine: Machine, way: Sequence[Step], atom: Atom, text: Value) -> None:
        self._machine = machine
        self.found: list[Claim] = []
        self.fail = False
        self._source: Source = None, ()
        steps = list(in_rounds(way))
        linked: dict[Atom, list[tuple[Source, There]]] = {}
        for source in steps:
            each = source[0]
            if isinstance(each, There) and each.atom != atom:
                linked.setdefault(each.atom, []).append((source, each))
        for self._source in steps:
            each = self._source[0]
            if isinstance(each, There) and each.atom == atom:
                self._of_value(each.frame, each.node, text)
            elif isinstance(each, (There, On)) and is_one(each.atom):
                self._of_value(each.frame, each.node, {each.atom: None})
            elif isinstance(each, (Kept, Stored)) and each.field != memory.item_field(None):
                value: Value = text if each.atom == atom else {each.atom: None}
                self._of_field(each.base, each.field, value, each.frame, each.mem)
                for source, there in linked.get(each.base, ()):
                    self._of_part(each, source, there, value)
        for self._source in steps:
            each = self._source[0]
            if isinstance(each, Called):
                self._looked_up(each)
            if isinstance(each, Held) and each.polarity != RETURNED:
                self._suppose(each.frame, each.condition, bool(each.polarity), _DEEP)

    def _looked_up(self, called: Called) -> None:
        """Note by which keys what is called can have been looked up: ``senders[kind](...)``."""
        machine, frame = self._machine, called.frame
        place = tables.lookup(frame.facts.nodes, called.call)
        if place is None:
            return
        keys = tables.possible_keys(machine, frame, place)
        fitting = [
            key for key in keys if gives(tables.at_key(machine, frame, place, key), called.what)
        ]
        if fitting and len(fitting) < len(keys):
            self._of_value(frame, place.key, union(fitting))

    def _suppose(self, frame: Frame, node: int, truth: bool, depth: int) -> None:
        """Note what it means that a condition holds, or does not."""
        data = frame.facts.nodes[node]
        kind = data[0]
        if depth == 0:
            return
        if kind in ("step", "guard", "await", "typed"):
            self._suppose(frame, data[1], truth, depth)
        elif kind == "not":
            self._suppose(frame, data[1], not truth, depth)
        elif kind in ("and", "or"):
            self._both(frame, data, truth, depth)
        elif kind == "compare":
            self._compared(frame, data, truth, depth)
        elif kind == "const":
            self.fail = self.fail or bool(data[1]) != truth
        elif kind == "call" and word_of(frame.facts.nodes, data) == "bool" and data[2]:
            self._suppose(frame, data[2][0][0], truth, depth - 1)
        else:
            self._chosen(frame, node, _is_of_truth(truth), depth)
            self._is_true(frame, node, truth)

    def _both(self, frame: Frame, data: Node, truth: bool, depth: int) -> None:
        left, right = data[1], data[2]
        deciding = data[0] == "or"
        if truth is not deciding:
            self._suppose(frame, left, truth, depth)
            self._suppose(frame, right, truth, depth)
            return
        for one, other in ((left, right), (right, left)):
            if truths.truth(self._machine, one, frame) is (not deciding):
                self._suppose(frame, other, truth, depth)

    def _compared(self, frame: Frame, data: Node, truth: bool, depth: int) -> None:
        _, operator, left, right = data
        if operator not in ("Eq", "NotEq", "Is", "IsNot"):
            return
        same = truth is (operator in ("Eq", "Is"))
        for one, other in ((left, right), (right, left)):
            known = constant(self._machine.eval(other, frame))
            if known is None:
                continue
            if same:
                self._chosen(frame, one, _may_equal(known), depth)
                self._of_value(frame, one, self._machine.eval(other, frame))
            elif isinstance(known.value, bool):
                self._is_true(frame, one, not known.value)
            else:
                value = self._machine.eval(one, frame)
                left_over: Value = {a: None for a in value if a != known}
                if left_over and len(left_over) < len(value):
                    self._of_value(frame, one, left_over)

    def _chosen(self, frame: Frame, node: int, fits: Callable[[Atom], bool], depth: int) -> None:
        """Note how a value has come about, where only one way fits what it is known to be."""
        nodes = frame.facts.nodes
        node = bare(nodes, node)
        data = nodes[node]
        if data[0] == "phi":
            ways = [(frame, n, held) for n, held in data[1] if self._machine.holds(held, frame)]
        elif data[0] == "param" and frame.args is not None:
            arg = argument(frame, data[1])
            ways = [(arg.frame, arg.node, ())] if arg is not None else []
        elif data[0] == "free":
            around = captured(frame, data[1])
            ways = [(*around, ())] if around is not None else []
        else:
            ways = self._answers(frame, node, data) or self._stored(frame, data)
        ways = [way for way in ways if self._may_fit(way[1], way[0], fits)]
        if len(ways) != 1 or depth == 0:
            return
        at, choice, held = ways[0]
        if at is frame and choice > node:
            return  # An earlier round of a loop: its values have the numbers of this one.
        node = choice
        for condition, polarity in held:
            if polarity != RETURNED:
                self._suppose(at, condition, bool(polarity), depth - 1)
        self._chosen(at, node, fits, depth - 1)
        if fits.__name__ in ("_is_true", "_is_false"):
            self._suppose(at, node, fits is _is_true, depth - 1)

    def _may_fit(self, node: int, frame: Frame, fits: Callable[[Atom], bool]) -> bool:
        return any(fits(atom) for atom in self._machine.eval(node, frame))

    def _answers(self, frame: Frame, node: int, data: Node) -> list[tuple[Frame, int, Conditions]]:
        """Return what a function of the project may answer, on which conditions."""
        child = self._entered(frame, node, data)
        info = child.info if child is not None else None
        if child is None or not isinstance(info, FunctionInfo) or info.is_generator:
            return []
        return [
            (child, exit_.node, tuple(conditions(exit_.path)))
            for exit_ in child.facts.returns
            if self._machine.reached(exit_.path, child)
        ]

    def _stored(self, frame: Frame, data: Node) -> list[tuple[Frame, int, Conditions]]:
        """Return what was stored in a field, where only one place can have done it."""
        base = only(self._machine.eval(data[1], frame)) if data[0] in ("attr", "item") else None
        if base is None:
            return []
        field = data[2]
        if data[0] == "item":
            field = memory.item_field(key_of(self._machine.eval(data[2], frame)))
        found = sources.stored(self._machine, frame, data[3], base, field)
        return [(*found, ())] if found is not None else []

    def _entered(self, frame: Frame, node: int, data: Node) -> Frame | None:
        """Return the only function that a call, or a property, enters."""
        machine = self._machine
        if data[0] == "call":
            found = invoke.dispatch(machine, frame, node)
            alone = len(found.entered) == 1 and not (found.others or found.made or found.values)
            return found.entered[0] if alone else None
        base = only(machine.eval(data[1], frame)) if data[0] == "attr" else None
        if base is None:
            return None
        return attributes.getter(machine, base, data[2], frame, data[3])

    def _is_true(self, frame: Frame, node: int, truth: bool) -> None:
        value = self._machine.eval(node, frame)
        if any(isinstance(a, Obj) and truth_of(a) is None for a in value):
            return  # A container may be filled now, and empty later.
        sure: Value = {a: None for a in value if truth_of(a) is truth}
        if any(truth_of(a) is None for a in value) and (truth or not sure):
            sure = {**sure, Supposed(truth): None}
        if sure:
            self._of_value(frame, node, sure)
        elif value:
            self.fail = True

    def _of_value(self, frame: Frame, node: int, value: Value) -> None:
        """Note what a value is, and with it what it was given or read from."""
        machine, nodes = self._machine, frame.facts.nodes
        node = bare(nodes, node)
        data = nodes[node]
        if data[0] == "attr":
            base = only(machine.eval(data[1], frame))
            if base is not None:
                self._of_field(base, data[2], value, frame, data[3])
            return
        if data[0] == "item":
            base, key = only(machine.eval(data[1], frame)), key_of(machine.eval(data[2], frame))
            if base is not None and key is not None:
                self._of_field(base, memory.item_field(key), value, frame, data[3])
            if key is not None:
                return
        around = captured(frame, data[1]) if data[0] == "free" else None
        if around is not None:
            self._of_value(*around, value)
            return
        about = subject(frame.facts, node)
        if data[0] == "call" and isinstance(about, tuple) and about[0] == "item":
            base = only(machine.eval(nodes[bare(nodes, data[1])][1], frame))
            if base is not None:
                self._of_field(base, ("item", about[2]), value, frame, data[4])
        if data[0] in ("const", "free", "cell") or not isinstance(about, int):
            return
        self.found.append(Claim(self._source, (frame, about), value))
        if data[0] == "param" and frame.args is not None:
            arg = argument(frame, data[1])
            if arg is not None:
                self._of_value(arg.frame, arg.node, value)

    def _of_part(self, kept: Kept | Stored, source: Source, there: There, value: Value) -> None:
        """Note what a field holds, for the names that the very same object has elsewhere."""
        about = subject(there.frame.facts, there.node)
        key: tuple[object, ...] = ("attr", about, kept.field)
        if isinstance(kept.field, tuple):
            key = ("item", about, kept.field[1])
        at = version(self._machine, kept.frame, kept.mem, kept.field)
        self.found.append(Claim(source, (there.frame, key), value, at))

    def _of_field(self, base: Atom, field: object, value: Value, frame: Frame, mem: int) -> None:
        """Note what a field of an object holds, where the object is no other one as well."""
        if isinstance(base, Hole) or (isinstance(base, Obj) and not is_one_of_many(base)):
            at = version(self._machine, frame, mem, field)
            self.found.append(Claim(self._source, (identity(base), field), value, at))


def in_rounds(way: Sequence[Step]) -> Iterator[Source]:
    """Yield the steps of a way, the last one first, each with the loops gone round after it."""
    rounds: tuple[Frame, ...] = ()
    for step in reversed(way):
        if isinstance(step, Round):
            rounds = (*rounds, step.frame)
        else:
            yield step, rounds


def gives(value: Value, what: Frame | RoutingMethod) -> bool:
    """Whether something that was looked up may be what is called."""
    if isinstance(what, RoutingMethod):
        return any(not isinstance(a, Method) or a.name == what.name for a in value)
    return any(not isinstance(a, Fn) or a.info is what.info for a in value)


def _is_true(atom: Atom) -> bool:
    return truth_of(atom) is not False


def _is_false(atom: Atom) -> bool:
    return truth_of(atom) is not True


def _is_of_truth(truth: bool) -> Callable[[Atom], bool]:
    return _is_true if truth else _is_false


def _may_equal(known: Const) -> Callable[[Atom], bool]:
    """Return what tells whether a thing may be a constant, or a member of an enumeration."""

    def fits(atom: Atom) -> bool:
        return atom == known if isinstance(atom, Const) else not is_member(atom)

    return fits
