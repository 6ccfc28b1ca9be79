"""Workers take jobs from queues that other modules fill, until a sentinel comes."""

import asyncio

from jobs import DONE, Job
from workers import Worker


async def main(manager, run_id, user_id):
    queue = asyncio.Queue()
    worker = Worker(manager, queue)
    running = asyncio.create_task(worker.run())
    await worker.submit(Job("progress", user_id, {"job": run_id}))
    await worker.submit(Job("trace", run_id, {"owner": user_id}))
    await queue.put(DONE)
    await running
    updates = asyncio.Queue()
    for who in (user_id, "lobby"):
        updates.put_nowait((who, {"n": 1}))
    while not updates.empty():
        who, message = updates.get_nowait()
        await manager.send_to_user(who, message)
    pending = asyncio.PriorityQueue()
    await pending.put((1, run_id))
    _, first = await pending.get()
    await manager.send_to_user(first, {"n": 2})
