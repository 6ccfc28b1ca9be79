"""Ids that are at hand and that a call leaves out though its callee takes them."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, NamedTuple

from netra_lint.flow.asked import says_gone, says_there
from netra_lint.flow.at_hand import mentions
from netra_lint.flow.beside import beside, read_of_variables
from netra_lint.flow.id_names import (
    ROUTES,
    is_aside,
    is_context,
    may_carry,
    own_kind,
    own_names,
)
from netra_lint.flow.others import is_for_another
from netra_lint.flow.precedence import changed_by, one_of_both
from netra_lint.flow.promises import may_promise, promised
from netra_lint.flow.whose import is_written_out
from netra_lint.flow.wrapped import is_narrowed
from netra_lint.project.nodes import is_none, walk
from netra_lint.vocabulary import RUN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netra_lint.flow.at_hand import Held, Seen
    from netra_lint.flow.callee import Callee
    from netra_lint.flow.program import FunctionInfo
    from netra_lint.flow.query_calls import Calls


class Missing(NamedTuple):
    """One id that a call leaves out.

    Attributes:
        parameter: what the callee takes it as.
        held: what is at hand.
        why: what the callee needs it for, in words.
    """

    parameter: str
    held: Held
    why: str


class Gap(NamedTuple):
    """A call that leaves ids out.

    Attributes:
        seen: the call.
        callee: what it calls.
        missing: the ids, in the callee's order.
        passed: whether some id of the execution is passed.
        fixable: whether what is missing can be passed to the call itself.
        doubt: why the call may mean to leave them out, or ``""``.
    """

    seen: Seen
    callee: Callee
    missing: tuple[Missing, ...]
    passed: bool
    fixable: bool = True
    doubt: str = ""


def gaps(calls: Calls, targets: frozenset[str], everything: bool = False) -> Iterator[Gap]:
    """Yield the calls that leave out what is at hand and needed.

    Args:
        calls: the calls of the project.
        targets: the files to look at.
        everything: whether any use of an id counts, not only routing.
    """
    for seen in calls.seen(targets):
        known = any(held.kind in ROUTES for held in seen.held) or may_promise(seen)
        if not (known or any(read_of_variables(calls, seen))) or fallback(seen):
            continue
        if any(word.arg is None for word in seen.call.keywords):
            continue
        found = _gap(calls, seen, everything)
        if found is not None:
            yield found


def _gap(calls: Calls, seen: Seen, everything: bool) -> Gap | None:
    if not any(_best(calls, seen, kind, True) for kind in ROUTES):
        return None
    callees = calls.callees(seen.info, seen.call)
    if not callees or (is_aside(callees[0].name) and callees[0].cls is not None):
        return None
    gap = _of_callee(calls, seen, callees[0], everything)
    if gap is not None and is_aside(callees[0].name):
        # What is called `send_error` tells the user; what is called `log_error` does not.
        sent = all(calls.needs.sends(callees[0], each.parameter) for each in gap.missing)
        gap = gap if sent else None
    if gap is None or not all(_takes(other, gap) for other in callees[1:]):
        return None
    return gap


def _takes(callee: Callee, gap: Gap) -> bool:
    gathers = callee.info is not None and callee.info.node.args.kwarg is not None
    return gathers or all(each.parameter in callee.optional for each in gap.missing)


def _of_callee(calls: Calls, seen: Seen, callee: Callee, everything: bool) -> Gap | None:
    passed = callee.passed(seen.call)
    if passed is None or (callee.info is not None and is_narrowed(calls, callee.info)):
        return None
    whole = callee.cls is not None and is_context(calls.words, callee.cls)
    if whole and _is_made_up(calls, passed):
        return None
    if not whole and any(_is_chosen(calls, seen, value) for value in passed.values()):
        return None
    missing = []
    for name in callee.names:
        kind = own_kind(calls.words, name)
        if not kind or name in passed or name not in callee.optional:
            continue
        if kind not in ROUTES and not whole:
            continue
        held = _best(calls, seen, kind, whole)
        why = calls.needs.why(callee, name) if held is not None else ""
        if everything and held is not None and not why:
            why = calls.needs.used(callee, name)
        if held is not None and why and not _set_later(calls, seen):
            missing.append(Missing(name, held, why))
    if missing and is_for_another(calls, seen, callee, passed, missing):
        return None
    if not missing or all(each.held.kind not in ROUTES for each in missing):
        return None
    rest = one_of_both(calls, callee, passed, missing)
    if not rest:
        return None
    ids = any(own_kind(calls.words, name) for name in passed)
    return Gap(seen, callee, tuple(rest), ids, doubt=changed_by(calls, callee, passed, rest))


def _is_made_up(calls: Calls, passed: dict[str, ast.expr]) -> bool:
    """Whether a run id is written out: no execution has it, and nobody waits for its messages."""
    return any(
        own_kind(calls.words, name) == RUN and is_written_out(value)
        for name, value in passed.items()
    )


def _is_chosen(calls: Calls, seen: Seen, value: ast.expr) -> bool:
    """Whether a call stands where one id was asked for, and passes that: the other is not meant."""
    name = value.attr if isinstance(value, ast.Attribute) else getattr(value, "id", "")
    if not name or own_kind(calls.words, name) not in ROUTES:
        return False
    text = ast.unparse(value)
    return any(says_there(test.condition, text, test.outcome) for test in seen.tests)


# -- what is at hand -----------------------------------------------------------------


def _best(calls: Calls, seen: Seen, kind: str, whole: bool) -> Held | None:
    """Return the id of a kind to pass; None where there is none, or something carries it.

    A context does not find its ids in a state that it is given beside them, but in another
    context, such as the one that it is a part of.
    """
    args = [*seen.call.args, *(word.value for word in seen.call.keywords)]
    if any(mentions(arg, calls.words, kind) for arg in args):
        return None
    if any(_is_context(calls, seen, a) if whole else carries(calls, seen, a) for a in args):
        return None
    found = beside(calls, seen, kind)
    if found is not None:
        return found
    fitting = [held for held in seen.held if held.kind == kind and is_there(seen, held)]
    reads = [n for a in args for n in walk(a) if isinstance(n, (ast.Attribute, ast.Subscript))]
    used = {ast.unparse(n.value) for n in reads}
    runs = {ast.unparse(n.value) for n in reads if own_kind(calls.words, _part(n)) == RUN}
    fitting.sort(key=lambda h: (h.holder not in runs, bool(h.holder), h.holder not in used))
    holder = fitting[0].holder.partition(".")[0] if fitting else ""
    if fitting and holder != seen.info.outermost.receiver:
        return fitting[0]
    return promised(calls, seen, kind) or (fitting[0] if fitting else None)


def _part(node: ast.Attribute | ast.Subscript) -> str:
    """Return the attribute or key that is read."""
    return node.attr if isinstance(node, ast.Attribute) else str(getattr(node.slice, "value", ""))


def is_there(seen: Seen, held: Held) -> bool:
    """Whether nothing says that an id, or what it is a part of, is None at the call."""
    texts = {held.text, held.holder}
    if seen.tests:
        texts |= _other_names(seen, held)
    if any(says_gone(test.condition, texts, test.outcome) for test in seen.tests):
        return False
    if not held.holder or "." in held.holder:
        return True
    param = seen.info.every_param.get(held.holder)
    return param is None or not _defaults_to_none(seen, held.holder) or _is_used(seen, held)


def _other_names(seen: Seen, held: Held) -> set[str]:
    """Return the variables that a function sets to the same field as an id, and that field."""
    read = dict(_fields_read(seen.info.node))
    field = read.get(held.text, held.text)
    found = {name for name, each in read.items() if each == field}
    return found | {field} if found else found


def _fields_read(function: ast.AST) -> Iterator[tuple[str, str]]:
    """Yield the variables that a function sets to fields: ``thread_id = context.thread_id``."""
    for node in walk(function):
        if not isinstance(node, ast.Assign) or len(node.targets) != 1:
            continue
        target, value = node.targets[0], node.value
        pairs = [(target, value)]
        if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
            pairs = list(zip(target.elts, value.elts, strict=False))
        for name, given in pairs:
            if isinstance(name, ast.Name) and isinstance(given, ast.Attribute):
                yield name.id, ast.unparse(given)


def _defaults_to_none(seen: Seen, name: str) -> bool:
    from netra_lint.flow.program import default_nodes

    return any(n == name and is_none(d) for n, d in default_nodes(seen.info))


def _is_used(seen: Seen, held: Held) -> bool:
    """Whether a condition holds for an optional holder, or the call reads it anyway."""
    for test in seen.tests:
        if test.outcome and held.holder in {ast.unparse(n) for n in walk(test.condition)
                                            if isinstance(n, ast.Name)}:  # fmt: skip
            return True
    args = [*seen.call.args, *(word.value for word in seen.call.keywords)]
    plain = [a for a in args if isinstance(a, ast.Attribute)]
    return any(ast.unparse(a.value) == held.holder for a in plain)


def _is_context(calls: Calls, seen: Seen, arg: ast.expr) -> bool:
    """Whether an argument is a context as a whole."""
    own = seen.info.outermost
    if own.cls is not None and own.params and ast.unparse(arg) == own.params[0].arg:
        return "staticmethod" not in own.marks and is_context(calls.words, own.cls)
    return calls.class_of(seen.info, arg) is not None


def carries(calls: Calls, seen: Seen, arg: ast.expr) -> bool:
    """Whether an argument is an object that has ids of its own."""
    if isinstance(arg, (ast.Lambda, ast.Constant)):
        return False
    if isinstance(arg, ast.Dict):
        return any(value is not None and carries(calls, seen, value) for value in arg.values)
    if isinstance(arg, (ast.List, ast.Tuple)):
        return any(carries(calls, seen, value) for value in arg.elts)
    if isinstance(arg, ast.Call):
        inner = [*arg.args, *(word.value for word in arg.keywords)]
        return any(carries(calls, seen, each) for each in inner)
    if not isinstance(arg, (ast.Name, ast.Attribute)):
        return False
    word = arg.attr if isinstance(arg, ast.Attribute) else arg.id
    if may_carry(word):
        return True
    if isinstance(arg, ast.Name) and arg.id == "self":
        return _may_keep_ids(calls, seen.info)
    text = ast.unparse(arg)
    return any(held.holder == text for held in seen.held) or _typed_carrier(calls, seen, arg)


def _may_keep_ids(calls: Calls, info: FunctionInfo) -> bool:
    """Whether the instance of a method may have ids, or an object that carries them."""
    info = info.outermost
    if info.cls is None or info.cls.is_open:
        return True
    names = calls.fields_of(info.cls)
    if any(may_carry(name) or own_kind(calls.words, name) in ROUTES for name in names):
        return True
    calls.known.classes.candidates(info.cls)
    classes = tuple(info.cls.family())
    own = [name for name in own_names(calls.words) if own_kind(calls.words, name) in ROUTES]
    return any(calls.known.classes.writers(classes, name) for name in sorted(own))


def _typed_carrier(calls: Calls, seen: Seen, arg: ast.expr) -> bool:
    param = seen.info.every_param.get(arg.id) if isinstance(arg, ast.Name) else None
    if param is None:
        return False
    classes = calls.known.classes.of_annotation(seen.info.module, param.annotation)
    return any(
        own_kind(calls.words, name) in ROUTES for cls in classes for name in calls.fields_of(cls)
    )


# -- what is meant so ------------------------------------------------------------------


def fallback(seen: Seen) -> bool:
    """Whether the call only makes what nobody gave: ``ctx or Context()``, ``if ctx is None``."""
    if seen.instead:
        return True
    if not seen.target:
        return False
    for test in seen.tests:
        tested = {ast.unparse(n) for n in walk(test.condition)
                  if isinstance(n, (ast.Name, ast.Attribute))}  # fmt: skip
        if seen.target in tested:
            return True
    return False


def _set_later(calls: Calls, seen: Seen) -> bool:
    """Whether the id, or another one to send to, is set on the result afterwards."""
    if not seen.target:
        return False
    for node in walk(seen.info.node):
        stored = isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)
        if (
            stored
            and own_kind(calls.words, node.attr) in ROUTES  # type: ignore[attr-defined]
            and ast.unparse(node.value) == seen.target  # type: ignore[attr-defined]
        ):
            return True
        if _is_setattr(node) and ast.unparse(node.args[0]) == seen.target:  # type: ignore[attr-defined]
            return True
    return False


def _is_setattr(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
        return False
    return node.func.id == "setattr" and bool(node.args)
