"""What calls may store, told without evaluating anything.

Walking memory backwards meets many calls that have nothing to do with what is
looked for. What these enter is told without a look (`targets.py`), so that they
are passed by.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netra_lint.flow.expressions import LOOKING_UP
from netra_lint.flow.program import FunctionInfo, module_of
from netra_lint.flow.targets import Targets, name_called, settled
from netra_lint.flow.words import CHANGING, MUTATORS, SAME_ELEMENTS
from netra_lint.project.outline import Body

if TYPE_CHECKING:
    from netra_lint.flow.graph import Node
    from netra_lint.flow.known import Info, Known
    from netra_lint.flow.targets import Callees

_REACH = 3
_MANAGING = frozenset({"contextmanager", "asynccontextmanager"})
_BLOCK = ("__enter__", "__aenter__", "__exit__", "__aexit__")
_SETTERS = frozenset({"setattr", "__setattr__"})
_OF_CONTAINERS = MUTATORS - {"update"}
"""What changes items alone, where no class of the project has a method of that name."""
_PICKING = frozenset({"get", "items", "pop", "values"})
_NESTED = 6
"""So many steps lead at most from what a function calls to what that is found in."""
_GIVEN = frozenset({"param", "free", "cell"})
_SETTING = (b"setattr", b"__dict__", b"vars(")


@dataclass(slots=True)
class _Calls:
    """What the calls of a function tell of it.

    Attributes:
        sets: whether one may set a field of any name.
        changes: whether one may change a container.
        entered: the functions that they may enter; None until somebody asks.
        registers: whether something unknown may keep a method of one's own.
    """

    sets: bool
    changes: bool
    entered: Callees | None = None
    registers: bool = False


class Shapes(Targets):
    """Answers which functions a call may enter and which fields they may set."""

    def __init__(self, known: Known) -> None:
        super().__init__(known)
        self._trails: dict[tuple[Info, object, bool], list[int]] = {}
        self._setters: dict[tuple[Info, object], list[Node]] = {}
        self._stores: dict[tuple[Info, object, int], bool] = {}
        self._calls: dict[Info, _Calls] = {}
        self._hides: dict[tuple[Info, int], bool] = {}

    def forget(self) -> None:
        """Drop what is kept by the numbers of values."""
        super().forget()
        self._trails, self._setters = {}, {}

    def may_store(self, info: Info, word: object, depth: int = _REACH) -> bool:
        """Return whether a function, or one that it calls, may set a field of a name.

        Args:
            info: the function.
            word: the field's name, ``[]`` for items.
            depth: how many calls deep to look.
        """
        key = (info, word, depth)
        found = self._stores.get(key)
        if found is None:
            self._stores[key] = False
            found = self._stores[key] = self._may(info, word, depth)
        return found

    def _may(self, info: Info, word: object, depth: int) -> bool:
        if depth == 0 and self._is_never_named(info, word):
            return False
        facts = self.known.facts(info)
        if word in facts.stores or (word != "[]" and word in facts.versions):
            return True
        sets = self.sets_by_name(info)
        calls = self._calls[info]
        if sets or (word == "[]" and calls.changes):
            return True
        if depth == 0:
            return False
        if calls.entered is None:
            calls.entered, calls.registers = self._entered(info)
        if word == "[]" and calls.registers:
            return True
        return any(self.may_store(callee, word, depth - 1) for callee in calls.entered)

    def sets_by_name(self, info: Info) -> bool:
        """Return whether a function itself may set fields of any name."""
        calls = self._calls.get(info)
        if calls is None:
            calls = self._calls[info] = self._calls_of(info)
        return calls.sets

    def _calls_of(self, info: Info) -> _Calls:
        facts = self.known.facts(info)
        called = {name_called(facts.nodes, facts.nodes[call]) for call in facts.calls}
        updates = "update" in called and any(updates_fields(facts.nodes, c) for c in facts.calls)
        return _Calls(updates or not called.isdisjoint(_SETTERS), not called.isdisjoint(CHANGING))

    def _entered(self, info: Info) -> tuple[Callees, bool]:
        """Return what the calls of a function may enter, and whether something may keep methods."""
        found: dict[FunctionInfo, None] = {}
        registers = False
        for call in self.known.facts(info).calls:
            callees = self.callees(info, call)
            if callees is None:
                registers = registers or self._registers(info, call)
                callees = self.methods_named(info, call)
            found.update(dict.fromkeys(callees))
        return tuple(found), registers

    def hides(self, info: Info, depth: int = _REACH) -> bool:
        """Return whether a function, or one that it calls, calls what only values tell.

        That is what it was given, and what it sees around it, as a decorator's wrapper does.
        """
        key = (info, depth)
        found = self._hides.get(key)
        if found is None:
            self._hides[key] = False
            found = self._hides[key] = any(
                self.is_hidden(info, call, depth) for call in self.known.facts(info).calls
            )
        return found

    def is_hidden(self, info: Info, call: int, depth: int = _REACH) -> bool:
        """Return whether only values tell what a call enters, or what that enters."""
        callees = self.callees(info, call)
        if callees is not None:
            return depth > 0 and any(self.hides(callee, depth - 1) for callee in callees)
        return self._is_given(info, call)

    def _is_given(self, info: Info, call: int) -> bool:
        """Whether a call enters what a function was given, sees around it or looks up by a name."""
        nodes = self.known.facts(info).nodes
        func = settled(nodes, nodes[call][1])
        for _ in range(_NESTED):
            data = nodes[func]
            if data[0] in ("item", "elem"):
                func = settled(nodes, data[1])
            elif data[0] == "call":
                if name_called(nodes, data) == "getattr":
                    return True
                looked_in = _looked_in(nodes, data)
                if looked_in < 0:
                    return False
                func = settled(nodes, looked_in)
            elif data[0] == "sequence" and data[2] and data[2][0][1]:
                func = settled(nodes, data[2][0][0])
            else:
                break
        return nodes[func][0] in _GIVEN

    def _is_local(self, info: Info, call: int) -> bool:
        """Whether what is called comes from the function itself, not from outside."""
        return self._called_from(info, call, ("attr", "item"))[0] not in _GIVEN

    def _is_kept(self, info: Info, call: int) -> bool:
        """Whether what is called is a module's: decorated, made by a call, or of a table."""
        holder = self._called_from(info, call, ("item",))
        return holder[0] == "free" and bool(module_of(info).bound(holder[1]))

    def _called_from(self, info: Info, call: int, steps: tuple[str, ...]) -> Node:
        """Return what is called, or that from which some steps lead to it."""
        nodes = self.known.facts(info).nodes
        func = settled(nodes, nodes[call][1])
        while nodes[func][0] in steps:
            func = settled(nodes, nodes[func][1])
        return nodes[func]

    def _registers(self, info: Info, call: int) -> bool:
        """Whether something unknown is given what may well be a function, which it may keep.

        That is a method of one's own, a function of the module, or an attribute of what a
        function is given beside the registry: ``bus.subscribe(Kind, subscriber.on_kind)``.
        """
        nodes = self.known.facts(info).nodes
        if not isinstance(info, FunctionInfo) or not info.params or self._is_local(info, call):
            return False
        given = [nodes[settled(nodes, arg[0])] for arg in nodes[call][2]]
        return any(self._may_be_method(info, nodes, data) for data in given)

    def _may_be_method(self, info: FunctionInfo, nodes: list[Node], data: Node) -> bool:
        if data[0] == "def":
            return True
        if data[0] == "free":
            bound = info.module.bound(data[1])
            return any(isinstance(b, (ast.FunctionDef, ast.AsyncFunctionDef)) for b in bound)
        holder = nodes[settled(nodes, data[1])] if data[0] == "attr" else ("",)
        if holder[0] != "param":
            return False
        if info.cls is None:
            return not self.known.words.kind_of_name(data[2])
        return holder[1] == info.params[0].arg and info.cls.find(data[2]) is not None

    def _is_never_named(self, info: Info, word: object) -> bool:
        """Whether the text of a function tells that it sets no field of a name."""
        body = info.node.body if isinstance(info, FunctionInfo) else None
        if word == "[]" or not isinstance(body, Body) or self.known.has_facts(info):
            return False
        words = (str(word).encode(), *_SETTING)
        return not any(body.may_hold(each) for each in words)

    def trail(self, info: Info, word: object, known: bool) -> list[int]:
        """Return for each memory state the last one at or before it that may set a field.

        Args:
            info: the function.
            word: the field's name, ``[]`` for items.
            known: whether its arguments are known, so that calls of them may be as well.
        """
        key = (info, word, known)
        found = self._trails.get(key)
        if found is None:
            found = self._trails[key] = self._traced(info, word, known)
        return found

    def setters(self, info: Info, word: object) -> list[Node]:
        """Return the memory states of a function that may set a field."""
        key = (info, word)
        found = self._setters.get(key)
        if found is None:
            mems = self.known.facts(info).mems
            kinds = ("attr", "item", "call")
            found = [s for s in mems if s[0] in kinds and self._may_set(info, s, word, False)]
            self._setters[key] = found
        return found

    def kept_as(self, info: Info, node: int) -> frozenset[str]:
        """Return the names under which a function keeps something that it makes."""
        facts = self.known.facts(info)
        names = {
            state[3]
            for state in facts.mems
            if state[0] == "attr" and settled(facts.nodes, state[4]) == node
        }
        names |= {
            name for name, value in facts.finals.items() if settled(facts.nodes, value) == node
        }
        return frozenset(names)

    def base_name(self, info: Info, state: Node) -> str:
        """Return the last name of the object that a memory state changes."""
        nodes = self.known.facts(info).nodes
        node = state[2]
        if state[0] == "call":
            func = nodes[settled(nodes, nodes[node][1])]
            if func[0] != "attr":
                return ""
            node = func[1]
        data = nodes[settled(nodes, node)]
        return str(data[2] if data[0] == "attr" else data[1] if data[0] in ("free", "cell") else "")

    def _traced(self, info: Info, word: object, known: bool) -> list[int]:
        mems = self.known.facts(info).mems
        sets = [self._may_set(info, state, word, known) for state in mems]
        found: list[int] = []
        for number, state in enumerate(mems):
            if state[0] == "phi":
                found.append(self._meeting(number, state, sets, found))
            elif sets[number] or state[0] == "entry":
                found.append(number)
            else:
                found.append(found[state[1]])
        return found

    def _meeting(self, number: int, state: Node, sets: list[bool], found: list[int]) -> int:
        """Where ways meet, the last change is one that all of them share, or the meeting."""
        last = max(mem for mem, _ in state[1])
        if last > number and any(sets[number + 1 : last + 1]):
            return number
        before = {found[mem] for mem, _ in state[1] if mem < number}
        return before.pop() if len(before) == 1 else number

    def _may_set(self, info: Info, state: Node, word: object, known: bool) -> bool:
        kind = state[0]
        if kind == "attr":
            return bool(state[3] == word or state[3] in self.known.classes.setters())
        if kind in ("item", "delitem"):
            return word == "[]"
        if kind == "yield":
            return not getattr(info, "marks", frozenset()).isdisjoint(_MANAGING)
        if kind in ("enter", "leave"):
            return self._block_may_set(info, state[2], word, known)
        if kind == "cell":
            return bool(state[2] == word)
        return kind == "call" and self._call_may_set(info, state[2], word, known)

    def _block_may_set(self, info: Info, manager: int, word: object, known: bool) -> bool:
        """Whether entering or leaving a context manager may set a field."""
        nodes = self.known.facts(info).nodes
        node = settled(nodes, manager)
        classes = self.classes(info, node)
        if classes is not None:
            methods = [m for cls in classes for name in _BLOCK if (m := cls.find(name))]
            return any(self.may_store(method, word) for method in methods)
        if nodes[node][0] != "call":
            return known
        callees = self.callees(info, node)
        if callees is None:
            managers = self.known.classes.managers()
            return (
                known or self._is_local(info, node) or name_called(nodes, nodes[node]) in managers
            )
        return any(self.may_store(callee, word) for callee in callees)

    def _call_may_set(self, info: Info, call: int, word: object, known: bool) -> bool:
        nodes = self.known.facts(info).nodes
        name = name_called(nodes, nodes[call])
        if name in _SETTERS or (word == "[]" and name in CHANGING):
            return True
        if name in _OF_CONTAINERS | LOOKING_UP and not self.known.classes.defines(str(name)):
            return False
        if name == "update" and updates_fields(nodes, call):
            return True
        callees = self.callees(info, call)
        if callees is None:
            return known or self._is_local(info, call) or self._is_kept(info, call)
        return any(self.may_store(callee, word) or self.hides(callee) for callee in callees)


def _looked_in(nodes: list[Node], data: Node) -> int:
    """Return the container whose elements, or one of them, a call gives, or -1."""
    word = name_called(nodes, data)
    if word in SAME_ELEMENTS:
        return int(data[2][0][0]) if data[2] else -1
    func = nodes[settled(nodes, data[1])]
    return int(func[1]) if word in _PICKING and func[0] == "attr" else -1


def updates_fields(nodes: list[Node], call: int) -> bool:
    """Whether a call is ``x.__dict__.update(...)`` or ``vars(x).update(...)``."""
    func = nodes[nodes[call][1]]
    if func[0] != "attr" or func[2] != "update":
        return False
    base = nodes[settled(nodes, func[1])]
    if base[0] == "call":
        return nodes[base[1]][:2] == ("free", "vars")
    return bool(base[0] == "attr" and base[2] == "__dict__")
