"""The manager is wrapped by decorating managers before agents get it"""

from __future__ import annotations

from agent_hooks import AgentHooks
from audit_agent import AuditAgent
from managers import AuditedManager, BufferingManager, RateLimitedManager
from provider import ManagerProvider, get_provider, reset_provider
from run_context import RunContext


async def main(manager, run_id, user_id, thread_id):
    reset_provider()
    get_provider().configure(manager)
    audited = AuditedManager(manager)
    limited = RateLimitedManager(audited, limit=50)
    buffering = BufferingManager(limited)
    context = RunContext(run_id=run_id, user_id=user_id, thread_id=thread_id)
    agent = AuditAgent(limited, buffering)
    await agent.run(context)
    await agent.archive(context)
    hooks = AgentHooks()
    await hooks.on_start(context)
    await hooks.on_error(context, RuntimeError("boom"))
    await hooks.on_end(context)
    await ManagerProvider.shared().manager.send_to_user(user_id, {"type": "bye", "run_id": run_id})
