"""The recipient parameter is declared by the run id's type, under another name."""

from typing import NewType

RunId = NewType("RunId", str)


class Broker:
    def __init__(self, ws):
        self.ws = ws
        self.owners = {}

    async def send_message(self, key: RunId, message: dict) -> None:
        owner = self.owners.get(key)
        if owner is not None:
            await self.ws.send_to_user(owner, message)


async def main(manager, run_id, user_id):
    broker = Broker(manager)
    broker.owners[run_id] = user_id
    await broker.send_message(RunId(run_id), {"n": 1})
    await broker.send_message(run_id, {"n": 2})
