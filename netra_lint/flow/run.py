"""One evaluation: the machine that expressions, statements and calls work on."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import TYPE_CHECKING

from netra_lint.flow.facts import FALSY, TRUTHY, may_be, tests
from netra_lint.flow.heap import Frame, Obj, ref
from netra_lint.flow.state import State, join, merged_values
from netra_lint.flow.values import UNKNOWN, Ident, Trace, Value, one, unknown

if TYPE_CHECKING:
    from netra_lint.flow.knowledge import Knowledge
    from netra_lint.flow.slices import Slice

MAX_DEPTH = 14
BUDGET = 60_000
SIDE_BUDGET = 8_000


class PathEnds(Exception):  # noqa: N818 - it is no error
    """The path that is followed does not go on: it returned, raised or broke off."""


class OutOfBudget(Exception):  # noqa: N818 - it is no error
    """The evaluation has done as many steps as one may."""


Handler = Callable[..., Value]
EXPRESSIONS: dict[type, Handler] = {}


def expression(*types: type) -> Callable[[Handler], Handler]:
    """Register how the expressions of some node types are evaluated."""

    def register(handler: Handler) -> Handler:
        for kind in types:
            EXPRESSIONS[kind] = handler
        return handler

    return register


class Run:
    """The state of one evaluation, from one root.

    Attributes:
        known: what is known of the whole program.
        state: the store on the path that is being followed.
        frame: the function that is being evaluated.
        heap: the unchanging parts of all objects.
        steps: how many nodes have been evaluated.
        passed_over: fields that were not set, since nothing seemed to read them.
        field_writes: the objects of which an attribute has been written.
        shared_writes: whether a name of a module has been written.
    """

    def __init__(self, known: Knowledge, root: object) -> None:
        self.known = known
        self.words = known.words
        self.root = root
        self.state = State()
        self.heap: dict[int, Obj] = {}
        self.frame: Frame = None  # type: ignore[assignment]
        self.steps = 0
        self.budget = BUDGET if root is not None else SIDE_BUDGET
        self.imported: dict[int, Value] = {}
        self.derived: dict[tuple[int, str], int] = {}
        self.root_self = 0
        self.slices: list[Slice] = []
        self.passed_over: set[str] = set()
        self.shared_writes = False
        self.field_writes: set[int] = set()

    def eval(self, node: ast.AST) -> Value:
        """Return what an expression can be on this path.

        Raises:
            PathEnds: the expression never gives a value.
            OutOfBudget: too many steps.
        """
        self.steps += 1
        if self.steps > self.budget:
            raise OutOfBudget
        handler = EXPRESSIONS.get(type(node))
        return handler(self, node) if handler else unknown()

    def see(self, value: Value) -> Value:
        """Return a value under the facts of this path."""
        return self.state.seen(value, self.words)

    def new(self, obj: Obj) -> Value:
        """Put an object on the heap."""
        return ref(self.heap, obj)

    def source(self, kind: str, node: ast.AST, note: str, word: str, token: int = 0) -> Value:
        """Return an id whose kind is known from here on."""
        trace = Trace(self.frame.path, node, note, "source", word=word)
        return Value({Ident(kind): trace}, token)

    def named(self, value: Value, name: str, node: ast.AST, what: str) -> Value:
        """Let a name say of what kind an unknown value is.

        Args:
            value: the value that the name holds.
            name: the variable's, attribute's, key's or function's name.
            node: where it is read.
            what: what the name belongs to, for people.
        """
        if UNKNOWN not in value.atoms:
            return value
        kind = self.words.kind_of_name(name)
        if not kind or f"not-{kind}" in self.state.facts.get(value.token, ()):
            return value
        atoms = {atom: trace for atom, trace in value.atoms.items() if atom != UNKNOWN}
        note = f"{what} `{name}` is a {kind} id by its name"
        atoms[Ident(kind)] = Trace(self.frame.path, node, note, "source", word=f"{what} `{name}`")
        return Value(atoms, value.token)

    def inner(self, value: Value, name: str) -> int:
        """Return the lasting identity of a part of a value that is not on the heap."""
        key = (value.token, name)
        if key not in self.derived:
            self.derived[key] = unknown().token
        return self.derived[key]

    # -- branching -------------------------------------------------------

    def assume(self, value: Value, truth: bool) -> None:
        """Go on where a value has this truth.

        Raises:
            PathEnds: it never has.
        """
        seen = self.see(value)
        if not may_be(seen, truth):
            raise PathEnds
        self.state.learn(value.token, TRUTHY if truth else FALSY)
        found = tests(seen)
        if len(found) == 1:
            for token, facts in found[0].when_true if truth else found[0].when_false:
                self.state.learn(token, facts)

    def branch(self, *ways: Callable[[], Value]) -> Value:
        """Follow several ways from here and join what they give.

        Raises:
            PathEnds: none of them comes to an end.
        """
        start, values, states = self.state, [], []
        for way in ways:
            self.state = start.fork()
            try:
                value = way()
            except PathEnds:
                continue
            values.append(self.see(value) if len(ways) > 1 else value)
            states.append(self.state)
        if not states:
            raise PathEnds
        if len(states) == 1:
            self.state = states[0]
            return values[0]
        result = merged_values(values, states)
        self.state = join(states, self.words)
        return result

    def condition(self, node: ast.AST, truth: bool) -> None:
        """Go on where a condition has this truth.

        Raises:
            PathEnds: it never has.
        """
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            self.condition(node.operand, not truth)
        elif isinstance(node, ast.BoolOp):
            self._connected(node.values, isinstance(node.op, ast.And), truth)
        else:
            self.assume(self.eval(node), truth)

    def _connected(self, parts: list[ast.expr], conjunction: bool, truth: bool) -> None:
        """``and`` is true where all are; it is false where the first ones are and one is not."""
        if conjunction == truth:
            for part in parts:
                self.condition(part, truth)
            return
        first, rest = parts[0], parts[1:]
        if not rest:
            self.condition(first, truth)
            return

        def stops() -> Value:
            self.condition(first, truth)
            return _NOTHING

        def goes_on() -> Value:
            self.condition(first, not truth)
            self._connected(rest, conjunction, truth)
            return _NOTHING

        self.branch(stops, goes_on)


_NOTHING = one(UNKNOWN)
