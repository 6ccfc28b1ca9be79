"""Patterns of ``match`` statements: what they bind and what they find out."""

from __future__ import annotations

import ast

from netra_lint.flow import access
from netra_lint.flow.checks import compared
from netra_lint.flow.run import PathEnds, Run
from netra_lint.flow.values import Cls, Ident, Value, const, unknown


def match_case(run: Run, subject: Value, pattern: ast.pattern, truth: bool) -> None:
    """Go on where a pattern matches a subject, or where it does not.

    Raises:
        PathEnds: that cannot be.
    """
    if truth:
        _match(run, subject, pattern)
    elif _always(subject, pattern):
        raise PathEnds
    elif isinstance(pattern, (ast.MatchValue, ast.MatchSingleton)):
        run.assume(_equal(run, subject, pattern), False)


def _always(subject: Value, pattern: ast.pattern) -> bool:
    """Whether a pattern matches whatever the subject is."""
    if isinstance(pattern, ast.MatchAs):
        return pattern.pattern is None or _always(subject, pattern.pattern)
    if isinstance(pattern, ast.MatchClass) and isinstance(pattern.cls, ast.Name):
        text = all(isinstance(atom, Ident) for atom in subject.atoms)
        return text and pattern.cls.id == "str" and not (pattern.patterns or pattern.kwd_attrs)
    return False


def _equal(run: Run, subject: Value, pattern: ast.MatchValue | ast.MatchSingleton) -> Value:
    if isinstance(pattern, ast.MatchSingleton):
        return compared(run, subject, ast.Is(), const(pattern.value))
    return compared(run, subject, ast.Eq(), run.eval(pattern.value))


def _match(run: Run, subject: Value, pattern: ast.pattern) -> None:
    if isinstance(pattern, (ast.MatchValue, ast.MatchSingleton)):
        run.assume(_equal(run, subject, pattern), True)
    elif isinstance(pattern, ast.MatchAs):
        if pattern.pattern is not None:
            _match(run, subject, pattern.pattern)
        if pattern.name:
            access.store_name(run, pattern.name, subject)
    elif isinstance(pattern, ast.MatchSequence):
        _sequence(run, subject, pattern)
    elif isinstance(pattern, ast.MatchMapping):
        for key, part in zip(pattern.keys, pattern.patterns, strict=True):
            _match(run, access.load_item(run, subject, run.eval(key).constant(), key), part)
        if pattern.rest:
            access.store_name(run, pattern.rest, subject)
    elif isinstance(pattern, ast.MatchClass):
        _class(run, subject, pattern)
    elif isinstance(pattern, ast.MatchOr):
        ways = [lambda p=p: _one(run, subject, p) for p in pattern.patterns]
        run.branch(*ways)


def _one(run: Run, subject: Value, pattern: ast.pattern) -> Value:
    _match(run, subject, pattern)
    return unknown()


def _class(run: Run, subject: Value, pattern: ast.MatchClass) -> None:
    if not _may_be_of(run, subject, run.eval(pattern.cls).only()):
        raise PathEnds
    for name, part in zip(pattern.kwd_attrs, pattern.kwd_patterns, strict=True):
        value = run.see(access.load_attribute(run, subject, name, part))
        _match(run, run.named(value, name, part, "attribute"), part)
    names = [n for oid in subject.refs() for c in run.heap[oid].classes for n in c.annotations]
    for index, part in enumerate(pattern.patterns):
        builtin = isinstance(pattern.cls, ast.Name) and pattern.cls.id == "str"
        if builtin:
            _match(run, subject, part)
        elif index < len(names):
            _match(run, access.load_attribute(run, subject, names[index], part), part)
        else:
            _match(run, unknown(), part)


def _may_be_of(run: Run, subject: Value, cls: object) -> bool:
    objects = [run.heap[oid] for oid in subject.refs()]
    if not isinstance(cls, Cls) or len(objects) < len(subject.atoms):
        return True
    return any(
        not obj.classes or obj.generic or any(cls.info in other.mro for other in obj.classes)
        for obj in objects
    )


def _sequence(run: Run, subject: Value, pattern: ast.MatchSequence) -> None:
    parts = access.sequence(run, subject)
    stars = [i for i, p in enumerate(pattern.patterns) if isinstance(p, ast.MatchStar)]
    if parts is None:
        element = access.elements(run, subject, pattern)
        for part in pattern.patterns:
            _star_or(run, part, Value(element.atoms), element)
        return
    if len(parts) != len(pattern.patterns) and not stars:
        raise PathEnds
    if stars:
        after = len(pattern.patterns) - stars[0] - 1
        middle = access.make_list(run, parts[stars[0] : len(parts) - after])
        parts = [*parts[: stars[0]], middle, *parts[len(parts) - after :]]
    for item, part in zip(parts, pattern.patterns, strict=False):
        _star_or(run, part, item, item)


def _star_or(run: Run, part: ast.pattern, item: Value, element: Value) -> None:
    if isinstance(part, ast.MatchStar):
        if part.name:
            access.store_name(run, part.name, element)
    else:
        _match(run, item, part)
