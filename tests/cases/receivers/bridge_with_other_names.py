"""A bridge with method names of its own."""


class AgentBridge:
    def __init__(self, manager):
        self._manager = manager

    async def notify_agent_started(self, run_id, user_id, name):
        await self._manager.send_to_user(user_id, {"run_id": run_id, "agent": name})

    async def notify_agent_thinking(self, run_id, text):
        await self._manager.send_to_user(run_id, {"text": text})


async def main(manager, run_id, user_id):
    bridge = AgentBridge(manager)
    await bridge.notify_agent_started(run_id, user_id, "triage")
    await bridge.notify_agent_thinking(run_id, "hm")
