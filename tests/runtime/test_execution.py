"""Contexts stay whole, and agents' updates find their way."""

from __future__ import annotations

import logging
from dataclasses import fields
from datetime import datetime, timedelta, timezone
from typing import Any
from unittest.mock import AsyncMock

import pytest

from netra_lint.runtime import (
    BaseExecutionInterface,
    ExecutionContext,
    RecordingConnection,
    WebSocketManager,
)
from netra_lint.runtime.context import active_context

pytestmark = pytest.mark.asyncio
IDS = {"run_id": "run_1", "thread_id": "thread_1", "user_id": "user_1"}


class Agent(BaseExecutionInterface):
    """Says that it works."""

    async def execute_core_logic(self, context: ExecutionContext) -> Any:
        await self.send_status_update(context, "processing", "Working...")
        return active_context()


async def test_only_the_run_id_is_required() -> None:
    context = ExecutionContext("run_1")
    assert [field.name for field in fields(context)] == [
        "run_id",
        "agent_name",
        "state",
        "stream_updates",
        "thread_id",
        "user_id",
        "retry_count",
        "max_retries",
        "start_time",
        "metadata",
    ]
    assert datetime.now(timezone.utc) - context.start_time < timedelta(minutes=1)
    assert (context.thread_id, context.user_id) == (None, None)


async def test_a_child_keeps_every_id() -> None:
    parent = ExecutionContext(**IDS, agent_name="parent", metadata={"a": 1})
    child = parent.child(agent_name="child", run_id="run_2")
    assert (child.run_id, child.thread_id, child.user_id) == ("run_2", "thread_1", "user_1")
    child.metadata["a"] = 2
    assert parent.metadata == {"a": 1}
    assert parent.child(metadata={"b": 1}).metadata == {"b": 1}


async def test_execute_returns_what_the_agent_returns() -> None:
    context = ExecutionContext(**IDS)
    assert await Agent().execute(context) is context
    assert active_context() is None


async def test_an_agent_must_do_something() -> None:
    with pytest.raises(NotImplementedError, match="BaseExecutionInterface has no"):
        await BaseExecutionInterface().execute(ExecutionContext("run_1"))


@pytest.mark.parametrize(
    ("ids", "arrives"),
    [
        (("thread_1", "user_1"), "thread"),
        (("thread_1", None), "thread"),
        ((None, "user_1"), "user"),
        (("", "user_1"), "user"),
        ((None, None), None),
    ],
)
async def test_updates_go_to_the_thread_else_to_the_user(
    ids: tuple[str | None, str | None], arrives: str | None, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    manager = WebSocketManager()
    clients = {"thread": RecordingConnection(), "user": RecordingConnection()}
    await manager.connect(clients["thread"], "user_2", "thread_1")
    await manager.connect(clients["user"], "user_1")
    context = ExecutionContext("run_1", thread_id=ids[0], user_id=ids[1])
    agent = Agent("worker", manager)
    assert await agent.send_status_update(context, "processing", "Working...") is bool(arrives)
    payload = {
        "run_id": "run_1",
        "agent_name": "worker",
        "status": "processing",
        "message": "Working...",
    }
    for name, client in clients.items():
        expected = [{"type": "status_update", "payload": payload}] if name == arrives else []
        assert client.messages == expected
    assert {record.levelno for record in caplog.records} <= {logging.DEBUG}
    assert bool(caplog.records) == (arrives is None)


async def test_without_a_manager_nothing_is_sent(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    assert await Agent().send_status_update(ExecutionContext(**IDS), "done") is False
    assert [record.levelno for record in caplog.records] == [logging.DEBUG]
    assert "Agent has no WebSocket manager" in caplog.text


async def test_any_manager_will_do() -> None:
    manager = AsyncMock()
    await Agent(websocket_manager=manager).execute(ExecutionContext(**IDS))
    manager.send_to_thread.assert_awaited_once()
    assert manager.send_to_thread.await_args.args[0] == "thread_1"
