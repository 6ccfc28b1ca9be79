"""A manager that works by connection inside, with run ids in its logs."""

import logging

logger = logging.getLogger("ws")


class Connection:
    def __init__(self, owner, transport):
        self.owner = owner
        self.transport = transport

    async def send_json(self, message):
        await self.transport.send_to_user(self.owner, message)


class Manager:
    def __init__(self, transport):
        self.transport = transport
        self.by_user = {}

    def connect(self, user_id):
        connection = Connection(user_id, self.transport)
        self.by_user.setdefault(user_id, []).append(connection)
        return connection

    async def send_to_user(self, user_id, message):
        connections = self.by_user.get(user_id)
        if not connections:
            if str(user_id).startswith("run_"):
                logger.debug("run id %s has no connections", user_id)
            else:
                logger.debug("no connection for %s", user_id)
            return False
        for connection in connections:
            await connection.send_json(message)
        return True


async def main(manager, run_id, user_id):
    hub = Manager(manager)
    hub.connect(user_id)
    await hub.send_to_user(user_id, {"run_id": run_id})
    await hub.send_to_user("lobby", {"run_id": run_id})
