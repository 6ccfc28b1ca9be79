"""Undelivered messages wait, and arrive in their order."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any

import pytest

from netra_lint.runtime import MemoryBuffer, RecordingConnection, Waiting, WebSocketManager
from netra_lint.runtime.appending import Appender
from tests.runtime.sockets import Failing, Gated

if TYPE_CHECKING:
    from netra_lint.runtime import BufferStatus
    from tests.runtime.conftest import Buffers

pytestmark = pytest.mark.asyncio


@pytest.fixture
def manager(buffers: Buffers) -> WebSocketManager:
    return WebSocketManager(buffers())


def numbers(client: RecordingConnection) -> list[int]:
    return [message["n"] for message in client.messages]


async def test_without_retry_nothing_waits(manager: WebSocketManager) -> None:
    assert not await manager.send_to_user("user_1", {"n": 1})
    client = RecordingConnection()
    await manager.connect(client, "user_1")
    assert client.messages == []


async def test_what_waited_comes_in_order_before_what_is_newer(manager: WebSocketManager) -> None:
    await manager.join_thread("user_1", "thread_1")
    for n in range(6):
        send = manager.send_to_thread if n % 2 else manager.send_to_user
        recipient = "thread_1" if n % 2 else "user_1"
        assert await send(recipient, {"n": n}, retry=True) is False
    status = await manager.buffer_status("user_1")
    assert (status.waiting, status.lost) == (6, 0)
    client = RecordingConnection()
    await manager.connect(client, "user_1")
    await manager.send_to_user("user_1", {"n": 6})
    assert numbers(client) == list(range(7))
    assert (await manager.buffer_status("user_1")).waiting == 0
    assert manager.statistics().replayed == 6


async def test_what_is_sent_during_the_replay_comes_after_it(manager: WebSocketManager) -> None:
    for n in range(3):
        await manager.send_to_user("user_1", {"n": n}, retry=True)
    client = Gated()
    connecting = asyncio.create_task(manager.connect(client, "user_1"))
    await client.asked.wait()
    sending = [
        asyncio.create_task(manager.send_to_user("user_1", {"n": n}, retry=True)) for n in (3, 4)
    ]
    await asyncio.sleep(0.01)
    assert client.messages == []
    client.gate.set()
    await connecting
    assert await asyncio.gather(*sending) == [True, True]
    assert numbers(client) == [0, 1, 2, 3, 4]


async def test_it_arrives_once(manager: WebSocketManager) -> None:
    await manager.send_to_user("user_1", {"n": 1}, retry=True)
    first, second = RecordingConnection(), RecordingConnection()
    await manager.connect(first, "user_1")
    await manager.connect(second, "user_1")
    assert (numbers(first), second.messages) == ([1], [])


async def test_two_connections_at_once_get_it_both(manager: WebSocketManager) -> None:
    for n in range(5):
        await manager.send_to_user("user_1", {"n": n}, retry=True)
    clients = [Gated("first"), Gated("second")]
    connecting = [asyncio.create_task(manager.connect(client, "user_1")) for client in clients]
    await asyncio.gather(*(client.asked.wait() for client in clients))
    for client in clients:
        client.gate.set()
    await asyncio.gather(*connecting)
    assert [numbers(client) for client in clients] == [[0, 1, 2, 3, 4]] * 2
    assert (await manager.buffer_status("user_1")).waiting == 0


async def test_members_who_are_away_get_it_later(manager: WebSocketManager) -> None:
    here, away = RecordingConnection(), RecordingConnection()
    await manager.connect(here, "user_1", "thread_1")
    await manager.join_thread("user_2", "thread_1")
    assert await manager.send_to_thread("thread_1", {"n": 1}, retry=True) is True
    assert (await manager.buffer_status("thread_1")).waiting == 1
    await manager.connect(away, "user_2")
    assert (numbers(here), numbers(away)) == ([1], [1])


async def test_an_empty_threads_messages_wait_for_who_comes(manager: WebSocketManager) -> None:
    for n in range(3):
        assert not await manager.send_to_thread("thread_1", {"n": n}, retry=True)
    assert (await manager.buffer_status("thread_1")).waiting == 3
    client, later = RecordingConnection(), RecordingConnection()
    await manager.connect(client, "user_1")
    assert client.messages == []
    await manager.join_thread("user_1", "thread_1")
    await manager.connect(later, "user_2", "thread_1")
    assert (numbers(client), later.messages) == ([0, 1, 2], [])


async def test_joining_brings_it_to_every_connection(manager: WebSocketManager) -> None:
    clients = [RecordingConnection(), RecordingConnection()]
    for client in clients:
        await manager.connect(client, "user_1")
    await manager.send_to_thread("thread_1", {"n": 1}, retry=True)
    await manager.join_thread("user_1", "thread_1")
    assert [numbers(client) for client in clients] == [[1], [1]]


async def test_half_a_send_is_neither_lost_nor_doubled(manager: WebSocketManager) -> None:
    live, broken = RecordingConnection("live"), Failing(takes=1)
    await manager.connect(live, "user_1", "thread_1")
    await manager.connect(broken, "user_1")
    for n in range(3):
        assert await manager.send_to_thread("thread_1", {"n": n}, retry=True) is True
    assert numbers(live) == [0, 1, 2]
    assert numbers(broken) == [0]
    assert (await manager.buffer_status("user_1")).waiting == 1
    again = RecordingConnection("again")
    await manager.connect(again, "user_1")
    assert (numbers(live), numbers(again)) == ([0, 1, 2], [1])
    assert (await manager.buffer_status("thread_1")).waiting == 0


async def test_later_failures_do_not_forget_earlier_ones(manager: WebSocketManager) -> None:
    live = RecordingConnection("live")
    await manager.connect(live, "user_1")
    for n in range(3):
        await manager.connect(Failing(takes=n), "user_1")
    for n in range(3):
        await manager.send_to_user("user_1", {"n": n}, retry=True)
    again = RecordingConnection()
    await manager.connect(again, "user_1")
    assert (numbers(live), numbers(again)) == ([0, 1, 2], [0, 1, 2])


async def test_a_replay_that_breaks_is_continued(manager: WebSocketManager) -> None:
    for n in range(5):
        await manager.send_to_user("user_1", {"n": n}, retry=True)
    broken, client = Failing(takes=2), RecordingConnection()
    await manager.connect(broken, "user_1")
    assert manager.statistics().connections == 0
    await manager.connect(client, "user_1")
    assert (numbers(broken), numbers(client)) == ([0, 1], [2, 3, 4])


async def test_disconnecting_half_way_keeps_what_was_not_sent(manager: WebSocketManager) -> None:
    client = Gated()
    connection = await manager.connect(client, "user_1")
    sending = [
        asyncio.create_task(manager.send_to_user("user_1", {"n": n}, retry=True)) for n in range(3)
    ]
    await client.asked.wait()
    await manager.disconnect(connection)
    assert await asyncio.gather(*sending) == [False] * 3
    again = RecordingConnection()
    await manager.connect(again, "user_1")
    assert numbers(again) == [0, 1, 2]


async def test_a_cancelled_sender_loses_nothing(manager: WebSocketManager) -> None:
    client = Gated()
    connection = await manager.connect(client, "user_1")
    sending = asyncio.create_task(manager.send_to_user("user_1", {"n": 1}, retry=True))
    await client.asked.wait()
    sending.cancel()
    await asyncio.gather(sending, return_exceptions=True)
    await manager.disconnect(connection)
    await manager.close()
    assert (await manager.buffer_status("user_1")).waiting == 1


async def test_a_cancelled_connect_leaves_what_waits(manager: WebSocketManager) -> None:
    await manager.send_to_user("user_1", {"n": 1}, retry=True)
    client = Gated()
    connecting = asyncio.create_task(manager.connect(client, "user_1"))
    await client.asked.wait()
    connecting.cancel()
    await asyncio.gather(connecting, return_exceptions=True)
    assert manager.statistics().connections == 0
    again = RecordingConnection()
    await manager.connect(again, "user_1")
    assert numbers(again) == [1]


async def test_more_than_one_batch_is_replayed(manager: WebSocketManager) -> None:
    for n in range(250):
        await manager.send_to_user("user_1", {"n": n}, retry=True)
    client = RecordingConnection()
    await manager.connect(client, "user_1")
    assert numbers(client) == list(range(250))


async def test_a_message_that_waits_is_a_copy(manager: WebSocketManager) -> None:
    message: dict[str, Any] = {"n": 1}
    await manager.send_to_user("user_1", message, retry=True)
    message["n"] = 2
    client = RecordingConnection()
    await manager.connect(client, "user_1")
    assert numbers(client) == [1]


async def test_losses_are_told(buffers: Buffers) -> None:
    manager = WebSocketManager(buffers(per_recipient=2, max_age=60.0))
    for n in range(5):
        await manager.send_to_user("user_1", {"n": n}, retry=True)
    buffers.clock.now += 10
    status = await manager.buffer_status("user_1")
    assert (status.waiting, status.dropped, status.offset) == (2, {"recipient": 3}, 5)
    assert status.oldest_age == pytest.approx(10, abs=0.01)
    client = RecordingConnection()
    await manager.connect(client, "user_1")
    assert numbers(client) == [3, 4]


async def test_nothing_is_lost_across_a_restart(buffers: Buffers) -> None:
    if not buffers.lasting:
        pytest.skip("memory does not last")
    before = WebSocketManager(buffers())
    live = RecordingConnection()
    await before.connect(live, "user_1", "thread_1")
    await before.join_thread("user_2", "thread_1")
    for n in range(3):
        await before.send_to_thread("thread_1", {"n": n}, retry=True)
    await before.send_to_thread("thread_2", {"n": 7}, retry=True)
    broken = Failing(takes=1)
    await before.connect(broken, "user_2")
    await before.close()

    after = WebSocketManager(buffers.again())
    client, first = RecordingConnection(), RecordingConnection()
    await after.connect(client, "user_2", "thread_2")
    await after.connect(first, "user_1", "thread_1")
    assert (numbers(broken), numbers(client), first.messages) == ([0], [1, 2, 7], [])
    assert (await after.buffer_status("thread_1")).waiting == 0


class Broken(MemoryBuffer):
    """A buffer whose server is away."""

    async def append(self, *args: Any) -> int:
        raise ConnectionError("no server")

    async def waiting(self, *args: Any) -> list[Waiting]:
        raise ConnectionError("no server")

    async def adopt(self, *args: Any) -> None:
        raise ConnectionError("no server")

    async def status(self, recipient: str) -> BufferStatus:
        raise ConnectionError("no server")


async def test_a_failing_buffer_fails_no_send_and_hides_no_loss(
    caplog: pytest.LogCaptureFixture,
) -> None:
    manager = WebSocketManager(Broken())
    client = RecordingConnection()
    await manager.connect(client, "user_1", "thread_1")
    await manager.join_thread("user_2", "thread_1")
    assert await manager.send_to_thread("thread_1", {"n": 1}, retry=True) is True
    assert numbers(client) == [1]
    assert (await manager.buffer_status("user_2")).dropped == {"unavailable": 1}
    assert (await manager.buffer_status("thread_1")).lost == 1
    assert (await manager.buffer_status("user_1")).lost == 0
    assert {record.levelno for record in caplog.records} == {logging.ERROR}


class Late(MemoryBuffer):
    """A buffer that takes its time, as one behind a network does."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = asyncio.Event()

    async def append(self, *args: Any) -> int:
        await self.gate.wait()
        return await super().append(*args)


@pytest.mark.parametrize("thread", [True, False])
async def test_who_connects_while_a_message_is_put_away_gets_it(thread: bool) -> None:
    buffer = Late()
    manager = WebSocketManager(buffer)
    send = manager.send_to_thread if thread else manager.send_to_user
    sending = asyncio.create_task(send("thread_1" if thread else "user_1", {"n": 1}, retry=True))
    await asyncio.sleep(0)
    client = RecordingConnection()
    await manager.connect(client, "user_1", "thread_1")
    assert client.messages == []
    buffer.gate.set()
    await sending
    await manager.send_to_user("user_1", {"n": 2})
    assert numbers(client) == [1, 2]


async def test_a_second_replay_joins_the_first() -> None:
    buffer = MemoryBuffer()
    manager = WebSocketManager(buffer)
    await manager.send_to_user("user_1", {"n": 1}, retry=True)
    client = Gated()
    connecting = asyncio.create_task(manager.connect(client, "user_1"))
    await client.asked.wait()
    await manager.send_to_thread("thread_1", {"n": 2}, retry=True)
    await manager.join_thread("user_1", "thread_1")
    client.gate.set()
    await connecting
    assert numbers(client) == [1, 2]


class Uneven(MemoryBuffer):
    """A buffer that is slower for the first message, as a pool of connections may be."""

    slow = True

    async def append(self, *args: Any) -> int:
        if self.slow:
            self.slow = False
            await asyncio.sleep(0.02)
        return await super().append(*args)


async def test_the_order_does_not_depend_on_the_buffers_speed() -> None:
    manager = WebSocketManager(Uneven())
    await asyncio.gather(*(manager.send_to_user("user_1", {"n": n}, retry=True) for n in range(5)))
    client = RecordingConnection()
    await manager.connect(client, "user_1")
    assert numbers(client) == list(range(5))


class Hanging(MemoryBuffer):
    """A buffer whose server takes its time to fail."""

    asked = 0

    async def append(self, *args: Any) -> int:
        self.asked += 1
        await asyncio.sleep(0.05)
        raise TimeoutError("no answer")


async def test_a_hanging_buffer_is_not_asked_for_each_message() -> None:
    buffer = Hanging()
    appender = Appender(buffer, patience=0.04)
    appends = [appender.append("user_1", str(n), ["user_1"], ()) for n in range(100)]
    results = await asyncio.gather(*appends, return_exceptions=True)
    assert {type(result) for result in results} == {TimeoutError}
    assert buffer.asked < 5
