"""Branches and loops: ways that part, meet and come back to where they were."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.flow import patterns
from netra_lint.flow.graph import conditions
from netra_lint.flow.scopes import bound_in, mentioned_in
from netra_lint.flow.statements import Loop, Statements
from netra_lint.project.nodes import walk

if TYPE_CHECKING:
    from collections.abc import Callable

    from netra_lint.flow.ways import Conditions, Way

_UNROLLED = 4
_TRYING = (ast.Try, getattr(ast, "TryStar", ast.Try))
_PLAIN = (
    ast.Compare, ast.BoolOp, ast.UnaryOp, ast.Name, ast.Constant, ast.expr_context, ast.cmpop,
    ast.boolop, ast.unaryop,
)  # fmt: skip
"""A test of nothing else can be asked twice: it changes nothing."""


class Branches(Statements):
    """Goes through ``if``, ``match``, ``for`` and ``while``."""

    def _if(self, node: ast.If) -> None:
        condition = self.value(node.test)
        yes, no = self.way.fork(), self.way
        held = self.branch(
            yes if self.assume(yes, condition, 1) else None, lambda: self.block(node.body)
        )
        other = self.branch(
            no if self.assume(no, condition, 0) else None, lambda: self.block(node.orelse)
        )
        self.go(held, other)

    def _match(self, node: ast.Match) -> None:
        value = self.value(node.subject)
        ends: list[Way | None] = []
        for case in node.cases:
            if self.way is None:
                break
            fits = self.way.fork()
            before, self.way = self.way, fits
            condition = patterns.bind(self, case.pattern, value)
            possible = condition < 0 or self.assume(fits, condition, 1)
            if possible and case.guard is not None:
                guard = self.value(case.guard)
                possible = self.assume(fits, guard, 1)
                condition = guard if condition < 0 else self.add("and", condition, guard)
            self.way = before
            ends.append(
                self.branch(fits if possible else None, lambda case=case: self.block(case.body))  # type: ignore[misc]
            )
            if condition < 0 or not self.assume(self.way, condition, 0):
                self.way = None  # type: ignore[assignment]
        self.go(*ends, self.way)

    # -- loops ---------------------------------------------------------------

    def _for(self, node: ast.For | ast.AsyncFor) -> None:
        items = self._few_items(node)
        if items is not None:
            self._unrolled(node, items)
            return
        iterable = self.value(node.iter)

        kind = "first" if _stops_at_once(node.body) else "elem"
        returns, raises, start = len(self.facts.returns), len(self.facts.raises), self.way.path
        elements: list[int] = []

        def body() -> None:
            element = self.add(kind, iterable, self.way.mem)
            elements.append(element)
            self.assign(node.target, element, node.target)
            self.block(node.body)

        def ended(way: Way, loop: Loop) -> None:
            found = [each.path for each in self.facts.returns[returns:]]
            if not any(isinstance(n, _TRYING) for s in node.body for n in walk(s)):
                found += [each.path for each in self.facts.raises[raises:]]
            found += [each.path for each in loop.breaks]
            self._none_ended(way, elements[0], [tuple(conditions(path, start)) for path in found])

        self._loop(node, None, body, self.add("some", iterable, self.way.mem), ended)

    def _none_ended(self, way: Way, element: int, ends: list[Conditions]) -> None:
        """A loop that has gone through everything has met nothing that would have ended it."""
        if all(ends):
            for held in ends:
                self.assume(way, self.add("none", element, held), 1)

    def _few_items(self, node: ast.For | ast.AsyncFor) -> list[ast.expr] | None:
        """Return what a loop over a short display goes through, each by itself."""
        if not isinstance(node.iter, (ast.Tuple, ast.List)) or self._unrolling:
            return None
        items = node.iter.elts
        if len(items) > _UNROLLED or any(isinstance(item, ast.Starred) for item in items):
            return None
        return items

    def _unrolled(self, node: ast.For | ast.AsyncFor, items: list[ast.expr]) -> None:
        values = [self.value(item) for item in items]
        loop = Loop()
        self._loops.append(loop)
        self._unrolling += 1
        for value in values:
            if self.way is None:
                break
            self.assign(node.target, value, node.target)
            self.block(node.body)
            continues, loop.continues = loop.continues, []
            self.go(self.way, *continues)
        self._unrolling -= 1
        self._loops.pop()
        if self.way is not None:
            self.block(node.orelse)
        self.go(self.way, *loop.breaks)

    def _while(self, node: ast.While) -> None:
        runs = self._first_test(node.test)
        self._loop(node, node.test, lambda: self.block(node.body), runs)

    def _first_test(self, test: ast.expr) -> int:
        """Return what tells whether a loop has a first round, or -1."""
        if isinstance(test, ast.Name):
            return self.add("some", self.value(test), self.way.mem)
        plain = not isinstance(test, ast.Constant) and all(
            isinstance(n, _PLAIN) for n in walk(test)
        )
        return self.value(test) if plain else -1

    def _loop(
        self,
        node: ast.For | ast.AsyncFor | ast.While,
        test: ast.expr | None,
        body: Callable[[], None],
        runs: int,
        ended: Callable[[Way, Loop], None] | None = None,
    ) -> None:
        before = self.way.fork()
        heads = {name: self.add("phi", ()) for name in sorted(bound_in(node))}
        mem = self.mem("phi", ())
        self._forget_stored(node)
        self.way.names.update(heads)
        self.way.mem = mem
        loop = Loop()
        self._loops.append(loop)
        condition = self.value(test) if test is not None else -1
        leaving: Way | None = self.way.fork()
        if condition >= 0 and leaving is not None:
            if not self.assume(leaving, condition, 0):
                leaving = None
            if not self.assume(self.way, condition, 1):
                self.way = None  # type: ignore[assignment]
        if self.way is not None:
            body()
        self._loops.pop()
        back = self.join([w for w in (self.way, *loop.continues) if w is not None])
        self._close(heads, mem, before, back)
        if leaving is not None and ended is not None:
            ended(leaving, loop)
        if leaving is not None and runs >= 0:
            asked = frozenset() if test is None else mentioned_in(test)
            self._after_rounds(leaving, back, heads, runs, asked)
        self.way = leaving  # type: ignore[assignment]
        if self.way is not None:
            self.block(node.orelse)
        self.go(self.way, *loop.breaks)
        if self.way is not None:
            self._drop_unset(heads)

    def _close(self, heads: dict[str, int], mem: int, before: Way, back: Way | None) -> None:
        """Tell the values at a loop's head what they are before and after a round."""
        ways = [way for way in (before, back) if way is not None]
        self.facts.mems[mem] = ("phi", tuple((way.mem, ()) for way in ways))
        for name, head in heads.items():
            found = [self.seen(way, way.names[name]) for way in ways if name in way.names]
            choices = tuple((node, ()) for node in dict.fromkeys(found) if node != head)
            self.facts.nodes[head] = ("phi", choices)

    def _after_rounds(
        self, way: Way, back: Way | None, heads: dict[str, int], runs: int, asked: frozenset[str]
    ) -> None:
        """A loop that surely has a first round leaves nothing of what was before it.

        What its test asks for is left out: the end of the loop tells more of that.
        """
        if back is None:
            self.assume(way, runs, 0)
            return
        for name, head in heads.items():
            if name not in asked and way.names.get(name) == head and name in back.names:
                node = back.names[name]
                way.names[name] = self.add("phi", ((head, ((runs, 0),)), (node, ())))
        if back.mem != way.mem:
            way.mem = self.mem("phi", ((way.mem, ((runs, 0),)), (back.mem, ())))

    def _drop_unset(self, heads: dict[str, int]) -> None:
        for name, head in heads.items():
            if self.way.names.get(name) == head and not self.facts.nodes[head][1]:
                del self.way.names[name]

    def _forget_stored(self, node: ast.AST) -> None:
        """What was told of attributes that a loop sets does not hold in its next round."""
        stored = {
            n.attr
            for n in walk(node)
            if isinstance(n, ast.Attribute) and isinstance(n.ctx, ast.Store)
        }
        for name in stored:
            self.forget(name)


def _stops_at_once(body: list[ast.stmt]) -> bool:
    """Whether a loop surely ends in its first round."""
    if not isinstance(body[-1], (ast.Break, ast.Return)):
        return False
    return not any(isinstance(n, ast.Continue) for s in body for n in walk(s))
