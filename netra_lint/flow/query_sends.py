"""The sends of some files, as rules that look for their own facts see them."""

from __future__ import annotations

import ast
import re
from collections import OrderedDict
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from netra_lint.flow import attributes, invoke, sinks
from netra_lint.flow.callers import rows_of
from netra_lint.flow.graph import bare, spreads
from netra_lint.flow.machine import OutOfBudget
from netra_lint.flow.program import ClassInfo, FunctionInfo
from netra_lint.flow.values import Const
from netra_lint.project import screen
from netra_lint.project.modules import ModuleInfo
from netra_lint.project.nodes import children, walk
from netra_lint.project.queries import spelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from netra_lint.flow.frames import Arg, Frame
    from netra_lint.flow.graph import Place
    from netra_lint.flow.solve import Solver
    from netra_lint.vocabulary import RoutingMethod

    _Told = tuple[RoutingMethod, Arg, tuple[ClassInfo, ...], bool | None]

Root = FunctionInfo | ModuleInfo
KEPT = 50
"""How many trees are kept: a rule asks for all trees in turn, the next one for few."""


class Tree:
    """The syntax tree of one function or module, with the calls by their places.

    Attributes:
        calls: the calls, by where they stand.
        parents: each node's parent.
    """

    def __init__(self, root: ast.AST) -> None:
        self.calls: dict[tuple[int, ...], ast.Call] = {}
        self.parents: dict[ast.AST, ast.AST] = {}
        for node in walk(root):
            if isinstance(node, ast.Call):
                end = (node.end_lineno or 0, node.end_col_offset or 0)
                self.calls[(node.lineno, node.col_offset, *end)] = node
            for child in children(node):
                self.parents[child] = node

    def above(self, node: ast.AST) -> Iterator[ast.AST]:
        """Yield the nodes around a node, from the inside out."""
        while node in self.parents:
            node = self.parents[node]
            yield node

    def below(self, node: ast.AST) -> Iterator[ast.AST]:
        """Yield the nodes in a node, which are those that `parents` knows, in no order.

        A body that is parsed on demand may give others when it is gone through again.
        """
        todo = [node]
        while todo:
            for child in self._children.get(todo.pop(), ()):
                yield child
                todo.append(child)

    def block(self, statement: ast.stmt) -> list[ast.stmt]:
        """Return the statements among which one stands, itself too."""
        parent = self.parents[statement]
        for _, block in ast.iter_fields(parent):
            if isinstance(block, list) and statement in block:
                return block
        beside = [each for each in self._children[parent] if isinstance(each, ast.stmt)]
        return sorted(beside, key=lambda each: (each.lineno, each.col_offset))

    @cached_property
    def _children(self) -> dict[ast.AST, list[ast.AST]]:
        found: dict[ast.AST, list[ast.AST]] = {}
        for node, parent in self.parents.items():
            found.setdefault(parent, []).append(node)
        return found


class Trees:
    """The syntax trees of functions and modules with sends, made again when asked for.

    Those that were asked for longest ago are dropped first.
    """

    def __init__(self) -> None:
        self._trees: OrderedDict[Root, Tree] = OrderedDict()

    def of(self, root: Root) -> Tree:
        """Return the tree of an outermost function or a module."""
        found = self._trees.get(root)
        if found is None:
            node = root.tree if isinstance(root, ModuleInfo) else root.node
            found = self._trees[root] = Tree(node)
            if len(self._trees) > KEPT:
                self._trees.popitem(last=False)
        else:
            self._trees.move_to_end(root)
        return found


class Sent(NamedTuple):
    """One send.

    Attributes:
        frame, call: where it stands, and the call among the frame's values.
        root: the outermost function around it, or its module.
        trees: what gives the syntax tree of that.
        method: its routing method.
        recipient: the argument that says to whom.
        classes: the classes that its receiver can have; empty where one is not known.
        is_async: whether the called function is a coroutine function; None where it is not known.
    """

    frame: Frame
    call: int
    root: Root
    trees: Trees
    method: RoutingMethod
    recipient: Arg
    classes: tuple[ClassInfo, ...]
    is_async: bool | None

    @property
    def path(self) -> str:
        """The file that it stands in."""
        return self.frame.path

    @property
    def tree(self) -> Tree:
        """The tree of the outermost function around it."""
        return self.trees.of(self.root)

    @property
    def node(self) -> ast.Call:
        """The call in the syntax tree."""
        return self.tree.calls[tuple(self.frame.facts.nodes[self.call][6])]

    @property
    def argument(self) -> ast.expr | None:
        """The recipient's expression."""
        place = self.recipient.place
        for part in (*self.node.args, *(word.value for word in self.node.keywords)):
            if _place(part) == tuple(place):
                return part
        return None

    @property
    def owner(self) -> ClassInfo | None:
        """The class whose method it stands in."""
        info = self.frame.info
        while isinstance(info, FunctionInfo):
            if info.cls is not None:
                return info.cls
            info = info.outer  # type: ignore[assignment]
        return None

    @property
    def functions(self) -> list[ast.AST]:
        """The functions and lambdas around it, from the inside out."""
        kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
        return [node for node in self.tree.above(self.node) if isinstance(node, kinds)]


def sends_in(solver: Solver, targets: Iterable[str]) -> Iterator[Sent]:
    """Yield the sends that stand in some files, by the names of routing methods.

    Args:
        solver: the analysis, done.
        targets: absolute paths of the files.
    """
    trees = Trees()
    for root in _roots(solver, targets):
        solver.leave()
        for frame in _frames(solver, solver.known.open(root)):
            for call in frame.facts.calls:
                if solver.words.routing_method(sinks.called_name(frame, call)) is None:
                    continue
                found = _bounded(solver, frame, call, root, trees)
                if found is not None:
                    yield found


def _roots(solver: Solver, targets: Iterable[str]) -> Iterator[Root]:
    sources, names = solver.known.modules.sources, screen.sends(solver.words)
    asked, files = spelled(names), sorted(targets)
    sources.asked_of(asked, files)
    for path in sources.worth_asking(asked, files):
        rows = rows_of(sources.scanned(path), names)
        module = solver.known.modules.module(path) if rows else None
        if module is not None:
            yield from solver.callers.roots_at(module, rows)


def _frames(solver: Solver, frame: Frame) -> Iterator[Frame]:
    """Yield the frame of a function, and those of all that is defined in it."""
    yield frame
    info = frame.info
    if not isinstance(info, FunctionInfo):
        return
    for node in frame.facts.defs:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            inner = solver.known.function(node, info.module, None, info)
            yield from _frames(solver, solver.known.open(inner))
        elif isinstance(node, ast.ClassDef):
            for method in solver.known.classes.get(node, info.module, info).methods.values():
                yield from _frames(solver, solver.known.open(method))


def _bounded(solver: Solver, frame: Frame, call: int, root: Root, trees: Trees) -> Sent | None:
    node = trees.of(root).calls.get(tuple(frame.facts.nodes[call][6]))
    if node is None:
        return None
    solver.ask_in(frame)
    try:
        told = _sent(solver, frame, call, node)
    except OutOfBudget:
        told = _as_written(solver, frame, call)
    return None if told is None else Sent(frame, call, root, trees, *told)


def _as_written(solver: Solver, frame: Frame, call: int) -> _Told | None:
    """Return a send as its text has it, where its evaluation takes too long.

    How long that takes depends on what was evaluated before; what is found may not.
    """
    data = frame.facts.nodes[call]
    method = solver.words.routing_method(sinks.called_name(frame, call))
    if method is None or method.ambiguous or spreads(data):
        return None
    given = invoke.arguments(solver.machine, frame, data)
    arg = given.get(method.position, *method.keywords)
    # Nothing is known of the called function: it is not taken for a coroutine function.
    return (method, arg, (), False) if arg is not None else None


def _sent(solver: Solver, frame: Frame, call: int, node: ast.Call) -> _Told | None:
    if not solver.machine.reached(frame.facts.nodes[call][5], frame):
        return None
    method = solver.words.routing_method(sinks.called_name(frame, call))
    assert method is not None
    arg = _recipient(solver, frame, call, method)
    if arg is None or arg.frame is not frame or arg.is_part:
        return None
    classes = _classes(solver, frame, call)
    if method.ambiguous and not _is_routed(solver, node, method, arg, classes):
        return None
    return method, arg, classes, _is_async(solver, frame, call, classes)


def _is_routed(
    solver: Solver, node: ast.Call, method: RoutingMethod, arg: Arg, classes: tuple[ClassInfo, ...]
) -> bool:
    """Whether a method whose name others have too is a manager's, as far as names tell."""
    others = [each.name for each in solver.words.routing_methods if not each.ambiguous]
    own = [info for info in (cls.find(method.name) for cls in classes) if info is not None]
    if any(cls.find(name) for cls in classes for name in others):
        return True
    if own:  # a class that lacks the method is not all that there is to its objects
        return any(sinks.recipient_of(solver.known, each, method) is not None for each in own)
    written = solver.known.text(arg.frame.path, arg.place)
    if solver.words.kind_of_name(re.split(r"\W+", written.strip("\"'()"))[-1]):
        return True
    receiver = ast.unparse(node.func).lower()
    return any(hint in receiver for hint in ("websocket", "ws_", "socket"))


def _recipient(solver: Solver, frame: Frame, call: int, method: RoutingMethod) -> Arg | None:
    """Return the recipient of a send, or of a call of the project's own routing method."""
    for send in sinks.sends(solver.machine, frame, call):
        return send.arg
    for child in invoke.dispatch(solver.machine, frame, call).entered:
        info = child.info
        if isinstance(info, FunctionInfo) and _is_called(info, method) and child.args is not None:
            place = sinks.recipient_of(solver.known, info, method)
            if place is not None:
                return child.args.get(place[0], place[1], *method.keywords)
    return None


def _is_called(info: FunctionInfo, method: RoutingMethod) -> bool:
    """Whether a function is a routing method by its name, or its class has it by that one too."""
    named = info.name == method.name
    return named or (info.cls is not None and info.cls.find(method.name) is info)


def _classes(solver: Solver, frame: Frame, call: int) -> tuple[ClassInfo, ...]:
    nodes = frame.facts.nodes
    func = nodes[bare(nodes, nodes[call][1])]
    if func[0] != "attr":
        return ()
    found: dict[ClassInfo, None] = {}
    for atom in solver.machine.eval(func[1], frame):
        if isinstance(atom, Const) and atom.value is None:
            continue
        classes = attributes.classes_of(atom)
        if not classes:
            return ()
        found.update(dict.fromkeys(classes))
    return tuple(found)


def _is_async(
    solver: Solver, frame: Frame, call: int, classes: tuple[ClassInfo, ...]
) -> bool | None:
    word = sinks.called_name(frame, call)
    entered = [child.info for child in invoke.dispatch(solver.machine, frame, call).entered]
    methods = [cls.find(word) for cls in classes]
    known = [info for info in (*entered, *methods) if isinstance(info, FunctionInfo)]
    if not known:
        return None
    kinds = {isinstance(info.node, ast.AsyncFunctionDef) and not info.decorators for info in known}
    return kinds.pop() if len(kinds) == 1 else None


def _place(node: ast.AST) -> tuple[int, ...]:
    return (
        getattr(node, "lineno", 0),
        getattr(node, "col_offset", 0),
        getattr(node, "end_lineno", 0),
        getattr(node, "end_col_offset", 0),
    )


def span_of(node: ast.AST) -> Place:
    """Return where a node of a syntax tree stands."""
    from netra_lint.flow.graph import Place

    return Place(*_place(node))
