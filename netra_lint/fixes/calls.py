"""Writing a call anew with another method and recipient, its formatting kept."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import libcst as cst

from netra_lint.fixes.arguments import effects
from netra_lint.fixes.handed import handed_method
from netra_lint.fixes.layout import comments, unified

if TYPE_CHECKING:
    from netra_lint.fixes.site import Site

WIDTH = 88
"""Up to so many characters a call is put on one line where parts were moved out of it."""


@dataclass(frozen=True)
class Slot:
    """One argument of a call, as the syntax tree has it."""

    value: ast.expr
    keyword: str | None = None
    stars: str = ""

    @property
    def is_simple(self) -> bool:
        """Whether it may be written twice: names, attributes and constants."""
        kinds = (ast.Name, ast.Attribute, ast.Constant, ast.Load)
        return all(isinstance(node, kinds) for node in ast.walk(self.value))


def slots(call: ast.Call) -> list[Slot]:
    """Return a call's arguments in the order in which they are written."""
    found: list[tuple[tuple[int, int], Slot]] = []
    for each in call.args:
        starred = isinstance(each, ast.Starred)
        value = each.value if isinstance(each, ast.Starred) else each
        found.append((_place(each), Slot(value, None, "*" if starred else "")))
    for word in call.keywords:
        found.append((_place(word.value), Slot(word.value, word.arg, "" if word.arg else "**")))
    return [slot for _, slot in sorted(found, key=lambda pair: pair[0])]


def _place(node: ast.expr) -> tuple[int, int]:
    return node.lineno, node.col_offset


@dataclass
class Writer:
    """Writes variants of one call.

    Attributes:
        site: the call.
        moved: arguments that were moved into variables, by their positions.
        receiver: the variable that the receiver was moved into, or ``""``.
        on_one_row: whether a call is put on one row wherever it fits there.
        method: the argument that is the method, where this is handed on.
    """

    site: Site
    moved: dict[int, str] = field(default_factory=dict)
    receiver: str = ""
    on_one_row: bool = False
    method: ast.Attribute | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        """Read the call with LibCST."""
        found = handed_method(self.site)
        self.method = found[0] if found is not None else None
        self.text = unified(self.site.source.code(self.site.call))
        self.slots = slots(self.site.call)
        self.index = next(
            number for number, each in enumerate(self.slots) if each.value is self.site.argument
        )
        tree = cst.parse_expression(f"({self.text}\n)")
        assert isinstance(tree, cst.Call)
        self._call = tree.with_changes(lpar=tree.lpar[1:], rpar=tree.rpar[:-1])

    def variant(self, recipient: str, method: str = "", keyword: str | None = None) -> str:
        """Return the text of the call with another recipient.

        Args:
            recipient: the text of the recipient.
            method: the method to call instead, where it is another one.
            keyword: the keyword to pass the recipient by, where it was passed by one.
        """
        call = self._call
        args = list(call.args)
        args[self.index] = self._argument(args[self.index], recipient, keyword)
        for number, name in self.moved.items():
            args[number] = args[number].with_changes(value=cst.Name(name))
        if self.method is not None and method:
            at = self.handed
            args[at] = args[at].with_changes(value=_renamed(args[at].value, method))
        text = _code(call.with_changes(args=args, func=self._function(method)))
        flat = self._flat(recipient, method, keyword)
        short = len(flat) <= WIDTH and "\n" not in flat
        if (self.moved or self.on_one_row) and "\n" in text and short and not comments(text):
            text = flat
        return text if _is_whole(text) or self._in_brackets() else f"({text})"

    @property
    def handed(self) -> int:
        """The position of the method that is handed on among the arguments, or -1."""
        places = (n for n, slot in enumerate(self.slots) if slot.value is self.method)
        return next(places, -1)

    def _in_brackets(self) -> bool:
        text = self.site.source.text
        start, end = self.site.source.range(self.site.call)
        return text[:start].rstrip().endswith("(") and text[end:].lstrip().startswith(")")

    def _argument(self, arg: cst.Arg, recipient: str, keyword: str | None) -> cst.Arg:
        changed = arg.with_changes(value=cst.parse_expression(recipient))
        if arg.keyword is not None and keyword:
            changed = changed.with_changes(keyword=cst.Name(keyword))
        return changed

    def _function(self, method: str) -> cst.BaseExpression:
        func = self._call.func
        if isinstance(func, cst.Attribute):
            if method and self.method is None:
                func = _renamed(func, method)
            if self.receiver:
                func = func.with_changes(value=cst.Name(self.receiver))
        return func

    def _flat(self, recipient: str, method: str, keyword: str | None) -> str:
        parts = []
        for number, slot in enumerate(self.slots):
            value = self.moved.get(number) or unified(self.site.source.code(slot.value))
            name = slot.keyword
            if number == self.index:
                value, name = recipient, (keyword if slot.keyword else None)
            elif slot.value is self.method and method:
                value = f"{self.site.source.code(self.method.value)}.{method}"
            parts.append(f"{slot.stars}{name}={value}" if name else f"{slot.stars}{value}")
        return f"{_code(self._function(method))}({', '.join(parts)})"


def _renamed(node: cst.BaseExpression, name: str) -> cst.BaseExpression:
    changed = isinstance(node, cst.Attribute)
    return node.with_changes(attr=cst.Name(name)) if changed else node


def _code(node: cst.CSTNode) -> str:
    return cst.Module([]).code_for_node(node)


def _is_whole(text: str) -> bool:
    """Whether a text is an expression without brackets around it."""
    try:
        ast.parse(text, mode="eval")
    except SyntaxError:
        return False
    return True


def must_move(writer: Writer, twice: bool) -> list[int]:
    """Return the arguments that have to be evaluated before the recipient is chosen.

    Args:
        writer: the call.
        twice: whether the call will be written more than once.

    Returns:
        Their positions: those whose evaluation has effects, with what could be
        changed by these effects before; and, where they would be written
        twice, those that are not simple.
    """
    kept = (writer.index, writer.handed)
    others = [number for number in range(len(writer.slots)) if number not in kept]
    active = [number for number in others if effects(writer.slots[number].value)]
    last = max(active, default=-1)
    before = [n for n in others if n < last and not _is_fixed(writer.slots[n].value)]
    large = [n for n in others if twice and not writer.slots[n].is_simple]
    return sorted({*active, *before, *large})


def _is_fixed(node: ast.expr) -> bool:
    """Whether evaluating something else cannot change what an expression gives."""
    return isinstance(node, (ast.Constant, ast.Name))
