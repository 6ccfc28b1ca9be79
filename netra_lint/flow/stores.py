"""Who set a field, or put a thing into a container: ways through memory, backwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow import alterations, blocks, invoke, memory, sources
from netra_lint.flow.graph import RETURNED, plain
from netra_lint.flow.machine import OutOfBudget
from netra_lint.flow.sources import generator
from netra_lint.flow.steps import Held, Kept, Round, Stored, There, Way, along, holding, joined
from netra_lint.flow.values import Obj

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from netra_lint.flow.frames import Frame
    from netra_lint.flow.graph import Exit, Node
    from netra_lint.flow.machine import Machine
    from netra_lint.flow.values import Atom

_MOST = 2_000
"""How many steps a search may take."""
_ADDING = frozenset({"append", "add", "appendleft", "put", "put_nowait"})


class Stores:
    """The part of the search that goes through memory."""

    def __init__(self, machine: Machine) -> None:
        self._machine = machine
        self._left = _MOST

    def of(self, frame: Frame, node: int, atom: Atom, way: Way | None) -> Iterator[Way]:
        """Yield the ways on which a thing comes to a value."""
        raise NotImplementedError

    def exits(self, child: Frame, exits: Sequence[Exit], atom: Atom, way: Way) -> Iterator[Way]:
        """Yield the ways through the returns, or the yields, of a function."""
        raise NotImplementedError

    def _on(self, way: Way | None, step: There | Stored) -> Way | None:
        """Return a longer way; None where it would go in a circle."""
        self._left -= 1
        if self._left < 0:
            raise OutOfBudget
        at = way
        while at is not None:
            if type(at.last) is type(step) and at.last == step:
                return None
            at = at.before
        return Way(step, way)

    def _can_be(self, node: int, frame: Frame, atom: Atom) -> bool:
        return atom in self._machine.eval(node, frame)

    def _from(self, node: int, frame: Frame, atom: Atom, way: Way) -> Iterator[Way]:
        """Go on in another value, if the thing comes from there."""
        if self._can_be(node, frame, atom):
            yield from self.of(frame, node, atom, way)
        else:
            yield way

    # -- memory --------------------------------------------------------------------------

    def _loaded(
        self, frame: Frame, mem: int, base: Atom, field: object, atom: Atom, way: Way
    ) -> Iterator[Way]:
        """Yield the ways on which a field came to hold a thing, as far as memory tells."""

        def beyond(longer: Way) -> Iterator[Way]:
            if frame.caller is None or blocks.manages(frame.info):
                yield longer
            else:
                before = memory.mem_before(frame)
                yield from self._loaded(frame.caller, before, base, field, atom, longer)

        if atom in memory.load(self._machine, base, field, frame, mem):
            yield from self._stored(Stored(frame, mem, atom, base, field), way, beyond)
        else:
            yield way

    def _stored(
        self, at: Stored, way: Way, beyond: Callable[[Way], Iterator[Way]]
    ) -> Iterator[Way]:
        """Yield the ways through one frame, backwards from a memory state.

        Args:
            at: what is looked for, and from where.
            way: what is known of the way from there on.
            beyond: what goes on from the frame's beginning.
        """
        frame, mem, atom, base, field = at
        longer = self._on(way, at)
        if longer is None:
            return
        value, passes = memory.look(self._machine, frame, mem, base, field)
        if atom not in value and not passes:
            return
        mem = memory.last_change(self._machine, frame, mem, base, field)
        state = frame.facts.mems[mem]
        if state[0] == "entry":
            made = isinstance(base, Obj) and base.frame is frame
            if not made:
                yield from beyond(longer)
            elif atom in value:
                yield from self._made(base, field, atom, longer)
        elif state[0] == "phi":
            for before, held in state[1]:
                if self._machine.holds(held, frame):
                    turned = Way(Round(frame), longer) if before > mem else longer
                    held_way = holding(turned, frame, held)
                    yield from self._stored(at._replace(mem=before), held_way, beyond)
        elif state[0] == "call":
            yield from self._changed_by_call(at, state, longer, beyond)
        else:
            found, surely = alterations.change(self._machine, frame, state, base, field)
            if found is not None and atom in found:
                plainly = state[0] == "item" or (state[0] == "attr" and state[3] == field)
                yield from self._from(state[4], frame, atom, longer) if plainly else iter([longer])
            if not surely:
                yield from self._stored(at._replace(mem=state[1]), longer, beyond)

    def _changed_by_call(
        self, at: Stored, state: Node, way: Way, beyond: Callable[[Way], Iterator[Way]]
    ) -> Iterator[Way]:
        frame, _, atom, base, field = at
        call = state[2]
        if isinstance(base, Obj) and base.frame is frame and base.node == call:
            yield from self._constructed(at, Way(Held(frame, call, RETURNED), way))
            return

        def before(longer: Way) -> Iterator[Way]:
            return self._stored(at._replace(mem=state[1]), longer, beyond)

        found, surely = alterations.change(self._machine, frame, state, base, field)
        children, whole = alterations.storing(self._machine, frame, call, base, field)
        if children and not sources.mutates(frame, call):
            for child in children:
                yield from self._stored(
                    Stored(child, child.facts.exit_mem, atom, base, field), way, before
                )
            if not whole:
                yield from before(way)
            return
        if found is not None and atom in found:
            yield from self._added(at, call, way)
        if not surely:
            yield from before(way)

    def _added(self, at: Stored, call: int, way: Way) -> Iterator[Way]:
        """A thing that a container's method, or something unknown, put there."""
        frame, _, atom, base, _ = at
        data = frame.facts.nodes[call]
        way = joined(way, along(frame, data[5]))
        func = frame.facts.nodes[plain(frame.facts.nodes, data[1])]
        adds = func[0] == "attr" and func[2] in _ADDING and len(data[2]) == 1 and not data[2][0][1]
        if not adds:
            yield way
        else:
            # The container may be chosen there: ``(runs if is_run(x) else users).append(x)``.
            several = len(self._machine.eval(func[1], frame)) > 1
            chosen = self.of(frame, func[1], base, None) if several else [None]
            for each in chosen:
                longer = way.with_all_of(each) if each is not None else way
                yield from self._from(data[2][0][0], frame, atom, longer)

    def _constructed(self, at: Stored, way: Way) -> Iterator[Way]:
        """A field that a constructor may have set."""
        frame, _, atom, base, field = at
        assert isinstance(base, Obj)

        def made(longer: Way) -> Iterator[Way]:
            return self._made(base, field, atom, longer)

        entered = invoke.dispatch(self._machine, frame, base.node).entered
        for child in entered:
            yield from self._stored(
                Stored(child, child.facts.exit_mem, atom, base, field), way, made
            )
        if not entered:
            yield from made(way)

    def _made(self, base: Atom, field: object, atom: Atom, way: Way) -> Iterator[Way]:
        """A thing that a display, a comprehension or a record was made with."""
        if not isinstance(base, Obj) or base.node < 0:
            yield way
            return
        original = sources.copied(self._machine, base, field)
        if original is not None:
            yield from self._part_of(original, base.frame, field, atom, way)
            return
        found = sources.given(self._machine, base, field)
        found = [(frame, node) for frame, node in found if self._can_be(node, frame, atom)]
        if not found:
            yield way
        data = base.frame.facts.nodes[base.node]
        if data[0] == "many":
            way = holding(way, base.frame, [(test, 1) for test in data[5]])
        for frame, node in found:
            yield from self.of(frame, node, atom, way)

    def _part_of(
        self, original: tuple[int, int], frame: Frame, field: object, atom: Atom, way: Way
    ) -> Iterator[Way]:
        """A thing that a copy has from its original, or a list from what it was made of."""
        node, mem = original
        fitting = False
        for base in self._machine.eval(node, frame):
            inner = generator(base)
            if not sources.holds(self._machine, base, field, atom, frame, mem):
                continue
            fitting = True
            for longer in self.of(frame, node, base, way):
                if inner is not None:
                    yield from self.exits(inner, inner.facts.yields, atom, longer)
                else:
                    known = field != memory.item_field(None)
                    kept = Way(Kept(frame, mem, atom, base, field), longer) if known else longer
                    yield from self._loaded(frame, mem, base, field, atom, kept)
        if not fitting:
            yield way
