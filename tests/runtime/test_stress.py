"""Thousands of tasks at once lose nothing, double nothing and keep every order."""

from __future__ import annotations

import asyncio
import random
import sys
from typing import TYPE_CHECKING, Any

import pytest

from netra_lint.runtime import BufferLimits, MemoryBuffer, RecordingConnection, WebSocketManager

if TYPE_CHECKING:
    from tests.runtime.conftest import Buffers

pytestmark = pytest.mark.asyncio
UNLIMITED = BufferLimits(None, None, None)


class Jittery(RecordingConnection):
    """Yields now and then, and breaks now and then."""

    def __init__(self, chance: random.Random, breaks: float) -> None:
        super().__init__()
        self._chance = chance
        self._breaks = breaks

    async def send_json(self, data: Any) -> None:
        if self._chance.random() < 0.3:
            await asyncio.sleep(0)
        if self._chance.random() < self._breaks:
            self.closed = True
            raise OSError("broken pipe")
        await super().send_json(data)


def in_order_and_once(messages: list[list[int]]) -> bool:
    """Whether each sender's numbers rise, so that none came twice either."""
    last: dict[int, int] = {}
    for sender, number in messages:
        if number <= last.get(sender, -1):
            return False
        last[sender] = number
    return True


async def storm(manager: WebSocketManager, seed: int, tasks: int, each: int, breaks: float) -> None:
    """Send to one user from many tasks, while their connection comes and goes."""
    chance = random.Random(seed)
    sockets: list[Jittery] = []
    done = asyncio.Event()

    async def send(sender: int) -> None:
        for number in range(each):
            await manager.send_to_user("user_1", [sender, number], retry=True)

    async def come_and_go() -> None:
        while not done.is_set():
            sockets.append(Jittery(chance, breaks))
            connection = await manager.connect(sockets[-1], "user_1")
            for _ in range(chance.randrange(20)):
                await asyncio.sleep(0)
            await manager.disconnect(connection)

    coming = asyncio.create_task(come_and_go())
    await asyncio.gather(*(send(sender) for sender in range(tasks)))
    done.set()
    await coming
    sockets.append(Jittery(chance, 0))
    await manager.connect(sockets[-1], "user_1")
    everything = [tuple(message) for socket in sockets for message in socket.messages]
    assert set(everything) == {(s, n) for s in range(tasks) for n in range(each)}
    assert all(in_order_and_once(socket.messages) for socket in sockets)
    assert (await manager.buffer_status("user_1")).waiting == 0


@pytest.mark.parametrize("seed", range(3))
async def test_senders_against_a_flickering_connection(seed: int) -> None:
    manager = WebSocketManager(MemoryBuffer(UNLIMITED))
    await storm(manager, seed, tasks=300, each=5, breaks=0.02)
    await manager.close()


async def test_the_same_on_any_buffer(buffers: Buffers) -> None:
    manager = WebSocketManager(buffers())
    await storm(manager, 7, tasks=20, each=5, breaks=0.02)
    await manager.close()


async def test_thousands_of_tasks_in_threads() -> None:
    manager = WebSocketManager(MemoryBuffer(UNLIMITED))
    steady = {f"user_{n}": RecordingConnection() for n in range(20)}
    for number, (user, client) in enumerate(steady.items()):
        await manager.connect(client, user, f"thread_{number % 4}")

    async def visit(number: int) -> None:
        client = RecordingConnection()
        connection = await manager.connect(client, f"user_v{number}", f"thread_{number % 4}")
        assert await manager.send_to_thread(f"thread_{number % 4}", ["visit", number])
        assert ["visit", number] in client.messages
        await manager.disconnect(connection)
        await manager.leave_thread(f"user_v{number}", f"thread_{number % 4}")

    async def send(number: int) -> None:
        assert await manager.send_to_user(f"user_{number % 20}", ["send", number])

    work = [visit(n) for n in range(1_000)] + [send(n) for n in range(2_000)]
    random.Random(1).shuffle(work)
    await asyncio.gather(*work)
    for number, client in enumerate(steady.values()):
        visits = sorted(n for kind, n in client.messages if kind == "visit")
        sends = sorted(n for kind, n in client.messages if kind == "send")
        assert visits == list(range(number % 4, 1_000, 4))
        assert sends == list(range(number, 2_000, 20))
    assert manager.statistics().connections == 20
    assert manager.statistics().threads == 4


async def test_nothing_stays_behind() -> None:
    manager = WebSocketManager()
    for number in range(300):
        connection = await manager.connect(RecordingConnection(), f"user_{number}", "thread_1")
        await manager.send_to_thread("thread_1", number)
        await manager.disconnect(connection)
        await manager.leave_thread(f"user_{number}", "thread_1")
    tables = [table for table in vars(manager._registry).values() if isinstance(table, dict)]
    assert [len(table) for table in tables] == [0] * len(tables)
    assert not manager._tasks
    assert sys.getrefcount(manager) < 10
