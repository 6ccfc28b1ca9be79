"""Records and agents of random programs: objects with state, in modules of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.oracle.programs import Composer

_FIELDS = (".left", ".right", ".best()", ".other")
_RESOLVED = ("self.owner", "self.job", "self.owner or self.job", "self.owner or self.fallback")


def _record(composer: Composer) -> str:
    """Return the name of a dataclass."""
    return composer.made("Record", _define_record)


def _define_record(composer: Composer, name: str) -> None:
    default = composer.pick("", ' = "nobody"')
    composer.modules["records"] += [
        "@dataclass",
        f"class {name}:",
        "    left: str",
        f"    right: str{default}",
        "",
        "    def best(self):",
        f"        return {composer.pick('self.left', 'self.right', 'self.right or self.left')}",
        "",
        "    @property",
        "    def other(self):",
        f"        return {composer.pick('self.best()', 'self.right')}",
        "",
        "    def moved(self, value):",
        f"        return replace(self, {composer.pick('left', 'right')}=value)",
        "",
        "",
        f"def rework_{name.lower()}(record, value):",
        f"    record.{composer.pick('left', 'right')} = value",
        "    return record",
        "",
        "",
    ]


def _made_record(composer: Composer, depth: int) -> str:
    first, second = composer.text(depth), composer.text(depth)
    shape = composer.pick(
        "({0}, {1})", "(right={0}, left={1})", '(**{{"left": {0}, "right": {1}}})'
    )
    return _record(composer) + shape.format(first, second)


def _read_record(composer: Composer, depth: int) -> str:
    made = _made_record(composer, depth)
    if composer.chance():
        made = composer.pick(
            f"replace({made}, left={composer.name()})",
            f"{made}.moved({composer.name()})",
        )
    return composer.pick(*(made + field for field in _FIELDS), f'asdict({made})["left"]')


def _bind_record(composer: Composer, depth: int) -> None:
    name = composer.fresh("record")
    composer.line(f"{name} = {_made_record(composer, 1)}")
    composer.scope.objects.setdefault("record", []).append(name)


def _use_record(composer: Composer, depth: int) -> None:
    found = composer.scope.objects.get("record")
    if not found:
        return _bind_record(composer, depth)
    name = composer.pick(*found)
    if composer.chance():
        composer.line(f"{name}.{composer.pick('left', 'right')} = {composer.text(1)}")
    elif composer.chance():
        store = composer.fresh("store")
        composer.line(f'{store} = {{"key": {name}}}')
        composer.assign(f'{store}["key"]{composer.pick(*_FIELDS)}')
    else:
        composer.assign(name + composer.pick(*_FIELDS))
    return None


def _rework_record(composer: Composer, depth: int) -> None:
    kind = _record(composer)
    name = composer.fresh("record")
    composer.line(f"{name} = {kind}({composer.text(1)}, {composer.text(1)})")
    composer.line(f"rework_{kind.lower()}({name}, {composer.text(1)})")
    composer.scope.objects.setdefault("record", []).append(name)


def _agent(composer: Composer) -> str:
    """Return the name of a class that sends, perhaps one that derives from another."""
    return composer.made("Agent", _define_agent, limit=3)


def _define_agent(composer: Composer, name: str) -> None:
    bases = composer.names_made("Agent")
    base = composer.pick(*bases) if bases and composer.chance() else ""
    lines = _derived_agent(composer, name, base) if base else _base_agent(composer, name)
    composer.modules["agents"] += [*lines, "", ""]


def _base_agent(composer: Composer, name: str) -> list[str]:
    return [
        f"class {name}:",
        '    fallback = "operator"',
        "",
        "    def __init__(self, manager, one, two):",
        "        self.manager = manager",
        f"        self.owner = {composer.pick('one', 'two', 'one or two')}",
        f"        self.job = {composer.pick('two', 'one')}",
        "",
        "    def resolve(self):",
        f"        return {composer.pick(*_RESOLVED)}",
        "",
        "    def aim(self, value):",
        f"        self.{composer.pick('owner', 'job')} = value",
        "",
        "    async def notify(self):",
        "        await self.manager.send_to_user(self.resolve(), {})",
        "",
        "    async def tell(self, x, **rest):",
        "        await self.post(x, **rest)",
        "",
        '    async def post(self, to, about=""):',
        f"        await self.manager.send_message({composer.pick('to', 'about')}, {{}})",
    ]


def _derived_agent(composer: Composer, name: str, base: str) -> list[str]:
    lines = [
        f"class {name}({base}):",
        "    def resolve(self):",
        f"        return {composer.pick('super().resolve()', *_RESOLVED)}",
    ]
    if composer.chance():
        lines += [
            "",
            "    def __init__(self, manager, one, two):",
            "        super().__init__(manager, two, one)",
        ]
    return lines


def _bind_agent(composer: Composer, depth: int) -> None:
    if not composer.scope.sends:
        return composer.assign(composer.text())
    name = composer.fresh("agent")
    composer.line(f"{name} = {_agent(composer)}(manager, {composer.text(1)}, {composer.text(1)})")
    composer.scope.objects.setdefault("agent", []).append(name)
    return None


def _use_agent(composer: Composer, depth: int) -> None:
    found = composer.scope.objects.get("agent")
    if not found:
        return _bind_agent(composer, depth)
    name = composer.pick(*found)
    if composer.chance():
        composer.line(f"await {name}.notify()")
    elif composer.chance():
        composer.line(f"{name}.aim({composer.text(1)})")
    elif composer.chance():
        composer.line(f"await {name}.tell({composer.text(1)}, about={composer.text(1)})")
    else:
        composer.assign(name + composer.pick(".owner", ".job", ".resolve()"))
    return None


EXPRESSIONS = (_read_record,)
STATEMENTS = (_bind_record, _use_record, _rework_record, _bind_agent, _use_agent)
HEADS = {
    "records": "from dataclasses import asdict, dataclass, replace\n\n\n",
    "agents": "",
}
