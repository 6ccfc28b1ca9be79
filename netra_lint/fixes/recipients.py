"""Which thread ids and user ids are within reach of a call."""

from __future__ import annotations

import ast
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from netra_lint.fixes.arguments import Scope, is_run
from netra_lint.fixes.bindings import bindings, default_of, parameters
from netra_lint.fixes.classes import never_missing
from netra_lint.fixes.contexts import holders
from netra_lint.fixes.owners import is_same
from netra_lint.fixes.scope import is_bound, variables
from netra_lint.flow.whose import Around, comes_from
from netra_lint.vocabulary import THREAD, USER, snake_case

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netra_lint.fixes.bindings import Function
    from netra_lint.fixes.contexts import Holder
    from netra_lint.fixes.site import Site
    from netra_lint.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Recipient:
    """Someone whom a message can be sent to.

    Attributes:
        kind: ``thread`` or ``user``.
        text: the expression that gives the id.
        certain: whether it is there by declaration: never None.
        trusted: whether it is known to exist and to be the one that is meant.
        owner: the object that it is read from, where this may be None.
    """

    kind: str
    text: str
    certain: bool = False
    trusted: bool = True
    owner: str = ""


def within_reach(site: Site) -> dict[str, Recipient]:
    """Return the best thread id and the best user id within reach, by their kinds.

    The object that the run id was taken from comes first; then parameters and
    local variables, contexts, and the instance's own attributes.

    Args:
        site: the call.
    """
    best: dict[str, Recipient] = {}
    there = [each for each in _candidates(site) if each.text not in site.lacks]
    for recipient in _of_one_execution(site, there):
        best.setdefault(recipient.kind, recipient)
    return best


def _of_one_execution(site: Site, found: list[Recipient]) -> list[Recipient]:
    """Return those of some recipients whose execution the run id is, or all as guesses.

    What a function takes off a queue, or goes through in a loop, has owners of its own.
    """
    if not _is_fetched(site, site.argument):
        same = [each for each in found if is_same(site, each.text)]
        return same if any(each.trusted for each in same) else _guesses(found)
    own = [each for each in found if _is_fetched(site, ast.parse(each.text, mode="eval").body)]
    return own or _guesses(found)


def _guesses(found: list[Recipient]) -> list[Recipient]:
    return [replace(each, trusted=False) for each in found]


def _is_fetched(site: Site, node: ast.expr) -> bool:
    """Whether an id is that of something which the function did not get from its caller."""
    if not site.functions:
        return False
    params = frozenset(name for each in site.functions for name in parameters(each))
    return comes_from(Around(site.functions[-1], params, site.self_name), node) is None


def _candidates(site: Site) -> Iterator[Recipient]:
    held = list(holders(site))
    origin = _owner_of(site.argument)
    for holder in held:
        if holder.text == origin:
            yield from _of_holder(replace(holder, optional=False))
    yield from named(site)
    own = [holder for holder in held if holder.text == site.self_name]
    for holder in [*(each for each in held if each not in own), *own]:
        yield from _of_holder(holder)
    yield from _likely(site)


def _owner_of(node: ast.expr) -> str:
    """Return the text of what a run id is read from: ``context`` for ``context.run_id``."""
    if isinstance(node, (ast.Attribute, ast.Subscript)):
        return ast.unparse(node.value)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return ast.unparse(node.func.value)
    return ""


def _of_holder(holder: Holder) -> Iterator[Recipient]:
    owner = holder.text if holder.optional else ""
    for each in holder.fields:
        yield Recipient(each.kind, each.text, each.certain and not owner, holder.trusted, owner)


def named(site: Site) -> Iterator[Recipient]:
    """Yield the ids that stand in variables of their own names."""
    for name, function in variables(site).items():
        kind = exact_kind(name, site.project.words)
        if kind and is_bound(site, name, function) and not _holds_run(name, function, site):
            yield Recipient(kind, name, _certain(name, function, site.project.words))


def _likely(site: Site) -> Iterator[Recipient]:
    """Yield the only variable whose name ends as an id's does: perhaps another's id."""
    words = site.project.words
    for kind in (THREAD, USER):
        names = [
            name
            for name, function in variables(site).items()
            if words.kind_of_name(name) == kind
            and is_bound(site, name, function)
            and not _holds_run(name, function, site)
        ]
        if len(names) == 1:
            yield Recipient(kind, names[0], trusted=False)


def exact_kind(name: str, words: Vocabulary) -> str:
    """Return the kind of id that a name stands for as it is, not only by its ending."""
    for kind in (THREAD, USER):
        globs = getattr(words, f"{kind}_id_names")
        if snake_case(name) in [glob for glob in globs if not set(glob) & set("*?[")]:
            return kind
    return ""


def _holds_run(name: str, function: Function, site: Site) -> bool:
    return any(
        each.value is not None and _mentions_run(each.value, function, site)
        for each in bindings(function, name)
    )


def _mentions_run(value: ast.expr, function: Function, site: Site) -> bool:
    scope = Scope(site.source, None, site.project.words)
    return any(
        isinstance(n, ast.expr) and is_run(n, scope) for n in ast.walk(value)
    ) and not isinstance(value, (ast.Call, ast.Await))


def _certain(name: str, function: Function, words: Vocabulary) -> bool:
    argument = parameters(function).get(name)
    if argument is None or bindings(function, name):
        return False
    types = (*words.thread_id_types, *words.user_id_types)
    default = default_of(function, name)
    return never_missing(argument.annotation, types) and default is None
