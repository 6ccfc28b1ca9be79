"""Random programs of several modules, made of the constructs that the cases test one by one."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from hypothesis import strategies as st

from tests.oracle import composed_calls, composed_objects

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
            self.holders.append(_derive(self, name, base) if base else _define(self, name))
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


def _define(composer: Composer, name: str) -> str:
    lines = [
        f"class {name}:",
        "    def __init__(self, left, right):",
        f"        self.left = {composer.pick('left', 'str(left)')}",
        f"        self.right = {composer.pick('right', 'left', 'left or right')}",
        "",
        "    def get(self):",
        f"        return {composer.pick('self.left', 'self.right', 'self.left or self.right')}",
        "",
        "    def put(self, value):",
        f"        {composer.pick('self.left', 'self.right')} = value",
        "",
        "    def swap(self):",
        "        self.left, self.right = self.right, self.left",
        "",
        "    @property",
        "    def address(self):",
        f"        return {composer.pick('self.get()', 'self.right')}",
        "",
        "    async def push(self, manager, to):",
        f"        await manager.send_to_user({composer.pick('to', 'self.get()')}, {{}})",
        "",
        "",
    ]
    composer.library.extend(lines)
    return name


def _derive(composer: Composer, name: str, base: str) -> str:
    composer.library.extend(
        [
            f"class {name}({base}):",
            "    def get(self):",
            f"        return {composer.pick('self.right', 'super().get()', 'self.left')}",
            "",
            "",
        ]
    )
    return name


def _plain(composer: Composer, depth: int) -> str:
    return composer.name()


def _literal(composer: Composer, depth: int) -> str:
    return composer.pick('"operator"', '"lobby"')


def _either(composer: Composer, depth: int) -> str:
    if not composer.scope.conditions:
        return _fallback(composer, depth)
    condition = composer.condition()
    return f"({composer.text(depth)} if {condition} else {composer.text(depth)})"


def _fallback(composer: Composer, depth: int) -> str:
    return f"({composer.text(depth)} {composer.pick('or', 'and')} {composer.text(depth)})"


def _formatted(composer: Composer, depth: int) -> str:
    inner = composer.name()
    return composer.pick(f'f"{{{inner}}}"', f"str({inner})", f"{inner}.strip()")


def _sequence(composer: Composer, depth: int) -> str:
    first, second = composer.text(depth), composer.text(depth)
    shape = composer.pick("[{}, {}]", "({}, {})").format(first, second)
    return f"{shape}[{composer.pick('0', '1', '-1')}]"


def _mapping(composer: Composer, depth: int) -> str:
    first, second = composer.text(depth), composer.text(depth)
    read = composer.pick('["a"]', '["b"]', '.get("a")', f'.get("c", {composer.name()})')
    return f'{{"a": {first}, "b": {second}}}{read}'


def _lambda(composer: Composer, depth: int) -> str:
    if composer.chance():
        return f"(lambda: {composer.name()})()"
    head = f"(lambda first, second: {composer.pick('first', 'second')})"
    return f"{head}({composer.text(depth)}, {composer.text(depth)})"


def _call(composer: Composer, depth: int) -> str:
    return composer.helper(depth)


def _object(composer: Composer, depth: int) -> str:
    made = f"{composer.holder()}({composer.text(depth)}, {composer.text(depth)})"
    return made + composer.pick(".left", ".right", ".get()", ".address")


def _iterated(composer: Composer, depth: int) -> str:
    items = f"({composer.text(depth)}, {composer.text(depth)})"
    return composer.pick(
        f"next(iter({items}))",
        f"[each for each in {items}][0]",
        f'next((each for each in {items} if not each.startswith("run_")), "none")',
    )


_EXPRESSIONS = (
    _plain,
    _literal,
    _either,
    _fallback,
    _formatted,
    _sequence,
    _mapping,
    _lambda,
    _call,
    _object,
    _iterated,
    *composed_objects.EXPRESSIONS,
    *composed_calls.EXPRESSIONS,
)


def _send(composer: Composer, depth: int) -> None:
    composer.send()


def _assign(composer: Composer, depth: int) -> None:
    composer.assign(composer.text())


def _unpack(composer: Composer, depth: int) -> None:
    values = f"{composer.text(1)}, {composer.text(1)}"
    names = [composer.fresh("value"), composer.bind()]
    composer.line(f"{', '.join(names)} = {values}")
    composer.scope.names += [name for name in names if name not in composer.scope.names]


def _make_object(composer: Composer, depth: int) -> None:
    name = composer.fresh("object")
    composer.line(f"{name} = {composer.holder()}({composer.text(1)}, {composer.text(1)})")
    composer.scope.objects.setdefault("holder", []).append(name)


def _use_object(composer: Composer, depth: int) -> None:
    found = composer.scope.objects.get("holder")
    if not found:
        return _make_object(composer, depth)
    name = composer.pick(*found)
    if composer.scope.sends and composer.chance():
        composer.line(f"await {name}.push(manager, {composer.text(1)})")
    elif composer.chance():
        composer.line(composer.pick(f"{name}.put({composer.text(1)})", f"{name}.swap()"))
    elif composer.chance():
        composer.line(f"{name}.{composer.pick('left', 'right')} = {composer.text(1)}")
    else:
        composer.assign(name + composer.pick(".left", ".right", ".get()", ".address"))
    return None


def _make_mapping(composer: Composer, depth: int) -> None:
    name = composer.fresh("mapping")
    composer.line(f'{name} = {{"a": {composer.text(1)}, "b": {composer.text(1)}}}')
    composer.scope.objects.setdefault("mapping", []).append(name)


def _use_mapping(composer: Composer, depth: int) -> None:
    found = composer.scope.objects.get("mapping")
    if not found:
        return _make_mapping(composer, depth)
    name, key = composer.pick(*found), composer.pick("a", "b")
    if composer.chance():
        composer.line(f'{name}["{key}"] = {composer.text(1)}')
    elif composer.chance():
        composer.line(f"{name}.update({key}={composer.text(1)})")
    else:
        composer.assign(composer.pick(f'{name}["{key}"]', f'{name}.get("{key}")'))
    return None


def _relay(composer: Composer, depth: int) -> None:
    if not composer.scope.sends:
        return _assign(composer, depth)
    name = composer.relay()
    if not name:
        return _assign(composer, depth)
    arguments = f"manager, {composer.text(1)}, {composer.text(1)}"
    composer.line(
        composer.pick(
            f"await {name}({arguments})",
            f"await asyncio.create_task({name}({arguments}))",
            f"await asyncio.gather({name}({arguments}))",
            f"await partial({name}, manager)({arguments.removeprefix('manager, ')})",
        )
    )
    return None


def _alias(composer: Composer, depth: int) -> None:
    if not composer.scope.sends:
        return _assign(composer, depth)
    name = composer.fresh("send")
    composer.line(f"{name} = manager.send_to_user")
    composer.line(f"await {name}({composer.text(1)}, {{}})")
    return None


_STATEMENTS = (
    _send,
    _assign,
    _unpack,
    _make_object,
    _use_object,
    _make_mapping,
    _use_mapping,
    _relay,
    _alias,
    *composed_objects.STATEMENTS,
    *composed_calls.STATEMENTS,
)


def _if(composer: Composer, depth: int) -> None:
    if not composer.scope.conditions:
        return _checked(composer, depth)
    with composer.block(f"if {composer.condition()}:"):
        composer.statements(depth)
    if composer.chance():
        with composer.block("else:"):
            composer.statements(depth)
    return None


def _checked(composer: Composer, depth: int) -> None:
    name = composer.name()
    if composer.chance():
        with composer.block(f'if not {name}.startswith("run_"):'):
            composer.send(0) if composer.scope.sends else composer.assign(name)
            composer.statements(depth)
    else:
        with composer.block(f'if {name}.startswith("run_"):'):
            composer.line(f'{name} = "operator"')


def _loop(composer: Composer, depth: int) -> None:
    name = composer.fresh("item")
    with composer.block(f"for {name} in ({composer.text(1)}, {composer.text(1)}):"):
        composer.scope.names.append(name)
        if composer.chance():
            with composer.block(f'if {name}.startswith("run_"):'):
                composer.line("continue")
        composer.statements(depth)


def _try(composer: Composer, depth: int) -> None:
    with composer.block("try:"):
        composer.statements(depth)
        if composer.scope.conditions and composer.chance():
            composer.line(f"if {composer.condition()}:")
            composer.line('    raise ValueError("expected")')
        else:
            composer.line('raise ValueError("expected")')
    with composer.block("except ValueError:"):
        composer.statements(depth)


def _collect(composer: Composer, depth: int) -> None:
    name, item = composer.fresh("items"), composer.fresh("item")
    composer.line(f"{name} = [{composer.text(1)}]")
    composer.line(f"{name}.append({composer.text(1)})")
    with composer.block(f"for {item} in {name}:"):
        composer.scope.names.append(item)
        composer.statements(depth)


def _nested(composer: Composer, depth: int) -> None:
    if not composer.scope.sends:
        return _assign(composer, depth)
    name = composer.fresh("inner")
    with composer.block(f"async def {name}(given):"):
        captured = list(composer.scope.names)
        composer.line(f"await manager.send_to_user({composer.pick('given', *captured)}, {{}})")
    if composer.chance():
        _assign(composer, depth)
    composer.line(f"await {name}({composer.text(1)})")
    return None


_BLOCKS = (_if, _checked, _loop, _try, _collect, _nested, *composed_calls.BLOCKS)

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
