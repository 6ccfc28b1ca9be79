"""NTR101: a run id reaches the recipient of a send."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.fixes.run_ids import reroute
from netra_lint.flow.hits import Hit
from netra_lint.rules.base import Documentation
from netra_lint.rules.call_rule import CallRule, CallVisitor, subject

if TYPE_CHECKING:
    from netra_lint.fixes.project import Project
    from netra_lint.fixes.proposal import Proposal
    from netra_lint.project.sources import Problem


class RunIdRecipient(CallRule):
    """Flags a send whose recipient can be a run id."""

    code = "NTR101"
    name = "run-id-recipient"
    documentation = Documentation(
        summary="A WebSocket message is sent to a run id.",
        why=(
            "A run id names one execution of an agent. No connection is registered under it, so "
            "a message sent to it reaches nobody, and the manager says no more than DEBUG of it. "
            "Messages go to a thread (preferred for agents) or to a user.\n\n"
            "The id is followed through assignments, containers, attributes, helpers and modules. "
            "Where a wrapper forwards its parameter, the finding stands at the call that gives the "
            "wrapper the id, because that code chose the recipient; a parameter that is itself "
            "named a run id asks for one, so there the finding stays inside the wrapper. The flow "
            "shows both."
        ),
        bad=(
            "class Agent:\n"
            "    async def report(self, run_id, message):\n"
            "        await self.websocket_manager.send_to_user(run_id, message)\n"
        ),
        good=(
            "class Agent:\n"
            "    async def report(self, thread_id, message):\n"
            "        await self.websocket_manager.send_to_thread(thread_id, message)\n"
        ),
        fix_safety=(
            "There is no automatic fix yet: which thread or user is meant cannot be told from the "
            "run id alone."
        ),
        options=(
            ("vocabulary.run-id-names", "names that hold a run id, as globs."),
            ("vocabulary.run-id-functions", "functions that make or fetch a run id."),
            ("vocabulary.run-id-types", "annotations of run ids."),
            ("vocabulary.run-id-prefixes", "how the strings of run ids start."),
            ("vocabulary.run-id-validators", "predicates that are true of run ids only."),
            ("vocabulary.recipient-validators", "predicates that are true of recipients only."),
            ("vocabulary.routing-methods", "methods that send to a recipient."),
        ),
    )

    def message(self, hit: Hit, call: CallVisitor) -> str:
        """Name the send, the recipient and where the run id comes from."""
        return f"`{call.callee or hit.method}` sends to a run id: {subject(hit)}"

    def repair(self, fact: Hit | Problem, project: Project) -> Proposal:
        """Send to the thread or user within reach, or take the run id out of a fallback."""
        assert isinstance(fact, Hit)
        return reroute(fact, project)
