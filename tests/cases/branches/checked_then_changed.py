"""What was checked has changed by the time of the send, or was another one's."""

from dataclasses import dataclass


@dataclass
class Context:
    run_id: str
    user_id: str | None = None

    @property
    def has_user(self):
        return bool(self.user_id)

    @property
    def address(self):
        return self.user_id or self.run_id

    def forget(self):
        self.user_id = None


class Worker:
    def __init__(self, manager, context):
        self.manager = manager
        self.context = context

    async def changed_since(self):
        if not self.context.has_user:
            return
        self.context.forget()
        await self.manager.send_to_user(self.context.address, {"n": 1})

    async def set_since(self, user):
        if self.context.user_id:
            return
        await self.manager.send_to_user(self.context.address, {"n": 2})
        self.context.user_id = user
        await self.manager.send_to_user(self.context.address, {"n": 3})

    async def other_checked(self, other):
        if other.user_id:
            await self.manager.send_to_user(self.context.address, {"n": 4})


async def first_checked(manager, ids):
    contexts = [Context(one, one) for one in ids]
    if not contexts[0].user_id.startswith("run_"):
        for context in contexts:
            await manager.send_to_user(context.address, {"n": 5})


async def one_before(manager, ids):
    before = None
    for one in ids:
        if before and not one.startswith("run_"):
            await manager.send_to_user(before, {"n": 6})
        before = one


async def flag_of_a_round(manager, ids):
    seen = False
    for one in ids:
        if seen:
            await manager.send_to_user(one, {"n": 7})
        if not one.startswith("run_"):
            seen = True


async def main(manager, run_id, user_key):
    if not user_key:
        return
    await Worker(manager, Context(run_id, user_key)).changed_since()
    await Worker(manager, Context(run_id)).set_since(user_key)
    await Worker(manager, Context(run_id)).other_checked(Context(run_id, user_key))
    await first_checked(manager, [user_key, run_id])
    await one_before(manager, [run_id, user_key])
    await flag_of_a_round(manager, [user_key, run_id])
