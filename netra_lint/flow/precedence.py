"""Whether a function that is given a thread's id as well as a user's sends to the thread alone.

One that asks for the user first, or sends to both, treats a call differently as soon as the
id that was left out is passed: what reached a thread reaches one user, or reaches them twice.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, NamedTuple

from netra_lint.flow.asked import says_gone, says_there
from netra_lint.flow.at_hand import Walk
from netra_lint.flow.id_names import ROUTES, own_kind
from netra_lint.flow.needs import asides
from netra_lint.project.nodes import walk
from netra_lint.vocabulary import THREAD, USER

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from netra_lint.flow.at_hand import Seen
    from netra_lint.flow.callee import Callee
    from netra_lint.flow.gaps import Missing
    from netra_lint.flow.program import FunctionInfo
    from netra_lint.flow.query_calls import Calls

_DEPTH = 6
ALONE = "what went to the user alone may go to the whole thread"
FIRST = "what went to the thread may go to the user, alone or as well"


class Pair(NamedTuple):
    """The parameters that a function takes the two ids as."""

    thread: str
    user: str


def changed_by(
    calls: Calls, callee: Callee, passed: Mapping[str, ast.expr], missing: Sequence[Missing]
) -> str:
    """Return what may become of a message that arrives without the missing ids, or ``""``.

    Args:
        calls: the calls of the project.
        callee: what is called.
        passed: what it is passed.
        missing: what it takes and is not passed.
    """
    kinds = _routes(calls, passed)
    lacks = {each.held.kind: each.parameter for each in missing}
    if THREAD in lacks and USER in kinds:
        return ALONE
    if USER in lacks and THREAD in kinds:
        pair = Pair(kinds[THREAD], lacks[USER])
        return "" if thread_first(calls, callee, pair) else FIRST
    return ""


def one_of_both(
    calls: Calls, callee: Callee, passed: Mapping[str, ast.expr], missing: Sequence[Missing]
) -> Sequence[Missing]:
    """Return what may be passed besides: the thread's id alone, where both ids are refused.

    Args:
        calls: the calls of the project.
        callee: what is called.
        passed: what it is passed.
        missing: what it takes and is not passed.
    """
    kinds = _routes(calls, passed)
    both = {**kinds, **{each.held.kind: each.parameter for each in missing}}
    if not both.keys() >= {*ROUTES} or not takes_one(callee, Pair(both[THREAD], both[USER])):
        return missing
    return [each for each in missing if each.held.kind == THREAD and not kinds]


def _routes(calls: Calls, passed: Mapping[str, ast.expr]) -> dict[str, str]:
    """Return the parameters that are given recipients which are no constants, by their kinds."""
    kinds = {
        own_kind(calls.words, name): name
        for name, value in passed.items()
        if not isinstance(value, ast.Constant)
    }
    return {kind: name for kind, name in kinds.items() if kind in ROUTES}


def thread_first(calls: Calls, callee: Callee, pair: Pair, depth: int = _DEPTH) -> bool:
    """Tell whether a function surely leaves the user alone where it has a thread.

    Args:
        calls: the calls of the project.
        callee: what takes both ids; what a class does with them is not known.
        pair: the parameters.
        depth: how many calls deep to look.
    """
    takers = {callee.taker(name) for name in pair}
    if len(takers) == 1 and callee not in takers and depth:
        return thread_first(calls, takers.pop(), pair, depth - 1)
    info = callee.info
    if callee.cls is not None or info is None or not {*pair} <= info.every_param.keys():
        return False
    aside = {id(each) for node in walk(info.node) for each in asides(node)}
    right = {id(each) for each in _harmless(calls, info, pair, depth)}
    return all(id(node) in aside or id(node) in right for node in _named(info, pair.user))


def takes_one(callee: Callee, pair: Pair) -> bool:
    """Tell whether a function refuses to be given both ids.

    Args:
        callee: what takes both.
        pair: the parameters.
    """
    if callee.info is None:
        return False
    for node in walk(callee.info.node):
        if isinstance(node, ast.If) and any(isinstance(each, ast.Raise) for each in node.body):
            if _says_both(node.test, pair, True):
                return True
        elif isinstance(node, ast.Assert) and _says_both(node.test, pair, False):
            return True
    return False


def _says_both(test: ast.expr, pair: Pair, outcome: bool) -> bool:
    """Whether a condition's outcome says that both ids are there, or that both or none are."""
    if all(says_there(test, name, outcome) for name in pair):
        return True
    if not isinstance(test, ast.Compare) or len(test.ops) != 1:
        return False
    same = isinstance(test.ops[0], (ast.Is, ast.Eq))
    if not same and not isinstance(test.ops[0], (ast.IsNot, ast.NotEq)):
        return False
    sides = [
        {name for name in pair if any(_is_named(n, name) for n in walk(side))}
        for side in (test.left, test.comparators[0])
    ]
    return same == outcome and all(sides) and sides[0] != sides[1]


def _harmless(calls: Calls, info: FunctionInfo, pair: Pair, depth: int) -> Iterator[ast.AST]:
    """Yield all in the calls that are made without a thread, or know which of both comes first."""
    for seen in Walk(info, calls.words, lambda _: True).calls():
        if any(says_gone(test.condition, pair[:1], test.outcome) for test in seen.tests):
            yield from walk(seen.call)
        elif depth:
            yield from _handed_on(calls, seen, pair, depth)


def _handed_on(calls: Calls, seen: Seen, pair: Pair, depth: int) -> Iterator[ast.expr]:
    """Yield the user's id as a call hands it on together with the thread's."""
    callees = calls.callees(seen.info, seen.call)
    passed = callees[0].passed(seen.call) if callees else None
    given = {getattr(value, "id", ""): name for name, value in (passed or {}).items()}
    if {*pair} <= given.keys():
        inner = Pair(given[pair.thread], given[pair.user])
        if all(thread_first(calls, each, inner, depth - 1) for each in callees):
            yield (passed or {})[inner.user]


def _named(info: FunctionInfo, name: str) -> Iterator[ast.AST]:
    return (node for node in walk(info.node) if _is_named(node, name))


def _is_named(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name
