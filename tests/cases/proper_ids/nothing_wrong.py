"""An agent that does everything right."""

import logging

log = logging.getLogger(__name__)


class Agent:
    def __init__(self, manager):
        self.manager = manager

    async def update(self, context, message):
        if context.get("thread_id"):
            await self.manager.send_to_thread(context["thread_id"], message)
        elif context.get("user_id"):
            await self.manager.send_to_user(context["user_id"], message)
        else:
            log.debug("nobody to tell of %s", context["run_id"])


async def main(manager, run_id, user_id, thread_id):
    agent = Agent(manager)
    await agent.update({"run_id": run_id, "thread_id": thread_id}, {"run_id": run_id})
    await agent.update({"run_id": run_id, "user_id": user_id}, {"run_id": run_id})
    await agent.update({"run_id": run_id}, {"run_id": run_id})
