"""Calls of random programs: validators, decorators, generators, closures and callbacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.oracle.programs import Composer

_RULES = {
    "is_job": """\
def is_job(value):
    return value.startswith("run_")
""",
    "has_text": """\
def has_text(value):
    return len(value) > 0
""",
    "person_or_operator": """\
def person_or_operator(value):
    if value[:4] == "run_":
        return "operator"
    return value
""",
    "expect_person": """\
def expect_person(value):
    if re.match("run_", value):
        raise ValueError("expected")
    return value
""",
    "bound": """\
@contextmanager
def bound(value):
    yield value
""",
    "apply": """\
async def apply(call, value, *rest):
    return await call(value, {"rest": rest})
""",
    "kept": """\
def kept(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)

    return wrapper
""",
    "cleaned": """\
def cleaned(function):
    def wrapper(*args, **kwargs):
        result = function(*args, **kwargs)
        return "operator" if result.startswith("run_") else result

    return wrapper
""",
    "swapped": """\
def swapped(function):
    def wrapper(one, two):
        return function(two, one)

    return wrapper
""",
}


def rule(composer: Composer, name: str) -> str:
    """Write one of the fixed functions into its module, once, and return its name."""
    if name not in composer.rules:
        composer.rules.append(name)
        composer.modules["rules"] += [_RULES[name], ""]
    return name


def decorator(composer: Composer) -> str:
    """Return the name of a decorator, or ``""`` for a function without one."""
    name = composer.pick("", "", "", "kept", "cleaned", "swapped")
    return name and rule(composer, name)


def arguments(composer: Composer, depth: int) -> str:
    """Return the arguments ``one`` and ``two`` in one of the ways to give them."""
    first, second = composer.text(depth), composer.text(depth)
    shape = composer.pick(
        "{0}, {1}", "{0}, {1}", "two={0}, one={1}", "*[{0}, {1}]", '**{{"one": {0}, "two": {1}}}'
    )
    return shape.format(first, second)


def _checked_value(composer: Composer, depth: int) -> str:
    return f"{rule(composer, 'person_or_operator')}({composer.text(depth)})"


def _generator(composer: Composer, prefix: str, word: str) -> str:
    def define(composer: Composer, name: str) -> None:
        header = f"{word} {name}(one, two):"
        with composer.definition(header, ["one", "two"], sends=False):
            composer.line(f"yield {composer.text(1)}")
            if composer.chance():
                composer.statement(1)
            composer.line(f"yield {composer.text(1)}")

    return composer.made(prefix, define)


def _generated(composer: Composer, depth: int) -> str:
    if composer.nested > 1:
        return composer.name()
    made = f"{_generator(composer, 'values', 'def')}({arguments(composer, depth)})"
    return composer.pick(f"next({made})", f"list({made})[1]", f"[each for each in {made}][0]")


def _closure(composer: Composer, depth: int) -> str:
    def define(composer: Composer, name: str) -> None:
        with (
            composer.definition(f"def {name}(one):", ["one"], sends=False),
            composer.block("def inner(two):"),
        ):
            composer.scope.names.append("two")
            composer.line(f"return {composer.text(1)}")
            composer.indent -= 1
            composer.line("return inner")
            composer.indent += 1

    if composer.nested > 1:
        return composer.name()
    return f"{composer.made('maker', define)}({composer.text(depth)})({composer.text(depth)})"


def _remembered(composer: Composer, depth: int) -> str:
    if not composer.keys:
        return composer.name()
    return f'fetch("{composer.pick(*composer.keys)}")'


def _remember(composer: Composer, depth: int) -> None:
    if composer.nested:
        return composer.assign(composer.text())
    value, key = composer.text(1), composer.fresh("key")
    composer.line(f'put("{key}", {value})')
    composer.keys.append(key)
    if not composer.modules["state"]:
        composer.modules["state"] += [_STATE]
    return None


_STATE = """\
STORE = {}


def put(key, value):
    STORE[key] = value


def fetch(key):
    return STORE.get(key, "nobody")
"""


def _sender(composer: Composer, depth: int) -> None:
    def define(composer: Composer, name: str) -> None:
        composer.library.extend(
            [
                f"def {name}(manager, one):",
                "    async def send(two):",
                f"        await manager.send_to_user({composer.pick('one', 'two')}, {{}})",
                "",
                "    return send",
                "",
                "",
            ]
        )

    if not composer.scope.sends:
        return composer.assign(composer.text())
    name = composer.fresh("tell")
    composer.line(f"{name} = {composer.made('sender', define)}(manager, {composer.text(1)})")
    composer.line(f"await {name}({composer.text(1)})")
    return None


def _rebind(composer: Composer, depth: int) -> None:
    name, inner = composer.name(), composer.fresh("rebind")
    composer.line(f"def {inner}(given):")
    composer.line(f"    nonlocal {name}")
    composer.line(f"    {name} = given")
    composer.line(f"{inner}({composer.text(1)})")


def _apply(composer: Composer, depth: int) -> None:
    if not composer.scope.sends:
        return composer.assign(composer.text())
    called = composer.pick(
        "manager.send_to_user",
        "manager.send_message",
        "lambda who, body: manager.send_to_user(who, body)",
    )
    values = f"{composer.text(1)}, {composer.text(1)}"
    composer.line(f"await {rule(composer, 'apply')}({called}, {values})")
    return None


def _validated(composer: Composer, depth: int) -> None:
    name = composer.name()
    checks = f"not {rule(composer, 'is_job')}({name})", f"{rule(composer, 'has_text')}({name})"
    with composer.block(f"if {composer.pick(*checks)}:"):
        composer.send(0) if composer.scope.sends else composer.assign(name)
        composer.statements(depth)


def _expected(composer: Composer, depth: int) -> None:
    name = composer.name()
    with composer.block("try:"):
        composer.line(f"{rule(composer, 'expect_person')}({name})")
        composer.send(0)
        composer.statements(depth)
    with composer.block("except ValueError:"):
        composer.statements(depth)


def _each_generated(composer: Composer, depth: int) -> None:
    if composer.nested > 1:
        return composer.assign(composer.text())
    item = composer.fresh("item")
    if composer.scope.sends and composer.chance():
        header = f"async for {item} in {_generator(composer, 'stream', 'async def')}"
    else:
        header = f"for {item} in {_generator(composer, 'values', 'def')}"
    with composer.block(f"{header}({arguments(composer, 1)}):"):
        composer.scope.names.append(item)
        composer.statements(depth)
    return None


def _bound(composer: Composer, depth: int) -> None:
    item = composer.fresh("item")
    with composer.block(f"with {rule(composer, 'bound')}({composer.text(1)}) as {item}:"):
        composer.scope.names.append(item)
        composer.statements(depth)


def _matched(composer: Composer, depth: int) -> None:
    first, second = composer.fresh("item"), composer.fresh("item")
    guard = f" if {composer.condition()}" if composer.scope.conditions else ""
    composer.line(f"match ({composer.text(1)}, {composer.text(1)}):")
    composer.indent += 1
    with composer.block(f"case ({first}, {second}){guard}:"):
        composer.scope.names += [first, second]
        composer.statements(depth)
    if guard:
        with composer.block(f"case (_, {second}):"):
            composer.scope.names.append(second)
            composer.statements(depth)
    composer.indent -= 1


EXPRESSIONS = (_checked_value, _generated, _closure, _remembered)
STATEMENTS = (_remember, _sender, _rebind, _apply)
BLOCKS = (_validated, _expected, _each_generated, _bound, _matched)
HEADS = {
    "rules": "import re\nfrom contextlib import contextmanager\nfrom functools import wraps\n\n\n",
    "state": "",
}
