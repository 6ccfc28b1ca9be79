"""A family of executors; what they report, and to whom, is decided in overridden methods."""

import asyncio
from typing import ClassVar


class Executor:
    channel: ClassVar[str] = "user"

    def __init__(self, ws, **ids):
        self.ws = ws
        self.ids = ids
        self.history = []

    def address(self):
        return self.ids[f"{self.channel}_id"]

    def message(self, event):
        return {"event": event, "run_id": self.ids["run_id"], "kind": type(self).__name__}

    async def emit(self, event):
        self.history.append(event)
        await self.ws.send_to_user(self.address(), self.message(event))

    async def before(self):
        await self.emit("before")

    async def body(self):
        raise NotImplementedError

    async def after(self, result):
        await self.emit(f"after {result}")

    async def execute(self):
        await self.before()
        result = await self.body()
        await self.after(result)
        return result


class Query(Executor):
    async def body(self):
        await asyncio.sleep(0)
        return "rows"


class Training(Executor):
    channel = "thread"

    async def emit(self, event):
        self.history.append(event)
        await self.ws.send_to_thread(self.address(), self.message(event))

    async def body(self):
        return "model"


class Cleanup(Executor):
    async def before(self):
        """Nothing is announced."""

    async def body(self):
        return len(self.history)

    async def after(self, result):
        await self.ws.send_to_user(self.ids["run_id"], {"cleaned": result})


class Migration(Executor):
    channel = "run"

    async def body(self):
        return "moved"

    async def emit(self, event):
        self.history.append((self.address(), event))

    async def after(self, result):
        await super().after(result)
        for address, event in self.history:
            await self.ws.send_to_user(self.ids["user_id"], {"run": address, "event": event})


async def main(manager, run_id, user_id, thread_id):
    ids = {"run_id": run_id, "user_id": user_id, "thread_id": thread_id}
    for kind in (Query, Training, Cleanup, Migration):
        await kind(manager, **ids).execute()
