"""Helpers of a test suite: fakes with state, factories of contexts, recorded expectations."""

from contextlib import contextmanager
from dataclasses import dataclass, field
from types import SimpleNamespace
from unittest.mock import AsyncMock, call, patch


@dataclass
class FakeClock:
    now: float = 0.0

    def tick(self, by=1.0):
        self.now += by
        return self.now


@dataclass
class RecordingManager:
    wrapped: object = None
    sent: list = field(default_factory=list)

    async def send_to_user(self, user_id, message):
        self.sent.append(("user", user_id, message))
        if self.wrapped is not None:
            return await self.wrapped.send_to_user(user_id, message)
        return True

    async def send_to_thread(self, thread_id, message):
        self.sent.append(("thread", thread_id, message))
        if self.wrapped is not None:
            return await self.wrapped.send_to_thread(thread_id, message)
        return True

    def recipients(self, kind):
        return [who for sent_as, who, _ in self.sent if sent_as == kind]


def make_context(run_id, **overrides):
    values = {"run_id": run_id, "user_id": "user-1", "thread_id": "thread_1", **overrides}
    return SimpleNamespace(**values)


class Reporter:
    def __init__(self, manager, clock):
        self.manager = manager
        self.clock = clock

    async def report(self, context):
        message = {"run": context.run_id, "at": self.clock.tick()}
        await self.manager.send_to_user(context.user_id, message)
        await self.manager.send_to_thread(context.thread_id, message)

    async def trace(self, context):
        await self.manager.send_to_user(context.run_id, {"at": self.clock.now})


@contextmanager
def replaced(reporter, manager):
    with patch.object(reporter, "manager", manager):
        yield manager


async def main(manager, run_id, user_id, thread_id):
    reporter = Reporter(manager, FakeClock())
    context = make_context(run_id, user_id=user_id, thread_id=thread_id)
    await reporter.report(context)
    mock = AsyncMock()
    with replaced(reporter, mock):
        await reporter.report(context)
    assert mock.send_to_user.await_args_list != [call(run_id, {})]
    recording = RecordingManager(manager)
    await Reporter(recording, FakeClock(5)).report(context)
    assert run_id not in recording.recipients("user")
    for who in recording.recipients("thread"):
        await manager.send_to_thread(who, {"again": run_id})
    await Reporter(RecordingManager(manager), FakeClock()).trace(context)
