"""An asyncio queue between two coroutines."""

import asyncio


async def produce(queue, identifier):
    await queue.put(identifier)
    await queue.put(None)


async def consume(queue, hub):
    while (item := await queue.get()) is not None:
        await hub.send_to_user(item, {"consumed": True})


async def main(manager, run_id):
    queue = asyncio.Queue()
    await produce(queue, run_id)
    await consume(queue, manager)
