"""Subscriptions keep handlers with the address that they were made for."""


class Bus:
    def __init__(self):
        self.handlers = {}

    def on(self, topic, handler):
        self.handlers.setdefault(topic, []).append(handler)

    async def emit(self, topic, payload):
        for handler in self.handlers.get(topic, []):
            await handler(payload)


def sender_for(manager, address):
    async def handler(payload):
        await manager.send_to_user(address, payload)

    return handler


def echo(manager, field):
    async def handler(payload):
        await manager.send_to_user(payload[field], {"echo": True})

    return handler


async def main(manager, run_id, user_id):
    bus = Bus()
    bus.on("progress", sender_for(manager, user_id))
    bus.on("progress", echo(manager, "owner"))
    bus.on("trace", sender_for(manager, run_id))
    bus.on("trace", echo(manager, "run_id"))
    await bus.emit("progress", {"run_id": run_id, "owner": user_id})
    await bus.emit("trace", {"run_id": run_id, "owner": user_id})
    await bus.emit("unknown", {"run_id": run_id})
