"""Functions that call what they, or their objects, are given: their callers tell what is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow import invoke, own_calls, sinks
from netra_lint.flow.program import FunctionInfo
from netra_lint.flow.values import Hole, Method, Obj
from netra_lint.project.outline import Body

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netra_lint.flow.candidates import Candidates
    from netra_lint.flow.carried import Carried
    from netra_lint.flow.frames import Dispatch, Frame
    from netra_lint.flow.machine import Machine
    from netra_lint.flow.values import Atom

Found = tuple[FunctionInfo, int]
"""A function, and how many functions stand between it and a send."""
_FAR = 5
"""How many functions may stand between a send and whoever made the object that it goes through."""


class Invokers:
    """Tells which functions are worth a look from their callers.

    Args:
        machine: what evaluates.
        candidates: the names that are asked for.

    Attributes:
        found: the functions that were told so far.
        levels: for the names of functions, how many of them stand between that and a send.
    """

    def __init__(self, machine: Machine, candidates: Candidates) -> None:
        self._machine = machine
        self._candidates = candidates
        self._names = candidates.names
        self._giving: set[str] = set()
        self.found: set[object] = set()
        self.levels: dict[str, int] = {}

    def by_call(self, frame: Frame, call: int) -> Iterator[Found]:
        """Yield the function around a call that makes it one, if it is none yet.

        Raises:
            OutOfBudget: it takes too long to tell.
        """
        info = frame.info
        if not isinstance(info, FunctionInfo) or info in self.found:
            return
        level = self.levels.get(sinks.called_name(frame, call), 0) + 1
        if level > _FAR:
            return
        found = invoke.dispatch(self._machine, frame, call)
        passed_in = self._calls_given(found, frame, call)
        if (passed_in and self._candidates.may_give(frame, call)) or (
            not found.entered and self._gives_functions(frame, call, found)
        ):
            if info.cls is not None and info.params:
                self._note_giving(info, frame)
            yield info, level

    def by_name(self, frame: Frame, call: int, carried: Carried) -> Iterator[Found]:
        """Yield the functions that look up the method of a name that they are given, and call it.

        So dispatchers do: ``self._each("on_start", run_id)``.

        Args:
            frame: the frame of the call.
            call: a call that gives such a name.
            carried: what knows the words in functions.
        """
        level = self.levels.get(self._candidates.name_given(frame, call), 0) + 1
        for callee in self._machine.shapes.callees(frame.info, call) or ():
            if level <= _FAR and calls_by_name(callee, carried):
                for info in (callee, frame.info):
                    if isinstance(info, FunctionInfo) and info not in self.found:
                        yield info, level

    # -- why one is -----------------------------------------------------------------------

    def _calls_given(self, found: Dispatch, frame: Frame, call: int) -> bool:
        """Whether a call enters something that only callers, or makers of objects, can tell."""
        info, hot = frame.info, self._candidates.is_given_hot(frame, call)
        assert isinstance(info, FunctionInfo)
        return (
            self._only_declares(found)
            or any(
                (self._is_passed_in(atom, info) or (hot and isinstance(atom, Hole)))
                and sinks.may_send(self._machine, atom, args)
                for atom, args, _ in found.others
            )
            or any(self._rests_on_makers(child, frame, call) for child in found.entered)
        )

    def _only_declares(self, found: Dispatch) -> bool:
        """Whether a call enters what only whoever made an object can tell.

        So do an element of a container that others fill, and a protocol's method.
        """
        if not (found.entered or found.others or found.values or found.callbacks):
            return True
        return any(
            isinstance(child.this, Hole)
            and isinstance(child.info, FunctionInfo)
            and child.info.is_abstract
            and child.info.name in self._names
            for child in found.entered
        )

    def _is_passed_in(self, atom: Atom, info: FunctionInfo) -> bool:
        """Whether what is called, or whose method it is, comes from whoever made an object."""
        if isinstance(atom, Method) and atom.name in self._names:
            return isinstance(atom.receiver, Hole)
        return isinstance(atom, Hole) and (atom.owner is not info or bool(atom.steps))

    def _rests_on_makers(self, child: Frame, frame: Frame, call: int) -> bool:
        """Whether what a call enters calls something that whoever made its object gave it."""
        if child.info not in self.found:
            return False
        if is_made_elsewhere(child.this, frame):
            return self._gives_own(child, frame)
        return isinstance(child.this, Hole) and (
            self._candidates.passes_run_ids(frame, call)
            or self._candidates.names_wanted(frame, call)
            or self._candidates.packs_run_ids(frame, call)
            or self._gives_own(child, frame)
        )

    def _gives_own(self, child: Frame, frame: Frame) -> bool:
        """Whether a method of one's own is entered that calls what the object keeps, with itself.

        Or with something else that it keeps: ``self._send(self._target, message)``.
        """
        this, info = child.this, child.info
        own = isinstance(this, Hole) and this.owner is frame.info and not this.steps
        if not own and not is_made_elsewhere(this, frame):
            return False
        assert isinstance(info, FunctionInfo)
        return own_calls.gives_own(info, child.facts, self._names, self._giving)

    def _note_giving(self, info: FunctionInfo, frame: Frame) -> None:
        if own_calls.gives_own(info, frame.facts, self._names, self._giving):
            self._giving.add(info.name)

    def _gives_functions(self, frame: Frame, call: int, found: Dispatch) -> bool:
        """Whether a method of something passed in is given functions that lead to a send."""
        unknown = [a for a, _, _ in found.others if isinstance(a, Method)]
        if not any(isinstance(a.receiver, Hole) for a in unknown):
            return False
        return self._candidates.is_given_hot(frame, call)


def calls_by_name(info: FunctionInfo, carried: Carried) -> bool:
    """Whether a method may choose another one by its name."""
    body = info.node.body
    if isinstance(body, Body):
        return body.may_hold(b"getattr")
    return "getattr" in carried.words_of(info)


def is_made_elsewhere(this: Atom | None, frame: Frame) -> bool:
    """Whether an object was made by another function, of which no call is known."""
    return isinstance(this, Obj) and this.frame.root() is not frame.root()
