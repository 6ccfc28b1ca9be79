"""What rules may ask of an analysis beside its findings."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from netra_lint.flow.broken import CODE, Broken
from netra_lint.flow.query_calls import Calls
from netra_lint.flow.query_sends import Sent, sends_in

if TYPE_CHECKING:
    from netra_lint.flow.hits import Hit
    from netra_lint.flow.known import Known
    from netra_lint.flow.machine import Machine
    from netra_lint.flow.solve import Solver


class Flow:
    """Answers rules that look for their own facts.

    Attributes:
        solver: the analysis, done.
        machine: evaluates values on demand.
        known: the program's modules, classes and functions.
        everything: whether ids matter that are used for something else than routing.
    """

    everything = False

    def __init__(self, solver: Solver) -> None:
        self.solver = solver
        self.machine: Machine = solver.machine
        self.known: Known = solver.known
        self._sends: dict[frozenset[str], list[Sent]] = {}

    @cached_property
    def calls(self) -> Calls:
        """What calls do with the ids that are at hand."""
        return Calls(self.solver)

    @cached_property
    def broken(self) -> Broken:
        """Where ids get lost on the way to sends."""
        return Broken(self.calls)

    def planned(self, hit: Hit) -> Hit:
        """Return a hit with the plan by which ids get to it, and the ids that may not be there."""
        if hit.code != CODE:
            return hit
        return replace(hit, plan=self.broken.plan_of(hit), lacks=self.broken.lacking(hit))

    def sends(self, targets: frozenset[str]) -> list[Sent]:
        """Return the sends that stand in some files.

        Args:
            targets: absolute paths of the files.
        """
        if targets not in self._sends:
            self._sends[targets] = list(sends_in(self.solver, targets))
        return self._sends[targets]
