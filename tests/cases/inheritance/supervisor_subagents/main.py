"""A supervisor runs sub-agents one after another, each with a child context"""

from __future__ import annotations

from agents import BaseSubAgent, DataAgent, ReportAgent, TriageAgent
from context import ExecutionContext


class SupervisorAgent:
    def __init__(self, websocket_manager) -> None:
        self.websocket_manager = websocket_manager
        self.agents: dict[str, BaseSubAgent] = {}
        self.results: dict[str, dict] = {}

    def register(self, agent: BaseSubAgent) -> None:
        self.agents[agent.name] = agent

    async def run(self, prompt: str, run_id: str, thread_id=None, user_id=None) -> dict:
        context = ExecutionContext(run_id, "supervisor", thread_id, user_id)
        for name in ("triage", "data", "report"):
            agent = self.agents.get(name)
            if agent is None:
                continue
            self.results[name] = await agent.execute(context.child(name))
        await self._finish(context)
        return self.results

    async def _finish(self, context: ExecutionContext) -> None:
        recipient = context.thread_id or context.user_id
        message = {"type": "supervisor_done", "results": list(self.results)}
        if recipient is None:
            return
        if recipient == context.thread_id:
            await self.websocket_manager.send_to_thread(recipient, message)
        else:
            await self.websocket_manager.send_to_user(recipient, message)


async def main(manager, run_id, thread_id, user_id):
    supervisor = SupervisorAgent(manager)
    for kind in (TriageAgent, DataAgent, ReportAgent):
        supervisor.register(kind(manager))
    await supervisor.run("optimize my spend", run_id, thread_id=thread_id, user_id=user_id)
