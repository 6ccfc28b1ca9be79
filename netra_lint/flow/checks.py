"""What comparisons and string tests say of the values that they look at."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.flow.facts import IS_NONE, NOT_NONE, equals, is_kind, not_kind
from netra_lint.flow.values import FALSE, TRUE, Const, Ident, Test, Value, const, one, unknown

if TYPE_CHECKING:
    from netra_lint.flow.run import Run


def test(token: int, when_true: frozenset[str], when_false: frozenset[str]) -> Value:
    """Return a truth value that tells facts of another value."""
    return one(Test(((token, when_true),), ((token, when_false),)))


def compared(run: Run, left: Value, operator: ast.cmpop, right: Value) -> Value:
    """Return the truth value of one comparison."""
    positive = isinstance(operator, (ast.Eq, ast.Is, ast.In))
    seen, other = run.see(left), run.see(right)
    first, second = seen.constant(), other.constant()
    if isinstance(operator, (ast.Eq, ast.NotEq, ast.Is, ast.IsNot)):
        if first and second:
            return const((first == second) == positive)
        if second or first:
            subject = left if second else right
            return _against(run, subject, second or first, positive)  # type: ignore[arg-type]
        if _all_run(other):
            return _flip(test(left.token, is_kind("run"), not_kind("run")), positive)
        if _all_run(seen):
            return _flip(test(right.token, is_kind("run"), not_kind("run")), positive)
    if isinstance(operator, (ast.In, ast.NotIn)) and first and isinstance(first.value, str):
        kind = run.words.kind_of_text(first.value)
        if kind and not other.refs():
            return _flip(test(right.token, is_kind(kind), not_kind(kind)), positive)
    return unknown()


def _all_run(value: Value) -> bool:
    return all(isinstance(atom, Ident) and atom.kind == "run" for atom in value.atoms)


def _against(run: Run, subject: Value, constant: Const, positive: bool) -> Value:
    if constant.value is None:
        return _flip(test(subject.token, IS_NONE, NOT_NONE), positive)
    if isinstance(constant.value, str):
        prefix = run.known.prefixes.get(subject.token)
        kind = run.words.kind_of_text(constant.value)
        if prefix is not None and kind:
            return _flip(test(prefix[0], is_kind(kind), not_kind(kind)), positive)
        holds, fails = equals(constant.value)
        facts = is_kind(kind) if kind else not_kind("run")
        return _flip(test(subject.token, facts | holds, fails), positive)
    if isinstance(constant.value, (int, float, bytes)):
        return _flip(test(subject.token, *equals(constant.value)), positive)
    return unknown()


def _flip(value: Value, positive: bool) -> Value:
    if positive:
        return value
    atom = value.only()
    return one(Test(atom.when_false, atom.when_true)) if isinstance(atom, Test) else value


def starts_with(run: Run, subject: Value, prefix: Value | None) -> Value:
    """Return the truth value of ``subject.startswith(prefix)``."""
    from netra_lint.flow.access import sequence

    if prefix is None:
        return unknown()
    parts = sequence(run, prefix) or [prefix]
    texts = [part.constant() for part in parts]
    known = subject.constant()
    if known and isinstance(known.value, str) and all(t and isinstance(t.value, str) for t in texts):
        return one(TRUE if known.value.startswith(tuple(str(t.value) for t in texts if t)) else FALSE)
    kinds = {run.words.kind_of_text(str(text.value)) for text in texts if text}
    if len(kinds) != 1 or "" in kinds or None in texts:
        run_in = "run" in kinds
        return test(subject.token, frozenset(), not_kind("run")) if run_in else unknown()
    kind = kinds.pop()
    return test(subject.token, is_kind(kind), not_kind(kind))


def matched(run: Run, subject: Value, pattern: Value) -> Value:
    """Return the truth value of a regular expression's ``match`` on a subject."""
    text = pattern.constant()
    if text is None or not isinstance(text.value, str):
        return unknown()
    kind = run.words.kind_of_text(text.value.lstrip("^").removeprefix("\\A").replace("\\", ""))
    return test(subject.token, is_kind(kind), not_kind(kind)) if kind else unknown()
