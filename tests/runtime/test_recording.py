"""Recording connections, and assertions on what they recorded."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from netra_lint.runtime import (
    RecordingConnection,
    WebSocketManager,
    assert_delivered,
    assert_not_delivered,
)

pytestmark = pytest.mark.asyncio


async def client_with(*messages: Any) -> RecordingConnection:
    client = RecordingConnection("browser")
    for message in messages:
        await client.send_json(message)
    return client


async def test_receive_gives_each_message_once() -> None:
    client = await client_with({"n": 1}, {"n": 2})
    assert [await client.receive(), await client.receive()] == [{"n": 1}, {"n": 2}]
    assert client.messages == [{"n": 1}, {"n": 2}]
    assert repr(client) == "<browser: 2 messages>"


async def test_receive_waits() -> None:
    client = RecordingConnection()
    waiting = [asyncio.create_task(client.receive()) for _ in range(2)]
    await asyncio.sleep(0)
    await client.send_json(1)
    await client.send_json(2)
    assert sorted(await asyncio.gather(*waiting)) == [1, 2]


async def test_receive_says_that_nothing_came() -> None:
    with pytest.raises(TimeoutError, match=r"client received no message within 0\.01 s"):
        await RecordingConnection().receive(timeout=0.01)


async def test_messages_are_what_json_makes_of_them() -> None:
    message = {"a": (1, 2), 3: None}
    client = await client_with(message)
    message["a"] = ()
    assert client.messages == [{"a": [1, 2], "3": None}]


async def test_a_closed_client_takes_nothing() -> None:
    client = RecordingConnection()
    await client.close()
    with pytest.raises(ConnectionError, match="client is closed"):
        await client.send_json({})


PROGRESS = {"type": "progress", "payload": {"percent": 50, "run_id": "run_1"}, "at": 1.5}


@pytest.mark.parametrize(
    "expected",
    [
        PROGRESS,
        {"type": "progress"},
        {"payload": {"percent": 50}},
        lambda message: message["payload"]["percent"] > 40,
    ],
)
async def test_what_is_meant(expected: Any) -> None:
    client = await client_with({"type": "started"}, PROGRESS, "text")
    if callable(expected):
        client.messages = [PROGRESS]
    assert assert_delivered(client, expected) == PROGRESS
    assert assert_delivered(client, expected, times=1) == PROGRESS
    with pytest.raises(AssertionError):
        assert_not_delivered(client, expected)


@pytest.mark.parametrize(
    "expected", [{"type": "done"}, {"payload": {"missing": 1}}, {"type": {"a": 1}}, "other", None]
)
async def test_what_is_not_meant(expected: Any) -> None:
    client = await client_with(PROGRESS, "text")
    assert_not_delivered(client, expected)
    assert assert_delivered(client, expected, times=0) is None
    with pytest.raises(AssertionError):
        assert_delivered(client, expected)


async def test_failures_say_what_arrived() -> None:
    client = await client_with({"type": "started"})
    with pytest.raises(AssertionError) as failure:
        assert_delivered(client, {"type": "done"})
    assert str(failure.value) == (
        "browser did not get {'type': 'done'}\nit got 1 messages:\n  {'type': 'started'}"
    )
    with pytest.raises(AssertionError, match="got any message 1 times, not 2"):
        assert_delivered(client, times=2)
    with pytest.raises(AssertionError, match="got any message, and should not have"):
        assert_not_delivered(client)


async def test_failures_name_what_the_manager_refused() -> None:
    manager, client = WebSocketManager(), RecordingConnection("browser")
    await manager.connect(client, "user_1")
    await manager.send_to_user("run_1", {"type": "done"})
    with pytest.raises(AssertionError) as failure:
        assert_delivered(client, {"type": "done"}, manager=manager)
    assert str(failure.value).splitlines()[1:] == [
        "it got no messages",
        "the manager refused send_to_user('run_1'): it is a run id, and the method takes a user id",
    ]


async def test_failures_are_short() -> None:
    client = await client_with(*range(1_000))
    with pytest.raises(AssertionError) as failure:
        assert_delivered(client, "x")
    assert "it got 1000 messages (the last 10):" in str(failure.value)
    assert len(str(failure.value).splitlines()) == 12
