"""Not set, then filled with the run id when still missing."""


class Channel:
    def __init__(self, ws):
        self.ws = ws

    async def push(self, run_id, user_id=None, body=None):
        address = None
        if user_id is not None:
            address = user_id
        if address is None:
            address = run_id
        await self.ws.send_to_user(address, body or {})


async def main(manager, run_id, user_id):
    channel = Channel(manager)
    await channel.push(run_id, user_id, {"n": 1})
    await channel.push(run_id)
