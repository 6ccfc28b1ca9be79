"""A bridge turns agent events into messages; the factory decides whom each emitter speaks to."""

from bridge import AgentBridge
from emitter import EmitterFactory


class Agent:
    def __init__(self, emitter, name):
        self.emitter = emitter
        self.name = name

    async def work(self, run_id):
        await self.emitter.agent_started(self.name, run_id)
        await self.emitter.agent_thinking("hm")
        await self.emitter.agent_completed({"answer": 42, "run_id": run_id})


async def main(manager, run_id, user_id, thread_id):
    bridge = AgentBridge(manager)
    factory = EmitterFactory(bridge)
    await Agent(factory.for_user(user_id, run_id), "analyst").work(run_id)
    await Agent(factory.for_thread(thread_id, run_id), "writer").work(run_id)
    await Agent(factory.for_execution(run_id), "critic").work(run_id)
    await bridge.notify_error(run_id, thread_id, ValueError("x"))
