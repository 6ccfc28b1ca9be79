"""Calls beside a send: a safe fix keeps each, in order; any other says which it leaves out.

The modules are run on the reference manager, before and after their repair.
"""

from __future__ import annotations

import asyncio
import logging
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netra_lint.diagnostics import Applicability
from netra_lint.engine import Request, Stdin
from netra_lint.engine.repair import fix
from netra_lint.runtime import RecordingConnection, WebSocketManager
from tests.fixes.support import repaired

SETTINGS = settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
pytestmark = pytest.mark.filterwarnings("ignore:send_message is deprecated:DeprecationWarning")
RECIPIENTS = [
    "store.create_run_id(message)",
    "await store.fetch_run_id(message)",
    "str(store.create_run_id(message))",
    "f'run_{store.count()}'",
    "user_id or store.create_run_id(message)",
    "user_id if user_id else store.create_run_id(message)",
    "store.find_user(message) or run_id",
    "getattr(store, 'user_id', store.create_run_id(message))",
    "(chosen := store.create_run_id(message))",
    "store.get_thread_id(message)",
    "store.get_user_id(message)",
    "kept_run_id",
    "run_id",
]
MESSAGES = ["message", "store.build(message)", "{'type': store.count()}"]
MANAGERS = ["manager", "store.manager()"]
METHODS = ["send_to_user", "send_message", "send_to_thread"]
SHAPES = [
    "await {call}",
    "result = await {call}",
    "return await {call}",
    "if await {call}:\n        pass",
    "if run_id:\n        await {call}",
    "store.note(await {call})",
    "await asyncio.gather({call})",
    "kept_run_id = store.create_run_id(message)\n    await {call}",
    "if not user_id:\n        user_id = store.create_run_id(message)\n    await {call}",
    "target = {recipient}\n    await {manager}.{method}(target, {message})",
]
IDS = [("thread_1", "user_1"), (None, "user_1"), ("thread_1", None), (None, None)]
DEFAULTS = ["kept_run_id = 'run_0'", ""]


@dataclass
class Store:
    """What records each call of it, as far as it is no send."""

    sends: WebSocketManager
    ids: tuple[str | None, str | None]
    done: list[str] = field(default_factory=list)

    def did(self, name: str, value: Any = None) -> Any:
        self.done.append(name)
        return value

    def create_run_id(self, message: Any) -> str:
        return self.did("create_run_id", "run_7")

    async def fetch_run_id(self, message: Any) -> str:
        return self.did("fetch_run_id", "run_7")

    def count(self) -> int:
        return self.did("count", 1)

    def find_user(self, message: Any) -> str | None:
        return self.did("find_user", self.ids[1])

    def get_thread_id(self, message: Any) -> str | None:
        return self.did("get_thread_id", self.ids[0])

    def get_user_id(self, message: Any) -> str | None:
        return self.did("get_user_id", self.ids[1])

    def build(self, message: Any) -> Any:
        return self.did("build", message)

    def note(self, result: Any) -> None:
        self.did("note")

    def manager(self) -> WebSocketManager:
        return self.did("manager", self.sends)


@st.composite
def modules(draw) -> str:
    parts = {
        "recipient": draw(st.sampled_from(RECIPIENTS)),
        "message": draw(st.sampled_from(MESSAGES)),
        "manager": draw(st.sampled_from(MANAGERS)),
        "method": draw(st.sampled_from(METHODS)),
    }
    call = "{manager}.{method}({recipient}, {message})".format(**parts)
    shape = draw(st.sampled_from(SHAPES))
    lines = [
        "import asyncio",
        "async def go(manager, store, run_id, thread_id, user_id, message):",
        f"    {draw(st.sampled_from(DEFAULTS))}",
        f"    {shape.format(call=call, **parts)}",
    ]
    return "\n".join(line for line in lines if line.strip()) + "\n"


def ran(text: str, ids: tuple[str | None, str | None]) -> tuple[list[str], int]:
    """Return the calls that a module made, and how many messages arrived."""
    return asyncio.run(_run(text, ids))


async def _run(text: str, ids: tuple[str | None, str | None]) -> tuple[list[str], int]:
    names: dict[str, Any] = {}
    exec(compile(text, "module.py", "exec"), names)
    manager, client = WebSocketManager(), RecordingConnection("client")
    await manager.connect(client, "user_1", "thread_1")
    store = Store(manager, ids)
    try:
        await names["go"](manager, store, "run_7", *ids, {"type": "x"})
    except NameError:
        store.done.append("a name was not bound")
    await manager.close()
    return store.done, len(client.messages)


@pytest.fixture(autouse=True)
def quiet():
    logger = logging.getLogger("netra_lint.runtime")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    yield
    logger.setLevel(level)


SEEN: Counter[str] = Counter()


@SETTINGS
@given(modules())
def test_what_is_called(text):
    with tempfile.TemporaryDirectory() as folder:
        safe = repaired(Path(folder), text, unsafe=False)
        bold = repaired(Path(folder), text, unsafe=True)
    SEEN.update(["safe"] if safe.text != text else [])
    SEEN.update(["unsafe"] if bold.text != safe.text else [])
    for ids in IDS:
        before, arrived = ran(text, ids)
        calls, more = ran(safe.text, ids)
        assert calls == before, safe.text
        assert more >= arrived, safe.text
        calls, more = ran(bold.text, ids)
        assert not Counter(calls) - Counter(before), bold.text
        assert more >= arrived, bold.text
        assert calls == before or all(said(found) for found in bold.repair.fixed), bold.text


def said(found: Any) -> bool:
    """Whether a fix is no safe one."""
    return found.fix.applicability is Applicability.UNSAFE


def test_there_were_repairs_of_both_sorts():
    test_what_is_called()
    assert SEEN["safe"] > 20
    assert SEEN["unsafe"] > 20


LOSING = {
    "create": "await manager.send_to_user(store.create_run_id(message), message)",
    "fetch": "await manager.send_to_user(await store.fetch_run_id(message), message)",
    "or": "await manager.send_to_user(user_id or store.create_run_id(message), message)",
    "text": "await manager.send_to_user(f'run_{store.count()}', message)",
    "variable": "user_id = user_id or store.create_run_id(message)\n"
    "    await manager.send_to_user(user_id, message)",
    "wrapper": "await store.tell(thread_id=thread_id, user_id=store.create_run_id(message))",
}


@pytest.mark.parametrize("send", LOSING.values(), ids=LOSING)
def test_a_call_is_left_out_only_when_asked_for(send, tmp_path):
    text = f"async def go(manager, store, thread_id, user_id, message):\n    {send}\n"
    assert repaired(tmp_path, text, unsafe=False).text == text
    found = repaired(tmp_path, text, unsafe=False).repair.report.diagnostics
    assert all("may do more" in each.unfixable or not each.fix for each in found)


@pytest.mark.parametrize("other", ["store.find_user(message)", "await store.ask()", "user_id"])
def test_what_stands_behind_a_run_id_is_called_only_when_asked_for(other, tmp_path):
    text = (
        "async def go(manager, store, run_id, user_id, message):\n"
        f"    await manager.send_to_user(run_id or {other}, message)\n"
    )
    assert (repaired(tmp_path, text, unsafe=False).text == text) == (other != "user_id")
    assert other in repaired(tmp_path, text, unsafe=True).text
    assert "run_id or" not in repaired(tmp_path, text, unsafe=True).text


def only(code: str, text: str, folder: Path) -> Request:
    """Return the request for one rule's findings in a module."""
    stdin = Stdin(str(folder / "module.py"), text.encode())
    return Request(paths=(), cwd=str(folder), select=(code,), stdin=stdin)


@pytest.mark.parametrize("message", ["store.build(message)", "message"])
def test_a_guard_that_returns_before_a_message_is_built(message, tmp_path):
    text = (
        "async def go(manager, store, message, user_id=None):\n"
        f"    await manager.send_to_user(user_id, {message})\n"
    )
    request = only("NTR301", text, tmp_path)
    assert bool(fix(request).fixed) == (message == "message")
    assert fix(request, unsafe=True).fixed


@pytest.mark.parametrize("fetched", [False, True])
def test_two_ids_change_places(fetched, tmp_path):
    """Where both are fetched, what is fetched first may bear on the other."""
    ids = ("store.get_user_id()", "store.get_thread_id()") if fetched else ("user_id", "thread_id")
    text = (
        "async def tell(manager, thread_id: str, user_id: str):\n"
        "    await manager.send_to_thread(thread_id, {})\n"
        "    await manager.send_to_user(user_id, {})\n"
        "async def go(manager, store, thread_id, user_id):\n"
        f"    await tell(manager, thread_id={ids[0]}, user_id={ids[1]})\n"
    )
    request = only("NTR203", text, tmp_path)
    found = fix(request, unsafe=True).fixed
    assert found
    assert bool(fix(request).fixed) == (not fetched)


READS = {
    "function": "def new_run_id(message):\n    return f'run_{message}'\n",
    "record": "def new_run_id(message):\n    if not message:\n        return 'run_0'\n"
    "    name = str(message).strip()\n    return 'run_' + name\n",
}
ACTS = {
    "global": "def new_run_id(message):\n    global last\n    last = message\n    return 'run_1'\n",
    "call": "def new_run_id(message):\n    save(message)\n    return 'run_1'\n",
    "attribute": "def new_run_id(message):\n    message.seen = True\n    return 'run_1'\n",
    "decorated": "@once\ndef new_run_id(message):\n    return 'run_1'\n",
    "itself": "def new_run_id(message):\n    return new_run_id(message)\n",
    "written": "def new_run_id(message):\n    with message:\n        return 'run_1'\n",
}
SEND = (
    "async def go(manager, thread_id, message):\n"
    "    await manager.send_to_user(new_run_id(message), message)\n"
)


@pytest.mark.parametrize("helper", READS.values(), ids=READS)
def test_a_function_that_only_gives_a_value_may_go(helper, tmp_path):
    assert "new_run_id(message)," not in repaired(tmp_path, helper + SEND, unsafe=False).text


@pytest.mark.parametrize("helper", ACTS.values(), ids=ACTS)
def test_a_function_that_does_more_stays(helper, tmp_path):
    assert repaired(tmp_path, helper + SEND, unsafe=False).text == helper + SEND
