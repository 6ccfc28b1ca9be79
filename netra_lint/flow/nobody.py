"""Sends to nobody: to None as it is written, a field that nothing sets, or what no call gives."""

from __future__ import annotations

import ast
import re
from contextlib import suppress
from typing import TYPE_CHECKING

from netra_lint.flow import sinks
from netra_lint.flow.callee import Callee
from netra_lint.flow.chains import Start, kind, shown, started
from netra_lint.flow.gaps import is_there
from netra_lint.flow.givers import stored
from netra_lint.flow.id_names import ROUTES, is_aside, is_context, own_kind
from netra_lint.flow.machine import OutOfBudget
from netra_lint.flow.plans import CONTEXT, Carrier, Goal
from netra_lint.flow.program import FunctionInfo, default_nodes
from netra_lint.flow.query_sends import span_of
from netra_lint.flow.values import Hole
from netra_lint.project.nodes import walk
from netra_lint.project.screen import is_test
from netra_lint.vocabulary import KINDS, RUN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from netra_lint.flow.at_hand import Held
    from netra_lint.flow.frames import Arg, Frame
    from netra_lint.flow.query_calls import Calls
    from netra_lint.flow.sinks import Send
    from netra_lint.vocabulary import Vocabulary


class Nobody:
    """Finds such sends in functions that have no id at hand."""

    def __init__(self, calls: Calls) -> None:
        self.calls = calls

    def starts(self) -> Iterator[Start]:
        """Yield where the search for the ids has to start."""
        yield from self._to_nobody()
        for owner, asked in list(self.calls.solver.demands.items()):
            if not is_test(owner.path) and not is_aside(owner.name) and owner.outer is None:
                yield from self._never_given(owner, asked)
                yield from self._context_never_given(owner, asked)

    # -- recipients that are None ----------------------------------------------------------

    def _to_nobody(self) -> Iterator[Start]:
        """Yield the sends whose recipient always is None: written so, or in a field never set."""
        for frame, number in list(self.calls.solver.done):
            root = frame.root().info
            word = sinks.called_name(frame, number)
            if (
                self.calls.words.routing_method(word) is None
                or frame.caller is not None
                or not isinstance(root, FunctionInfo)
                or is_test(root.path)
            ):
                continue
            self.calls.machine.ask()
            with suppress(OutOfBudget):
                for send in sinks.sends(self.calls.machine, frame, number):
                    if send.arg.frame is frame and self._is_nobody(root, send.arg):
                        yield from self._without(root, frame, number, send)

    def _is_nobody(self, root: FunctionInfo, arg: Arg) -> bool:
        value = arg.get(self.calls.machine)
        fields = [a.steps[0][1] for a in value if isinstance(a, Hole) and _is_field(a, root)]
        none = [a for a in value if kind(a) == "none"]
        if not none or len(none) + len(fields) < len(value):
            return False
        return all(self._is_never_set(root, str(name)) for name in fields)

    def _is_set(self, root: FunctionInfo, held: Held) -> bool:
        first = root.params[0].arg if root.cls is not None and root.params else ""
        own = bool(first) and held.holder == first
        return not own or not self._is_never_set(root, held.text.rpartition(".")[2])

    def _is_never_set(self, root: FunctionInfo, name: str) -> bool:
        """Whether a field of a method's instance only ever is None, as far as any text tells."""
        assert root.cls is not None
        self.calls.known.classes.candidates(root.cls)
        classes = tuple(root.cls.family())
        for method in self.calls.known.classes.writers(classes, name):
            for value in stored(method, name):
                if not (isinstance(value, ast.Constant) and value.value is None):
                    return False
        others = re.compile(rb"\b(?!self\b)\w+\.%s\s*(?::[^=\n]*)?=(?!=)" % name.encode())
        holding = [path for path in self.calls.known.names.holding(name) if not is_test(path)]
        return not self.calls.known.modules.sources.any_finds(others, holding)

    def _without(
        self, root: FunctionInfo, frame: Frame, number: int, send: Send
    ) -> Iterator[Start]:
        """Yield a send to nobody, where no id is at hand."""
        place, known = frame.facts.nodes[number][6], self.calls.known
        names = frozenset({sinks.called_name(frame, number)})
        seen_at = known.span(root.path, place)
        for seen in self.calls.seen_of(root, names):
            if span_of(seen.call) == place:
                held = [each for each in seen.held if each.kind in ROUTES]
                if not any(is_there(seen, each) and self._is_set(root, each) for each in held):
                    argument = known.span(root.path, send.arg.place)
                    goal = Goal(root.path, seen_at, argument, send.method.kind)
                    yield started(root, seen.call, goal, "nobody")

    # -- sends to what nobody gives --------------------------------------------------------

    def _never_given(self, owner: FunctionInfo, asked: Iterable[object]) -> Iterator[Start]:
        """Yield a function that sends to an optional parameter which some call leaves out."""
        names = {key[0] for key in asked if not key[1]}  # type: ignore[index]
        wanted = {name for name in names if own_kind(self.calls.words, name) in ROUTES}
        takes = self._takes(owner) if wanted else ()
        if any(name in wanted for _, name in takes) and self._is_left_out(owner, takes):
            node, what = owner.node, _what(owner, takes)
            yield Start(owner, takes, None, what, node.lineno, node.col_offset + 1,
                        comes=self._run_ids(owner))  # fmt: skip

    def _context_never_given(self, owner: FunctionInfo, asked: Iterable[object]) -> Iterator[Start]:
        """Yield a function that sends to an id of a context which some call leaves out."""
        for name in sorted({key[0] for key in asked if _is_part(self.calls.words, key[1])}):  # type: ignore[index]
            param = owner.every_param.get(name)
            classes = self.calls.known.classes.of_annotation(
                owner.module, param.annotation if param is not None else None
            )
            takes = ((CONTEXT, name),)
            if (
                len(classes) == 1
                and is_context(self.calls.words, classes[0])
                and name in _optional(owner)
                and not _has_other(owner, name)
                and self._is_left_out(owner, takes)
            ):
                text = self.calls.known.text(owner.path, span_of(param.annotation))  # type: ignore[arg-type, union-attr]
                carrier = Carrier(name, text, classes[0].name, owner.path)
                node, what = owner.node, _what(owner, takes)
                yield Start(owner, takes, None, what, node.lineno, node.col_offset + 1,
                            carrier, classes[0], comes=self._run_ids(owner))  # fmt: skip

    def _run_ids(self, owner: FunctionInfo) -> tuple[tuple[str, bool], ...]:
        """Return the parameters that say whose execution a function sends for."""
        names = (name for name in owner.every_param if own_kind(self.calls.words, name) == RUN)
        return tuple((name, False) for name in names)

    def _takes(self, owner: FunctionInfo) -> tuple[tuple[str, str], ...]:
        """Return the optional parameters that a function sends to, by kinds."""
        callee = Callee.of(owner)
        none = _optional(owner)
        found = {}
        for name in callee.names:
            each = own_kind(self.calls.words, name)
            wanted = each in ROUTES and each not in found and name in none & callee.optional
            if wanted and self.calls.needs.why(callee, name):
                found[each] = name
        others = [n for n in owner.every_param if own_kind(self.calls.words, n) in ROUTES]
        if any(name not in found.values() for name in others):
            return ()
        return tuple((each, found[each]) for each in KINDS if each in found)

    def _is_left_out(self, owner: FunctionInfo, takes: tuple[tuple[str, str], ...]) -> bool:
        """Whether some known call gives none of the ids."""
        names = [param.arg for param in owner.params]
        for child in self.calls.solver.sites.get(owner, ()):
            args = child.args
            if args is None or args.star is not None or args.extra is not None:
                continue
            if not any(
                args.get(names.index(name) - owner.is_bound if name in names else -1, name)
                for _, name in takes
            ):
                return True
        return False


def _is_field(hole: Hole, root: FunctionInfo) -> bool:
    """Whether something is a field of the instance of a method."""
    first = root.params[0].arg if root.cls is not None and root.params else ""
    return bool(first) and hole.owner is root and hole.name == first and (
        len(hole.steps) == 1 and hole.steps[0][0] == "attr"
    )  # fmt: skip


def _what(owner: FunctionInfo, takes: tuple[tuple[str, str], ...]) -> str:
    names = " and ".join(f"`{name}`" for _, name in takes)
    verb = "are" if len(takes) > 1 else "is"
    return f"`{shown(owner)}` sends to nobody, since its {names} {verb} never given"


def _optional(owner: FunctionInfo) -> set[str]:
    """Return the parameters that are None by default."""
    return {n for n, d in default_nodes(owner) if isinstance(d, ast.Constant) and d.value is None}


def _has_other(owner: FunctionInfo, name: str) -> bool:
    """Whether a function gets a context elsewhere where it is left out."""
    for node in walk(owner.node):
        if isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Store):
            return True
        parts: list[ast.expr] = []
        if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.Or):
            parts = node.values
        elif isinstance(node, ast.IfExp):
            parts = [node.body, node.orelse]
        whole = [isinstance(part, ast.Name) and part.id == name for part in parts]
        none = [isinstance(part, ast.Constant) for part in parts]
        if any(whole) and not all(one or other for one, other in zip(whole, none, strict=True)):
            return True
    return False


def _is_part(words: Vocabulary, steps: tuple[tuple[str, object], ...]) -> bool:
    """Whether a part of a parameter is an id that is read from it."""
    return len(steps) == 1 and steps[0][0] == "attr" and own_kind(words, str(steps[0][1])) in ROUTES
