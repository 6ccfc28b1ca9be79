"""An observable agent calls its observers; some of them send."""


class Observable:
    def __init__(self):
        self._observers = []

    def add_observer(self, observer):
        self._observers.append(observer)
        return lambda: self._observers.remove(observer)

    async def changed(self, **change):
        for observer in tuple(self._observers):
            await observer(self, change)


class ObservedAgent(Observable):
    def __init__(self, job, owner):
        super().__init__()
        self.job = job
        self.owner = owner

    async def run(self):
        await self.changed(state="running")
        await self.changed(state="done")


class ClientObserver:
    def __init__(self, ws):
        self.ws = ws

    async def __call__(self, agent, change):
        await self.ws.send_to_user(agent.owner, change)


def job_observer(ws):
    async def observe(agent, change):
        if change["state"] == "done":
            await ws.send_to_user(agent.job, change)

    return observe


async def main(manager, run_id, user_id):
    agent = ObservedAgent(run_id, user_id)
    agent.add_observer(ClientObserver(manager))
    agent.add_observer(job_observer(manager))
    await agent.run()
