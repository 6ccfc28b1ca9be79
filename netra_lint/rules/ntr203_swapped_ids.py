"""NTR203: a thread id is passed as a user id, or the reverse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.diagnostics import Location, Severity, Step
from netra_lint.flow.hits import Hit
from netra_lint.flow.swapped import swapped
from netra_lint.rules.base import Documentation, Finding, Rule, Snippet
from netra_lint.rules.left_out import place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netra_lint.fixes.project import Project
    from netra_lint.fixes.proposal import Proposal
    from netra_lint.flow.query import Flow
    from netra_lint.flow.swapped import Swap
    from netra_lint.project.sources import Problem


class SwappedIds(Rule):
    """Flags an id that is passed as the other kind of id."""

    code = "NTR203"
    name = "swapped-ids"
    default = False
    severity = Severity.WARNING
    documentation = Documentation(
        summary="A thread id is passed where a user id is declared, or the reverse.",
        why=(
            "Both are strings, so that nothing fails: the callee looks for the connections of a "
            "user that does not exist, or files what it does under the wrong id. Flagged are "
            "arguments of the project's own functions and fields of its classes, by keyword or "
            "position, where both the argument's name and the parameter's say what they are. "
            "What is sent to a recipient at once is NTR102's.\n\n"
            "On a real tree of 5,386 files this says nothing, in more than 800 calls that pass "
            "an id: no share could be measured, and nothing was wrong."
        ),
        bad=(
            "def open_session(thread_id: str, user_id: str) -> dict:\n"
            '    return {"thread": thread_id, "user": user_id}\n'
            "\n"
            "\n"
            "def start(thread_id: str, user_id: str) -> dict:\n"
            "    return open_session(user_id, thread_id)\n"
        ),
        good=(
            "def open_session(thread_id: str, user_id: str) -> dict:\n"
            '    return {"thread": thread_id, "user": user_id}\n'
            "\n"
            "\n"
            "def start(thread_id: str, user_id: str) -> dict:\n"
            "    return open_session(thread_id, user_id)\n"
        ),
        fix_safety=(
            "Two ids of one call that stand in each other's place change places: safe. Otherwise "
            "the id of the kind that is wanted is passed, where the function has it as a "
            "parameter or the object has it that the other is read from: unsafe, since the name of "
            "either may be the wrong one. Elsewhere there is no fix."
        ),
        options=(
            ("vocabulary.thread-id-names", "names that hold a thread id, as globs."),
            ("vocabulary.user-id-names", "names that hold a user id, as globs."),
            ("vocabulary.thread-id-types", "annotations that declare a thread id."),
            ("vocabulary.user-id-types", "annotations that declare a user id."),
            ("per-file-ignores", "tests are left out by default; an own pattern for them decides."),
        ),
    )

    def look(self, flow: Flow, targets: frozenset[str]) -> Iterable[Hit]:
        """Find the arguments whose kind is not that of their parameter; one hit for each call."""
        found: dict[object, Hit] = {}
        for swap in swapped(flow.calls, targets):
            found.setdefault(swap.call, _hit(flow, self.code, swap))
        return found.values()

    def judge(self, fact: Hit | Problem, snippet: Snippet) -> Finding:
        """Name the function, its parameter and what it is given."""
        assert isinstance(fact, Hit)
        where = fact.argument
        start = where if where.row == fact.call.row else fact.call
        return Finding(
            f"`{fact.method}` is given a {fact.kind} id as its `{fact.parameter}`: `{fact.text}`",
            Location(start.row, start.column + 1),
            Location(where.end_row, where.end_column + 1),
            fact.call.row,
            fact.steps,
        )

    def repair(self, fact: Hit | Problem, project: Project) -> Proposal:
        """Let two ids change places, or pass the one that is wanted."""
        from netra_lint.fixes.swaps import put_right

        assert isinstance(fact, Hit)
        return put_right(fact, project)


def _hit(flow: Flow, code: str, swap: Swap) -> Hit:
    known, path = flow.known, swap.info.path
    argument = known.span(path, place(swap.argument))
    text = known.text(path, place(swap.argument))[:80]
    at = known.span(swap.callee.path, place(swap.callee.place(swap.parameter)))
    steps = (
        Step(path, argument.row, argument.column + 1, f"`{text}` is a {swap.kind} id"),
        Step(
            swap.callee.path, at.row, at.column + 1,
            f"`{swap.parameter}` of `{swap.callee.name}` takes a {swap.wanted} id",
        ),
    )  # fmt: skip
    return Hit(
        code, path, known.span(path, place(swap.call)), argument, swap.callee.name, swap.kind,
        swap.wanted, swap.parameter, text, f"`{text}`", steps,
    )  # fmt: skip
