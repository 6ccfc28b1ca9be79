"""What is still to be looked at: names, functions, and calls that were passed by so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from netra_lint.flow.program import FunctionInfo
from netra_lint.project.modules import ModuleInfo

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netra_lint.flow.frames import Frame
    from netra_lint.flow.known import Known

Root = FunctionInfo | ModuleInfo
Call = tuple["Frame", int]
"""A call, by the frame that it stands in."""
_COMMON = 100
"""A name that more files hold says too little of the function that was stored under it."""
_HEIRS = 8
_MEMBERS = 80


class Wave(NamedTuple):
    """What has come up since the last look.

    Attributes:
        names: the functions that mention these are to be looked at.
        roots: so are these.
        calls: these were passed by, and lead to something that is asked now.
    """

    names: list[str]
    roots: list[Root]
    calls: list[Call]


class Agenda:
    """Gathers what is wanted, and gives each thing once.

    Args:
        known: the program.
        names: the names that are asked for; added to.
    """

    def __init__(self, known: Known, names: dict[str, None]) -> None:
        self._known = known
        self._names = names
        self._new: list[str] = []
        self._roots: dict[Root, None] = {}
        self._woken: list[Call] = []
        self._waiting: dict[FunctionInfo, dict[Call, None]] = {}
        self._right: dict[str, dict[Call, None]] = {}
        self._around: set[FunctionInfo] = set()

    def take(self) -> Wave | None:
        """Return what has come up, or None when nothing has."""
        wave = Wave(self._new, list(self._roots), self._woken)
        self._new, self._roots, self._woken = [], {}, []
        return wave if any(wave) else None

    def want(self, name: str) -> None:
        """Ask for all functions that mention a name."""
        if name not in self._names:
            self._names[name] = None
            self._new.append(name)

    def may_want(self, name: str) -> None:
        """Ask for a name through which nothing but functions and objects is passed."""
        if name not in self._names and not self.is_common(name):
            self.want(name)

    def is_common(self, name: str) -> bool:
        """Whether so many files hold a name that it says little of who is called by it."""
        return len(self._known.names.holding(name)) > _COMMON

    def look_at(self, roots: Iterable[Root]) -> None:
        """Ask for some functions or modules, whatever they mention."""
        self._roots.update(dict.fromkeys(roots))

    def look_around(self, info: object) -> None:
        """Ask for the functions that see the same containers as one that fills them."""
        if isinstance(info, FunctionInfo) and info not in self._around:
            self._around.add(info)
            if info.cls is not None:
                heirs = list(info.cls.family())[:_HEIRS]
                found = [method for cls in heirs for method in cls.methods.values()]
            else:
                found = self._known.classes.functions_of(info.module)
            self.look_at(found[:_MEMBERS])

    # -- calls that are passed by ---------------------------------------------------------

    def put_off(self, callees: Iterable[FunctionInfo], call: Call) -> None:
        """Pass by a call as long as nothing is asked of the functions that it enters."""
        for callee in callees:
            self._waiting.setdefault(callee, {})[call] = None

    def pass_by(self, name: str, call: Call) -> None:
        """Pass by a call that gives nothing wrong to what is asked under its name so far."""
        self._right.setdefault(name, {})[call] = None

    def wake(self, info: FunctionInfo) -> None:
        """Look at the calls of a function of which something is asked now."""
        self._woken += self._waiting.pop(info, ())

    def wake_named(self, name: str) -> None:
        """Look at the calls by a name under which more is asked now."""
        self._woken += self._right.pop(name, ())

    def forget(self) -> None:
        """Drop the calls that were passed by: nothing is asked any more."""
        self._waiting, self._right = {}, {}
