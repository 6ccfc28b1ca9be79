"""Functions looked at again, as they are where something holds that others say."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from netra_lint.flow import memory, trials
from netra_lint.flow.frames import Arg, Args, Frame
from netra_lint.flow.graph import bare
from netra_lint.flow.program import FunctionInfo
from netra_lint.flow.values import Fn, Hole, Method, Obj, Supposed, Value, constant

if TYPE_CHECKING:
    from netra_lint.flow.machine import Machine
    from netra_lint.flow.values import Atom


Source = tuple[object, tuple[Frame, ...]]
"""What says something, and the frames with a loop that has gone round since."""


class Version(NamedTuple):
    """Where a field was set last: the memory state, by the calls that lead there, and its frame."""

    state: tuple[object, ...]
    frame: Frame


class Claim(NamedTuple):
    """One thing that a condition says: what a value is, or a field of an object.

    Attributes:
        source: the condition, or whatever else says so, in its round.
        key: the value, by frame and subject; or the field, by object and name.
        value: what it is.
        version: where the field was set last when this was so.
    """

    source: Source
    key: tuple[object, object]
    value: Value
    version: Version | None = None

    @property
    def is_exact(self) -> bool:
        """Whether it says which thing it is, not only which ones are left."""
        single = len(self.value) == 1 or constant(self.value) is not None
        return single and not any(isinstance(a, Supposed) for a in self.value)

    def holds_for(self, other: Source) -> bool:
        """Whether it says something of the same rounds of loops as a condition does."""
        if self.source == other:
            return False
        rounds, others = self.source[1], other[1]
        frames = [self.key[0], self.version.frame if self.version is not None else None]
        return all(rounds.count(f) == others.count(f) for f in frames if isinstance(f, Frame))


class NoTwin(Exception):  # noqa: N818 - it is no error
    """A frame that cannot be looked at again."""


class World:
    """Frames in which some claims hold."""

    def __init__(self, machine: Machine, claims: list[Claim]) -> None:
        self._machine = machine
        self._twins: dict[Frame, Frame] = {}
        self._originals: dict[Frame, Frame] = {}
        self._values: dict[Frame, list[Claim]] = {}
        self._fields: dict[object, list[Claim]] = {}
        for claim in claims:
            if isinstance(claim.key[0], Frame):
                self._values.setdefault(claim.key[0], []).append(claim)
            else:
                self._fields.setdefault(claim.key, []).append(claim)

    def field(self, base: Atom, field: object, frame: Frame, mem: int) -> Value | None:
        """Return what a field of an object is supposed to hold, if anything is."""
        claims = self._fields.get((identity(base), field))
        if not claims:
            return None
        at = version(self._machine, frame, mem, field).state
        fitting = (c.value for c in claims if c.version is not None and c.version.state == at)
        value = next(fitting, None)
        return self._here(value) if value is not None else None

    def _here(self, value: Value) -> Value | None:
        """Return a value with its objects as the twins know them."""
        try:
            return {self._same(atom): trace for atom, trace in value.items()}
        except NoTwin:
            return None

    def original(self, frame: Frame) -> Frame | None:
        """Return the frame that a twin is like.

        What is claimed of a value in a loop is so in one round; what is left by the
        rounds before is what it can be without that.
        """
        return self._originals.get(frame)

    def originally(self, atom: Atom) -> Atom | None:
        """Return an object as the frames know it that are no twins; None for one made here."""
        if not isinstance(atom, Obj) or atom.frame.trial is None:
            return atom
        frame = self._originals.get(atom.frame)
        return atom._replace(frame=frame) if frame is not None else None

    def twin(self, frame: Frame) -> Frame:
        """Return a frame that is like another one but for what is supposed here.

        Raises:
            NoTwin: the frame was not entered by a call, or stands for one round of a loop.
        """
        found = self._twins.get(frame)
        if found is not None:
            return found
        if frame.trial is not None or "fixed" in frame.children:
            raise NoTwin
        caller = self.twin(frame.caller) if frame.caller is not None else None
        closure = self._closure(frame.closure)
        this = self._same(frame.this) if frame.this is not None else None
        twin = Frame(
            frame.info, frame.facts, self._args(frame.args), caller, frame.call, this,
            closure, frame.captured,
        )  # fmt: skip
        twin.before, twin.trial = frame.before, {"world": self}
        self._twins[frame], self._originals[twin] = twin, frame
        if caller is not None and frame.caller is not None:
            self._enter(frame, frame.caller, caller, twin)
        for claim in self._values.get(frame, ()):
            for node in trials.nodes_about(self._machine, frame, claim.key[1]):
                known = claim.version is None or self._is_as_then(claim, frame, node)
                value = self._here(claim.value) if known else None
                if value is not None:
                    twin.memo.setdefault(node, value)
        return twin

    def _is_as_then(self, claim: Claim, frame: Frame, node: int) -> bool:
        """Whether a field is read in the state that is claimed to be known."""
        data = frame.facts.nodes[bare(frame.facts.nodes, node)]
        if data[0] not in ("attr", "item"):
            return False
        field = data[2] if data[0] == "attr" else memory.item_field(None)
        return claim.version is not None and (
            version(self._machine, frame, data[3], field).state == claim.version.state
        )

    def _enter(self, frame: Frame, caller: Frame, other: Frame, twin: Frame) -> None:
        """Let the twin's caller find it where it enters the function."""
        key = next((key for key, child in caller.children.items() if child is frame), None)
        if isinstance(key, tuple) and len(key) > 1 and isinstance(key[1], Fn):
            fn = key[1]._replace(this=twin.this, closure=self._closure(key[1].closure))
            other.children[(key[0], fn, *key[2:])] = twin

    def _closure(self, closure: Frame | None) -> Frame | None:
        """Return the function around another one as it is here; a module has no other one."""
        is_function = closure is not None and isinstance(closure.info, FunctionInfo)
        return self.twin(closure) if is_function else closure  # type: ignore[arg-type]

    def _same(self, atom: Atom) -> Atom:
        if isinstance(atom, Method) and is_one(atom):
            return atom._replace(receiver=self._same(atom.receiver))
        return atom._replace(frame=self.twin(atom.frame)) if isinstance(atom, Obj) else atom

    def _args(self, args: Args | None) -> Args | None:
        if args is None:
            return None
        return Args(
            [self._arg(arg) for arg in args.pos],
            {name: self._arg(arg) for name, arg in args.kw.items()},
            self._arg(args.star) if args.star is not None else None,
            self._arg(args.extra) if args.extra is not None else None,
        )

    def _arg(self, arg: Arg) -> Arg:
        if arg.is_part:
            return arg
        return Arg(self.twin(arg.frame), arg.node, arg.place)


def is_one(atom: Atom) -> bool:
    """Whether a thing is an object, or all fields of one as a dictionary."""
    if isinstance(atom, Method):
        return atom.name == "__dict__" and isinstance(atom.receiver, Obj)
    return isinstance(atom, Obj)


def identity(atom: Atom) -> object:
    """Return what tells an object, in whatever world it is made, from all others."""
    if isinstance(atom, Obj):
        return (*_calls(atom.frame), atom.node, atom.shape)
    if isinstance(atom, Hole):
        return atom.owner, atom.name, atom.steps
    return atom


def is_one_of_many(atom: Obj) -> bool:
    """Whether the place that makes an object makes several: it stands in a loop."""
    frame: Frame | None = atom.frame
    node = atom.node
    while frame is not None:
        if node >= 0 and _is_in_loop(frame, node):
            return True
        node, frame = frame.call, frame.caller
    return False


def _is_in_loop(frame: Frame, node: int) -> bool:
    facts = frame.facts
    at = facts.states().get(node, -1)
    for head, state in enumerate(facts.mems):
        if state[0] == "phi" and any(head < at <= back for back, _ in state[1]):
            return True
    return any(
        data[0] in ("many", "manydict") and 0 <= data[4] < node < many
        for many, data in enumerate(facts.nodes)
    )


def _calls(frame: Frame) -> tuple[object, ...]:
    found: list[object] = []
    at: Frame | None = frame
    while at is not None:
        found += (at.info, at.call)
        at = at.caller
    return tuple(found)


def version(machine: Machine, frame: Frame, mem: int, field: object) -> Version:
    """Return where a field was set last before a memory state, in this frame or a caller."""
    while True:
        at = memory.last_change(machine, frame, mem, None, field)
        if frame.facts.mems[at][0] != "entry" or frame.caller is None:
            return Version((*_calls(frame), at), frame)
        mem, frame = memory.mem_before(frame), frame.caller
