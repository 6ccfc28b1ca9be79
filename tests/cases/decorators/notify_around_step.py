"""A decorator tells the client before and after each step of an agent."""

import functools


def notifies(event):
    def decorate(step):
        @functools.wraps(step)
        async def wrapper(self, *args, **kwargs):
            await self.ws.send_to_user(self.address(), {"event": event, "phase": "begin"})
            try:
                result = await step(self, *args, **kwargs)
            except Exception as error:
                await self.ws.send_to_user(self.key, {"event": event, "error": str(error)})
                raise
            await self.ws.send_to_user(self.address(), {"event": event, "phase": "end"})
            return result

        return wrapper

    return decorate


class Researcher:
    def __init__(self, ws, key, owner):
        self.ws = ws
        self.key = key
        self.owner = owner

    def address(self):
        return self.owner

    @notifies("collect")
    async def collect(self, source):
        return [source]

    @notifies("rank")
    async def rank(self, items, limit=3):
        if len(items) > 1:
            raise ValueError("too many")
        return items[:limit]


class OrphanResearcher(Researcher):
    def address(self):
        return self.key


async def main(manager, run_id, user_id):
    for kind in (Researcher, OrphanResearcher):
        agent = kind(manager, run_id, user_id)
        items = await agent.collect("web")
        await agent.rank(items)
    try:
        await agent.rank([1, 2])
    except ValueError:
        await manager.send_to_user(user_id, {"failed": True})
