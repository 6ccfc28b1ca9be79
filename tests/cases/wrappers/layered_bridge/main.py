"""A bridge, a notifier and an emitter hand a message down, each with its own parameters."""

from bridge import AgentBridge, bridge_for


async def main(manager, run_id, user_id, thread_id):
    bridge = bridge_for(manager, run=run_id, user=user_id, thread=thread_id)
    await bridge.agent_started("triage")
    await bridge.tool_used("triage", "search")
    await bridge.agent_failed("triage", "timeout")
    await AgentBridge(manager).progress(to=user_id, percent=50)
    await AgentBridge(manager).progress(to=run_id, percent=60)
