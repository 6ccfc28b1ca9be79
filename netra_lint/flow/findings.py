"""What reaches a send and must not: gathered, and told apart from what is no send."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow import refused, sinks
from netra_lint.flow.graph import bare
from netra_lint.flow.hits import Hit
from netra_lint.flow.machine import OutOfBudget
from netra_lint.flow.program import FunctionInfo
from netra_lint.flow.values import Obj, Trace
from netra_lint.vocabulary import RUN

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from netra_lint.flow.answers import Answers
    from netra_lint.flow.frames import Arg, Frame
    from netra_lint.flow.graph import Facts
    from netra_lint.flow.machine import Machine
    from netra_lint.vocabulary import RoutingMethod

    Key = tuple[str, str, int, int]
    """A rule and a place."""
    Spot = tuple[object, int]
    """A send, by its function and call."""

_HEIRS = 20


class Findings:
    """The findings of one analysis: the shortest flow for each place.

    Attributes:
        hits: by rule, place and root, with the root's frame and whether it was derived.
        sure: places at which something is surely sent.
        doubts: at other places, the sends whose receivers only callers know.
        told: the sends that were looked at with the object whose method they stand in.
        asked: for a function at the root and a send, the roots of the callers that it was looked
            at again from; None among them where that was not possible.
        joined: the sends to a wrong id that some function stores, with that function: only
            where its object is known can be told whether it has that id sent as well.
    """

    def __init__(self, machine: Machine, answers: Answers) -> None:
        self.machine = machine
        self.known = machine.known
        self.answers = answers
        self.hits: dict[tuple[str, str, int, int, object], tuple[Hit, Frame, bool, Spot]] = {}
        self.told: set[Spot] = set()
        self.asked: dict[tuple[object, Spot], set[object]] = {}
        self.joined: set[tuple[Spot, object]] = set()
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

    def is_joined(self, frame: Frame, call: int) -> bool:
        """Whether the function at the root stores a wrong id that the send may be given."""
        return ((frame.info, call), frame.root().info) in self.joined

    def found(self, others: Mapping[tuple[str, int, int], Hit]) -> list[Hit]:
        """Return the findings, each place once.

        Args:
            others: findings that count where no other one tells of the same call.
        """
        best: dict[Key, tuple[Hit, bool]] = {}
        refuted = self._refuted()
        for (code, path, row, column, info), (hit, root, derived, spot) in self.hits.items():
            key = (code, path, row, column)
            if derived and ((key, info) in refuted or self._is_told(root, spot)):
                continue
            if self._is_no_send(key):
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

    def _refuted(self) -> set[tuple[Key, object]]:
        """Return what was put together at a root, and comes from none of its callers."""
        left = {(key[:4], key[4]): hit for key, hit in self.hits.items()}
        gone: set[tuple[Key, object]] = set()
        while True:
            more = {
                (key, info)
                for (key, info), (_, _, derived, spot) in left.items()
                if derived and self._comes_from_none(key, info, spot, left)
            }
            if not more:
                return gone
            gone |= more
            left = {each: hit for each, hit in left.items() if each not in more}

    def _comes_from_none(
        self, key: Key, info: object, spot: Spot, left: Container[tuple[Key, object]]
    ) -> bool:
        callers = self.asked.get((info, spot), set()) - {info}
        if not callers or self._is_handed_out(info):
            return False
        return not any(each is None or (key, each) in left for each in callers)

    def _is_handed_out(self, info: object) -> bool:
        """Whether a method is taken off its object without being called: anybody may call it."""
        cls = info.cls if isinstance(info, FunctionInfo) else None
        methods = (
            [m for heir in list(cls.family())[:_HEIRS] for m in heir.methods.values()]
            if cls
            else []
        )
        return any(_takes_off(self.known.facts(m), info.name) for m in methods)  # type: ignore[attr-defined]

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
            return again is None or any(True for _ in refused.sends(self.machine, again, call))
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


def _takes_off(facts: Facts, name: str) -> bool:
    nodes = facts.nodes
    called = {bare(nodes, nodes[call][1]) for call in facts.calls}
    return any(
        data[0] == "attr" and data[2] == name and node not in called
        for node, data in enumerate(nodes)
    )
