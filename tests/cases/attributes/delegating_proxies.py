"""Proxies pass on to what they wrap all that they do not have themselves."""


class LazyManager:
    def __init__(self, factory):
        self._factory = factory
        self._target = None

    def __getattr__(self, name):
        if self._target is None:
            self._target = self._factory()
        return getattr(self._target, name)


class ScopedContext:
    def __init__(self, parent, **overrides):
        self._parent = parent
        self._overrides = overrides

    def __getattr__(self, name):
        if name in self._overrides:
            return self._overrides[name]
        return getattr(self._parent, name)


class Context:
    def __init__(self, job, owner):
        self.job = job
        self.owner = owner


class Instrumented:
    def __init__(self, agent):
        self.agent = agent

    def __getattr__(self, name):
        attribute = getattr(self.agent, name)
        if not callable(attribute):
            return attribute

        async def wrapper(*args):
            return await attribute(*args)

        return wrapper


class Agent:
    def __init__(self, ws):
        self.ws = ws

    async def tell(self, who):
        await self.ws.send_to_user(who, {"n": 1})


async def main(manager, run_id, user_id):
    lazy = LazyManager(lambda: manager)
    await lazy.send_to_user(user_id, {"n": 2})
    await lazy.send_to_user(run_id, {"n": 3})
    scoped = ScopedContext(Context(run_id, user_id), label="a")
    await manager.send_to_user(scoped.owner, {"n": 4})
    await manager.send_to_user(scoped.job, {"n": 5})
    taken = ScopedContext(Context(run_id, user_id), owner=run_id)
    await manager.send_to_user(taken.owner, {"n": 6})
    agent = Instrumented(Agent(manager))
    await agent.tell(user_id)
    await agent.tell(run_id)
