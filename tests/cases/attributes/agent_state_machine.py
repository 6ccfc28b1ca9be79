"""An agent goes through states; on each change it tells whoever its state says."""

import asyncio
from enum import Enum


class State(Enum):
    IDLE = "idle"
    RUNNING = "running"
    WAITING = "waiting"
    DONE = "done"


TRANSITIONS = {
    State.IDLE: {State.RUNNING},
    State.RUNNING: {State.WAITING, State.DONE},
    State.WAITING: {State.RUNNING},
    State.DONE: set(),
}


class StatefulAgent:
    def __init__(self, ws, user_id, thread_id):
        self.ws = ws
        self.user_id = user_id
        self.thread_id = thread_id
        self.state = State.IDLE
        self.run_id = None
        self.target = None
        self.trail = []

    async def _enter(self, state):
        if state not in TRANSITIONS[self.state]:
            raise RuntimeError(f"{self.state} -> {state}")
        self.trail.append((self.state, state, self.run_id))
        self.state = state
        method = getattr(self, f"on_{state.value}", None)
        if method is not None:
            await method()

    async def start(self, run_id):
        self.run_id = run_id
        self.target = self.user_id
        await self._enter(State.RUNNING)

    async def wait_for(self, who):
        self.target = who
        await self._enter(State.WAITING)

    async def resume(self):
        self.target = self.user_id
        await self._enter(State.RUNNING)

    async def finish(self):
        await self._enter(State.DONE)

    async def on_running(self):
        if self.target:
            await self.ws.send_to_user(self.target, {"running": self.run_id})

    async def on_waiting(self):
        await self.ws.send_to_user(self.target, {"waiting": self.run_id})

    async def on_done(self):
        await self.ws.send_to_thread(self.thread_id, {"trail": len(self.trail)})
        for _, _, run in self.trail:
            await self.ws.send_to_user(self.user_id, {"was": run})


async def main(manager, run_id, user_id, thread_id):
    agent = StatefulAgent(manager, user_id, thread_id)
    await agent.start(run_id)
    await agent.wait_for(user_id)
    await agent.resume()
    await agent.finish()
    stuck = StatefulAgent(manager, user_id, thread_id)
    await stuck.start(run_id)
    await stuck.wait_for(stuck.run_id)
    await asyncio.sleep(0)
