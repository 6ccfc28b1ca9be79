"""The guard notes wrong routes where they are called."""

from __future__ import annotations

import asyncio
import inspect
import sys
from dataclasses import dataclass, replace
from typing import Any
from unittest.mock import AsyncMock, create_autospec

import pytest

from netra_lint.runtime import (
    BaseExecutionInterface,
    ExecutionContext,
    RecordingConnection,
    RoutingError,
    RoutingGuard,
    WebSocketManager,
    guard,
)
from netra_lint.runtime.guarding import Method, Words
from netra_lint.runtime.guarding.guard import guards_of_test

pytestmark = pytest.mark.asyncio
FULL = {"run_id": "run_1", "thread_id": "thread_1", "user_id": "user_1"}


class OwnManager:
    """A project's own manager, with names of its own."""

    def __init__(self) -> None:
        self.sent: list[Any] = []

    async def send_to_user(self, uid: str, message: Any) -> str:
        self.sent.append((uid, message))
        return "sent"

    async def send_message(self, uid: str, message: Any) -> str:
        return await self.send_to_user(uid, message)


class Slotted:
    """A manager whose instances take no attributes."""

    __slots__ = ()

    def send_to_user(self, user_id: str, message: Any) -> str:
        return "sent"


def here() -> int:
    return inspect.currentframe().f_back.f_lineno


def codes(routing: RoutingGuard) -> list[str]:
    return [one.code for one in routing.violations]


async def send(manager: Any, recipient: Any, method: str = "send_to_user") -> tuple[Any, int]:
    line = here() + 1
    result = await getattr(manager, method)(recipient, {})
    return result, line


@pytest.mark.parametrize(
    "make", [WebSocketManager, OwnManager, AsyncMock, lambda: AsyncMock(spec=OwnManager)]
)
async def test_a_run_id_is_noted_at_its_call(make: Any) -> None:
    routing = RoutingGuard()
    manager = routing.watch(make())
    _, line = await send(manager, "run_1")
    (violation,) = routing.violations
    assert (violation.code, violation.path, violation.line, violation.function) == (
        "NTR101",
        __file__,
        line,
        "send",
    )
    assert str(violation) == (
        f"{__file__}:{line}: NTR101 `send_to_user` sends to the run id 'run_1' (in send)"
    )


@pytest.mark.parametrize(
    ("method", "recipient", "message"),
    [
        ("send_to_thread", "user_1", "takes a thread id but sends to the user 'user_1'"),
        ("send_to_user", "thread_1", "takes a user id but sends to the thread 'thread_1'"),
        ("send_to_user", 12, "takes a user id but sends to the int object 12"),
    ],
)
async def test_a_wrong_kind_is_noted(method: str, recipient: Any, message: str) -> None:
    routing = RoutingGuard()
    await send(routing.watch(AsyncMock()), recipient, method)
    assert codes(routing) == ["NTR102"]
    assert message in routing.violations[0].message


@pytest.mark.parametrize(
    ("method", "recipient"),
    [("send_to_thread", "thread_1"), ("send_to_user", "user_1"), ("send_to_user", "7f9c24e8")],
)
async def test_right_routes_are_not_noted(method: str, recipient: str) -> None:
    with RoutingGuard() as routing, routing.within(ExecutionContext(**FULL)):
        await send(routing.watch(AsyncMock()), recipient, method)


async def test_ids_without_a_format_are_told_by_the_context() -> None:
    context = ExecutionContext("7a", thread_id="8b", user_id="9c")
    routing = RoutingGuard()
    routing.open()
    manager = routing.watch(AsyncMock())
    with routing.within(context):
        for method, recipient in (
            ("send_to_user", "7a"),
            ("send_to_user", "8b"),
            ("send_to_thread", "9c"),
            ("send_to_thread", "8b"),
            ("send_to_user", "9c"),
        ):
            await send(manager, recipient, method)
    routing.close()
    assert codes(routing) == ["NTR101", "NTR102", "NTR102"]


@pytest.mark.parametrize("recipient", [None, ""])
async def test_a_missing_recipient_is_noted_where_the_context_has_one(recipient: Any) -> None:
    routing = RoutingGuard()
    manager = routing.watch(AsyncMock())
    await send(manager, recipient)
    with routing.within(ExecutionContext("run_1")):
        await send(manager, recipient)
    assert codes(routing) == []
    with routing.within(ExecutionContext("run_1", user_id="user_1")):
        _, line = await send(manager, recipient)
    assert codes(routing) == ["NTR201"]
    assert routing.violations[0].line == line
    assert "no recipient, though the context has user_id 'user_1'" in str(routing.violations[0])


class Outer(BaseExecutionInterface):
    """Runs a nested execution."""

    def __init__(self, nested: Any):
        super().__init__()
        self.nested = nested

    async def execute_core_logic(self, context: ExecutionContext) -> Any:
        return await Inner().execute(self.nested(context))


class Inner(BaseExecutionInterface):
    """Does nothing."""

    async def execute_core_logic(self, context: ExecutionContext) -> Any:
        return context


@dataclass
class OwnContext:
    """A project's own context."""

    run_id: str
    thread_id: Any = None
    user_id: Any = None


EARLIER = ExecutionContext("run_2")


@pytest.mark.parametrize(
    ("nested", "lost"),
    [
        (lambda c: ExecutionContext("run_2", thread_id=c.thread_id), "user_id 'user_1'"),
        (lambda c: ExecutionContext("run_2", user_id=c.user_id), "thread_id 'thread_1'"),
        (lambda c: ExecutionContext("run_2"), "thread_id 'thread_1' and user_id 'user_1'"),
        (lambda c: replace(c, thread_id=None), "thread_id 'thread_1'"),
        (lambda c: c.child(user_id=""), "user_id 'user_1'"),
        (lambda c: EARLIER, "thread_id 'thread_1' and user_id 'user_1'"),
        (lambda c: OwnContext("run_2", user_id="user_1"), "thread_id 'thread_1'"),
    ],
)
async def test_a_dropped_context_is_noted_where_it_is_built(nested: Any, lost: str) -> None:
    routing = RoutingGuard()
    routing.open()
    await Outer(nested).execute(ExecutionContext(**FULL))
    routing.close()
    (violation,) = routing.violations
    assert violation.code == "NTR201"
    assert violation.message == f"a context is built that drops {lost}"
    assert violation.path == __file__
    assert violation.function in ("<lambda>", "execute_core_logic")


@pytest.mark.parametrize(
    "nested",
    [
        lambda c: c,
        lambda c: c.child(run_id="run_2"),
        lambda c: ExecutionContext("run_2", thread_id="thread_1", user_id="user_1"),
        lambda c: ExecutionContext("run_2", user_id="user_2"),
        lambda c: ExecutionContext("run_2", thread_id="thread_2"),
    ],
)
async def test_a_whole_or_other_context_is_not_noted(nested: Any) -> None:
    with RoutingGuard():
        await Outer(nested).execute(ExecutionContext(**FULL))


async def test_updates_are_noted_in_the_agent() -> None:
    class Agent(BaseExecutionInterface):
        async def execute_core_logic(self, context: ExecutionContext) -> Any:
            await self.send_status_update(context, "processing")

    routing = RoutingGuard()
    manager = routing.watch(WebSocketManager())
    await Agent(websocket_manager=manager).execute(ExecutionContext("run_1", user_id="run_1"))
    (violation,) = routing.violations
    assert (violation.code, violation.path, violation.function) == (
        "NTR101",
        __file__,
        "execute_core_logic",
    )


async def test_a_task_is_noted_where_its_coroutine_was_made() -> None:
    routing = RoutingGuard()
    for manager in (AsyncMock(), OwnManager()):
        routing.watch(manager)
        line = here() + 1
        task = asyncio.create_task(manager.send_to_user("run_1", {}))
        await task
        assert routing.violations.pop().line == line


@pytest.mark.parametrize(
    "arguments",
    [
        {"user_id": "run_1"},
        {"recipient": "run_1"},
        {"to": "run_1"},
    ],
)
async def test_keywords_are_read(arguments: dict[str, str]) -> None:
    routing = RoutingGuard()
    await routing.watch(AsyncMock()).send_to_user(message={}, **arguments)
    assert codes(routing) == ["NTR101"]


async def test_a_managers_own_names_are_read() -> None:
    for manager in (OwnManager(), AsyncMock(spec=OwnManager)):
        routing = RoutingGuard()
        await routing.watch(manager).send_to_user(message={}, uid="run_1")
        assert codes(routing) == ["NTR101"]
    with RoutingGuard() as routing:
        await routing.watch(AsyncMock()).send_to_user(message={}, unknown="run_1")


async def test_a_managers_inner_calls_are_not_noted_again() -> None:
    routing = RoutingGuard()
    await send(routing.watch(OwnManager()), "run_1", "send_message")
    assert codes(routing) == ["NTR101"]
    routing.watch(OwnManager)
    await send(OwnManager(), "run_1", "send_message")
    assert [one.message for one in routing.violations] == [
        "`send_message` sends to the run id 'run_1'"
    ]
    routing.close()


async def test_a_class_is_watched_in_all_its_instances() -> None:
    before = OwnManager()
    originals = dict(vars(OwnManager))
    routing = RoutingGuard()
    assert routing.watch(OwnManager) is OwnManager
    routing.watch(OwnManager)
    assert await before.send_to_user("run_1", {}) == "sent"
    assert await OwnManager().send_to_user(uid="run_1", message={}) == "sent"
    assert codes(routing) == ["NTR101", "NTR101"]
    if sys.version_info >= (3, 12):
        assert inspect.iscoroutinefunction(OwnManager.send_to_user)
    routing.close()
    assert dict(vars(OwnManager)) == originals


async def test_an_inherited_method_is_given_back() -> None:
    class Derived(OwnManager):
        """Inherits."""

    routing = RoutingGuard()
    routing.watch(Derived)
    await Derived().send_to_user("run_1", {})
    assert codes(routing) == ["NTR101"]
    routing.close()
    assert "send_to_user" not in vars(Derived)


async def test_slots_are_watched_by_their_class() -> None:
    manager = Slotted()
    routing = RoutingGuard()
    routing.watch(manager)
    assert manager.send_to_user("run_1", {}) == "sent"
    assert codes(routing) == ["NTR101"]
    routing.close()
    manager.send_to_user("run_1", {})
    assert codes(routing) == ["NTR101"]


async def test_what_cannot_send_is_no_manager() -> None:
    with pytest.raises(TypeError, match="no manager: it has none of send_to_thread"):
        RoutingGuard().watch(object())


async def test_a_mock_stays_a_mock() -> None:
    mock = AsyncMock()
    mock.send_to_user.return_value = "before"
    child = mock.send_to_user
    routing = RoutingGuard()
    routing.watch(mock)
    routing.watch(mock)
    assert await mock.send_to_user("user_1", {}) == "before"
    mock.send_to_user.assert_awaited_once_with("user_1", {})
    assert isinstance(mock.send_to_user, AsyncMock)
    mock.send_to_user.return_value = "after"
    assert await mock.send_to_user("user_1", {}) == "after"
    assert [call[0] for call in mock.mock_calls] == ["send_to_user", "send_to_user"]
    routing.close()
    assert mock.send_to_user is child


async def test_a_specified_mock_is_watched() -> None:
    mock = create_autospec(WebSocketManager, instance=True)
    routing = RoutingGuard()
    await send(routing.watch(mock), "run_1")
    assert codes(routing) == ["NTR101"]
    mock.send_to_user.assert_awaited_once_with("run_1", {})


async def test_the_manager_behaves_as_before() -> None:
    with RoutingGuard() as routing:
        manager, client = routing.watch(WebSocketManager()), RecordingConnection()
        await manager.connect(client, "user_1")
        assert await manager.send_to_user("user_1", {"n": 1}) is True
        with pytest.warns(DeprecationWarning, match="send_message") as warned:
            await manager.send_message("user_1", {"n": 2})
        assert warned[0].filename == __file__
    assert [message["n"] for message in client.messages] == [1, 2]


async def test_other_words() -> None:
    words = Words((Method("tell", "user", 1, ("whom",)),), {"run": ("exec-",)})
    routing = RoutingGuard(words)
    manager = routing.watch(AsyncMock())
    await manager.tell({}, "exec-1")
    await manager.tell({}, whom="exec-1")
    await manager.tell({}, "run_1")
    await manager.send_to_user("exec-1")
    assert len(codes(routing)) == 2


async def test_the_block_raises_what_was_noted() -> None:
    with pytest.raises(RoutingError, match=r"2 wrong routes:\n.*NTR101.*\n.*NTR102") as failure:
        await _two_wrong_routes()
    assert [one.code for one in failure.value.violations] == ["NTR101", "NTR102"]
    assert guards_of_test() == []


async def _two_wrong_routes() -> None:
    with RoutingGuard() as routing:
        manager = routing.watch(AsyncMock())
        for _ in range(3):
            await manager.send_to_user("run_1", {})
        await manager.send_to_user("thread_1", {})


async def test_the_blocks_own_error_comes_first() -> None:
    async def block() -> None:
        with RoutingGuard() as routing:
            await routing.watch(AsyncMock()).send_to_user("run_1", {})
            raise KeyError("own")

    with pytest.raises(KeyError):
        await block()


async def test_guard_adds_to_the_guard_that_is_open() -> None:
    routing = RoutingGuard()
    routing.open()
    routing.open()
    manager = guard(AsyncMock())
    await manager.send_to_user("run_1", {})
    routing.close()
    with pytest.raises(RoutingError, match="1 wrong route:"):
        routing.verify()
    routing.verify()


async def test_guard_opens_one_if_none_is_open() -> None:
    manager = guard(AsyncMock())
    (routing,) = guards_of_test()
    await manager.send_to_user("run_1", {})
    assert codes(routing) == ["NTR101"]
    routing.close()
    routing.close()


async def test_a_call_from_nowhere_is_noted() -> None:
    routing = RoutingGuard()
    manager = routing.watch(Slotted())
    code = compile("manager.send_to_user('run_1', {})", "<console>", "exec")
    line = here() + 1
    exec(code, {"manager": manager})
    assert routing.violations[0].line == line
    routing.close()


async def test_a_method_that_an_instance_has_of_its_own_is_given_back() -> None:
    class Patched(OwnManager):
        """Gets a method in its instance."""

    manager = Patched()
    manager.send_to_user = own = AsyncMock()
    routing = RoutingGuard()
    await routing.watch(manager).send_to_user("run_1", {})
    assert codes(routing) == ["NTR101"]
    routing.close()
    assert manager.send_to_user is own


class Opaque:
    """A manager whose method has no signature to read."""

    send_to_user = max


async def test_a_method_without_a_signature_is_watched() -> None:
    routing = RoutingGuard()
    routing.watch(Opaque()).send_to_user("run_1", "a")
    assert codes(routing) == ["NTR101"]


async def test_an_id_with_two_roles_is_told_by_its_format() -> None:
    with RoutingGuard() as routing, routing.within(OwnContext("7a", user_id="7a")):
        await routing.watch(AsyncMock()).send_to_user("7a", {})
