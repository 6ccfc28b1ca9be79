"""NTR202: the ids are at hand, but a function on the way to a send has no parameter for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.diagnostics import Severity, Step
from netra_lint.flow.chains import shown
from netra_lint.flow.hits import Hit
from netra_lint.flow.plans import CONTEXT
from netra_lint.rules.base import Documentation
from netra_lint.rules.left_out import CallOnly, place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netra_lint.fixes.project import Project
    from netra_lint.fixes.proposal import Proposal
    from netra_lint.flow.at_hand import Held
    from netra_lint.flow.chains import Start, Top
    from netra_lint.flow.query import Flow
    from netra_lint.flow.uses import Use
    from netra_lint.project.sources import Problem


class BrokenChain(CallOnly):
    """Flags the call at which the ids of an execution get lost, whole functions above a send."""

    code = "NTR202"
    name = "broken-chain"
    severity = Severity.WARNING
    documentation = Documentation(
        summary="Ids are at hand, but what is called has no parameter to carry them to a send.",
        why=(
            "Somewhere below, a message is sent to a run id, or to nobody, because the functions "
            "in between take neither a thread id nor a user id. The caller has them: this is where "
            "they are last at hand. The flow shows each call from here down to the send.\n\n"
            "Flagged is only what is surely known: each call on the way is resolved through "
            "imports, classes, annotations, and what is assigned to attributes and given to "
            "initialisers; none of its arguments carries an id or an object that may have one; no "
            "function between has an id at hand, or fetches what the run id is that of (a job off "
            "a queue, each element of a list), which has owners of its own. The recipient is a run "
            "id and never anything else, None as it is written, a field that nothing sets, or an "
            "optional parameter that no call gives. Callers in tests do not count. A function that "
            "is handed on together with the run id (`run(run_id, self.notify)`) counts as called "
            "with it.\n\n"
            "On a real tree of 5,386 files there are five findings, all of which were read and are "
            "right; one of them is a repair that its authors made later. On an earlier state there "
            "is one, which is right; on two later ones, of 5,476 and 8,880 files, none: five of "
            "five, and six of six with the earlier one."
        ),
        bad=(
            "async def notify(manager, message, thread_id=None):\n"
            "    if thread_id:\n"
            "        await manager.send_to_thread(thread_id, message)\n"
            "\n"
            "\n"
            "async def work(manager):\n"
            '    await notify(manager, {"type": "working"})\n'
            "\n"
            "\n"
            "async def start(manager, thread_id):\n"
            "    await work(manager)\n"
        ),
        good=(
            "async def notify(manager, message, thread_id=None):\n"
            "    if thread_id:\n"
            "        await manager.send_to_thread(thread_id, message)\n"
            "\n"
            "\n"
            "async def work(manager, thread_id=None):\n"
            '    await notify(manager, {"type": "working"}, thread_id=thread_id)\n'
            "\n"
            "\n"
            "async def start(manager, thread_id):\n"
            "    await work(manager, thread_id=thread_id)\n"
        ),
        fix_safety=(
            "The ids are threaded through: each function on the way gets `thread_id` and `user_id` "
            "(optional, None by default, after its other parameters, annotated and documented as "
            "the module does it), each call passes them by keyword, and the send goes to the "
            "thread or, without one, to the user. A function that is handed on is bound to them by "
            "`functools.partial`. Overrides, abstract methods and protocols change "
            "together with what they stand for. All callers that have the ids at hand are repaired "
            "at once, and those that have none are named. It is one repair, in however many "
            "files, made whole or not at all, and unsafe: functions change their parameters."
        ),
        options=(
            ("vocabulary.run-id-names", "names that hold a run id, as globs."),
            ("vocabulary.thread-id-names", "names that hold a thread id, as globs."),
            ("vocabulary.user-id-names", "names that hold a user id, as globs."),
            ("vocabulary.context-types", "classes that carry all ids of one execution."),
            ("per-file-ignores", "tests are left out by default; an own pattern for them decides."),
        ),
    )

    def look(self, flow: Flow, targets: frozenset[str]) -> Iterable[Hit]:
        """Find the calls at which ids get lost on the way to a send."""
        for (path, _), reached in flow.broken.tops.items():
            if path in targets:
                yield _hit(flow, self.code, reached)

    def message(self, found: Hit, callee: str) -> str:
        """Name what is lost, where, and what is sent without it."""
        verb, them = ("are", "them") if " and " in found.text else ("is", "it")
        lost = f"{found.text} {verb} lost here: `{callee}` "
        handed = found.plan is not None and any(
            each.path == found.path and each.handed == found.argument
            for each in found.plan.passings
        )
        lost += f"is handed on without {them}" if handed else f"has no parameter for {them}"
        return f"{lost}, and {found.origin}"

    def repair(self, fact: Hit | Problem, project: Project) -> Proposal:
        """Thread the ids through to the send."""
        from netra_lint.fixes.threading import threaded

        assert isinstance(fact, Hit)
        return threaded(fact, project)


def _hit(flow: Flow, code: str, reached: list[tuple[Start, Top]]) -> Hit:
    start, top = reached[0]
    known, path, call = flow.known, top.use.root.path, top.use.seen.call
    named = top.use.handed or call.func
    what = start.what
    if top.use.handed is not None and top.use.callee is start.info and start.takes:
        what = f"`{shown(start.info)}` sends to nobody without them"
    if len(reached) > 1:
        more = len(reached) - 1
        what += f"; so do{'es' if more == 1 else ''} {more} more below"
    return Hit(
        code, path, known.span(path, place(call)), known.span(path, place(named)),
        shown(top.use.callee), " and ".join(held.kind for held in top.held), "",
        ", ".join(held.text for held in top.held),
        " and ".join(f"`{held.text}`" for held in top.held), what,
        tuple(_steps(flow, start, top)), plan=flow.broken.chains.plan([s for s, _ in reached]),
    )  # fmt: skip


def _steps(flow: Flow, start: Start, top: Top) -> Iterable[Step]:
    path = top.use.root.path
    for held in top.held:
        yield Step(path, held.row, held.column + 1, _said(held))
    for use in top.way:
        yield _step(flow, use)
    yield Step(start.info.path, start.row, start.column, start.what)


def _said(held: Held) -> str:
    told = held.kind == CONTEXT or not held.sure
    return held.origin if told else f"{held.origin} is a {held.kind} id"


def _step(flow: Flow, use: Use) -> Step:
    span = flow.broken.chains.span(use)
    verb = "hands on" if use.handed is not None else "calls"
    note = f"`{shown(use.root)}` {verb} `{shown(use.callee)}`"
    return Step(use.root.path, span.row, span.column + 1, note)
