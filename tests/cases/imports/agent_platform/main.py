"""A platform's base agent, services and context builder, with two agents on top"""

from __future__ import annotations

from core import BaseAgent, RunContext, RunContextBuilder
from core.base import Services
from services import AuditService, EventService


class WriterAgent(BaseAgent):
    agent_type = "writer"

    async def think(self, context: RunContext) -> str:
        await self.services.audit.record(context, "write")
        return f"draft of {context.run_id}"

    async def after(self, context: RunContext, result: str) -> None:
        await super().after(context, result)
        if editor := context.extras.get("editor"):
            await self.services.events.publish_to(editor, "draft", text=result)


class BrokenAgent(BaseAgent):
    agent_type = "broken"

    async def think(self, context: RunContext) -> str:
        raise TimeoutError(context.run_id)


async def main(manager, run_id, user_id, thread_id):
    services = Services(EventService(manager), AuditService(manager))
    context = (
        RunContextBuilder(run_id)
        .for_user(user_id)
        .in_thread(thread_id)
        .with_extra(editor="editor-in-chief")
        .build()
    )
    await WriterAgent(services).run(context)
    try:
        await BrokenAgent(services).run(context)
    except TimeoutError:
        pass
    await services.audit.confirm()
    await services.audit.confirm_runs()
    if context.routable:
        await manager.send_to_user(context.user_id, {"end": True})
