"""The place of a finding in its file's syntax tree."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from netra_lint.fixes.arguments import Scope
from netra_lint.fixes.bindings import FUNCTIONS
from netra_lint.fixes.proposal import NoFixError, Proposal
from netra_lint.fixes.source import SourceError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from netra_lint.fixes.bindings import Function
    from netra_lint.fixes.project import Project
    from netra_lint.fixes.source import SourceFile
    from netra_lint.flow.hits import Hit, Span

NO_CALL = "the id is not passed as a plain argument of a call"


@dataclass(frozen=True)
class Site:
    """A call that hands over an id.

    Attributes:
        project: what is known around it.
        source: its file.
        call: the call.
        argument: the argument that holds the id.
        lacks: ids that may not be there, as they would be read: ``context.thread_id``.
    """

    project: Project
    source: SourceFile
    call: ast.Call
    argument: ast.expr
    lacks: tuple[str, ...] = ()

    @cached_property
    def statement(self) -> ast.stmt:
        """The innermost statement around the call."""
        return next(node for node in self.above if isinstance(node, ast.stmt))

    @cached_property
    def above(self) -> tuple[ast.AST, ...]:
        """The nodes around the call, from the inside out."""
        return tuple(ancestors(self.source, self.call))

    @cached_property
    def functions(self) -> tuple[Function, ...]:
        """The functions and lambdas around the call, from the inside out."""
        return tuple(node for node in self.above if isinstance(node, FUNCTIONS))

    @cached_property
    def scope(self) -> Scope:
        """Where the call stands."""
        function = self.functions[0] if self.functions else None
        return Scope(self.source, function, self.project.words)

    @cached_property
    def cls(self) -> ast.ClassDef | None:
        """The class of the innermost method around the call."""
        for function in self.functions:
            parent = self.source.parents.get(function)
            if isinstance(parent, ast.ClassDef):
                return parent
        return None

    @cached_property
    def self_name(self) -> str:
        """What the method around the call names its instance, or ``""``."""
        for function in self.functions:
            if isinstance(self.source.parents.get(function), ast.ClassDef):
                first = [*function.args.posonlyargs, *function.args.args]
                return first[0].arg if first and not _is_static(function) else ""
        return ""

    def parent(self, node: ast.AST) -> ast.AST:
        """Return the parent of a node of this file."""
        return self.source.parents[node]


def _is_static(function: ast.AST) -> bool:
    names = [getattr(node, "id", "") for node in getattr(function, "decorator_list", ())]
    return "staticmethod" in names or "classmethod" in names


def at_site(hit: Hit, project: Project, decide: Callable[[Site], Proposal]) -> Proposal:
    """Propose a repair of the call that a hit stands on.

    Args:
        hit: the id and the call that it is handed to.
        project: the project around it.
        decide: proposes a fix for the site, or raises the reason why there is none.

    Returns:
        The fix, or the reason why there is none.
    """
    try:
        return decide(located(project, hit))
    except (NoFixError, SourceError) as reason:
        return Proposal(None, str(reason))


def located(project: Project, hit: Hit) -> Site:
    """Find the call that a hit stands on.

    Args:
        project: the hit's project.
        hit: the hit.

    Raises:
        NoFixError: for a hit on what is no call with that argument.
        SourceError: when the file cannot be read or parsed.
    """
    source = project.file(hit.path)
    wanted, inside = _range(source, hit.call), _range(source, hit.argument)
    for node in source.nodes:
        if isinstance(node, ast.Call) and source.range(node) == wanted:
            for argument in plain_arguments(node):
                if source.range(argument) == inside:
                    return Site(project, source, node, argument, hit.lacks)
    raise NoFixError(NO_CALL)


def plain_arguments(call: ast.Call) -> list[ast.expr]:
    """Return what a call is given by position or keyword, and not spread into it by ``**``."""
    return [*call.args, *(word.value for word in call.keywords if word.arg is not None)]


def call_at(project: Project, hit: Hit) -> Site | None:
    """Find the call of a hit that is about the call itself, not about an argument.

    Args:
        project: the hit's project.
        hit: the hit.

    Returns:
        The site, whose argument is the called function; None where no call stands there.

    Raises:
        SourceError: when the file cannot be read or parsed.
    """
    source = project.file(hit.path)
    wanted = _range(source, hit.call)
    for node in source.nodes:
        if isinstance(node, ast.Call) and source.range(node) == wanted:
            return Site(project, source, node, node.func)
    return None


def _range(source: SourceFile, span: Span) -> tuple[int, int]:
    start = source.offset(span.row, span.column)
    return start, source.offset(span.end_row, span.end_column)


def ancestors(source: SourceFile, node: ast.AST) -> Iterator[ast.AST]:
    """Yield the nodes around a node, from the inside out."""
    while node in source.parents:
        node = source.parents[node]
        yield node
