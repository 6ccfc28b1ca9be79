"""Handlers by event name, with the payload as a dictionary."""


class EventHub:
    def __init__(self):
        self._handlers = {}

    def on(self, name, handler):
        self._handlers.setdefault(name, []).append(handler)

    async def emit(self, name, **payload):
        for handler in self._handlers.get(name, []):
            await handler(**payload)


class Listener:
    def __init__(self, ws, hub):
        self.ws = ws
        hub.on("owner", self.handle_owner)
        hub.on("job", self.handle_job)

    async def handle_owner(self, owner, job):
        await self.ws.send_to_user(owner, {"job": job})

    async def handle_job(self, owner, job):
        await self.ws.send_message(job, {"owner": owner})


async def main(manager, run_id, user_id):
    hub = EventHub()
    Listener(manager, hub)
    await hub.emit("owner", owner=user_id, job=run_id)
    await hub.emit("job", owner=user_id, job=run_id)
