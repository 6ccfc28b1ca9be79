"""A send written for several recipients, one of which is chosen when it runs."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from netra_lint.fixes.arguments import effects
from netra_lint.fixes.calls import Writer, must_move
from netra_lint.fixes.layout import indentation, outdented, realigned, unified
from netra_lint.project.nodes import bound_names, flat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netra_lint.fixes.site import Site


@dataclass(frozen=True, slots=True)
class Target:
    """One way to send.

    Attributes:
        recipient: the expression that gives the id.
        condition: what must hold for it to be taken; empty when it always can be.
        method: the method to call, empty for the one that is written.
        keyword: the keyword for the recipient, where it is passed by one.
    """

    recipient: str
    condition: str = ""
    method: str = ""
    keyword: str | None = None


@dataclass
class Choice:
    """A send and its targets, the first that can be taken being the one.

    Attributes:
        site: the send.
        targets: the ways to send; a last one without a condition is always taken.
        setup: assignments that must stand before, as whole lines without indentation.
    """

    site: Site
    targets: Sequence[Target]
    setup: list[str] = field(default_factory=list)
    writer: Writer = field(init=False)

    def __post_init__(self) -> None:
        """Read the call."""
        self.writer = Writer(self.site)

    @property
    def is_single(self) -> bool:
        """Whether there is one target, which can always be taken."""
        return len(self.targets) == 1 and not self.targets[0].condition

    @property
    def is_total(self) -> bool:
        """Whether some target can always be taken."""
        return bool(self.targets) and not self.targets[-1].condition

    def calls(self) -> list[str]:
        """Return the call's text for each target."""
        write = self.writer.variant
        return [write(each.recipient, each.method, each.keyword) for each in self.targets]

    def moves(self) -> list[int]:
        """Return the arguments that have to be evaluated before; a receiver is -1."""
        if self.is_single:
            return []
        numbers = must_move(self.writer, len(self.targets) > 1)
        func = self.site.call.func
        if isinstance(func, ast.Attribute) and effects(func.value):
            return [-1, *numbers]
        return numbers

    def move(self) -> None:
        """Move into variables what has to be evaluated before."""
        taken = names_in(self.site) | {each.partition(" = ")[0] for each in self.setup}
        before: list[str] = []
        behind: list[str] = []
        for number in self.moves():
            if number < 0:
                assert isinstance(self.site.call.func, ast.Attribute)
                name = free(("manager", "websocket_manager", "ws_manager"), taken)
                self.writer.receiver = name
                node: ast.expr = self.site.call.func.value
            else:
                slot = self.writer.slots[number]
                name = free(_wishes(slot.keyword, number, self.writer.index), taken)
                self.writer.moved[number] = name
                node = slot.value
            taken.add(name)
            moved = before if number < self.writer.index else behind
            moved.append(_moved_text(self.site, node, f"{name} = "))
        self.setup = [*before, *self.setup, *behind]


def _wishes(keyword: str | None, number: int, recipient: int) -> tuple[str, ...]:
    usual = ("message", "payload", "websocket_message")
    if keyword:
        return (keyword, *usual)
    return usual if number == recipient + 1 else ("argument", "extra", "option")


def free(wishes: Sequence[str], taken: set[str]) -> str:
    """Return the first wished name that is not taken, or one made from it."""
    for name in wishes:
        if name not in taken:
            return name
    number = 2
    while f"{wishes[0]}_{number}" in taken:
        number += 1
    return f"{wishes[0]}_{number}"


def names_in(site: Site) -> set[str]:
    """Return all names that the functions around use, and those of the module."""
    names: set[str] = {name for each in flat(site.source.tree.body) for name in bound_names(each)}
    for scope in site.functions:
        for node in ast.walk(scope):
            if isinstance(node, ast.Name):
                names.add(node.id)
            elif isinstance(node, ast.arg):
                names.add(node.arg)
            elif isinstance(node, (ast.Global, ast.Nonlocal)):
                names.update(node.names)
    return names


def _moved_text(site: Site, node: ast.expr, head: str) -> str:
    """Return an argument's text as it reads at the statement's start, behind what names it."""
    source = site.source
    start, _ = source.range(node)
    text = unified(source.code(node))
    outer = indentation(source, source.range(site.statement)[0])
    inner = indentation(source, start)
    line = source.starts[source.location(start).row - 1]
    stands_first = start - line == len(inner)
    if stands_first:
        text = outdented(text, inner, outer)
    try:
        ast.parse(text, mode="eval")
    except SyntaxError:
        head, text = f"{head}(", f"{text})"
    if not stands_first and "\t" not in source.text[line:start]:
        text = realigned(text, start - line, len(outer) + len(head))
    return head + text
