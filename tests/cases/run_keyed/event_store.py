"""An event store keyed by run."""


class EventStore:
    def __init__(self):
        self.events = {}

    async def send_to_user(self, run_id, event):
        self.events.setdefault(run_id, []).append(event)

    async def send_event(self, run_id, event):
        await self.send_to_user(run_id, event)


async def main(manager, run_id, user_id):
    store = EventStore()
    await store.send_to_user(run_id, {"n": 1})
    await store.send_event(run_id, {"n": 2})
    await manager.send_to_user(user_id, {"events": len(store.events)})
