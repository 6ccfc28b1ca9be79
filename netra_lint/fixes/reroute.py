"""The repair of a send: thread first, user second, or the fallback without the run id."""

from __future__ import annotations

import ast
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from netra_lint.fixes.arguments import always, effects, is_run, kind_of, operands
from netra_lint.fixes.bindings import bindings, parameters
from netra_lint.fixes.choices import Choice, Target, free, names_in
from netra_lint.fixes.edits import edit
from netra_lint.fixes.expressions import conditional, needs_coroutine
from netra_lint.fixes.handed import handed_method
from netra_lint.fixes.known import facts
from netra_lint.fixes.layout import unified
from netra_lint.fixes.logs import debug_line
from netra_lint.fixes.proposal import NoFixError, Proposal, proposed
from netra_lint.fixes.receivers import accepts, first_parameter, manager
from netra_lint.fixes.recipients import Recipient, within_reach
from netra_lint.fixes.statements import branches, can_branch, localised, skipped
from netra_lint.vocabulary import THREAD, USER, RoutingMethod

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netra_lint.diagnostics import Edit
    from netra_lint.fixes.classes import Members
    from netra_lint.fixes.site import Site

NOBODY = "neither a thread id nor a user id is within reach of the call"
OTHERWISE = "nothing but {kind}s is within reach, which `{method}` does not take"
SKIPPED = "`{text}` is not called where there is no recipient"
GUESSED = "`{text}` may be the id of someone else"


@dataclass(frozen=True)
class Send:
    """A send in the vocabulary's own words.

    Attributes:
        site: the call.
        method: what the vocabulary says of its method.
        renames: whether an older name of the method may give way to the usual one.
        handed: the method, where the site hands it on to be called by others.
    """

    site: Site
    method: RoutingMethod
    renames: bool = False
    handed: ast.Attribute | None = None

    def target(self, recipient: Recipient) -> Target | None:
        """Return how to send to a recipient, or None when the manager cannot."""
        words = self.site.project.words
        known = manager(self.site, self.handed)
        usual = next(m for m in words.routing_methods if m.kind == recipient.kind)
        method = self.method if recipient.kind == self.method.kind else usual
        if self.renames and self._takes(known, usual):
            method = usual
        if not self._takes(known, method):
            return None
        name = "" if method.name == self.method.name else method.name
        return Target(recipient.text, recipient.text, name, self._keyword(method, known))

    def _takes(self, known: Members | None, method: RoutingMethod) -> bool:
        call = self.site.call
        if self.handed is not None:
            return accepts(
                known, method.name, [], len(call.args) - call.args.index(self.handed) - 1
            )
        keywords = [word.arg for word in call.keywords if word.arg and word.value is not self._id]
        return accepts(known, method.name, keywords, len(call.args))

    @property
    def _id(self) -> ast.expr:
        return self.site.argument

    def _keyword(self, method: RoutingMethod, known: Members | None) -> str | None:
        written = next((w.arg for w in self.site.call.keywords if w.value is self._id), None)
        if written is None or (method.name == self.method.name):
            return written
        declared = first_parameter(known, method.name)
        if declared:
            return declared
        return written if written in method.keywords else method.keywords[0]


def send_at(site: Site) -> Send | None:
    """Return the send that a site is, or None where it calls something else."""
    func = site.call.func
    if not isinstance(func, ast.Attribute):
        return None
    method = site.project.words.routing_method(func.attr)
    return Send(site, method) if method is not None else None


def handed_at(site: Site) -> Send | None:
    """Return the send that others make with what a site hands on, or None where it is none."""
    found = handed_method(site)
    return Send(site, found[1], handed=found[0]) if found is not None else None


def to_recipients(
    site: Site,
    send: Send,
    wanted: Sequence[Recipient],
    message: str,
    setup: Sequence[str] = (),
) -> Proposal:
    """Propose to send to the first of several recipients that is there.

    Args:
        site: the send.
        send: the same in the vocabulary's words.
        wanted: the recipients, in order.
        message: what the fix does.
        setup: assignments that the recipients need.

    Raises:
        NoFixError: when that cannot be written where the send stands.
    """
    known = facts(site.source, site.call)
    reached = [each for each in wanted if known.get(_normal(each.text)) is not False]
    pairs = [(each, _asked(each, send.target(each), known)) for each in reached]
    ways = [(each, target) for each, target in pairs if target is not None]
    if not ways:
        return _nobody(site, bool(wanted) and not reached)
    alone = len(ways) == 1 or needs_coroutine(site)
    certain = next((n for n, (each, _) in enumerate(ways) if _is_there(each, known, alone)), None)
    targets = [target for _, target in ways]
    if certain is not None:
        targets = [*targets[:certain], replace(targets[certain], condition="")]
    used = [each for each, _ in ways[: len(targets)]]
    guesses = [GUESSED.format(text=each.text) for each in used if not each.trusted]
    choice = Choice(site, targets, list(setup))
    edits = write(choice)
    left_out = "" if choice.is_total else skipped(site)
    doubts = [*guesses, *([SKIPPED.format(text=left_out)] if left_out else [])]
    return proposed(message, edits, doubts, bool(guesses))


def _asked(recipient: Recipient, target: Target | None, known: dict[str, bool]) -> Target | None:
    """Ask for the object too that an id is read from, where it may be None."""
    owner = recipient.owner
    if target is None or not owner or known.get(owner) is True:
        return target
    return replace(target, condition=f"{owner} and {target.condition}")


def _normal(text: str) -> str:
    try:
        return ast.unparse(ast.parse(text, mode="eval"))
    except SyntaxError:
        return text


def _is_there(recipient: Recipient, known: dict[str, bool], alone: bool) -> bool:
    """Whether a recipient needs no condition: it is known, or declared and that is enough."""
    return known.get(_normal(recipient.text)) is True or (recipient.certain and alone)


def _nobody(site: Site, excluded: bool) -> Proposal:
    """Propose to say so where it is known that nobody can be sent to."""
    if not excluded:
        raise NoFixError(NOBODY)
    parts = [*site.call.args, *(word.value for word in site.call.keywords)]
    if not isinstance(site.statement, ast.Expr) or not can_branch(site) or any(map(effects, parts)):
        raise NoFixError("it is known that there is neither a thread id nor a user id")
    line = debug_line(site) or "pass"
    where = site.source.range(site.statement)
    return proposed("Do not send where there is no recipient", [edit(site.source, where, line)])


def write(choice: Choice) -> list[Edit]:
    """Write a choice in the form that fits where the send stands.

    Raises:
        NoFixError: when no form does.
    """
    if choice.is_single:
        return _in_place(choice)
    return branches(choice) if can_branch(choice.site) else conditional(choice)


def _in_place(choice: Choice) -> list[Edit]:
    """Change the method's name, the recipient and its keyword, and nothing else."""
    site, target = choice.site, choice.targets[0]
    source, func = site.source, choice.writer.method or site.call.func
    edits = [edit(source, source.range(site.argument), localised(site, target.recipient))]
    if target.method and isinstance(func, ast.Attribute):
        end = source.range(func)[1]
        edits.append(edit(source, (end - len(func.attr), end), target.method))
    for word in site.call.keywords:
        if word.value is site.argument and word.arg and target.keyword not in (None, word.arg):
            start = source.range(word)[0]
            edits.append(edit(source, (start, start + len(word.arg)), str(target.keyword)))
    return edits


def thread_first(site: Site) -> list[Recipient]:
    """Return the ids within reach, the thread's before the user's."""
    best = within_reach(site)
    return [best[kind] for kind in (THREAD, USER) if kind in best]


def is_always(site: Site, kind: str) -> bool:
    """Tell whether a site's recipient is an id of one kind and nothing else."""
    return always(site.argument, kind, site.scope)


def kept_operands(site: Site) -> list[ast.expr] | None:
    """Return what a fallback to a run id tries before, or None where there is none.

    Each is an expression that may be written twice.
    """
    parts = operands(site.argument)
    if parts is None or not any(is_run(part, site.scope) for part in parts):
        return None
    kept = [part for part in parts if not is_run(part, site.scope)]
    if not kept or any(effects(part) for part in kept):
        return None
    return kept


def as_recipients(site: Site, send: Send, parts: Sequence[ast.expr]) -> list[Recipient]:
    """Return expressions as recipients; of an unknown kind they are what the method takes."""
    found = []
    for part in parts:
        kind = kind_of(part, site.project.words) or send.method.kind
        found.append(Recipient(kind, site.source.code(part)))
    return found


def once(
    site: Site, kind: str, text: str = "", names: Sequence[str] = ("recipient", "recipient_id")
) -> tuple[Recipient, list[str]]:
    """Return a site's recipient as one that may be asked for: in a variable where it is got.

    Args:
        site: the send.
        kind: what the recipient is an id of.
        text: what gives the recipient, where it is not what stands there.
        names: what the variable may be called, the best first.

    Returns:
        The recipient, and the assignment that it needs.

    Raises:
        NoFixError: when it cannot be got before.
    """
    text = text or unified(site.source.code(site.argument))
    if not effects(site.argument) and not isinstance(site.argument, (ast.IfExp, ast.BoolOp)):
        return Recipient(kind, text), []
    if not can_branch(site):
        raise NoFixError("the recipient is fetched inside a larger expression")
    name = free(names, names_in(site))
    return Recipient(kind, name), [f"{name} = {text}"]


def with_reach(site: Site, first: Sequence[Recipient]) -> list[Recipient]:
    """Return recipients, and behind them those within reach of kinds that are missing."""
    kinds = {each.kind for each in first}
    return [*first, *(each for each in thread_first(site) if each.kind not in kinds)]


def is_parameter(site: Site) -> bool:
    """Tell whether the recipient is a parameter of the function around the send."""
    node = site.argument
    return isinstance(node, ast.Name) and any(
        node.id in parameters(function) and not bindings(function, node.id)
        for function in site.functions
    )


__all__ = ["NOBODY", "Send", "as_recipients", "kept_operands", "send_at", "to_recipients", "write"]
