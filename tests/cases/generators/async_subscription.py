"""An async generator yields updates of a run to its subscribers only."""


class Subscription:
    def __init__(self, run_id, subscribers):
        self.run_id = run_id
        self.subscribers = subscribers

    async def updates(self):
        for step in ("plan", "act", "report"):
            for subscriber in self.subscribers:
                yield subscriber, {"run_id": self.run_id, "step": step}

    async def raw(self):
        for subscriber in [*self.subscribers, self.run_id]:
            yield subscriber


async def users_only(stream):
    async for one in stream:
        if not one.startswith("run_"):
            yield one


async def main(manager, run_id, user_key):
    subscription = Subscription(run_id, [user_key])
    async for user, update in subscription.updates():
        await manager.send_to_user(user, update)
    async for one in subscription.raw():
        await manager.send_to_user(one, {"n": 2})
    async for one in users_only(subscription.raw()):
        await manager.send_to_user(one, {"n": 3})
    users = [one async for one in users_only(subscription.raw())]
    await manager.send_to_user(users[0], {"n": 4})
