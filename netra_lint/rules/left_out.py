"""What the rules about ids that a call leaves out share: their hits, words and repair."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from netra_lint.diagnostics import Location, Step
from netra_lint.fixes.keywords import add_arguments
from netra_lint.flow.graph import Place
from netra_lint.flow.hits import Hit
from netra_lint.rules.base import Finding, Rule, Snippet

if TYPE_CHECKING:
    import ast

    from netra_lint.fixes.project import Project
    from netra_lint.fixes.proposal import Proposal
    from netra_lint.flow.gaps import Gap
    from netra_lint.flow.query import Flow
    from netra_lint.project.sources import Problem


def place(node: ast.AST) -> Place:
    """Return where a node stands."""
    row, column = getattr(node, "lineno", 1), getattr(node, "col_offset", 0)
    end_row = getattr(node, "end_lineno", None) or row
    return Place(row, column, end_row, getattr(node, "end_col_offset", None) or column)


def hit(flow: Flow, code: str, gap: Gap) -> Hit:
    """Return the hit for a call that leaves ids out.

    Args:
        flow: the analysis.
        code: the rule.
        gap: the call.
    """
    known, path = flow.known, gap.seen.info.path
    call = place(gap.seen.call)
    kinds = list(dict.fromkeys(each.held.kind for each in gap.missing))
    first = gap.missing[0]
    given = tuple((each.parameter, each.held.text) for each in gap.missing if gap.fixable)
    return Hit(
        code, path, known.span(path, call), known.span(path, place(gap.seen.call.func)),
        gap.callee.name, " and ".join(kinds), "", ", ".join(m.parameter for m in gap.missing),
        " and ".join(f"`{each.held.text}`" for each in gap.missing), first.why,
        tuple(_steps(flow, gap)), given,
        _doubt(gap),
    )  # fmt: skip


UNDECLARED = "nothing declares that the object has the id"
UNSET = "the id may be None there"


def _doubt(gap: Gap) -> str:
    """Return why a repair may not be wanted, or ``""``."""
    unsure = [each.held for each in gap.missing if not each.held.sure]
    if unsure:
        return UNDECLARED if any(held.holder for held in unsure) else UNSET
    return gap.doubt


def _steps(flow: Flow, gap: Gap) -> list[Step]:
    steps = []
    path = gap.seen.info.path
    for each in gap.missing:
        held = each.held
        at = flow.known.span(path, Place(held.row, held.column, held.row, held.column))
        steps.append(Step(path, at.row, at.column + 1, f"{held.origin} is a {held.kind} id"))
    span = flow.known.span(path, place(gap.seen.call))
    names = " and ".join(f"`{each.parameter}`" for each in gap.missing)
    steps.append(Step(path, span.row, span.column + 1, f"{names} left out of the call"))
    for each in gap.missing:
        taker = gap.callee.taker(each.parameter)
        where = place(taker.place(each.parameter))
        at = flow.known.span(taker.path, where)
        note = f"parameter `{each.parameter}` of `{taker.name}`: {each.why}"
        steps.append(Step(taker.path, at.row, at.column + 1, note))
    return steps


class CallOnly(Rule):
    """A rule whose findings stand on what a call calls."""

    @abstractmethod
    def message(self, found: Hit, callee: str) -> str:
        """Return the sentence for one hit.

        Args:
            found: the hit.
            callee: what is called, as it is written.
        """

    def judge(self, fact: Hit | Problem, snippet: Snippet) -> Finding:
        """Say what the call leaves out."""
        assert isinstance(fact, Hit)
        where = fact.argument
        callee = " ".join(snippet.argument.split()) or fact.method
        return Finding(
            message=self.message(fact, callee),
            location=Location(where.row, where.column + 1),
            end_location=Location(where.end_row, where.end_column + 1),
            row=fact.call.row,
            flow=fact.steps,
        )

    def repair(self, fact: Hit | Problem, project: Project) -> Proposal:
        """Pass what is left out, by keyword, in the callee's order."""
        assert isinstance(fact, Hit)
        return add_arguments(fact, project)
