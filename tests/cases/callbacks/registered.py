"""Callbacks registered in a list."""


class EventBus:
    def __init__(self):
        self.handlers = []

    def on(self, handler):
        self.handlers.append(handler)

    async def fire(self, *args):
        for handler in self.handlers:
            await handler(*args)


async def main(manager, run_id):
    bus = EventBus()

    async def handler(identifier, text):
        await manager.send_message(identifier, {"text": text})

    bus.on(handler)
    await bus.fire(run_id, "hello")
