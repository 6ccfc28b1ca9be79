"""A supervisor, a bridge and a notifier in three modules, with keywords between."""

from bridge.core import AgentBridge
from supervisor import Supervisor


async def main(manager, run_id, user_id, thread_id):
    supervisor = Supervisor(AgentBridge(manager))
    await supervisor.execute(job=run_id, owner=user_id, room=thread_id)
    await supervisor.fail(job=run_id, owner=user_id, room=thread_id)
