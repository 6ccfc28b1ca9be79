"""A value stored before an event is set, and read after it."""

import asyncio


class Mailbox:
    def __init__(self):
        self.ready = asyncio.Event()
        self.value = None

    def put(self, value):
        self.value = value
        self.ready.set()

    async def take(self):
        await self.ready.wait()
        return self.value


async def consumer(ws, box):
    who = await box.take()
    await ws.send_to_user(who, {"n": 1})


async def main(manager, run_id, user_id):
    good, bad = Mailbox(), Mailbox()
    tasks = [asyncio.ensure_future(consumer(manager, box)) for box in (good, bad)]
    good.put(user_id)
    bad.put(run_id)
    await asyncio.gather(*tasks)
