"""Whether somebody tries again what failed: then a failed try is no lost message yet."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.flow.program import FunctionInfo
from netra_lint.flow.query_sends import Tree
from netra_lint.project.nodes import children

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from netra_lint.flow.query import Flow
    from netra_lint.flow.query_sends import Sent

_LOOPS = (ast.For, ast.AsyncFor, ast.While)
_Loop = ast.For | ast.AsyncFor | ast.While
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
_AGAIN = ("retry", "retries", "retrying", "backoff")
_KEEPS = frozenset({
    "append", "appendleft", "add", "push", "put", "put_nowait", "enqueue", "insert", "extend",
})  # fmt: skip
_QUEUES = ("queue", "buffer", "pending", "backlog", "outbox", "undelivered")
_TAKES_OFF = frozenset({"remove", "discard", "pop"})
_MANY = 20
"""Callers of a function that so many functions mention are not looked at."""


def is_tried_again(flow: Flow, sent: Sent, tried: ast.Try, handler: ast.ExceptHandler) -> bool:
    """Tell whether a send is tried again after a handler has dealt with its failure.

    Args:
        flow: the analysis.
        sent: the send.
        tried: the statement that catches what it raises.
        handler: the handler.

    Returns:
        Whether it stands in a loop that goes on until it works, the handler hands
        the message to somebody else, or whoever called the function does so.
    """
    if _loops(sent.tree, tried, handler) or _hands_on(flow, sent, handler):
        return True
    info = sent.frame.info
    if not isinstance(info, FunctionInfo):
        return False
    return _is_decorated(info) or _starts_over(sent, handler, info) or any(_asks_again(flow, info))


# -- in the function itself ---------------------------------------------------------------


def _loops(tree: Tree, tried: ast.Try, handler: ast.ExceptHandler) -> bool:
    loop = _loop_around(tree, tried)
    if loop is None or _ends(handler.body, (ast.Return, ast.Break, ast.Raise)):
        return False
    done = [*tried.body, *tried.orelse]
    if _leaves(done, tree) or _waits(handler.body) or _strikes_off(done, loop):
        return True
    asked = _names(loop.test) if isinstance(loop, ast.While) else set()
    return bool(asked & {name for each in done for name in _bound(each)})


def _loop_around(tree: Tree, node: ast.AST) -> _Loop | None:
    """Return the loop around a node, in the same function, whose rounds the node is a part of."""
    for above in tree.above(node):
        if isinstance(above, _FUNCTIONS):
            return None
        if isinstance(above, _LOOPS) and node not in above.orelse:
            return above
        node = above
    return None


def _ends(block: list[ast.stmt], kinds: tuple[type[ast.stmt], ...]) -> bool:
    return bool(block) and isinstance(block[-1], kinds)


def _leaves(block: Iterable[ast.stmt], tree: Tree) -> bool:
    """Whether statements of a loop leave it, on some way."""
    nodes = [node for each in block for node in _inside(each)]
    inner = {loop for loop in nodes if isinstance(loop, _LOOPS)}
    return any(
        isinstance(node, ast.Return)
        or (isinstance(node, ast.Break) and _loop_around(tree, node) not in inner)
        for node in nodes
    )


def _inside(node: ast.AST) -> Iterator[ast.AST]:
    """Yield a node and those in it, functions left out."""
    yield node
    for child in children(node):
        if not isinstance(child, _FUNCTIONS):
            yield from _inside(child)


def _waits(block: Iterable[ast.stmt]) -> bool:
    calls = [n for each in block for n in _inside(each) if isinstance(n, ast.Call)]
    return any(_last_name(call.func) == "sleep" for call in calls)


def _strikes_off(block: Iterable[ast.stmt], loop: _Loop) -> bool:
    """Whether statements take what a loop is at off a list: what failed stays on it."""
    if isinstance(loop, ast.While):
        return False
    names = _names(loop.target)
    return any(
        isinstance(node, ast.Call)
        and _last_name(node.func) in _TAKES_OFF
        and any(_names(each) & names for each in node.args)
        for statement in block
        for node in _inside(statement)
    )


def _bound(statement: ast.stmt) -> Iterator[str]:
    for node in _inside(statement):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id


def _names(node: ast.AST) -> set[str]:
    return {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}


def _last_name(node: ast.AST) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def _hands_on(flow: Flow, sent: Sent, handler: ast.ExceptHandler) -> bool:
    """Whether a handler keeps the message, or what it was made of, or sends it another way."""
    given = {
        name
        for part in (*sent.node.args, *(word.value for word in sent.node.keywords))
        if part is not sent.argument
        for name in _names(part)
    }
    routes = {method.name for method in flow.machine.words.routing_methods}
    return any(
        _takes(node, given)
        or _is_given_whole(node, given)
        or (sent.argument is not None and _is_queued(node, _names(sent.argument)))
        or (isinstance(node, ast.Call) and _last_name(node.func) in routes)
        for each in handler.body
        for node in _inside(each)
    )


def _is_queued(node: ast.AST, names: set[str]) -> bool:
    """Whether whom to send to is put into what is called a queue of its kind."""
    if not isinstance(node, ast.Call) or _last_name(node.func) not in _KEEPS:
        return False
    text = ast.unparse(node.func).lower()
    queued = any(word in text for word in (*_AGAIN, *_QUEUES))
    return queued and any(_names(value) & names for value in node.args)


def _is_given_whole(node: ast.AST, names: set[str]) -> bool:
    """Whether one of some values is handed to something that is waited for: another way to go."""
    call = node.value if isinstance(node, ast.Await) else None
    if not isinstance(call, ast.Call):
        return False
    values = [*call.args, *(word.value for word in call.keywords)]
    return any(isinstance(each, ast.Name) and each.id in names for each in values)


def _starts_over(sent: Sent, handler: ast.ExceptHandler, info: FunctionInfo) -> bool:
    """Whether a handler calls the function that it stands in."""
    return any(
        isinstance(node, ast.Call)
        and _last_name(node.func) == info.name
        and _is_meant(node, sent.tree, info)
        for each in handler.body
        for node in _inside(each)
    )


def _takes(node: ast.AST, names: set[str]) -> bool:
    """Whether a node is a call that keeps one of some values, or that is named after trying."""
    if not isinstance(node, ast.Call):
        return False
    name = _last_name(node.func).lower()
    values = [*node.args, *(word.value for word in node.keywords)]
    if not any(_names(value) & names for value in values):
        return False
    return name in _KEEPS or any(word in name for word in (*_AGAIN, "queue", "buffer"))


def _is_decorated(info: FunctionInfo) -> bool:
    """Whether a function is wrapped in what calls it again."""
    found = getattr(info.node, "decorator_list", ())
    names = [ast.unparse(each).partition("(")[0].lower() for each in found]
    return any(word in name for name in names for word in _AGAIN)


# -- by whoever called it -----------------------------------------------------------------


def _asks_again(flow: Flow, info: FunctionInfo) -> Iterator[bool]:
    """Yield for the calls of a function in loops whether the loop goes on until it works."""
    for root in _mentioning(flow, info):
        tree = Tree(root)
        for call in tree.calls.values():
            if _last_name(call.func) == info.name and _is_meant(call, tree, info):
                loop = _loop_around(tree, call)
                yield loop is not None and _goes_on(call, loop, tree)


def _mentioning(flow: Flow, info: FunctionInfo) -> list[ast.AST]:
    callers = flow.solver.callers
    if callers.is_common(info.name):
        return []
    found = [each for each in callers.mentioning([info.name]) if isinstance(each, FunctionInfo)]
    return [each.node for each in found] if len(found) <= _MANY else []


def _is_meant(call: ast.Call, tree: Tree, info: FunctionInfo) -> bool:
    """Whether a call of a function's name is plainly one of the function itself."""
    if info.cls is None:
        return isinstance(call.func, ast.Name)
    receiver = call.func.value if isinstance(call.func, ast.Attribute) else None
    outer = [node for node in tree.above(call) if isinstance(node, _FUNCTIONS)]
    first = next((each.arg for node in outer[-1:] for each in node.args.args), "")
    return isinstance(receiver, ast.Name) and receiver.id == first


def _goes_on(call: ast.Call, loop: _Loop, tree: Tree) -> bool:
    """Whether a loop looks at a call's result, ends when it is true and else goes on."""
    if isinstance(loop, ast.While) and call in ast.walk(loop.test):
        return True
    kept = _kept_in(call, tree)
    for node in _inside(loop):
        if isinstance(node, ast.If) and _is_about(node.test, call, kept):
            good, bad = (node.body, node.orelse)
            if isinstance(node.test, ast.UnaryOp):
                good, bad = bad, good
            names = {name for each in call.args for name in _names(each)}
            back = any(_takes(part, names) for each in bad for part in _inside(each))
            if _leaves(good, tree) or _waits(bad) or back:
                return True
    return False


def _kept_in(call: ast.Call, tree: Tree) -> str:
    """Return the variable that a call's result is put into, or ``""``."""
    for above in tree.above(call):
        if isinstance(above, ast.Assign) and isinstance(above.targets[0], ast.Name):
            return above.targets[0].id
        if isinstance(above, ast.stmt):
            break
    return ""


def _is_about(test: ast.expr, call: ast.Call, kept: str) -> bool:
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        test = test.operand
    if isinstance(test, ast.Await):
        test = test.value
    return test is call or (isinstance(test, ast.Name) and test.id == kept)
