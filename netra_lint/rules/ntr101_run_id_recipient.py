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
            "Where a thread id or a user id is within reach (as a parameter, a variable that is "
            "always bound, an attribute of the instance, or a field of a context), the message "
            "goes to the thread or, without one, to the user; without either it is logged at "
            "DEBUG, as the module logs, or left. A fallback to a run id loses the run id, and what "
            "it is sent with asks for the recipient first; a helper is repaired together with all "
            "its callers, in all their files. Where no id is within reach of the send, but some "
            "caller has one, the ids are threaded through all functions on the way (unsafe; see "
            "NTR202).\n\n"
            "Safe where the recipient always is a run id, or a fallback whose other choices stay "
            "as they are: messages that arrived before still go to the same recipients. Unsafe "
            "where the recipient is only sometimes a run id in a way that cannot be read, where "
            "the id is handed to a function that may do more than send, and where a helper that is "
            "part of a public interface returns None from now on, or a call is left out that may "
            "do more than give a run id (`store.create_run_id(message)`) or run a send "
            "(`self._spawn(...)`). Display-only where the only id within reach may be someone "
            "else's: `owner_user_id`, the caller's own where the run id is that of a job off a "
            "queue or of each member of a list, or the instance's where it is that of a request or "
            "an event. There is no fix where no id is within reach (nor in an undeclared context "
            "that some caller gives without) and no caller is known to have one, where an "
            "expression needs the send's coroutine even if there is nobody to send to, and where a "
            "message is built by a call inside a larger expression. "
            "`netra-lint check --output-format full` says which holds."
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
