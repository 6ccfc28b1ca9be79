"""What the rules about calls share: a visitor that reads the call that a hit stands on.

Only the call itself is parsed. LibCST reads whole files, with positions, at
some 8,000 lines a second; a call takes no time worth mentioning.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

import libcst as cst

from netra_lint.diagnostics import Location
from netra_lint.flow.hits import Hit
from netra_lint.rules.base import Finding, Rule, Snippet
from netra_lint.rules.plain_rule import marked

if TYPE_CHECKING:
    from netra_lint.project.sources import Problem


class CallVisitor(cst.CSTVisitor):
    """Finds the call's function and the keyword under which the argument is passed.

    Attributes:
        callee: the called function as it is written; empty before a visit.
        keyword: the argument's keyword, empty when it is positional.
    """

    def __init__(self, argument: str) -> None:
        super().__init__()
        self.callee = ""
        self.keyword = ""
        self._argument = argument
        self._module = cst.Module([])

    def visit_Call(self, node: cst.Call) -> bool:
        """Read the outermost call; those inside it are none of its business."""
        if not self.callee:
            self.callee = " ".join(self._module.code_for_node(node.func).split())
            self._read_arguments(node)
        return False

    def _read_arguments(self, node: cst.Call) -> None:
        for arg in node.args:
            if arg.keyword and self._module.code_for_node(arg.value) == self._argument:
                self.keyword = arg.keyword.value


class CallRule(Rule):
    """A rule whose findings stand on the argument of a call."""

    @abstractmethod
    def message(self, hit: Hit, call: CallVisitor) -> str:
        """Return the sentence for one hit.

        Args:
            hit: the id and where it must not go.
            call: the call, visited.
        """

    def judge(self, fact: Hit | Problem, snippet: Snippet) -> Finding:
        """Say what an id reaches, at the argument that hands it over."""
        assert isinstance(fact, Hit)
        where = marked(fact)
        return Finding(
            message=self.message(fact, read_call(snippet)),
            location=Location(where.row, where.column + 1),
            end_location=Location(where.end_row, where.end_column + 1),
            row=fact.call.row,
            flow=fact.steps,
        )


def read_call(snippet: Snippet) -> CallVisitor:
    """Parse and visit the call of a snippet.

    Args:
        snippet: the source; what is no expression by itself, such as a
            decorator's or a pattern's part, leaves the visitor empty.

    Returns:
        The visitor with what it found.
    """
    visitor = CallVisitor(snippet.argument)
    try:
        # Parentheses keep a chain together that is broken over several lines.
        tree = cst.parse_expression(f"({snippet.call}\n)")
    except cst.ParserSyntaxError:
        return visitor
    tree.visit(visitor)
    return visitor


def subject(hit: Hit) -> str:
    """Return what can be the id, for the end of a sentence.

    Returns:
        ``the parameter `run_id` of `start` `` or ``the attribute `context.run_id` ``
        where the argument is just that, else ```recipient` can be the parameter ...``.
    """
    text, origin = hit.text, hit.origin
    if f"`{text}`" in origin:
        return f"the {origin}"
    owner, _, name = text.rpartition(".")
    if origin == f"attribute `{name}`" and _is_dotted(owner):
        return f"the attribute `{text}`"
    if origin == f"literal `{text[1:-1]}`":
        return f"the literal `{text}`"
    return f"`{text}` can be the {origin}"


def _is_dotted(text: str) -> bool:
    return all(part.isidentifier() for part in text.split("."))
