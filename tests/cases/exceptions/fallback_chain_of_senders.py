"""Senders are tried one after the other until one works; failures are collected on the way."""

import asyncio
from contextlib import suppress


class Undeliverable(Exception):
    def __init__(self, tried):
        super().__init__(", ".join(str(name) for name, _ in tried))
        self.tried = tried


class Unsuitable(Exception):
    pass


class FallbackSender:
    def __init__(self, ws, context):
        self.ws = ws
        self.context = context
        self.senders = [
            ("thread", self.by_thread),
            ("user", self.by_user),
            ("run", self.by_run),
        ]

    async def by_thread(self, message):
        thread_id = self.context.get("thread_id")
        if not thread_id:
            raise Unsuitable("no thread")
        return await self.ws.send_to_thread(thread_id, message)

    async def by_user(self, message):
        user_id = self.context.get("user_id")
        if user_id is None:
            raise Unsuitable("no user")
        return await self.ws.send_to_user(user_id, message)

    async def by_run(self, message):
        run_id = self.context["run_id"]
        return await self.ws.send_message(run_id, message)

    async def send(self, message):
        tried = []
        for name, sender in self.senders:
            try:
                if await sender({**message, "by": name}):
                    return name
            except Unsuitable as error:
                tried.append((name, error))
        raise Undeliverable(tried)

    async def send_safely(self, message):
        for name, sender in self.senders[:2]:
            with suppress(Unsuitable):
                return await sender(message)
        return None


async def main(manager, run_id, user_id, thread_id):
    context = {"run_id": run_id, "user_id": user_id, "thread_id": thread_id}
    sender = FallbackSender(manager, context)
    await sender.send_safely({"n": 1})
    await asyncio.sleep(0)
    try:
        await sender.send({"n": 2})
    except Undeliverable as error:
        for name, _ in error.tried:
            await manager.send_to_user(user_id, {"failed": name, "run": run_id})
