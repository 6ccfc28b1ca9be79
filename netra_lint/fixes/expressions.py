"""A choice written as an expression, where the send's result is used in one."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.fixes.edits import edit
from netra_lint.fixes.proposal import NoFixError
from netra_lint.fixes.statements import localised, value_of

if TYPE_CHECKING:
    from netra_lint.diagnostics import Edit
    from netra_lint.fixes.choices import Choice
    from netra_lint.fixes.site import Site

_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def conditional(choice: Choice) -> list[Edit]:
    """Write a choice as ``a if x else b if y else False``.

    Args:
        choice: the send and its targets.

    Returns:
        The edits.

    Raises:
        NoFixError: where no expression would keep what the code means.
    """
    site = choice.site
    node = value_of(site)
    if _moves_effects(choice):
        raise NoFixError("the message is built by a call inside a larger expression")
    if node is site.call and not choice.is_total and not _is_discarded(site):
        if _is_gathered(site):
            return _write(site, site.call, f"*({_lists(choice)})")
        raise NoFixError(
            "the send's coroutine is handed on, and there is none when neither id is there"
        )
    last = "None" if _is_discarded(site) else "False"
    text = _chain(choice, "await " if node is not site.call else "", last)
    return _write(site, node, text if _is_bare(site, node) else f"({text})")


def _write(site: Site, node: ast.expr, text: str) -> list[Edit]:
    return [edit(site.source, site.source.range(node), localised(site, text))]


def _moves_effects(choice: Choice) -> bool:
    from netra_lint.fixes.arguments import effects

    slots = choice.writer.slots
    func = choice.site.call.func
    values = [slots[number].value for number in choice.moves() if number >= 0]
    if isinstance(func, ast.Attribute):
        values.append(func.value)
    return any(effects(value) for value in values)


def _chain(choice: Choice, word: str, last: str) -> str:
    parts = []
    for target, call in zip(choice.targets, choice.calls(), strict=True):
        parts.append(f"{word}{call}")
        if target.condition:
            parts[-1] += f" if {target.condition}"
    return " else ".join(parts if choice.is_total else [*parts, last])


def _lists(choice: Choice) -> str:
    parts = [
        f"[{call}] if {target.condition}"
        for target, call in zip(choice.targets, choice.calls(), strict=True)
    ]
    return " else ".join([*parts, "[]"])


def _is_discarded(site: Site) -> bool:
    """Whether nobody looks at the result."""
    return isinstance(site.parent(value_of(site)), ast.Expr)


def _is_gathered(site: Site) -> bool:
    """Whether the call stands in a ``gather`` whose results nobody looks at."""
    outer = site.parent(site.call)
    if not isinstance(outer, ast.Call) or site.call not in outer.args:
        return False
    name = outer.func.attr if isinstance(outer.func, ast.Attribute) else ""
    above = site.parent(outer)
    return (
        name == "gather"
        and isinstance(above, ast.Await)
        and (isinstance(site.parent(above), ast.Expr))
    )


def _is_bare(site: Site, node: ast.expr) -> bool:
    """Whether a conditional expression may stand there without brackets."""
    parent = site.parent(node)
    if isinstance(parent, ast.Lambda):
        return site.source.location(site.source.range(node)[0]).row == (
            site.source.location(site.source.range(node)[1]).row
        )
    return False
