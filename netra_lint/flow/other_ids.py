"""Run ids that are passed as another id, where no send is reached (NTR103)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow import binding, invoke, passing, sinks
from netra_lint.flow.hits import Hit
from netra_lint.flow.machine import OutOfBudget
from netra_lint.flow.program import FunctionInfo
from netra_lint.flow.values import Ident, Trace
from netra_lint.vocabulary import RUN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from netra_lint.flow.candidates import Candidates
    from netra_lint.flow.frames import Frame
    from netra_lint.flow.machine import Machine
    from netra_lint.project.modules import ModuleInfo

    Root = FunctionInfo | ModuleInfo


class OtherIds:
    """Finds run ids that are given to parameters declared as other ids.

    Attributes:
        hits: the findings, by the file, row and column of their calls.
    """

    def __init__(self, machine: Machine, candidates: Candidates) -> None:
        self.machine = machine
        self.known = machine.known
        self.candidates = candidates
        self.hits: dict[tuple[str, int, int], Hit] = {}

    def look(self, roots: Iterable[Root], ask_in: Callable[[Frame], None]) -> None:
        """Look at the calls in some functions.

        Args:
            roots: the functions, and modules.
            ask_in: begins a question that one of them raises.
        """
        for root in roots:
            frame = self.known.open(root)
            for call in frame.facts.calls:
                if self.candidates.passes_run_ids(frame, call):
                    ask_in(frame)
                    try:
                        self._check(frame, call)
                    except OutOfBudget:
                        continue

    def _check(self, frame: Frame, call: int) -> None:
        data = frame.facts.nodes[call]
        if not self.machine.reached(data[5], frame):
            return
        for child in invoke.dispatch(self.machine, frame, call).entered:
            info = child.info
            if not isinstance(info, FunctionInfo) or child.args is None or not _fits(child):
                continue
            for name in child.facts.params:
                wanted = self.known.param_kind(info, name)
                if wanted in ("", RUN):
                    continue
                trace = passing.parameter(self.machine, child, name).get(Ident(RUN))
                if trace is not None and trace.event == "pass":
                    self._note(frame, call, info, name, wanted, trace)

    def _note(
        self, frame: Frame, call: int, info: FunctionInfo, name: str, wanted: str, trace: Trace
    ) -> None:
        path, data = frame.path, frame.facts.nodes[call]
        events = trace.chain()
        if any(e.event == "pass" and e.word not in ("", RUN) for e in events[:-1]):
            return
        span, where = self.known.span(path, data[6]), self.known.span(path, trace.place)
        steps = [self.known.step(e.path, e.place, e.note) for e in events]
        hit = Hit(
            "NTR103", path, span, where, sinks.called_name(frame, call) or info.name, RUN, wanted,
            name, self.known.text(path, trace.place)[:80], events[0].word,
            tuple(dict.fromkeys(steps)),
        )  # fmt: skip
        self.hits.setdefault((path, span.row, span.column), hit)


def _fits(child: Frame) -> bool:
    """Whether a function is given all that it must have: else another one is meant."""
    info, args = child.info, child.args
    if not isinstance(info, FunctionInfo) or args is None:
        return True
    return not binding.lacks(info, args, info.is_bound)
