"""Sends without a proper recipient in functions that have no id at hand."""

from __future__ import annotations

import ast
from functools import cached_property
from typing import TYPE_CHECKING

from netra_lint.flow.at_hand import mentions
from netra_lint.flow.callee import Callee
from netra_lint.flow.chains import Chains, Start, Top
from netra_lint.flow.classes import is_test
from netra_lint.flow.id_names import ROUTES, is_aside, own_kind
from netra_lint.flow.machine import OutOfBudget
from netra_lint.flow.plans import Goal, Plan
from netra_lint.flow.program import FunctionInfo, default_nodes
from netra_lint.flow.query_sends import span_of
from netra_lint.flow.values import Const, Hole, Ident
from netra_lint.project.modules import walk
from netra_lint.vocabulary import KINDS, RUN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netra_lint.flow.at_hand import Seen
    from netra_lint.flow.hits import Hit
    from netra_lint.flow.query_calls import Calls
    from netra_lint.flow.values import Atom

CODE = "NTR101"


class Broken:
    """Finds where the ids get lost on the way to such sends."""

    def __init__(self, calls: Calls) -> None:
        self.calls = calls
        self.chains = Chains(calls)
        self._starts: dict[tuple[object, ...], Start | None] = {}

    # -- what is asked -----------------------------------------------------------------

    @cached_property
    def tops(self) -> dict[tuple[str, ast.Call], list[tuple[Start, Top]]]:
        """The calls that lose ids, each with the sends that are reached from it."""
        found: dict[tuple[str, ast.Call], list[tuple[Start, Top]]] = {}
        for start in self._all_starts():
            for top in self.chains.search(start).tops:
                found.setdefault((top.use.root.path, top.use.seen.call), []).append((start, top))
        return found

    def plan_of(self, hit: Hit) -> Plan | None:
        """Return how ids get down to the send of a hit; None where it has some, or no caller has.

        Args:
            hit: a run id that reaches a recipient.
        """
        start = self._start_of(hit)
        return self.chains.plan([start]) if start is not None else None

    # -- sends to run ids ----------------------------------------------------------------

    def _all_starts(self) -> Iterator[Start]:
        everything = frozenset(self.calls.known.files)
        for hit in self.calls.solver.found(everything, frozenset({CODE})):
            start = self._start_of(hit)
            if start is not None:
                yield start
        yield from self._never_given()

    def _start_of(self, hit: Hit) -> Start | None:
        key = (hit.path, hit.call, hit.argument)
        if key not in self._starts:
            self._starts[key] = None if is_test(hit.path) else self._started(hit)
        return self._starts[key]

    def _started(self, hit: Hit) -> Start | None:
        found = self._located(hit)
        if found is None:
            return None
        root, call = found
        name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
        name = name or getattr(call.func, "id", "")
        seen = next((s for s in self.calls.seen_of(root, frozenset({name})) if s.call is call), None)
        if seen is None or root.name.startswith("__") or self._has_some(seen, hit):
            return None
        what = f"`{ast.unparse(call.func)}` in `{root.name}` sends to a run id"
        goal = Goal(hit.path, hit.call, hit.argument, hit.wanted)
        return Start(root, (), goal, what, hit.call.row, hit.call.column + 1)

    def _has_some(self, seen: Seen, hit: Hit) -> bool:
        """Whether an id is at hand at a send, or what is sent to is one, or can be."""
        if any(held.kind in ROUTES for held in seen.held):
            return True
        values = [*seen.call.args, *(word.value for word in seen.call.keywords)]
        for number, value in enumerate(values):
            if self.calls.known.span(hit.path, span_of(value)) == hit.argument:
                named = any(mentions(value, self.calls.words, kind) for kind in ROUTES)
                return named or not self._is_always_run(seen, number)
        return True

    def _is_always_run(self, seen: Seen, number: int) -> bool:
        """Whether an argument is a run id, or nothing at times, and never anything else."""
        node = self.calls.node_of(seen.info, seen.call)
        if node is None:
            return False
        frame = self.calls.known.open(seen.info)
        data = frame.facts.nodes[node]
        given = [*(arg[0] for arg in data[2]), *(word[1] for word in data[3])]
        self.calls.machine.ask()
        try:
            value = self.calls.machine.eval(given[number], frame)
        except OutOfBudget:
            return False
        kinds = {_kind(atom) for atom in value} - {"none"}
        return kinds == {RUN}

    def _located(self, hit: Hit) -> tuple[FunctionInfo, ast.Call] | None:
        """Return the call of a hit, and the outermost function around it."""
        module = self.calls.known.modules.module(hit.path)
        roots = self.calls.solver.callers.roots_at(module, [hit.call.row]) if module else ()
        for root in roots:
            for node in walk(root.node) if isinstance(root, FunctionInfo) else ():
                if isinstance(node, ast.Call) and node.lineno == hit.call.row:
                    if self.calls.known.span(hit.path, span_of(node)) == hit.call:
                        return root, node  # type: ignore[return-value]
        return None

    # -- sends to what nobody gives --------------------------------------------------------

    def _never_given(self) -> Iterator[Start]:
        """Yield the functions that send to an optional parameter which some call leaves out."""
        for owner, asked in list(self.calls.solver.demands.items()):
            names = {key[0] for key in asked if not key[1]}  # type: ignore[index]
            wanted = {name for name in names if own_kind(self.calls.words, name) in ROUTES}
            if not wanted or is_test(owner.path) or is_aside(owner.name) or owner.outer is not None:
                continue
            takes = self._takes(owner)
            if any(name in wanted for _, name in takes) and self._is_left_out(owner, takes):
                what = f"`{owner.name}` sends to nobody, since its {_named(takes)} never given"
                node = owner.node
                yield Start(owner, takes, None, what, node.lineno, node.col_offset + 1)

    def _takes(self, owner: FunctionInfo) -> tuple[tuple[str, str], ...]:
        """Return the optional parameters that a function sends to, by kinds."""
        callee = Callee(owner, None, owner.cls is not None)
        none = {n for n, d in default_nodes(owner) if isinstance(d, ast.Constant) and not d.value}
        found = {}
        for name in callee.names:
            kind = own_kind(self.calls.words, name)
            if kind in ROUTES and name in none & callee.optional:
                if kind not in found and self.calls.needs.why(callee, name):
                    found[kind] = name
        others = [n for n in owner.every_param if own_kind(self.calls.words, n) in ROUTES]
        if any(name not in found.values() for name in others):
            return ()
        return tuple((kind, found[kind]) for kind in KINDS if kind in found)

    def _is_left_out(self, owner: FunctionInfo, takes: tuple[tuple[str, str], ...]) -> bool:
        """Whether some known call gives none of the ids."""
        names = [param.arg for param in owner.params]
        for child in self.calls.solver.sites.get(owner, ()):
            args = child.args
            if args is None or args.star is not None or args.extra is not None:
                continue
            shift = 1 if owner.cls is not None and "staticmethod" not in owner.marks else 0
            if not any(
                args.get(names.index(name) - shift if name in names else -1, name)
                for _, name in takes
            ):
                return True
        return False


def _kind(atom: Atom) -> str:
    if isinstance(atom, (Ident, Hole)):
        return atom.kind
    return "none" if isinstance(atom, Const) and atom.value is None else ""


def _named(takes: tuple[tuple[str, str], ...]) -> str:
    names = " and ".join(f"`{name}`" for _, name in takes)
    return f"{names} {'are' if len(takes) > 1 else 'is'}"
