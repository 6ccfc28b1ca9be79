"""What reaches a send and must not: gathered, and told apart from what is no send."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow import sinks
from netra_lint.flow.hits import Hit
from netra_lint.flow.machine import OutOfBudget
from netra_lint.flow.program import FunctionInfo
from netra_lint.flow.values import Obj, Trace
from netra_lint.vocabulary import RUN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from netra_lint.flow.answers import Answers
    from netra_lint.flow.frames import Arg, Frame
    from netra_lint.flow.machine import Machine
    from netra_lint.vocabulary import RoutingMethod

    Spot = tuple[object, int]
    """A send, by its function and call."""


class Findings:
    """The findings of one analysis: the shortest flow for each place.

    Attributes:
        hits: by rule, place and root, with the root's frame and whether it was derived.
        sure: places at which something is surely sent.
        doubts: at other places, the sends whose receivers only callers know.
        told: the sends that were looked at with the object whose method they stand in.
    """

    def __init__(self, machine: Machine, answers: Answers) -> None:
        self.machine = machine
        self.known = machine.known
        self.answers = answers
        self.hits: dict[tuple[str, str, int, int, object], tuple[Hit, Frame, bool, Spot]] = {}
        self.told: set[Spot] = set()
        self.sure: set[object] = set()
        self.doubts: dict[object, dict[tuple[Frame, int], None]] = {}

    def report(
        self,
        method: RoutingMethod,
        frame: Frame,
        call: int,
        arg: Arg,
        kind: str,
        trace: Trace,
        derived: bool = False,
    ) -> bool:
        """Note that an id of a wrong kind reaches a send.

        Args:
            method: the send's method.
            frame: where the send stands.
            call: the send.
            arg: the argument that says to whom.
            kind: the id's kind.
            trace: how it gets there.
            derived: whether it was put together from parts of the way.

        Returns:
            Whether the objects that it goes through may tell more.
        """
        events = trace.chain()
        derived = derived or any(event.event == "table" for event in events)
        site = sinks.site(self.machine, frame, call, arg, trace, kind)
        code = "NTR101" if kind == RUN else "NTR102"
        steps = [self.known.step(event.path, event.place, event.note) for event in events]
        note = f"sent to as the recipient of `{method.name}`"
        steps.append(self.known.step(frame.path, arg.place, note))
        path = site.frame.path
        hit = Hit(
            code,
            path,
            self.known.span(path, site.call),
            self.known.span(path, site.argument),
            site.name or method.name,
            kind,
            method.kind,
            "",
            self.known.text(path, site.argument)[:80],
            events[0].word,
            tuple(dict.fromkeys(steps)),
        )
        place = (code, path, hit.call.row, hit.call.column)
        key = (*place, frame.root().info)
        doubtful = frame.caller is None and sinks.is_open(self.machine, frame, call)
        if derived or not doubtful:
            self.sure.add(place)
        else:
            self.doubts.setdefault(place, {})[frame, call] = None
        old = self.hits.get(key)
        if old is None or (derived, len(hit.steps)) < (old[2], len(old[0].steps)):
            self.hits[key] = (hit, frame.root(), derived, (frame.info, call))
        return derived or doubtful

    def found(self, others: Mapping[tuple[str, int, int], Hit]) -> list[Hit]:
        """Return the findings, each place once.

        Args:
            others: findings that count where no other one tells of the same call.
        """
        best: dict[tuple[str, str, int, int], tuple[Hit, bool]] = {}
        for (code, path, row, column, _), (hit, root, derived, spot) in self.hits.items():
            key = (code, path, row, column)
            if (derived and self._is_told(root, spot)) or self._is_no_send(key):
                continue
            old = best.get(key)
            if old is None or (derived, len(hit.steps)) < (old[1], len(old[0].steps)):
                best[key] = (hit, derived)
        found = [hit for hit, _ in best.values()]
        told = {(step.filename, step.row) for hit in found for step in hit.steps}
        calls = {(hit.path, hit.call.row, hit.call.column) for hit in found}
        for place, hit in others.items():
            last = hit.steps[-1]
            if place not in calls and (last.filename, last.row) not in told:
                found.append(hit)
        return found

    def _is_no_send(self, key: tuple[str, str, int, int]) -> bool:
        """Whether all known callers give something as the receiver that is no manager."""
        asked = self.doubts.get(key, {})
        if key in self.sure or not asked:
            return False
        answers = [
            self._sends(frame, call, child)
            for frame, call in asked
            for child in self.answers.sites.get(frame.info, ())  # type: ignore[arg-type]
        ]
        return bool(answers) and not any(answers)

    def _sends(self, frame: Frame, call: int, child: Frame) -> bool:
        self.machine.ask()
        try:
            again = self.answers.retrace(frame, child)
            return again is None or any(True for _ in sinks.sends(self.machine, again, call))
        except OutOfBudget:
            return True

    def _is_told(self, root: Frame, spot: Spot) -> bool:
        """Whether what was put together is known better: a send was looked at with its object."""
        return spot in self.told or self._made(root)

    def _made(self, root: Frame) -> bool:
        """Whether some call enters a method with an object that is known there."""
        sites = self.answers.sites.get(root.info, ()) if isinstance(root.info, FunctionInfo) else ()
        nested = isinstance(root.info, FunctionInfo) and root.info.outer is not None
        return any(nested or isinstance(child.this, Obj) for child in sites)
