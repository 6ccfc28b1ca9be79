"""NTR301: a message is sent to a recipient that may be None."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow.absence import Absences
from netra_lint.flow.hits import Hit
from netra_lint.flow.machine import OutOfBudget
from netra_lint.flow.sinks import Send, wrong
from netra_lint.rules.base import Documentation
from netra_lint.rules.plain_rule import PlainRule, step
from netra_lint.vocabulary import RUN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netra_lint.fixes.project import Project
    from netra_lint.fixes.proposal import Proposal
    from netra_lint.flow.declared import Absence
    from netra_lint.flow.query import Flow
    from netra_lint.flow.query_sends import Sent
    from netra_lint.project.sources import Problem


class UnguardedRecipient(PlainRule):
    """Flags a send whose recipient may be None, where nothing on the way has asked."""

    code = "NTR301"
    name = "unguarded-recipient"
    default = False
    documentation = Documentation(
        summary="A message is sent to a recipient that may be None, and nothing checks it.",
        why=(
            "A message to None reaches nobody, and depending on the manager it is an error or a "
            "warning for what is an expected case. A missing recipient is handled where it is "
            "known: log at DEBUG, and return.\n\n"
            "A recipient may be None where its parameter has None as default or an annotation "
            "that allows None and some known caller (or nobody known) leaves it so, where it is "
            "read by `.get()` from a mapping or from a field that is declared optional, or where "
            "a function gives it that is declared to return None at times. Any condition on the "
            "way that looks at it counts as a check, also in a caller.\n\n"
            "Measured: on three states of a large real code base, with some 850 sends, it says "
            "nothing, right or wrong. That is no measure, so the rule is off by default."
        ),
        bad=(
            "async def report(manager, message, user_id=None):\n"
            "    await manager.send_to_user(user_id, message)\n"
        ),
        good=(
            "async def report(manager, message, user_id=None):\n"
            "    if not user_id:\n"
            "        return\n"
            "    await manager.send_to_user(user_id, message)\n"
        ),
        fix_safety=(
            "The recipient is asked for before the send; without one, that is logged at DEBUG as "
            "the module logs, and the function returns or, where more is to come, goes on. This "
            "is safe: nobody is sent less than before. Where the send's result is used it is "
            "False without a recipient, as from a manager that did not deliver; that is an unsafe "
            "fix. There is no fix for a literal None, and none where an expression needs the "
            "send's coroutine."
        ),
        options=(
            ("vocabulary.routing-methods", "methods that send to a recipient."),
            ("vocabulary.recipient-validators", "predicates that are true of recipients only."),
        ),
    )

    def message(self, hit: Hit) -> str:
        """Name the send and why its recipient may be None."""
        if hit.origin == "None" and hit.text == "None":
            return f"`{hit.method}` sends to None"
        origin = "None on one of the ways here" if hit.origin == "None" else hit.origin
        return f"`{hit.method}` sends to `{hit.text}` unchecked, which may be None: it is {origin}"

    def look(self, flow: Flow, targets: frozenset[str]) -> Iterator[Hit]:
        """Ask of each recipient whether it may be None."""
        absences = Absences(flow.solver, flow.broken.chains.uses)
        for sent in flow.sends(targets):
            flow.machine.ask()
            try:
                found = _absence(flow, absences, sent)
            except OutOfBudget:
                continue
            argument = sent.argument
            if found is not None and argument is not None:
                steps = [step(flow, found.path, found.place, found.word)] if found.place.row else []
                note = f"sent to as the recipient of `{sent.method.name}`"
                steps.append(step(flow, sent.path, sent.recipient.place, note))
                yield self.hit(flow, sent, argument, found.word, tuple(steps))

    def repair(self, fact: Hit | Problem, project: Project) -> Proposal:
        """Put the guide's guard before the send."""
        from netra_lint.fixes.guards import guarded

        assert isinstance(fact, Hit)
        return guarded(fact, project)


def _absence(flow: Flow, absences: Absences, sent: Sent) -> Absence | None:
    """Return why a recipient may be None; one that is a wrong id is another rule's."""
    written = flow.known.text(sent.path, sent.recipient.place).rpartition(".")[2]
    if flow.machine.words.kind_of_name(written) == RUN:
        return None
    # Nearly always nothing is absent, which takes less to tell than what the recipient is.
    found = absences.of(sent.frame, sent.recipient.node)
    if found is None or any(wrong(flow.machine, Send(sent.method, sent.recipient))):
        return None
    return found
