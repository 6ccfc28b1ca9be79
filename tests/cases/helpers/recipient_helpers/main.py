"""Helpers that resolve who gets a message, one of them too lenient"""

from __future__ import annotations

from recipients import first_routable, first_set, is_run_id, resolve, resolve_legacy


class Notifier:
    def __init__(self, ws) -> None:
        self.ws = ws

    async def notify(self, thread_id, user_id, message) -> bool:
        recipient = resolve(thread_id, user_id)
        if recipient is None:
            return False
        send = self.ws.send_to_thread if recipient.kind == "thread" else self.ws.send_to_user
        return await send(recipient.id, message)

    async def notify_by_kind(self, thread_id, user_id, message) -> None:
        recipient = resolve(thread_id, user_id)
        if recipient is not None and recipient.kind == "user":
            await self.ws.send_to_user(recipient.id, message)

    async def notify_legacy(self, user_id, run_id, message) -> None:
        kind, target = resolve_legacy(user_id, run_id)
        await self.ws.send_to_user(target, {"kind": kind, **message})

    async def notify_any(self, user_id, run_id, message) -> None:
        await self.ws.send_to_user(first_set(user_id, run_id), message)

    async def notify_routable(self, user_id, run_id, message) -> None:
        to = first_routable(user_id, run_id)
        if to is not None:
            await self.ws.send_to_user(to, message)

    async def notify_checked(self, candidate, message) -> None:
        if is_run_id(candidate):
            return
        await self.ws.send_to_user(candidate, message)


async def main(manager, run_id, user_id, thread_id):
    notifier = Notifier(manager)
    await notifier.notify(thread_id, user_id, {"n": 1, "run": run_id})
    await notifier.notify_by_kind(thread_id, user_id, {"n": 2})
    await notifier.notify_legacy(user_id, run_id, {"n": 3})
    await notifier.notify_any(user_id, run_id, {"n": 4})
    await notifier.notify_routable(user_id, run_id, {"n": 5})
    await notifier.notify_checked(run_id, {"n": 6})
    await notifier.notify_checked(user_id, {"n": 7})
