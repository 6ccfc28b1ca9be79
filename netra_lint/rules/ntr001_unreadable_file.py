"""NTR001: a file that cannot be read or parsed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.diagnostics import Location
from netra_lint.project.sources import Problem
from netra_lint.rules.base import Documentation, Finding, Rule, Snippet

if TYPE_CHECKING:
    from netra_lint.flow.hits import Hit


class UnreadableFile(Rule):
    """Says once per file why nothing can be said of it."""

    code = "NTR001"
    name = "unreadable-file"
    documentation = Documentation(
        summary="A file that cannot be read or is no valid Python.",
        why=(
            "Nothing can be said of such a file, and calls into it are not followed, so that "
            "findings elsewhere may be missing as well. The file may be broken, be written for a "
            "newer Python than the one that runs netra-lint, or not be in the encoding that it "
            "declares. A file that can be read but neither sends nor knows of run ids is not "
            "reported."
        ),
        bad="async def notify(manager, run_id)\n    await manager.send_to_user(run_id, {})\n",
        good="async def notify(manager, user_id):\n    await manager.send_to_user(user_id, {})\n",
        fix_safety="There is no automatic fix.",
        options=(("exclude", "leaves files out that are no part of the project."),),
    )

    def judge(self, fact: Hit | Problem, snippet: Snippet) -> Finding:
        """Pass on what is wrong with the file."""
        assert isinstance(fact, Problem)
        place = Location(fact.row, fact.column)
        return Finding(fact.message, place, Location(fact.row, fact.column + 1), fact.row)
