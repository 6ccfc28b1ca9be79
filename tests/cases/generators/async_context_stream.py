"""An async iterator class between a producer and a send."""


class Subscription:
    def __init__(self, items):
        self.items = list(items)

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.items:
            raise StopAsyncIteration
        return self.items.pop(0)


async def main(manager, run_id, user_id):
    async for who in Subscription([user_id, "lobby"]):
        await manager.send_to_user(who, {"n": 1})
    async for who in Subscription([run_id]):
        await manager.send_to_user(who, {"n": 2})
