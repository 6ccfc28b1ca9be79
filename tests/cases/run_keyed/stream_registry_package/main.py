"""Streams that are keyed by run live beside a manager that is not."""

from streams import StreamRegistry
from worker import Worker


async def main(manager, run_id, user_id):
    streams = StreamRegistry(manager)
    streams.subscribe(run_id, user_id)
    worker = Worker(streams, manager)
    await worker.work(run_id, user_id)
