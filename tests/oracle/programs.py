"""Random programs of several modules, made of the constructs that the cases test one by one."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from hypothesis import strategies as st

from tests.oracle import composed_basics, composed_calls, composed_objects

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

T = TypeVar("T")
CONDITIONS = ("flag_a", "flag_b", "not flag_c", "flag_d")


@dataclass
class Scope:
    """What a block may read: strings, and objects by their class."""

    names: list[str]
    objects: dict[str, list[str]] = field(default_factory=dict)
    conditions: list[str] = field(default_factory=list)
    sends: bool = True

    def copy(self) -> Scope:
        """Return a scope whose new names are its own; conditions are used up together."""
        objects = {name: list(found) for name, found in self.objects.items()}
        return Scope(list(self.names), objects, self.conditions, self.sends)


class Composer:
    """Writes one program; every choice is hypothesis's, so that it can be made smaller."""

    def __init__(self, draw: Callable[[st.SearchStrategy[T]], T]) -> None:
        self._draw = draw
        self._count = 0
        self.modules: dict[str, list[str]] = {name: [] for name in _HEADS}
        self.rules: list[str] = []
        self.keys: list[str] = []
        self.helpers: list[str] = []
        self.holders: list[str] = []
        self.relays: list[str] = []
        self.lines: list[str] = []
        self.indent = 0
        self.nested = 0
        self.scope = Scope([])
        self._made: dict[str, list[str]] = {}

    @property
    def library(self) -> list[str]:
        return self.modules["library"]

    def pick(self, *options: T) -> T:
        return self._draw(st.sampled_from(options))

    def chance(self) -> bool:
        return self._draw(st.booleans())

    def fresh(self, prefix: str) -> str:
        self._count += 1
        return f"{prefix}{self._count}"

    def names_made(self, prefix: str) -> list[str]:
        """Return the names of the definitions of one kind."""
        return self._made.setdefault(prefix, [])

    def made(self, prefix: str, define: Callable[[Composer, str], None], limit: int = 2) -> str:
        """Return the name of a definition of one kind, an earlier or a new one."""
        found = self.names_made(prefix)
        if found and (len(found) >= limit or self.chance()):
            return self.pick(*found)
        name = self.fresh(prefix)
        define(self, name)
        found.append(name)
        return name

    def line(self, text: str) -> None:
        self.lines.append("    " * self.indent + text)

    @contextmanager
    def block(self, header: str) -> Iterator[None]:
        """Write an indented block; what is bound inside is forgotten after it."""
        self.line(header)
        before, self.scope = self.scope, self.scope.copy()
        self.indent += 1
        yield
        self.indent -= 1
        self.scope = before

    @contextmanager
    def definition(self, header: str, names: list[str], sends: bool) -> Iterator[None]:
        """Write a function of the library."""
        kept = self.lines, self.indent, self.scope
        self.lines, self.indent, self.scope = [], 0, Scope(names, sends=sends)
        self.line(header)
        self.indent, self.nested = 1, self.nested + 1
        yield
        self.nested -= 1
        self.library.extend([*self.lines, "", ""])
        self.lines, self.indent, self.scope = kept

    # -- expressions -----------------------------------------------------------------------

    def name(self) -> str:
        return self.pick(*self.scope.names)

    def text(self, depth: int = 2) -> str:
        """Return an expression whose value is a string."""
        if depth == 0:
            return self.name()
        return self.pick(*_EXPRESSIONS)(self, depth - 1)

    def condition(self) -> str:
        """Return a condition, each once: what two of the same tell together has its own cases."""
        found = self.pick(*self.scope.conditions)
        self.scope.conditions.remove(found)
        return found

    # -- definitions -----------------------------------------------------------------------

    def helper(self, depth: int) -> str:
        if self._wants_more(self.helpers):
            name = self.fresh("helper")
            decorator = composed_calls.decorator(self)
            header = f"def {name}(one, two):"
            with self.definition(header, ["one", "two"], sends=False):
                if decorator:
                    self.lines.insert(0, f"@{decorator}")
                if self.chance():
                    self.statement(1)
                self.line(f"return {self.text(1)}")
            self.helpers.append(name)
        elif self.helpers:
            name = self.pick(*self.helpers)
        else:
            return self.name()
        return f"{name}({composed_calls.arguments(self, depth)})"

    def holder(self) -> str:
        if not self.holders or (len(self.holders) < 3 and self.chance()):
            name, base = self.fresh("Holder"), ""
            if self.holders and self.chance():
                base = self.pick(*self.holders)
            self.holders.append(composed_basics.holder(self, name, base))
            return name
        return self.pick(*self.holders)

    def relay(self) -> str:
        """Return the name of a function that sends, or ``""`` where none may be made."""
        if self._wants_more(self.relays):
            name = self.fresh("relay")
            header = f"async def {name}(manager, one, two):"
            with self.definition(header, ["one", "two"], sends=True):
                self.statements(1)
                self.send()
            self.relays.append(name)
            return name
        return self.pick(*self.relays) if self.relays else ""

    def _wants_more(self, made: list[str]) -> bool:
        return self.nested < 2 and (not made or (len(made) < 3 and self.chance()))

    # -- statements ------------------------------------------------------------------------

    def statements(self, depth: int) -> None:
        for _ in range(self._draw(st.integers(1, 3))):
            self.statement(depth)

    def statement(self, depth: int) -> None:
        options = _STATEMENTS + (_BLOCKS if depth else ())
        self.pick(*options)(self, depth - 1)

    def bind(self, name: str = "") -> str:
        """Return a name for a new value: a new one, or one that is overwritten."""
        if not name and self.scope.names and self.chance():
            return self.name()
        return name or self.fresh("value")

    def assign(self, value: str) -> None:
        name = self.bind()
        self.line(f"{name} = {value}")
        if name not in self.scope.names:
            self.scope.names.append(name)

    def send(self, depth: int = 1) -> None:
        if self.scope.sends:
            method = self.pick("send_to_user", "send_message")
            self.line(f'await manager.{method}({self.text(depth)}, {{"n": {len(self.lines)}}})')
        else:
            self.assign(self.text(depth))


_PIECES = (composed_basics, composed_objects, composed_calls)
_EXPRESSIONS = tuple(piece for module in _PIECES for piece in module.EXPRESSIONS)
_STATEMENTS = tuple(piece for module in _PIECES for piece in module.STATEMENTS)
_BLOCKS = (*composed_basics.BLOCKS, *composed_calls.BLOCKS)

_IMPORTS = "import asyncio\nfrom functools import partial\n\n"
_HEADS = {
    **composed_calls.HEADS,
    **composed_objects.HEADS,
    "library": _IMPORTS,
}


@dataclass(frozen=True)
class Program:
    """The texts of the modules: ``main``, ``library``, and by their names those beside them."""

    main: str
    library: str
    beside: tuple[tuple[str, str], ...] = ()

    @property
    def files(self) -> dict[str, str]:
        """Return the text of each file by its name, ``main.py`` last."""
        modules = {**dict(self.beside), "library": self.library, "main": self.main}
        return {f"{name}.py": text for name, text in modules.items()}

    def __str__(self) -> str:
        return "\n".join(f"# {name}\n{text}" for name, text in self.files.items())


@st.composite
def programs(draw: Callable[[st.SearchStrategy[T]], T]) -> Program:
    """Compose a program whose ``main`` sends at least once."""
    composer = Composer(draw)
    composer.scope = Scope(["first", "second"], conditions=list(CONDITIONS))
    composer.line("async def main(manager, run_id, user_key, flag_a, flag_b, flag_c, flag_d):")
    composer.indent = 1
    composer.line("first, second = run_id, user_key")
    for _ in range(draw(st.integers(1, 5))):
        composer.statement(2)
    composer.send()
    return _program(composer)


def _program(composer: Composer) -> Program:
    beside = [name for name in _HEADS if name != "library" and composer.modules[name]]
    stars = "".join(f"from {name} import *\n" for name in beside)
    return Program(
        "\n".join([_IMPORTS + stars + "from library import *\n\n", *composer.lines, ""]),
        "\n".join([_IMPORTS + stars + "\n", *composer.library]),
        tuple((name, "\n".join([_HEADS[name], *composer.modules[name]])) for name in beside),
    )
