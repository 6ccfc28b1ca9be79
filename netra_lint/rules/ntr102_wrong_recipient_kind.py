"""NTR102: a send for one kind of recipient is given another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.fixes.kinds import match
from netra_lint.flow.hits import Hit
from netra_lint.rules.base import Documentation
from netra_lint.rules.call_rule import CallRule, CallVisitor, subject

if TYPE_CHECKING:
    from netra_lint.fixes.project import Project
    from netra_lint.fixes.proposal import Proposal
    from netra_lint.project.sources import Problem


class WrongRecipientKind(CallRule):
    """Flags a user id given to a thread's send, and the other way round."""

    code = "NTR102"
    name = "wrong-recipient-kind"
    documentation = Documentation(
        summary="A message for a thread is sent to a user id, or one for a user to a thread id.",
        why=(
            "`send_to_thread` looks for a thread's connections and `send_to_user` for a user's; "
            "with the other's id neither finds any, and the message is lost."
        ),
        bad=(
            "async def report(manager, user_id, message):\n"
            "    await manager.send_to_thread(user_id, message)\n"
        ),
        good=(
            "async def report(manager, user_id, message):\n"
            "    await manager.send_to_user(user_id, message)\n"
        ),
        fix_safety=(
            "The message is sent by the method of the id's kind: safe where no id of the other "
            "kind is within reach. A user id given to a thread's send, with a thread id within "
            "reach, becomes thread first, user second: safe as well. A thread id given to a "
            "user's send, with a user id within reach, is an unsafe fix, since either can be "
            "meant. `user_id or thread_id` is taken apart, in its order. A function that sends to "
            "what it is given is passed the id of the other kind, unsafely, since it may do more "
            "with it. There is no fix where the recipient is only sometimes of the other kind."
        ),
        options=(
            ("vocabulary.thread-id-names", "names that hold a thread id, as globs."),
            ("vocabulary.user-id-names", "names that hold a user id, as globs."),
            ("vocabulary.routing-methods", "methods that send, with the kind that they take."),
        ),
    )

    def message(self, hit: Hit, call: CallVisitor) -> str:
        """Name the send, what it takes and what it is given."""
        callee = call.callee or hit.method
        return f"`{callee}` takes a {hit.wanted} id but sends to a {hit.kind} id: {subject(hit)}"

    def repair(self, fact: Hit | Problem, project: Project) -> Proposal:
        """Send by the method of the id's kind."""
        assert isinstance(fact, Hit)
        return match(fact, project)
