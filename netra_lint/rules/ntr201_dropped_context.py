"""NTR201: a call leaves out a thread id or user id that is at hand and needed below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.diagnostics import Severity
from netra_lint.flow.gaps import gaps
from netra_lint.rules.base import Documentation
from netra_lint.rules.left_out import CallOnly, hit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netra_lint.flow.hits import Hit
    from netra_lint.flow.query import Flow


class DroppedContext(CallOnly):
    """Flags a call that drops the ids of an execution on the way to a send."""

    code = "NTR201"
    name = "dropped-context"
    severity = Severity.WARNING
    documentation = Documentation(
        summary="A call leaves out a thread id or user id that is at hand and needed below.",
        why=(
            "The function takes the id as an optional parameter, and sends to it, hands it to a "
            "context or an emitter, or passes it on to something that does. Left out, it is None "
            "there: the message has no recipient, and only a DEBUG log says so.\n\n"
            "Flagged is only what is surely known: the callee is resolved through imports, "
            "classes, annotations, what is assigned to attributes, and `**kwargs` that are handed "
            "on whole; the id is a parameter, a variable bound on every way, or a part of a "
            "context, a state or the instance; no other argument carries it; it is not set on the "
            "result afterwards. A call that passes the id that was asked for above it, or "
            "somebody else's, such as each member's in a loop, one that only stands in for what "
            "nobody gave (`ctx or Context()`, `if ctx is None`), one with `*` or `**`, an explicit "
            "None, error and log contexts, and a function that finds the id elsewhere are left "
            "alone.\n\n"
            "On a real tree of 5,386 files this says nothing; on a later state of it, where a "
            "generator had just been given the two ids, it names the three callers that still "
            "leave them out, and nothing else: three of three are right."
        ),
        bad=(
            "async def notify(manager, message, thread_id=None):\n"
            "    if thread_id:\n"
            "        await manager.send_to_thread(thread_id, message)\n"
            "\n"
            "\n"
            "async def start(manager, thread_id):\n"
            '    await notify(manager, {"type": "started"})\n'
        ),
        good=(
            "async def notify(manager, message, thread_id=None):\n"
            "    if thread_id:\n"
            "        await manager.send_to_thread(thread_id, message)\n"
            "\n"
            "\n"
            "async def start(manager, thread_id):\n"
            '    await notify(manager, {"type": "started"}, thread_id=thread_id)\n'
        ),
        fix_safety=(
            "The missing ids are passed by keyword, in the order of the callee's parameters and in "
            "the formatting of the call. Safe: the callee takes them already, and each is of the "
            "kind that its parameter takes. Unsafe where an id is an attribute of an object whose "
            "class nothing declares, where the call passes a user's id but no thread's (what one "
            "user got may go to all in the thread), and where it passes a thread's id to what may "
            "send to the user first, or to both. What refuses to be given both gets the thread's."
        ),
        options=(
            ("dropped-context", '`"all"` for ids too that nothing below uses for routing.'),
            ("vocabulary.thread-id-names", "names that hold a thread id, as globs."),
            ("vocabulary.user-id-names", "names that hold a user id, as globs."),
            ("vocabulary.context-types", "classes that carry all ids of one execution."),
            ("per-file-ignores", "tests are left out by default; an own pattern for them decides."),
        ),
    )

    def look(self, flow: Flow, targets: frozenset[str]) -> Iterable[Hit]:
        """Find the calls that leave out an id, those that rebuild a context aside."""
        for gap in gaps(flow.calls, targets, flow.everything):
            if gap.callee.cls is None or not gap.passed:
                yield hit(flow, self.code, gap)

    def message(self, found: Hit, callee: str) -> str:
        """Name the callee, what it is not given and what is at hand."""
        names = found.parameter.replace(", ", "` and `")
        verb = "are" if "," in found.parameter else "is"
        text = f"`{callee}` is not given its `{names}`, though {found.text} {verb} at hand"
        why = found.origin.replace(" it", " them", 1) if "," in found.parameter else found.origin
        return f"{text}: {why}"
