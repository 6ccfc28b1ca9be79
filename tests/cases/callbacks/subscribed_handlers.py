"""Handlers subscribe to an event bus; the bus gives them run and user."""


class EventBus:
    def __init__(self):
        self._handlers = {}

    def on(self, name, handler):
        self._handlers.setdefault(name, []).append(handler)

    async def emit(self, name, **data):
        for handler in self._handlers.get(name, []):
            await handler(**data)


class WebSocketBridge:
    def __init__(self, manager, bus):
        self.manager = manager
        bus.on("started", self.on_started)
        bus.on("failed", self.on_failed)

    async def on_started(self, run_id, user_id):
        if user_id:
            await self.manager.send_to_user(user_id, {"type": "started", "run_id": run_id})

    async def on_failed(self, run_id, user_id, error):
        await self.manager.send_to_user(user_id or run_id, {"error": str(error)})


async def main(manager, run_id, user_id):
    bus = EventBus()
    WebSocketBridge(manager, bus)

    async def on_done(owner, result):
        await manager.send_to_user(owner, {"result": result})

    bus.on("done", on_done)
    await bus.emit("started", run_id=run_id, user_id=user_id)
    await bus.emit("failed", run_id=run_id, user_id=user_id, error="boom")
    await bus.emit("done", owner=user_id, result=run_id)
