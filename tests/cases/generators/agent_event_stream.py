"""An agent yields events; a relay sends each to whom the event names."""

from typing import NamedTuple


class Event(NamedTuple):
    kind: str
    target: str | None
    data: dict


class Agent:
    def __init__(self, owner, job):
        self.owner = owner
        self.job = job

    async def astream(self, prompt):
        yield Event("start", self.owner, {"prompt": prompt})
        async for token in self._tokens(prompt):
            yield Event("token", self.owner, {"token": token})
        yield Event("debug", self.job, {"done": True})

    async def _tokens(self, prompt):
        for word in prompt.split():
            yield word


async def relay(ws, events):
    async for event in events:
        if event.target:
            await ws.send_to_user(event.target, {"kind": event.kind, **event.data})


async def relay_owner_only(ws, events, owner):
    async for event in events:
        if event.kind == "debug":
            continue
        await ws.send_to_user(owner, {"kind": event.kind})


async def main(manager, run_id, user_id):
    agent = Agent(user_id, run_id)
    await relay(manager, agent.astream("a b"))
    await relay_owner_only(manager, agent.astream("c"), user_id)
