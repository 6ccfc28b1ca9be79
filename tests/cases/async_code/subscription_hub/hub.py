import asyncio
from collections import defaultdict
from contextlib import asynccontextmanager


class Hub:
    def __init__(self):
        self._topics = defaultdict(set)

    def open(self, topic):
        queue = asyncio.Queue()
        self._topics[topic].add(queue)
        return queue

    @asynccontextmanager
    async def subscribe(self, topic):
        queue = self.open(topic)
        try:
            yield queue
        finally:
            self._topics[topic].discard(queue)

    async def publish(self, topic, message):
        for queue in self._topics[topic]:
            await queue.put(message)
