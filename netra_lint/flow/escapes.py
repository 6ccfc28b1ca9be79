"""Functions that lead to a send and are kept, or given back: under which names."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from netra_lint.flow.graph import displayed, plain, word_of
from netra_lint.flow.program import ClassInfo, FunctionInfo
from netra_lint.project.modules import ModuleInfo
from netra_lint.project.nodes import walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netra_lint.flow.candidates import Candidates
    from netra_lint.flow.frames import Frame
    from netra_lint.flow.graph import Node
    from netra_lint.flow.known import Known
    from netra_lint.flow.program import ClassInfo


class Escapes:
    """Tells from facts alone where such functions go."""

    def __init__(self, known: Known, candidates: Candidates) -> None:
        self.known = known
        self.candidates = candidates

    def names(self, frame: Frame) -> Iterator[str]:
        """Yield the names under which a function or module keeps them."""
        for state in frame.facts.mems:
            if state[0] == "attr" and self._leads(frame, state[4]):
                yield state[3]
            elif state[0] == "cell" and self._leads(frame, state[3]):
                yield state[2]
        if isinstance(frame.info, ModuleInfo):
            yield from self._aliases(frame)

    def _aliases(self, frame: Frame) -> Iterator[str]:
        names = self.candidates.names
        finals = {name: plain(frame.facts.nodes, node) for name, node in frame.facts.finals.items()}
        hot = {node for name, node in finals.items() if name in names}
        for name, node in finals.items():
            data = frame.facts.nodes[node]
            imported = data[0] == "import" and data[3] in names
            if imported or node in hot or self._leads(frame, node):
                yield name

    def class_attributes(self, frame: Frame) -> Iterator[str]:
        """Yield the attributes of classes that keep them, and the methods that they remake."""
        for cls in self._classes(frame):
            for name, value in cls.attributes.items():
                if self._has_hot(value):
                    yield name
            for method in cls.methods.values():
                if self.is_remade(method):
                    yield method.name

    def naming_sends(self, frame: Frame) -> Iterator[str]:
        """Yield the attributes of classes that hold the name of a send."""
        for cls in self._classes(frame):
            yield from (name for name, each in cls.attributes.items() if self._names_send(each))

    def _classes(self, frame: Frame) -> Iterator[ClassInfo]:
        """Yield the classes at the top of a module."""
        if isinstance(frame.info, ModuleInfo):
            for definition in frame.facts.defs:
                if isinstance(definition, ast.ClassDef):
                    yield self.known.classes.get(definition, frame.info)

    def _names_send(self, node: ast.AST) -> bool:
        """Whether an expression is the name of a send, for a ``getattr``."""
        name = node.value if isinstance(node, ast.Constant) else None
        return isinstance(name, str) and self.known.words.routing_method(name) is not None

    def is_remade(self, info: FunctionInfo) -> bool:
        """Return whether a decorator that leads to a send stands over a function."""
        return any(self._has_hot(decorator) for decorator in info.decorators)

    def may_be_kept(self, info: FunctionInfo) -> bool:
        """Return whether a decorator of the project's own, which may keep it, stands over one."""
        return any(self._is_own(info.module, decorator) for decorator in info.decorators)

    def _is_own(self, module: ModuleInfo, decorator: ast.expr) -> bool:
        """Whether the name that a decorator begins with is defined, or imported, in the project."""
        while isinstance(decorator, (ast.Attribute, ast.Call)):
            decorator = decorator.func if isinstance(decorator, ast.Call) else decorator.value
        if not isinstance(decorator, ast.Name):
            return False
        bound = module.bound(decorator.id)
        return not any(self._is_foreign(module, statement) for statement in bound)

    def _is_foreign(self, module: ModuleInfo, statement: ast.stmt) -> bool:
        """Whether a statement imports something from outside the project."""
        modules = self.known.modules
        if isinstance(statement, ast.ImportFrom):
            return not modules.source_of(statement, module.path)
        if isinstance(statement, ast.Import):
            return not any(modules.find(each.name, module.path) for each in statement.names)
        return False

    def _has_hot(self, node: ast.AST) -> bool:
        return not self.candidates.names.keys().isdisjoint(words_in(node))

    def are_returned(self, frame: Frame) -> bool:
        """Whether a function gives one back."""
        return any(
            self._leads(frame, exit_.node) and not self._is_plain(frame, exit_.node)
            for exit_ in frame.facts.returns
        )

    def _is_plain(self, frame: Frame, node: int) -> bool:
        """Whether all that is given back are fields in which an object keeps no functions."""
        nodes = frame.facts.nodes
        parts = displayed(nodes, node)
        return all(self._is_plain_field(frame, nodes[plain(nodes, part)]) for part in parts)

    def _is_plain_field(self, frame: Frame, data: Node) -> bool:
        if data[0] != "attr":
            return data[0] in ("const", "text")
        name, info = data[2], frame.info
        if name not in self.candidates.names:
            return True
        if not isinstance(info, FunctionInfo) or info.cls is None or info.cls.find(name):
            return False
        holder = frame.facts.nodes[plain(frame.facts.nodes, data[1])]
        if holder[0] != "param" or not info.is_receiver(holder[1]):
            return False
        return not any(self._keeps(each, name) for each in self._writers(info.cls, name))

    def _writers(self, cls: ClassInfo, name: str) -> list[FunctionInfo]:
        return self.known.classes.writers(tuple(cls.family()), name)

    def _keeps(self, info: FunctionInfo, name: str) -> bool:
        """Whether a method may keep a function in a field of its object."""
        facts = self.known.facts(info)
        stored = [state[4] for state in facts.mems if state[0] == "attr" and state[3] == name]
        return any(
            facts.nodes[plain(facts.nodes, node)][0] == "param"
            or self._mentions_hot(facts.nodes, node, 3)
            for node in stored
        )

    def _leads(self, frame: Frame, node: int) -> bool:
        nodes = frame.facts.nodes
        data = nodes[node]
        while data[0] in ("guard", "step", "await", "typed", "decorated"):
            node = data[2] if data[0] == "decorated" else data[1]
            data = nodes[node]
        if data[0] == "def":
            return getattr(frame.facts.defs[data[1]], "name", "") in self.candidates.names
        if data[0] not in ("attr", "free", "def", "phi", "dict", "sequence", "call", "param", "or"):
            return False
        return self._mentions_hot(nodes, node, 3)

    def _mentions_hot(self, nodes: list[Node], node: int, depth: int) -> bool:
        data = nodes[node]
        if data[0] in ("guard", "step", "await", "typed"):
            return self._mentions_hot(nodes, data[1], depth)
        if depth == 0:
            return False
        if data[0] == "attr":
            return data[2] in self.candidates.names
        if data[0] == "free":
            return data[1] in self.candidates.names
        if data[0] == "phi":
            return any(self._mentions_hot(nodes, n, depth - 1) for n, _ in data[1])
        if data[0] == "or":
            return any(self._mentions_hot(nodes, n, depth - 1) for n in data[1:3])
        if data[0] == "dict":
            return any(self._mentions_hot(nodes, v, depth - 1) for _, v in data[1])
        if data[0] == "sequence":
            return any(self._mentions_hot(nodes, n, depth - 1) for n, _ in data[2])
        if data[0] == "call":
            word = word_of(nodes, data)
            if word in self.candidates.callable:
                return True
            folded = data[2] if word == "reduce" else data[2][:1]
            return any(self._mentions_hot(nodes, a[0], depth - 1) for a in folded)
        return False


def words_in(node: ast.AST) -> set[str]:
    """Return all names and attributes in an expression or function."""
    found = set()
    for part in walk(node):
        if isinstance(part, ast.Attribute):
            found.add(part.attr)
        elif isinstance(part, ast.Name):
            found.add(part.id)
    return found
