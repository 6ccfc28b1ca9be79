"""Slices: which statements and calls of a function can bear on a recipient at all.

Only these are evaluated. Everything starts at the *hot* names: the routing
methods, and the functions that lead to one. What a hot call takes is needed,
and so is, backwards, what that comes from, what changes it, and what is tested
about it.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from netra_lint.flow.outline import MUTATORS, SCOPES, Part, called_name, outline, root_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netra_lint.flow.program import FunctionInfo
    from netra_lint.project.modules import ModuleInfo
    from netra_lint.vocabulary import Vocabulary

_OPAQUE_ARGUMENTS = frozenset({"message", "msg", "payload", "data", "event", "content", "body"})
_THIS = frozenset({"self", "cls"})


@dataclass(eq=False, slots=True)
class Slice:
    """The part of a body that is evaluated.

    Attributes:
        live: identities of the statements to execute.
        results: identities of the calls whose results matter.
        weighed: identities of the calls whose results matter if they are given an id.
        attrs: attributes and keys that it reads from objects that matter.
        skipped: attributes that statements outside it set.
        effects: whether it changes what others look at.
        catches: whether what exceptions carry matters.
    """

    live: set[int] = field(default_factory=set)
    results: set[int] = field(default_factory=set)
    weighed: set[int] = field(default_factory=set)
    attrs: set[str] = field(default_factory=set)
    skipped: set[str] = field(default_factory=set)
    effects: bool = False
    catches: bool = False


class Slices:
    """Slices of functions and modules, made when asked for and kept while they hold."""

    def __init__(self, words: Vocabulary) -> None:
        self.words = words
        self.routing = frozenset(method.name for method in words.routing_methods)
        self.hot: set[str] = set(self.routing)
        self.attrs: set[str] = set()
        self.writers: set[str] = set()
        self.shared: dict[str, set[str]] = {}
        self._outlines: dict[int, tuple[list[Part], frozenset[str], frozenset[str]]] = {}
        self._made: dict[tuple[object, ...], Slice] = {}

    def of_function(
        self,
        info: FunctionInfo,
        result: bool,
        names: tuple[str, ...] = (),
        callbacks: frozenset[str] = frozenset(),
        raises: bool = False,
    ) -> Slice:
        """Return a function's slice.

        Args:
            info: the function.
            result: whether what it returns matters.
            names: names whose last value matters.
            callbacks: the parameters that may be given something that sends.
            raises: whether what its exceptions carry matters.
        """
        shared, result = tuple(info.shared), result or info.is_generator
        if info.path in self.shared:
            names = (*names, *sorted(self.shared[info.path] - info.names))
        return self._of(id(info.node), info.body, shared, result, names, True, callbacks, raises)

    def of_module(self, module: ModuleInfo, names: Iterable[str], hot: bool) -> Slice:
        """Return the slice of a module's top level that gives some names their values.

        Args:
            module: the module.
            names: the names that matter.
            hot: whether its sends matter, too.
        """
        return self._of(id(module), module.tree.body, (), False, tuple(names), hot)

    def _of(
        self,
        key: int,
        body: list[ast.stmt],
        shared: tuple[str, ...],
        result: bool,
        names: tuple[str, ...],
        hot: bool = True,
        callbacks: frozenset[str] = frozenset(),
        raises: bool = False,
    ) -> Slice:
        if key not in self._outlines:
            parts = outline(body, shared)
            refs = frozenset(name for part in parts for name in (*part.names, *part.attrs))
            stores = frozenset(name for part in parts for name in part.stores)
            self._outlines[key] = (parts, refs, stores)
        parts, refs, stores = self._outlines[key]
        seeds = frozenset(refs & (self.hot | callbacks)) if hot else frozenset()
        wanted = frozenset(stores & self.attrs)
        own = frozenset(name for part in parts for name in part.own if name in self.writers)
        made_for = (key, result, names, seeds, wanted, own, raises)
        if made_for not in self._made:
            slicer = _Slicer(parts, seeds, wanted, own, result, names, self.routing, raises)
            made = self._made[made_for] = slicer.slice()
            self.hot |= slicer.escapes
        made = self._made[made_for]
        if not made.attrs <= self.attrs:
            self.attrs |= made.attrs
        return made


class _Slicer:
    """Works one slice out, backwards to a fixpoint."""

    def __init__(
        self,
        parts: list[Part],
        hot: frozenset[str],
        wanted: frozenset[str],
        writers: frozenset[str],
        result: bool,
        names: tuple[str, ...],
        routing: frozenset[str],
        raises: bool,
    ) -> None:
        self.parts = parts
        self.hot = set(hot)
        self.bound = {name for part in parts if _makes(part.node) for name in part.binds}
        self.wanted = wanted
        self.writers = writers
        self.result = result
        self.routing = routing
        self.raises = raises
        self.names = frozenset(names)
        self.needed = set(names)
        self.tested: set[str] = set()
        self.attrs: set[str] = set()
        self.full: set[Part] = set()
        self.followed: dict[Part, set[int]] = {}
        self.live: set[Part] = set()
        self.results: set[int] = set()
        self.weighed: set[int] = set()
        self.catches = False
        self.escapes: set[str] = set()

    def slice(self) -> Slice:
        changed = True
        while changed:
            size = len(self.tested) + len(self.weighed)
            changed = any(self._visit(part) for part in reversed(self.parts))
            for part in self.live:
                if part.is_test:
                    self._weigh(part)
            changed = changed or size != len(self.tested) + len(self.weighed)
        skipped = {name for p in self.parts if p not in self.live for name in p.stores}
        live = {id(part.node) for part in self.live}
        effects = any(self._has_effect(part) for part in self.live)
        return Slice(
            live,
            self.results,
            self.weighed,
            self.attrs,
            skipped - self.attrs,
            effects,
            self.catches,
        )

    def _has_effect(self, part: Part) -> bool:
        stored = not part.stores.isdisjoint(self.wanted) or not part.stores.isdisjoint(self.attrs)
        if not (part.touched | part.binds).isdisjoint(self.names):
            return True
        return stored or part.shares or not part.own.isdisjoint(self.writers)

    def _visit(self, part: Part) -> bool:
        if part in self.full:
            return False
        if self._is_needed(part):
            self._need(part)
            return True
        if self._is_hot(part) or not part.touched.isdisjoint(self.needed - _THIS):
            return self._follow(part)
        if part in self.live:
            return False
        if not part.binds.isdisjoint(self.tested) or self._tells(part):
            self._keep(part)
            self._weigh(part)
            return True
        return False

    def _is_needed(self, part: Part) -> bool:
        node = part.node
        if self.result and (isinstance(node, ast.Return) or part.yields):
            return True
        if (self.raises or self.catches) and _tells_much(node):
            return True
        if not part.rebinds.isdisjoint(self.needed):
            self.hot.add(node.name)  # type: ignore[attr-defined]
            return True
        if part.shares or not part.binds.isdisjoint(self.needed):
            return True
        if not part.stores.isdisjoint(self.wanted) or not part.stores.isdisjoint(self.attrs):
            return True
        if not (part.called & self.bound).isdisjoint(self.needed):
            return True
        return not part.own.isdisjoint(self.writers)

    def _is_hot(self, part: Part) -> bool:
        if part.names.isdisjoint(self.hot) and part.attrs.isdisjoint(self.hot):
            return "super" in part.names and "__init__" in part.attrs
        if isinstance(part.node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            self.hot.add(part.node.name)
        elif (
            isinstance(part.node, _BINDING) and not isinstance(part.node.value, ast.Await)
        ) or isinstance(part.node, (ast.For, ast.AsyncFor)):
            self.hot |= part.binds
        if self._hands_on(part):
            self._heat_holders(part)
        return True

    def _hands_on(self, part: Part) -> bool:
        """Whether a hot thing is not called here but kept or given away."""
        called = {id(call.func) for call in part.calls}
        return any(
            id(node) not in called and _word(node) in self.hot
            for node in _without(part.node, set())
            if isinstance(node, (ast.Name, ast.Attribute)) and isinstance(node.ctx, ast.Load)
        )

    def _heat_holders(self, part: Part) -> None:
        """What holds something hot is hot: an attribute, a list of callbacks."""
        if isinstance(part.node, SCOPES):
            return
        self.hot |= part.stores
        self.escapes |= part.stores
        if any(called_name(call) in MUTATORS for call in part.calls):
            self.hot |= part.touched - _THIS

    def _follow(self, part: Part) -> bool:
        """Need what goes into a call that sends or changes something, not what comes of it."""
        if self._hands_on(part):
            self._need(part)
            return True
        followed = self.followed.setdefault(part, set())
        calls = [c for c in part.calls if id(c) not in followed and self._is_followed(c)]
        if part in self.live and not calls:
            return False
        self._keep(part)
        ignored = self._ignored(part)
        for call in calls:
            followed.add(id(call))
            for item in _without(call, ignored):
                self._note(item, item is call)
        if not part.calls:
            self._need(part)
        return True

    def _is_followed(self, call: ast.Call) -> bool:
        if called_name(call) in self.hot:
            return True
        given = (call.func, *call.args, *(keyword.value for keyword in call.keywords))
        return any(root_name(item) in self.needed for item in given)

    def _note(self, item: ast.AST, outermost: bool) -> None:
        if isinstance(item, ast.Name):
            self.needed.add(item.id)
        elif isinstance(item, ast.Attribute):
            if item.attr not in self.routing:
                self.attrs.add(item.attr)
        elif isinstance(item, ast.Call) and not outermost:
            self.results.add(id(item))

    def _need(self, part: Part) -> None:
        self._keep(part)
        self.full.add(part)
        if isinstance(part.node, ast.Try):
            self._need_raised(part)
        ignored = self._ignored(part)
        if not ignored:
            self.needed |= part.names
            if _makes(part.node) and isinstance(part.node.value, ast.Call):  # type: ignore[attr-defined]
                self.needed |= part.binds
            self.attrs |= part.attrs - self.routing
            self.results.update(id(call) for call in part.calls)
            return
        for item in _without(part.node, ignored):
            self._note(item, False)

    def _need_raised(self, part: Part) -> None:
        """What a handler gets comes from whatever is raised in the block before it."""
        if {handler.name for handler in part.node.handlers}.isdisjoint(self.needed):  # type: ignore[attr-defined]
            return
        self.catches = True
        for inner in self.parts:
            if inner.parent is part and inner.node in part.node.body and inner not in self.full:  # type: ignore[attr-defined]
                self._need(inner)

    def _ignored(self, part: Part) -> set[int]:
        """The arguments of sends that are messages: nothing in them can be a recipient."""
        return {
            id(item)
            for call in part.calls
            if called_name(call) in self.routing
            for item in _beside_recipient(call)
        }

    def _keep(self, part: Part | None) -> None:
        while part is not None and part not in self.live:
            self.live.add(part)
            if part.is_test:
                self._weigh(part)
            part = part.parent

    def _weigh(self, part: Part) -> None:
        """What is tested is looked at; calls in it only if they take what is needed."""
        self.tested |= part.names - _THIS
        if not (part.names - _THIS).isdisjoint(self.needed):
            self.weighed.update(id(call) for call in part.calls)

    def _tells(self, part: Part) -> bool:
        """Whether a way out tells something of what is needed."""
        if not part.jumps or not part.is_test:
            return isinstance(part.node, ast.Assert) and not part.names.isdisjoint(self.needed)
        known = (self.needed | self.tested) - _THIS
        return not part.names.isdisjoint(known) or not part.attrs.isdisjoint(self.attrs)


_SIMPLE = (ast.Expr, ast.Assign, ast.AnnAssign, ast.AugAssign, ast.Return)
_BINDING = (ast.Assign, ast.AnnAssign, ast.AugAssign)


def _tells_much(node: ast.stmt) -> bool:
    """Whether an exception carries more than text."""
    call = node.exc if isinstance(node, ast.Raise) else None
    if not isinstance(call, ast.Call):
        return False
    given = (*call.args, *(keyword.value for keyword in call.keywords))
    return any(isinstance(arg, (ast.Name, ast.Attribute)) for arg in given)


def _makes(node: ast.stmt) -> bool:
    """Whether a statement may bind functions that share state."""
    return isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Tuple)


def _word(node: ast.Name | ast.Attribute) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr


def _beside_recipient(call: ast.Call) -> Iterable[ast.expr]:
    """The arguments of a send that are no recipient, whichever order its class may have."""
    message_first = bool(call.args) and _is_message(call.args[0])
    for item in call.args[1:]:
        starred = isinstance(item, ast.Starred)
        if _is_message(item) or not (message_first or starred or _is_id(item)):
            yield item
    for keyword in call.keywords:
        if keyword.arg in _OPAQUE_ARGUMENTS or _is_message(keyword.value):
            yield keyword.value


def _is_id(node: ast.expr) -> bool:
    return isinstance(node, (ast.Name, ast.Attribute)) and _word(node).lower().endswith("id")


def _is_message(node: ast.expr) -> bool:
    if isinstance(node, ast.Name):
        return node.id in _OPAQUE_ARGUMENTS
    return isinstance(node, (ast.Dict, ast.Call, ast.JoinedStr, ast.DictComp))


def _without(node: ast.AST, ignored: set[int]) -> Iterable[ast.AST]:
    stack: list[ast.AST] = [node]
    while stack:
        item = stack.pop()
        inner = item is not node and isinstance(item, ast.stmt)
        if id(item) in ignored or (inner and not isinstance(node, SCOPES)):
            continue
        yield item
        stack.extend(ast.iter_child_nodes(item))
