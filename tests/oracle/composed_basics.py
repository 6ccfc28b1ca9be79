"""Values, statements and blocks of random programs that need nothing but the language."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.oracle.programs import Composer


def holder(composer: Composer, name: str, base: str) -> str:
    """Write a class that holds two strings, from nothing or from another one."""
    return _derive(composer, name, base) if base else _define(composer, name)


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


EXPRESSIONS = (
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


STATEMENTS = (
    _send,
    _assign,
    _unpack,
    _make_object,
    _use_object,
    _make_mapping,
    _use_mapping,
    _relay,
    _alias,
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


BLOCKS = (_if, _checked, _loop, _try, _collect, _nested)
