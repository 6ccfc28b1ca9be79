"""What a repair does to calls that stood where it writes: none may be lost, none made twice."""

from __future__ import annotations

import ast
import re
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from netra_lint.diagnostics import Applicability
from netra_lint.fixes.bindings import leaves
from netra_lint.fixes.edits import pieces, replace
from netra_lint.fixes.harmless import Reads
from netra_lint.fixes.proposal import Proposal, proposed
from netra_lint.fixes.source import SourceError
from netra_lint.fixes.uses import LOG_METHODS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from netra_lint.diagnostics import Edit, Fix
    from netra_lint.fixes.project import Project
    from netra_lint.fixes.source import Range, SourceFile

    Counted = Callable[[ast.AST], str]

LOST = "`{}` is no longer called on some way, and may do more than give a value"
AGAIN = "`{}` is called once more on some way"
ALWAYS = "`{}` is called now where it was passed by, and may do more than give a value"
_PLAIN = re.compile(r"""[\w\s.,=|'"\[\]]*""")
_ACTS = re.compile(r"\b(?:and|or|if|else|for|while|return|raise|await|yield|lambda|in|del)\b")
_BRANCHES = (ast.If, ast.IfExp)
_DEFINED = (ast.FunctionDef, ast.AsyncFunctionDef)


def weighed(proposal: Proposal, project: Project) -> Proposal:
    """Let a proposal be unsafe where it loses or repeats what could have an effect.

    Args:
        proposal: what a rule proposes.
        project: the project's files.

    Returns:
        The proposal; with the reasons where there are some.
    """
    fix = proposal.fix
    if fix is None:
        return proposal
    doubts = list(_doubts(fix, proposal.reason, project))
    if not doubts:
        return proposal
    guess = fix.applicability is Applicability.DISPLAY
    found = proposed(fix.message, fix.edits, [*doubts, proposal.reason], guess)
    assert found.fix is not None
    return Proposal(found.fix._replace(heading=fix.heading), found.reason)


def _doubts(fix: Fix, said: str, project: Project) -> Iterator[str]:
    reads, words = Reads(project), project.words
    count = partial(_name, lambda name: words.routing_method(name) is not None)
    for path in dict.fromkeys(edit.filename for edit in fix.edits):
        source = project.file(path)
        edits = [each for each in fix.edits if each.filename == path]
        if all(_is_plain(source, each) for each in edits):
            continue
        for old, new in _changed(source, edits):
            before, after = _ways(old, count), _ways(new, count)
            calls = {count(node): node for node in ast.walk(old)}
            for name in before.most:
                if f"`{name.removesuffix('(...)')}`" in said:
                    continue  # What the rule says itself of this call says more.
                doubt = _doubt(before, after, name)
                if doubt and not reads.only(calls[name], source):
                    yield doubt.format(name)


def _doubt(before: _Ways, after: _Ways, name: str) -> str:
    """Return what changes about a call, or an empty string."""
    if after.fewer(before, name):
        return LOST
    if after.most[name] > before.most[name]:
        return AGAIN
    return ALWAYS if after.least[name] > before.least[name] else ""


def _is_plain(source: SourceFile, edit: Edit) -> bool:
    """Whether an edit only puts names, texts and attributes in the place of such."""
    old = source.text[source.at(edit.location) : source.at(edit.end_location)]
    return all(_PLAIN.fullmatch(text) and not _ACTS.search(text) for text in (old, edit.content))


def _name(is_send: Callable[[str], bool], node: ast.AST) -> str:
    """Return how what could have an effect is known before and after; ``""`` for the rest."""
    if isinstance(node, ast.Call):
        last = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        carries = any(_is_send(part, is_send) for each in node.args for part in ast.walk(each))
        quiet = carries or is_send(last) or last in LOG_METHODS
        return "" if quiet else _called(node)
    if isinstance(node, ast.Await):
        return "" if isinstance(node.value, ast.Call) else ast.unparse(node)
    if isinstance(node, ast.NamedExpr):
        return f"{node.target.id} := ..."
    return ast.unparse(node) if isinstance(node, (ast.Yield, ast.YieldFrom)) else ""


def _called(node: ast.expr) -> str:
    """Return what is called, whatever it is given: a repair may give it more."""
    if isinstance(node, ast.Call):
        return f"{_called(node.func)}(...)"
    return (
        f"{_called(node.value)}.{node.attr}"
        if isinstance(node, ast.Attribute)
        else ast.unparse(node)
    )


def _is_send(node: ast.AST, is_send: Callable[[str], bool]) -> bool:
    """Whether a node is a send: what only runs or keeps its coroutine goes where it goes."""
    func = node.func if isinstance(node, ast.Call) else None
    return isinstance(func, ast.Attribute) and is_send(func.attr)


def _changed(source: SourceFile, edits: Sequence[Edit]) -> Iterator[tuple[ast.AST, ast.AST]]:
    """Yield the functions that edits are in, before and after; the module for the others."""
    changes = pieces(source, edits)
    outer = [node for node in source.tree.body if isinstance(node, (*_DEFINED, ast.ClassDef))]
    inner = [n for node in outer for n in _methods(node)]
    left = set(changes)
    for node in inner:
        start, end = source.range(node)
        # What is put in where a function starts stands before it: an import.
        inside = [each for each in changes if start <= each.start and start < each.end <= end]
        if inside:
            left -= set(inside)
            new = _reparsed(source, (start, end), replace(source.text[:end], inside)[start:])
            if new is not None:
                yield node, new
    if left:
        try:
            new_source = type(source)(source.path, source.encoded(replace(source.text, changes)))
            yield source.tree, new_source.tree
        except SourceError:
            return


def _methods(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.ClassDef):
        for each in node.body:
            yield from _methods(each)
    elif isinstance(node, _DEFINED):
        yield node


def _reparsed(source: SourceFile, where: Range, text: str) -> ast.AST | None:
    """Parse a function's new text; None where it is none, as the proof of edits will say."""
    start = where[0]
    head = source.text[source.starts[source.location(start).row - 1] : start]
    try:
        tree = ast.parse(f"if 1:\n{head}{text}" if head else text)
    except (SyntaxError, ValueError):
        return None
    first = tree.body[0]
    return first.body[0] if isinstance(first, ast.If) else first


# -- ways ---------------------------------------------------------------------------------


@dataclass
class _Ways:
    """How often each thing is done: on the way that does it least, and most."""

    least: Counter[str] = field(default_factory=Counter)
    most: Counter[str] = field(default_factory=Counter)

    def then(self, other: _Ways) -> _Ways:
        if not other.most:
            return self
        if not self.most:
            return other
        return _Ways(self.least + other.least, self.most + other.most)

    def or_else(self, other: _Ways) -> _Ways:
        if not (self.most or other.most):
            return self
        return _Ways(self.least & other.least, self.most | other.most)

    def fewer(self, before: _Ways, name: str) -> bool:
        return self.least[name] < before.least[name] or self.most[name] < before.most[name]


_NOTHING = _Ways()


def _ways(node: ast.AST, count: Counted) -> _Ways:
    """Return how often a part of a program does what counts, however it is entered."""
    own = count(node)
    found = _Ways(Counter([own]), Counter([own])) if own else _NOTHING
    if isinstance(node, _BRANCHES):
        return found.then(_ways(node.test, count)).then(_branches(node, count))
    if isinstance(node, ast.BoolOp):
        first, rest = node.values[0], node.values[1:]
        later = _all(rest, count)
        return found.then(_ways(first, count)).then(_Ways(Counter(), later.most))
    for _, value in ast.iter_fields(node):
        if isinstance(value, list) and value and isinstance(value[0], ast.stmt):
            found = found.then(_block(value, count))
        elif isinstance(value, (list, ast.AST)):
            found = found.then(_all(value if isinstance(value, list) else [value], count))
    return found


def _all(nodes: Iterable[object], count: Counted) -> _Ways:
    found = _NOTHING
    for node in nodes:
        if isinstance(node, ast.AST):
            found = found.then(_ways(node, count))
    return found


def _branches(node: ast.If | ast.IfExp, count: Counted) -> _Ways:
    if isinstance(node, ast.IfExp):
        return _ways(node.body, count).or_else(_ways(node.orelse, count))
    return _block(node.body, count).or_else(_block(node.orelse, count))


def _block(block: Sequence[ast.stmt], count: Counted) -> _Ways:
    """Return the ways through statements; what a branch that leaves skips is not on its way."""
    found = _NOTHING
    for each in reversed(block):
        if isinstance(each, ast.If) and leaves(each.body) != leaves(each.orelse):
            body, other = _block(each.body, count), _block(each.orelse, count)
            stays = leaves(each.orelse)
            ways = (body.then(found) if stays else body).or_else(
                other if stays else other.then(found)
            )
            found = _ways(each.test, count).then(ways)
        else:
            found = _ways(each, count).then(found)
    return found
