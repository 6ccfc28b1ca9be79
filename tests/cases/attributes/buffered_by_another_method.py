"""One method puts a recipient into a buffer that another one has flushed already"""

from __future__ import annotations


class Buffer:
    def __init__(self, manager):
        self.manager = manager
        self._waiting: dict[str, list[dict]] = {}

    def add(self, recipient: str, message: dict) -> None:
        self._waiting.setdefault(recipient, []).append(message)

    async def flush(self) -> None:
        for recipient, messages in self._waiting.items():
            for message in messages:
                await self.manager.send_to_user(recipient, message)
        self._waiting.clear()


class Agent:
    def __init__(self, manager, buffer: Buffer) -> None:
        self.manager = manager
        self.buffer = buffer

    async def run(self, context: Context) -> None:
        if context.thread_id:
            await self.manager.send_to_thread(context.thread_id, {"type": "audit"})
        await self.buffer.flush()

    async def archive(self, context: Context) -> None:
        self.buffer.add(context.run_id, {"type": "archived"})
        await self.buffer.flush()


class Context:
    def __init__(self, run_id: str, user_id: str, thread_id: str) -> None:
        self._ids = {"run_id": run_id, "user_id": user_id, "thread_id": thread_id}

    @property
    def run_id(self) -> str:
        return self._ids["run_id"]

    @property
    def thread_id(self) -> str:
        return self._ids["thread_id"]


async def main(manager, run_id, user_id, thread_id):
    agent = Agent(manager, Buffer(manager))
    context = Context(run_id, user_id, thread_id)
    await agent.run(context)
    await agent.archive(context)
