"""A bridge resolves run ids to threads by a registry before it sends"""

from __future__ import annotations

from bridge import AgentWebSocketBridge, RunThreadRegistry


class Orchestrator:
    def __init__(self, bridge: AgentWebSocketBridge, registry: RunThreadRegistry, ws) -> None:
        self.bridge = bridge
        self.registry = registry
        self.ws = ws

    async def start(self, run_id, thread_id, agent="optimizer"):
        if thread_id:
            await self.registry.register(run_id, thread_id)
        await self.bridge.notify_agent_started(run_id, agent, {"queue": "default"})
        await self.bridge.notify_agent_thinking(run_id, agent, "Looking at usage")
        await self.bridge.notify_agent_error(run_id, agent, "timeout")

    async def stop(self, run_id):
        for known in self.registry.runs():
            if known != run_id:
                continue
            await self.ws.send_to_thread(known, {"type": "stopping"})
        await self.bridge.close()


async def main(manager, run_id, thread_id):
    registry = RunThreadRegistry()
    bridge = AgentWebSocketBridge(manager, registry)
    orchestrator = Orchestrator(bridge, registry, manager)
    await orchestrator.start(run_id, thread_id)
    await orchestrator.stop(run_id)
