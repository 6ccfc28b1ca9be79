"""What comparisons and string tests say of the values that they look at."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from netra_lint.flow.facts import IS_NONE, NOT_NONE, equals, is_kind, not_kind
from netra_lint.flow.values import (
    FALSE,
    TRUE,
    Const,
    ExtVal,
    Ident,
    Test,
    Value,
    const,
    one,
    unknown,
)

if TYPE_CHECKING:
    from netra_lint.flow.run import Run


PATTERN = "re.Pattern "


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
        if prefix is not None and run.words.kind_of_text(constant.value + prefix[1]):
            kind = run.words.kind_of_text(constant.value + prefix[1])
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
    if (
        known
        and isinstance(known.value, str)
        and all(t and isinstance(t.value, str) for t in texts)
    ):
        return one(
            TRUE if known.value.startswith(tuple(str(t.value) for t in texts if t)) else FALSE
        )
    words = [str(text.value) for text in texts if text]
    kinds = {run.words.kind_of_text(word) for word in words}
    if None not in texts and len(kinds) == 1 and "" not in kinds:
        kind = kinds.pop()
        return test(subject.token, is_kind(kind), not_kind(kind))
    no_run = None not in texts and not any(_meets(word, "run_") for word in words)
    fails = not_kind("run") if "run" in kinds else frozenset()
    return test(subject.token, not_kind("run") if no_run else frozenset(), fails)


def _meets(prefix: str, other: str) -> bool:
    return prefix.startswith(other) or other.startswith(prefix)


_UUID = "0d9f6c3e-7a41-4b52-9c1e-5f2a8b7d6e10"
_SAMPLES = {
    "run": (f"run_{_UUID}", "run_7f3a9c", "run_1"),
    "thread": (f"thread_{_UUID}", "thread_7f3a9c", "thread_1"),
}


def matched(run: Run, method: str, subject: Value, pattern: str) -> Value:
    """Return the truth value of a regular expression's match on a subject.

    Args:
        run: the evaluation.
        method: ``match``, ``fullmatch`` or ``search``.
        subject: the string that is looked at.
        pattern: the regular expression; ids of each kind are tried on it.
    """
    try:
        match = getattr(re.compile(pattern), method)
    except re.error:
        return unknown()
    holds, fails = set[str](), set[str]()
    for kind, samples in _SAMPLES.items():
        hits = [match(sample) is not None for sample in samples]
        holds |= set() if any(hits) else not_kind(kind)
        fails |= not_kind(kind) if all(hits) else set()
    return test(subject.token, frozenset(holds), frozenset(fails))


def regular(value: Value) -> str | None:
    """Return the text of a compiled regular expression, if the value is one."""
    atom = value.only()
    if isinstance(atom, ExtVal) and atom.name.startswith(PATTERN):
        return atom.name[len(PATTERN) :]
    return None
