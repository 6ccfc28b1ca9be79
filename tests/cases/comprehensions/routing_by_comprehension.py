"""Recipients, addresses and messages are put together in comprehensions before they are sent."""

import asyncio
from dataclasses import dataclass
from operator import attrgetter


@dataclass(frozen=True)
class Member:
    user_id: str
    run_id: str
    muted: bool = False


class Room:
    def __init__(self, thread_id, members):
        self.thread_id = thread_id
        self.members = list(members)

    def listeners(self):
        return [member for member in self.members if member.user_id and not member.muted]

    def addresses(self):
        return {member.run_id: member.user_id for member in self.members}

    def inboxes(self):
        return {member.user_id: [] for member in self.listeners()}

    def runs(self):
        return set(map(attrgetter("run_id"), self.members))


class RoomNotifier:
    def __init__(self, ws):
        self.ws = ws

    async def tell_listeners(self, room, text):
        await asyncio.gather(
            *(self.ws.send_to_user(one.user_id, {"text": text}) for one in room.listeners())
        )

    async def tell_owners(self, room, text):
        for run, owner in room.addresses().items():
            await self.ws.send_to_user(owner, {"text": text, "run": run})

    async def collect(self, room, texts):
        inboxes = room.inboxes()
        for box in inboxes.values():
            box.extend(texts)
        for user, messages in inboxes.items():
            await self.ws.send_to_user(user, {"messages": messages})

    async def tell_some(self, room, wanted):
        chosen = [one.user_id for one in room.members if one.run_id in wanted]
        for who in chosen:
            await self.ws.send_to_user(who, {"chosen": True})

    async def tell_runs(self, room, text):
        for who in sorted(room.runs()):
            await self.ws.send_to_user(who, {"text": text})

    async def tell_keys(self, room):
        await asyncio.gather(*[self.ws.send_message(key, {}) for key in room.addresses()])


async def main(manager, run_id, other_run_id, user_id, thread_id):
    room = Room(thread_id, [Member(user_id, run_id), Member("bob", other_run_id, muted=True)])
    notifier = RoomNotifier(manager)
    await notifier.tell_listeners(room, "a")
    await notifier.tell_owners(room, "b")
    await notifier.collect(room, ["c", "d"])
    await notifier.tell_some(room, {run_id})
    await manager.send_to_thread(room.thread_id, {"runs": sorted(room.runs())})
    await notifier.tell_runs(room, "e")
    await notifier.tell_keys(room)
