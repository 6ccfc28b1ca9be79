"""NTR103: a run id is passed where another id is declared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.diagnostics import Severity
from netra_lint.fixes.run_ids import pass_other
from netra_lint.flow.hits import Hit
from netra_lint.rules.base import Documentation
from netra_lint.rules.call_rule import CallRule, CallVisitor, subject

if TYPE_CHECKING:
    from netra_lint.fixes.project import Project
    from netra_lint.fixes.proposal import Proposal
    from netra_lint.project.sources import Problem


class RunIdAsOtherId(CallRule):
    """Flags a run id given to a parameter that is declared as a user or thread id."""

    code = "NTR103"
    name = "run-id-as-other-id"
    severity = Severity.WARNING
    documentation = Documentation(
        summary="A run id is passed to a function's parameter for a user id or thread id.",
        why=(
            "No send is reached in the code that is known, so that no message need be lost yet; "
            "but whoever uses the parameter as it is named goes wrong. Where a send is reached, "
            "NTR101 stands instead. Only calls that bear on some send are looked at."
        ),
        bad=(
            "async def notify(manager, thread_id, user_id):\n"
            "    print(user_id)\n"
            "    await manager.send_to_thread(thread_id, {})\n"
            "\n"
            "\n"
            "async def start(manager, run_id, thread_id):\n"
            "    await notify(manager, thread_id, user_id=run_id)\n"
        ),
        good=(
            "async def notify(manager, thread_id, user_id):\n"
            "    print(user_id)\n"
            "    await manager.send_to_thread(thread_id, {})\n"
            "\n"
            "\n"
            "async def start(manager, user_id, thread_id):\n"
            "    await notify(manager, thread_id, user_id=user_id)\n"
        ),
        fix_safety=(
            "The id that the parameter takes is passed, where it is within reach; this is an "
            "unsafe fix, since the function may do anything with it. Otherwise there is no fix: "
            "the id has to come from the caller."
        ),
        options=(
            ("vocabulary.run-id-names", "names that hold a run id, as globs."),
            ("vocabulary.thread-id-names", "names that hold a thread id, as globs."),
            ("vocabulary.user-id-names", "names that hold a user id, as globs."),
        ),
    )

    def message(self, hit: Hit, call: CallVisitor) -> str:
        """Name the function, its parameter and what it is given."""
        callee, name = call.callee or hit.method, hit.parameter or call.keyword
        return f"`{callee}` is given a run id as its `{name}`: {subject(hit)}"

    def repair(self, fact: Hit | Problem, project: Project) -> Proposal:
        """Pass the id that the parameter takes, where it is within reach."""
        assert isinstance(fact, Hit)
        return pass_other(fact, project)
