"""Who calls a function: it and all that stands for it in a hierarchy, by what is surely known."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, NamedTuple

from netra_lint.flow.callee import Callee
from netra_lint.flow.callers import called_as, rows_at
from netra_lint.flow.id_names import own_kind
from netra_lint.flow.machine import OutOfBudget
from netra_lint.flow.program import ClassInfo, FunctionInfo, last_word
from netra_lint.flow.values import Fn
from netra_lint.project import screen
from netra_lint.project.modules import ModuleInfo
from netra_lint.project.nodes import walk
from netra_lint.project.other_names import CALLED, other_names
from netra_lint.project.queries import Answers, search
from netra_lint.project.screen import is_test
from netra_lint.vocabulary import RUN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netra_lint.flow.at_hand import Seen
    from netra_lint.flow.query_calls import Calls

PASSERS = frozenset({"partial", "partialmethod", "to_thread", "submit"})
"""What calls its first argument with the keywords that it is given besides."""
_GIVING = frozenset({"property", "cached_property"})
_BACK = re.compile(r"un(?!til)|remove|off(?:$|_)|discard|detach|disconnect|deregister|cancel|drop")
_MANY = 80
"""A name that more functions mention than this is too common to be followed."""
_STEPS = 800


class Use(NamedTuple):
    """A call of a function, or one that hands it on to be called.

    Attributes:
        seen: the call, with what is at hand there.
        root: the outermost function around it.
        callee: which one of a hierarchy it surely calls or hands on.
        handed: the argument that is the function, where it is handed on.
    """

    seen: Seen
    root: FunctionInfo
    callee: FunctionInfo
    handed: ast.expr | None = None

    @property
    def node(self) -> ast.expr:
        """What stands for the function's call: the call, or the argument that hands it on."""
        return self.handed or self.seen.call


class Uses:
    """Finds the calls of functions."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls
        self._known = calls.known
        self.givers = calls.givers
        self._groups: dict[FunctionInfo, tuple[FunctionInfo, ...]] = {}
        self._uses: dict[FunctionInfo, tuple[Use, ...] | None] = {}

    # -- hierarchies -------------------------------------------------------------------

    def group(self, info: FunctionInfo) -> tuple[FunctionInfo, ...]:
        """Return a method with its overrides and declarations, the same for each of them."""
        if info not in self._groups:
            found = tuple(dict.fromkeys([info, *self._related(info)]))
            self._groups.update(dict.fromkeys(found, found))
        return self._groups[info]

    def _related(self, info: FunctionInfo) -> Iterator[FunctionInfo]:
        if info.cls is None or is_pythons_own(info.name):
            return
        yield from self._inherited(info.cls, info.name)
        for protocol in self._protocols(info.name):
            if protocol is info.cls or _implements(info.cls, protocol):
                yield from self._inherited(protocol, info.name)
                for cls in self._defining(info.name):
                    if _implements(cls, protocol):
                        yield from self._inherited(cls, info.name)

    def _inherited(self, cls: ClassInfo, name: str) -> Iterator[FunctionInfo]:
        for base in reversed(cls.mro):
            if name in base.methods:
                self._known.classes.candidates(base)
                for heir in base.family():
                    if name in heir.methods:
                        yield heir.methods[name]

    def _protocols(self, name: str) -> list[ClassInfo]:
        return [cls for cls in self._defining(name, b"Protocol") if "Protocol" in cls.foreign]

    def _defining(self, name: str, word: bytes = b"") -> Iterator[ClassInfo]:
        """Yield the classes at the top of modules that define a method of a name."""
        head = re.compile(rb"def[ \t]+%s\b" % re.escape(name.encode()))
        sources, holding = self._known.modules.sources, self._known.names.holding(name)
        asked = search(head, *([word] if word else []))
        sources.asked_of(asked, holding)
        for path in holding:
            module = None
            if Answers(sources.scanned(path)).answer(asked):
                module = self._known.modules.module(path)
            for statements in module.bindings.values() if module is not None else ():
                for node in statements:
                    if isinstance(node, ast.ClassDef):
                        cls = self._known.classes.get(node, module)  # type: ignore[arg-type]
                        if name in cls.methods:
                            yield cls

    # -- calls -------------------------------------------------------------------------

    def of(self, info: FunctionInfo) -> tuple[Use, ...] | None:
        """Return the calls of a function or of what stands for it; None where there are too many.

        Args:
            info: the function; calls in tests do not count.
        """
        first = self.group(info)[0]
        if first not in self._uses:
            self._uses[first] = None
            self._uses[first] = self._found(self.group(info))
        return self._uses[first]

    def _found(self, group: tuple[FunctionInfo, ...]) -> tuple[Use, ...] | None:
        names = frozenset(name for each in group for name in called_as(each))
        roots = []
        for root in self._calls.solver.callers.mentioning(sorted(names)):
            if not isinstance(root, ModuleInfo) and not is_test(root.path):
                roots.append(root)
            if len(roots) > _MANY:
                return None
        found = [use for root in roots for use in self._in_root(root, names, group)]
        # What is taken back again is known by itself: bound to ids it would be another thing.
        back = {use.callee for use in found if use.handed and _takes_back(use.seen.call)}
        found = [use for use in found if not (use.handed and use.callee in back)]
        besides = (self._by_heirs, self._by_class_methods, self._of_objects)
        return (*found, *(use for info in group for find in besides for use in find(info)))

    def _by_heirs(self, info: FunctionInfo) -> Iterator[Use]:
        """Yield the calls of an initialiser by those of the classes below its own."""
        if info.name != "__init__" or info.cls is None:
            return
        self._known.classes.candidates(info.cls)
        for heir in info.cls.family():
            root = heir.methods.get(info.name)
            if root is None or root is info or is_test(root.path):
                continue
            for seen in self._calls.seen_of(root, frozenset({info.name})):
                if any(each.info is info for each in self._calls.callees(root, seen.call)):
                    yield Use(seen, root, info)

    def _by_class_methods(self, info: FunctionInfo) -> Iterator[Use]:
        """Yield the calls of an initialiser as ``cls(...)``."""
        if info.name != "__init__" or info.cls is None:
            return
        self._known.classes.candidates(info.cls)
        methods = (each for cls in info.cls.family() for each in cls.methods.values())
        for root in dict.fromkeys(methods):
            if "classmethod" in root.marks and root.params and not is_test(root.path):
                yield from self._in_root(root, frozenset({root.params[0].arg}), (info,))

    def _of_objects(self, info: FunctionInfo) -> Iterator[Use]:
        """Yield the calls of a class's objects, by the names that they have beside the class's."""
        if info.name != "__call__" or info.cls is None:
            return
        name = info.cls.name
        for path in self._known.names.holding(name):
            content = self._known.modules.sources.content(path)
            others = other_names(content, [name.encode() + CALLED])
            module = self._known.modules.module(path) if others and not is_test(path) else None
            if module is None:
                continue
            names = frozenset(each.decode() for each in others)
            rows = rows_at(content, (at for at, _ in screen.naming(content, others)))
            for root in self._calls.solver.callers.roots_at(module, rows):
                if isinstance(root, FunctionInfo):
                    yield from self._in_root(root, names, (info,))

    def _in_root(
        self, root: FunctionInfo, names: frozenset[str], group: tuple[FunctionInfo, ...]
    ) -> Iterator[Use]:
        for seen in self._calls.seen_of(root, names | PASSERS):
            if last_word(seen.call.func) in names:
                found = self._called(seen)
            elif seen.call.args and last_word(seen.call.args[0]) in names and self._passes_on(seen):
                found = self._handed(seen)
            else:
                continue
            callee = next((each for each in found if each in group), None)
            if callee is None and not found and root in group and self._goes_on(seen, root):
                callee = root
            if callee is not None:
                yield Use(seen, root, callee)
        yield from self._handing(root, names, group)

    def _handing(
        self, root: FunctionInfo, names: frozenset[str], group: tuple[FunctionInfo, ...]
    ) -> Iterator[Use]:
        """Yield the calls that are given one of some functions as an argument."""
        taking = {
            last_word(node.func)
            for node in walk(root.node)
            if isinstance(node, ast.Call) and any(last_word(a) in names for _, a in _plain(node))
        }
        for seen in self._calls.seen_of(root, frozenset(taking)):
            if last_word(seen.call.func) in PASSERS and self._passes_on(seen):
                continue
            for place, arg in _plain(seen.call):
                found = self._functions(seen, arg, place) if last_word(arg) in names else []
                callee = next((each for each in found if each in group), None)
                if callee is not None and _GIVING.isdisjoint(callee.marks):
                    yield Use(seen, root, callee, arg)

    def _passes_on(self, seen: Seen) -> bool:
        """Whether what is called passes any keyword on to its first argument, as libraries do."""
        callees = self._calls.callees(seen.info, seen.call, evaluate=False)
        functions = [each.info for each in callees if each.info is not None]
        return all(each.node.args.kwarg is not None for each in functions)

    def _goes_on(self, seen: Seen, root: FunctionInfo) -> bool:
        """Whether a method calls its like on another object, with the run id that it was given."""
        func = seen.call.func
        if not isinstance(func, ast.Attribute) or func.attr != root.name or root.cls is None:
            return False
        passed = Callee.of(root).passed(seen.call) or {}
        return any(
            isinstance(value, ast.Name) and value.id == name
            for name, value in passed.items()
            if own_kind(self._calls.words, name) == RUN
        )

    def _called(self, seen: Seen) -> list[FunctionInfo]:
        callees = self._calls.callees(seen.info, seen.call, evaluate=False)
        callees = callees or self._calls.callees(seen.info, seen.call)
        found = [each.info for each in callees if each.info is not None]
        return found or self.givers.callees(seen.info, seen.call.func)

    def _handed(self, seen: Seen) -> list[FunctionInfo]:
        """Return the functions that the first argument of a call is."""
        return self._functions(seen, seen.call.args[0], 0)

    def _functions(self, seen: Seen, arg: ast.expr, place: int | str) -> list[FunctionInfo]:
        """Return the functions that an argument of a call is, by its position or keyword."""
        at = self._calls.placed(seen.info, seen.call)
        if at is None:
            return []
        frame = self._known.open(at[0])
        machine = self._calls.machine
        machine.ask(_STEPS)
        try:
            data = frame.facts.nodes[at[1]]
            named = {word[0]: word[1] for word in data[3]}
            given = named[place] if isinstance(place, str) else data[2][place][0]
            value = machine.eval(given, frame)
        except OutOfBudget:
            value = {}
        found = [atom.info for atom in value if isinstance(atom, Fn)]
        return found or self.givers.callees(seen.info, arg)


def _plain(call: ast.Call) -> Iterator[tuple[int | str, ast.expr]]:
    """Yield the names and attributes that a call is given, by their positions and keywords."""
    given: list[tuple[int | str, ast.expr]] = list(enumerate(call.args))
    given += [(word.arg, word.value) for word in call.keywords if word.arg is not None]
    if not any(isinstance(arg, ast.Starred) for arg in call.args):
        yield from ((at, arg) for at, arg in given if isinstance(arg, (ast.Name, ast.Attribute)))


def _takes_back(call: ast.Call) -> bool:
    """Whether a call seems to take back what was handed on: ``bus.unsubscribe(listener)``."""
    return _BACK.match(last_word(call.func).lstrip("_")) is not None


def is_pythons_own(name: str) -> bool:
    """Whether Python says which parameters a method of a name takes."""
    return name.startswith("__") and name != "__call__"


def _implements(cls: ClassInfo, protocol: ClassInfo) -> bool:
    """Whether a class has all methods that a protocol declares."""
    return cls is not protocol and bool(protocol.methods) and all(map(cls.find, protocol.methods))
