"""Which values are functions that lead to sends, as far as a short look tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netra_lint.flow import attributes, passing
from netra_lint.flow.escapes import words_in
from netra_lint.flow.frames import Arg
from netra_lint.flow.graph import bare, displayed, given_to, word_of
from netra_lint.flow.values import EMPTY, Fn, Method, Obj, Value

if TYPE_CHECKING:
    from collections.abc import Callable, Container

    from netra_lint.flow.candidates import Candidates
    from netra_lint.flow.frames import Frame
    from netra_lint.flow.graph import Node
    from netra_lint.flow.machine import Machine
    from netra_lint.flow.program import FunctionInfo

PEEK_BUDGET = 300
"""Steps to see whether something is a function: those that are take a dozen."""
_NO_FUNCTIONS = frozenset({
    "binary", "caught", "compare", "const", "many", "manydict", "not", "text",
})  # fmt: skip


_DISPLAYS = frozenset({"dict", "sequence"})
_LISTED = 8
"""So many elements of a list of functions are looked at to see that it is one."""
_NESTED = 2
"""So deep such lists may lie in each other; one that a loop wraps again and again has no end."""


class Carried:
    """Looks for functions in values.

    Args:
        machine: what evaluates them.
        candidates: the names that are asked for.
        demanded: the functions of which something is asked.
        invokers: the functions that call what they, or their objects, are given.
    """

    def __init__(
        self,
        machine: Machine,
        candidates: Candidates,
        demanded: Container[object],
        invokers: Container[object],
    ) -> None:
        self._machine = machine
        self._words = machine.words
        self._candidates = candidates
        self._names = candidates.names
        self._demands = demanded
        self._invokers = invokers
        self._said: dict[FunctionInfo, set[str]] = {}

    def carries(self, arg: Arg, nested: int = _NESTED) -> bool:
        """Whether something that is handed on is a function, or holds some."""
        found = self._may_be_given(arg)
        return found and self._is_function(self._peek(arg.get, self._machine), nested)

    def _peek(self, work: Callable[..., Value], *args: object) -> Value:
        """Return a value that is only looked at for functions; nothing where that takes long."""
        value: Value | None = self._machine.within(PEEK_BUDGET, work, *args)
        return EMPTY if value is None else value

    def _may_be_given(self, arg: Arg) -> bool:
        return arg.is_part or self._may_be_function(arg.node, arg.frame)

    def _may_be_function(self, node: int, frame: Frame) -> bool:
        """Whether something may be a function, as it is written, here and in the callers."""
        if node < 0:
            return True
        nodes = frame.facts.nodes
        data = nodes[bare(nodes, node)]
        if data[0] in _NO_FUNCTIONS:
            return False
        if data[0] in _DISPLAYS:
            parts = displayed(nodes, node)[:_LISTED]
            return any(self._may_be_function(part, frame) for part in parts)
        if data[0] == "param":
            return frame.args is not None and self._may_be_given_function(frame, data[1])
        if data[0] == "call":
            return self._may_give_function(data, frame)
        if frame.args is not None or data[0] not in ("attr", "free"):
            return True
        return self._candidates.is_hot(nodes, node)

    def _may_be_given_function(self, frame: Frame, name: str) -> bool:
        if self._words.kind_of_name(name):
            return False
        arg = passing.argument(frame, name)
        return arg is None or self._may_be_given(arg)

    def _may_give_function(self, data: Node, frame: Frame) -> bool:
        """Whether a call may give back a function: one that it makes, or that it is given."""
        word = word_of(frame.facts.nodes, data)
        if word in self._names or word in self._candidates.callable:
            return True
        return any(self._may_be_function(node, frame) for node in given_to(data))

    def _is_function(self, value: Value, nested: int = _NESTED) -> bool:
        return any(
            isinstance(a, Fn)
            or (isinstance(a, Obj) and self._is_callable(a, nested))
            or (isinstance(a, Method) and self._words.routing_method(a.name) is not None)
            for a in value
        )

    def _is_callable(self, atom: Obj, nested: int) -> bool:
        """Whether an object is called, or a list or table of things that are."""
        if atom.shape == "partial" or self._is_called(atom):
            return True
        nodes = atom.frame.facts.nodes
        if not nested or atom.node < 0 or nodes[atom.node][0] not in _DISPLAYS:
            return False
        parts = [
            Arg(atom.frame, part, attributes.NOWHERE)
            for part in displayed(nodes, atom.node)[:_LISTED]
        ]
        return any(self.carries(part, nested - 1) for part in parts)

    def _is_called(self, atom: Obj) -> bool:
        """Whether calls of an object are asked about."""
        methods = [cls.find("__call__") for cls in atom.classes]
        return any(m is not None and m in self._demands for m in methods)

    def is_led_on_by(self, node: int, frame: Frame) -> bool:
        """Whether a value of a frame is a function that may lead to a send."""
        return self._may_be_function(node, frame) and self._may_lead_on(
            self._peek(self._machine.eval, node, frame)
        )

    def _may_lead_on(self, value: Value) -> bool:
        """Whether something is a function that may lead to a send, by the names in it."""
        return self._is_function(value) and any(
            not isinstance(a, Fn)
            or (a.closure is not None and a.closure.args is not None)
            or self._says_hot(a.info)
            for a in value
        )

    def _says_hot(self, info: FunctionInfo) -> bool:
        """Whether a function is wanted itself, or its code has a name that is."""
        if info.name in self._names or info in self._demands or info in self._invokers:
            return True
        return not self._names.keys().isdisjoint(self.words_of(info))

    def words_of(self, info: FunctionInfo) -> set[str]:
        """Return the names in a function's code."""
        words = self._said.get(info)
        if words is None:
            words = self._said[info] = words_in(info.node)
        return words
