"""The manager routes, refuses, and says so."""

from __future__ import annotations

import asyncio
import enum
import logging
from types import SimpleNamespace
from typing import Any
from unittest.mock import AsyncMock

import pytest

from netra_lint.runtime import RecordingConnection, Refusal, WebSocketManager
from netra_lint.runtime.ids import kind_of
from tests.runtime.sockets import Failing, Gated, Stuck, TextOnly

pytestmark = pytest.mark.asyncio
RUN_ID = "run_3f2a0000-0000-4000-8000-000000000000"
MESSAGE = {"type": "progress"}


@pytest.fixture
def manager() -> WebSocketManager:
    return WebSocketManager()


def levels(caplog: pytest.LogCaptureFixture) -> list[int]:
    records = [one for one in caplog.records if one.name.startswith("netra_lint")]
    return [record.levelno for record in records]


async def test_a_users_message_reaches_all_their_connections(manager: WebSocketManager) -> None:
    first, second, other = RecordingConnection(), RecordingConnection(), RecordingConnection()
    await manager.connect(first, "user_1")
    await manager.connect(second, "user_1")
    await manager.connect(other, "user_2")
    assert await manager.send_to_user("user_1", MESSAGE) is True
    assert (first.messages, second.messages, other.messages) == ([MESSAGE], [MESSAGE], [])


async def test_a_threads_message_reaches_each_connection_once(manager: WebSocketManager) -> None:
    clients = [RecordingConnection(f"c{n}") for n in range(4)]
    for number, client in enumerate(clients):
        await manager.connect(client, f"user_{number // 2}", "thread_1")
    await manager.join_thread("user_0", "thread_1")
    await manager.connect(clients[0], "user_0", "thread_1")
    outside = RecordingConnection()
    await manager.connect(outside, "user_9", "thread_2")
    assert await manager.send_to_thread("thread_1", MESSAGE) is True
    assert [client.messages for client in clients] == [[MESSAGE]] * 4
    assert outside.messages == []


async def test_joining_and_leaving(manager: WebSocketManager) -> None:
    client = RecordingConnection()
    await manager.connect(client, "user_1")
    await manager.join_thread("user_1", "thread_1")
    await manager.join_thread("user_1", "thread_2")
    assert await manager.send_to_thread("thread_1", MESSAGE)
    assert await manager.leave_thread("user_1", "thread_1") is True
    assert await manager.leave_thread("user_1", "thread_1") is False
    assert not await manager.send_to_thread("thread_1", MESSAGE)
    assert await manager.send_to_thread("thread_2", MESSAGE)
    assert await manager.leave_thread("user_1", "thread_2") is True
    assert client.messages == [MESSAGE, MESSAGE]


async def test_a_disconnected_client_gets_nothing(manager: WebSocketManager) -> None:
    client = RecordingConnection()
    connection = await manager.connect(client, "user_1", "thread_1")
    assert await manager.disconnect(connection) is True
    assert await manager.disconnect(connection) is False
    assert not await manager.send_to_user("user_1", MESSAGE)
    assert not await manager.send_to_thread("thread_1", MESSAGE)
    assert client.messages == []
    assert manager.statistics().connections == 0


class State(enum.Enum):
    CONNECTED = 1
    DISCONNECTED = 3


@pytest.mark.parametrize(
    "closed", [{"closed": True}, {"client_state": State.DISCONNECTED}], ids=["closed", "state"]
)
async def test_closed_connections_are_dropped_before_a_send(
    manager: WebSocketManager, closed: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    live, gone = RecordingConnection(), AsyncMock(client_state=State.CONNECTED)
    await manager.connect(live, "user_1")
    await manager.connect(gone, "user_1")
    for name, value in closed.items():
        setattr(gone, name, value)
    assert await manager.send_to_user("user_1", MESSAGE)
    gone.send_json.assert_not_called()
    statistics = manager.statistics()
    assert (statistics.connections, statistics.delivered, statistics.failed) == (1, 1, 0)
    assert logging.ERROR not in levels(caplog)


@pytest.mark.parametrize("connected", [True, False])
async def test_a_run_id_is_refused_quietly(
    manager: WebSocketManager, connected: bool, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    if connected:
        await manager.connect(RecordingConnection(), "user_1", "thread_1")
    assert await manager.send_to_user(RUN_ID, MESSAGE, retry=True) is False
    assert await manager.send_to_thread(f" {RUN_ID}", MESSAGE) is False
    assert set(levels(caplog)) == {logging.DEBUG}
    assert list(manager.refusals) == [
        Refusal("send_to_user", RUN_ID, "run", "user"),
        Refusal("send_to_thread", f" {RUN_ID}", "run", "thread"),
    ]
    assert manager.statistics().refused == 2
    assert (await manager.buffer_status(RUN_ID)).offset == 0


BARE_USER, BARE_THREAD = "7f9c24e8-3b1d-4f0e-9c55-1d2a7f0b6a11", "conversation-12"


@pytest.mark.parametrize(
    ("method", "recipient", "kind"),
    [
        ("send_to_thread", "user_1", "user"),
        ("send_to_user", "thread_1", "thread"),
        ("send_to_thread", BARE_USER, "user"),
        ("send_to_user", BARE_THREAD, "thread"),
        ("send_to_user", 12, "int"),
        ("send_to_thread", ["thread_1"], "list"),
    ],
)
async def test_a_wrong_kind_is_refused(
    manager: WebSocketManager,
    method: str,
    recipient: Any,
    kind: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    client = RecordingConnection()
    await manager.connect(client, BARE_USER, BARE_THREAD)
    assert await getattr(manager, method)(recipient, MESSAGE) is False
    assert [one.kind for one in manager.refusals] == [kind]
    assert levels(caplog) == [logging.WARNING]
    assert client.messages == []


@pytest.mark.parametrize("recipient", [None, ""])
async def test_no_recipient_is_no_error(
    manager: WebSocketManager, recipient: str | None, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    assert await manager.send_to_user(recipient, MESSAGE, retry=True) is False
    assert await manager.send_to_thread(recipient, MESSAGE, retry=True) is False
    assert levels(caplog) == [logging.DEBUG, logging.DEBUG]
    assert not manager.refusals


async def test_a_real_recipient_without_connection_is_a_warning(
    manager: WebSocketManager, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    assert not await manager.send_to_user("user_1", MESSAGE)
    assert not await manager.send_to_thread("thread_1", MESSAGE)
    assert levels(caplog) == [logging.WARNING, logging.WARNING]
    assert manager.statistics().missed == 2


async def test_a_failed_send_is_an_error_and_closes_the_connection(
    manager: WebSocketManager, caplog: pytest.LogCaptureFixture
) -> None:
    broken, live = Failing(), RecordingConnection()
    await manager.connect(broken, "user_1")
    await manager.connect(live, "user_1")
    assert await manager.send_to_user("user_1", MESSAGE)
    assert levels(caplog) == [logging.ERROR]
    assert "user_1" in caplog.text
    await manager.close()
    assert broken.closed
    assert manager.statistics().failed == 1


@pytest.mark.parametrize("closing", [{}, {"close": lambda: None}])
async def test_what_cannot_be_closed_is_dropped(
    manager: WebSocketManager, closing: dict[str, Any]
) -> None:
    await manager.connect(SimpleNamespace(send=lambda text: 1 / 0, **closing), "user_1")
    assert not await manager.send_to_user("user_1", MESSAGE)
    await manager.close()
    assert manager.statistics().failed == 1


async def test_all_failed_is_false(manager: WebSocketManager) -> None:
    await manager.connect(Failing(), "user_1")
    assert await manager.send_to_user("user_1", MESSAGE) is False
    assert manager.statistics().delivered == 0


async def test_a_stuck_connection_does_not_hold_up_the_others() -> None:
    manager = WebSocketManager(send_timeout=0.5)
    stuck, quick = Stuck(), RecordingConnection()
    await manager.connect(stuck, "user_1", "thread_1")
    await manager.connect(quick, "user_2", "thread_1")
    sending = asyncio.create_task(manager.send_to_thread("thread_1", MESSAGE))
    assert await quick.receive(timeout=5) == MESSAGE
    assert await manager.send_to_user("user_2", {"n": 2})
    assert not sending.done()
    assert await asyncio.wait_for(sending, 5) is True
    assert manager.statistics().connections == 1
    await manager.close()
    assert stuck.closed
    stuck.let_go.set()
    await asyncio.sleep(0)


async def test_messages_to_a_slow_connection_keep_their_order(manager: WebSocketManager) -> None:
    slow = RecordingConnection(delay=0.002)
    await manager.connect(slow, "user_1")
    await asyncio.gather(*(manager.send_to_user("user_1", {"n": n}) for n in range(30)))
    assert slow.messages == [{"n": n} for n in range(30)]


async def test_send_message_is_deprecated(manager: WebSocketManager) -> None:
    client = RecordingConnection()
    await manager.connect(client, "user_1")
    with pytest.warns(DeprecationWarning, match="send_to_thread") as warned:
        assert await manager.send_message("user_1", MESSAGE)
    assert warned[0].filename == __file__
    assert client.messages == [MESSAGE]


async def test_broadcast_reaches_everyone(manager: WebSocketManager) -> None:
    clients = [RecordingConnection() for _ in range(3)]
    for number, client in enumerate(clients):
        await manager.connect(client, f"user_{number}")
    clients[0].closed = True
    assert await manager.broadcast(MESSAGE) == 2
    assert [len(client.messages) for client in clients] == [0, 1, 1]


async def test_one_connection_is_an_internal_matter(manager: WebSocketManager) -> None:
    clients = [RecordingConnection(), RecordingConnection()]
    ids = [await manager.connect(client, "user_1") for client in clients]
    assert await manager._send_to_connection(ids[1], MESSAGE) is True
    assert await manager._send_to_connection("conn_unknown", MESSAGE) is False
    assert [len(client.messages) for client in clients] == [0, 1]


async def test_statistics_count(manager: WebSocketManager) -> None:
    await manager.connect(RecordingConnection(), "user_1", "thread_1")
    await manager.connect(RecordingConnection(), "user_2", "thread_1")
    await manager.send_to_thread("thread_1", MESSAGE)
    await manager.send_to_user("user_9", MESSAGE, retry=True)
    found = manager.statistics()
    assert (found.connections, found.users, found.threads) == (2, 2, 1)
    assert (found.delivered, found.missed, found.buffered) == (2, 1, 1)


async def test_any_text_connection_will_do(manager: WebSocketManager) -> None:
    text, mock = TextOnly(), AsyncMock()
    sent: list[str] = []
    plain = SimpleNamespace(send=sent.append)
    for websocket in (text, mock, plain):
        await manager.connect(websocket, "user_1")
    assert await manager.send_to_user("user_1", {"a": ["é", 1]})
    assert text.texts == sent == ['{"a":["é",1]}']
    mock.send_json.assert_awaited_once_with({"a": ["é", 1]})


async def test_what_cannot_send_is_no_connection(manager: WebSocketManager) -> None:
    with pytest.raises(TypeError, match=r"SimpleNamespace is no connection: .*send_json"):
        await manager.connect(SimpleNamespace(), "user_1")
    assert manager.statistics().connections == 0


@pytest.mark.parametrize(
    ("ids", "error", "text"),
    [
        ((RUN_ID,), ValueError, "user_id .* is a run id"),
        (("thread_1",), ValueError, "user_id 'thread_1' is a thread id"),
        (("user_1", RUN_ID), ValueError, "thread_id .* is a run id"),
        (("user_1", "user_2"), ValueError, "thread_id 'user_2' is a user id"),
        (("",), ValueError, "user_id is empty"),
        ((None,), TypeError, "user_id must be a string, not NoneType"),
    ],
)
async def test_nobody_is_registered_under_a_wrong_id(
    manager: WebSocketManager, ids: tuple[Any, ...], error: type[Exception], text: str
) -> None:
    with pytest.raises(error, match=text):
        await manager.connect(RecordingConnection(), *ids)
    assert manager.statistics().connections == 0


async def test_kinds_are_told_by_format() -> None:
    values = (RUN_ID, "thread_1", "user_1", " run_1", BARE_USER, "", None, 12)
    kinds = ["run", "thread", "user", "run", "", "", "", ""]
    assert [kind_of(value) for value in values] == kinds


async def test_joining_wants_right_ids(manager: WebSocketManager) -> None:
    with pytest.raises(ValueError, match="run id"):
        await manager.join_thread(RUN_ID, "thread_1")
    with pytest.raises(ValueError, match="run id"):
        await manager.join_thread("user_1", RUN_ID)


async def test_a_socket_belongs_to_one_user(manager: WebSocketManager) -> None:
    client = RecordingConnection()
    first = await manager.connect(client, "user_1")
    assert await manager.connect(client, "user_1", "thread_1") == first
    with pytest.raises(ValueError, match="another user, 'user_1'"):
        await manager.connect(client, "user_2")
    await manager.disconnect(first)
    assert await manager.connect(client, "user_2") != first


def nested(depth: int) -> Any:
    value: Any = 1
    for _ in range(depth):
        value = [value]
    return value


LOOP: dict[str, Any] = {}
LOOP["self"] = [LOOP]


@pytest.mark.parametrize(
    ("message", "problem"),
    [
        (
            {"payload": {"items": [1, {2, 3}]}},
            r"message\['payload'\]\['items'\]\[1\] is of type set",
        ),
        (object(), "message is of type object"),
        ({"at": float("nan")}, r"message\['at'\] is nan"),
        ({"a": (1, float("inf"))}, r"message\['a'\]\[1\] is inf"),
        ({"a": {(1, 2): 3}}, r"message\['a'\] has the key \(1, 2\) of type tuple"),
        ({"a": {"fine": [1, "text"]}, "b": {4}}, r"message\['b'\] is of type set"),
        ({"a": "\ud800"}, r"message\['a'\] is .* not Unicode text"),
        ({"\ud800": 1}, "message has the key .* not Unicode text"),
        (LOOP, r"message\['self'\]\[0\] contains itself"),
        (nested(100_000), "nested too deeply"),
    ],
)
@pytest.mark.parametrize("send", ["send_to_user", "send_to_thread", "broadcast"])
async def test_what_is_no_json_is_named_and_not_sent(
    manager: WebSocketManager, message: Any, problem: str, send: str
) -> None:
    client = RecordingConnection()
    await manager.connect(client, "user_1", "thread_1")
    recipient = {"send_to_user": ["user_1"], "send_to_thread": ["thread_1"], "broadcast": []}
    with pytest.raises(TypeError, match=f"not JSON-serialisable: .*{problem}"):
        await getattr(manager, send)(*recipient[send], message)
    assert client.messages == []
    assert manager.statistics().connections == 1


@pytest.mark.parametrize("message", [None, 0, "text", [], {"a": None, 1: True, None: 2, 1.5: "x"}])
async def test_all_json_is_sent(manager: WebSocketManager, message: Any) -> None:
    client = RecordingConnection()
    await manager.connect(client, "user_1")
    assert await manager.send_to_user("user_1", message)
    assert len(client.messages) == 1


async def test_a_sender_that_gives_up_does_not_take_the_message_back(
    manager: WebSocketManager,
) -> None:
    client = Gated()
    await manager.connect(client, "user_1")
    sending = asyncio.create_task(manager.send_to_user("user_1", MESSAGE))
    await client.asked.wait()
    sending.cancel()
    await asyncio.gather(sending, return_exceptions=True)
    client.gate.set()
    assert await client.receive() == MESSAGE


async def test_closing_forgets_everything(manager: WebSocketManager) -> None:
    client = Gated()
    await manager.connect(client, "user_1")
    sending = asyncio.create_task(manager.send_to_user("user_1", MESSAGE))
    await client.asked.wait()
    await manager.close()
    assert await sending is False
    assert manager.statistics().connections == 0
