"""Keyword arguments forwarded through three layers of classes."""


class Transport:
    def __init__(self, ws):
        self.ws = ws

    async def emit(self, *, recipient, body, **options):
        await self.ws.send_to_user(recipient, {**body, "options": options})


class Bridge:
    def __init__(self, transport):
        self.transport = transport

    async def notify(self, **fields):
        await self.transport.emit(**fields)


class Agent:
    def __init__(self, bridge):
        self.bridge = bridge

    async def say(self, text, **fields):
        fields.setdefault("priority", 1)
        await self.bridge.notify(body={"text": text}, **fields)


async def main(manager, run_id, user_id):
    agent = Agent(Bridge(Transport(manager)))
    await agent.say("hello", recipient=user_id, correlation=run_id)
    await agent.say("hello", recipient=run_id, correlation=user_id)
