"""NTR204: a context is built from some ids of an execution and loses the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.diagnostics import Severity
from netra_lint.flow.gaps import gaps
from netra_lint.flow.rebuilt import rebuilt
from netra_lint.rules.base import Documentation
from netra_lint.rules.left_out import CallOnly, hit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netra_lint.flow.hits import Hit
    from netra_lint.flow.query import Flow


class ContextRebuilt(CallOnly):
    """Flags a context that is built anew and loses an id of the old one."""

    code = "NTR204"
    name = "context-rebuilt"
    severity = Severity.WARNING
    documentation = Documentation(
        summary="A context is built from ids at hand, or from another context, and loses one.",
        why=(
            "An execution context is kept whole: whoever gets it takes for granted that its "
            "thread id and user id are those of the execution. One that is built from "
            "`context.run_id` alone has a run id and nobody to send to. The same holds for "
            "`Context(**{...})`, and for copies that set an id to None.\n\n"
            "Of 12 findings on a real tree of 5,386 files, all of which were read, 11 are worth "
            "a repair: contexts built from a run id although a state, a context or parameters "
            "beside it have the other ids. In the twelfth the state that has the thread id "
            "never gets one."
        ),
        bad=(
            "from dataclasses import dataclass\n"
            "\n"
            "\n"
            "@dataclass\n"
            "class ExecutionContext:\n"
            "    run_id: str\n"
            "    thread_id: str | None = None\n"
            "    user_id: str | None = None\n"
            "\n"
            "\n"
            "def nested(context: ExecutionContext) -> ExecutionContext:\n"
            "    return ExecutionContext(run_id=context.run_id)\n"
        ),
        good=(
            "from dataclasses import dataclass\n"
            "\n"
            "\n"
            "@dataclass\n"
            "class ExecutionContext:\n"
            "    run_id: str\n"
            "    thread_id: str | None = None\n"
            "    user_id: str | None = None\n"
            "\n"
            "\n"
            "def nested(context: ExecutionContext) -> ExecutionContext:\n"
            "    return ExecutionContext(\n"
            "        run_id=context.run_id,\n"
            "        thread_id=context.thread_id,\n"
            "        user_id=context.user_id,\n"
            "    )\n"
        ),
        fix_safety=(
            "The missing ids are passed by keyword, in the order of the fields and in the "
            "formatting of the call: safe, unless an id is an attribute of an object whose class "
            "nothing declares, or the context has one recipient already: what went to the user "
            "alone may go to all in the thread, and the reverse. There is no fix for a dictionary "
            "that is spread into the call, nor for a copy that sets an id to None."
        ),
        options=(
            ("vocabulary.context-types", "classes that carry all ids of one execution."),
            ("vocabulary.run-id-names", "names that hold a run id, as globs."),
            ("vocabulary.thread-id-names", "names that hold a thread id, as globs."),
            ("vocabulary.user-id-names", "names that hold a user id, as globs."),
            ("per-file-ignores", "tests are left out by default; an own pattern for them decides."),
        ),
    )

    def look(self, flow: Flow, targets: frozenset[str]) -> Iterable[Hit]:
        """Find the contexts that are built of some ids only."""
        for gap in gaps(flow.calls, targets):
            if gap.callee.cls is not None and gap.passed:
                yield hit(flow, self.code, gap)
        for gap in rebuilt(flow.calls, targets):
            yield hit(flow, self.code, gap)

    def message(self, found: Hit, callee: str) -> str:
        """Name the context and what it loses."""
        verb = "are" if "," in found.parameter else "is"
        names = found.parameter.replace(", ", "` and `")
        return f"`{callee}` loses the `{names}` of the context: {found.text} {verb} at hand"
