"""A manager that buffers, checks connections and delivers again."""

import logging

logger = logging.getLogger(__name__)


class UnifiedManager:
    def __init__(self, transport):
        self._transport = transport
        self._connections = {}
        self._buffers = {}

    def connect(self, user_id):
        self._connections[user_id] = True

    async def send_to_user(self, user_id, message, retry=True):
        if user_id not in self._connections:
            if retry:
                self._buffers.setdefault(user_id, []).append(message)
            logger.debug("no connection for %s", user_id)
            return False
        return await self._deliver(user_id, message)

    async def _deliver(self, user_id, message):
        return await self._transport.deliver(user_id, message)

    async def flush(self):
        for user_id, messages in self._buffers.items():
            for message in messages:
                await self._deliver(user_id, message)
        self._buffers.clear()


async def main(manager, run_id, user_id):
    hub = UnifiedManager(manager)
    await hub.send_to_user(user_id, {"run_id": run_id})
    hub.connect(user_id)
    await hub.flush()
    await hub.send_to_user(user_id, {"run_id": run_id}, retry=False)
