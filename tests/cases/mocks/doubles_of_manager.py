"""Test doubles of the manager and of stores, as a platform's own tests use them."""

from unittest.mock import AsyncMock, MagicMock


class FakeManager:
    def __init__(self):
        self.sent = []
        self.connected = set()

    def connect(self, user_id):
        self.connected.add(user_id)

    async def send_to_user(self, user_id, message):
        self.sent.append((user_id, message))
        return user_id in self.connected

    async def send_to_thread(self, thread_id, message):
        self.sent.append((thread_id, message))
        return True

    def messages_for(self, user_id):
        return [message for who, message in self.sent if who == user_id]


class SpyManager:
    """Lets everything through to a real manager, and remembers it."""

    def __init__(self, real):
        self.real = real
        self.calls = []

    async def send_to_user(self, user_id, message):
        self.calls.append(("user", user_id))
        return await self.real.send_to_user(user_id, message)

    async def send_to_thread(self, thread_id, message):
        self.calls.append(("thread", thread_id))
        return await self.real.send_to_thread(thread_id, message)


class Agent:
    def __init__(self, manager, run_id):
        self.manager = manager
        self.run_id = run_id

    async def progress(self, user_id, percent):
        await self.manager.send_to_user(user_id, {"run_id": self.run_id, "percent": percent})

    async def closing(self, thread_id):
        await self.manager.send_to_thread(thread_id, {"closing": self.run_id})

    async def trace(self):
        await self.manager.send_to_user(self.run_id, {"trace": True})


async def test_progress_with_mock(run_id, user_id):
    manager = AsyncMock()
    manager.send_to_user.return_value = True
    await Agent(manager, run_id).progress(user_id, 10)
    manager.send_to_user.assert_awaited_once()
    (recipient, message), _ = manager.send_to_user.call_args
    assert recipient == user_id
    assert message["run_id"] == run_id


async def test_progress_with_fake(run_id, user_id):
    fake = FakeManager()
    fake.connect(user_id)
    await Agent(fake, run_id).progress(user_id, 20)
    assert fake.messages_for(user_id)[0]["percent"] == 20
    assert fake.messages_for(run_id) == []


async def test_store_lookup(manager, run_id, user_id):
    store = MagicMock()
    store.owner_of.return_value = user_id
    await manager.send_to_user(store.owner_of(run_id), {"n": 1})


async def main(manager, run_id, user_id, thread_id):
    await test_progress_with_mock(run_id, user_id)
    await test_progress_with_fake(run_id, user_id)
    await test_store_lookup(manager, run_id, user_id)
    spy = SpyManager(manager)
    agent = Agent(spy, run_id)
    await agent.progress(user_id, 30)
    await agent.closing(thread_id)
    await agent.trace()
    for _, who in spy.calls[:1]:
        await manager.send_to_user(who, {"n": 2})
