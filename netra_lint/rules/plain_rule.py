"""What the rules share that look for their own sends: their hits, and how they are shown.

Nothing here imports LibCST, since these rules are loaded for every analysis.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from netra_lint.diagnostics import Location, Severity, Step
from netra_lint.flow.hits import Hit, Span
from netra_lint.flow.query_sends import span_of
from netra_lint.rules.base import Finding, Rule, Snippet

if TYPE_CHECKING:
    import ast

    from netra_lint.flow.graph import Place
    from netra_lint.flow.query import Flow
    from netra_lint.flow.query_sends import Sent
    from netra_lint.project.sources import Problem


class PlainRule(Rule):
    """A rule whose findings say all that there is to say when they are found."""

    severity = Severity.WARNING

    @abstractmethod
    def message(self, hit: Hit) -> str:
        """Return the sentence for one hit.

        Args:
            hit: what was found.
        """

    def judge(self, fact: Hit | Problem, snippet: Snippet) -> Finding:
        """Say what was found, at the part of the call that it is about."""
        assert isinstance(fact, Hit)
        where = marked(fact)
        return Finding(
            message=self.message(fact),
            location=Location(where.row, where.column + 1),
            end_location=Location(where.end_row, where.end_column + 1),
            row=fact.call.row,
            flow=fact.steps,
        )

    def hit(
        self,
        flow: Flow,
        sent: Sent,
        about: ast.AST,
        origin: str = "",
        steps: tuple[Step, ...] = (),
    ) -> Hit:
        """Return the fact that a rule found about a send.

        Args:
            flow: the analysis.
            sent: the send.
            about: the part of its call to mark.
            origin: what the finding says of it.
            steps: how it comes to that.
        """
        path, known = sent.path, flow.known
        place = span_of(about)
        return Hit(
            self.code, path, known.span(path, span_of(sent.node)), known.span(path, place),
            sent.method.name, sent.method.kind, sent.method.kind, "",
            known.text(path, place)[:80], origin, steps,
        )  # fmt: skip


def step(flow: Flow, path: str, place: Place, note: str) -> Step:
    """Return one step of a flow."""
    span = flow.known.span(path, place)
    return Step(path, span.row, span.column + 1, note)


def marked(hit: Hit) -> Span:
    """Return the argument's range; from the call's start where it stands on a later row.

    A finding is looked for, and silenced, on the row of its call.
    """
    call, where = hit.call, hit.argument
    if where.row == call.row:
        return where
    return Span(call.row, call.column, where.end_row, where.end_column)
