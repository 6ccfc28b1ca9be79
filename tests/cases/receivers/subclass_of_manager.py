"""A manager that inherits its sends, and one that wraps another."""


class BaseManager:
    def __init__(self, transport):
        self.transport = transport

    async def send_to_user(self, user_id, message):
        await self.transport.deliver(user_id, message)


class Buffered(BaseManager):
    buffered = ()

    async def flush(self, user_id):
        for message in self.buffered:
            await self.send_to_user(user_id, message)


class Unified:
    def __init__(self, inner):
        self.inner = inner

    async def send_to_user(self, user_id, message, retry=False):
        return await self.inner.send_to_user(user_id, {**message, "retry": retry})


async def main(manager, run_id, user_id):
    buffered = Buffered(manager)
    buffered.buffered = [{"run": run_id}]
    await buffered.flush(user_id)
    await buffered.send_to_user(user_id, {"n": 1})
    await buffered.flush(run_id)
    unified = Unified(buffered)
    await unified.send_to_user(user_id, {"run": run_id}, retry=True)
    await unified.send_to_user(run_id, {"n": 2}, retry=True)
