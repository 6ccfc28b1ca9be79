"""Ids get to every send that a repair makes ask for them, whoever stands in between."""

from __future__ import annotations

from netra_lint.engine import Request, check
from netra_lint.engine.repair import fix
from tests.support import write


def repaired(folder, source):
    """Return a module after all repairs; nothing may be left to find."""
    write(folder, {"pyproject.toml": "[tool.netra-lint]\n", "m.py": source})
    done = fix(Request(cwd=str(folder)), unsafe=True)
    assert not done.report.diagnostics, done.report.diagnostics
    return done.after[str(folder / "m.py")].decode()


FANS = """
class Transport:
    async def publish(self, run_id, event):
        raise NotImplementedError


class Socket(Transport):
    def __init__(self, manager):
        self.manager = manager

    async def publish(self, run_id, event):
        await self.manager.send_to_user(run_id, event)


class Fan(Transport):
    def __init__(self, *others):
        self.others = others
        self.file = open("log")

    async def publish(self, run_id, event):
        for other in self.others:
            await other.publish(run_id, event)
        self.file.publish(event)


async def start(transport: Transport, run_id, thread_id):
    await transport.publish(run_id, {})
"""


def test_what_hands_on_to_its_like_hands_on_the_ids(tmp_path):
    text = repaired(tmp_path, FANS)
    passed = "await other.publish(run_id, event, thread_id=thread_id, user_id=user_id)"
    assert passed in text
    assert "self.file.publish(event)\n" in text
    assert "await transport.publish(run_id, {}, thread_id=thread_id)" in text


HEIRS = """
class Reporter:
    def __init__(self, manager, run_id):
        self.manager = manager
        self.run_id = run_id

    async def report(self, message):
        await self.manager.send_to_user(self.run_id, message)


class Loud(Reporter):
    def __init__(self, manager, run_id, volume=1):
        super().__init__(manager, run_id)
        self.volume = volume


class Plain(Reporter):
    pass


async def start(manager, run_id, thread_id):
    await Loud(manager, run_id, 2).report({})
    await Plain(manager, run_id).report({})
"""


def test_what_an_initialiser_keeps_comes_through_those_of_heirs(tmp_path):
    text = repaired(tmp_path, HEIRS)
    assert "def __init__(self, manager, run_id, volume=1, thread_id=None, user_id=None)" in text
    assert "super().__init__(manager, run_id, thread_id=thread_id, user_id=user_id)" in text
    assert "await Loud(manager, run_id, 2, thread_id=thread_id).report({})" in text
    assert "await Plain(manager, run_id, thread_id=thread_id).report({})" in text


BOUND = """
class Service:
    def __init__(self, manager):
        self.manager = manager
        self.thread_id = None

    def bind(self, run_id, thread_id=None):
        self.run_id = run_id
        self.thread_id = thread_id
        return self

    async def tell(self, message):
        await self.manager.send_to_user(self.run_id, message)


async def start(manager, run_id, thread_id):
    await Service(manager).bind(run_id).tell({})
"""


def test_calls_that_now_have_ids_to_pass_are_repaired_next(tmp_path):
    write(tmp_path, {"pyproject.toml": "[tool.netra-lint]\n", "m.py": BOUND})
    found = check(Request(cwd=str(tmp_path))).diagnostics
    assert "NTR201" not in [each.code for each in found]
    text = repaired(tmp_path, BOUND)
    assert "bind(run_id, thread_id=thread_id).tell({})" in text
    assert "await self.manager.send_to_thread(self.thread_id, message)" in text


KEPT = """
class Agent:
    def __init__(self, manager, run_id, thread_id=None):
        self.manager = manager
        self.run_id = run_id
        self.thread_id = thread_id

    async def say(self, text):
        await self.manager.send_to_user(self.run_id, {"text": text})


class Greeter(Agent):
    def __init__(self, manager, run_id, **options):
        super().__init__(manager, run_id, **options)
        self.greeted = 0


async def greet(manager, run_id, thread_id):
    await Greeter(manager, run_id).say("hello")
"""


def test_who_made_an_object_without_ids_gives_them_once_it_sends_to_them(tmp_path):
    text = repaired(tmp_path, KEPT)
    assert "await self.manager.send_to_thread(self.thread_id, " in text
    assert "await Greeter(manager, run_id, thread_id=thread_id).say(" in text
