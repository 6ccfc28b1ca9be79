"""A supervisor starts sub-agents by name and relays their progress."""

from dataclasses import dataclass, field


@dataclass
class ExecutionState:
    job: str
    owner: str | None = None
    chat: str | None = None
    results: dict = field(default_factory=dict)


class SubAgent:
    name = "base"

    def __init__(self, ws):
        self.ws = ws

    async def execute(self, state):
        await self.on_start(state)
        state.results[self.name] = await self.work(state)
        await self.on_done(state)

    async def on_start(self, state):
        if state.owner:
            await self.ws.send_to_user(state.owner, {"started": self.name})

    async def on_done(self, state):
        await self.ws.send_to_user(self._audience(state), {"done": self.name})

    def _audience(self, state):
        return state.owner

    async def work(self, state):
        return len(state.job)


class TriageAgent(SubAgent):
    name = "triage"


class DataAgent(SubAgent):
    name = "data"

    def _audience(self, state):
        return state.owner or state.job


class ReportAgent(SubAgent):
    name = "report"

    async def on_done(self, state):
        await super().on_done(state)
        if state.chat:
            await self.ws.send_to_thread(state.chat, {"report": state.results})


class Supervisor:
    def __init__(self, ws):
        self.agents = {}
        for kind in (TriageAgent, DataAgent, ReportAgent):
            self.register(kind.name, kind(ws))

    def register(self, name, agent):
        self.agents[name] = agent

    async def run(self, state):
        for name in ("triage", "data", "report"):
            await self.agents[name].execute(state)


async def main(manager, run_id, user_id, thread_id):
    state = ExecutionState(job=run_id, owner=user_id, chat=thread_id)
    await Supervisor(manager).run(state)
