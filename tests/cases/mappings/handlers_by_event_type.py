"""Events are dictionaries with a type; a table tells which handler takes which, and from what key."""

import asyncio


class EventRouter:
    recipient_keys = {"task": "assignee", "comment": "author", "run": "run_id"}

    def __init__(self, manager):
        self.manager = manager
        self.handlers = {
            "task": self._to_person,
            "comment": self._to_person,
            "room": self._to_room,
            "run": self._ignore,
        }
        self.ignored = []

    async def route(self, event):
        handler = self.handlers.get(event["type"])
        if handler is None:
            self.ignored.append(event)
            return
        await handler(event)

    async def _to_person(self, event):
        key = self.recipient_keys[event["type"]]
        recipient = event.get(key)
        if recipient:
            await self.manager.send_to_user(recipient, {"event": event["type"]})

    async def _to_room(self, event):
        await self.manager.send_to_thread(event["room"], {"run": event["run_id"]})

    async def _ignore(self, event):
        self.ignored.append(event)

    async def route_blindly(self, event):
        key = self.recipient_keys.get(event["type"], "run_id")
        await self.manager.send_to_user(event[key], {"event": event["type"]})


class TypedRouter(EventRouter):
    async def _ignore(self, event):
        owner = event.get("owner")
        if owner:
            await self.manager.send_to_user(owner, {"run": event["run_id"]})


def make_events(run_id, user_id, thread_id):
    yield {"type": "task", "assignee": user_id, "run_id": run_id}
    yield {"type": "comment", "author": user_id, "text": "hi", "run_id": run_id}
    yield {"type": "room", "room": thread_id, "run_id": run_id}
    yield {"type": "run", "run_id": run_id, "owner": user_id}
    yield {"type": "unheard", "run_id": run_id}


async def main(manager, run_id, user_id, thread_id):
    router = EventRouter(manager)
    typed = TypedRouter(manager)
    for event in make_events(run_id, user_id, thread_id):
        await router.route(event)
        await typed.route(event)
        await asyncio.sleep(0)
    for event in router.ignored:
        await manager.send_to_user(event.get("owner"), {"ignored": event["run_id"]})
    await router.route_blindly({"type": "task", "assignee": user_id, "run_id": run_id})
    await router.route_blindly({"type": "run", "run_id": run_id})
