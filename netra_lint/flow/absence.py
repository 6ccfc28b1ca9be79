"""Whether a recipient may be None where it is sent to, and nothing on the way has asked.

What callers leave open is judged by what is declared: a default of None, an
annotation that allows None, a mapping's ``get``. Any condition that looks at
the value counts as a check.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from netra_lint.flow import attributes, invoke, telling
from netra_lint.flow.callee import Callee
from netra_lint.flow.declared import (
    Absence,
    allows_none,
    declared_field,
    declared_parameter,
    is_none_by_default,
)
from netra_lint.flow.graph import RETURNED, Place
from netra_lint.flow.program import ClassInfo, FunctionInfo
from netra_lint.flow.query_calls import reads
from netra_lint.flow.query_sends import span_of
from netra_lint.flow.values import Ext
from netra_lint.flow.ways import parts_of, subject

if TYPE_CHECKING:
    from collections.abc import Callable

    from netra_lint.flow.frames import Frame
    from netra_lint.flow.solve import Solver
    from netra_lint.flow.uses import Uses

Data = tuple[Any, ...]
_DEPTH = 8
_PARTS = 6
_CHECKS = (
    "has", "is", "can", "should", "valid", "check", "ensure", "require", "assert", "verify", "need",
)  # fmt: skip


class Absences:
    """Asks values of one analysis.

    Args:
        solver: the analysis.
        uses: who calls a function.
    """

    def __init__(self, solver: Solver, uses: Uses) -> None:
        self._solver = solver
        self._machine = solver.machine
        self._uses = uses

    def of(self, frame: Frame, node: int, depth: int = _DEPTH) -> Absence | None:
        """Return why a value may be None, or None where that is not known or was asked.

        Args:
            frame: the frame of the value.
            node: the value.
            depth: how many steps back to go.

        Raises:
            OutOfBudget: too many steps.
        """
        data = frame.facts.nodes[node]
        handler = _HANDLERS.get(data[0])
        return handler(self, frame, node, data, depth - 1) if handler and depth else None

    # -- values by their kinds ---------------------------------------------------

    def _moved(self, frame: Frame, node: int, data: Data, depth: int) -> Absence | None:
        return self.of(frame, data[1], depth)

    def _guard(self, frame: Frame, node: int, data: Data, depth: int) -> Absence | None:
        return None if self._is_checked(frame, data) else self.of(frame, data[1], depth)

    def _constant(self, frame: Frame, node: int, data: Data, depth: int) -> Absence | None:
        return Absence("None", frame.path, Place(0, 0, 0, 0)) if data[1] is None else None

    def _phi(self, frame: Frame, node: int, data: Data, depth: int) -> Absence | None:
        for choice, held in data[1]:
            if choice != node and self._machine.holds(held, frame):
                found = self.of(frame, choice, depth)
                if found is not None:
                    return found
        return None

    def _or(self, frame: Frame, node: int, data: Data, depth: int) -> Absence | None:
        return self.of(frame, data[2], depth)

    def _and(self, frame: Frame, node: int, data: Data, depth: int) -> Absence | None:
        return self.of(frame, data[1], depth) or self.of(frame, data[2], depth)

    def _param(self, frame: Frame, node: int, data: Data, depth: int) -> Absence | None:
        info = frame.info
        if not isinstance(info, FunctionInfo) or info.is_receiver(data[1]):
            return None
        if frame.args is not None:
            return self._given(frame, data[1], depth)
        return self._parameter(info, data[1], depth)

    def _parameter(self, info: FunctionInfo, name: str, depth: int) -> Absence | None:
        declared = declared_parameter(info, name)
        sites = self._solver.sites.get(info, ()) if declared is not None else ()
        if declared is None or not sites:
            return declared
        if any(self._given(child, name, depth) for child in sites):
            return declared
        return declared if self._is_left_out(info, name) else None

    def _is_left_out(self, info: FunctionInfo, name: str) -> bool:
        """Whether some call leaves a parameter out that is None by default.

        The analysis does not enter all calls, only those that may lead to a wrong id.
        """
        if not is_none_by_default(info, name):
            return False
        callee = Callee.of(info)
        calls = (use for use in self._uses.of(info) or () if use.callee is info and not use.handed)
        given = (callee.passed(use.seen.call) for use in calls)
        return any(each is not None and name not in each for each in given)

    def _given(self, child: Frame, name: str, depth: int) -> Absence | None:
        """Return why what a call gives may be None."""
        info, args = child.info, child.args
        assert isinstance(info, FunctionInfo)
        assert args is not None
        bound = child.this is not None and "staticmethod" not in info.marks
        names = [param.arg for param in info.params][bound:]
        arg = args.get(names.index(name) if name in names else -1, name)
        if arg is None:
            left = args.star is None and args.extra is None
            return (
                declared_parameter(info, name) if left and is_none_by_default(info, name) else None
            )
        return None if arg.is_part else self.of(arg.frame, arg.node, depth)

    def _call(self, frame: Frame, node: int, data: Data, depth: int) -> Absence | None:
        nodes = frame.facts.nodes
        func = nodes[data[1]]
        while func[0] == "guard":
            func = nodes[func[1]]
        given = [nodes[a[0]] for a in data[2]]
        text = self._solver.known.text(frame.path, data[6])
        if func[0] == "attr" and func[2] == "get" and self._reads_mapping(frame, func[1], given):
            if len(given) == 1 or given[1][:2] == ("const", None):
                return Absence(f"`{text}`", frame.path, data[6])
            return None
        if func[0] == "free" and func[1] == "getattr":
            is_none = len(given) == 3 and given[2][:2] == ("const", None)
            return Absence(f"`{text}`", frame.path, data[6]) if is_none else None
        return self._returned(frame, node)

    def _reads_mapping(self, frame: Frame, base: int, given: list[Data]) -> bool:
        """Whether ``get`` is a mapping's: it is asked for a text, and nobody knows better."""
        if not given or given[0][0] != "const" or not isinstance(given[0][1], str):
            return False
        return not any(
            attributes.classes_of(atom) or isinstance(atom, Ext)
            for atom in self._machine.eval(base, frame)
        )

    def _returned(self, frame: Frame, node: int) -> Absence | None:
        for child in invoke.dispatch(self._machine, frame, node).entered:
            info = child.info
            if isinstance(info, FunctionInfo) and allows_none(getattr(info.node, "returns", None)):
                word = f"what `{info.name}` returns, which is declared to be None at times"
                return Absence(word, info.path, span_of(info.node.returns))  # type: ignore[union-attr,arg-type]
        return None

    def _attribute(self, frame: Frame, node: int, data: Data, depth: int) -> Absence | None:
        for atom in self._machine.eval(data[1], frame):
            for cls in attributes.classes_of(atom):
                found = declared_field(cls, data[2])
                if found is not None:
                    return found
                found = self._kept(cls, data[2], depth)
                if found is not None:
                    return found
        return None

    def _kept(self, cls: ClassInfo, name: str, depth: int) -> Absence | None:
        """Return why a field may be None that only a constructor sets."""
        init = cls.find("__init__")
        if init is None or self._solver.known.classes.writers((cls,), name) != [init]:
            return None
        frame = self._solver.known.open(init)
        stored = [s[4] for s in frame.facts.mems if s[0] == "attr" and s[3] == name]
        return self.of(frame, stored[0], depth) if len(stored) == 1 and depth else None

    # -- checks ---------------------------------------------------------------------

    def _is_checked(self, frame: Frame, data: Data) -> bool:
        about = subject(frame.facts, data[1])
        return any(self._tells(frame, at, polarity, about) for at, polarity in data[2])

    def _tells(self, frame: Frame, condition: int, polarity: int, about: object) -> bool:
        told = telling.told_by(self._machine, condition, polarity, about, frame)
        if told & {"some", "truthy"}:
            return True
        if told & {"none", "falsy"}:
            return False
        if polarity == RETURNED:
            return _is_check(frame, condition)
        if _mentions(frame, condition, about) or _asks_owner(frame, condition, about):
            return True
        return self._asks_method(frame, condition, about)

    def _asks_method(
        self, frame: Frame, condition: int, about: object, depth: int = _PARTS
    ) -> bool:
        """Whether a condition asks a property or method of the owner that reads the value."""
        if not isinstance(about, tuple) or about[0] != "attr" or not depth:
            return False
        data = frame.facts.nodes[condition]
        if data[0] == "attr" and subject(frame.facts, data[1]) == about[1]:
            found = [
                cls.find(data[2])
                for atom in self._machine.eval(data[1], frame)
                for cls in attributes.classes_of(atom)
            ]
            return bool(found) and all(each and _reads_own(each, about[2]) for each in found)
        return any(self._asks_method(frame, part, about, depth - 1) for part in parts_of(data))


def _reads_own(method: FunctionInfo, name: str) -> bool:
    """Whether a method reads a field of its object."""
    first = method.params[0].arg if method.params else ""
    return (first, name) in reads(method.node)


def _is_check(frame: Frame, call: int) -> bool:
    """Whether a call is by its name one that raises for what it does not like."""
    nodes = frame.facts.nodes
    func = nodes[nodes[call][1]]
    word = str(func[2] if func[0] == "attr" else func[1] if func[0] == "free" else "")
    return any(part.startswith(_CHECKS) for part in word.lower().split("_"))


def _mentions(frame: Frame, condition: int, about: object, depth: int = _PARTS) -> bool:
    if subject(frame.facts, condition) == about:
        return True
    parts = parts_of(frame.facts.nodes[condition]) if depth else ()
    return any(_mentions(frame, part, about, depth - 1) for part in parts)


def _asks_owner(frame: Frame, condition: int, about: object, depth: int = _PARTS) -> bool:
    """Whether a condition is a check, by its name, of what a value is read from."""
    if not isinstance(about, tuple) or about[0] not in ("attr", "item"):
        return False
    data = frame.facts.nodes[condition]
    if data[0] == "call" and _is_check(frame, condition):
        return True
    if data[0] == "attr" and str(data[2]).startswith(_CHECKS):
        return bool(subject(frame.facts, data[1]) == about[1])
    if data[0] == "compare" and data[1] in ("In", "NotIn"):
        return bool(subject(frame.facts, data[3]) == about[1])
    return any(
        _asks_owner(frame, part, about, depth - 1) for part in (parts_of(data) if depth else ())
    )


_HANDLERS: dict[str, Callable[..., Absence | None]] = {
    "guard": Absences._guard,
    "step": Absences._moved,
    "typed": Absences._moved,
    "await": Absences._moved,
    "const": Absences._constant,
    "phi": Absences._phi,
    "or": Absences._or,
    "and": Absences._and,
    "param": Absences._param,
    "call": Absences._call,
    "attr": Absences._attribute,
}
