"""Sends without a proper recipient in functions that have no id at hand."""

from __future__ import annotations

import ast
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from netra_lint.flow.at_hand import mentions
from netra_lint.flow.chains import Chains, Start, Top, kind, started
from netra_lint.flow.givers import stored
from netra_lint.flow.id_names import ROUTES, own_kind
from netra_lint.flow.lacking import lacking
from netra_lint.flow.machine import OutOfBudget
from netra_lint.flow.nobody import Nobody
from netra_lint.flow.plans import Goal, Plan
from netra_lint.flow.program import FunctionInfo
from netra_lint.flow.query_sends import span_of
from netra_lint.flow.uses import is_pythons_own
from netra_lint.flow.whose import given_by
from netra_lint.project.nodes import walk
from netra_lint.project.screen import is_test
from netra_lint.vocabulary import RUN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netra_lint.flow.at_hand import Seen
    from netra_lint.flow.graph import Place
    from netra_lint.flow.hits import Hit
    from netra_lint.flow.query_calls import Calls
    from netra_lint.flow.whose import Params

CODE = "NTR101"


class Broken:
    """Finds where the ids get lost on the way to such sends."""

    def __init__(self, calls: Calls) -> None:
        self.calls = calls
        self.chains = Chains(calls)
        self._starts: dict[tuple[object, ...], Start | None] = {}

    # -- what is asked -----------------------------------------------------------------

    @cached_property
    def tops(self) -> dict[tuple[str, Place], list[tuple[Start, Top]]]:
        """The calls that lose ids, each with the sends that are reached from it."""
        found: dict[tuple[str, Place], list[tuple[Start, Top]]] = {}
        for start in self._all_starts():
            for top in self.chains.search(start).tops:
                place = top.use.root.path, span_of(top.use.node)
                found.setdefault(place, []).append((start, top))
        return found

    def plan_of(self, hit: Hit) -> Plan | None:
        """Return how ids get down to the send of a hit; None where it has some, or no caller has.

        Args:
            hit: a run id that reaches a recipient.
        """
        start = self._start_of(hit)
        return self.chains.plan([start]) if start is not None else None

    def lacking(self, hit: Hit) -> tuple[str, ...]:
        """Return the ids that may not be where the run id of a hit is read from.

        Args:
            hit: a run id that reaches a recipient.
        """
        found = self._located(hit)
        root, call = found or (None, ast.Call(ast.Name(""), [], []))
        for node in (*call.args, *(word.value for word in call.keywords)):
            if root and self.calls.known.span(hit.path, span_of(node)) == hit.argument:
                return tuple(lacking(self.calls, root, node))
        return ()

    # -- sends to run ids ----------------------------------------------------------------

    def _all_starts(self) -> Iterator[Start]:
        everything = frozenset(self.calls.known.files)
        for hit in self.calls.solver.found(everything, frozenset({CODE})):
            start = self._start_of(hit)
            if start is not None:
                yield start
        yield from Nobody(self.calls).starts()

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
        place, named = span_of(call), self.calls.seen_of(root, frozenset({name}))
        seen = next((each for each in named if span_of(each.call) == place), None)
        if seen is None or is_pythons_own(root.name) or self._has_some(seen, hit):
            return None
        comes = self._comes_by(root, call, hit)
        if comes is None:
            return None
        goal = Goal(hit.path, hit.call, hit.argument, hit.wanted)
        start = started(root, call, goal, "a run id")._replace(comes=tuple(comes.items()))
        return self._kept(start, call, hit) or start

    def _comes_by(self, root: FunctionInfo, call: ast.Call, hit: Hit) -> Params | None:
        """Return the parameters by which the run id comes; None where it is another execution's."""
        for node in (*call.args, *(word.value for word in call.keywords)):
            if self.calls.known.span(hit.path, span_of(node)) == hit.argument:
                return given_by(root, node)
        return {}

    def _kept(self, start: Start, call: ast.Call, hit: Hit) -> Start | None:
        """Return the search for ids that an initialiser could keep, where it keeps the run's."""
        info, known = start.info, self.calls.known
        first = info.params[0].arg if info.cls is not None and info.params else ""
        for node in (*call.args, *(word.value for word in call.keywords)):
            if not isinstance(node, ast.Attribute) or ast.unparse(node.value) != first:
                continue
            makers = known.classes.writers((info.cls,), node.attr) if info.cls is not None else []
            if known.span(hit.path, span_of(node)) != hit.argument or len(makers) != 1:
                continue
            values = list(stored(makers[0], node.attr))
            given = len(values) == 1 and isinstance(values[0], ast.Name)
            if makers[0].name == "__init__" and given and start.goal is not None:
                goal = replace(start.goal, holder=first)
                comes = ((ast.unparse(values[0]), False),)
                kept = start._replace(info=makers[0], goal=goal, beside=node.attr, comes=comes)
                return kept if self.chains.search(kept).tops else None
        return None

    def _has_some(self, seen: Seen, hit: Hit) -> bool:
        """Whether an id is at hand at a send, or what is sent to is one, or can be."""
        if any(held.kind in ROUTES for held in seen.held) or self._is_beside_record(seen):
            return True
        values = [*seen.call.args, *(word.value for word in seen.call.keywords)]
        for number, value in enumerate(values):
            if self.calls.known.span(hit.path, span_of(value)) == hit.argument:
                named = any(mentions(value, self.calls.words, kind) for kind in ROUTES)
                return (
                    named
                    or self._is_beside_one(seen, value)
                    or (not self._is_always_run(seen, number))
                )
        return True

    def _is_beside_record(self, seen: Seen) -> bool:
        """Whether a variable of the function is declared to have ids, such as a fetched record."""
        names = seen.info.names - seen.info.every_param.keys()
        return any(self._has_ids(seen, ast.Name(name)) for name in sorted(names))

    def _is_beside_one(self, seen: Seen, value: ast.expr) -> bool:
        """Whether a run id is read from an object that has other ids as well."""
        if not isinstance(value, ast.Attribute):
            return False
        return self._has_ids(seen, value.value)

    def _has_ids(self, seen: Seen, node: ast.expr) -> bool:
        classes = self.chains.uses.givers.classes(seen.info, node)
        fields = (name for cls in classes for name in self.calls.fields_of(cls))
        return any(own_kind(self.calls.words, name) in ROUTES for name in fields)

    def _is_always_run(self, seen: Seen, number: int) -> bool:
        """Whether an argument is a run id, or nothing at times, and never anything else."""
        at = self.calls.placed(seen.info, seen.call)
        if at is None:
            return False
        frame = self.calls.known.open(at[0])
        data = frame.facts.nodes[at[1]]
        given = [*(arg[0] for arg in data[2]), *(word[1] for word in data[3])]
        self.calls.machine.ask()
        try:
            value = self.calls.machine.eval(given[number], frame)
        except OutOfBudget:
            return False
        kinds = {kind(atom) for atom in value} - {"none"}
        return kinds == {RUN}

    def _located(self, hit: Hit) -> tuple[FunctionInfo, ast.Call] | None:
        """Return the call of a hit, and the outermost function around it."""
        module = self.calls.known.modules.module(hit.path)
        roots = self.calls.solver.callers.roots_at(module, [hit.call.row]) if module else ()
        for root in roots:
            for node in walk(root.node) if isinstance(root, FunctionInfo) else ():
                if (
                    isinstance(node, ast.Call)
                    and node.lineno == hit.call.row
                    and self.calls.known.span(hit.path, span_of(node)) == hit.call
                ):
                    return root, node  # type: ignore[return-value]
        return None
