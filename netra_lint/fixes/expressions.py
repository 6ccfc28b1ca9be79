"""A choice written as an expression, where the send's result is used in one."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.fixes.edits import edit
from netra_lint.fixes.layout import indentation, shifted
from netra_lint.fixes.proposal import NoFixError
from netra_lint.fixes.statements import can_branch, localised, value_of

if TYPE_CHECKING:
    from netra_lint.diagnostics import Edit
    from netra_lint.fixes.choices import Choice
    from netra_lint.fixes.site import Site

WIDTH = 100
"""Up to so many columns a conditional expression stays on one line."""


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
    choice.writer.on_one_row = True
    if _moves_effects(choice):
        raise NoFixError("the message is built by a call inside a larger expression")
    if needs_coroutine(site) and not choice.is_total:
        if _is_gathered(site):
            return _write(site, site.call, "*" + _laid_out(site, site.call, _lists(choice)))
        raise NoFixError(
            "the send's coroutine is handed on, and there is none when neither id is there"
        )
    last = "None" if _is_discarded(site) else "False"
    parts = _chain(choice, "await " if node is not site.call else "", last)
    return _write(site, node, _laid_out(site, node, parts))


def needs_coroutine(site: Site) -> bool:
    """Tell whether what is used is the send's coroutine, not its result."""
    return value_of(site) is site.call and not _is_discarded(site) and not can_branch(site)


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


def _chain(choice: Choice, word: str, last: str) -> list[str]:
    """Return the parts of a conditional expression, which are joined by blanks."""
    parts: list[str] = []
    for target, call in zip(choice.targets, choice.calls(), strict=True):
        parts.append(f"{'else ' if parts else ''}{word}{call}")
        if target.condition:
            parts.append(f"if {target.condition}")
    return parts if choice.is_total else [*parts, f"else {last}"]


def _laid_out(site: Site, node: ast.expr, parts: list[str]) -> str:
    """Return a conditional expression, over several lines where one would be too long."""
    source = site.source
    start, end = source.range(node)
    text = " ".join(parts)
    first, last = source.location(start), source.location(end)
    rest = len(source.line(last.row)) - last.column
    outer = indentation(source, source.starts[first.row - 1] + len(source.line(first.row)))
    if "\n" in text or first.column + len(text) + rest > WIDTH:
        inner = outer + source.indent
        rows = (shifted(part, 1, source.indent) for part in parts)
        text = f"\n{inner}" + f"\n{inner}".join(rows) + f"\n{outer}"
    return text if _in_brackets(source.text, start, end) else f"({text})"


def _in_brackets(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start] == "(" and text[end : end + 1] == ")"


def _lists(choice: Choice) -> list[str]:
    """Return the parts of a conditional expression that gives a list with the send or none."""
    parts = [
        f"{'else ' if number else ''}[{call}] if {target.condition}"
        for number, (target, call) in enumerate(zip(choice.targets, choice.calls(), strict=True))
    ]
    return [*parts, "else []"]


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
