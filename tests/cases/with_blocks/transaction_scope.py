"""Scopes put a recipient in for a while, and give it back afterwards."""

from contextlib import asynccontextmanager, contextmanager


class Channel:
    def __init__(self, manager, target):
        self.manager = manager
        self.target = target

    @contextmanager
    def redirected(self, target):
        before, self.target = self.target, target
        try:
            yield self
        finally:
            self.target = before

    async def send(self, message):
        await self.manager.send_to_user(self.target, message)


@asynccontextmanager
async def only_people(target):
    if target.startswith("run_"):
        raise ValueError(target)
    yield target


async def main(manager, run_id, user_key):
    channel = Channel(manager, run_id)
    with channel.redirected(user_key):
        await channel.send({"n": 1})
    await channel.send({"n": 2})
    for target in (run_id, user_key):
        try:
            async with only_people(target) as person:
                await manager.send_to_user(person, {"n": 3})
        except ValueError:
            continue
        await manager.send_to_user(target, {"n": 4})
