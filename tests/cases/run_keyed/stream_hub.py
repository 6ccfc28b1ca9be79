"""A hub of streams by run, with all three methods of a manager."""


class RunStreamHub:
    def __init__(self, ws):
        self.ws = ws
        self.listeners = {}

    def listen(self, run_id, user_id):
        self.listeners.setdefault(run_id, set()).add(user_id)

    async def send_to_user(self, run_id, message):
        await self.send_message(run_id, message)

    async def send_message(self, run_id, message):
        for listener in self.listeners.get(run_id, ()):
            await self.ws.send_to_user(listener, {**message, "run_id": run_id})


class Agent:
    def __init__(self, hub: RunStreamHub):
        self.hub = hub

    async def go(self, run_id):
        await self.hub.send_to_user(run_id, {"n": 1})
        await self.hub.send_message(run_id=run_id, message={"n": 2})


async def main(manager, run_id, user_id):
    hub = RunStreamHub(manager)
    hub.listen(run_id, user_id)
    await Agent(hub).go(run_id)
