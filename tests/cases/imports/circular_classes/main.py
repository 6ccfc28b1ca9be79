"""An agent and its bridge import each other."""

from agents.worker import Worker
from bridge import AgentBridge


async def main(manager, run_id, user_id):
    bridge = AgentBridge(manager)
    worker = Worker(bridge, user_id)
    await worker.start(run_id)
    await worker.finish(run_id)
