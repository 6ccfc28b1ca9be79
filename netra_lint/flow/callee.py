"""What a call may call, and how its arguments meet the parameters."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from netra_lint.flow import class_attributes
from netra_lint.flow.program import ClassInfo, FunctionInfo, default_nodes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator


class Onward(NamedTuple):
    """What a function hands its keywords on to.

    Attributes:
        callee: what it calls.
        names: the parameters of it that can be passed so.
    """

    callee: Callee
    names: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Callee:
    """A function or class of the project as one call calls it.

    Attributes:
        info: the function; a class's initialiser, where it has one.
        cls: the class that an instance is made of, if it is one.
        bound: whether its first parameter is the instance.
        onward: gives what it calls with all keywords that it gathers.
    """

    info: FunctionInfo | None
    cls: ClassInfo | None
    bound: bool
    onward: Callable[[FunctionInfo], Iterable[Onward]] = lambda _: ()

    @classmethod
    def of(cls, info: FunctionInfo) -> Callee:
        """Return a function as it is called by its name, a method on its object."""
        return cls(info, None, info.is_bound)

    @property
    def name(self) -> str:
        """Its name."""
        return self.cls.name if self.cls is not None else self.info.name if self.info else ""

    @property
    def path(self) -> str:
        """The file that it stands in."""
        return (self.info or self.cls).path if self.info else self.cls.module.path  # type: ignore[union-attr]

    @cached_property
    def positional(self) -> list[str]:
        """The names of what can be passed by position, in order."""
        if self.info is None:
            return list(class_attributes.record_fields(self.cls)) if self.cls is not None else []
        names = [param.arg for param in self.info.params]
        return names[1:] if self.bound else names

    @cached_property
    def optional(self) -> frozenset[str]:
        """The names of what may be left out and can be passed by keyword."""
        if self.info is not None:
            only = {param.arg for param in self.info.node.args.posonlyargs}
            own = (name for name, _ in default_nodes(self.info) if name not in only)
            return frozenset([*own, *self._handed_on])
        return frozenset(_fields_with_default(self.cls)) if self.cls is not None else frozenset()

    @cached_property
    def names(self) -> list[str]:
        """The names of all that can be passed, in order."""
        if self.info is None:
            return self.positional
        own = [*self.positional, *(param.arg for param in self.info.node.args.kwonlyargs)]
        return [*own, *self._handed_on]

    @cached_property
    def _handed_on(self) -> dict[str, Callee]:
        """What can be passed to what it hands its keywords on to, with who takes it."""
        if self.info is None or self.info.node.args.kwarg is None:
            return {}
        own = self.info.every_param
        found = list(self.onward(self.info))
        return {name: each.callee for each in found for name in each.names if name not in own}

    def taker(self, name: str) -> Callee:
        """Return what takes a parameter: itself, or what it hands its keywords on to."""
        return self._handed_on[name].taker(name) if name in self._handed_on else self

    def annotation(self, name: str) -> ast.expr | None:
        """Return what a parameter or field is annotated with."""
        if self.info is not None:
            param = self.info.every_param.get(name)
            return param.annotation if param is not None else None
        return class_attributes.record_fields(self.cls).get(name) if self.cls is not None else None

    def passed(
        self, call: ast.Call, spread: dict[str, ast.expr] | None = None
    ) -> dict[str, ast.expr] | None:
        """Return what a call passes, by parameters; None where something is spread into it.

        Args:
            call: the call.
            spread: what that is, where it is known.
        """
        if any(isinstance(arg, ast.Starred) for arg in call.args):
            return None
        found = dict(zip(self.positional, call.args, strict=False))
        for word in call.keywords:
            if word.arg is None and spread is None:
                return None
            if word.arg is not None:
                found[word.arg] = word.value
        return {**found, **(spread or {})}

    def passed_by_name(self, call: ast.Call) -> frozenset[str]:
        """Return the parameters that a call surely passes, whatever is spread into it."""
        found = [word.arg for word in call.keywords if word.arg is not None]
        starred = any(isinstance(arg, ast.Starred) for arg in call.args)
        return frozenset(
            [*found, *(self.positional if starred else self.positional[: len(call.args)])]
        )

    def place(self, name: str) -> ast.AST:
        """Return where a parameter or field is declared."""
        if self.info is not None:
            return self.info.every_param.get(name, self.info.node)
        assert self.cls is not None
        found = (base.annotations[name] for base in self.cls.mro if name in base.annotations)
        return next(found, self.cls.node)


def _fields_with_default(cls: ClassInfo) -> Iterator[str]:
    for base in cls.mro:
        for name in base.annotations:
            value = base.attributes.get(name)
            if value is not None and not _is_required(value):
                yield name


def _is_required(value: ast.expr) -> bool:
    """Whether ``field(...)`` or ``Field(...)`` declares no default."""
    if not isinstance(value, ast.Call):
        return isinstance(value, ast.Constant) and value.value is Ellipsis
    words = {word.arg for word in value.keywords}
    if any(
        isinstance(w.value, ast.Constant) and w.value.value is False and w.arg == "init"
        for w in value.keywords
    ):
        return True
    given = value.args[0] if value.args else None
    if isinstance(given, ast.Constant) and given.value is Ellipsis:
        return True
    return given is None and words.isdisjoint({"default", "default_factory"})
